// Objects/genobject.c: the small state that asynchronous generators and their awaitables keep, and their hooks.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import { PyGenObject as G } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { callOneArg } from './call.ts'

/** Bits of `gi_flags`: `aclose()` was begun or the generator ended; somebody awaits its next value; it has its hooks. */
export const ag_closed = 1
export const ag_running_async = 2
const ag_hooks_inited = 4

/** AwaitableState: not awaited yet, being awaited, over. */
export const AWAITABLE = Object.freeze({ init: 0, iter: 1, closed: 2 })

export function setFlag(ts: ThreadState, gen: Borrowed, bit: number, on: boolean): void {
  const flags = ts.mem.load(gen + G.gi_flags)
  ts.mem.store(gen + G.gi_flags, on ? flags | bit : flags & ~bit)
}

export function hasFlag(ts: ThreadState, gen: Borrowed, bit: number): boolean {
  return (ts.mem.load(gen + G.gi_flags) & bit) !== 0
}

/** async_gen_init_hooks: who first asks for a value tells the loop, which will end the generator. -1 with an exception. */
export function async_gen_init_hooks(ts: ThreadState, gen: Borrowed): number {
  if (hasFlag(ts, gen, ag_hooks_inited)) return 0
  setFlag(ts, gen, ag_hooks_inited, true)
  const finalizer = ts.mem.load(Tstate.async_gen_finalizer)
  if (finalizer !== 0) ts.mem.store(gen + G.gi_origin_or_finalizer, newref(ts, finalizer))
  const firstiter = ts.mem.load(Tstate.async_gen_firstiter)
  if (firstiter === 0) return 0
  const mark = holdMark(ts)
  hold(ts, newref(ts, firstiter))
  const result = callOneArg(ts, firstiter, gen)
  release(ts, mark)
  DECREF(ts, firstiter)
  if (result === 0) return -1
  DECREF(ts, result)
  return 0
}
