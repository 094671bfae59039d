// The walk over expressions and comprehensions that feeds the symbol table (CPython: symtable_visit_expr and below).

import type * as ast from '../../parser/ast.ts'
import { CompilerError } from '../errors.ts'
import { locationOf } from '../location.ts'
import type { SymtableBuilder } from './builder.ts'
import { type ComprehensionType, DEF_LOCAL, DEF_PARAM, USE } from './entry.ts'

/** symtable_visit_expr. */
export function visitExpr(st: SymtableBuilder, e: ast.expr | null): void {
  if (e === null) return
  switch (e.nodeType) {
    case 'NamedExpr':
      return visitNamedExpr(st, e)
    case 'BoolOp':
      return visitExprs(st, e.values)
    case 'BinOp':
      visitExpr(st, e.left)
      return visitExpr(st, e.right)
    case 'UnaryOp':
      return visitExpr(st, e.operand)
    case 'Lambda':
      visitExprs(st, e.args.defaults)
      visitExprs(st, e.args.kw_defaults)
      st.enter('lambda', 'function', e, locationOf(e))
      visitArguments(st, e.args)
      visitExpr(st, e.body)
      return st.exit()
    case 'IfExp':
      visitExpr(st, e.test)
      visitExpr(st, e.body)
      return visitExpr(st, e.orelse)
    case 'Dict':
      visitExprs(st, e.keys)
      return visitExprs(st, e.values)
    case 'Set':
    case 'List':
    case 'Tuple':
      return visitExprs(st, e.elts)
    case 'ListComp':
      return visitComprehension(st, e, 'list', 'listcomp', e.generators, e.elt, null)
    case 'SetComp':
      return visitComprehension(st, e, 'set', 'setcomp', e.generators, e.elt, null)
    case 'DictComp':
      return visitComprehension(st, e, 'dict', 'dictcomp', e.generators, e.key, e.value)
    case 'GeneratorExp':
      return visitComprehension(st, e, 'generator', 'genexpr', e.generators, e.elt, null)
    case 'Yield':
    case 'YieldFrom':
      refuseInScope(st, e, 'yield expression')
      visitExpr(st, e.value)
      st.current.generator = true
      return refuseInComprehension(st, e)
    case 'Await':
      refuseInScope(st, e, 'await expression')
      visitExpr(st, e.value)
      st.current.coroutine = true
      return
    case 'Compare':
      visitExpr(st, e.left)
      return visitExprs(st, e.comparators)
    case 'Call':
      visitExpr(st, e.func)
      visitExprs(st, e.args)
      for (const keyword of e.keywords) visitExpr(st, keyword.value)
      return
    case 'FormattedValue':
    case 'Interpolation':
      visitExpr(st, e.value)
      return visitExpr(st, e.format_spec)
    case 'JoinedStr':
    case 'TemplateStr':
      return visitExprs(st, e.values)
    case 'Constant':
      return
    case 'Attribute':
    case 'Starred':
      return visitExpr(st, e.value)
    case 'Subscript':
      visitExpr(st, e.value)
      return visitExpr(st, e.slice)
    case 'Slice':
      visitExpr(st, e.lower)
      visitExpr(st, e.upper)
      return visitExpr(st, e.step)
    case 'Name': {
      if (st.current.inUnevaluatedAnnotation) return
      st.define(e.id, e.ctx === 'Load' ? USE : DEF_LOCAL, locationOf(e))
      // `super` in a function may be the call without arguments, which needs the cell of the class.
      if (e.ctx === 'Load' && e.id === 'super' && st.current.isFunctionLike()) {
        st.define('__class__', USE, locationOf(e))
      }
    }
  }
}

/** Several of them. */
export function visitExprs(st: SymtableBuilder, list: readonly (ast.expr | null)[]): void {
  for (const e of list) visitExpr(st, e)
}

/** symtable_visit_arguments: the parameters' names. */
export function visitArguments(st: SymtableBuilder, a: ast.arguments_): void {
  for (const it of a.posonlyargs) st.define(it.arg, DEF_PARAM, locationOf(it))
  for (const it of a.args) st.define(it.arg, DEF_PARAM, locationOf(it))
  for (const it of a.kwonlyargs) st.define(it.arg, DEF_PARAM, locationOf(it))
  if (a.vararg) {
    st.define(a.vararg.arg, DEF_PARAM, locationOf(a.vararg))
    st.current.varargs = true
  }
  if (a.kwarg) {
    st.define(a.kwarg.arg, DEF_PARAM, locationOf(a.kwarg))
    st.current.varkeywords = true
  }
}

function visitNamedExpr(st: SymtableBuilder, e: ast.NamedExpr): void {
  refuseInScope(st, e, 'named expression')
  if (st.current.compIterExpr > 0) {
    throw new CompilerError(
      'assignment expression cannot be used in a comprehension iterable expression',
      locationOf(e),
    )
  }
  if (st.current.comprehension !== null) st.extendNamedExpr(e.target.id, locationOf(e.target))
  visitExpr(st, e.value)
  visitExpr(st, e.target)
}

const REFUSING_SCOPES: Record<string, string> = {
  annotation: 'an annotation',
  type_variable: 'a TypeVar bound',
  type_alias: 'a type alias',
  type_parameters: 'the definition of a generic',
}

/** symtable_raise_if_annotation_block. */
export function refuseInScope(st: SymtableBuilder, e: ast.expr, what: string): void {
  const where = REFUSING_SCOPES[st.current.type]
  if (where) throw new CompilerError(`${what} cannot be used within ${where}`, locationOf(e))
}

const COMPREHENSION_NAMES: Record<ComprehensionType, string> = {
  list: "'yield' inside list comprehension",
  set: "'yield' inside set comprehension",
  dict: "'yield' inside dict comprehension",
  generator: "'yield' inside generator expression",
}

function refuseInComprehension(st: SymtableBuilder, e: ast.expr): void {
  const type = st.current.comprehension
  if (type) throw new CompilerError(COMPREHENSION_NAMES[type], locationOf(e))
}

/** symtable_handle_comprehension. */
function visitComprehension(
  st: SymtableBuilder,
  e: ast.expr,
  type: ComprehensionType,
  name: string,
  generators: ast.comprehension[],
  elt: ast.expr,
  value: ast.expr | null,
): void {
  const [outermost, ...rest] = generators
  // The first iterable is evaluated outside.
  st.current.compIterExpr++
  visitExpr(st, outermost.iter)
  st.current.compIterExpr--
  const entry = st.enter(name, 'function', e, locationOf(e))
  entry.comprehension = type
  if (outermost.is_async) entry.coroutine = true
  st.define('.0', DEF_PARAM, locationOf(e))
  visitTarget(st, outermost.target)
  visitExprs(st, outermost.ifs)
  for (const generator of rest) {
    visitTarget(st, generator.target)
    entry.compIterExpr++
    visitExpr(st, generator.iter)
    entry.compIterExpr--
    visitExprs(st, generator.ifs)
    if (generator.is_async) entry.coroutine = true
  }
  visitExpr(st, value)
  visitExpr(st, elt)
  entry.generator = type === 'generator'
  const isAsync = entry.coroutine && type !== 'generator'
  st.exit()
  if (isAsync) st.current.coroutine = true
}

function visitTarget(st: SymtableBuilder, target: ast.expr): void {
  st.current.compIterTarget = true
  visitExpr(st, target)
  st.current.compIterTarget = false
}
