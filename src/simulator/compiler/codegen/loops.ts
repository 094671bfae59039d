// if, while, for, async for (CPython: codegen_if, codegen_while, codegen_for, codegen_async_for).

import type * as ast from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import { NONE } from '../constants.ts'
import { type Location, locationOf, NO_LOCATION } from '../location.ts'
import type { Label } from '../unit.ts'
import { addYieldFrom } from './generators.ts'
import { jumpIf, jumpTo } from './jumps.ts'

export function visitIf(c: Compiler, s: ast.If): void {
  const end = c.label()
  const hasElse = s.orelse.length > 0
  const next = hasElse ? c.label() : end
  c.place = jumpIf(c, locationOf(s), s.test, next, false)
  c.body(s.body)
  if (hasElse) {
    jumpTo(c, end)
    c.use(next)
    c.body(s.orelse)
  }
  c.use(end)
}

export function visitWhile(c: Compiler, s: ast.While): void {
  const loc = locationOf(s)
  const loop = c.label()
  const body = c.label()
  const anchor = c.label()
  const end = c.label()
  c.use(loop)
  c.pushFBlock('while_loop', loc, loop, end)
  jumpIf(c, loc, s.test, anchor, false)
  if (c.facts.whileTest === 'again-at-end') {
    c.use(body)
    c.body(s.body)
    c.place = jumpIf(c, loc, s.test, body, true)
  } else {
    c.body(s.body)
    c.jump(NO_LOCATION, 'JUMP', loop)
  }
  c.popFBlock()
  c.use(anchor)
  c.body(s.orelse)
  c.use(end)
}

/** What follows a loop that ran to its end: the iterator is dropped. */
export function endFor(c: Compiler): void {
  if (!c.has('END_FOR')) return
  c.op(NO_LOCATION, 'END_FOR')
  if (c.has('POP_ITER')) c.op(NO_LOCATION, 'POP_ITER')
  else if (c.facts.popAfterEndFor) c.op(NO_LOCATION, 'POP_TOP')
}

/** Make the iterator (and, since 3.15, keep the iterable under it). */
export function getIter(c: Compiler, loc: Location): void {
  c.op(loc, 'GET_ITER', 0)
}

export function visitFor(c: Compiler, s: ast.For): void {
  const start = c.label()
  const body = c.label()
  const cleanup = c.label()
  const end = c.label()
  const statement = locationOf(s)
  c.pushFBlock('for_loop', statement, start, end)
  c.visit(s.iter)
  const loc = c.facts.iterationAt === 'statement' ? statement : locationOf(s.iter)
  getIter(c, loc)
  c.use(start)
  c.jump(loc, 'FOR_ITER', cleanup)
  if (c.facts.nopForTarget) c.op(locationOf(s.target), 'NOP')
  c.use(body)
  c.visit(s.target)
  c.body(s.body)
  c.jump(NO_LOCATION, 'JUMP', start)
  c.use(cleanup)
  endFor(c)
  c.popFBlock()
  c.body(s.orelse)
  c.use(end)
}

export function visitAsyncFor(c: Compiler, s: ast.AsyncFor): void {
  const loc = locationOf(s)
  if (c.u.type !== 'async_function') c.error("'async for' outside async function", loc)
  const start = c.label()
  const except = c.label()
  const end = c.label()
  c.visit(s.iter)
  c.op(c.facts.iterationAt === 'statement' ? loc : locationOf(s.iter), 'GET_AITER')
  c.use(start)
  c.pushFBlock('async_for_loop', loc, start, end)
  c.jump(loc, 'SETUP_FINALLY', except)
  c.op(loc, 'GET_ANEXT')
  if (c.facts.iterableStaysOnStack) c.op(loc, 'PUSH_NULL')
  c.loadConst(loc, NONE)
  const send = c.label()
  c.use(send)
  addYieldFrom(c, loc, true)
  c.op(loc, 'POP_BLOCK')
  if (c.has('NOT_TAKEN')) c.op(loc, 'NOT_TAKEN')
  c.visit(s.target)
  c.body(s.body)
  c.jump(NO_LOCATION, 'JUMP', start)
  c.popFBlock()
  c.use(except)
  endAsyncFor(c, c.facts.endAsyncForAt === 'statement' ? loc : locationOf(s.iter), send)
  c.body(s.orelse)
  c.use(end)
}

/** END_ASYNC_FOR jumps back on paper only, so that monitoring finds the loop (3.14+). */
export function endAsyncFor(c: Compiler, loc: Location, send: Label): void {
  if (c.opcodes.byName.get('END_ASYNC_FOR')?.isJump) c.jump(loc, 'END_ASYNC_FOR', send)
  else c.op(loc, 'END_ASYNC_FOR')
}
