// Leaving blocks by return, break and continue (CPython: codegen_unwind_fblock, codegen_return).

import type * as ast from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import { NONE } from '../constants.ts'
import { constantNode } from '../fold/tree.ts'
import { type Location, locationOf, NO_LOCATION } from '../location.ts'
import type { FBlock } from '../unit.ts'
import { addAwait } from './generators.ts'
import { nameop } from './names.ts'

/** Call `__exit__(None, None, None)`; the callable lies on the stack. */
export function callExitWithNones(c: Compiler, loc: Location): void {
  for (let i = 0; i < 3; i++) c.loadConst(loc, NONE)
  c.call(loc, c.has('LOAD_SPECIAL') ? 3 : 2)
}

/** codegen_unwind_fblock: what leaving this block takes. Returns the location for what comes after it. */
function unwindFBlock(c: Compiler, loc: Location, info: FBlock, preserveTos: boolean): Location {
  switch (info.type) {
    case 'for_loop':
      return popIterator(c, loc, preserveTos)
    case 'async_for_loop':
      if (preserveTos) c.op(loc, 'SWAP', 2)
      c.op(loc, 'POP_TOP')
      return loc
    case 'try_except':
      c.op(loc, 'POP_BLOCK')
      return loc
    case 'finally_try':
      c.op(loc, 'POP_BLOCK')
      if (preserveTos) c.pushFBlock('pop_value', loc, null)
      info.finallyBody?.()
      if (preserveTos) c.popFBlock()
      return NO_LOCATION
    case 'finally_end':
      if (preserveTos) c.op(loc, 'SWAP', 2)
      c.op(loc, 'POP_TOP')
      if (preserveTos) c.op(loc, 'SWAP', 2)
      c.op(loc, 'POP_BLOCK')
      c.op(loc, 'POP_EXCEPT')
      return loc
    case 'with':
    case 'async_with':
      return unwindWith(c, info, preserveTos)
    case 'handler_cleanup':
      if (info.name) c.op(loc, 'POP_BLOCK')
      if (preserveTos) c.op(loc, 'SWAP', 2)
      c.op(loc, 'POP_BLOCK')
      c.op(loc, 'POP_EXCEPT')
      if (info.name) {
        c.loadConst(loc, NONE)
        nameop(c, loc, info.name, 'Store')
        nameop(c, loc, info.name, 'Del')
      }
      return loc
    case 'pop_value':
      if (preserveTos) c.op(loc, 'SWAP', 2)
      c.op(loc, 'POP_TOP')
      return loc
    default:
      return loc
  }
}

function popIterator(c: Compiler, loc: Location, preserveTos: boolean): Location {
  if (c.facts.iterableStaysOnStack) {
    if (preserveTos) c.op(loc, 'SWAP', 3)
    c.op(loc, 'POP_TOP')
    c.op(loc, 'POP_TOP')
    return loc
  }
  if (preserveTos) c.op(loc, 'SWAP', 2)
  c.op(loc, 'POP_TOP')
  return loc
}

function unwindWith(c: Compiler, info: FBlock, preserveTos: boolean): Location {
  const { loc } = info
  c.op(loc, 'POP_BLOCK')
  if (preserveTos) {
    if (c.has('LOAD_SPECIAL')) c.op(loc, 'SWAP', 3)
    c.op(loc, 'SWAP', 2)
  }
  callExitWithNones(c, loc)
  if (info.type === 'async_with') addAwait(c, loc, 2)
  c.op(loc, 'POP_TOP')
  return NO_LOCATION
}

/** codegen_unwind_fblock_stack: leave everything, or (`toLoop`) everything inside the innermost loop. */
function unwindStack(c: Compiler, loc: Location, preserveTos: boolean, toLoop: boolean): [Location, FBlock | null] {
  const top = c.u.fblocks[c.u.fblocks.length - 1]
  if (!top) return [loc, null]
  if (top.type === 'exception_group_handler') {
    c.error("'break', 'continue' and 'return' cannot appear in an except* block", loc)
  }
  if (toLoop && (top.type === 'while_loop' || top.type === 'for_loop' || top.type === 'async_for_loop'))
    return [loc, top]
  c.u.fblocks.pop()
  const after = unwindFBlock(c, loc, top, preserveTos)
  const result = unwindStack(c, after, preserveTos, toLoop)
  c.u.fblocks.push(top)
  return result
}

/** `return`. */
export function visitReturn(c: Compiler, s: ast.Return): void {
  let loc = locationOf(s)
  const { value } = s
  const { entry } = c.u
  if (!entry.isFunctionLike()) c.error("'return' outside function", loc)
  if (value && entry.coroutine && entry.generator) c.error("'return' with value in async generator", loc)
  const preserveTos = value !== null && value.nodeType !== 'Constant'
  if (value && preserveTos) {
    c.visit(value)
  } else if (value) {
    loc = locationOf(value)
    c.op(loc, 'NOP')
  }
  if (!value || value.lineno !== s.lineno) {
    loc = locationOf(s)
    c.op(loc, 'NOP')
  }
  const [after] = unwindStack(c, loc, preserveTos, false)
  if (!value) c.loadConst(after, NONE)
  else if (value.nodeType === 'Constant') c.loadConst(after, constantNode(value))
  c.op(after, 'RETURN_VALUE')
  c.place = after
}

/** `break`. */
export function visitBreak(c: Compiler, s: ast.Break): void {
  const origin = locationOf(s)
  c.op(origin, 'NOP')
  const [loc, loop] = unwindStack(c, origin, false, true)
  if (!loop) c.error("'break' outside loop", origin)
  const after = unwindFBlock(c, loc, loop, false)
  if (loop.exit) c.jump(after, 'JUMP', loop.exit)
  c.place = after
}

/** `continue`. */
export function visitContinue(c: Compiler, s: ast.Continue): void {
  const origin = locationOf(s)
  c.op(origin, 'NOP')
  const [loc, loop] = unwindStack(c, origin, false, true)
  if (!loop) c.error("'continue' not properly in loop", origin)
  if (loop.block) c.jump(loc, 'JUMP', loop.block)
  c.place = loc
}
