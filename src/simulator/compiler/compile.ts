// The whole way from a module to its code object (CPython: _PyAST_Compile).

import type { Module } from '../parser/ast.ts'
import type { Mode, SourceWarning, SyntaxErrorInfo } from '../parser/index.ts'
import type { Profile } from '../profiles/index.ts'
import { finishUnit } from './assemble.ts'
import type { Code, WideLines } from './code.ts'
import { compileBody } from './codegen/body.ts'
import { visitExpr, visitStmt } from './codegen/visit.ts'
import { Compiler, type Visitors } from './compiler.ts'
import { CompilerError, UnsupportedFeature } from './errors.ts'
import { finallyWarnings } from './finallywarnings.ts'
import { preprocess } from './fold/tree.ts'
import { readFutures } from './future.ts'
import { locationOf, NO_LOCATION } from './location.ts'
import { findOpcodes } from './opcodes/index.ts'
import { buildSymtable } from './symtable/index.ts'

/** What came of a module. */
export type CompileResult =
  | { readonly kind: 'code'; readonly code: Code; readonly warnings: readonly SourceWarning[] }
  | { readonly kind: 'syntax_error'; readonly error: SyntaxErrorInfo; readonly warnings: readonly SourceWarning[] }
  /** Valid Python that this compiler refuses by name. */
  | { readonly kind: 'unsupported'; readonly feature: string; readonly lineno: number }

const visitors: Visitors = { visitExpr, visitStmt, finish: finishUnit }

/**
 * Compile a module as `compile(source, filename, mode)` of the profile's version does; for `eval` the module is one
 * expression, whose value the code returns. An error comes without the text of its line.
 */
export function compile(
  module: Module,
  filename: string,
  profile: Profile,
  mode: Mode,
  wideLines: WideLines,
): CompileResult {
  const facts = profile.compiler
  let c: Compiler | null = null
  try {
    const futures = readFutures(module, facts)
    const tree = preprocess(module, facts)
    const symtable = buildSymtable(tree, facts, futures.annotations)
    c = new Compiler(filename, facts, findOpcodes(facts.opcodes), symtable, futures.flags, visitors, wideLines)
    c.enterScope('module', symtable.top, '<module>', 1)
    const start = tree.body[0] ? locationOf(tree.body[0]) : NO_LOCATION
    if (symtable.top.hasConditionalAnnotations) {
      c.op(start, 'BUILD_SET', 0)
      c.opName(start, 'STORE_NAME', '__conditional_annotations__')
    }
    const [only] = tree.body
    if (mode === 'eval' && only?.nodeType === 'Expr') {
      c.visit(only.value)
      return { kind: 'code', code: c.exitScope(false), warnings: warningsOf(c, module) }
    }
    compileBody(c, start, tree.body)
    return { kind: 'code', code: c.exitScope(true), warnings: warningsOf(c, module) }
  } catch (error) {
    if (error instanceof CompilerError)
      return { kind: 'syntax_error', error: syntaxError(error, filename), warnings: c ? warningsOf(c, module) : [] }
    if (error instanceof UnsupportedFeature)
      return { kind: 'unsupported', feature: error.feature, lineno: error.lineno }
    if (error instanceof RangeError) return { kind: 'unsupported', feature: 'code nested this deep', lineno: 1 }
    throw error
  }
}

function warningsOf(c: Compiler, module: Module): SourceWarning[] {
  const first = c.facts.warnsOfFinally ? finallyWarnings(module) : []
  return [...first, ...c.warnings]
}

function syntaxError(error: CompilerError, filename: string): SyntaxErrorInfo {
  const { lineno, end_lineno, col, end_col } = error.location
  return {
    type: 'SyntaxError',
    msg: error.message,
    filename,
    lineno,
    offset: col + 1,
    end_lineno,
    end_offset: end_col + 1,
    text: null,
  }
}
