// CPython: Grammar/python.gram, "Primary elements": names, literals, displays, and what is hung on them.

import type { ConstantValue, Dict, expr } from '../ast.ts'
import { memo, type Parser, type Rule, spanOf } from '../pegen.ts'
import { callArguments } from './calls.ts'
import { dictcomp, genexp, listcomp, setcomp } from './comprehensions.ts'
import {
  bitwiseOr,
  expression,
  namedExpression,
  starNamedExpression,
  starNamedExpressions,
  yieldExpr,
} from './expressions.ts'
import { invalidDoubleStarredKvpairs, invalidGroup, invalidStarNamedSequence } from './invalidDisplays.ts'
import { parseNumber } from './number.ts'
import { slices } from './slices.ts'
import { strings } from './strings.ts'

export const primary: Rule<expr> = memo((p) => {
  const start = p.peek()
  let node = atom(p)
  if (!node) return null
  for (;;) {
    const { mark } = p
    const { type } = p.peek()
    let longer: expr | null = null
    if (type === '.') {
      p.mark++
      const attr = p.name()
      if (attr) longer = { nodeType: 'Attribute', value: node, attr: attr.id, ctx: 'Load', ...p.span(start) }
    } else if (type === '(') {
      const generator = p.maybe(genexp)
      const call = generator ? { args: [generator], keywords: [] } : callArguments(p)
      if (call) longer = { nodeType: 'Call', func: node, ...call, ...p.span(start) }
    } else if (type === '[') {
      p.mark++
      const slice = slices(p)
      if (slice && p.take(']')) longer = { nodeType: 'Subscript', value: node, slice, ctx: 'Load', ...p.span(start) }
    }
    if (!longer) {
      p.mark = mark
      return node
    }
    node = longer
  }
})

const singletons = new Map<string, ConstantValue>([
  ['True', { type: 'bool', value: true }],
  ['False', { type: 'bool', value: false }],
  ['None', { type: 'None' }],
  ['...', { type: 'Ellipsis' }],
])

/** `None`, `True`, `False` or `...`. */
export function singleton(p: Parser): expr | null {
  const value = singletons.get(p.peek().type)
  if (!value) return null
  return { nodeType: 'Constant', value, kind: null, ...spanOf(p.tokens[p.mark++]) }
}

export const atom: Rule<expr> = memo((p) => {
  const token = p.peek()
  switch (token.type) {
    case 'NAME':
      return p.name()
    case 'NUMBER':
      return number(p)
    case 'STRING':
    case 'FSTRING_START':
    case 'TSTRING_START':
      return strings(p)
    case '(':
      return firstOf(p, p.facts.comprehensionsFirst ? [genexp, tuple, group] : [tuple, group, genexp])
    case '[':
      return firstOf(p, p.facts.comprehensionsFirst ? [listcomp, list] : [list, listcomp])
    case '{':
      return firstOf(p, p.facts.comprehensionsFirst ? [dictcomp, setcomp, dict, set] : [dict, set, dictcomp, setcomp])
    default:
      return singleton(p)
  }
})

function firstOf(p: Parser, rules: readonly Rule<expr>[]): expr | null {
  for (const rule of rules) {
    const node = p.maybe(rule)
    if (node) return node
  }
  return null
}

/** A NUMBER token as a constant. */
export function number(p: Parser): expr | null {
  const token = p.take('NUMBER')
  return token && { nodeType: 'Constant', value: parseNumber(p, token), kind: null, ...spanOf(token) }
}

/** star_named_expression_sequence (3.15): an element of a display, with its own errors. */
export function element(p: Parser): expr | null {
  if (p.invalid && p.facts.unpackingHints) {
    const { mark } = p
    invalidStarNamedSequence(p)
    p.mark = mark
  }
  return starNamedExpression(p)
}

export function list(p: Parser): expr | null {
  const start = p.take('[')
  if (!start) return null
  const elts = p.maybe((q) => starNamedExpressions(q, element)) ?? []
  return p.take(']') && { nodeType: 'List', elts, ctx: 'Load', ...p.span(start) }
}

export function tuple(p: Parser): expr | null {
  const start = p.take('(')
  if (!start) return null
  const elts = p.maybe(tupleElements) ?? []
  return p.take(')') && { nodeType: 'Tuple', elts, ctx: 'Load', ...p.span(start) }
}

function tupleElements(p: Parser): expr[] | null {
  const first = element(p)
  if (!first || !p.take(',')) return null
  const rest = p.maybe((q) => starNamedExpressions(q, element))
  return [first, ...(rest ?? [])]
}

function group(p: Parser): expr | null {
  const { mark } = p
  if (!p.take('(')) return null
  const inner = p.at('yield') ? yieldExpr(p) : namedExpression(p)
  if (inner && p.take(')')) return inner
  p.mark = mark
  if (p.invalid) invalidGroup(p)
  return null
}

function set(p: Parser): expr | null {
  const start = p.take('{')
  if (!start) return null
  const elts = starNamedExpressions(p, element)
  return elts && p.take('}') && { nodeType: 'Set', elts, ...p.span(start) }
}

function dict(p: Parser): expr | null {
  const start = p.take('{')
  if (!start) return null
  const { mark } = p
  const pairs = p.maybe(doubleStarredKvpairs) ?? []
  if (p.take('}')) {
    const keys = pairs.map((pair) => pair.key)
    const values = pairs.map((pair) => pair.value)
    return { nodeType: 'Dict', keys, values, ...p.span(start) } satisfies Dict
  }
  if (p.invalid || p.facts.dictErrorsAtOnce) {
    p.mark = mark
    invalidDoubleStarredKvpairs(p)
  }
  return null
}

/** A key and its value; `key` is null for `**value`. */
export interface KeyValuePair {
  readonly key: expr | null
  readonly value: expr
}

function doubleStarredKvpairs(p: Parser): KeyValuePair[] | null {
  const pairs = p.gather(doubleStarredKvpair)
  if (pairs) p.take(',')
  return pairs
}

export function doubleStarredKvpair(p: Parser): KeyValuePair | null {
  if (!p.take('**')) return kvpair(p)
  const value = bitwiseOr(p)
  return value && { key: null, value }
}

export function kvpair(p: Parser): { readonly key: expr; readonly value: expr } | null {
  const key = expression(p)
  if (!key || !p.take(':')) return null
  const value = expression(p)
  return value && { key, value }
}
