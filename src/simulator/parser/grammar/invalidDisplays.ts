// CPython: Grammar/python.gram, the `invalid_` rules of displays: groups, dicts, comprehensions.

import type { Parser } from '../pegen.ts'
import { doubleStarredKvpair } from './atoms.ts'
import { starredExpression } from './calls.ts'
import { forIfClauses } from './comprehensions.ts'
import { bitwiseOr, expression, ifExpression, starNamedExpression, starNamedExpressions } from './expressions.ts'
import { invalidStarredUnpacking } from './invalidCalls.ts'

export function invalidGroup(p: Parser): void {
  const { mark } = p
  if (!p.take('(')) return
  const star = starredExpression(p)
  if (star && p.take(')')) p.failAt(star, 'cannot use starred expression here')
  p.mark = mark + 1
  const stars = p.take('**')
  if (stars && expression(p) && p.take(')')) p.failAt(stars, 'cannot use double starred expression here')
}

export function invalidComprehension(p: Parser): void {
  const { mark } = p
  const open = p.takeOneOf('[', '(', '{')
  if (!open) return
  if (p.facts.comprehensionUnpacking) {
    const stars = open.type === '{' ? null : p.take('**')
    const value = stars && expression(p)
    const what = open.type === '[' ? 'list comprehension' : 'generator expression'
    if (stars && value && forIfClauses(p)) p.failAt(stars, `cannot use dict unpacking in ${what}`, value)
  } else {
    const star = starredExpression(p)
    if (star && forIfClauses(p)) p.failAt(star, 'iterable unpacking cannot be used in comprehension')
  }
  if (open.type === '(') return
  p.mark = mark + 1
  const first = starNamedExpression(p)
  const comma = first && p.take(',')
  if (!first || !comma) return
  const { mark: afterComma } = p
  const msg = 'did you forget parentheses around the comprehension target?'
  const rest = starNamedExpressions(p)
  if (rest && forIfClauses(p)) p.failAt(first, msg, rest[rest.length - 1])
  p.mark = afterComma
  if (forIfClauses(p)) p.failAt(first, msg, comma)
}

export function invalidDictComprehension(p: Parser): void {
  if (!p.take('{')) return
  const stars = p.take('**')
  if (stars && bitwiseOr(p) && forIfClauses(p) && p.take('}'))
    p.failAt(stars, 'dict unpacking cannot be used in dict comprehension')
}

/** invalid_starred_expression_unpacking_sequence */
export function invalidStarNamedSequence(p: Parser): void {
  const { mark } = p
  const stars = p.take('**')
  if (stars && bitwiseOr(p)) p.failAt(stars, 'cannot use dict unpacking here')
  p.mark = mark
  invalidStarredUnpacking(p)
}

const valueExpected = "expression expected after dictionary key and ':'"

export function invalidDoubleStarredKvpairs(p: Parser): void {
  const { mark } = p
  const { unpackingHints } = p.facts
  if (unpackingHints) {
    invalidKvpairUnpacking(p)
    p.mark = mark
  }
  if (p.gather(doubleStarredKvpair) && p.take(',')) {
    const { mark: next } = p
    invalidKvpair(p)
    if (unpackingHints) {
      p.mark = next
      invalidKvpairUnpacking(p)
    }
  }
  p.mark = mark
  if (!expression(p)) return
  const colon = p.take(':')
  if (!colon) return
  if (!unpackingHints) starredValue(p)
  if (p.at('}') || p.at(',')) p.failAt(colon, valueExpected)
}

function starredValue(p: Parser): void {
  const { mark } = p
  const star = p.take('*')
  if (star && bitwiseOr(p)) p.failFrom(star, 'cannot use a starred expression in a dictionary value')
  p.mark = mark
  const stars = p.facts.dictUnpackingValue ? p.take('**') : null
  if (stars && bitwiseOr(p)) p.failFrom(stars, 'cannot use dict unpacking in a dictionary value')
  p.mark = mark
}

function invalidKvpair(p: Parser): void {
  const key = expression(p)
  if (!key) return
  const colon = p.take(':')
  if (!colon) {
    const last = { ...key, col_offset: key.end_col_offset - 1, lineno: key.lineno, end_col_offset: -1 }
    p.failAt(last, "':' expected after dictionary key")
  }
  starredValue(p)
  if (p.at('}') || p.at(',')) p.failAt(colon, valueExpected)
}

function invalidKvpairUnpacking(p: Parser): void {
  const { mark } = p
  const stars = p.takeOneOf('*', '**')
  if (stars) {
    const what = stars.type === '*' ? 'a starred expression' : 'dict unpacking'
    const whole = stars.type === '**' ? p.maybe(ifExpression) : null
    if (whole)
      p.failAt(
        stars,
        'invalid double starred expression. Did you forget to wrap the conditional expression in parentheses?',
        whole,
      )
    const value = bitwiseOr(p)
    if (value && p.take(':') && expression(p)) p.failAt(stars, `cannot use ${what} in a dictionary key`, value)
    p.mark = mark
  }
  if (!expression(p) || !p.take(':')) return
  const inner = p.takeOneOf('*', '**')
  const value = inner && bitwiseOr(p)
  if (!inner || !value) return
  const what = inner.type === '*' ? 'a starred expression' : 'dict unpacking'
  p.failAt(inner, `cannot use ${what} in a dictionary value`, value)
}
