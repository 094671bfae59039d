// CPython: Grammar/python.gram, invalid_arguments, invalid_kwarg and their neighbours.

import type { Parser } from '../pegen.ts'
import { args, kwargs, positionalArgument, starredExpression } from './calls.ts'
import { forIfClauses } from './comprehensions.ts'
import { expression, ifExpression } from './expressions.ts'
import { lastComprehensionItem } from './exprName.ts'

const meantEqual = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
const unparenthesized = 'Generator expression must be parenthesized'

export function invalidArguments(p: Parser): void {
  const { mark } = p
  const rules = [starAfterStars, generatorAndMore, generatorAsKeyword, missingValue, generatorAfter, positionalAfter]
  for (const rule of rules) {
    rule(p)
    p.mark = mark
  }
}

/** `f(**a, *b)` */
function starAfterStars(p: Parser): void {
  const msg = 'iterable argument unpacking follows keyword argument unpacking'
  if (!p.facts.starAfterStarsByToken) {
    const star = args(p) && p.take(',') ? p.take('*') : null
    if (star) p.failAt(star, msg)
    return
  }
  const { mark } = p
  const positional = p.gather(positionalArgument)
  if (!(positional && p.take(',') && kwargs(p))) {
    p.mark = mark
    if (!kwargs(p)) return
  }
  const comma = p.take(',')
  const star =
    comma &&
    p.gather((q) => {
      const node = starredExpression(q)
      return node && !q.at('=') ? node : null
    })
  if (comma && star) p.failFrom(comma, msg)
}

/** `f(x for x in y, z)` */
function generatorAndMore(p: Parser): void {
  const first = expression(p)
  const clauses = first && forIfClauses(p)
  if (!first || !clauses || !p.take(',')) return
  // What follows may be anything; CPython reads it only to look further.
  if (!p.maybe(args)) p.maybe((q) => expression(q) && forIfClauses(q))
  p.failAt(first, unparenthesized, lastComprehensionItem(clauses))
}

/** `f(a=x for x in y)` */
function generatorAsKeyword(p: Parser): void {
  const name = p.take('NAME')
  const sign = name && p.take('=')
  if (name && sign && expression(p) && forIfClauses(p)) p.failAt(name, meantEqual, sign)
}

/** `f(a=)` */
function missingValue(p: Parser): void {
  if (!p.facts.argumentValueHint) return
  p.maybe((q) => args(q) && q.take(','))
  const name = p.take('NAME')
  const sign = name && p.take('=')
  if (name && sign && (p.at(',') || p.at(')'))) p.failAt(name, 'expected argument value expression', sign)
}

/** `f(a, x for x in y)` */
function generatorAfter(p: Parser): void {
  const { mark } = p
  const before = args(p)
  if (!before) return
  const { mark: after } = p
  const clauses = forIfClauses(p)
  const { length } = before.args
  if (clauses && length > 1) p.failAt(before.args[length - 1], unparenthesized, lastComprehensionItem(clauses))
  p.mark = after
  if (!p.take(',')) {
    p.mark = mark
    return
  }
  const last = expression(p)
  const more = last && forIfClauses(p)
  if (last && more) p.failAt(last, unparenthesized, lastComprehensionItem(more))
}

/** `f(a=1, b)` */
function positionalAfter(p: Parser): void {
  const before = args(p)
  if (!before || !p.take(',') || !args(p)) return
  const unpacks = before.keywords.some((keyword) => keyword.arg === null)
  p.fail(`positional argument follows keyword argument${unpacks ? ' unpacking' : ''}`)
}

export function invalidKwarg(p: Parser): void {
  const { mark } = p
  const constant = p.takeOneOf('True', 'False', 'None')
  const assigned = constant && p.take('=')
  if (constant && assigned) p.failAt(constant, `cannot assign to ${constant.type}`, assigned)
  p.mark = mark
  generatorAsKeyword(p)
  p.mark = mark
  const isKeyword = p.take('NAME') !== null && p.at('=')
  p.mark = mark
  if (!isKeyword) {
    const value = expression(p)
    const sign = value && p.take('=')
    if (value && sign) p.failAt(value, 'expression cannot contain assignment, perhaps you meant "=="?', sign)
  }
  if (!p.facts.assignToUnpacking) return
  p.mark = mark
  const stars = p.take('**')
  if (!stars || !expression(p) || !p.take('=')) return
  const value = expression(p)
  if (value) p.failAt(stars, 'cannot assign to keyword argument unpacking', value)
}

/** invalid_starred_expression_unpacking */
export function invalidStarredUnpacking(p: Parser): void {
  const { mark } = p
  const star = p.take('*')
  if (!star) return
  const whole = p.facts.unpackingHints ? ifExpression(p) : null
  if (whole)
    p.failAt(
      star,
      'invalid starred expression. Did you forget to wrap the conditional expression in parentheses?',
      whole,
    )
  p.mark = mark + 1
  if (!expression(p) || !p.take('=')) return
  const value = expression(p)
  if (value) p.failAt(star, 'cannot assign to iterable argument unpacking', value)
}

export function invalidStarredExpression(p: Parser): void {
  if (p.facts.invalidStar && p.take('*')) p.fail('Invalid star expression')
}
