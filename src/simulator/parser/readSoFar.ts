// CPython: Parser/lexer/state.h (`lineno`, `line_start` and `cur` of a tok_state). How far a source has been read, as CPython's
// tokenizer has it: it reads a line when it wants the first character of it, and a file otherwise than a text.

import type { Tokenizer } from './tokenizer.ts'

/** The line that has been read last. */
export function lastLineRead({ cur, lineno, lineStart, source }: Tokenizer): number {
  return cur === lineStart && cur < source.length ? lineno - 1 : lineno
}

/** How far the current line has been read; at the end of a text, where that is all of it, its last line. */
export function columnReadTo({ cur, source, lineStart, isFile, lacksNewline }: Tokenizer): number {
  if (isFile || cur < source.length) return cur - lineStart
  return cur - source.lastIndexOf('\n', cur - 2) - (lacksNewline ? 2 : 1)
}
