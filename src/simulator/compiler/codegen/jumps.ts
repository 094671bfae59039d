// Truth and comparison: conditions, `and`/`or`, chained comparisons, conditional expressions
// (CPython: codegen_jump_if, codegen_boolop, codegen_compare, codegen_ifexp).

import type * as ast from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import { type Location, locationOf, NO_LOCATION } from '../location.ts'
import type { Label } from '../unit.ts'
import { checkCompare } from './warnings.ts'

const COMPARISONS: Partial<Record<ast.cmpop, number>> = { Lt: 0, LtE: 1, Eq: 2, NotEq: 3, Gt: 4, GtE: 5 }
/** COMPARISON_UNORDERED 1, LESS_THAN 2, GREATER_THAN 4, EQUALS 8: which outcomes make each comparison true. */
const MASKS = [2, 2 | 8, 8, 1 | 2 | 4, 4, 4 | 8]

/** codegen_addcompare. */
export function addCompare(c: Compiler, loc: Location, op: ast.cmpop): void {
  switch (op) {
    case 'Is':
      return c.op(loc, 'IS_OP', 0)
    case 'IsNot':
      return c.op(loc, 'IS_OP', 1)
    case 'In':
      return c.op(loc, 'CONTAINS_OP', 0)
    case 'NotIn':
      return c.op(loc, 'CONTAINS_OP', 1)
  }
  const cmp = COMPARISONS[op] as number
  const shift = c.facts.compareShift
  c.op(loc, 'COMPARE_OP', shift === 0 ? cmp : (cmp << shift) | MASKS[cmp])
}

/** An artificial jump to the end of the construct. */
export function jumpTo(c: Compiler, label: Label): void {
  c.jump(NO_LOCATION, c.facts.artificialJump, label)
}

/**
 * codegen_jump_if: jump to `next` if `e` is (not) true. Returns the place of what the statement emits next: up to 3.11 the
 * place was a variable of the compiler, which a comparison left changed.
 */
export function jumpIf(c: Compiler, loc: Location, e: ast.expr, next: Label, cond: boolean): Location {
  if (e.nodeType === 'UnaryOp' && e.op === 'Not') return jumpIf(c, loc, e.operand, next, !cond)
  if (e.nodeType === 'BoolOp') {
    const cond2 = e.op === 'Or'
    const next2 = cond2 !== cond ? c.label() : next
    const last = e.values.length - 1
    for (let i = 0; i < last; i++) loc = jumpIf(c, loc, e.values[i], next2, cond2)
    loc = jumpIf(c, loc, e.values[last], next, cond)
    if (next2 !== next) c.use(next2)
    return loc
  }
  if (e.nodeType === 'IfExp') {
    const end = c.label()
    const next2 = c.label()
    loc = jumpIf(c, loc, e.test, next2, false)
    loc = jumpIf(c, loc, e.body, next, cond)
    jumpTo(c, end)
    c.use(next2)
    loc = jumpIf(c, loc, e.orelse, next, cond)
    c.use(end)
    return loc
  }
  const sticky = c.facts.placeIsVariable
  if (sticky && e.nodeType === 'Compare') loc = locationOf(e)
  if (e.nodeType === 'Compare' && e.ops.length > 1) {
    jumpIfChain(c, e, next, cond)
    return loc
  }
  c.visit(e)
  const place = sticky ? loc : locationOf(e)
  c.toBool(place)
  c.jump(place, cond ? 'POP_JUMP_IF_TRUE' : 'POP_JUMP_IF_FALSE', next)
  return loc
}

function jumpIfChain(c: Compiler, e: ast.Compare, next: Label, cond: boolean): void {
  checkCompare(c, e)
  const loc = locationOf(e)
  const last = e.ops.length - 1
  const cleanup = c.label()
  c.visit(e.left)
  for (let i = 0; i < last; i++) {
    c.visit(e.comparators[i])
    c.op(loc, 'SWAP', 2)
    c.op(loc, 'COPY', 2)
    addCompare(c, loc, e.ops[i])
    c.toBool(loc)
    c.jump(loc, 'POP_JUMP_IF_FALSE', cleanup)
  }
  c.visit(e.comparators[last])
  addCompare(c, loc, e.ops[last])
  c.toBool(loc)
  c.jump(loc, cond ? 'POP_JUMP_IF_TRUE' : 'POP_JUMP_IF_FALSE', next)
  const end = c.label()
  jumpTo(c, end)
  c.use(cleanup)
  c.op(loc, 'POP_TOP')
  if (!cond) jumpTo(c, next)
  c.use(end)
}

/** `and`, `or`: the value that decides. */
export function visitBoolOp(c: Compiler, e: ast.BoolOp): void {
  const loc = locationOf(e)
  const end = c.label()
  const last = e.values.length - 1
  const which = e.op === 'And' ? 'FALSE' : 'TRUE'
  for (let i = 0; i < last; i++) {
    c.visit(e.values[i])
    jumpOrPop(c, loc, which, end)
  }
  c.visit(e.values[last])
  c.use(end)
}

function jumpOrPop(c: Compiler, loc: Location, which: 'TRUE' | 'FALSE', end: Label): void {
  if (c.facts.boolop === 'jump-or-pop') return c.jump(loc, `JUMP_IF_${which}_OR_POP`, end)
  if (c.facts.boolop === 'pseudo') {
    c.jump(loc, `JUMP_IF_${which}`, end)
  } else {
    c.op(loc, 'COPY', 1)
    c.toBool(loc)
    c.jump(loc, `POP_JUMP_IF_${which}`, end)
  }
  c.op(loc, 'POP_TOP')
}

/** Comparisons as values. */
export function visitCompare(c: Compiler, e: ast.Compare): void {
  checkCompare(c, e)
  const loc = locationOf(e)
  c.visit(e.left)
  const last = e.ops.length - 1
  if (last === 0) {
    c.visit(e.comparators[0])
    return addCompare(c, loc, e.ops[0])
  }
  const cleanup = c.label()
  for (let i = 0; i < last; i++) {
    c.visit(e.comparators[i])
    c.op(loc, 'SWAP', 2)
    c.op(loc, 'COPY', 2)
    addCompare(c, loc, e.ops[i])
    if (c.facts.boolop === 'jump-or-pop') {
      c.jump(loc, 'JUMP_IF_FALSE_OR_POP', cleanup)
    } else {
      c.op(loc, 'COPY', 1)
      c.toBool(loc)
      c.jump(loc, 'POP_JUMP_IF_FALSE', cleanup)
      c.op(loc, 'POP_TOP')
    }
  }
  c.visit(e.comparators[last])
  addCompare(c, loc, e.ops[last])
  const end = c.label()
  jumpTo(c, end)
  c.use(cleanup)
  c.op(loc, 'SWAP', 2)
  c.op(loc, 'POP_TOP')
  c.use(end)
}

/** `a if test else b`. */
export function visitIfExp(c: Compiler, e: ast.IfExp): void {
  const end = c.label()
  const next = c.label()
  jumpIf(c, locationOf(e), e.test, next, false)
  c.visit(e.body)
  jumpTo(c, end)
  c.use(next)
  c.visit(e.orelse)
  c.use(end)
}
