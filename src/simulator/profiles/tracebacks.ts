// The facts by which versions print exceptions differently.

/** How tracebacks look. */
export interface TracebackFacts {
  /**
   * What is shown of a failing expression: its first line, as the interpreter itself prints it, or (3.13) all its lines, as
   * the traceback module does.
   */
  readonly shown: 'first-line' | 'every-line'
  /**
   * So many objects importing the module `traceback` allocates, which prints an uncaught exception from 3.13 on: enough for
   * collections of the young ones. Measured, for 3.14.0 by 3.14.10.
   */
  readonly printerAllocates: number
  /** What the type of tracebacks calls itself where its arguments are wrong. */
  readonly constructorName: string
  /** An exception that native code raises without an argument is made only when somebody catches it (3.11). */
  readonly madeWhenCaught: boolean
  /** An uncaught exception is kept as `sys.last_exc`, beside `last_value` and its kin (3.12). */
  readonly lastExc: boolean
  /** Entries printed at most, the last ones. */
  readonly limit: number
  /** Whether a str in `__notes__` counts as a sequence of notes. */
  readonly textIsNotes: boolean
  /** What follows the repr of `__notes__` that is no sequence. */
  readonly noteReprEnd: string
  /** `__traceback__ = None` is kept as a reference to None. */
  readonly keepsNone: boolean
  /** `sys.unraisablehook` is held while it is called. */
  readonly holdsHook: boolean
  /** What is printed of an exception nobody can catch: its own traceback with marks or without, or all (3.15). */
  readonly unraisable: 'marked' | 'plain' | 'whole'
  /** Wide characters take two columns, and (3.15) those that combine take none. */
  readonly columns: 'wide' | 'combining'
  /** The marks of a SyntaxError: as wide as what they stand under (3.15), or one for each character. */
  readonly syntaxErrorText: 'interpreter' | 'module' | 'module-wide'
}

/** Which names are suggested, and in which words. */
export interface SuggestionFacts {
  /** Subclasses of NameError and AttributeError get suggestions too (3.13). */
  readonly subclasses: boolean
  /** Local, global and built-in names are looked through in turn, or all together (3.13). */
  readonly scopes: 'in-turn' | 'together'
  /** `self.x` for an undefined `x` in a method (3.12). */
  readonly selfAttribute: boolean
  /** `from m import x` (3.12). */
  readonly imports: boolean
  /** "Did you forget to import" (3.12). */
  readonly forgottenImport: boolean
  /** Whether an AttributeError of setting or deleting has its name and object (3.13: where a dict was asked, not values inline). */
  readonly notedOnSet: 'never' | 'from-dict' | 'always'
  /** Names with an underscore are suggested only for such, or for `self` (3.13). */
  readonly hidesUnderscored: boolean
  /** What is not text in `dir()` is passed over (3.14) instead of ending the search. */
  readonly skipsStrangeNames: boolean
  /** What is said of an attribute; {0}: suggestion, {1}: the wrong name. */
  readonly attribute: string
  /** `inner.x` for a missing `x` that an attribute has (3.15). */
  readonly nested: boolean
  /** Methods as other languages call them (3.15): by wrong name, the built-in type and what is said. */
  readonly otherLanguages: Readonly<Record<string, readonly (readonly [type: string, hint: string])[]>>
}
