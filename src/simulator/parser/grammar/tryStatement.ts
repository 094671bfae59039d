// CPython: Grammar/python.gram, "Try statement" and "Except statement".

import type { ExceptHandler, stmt } from '../ast.ts'
import type { Parser } from '../pegen.ts'
import { block, elseBlock } from './compoundStatements.ts'
import { expression, expressions } from './expressions.ts'
import { invalidExceptStmt, invalidExceptStmtIndent, invalidFinallyStmt, invalidTryStmt } from './invalidTry.ts'

export function tryStmt(p: Parser): stmt | null {
  if (p.invalid) {
    const { mark } = p
    invalidTryStmt(p)
    p.mark = mark
  }
  const start = p.take('try')
  if (!start) return null
  p.force(':')
  const body = block(p)
  if (!body) return null
  const finalbody = p.maybe(finallyBlock)
  if (finalbody) return { nodeType: 'Try', body, handlers: [], orelse: [], finalbody, ...p.span(start) }
  const handlers = p.repeat1((q) => exceptBlock(q, false))
  const all = handlers ?? p.repeat1((q) => exceptBlock(q, true))
  if (!all) return null
  const orelse = p.maybe(elseBlock) ?? []
  const last = p.maybe(finallyBlock) ?? []
  return { nodeType: handlers ? 'Try' : 'TryStar', body, handlers: all, orelse, finalbody: last, ...p.span(start) }
}

/** except_block, and with `star` except_star_block. */
export function exceptBlock(p: Parser, star: boolean): ExceptHandler | null {
  const { mark } = p
  if (p.invalid) {
    invalidExceptStmtIndent(p, star)
    p.mark = mark
  }
  const handler = p.maybe((q) => handlerOf(q, star))
  if (handler) return handler
  if (p.invalid) {
    p.mark = mark
    invalidExceptStmt(p, star)
  }
  return null
}

function handlerOf(p: Parser, star: boolean): ExceptHandler | null {
  const start = p.take('except')
  if (!start || (star && !p.take('*'))) return null
  const { mark } = p
  const type = p.maybe(expression)
  const name = type && p.take('as') ? p.name() : null
  const named = name !== null || (type !== null && p.tokens[p.mark - 1].type !== 'as')
  if ((named || (!type && !star)) && p.take(':')) {
    const body = block(p)
    return body && { nodeType: 'ExceptHandler', type, name: name?.id ?? null, body, ...p.span(start) }
  }
  if (!type || !p.facts.bareExceptTuples) return null
  p.mark = mark
  const several = expressions(p)
  if (!several || !p.take(':')) return null
  const body = block(p)
  return body && { nodeType: 'ExceptHandler', type: several, name: null, body, ...p.span(start) }
}

function finallyBlock(p: Parser): stmt[] | null {
  if (p.invalid) {
    const { mark } = p
    invalidFinallyStmt(p)
    p.mark = mark
  }
  if (!p.take('finally')) return null
  p.force(':')
  return block(p)
}
