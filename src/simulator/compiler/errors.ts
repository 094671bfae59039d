// How symtable and codegen stop (CPython: PyErr_SyntaxLocation..., _PyCompile_Error). Thrown inside the room only:
// compile() turns them into its result.

import type { Location } from './location.ts'

/** The source is wrong: becomes a SyntaxErrorInfo. */
export class CompilerError extends Error {
  readonly location: Location
  constructor(message: string, location: Location) {
    super(message)
    this.location = location
  }
}

/** The source is right but uses what this compiler does not know. */
export class UnsupportedFeature extends Error {
  readonly feature: string
  readonly lineno: number
  constructor(feature: string, lineno: number) {
    super(feature)
    this.feature = feature
    this.lineno = lineno
  }
}
