// The facts by which the parsers of the versions differ: what the grammar takes, and which mistakes it has words for.

/** What the tokenizer and the parser ask of a version. */
export interface ParserFacts {
  // What the language has.

  /** f-strings are read by the tokenizer and may hold any expression (PEP 701). */
  readonly fstringTokens: boolean
  /** `def f[T]()`, `class C[T]`, `type X = ...` (PEP 695). */
  readonly typeParameters: boolean
  /** `[T = int]` (PEP 696). */
  readonly typeParameterDefaults: boolean
  /** t-strings (PEP 750). */
  readonly templateStrings: boolean
  /** `except A, B:` (PEP 758). */
  readonly bareExceptTuples: boolean
  /** `case +1:` */
  readonly signedPlusPatterns: boolean
  /** `lazy import x` (PEP 810). */
  readonly lazyImports: boolean
  /** `[*x for x in y]`, `{**x for x in y}` (PEP 798). */
  readonly comprehensionUnpacking: boolean
  /** Names that are keywords in some places only. */
  readonly softKeywords: readonly string[]

  // The order in which the grammar tries things, where it shows in the errors.

  /** In brackets, comprehensions are tried before plain displays. */
  readonly comprehensionsFirst: boolean
  /** The mistakes with `/` in a parameter list are looked for first. */
  readonly parameterOrder: boolean
  /** `def` insists on its `(`. */
  readonly forcedDefParenthesis: boolean
  /** `def` insists on its `:`. */
  readonly forcedDefColon: boolean
  /** `def` insists on both, but only when looking for mistakes. */
  readonly forcedInInvalidDef: boolean

  /** The mistakes in dicts are found in the first run. */
  readonly dictErrorsAtOnce: boolean

  // Mistakes with words of their own.

  /** Columns of the parser's errors are bytes, not characters. */
  readonly byteColumns: boolean
  /** The text of a format specification goes on as such behind a field in it. */
  readonly specAfterField: boolean
  /** A format specification keeps the empty text behind its last field. */
  readonly emptySpecText: boolean
  /** "newlines are not allowed in format specifiers", where otherwise the specification ends */
  readonly specLineError: boolean
  /** A NEWLINE token is as long as its `\n`, for the end of an error's range. */
  readonly newlineWidth: boolean
  /** What merely begins like a soft keyword counts as one where a comma may be missing. */
  readonly softKeywordPrefixes: boolean
  /** "Maybe you meant '!=' instead of '<>'?" */
  readonly lessGreaterHint: boolean
  /** How a message spells "exclamation mark". */
  readonly exclamationMark: string
  /** "'u' and 'b' prefixes are incompatible" */
  readonly prefixErrors: boolean
  /** "perhaps you escaped the end quote?" */
  readonly escapedQuoteHint: boolean
  /** How an escape that means nothing is warned of; 3.11's DeprecationWarning is not shown. */
  readonly invalidEscape: 'unsaid' | 'named' | 'explained'
  /** "cannot mix bytes and nonbytes literals" marks all the literals. */
  readonly mixedBytesRange: boolean
  /** "cannot mix t-string literals with string or bytes literals" */
  readonly tstringConcatError: boolean
  /** What messages call what stands between the parentheses of a `def`. */
  readonly parameterWord: 'argument' | 'parameter'
  /** The message for a parameter without a default behind one with it. */
  readonly missingDefault: string
  /** The hints about `*` and `**` in conditional expressions, displays and dicts. */
  readonly unpackingHints: boolean
  /** "cannot assign to iterable argument unpacking" */
  readonly starredUnpackingErrors: boolean
  /** "cannot assign to keyword argument unpacking" */
  readonly assignToUnpacking: boolean
  /** "Invalid star expression" */
  readonly invalidStar: boolean
  /** "Is this intended to be part of the string?" */
  readonly brokenStringHint: boolean
  /** `print a b` in brackets: the missing comma gives way to the missing parentheses. */
  readonly legacyBeforeComma: boolean
  /** "expected expression before 'if', but statement is given" and its twin after 'else' */
  readonly statementInIfHints: boolean
  /** "'not' after an operator must be parenthesized" */
  readonly notAfterOperator: boolean
  /** "'in' expected after for-loop variables" */
  readonly inExpected: boolean
  /** "cannot use dict unpacking in a dictionary value" */
  readonly dictUnpackingValue: boolean
  /** "iterable argument unpacking follows ..." begins at the comma. */
  readonly starAfterStarsByToken: boolean
  /** "expected argument value expression" */
  readonly argumentValueHint: boolean
  /** "Did you mean to use 'from ... import ...' instead?" */
  readonly importFromHint: boolean
  /** "Expected one or more names after 'import'" */
  readonly importNamesHint: boolean
  /** "cannot use ... as import target" */
  readonly importTargetError: boolean
  /** "did you forget an expression after 'from'?" */
  readonly raiseFromHints: boolean
  /** Hints for `=` and `:=` in `assert`. */
  readonly assertHints: boolean
  /** "'elif' block follows an 'else' block" */
  readonly elifAfterElse: boolean
  /** "the last 'with' item has a trailing comma" */
  readonly withTrailingComma: boolean
  /** One rule looks for the mistakes of `except` and of `except*`. */
  readonly exceptStarInPlain: boolean
  /** "cannot use except statement with ..." */
  readonly exceptTargetError: boolean
  /** "Type parameter list cannot be empty" */
  readonly emptyTypeParameters: boolean
  /** "case statement must be inside match statement" */
  readonly caseOutsideMatch: boolean
  /** "cannot use ... as pattern target" instead of "invalid pattern target" */
  readonly patternTargetName: boolean
  /** "double star pattern must be the last (right-most) subpattern" */
  readonly mappingRestError: boolean

  // What a traceback makes of it.

  /** "invalid syntax. Did you mean 'while'?" */
  readonly keywordTypos: boolean
  /** No keyword is offered if the lines would do as they are. */
  readonly keywordTyposTryOriginal: boolean
}
