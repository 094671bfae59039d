// What a run leaves behind: everything a view, a quiz or a test may ask is read from this value and from nothing else.
// Plain data: it can be cloned to another thread, its arrays can be handed over, and json.ts writes it word for word.

import type { Code } from '../simulator/compiler/code.ts'
import type { Owns } from '../simulator/heap/typeslots.ts'
import type { ProfileName } from '../simulator/profiles/index.ts'

/** How a run ended. */
export type Outcome =
  | { readonly kind: 'finished' }
  /** An exception nobody caught; the traceback is in the output. */
  | { readonly kind: 'raised'; readonly type: string; readonly message: string; readonly exitCode: 1 }
  /** `SystemExit`. */
  | { readonly kind: 'exit'; readonly code: number }
  /** The program did not compile; there are no steps. */
  | { readonly kind: 'syntax_error'; readonly error: SyntaxErrorReport }
  /** The program asked for what the model refuses; `lineno` 0 where there is no line. */
  | { readonly kind: 'unsupported'; readonly feature: string; readonly lineno: number }
  | { readonly kind: 'budget'; readonly which: string }
  /** `input()` at a line wants what nobody has typed yet. */
  | { readonly kind: 'input'; readonly lineno: number }
  /** A bug of ours. */
  | { readonly kind: 'internal_error'; readonly message: string; readonly stack: string }

/** A SyntaxError as CPython reports it. Lines and columns count from 1; `null` where CPython gives none. */
export interface SyntaxErrorReport {
  readonly type: string
  readonly message: string
  readonly lineno: number | null
  readonly offset: number | null
  readonly end_lineno: number | null
  readonly end_offset: number | null
}

/** The kinds of step, by number. */
export const StepKind = {
  /** A line is about to run (CPython's line event). */
  line: 0,
  /** An instruction is about to run; only where the recording was asked to be that fine. */
  instruction: 1,
  /** A phase of a collection has just been done. */
  phase: 2,
  /** The program is over. Always the last step. */
  exit: 3,
} as const

/**
 * The steps, one row each, as columns. The state *at* step `i` is the one just before line (or instruction) `i` runs;
 * the happenings *of* step `i` are what running it did, and lead to the state at `i + 1`.
 */
export interface StepTable {
  readonly count: number
  /** StepKind. */
  readonly kind: Uint8Array
  /** The line about to run, from 1; 0 at the exit. */
  readonly line: Int32Array
  /** Address of the innermost frame; 0 when there is none. */
  readonly frame: Int32Array
  /** How many Python frames stand on the stack: 1 in the module body. */
  readonly depth: Int32Array
  /** Index in the code's `instructions` of the one about to run. */
  readonly instruction: Int32Array
  /** First row of `happenings` that belongs to the step. */
  readonly happenings: Int32Array
}

/** A piece of the log: whole steps, two numbers a change (see log.ts). `start`: how many changes come before it. */
export interface LogChunk {
  readonly start: number
  readonly changes: Int32Array<ArrayBuffer>
}

/** The net changes of memory, step by step. */
export interface Log {
  readonly chunks: readonly LogChunk[]
  /** How many changes come before those of each step; the last step has none. */
  readonly starts: Uint32Array
}

/**
 * The memory at a step, as pages of PAGE_WORDS words each: of the first keyframe those that are not all zero, of the others
 * those that are not as in the first.
 */
export interface Keyframe {
  readonly step: number
  /** Page numbers, ascending. */
  readonly pages: Int32Array
  readonly words: Int32Array
}

/** Words in a page of a keyframe: 1 KiB. */
export const PAGE_WORDS = 256

/** Where the things of the interpreter stand: addresses that do not change during a run. */
export interface Statics {
  /** What imported modules brought, their types among it; before the import there is nothing at these addresses. */
  readonly moduleTypes: readonly number[]
  /** What instances of those types own, by address of the type. */
  readonly moduleOwns: Readonly<Record<number, Owns>>
  /** Built-in types by name. */
  readonly types: Readonly<Record<string, number>>
  /** Built-in exception classes by name. */
  readonly exceptions: Readonly<Record<string, number>>
  readonly none: number
  readonly true_: number
  readonly false_: number
  readonly notImplemented: number
  readonly ellipsis: number
  readonly emptyTuple: number
  readonly emptyStr: number
  /** First of the small ints, which lie side by side. */
  readonly smallInts: number
  /** First of the 256 one-character strings. */
  readonly latin1: number
  /** Names of the native functions, by their number (`m_ml`). */
  readonly natives: readonly string[]
}

/** A recorded run. */
export interface Trace {
  readonly source: string
  readonly filename: string
  readonly profile: ProfileName
  readonly outcome: Outcome
  readonly steps: StepTable
  readonly log: Log
  /** Ascending by step; the first is step 0. */
  readonly keyframes: readonly Keyframe[]
  /** Words the memory had at the end (it only grows). */
  readonly words: number
  /** Rows of [step, kind, a, b] (happenings.ts). Output is among them: kind `output`. */
  readonly happenings: Int32Array
  /** Texts by number: of strings, and of the output. */
  readonly texts: readonly string[]
  /** Code by number. */
  readonly codes: readonly Code[]
  readonly statics: Statics
}
