// CPython: Parser/peg_api.c: the front door of the parser. Source text in; a module, an error or a refusal out; never an exception.

import type { Profile } from '../profiles/profile.ts'
import type { Module } from './ast.ts'
import { evalInput, file } from './grammar/compoundStatements.ts'
import type { SourceWarning } from './invalidEscape.ts'
import { Parser } from './pegen.ts'
import { laterError, run } from './run.ts'
import { readSource } from './source.ts'
import { SourceError, type SourceErrorFields, Unsupported } from './sourceError.ts'
import type { SyntaxErrorInfo } from './syntaxError.ts'
import { Tokenizer } from './tokenizer.ts'
import { exceedsDepth, mayExceedDepth } from './treeDepth.ts'
import { characters, utf8Length } from './unicode.ts'

/** What came of a source text. */
export type ParseResult =
  | { readonly kind: 'module'; readonly module: Module; readonly warnings: readonly SourceWarning[] }
  /** With what was warned of before the error was found. */
  | { readonly kind: 'syntax_error'; readonly error: SyntaxErrorInfo; readonly warnings: readonly SourceWarning[] }
  /** Valid Python that this front end refuses by name. */
  | { readonly kind: 'unsupported'; readonly feature: string; readonly lineno: number }

/** What a source text is taken for: statements, or one expression (as a module of one statement). */
export type Mode = 'exec' | 'eval'

/** Parses `source` as `python FILE` would. */
export function parse(source: string, filename: string, profile: Profile, mode: Mode = 'exec'): ParseResult {
  const read = readSource(source)
  if ('msg' in read) return failed(nowhere('SyntaxError', read.msg, filename, read.lineno))
  const p = new Parser(new Tokenizer(read.text, profile.parser))
  const { byteColumns } = profile.parser
  try {
    const body = run(p, mode === 'eval' ? evalInput : file)
    if (!mayExceedDepth(p.tokens, deepest) || !exceedsDepth(body, deepest))
      return { kind: 'module', module: { nodeType: 'Module', body }, warnings: p.warnings }
    const msg = 'maximum recursion depth exceeded during compilation'
    return failed(nowhere('RecursionError', msg, filename), p)
  } catch (error) {
    if (error instanceof SourceError) return failed(info(error.fields, filename, read.text, byteColumns), p)
    if (error instanceof Unsupported) return { kind: 'unsupported', feature: error.feature, lineno: error.lineno }
    if (!isStackOverflow(error)) throw error
    // CPython's stack holds as many levels as there may be brackets: what the tokenizer says of too many comes first.
    const unread = laterError(p)
    if (unread) return failed(info(unread.fields, filename, read.text, byteColumns), p)
    const msg = 'Parser stack overflowed - Python source too complex to parse'
    return failed(nowhere('MemoryError', msg, filename), p)
  }
}

function failed(error: SyntaxErrorInfo, p?: Parser): ParseResult {
  return { kind: 'syntax_error', error, warnings: p?.warnings ?? [] }
}

/**
 * Trees deeper than this are not handed on: what walks them afterwards does so by recursion.
 * NOT CPYTHON: there the limit is that of the C stack, about three times as deep.
 */
const deepest = 1000

function info(fields: SourceErrorFields, filename: string, text: string, bytes: boolean): SyntaxErrorInfo {
  const { type, msg, lineno, offset, end_lineno, end_offset } = fields
  const lines = text.split('\n')
  const line = lines[lineno - 1]
  const count = bytes && !fields.fromTokenizer ? utf8Length : characters
  const converted = (row: string | undefined, column: number) => {
    if (row === undefined || column <= 0) return column
    return count(row.slice(0, column - 1)) + 1 + Math.max(0, column - 1 - row.length)
  }
  return {
    type,
    msg,
    filename,
    lineno,
    offset: converted(line, offset),
    end_lineno,
    end_offset: converted(lines[end_lineno - 1], end_offset),
    text: fields.text ?? (line === undefined ? '' : fields.fromTokenizer ? line : `${line}\n`),
  }
}

function nowhere(type: SyntaxErrorInfo['type'], msg: string, filename: string, lineno = 0): SyntaxErrorInfo {
  return { type, msg, filename, lineno, offset: 0, end_lineno: lineno, end_offset: 0, text: null }
}

/** V8 throws a RangeError, Firefox an InternalError. */
function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && error.name === 'InternalError')
}
