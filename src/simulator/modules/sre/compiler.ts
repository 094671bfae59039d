// Lib/re/_compiler.py: a pattern's tree becomes the instructions of the matcher, word for word as CPython's, so that a
// compiled pattern is as large.

import { emitCharset, isEverything, optimizeCharset } from './charset.ts'
import {
  ANY,
  ANY_ALL,
  ASSERT,
  ASSERT_NOT,
  AT,
  AT_BEGINNING,
  AT_BEGINNING_LINE,
  AT_BOUNDARY,
  AT_END,
  AT_END_LINE,
  AT_NON_BOUNDARY,
  AT_UNI_BOUNDARY,
  AT_UNI_NON_BOUNDARY,
  ATOMIC_GROUP,
  BRANCH,
  FAILURE,
  FLAG_DOTALL,
  FLAG_IGNORECASE,
  FLAG_MULTILINE,
  FLAG_UNICODE,
  GROUPREF,
  GROUPREF_EXISTS,
  GROUPREF_IGNORE,
  GROUPREF_UNI_IGNORE,
  IN,
  IN_IGNORE,
  IN_UNI_IGNORE,
  JUMP,
  LITERAL,
  LITERAL_IGNORE,
  LITERAL_UNI_IGNORE,
  MARK,
  MAX_UNTIL,
  MAXCODE,
  MIN_REPEAT_ONE,
  MIN_UNTIL,
  NEGATE,
  NOT_LITERAL,
  NOT_LITERAL_IGNORE,
  NOT_LITERAL_UNI_IGNORE,
  POSSESSIVE_REPEAT,
  POSSESSIVE_REPEAT_ONE,
  REPEAT,
  REPEAT_ONE,
  SUCCESS,
} from './constants.ts'
import { combineFlags, emitInfo, foldingOf } from './info.ts'
import type { PatternNode, PatternState, Sequence, SetItem } from './node.ts'
import { BadPattern } from './tokenizer.ts'

type NodeOf<Op> = Extract<PatternNode, { op: Op }>

const REPEATS = {
  max: { one: REPEAT_ONE, many: REPEAT, end: MAX_UNTIL },
  min: { one: MIN_REPEAT_ONE, many: REPEAT, end: MIN_UNTIL },
  possessive: { one: POSSESSIVE_REPEAT_ONE, many: POSSESSIVE_REPEAT, end: SUCCESS },
} as const

const ONE_CHARACTER = ['literal', 'not_literal', 'any', 'in']

class Compiler {
  readonly code: number[] = []
  readonly #state: PatternState
  readonly #examined: boolean

  constructor(state: PatternState, examined: boolean) {
    this.#state = state
    this.#examined = examined
  }

  sequence({ items }: Sequence, flags: number): void {
    for (const node of items) this.node(node, flags)
  }

  node(node: PatternNode, flags: number): void {
    const { code } = this
    switch (node.op) {
      case 'literal':
      case 'not_literal':
        return this.literal(node, flags)
      case 'in':
        return this.set(node.set, flags)
      case 'any':
        code.push(flags & FLAG_DOTALL ? ANY_ALL : ANY)
        return
      case 'failure':
        code.push(FAILURE)
        return
      case 'repeat':
        return this.repeat(node, flags)
      case 'subpattern':
        if (node.group !== 0) code.push(MARK, (node.group - 1) * 2)
        this.sequence(node.body, combineFlags(flags, node.add, node.del))
        if (node.group !== 0) code.push(MARK, (node.group - 1) * 2 + 1)
        return
      case 'atomic':
        code.push(ATOMIC_GROUP)
        return this.skipping(() => {
          this.sequence(node.body, flags)
          code.push(SUCCESS)
        })
      case 'assert':
      case 'assert_not':
        return this.assertion(node, flags)
      case 'at':
        code.push(AT, positionOf(node.at, flags))
        return
      case 'branch':
        return this.branch(node.branches, flags)
      case 'groupref': {
        const ignoring = flags & FLAG_UNICODE ? GROUPREF_UNI_IGNORE : GROUPREF_IGNORE
        code.push(flags & FLAG_IGNORECASE ? ignoring : GROUPREF, node.group - 1)
        return
      }
      case 'exists':
        return this.conditional(node, flags)
    }
  }

  /** A word that says how far what `emit` emits reaches, from that word on. */
  skipping(emit: () => void): void {
    const { code } = this
    const skip = code.length
    code.push(0)
    emit()
    code[skip] = code.length - skip
  }

  literal({ op, code: c }: NodeOf<'literal' | 'not_literal'>, flags: number): void {
    const { code } = this
    const isNot = op === 'not_literal'
    const folding = foldingOf(flags)
    if (!folding?.isCased(c)) {
      code.push(isNot ? NOT_LITERAL : LITERAL, c)
      return
    }
    const low = folding.lower(c)
    const extra = folding.extra?.(low)
    if (!folding.extra) code.push(isNot ? NOT_LITERAL_IGNORE : LITERAL_IGNORE, low)
    else if (!extra) code.push(isNot ? NOT_LITERAL_UNI_IGNORE : LITERAL_UNI_IGNORE, low)
    else {
      code.push(IN_UNI_IGNORE)
      this.skipping(() => {
        if (isNot) code.push(NEGATE)
        for (const k of [low, ...extra]) code.push(LITERAL, k)
        code.push(FAILURE)
      })
    }
  }

  set(items: readonly SetItem[], flags: number): void {
    const folding = foldingOf(flags)
    const { set, hasCased } = optimizeCharset(items, folding, this.#examined)
    if (this.#examined && set.length === 0) this.code.push(FAILURE)
    else if (this.#examined && isEverything(set)) this.code.push(ANY_ALL)
    else {
      this.code.push(!hasCased ? IN : folding?.extra ? IN_UNI_IGNORE : IN_IGNORE)
      this.skipping(() => emitCharset(this.code, set, flags))
    }
  }

  repeat({ kind, min, max, body }: NodeOf<'repeat'>, flags: number): void {
    const { one, many, end } = REPEATS[kind]
    const isOne = isSimple(body)
    this.code.push(isOne ? one : many)
    this.skipping(() => {
      this.code.push(min, max)
      this.sequence(body, flags)
      if (isOne) this.code.push(SUCCESS)
    })
    if (!isOne) this.code.push(end)
  }

  assertion({ op, behind, body }: NodeOf<'assert' | 'assert_not'>, flags: number): void {
    let back = 0
    if (behind) {
      const [low, high] = body.width(this.#state)
      if (low > MAXCODE) throw new BadPattern('looks too much behind', null)
      if (low !== high) throw new BadPattern('look-behind requires fixed-width pattern', null)
      back = low
    }
    this.code.push(op === 'assert' ? ASSERT : ASSERT_NOT)
    this.skipping(() => {
      this.code.push(back)
      this.sequence(body, flags)
      this.code.push(SUCCESS)
    })
  }

  branch(branches: readonly Sequence[], flags: number): void {
    const { code } = this
    code.push(BRANCH)
    const ends: number[] = []
    for (const branch of branches) {
      this.skipping(() => {
        this.sequence(branch, flags)
        code.push(JUMP)
        ends.push(code.length)
        code.push(0)
      })
    }
    code.push(FAILURE)
    for (const end of ends) code[end] = code.length - end
  }

  conditional({ group, yes, no }: NodeOf<'exists'>, flags: number): void {
    const { code } = this
    code.push(GROUPREF_EXISTS, group - 1)
    const skip = code.length
    code.push(0)
    this.sequence(yes, flags)
    const hasNo = no !== null && no.items.length > 0
    if (hasNo) code.push(JUMP, 0)
    const end = code.length - 1
    code[skip] = code.length - skip + 1
    if (!hasNo) return
    this.sequence(no, flags)
    code[end] = code.length - end
  }
}

function positionOf(at: number, flags: number): number {
  if (at === AT_BEGINNING) return flags & FLAG_MULTILINE ? AT_BEGINNING_LINE : at
  if (at === AT_END) return flags & FLAG_MULTILINE ? AT_END_LINE : at
  if (at === AT_BOUNDARY) return flags & FLAG_UNICODE ? AT_UNI_BOUNDARY : at
  if (at === AT_NON_BOUNDARY) return flags & FLAG_UNICODE ? AT_UNI_NON_BOUNDARY : at
  return at
}

/** Exactly one character wide, whatever it matches. */
function isSimple({ items }: Sequence): boolean {
  if (items.length !== 1) return false
  const [node] = items
  return node.op === 'subpattern' ? node.group === 0 && isSimple(node.body) : ONE_CHARACTER.includes(node.op)
}

/**
 * The instructions of a pattern.
 * @param examined sets of all characters and of none are found (3.14)
 * @throws BadPattern
 */
export function compilePattern(body: Sequence, state: PatternState, examined: boolean): number[] {
  const compiler = new Compiler(state, examined)
  emitInfo(compiler.code, body, state, state.flags, examined)
  compiler.sequence(body, state.flags)
  compiler.code.push(SUCCESS)
  return compiler.code
}
