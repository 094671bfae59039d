// Python/gc.c: what the collector prints when gc.set_debug asks for it.
// NOT CPYTHON: the simulator has no clock, so every collection takes 0.0000 s; the generations hold the model's objects,
// of which there are fewer.

import { FROM_GC, listSize } from './gchead.ts'
import type { ThreadState } from './pystate.ts'
import { Py_TYPE } from './refcount.ts'
import { BASE_ADDRESS, GcState, GENERATION_STRIDE } from './runtime.ts'
import { PyTypeObject } from './structs.ts'

/** The flags of gc.set_debug: print statistics, print what is found; keep trash in `gc.garbage`. */
export const DEBUG_STATS = 1
export const DEBUG_COLLECTABLE = 2
export const DEBUG_SAVEALL = 32

/** Whether a flag is set. */
export function isDebugging(ts: ThreadState, flag: number): boolean {
  return (ts.mem.load(GcState.debug) & flag) !== 0
}

export function reportStart(ts: ThreadState, generation: number): void {
  const sizes = [0, 1, 2].map((g) => listSize(ts.mem, GcState.generation0 + g * GENERATION_STRIDE))
  ts.gcReport(`gc: collecting generation ${generation}...`)
  ts.gcReport(`gc: objects in each generation: ${sizes.join(' ')}`)
  ts.gcReport(`gc: objects in permanent generation: ${listSize(ts.mem, GcState.permanent)}`)
}

export function reportEnd(ts: ThreadState, collected: number, uncollectable: number): void {
  const unreachable = collected + uncollectable
  ts.gcReport(`gc: done, ${unreachable} unreachable, ${uncollectable} uncollectable, 0.0000s elapsed`)
}

/** debug_cycle, for each object of a list. */
export function reportCollectable(ts: ThreadState, list: number): void {
  for (let head = ts.mem.load(list); head !== list; head = ts.mem.load(head)) {
    const o = FROM_GC(head)
    const type = ts.texts[ts.mem.load(Py_TYPE(ts, o) + PyTypeObject.tp_name)]
    ts.gcReport(`gc: collectable <${type} 0x${(BASE_ADDRESS + o).toString(16)}>`)
  }
}
