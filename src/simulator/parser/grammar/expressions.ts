// CPython: Grammar/python.gram, "EXPRESSIONS" down to the operators. Rules carry CPython's names.
// The levels from `|` to `*` are one loop by precedence instead of one rule each: same tree, same tokens read, less stack.

import type { cmpop, expr, operator } from '../ast.ts'
import { memo, type Parser, type Rule } from '../pegen.ts'
import type { Token } from '../token.ts'
import { primary } from './atoms.ts'
import { invalidArithmetic, invalidExpression, invalidFactor, invalidNamedExpression } from './invalidExpressions.ts'
import { lambdaParams } from './parameters.ts'
import { setContext } from './targets.ts'

export const expression: Rule<expr> = memo((p) => {
  const { mark } = p
  if (p.invalid) {
    invalidExpression(p)
    p.mark = mark
  }
  const start = p.peek()
  const first = disjunction(p)
  if (first) return conditional(p, start, first)
  p.mark = mark
  return lambdef(p)
})

/** if_expression, its first part read; that part alone if no whole conditional expression follows. */
function conditional(p: Parser, start: Token, body: expr): expr {
  const { mark } = p
  if (!p.take('if')) return body
  const test = disjunction(p)
  if (test && p.take('else')) {
    const orelse = expression(p)
    if (orelse) return { nodeType: 'IfExp', test, body, orelse, ...p.span(start) }
  }
  p.mark = mark
  return body
}

/** if_expression alone. */
export function ifExpression(p: Parser): expr | null {
  const start = p.peek()
  const first = disjunction(p)
  if (!first) return null
  const node = conditional(p, start, first)
  return node === first ? null : node
}

/** expression_without_invalid: looks ahead without raising. */
export function expressionWithoutInvalid(p: Parser): expr | null {
  const before = p.invalid
  p.invalid = false
  const { mark } = p
  const start = p.peek()
  const first = disjunction(p)
  let node: expr | null
  if (first) node = conditional(p, start, first)
  else {
    p.mark = mark
    node = lambdef(p)
  }
  p.invalid = before
  return node
}

function lambdef(p: Parser): expr | null {
  const start = p.take('lambda')
  if (!start) return null
  const args = lambdaParams(p)
  if (!p.take(':')) return null
  const body = expression(p)
  return body && { nodeType: 'Lambda', args, body, ...p.span(start) }
}

/** A tuple if there is a comma. */
function tupleOf(p: Parser, rule: Rule<expr>): expr | null {
  const start = p.peek()
  const elts = p.gather(rule)
  if (!elts) return null
  const comma = p.take(',')
  if (elts.length === 1 && !comma) return elts[0]
  return { nodeType: 'Tuple', elts, ctx: 'Load', ...p.span(start) }
}

export function expressions(p: Parser): expr | null {
  return tupleOf(p, expression)
}

export function starExpressions(p: Parser): expr | null {
  return tupleOf(p, starExpression)
}

export const starExpression: Rule<expr> = memo((p) => {
  const star = starred(p, bitwiseOr)
  return star ?? expression(p)
})

/** `'*' rule`, or `null` with the mark where it was. */
export function starred(p: Parser, rule: Rule<expr>): expr | null {
  const { mark } = p
  const start = p.take('*')
  if (!start) return null
  const value = rule(p)
  if (value) return { nodeType: 'Starred', value, ctx: 'Load', ...p.span(start) }
  p.mark = mark
  return null
}

export function yieldExpr(p: Parser): expr | null {
  const start = p.take('yield')
  if (!start) return null
  const { mark } = p
  if (p.take('from')) {
    const value = expression(p)
    if (value) return { nodeType: 'YieldFrom', value, ...p.span(start) }
    p.mark = mark
  }
  const value = p.maybe(starExpressions)
  return { nodeType: 'Yield', value, ...p.span(start) }
}

/** annotated_rhs */
export function annotatedRhs(p: Parser): expr | null {
  return p.at('yield') ? yieldExpr(p) : starExpressions(p)
}

export function starNamedExpression(p: Parser): expr | null {
  return starred(p, bitwiseOr) ?? namedExpression(p)
}

/** star_named_expressions, with a comma at the end or without. */
export function starNamedExpressions(p: Parser, rule: Rule<expr> = starNamedExpression): expr[] | null {
  const elts = p.gather(rule)
  if (elts) p.take(',')
  return elts
}

export function assignmentExpression(p: Parser): expr | null {
  const start = p.peek()
  const { mark } = p
  const target = p.name()
  if (target && p.take(':=')) {
    const value = expression(p)
    if (value) return { nodeType: 'NamedExpr', target: setContext(target, 'Store'), value, ...p.span(start) }
  }
  p.mark = mark
  return null
}

export function namedExpression(p: Parser): expr | null {
  const { mark } = p
  const node = assignmentExpression(p)
  if (node) return node
  if (p.invalid) {
    invalidNamedExpression(p)
    p.mark = mark
  }
  return plainExpression(p)
}

/** `expression !':='` */
export function plainExpression(p: Parser): expr | null {
  const value = expression(p)
  return value && !p.at(':=') ? value : null
}

/** `assignment_expression | expression !':='` */
export function namedOrPlain(p: Parser): expr | null {
  return assignmentExpression(p) ?? plainExpression(p)
}

export const disjunction: Rule<expr> = memo((p) => boolOp(p, 'or', 'Or', conjunction))

const conjunction: Rule<expr> = memo((p) => boolOp(p, 'and', 'And', inversion))

function boolOp(p: Parser, word: string, op: 'And' | 'Or', operand: Rule<expr>): expr | null {
  const start = p.peek()
  const values = p.gather(operand, word)
  if (!values || values.length === 1) return values?.[0] ?? null
  return { nodeType: 'BoolOp', op, values, ...p.span(start) }
}

export const inversion: Rule<expr> = memo((p) => {
  const start = p.take('not')
  if (!start) return comparison(p)
  const operand = inversion(p)
  return operand && { nodeType: 'UnaryOp', op: 'Not', operand, ...p.span(start) }
})

function comparison(p: Parser): expr | null {
  const start = p.peek()
  const left = bitwiseOr(p)
  if (!left) return null
  const ops: cmpop[] = []
  const comparators: expr[] = []
  for (;;) {
    const { mark } = p
    const op = compareOp(p)
    const right = op && bitwiseOr(p)
    if (!op || !right) {
      p.mark = mark
      break
    }
    ops.push(op)
    comparators.push(right)
  }
  return ops.length > 0 ? { nodeType: 'Compare', left, ops, comparators, ...p.span(start) } : left
}

const compareOps = new Map<string, cmpop>([
  ['==', 'Eq'],
  ['!=', 'NotEq'],
  ['<=', 'LtE'],
  ['<', 'Lt'],
  ['>=', 'GtE'],
  ['>', 'Gt'],
  ['in', 'In'],
])

function compareOp(p: Parser): cmpop | null {
  const op = compareOps.get(p.peek().type)
  if (op) {
    p.mark++
    return op
  }
  if (p.facts.lessGreaterHint && p.at('<>'))
    p.failAt(p.peek(), "invalid syntax.  Maybe you meant '!=' instead of '<>'?")
  if (p.take('not')) return p.take('in') ? 'NotIn' : null
  if (p.take('is')) return p.take('not') ? 'IsNot' : 'Is'
  return null
}

const precedence = new Map<string, readonly [level: number, op: operator]>([
  ['|', [1, 'BitOr']],
  ['^', [2, 'BitXor']],
  ['&', [3, 'BitAnd']],
  ['<<', [4, 'LShift']],
  ['>>', [4, 'RShift']],
  ['+', [5, 'Add']],
  ['-', [5, 'Sub']],
  ['*', [6, 'Mult']],
  ['/', [6, 'Div']],
  ['//', [6, 'FloorDiv']],
  ['%', [6, 'Mod']],
  ['@', [6, 'MatMult']],
])

export const bitwiseOr: Rule<expr> = memo((p) => binary(p, 1))

/** `sum`: + and - and what binds tighter. */
export const sum: Rule<expr> = (p) => binary(p, 5)

function binary(p: Parser, lowest: number): expr | null {
  const start = p.peek()
  if (p.invalid) {
    const { mark } = p
    if (lowest <= 4) invalidArithmetic(p)
    p.mark = mark
    invalidFactor(p)
    p.mark = mark
  }
  let left = factor(p)
  if (!left) return null
  for (;;) {
    const found = precedence.get(p.peek().type)
    if (!found || found[0] < lowest) return left
    const { mark } = p
    p.mark++
    const right = binary(p, found[0] + 1)
    if (!right) {
      p.mark = mark
      return left
    }
    left = { nodeType: 'BinOp', left, op: found[1], right, ...p.span(start) }
  }
}

export const factor: Rule<expr> = memo((p) => {
  const start = p.peek()
  const op = start.type === '-' ? 'USub' : start.type === '+' ? 'UAdd' : start.type === '~' ? 'Invert' : null
  if (!op) return power(p)
  p.mark++
  const operand = factor(p)
  return operand && { nodeType: 'UnaryOp', op, operand, ...p.span(start) }
})

function power(p: Parser): expr | null {
  const start = p.peek()
  const left = awaitPrimary(p)
  if (!left) return null
  const { mark } = p
  if (!p.take('**')) return left
  const right = factor(p)
  if (right) return { nodeType: 'BinOp', left, op: 'Pow', right, ...p.span(start) }
  p.mark = mark
  return left
}

function awaitPrimary(p: Parser): expr | null {
  const start = p.take('await')
  if (!start) return primary(p)
  const value = primary(p)
  return value && { nodeType: 'Await', value, ...p.span(start) }
}
