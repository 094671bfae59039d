// Annotations: evaluated on the spot up to 3.13, in a function `__annotate__` since 3.14
// (CPython: codegen_annassign, codegen_function_annotations, codegen_process_deferred_annotations).

import type * as ast from '../../parser/ast.ts'
import type { Code } from '../code.ts'
import { CO_FUTURE_ANNOTATIONS } from '../code.ts'
import type { Compiler } from '../compiler.ts'
import { intConstant, strConstant } from '../constants.ts'
import { type Location, locationOf } from '../location.ts'
import type { Entry } from '../symtable/entry.ts'
import { indexOf } from '../unit.ts'
import { MAKE_FUNCTION_ANNOTATE, MAKE_FUNCTION_ANNOTATIONS, makeClosure } from './closures.ts'
import { nameop } from './names.ts'

/** find_ann: whether a variable is annotated in this body, not counting nested functions and classes. */
export function hasAnnotations(body: readonly ast.stmt[]): boolean {
  return body.some((s) => {
    switch (s.nodeType) {
      case 'AnnAssign':
        return true
      case 'For':
      case 'AsyncFor':
      case 'While':
      case 'If':
        return hasAnnotations(s.body) || hasAnnotations(s.orelse)
      case 'Match':
        return s.cases.some((it) => hasAnnotations(it.body))
      case 'With':
      case 'AsyncWith':
        return hasAnnotations(s.body)
      case 'Try':
      case 'TryStar':
        return (
          s.handlers.some((it) => hasAnnotations(it.body)) ||
          hasAnnotations(s.body) ||
          hasAnnotations(s.finalbody) ||
          hasAnnotations(s.orelse)
        )
    }
    return false
  })
}

/** `x: int = 1`. */
export function visitAnnAssign(c: Compiler, s: ast.AnnAssign): void {
  const loc = locationOf(s)
  const { target } = s
  if (s.value) {
    c.visit(s.value)
    c.visit(target)
  }
  const evaluated = c.u.type === 'module' || c.u.type === 'class'
  if (target.nodeType === 'Name') {
    if (s.simple && evaluated) storeAnnotation(c, loc, s, target)
  } else if (!s.value) {
    checkExpr(c, loc, target.value)
    if (target.nodeType === 'Subscript') checkSubscript(c, loc, target.slice)
  }
  if (!s.simple && evaluated && !c.facts.deferredAnnotations) checkExpr(c, loc, s.annotation)
}

function storeAnnotation(c: Compiler, loc: Location, s: ast.AnnAssign, target: ast.Name): void {
  refuseFuture(c, s)
  if (!c.facts.deferredAnnotations) {
    c.visit(s.annotation)
    c.opName(loc, 'LOAD_NAME', '__annotations__')
    c.loadConst(loc, strConstant(c.u.mangle(target.id)))
    c.op(loc, 'STORE_SUBSCR')
    return
  }
  // In a class only what stands in a block may be skipped; a module may stop anywhere.
  const conditional = c.u.type === 'module' || c.u.conditionalBlocks > 0
  const index = conditional ? c.u.conditionalAnnotations++ : -1
  c.u.deferredAnnotations.push({ statement: s, index })
  if (!conditional) return
  c.op(loc, c.u.type === 'class' ? 'LOAD_DEREF' : 'LOAD_NAME', indexOf(c.u.cellvars, '__conditional_annotations__'))
  c.loadConst(loc, intConstant(index))
  c.op(loc, 'SET_ADD', 1)
  c.op(loc, 'POP_TOP')
}

/** codegen_check_ann_expr: evaluated for its errors only. */
function checkExpr(c: Compiler, loc: Location, e: ast.expr): void {
  c.visit(e)
  c.op(c.facts.placeIsVariable ? loc : locationOf(e), 'POP_TOP')
}

function checkSubscript(c: Compiler, loc: Location, e: ast.expr): void {
  if (e.nodeType === 'Slice') {
    for (const part of [e.lower, e.upper, e.step]) if (part) checkExpr(c, loc, part)
  } else if (e.nodeType === 'Tuple') {
    for (const elt of e.elts) checkSubscript(c, loc, elt)
  } else {
    checkExpr(c, loc, e)
  }
}

/** Under that import annotations become their own text, which is not written yet. */
function refuseFuture(c: Compiler, s: ast.stmt): void {
  if (c.futureFlags & CO_FUTURE_ANNOTATIONS) c.unsupported('`from __future__ import annotations` with annotations', s)
}

/** Push what the function's annotations are; returns the flag of MAKE_FUNCTION for it. */
export function functionAnnotations(c: Compiler, loc: Location, s: ast.FunctionDef | ast.AsyncFunctionDef): number {
  const { args } = s
  // As CPython lists them: plain parameters before positional-only ones.
  const list: { name: string; annotation: ast.expr | null }[] = []
  for (const arg of [...args.args, ...args.posonlyargs, args.vararg, ...args.kwonlyargs, args.kwarg]) {
    if (arg) list.push({ name: arg.arg, annotation: arg.annotation })
  }
  list.push({ name: 'return', annotation: s.returns })
  const used = list.filter((it) => it.annotation !== null)
  if (!used.length) return 0
  refuseFuture(c, s)
  const push = () => {
    for (const { name, annotation } of used) {
      c.loadConst(loc, strConstant(c.u.mangle(name)))
      visitAnnotation(c, loc, annotation as ast.expr)
    }
  }
  if (!c.facts.deferredAnnotations) {
    push()
    c.op(loc, 'BUILD_TUPLE', used.length * 2)
    return MAKE_FUNCTION_ANNOTATIONS
  }
  const entry = c.annotationEntryOf(args) as Entry
  enterAnnotationScope(c, loc, entry, '__annotate__', s.name)
  push()
  c.op(loc, 'BUILD_MAP', used.length)
  makeClosure(c, loc, leaveAnnotationScope(c, loc), 0)
  return MAKE_FUNCTION_ANNOTATE
}

function visitAnnotation(c: Compiler, loc: Location, e: ast.expr): void {
  if (e.nodeType !== 'Starred') return c.visit(e)
  // `*args: *Ts` means the one element of `[*Ts]`.
  c.visit(e.value)
  c.op(loc, 'UNPACK_SEQUENCE', 1)
}

/** codegen_setup_annotations_scope: a function of one hidden parameter, the format that is asked for. */
export function enterAnnotationScope(
  c: Compiler,
  loc: Location,
  entry: Entry,
  name: string,
  owner: string | null,
): void {
  c.enterScope('annotations', entry, name, loc.lineno, null, { posonlyargcount: 1 })
  const { parent } = c.u
  const isPlain = parent?.type === 'annotations' && parent.parent?.type === 'module'
  if (owner !== null && c.facts.annotateNamedAfterFunction && !isPlain) {
    c.u.qualname = `${c.u.qualname.slice(0, -name.length)}${owner}.${name}`
  }
  const body = c.label()
  c.op(loc, 'LOAD_FAST', 0)
  c.loadConst(loc, intConstant(2))
  c.op(loc, 'COMPARE_OP', (4 << 5) | 4)
  c.jump(loc, 'POP_JUMP_IF_FALSE', body)
  c.commonConstant(loc, 'NotImplementedError')
  c.op(loc, 'RAISE_VARARGS', 1)
  c.use(body)
}

/** codegen_leave_annotations_scope: the hidden parameter is shown as `format`. */
export function leaveAnnotationScope(c: Compiler, loc: Location): Code {
  c.op(loc, 'RETURN_VALUE')
  const code = c.exitScope(true)
  return { ...code, co_localsplusnames: ['format', ...code.co_localsplusnames.slice(1)] }
}

/** codegen_process_deferred_annotations: the `__annotate__` of a module or class. */
export function deferredAnnotations(c: Compiler, loc: Location): void {
  const { deferredAnnotations: list, entry } = c.u
  if (!c.facts.deferredAnnotations || !list.length || !entry.annotationBlock) return
  const owner = c.u
  const separate = owner.type === 'module'
  const body = owner.code
  if (separate) owner.code = []
  enterAnnotationScope(c, loc, entry.annotationBlock, '__annotate__', null)
  c.op(loc, 'BUILD_MAP', 0)
  for (const { statement, index } of list) {
    const place = locationOf(statement)
    const notSet = c.label()
    if (index >= 0) {
      c.loadConst(place, intConstant(index))
      if (owner.type === 'class') c.op(place, 'LOAD_DEREF', indexOf(c.u.freevars, '__conditional_annotations__'))
      else c.op(place, 'LOAD_GLOBAL', indexOf(c.u.names, '__conditional_annotations__') << 1)
      c.op(place, 'CONTAINS_OP', 0)
      c.jump(place, 'POP_JUMP_IF_FALSE', notSet)
    }
    c.visit(statement.annotation)
    c.op(place, 'COPY', 2)
    c.loadConst(place, strConstant(c.u.mangle((statement.target as ast.Name).id)))
    c.op(loc, 'STORE_SUBSCR')
    c.use(notSet)
  }
  makeClosure(c, loc, leaveAnnotationScope(c, loc), 0)
  nameop(c, loc, entry.type === 'class' ? '__annotate_func__' : '__annotate__', 'Store')
  if (separate) {
    owner.annotationsCode = owner.code
    owner.code = body
  }
}
