// Loading, storing and deleting names (CPython: codegen_nameop, _PyCompile_ResolveNameop).

import type { expr_context } from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import type { Location } from '../location.ts'
import { indexOf } from '../unit.ts'

const VERBS = { Load: 'LOAD', Store: 'STORE', Del: 'DELETE' } as const

/** codegen_nameop. */
export function nameop(c: Compiler, loc: Location, name: string, ctx: expr_context): void {
  const u = c.u
  const mangled = u.mangle(name)
  const scope = u.entry.scopeOf(mangled)
  const verb = VERBS[ctx]
  const inClassBody = u.entry.type === 'class' && u.inlinedComprehensions === 0
  if (scope === 'FREE' || scope === 'CELL') {
    const index = indexOf(scope === 'FREE' ? u.freevars : u.cellvars, mangled)
    if (ctx === 'Load' && inClassBody) {
      if (c.has('LOAD_CLASSDEREF')) return c.op(loc, 'LOAD_CLASSDEREF', index)
      c.op(loc, 'LOAD_LOCALS')
      return c.op(loc, 'LOAD_FROM_DICT_OR_DEREF', index)
    }
    if (ctx === 'Load' && u.entry.canSeeClassScope) {
      loadClassDict(c, loc)
      return c.op(loc, 'LOAD_FROM_DICT_OR_DEREF', index)
    }
    return c.op(loc, `${verb}_DEREF`, index)
  }
  if (scope === 'LOCAL' && (u.entry.isFunctionLike() || u.fastHidden.get(mangled))) {
    return c.op(loc, `${verb}_FAST`, indexOf(u.varnames, mangled))
  }
  const isGlobal = scope === 'GLOBAL_EXPLICIT' || (scope === 'GLOBAL_IMPLICIT' && u.entry.isFunctionLike())
  if (isGlobal) {
    if (ctx === 'Load' && u.entry.canSeeClassScope && scope === 'GLOBAL_IMPLICIT') {
      const index = indexOf(u.names, mangled)
      loadClassDict(c, loc)
      return c.op(loc, 'LOAD_FROM_DICT_OR_GLOBALS', index)
    }
    return globalOp(c, loc, verb, mangled)
  }
  // Inside an inlined comprehension the class's names are out of sight.
  if (ctx === 'Load' && u.entry.type === 'class' && u.inlinedComprehensions > 0) return globalOp(c, loc, verb, mangled)
  c.op(loc, `${verb}_NAME`, indexOf(u.names, mangled))
}

function globalOp(c: Compiler, loc: Location, verb: string, mangled: string): void {
  const index = indexOf(c.u.names, mangled)
  c.op(loc, `${verb}_GLOBAL`, verb === 'LOAD' ? index << 1 : index)
}

function loadClassDict(c: Compiler, loc: Location): void {
  c.op(loc, 'LOAD_DEREF', indexOf(c.u.freevars, '__classdict__'))
}
