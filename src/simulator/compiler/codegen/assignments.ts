// Assignment, augmented assignment, operators, expression statements (CPython: codegen_visit_stmt, codegen_augassign).

import type * as ast from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import { type Location, locationOf, NO_LOCATION } from '../location.ts'
import { startAtAttribute } from './calls.ts'
import { nameop } from './names.ts'
import { binarySubscr, isTwoPartSlice, sliceParts } from './subscripts.ts'

const NB: Record<ast.operator, string> = {
  Add: 'ADD',
  Sub: 'SUBTRACT',
  Mult: 'MULTIPLY',
  MatMult: 'MATRIX_MULTIPLY',
  Div: 'TRUE_DIVIDE',
  Mod: 'REMAINDER',
  Pow: 'POWER',
  LShift: 'LSHIFT',
  RShift: 'RSHIFT',
  BitOr: 'OR',
  BitXor: 'XOR',
  BitAnd: 'AND',
  FloorDiv: 'FLOOR_DIVIDE',
}

export function visitBinOp(c: Compiler, e: ast.BinOp): void {
  c.visit(e.left)
  c.visit(e.right)
  c.binary(locationOf(e), `NB_${NB[e.op]}`)
}

export function visitUnaryOp(c: Compiler, e: ast.UnaryOp): void {
  const loc = locationOf(e)
  c.visit(e.operand)
  if (e.op === 'UAdd') return c.intrinsic1(loc, 'INTRINSIC_UNARY_POSITIVE', 'UNARY_POSITIVE')
  if (e.op === 'Not') c.toBool(loc)
  c.op(loc, e.op === 'Not' ? 'UNARY_NOT' : e.op === 'USub' ? 'UNARY_NEGATIVE' : 'UNARY_INVERT')
}

export function visitNamedExpr(c: Compiler, e: ast.NamedExpr): void {
  c.visit(e.value)
  c.op(locationOf(e), 'COPY', 1)
  c.visit(e.target)
}

export function visitAssign(c: Compiler, s: ast.Assign): void {
  c.visit(s.value)
  s.targets.forEach((target, i) => {
    if (i < s.targets.length - 1) c.op(locationOf(s), 'COPY', 1)
    c.visit(target)
  })
}

/** An expression on its own. */
export function visitExprStmt(c: Compiler, s: ast.Expr): void {
  if (s.value.nodeType === 'Constant') return c.op(locationOf(s), 'NOP')
  c.visit(s.value)
  c.op(NO_LOCATION, 'POP_TOP')
}

export function visitAugAssign(c: Compiler, s: ast.AugAssign): void {
  const { target } = s
  const operate = () => {
    c.visit(s.value)
    c.binary(locationOf(s), `NB_INPLACE_${NB[s.op]}`)
  }
  const loc = locationOf(target)
  switch (target.nodeType) {
    case 'Name':
      nameop(c, loc, target.id, 'Load')
      operate()
      c.place = loc
      return nameop(c, loc, target.id, 'Store')
    case 'Attribute': {
      c.visit(target.value)
      c.op(loc, 'COPY', 1)
      const place = startAtAttribute(loc, target)
      c.loadAttr(place, target.attr)
      operate()
      c.place = place
      c.op(place, 'SWAP', 2)
      return c.opName(place, 'STORE_ATTR', target.attr)
    }
    case 'Subscript':
      augSubscript(c, loc, target, operate)
      c.place = loc
      return
  }
}

function augSubscript(c: Compiler, loc: Location, target: ast.Subscript, operate: () => void): void {
  c.visit(target.value)
  if (isTwoPartSlice(c, target.slice)) {
    sliceParts(c, target.slice)
    for (let i = 0; i < 3; i++) c.op(loc, 'COPY', 3)
    c.op(loc, 'BINARY_SLICE')
    operate()
    for (let i = 4; i > 1; i--) c.op(loc, 'SWAP', i)
    return c.op(loc, 'STORE_SLICE')
  }
  c.visit(target.slice)
  c.op(loc, 'COPY', 2)
  c.op(loc, 'COPY', 2)
  binarySubscr(c, loc)
  operate()
  c.op(loc, 'SWAP', 3)
  c.op(loc, 'SWAP', 2)
  c.op(loc, 'STORE_SUBSCR')
}
