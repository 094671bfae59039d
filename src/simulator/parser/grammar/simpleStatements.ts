// CPython: Grammar/python.gram, "SIMPLE STATEMENTS".

import type { expr, operator, stmt } from '../ast.ts'
import { memo, type Parser, type Rule } from '../pegen.ts'
import { annotatedRhs, expression, starExpressions, yieldExpr } from './expressions.ts'
import { importStmt } from './imports.ts'
import { invalidAssertStmt, invalidAssignment, invalidDelStmt, invalidRaiseStmt } from './invalidStatements.ts'
import {
  delTargets,
  parenthesizedSingleTarget,
  setContext,
  singleSubscriptAttributeTarget,
  singleTarget,
  starTargets,
} from './targets.ts'
import { typeParams } from './typeParams.ts'

export function simpleStmts(p: Parser): stmt[] | null {
  const found = p.gather(simpleStmt, ';')
  if (!found) return null
  p.take(';')
  return p.take('NEWLINE') ? found : null
}

export const simpleStmt: Rule<stmt> = memo((p) => {
  const { mark } = p
  const assigned = assignment(p)
  if (assigned) return assigned
  p.mark = mark
  const start = p.peek()
  if (p.facts.typeParameters && p.atSoft('type')) {
    const alias = p.maybe(typeAlias)
    if (alias) return alias
  }
  if (start.type === 'import' || start.type === 'from' || (p.facts.lazyImports && p.atSoft('lazy'))) {
    const found = p.maybe(importStmt)
    if (found) return found
  }
  const value = starExpressions(p)
  if (value) return { nodeType: 'Expr', value, ...p.span(start) }
  p.mark = mark
  return byKeyword[start.type]?.(p) ?? null
})

const byKeyword: Record<string, Rule<stmt>> = {
  return: returnStmt,
  raise: raiseStmt,
  pass: (p) => word(p, 'Pass'),
  del: delStmt,
  yield: yieldStmt,
  assert: assertStmt,
  break: (p) => word(p, 'Break'),
  continue: (p) => word(p, 'Continue'),
  global: (p) => declaration(p, 'Global'),
  nonlocal: (p) => declaration(p, 'Nonlocal'),
}

function word(p: Parser, nodeType: 'Pass' | 'Break' | 'Continue'): stmt {
  const start = p.peek()
  p.mark++
  return { nodeType, ...p.span(start) }
}

/** `pass`, `break` or `continue`, for the rule that looks for them in an expression. */
export function wordStmt(p: Parser): stmt | null {
  const { type } = p.peek()
  return type === 'pass' || type === 'break' || type === 'continue' ? (byKeyword[type](p) as stmt) : null
}

const augmented = new Map<string, operator>([
  ['+=', 'Add'],
  ['-=', 'Sub'],
  ['*=', 'Mult'],
  ['@=', 'MatMult'],
  ['/=', 'Div'],
  ['%=', 'Mod'],
  ['&=', 'BitAnd'],
  ['|=', 'BitOr'],
  ['^=', 'BitXor'],
  ['<<=', 'LShift'],
  ['>>=', 'RShift'],
  ['**=', 'Pow'],
  ['//=', 'FloorDiv'],
])

export function augassign(p: Parser): operator | null {
  const op = augmented.get(p.peek().type)
  if (!op) return null
  p.mark++
  return op
}

function assignment(p: Parser): stmt | null {
  const { mark } = p
  const start = p.peek()
  const annotated = p.maybe(annAssign)
  if (annotated) return annotated
  const targets = p.repeat1((q) => {
    const target = starTargets(q)
    return target && q.take('=') ? target : null
  })
  if (targets) {
    const value = annotatedRhs(p)
    if (value && !p.at('=')) return { nodeType: 'Assign', targets, value, ...p.span(start) }
  }
  p.mark = mark
  const target = singleTarget(p)
  const op = target && augassign(p)
  if (target && op) {
    // CPython's `~`: nothing else is tried after the operator.
    const value = annotatedRhs(p)
    return value && { nodeType: 'AugAssign', target, op, value, ...p.span(start) }
  }
  if (p.invalid) {
    p.mark = mark
    invalidAssignment(p)
  }
  return null
}

function annAssign(p: Parser): stmt | null {
  const { mark } = p
  const start = p.peek()
  const name = p.name()
  if (name && p.take(':')) {
    const annotation = expression(p)
    if (annotation) {
      const value = p.maybe(assignedValue)
      const target = setContext(name, 'Store')
      return { nodeType: 'AnnAssign', target, annotation, value, simple: 1, ...p.span(start) }
    }
  }
  p.mark = mark
  const target = p.maybe(parenthesizedSingleTarget) ?? p.maybe(singleSubscriptAttributeTarget)
  if (!target || !p.take(':')) return null
  const annotation = expression(p)
  if (!annotation) return null
  const value = p.maybe(assignedValue)
  return { nodeType: 'AnnAssign', target, annotation, value, simple: 0, ...p.span(start) }
}

function assignedValue(p: Parser): expr | null {
  return p.take('=') && annotatedRhs(p)
}

function returnStmt(p: Parser): stmt | null {
  const start = p.peek()
  p.mark++
  const value = p.maybe(starExpressions)
  return { nodeType: 'Return', value, ...p.span(start) }
}

function raiseStmt(p: Parser): stmt | null {
  const start = p.peek()
  const { mark } = p
  p.mark++
  let exc = expression(p)
  if (exc && p.take('from')) {
    const cause = expression(p)
    if (cause) return { nodeType: 'Raise', exc, cause, ...p.span(start) }
  }
  if (p.invalid && p.facts.raiseFromHints) {
    p.mark = mark
    invalidRaiseStmt(p)
  }
  p.mark = mark + 1
  exc = p.maybe(expression)
  return { nodeType: 'Raise', exc, cause: null, ...p.span(start) }
}

function delStmt(p: Parser): stmt | null {
  const start = p.peek()
  const { mark } = p
  p.mark++
  const targets = delTargets(p)
  if (targets && (p.at(';') || p.at('NEWLINE'))) return { nodeType: 'Delete', targets, ...p.span(start) }
  if (p.invalid) {
    p.mark = mark
    invalidDelStmt(p)
  }
  return null
}

function yieldStmt(p: Parser): stmt | null {
  const start = p.peek()
  const value = yieldExpr(p)
  return value && { nodeType: 'Expr', value, ...p.span(start) }
}

function assertStmt(p: Parser): stmt | null {
  const start = p.peek()
  const { mark } = p
  if (p.invalid && p.facts.assertHints) {
    invalidAssertStmt(p)
    p.mark = mark
  }
  p.mark++
  const test = expression(p)
  if (!test) return null
  const msg = p.maybe((q) => q.take(',') && expression(q))
  return { nodeType: 'Assert', test, msg, ...p.span(start) }
}

function declaration(p: Parser, nodeType: 'Global' | 'Nonlocal'): stmt | null {
  const start = p.peek()
  p.mark++
  const names = p.gather((q) => q.name())
  return names && { nodeType, names: names.map((name) => name.id), ...p.span(start) }
}

function typeAlias(p: Parser): stmt | null {
  const start = p.takeSoft('type')
  const name = start && p.name()
  if (!start || !name) return null
  const params = p.maybe(typeParams) ?? []
  const value = p.take('=') && expression(p)
  const target = setContext(name, 'Store')
  return value && { nodeType: 'TypeAlias', name: target, type_params: params, value, ...p.span(start) }
}
