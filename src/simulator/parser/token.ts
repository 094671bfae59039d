// CPython: Grammar/Tokens. What the tokenizer hands to the parser.

/**
 * The kind of a token. Operators and keywords are their own text (`'+='`, `'while'`); the rest has CPython's names.
 * Soft keywords (`match`, `case`, `type`, `_`, `lazy`) are plain `NAME`s; a character Python has no use for (`?`) is `OP`.
 */
export type TokenKind = string

/** One token. Lines are 1-based, columns 0-based UTF-16 units; `start` and `end` are indices into the whole source. */
export interface Token {
  readonly type: TokenKind
  readonly start: number
  readonly end: number
  readonly lineno: number
  /** -1 for INDENT, DEDENT and ENDMARKER: CPython's tokenizer gives them no place. */
  readonly col_offset: number
  readonly end_lineno: number
  readonly end_col_offset: number
  /** How many brackets are open after this token. */
  readonly level: number
}

/** Every reserved word. */
export const keywords: ReadonlyMap<string, string> = table(
  'False None True and as assert async await break class continue def del elif else except finally for from ' +
    'global if import in is lambda nonlocal not or pass raise return try while with yield',
)

/** Operators and delimiters of three, two and one characters. */
export const operators: readonly ReadonlyMap<string, string>[] = [
  '**= //= >>= <<= ...',
  '== != <> <= >= -> += -= *= /= %= &= |= ^= @= ** // << >> :=',
  '+ - * / % @ & | ^ ~ < > ( ) [ ] { } , : . ; = !',
].map(table)

function table(row: string): ReadonlyMap<string, string> {
  return new Map(row.split(' ').map((text) => [text, text]))
}
