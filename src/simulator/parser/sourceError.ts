// CPython: Parser/pegen_errors.c (what is raised while reading a source). Inside the parser an error is thrown; `parse` turns it
// into a value at the door.

/** The exception types reading a source can end in. */
export type SourceErrorType = 'SyntaxError' | 'IndentationError' | 'TabError'

/** An error with its place; columns in UTF-16 units, 1-based, with CPython's 0 and -1 for "no end". */
export interface SourceErrorFields {
  readonly type: SourceErrorType
  readonly msg: string
  readonly lineno: number
  readonly offset: number
  readonly end_lineno: number
  readonly end_offset: number
  /**
   * True where CPython's tokenizer sets the exception itself: such an error later in the file replaces a parser's error. False
   * where it only returns a code that the parser turns into an exception.
   */
  readonly fromTokenizer: boolean
  /** The line the tokenizer had read last. */
  readonly lineRead?: number
  /** The line to show, where it is not the line of the source. */
  readonly text?: string
}

/** Thrown inside the parser only. */
export class SourceError {
  readonly fields: SourceErrorFields
  /** Raised while a token was read, not by a rule of the grammar. */
  readonly fromReading: boolean
  /** The tokenizer was inside an f-string when it failed. */
  readonly inFstring: boolean

  constructor(fields: SourceErrorFields, fromReading = false, inFstring = false) {
    this.fields = fields
    this.fromReading = fromReading
    this.inFstring = inFstring
  }
}

/** Valid Python that this parser does not know; thrown inside the parser only. */
export class Unsupported {
  readonly feature: string
  readonly lineno: number

  constructor(feature: string, lineno: number) {
    this.feature = feature
    this.lineno = lineno
  }
}
