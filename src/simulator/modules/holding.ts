// What natives need whose objects keep owned references in fields.

import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, SETREF } from '../heap/refcount.ts'
import type { Borrowed } from '../heap/typeslots.ts'

/** Empties the field at `offset` of an object. */
export function clearField(ts: ThreadState, o: Borrowed, offset: number): void {
  CLEAR(ts, o + offset)
}

/** Gives a field an owned reference, then gives up what it held. */
export function setField(ts: ThreadState, o: Borrowed, offset: number, value: number): void {
  SETREF(ts, o + offset, value)
}
