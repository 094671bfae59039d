// try, except* (CPython: codegen_try_star_except; PEP 654).

import type * as ast from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import { locationOf, NO_LOCATION } from '../location.ts'
import type { Label } from '../unit.ts'
import { popExceptAndReraise, tryFinally, unbind } from './exceptions.ts'
import { jumpTo } from './jumps.ts'
import { nameop } from './names.ts'

export function visitTryStar(c: Compiler, s: ast.TryStar): void {
  if (s.finalbody.length) tryFinally(c, s, () => (s.handlers.length ? tryStarExcept(c, s) : c.body(s.body)))
  else tryStarExcept(c, s)
}

function tryStarExcept(c: Compiler, s: ast.TryStar): void {
  const loc = locationOf(s)
  const body = c.label()
  const except = c.label()
  const orelse = c.label()
  const end = c.label()
  const cleanup = c.label()
  const reraiseStar = c.label()
  c.jump(loc, 'SETUP_FINALLY', except)
  c.use(body)
  c.pushFBlock('try_except', loc, body)
  c.body(s.body)
  c.popFBlock()
  c.op(NO_LOCATION, 'POP_BLOCK')
  jumpTo(c, orelse)

  c.use(except)
  c.jump(NO_LOCATION, 'SETUP_CLEANUP', cleanup)
  c.op(NO_LOCATION, 'PUSH_EXC_INFO')
  c.pushFBlock('exception_group_handler', loc, null)
  s.handlers.forEach((handler, i) => {
    const isLast = i === s.handlers.length - 1
    visitHandler(c, handler, i === 0, isLast ? reraiseStar : null)
  })
  c.popFBlock()
  const reraise = c.label()
  c.use(reraiseStar)
  c.intrinsic2(NO_LOCATION, 'INTRINSIC_PREP_RERAISE_STAR', 'PREP_RERAISE_STAR')
  c.op(NO_LOCATION, 'COPY', 1)
  c.jump(NO_LOCATION, 'POP_JUMP_IF_NOT_NONE', reraise)
  c.op(NO_LOCATION, 'POP_TOP')
  c.op(NO_LOCATION, 'POP_BLOCK')
  c.op(NO_LOCATION, 'POP_EXCEPT')
  jumpTo(c, end)
  c.use(reraise)
  c.op(NO_LOCATION, 'POP_BLOCK')
  c.op(NO_LOCATION, 'SWAP', 2)
  c.op(NO_LOCATION, 'POP_EXCEPT')
  c.op(NO_LOCATION, 'RERAISE', 0)
  c.use(cleanup)
  popExceptAndReraise(c, NO_LOCATION)
  c.use(orelse)
  c.body(s.orelse)
  c.use(end)
}

function visitHandler(c: Compiler, handler: ast.ExceptHandler, isFirst: boolean, reraiseStar: Label | null): void {
  const loc = locationOf(handler)
  const next = c.label()
  const withError = c.label()
  const noMatch = c.label()
  const cleanupEnd = c.label()
  const cleanupBody = c.label()
  if (isFirst) {
    // The list of what is raised in the bodies, and a copy of the group.
    if (c.facts.groupCopiedFirst) c.op(loc, 'COPY', 1)
    c.op(loc, 'BUILD_LIST', 0)
    if (c.facts.groupCopiedFirst) c.op(loc, 'SWAP', 2)
    else c.op(loc, 'COPY', 2)
  }
  if (handler.type) {
    c.visit(handler.type)
    c.op(loc, 'CHECK_EG_MATCH')
    c.op(loc, 'COPY', 1)
    c.jump(loc, 'POP_JUMP_IF_NONE', noMatch)
  }
  if (handler.name) nameop(c, loc, handler.name, 'Store')
  else c.op(loc, 'POP_TOP')
  c.jump(loc, 'SETUP_CLEANUP', cleanupEnd)
  c.use(cleanupBody)
  c.pushFBlock('handler_cleanup', loc, cleanupBody, null, { name: handler.name })
  c.body(handler.body)
  c.popFBlock()
  c.op(NO_LOCATION, 'POP_BLOCK')
  if (handler.name) unbind(c, handler.name)
  jumpTo(c, next)
  c.use(cleanupEnd)
  if (handler.name) unbind(c, handler.name)
  c.op(NO_LOCATION, 'LIST_APPEND', 3)
  c.op(NO_LOCATION, 'POP_TOP')
  jumpTo(c, withError)
  c.use(next)
  c.op(NO_LOCATION, 'NOP')
  jumpTo(c, withError)
  c.use(noMatch)
  c.op(loc, 'POP_TOP')
  c.use(withError)
  if (reraiseStar) {
    c.op(NO_LOCATION, 'LIST_APPEND', 1)
    jumpTo(c, reraiseStar)
  }
}
