// CPython: Grammar/python.gram, the `invalid_` rules of simple statements.

import type { expr } from '../ast.ts'
import type { Parser, Rule } from '../pegen.ts'
import { list, tuple } from './atoms.ts'
import {
  annotatedRhs,
  expression,
  starExpressions,
  starNamedExpression,
  starNamedExpressions,
  yieldExpr,
} from './expressions.ts'
import { exprName, failInvalidTarget } from './exprName.ts'
import { dottedName, importFromAsName } from './imports.ts'
import { augassign } from './simpleStatements.ts'
import { starTargets } from './targets.ts'

export function invalidAssignment(p: Parser): void {
  const { mark } = p
  for (const rule of [annotatedDisplay, annotatedTuple, annotatedOther, assignTo, assignToYield, augmentedOther]) {
    rule(p)
    p.mark = mark
  }
}

function annotatedDisplay(p: Parser): void {
  const target = annTarget(p)
  if (target && p.take(':') && expression(p))
    p.failAt(target, `only single target (not ${exprName(target)}) can be annotated`)
}

/** invalid_ann_assign_target */
function annTarget(p: Parser): expr | null {
  const display = p.maybe(list) ?? p.maybe(tuple)
  if (display) return display
  const inner = p.take('(') && annTarget(p)
  return inner && p.take(')') ? inner : null
}

function annotatedTuple(p: Parser): void {
  const first = starNamedExpression(p)
  if (!first || !p.take(',')) return
  p.repeat((q) => starNamedExpressions(q))
  if (p.take(':') && expression(p)) p.failAt(first, 'only single target (not tuple) can be annotated')
}

function annotatedOther(p: Parser): void {
  const target = expression(p)
  if (target && p.take(':') && expression(p)) p.failAt(target, 'illegal target for annotation')
}

function skipTargets(p: Parser): void {
  p.repeat((q) => starTargets(q) && q.take('='))
}

function assignTo(p: Parser): void {
  skipTargets(p)
  const target = starExpressions(p)
  if (target && p.take('=')) failInvalidTarget(p, 'star', target)
}

function assignToYield(p: Parser): void {
  skipTargets(p)
  const target = p.at('yield') ? yieldExpr(p) : null
  if (target && p.take('=')) p.failAt(target, 'assignment to yield expression not possible')
}

function augmentedOther(p: Parser): void {
  const target = starExpressions(p)
  if (target && augassign(p) && annotatedRhs(p))
    p.failAt(target, `'${exprName(target)}' is an illegal expression for augmented assignment`)
}

export function invalidDelStmt(p: Parser): void {
  const target = p.take('del') && starExpressions(p)
  if (target) failInvalidTarget(p, 'del', target)
}

export function invalidRaiseStmt(p: Parser): void {
  const start = p.take('raise')
  if (!start) return
  const { mark } = p
  const from = p.take('from')
  if (from) p.failAt(start, "did you forget an expression between 'raise' and 'from'?", from)
  p.mark = mark
  const last = expression(p) && p.take('from')
  if (last) p.failAt(last, "did you forget an expression after 'from'?")
}

export function invalidAssertStmt(p: Parser): void {
  const { mark } = p
  const withMessage = (q: Parser) => q.take('assert') && expression(q) && q.take(',')
  for (const sign of ['=', ':=']) {
    for (const head of [(q: Parser) => q.take('assert'), withMessage]) {
      p.mark = mark
      const target = head(p) && expression(p)
      const value = target && p.take(sign) && expression(p)
      if (!target || !value) continue
      if (sign === ':=') p.failAt(target, 'cannot use named expression without parentheses here', value)
      p.failAt(target, `cannot assign to ${exprName(target)} here. Maybe you meant '==' instead of '='?`, value)
    }
  }
}

export function invalidImport(p: Parser): void {
  const start = p.take('import')
  if (!start) return
  const { mark } = p
  if (p.facts.importFromHint && p.gather(dottedName) && p.take('from') && dottedName(p))
    p.failFrom(start, "Did you mean to use 'from ... import ...' instead?")
  p.mark = mark
  const end = p.peek()
  if (p.facts.importNamesHint && p.take('NEWLINE')) p.failFrom(end, "Expected one or more names after 'import'")
}

export function invalidImportFromTargets(p: Parser): void {
  const { mark } = p
  if (p.gather(importFromAsName) && p.take(',')) {
    const end = p.take('NEWLINE')
    if (end) p.fail('trailing comma not allowed without surrounding parentheses')
  }
  p.mark = mark
  const end = p.peek()
  if (p.facts.importNamesHint && p.take('NEWLINE')) p.failFrom(end, "Expected one or more names after 'import'")
}

/** invalid_dotted_as_name, invalid_import_from_as_name */
export function invalidAsName(p: Parser, name: Rule<string>): void {
  if (!name(p) || !p.take('as')) return
  const isFine = p.sees((q) => q.take('NAME') && q.takeOneOf(',', ')', ';', 'NEWLINE'))
  const target = isFine ? null : expression(p)
  if (target) p.failAt(target, `cannot use ${exprName(target)} as import target`)
}
