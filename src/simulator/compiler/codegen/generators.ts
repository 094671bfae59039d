// yield, yield from, await (CPython: codegen_addop_yield, codegen_add_yield_from, codegen_wrap_in_stopiteration_handler).

import type * as ast from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import { NONE } from '../constants.ts'
import { type Location, locationOf, NO_LOCATION } from '../location.ts'

const RESUME_AFTER_YIELD = 1
const RESUME_AFTER_YIELD_FROM = 2
const RESUME_AFTER_AWAIT = 3
/** The argument of GET_ITER for `yield from` (3.15). */
const GET_ITER_YIELD_FROM = 3

/** Yield the value on the stack. */
export function addYield(c: Compiler, loc: Location): void {
  const { entry } = c.u
  if (entry.generator && entry.coroutine) c.intrinsic1(loc, 'INTRINSIC_ASYNC_GEN_WRAP', 'ASYNC_GEN_WRAP')
  c.op(loc, 'YIELD_VALUE', 0)
  c.op(loc, 'RESUME', RESUME_AFTER_YIELD)
}

/** Pass everything between the caller and the iterator on the stack, until that ends. */
export function addYieldFrom(c: Compiler, loc: Location, isAwait: boolean): void {
  const resume = isAwait ? RESUME_AFTER_AWAIT : RESUME_AFTER_YIELD_FROM
  const send = c.label()
  const fail = c.label()
  const exit = c.label()
  c.use(send)
  c.jump(loc, 'SEND', exit)
  if (!c.has('CLEANUP_THROW')) {
    c.use(fail)
    c.op(loc, 'YIELD_VALUE')
    c.op(loc, 'RESUME', resume)
    c.jump(loc, 'JUMP_NO_INTERRUPT', send)
    return c.use(exit)
  }
  // A virtual try/except: YIELD_VALUE raises only when StopIteration comes from close or throw.
  c.jump(loc, 'SETUP_FINALLY', fail)
  c.op(loc, 'YIELD_VALUE', c.facts.yieldFromFlag)
  c.op(NO_LOCATION, 'POP_BLOCK')
  c.op(loc, 'RESUME', resume)
  c.jump(loc, 'JUMP_NO_INTERRUPT', send)
  c.use(fail)
  c.op(loc, 'CLEANUP_THROW')
  c.use(exit)
  c.op(loc, 'END_SEND')
}

/** Wait for the awaitable on the stack. `where`: 0 plain, 1 __aenter__, 2 __aexit__ (for the error message). */
export function addAwait(c: Compiler, loc: Location, where: number): void {
  c.op(loc, 'GET_AWAITABLE', where)
  if (c.facts.iterableStaysOnStack) c.op(loc, 'PUSH_NULL')
  c.loadConst(loc, NONE)
  addYieldFrom(c, loc, true)
}

export function visitYield(c: Compiler, e: ast.Yield): void {
  const loc = locationOf(e)
  if (!c.u.entry.isFunctionLike()) c.error("'yield' outside function", loc)
  if (e.value) c.visit(e.value)
  else c.loadConst(loc, NONE)
  addYield(c, loc)
}

export function visitYieldFrom(c: Compiler, e: ast.YieldFrom): void {
  const loc = locationOf(e)
  if (!c.u.entry.isFunctionLike()) c.error(c.facts.yieldFromOutside, loc)
  if (c.u.type === 'async_function') c.error("'yield from' inside async function", loc)
  c.visit(e.value)
  if (c.has('GET_YIELD_FROM_ITER')) c.op(loc, 'GET_YIELD_FROM_ITER')
  else c.op(loc, 'GET_ITER', GET_ITER_YIELD_FROM)
  c.loadConst(loc, NONE)
  addYieldFrom(c, loc, false)
}

export function visitAwait(c: Compiler, e: ast.Await): void {
  const loc = locationOf(e)
  if (!c.u.entry.isFunctionLike()) c.error("'await' outside function", loc)
  if (c.u.type !== 'async_function' && c.u.type !== 'comprehension') c.error("'await' outside async function", loc)
  c.visit(e.value)
  addAwait(c, loc, 0)
}

/**
 * A generator must not leak StopIteration: all its code stands in a handler (3.12+). Codegen of the body comes first.
 * `at`: the index of its first instruction.
 */
export function wrapInStopIterationHandler(c: Compiler, at = 0): void {
  const handler = c.label()
  for (const label of c.u.labels) if (label.index >= at) label.index++
  c.u.code.splice(at, 0, { op: 'SETUP_CLEANUP', arg: 0, label: handler, loc: NO_LOCATION, made: 0 })
  c.loadConst(NO_LOCATION, NONE)
  c.op(NO_LOCATION, 'RETURN_VALUE')
  c.use(handler)
  c.intrinsic1(NO_LOCATION, 'INTRINSIC_STOPITERATION_ERROR', '')
  c.op(NO_LOCATION, 'RERAISE', 1)
}
