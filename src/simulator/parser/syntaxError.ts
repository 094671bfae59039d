// CPython: Objects/exceptions.c (SyntaxError's fields). The one shape of an error found before anything runs: by the tokenizer,
// the parser, the symbol table or the compiler.

/** A refusal of the source, with the fields of CPython's `SyntaxError`. */
export interface SyntaxErrorInfo {
  /** The last two have no place in the source: CPython gives up on a program that is nested too deep. */
  readonly type: 'SyntaxError' | 'IndentationError' | 'TabError' | 'MemoryError' | 'RecursionError'
  readonly msg: string
  readonly filename: string
  /** 1-based; 0 where CPython has None. */
  readonly lineno: number
  /** 1-based, in characters (code points); 0 where CPython has 0 or None; -1 is possible, as in CPython. */
  readonly offset: number
  readonly end_lineno: number
  readonly end_offset: number
  /** The line of the source with its newline, or `null` where CPython has None. */
  readonly text: string | null
}
