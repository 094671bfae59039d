// Lib/re/_parser.py, the part of _parse that reads what parentheses hold, and _parse_flags.

import { Stop } from '../../heap/pystate.ts'
import { reprOfText } from '../../objects/unicoderepr.ts'
import {
  FLAG_ASCII,
  FLAG_DOTALL,
  FLAG_IGNORECASE,
  FLAG_MULTILINE,
  FLAG_UNICODE,
  FLAG_VERBOSE,
  MAXGROUPS,
  TYPE_FLAGS,
} from './constants.ts'
import { checkLookbehindGroup } from './escapes.ts'
import type { PatternNode } from './node.ts'
import { type Parser, parseAlternatives, parseSequence } from './parser.ts'
import { lengthOf } from './tokenizer.ts'

const FLAGS: Readonly<Record<string, number>> = {
  i: FLAG_IGNORECASE,
  m: FLAG_MULTILINE,
  s: FLAG_DOTALL,
  x: FLAG_VERBOSE,
  a: FLAG_ASCII,
  u: FLAG_UNICODE,
}

/** What to do with what the parentheses hold. */
interface Grouping {
  readonly name?: string
  readonly capture?: boolean
  readonly atomic?: boolean
  readonly add?: number
  readonly del?: number
}

/**
 * Reads parentheses whose first one has been read.
 * @param first nothing stands before them in the pattern
 * @returns `null`: a comment; `'flags'`: flags of the whole pattern
 */
export function parseGroup(
  parser: Parser,
  verbose: boolean,
  nested: number,
  first: boolean,
): PatternNode | 'flags' | null {
  const { source, state } = parser
  const start = source.tell() - 1
  const close = () => {
    if (!source.match(')')) throw source.error('missing ), unterminated subpattern', source.tell() - start)
  }
  let grouping: Grouping = { capture: true }
  if (source.match('?')) {
    const c = source.get()
    if (c === null) throw source.error('unexpected end of pattern')
    if (c === '#') {
      for (;;) {
        if (source.next === null) throw source.error('missing ), unterminated comment', source.tell() - start)
        if (source.get() === ')') return null
      }
    }
    if (c === '=' || c === '!' || c === '<') return parseAssertion(parser, c, verbose, nested, close)
    if (c === '(') return parseConditional(parser, verbose, nested, close)
    if (c === 'P') {
      const found = parsePythonGroup(parser)
      if (typeof found !== 'string') return found
      grouping = { capture: true, name: found }
    } else if (c === ':') grouping = {}
    else if (c === '>') grouping = { atomic: true }
    else if (c === '-' || isFlag(parser, c)) {
      const flags = parseFlags(parser, c)
      if (flags === null) {
        if (!first) throw source.error('global flags not at the start of the expression', source.tell() - start)
        return 'flags'
      }
      grouping = flags
    } else throw source.error(`unknown extension ?${c}`, lengthOf(c) + 1)
  }
  const { name, capture = false, atomic = false, add = 0, del = 0 } = grouping
  const group = capture ? openGroup(parser, name) : 0
  const inner = (verbose || (add & FLAG_VERBOSE) !== 0) && (del & FLAG_VERBOSE) === 0
  const body = parseAlternatives(parser, inner, nested + 1)
  close()
  if (group !== 0) state.groupwidths[group] = body.width(state)
  return atomic ? { op: 'atomic', body } : { op: 'subpattern', group, add, del, body }
}

function openGroup({ source, state }: Parser, name: string | undefined): number {
  const group = state.groups
  state.groupwidths.push(null)
  if (name === undefined) return group
  const before = state.groupdict.get(name)
  if (before !== undefined) {
    const message = `redefinition of group name ${reprOfText(name)} as group ${group}; was group ${before}`
    throw source.error(message, lengthOf(name) + 1)
  }
  state.groupdict.set(name, group)
  return group
}

/** `(?P<name>...)`: the name; `(?P=name)`: what it refers to. */
function parsePythonGroup({ source, state }: Parser): string | PatternNode {
  if (source.match('<')) {
    const name = source.getUntil('>', 'group name')
    source.checkGroupName(name, 1)
    return name
  }
  if (source.match('=')) {
    const name = source.getUntil(')', 'group name')
    source.checkGroupName(name, 1)
    const group = state.groupdict.get(name)
    if (group === undefined) throw source.error(`unknown group name ${reprOfText(name)}`, lengthOf(name) + 1)
    if (!state.isClosed(group)) throw source.error('cannot refer to an open group', lengthOf(name) + 1)
    checkLookbehindGroup(source, state, group)
    return { op: 'groupref', group }
  }
  const c = source.get()
  if (c === null) throw source.error('unexpected end of pattern')
  throw source.error(`unknown extension ?P${c}`, lengthOf(c) + 2)
}

/** `(?=...)`, `(?!...)`, `(?<=...)`, `(?<!...)`. */
function parseAssertion(
  parser: Parser,
  kind: string,
  verbose: boolean,
  nested: number,
  close: () => void,
): PatternNode {
  const { source, state, facts } = parser
  const behind = kind === '<'
  let sign: string | null = kind
  const before = state.lookbehindgroups
  if (behind) {
    sign = source.get()
    if (sign === null) throw source.error('unexpected end of pattern')
    if (sign !== '=' && sign !== '!') throw source.error(`unknown extension ?<${sign}`, lengthOf(sign) + 2)
    if (before === null) state.lookbehindgroups = state.groups
  }
  const body = parseAlternatives(parser, verbose, nested + 1)
  if (behind && before === null) state.lookbehindgroups = null
  close()
  if (sign === '=') return { op: 'assert', behind, body }
  return body.items.length === 0 && facts.emptyAssertFails ? { op: 'failure' } : { op: 'assert_not', behind, body }
}

/** `(?(1)yes|no)`. */
function parseConditional(parser: Parser, verbose: boolean, nested: number, close: () => void): PatternNode {
  const { source, state } = parser
  const name = source.getUntil(')', 'group name')
  const group = conditionalGroup(parser, name)
  checkLookbehindGroup(source, state, group)
  const yes = parseSequence(parser, verbose, nested + 1)
  let no = null
  if (source.match('|')) {
    no = parseSequence(parser, verbose, nested + 1)
    if (source.next === '|') throw source.error('conditional backref with more than two branches')
  }
  close()
  return { op: 'exists', group, yes, no }
}

function conditionalGroup({ source, state, facts }: Parser, name: string): number {
  const offset = lengthOf(name) + 1
  if (!/^[0-9]+$/.test(name)) {
    if (facts.looseGroupNumbers && /^\s*\+?\d+(_\d+)*\s*$/.test(name))
      throw new Stop({ kind: 'unsupported', feature: `the number of a group written as "${name}"` })
    source.checkGroupName(name, 1)
    const known = state.groupdict.get(name)
    if (known === undefined) throw source.error(`unknown group name ${reprOfText(name)}`, offset)
    return known
  }
  const group = Number(name)
  if (group === 0) throw source.error('bad group number', offset)
  if (group >= MAXGROUPS) throw source.error(`invalid group reference ${BigInt(name)}`, offset)
  if (!state.grouprefpos.has(group)) state.grouprefpos.set(group, source.tell() - offset)
  return group
}

/** `t` was a flag up to 3.12, and never had a meaning. */
function isFlag({ facts }: Parser, c: string): boolean {
  if (c === 't' && facts.templateFlag) throw new Stop({ kind: 'unsupported', feature: 'the flag "t" in a pattern' })
  return c === 'L' || c in FLAGS
}

/** Flags of the whole pattern (`null`) or of these parentheses. */
function parseFlags(parser: Parser, firstFlag: string): Grouping | null {
  const { source, state } = parser
  let add = 0
  let del = 0
  let c: string | null = firstFlag
  const next = (missing: string, ends: string): string => {
    const found = source.get()
    if (found === null) throw source.error(missing)
    if (!ends.includes(found) && !isFlag(parser, found))
      throw source.error(/^\p{L}$/u.test(found) ? 'unknown flag' : missing, lengthOf(found))
    return found
  }
  if (c !== '-') {
    do {
      if (c === 'L') throw source.error("bad inline flags: cannot use 'L' flag with a str pattern")
      const flag: number = FLAGS[c]
      add |= flag
      if (flag & TYPE_FLAGS && (add & TYPE_FLAGS) !== flag)
        throw source.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible")
      c = next('missing -, : or )', ')-:')
    } while (!')-:'.includes(c))
  }
  if (c === ')') {
    state.flags |= add
    return null
  }
  if (c === '-') {
    c = next('missing flag', '')
    do {
      if (c === 'L' || FLAGS[c] & TYPE_FLAGS)
        throw source.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'")
      del |= FLAGS[c]
      c = next('missing :', ':')
    } while (c !== ':')
  }
  if (add & del) throw source.error('bad inline flags: flag turned on and off', 1)
  return { add, del }
}
