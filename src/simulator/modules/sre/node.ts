// Lib/re/_parser.py, SubPattern and State: a pattern as a tree, and how wide what it matches can be.

import { MAXREPEAT, MAXWIDTH } from './constants.ts'

/** A member of a set: an opcode (LITERAL, RANGE, CATEGORY, NEGATE, once optimised also CHARSET, BIGCHARSET) and its arguments. */
export type SetItem = readonly number[]

export type RepeatKind = 'max' | 'min' | 'possessive'

/** One thing after the other. */
export class Sequence {
  items: PatternNode[] = []
  #width: readonly [number, number] | null = null

  constructor(items: PatternNode[] = []) {
    this.items = items
  }

  /** Fewest and most characters. Asked for once all is there. */
  width(state: PatternState): readonly [number, number] {
    if (this.#width) return this.#width
    let low = 0
    let high = 0
    for (const node of this.items) {
      const [l, h] = widthOfNode(node, state)
      low += l
      high += h
    }
    this.#width = [Math.min(low, MAXWIDTH), Math.min(high, MAXWIDTH)]
    return this.#width
  }
}

export type PatternNode =
  | { readonly op: 'literal' | 'not_literal'; readonly code: number }
  | { readonly op: 'any' | 'failure' }
  | { readonly op: 'in'; readonly set: readonly SetItem[] }
  | { readonly op: 'at'; readonly at: number }
  | { readonly op: 'branch'; readonly branches: readonly Sequence[] }
  | {
      readonly op: 'subpattern'
      /** 0 where it is not counted. */
      readonly group: number
      readonly add: number
      readonly del: number
      readonly body: Sequence
    }
  | { readonly op: 'atomic'; readonly body: Sequence }
  | {
      readonly op: 'repeat'
      readonly kind: RepeatKind
      readonly min: number
      readonly max: number
      readonly body: Sequence
    }
  | { readonly op: 'assert' | 'assert_not'; readonly behind: boolean; readonly body: Sequence }
  | { readonly op: 'groupref'; readonly group: number }
  | { readonly op: 'exists'; readonly group: number; readonly yes: Sequence; readonly no: Sequence | null }

/** What is known of a pattern while it is read. */
export class PatternState {
  flags: number
  readonly groupdict = new Map<string, number>()
  /** By group; `null` while it is open. Group 0 is never closed. */
  readonly groupwidths: (readonly [number, number] | null)[] = [null]
  /** How many groups there were where the look-behind began. */
  lookbehindgroups: number | null = null
  readonly grouprefpos = new Map<number, number>()

  constructor(flags: number) {
    this.flags = flags
  }

  get groups(): number {
    return this.groupwidths.length
  }

  isClosed(group: number): boolean {
    return group < this.groups && this.groupwidths[group] !== null
  }
}

function widthOfNode(node: PatternNode, state: PatternState): readonly [number, number] {
  switch (node.op) {
    case 'branch': {
      const widths = node.branches.map((branch) => branch.width(state))
      return [Math.min(MAXWIDTH, ...widths.map(([l]) => l)), Math.max(0, ...widths.map(([, h]) => h))]
    }
    case 'atomic':
    case 'subpattern':
      return node.body.width(state)
    case 'repeat': {
      const [l, h] = node.body.width(state)
      return [l * node.min, node.max === MAXREPEAT && h > 0 ? MAXWIDTH : h * node.max]
    }
    case 'any':
    case 'in':
    case 'literal':
    case 'not_literal':
      return [1, 1]
    case 'groupref':
      return state.groupwidths[node.group] ?? [0, 0]
    case 'exists': {
      const [l, h] = node.yes.width(state)
      if (!node.no) return [0, h]
      const [l2, h2] = node.no.width(state)
      return [Math.min(l, l2), Math.max(h, h2)]
    }
    default:
      return [0, 0]
  }
}

/** Whether two nodes are equal as CPython compares them: those that contain others never are. */
export function isSameNode(a: PatternNode, b: PatternNode): boolean {
  if (a === b) return true
  if ('code' in a && 'code' in b) return a.op === b.op && a.code === b.code
  if (a.op === 'in' && b.op === 'in')
    return a.set.length === b.set.length && a.set.every((item, i) => String(item) === String(b.set[i]))
  if (a.op === 'at' && b.op === 'at') return a.at === b.at
  if (a.op === 'groupref' && b.op === 'groupref') return a.group === b.group
  return a.op === b.op && (a.op === 'any' || a.op === 'failure')
}
