// Objects/genobject.c: the small state that asynchronous generators and their awaitables keep.

import type { ThreadState } from '../heap/pystate.ts'
import { PyGenObject as G } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'

/** Bits of `gi_flags`: `aclose()` was begun or the generator ended; somebody awaits its next value. */
export const ag_closed = 1
export const ag_running_async = 2

/** AwaitableState: not awaited yet, being awaited, over. */
export const AWAITABLE = Object.freeze({ init: 0, iter: 1, closed: 2 })

export function setFlag(ts: ThreadState, gen: Borrowed, bit: number, on: boolean): void {
  const flags = ts.mem.load(gen + G.gi_flags)
  ts.mem.store(gen + G.gi_flags, on ? flags | bit : flags & ~bit)
}

export function hasFlag(ts: ThreadState, gen: Borrowed, bit: number): boolean {
  return (ts.mem.load(gen + G.gi_flags) & bit) !== 0
}
