// CPython: Parser/pegen.c (_PyPegen_run_parser) and pegen_errors.c (_PyPegen_set_syntax_error): the two runs over a source, and
// which of several errors is the one to show.

import type { Parser, Rule } from './pegen.ts'
import { SourceError } from './sourceError.ts'

/**
 * What `rule` finds from the first token on.
 * @throws {SourceError} the error to show, if it finds nothing.
 */
export function run<T>(p: Parser, rule: Rule<T>): T {
  const node = firstRun(p, rule)
  if (node !== null) return node
  const last = p.tokens[p.tokens.length - 1]
  p.restart()
  const found = raised(() => rule(p))
  if (found) throw found.fromReading ? found : (laterError(p) ?? found)
  if (last.type === 'INDENT') p.failIndent('unexpected indent')
  if (last.type === 'DEDENT') p.failIndent('unexpected unindent')
  const plain = raised(() => p.failAt(last, 'invalid syntax'))
  throw laterError(p) ?? plain
}

function firstRun<T>(p: Parser, rule: Rule<T>): T | null {
  try {
    return rule(p)
  } catch (error) {
    // An error of the grammar's own yields to one the tokenizer finds further down.
    if (error instanceof SourceError && !error.fromReading) throw laterError(p) ?? error
    throw error
  }
}

function raised(action: () => unknown): SourceError | null {
  try {
    action()
    return null
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
}

/**
 * _PyPegen_tokenize_full_source_to_check_for_errors: an error of the tokenizer further down wins over one of the parser, and so
 * does a bracket opened on an earlier line and never closed.
 */
export function laterError(p: Parser): SourceError | null {
  const { lineno } = p.tokens[p.tokens.length - 1]
  const error = raised(() => {
    while (p.tok.next().type !== 'ENDMARKER');
  })
  if (!error) return null
  if (error.fields.fromTokenizer) return error.inFstring ? null : error
  // Inside an f-string the end of the file says nothing of brackets.
  if (p.tok.fstrings.length > 0) return null
  const open = p.tok.brackets.at(-1)
  return open && lineno > open.lineno ? raised(() => p.tok.failUnclosed()) : null
}
