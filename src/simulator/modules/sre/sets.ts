// Lib/re/_parser.py, the part of _parse that reads a set: `[a-z]`.

import { LITERAL, NEGATE, RANGE } from './constants.ts'
import { classEscape } from './escapes.ts'
import type { PatternNode, SetItem } from './node.ts'
import { codeOf, lengthOf, type Tokenizer } from './tokenizer.ts'

const OPERATIONS: Readonly<Record<string, string>> = {
  '-': 'difference',
  '&': 'intersection',
  '~': 'symmetric difference',
  '|': 'union',
}

/** Without repetitions, in the order of first appearance. */
export function unique(items: readonly SetItem[]): SetItem[] {
  return [...new Map(items.map((item) => [item.join(), item])).values()]
}

/** Reads a set whose bracket has been read. */
export function parseSet(source: Tokenizer, warn: (message: string) => void): PatternNode {
  const here = source.tell() - 1
  if (source.next === '[') warn(`Possible nested set at position ${source.tell()}`)
  const negate = source.match('^')
  const items = unique(readItems(source, here, warn))
  if (items.length === 1 && items[0][0] === LITERAL)
    return { op: negate ? 'not_literal' : 'literal', code: items[0][1] }
  return { op: 'in', set: negate ? [[NEGATE], ...items] : items }
}

function readItems(source: Tokenizer, here: number, warn: (message: string) => void): SetItem[] {
  const items: SetItem[] = []
  const next = (): string => {
    const token = source.get()
    if (token === null) throw source.error('unterminated character set', source.tell() - here)
    return token
  }
  for (;;) {
    const token = next()
    if (token === ']' && items.length > 0) return items
    const operation = items.length > 0 && source.next === token ? OPERATIONS[token] : undefined
    if (operation !== undefined) warn(`Possible set ${operation} at position ${source.tell() - 1}`)
    const low = token[0] === '\\' ? classEscape(source, token) : [LITERAL, codeOf(token)]
    if (!source.match('-')) {
      items.push(low)
      continue
    }
    const to = next()
    if (to === ']') {
      items.push(low, [LITERAL, codeOf('-')])
      return items
    }
    if (to === '-') warn(`Possible set difference at position ${source.tell() - 2}`)
    const high = to[0] === '\\' ? classEscape(source, to) : [LITERAL, codeOf(to)]
    if (low[0] !== LITERAL || high[0] !== LITERAL || high[1] < low[1])
      throw source.error(`bad character range ${token}-${to}`, lengthOf(token) + 1 + lengthOf(to))
    items.push([RANGE, low[1], high[1]])
  }
}
