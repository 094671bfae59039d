// Lib/re/_parser.py: a pattern's text becomes a tree.
// NOT CPYTHON: the parser is native; how deeply a pattern may nest does not depend on the frames that are there already.
// Left out: patterns in bytes.

import type { ReFacts } from '../../profiles/re.ts'
import {
  AT_BEGINNING,
  AT_END,
  FLAG_ASCII,
  FLAG_LOCALE,
  FLAG_UNICODE,
  FLAG_VERBOSE,
  LITERAL,
  MAXREPEAT,
  NEGATE,
} from './constants.ts'
import { isDigit, patternEscape } from './escapes.ts'
import { parseGroup } from './groups.ts'
import { isSameNode, type PatternNode, PatternState, Sequence, type SetItem } from './node.ts'
import { parseSet, unique } from './sets.ts'
import { BadPattern, codeOf, Tokenizer } from './tokenizer.ts'

/** How versions read patterns differently. */
export type SyntaxFacts = Pick<ReFacts, 'lowerZ' | 'emptyAssertFails' | 'looseGroupNumbers' | 'templateFlag'>

/** One parse. */
export interface Parser {
  readonly source: Tokenizer
  readonly state: PatternState
  readonly facts: SyntaxFacts
  readonly warn: (message: string) => void
}

/** Parentheses in parentheses: as many as fit below CPython's limit of recursion. */
const MOST_NESTED = 980

const WHITESPACE = ' \t\n\r\v\f'

/**
 * Parses a pattern given as its characters; `flags` of the state are then those of the pattern.
 * @throws BadPattern
 */
export function parsePattern(
  chars: readonly string[],
  flags: number,
  facts: SyntaxFacts,
  warn: (message: string) => void,
): { readonly body: Sequence; readonly state: PatternState } {
  const source = new Tokenizer(chars)
  const state = new PatternState(flags)
  const body = parseAlternatives({ source, state, facts, warn }, (flags & FLAG_VERBOSE) !== 0, 0)
  state.flags = checkedFlags(state.flags)
  if (source.next !== null) throw source.error('unbalanced parenthesis')
  for (const [group, pos] of state.grouprefpos)
    if (group >= state.groups) throw new BadPattern(`invalid group reference ${group}`, pos)
  return { body, state }
}

function checkedFlags(flags: number): number {
  if (flags & FLAG_LOCALE) throw new BadPattern('cannot use LOCALE flag with a str pattern', null, 'ValueError')
  if (!(flags & FLAG_ASCII)) return flags | FLAG_UNICODE
  if (flags & FLAG_UNICODE) throw new BadPattern('ASCII and UNICODE flags are incompatible', null, 'ValueError')
  return flags
}

/** `a|b|c`. */
export function parseAlternatives(parser: Parser, verboseAtFirst: boolean, nested: number): Sequence {
  if (nested > MOST_NESTED) throw new BadPattern('maximum recursion depth exceeded', null, 'RecursionError')
  const { source, state } = parser
  let verbose = verboseAtFirst
  const branches: Sequence[] = []
  for (;;) {
    branches.push(parseSequence(parser, verbose, nested + 1, nested === 0 && branches.length === 0))
    if (!source.match('|')) break
    if (nested === 0) verbose = (state.flags & FLAG_VERBOSE) !== 0
  }
  if (branches.length === 1) return branches[0]
  const result = new Sequence()
  // What all begin with goes before them.
  for (;;) {
    const first: PatternNode | undefined = branches[0].items[0]
    if (first === undefined) break
    if (!branches.every(({ items }) => items.length > 0 && isSameNode(items[0], first))) break
    for (const { items } of branches) items.shift()
    result.items.push(first)
  }
  result.items.push(asSet(branches) ?? { op: 'branch', branches })
  return result
}

/** Alternatives of one character each are a set. */
function asSet(branches: readonly Sequence[]): PatternNode | null {
  const set: SetItem[] = []
  for (const { items } of branches) {
    const [node] = items
    if (items.length !== 1) return null
    if (node.op === 'literal') set.push([LITERAL, node.code])
    else if (node.op === 'in' && node.set[0][0] !== NEGATE) set.push(...node.set)
    else return null
  }
  return { op: 'in', set: unique(set) }
}

/** One alternative. */
export function parseSequence(parser: Parser, verboseAtFirst: boolean, nested: number, first = false): Sequence {
  const { source, state, facts } = parser
  let verbose = verboseAtFirst
  const result = new Sequence()
  const { items } = result
  while (source.next !== null && source.next !== '|' && source.next !== ')') {
    const token = source.get() ?? ''
    if (verbose) {
      if (WHITESPACE.includes(token)) continue
      if (token === '#') {
        for (let c = source.get(); c !== null && c !== '\n'; c = source.get());
        continue
      }
    }
    if (token[0] === '\\') items.push(patternEscape(source, token, state, facts.lowerZ))
    else if (token === '[') items.push(parseSet(source, parser.warn))
    else if ('*+?{'.includes(token)) parseRepeat(source, token, items)
    else if (token === '.') items.push({ op: 'any' })
    else if (token === '^') items.push({ op: 'at', at: AT_BEGINNING })
    else if (token === '$') items.push({ op: 'at', at: AT_END })
    else if (token === '(') {
      const node = parseGroup(parser, verbose, nested, first && items.length === 0)
      if (node === 'flags') verbose = (state.flags & FLAG_VERBOSE) !== 0
      else if (node !== null) items.push(node)
    } else items.push({ op: 'literal', code: codeOf(token) })
  }
  result.items = items.flatMap((node) => (isTransparent(node) ? node.body.items : [node]))
  return result
}

/** Parentheses that only hold together. */
function isTransparent(node: PatternNode): node is Extract<PatternNode, { op: 'subpattern' }> {
  return node.op === 'subpattern' && node.group === 0 && node.add === 0 && node.del === 0
}

/** Repeats what was last read. */
function parseRepeat(source: Tokenizer, token: string, items: PatternNode[]): void {
  const here = source.tell()
  const counts = readCounts(source, token, here)
  if (counts === null) {
    items.push({ op: 'literal', code: codeOf(token) })
    return
  }
  const last = items.at(-1)
  if (last === undefined || last.op === 'at')
    throw source.error('nothing to repeat', source.tell() - here + token.length)
  if (last.op === 'repeat') throw source.error('multiple repeat', source.tell() - here + token.length)
  const body = isTransparent(last) ? last.body : new Sequence([last])
  const kind = source.match('?') ? 'min' : source.match('+') ? 'possessive' : 'max'
  items[items.length - 1] = { op: 'repeat', kind, ...counts, body }
}

/** How often; `null` where the brace is only a brace. */
function readCounts(source: Tokenizer, token: string, here: number): { min: number; max: number } | null {
  if (token === '?') return { min: 0, max: 1 }
  if (token === '*') return { min: 0, max: MAXREPEAT }
  if (token === '+') return { min: 1, max: MAXREPEAT }
  if (source.next === '}') return null
  const digits = () => {
    let text = ''
    while (isDigit(source.next)) text += source.get()
    return text
  }
  const low = digits()
  const high = source.match(',') ? digits() : low
  if (!source.match('}')) {
    source.seek(here)
    return null
  }
  const min = low === '' ? 0 : Number(low)
  const max = high === '' ? MAXREPEAT : Number(high)
  if (min >= MAXREPEAT || (high !== '' && max >= MAXREPEAT))
    throw new BadPattern('the repetition number is too large', null, 'OverflowError')
  if (max < min) throw source.error('min repeat greater than max repeat', source.tell() - here)
  return { min, max }
}
