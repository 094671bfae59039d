// What natives that call back into Python need: their references shown on the C stack meanwhile.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, SETREF } from '../heap/refcount.ts'
import type { Borrowed } from '../heap/typeslots.ts'

/** Runs `work` with `owned` recorded as held by native code (they stay the caller's). */
export function during<T>(ts: ThreadState, owned: readonly Borrowed[], work: () => T): T {
  const mark = holdMark(ts)
  for (const o of owned) if (o !== 0) hold(ts, o)
  const result = work()
  release(ts, mark)
  return result
}

/** Empties the field at `offset` of an object. */
export function clearField(ts: ThreadState, o: Borrowed, offset: number): void {
  CLEAR(ts, o + offset)
}

/** Gives a field an owned reference, then gives up what it held. */
export function setField(ts: ThreadState, o: Borrowed, offset: number, value: number): void {
  SETREF(ts, o + offset, value)
}
