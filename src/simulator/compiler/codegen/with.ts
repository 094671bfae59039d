// with, async with (CPython: codegen_with_inner, codegen_async_with_inner, codegen_with_except_finish).

import type * as ast from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import { type Location, locationOf, NO_LOCATION } from '../location.ts'
import type { Label } from '../unit.ts'
import { popExceptAndReraise } from './exceptions.ts'
import { addAwait } from './generators.ts'
import { jumpTo } from './jumps.ts'
import { callExitWithNones } from './unwind.ts'

export function visitWith(c: Compiler, s: ast.With | ast.AsyncWith): void {
  if (s.nodeType === 'AsyncWith' && c.u.type !== 'async_function') {
    c.error("'async with' outside async function", locationOf(s))
  }
  withItem(c, s, 0)
}

function withItem(c: Compiler, s: ast.With | ast.AsyncWith, pos: number): void {
  const item = s.items[pos]
  const isAsync = s.nodeType === 'AsyncWith'
  const block = c.label()
  const final = c.label()
  const exit = c.label()
  const cleanup = c.label()
  c.visit(item.context_expr)
  const loc = c.facts.withAt === 'statement' ? locationOf(s) : locationOf(item.context_expr)
  enter(c, loc, isAsync)
  c.jump(loc, 'SETUP_WITH', final)
  c.use(block)
  c.pushFBlock(isAsync ? 'async_with' : 'with', loc, block, final)
  if (item.optional_vars) c.visit(item.optional_vars)
  else c.op(loc, 'POP_TOP')
  if (pos + 1 === s.items.length) c.body(s.body)
  else {
    withItem(c, s, pos + 1)
    c.place = NO_LOCATION
  }
  // 3.11's `async with` leaves its block where the body ended.
  const left = c.facts.placeIsVariable ? c.place : loc
  c.op(isAsync ? left : NO_LOCATION, 'POP_BLOCK')
  c.popFBlock()

  // Left without an exception: __exit__(None, None, None).
  callExitWithNones(c, loc)
  if (isAsync) addAwait(c, loc, 2)
  c.op(loc, 'POP_TOP')
  c.jump(loc, 'JUMP', exit)

  c.use(final)
  c.jump(loc, 'SETUP_CLEANUP', cleanup)
  c.op(loc, 'PUSH_EXC_INFO')
  c.op(loc, 'WITH_EXCEPT_START')
  if (isAsync) addAwait(c, loc, 2)
  exceptFinish(c, cleanup)
  c.use(exit)
}

function enter(c: Compiler, loc: Location, isAsync: boolean): void {
  if (!c.has('LOAD_SPECIAL')) {
    c.op(loc, isAsync ? 'BEFORE_ASYNC_WITH' : 'BEFORE_WITH')
  } else {
    const special = (name: string) => c.op(loc, 'LOAD_SPECIAL', c.opcodes.table.specialMethods.indexOf(name))
    c.op(loc, 'COPY', 1)
    special(isAsync ? '__aexit__' : '__exit__')
    c.op(loc, 'SWAP', 2)
    c.op(loc, 'SWAP', 3)
    special(isAsync ? '__aenter__' : '__enter__')
    c.call(loc, 0)
  }
  if (isAsync) addAwait(c, loc, 1)
}

/** __exit__ has answered whether the exception is swallowed. */
function exceptFinish(c: Compiler, cleanup: Label): void {
  const suppress = c.label()
  const exit = c.label()
  c.toBool(NO_LOCATION)
  c.jump(NO_LOCATION, 'POP_JUMP_IF_TRUE', suppress)
  c.op(NO_LOCATION, 'RERAISE', 2)
  if (c.facts.withCleanupFirst) {
    c.use(cleanup)
    popExceptAndReraise(c, NO_LOCATION)
    c.use(suppress)
    popAfterSuppress(c)
    return
  }
  c.use(suppress)
  popAfterSuppress(c)
  jumpTo(c, exit)
  c.use(cleanup)
  popExceptAndReraise(c, NO_LOCATION)
  c.use(exit)
}

function popAfterSuppress(c: Compiler): void {
  c.op(NO_LOCATION, 'POP_TOP')
  c.op(NO_LOCATION, 'POP_BLOCK')
  c.op(NO_LOCATION, 'POP_EXCEPT')
  c.op(NO_LOCATION, 'POP_TOP')
  c.op(NO_LOCATION, 'POP_TOP')
  if (c.has('LOAD_SPECIAL')) c.op(NO_LOCATION, 'POP_TOP')
}
