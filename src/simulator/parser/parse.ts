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

/** What a source text is taken for: a file, a text of statements, or one expression (as a module of one statement). */
export type Mode = 'file' | 'exec' | 'eval'

/** Parses `source` as `python FILE` would, or `compile(source, filename, mode)`. */
export function parse(source: string, filename: string, profile: Profile, mode: Mode = 'file'): ParseResult {
  const read = readSource(source)
  if ('msg' in read) return failed(nowhere('SyntaxError', read.msg, filename, read.lineno))
  const p = new Parser(new Tokenizer(read.text, profile.parser))
  p.tok.isFile = mode === 'file'
  p.tok.lacksNewline = mode === 'eval' && !/[\r\n]$/.test(source)
  const { byteColumns } = profile.parser
  try {
    const body = run(p, mode === 'eval' ? evalInput : file)
    if (!mayExceedDepth(p.tokens, deepest) || !exceedsDepth(body, deepest))
      return { kind: 'module', module: { nodeType: 'Module', body }, warnings: p.warnings }
    const msg = 'maximum recursion depth exceeded during compilation'
    return failed(nowhere('RecursionError', msg, filename), p)
  } catch (error) {
    if (error instanceof SourceError) return failed(info(error.fields, filename, p.tok, byteColumns), p)
    if (error instanceof Unsupported) return { kind: 'unsupported', feature: error.feature, lineno: error.lineno }
    if (!isStackOverflow(error)) throw error
    // CPython's stack holds as many levels as there may be brackets: what the tokenizer says of too many comes first.
    const unread = laterError(p)
    if (unread) return failed(info(unread.fields, filename, p.tok, byteColumns), p)
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

function info(fields: SourceErrorFields, filename: string, tok: Tokenizer, bytes: boolean): SyntaxErrorInfo {
  const { type, msg, lineno, offset, end_lineno, end_offset } = fields
  const { isFile, lacksNewline } = tok
  const lines = tok.source.split('\n')
  const line = lines[lineno - 1]
  // Of a text, a line that has been left is shown without its end, and so is a last one that has none.
  const isLeft = !isFile && lineno < (fields.lineRead ?? 0)
  const isWhole = fields.fromTokenizer || isLeft || (lacksNewline && lineno === lines.length - 1)
  const text = fields.text ?? (line === undefined ? '' : isWhole ? line : `${line}\n`)
  const count = bytes && isFile && !fields.fromTokenizer ? utf8Length : characters
  const converted = (row: string | undefined, column: number) => {
    if (row === undefined || column <= 0) return column
    return count(row.slice(0, column - 1)) + 1 + Math.max(0, column - 1 - row.length)
  }
  // Of a text, the line shown is all there is.
  const ended = isFile
    ? converted(lines[end_lineno - 1], end_offset)
    : converted(line, Math.min(end_offset, text.length + 1))
  return { type, msg, filename, lineno, offset: converted(line, offset), end_lineno, end_offset: ended, text }
}

function nowhere(type: SyntaxErrorInfo['type'], msg: string, filename: string, lineno = 0): SyntaxErrorInfo {
  return { type, msg, filename, lineno, offset: 0, end_lineno: lineno, end_offset: 0, text: null }
}

/** V8 throws a RangeError, Firefox an InternalError. */
function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && error.name === 'InternalError')
}
