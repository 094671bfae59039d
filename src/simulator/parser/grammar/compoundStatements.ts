// CPython: Grammar/python.gram, "COMPOUND STATEMENTS": if, while, for, with, and what a block is. `try` is in tryStatement.ts,
// `def` and `class` in definitions.ts, `match` in matchStatement.ts.

import type { expr, stmt, withitem } from '../ast.ts'
import { memo, type Parser, type Rule } from '../pegen.ts'
import type { Token } from '../token.ts'
import { classDef, functionDef } from './definitions.ts'
import { expression, expressions, namedExpression, starExpressions } from './expressions.ts'
import {
  invalidBlock,
  invalidConditionStmt,
  invalidElseStmt,
  invalidForStmt,
  invalidWithItem,
  invalidWithStmt,
  invalidWithStmtIndent,
} from './invalidBlocks.ts'
import { invalidForTarget } from './invalidLoops.ts'
import { matchStmt } from './matchStatement.ts'
import { simpleStmts } from './simpleStatements.ts'
import { starTarget, starTargets } from './targets.ts'
import { tryStmt } from './tryStatement.ts'

/** `file` */
export function file(p: Parser): stmt[] | null {
  const body = statements(p) ?? []
  return p.take('ENDMARKER') ? body : null
}

/** `eval`: one expression, as the module of a single statement. */
export function evalInput(p: Parser): stmt[] | null {
  const value = expressions(p)
  if (!value) return null
  while (p.take('NEWLINE'));
  const { lineno, col_offset, end_lineno, end_col_offset } = value
  return p.take('ENDMARKER') ? [{ nodeType: 'Expr', value, lineno, col_offset, end_lineno, end_col_offset }] : null
}

export function statements(p: Parser): stmt[] | null {
  return p.repeat1(statement)?.flat() ?? null
}

function statement(p: Parser): stmt[] | null {
  const compound = p.maybe(compoundStmt)
  if (!compound) return simpleStmts(p)
  // Where the mistakes of a `def` include the whole of a good one, CPython loses the place of every function.
  const isLost = p.facts.forcedInInvalidDef && compound.nodeType.endsWith('FunctionDef')
  if (p.invalid && !isLost) p.lastCompoundStatement = Math.max(p.lastCompoundStatement, compound.lineno)
  return [compound]
}

function compoundStmt(p: Parser): stmt | null {
  const { mark } = p
  for (const rule of compoundRules[p.peek().type] ?? [matchStmt]) {
    const found = rule(p)
    if (found) return found
    p.mark = mark
  }
  return null
}

const compoundRules: Record<string, readonly Rule<stmt>[]> = {
  def: [functionDef, matchStmt],
  '@': [functionDef, classDef, matchStmt],
  async: [functionDef, withStmt, forStmt, matchStmt],
  if: [ifStmt, matchStmt],
  class: [classDef, matchStmt],
  with: [withStmt, matchStmt],
  for: [forStmt, matchStmt],
  try: [tryStmt, matchStmt],
  while: [whileStmt, matchStmt],
}

export const block: Rule<stmt[]> = memo((p) => {
  const { mark } = p
  if (p.take('NEWLINE')) {
    if (p.take('INDENT')) {
      const body = statements(p)
      if (body && p.take('DEDENT')) return body
    }
  } else {
    const body = simpleStmts(p)
    if (body) return body
  }
  if (p.invalid) {
    p.mark = mark
    invalidBlock(p)
  }
  return null
})

function ifStmt(p: Parser): stmt | null {
  return condition(p, 'if')
}

/** if_stmt and elif_stmt: the same but for the word. */
function condition(p: Parser, word: 'if' | 'elif'): stmt | null {
  if (p.invalid) {
    const { mark } = p
    invalidConditionStmt(p, word)
    p.mark = mark
  }
  const start = p.take(word)
  if (!start) return null
  const test = namedExpression(p)
  if (!test || !p.take(':')) return null
  const body = block(p)
  if (!body) return null
  const elif = p.maybe((q) => condition(q, 'elif'))
  const orelse = elif ? [elif] : (p.maybe(elseBlock) ?? [])
  return { nodeType: 'If', test, body, orelse, ...p.span(start) }
}

export function elseBlock(p: Parser): stmt[] | null {
  if (p.invalid) {
    const { mark } = p
    invalidElseStmt(p)
    p.mark = mark
  }
  if (!p.take('else')) return null
  p.force(':')
  return block(p)
}

function whileStmt(p: Parser): stmt | null {
  if (p.invalid) {
    const { mark } = p
    invalidConditionStmt(p, 'while')
    p.mark = mark
  }
  const start = p.take('while')
  if (!start) return null
  const test = namedExpression(p)
  if (!test || !p.take(':')) return null
  const body = block(p)
  if (!body) return null
  return { nodeType: 'While', test, body, orelse: p.maybe(elseBlock) ?? [], ...p.span(start) }
}

function forStmt(p: Parser): stmt | null {
  const { mark } = p
  if (p.invalid) {
    invalidForStmt(p)
    p.mark = mark
  }
  const start = p.peek()
  const isAsync = p.take('async') !== null
  if (p.take('for')) {
    const target = starTargets(p)
    if (target && p.take('in')) return forRest(p, start, isAsync, target)
  }
  if (p.invalid) {
    p.mark = mark
    invalidForTarget(p)
  }
  return null
}

/** After `in`, CPython's `~`: it is this or nothing. */
function forRest(p: Parser, start: Token, isAsync: boolean, target: expr): stmt | null {
  const iter = starExpressions(p)
  if (!iter) return null
  if (!p.take(':')) return null
  const body = block(p)
  if (!body) return null
  const orelse = p.maybe(elseBlock) ?? []
  return { nodeType: isAsync ? 'AsyncFor' : 'For', target, iter, body, orelse, ...p.span(start) }
}

function withStmt(p: Parser): stmt | null {
  const { mark } = p
  if (p.invalid) {
    invalidWithStmtIndent(p)
    p.mark = mark
  }
  const start = p.peek()
  const nodeType = p.take('async') ? 'AsyncWith' : 'With'
  if (p.take('with')) {
    const items = p.maybe(parenthesizedItems) ?? p.maybe(plainItems)
    const body = items && block(p)
    if (items && body) return { nodeType, items, body, ...p.span(start) }
  }
  if (p.invalid) {
    p.mark = mark
    invalidWithStmt(p)
  }
  return null
}

function parenthesizedItems(p: Parser): withitem[] | null {
  if (!p.take('(')) return null
  const items = p.gather(withItem)
  if (!items) return null
  p.take(',')
  return p.take(')') && p.take(':') ? items : null
}

function plainItems(p: Parser): withitem[] | null {
  const items = p.gather(withItem)
  return items && p.take(':') ? items : null
}

function withItem(p: Parser): withitem | null {
  const { mark } = p
  const context_expr = expression(p)
  if (context_expr && p.take('as')) {
    const optional_vars = starTarget(p)
    const next = p.peek().type
    if (optional_vars && (next === ',' || next === ')' || next === ':'))
      return { nodeType: 'withitem', context_expr, optional_vars }
  }
  p.mark = mark
  if (p.invalid) {
    invalidWithItem(p)
    p.mark = mark
  }
  const plain = expression(p)
  return plain && { nodeType: 'withitem', context_expr: plain, optional_vars: null }
}
