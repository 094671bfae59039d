// def, async def, lambda (CPython: codegen_function, codegen_function_body, codegen_lambda).

import type * as ast from '../../parser/ast.ts'
import type { Compiler } from '../compiler.ts'
import { NONE, strConstant } from '../constants.ts'
import { type Location, locationOf, NO_LOCATION } from '../location.ts'
import { functionAnnotations } from './annotations.ts'
import { defaultArguments, MAKE_FUNCTION_DEFAULTS, MAKE_FUNCTION_KWDEFAULTS, makeClosure } from './closures.ts'
import { cleanDocstring, docstringOf } from './docstrings.ts'
import { wrapInStopIterationHandler } from './generators.ts'
import { nameop } from './names.ts'
import { beforeGeneric, callGeneric, enterTypeParamScope } from './typeparams.ts'

/** The line a definition begins on: that of its first decorator. */
export function firstLineOf(s: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef): number {
  return s.decorator_list[0]?.lineno ?? s.lineno
}

/** codegen_apply_decorators. */
export function applyDecorators(c: Compiler, decorators: readonly ast.expr[]): void {
  for (let i = decorators.length - 1; i >= 0; i--) c.call(locationOf(decorators[i]), 0)
}

export function visitFunctionDef(c: Compiler, s: ast.FunctionDef | ast.AsyncFunctionDef): void {
  const loc = locationOf(s)
  c.visitAll(s.decorator_list)
  const firstlineno = firstLineOf(s)
  const generic = s.type_params.length > 0
  if (generic) beforeGeneric(c, loc)
  let flags = defaultArguments(c, loc, s.args)
  let hidden = 0
  if (generic) {
    hidden = (flags & MAKE_FUNCTION_DEFAULTS ? 1 : 0) + (flags & MAKE_FUNCTION_KWDEFAULTS ? 1 : 0)
    if (hidden === 2) c.op(loc, 'SWAP', 2)
    enterTypeParamScope(c, s.name, s.type_params, firstlineno, null, hidden)
    for (let i = 0; i < hidden; i++) c.op(loc, 'LOAD_FAST', i)
  }
  flags |= functionAnnotations(c, loc, s)
  functionBody(c, loc, s, flags, firstlineno)
  if (generic) {
    c.op(loc, 'SWAP', 2)
    c.intrinsic2(loc, 'INTRINSIC_SET_FUNCTION_TYPE_PARAMS')
    callGeneric(c, loc, hidden)
  }
  applyDecorators(c, s.decorator_list)
  nameop(c, loc, s.name, 'Store')
}

function functionBody(
  c: Compiler,
  loc: Location,
  s: ast.FunctionDef | ast.AsyncFunctionDef,
  flags: number,
  firstlineno: number,
): void {
  const entry = c.entryOf(s)
  const type = s.nodeType === 'FunctionDef' ? 'function' : 'async_function'
  c.enterScope(type, entry, s.name, firstlineno, null, parameterCounts(s.args))
  const docstring = docstringOf(s.body)
  if (docstring !== null) {
    const text = c.facts.cleanDocstrings ? cleanDocstring(docstring) : docstring
    c.addConst(strConstant(text, text === docstring))
  } else if (c.facts.noneFirst) {
    c.addConst(NONE)
  }
  const start = c.label()
  const wrap = c.has('CALL_INTRINSIC_1') && (entry.coroutine || entry.generator)
  if (wrap) c.pushFBlock('stop_iteration', NO_LOCATION, start)
  c.body(docstring === null ? s.body : s.body.slice(1))
  if (wrap) {
    wrapInStopIterationHandler(c)
    c.popFBlock()
  }
  makeClosure(c, loc, c.exitScope(true), flags)
}

function parameterCounts(args: ast.arguments_) {
  return {
    argcount: args.args.length,
    posonlyargcount: args.posonlyargs.length,
    kwonlyargcount: args.kwonlyargs.length,
  }
}

export function visitLambda(c: Compiler, e: ast.Lambda): void {
  const loc = locationOf(e)
  const flags = defaultArguments(c, loc, e.args)
  const entry = c.entryOf(e)
  c.enterScope('lambda', entry, '<lambda>', e.lineno, null, parameterCounts(e.args))
  if (c.facts.noneFirst) c.addConst(NONE)
  c.visit(e.body)
  if (!entry.generator) {
    const line = { lineno: e.lineno, end_lineno: e.lineno, col: 0, end_col: 0 }
    c.op(c.facts.lambdaReturnAt === 'line' ? line : locationOf(e.body), 'RETURN_VALUE')
  }
  makeClosure(c, loc, c.exitScope(!entry.generator), flags)
}
