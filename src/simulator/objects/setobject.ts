// Objects/setobject.c: set and frozenset. A table of (key, hash) entries, open addressing with short linear runs; up to
// eight slots lie inside the object. Here: birth, death and what native code asks; the algebra is in setalgebra.ts.

import { isTracked, track, untrack } from '../heap/gchead.ts'
import { allocate, during, freeObject, hold, holdBlock, holdMark, release, whileOwning } from '../heap/objimpl.ts'
import { PyObject_Free, PyObject_Malloc } from '../heap/obmalloc.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { PySetObject, PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, Edge, Owned, Visit } from '../heap/typeslots.ts'
import { hashKey } from './dictkeys.ts'
import { explainUnhashable } from './dictobject.ts'
import { PyErr_NoMemory } from './errors.ts'
import { hashFailed, Py_EQ, PyObject_RichCompareBool, PyType_IsSubtype } from './object.ts'
import { DUMMY, ENTRY, PySet_MINSIZE, SET_BASICSIZE, SET_SMALLTABLE, SET_WEAKREFLIST } from './setlayout.ts'
import { _PySet_Update } from './setupdate.ts'
import { PyType_GenericAlloc } from './typeobject.ts'
import { PyUnicode_EQ } from './unicodeobject.ts'

export { PyFrozenSet_Type, PySet_Type } from './setmethods.ts'
export { _PySet_Update } from './setupdate.ts'

/** Most neighbours looked at before the search jumps. */
const LINEAR_PROBES = 9

export function PySet_GET_SIZE(ts: ThreadState, s: Borrowed): number {
  return ts.mem.words[(s + PySetObject.used) >> 2]
}

/** Whether the object is a set or frozenset (or of a subclass). */
export function PyAnySet_Check(ts: ThreadState, o: Borrowed): boolean {
  return PySet_Check(ts, o) || PyFrozenSet_Check(ts, o)
}
export function PyAnySet_CheckExact(ts: ThreadState, o: Borrowed): boolean {
  return Py_TYPE(ts, o) === ts.types.set || Py_TYPE(ts, o) === ts.types.frozenset
}
export function PySet_Check(ts: ThreadState, o: Borrowed): boolean {
  return PyType_IsSubtype(ts, Py_TYPE(ts, o), ts.types.set)
}
export function PyFrozenSet_Check(ts: ThreadState, o: Borrowed): boolean {
  return PyType_IsSubtype(ts, Py_TYPE(ts, o), ts.types.frozenset)
}

/** A new empty set. */
export function newSet(ts: ThreadState): Owned {
  return make_new_set(ts, ts.types.set, 0)
}

/** A new set of a type, with what `iterable` gives (0: nothing). */
export function make_new_set(ts: ThreadState, type: Borrowed, iterable: Borrowed): Owned {
  const mem = ts.mem
  const exact = type === ts.types.set || type === ts.types.frozenset
  const s = exact ? allocate(ts, type, SET_BASICSIZE) : PyType_GenericAlloc(ts, type)
  if (s === 0) return exact ? PyErr_NoMemory(ts) : 0
  mem.storeWide(s + PySetObject.mask, PySet_MINSIZE - 1)
  mem.store(s + PySetObject.table, s + SET_SMALLTABLE)
  mem.storeWide(s + PySetObject.hash, -1)
  if (exact) track(mem, s)
  if (iterable === 0) return s
  const mark = holdMark(ts)
  hold(ts, s)
  const status = _PySet_Update(ts, s, iterable)
  release(ts, mark)
  if (status === 0) return s
  DECREF(ts, s)
  return 0
}

/** A frozenset of these items (borrowed), for constants. */
export function frozenSetFrom(ts: ThreadState, items: readonly Borrowed[]): Owned {
  const s = make_new_set(ts, ts.types.frozenset, 0)
  if (s === 0) return 0
  if (during(ts, [s], () => items.some((item) => PySet_Add(ts, s, item) < 0))) {
    DECREF(ts, s)
    return 0
  }
  trackFrozenSet(ts, s)
  return s
}

/** Since 3.15 a finished frozenset is watched only if an item can be part of a cycle. */
export function trackFrozenSet(ts: ThreadState, s: Borrowed): void {
  if (!ts.profile.containers.frozensetsTrackedByContents || Py_TYPE(ts, s) !== ts.types.frozenset) return
  let watched = false
  forEachEntry(ts, s, (key) => {
    watched ||= (typeFlags(ts, Py_TYPE(ts, key)) & TPFLAGS.HAVE_GC) !== 0
  })
  if (!watched && isTracked(ts.mem, s)) untrack(ts.mem, s)
}

/** The hash of an item, with the set's own TypeError where the version has one. Both halves -1: error. */
export function hashItem(ts: ThreadState, key: Borrowed): number {
  const low = hashKey(ts, key)
  if (hashFailed(ts, low)) explainUnhashable(ts, key, ts.profile.containers.unhashableItem)
  return low
}

/** The hash of an entry; the high half in `ts.hashHigh`. */
export function entryHash(ts: ThreadState, entry: number): number {
  ts.hashHigh = ts.mem.load(entry + 12)
  return ts.mem.load(entry + 8)
}

/** Calls `each` with every item and its entry, in table order. It must not change the set. */
export function forEachEntry(ts: ThreadState, s: Borrowed, each: (key: Borrowed, entry: number) => void): void {
  for (let i = nextEntry(ts, s, 0); i >= 0; i = nextEntry(ts, s, i + 1)) {
    const entry = entryAddress(ts, s, i)
    each(ts.mem.load(entry), entry)
  }
}

/** The first slot at or after `from` that holds an item, or -1. */
export function nextEntry(ts: ThreadState, s: Borrowed, from: number): number {
  const words = ts.mem.words
  const mask = words[(s + PySetObject.mask) >> 2]
  const table = words[(s + PySetObject.table) >> 2]
  for (let i = from; i <= mask; i++) {
    const key = words[(table + i * ENTRY) >> 2]
    if (key !== 0 && key !== DUMMY) return i
  }
  return -1
}

export function entryAddress(ts: ThreadState, s: Borrowed, i: number): number {
  return ts.mem.words[(s + PySetObject.table) >> 2] + i * ENTRY
}

/**
 * Walks the slots for a hash in CPython's order: runs of up to ten neighbours, then a jump. `look` says when to stop.
 * @returns what `look` returned that was not 0
 */
function probe(
  ts: ThreadState,
  s: Borrowed,
  low: number,
  high: number,
  look: (entry: number, key: number) => number,
): number {
  const mem = ts.mem
  const mask = mem.load(s + PySetObject.mask)
  const table = mem.load(s + PySetObject.table)
  let perturbLow = low
  let perturbHigh = high
  let i = low & mask
  for (;;) {
    const neighbours = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0
    for (let j = 0; j <= neighbours; j++) {
      const entry = table + (i + j) * ENTRY
      const verdict = look(entry, mem.load(entry))
      if (verdict !== 0) return verdict
    }
    perturbLow = (perturbLow >>> 5) | (perturbHigh << 27)
    perturbHigh >>>= 5
    i = (Math.imul(i, 5) + 1 + perturbLow) & mask
  }
}

const CHANGED = -2

/**
 * set_lookkey: the entry of a key, or the empty one where the search ended; -1 on an error of `__eq__`.
 * If a comparison changes the set the search starts again.
 * @param adding whether a key that is not there goes to the last dummy that was met, where there was one
 */
export function set_lookkey(
  ts: ThreadState,
  s: Borrowed,
  key: Borrowed,
  low: number,
  high: number,
  adding = false,
): number {
  const mem = ts.mem
  const isStr = Py_TYPE(ts, key) === ts.types.str
  const borrows = !adding && ts.profile.containers.frozensetKeysBorrowed && Py_TYPE(ts, s) === ts.types.frozenset
  for (;;) {
    const table = mem.load(s + PySetObject.table)
    let freeslot = 0
    const found = probe(ts, s, low, high, (entry, candidate) => {
      if (candidate === 0) return freeslot || entry
      if (candidate === DUMMY && adding) freeslot = entry
      if (mem.load(entry + 8) !== low || mem.load(entry + 12) !== high || candidate === DUMMY) return 0
      if (candidate === key) return entry
      if (isStr && Py_TYPE(ts, candidate) === ts.types.str && PyUnicode_EQ(ts, candidate, key)) return entry
      const asked = () => PyObject_RichCompareBool(ts, candidate, key, Py_EQ)
      const equal = borrows ? asked() : whileOwning(ts, newref(ts, candidate), asked)
      if (equal < 0) return -1
      if (table !== mem.load(s + PySetObject.table) || mem.load(entry) !== candidate) return CHANGED
      return equal > 0 ? entry : 0
    })
    if (found !== CHANGED) return found
  }
}

/** `key in s`: 1, 0, -1. */
export function PySet_Contains(ts: ThreadState, s: Borrowed, key: Borrowed): number {
  const low = hashItem(ts, key)
  if (hashFailed(ts, low)) return -1
  return set_contains_entry(ts, s, key, low, ts.hashHigh)
}

export function set_contains_entry(ts: ThreadState, s: Borrowed, key: Borrowed, low: number, high: number): number {
  const entry = set_lookkey(ts, s, key, low, high)
  return entry < 0 ? -1 : ts.mem.load(entry) !== 0 ? 1 : 0
}

/** s.add(key): 0, or -1. */
export function PySet_Add(ts: ThreadState, s: Borrowed, key: Borrowed): number {
  const low = hashItem(ts, key)
  if (hashFailed(ts, low)) return -1
  return set_add_entry(ts, s, key, low, ts.hashHigh)
}

/** The same for a key that is given up, whatever happens. */
export function _PySet_AddTakeRef(ts: ThreadState, s: Borrowed, key: Owned): number {
  const mark = holdMark(ts)
  hold(ts, key)
  const low = hashItem(ts, key)
  release(ts, mark)
  if (!hashFailed(ts, low)) return set_add_entry_takeref(ts, s, key, low, ts.hashHigh)
  DECREF(ts, key)
  return -1
}

/** Adds a key with a known hash. */
export function set_add_entry(ts: ThreadState, s: Borrowed, key: Borrowed, low: number, high: number): number {
  return set_add_entry_takeref(ts, s, newref(ts, key), low, high)
}

function set_add_entry_takeref(ts: ThreadState, s: Borrowed, key: Owned, low: number, high: number): number {
  const mem = ts.mem
  const mark = holdMark(ts)
  hold(ts, key)
  const entry = set_lookkey(ts, s, key, low, high, true)
  release(ts, mark)
  const there = entry < 0 ? 0 : mem.load(entry)
  if (entry < 0 || (there !== 0 && there !== DUMMY)) {
    DECREF(ts, key)
    return entry < 0 ? -1 : 0
  }
  mem.store(entry, key)
  mem.store(entry + 8, low)
  mem.store(entry + 12, high)
  const fill = mem.load(s + PySetObject.fill) + (there === DUMMY ? 0 : 1)
  const used = mem.load(s + PySetObject.used) + 1
  mem.store(s + PySetObject.fill, fill)
  mem.store(s + PySetObject.used, used)
  if (there === DUMMY) return 0
  if (fill * 5 < mem.load(s + PySetObject.mask) * 3) return 0
  return set_table_resize(ts, s, used > 50000 ? used * 2 : used * 4)
}

/** s.discard(key): 1 where it was there, 0 not, -1. */
export function PySet_Discard(ts: ThreadState, s: Borrowed, key: Borrowed): number {
  const low = hashItem(ts, key)
  if (hashFailed(ts, low)) return -1
  return set_discard_entry(ts, s, key, low, ts.hashHigh)
}

/** Takes a key out: 1 done, 0 it was not there, -1 error. The entry stays as a dummy. */
export function set_discard_entry(ts: ThreadState, s: Borrowed, key: Borrowed, low: number, high: number): number {
  const mem = ts.mem
  const entry = set_lookkey(ts, s, key, low, high)
  if (entry < 0) return -1
  const old = mem.load(entry)
  if (old === 0) return 0
  makeDummy(ts, s, entry)
  DECREF(ts, old)
  return 1
}

/** Marks an entry deleted; its key is the caller's. */
export function makeDummy(ts: ThreadState, s: Borrowed, entry: number): void {
  ts.mem.store(entry, DUMMY)
  ts.mem.storeWide(entry + 8, -1)
  ts.mem.store(s + PySetObject.used, PySet_GET_SIZE(ts, s) - 1)
}

/** Gives the set a table of more than `minused` slots, without dummies. */
export function set_table_resize(ts: ThreadState, s: Borrowed, minused: number): number {
  const mem = ts.mem
  let size = PySet_MINSIZE
  while (size <= minused) size *= 2
  if (size * ENTRY > ts.budgets.memory) {
    PyErr_NoMemory(ts)
    return -1
  }
  const small = s + SET_SMALLTABLE
  const old = mem.load(s + PySetObject.table)
  const isMalloced = old !== small
  if (size === PySet_MINSIZE && !isMalloced && mem.load(s + PySetObject.fill) === PySet_GET_SIZE(ts, s)) return 0
  const table = size === PySet_MINSIZE ? small : PyObject_Malloc(mem, size * ENTRY)
  if (table === 0) {
    PyErr_NoMemory(ts)
    return -1
  }
  const entries: [key: number, low: number, high: number][] = []
  forEachEntry(ts, s, (key, entry) => entries.push([key, mem.load(entry + 8), mem.load(entry + 12)]))
  mem.clear(table, size * ENTRY)
  mem.storeWide(s + PySetObject.mask, size - 1)
  mem.store(s + PySetObject.table, table)
  for (const [key, low, high] of entries) insertClean(ts, s, key, low, high)
  mem.store(s + PySetObject.fill, entries.length)
  if (isMalloced) PyObject_Free(mem, old)
  return 0
}

/** Puts a key that is not there into a table without dummies; takes the reference. */
export function insertClean(ts: ThreadState, s: Borrowed, key: Owned, low: number, high: number): void {
  const mem = ts.mem
  probe(ts, s, low, high, (entry, there) => {
    if (there !== 0) return 0
    mem.store(entry, key)
    mem.store(entry + 8, low)
    mem.store(entry + 12, high)
    return 1
  })
}

/** s.clear(): the set is empty before anything in it dies. */
export function set_clear(ts: ThreadState, s: Borrowed): void {
  const mem = ts.mem
  const table = mem.load(s + PySetObject.table)
  const small = s + SET_SMALLTABLE
  const size = mem.load(s + PySetObject.mask) + 1
  if (table === small && mem.load(s + PySetObject.fill) === 0) return
  const mark = holdMark(ts)
  const keys: number[] = []
  for (let i = 0; i < size; i++) {
    const at = table + i * ENTRY
    if (mem.load(at) === DUMMY) mem.store(at, 0)
    else if (mem.load(at) !== 0) keys.push(at)
  }
  if (table !== small) holdBlock(ts, table, size, ENTRY)
  else
    for (let i = 0; i < keys.length; i++) {
      hold(ts, mem.load(keys[i]))
      keys[i] = mark + i * 8
    }
  mem.clear(small, PySet_MINSIZE * ENTRY)
  mem.store(s + PySetObject.fill, 0)
  mem.store(s + PySetObject.used, 0)
  mem.storeWide(s + PySetObject.mask, PySet_MINSIZE - 1)
  mem.store(s + PySetObject.table, small)
  mem.storeWide(s + PySetObject.hash, -1)
  for (const at of keys) CLEAR(ts, at)
  release(ts, mark)
  if (table !== small) PyObject_Free(mem, table)
}

export function set_dealloc(ts: ThreadState, s: number): void {
  const mem = ts.mem
  untrack(mem, s)
  if (mem.load(s + SET_WEAKREFLIST) !== 0) ts.clearWeakRefs(s)
  const table = mem.load(s + PySetObject.table)
  const size = mem.load(s + PySetObject.mask) + 1
  for (let i = 0; i < size; i++) {
    const key = mem.load(table + i * ENTRY)
    if (key === 0 || key === DUMMY) continue
    mem.store(table + i * ENTRY, 0)
    DECREF(ts, key)
  }
  if (table !== s + SET_SMALLTABLE) PyObject_Free(mem, table)
  freeObject(ts, s)
}

export function set_traverse(ts: ThreadState, s: Borrowed, visit: Visit): void {
  let index = 0
  forEachEntry(ts, s, (key) => visit(key, { kind: 'item', index: index++ } satisfies Edge))
}

/** Bytes of the set and its table. */
export function set_sizeof(ts: ThreadState, s: Borrowed): number {
  const basic = ts.mem.load(Py_TYPE(ts, s) + PyTypeObject.tp_basicsize)
  const outside = ts.mem.load(s + PySetObject.table) !== s + SET_SMALLTABLE
  return outside ? basic + (ts.mem.load(s + PySetObject.mask) + 1) * ENTRY : basic
}
