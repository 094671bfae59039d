// A collection inside the finalizers or callbacks of another one. Only 3.12 allows it (_Py_RunGC does not ask whether one is
// under way, and when it is done none is for `gc.collect` either). The lists of the outer one are set aside meanwhile.
// NOT CPYTHON: there the inner one still takes copied counts off what the outer one holds apart, where it meets that, and
// the interpreter may die of it; and it may nest further than once.

import { listInit, listMerge, PREV_MASK_COLLECTING } from './gchead.ts'
import { clearCollecting } from './gcrefs.ts'
import { Stop, type ThreadState } from './pystate.ts'
import { GcState } from './runtime.ts'

/** The lists of what a collection looks at, and where they are set aside. */
const LOOKED_AT = [
  [GcState.unreachable, GcState.outer_unreachable],
  [GcState.still_unreachable, GcState.outer_still_unreachable],
  [GcState.seen, GcState.outer_seen],
] as const
/** Weak references whose callbacks are to be called: nobody looks at them. */
const CALLED = [GcState.wrcb_to_call, GcState.outer_wrcb_to_call] as const

/** Begins the work of a collection: the lists are its own. */
export function beginWork(ts: ThreadState): void {
  const { mem } = ts
  const depth = mem.load(GcState.working)
  mem.store(GcState.working, depth + 1)
  if (depth === 0) return
  if (depth > 1) throw new Stop({ kind: 'unsupported', feature: 'collections inside each other three deep' })
  for (const [list, aside] of LOOKED_AT) {
    move(ts, list, aside)
    for (let head = mem.load(aside); head !== aside; head = mem.load(head)) clearCollecting(ts, head)
  }
  move(ts, ...CALLED)
}

/** Ends it: the collection it was inside of goes on. */
export function endWork(ts: ThreadState): void {
  const { mem } = ts
  const depth = mem.load(GcState.working) - 1
  mem.store(GcState.working, depth)
  if (depth === 0) return
  for (const [list, aside] of LOOKED_AT) {
    for (let head = mem.load(aside); head !== aside; head = mem.load(head))
      mem.store(head + 8, mem.load(head + 8) | PREV_MASK_COLLECTING)
    move(ts, aside, list)
  }
  const [list, aside] = CALLED
  move(ts, aside, list)
}

/** All of a list to the beginning of an empty one. */
function move({ mem }: ThreadState, from: number, to: number): void {
  listInit(mem, to)
  // A list that no collection has had yet is nowhere.
  if (mem.load(from) !== 0) listMerge(mem, from, to)
}
