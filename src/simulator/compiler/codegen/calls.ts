// Calls, method calls, attributes and super() (CPython: codegen_call, maybe_optimize_method_call, codegen_call_helper_impl).

import type * as ast from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import { strConstant, tupleConstant } from '../constants.ts'
import { type Location, locationOf } from '../location.ts'
import { DEF_IMPORT } from '../symtable/entry.ts'
import { indexOf } from '../unit.ts'
import { optimizeFunctionCall } from './builtin-calls.ts'
import { buildCollection, STACK_USE_GUIDELINE, TUPLE } from './collections.ts'
import { nameop } from './names.ts'
import { checkCaller } from './warnings.ts'

/** If an attribute stands on another line than its object, its instruction starts at its name. */
export function startAtAttribute(loc: Location, attr: ast.Attribute): Location {
  if (loc.lineno === attr.end_lineno) return loc
  let col = attr.end_col_offset - attr.attr.length
  let { end_lineno, end_col } = loc
  if (col < 0) {
    col = -1
    end_col = -1
  }
  end_lineno = Math.max(attr.end_lineno, end_lineno)
  if (attr.end_lineno === end_lineno) end_col = Math.max(col, end_col)
  return { lineno: attr.end_lineno, end_lineno, col, end_col }
}

/** `f(...)`. */
export function visitCall(c: Compiler, e: ast.Call): void {
  validateKeywords(c, e.keywords)
  if (optimizeMethodCall(c, e)) return
  checkCaller(c, e.func)
  const loc = locationOf(e.func)
  if (c.facts.pushNull === 'before') c.op(loc, 'PUSH_NULL')
  c.visit(e.func)
  const skip = c.label()
  const isOptimized = optimizeFunctionCall(c, e, skip)
  if (c.facts.pushNull === 'after') c.op(loc, 'PUSH_NULL')
  callHelper(c, locationOf(e), 0, e.args, e.keywords)
  if (isOptimized) c.use(skip)
}

function validateKeywords(c: Compiler, keywords: readonly ast.keyword[]): void {
  for (let i = 0; i < keywords.length; i++) {
    const { arg } = keywords[i]
    if (arg === null) continue
    const other = keywords.slice(i + 1).find((it) => it.arg === arg)
    if (other) c.error(`keyword argument repeated: ${arg}`, locationOf(other))
  }
}

/** `o.m(...)` without making a bound method. */
function optimizeMethodCall(c: Compiler, e: ast.Call): boolean {
  const meth = e.func
  if (meth.nodeType !== 'Attribute' || meth.ctx !== 'Load') return false
  if (isImported(c, meth.value)) return false
  const { args, keywords } = e
  const total = args.length + keywords.length
  if (total + (keywords.length ? 1 : 0) >= STACK_USE_GUIDELINE) return false
  if (args.some((arg) => arg.nodeType === 'Starred') || keywords.some((it) => it.arg === null)) return false

  let loc = locationOf(meth)
  const superCall = superCallOf(c, meth)
  if (superCall) {
    loadSuperArguments(c, superCall)
    superAttr(c, loc, meth.attr, superCall.args.length > 0, true)
    loc = startAtAttribute(loc, meth)
    c.op(loc, 'NOP')
  } else {
    c.visit(meth.value)
    loc = startAtAttribute(loc, meth)
    c.loadMethod(loc, meth.attr)
  }
  c.visitAll(args)
  for (const keyword of keywords) c.visit(keyword.value)
  const callLoc = startAtAttribute(locationOf(e), meth)
  finishCall(c, loc, callLoc, total, keywords)
  return true
}

/** Keyword names, then the call itself. */
function finishCall(
  c: Compiler,
  namesLoc: Location,
  loc: Location,
  total: number,
  keywords: readonly ast.keyword[],
): void {
  if (!keywords.length) return c.call(loc, total)
  const names = tupleConstant(keywords.map((it) => strConstant(it.arg as string)))
  if (c.has('KW_NAMES')) {
    c.op(namesLoc, 'KW_NAMES', c.addConst(names))
    return c.call(loc, total)
  }
  c.loadConst(namesLoc, names)
  c.op(loc, 'CALL_KW', total)
}

function isImported(c: Compiler, e: ast.expr): boolean {
  return e.nodeType === 'Name' && (c.symtable.top.flagsOf(e.id) & DEF_IMPORT) !== 0
}

/**
 * codegen_call_helper_impl: the arguments, and the call, on top of a callable and `n` arguments already pushed.
 * `injected`: the name of one more positional argument.
 */
export function callHelper(
  c: Compiler,
  loc: Location,
  n: number,
  args: readonly ast.expr[],
  keywords: readonly ast.keyword[],
  injected: string | null = null,
): void {
  validateKeywords(c, keywords)
  let nelts = args.length
  const isStarred = args.some((arg) => arg.nodeType === 'Starred') || keywords.some((it) => it.arg === null)
  if (isStarred || nelts + keywords.length * 2 > STACK_USE_GUIDELINE) {
    return callFunctionEx(c, loc, n, args, keywords, injected)
  }
  c.visitAll(args)
  if (injected !== null) {
    nameop(c, loc, injected, 'Load')
    nelts++
  }
  for (const keyword of keywords) c.visit(keyword.value)
  finishCall(c, loc, loc, n + nelts + keywords.length, keywords)
}

function callFunctionEx(
  c: Compiler,
  loc: Location,
  n: number,
  args: readonly ast.expr[],
  keywords: readonly ast.keyword[],
  injected: string | null,
): void {
  const only = args[0]
  if (n === 0 && args.length === 1 && only.nodeType === 'Starred' && injected === null) c.visit(only.value)
  else buildCollection(c, loc, args, n, TUPLE, injected)
  let have = false
  let seen = 0
  const flush = (end: number) => {
    subkwargs(c, loc, keywords.slice(end - seen, end))
    if (have) c.op(loc, 'DICT_MERGE', 1)
    have = true
    seen = 0
  }
  keywords.forEach((keyword, i) => {
    if (keyword.arg !== null) {
      seen++
      return
    }
    if (seen) flush(i)
    if (!have) c.op(loc, 'BUILD_MAP', 0)
    have = true
    c.visit(keyword.value)
    c.op(loc, 'DICT_MERGE', 1)
  })
  if (seen) flush(keywords.length)
  if (c.opcodes.byName.get('CALL_FUNCTION_EX')?.hasArg) {
    return c.op(loc, 'CALL_FUNCTION_EX', keywords.length > 0 ? 1 : 0)
  }
  if (!keywords.length) c.op(loc, 'PUSH_NULL')
  c.op(loc, 'CALL_FUNCTION_EX')
}

function subkwargs(c: Compiler, loc: Location, keywords: readonly ast.keyword[]): void {
  const n = keywords.length
  const big = n * 2 > STACK_USE_GUIDELINE
  if (c.has('BUILD_CONST_KEY_MAP') && n > 1 && !big) {
    for (const keyword of keywords) c.visit(keyword.value)
    c.loadConst(loc, tupleConstant(keywords.map((it) => strConstant(it.arg as string))))
    return c.op(loc, 'BUILD_CONST_KEY_MAP', n)
  }
  const artificial = { lineno: -1, end_lineno: -1, col: -1, end_col: -1 }
  if (big) c.op(artificial, 'BUILD_MAP', 0)
  for (const keyword of keywords) {
    c.loadConst(loc, strConstant(keyword.arg as string))
    c.visit(keyword.value)
    if (big) c.op(artificial, 'MAP_ADD', 1)
  }
  if (!big) c.op(loc, 'BUILD_MAP', n)
}

/** can_optimize_super_call: the call of super() whose attribute `attr` is, where LOAD_SUPER_ATTR can do both at once. */
function superCallOf(c: Compiler, attr: ast.Attribute): ast.Call | null {
  const e = attr.value
  if (!c.has('LOAD_SUPER_ATTR') || e.nodeType !== 'Call' || e.func.nodeType !== 'Name') return null
  if (e.func.id !== 'super' || attr.attr === '__class__' || e.keywords.length) return null
  if (c.u.entry.scopeOf('super') !== 'GLOBAL_IMPLICIT' || c.symtable.top.scopeOf('super') !== '') return null
  if (e.args.length === 2) return e.args.some((arg) => arg.nodeType === 'Starred') ? null : e
  if (e.args.length !== 0) return null
  if (c.u.argcount === 0 && c.u.posonlyargcount === 0) return null
  return c.u.entry.scopeOf('__class__') === 'FREE' ? e : null
}

function loadSuperArguments(c: Compiler, e: ast.Call): void {
  const loc = locationOf(e)
  nameop(c, locationOf(e.func), 'super', 'Load')
  if (e.args.length === 2) return c.visitAll(e.args)
  nameop(c, loc, '__class__', 'Load')
  const [self] = c.u.varnames.keys()
  nameop(c, loc, self, 'Load')
}

function superAttr(c: Compiler, loc: Location, name: string, twoArgs: boolean, method: boolean): void {
  const index = indexOf(c.u.names, c.u.mangle(name))
  c.op(loc, 'LOAD_SUPER_ATTR', (index << 2) | (twoArgs ? 2 : 0) | (method ? 1 : 0))
}

/** `o.a` as a value, a target or what `del` deletes. */
export function visitAttribute(c: Compiler, e: ast.Attribute): void {
  let loc = locationOf(e)
  const superCall = e.ctx === 'Load' ? superCallOf(c, e) : null
  if (superCall) {
    loadSuperArguments(c, superCall)
    superAttr(c, loc, e.attr, superCall.args.length > 0, false)
    return c.op(startAtAttribute(loc, e), 'NOP')
  }
  noteStaticAttribute(c, e)
  c.visit(e.value)
  loc = startAtAttribute(loc, e)
  if (e.ctx === 'Load') return c.loadAttr(loc, e.attr)
  c.opName(loc, e.ctx === 'Store' ? 'STORE_ATTR' : 'DELETE_ATTR', e.attr)
}

/** `self.x = ...` in a method: 3.13+ lists such names in the class as `__static_attributes__`. */
function noteStaticAttribute(c: Compiler, e: ast.Attribute): void {
  if (e.ctx !== 'Store' || e.value.nodeType !== 'Name' || e.value.id !== 'self') return
  for (let u = c.u.parent; u; u = u.parent) {
    if (u.type !== 'class') continue
    u.staticAttributes.add(e.attr)
    return
  }
}
