// Type parameters and type aliases in the symbol table (CPython: symtable_enter_type_param_block and its callers; PEP 695).

import type * as ast from '../../parser/ast.ts'
import { type Location, locationOf } from '../location.ts'
import { defineFormat, seeClassScope } from './annotations.ts'
import type { SymtableBuilder } from './builder.ts'
import { DEF_LOCAL, DEF_PARAM, DEF_TYPE_PARAM, USE } from './entry.ts'
import { visitExpr } from './visit.ts'

/** Enter the scope of `[T, ...]` and define the parameters; the caller exits it. */
export function enterTypeParams(
  st: SymtableBuilder,
  name: string,
  params: readonly ast.type_param[],
  location: Location,
  what: { defaults: boolean; kwdefaults: boolean; isClass: boolean },
): void {
  const inClass = st.current.type === 'class'
  st.enter(name, 'type_parameters', params, location)
  if (inClass) seeClassScope(st, location)
  if (what.isClass) {
    for (const hidden of ['.type_params', '.generic_base']) {
      st.define(hidden, DEF_LOCAL, location)
      st.define(hidden, USE, location)
    }
  }
  if (what.defaults) st.define('.defaults', DEF_PARAM, location)
  if (what.kwdefaults) st.define('.kwdefaults', DEF_PARAM, location)
  for (const param of params) visitTypeParam(st, param)
}

function visitTypeParam(st: SymtableBuilder, param: ast.type_param): void {
  st.define(param.name, DEF_TYPE_PARAM | DEF_LOCAL, locationOf(param))
  if (param.nodeType === 'TypeVar') visitBoundOrDefault(st, param.bound, param.name)
  visitBoundOrDefault(st, param.default_value, param.name)
}

function visitBoundOrDefault(st: SymtableBuilder, e: ast.expr | null, name: string): void {
  if (e === null) return
  const inClass = st.current.canSeeClassScope
  st.enter(name, 'type_variable', e, locationOf(e), st.annotationBlocks)
  if (inClass) seeClassScope(st, locationOf(e))
  if (st.facts.deferredAnnotations) defineFormat(st, locationOf(e))
  visitExpr(st, e)
  st.exit()
}

/** `type X[T] = ...` */
export function visitTypeAlias(st: SymtableBuilder, s: ast.TypeAlias): void {
  visitExpr(st, s.name)
  const location = locationOf(s)
  const inClass = st.current.type === 'class'
  const generic = s.type_params.length > 0
  if (generic) {
    const none = { defaults: false, kwdefaults: false, isClass: false }
    enterTypeParams(st, s.name.id, s.type_params, location, none)
  }
  st.enter(s.name.id, 'type_alias', s, location, st.annotationBlocks)
  if (inClass) seeClassScope(st, location)
  if (st.facts.deferredAnnotations) defineFormat(st, location)
  visitExpr(st, s.value)
  st.exit()
  if (generic) st.exit()
}
