// From a text to its code object (CPython: Py_CompileStringObject in Python/pythonrun.c): parser and compiler in a row.

import { type Mode, parse, type SyntaxErrorInfo } from '../parser/index.ts'
import type { Profile } from '../profiles/index.ts'
import type { WideLines } from './code.ts'
import { type CompileResult, compile } from './compile.ts'

/**
 * Compiles a text as the profile's version does: a file, or as its `compile(source, filename, mode)`. The warnings are those of the parser,
 * then those of the compiler.
 */
export function compileText(source: string, filename: string, profile: Profile, mode: Mode = 'file'): CompileResult {
  const parsed = parse(source, filename, profile, mode)
  const result = parsed.kind === 'module' ? compile(parsed.module, filename, profile, mode, wideLines(source)) : parsed
  if (result.kind === 'unsupported' || parsed.kind === 'unsupported') return result
  const warnings = result === parsed ? parsed.warnings : [...parsed.warnings, ...result.warnings]
  return { ...result, warnings }
}

/** What the compiler complains about comes without the text, which is read from the file, where there is one. */
export function withText(error: SyntaxErrorInfo, file: readonly string[]): SyntaxErrorInfo {
  const line = error.lineno > 0 ? file[error.lineno - 1] : undefined
  return error.text !== null || line === undefined ? error : { ...error, text: `${line}\n` }
}

/** The lines of a text as the tokenizer divides it: at `\n`, `\r\n` or `\r`. */
export function linesOf(source: string): string[] {
  return source.split(/\r\n|\r|\n/)
}

const BEYOND_ASCII = /[^\0-\x7f]/

function wideLines(source: string): WideLines {
  if (!BEYOND_ASCII.test(source)) return {}
  const numbered = linesOf(source).map((line, i) => [i + 1, line] as const)
  return Object.fromEntries(numbered.filter(([, line]) => BEYOND_ASCII.test(line)))
}
