// Where code comes from (CPython: Include/internal/pycore_symtable.h, _Py_SourceLocation).

/** Lines from 1, columns from 0; -1 where unknown. Never changed in place: instructions share them. */
export interface Location {
  readonly lineno: number
  readonly end_lineno: number
  readonly col: number
  readonly end_col: number
}

/** Artificial code: later passes may give it the line of what precedes it. */
export const NO_LOCATION: Location = { lineno: -1, end_lineno: -1, col: -1, end_col: -1 }

/** Artificial code that takes the line of what follows it (3.14+). */
export const NEXT_LOCATION: Location = { lineno: -2, end_lineno: -2, col: -2, end_col: -2 }

/** Anything with the four fields of a node of the AST. */
export interface Located {
  readonly lineno: number
  readonly col_offset: number
  readonly end_lineno: number
  readonly end_col_offset: number
}

/** LOC(x): the place of a node. */
export function locationOf(node: Located): Location {
  return { lineno: node.lineno, end_lineno: node.end_lineno, col: node.col_offset, end_col: node.end_col_offset }
}
