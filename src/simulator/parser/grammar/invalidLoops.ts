// CPython: Grammar/python.gram, invalid_for_target and invalid_for_if_clause: the head of a `for`, in a statement and in a
// comprehension.

import type { Parser } from '../pegen.ts'
import { bitwiseOr, starExpressions } from './expressions.ts'
import { failInvalidTarget } from './exprName.ts'

export function invalidForTarget(p: Parser): void {
  p.take('async')
  const target = p.take('for') && starExpressions(p)
  if (target) failInvalidTarget(p, 'for', target)
}

export function invalidForIfClause(p: Parser): void {
  p.take('async')
  if (!p.take('for') || !p.gather(bitwiseOr)) return
  p.take(',')
  if (!p.at('in')) p.fail("'in' expected after for-loop variables")
}
