// Annotations in the symbol table (CPython: symtable_visit_annotation, symtable_visit_annotations; PEP 649 since 3.14).

import type * as ast from '../../parser/ast.ts'
import { type Location, locationOf } from '../location.ts'
import type { SymtableBuilder } from './builder.ts'
import { DEF_PARAM, USE } from './entry.ts'
import { visitExpr } from './visit.ts'

/** The annotation of a variable. */
export function visitAnnotation(st: SymtableBuilder, annotation: ast.expr): void {
  if (st.futureAnnotations) {
    st.enter('_annotation', 'annotation', annotation, locationOf(annotation))
    visitExpr(st, annotation)
    return st.exit()
  }
  if (!st.facts.deferredAnnotations) return visitExpr(st, annotation)
  const parent = st.current
  const location = locationOf(annotation)
  const mayBeSkipped = parent.type === 'module' || (parent.type === 'class' && parent.inConditionalBlock)
  if (mayBeSkipped && !parent.hasConditionalAnnotations) {
    parent.hasConditionalAnnotations = true
    st.define('__conditional_annotations__', USE, location)
  }
  if (parent.annotationBlock === null) {
    parent.annotationBlock = st.enter('__annotate__', 'annotation', annotation, location, st.annotationBlocks)
    if (parent.type === 'class') seeClassScope(st, location)
    defineFormat(st, location)
  } else {
    st.reenter(parent.annotationBlock)
  }
  // Annotations of local variables are never evaluated, so their names must not count.
  if (parent.type === 'function') st.current.inUnevaluatedAnnotation = true
  visitExpr(st, annotation)
  st.current.inUnevaluatedAnnotation = false
  st.exit()
}

/** The annotations of a function's parameters and result. */
export function visitFunctionAnnotations(st: SymtableBuilder, s: ast.FunctionDef | ast.AsyncFunctionDef): void {
  const { args, returns } = s
  const all = [...args.posonlyargs, ...args.args, args.vararg, args.kwarg, ...args.kwonlyargs]
  const annotations = all.map((it) => it?.annotation ?? null)
  annotations.push(returns)
  if (st.futureAnnotations || !st.facts.deferredAnnotations) {
    const used = annotations.some((it) => it !== null)
    if (st.futureAnnotations && used) {
      st.enter('_annotation', 'annotation', args, locationOf(s), st.annotationBlocks)
      for (const it of annotations) visitExpr(st, it)
      return st.exit()
    }
    for (const it of annotations) visitExpr(st, it)
    return
  }
  const inClass = st.current.canSeeClassScope || st.current.type === 'class'
  const entry = st.enter('__annotate__', 'annotation', args, locationOf(s), st.annotationBlocks)
  if (inClass) seeClassScope(st, locationOf(s))
  defineFormat(st, locationOf(s))
  for (const it of annotations) {
    if (it === null) continue
    entry.annotationsUsed = true
    visitExpr(st, it)
  }
  st.exit()
}

/** Names of a class body are visible in scopes that are made for annotations and type parameters. */
export function seeClassScope(st: SymtableBuilder, location: Location): void {
  st.current.canSeeClassScope = true
  st.define('__classdict__', USE, location)
}

/** The hidden parameter of `__annotate__` and its like. */
export function defineFormat(st: SymtableBuilder, location: Location): void {
  st.define('.format', DEF_PARAM, location)
  st.define('.format', USE, location)
}
