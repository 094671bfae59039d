// CPython: Grammar/python.gram, the `invalid_` rules of try, except and finally.

import type { Parser } from '../pegen.ts'
import { block } from './compoundStatements.ts'
import { expression, expressions } from './expressions.ts'
import { exprName } from './exprName.ts'
import { failWithoutBlock } from './invalidBlocks.ts'
import { exceptBlock } from './tryStatement.ts'

const mixed = "cannot have both 'except' and 'except*' on the same 'try'"

export function invalidTryStmt(p: Parser): void {
  const start = p.take('try')
  if (!start) return
  const { mark } = p
  failWithoutBlock(p, "'try' statement", start.lineno)
  p.mark = mark
  if (!p.take(':')) return
  const { mark: afterColon } = p
  if (block(p) && !p.at('except') && !p.at('finally')) p.fail("expected 'except' or 'finally' block")
  for (const star of [false, true]) {
    p.mark = afterColon
    p.repeat(block)
    if (!p.repeat1((q) => exceptBlock(q, star))) continue
    const except = p.take('except')
    if (!except) continue
    const asterisk = star ? null : p.take('*')
    if (!star && !asterisk) continue
    const type = p.maybe(expression)
    if (!star && !type) continue
    if (type) p.maybe((q) => q.take('as') && q.take('NAME'))
    if (p.take(':')) p.failAt(except, mixed, asterisk ?? except)
  }
}

export function invalidExceptStmtIndent(p: Parser, star: boolean): void {
  const start = p.take('except')
  if (!start || (star && !p.take('*'))) return
  const type = p.maybe(expression)
  if (!type && star) return
  if (type) p.maybe((q) => q.take('as') && q.take('NAME'))
  failWithoutBlock(p, `'except${star ? '*' : ''}' statement`, start.lineno)
}

export function invalidExceptStmt(p: Parser, star: boolean): void {
  const { mark } = p
  const head = () => {
    p.mark = mark
    return p.take('except') !== null && takeStar(p, star)
  }
  if (head()) {
    const type = expression(p)
    if (type && p.take(',') && expressions(p)) {
      const named = p.maybe((q) => q.take('as') && q.take('NAME'))
      if ((named || !p.facts.bareExceptTuples) && p.take(':'))
        p.failFrom(
          type,
          `multiple exception types must be parenthesized${p.facts.bareExceptTuples ? " when using 'as'" : ''}`,
        )
    }
  }
  if (head()) {
    const type = p.maybe(expression)
    if (type) p.maybe((q) => q.take('as') && q.take('NAME'))
    if ((type || !star) && p.take('NEWLINE')) p.fail("expected ':'")
  }
  if (p.facts.exceptStarInPlain || star) {
    p.mark = mark
    if (p.take('except') && p.take('*') && p.takeOneOf('NEWLINE', ':')) p.fail('expected one or more exception types')
  }
  if (!p.facts.exceptTargetError || !head() || !expression(p) || !p.take('as')) return
  const target = expression(p)
  if (target && p.take(':') && block(p))
    p.failAt(target, `cannot use except${star ? '*' : ''} statement with ${exprName(target)}`)
}

/** Before 3.14 one rule serves both kinds. */
function takeStar(p: Parser, star: boolean): boolean {
  if (p.facts.exceptStarInPlain) {
    p.take('*')
    return true
  }
  return !star || p.take('*') !== null
}

export function invalidFinallyStmt(p: Parser): void {
  const start = p.take('finally')
  if (start) failWithoutBlock(p, "'finally' statement", start.lineno)
}
