// The walk over statements that feeds the symbol table (CPython: symtable_visit_stmt and below).

import type * as ast from '../../parser/ast.ts'
import { CompilerError } from '../errors.ts'
import { locationOf } from '../location.ts'
import { visitAnnotation, visitFunctionAnnotations } from './annotations.ts'
import type { SymtableBuilder } from './builder.ts'
import { DEF_ANNOT, DEF_GLOBAL, DEF_IMPORT, DEF_LOCAL, DEF_NONLOCAL, DEF_PARAM, USE } from './entry.ts'
import { visitPattern } from './patterns.ts'
import { enterTypeParams, visitTypeAlias } from './typeparams.ts'
import { visitArguments, visitExpr, visitExprs } from './visit.ts'

/** Several statements. */
export function visitStmts(st: SymtableBuilder, body: readonly ast.stmt[]): void {
  for (const s of body) visitStmt(st, s)
}

/** symtable_visit_stmt. */
export function visitStmt(st: SymtableBuilder, s: ast.stmt): void {
  switch (s.nodeType) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return visitFunction(st, s)
    case 'ClassDef':
      return visitClass(st, s)
    case 'TypeAlias':
      return visitTypeAlias(st, s)
    case 'Return':
      return visitExpr(st, s.value)
    case 'Delete':
      return visitExprs(st, s.targets)
    case 'Assign':
      visitExprs(st, s.targets)
      return visitExpr(st, s.value)
    case 'AugAssign':
      visitExpr(st, s.target)
      return visitExpr(st, s.value)
    case 'AnnAssign':
      return visitAnnAssign(st, s)
    case 'For':
    case 'AsyncFor':
      return conditional(st, () => {
        visitExpr(st, s.target)
        visitExpr(st, s.iter)
        visitStmts(st, s.body)
        visitStmts(st, s.orelse)
      })
    case 'While':
    case 'If':
      return conditional(st, () => {
        visitExpr(st, s.test)
        visitStmts(st, s.body)
        visitStmts(st, s.orelse)
      })
    case 'With':
    case 'AsyncWith':
      return conditional(st, () => {
        for (const item of s.items) {
          visitExpr(st, item.context_expr)
          visitExpr(st, item.optional_vars)
        }
        visitStmts(st, s.body)
      })
    case 'Match':
      return conditional(st, () => {
        visitExpr(st, s.subject)
        for (const it of s.cases) {
          visitPattern(st, it.pattern)
          visitExpr(st, it.guard)
          visitStmts(st, it.body)
        }
      })
    case 'Raise':
      visitExpr(st, s.exc)
      return visitExpr(st, s.cause)
    case 'Try':
    case 'TryStar':
      return conditional(st, () => {
        st.tries++
        visitStmts(st, s.body)
        for (const handler of s.handlers) {
          visitExpr(st, handler.type)
          if (handler.name) st.define(handler.name, DEF_LOCAL, locationOf(handler))
          visitStmts(st, handler.body)
        }
        visitStmts(st, s.orelse)
        visitStmts(st, s.finalbody)
        st.tries--
      })
    case 'Assert':
      visitExpr(st, s.test)
      return visitExpr(st, s.msg)
    case 'Import':
    case 'ImportFrom':
      if (s.is_lazy) checkLazyImport(st, s)
      for (const alias of s.names) visitAlias(st, alias)
      return
    case 'Global':
    case 'Nonlocal':
      return visitDirective(st, s)
    case 'Expr':
      return visitExpr(st, s.value)
  }
}

function conditional(st: SymtableBuilder, body: () => void): void {
  const entry = st.current
  const before = entry.inConditionalBlock
  entry.inConditionalBlock = true
  body()
  entry.inConditionalBlock = before
}

function visitFunction(st: SymtableBuilder, s: ast.FunctionDef | ast.AsyncFunctionDef): void {
  const location = locationOf(s)
  st.define(s.name, DEF_LOCAL, location)
  visitExprs(st, s.args.defaults)
  visitExprs(st, s.args.kw_defaults)
  visitExprs(st, s.decorator_list)
  const generic = s.type_params.length > 0
  if (generic) {
    enterTypeParams(st, s.name, s.type_params, location, {
      // CPython asks whether there is a list of defaults, and there is one, even if it is empty.
      defaults: true,
      kwdefaults: s.args.kw_defaults.some((it) => it !== null),
      isClass: false,
    })
  }
  visitFunctionAnnotations(st, s)
  const entry = st.enter(s.name, 'function', s, location)
  visitArguments(st, s.args)
  entry.hasDocstring = startsWithDocstring(s.body)
  if (s.nodeType === 'AsyncFunctionDef') entry.coroutine = true
  visitStmts(st, s.body)
  st.exit()
  if (generic) st.exit()
}

/** Whether a body begins with a plain string. */
export function startsWithDocstring(body: readonly ast.stmt[]): boolean {
  const first = body[0]
  return first?.nodeType === 'Expr' && first.value.nodeType === 'Constant' && first.value.value.type === 'str'
}

function visitClass(st: SymtableBuilder, s: ast.ClassDef): void {
  const location = locationOf(s)
  st.define(s.name, DEF_LOCAL, location)
  visitExprs(st, s.decorator_list)
  const generic = s.type_params.length > 0
  const body = () => {
    visitExprs(st, s.bases)
    for (const keyword of s.keywords) visitExpr(st, keyword.value)
    const entry = st.enter(s.name, 'class', s, location)
    st.withPrivate(s.name, () => {
      if (generic) {
        st.define('__type_params__', DEF_LOCAL, location)
        st.define('.type_params', USE, location)
      }
      entry.hasDocstring = startsWithDocstring(s.body)
      visitStmts(st, s.body)
      st.exit()
    })
  }
  if (!generic) return body()
  st.withPrivate(s.name, () => {
    enterTypeParams(st, s.name, s.type_params, location, { defaults: false, kwdefaults: false, isClass: true })
    body()
    st.exit()
  })
}

function visitAlias(st: SymtableBuilder, alias: ast.alias): void {
  const name = alias.asname ?? alias.name
  if (name === '*') {
    if (st.current.type !== 'module') {
      throw new CompilerError('import * only allowed at module level', locationOf(alias))
    }
    return
  }
  const dot = name.indexOf('.')
  st.define(dot < 0 ? name : name.slice(0, dot), DEF_IMPORT, locationOf(alias))
}

/** A lazy import must be one that a module can put off (PEP 810, 3.15). */
function checkLazyImport(st: SymtableBuilder, s: ast.Import | ast.ImportFrom): void {
  const what = s.nodeType === 'Import' ? 'lazy import' : 'lazy from ... import'
  const refuse = (message: string) => {
    throw new CompilerError(message, locationOf(s))
  }
  if (st.current.isFunctionLike()) refuse(`${what} not allowed inside functions`)
  if (st.current.type === 'class') refuse(`${what} not allowed inside classes`)
  if (st.tries > 0) refuse(`${what} not allowed inside try/except blocks`)
  if (s.names.some((alias) => alias.name === '*')) refuse(`${what} * is not allowed`)
}

function visitAnnAssign(st: SymtableBuilder, s: ast.AnnAssign): void {
  st.current.annotationsUsed = true
  if (s.target.nodeType === 'Name') {
    const flags = st.lookup(s.target.id)
    if (flags & (DEF_GLOBAL | DEF_NONLOCAL) && st.current !== st.top && s.simple) {
      const what = flags & DEF_GLOBAL ? 'global' : 'nonlocal'
      throw new CompilerError(`annotated name '${s.target.id}' can't be ${what}`, locationOf(s))
    }
    if (s.simple) st.define(s.target.id, DEF_ANNOT | DEF_LOCAL, locationOf(s.target))
    else if (s.value) st.define(s.target.id, DEF_LOCAL, locationOf(s.target))
  } else {
    visitExpr(st, s.target)
  }
  visitAnnotation(st, s.annotation)
  visitExpr(st, s.value)
}

function visitDirective(st: SymtableBuilder, s: ast.Global | ast.Nonlocal): void {
  const what = s.nodeType === 'Global' ? 'global' : 'nonlocal'
  for (const name of s.names) {
    const flags = st.lookup(name)
    if (flags & (DEF_PARAM | DEF_LOCAL | USE | DEF_ANNOT)) {
      let message: string
      if (flags & DEF_PARAM) message = `name '${name}' is parameter and ${what}`
      else if (flags & USE) message = `name '${name}' is used prior to ${what} declaration`
      else if (flags & DEF_ANNOT) message = `annotated name '${name}' can't be ${what}`
      else message = `name '${name}' is assigned to before ${what} declaration`
      throw new CompilerError(message, locationOf(s))
    }
    st.define(name, s.nodeType === 'Global' ? DEF_GLOBAL : DEF_NONLOCAL, locationOf(s))
    st.recordDirective(name, locationOf(s))
  }
}
