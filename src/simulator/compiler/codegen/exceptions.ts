// try, except, finally, raise, assert (CPython: codegen_try_finally, codegen_try_except, codegen_assert).

import type * as ast from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import { NONE } from '../constants.ts'
import { type Location, locationOf, NO_LOCATION } from '../location.ts'
import type { Label } from '../unit.ts'
import { jumpIf, jumpTo } from './jumps.ts'
import { nameop } from './names.ts'
import { checkAssert } from './warnings.ts'

/** Put the previous exception back and raise the one on the stack again. */
export function popExceptAndReraise(c: Compiler, loc: Location): void {
  c.op(loc, 'COPY', 3)
  c.op(loc, 'POP_EXCEPT')
  c.op(loc, 'RERAISE', 1)
}

/** `except ... as name` ends: the name is unbound. */
export function unbind(c: Compiler, name: string): void {
  c.loadConst(NO_LOCATION, NONE)
  nameop(c, NO_LOCATION, name, 'Store')
  nameop(c, NO_LOCATION, name, 'Del')
}

export function visitTry(c: Compiler, s: ast.Try): void {
  if (s.finalbody.length) tryFinally(c, s, () => (s.handlers.length ? tryExcept(c, s) : c.body(s.body)))
  else tryExcept(c, s)
}

/** `finally`, around what `inner` compiles. */
export function tryFinally(c: Compiler, s: ast.Try | ast.TryStar, inner: () => void): void {
  const loc = locationOf(s)
  const body = c.label()
  const end = c.label()
  const exit = c.label()
  const cleanup = c.label()
  c.jump(loc, 'SETUP_FINALLY', end)
  c.use(body)
  c.pushFBlock('finally_try', loc, body, end, { finallyBody: () => c.body(s.finalbody) })
  inner()
  c.op(NO_LOCATION, 'POP_BLOCK')
  c.popFBlock()
  c.body(s.finalbody)
  jumpTo(c, exit)

  c.use(end)
  c.jump(NO_LOCATION, 'SETUP_CLEANUP', cleanup)
  c.op(NO_LOCATION, 'PUSH_EXC_INFO')
  c.pushFBlock('finally_end', NO_LOCATION, end)
  c.body(s.finalbody)
  c.popFBlock()
  const place = c.facts.placeIsVariable ? c.place : NO_LOCATION
  c.op(place, 'RERAISE', 0)
  c.use(cleanup)
  popExceptAndReraise(c, place)
  c.use(exit)
}

function tryExcept(c: Compiler, s: ast.Try): void {
  const loc = locationOf(s)
  const body = c.label()
  const except = c.label()
  const end = c.label()
  const cleanup = c.label()
  c.jump(loc, 'SETUP_FINALLY', except)
  c.use(body)
  c.pushFBlock('try_except', loc, body)
  c.body(s.body)
  c.popFBlock()
  c.op(NO_LOCATION, 'POP_BLOCK')
  c.body(s.orelse)
  jumpTo(c, end)

  c.use(except)
  c.jump(NO_LOCATION, 'SETUP_CLEANUP', cleanup)
  c.op(NO_LOCATION, 'PUSH_EXC_INFO')
  c.pushFBlock('exception_handler', loc, null)
  s.handlers.forEach((handler, i) => {
    if (!handler.type && i < s.handlers.length - 1) c.error("default 'except:' must be last", locationOf(handler))
    visitHandler(c, handler, end)
  })
  c.popFBlock()
  c.op(NO_LOCATION, 'RERAISE', 0)
  c.use(cleanup)
  popExceptAndReraise(c, NO_LOCATION)
  c.place = NO_LOCATION
  c.use(end)
}

function visitHandler(c: Compiler, handler: ast.ExceptHandler, end: Label): void {
  const loc = locationOf(handler)
  const next = c.label()
  const cleanupBody = c.label()
  if (handler.type) {
    c.visit(handler.type)
    c.op(loc, 'CHECK_EXC_MATCH')
    c.jump(loc, 'POP_JUMP_IF_FALSE', next)
  }
  if (handler.name) {
    const cleanupEnd = c.label()
    nameop(c, loc, handler.name, 'Store')
    c.jump(loc, 'SETUP_CLEANUP', cleanupEnd)
    c.use(cleanupBody)
    c.pushFBlock('handler_cleanup', loc, cleanupBody, null, { name: handler.name })
    c.body(handler.body)
    c.popFBlock()
    c.op(NO_LOCATION, 'POP_BLOCK')
    c.op(NO_LOCATION, 'POP_BLOCK')
    c.op(NO_LOCATION, 'POP_EXCEPT')
    unbind(c, handler.name)
    jumpTo(c, end)
    c.use(cleanupEnd)
    unbind(c, handler.name)
    c.op(NO_LOCATION, 'RERAISE', 1)
  } else {
    c.op(loc, 'POP_TOP')
    c.use(cleanupBody)
    c.pushFBlock('handler_cleanup', loc, cleanupBody)
    c.body(handler.body)
    c.popFBlock()
    c.op(NO_LOCATION, 'POP_BLOCK')
    c.op(NO_LOCATION, 'POP_EXCEPT')
    jumpTo(c, end)
  }
  c.use(next)
}

export function visitRaise(c: Compiler, s: ast.Raise): void {
  if (s.exc) c.visit(s.exc)
  if (s.exc && s.cause) c.visit(s.cause)
  c.op(locationOf(s), 'RAISE_VARARGS', (s.exc ? 1 : 0) + (s.cause ? 1 : 0))
}

export function visitAssert(c: Compiler, s: ast.Assert): void {
  checkAssert(c, s)
  const end = c.label()
  const loc = jumpIf(c, locationOf(s), s.test, end, true)
  if (c.has('LOAD_ASSERTION_ERROR')) c.op(loc, 'LOAD_ASSERTION_ERROR')
  else c.commonConstant(loc, 'AssertionError')
  if (s.msg) {
    c.visit(s.msg)
    c.call(loc, 0)
  }
  c.op(c.facts.assertRaisesAt === 'test' ? locationOf(s.test) : loc, 'RAISE_VARARGS', 1)
  c.use(end)
}
