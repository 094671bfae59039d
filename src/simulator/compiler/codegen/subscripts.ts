// Subscripts and slices (CPython: codegen_subscript, codegen_slice).

import type * as ast from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import { NONE } from '../constants.ts'
import { constantNode } from '../fold/tree.ts'
import { type Location, locationOf } from '../location.ts'
import { checkIndex, checkSubscripter } from './warnings.ts'

function isConstantSlice(e: ast.Slice): boolean {
  return [e.lower, e.upper, e.step].every((part) => part === null || part.nodeType === 'Constant')
}

/** Whether the slice is left in two pieces for BINARY_SLICE and STORE_SLICE (3.12+). */
export function isTwoPartSlice(c: Compiler, e: ast.expr): e is ast.Slice {
  if (e.nodeType !== 'Slice' || e.step !== null || !c.has('BINARY_SLICE')) return false
  return !c.facts.constantSlices || !isConstantSlice(e)
}

/** Lower and upper bound. */
export function sliceParts(c: Compiler, e: ast.Slice): void {
  const loc = locationOf(e)
  if (e.lower) c.visit(e.lower)
  else c.loadConst(loc, NONE)
  if (e.upper) c.visit(e.upper)
  else c.loadConst(loc, NONE)
}

/** A slice object. */
export function visitSlice(c: Compiler, e: ast.Slice): void {
  const loc = locationOf(e)
  if (c.facts.constantSlices && isConstantSlice(e)) {
    const [start, stop, step] = [e.lower, e.upper, e.step].map((it) =>
      it?.nodeType === 'Constant' ? constantNode(it) : NONE,
    )
    return c.loadConst(loc, { kind: 'slice', start, stop, step })
  }
  sliceParts(c, e)
  if (e.step) c.visit(e.step)
  c.op(loc, 'BUILD_SLICE', e.step ? 3 : 2)
}

/** Fetch an element: an instruction of its own up to 3.13. */
export function binarySubscr(c: Compiler, loc: Location): void {
  if (c.has('BINARY_SUBSCR')) c.op(loc, 'BINARY_SUBSCR')
  else c.binary(loc, 'NB_SUBSCR')
}

/** `a[i]` as a value, a target or what `del` deletes. */
export function visitSubscript(c: Compiler, e: ast.Subscript): void {
  const loc = locationOf(e)
  if (e.ctx === 'Load') {
    checkSubscripter(c, e.value)
    checkIndex(c, e.value, e.slice)
  }
  c.visit(e.value)
  if (e.ctx !== 'Del' && isTwoPartSlice(c, e.slice)) {
    sliceParts(c, e.slice)
    return c.op(loc, e.ctx === 'Load' ? 'BINARY_SLICE' : 'STORE_SLICE')
  }
  c.visit(e.slice)
  if (e.ctx === 'Load') binarySubscr(c, loc)
  else c.op(loc, e.ctx === 'Store' ? 'STORE_SUBSCR' : 'DELETE_SUBSCR')
}
