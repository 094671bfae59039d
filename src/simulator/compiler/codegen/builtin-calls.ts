// `all(...)`, `any(...)`, `tuple(...)` of a generator expression, run in place (CPython: maybe_optimize_function_call, 3.14+).

import type * as ast from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import { FALSE, TRUE } from '../constants.ts'
import { locationOf, NO_LOCATION } from '../location.ts'
import type { Label } from '../unit.ts'

/** Emit the fast way, guarded by a check that the name still means the builtin; the ordinary call follows it. Returns whether it did. */
export function optimizeFunctionCall(c: Compiler, e: ast.Call, end: Label): boolean {
  const { func, args, keywords } = e
  if (func.nodeType !== 'Name' || args.length !== 1 || keywords.length) return false
  const generator = args[0]
  if (generator.nodeType !== 'GeneratorExp' || !c.facts.inlinedBuiltins.includes(func.id)) return false
  const loc = locationOf(func)
  const skip = c.label()
  const collects = BUILDERS[func.id]

  c.op(loc, 'COPY', 1)
  c.commonConstant(loc, func.id)
  c.op(loc, 'IS_OP', 0)
  c.jump(loc, 'POP_JUMP_IF_FALSE', skip)
  c.op(loc, 'POP_TOP')
  if (collects) c.op(loc, collects.build, 0)
  c.visit(generator)
  if (c.facts.iterableStaysOnStack) c.op(loc, 'PUSH_NULL')
  const loop = c.label()
  const cleanup = c.label()
  c.use(loop)
  c.jump(loc, 'FOR_ITER', cleanup)
  if (collects) {
    c.op(loc, collects.add, c.facts.iterableStaysOnStack ? 3 : 2)
    c.jump(loc, 'JUMP', loop)
  } else {
    c.op(loc, 'TO_BOOL')
    c.jump(loc, func.id === 'all' ? 'POP_JUMP_IF_TRUE' : 'POP_JUMP_IF_FALSE', loop)
  }
  c.op(NO_LOCATION, 'POP_ITER')
  if (!collects) c.loadConst(loc, func.id === 'all' ? FALSE : TRUE)
  c.jump(loc, 'JUMP', end)
  c.use(cleanup)
  c.op(NO_LOCATION, 'END_FOR')
  c.op(NO_LOCATION, 'POP_ITER')
  if (func.id === 'tuple') c.intrinsic1(loc, 'INTRINSIC_LIST_TO_TUPLE', '')
  else if (!collects) c.loadConst(loc, func.id === 'all' ? TRUE : FALSE)
  c.jump(loc, 'JUMP', end)
  c.use(skip)
  return true
}

const BUILDERS: Record<string, { build: string; add: string } | undefined> = {
  tuple: { build: 'BUILD_LIST', add: 'LIST_APPEND' },
  list: { build: 'BUILD_LIST', add: 'LIST_APPEND' },
  set: { build: 'BUILD_SET', add: 'SET_ADD' },
}
