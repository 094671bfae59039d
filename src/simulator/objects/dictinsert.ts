// Inserting into a dict and growing its table (insertdict, insert_to_emptydict, dictresize in Objects/dictobject.c).

import { isTracked, track } from '../heap/gchead.ts'
import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, XDECREF } from '../heap/refcount.ts'
import { PyDictKeysObject, PyDictObject, PyUnicodeObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import {
  buildIndices,
  DICT_KEYS_GENERAL,
  DKIX_EMPTY,
  DKIX_ERROR,
  dictkeys_decref,
  emptyKeys,
  entrySize,
  findEmptySlot,
  firstKey,
  freeKeys,
  insertSplitKey,
  keysEntries,
  keysKind,
  keysUsable,
  log2ForSize,
  lookupKey,
  newKeys,
  PyDict_LOG_MINSIZE,
  setIndex,
} from './dictkeys.ts'
import { dictKeys, dictValues, mayBeTracked, PyDict_GET_SIZE, valueAddress } from './dictobject.ts'
import { addToOrder, freeValues, invalidate, isEmbedded, orderedIndex, valuesFirst } from './dictvalues.ts'

/** d.setdefault(key, value) with a known hash: the value that is in the dict then, borrowed; -1 on error. */
export function setdefaultdict(
  ts: ThreadState,
  d: Borrowed,
  key: Borrowed,
  low: number,
  high: number,
  value: Borrowed,
): number {
  if (dictKeys(ts, d) === emptyKeys(ts) || dictValues(ts, d) !== 0) {
    // No comparison calls anything here.
    const known = lookupKey(ts, d, key, low, high)
    const there = known < 0 ? 0 : ts.mem.load(valueAddress(ts, d, known))
    if (there !== 0) return there
    return insertdict(ts, d, newref(ts, key), low, high, newref(ts, value)) < 0 ? -1 : value
  }
  if (!makeGeneral(ts, d, key)) return -1
  const ix = lookupKey(ts, d, key, low, high)
  if (ix === DKIX_ERROR) return -1
  if (ix >= 0) return ts.mem.load(valueAddress(ts, d, ix))
  maintainTracking(ts, d, key, value)
  return insertNew(ts, d, newref(ts, key), low, high, newref(ts, value)) < 0 ? -1 : value
}

/** Where a table is for str keys only and the key is none, it becomes one for any; false with MemoryError. */
function makeGeneral(ts: ThreadState, d: Borrowed, key: Borrowed): boolean {
  if (Py_TYPE(ts, key) === ts.types.str || keysKind(ts, dictKeys(ts, d)) === DICT_KEYS_GENERAL) return true
  return insertionResize(ts, d, false) >= 0
}

/** d[key] = value with a known hash; takes both references (also when it fails). 0, or -1. */
export function insertdict(ts: ThreadState, d: Borrowed, key: Owned, low: number, high: number, value: Owned): number {
  if (dictKeys(ts, d) === emptyKeys(ts)) return insertToEmpty(ts, d, key, low, high, value)
  const exact = Py_TYPE(ts, key) === ts.types.str
  if (!makeGeneral(ts, d, key)) return failed(ts, key, value)
  const values = dictValues(ts, d)
  if (values !== 0) {
    const ix = insertSplitKey(ts, dictKeys(ts, d), key)
    if (ix !== DKIX_EMPTY) return insertSplitValue(ts, d, values, ix, key, value)
    // No room in the shared keys: the dict gets a table of its own.
    maintainTracking(ts, d, key, value)
    return insertNew(ts, d, key, low, high, value)
  }
  const mark = holdMark(ts)
  if (!exact) {
    hold(ts, key)
    hold(ts, value)
  }
  const ix = lookupKey(ts, d, key, low, high)
  release(ts, mark)
  if (ix === DKIX_ERROR) return failed(ts, key, value)
  maintainTracking(ts, d, key, value)
  if (ix === DKIX_EMPTY) return insertNew(ts, d, key, low, high, value)
  const address = valueAddress(ts, d, ix)
  const old = ts.mem.load(address)
  ts.mem.store(address, value)
  // A comparison may have given up a last reference elsewhere: what the key holds dies after the value is in place.
  hold(ts, key)
  XDECREF(ts, old)
  release(ts, mark)
  DECREF(ts, key)
  return 0
}

function failed(ts: ThreadState, key: Owned, value: Owned): -1 {
  DECREF(ts, value)
  DECREF(ts, key)
  return -1
}

function insertToEmpty(ts: ThreadState, d: Borrowed, key: Owned, low: number, high: number, value: Owned): number {
  const mem = ts.mem
  const keys = newKeys(ts, PyDict_LOG_MINSIZE, Py_TYPE(ts, key) === ts.types.str)
  if (keys === 0) return failed(ts, key, value)
  dictkeys_decref(ts, emptyKeys(ts))
  maintainTracking(ts, d, key, value)
  mem.store(d + PyDictObject.ma_keys, keys)
  mem.store(d + PyDictObject.ma_values, 0)
  appendEntry(ts, d, keys, key, low, high, value)
  return 0
}

function insertNew(ts: ThreadState, d: Borrowed, key: Owned, low: number, high: number, value: Owned): number {
  if ((keysUsable(ts, dictKeys(ts, d)) <= 0 || dictValues(ts, d) !== 0) && insertionResize(ts, d, true) < 0)
    return failed(ts, key, value)
  const keys = dictKeys(ts, d)
  ts.mem.store(keys + PyDictKeysObject.dk_version, 0)
  appendEntry(ts, d, keys, key, low, high, value)
  return 0
}

function appendEntry(
  ts: ThreadState,
  d: Borrowed,
  keys: number,
  key: Owned,
  low: number,
  high: number,
  value: Owned,
): void {
  const mem = ts.mem
  const ix = keysEntries(ts, keys)
  setIndex(ts, keys, findEmptySlot(ts, keys, low, high), ix)
  const at = firstKey(ts, keys) + ix * entrySize(ts, keys)
  if (keysKind(ts, keys) === DICT_KEYS_GENERAL) {
    mem.store(at - 8, low)
    mem.store(at - 4, high)
  }
  mem.store(at, key)
  mem.store(at + 8, value)
  mem.store(d + PyDictObject.ma_used, PyDict_GET_SIZE(ts, d) + 1)
  mem.store(keys + PyDictKeysObject.dk_usable, keysUsable(ts, keys) - 1)
  mem.store(keys + PyDictKeysObject.dk_nentries, ix + 1)
}

function insertSplitValue(ts: ThreadState, d: Borrowed, values: number, ix: number, key: Owned, value: Owned): number {
  maintainTracking(ts, d, key, value)
  const address = valuesFirst(ts, values) + ix * 8
  const old = ts.mem.load(address)
  ts.mem.store(address, value)
  if (old === 0) {
    addToOrder(ts, values, ix)
    ts.mem.store(d + PyDictObject.ma_used, PyDict_GET_SIZE(ts, d) + 1)
  }
  XDECREF(ts, old)
  DECREF(ts, key)
  return 0
}

/** MAINTAIN_TRACKING: up to 3.13 a dict is watched from the first item that can be part of a cycle. */
export function maintainTracking(ts: ThreadState, d: Borrowed, key: Borrowed, value: Borrowed): void {
  if (!isTracked(ts.mem, d) && (mayBeTracked(ts, key) || mayBeTracked(ts, value))) track(ts.mem, d)
}

/** Makes room for more: three times what is in use (GROWTH_RATE). */
function insertionResize(ts: ThreadState, d: Borrowed, unicode: boolean): number {
  return dictresize(ts, d, log2ForSize(ts, PyDict_GET_SIZE(ts, d) * 3), unicode)
}

/**
 * Gives a dict a new table of 2**log2 slots with what is in it, without gaps. A shared table becomes one of its own.
 * @param unicode whether the new table may be one for str keys only
 */
export function dictresize(ts: ThreadState, d: Borrowed, log2: number, unicode: boolean): number {
  const mem = ts.mem
  const old = dictKeys(ts, d)
  const keys = newKeys(ts, log2, unicode && keysKind(ts, old) !== DICT_KEYS_GENERAL)
  if (keys === 0) return -1
  const values = dictValues(ts, d)
  const n = PyDict_GET_SIZE(ts, d)
  if (values !== 0) moveSplit(ts, old, values, keys, n)
  else moveCombined(ts, old, keys, n)
  mem.store(d + PyDictObject.ma_keys, keys)
  if (values !== 0) {
    mem.store(d + PyDictObject.ma_values, 0)
    dictkeys_decref(ts, old)
    if (isEmbedded(ts, values)) invalidate(ts, values)
    else freeValues(ts, values)
  } else if (old !== emptyKeys(ts)) freeKeys(ts, old)
  else dictkeys_decref(ts, old)
  buildIndices(ts, keys, n)
  mem.store(keys + PyDictKeysObject.dk_usable, keysUsable(ts, keys) - n)
  mem.store(keys + PyDictKeysObject.dk_nentries, n)
  return 0
}

function moveSplit(ts: ThreadState, old: number, values: number, keys: number, n: number): void {
  const from = firstKey(ts, old)
  for (let i = 0; i < n; i++) {
    const ix = orderedIndex(ts, values, i)
    const key = newref(ts, ts.mem.load(from + ix * 16))
    putEntry(ts, keys, i, key, ts.mem.load(valuesFirst(ts, values) + ix * 8))
    ts.mem.store(valuesFirst(ts, values) + ix * 8, 0)
  }
}

function moveCombined(ts: ThreadState, old: number, keys: number, n: number): void {
  const mem = ts.mem
  const size = entrySize(ts, old)
  let at = firstKey(ts, old)
  for (let i = 0; i < n; i++, at += size) {
    while (mem.load(at + 8) === 0) at += size
    if (size === 24) {
      const to = firstKey(ts, keys) + i * 24
      mem.copy(to - 8, at - 8, 24)
    } else putEntry(ts, keys, i, mem.load(at), mem.load(at + 8))
  }
}

function putEntry(ts: ThreadState, keys: number, i: number, key: Owned, value: Owned): void {
  const mem = ts.mem
  const general = keysKind(ts, keys) === DICT_KEYS_GENERAL
  const at = firstKey(ts, keys) + i * (general ? 24 : 16)
  if (general) {
    mem.store(at - 8, mem.load(key + PyUnicodeObject.hash))
    mem.store(at - 4, mem.load(key + PyUnicodeObject.hash + 4))
  }
  mem.store(at, key)
  mem.store(at + 8, value)
}
