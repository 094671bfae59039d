// What the compiler hands over: a code object as a plain value (CPython: Include/cpython/code.h, struct PyCodeObject).
// It is data only: no Python object exists yet. vm/unmarshal turns constants into objects.
// `instructions` is co_code decoded, and each carries its position; codebytes.ts writes both as CPython's bytes.

/**
 * A constant as the compiler makes it. The SAME JavaScript object means the same Python object: constants are merged
 * across the whole file, by type and value, as CPython's `const_cache` does.
 *
 * `literal`: the parser's arena owns one reference to the object while the module body runs: it is a literal token's
 * own object or, where folding happens on the tree (up to 3.13), a folded one. Constants folded after code generation
 * (3.14+) have `false`.
 */
export type Constant =
  | { readonly kind: 'None' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'Ellipsis' }
  | { readonly kind: 'int'; readonly value: bigint; readonly literal: boolean }
  | { readonly kind: 'float'; readonly value: number; readonly literal: boolean }
  | { readonly kind: 'complex'; readonly real: number; readonly imag: number; readonly literal: boolean }
  | { readonly kind: 'str'; readonly value: string; readonly literal: boolean }
  | { readonly kind: 'bytes'; readonly value: Uint8Array; readonly literal: boolean }
  | { readonly kind: 'tuple'; readonly items: readonly Constant[]; readonly literal: boolean }
  | { readonly kind: 'frozenset'; readonly items: readonly Constant[] }
  /** A slice of constants is one constant (3.14+). */
  | { readonly kind: 'slice'; readonly start: Constant; readonly stop: Constant; readonly step: Constant }
  | { readonly kind: 'code'; readonly code: Code }

/** Where an instruction comes from. Lines count from 1, columns from 0 in characters (not bytes); `null`: artificial. */
export interface Position {
  readonly lineno: number | null
  readonly end_lineno: number | null
  readonly col: number | null
  readonly end_col: number | null
}

/** One instruction, EXTENDED_ARG folded into `oparg`, inline CACHE entries left out (they show as gaps in `offset`). */
export interface Instruction extends Position {
  readonly opcode: number
  readonly opname: string
  /** Exactly what `dis` shows as `.arg`; 0 where it shows none. For jumps this is the relative or absolute distance. */
  readonly oparg: number
  /** In bytes, as `dis`: of the opcode itself, after its EXTENDED_ARGs. */
  readonly offset: number
  /** Index in `instructions` of the instruction jumped to, -1 where it does not jump. */
  readonly target: number
}

/** One row of the exception table: instructions `start` to `end` (not included) are handled at `target`. */
export interface ExceptionTableEntry {
  /** Index in `instructions`. */
  readonly start: number
  /** Index in `instructions`, exclusive; may be `instructions.length`. */
  readonly end: number
  /** Index in `instructions` of the handler. */
  readonly target: number
  /** The value stack is cut to this many entries before the handler starts. */
  readonly depth: number
  /** Whether the index of the failing instruction is pushed (for RERAISE). */
  readonly lasti: boolean
}

/** Bits of `co_localspluskinds` (Include/internal/pycore_code.h). */
export const CO_FAST_HIDDEN = 0x10
export const CO_FAST_LOCAL = 0x20
export const CO_FAST_CELL = 0x40
export const CO_FAST_FREE = 0x80

/** Bits of `co_flags` (Include/cpython/code.h). */
export const CO_OPTIMIZED = 0x0001
export const CO_NEWLOCALS = 0x0002
export const CO_VARARGS = 0x0004
export const CO_VARKEYWORDS = 0x0008
export const CO_NESTED = 0x0010
export const CO_GENERATOR = 0x0020
export const CO_COROUTINE = 0x0080
export const CO_ITERABLE_COROUTINE = 0x0100
export const CO_ASYNC_GENERATOR = 0x0200
export const CO_FUTURE_ANNOTATIONS = 0x1000000
export const CO_HAS_DOCSTRING = 0x4000000
export const CO_METHOD = 0x8000000

/** A code object. Field names and meanings are CPython's. */
export interface Code {
  readonly co_name: string
  readonly co_qualname: string
  readonly co_filename: string
  readonly co_firstlineno: number
  readonly co_argcount: number
  readonly co_posonlyargcount: number
  readonly co_kwonlyargcount: number
  readonly co_flags: number
  readonly co_stacksize: number
  readonly co_consts: readonly Constant[]
  readonly co_names: readonly string[]
  /** Locals, then cells, then free variables; a parameter that is also a cell stands once, among the locals. */
  readonly co_localsplusnames: readonly string[]
  /** CO_FAST_* bits, one number for each name of `co_localsplusnames`. */
  readonly co_localspluskinds: readonly number[]
  /** How many of them have CO_FAST_LOCAL. */
  readonly co_nlocals: number
  readonly instructions: readonly Instruction[]
  readonly co_exceptiontable: readonly ExceptionTableEntry[]
  /** Lines of the source that are not all ASCII, by number: there a column in bytes is another than in characters. */
  readonly wideLines: WideLines
}

export type WideLines = { readonly [lineno: number]: string }

/** `co_varnames`, as the attribute of the code object: the names with CO_FAST_LOCAL. */
export function co_varnames(code: Code): string[] {
  return namesOfKind(code, CO_FAST_LOCAL)
}

/** `co_cellvars`: the names with CO_FAST_CELL. */
export function co_cellvars(code: Code): string[] {
  return namesOfKind(code, CO_FAST_CELL)
}

/** `co_freevars`: the names with CO_FAST_FREE. */
export function co_freevars(code: Code): string[] {
  return namesOfKind(code, CO_FAST_FREE)
}

function namesOfKind(code: Code, kind: number): string[] {
  return code.co_localsplusnames.filter((_, i) => (code.co_localspluskinds[i] & kind) !== 0)
}
