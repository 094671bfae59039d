// What start-up leaves in the free lists: a program's first objects take their places there, and so need no memory.

import { clearFreeLists } from '../heap/freelist.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref } from '../heap/refcount.ts'
import { GcState } from '../heap/runtime.ts'
import type { Owned } from '../heap/typeslots.ts'
import { PyObject_GetIter } from '../objects/abstract.ts'
import { callOneArg } from '../objects/call.ts'
import { PyMethod_New } from '../objects/classobject.ts'
import { PyDict_New, PyDict_SetItem } from '../objects/dictobject.ts'
import { newFloat } from '../objects/floatobject.ts'
import { newList } from '../objects/listobject.ts'
import { newInt } from '../objects/longobject.ts'
import { newRangeIter } from '../objects/rangeiter.ts'
import { newSlice } from '../objects/sliceobject.ts'
import { newTuple } from '../objects/tupleobject.ts'

/** Fills the free lists as the version's start-up does. */
export function fillFreeLists(ts: ThreadState): void {
  const { kept } = ts.profile.start
  const count = ts.mem.load(GcState.generation0_count)
  clearFreeLists(ts)
  keep(ts, kept.dictkeys, () => {
    const dict = PyDict_New(ts)
    PyDict_SetItem(ts, dict, ts.none, ts.none)
    return dict
  })
  keep(ts, Math.max(0, kept.dicts - kept.dictkeys), () => PyDict_New(ts))
  keep(ts, kept.floats, () => newFloat(ts, 0.5))
  keep(ts, kept.lists, () => newList(ts, 0))
  // One digit, and beyond the small ones.
  keep(ts, kept.ints, () => newInt(ts, 1 << 20))
  keep(ts, kept.slices, () => newSlice(ts, ts.none, ts.none, ts.none))
  const one = newInt(ts, 1)
  keep(ts, kept.ranges, () => callOneArg(ts, ts.types.range, one))
  keep(ts, kept.ranges, () => newRangeIter(ts, 0n, 1n, 1n) ?? 0)
  keep(ts, kept.list_iters, () => iteratorOf(ts, newList(ts, 0)))
  keep(ts, kept.tuple_iters, () => iteratorOf(ts, newref(ts, ts.emptyTuple)))
  keep(ts, kept.methods, () => PyMethod_New(ts, one, one))
  DECREF(ts, one)
  kept.tuples.forEach((number, i) => {
    keep(ts, number, () => newTuple(ts, i + 1))
  })
  // They were counted at the start.
  ts.mem.store(GcState.generation0_count, count)
}

function iteratorOf(ts: ThreadState, sequence: Owned): Owned {
  const iterator = PyObject_GetIter(ts, sequence)
  DECREF(ts, sequence)
  return iterator
}

/** Makes so many objects and lets them die. */
function keep(ts: ThreadState, number: number, make: () => Owned): void {
  const made: Owned[] = []
  for (let i = 0; i < number; i++) made.push(make())
  for (const o of made) if (o !== 0) DECREF(ts, o)
}
