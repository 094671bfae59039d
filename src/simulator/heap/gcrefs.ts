// Python/gc.c (Modules/gcmodule.c up to 3.12), deduce_unreachable: which objects of a list only each other hold. During
// it `_gc_prev` holds `gc_refs`, a copy of the count, and the list is linked forward only; at its end both are links again.

import {
  FROM_GC,
  GC_HEAD_SIZE,
  listAppend,
  listMove,
  PREV_MASK_COLLECTING,
  PREV_MASK_FINALIZED,
  PREV_SHIFT,
  setPrev,
  untrack,
} from './gchead.ts'
import { put } from './memory.ts'
import { plainReferents } from './plaininstances.ts'
import type { ThreadState } from './pystate.ts'
import { isImmortal, Py_REFCNT, Py_TYPE, slotsOf, TPFLAGS } from './refcount.ts'
import { GcState } from './runtime.ts'
import { PyDictKeysObject, PyDictObject, PyObject, PyTypeObject } from './structs.ts'
import { type Borrowed, SOME_EDGE, type Visit } from './typeslots.ts'

/** Bit of `_gc_next`, between move_unreachable and move_legacy_finalizers: the object is in the unreachable list. */
const NEXT_MASK_UNREACHABLE = 2
const ONE_REF = 1 << PREV_SHIFT

/** In words: where an object has its type, and a type its flags. */
const TYPE = PyObject.ob_type >> 2
const FLAGS = PyTypeObject.tp_flags >> 2

/** More than an instance has values inside (SHARED_KEYS_MAX_SIZE), and its class. */
const found = new Int32Array(64)

/** PyObject_IS_GC: whether the collector may have the object in a list. Static types have no header. */
export function PyObject_IS_GC(ts: ThreadState, o: Borrowed): boolean {
  return isGC(ts.mem.words, o)
}

function isGC(words: Int32Array, o: Borrowed): boolean {
  const flags = words[(words[(o >> 2) + TYPE] >> 2) + FLAGS]
  if ((flags & TPFLAGS.HAVE_GC) === 0) return false
  return (flags & TPFLAGS.TYPE_SUBCLASS) === 0 || (words[(o >> 2) + FLAGS] & TPFLAGS.HEAPTYPE) !== 0
}

/** Whether a collection is looking at the object of a header. */
export function isCollecting(ts: ThreadState, head: number): boolean {
  return (ts.mem.load(head + 8) & PREV_MASK_COLLECTING) !== 0
}

/** The collection has done with the object of a header. */
export function clearCollecting(ts: ThreadState, head: number): void {
  ts.mem.store(head + 8, ts.mem.load(head + 8) & ~PREV_MASK_COLLECTING)
}

/** Calls a type's tp_traverse for a visitor that does not ask how. */
export function traverseUnnamed(ts: ThreadState, o: Borrowed, visit: Visit): void {
  ts.edgesWanted = false
  traverse(ts, o, visit)
  ts.edgesWanted = true
}

/** Calls a type's tp_traverse. */
export function traverse(ts: ThreadState, o: Borrowed, visit: Visit): void {
  const tp_traverse = slotsOf(ts, o).tp_traverse
  if (!tp_traverse) throw new Error('a type in the collector without tp_traverse')
  tp_traverse(ts, o, visit)
}

/** Copies each object's count into `gc_refs`. Returns how many there are. */
export function update_refs(ts: ThreadState, list: number): number {
  const { mem } = ts
  let candidates = 0
  for (let head = mem.load(list); head !== list; ) {
    const next = mem.load(head)
    const o = FROM_GC(head)
    if (isImmortal(ts, o) && ts.profile.gc.immortals !== 'kept') {
      if (ts.profile.gc.immortals === 'frozen') listMove(mem, head, GcState.permanent)
      else untrack(mem, o)
    } else {
      const flags = (mem.load(head + 8) & PREV_MASK_FINALIZED) | PREV_MASK_COLLECTING
      mem.store(head + 8, flags | (Py_REFCNT(ts, o) << PREV_SHIFT))
      candidates++
    }
    head = next
  }
  return candidates
}

/** Takes one off `gc_refs` for every reference from inside the list. What is left comes from outside. */
export function subtract_refs(ts: ThreadState, list: number): void {
  const { mem } = ts
  // Nothing is allocated meanwhile.
  const { words } = mem
  const visit_decref: Visit = (o) => {
    if (!isGC(words, o)) return
    const prev = (o - GC_HEAD_SIZE + 8) >> 2
    const word = words[prev]
    if ((word & PREV_MASK_COLLECTING) === 0) return
    if (word >>> PREV_SHIFT === 0) throw new Error(`gc: refcount is too small: ${o}`)
    put(mem, words, prev, word - ONE_REF)
  }
  for (let head = words[list >> 2]; head !== list; head = words[head >> 2]) {
    const n = plainReferents(ts, FROM_GC(head), found)
    if (n === 0) traverseUnnamed(ts, FROM_GC(head), visit_decref)
    else for (let i = 0; i < n; i++) visit_decref(found[i], SOME_EDGE)
  }
}

/** Moves to `unreachable` what nothing outside leads to; puts back in order the backward links of both lists. */
export function move_unreachable(ts: ThreadState, young: number, unreachable: number): void {
  const { mem } = ts
  const { words } = mem
  const visit_reachable: Visit = (o) => {
    if (!isGC(words, o)) return
    const head = o - GC_HEAD_SIZE
    const word = words[(head + 8) >> 2]
    if ((word & PREV_MASK_COLLECTING) === 0) return
    const flags = word & (ONE_REF - 1)
    if (words[head >> 2] & NEXT_MASK_UNREACHABLE) {
      // It was taken for unreachable; it is not, and comes back to the end of the list to be looked at again.
      const previous = word & ~(ONE_REF - 1)
      const next = mem.load(head)
      mem.store(previous, next)
      setPrev(mem, next & ~NEXT_MASK_UNREACHABLE, previous)
      mem.store(head, next & ~NEXT_MASK_UNREACHABLE)
      listAppend(mem, head, young)
      mem.store(head + 8, flags | ONE_REF)
    } else if (word >>> PREV_SHIFT === 0) mem.store(head + 8, flags | ONE_REF)
  }
  let previous = young
  for (let head = mem.load(young); head !== young; head = mem.load(previous)) {
    if (mem.load(head + 8) >>> PREV_SHIFT !== 0) {
      const n = plainReferents(ts, FROM_GC(head), found)
      if (n === 0) traverseUnnamed(ts, FROM_GC(head), visit_reachable)
      else for (let i = 0; i < n; i++) visit_reachable(found[i], SOME_EDGE)
      mem.store(head + 8, previous | (mem.load(head + 8) & PREV_MASK_FINALIZED))
      previous = head
      continue
    }
    mem.store(previous, mem.load(head))
    const last = mem.load(unreachable + 8)
    mem.store(last, head | NEXT_MASK_UNREACHABLE)
    setPrev(mem, head, last)
    mem.store(head, unreachable | NEXT_MASK_UNREACHABLE)
    mem.store(unreachable + 8, head)
  }
  mem.store(young + 8, previous)
  mem.store(unreachable, mem.load(unreachable) & ~NEXT_MASK_UNREACHABLE)
}

/** Takes the "unreachable" bit off every link of the list, which then is an ordinary one. */
export function clear_unreachable_mask(ts: ThreadState, unreachable: number): void {
  const { mem } = ts
  for (let head = mem.load(unreachable); head !== unreachable; head = mem.load(head))
    mem.store(head, mem.load(head) & ~NEXT_MASK_UNREACHABLE)
}

/** Tuples (and in a full collection up to 3.13 dicts) that cannot be part of a cycle leave the collector's lists. */
export function untrack_tuples(ts: ThreadState, list: number): void {
  const { mem } = ts
  for (let head = mem.load(list); head !== list; ) {
    const next = mem.load(head)
    const o = FROM_GC(head)
    if (Py_TYPE(ts, o) === ts.types.tuple && allItems(ts, o, (item) => !mayBeTracked(ts, item))) untrack(mem, o)
    head = next
  }
}

/** The same for dicts. */
export function untrack_dicts(ts: ThreadState, list: number): void {
  const { mem } = ts
  for (let head = mem.load(list); head !== list; ) {
    const next = mem.load(head)
    const o = FROM_GC(head)
    if (Py_TYPE(ts, o) === ts.types.dict && !dictMayBeInCycle(ts, o)) untrack(mem, o)
    head = next
  }
}

/** _PyDict_MaybeUntrack: whether a value, or a key that is no str, may be tracked. */
function dictMayBeInCycle(ts: ThreadState, dict: Borrowed): boolean {
  const { mem } = ts
  const values = mem.load(dict + PyDictObject.ma_values)
  let found = false
  if (values === 0) {
    traverse(ts, dict, (o) => {
      found ||= mayBeTracked(ts, o)
    })
    return found
  }
  // tp_traverse leaves out values that belong to an instance; they count here.
  const first = ts.profile.instances.inlineValues === 'separate' ? values : values + 8
  const n = mem.load(mem.load(dict + PyDictObject.ma_keys) + PyDictKeysObject.dk_nentries)
  for (let i = 0; i < n && !found; i++) {
    const value = mem.load(first + i * 8)
    found = value !== 0 && mayBeTracked(ts, value)
  }
  return found
}

/** _PyObject_GC_MAY_BE_TRACKED: whether the collector watches the object, or may one day. */
export function mayBeTracked(ts: ThreadState, o: Borrowed): boolean {
  if (!PyObject_IS_GC(ts, o)) return false
  return Py_TYPE(ts, o) !== ts.types.tuple || ts.mem.load(o - 16) !== 0
}

/** An item not filled in yet counts as one that may be tracked. */
function allItems(ts: ThreadState, tuple: Borrowed, test: (item: Borrowed) => boolean): boolean {
  const items = tuple + ts.profile.layout.tupleItems
  const n = ts.mem.load(tuple + 16)
  for (let i = 0; i < n; i++) {
    const item = ts.mem.load(items + i * 8)
    if (item === 0 || !test(item)) return false
  }
  return true
}
