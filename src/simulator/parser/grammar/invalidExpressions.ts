// CPython: Grammar/python.gram, the `invalid_` rules of expressions. Each looks from the mark on, raises if it knows better, and
// else returns; the caller puts the mark back.

import type { expr } from '../ast.ts'
import { memo, type Parser, type Rule } from '../pegen.ts'
import { list, tuple } from './atoms.ts'
import { genexp } from './comprehensions.ts'
import {
  bitwiseOr,
  disjunction,
  expression,
  expressionWithoutInvalid,
  factor,
  inversion,
  starExpressions,
  sum,
} from './expressions.ts'
import { exprName } from './exprName.ts'
import { lambdaParams } from './parameters.ts'
import { simpleStmt, wordStmt } from './simpleStatements.ts'

const meantEqual = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"

/** invalid_if_expression, invalid_expression and invalid_legacy_expression, in that order. */
export function invalidExpression(p: Parser): void {
  const { mark } = p
  for (const rule of [partUnpacked, brokenString, missingComma, missingElse, statementInIf, lambdaInField, legacy]) {
    rule(p)
    p.mark = mark
  }
}

/** `*a if b else *c` */
function partUnpacked(p: Parser): void {
  if (!p.facts.unpackingHints) return
  if (!disjunction(p) || !p.take('if') || !disjunction(p) || !p.take('else')) return
  const star = p.takeOneOf('*', '**')
  if (star?.type === '*') p.failAt(star, 'cannot unpack only part of a conditional expression')
  if (star) p.failAt(star, 'cannot use dict unpacking on only part of a conditional expression')
}

/** `"a" b "c"` */
function brokenString(p: Parser): void {
  if (!p.facts.brokenStringHint || !p.take('STRING')) return
  const between = p.repeat1((q) => (q.at('STRING') ? null : expressionWithoutInvalid(q)))
  if (between && p.take('STRING'))
    p.failAt(between[0], 'invalid syntax. Is this intended to be part of the string?', between[between.length - 1])
}

/** Two expressions side by side, inside brackets. */
function missingComma(p: Parser): void {
  if (nameBeforeString(p)) return
  const first = disjunction(p)
  const second = first && expressionWithoutInvalid(p)
  if (!first || !second || isLegacyName(p, first) || p.tokens[p.mark - 1].level === 0) return
  p.failAt(first, 'invalid syntax. Perhaps you forgot a comma?', second)
}

/** `NAME STRING | SOFT_KEYWORD` ahead: `kf"..."` and `match x` have other errors. */
function nameBeforeString(p: Parser): boolean {
  const { mark } = p
  const name = p.take('NAME')
  if (!name) return false
  if (p.at('STRING')) {
    p.mark = mark
    return true
  }
  p.mark = mark
  const text = p.text(name)
  const { softKeywords, softKeywordPrefixes } = p.facts
  return softKeywords.some((word) => word === text || (softKeywordPrefixes && word.startsWith(text)))
}

function isLegacyName(p: Parser, node: expr): boolean {
  return p.facts.legacyBeforeComma && node.nodeType === 'Name' && (node.id === 'print' || node.id === 'exec')
}

/** `a if b` without `else`, or with a statement after it. */
function missingElse(p: Parser): void {
  const first = disjunction(p)
  if (!first || !p.take('if')) return
  const test = disjunction(p)
  if (!test) return
  if (!p.at('else') && !p.at(':')) p.failAt(first, "expected 'else' after 'if' expression", test)
  if (p.facts.statementInIfHints && p.take('else') && !p.sees(expression))
    p.failOnNext("expected expression after 'else', but statement is given")
}

/** `pass if b else ...` */
function statementInIf(p: Parser): void {
  if (!p.facts.statementInIfHints) return
  const statement = wordStmt(p)
  if (!statement || !p.take('if') || !disjunction(p) || !p.take('else') || !simpleStmt(p)) return
  p.failAt(statement, "expected expression before 'if', but statement is given")
}

/** `f'{lambda x: 1}'` */
function lambdaInField(p: Parser): void {
  if (!p.facts.fstringTokens) return
  const start = p.take('lambda')
  if (!start) return
  lambdaParams(p)
  const colon = p.take(':')
  if (!colon) return
  for (const [type, word] of [
    ['FSTRING_MIDDLE', 'f'],
    ['TSTRING_MIDDLE', 't'],
  ])
    if (p.at(type)) p.failAt(start, `${word}-string: lambda expressions are not allowed without parentheses`, colon)
}

/** `print x` */
function legacy(p: Parser): void {
  const name = p.name()
  if (!name || p.at('(')) return
  const value = starExpressions(p)
  if (!value || (name.id !== 'print' && name.id !== 'exec')) return
  p.failAt(name, `Missing parentheses in call to '${name.id}'. Did you mean ${name.id}(...)?`, value)
}

export const invalidNamedExpression: Rule<null> = memo((p) => {
  const { mark } = p
  const before = expression(p)
  if (before && p.take(':=') && expression(p))
    p.failAt(before, `cannot use assignment expressions with ${exprName(before)}`)
  p.mark = mark
  const name = p.name()
  if (name && p.take('=')) {
    const value = bitwiseOr(p)
    if (value && !p.at('=') && !p.at(':=')) p.failAt(name, meantEqual, value)
  }
  p.mark = mark
  if ([list, tuple, genexp].some((rule) => p.sees(rule)) || ['True', 'None', 'False'].includes(p.peek().type))
    return null
  const target = bitwiseOr(p)
  if (target && p.take('=') && bitwiseOr(p) && !p.at('=') && !p.at(':='))
    p.failAt(target, `cannot assign to ${exprName(target)} here. Maybe you meant '==' instead of '='?`)
  return null
})

const notInParentheses = "'not' after an operator must be parenthesized"

export function invalidArithmetic(p: Parser): void {
  if (!p.facts.notAfterOperator || !sum(p) || !p.takeOneOf('+', '-', '*', '/', '%', '//', '@')) return
  const { mark } = p
  const not = p.peek()
  if (!p.take('not')) return
  const operand = inversion(p)
  if (operand) p.failAt(not, notInParentheses, operand)
  p.mark = mark
}

export function invalidFactor(p: Parser): void {
  if (!p.facts.notAfterOperator || !p.takeOneOf('+', '-', '~')) return
  const not = p.take('not')
  const operand = not && factor(p)
  if (not && operand) p.failAt(not, notInParentheses, operand)
}
