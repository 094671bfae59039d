// CPython: Grammar/python.gram, the patterns of `case`.

import type { ConstantValue, expr, Name, pattern } from '../ast.ts'
import { memo, type Parser, type Rule } from '../pegen.ts'
import { number, singleton } from './atoms.ts'
import { invalidAsPattern, invalidClassPattern, invalidMappingPattern } from './invalidPatterns.ts'
import { strings } from './strings.ts'

export function patterns(p: Parser): pattern | null {
  const { mark } = p
  const start = p.peek()
  const open = openSequencePattern(p)
  if (open) return { nodeType: 'MatchSequence', patterns: open, ...p.span(start) }
  p.mark = mark
  return patternRule(p)
}

export function patternRule(p: Parser): pattern | null {
  const { mark } = p
  const start = p.peek()
  const inner = orPattern(p)
  if (inner && p.take('as')) {
    const target = captureTarget(p)
    if (target) return { nodeType: 'MatchAs', pattern: inner, name: target.id, ...p.span(start) }
  }
  p.mark = mark
  if (p.invalid) {
    invalidAsPattern(p)
    p.mark = mark
  }
  return orPattern(p)
}

export function orPattern(p: Parser): pattern | null {
  const start = p.peek()
  const found = p.gather(closedPattern, '|')
  if (!found || found.length === 1) return found?.[0] ?? null
  return { nodeType: 'MatchOr', patterns: found, ...p.span(start) }
}

const closedPattern: Rule<pattern> = memo(
  (p) =>
    p.maybe(literalPattern) ??
    p.maybe(capturePattern) ??
    p.maybe(wildcardPattern) ??
    p.maybe(valuePattern) ??
    p.maybe(groupPattern) ??
    p.maybe(sequencePattern) ??
    p.maybe(mappingPattern) ??
    classPattern(p),
)

function literalPattern(p: Parser): pattern | null {
  const start = p.peek()
  const value = p.maybe(numberLiteral) ?? p.maybe(complexNumber) ?? p.maybe(strings)
  if (value) return { nodeType: 'MatchValue', value, ...p.span(start) }
  const found = start.type === '...' ? null : singleton(p)
  if (found?.nodeType !== 'Constant') return null
  return { nodeType: 'MatchSingleton', value: found.value as ConstantValue, ...p.span(start) }
}

/** literal_expr: what a mapping pattern may have as a key. */
function literalExpr(p: Parser): expr | null {
  const value = p.maybe(numberLiteral) ?? p.maybe(complexNumber) ?? p.maybe(strings)
  if (value) return value
  return p.at('...') ? null : singleton(p)
}

/** `signed_number !('+' | '-')` */
function numberLiteral(p: Parser): expr | null {
  const value = signedNumber(p)
  return value && !p.at('+') && !p.at('-') ? value : null
}

function signedNumber(p: Parser): expr | null {
  const start = p.peek()
  if (!p.take('-') && !(p.facts.signedPlusPatterns && p.take('+'))) return number(p)
  const operand = number(p)
  return operand && { nodeType: 'UnaryOp', op: start.type === '-' ? 'USub' : 'UAdd', operand, ...p.span(start) }
}

function complexNumber(p: Parser): expr | null {
  const start = p.peek()
  const left = signedNumber(p)
  if (!left) return null
  const real = left.nodeType === 'UnaryOp' ? left.operand : left
  if (isComplex(real)) p.failAt(real, 'real number required in complex literal')
  const op = p.takeOneOf('+', '-')
  if (!op) return null
  const right = number(p)
  if (!right) return null
  if (!isComplex(right)) p.failAt(right, 'imaginary number required in complex literal')
  return { nodeType: 'BinOp', left, op: op.type === '+' ? 'Add' : 'Sub', right, ...p.span(start) }
}

function isComplex(node: expr): boolean {
  return node.nodeType === 'Constant' && node.value.type === 'complex'
}

function capturePattern(p: Parser): pattern | null {
  const start = p.peek()
  const target = captureTarget(p)
  return target && { nodeType: 'MatchAs', pattern: null, name: target.id, ...p.span(start) }
}

export function captureTarget(p: Parser): Name | null {
  if (p.atSoft('_')) return null
  const name = p.name()
  return name && !p.at('.') && !p.at('(') && !p.at('=') ? { ...name, ctx: 'Store' } : null
}

function wildcardPattern(p: Parser): pattern | null {
  const start = p.takeSoft('_')
  return start && { nodeType: 'MatchAs', pattern: null, name: null, ...p.span(start) }
}

function valuePattern(p: Parser): pattern | null {
  const start = p.peek()
  const value = nameOrAttr(p)
  if (value?.nodeType !== 'Attribute' || p.at('.') || p.at('(') || p.at('=')) return null
  return { nodeType: 'MatchValue', value, ...p.span(start) }
}

export function nameOrAttr(p: Parser): expr | null {
  const start = p.peek()
  let node: expr | null = p.name()
  while (node) {
    const { mark } = p
    const attr = p.take('.') && p.name()
    if (!attr) {
      p.mark = mark
      break
    }
    node = { nodeType: 'Attribute', value: node, attr: attr.id, ctx: 'Load', ...p.span(start) }
  }
  return node
}

function groupPattern(p: Parser): pattern | null {
  if (!p.take('(')) return null
  const inner = patternRule(p)
  return inner && p.take(')') ? inner : null
}

function sequencePattern(p: Parser): pattern | null {
  const start = p.takeOneOf('[', '(')
  if (!start) return null
  const inner = p.maybe(start.type === '[' ? maybeSequencePattern : openSequencePattern) ?? []
  if (!p.take(start.type === '[' ? ']' : ')')) return null
  return { nodeType: 'MatchSequence', patterns: inner, ...p.span(start) }
}

function openSequencePattern(p: Parser): pattern[] | null {
  const first = maybeStarPattern(p)
  if (!first || !p.take(',')) return null
  return [first, ...(p.maybe(maybeSequencePattern) ?? [])]
}

function maybeSequencePattern(p: Parser): pattern[] | null {
  const found = p.gather(maybeStarPattern)
  if (found) p.take(',')
  return found
}

function maybeStarPattern(p: Parser): pattern | null {
  return p.maybe(starPattern) ?? patternRule(p)
}

function starPattern(p: Parser): pattern | null {
  const start = p.take('*')
  if (!start) return null
  const target = p.maybe(captureTarget)
  if (!target && !p.takeSoft('_')) return null
  return { nodeType: 'MatchStar', name: target?.id ?? null, ...p.span(start) }
}

function mappingPattern(p: Parser): pattern | null {
  const { mark } = p
  const start = p.take('{')
  if (!start) return null
  const items = p.maybe(itemsPattern) ?? []
  const afterItems = p.mark
  const mayRest = items.length === 0 || p.take(',') !== null
  const rest = mayRest ? p.maybe(doubleStarPattern) : null
  if (!rest) p.mark = afterItems
  if (items.length > 0 || rest) p.take(',')
  if (p.take('}')) {
    const keys = items.map(({ key }) => key)
    const values = items.map(({ value }) => value)
    return { nodeType: 'MatchMapping', keys, patterns: values, rest: rest?.id ?? null, ...p.span(start) }
  }
  if (p.invalid) {
    p.mark = mark
    invalidMappingPattern(p)
  }
  return null
}

interface KeyPattern {
  readonly key: expr
  readonly value: pattern
}

export function itemsPattern(p: Parser): KeyPattern[] | null {
  return p.gather(keyValuePattern)
}

function keyValuePattern(p: Parser): KeyPattern | null {
  const key = p.maybe(literalExpr) ?? nameOrAttr(p)
  if (!key || key.nodeType === 'Name' || !p.take(':')) return null
  const value = patternRule(p)
  return value && { key, value }
}

export function doubleStarPattern(p: Parser): Name | null {
  return p.take('**') && captureTarget(p)
}

function classPattern(p: Parser): pattern | null {
  const { mark } = p
  const start = p.peek()
  const cls = nameOrAttr(p)
  if (!cls || !p.take('(')) return null
  const positional = p.maybe(positionalPatterns) ?? []
  const afterPositional = p.mark
  const mayName = positional.length === 0 || p.take(',') !== null
  const named = mayName ? p.maybe(keywordPatterns) : null
  if (!named) p.mark = afterPositional
  if (positional.length > 0 || named) p.take(',')
  if (p.take(')')) {
    const kwd_attrs = named?.map(({ name }) => name) ?? []
    const kwd_patterns = named?.map(({ value }) => value) ?? []
    return { nodeType: 'MatchClass', cls, patterns: positional, kwd_attrs, kwd_patterns, ...p.span(start) }
  }
  if (p.invalid) {
    p.mark = mark
    invalidClassPattern(p)
  }
  return null
}

export function positionalPatterns(p: Parser): pattern[] | null {
  return p.gather(patternRule)
}

export function keywordPatterns(p: Parser): { readonly name: string; readonly value: pattern }[] | null {
  return p.gather((q) => {
    const name = q.name()
    const value = name && q.take('=') ? patternRule(q) : null
    return name && value && { name: name.id, value }
  })
}
