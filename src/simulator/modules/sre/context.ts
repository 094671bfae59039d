// Modules/_sre/sre_lib.h, match_context: what is being tried, on a stack of its own, and where to go on when it is known
// what came of it.
// NOT CPYTHON: the stack of a match is no block of the model.

import type { MatchState } from './state.ts'

export const COUNT = 0
export const REPEAT_AT = 1
const LASTMARK = 2
const LASTINDEX = 3
export const PATTERN = 4
const PTR = 5
const TOPLEVEL = 6
const AFTER = 7
const PREVIOUS = 8
/** Of a repeat: rounds so far, the repeat around it, where the last round began. */
export const ROUNDS = 9
export const OUTER = 10
export const LAST_PTR = 11
const CONTEXT = 12

export const FAILED = 0
export const MATCHED = 1
/** On with the instruction at `pattern`. */
export const ON = 2
export type Outcome = typeof FAILED | typeof MATCHED | typeof ON

export class Contexts {
  readonly s: MatchState
  /** Where the context that runs stands on the stack. */
  ctx = -1
  pattern = 0
  ptr = 0

  constructor(state: MatchState) {
    this.s = state
  }

  /** DO_JUMP: tries what is at `pattern`; `after` says where to go on. With `toplevel` the rules for the whole match hold. */
  try(after: number, pattern: number, toplevel = this.get(TOPLEVEL)): typeof ON {
    const { s } = this
    s.grow(CONTEXT)
    const { stack } = s
    if (this.ctx >= 0) {
      stack[this.ctx + PATTERN] = this.pattern
      stack[this.ctx + PTR] = this.ptr
    }
    const ctx = s.top
    stack[ctx + AFTER] = after
    stack[ctx + TOPLEVEL] = toplevel
    stack[ctx + PREVIOUS] = this.ctx
    s.top += CONTEXT
    this.ctx = ctx
    this.pattern = pattern
    this.ptr = s.ptr
    return ON
  }

  /** Gives up the context that runs; what it was tried for. The one before it runs again, if there is one. */
  leave(): number {
    const { s } = this
    const { stack } = s
    const after = stack[this.ctx + AFTER]
    s.top = this.ctx
    this.ctx = stack[this.ctx + PREVIOUS]
    if (this.ctx >= 0) {
      this.pattern = stack[this.ctx + PATTERN]
      this.ptr = stack[this.ctx + PTR]
    }
    return after
  }

  get(field: number): number {
    return this.s.stack[this.ctx + field]
  }

  set(field: number, value: number): void {
    this.s.stack[this.ctx + field] = value
  }

  /** LASTMARK_SAVE, and MARK_PUSH where it is wanted. */
  save(withMarks: boolean): void {
    const { s } = this
    this.set(LASTMARK, s.lastmark)
    this.set(LASTINDEX, s.lastindex)
    if (withMarks) s.pushMarks(s.lastmark)
  }

  /** MARK_POP_KEEP and LASTMARK_RESTORE. */
  restore(withMarks: boolean): void {
    const { s } = this
    const lastmark = this.get(LASTMARK)
    if (withMarks) s.peekMarks(lastmark)
    s.lastmark = lastmark
    s.lastindex = this.get(LASTINDEX)
  }

  /** MARK_POP_DISCARD. */
  drop(withMarks: boolean): void {
    if (withMarks) this.s.dropMarks(this.get(LASTMARK))
  }

  get isRepeating(): boolean {
    return this.s.repeat >= 0
  }

  /** Nothing more to try: what was saved is not needed. */
  end(outcome: typeof FAILED | typeof MATCHED): Outcome {
    this.drop(this.isRepeating)
    return outcome
  }

  /** What was tried has failed, and the text is as it was. */
  fail(): typeof FAILED {
    this.s.ptr = this.ptr
    return FAILED
  }

  succeed(): typeof MATCHED {
    this.s.ptr = this.ptr
    return MATCHED
  }

  /** On with the instruction at `pattern` from `ptr`. */
  goOn(pattern: number, ptr: number): typeof ON {
    this.pattern = pattern
    this.ptr = ptr
    return ON
  }

  /** Whether this is the end of the whole match, and an empty match that must not be. */
  get mustGoOn(): boolean {
    return this.get(TOPLEVEL) !== 0 && this.s.mustAdvance && this.ptr === this.s.start
  }

  /** Whether this is the end of the whole match and less than it must be. */
  get isTooLittle(): boolean {
    return this.mustGoOn || (this.get(TOPLEVEL) !== 0 && this.s.matchAll && this.ptr !== this.s.end)
  }
}
