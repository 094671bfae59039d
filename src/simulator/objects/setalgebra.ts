// The algebra of set and frozenset (Objects/setobject.c): union, intersection, difference, comparison, hash.

import { hold, holdMark, release, whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { PySetObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyIter_Next, PyObject_GetIter } from './abstract.ts'
import { newBool } from './boolobject.ts'
import { hashKey, lookupKey } from './dictkeys.ts'
import { storedHash } from './dictmerge.ts'
import { keyAt, PyDict_GET_SIZE, PyDict_Next } from './dictobject.ts'
import { PyErr_Occurred } from './errors.ts'
import { hashFailed, Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE } from './object.ts'
import { SET_SMALLTABLE } from './setlayout.ts'
import {
  _PySet_Update,
  entryAddress,
  entryHash,
  hashItem,
  make_new_set,
  nextEntry,
  PyAnySet_Check,
  PyAnySet_CheckExact,
  PyFrozenSet_Check,
  PySet_Contains,
  PySet_GET_SIZE,
  set_add_entry,
  set_clear,
  set_contains_entry,
  set_discard_entry,
  set_table_resize,
} from './setobject.ts'
import { add64, high64, multiply64 } from './uint64.ts'

/** A new set of the built-in type that `type` is or derives from. */
function newOfBase(ts: ThreadState, s: Borrowed, iterable: Borrowed): Owned {
  return make_new_set(ts, PyFrozenSet_Check(ts, s) ? ts.types.frozenset : ts.types.set, iterable)
}

/** A set of the same type with the same items. */
export function set_copy(ts: ThreadState, s: Borrowed): Owned {
  return make_new_set(ts, Py_TYPE(ts, s), s)
}

/** Calls `each` with every item held, its hash known, as set_next does: the set may change meanwhile. 0, or -1. */
export function eachItem(
  ts: ThreadState,
  s: Borrowed,
  each: (key: Borrowed, low: number, high: number) => number,
): number {
  for (let i = nextEntry(ts, s, 0); i >= 0; i = nextEntry(ts, s, i + 1)) {
    const entry = entryAddress(ts, s, i)
    const key = newref(ts, ts.mem.load(entry))
    const mark = holdMark(ts)
    hold(ts, key)
    const low = entryHash(ts, entry)
    const status = each(key, low, ts.hashHigh)
    release(ts, mark)
    DECREF(ts, key)
    if (status < 0) return -1
    if (status === STOP) return STOP
  }
  return 0
}
/** What `each` returns to end the walk. */
export const STOP = 2

/** Calls `each` with everything an iterable gives. 0, STOP or -1. */
export function eachGiven(ts: ThreadState, iterable: Borrowed, each: (key: Borrowed) => number): number {
  const iterator = PyObject_GetIter(ts, iterable)
  if (iterator === 0) return -1
  const mark = holdMark(ts)
  hold(ts, iterator)
  let status = 0
  while (status === 0) {
    const key = PyIter_Next(ts, iterator)
    if (key === 0) {
      if (PyErr_Occurred(ts) !== 0) status = -1
      break
    }
    const inner = holdMark(ts)
    hold(ts, key)
    status = each(key)
    release(ts, inner)
    DECREF(ts, key)
  }
  release(ts, mark)
  DECREF(ts, iterator)
  return status
}

/** Runs `work` on a new set while it is held; the set, or 0 when `work` failed. */
function filled(ts: ThreadState, set: Owned, work: (set: Borrowed) => number): Owned {
  if (set === 0) return 0
  const mark = holdMark(ts)
  hold(ts, set)
  const status = work(set)
  release(ts, mark)
  if (status >= 0) return set
  DECREF(ts, set)
  return 0
}

export function set_union(ts: ThreadState, s: Borrowed, others: readonly Borrowed[]): Owned {
  return filled(ts, set_copy(ts, s), (result) => {
    for (const other of others) if (other !== s && _PySet_Update(ts, result, other) < 0) return -1
    return 0
  })
}

export function set_intersection(ts: ThreadState, s: Borrowed, other: Borrowed): Owned {
  if (s === other) return set_copy(ts, s)
  return filled(ts, newOfBase(ts, s, 0), (result) => {
    const addIfIn = (set: Borrowed, key: Borrowed, low: number, high: number): number => {
      const present = set_contains_entry(ts, set, key, low, high)
      return present > 0 ? set_add_entry(ts, result, key, low, high) : present
    }
    if (PyAnySet_Check(ts, other)) {
      const [small, large] = PySet_GET_SIZE(ts, other) > PySet_GET_SIZE(ts, s) ? [s, other] : [other, s]
      return eachItem(ts, small, (key, low, high) => addIfIn(large, key, low, high))
    }
    return eachGiven(ts, other, (key) => {
      const low = hashKey(ts, key)
      return hashFailed(ts, low) ? -1 : addIfIn(s, key, low, ts.hashHigh)
    })
  })
}

/** s &= other, by exchanging the tables (set_swap_bodies). */
export function set_intersection_update(ts: ThreadState, s: Borrowed, other: Borrowed): number {
  const result = set_intersection(ts, s, other)
  if (result === 0) return -1
  swapBodies(ts, s, result)
  DECREF(ts, result)
  return 0
}

/** Exchanges what two sets hold. */
export function swapBodies(ts: ThreadState, a: Borrowed, b: Borrowed): void {
  const mem = ts.mem
  const swap = (x: number, y: number) => {
    const word = mem.load(x)
    mem.store(x, mem.load(y))
    mem.store(y, word)
  }
  const aSmall = mem.load(a + PySetObject.table) === a + SET_SMALLTABLE
  const bSmall = mem.load(b + PySetObject.table) === b + SET_SMALLTABLE
  for (const field of ['fill', 'used', 'mask', 'table'] as const) {
    swap(a + PySetObject[field], b + PySetObject[field])
  }
  if (bSmall) mem.store(a + PySetObject.table, a + SET_SMALLTABLE)
  if (aSmall) mem.store(b + PySetObject.table, b + SET_SMALLTABLE)
  if (aSmall || bSmall) for (let i = 0; i < 8 * 16; i += 4) swap(a + SET_SMALLTABLE + i, b + SET_SMALLTABLE + i)
  mem.storeWide(a + PySetObject.hash, -1)
  mem.storeWide(b + PySetObject.hash, -1)
}

export function set_difference(ts: ThreadState, s: Borrowed, other: Borrowed): Owned {
  const isDict = Py_TYPE(ts, other) === ts.types.dict
  const isSet = PyAnySet_Check(ts, other)
  const size = isSet ? PySet_GET_SIZE(ts, other) : isDict ? PyDict_GET_SIZE(ts, other) : -1
  if (size < 0 || PySet_GET_SIZE(ts, s) >> 2 > size)
    return filled(ts, set_copy(ts, s), (result) => set_difference_update(ts, result, other))
  return filled(ts, newOfBase(ts, s, 0), (result) =>
    eachItem(ts, s, (key, low, high) => {
      const present = isDict ? lookupKey(ts, other, key, low, high) : set_contains_entry(ts, other, key, low, high)
      if (present < (isDict ? -1 : 0)) return -1
      const absent = isDict ? present < 0 : present === 0
      return absent ? set_add_entry(ts, result, key, low, high) : 0
    }),
  )
}

export function set_difference_update(ts: ThreadState, s: Borrowed, other: Borrowed): number {
  if (s === other) {
    set_clear(ts, s)
    return 0
  }
  const status = PyAnySet_Check(ts, other) ? discardAll(ts, s, other) : discardGiven(ts, s, other)
  if (status < 0) return -1
  const mem = ts.mem
  const used = PySet_GET_SIZE(ts, s)
  if (mem.load(s + PySetObject.fill) - used <= mem.load(s + PySetObject.mask) >> 2) return 0
  return set_table_resize(ts, s, used > 50000 ? used * 2 : used * 4)
}

function discardAll(ts: ThreadState, s: Borrowed, other: Borrowed): number {
  const much = PySet_GET_SIZE(ts, other) >> 3 > PySet_GET_SIZE(ts, s)
  const from = much ? set_intersection(ts, s, other) : newref(ts, other)
  if (from === 0) return -1
  const status = whileOwning(ts, from, () =>
    eachItem(ts, from, (key, low, high) => (set_discard_entry(ts, s, key, low, high) < 0 ? -1 : 0)),
  )
  return status
}

function discardGiven(ts: ThreadState, s: Borrowed, iterable: Borrowed): number {
  return eachGiven(ts, iterable, (key) => {
    const low = hashItem(ts, key)
    if (hashFailed(ts, low)) return -1
    return set_discard_entry(ts, s, key, low, ts.hashHigh) < 0 ? -1 : 0
  })
}

export function set_symmetric_difference_update(ts: ThreadState, s: Borrowed, other: Borrowed): number {
  if (s === other) {
    set_clear(ts, s)
    return 0
  }
  const flip = (key: Borrowed, low: number, high: number): number => {
    const done = set_discard_entry(ts, s, key, low, high)
    return done === 0 ? set_add_entry(ts, s, key, low, high) : done < 0 ? -1 : 0
  }
  if (Py_TYPE(ts, other) === ts.types.dict) return flipDict(ts, other, flip)
  const set = PyAnySet_Check(ts, other) ? newref(ts, other) : newOfBase(ts, s, other)
  if (set === 0) return -1
  const status = whileOwning(ts, set, () => eachItem(ts, set, flip))
  return status
}

function flipDict(ts: ThreadState, d: Borrowed, flip: (key: Borrowed, low: number, high: number) => number): number {
  for (let at = PyDict_Next(ts, d, 0); at >= 0; at = PyDict_Next(ts, d, at + 1)) {
    const key = newref(ts, keyAt(ts, d, at))
    const status = whileOwning(ts, key, () => flip(key, storedHash(ts, d, at), ts.hashHigh))
    if (status < 0) return -1
  }
  return 0
}

export function set_symmetric_difference(ts: ThreadState, s: Borrowed, other: Borrowed): Owned {
  return filled(ts, newOfBase(ts, s, other), (result) => set_symmetric_difference_update(ts, result, s))
}

/** Whether the sets have nothing in common: 1, 0, -1. */
export function set_isdisjoint(ts: ThreadState, s: Borrowed, other: Borrowed): number {
  if (s === other) return PySet_GET_SIZE(ts, s) === 0 ? 1 : 0
  let found = 0
  if (PyAnySet_CheckExact(ts, other)) {
    const [small, large] = PySet_GET_SIZE(ts, other) > PySet_GET_SIZE(ts, s) ? [s, other] : [other, s]
    found = eachItem(ts, small, (key, low, high) => {
      const present = set_contains_entry(ts, large, key, low, high)
      return present > 0 ? STOP : present
    })
  } else
    found = eachGiven(ts, other, (key) => {
      const present = PySet_Contains(ts, s, key)
      return present > 0 ? STOP : present
    })
  return found < 0 ? -1 : found === STOP ? 0 : 1
}

/** Whether everything in `s` is in `other`: 1, 0, -1. */
export function set_issubset(ts: ThreadState, s: Borrowed, other: Borrowed): number {
  if (!PyAnySet_Check(ts, other)) {
    if (ts.profile.containers.issubsetMakesSet) {
      const all = make_new_set(ts, ts.types.set, other)
      return all === 0 ? -1 : whileOwning(ts, all, () => set_issubset(ts, s, all))
    }
    const common = set_intersection(ts, s, other)
    if (common === 0) return -1
    const result = PySet_GET_SIZE(ts, common) === PySet_GET_SIZE(ts, s) ? 1 : 0
    DECREF(ts, common)
    return result
  }
  if (PySet_GET_SIZE(ts, s) > PySet_GET_SIZE(ts, other)) return 0
  const missing = eachItem(ts, s, (key, low, high) => {
    const present = set_contains_entry(ts, other, key, low, high)
    return present === 0 ? STOP : present < 0 ? -1 : 0
  })
  return missing < 0 ? -1 : missing === STOP ? 0 : 1
}

export function set_issuperset(ts: ThreadState, s: Borrowed, other: Borrowed): number {
  if (PyAnySet_Check(ts, other)) return set_issubset(ts, other, s)
  const missing = eachGiven(ts, other, (key) => {
    const present = PySet_Contains(ts, s, key)
    return present === 0 ? STOP : present < 0 ? -1 : 0
  })
  return missing < 0 ? -1 : missing === STOP ? 0 : 1
}

export function set_richcompare(ts: ThreadState, v: Borrowed, w: Borrowed, op: number): Owned {
  if (!PyAnySet_Check(ts, w)) return newref(ts, ts.notImplemented)
  const truth = compare(ts, v, w, op)
  return truth < 0 ? 0 : newBool(ts, truth === 1)
}

function compare(ts: ThreadState, v: Borrowed, w: Borrowed, op: number): number {
  const a = PySet_GET_SIZE(ts, v)
  const b = PySet_GET_SIZE(ts, w)
  if (op === Py_EQ) return a !== b || knownToDiffer(ts, v, w) ? 0 : set_issubset(ts, v, w)
  if (op === Py_NE) {
    const equal = compare(ts, v, w, Py_EQ)
    return equal < 0 ? -1 : 1 - equal
  }
  if (op === Py_LE) return set_issubset(ts, v, w)
  if (op === Py_GE) return set_issuperset(ts, v, w)
  if (op === Py_LT) return a >= b ? 0 : set_issubset(ts, v, w)
  return op === Py_GT && a > b ? set_issuperset(ts, v, w) : 0
}

function knownToDiffer(ts: ThreadState, v: Borrowed, w: Borrowed): boolean {
  const mem = ts.mem
  const [vLow, vHigh] = [mem.load(v + PySetObject.hash), mem.load(v + PySetObject.hash + 4)]
  const [wLow, wHigh] = [mem.load(w + PySetObject.hash), mem.load(w + PySetObject.hash + 4)]
  const known = (low: number, high: number) => low !== -1 || high !== -1
  return known(vLow, vHigh) && known(wLow, wHigh) && (vLow !== wLow || vHigh !== wHigh)
}

/** hash(frozenset): the same in whatever order the items are. Kept in the object. */
export function frozenset_hash(ts: ThreadState, s: Borrowed): number {
  const mem = ts.mem
  const at = s + PySetObject.hash
  let low = mem.load(at)
  let high = mem.load(at + 4)
  if (low === -1 && high === -1) {
    ;[low, high] = computeHash(ts, s)
    mem.store(at, low)
    mem.store(at + 4, high)
  }
  ts.hashHigh = high
  return low
}

function computeHash(ts: ThreadState, s: Borrowed): [low: number, high: number] {
  let low = 0
  let high = 0
  for (let i = nextEntry(ts, s, 0); i >= 0; i = nextEntry(ts, s, i + 1)) {
    const entry = entryAddress(ts, s, i)
    const [a, b] = [ts.mem.load(entry + 8), ts.mem.load(entry + 12)]
    // _shuffle_bits: ((h ^ 89869747) ^ (h << 16)) * 3644798167
    low ^= multiply64(a ^ 89869747 ^ (a << 16), b ^ ((b << 16) | (a >>> 16)), 3644798167 | 0, 0)
    high ^= high64
  }
  low ^= multiply64(PySet_GET_SIZE(ts, s) + 1, 0, 1927868237, 0)
  high ^= high64
  const [shift11, shift25] = [(low >>> 11) | (high << 21), (low >>> 25) | (high << 7)]
  const [high11, high25] = [high >>> 11, high >>> 25]
  low = multiply64(low ^ shift11 ^ shift25, high ^ high11 ^ high25, 69069, 0)
  low = add64(low, high64, 907133923, 0)
  high = high64
  return low === -1 && high === -1 ? [590923713, 0] : [low, high]
}
