// Type parameters and type aliases (CPython: codegen_type_params, codegen_typealias; PEP 695, PEP 696).

import type * as ast from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import { intConstant, NONE, strConstant, tupleConstant } from '../constants.ts'
import { type Location, locationOf } from '../location.ts'
import type { Entry } from '../symtable/entry.ts'
import { enterAnnotationScope } from './annotations.ts'
import { MAKE_FUNCTION_DEFAULTS, makeClosure } from './closures.ts'
import { nameop } from './names.ts'

/** The hidden function around a generic definition; its parameters are made first. */
export function enterTypeParamScope(
  c: Compiler,
  name: string,
  params: readonly ast.type_param[],
  lineno: number,
  privateName: string | null,
  argcount: number,
): void {
  c.enterScope('annotations', c.entryOf(params), `<generic parameters of ${name}>`, lineno, privateName, { argcount })
  typeParams(c, params)
}

function typeParams(c: Compiler, params: readonly ast.type_param[]): void {
  let seenDefault = false
  for (const param of params) {
    const loc = locationOf(param)
    c.loadConst(loc, strConstant(param.name, true))
    if (param.nodeType === 'TypeVar' && param.bound) {
      boundOrDefault(c, loc, param.bound, param.name, false)
      const isTuple = param.bound.nodeType === 'Tuple' || isFoldedTuple(param.bound)
      c.intrinsic2(loc, isTuple ? 'INTRINSIC_TYPEVAR_WITH_CONSTRAINTS' : 'INTRINSIC_TYPEVAR_WITH_BOUND')
    } else {
      c.intrinsic1(loc, `INTRINSIC_${param.nodeType.toUpperCase()}`, '')
    }
    if (param.default_value) {
      seenDefault = true
      boundOrDefault(c, loc, param.default_value, param.name, param.nodeType === 'TypeVarTuple')
      c.intrinsic2(loc, 'INTRINSIC_SET_TYPEPARAM_DEFAULT')
    } else if (seenDefault) {
      c.error(`non-default type parameter '${param.name}' follows default type parameter`, loc)
    }
    c.op(loc, 'COPY', 1)
    nameop(c, loc, param.name, 'Store')
  }
  c.op(locationOf(params[0]), 'BUILD_TUPLE', params.length)
}

function isFoldedTuple(e: ast.expr): boolean {
  return e.nodeType === 'Constant' && 'folded' in e && (e.folded as { kind: string }).kind === 'tuple'
}

/** A bound or default is a function, called when it is asked for. */
function boundOrDefault(c: Compiler, param: Location, e: ast.expr, name: string, allowStarred: boolean): void {
  const loc = c.facts.typeParamBoundAt === 'parameter' ? param : locationOf(e)
  lazily(c, loc, e.lineno, c.annotationEntryOf(e) as Entry, name, () => {
    if (allowStarred && e.nodeType === 'Starred') {
      c.visit(e.value)
      c.op(loc, 'UNPACK_SEQUENCE', 1)
    } else {
      c.visit(e)
    }
  })
}

function lazily(c: Compiler, loc: Location, lineno: number, entry: Entry, name: string, value: () => void): void {
  let flags = 0
  if (c.facts.deferredAnnotations) {
    c.loadConst(loc, tupleConstant([intConstant(1)]))
    enterAnnotationScope(c, loc, entry, name, null)
    flags = MAKE_FUNCTION_DEFAULTS
  } else {
    c.enterScope('annotations', entry, name, lineno)
  }
  value()
  c.op(loc, 'RETURN_VALUE')
  const code = c.exitScope(true)
  makeClosure(c, loc, code, flags)
}

/** What must lie under the arguments of the hidden function, before any of them. */
export function beforeGeneric(c: Compiler, loc: Location): void {
  if (c.facts.pushNull === 'before') c.op(loc, 'PUSH_NULL')
}

/** Finish the hidden function around a generic definition, make it and call it. */
export function callGeneric(c: Compiler, loc: Location, args: number): void {
  makeClosure(c, loc, c.exitScope(false), 0)
  if (args > 0) {
    c.op(loc, 'SWAP', args + 1)
    c.call(loc, c.facts.pushNull === 'before' ? args : args - 1)
    return
  }
  if (c.facts.pushNull === 'after') c.op(loc, 'PUSH_NULL')
  c.call(loc, 0)
}

/** `type X[T] = ...`. */
export function visitTypeAlias(c: Compiler, s: ast.TypeAlias): void {
  const loc = locationOf(s)
  const name = s.name.id
  const generic = s.type_params.length > 0
  if (generic) {
    beforeGeneric(c, loc)
    c.enterScope('annotations', c.entryOf(s.type_params), `<generic parameters of ${name}>`, s.lineno)
    c.loadConst(loc, strConstant(name, true))
    typeParams(c, s.type_params)
  } else {
    c.loadConst(loc, strConstant(name, true))
    c.loadConst(loc, NONE)
  }
  lazily(c, loc, s.lineno, c.annotationEntryOf(s) as Entry, name, () => c.visit(s.value))
  c.op(loc, 'BUILD_TUPLE', 3)
  c.intrinsic1(loc, 'INTRINSIC_TYPEALIAS', '')
  if (generic) callGeneric(c, loc, 0)
  nameop(c, loc, name, 'Store')
}
