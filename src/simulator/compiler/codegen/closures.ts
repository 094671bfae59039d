// From code to function object (CPython: codegen_make_closure, codegen_default_arguments, codegen_kwonlydefaults).

import type * as ast from '../../parser/ast.ts'
import { CO_FAST_FREE, type Code } from '../code.ts'
import type { Compiler } from '../compiler.ts'
import { strConstant, tupleConstant } from '../constants.ts'
import type { Location } from '../location.ts'
import { indexOf } from '../unit.ts'

export const MAKE_FUNCTION_DEFAULTS = 1
export const MAKE_FUNCTION_KWDEFAULTS = 2
export const MAKE_FUNCTION_ANNOTATIONS = 4
export const MAKE_FUNCTION_CLOSURE = 8
export const MAKE_FUNCTION_ANNOTATE = 16

/** In the order the values lie on the stack, top first. */
const ATTRIBUTES = [
  MAKE_FUNCTION_CLOSURE,
  MAKE_FUNCTION_ANNOTATIONS,
  MAKE_FUNCTION_ANNOTATE,
  MAKE_FUNCTION_KWDEFAULTS,
  MAKE_FUNCTION_DEFAULTS,
]

/** What a class body itself provides as cells. */
const CLASS_CELLS = new Set(['__class__', '__classdict__', '__conditional_annotations__'])

/** codegen_make_closure: a function object on the stack. */
export function makeClosure(c: Compiler, loc: Location, code: Code, flags: number): void {
  const free = code.co_localsplusnames.filter((_, i) => code.co_localspluskinds[i] & CO_FAST_FREE)
  for (const name of free) {
    const own = c.u.type === 'class' && CLASS_CELLS.has(name)
    const isCell = own || c.u.entry.scopeOf(name) === 'CELL'
    c.op(loc, 'LOAD_CLOSURE', indexOf(isCell ? c.u.cellvars : c.u.freevars, name))
  }
  if (free.length) {
    flags |= MAKE_FUNCTION_CLOSURE
    c.op(loc, 'BUILD_TUPLE', free.length)
  }
  c.loadConst(loc, { kind: 'code', code })
  if (!c.has('SET_FUNCTION_ATTRIBUTE')) return c.op(loc, 'MAKE_FUNCTION', flags)
  c.op(loc, 'MAKE_FUNCTION')
  for (const attribute of ATTRIBUTES) if (flags & attribute) c.op(loc, 'SET_FUNCTION_ATTRIBUTE', attribute)
}

/** Push the defaults; returns which flags of the function they are. */
export function defaultArguments(c: Compiler, loc: Location, args: ast.arguments_): number {
  let flags = 0
  if (args.defaults.length) {
    c.visitAll(args.defaults)
    c.op(loc, 'BUILD_TUPLE', args.defaults.length)
    flags |= MAKE_FUNCTION_DEFAULTS
  }
  if (keywordDefaults(c, loc, args)) flags |= MAKE_FUNCTION_KWDEFAULTS
  return flags
}

function keywordDefaults(c: Compiler, loc: Location, args: ast.arguments_): boolean {
  const names: string[] = []
  args.kwonlyargs.forEach((arg, i) => {
    const value = args.kw_defaults[i]
    if (!value) return
    const name = c.u.mangle(arg.arg)
    names.push(name)
    if (!c.has('BUILD_CONST_KEY_MAP')) c.loadConst(loc, strConstant(name))
    c.visit(value)
  })
  if (!names.length) return false
  if (c.has('BUILD_CONST_KEY_MAP')) {
    c.loadConst(loc, tupleConstant(names.map((name) => strConstant(name))))
    c.op(loc, 'BUILD_CONST_KEY_MAP', names.length)
  } else {
    c.op(loc, 'BUILD_MAP', names.length)
  }
  return true
}
