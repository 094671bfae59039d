// Objects/dictobject.c: what native code asks of a dict. The tables are in dictkeys.ts, inserting and resizing in
// dictinsert.ts, methods in dictmethods.ts, merging in dictmerge.ts, instance attributes in inlinevalues.ts.
// NOT CPYTHON: `ma_version_tag` stays 0; no program can observe it.

import { FreeList, freelistPop, freelistPush } from '../heap/freelist.ts'
import { isTracked, track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject, hold, holdBlock, holdMark, release, whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE, TPFLAGS, typeFlags, XDECREF } from '../heap/refcount.ts'
import { PyDictKeysObject, PyDictObject } from '../heap/structs.ts'
import { type Borrowed, type Owned, SOME_EDGE, type Visit } from '../heap/typeslots.ts'
import { fill } from '../profiles/index.ts'
import { insertdict } from './dictinsert.ts'
import {
  DICT_KEYS_GENERAL,
  DKIX_DUMMY,
  DKIX_EMPTY,
  DKIX_ERROR,
  dictkeys_decref,
  dictkeys_incref,
  emptyKeys,
  entrySize,
  firstKey,
  hashKey,
  keysEntries,
  keysKind,
  lookupKey,
  setIndex,
  slotOfEntry,
} from './dictkeys.ts'
import { dict_merge } from './dictmerge.ts'
import { deleteFromOrder, freeValues, isEmbedded, orderedIndex, setValuesCount, valuesFirst } from './dictvalues.ts'
import {
  PyErr_ExceptionMatches,
  PyErr_Format,
  PyErr_GetRaisedException,
  PyErr_NoMemory,
  PyErr_SetObject,
} from './errors.ts'
import { hashFailed, PyObject_Str, typeName } from './object.ts'
import { internStr, newStr, textOf } from './unicodeobject.ts'

export { PyDict_Copy } from './dictmerge.ts'
export { _PyDict_FromItems, PyDict_Type } from './dictmethods.ts'
export {
  _PyDict_NewKeysForClass,
  _PyInlineValuesSize,
  _PyObject_ClearInlineValues,
  _PyObject_GetInstanceAttribute,
  _PyObject_GetManagedDict,
  _PyObject_InitInlineValues,
  _PyObject_SetManagedDict,
  _PyObject_StoreInstanceAttribute,
  _PyObject_VisitInstanceAttributes,
  PyObject_GenericGetDict,
} from './inlinevalues.ts'

/** Whether the object is a dict (or of a subclass). */
export function PyDict_Check(ts: ThreadState, o: Borrowed): boolean {
  return (typeFlags(ts, Py_TYPE(ts, o)) & TPFLAGS.DICT_SUBCLASS) !== 0
}

/** A new empty dict. */
export function PyDict_New(ts: ThreadState): Owned {
  return new_dict(ts, dictkeys_incref(ts, emptyKeys(ts)), 0, 0)
}

/**
 * A dict of a table (whose reference it takes) and, for a shared one, the values.
 * @param kept the dead dict it is made of; 0: new memory
 */
export function new_dict(
  ts: ThreadState,
  keys: number,
  values: number,
  used: number,
  kept = freelistPop(ts, FreeList.dicts),
): Owned {
  const mem = ts.mem
  const o = kept !== 0 ? kept : allocate(ts, ts.types.dict, PyDictObject.sizeof)
  if (o === 0) {
    dictkeys_decref(ts, keys)
    return PyErr_NoMemory(ts)
  }
  mem.store(o + PyDictObject.ma_keys, keys)
  mem.store(o + PyDictObject.ma_values, values)
  mem.store(o + PyDictObject.ma_used, used)
  if (ts.profile.containers.dictsAlwaysTracked) track(mem, o)
  return o
}

export function PyDict_GET_SIZE(ts: ThreadState, d: Borrowed): number {
  return ts.mem.words[(d + PyDictObject.ma_used) >> 2]
}

/** `ma_keys` of a dict. */
export function dictKeys(ts: ThreadState, d: Borrowed): number {
  return ts.mem.words[(d + PyDictObject.ma_keys) >> 2]
}

/** `ma_values` of a dict; 0 unless its keys are shared. */
export function dictValues(ts: ThreadState, d: Borrowed): number {
  return ts.mem.words[(d + PyDictObject.ma_values) >> 2]
}

/** Where the value of entry `ix` stands. */
export function valueAddress(ts: ThreadState, d: Borrowed, ix: number): number {
  const values = dictValues(ts, d)
  if (values !== 0) return valuesFirst(ts, values) + ix * 8
  const keys = dictKeys(ts, d)
  return firstKey(ts, keys) + ix * entrySize(ts, keys) + 8
}

/**
 * d[key] borrowed; 0 when absent or on an error (of hashing or comparing: only when `key` is not a str).
 * Errors stay set: PyDict_GetItemWithError.
 */
export function PyDict_GetItem(ts: ThreadState, d: Borrowed, key: Borrowed): Borrowed {
  const low = hashDictKey(ts, key)
  if (hashFailed(ts, low)) return 0
  const ix = lookupKey(ts, d, key, low, ts.hashHigh)
  return ix < 0 ? 0 : ts.mem.load(valueAddress(ts, d, ix))
}

/** `key in d`: 1, 0, -1. */
export function PyDict_Contains(ts: ThreadState, d: Borrowed, key: Borrowed): number {
  const low = hashDictKey(ts, key)
  if (hashFailed(ts, low)) return -1
  const ix = lookupKey(ts, d, key, low, ts.hashHigh)
  if (ix === DKIX_ERROR) return -1
  return ix >= 0 && ts.mem.load(valueAddress(ts, d, ix)) !== 0 ? 1 : 0
}

/** d[key] = value: 0, or -1. */
export function PyDict_SetItem(ts: ThreadState, d: Borrowed, key: Borrowed, value: Borrowed): number {
  // Both references are taken before the hash is asked for: a `__hash__` in Python can see it.
  return _PyDict_SetItem_Take2(ts, d, newref(ts, key), newref(ts, value))
}

/** d[key] = value taking both references (also when it fails): 0, or -1. */
export function _PyDict_SetItem_Take2(ts: ThreadState, d: Borrowed, key: Owned, value: Owned): number {
  const mark = holdMark(ts)
  const plain = Py_TYPE(ts, key) === ts.types.str
  if (!plain) {
    hold(ts, key)
    hold(ts, value)
  }
  const low = hashDictKey(ts, key)
  const high = ts.hashHigh
  if (!plain) release(ts, mark)
  if (!hashFailed(ts, low)) return insertdict(ts, d, key, low, high, value)
  DECREF(ts, value)
  DECREF(ts, key)
  return -1
}

/** The hash of a key, with the dict's own TypeError where the version has one. Both halves -1: error. */
export function hashDictKey(ts: ThreadState, key: Borrowed): number {
  const low = hashKey(ts, key)
  if (hashFailed(ts, low)) explainUnhashable(ts, key, ts.profile.containers.unhashableKey)
  return low
}

/** Replaces the TypeError of hash() by one that says what the object was to be. */
export function explainUnhashable(ts: ThreadState, o: Borrowed, template: string | null): void {
  if (template !== null && PyErr_ExceptionMatches(ts, ts.exc.TypeError)) {
    const exception = PyErr_GetRaisedException(ts)
    const mark = holdMark(ts)
    hold(ts, exception)
    const text = PyObject_Str(ts, exception)
    if (text !== 0) {
      PyErr_Format(ts, ts.exc.TypeError, fill(template, typeName(ts, o), textOf(ts, text)))
      DECREF(ts, text)
    }
    release(ts, mark)
    DECREF(ts, exception)
  }
  ts.hashHigh = -1
}

/** del d[key]: 0, or -1 with KeyError. */
export function PyDict_DelItem(ts: ThreadState, d: Borrowed, key: Borrowed): number {
  const low = hashDictKey(ts, key)
  if (hashFailed(ts, low)) return -1
  const high = ts.hashHigh
  const ix = lookupKey(ts, d, key, low, high)
  if (ix === DKIX_ERROR) return -1
  if (ix === DKIX_EMPTY || ts.mem.load(valueAddress(ts, d, ix)) === 0) {
    PyErr_SetObject(ts, ts.exc.KeyError, key)
    return -1
  }
  XDECREF(ts, takeEntry(ts, d, ix, low, high))
  return 0
}

/** Takes an entry out and gives up its key; the value is the caller's (delitem_common). */
export function takeEntry(ts: ThreadState, d: Borrowed, ix: number, low: number, high: number): Owned {
  const mem = ts.mem
  const keys = dictKeys(ts, d)
  const address = valueAddress(ts, d, ix)
  const value = mem.load(address)
  mem.store(d + PyDictObject.ma_used, mem.load(d + PyDictObject.ma_used) - 1)
  const values = dictValues(ts, d)
  if (values !== 0) {
    mem.store(address, 0)
    deleteFromOrder(ts, values, ix)
    return value
  }
  mem.store(keys + PyDictKeysObject.dk_version, 0)
  setIndex(ts, keys, slotOfEntry(ts, keys, low, high, ix), DKIX_DUMMY)
  const general = keysKind(ts, keys) === DICT_KEYS_GENERAL
  const key = mem.load(address - 8)
  mem.store(address - 8, 0)
  mem.store(address, 0)
  if (general) mem.storeWide(address - 16, 0)
  const mark = holdMark(ts)
  hold(ts, value)
  DECREF(ts, key)
  release(ts, mark)
  return value
}

/** d.clear(): the dict is empty before anything in it dies. */
export function PyDict_Clear(ts: ThreadState, d: Borrowed): void {
  const mem = ts.mem
  const keys = dictKeys(ts, d)
  if (keys === emptyKeys(ts)) return
  const values = dictValues(ts, d)
  mem.store(d + PyDictObject.ma_used, 0)
  if (values !== 0 && isEmbedded(ts, values)) {
    clearEmbedded(ts, values, keysEntries(ts, keys))
    return
  }
  mem.store(d + PyDictObject.ma_keys, dictkeys_incref(ts, emptyKeys(ts)))
  mem.store(d + PyDictObject.ma_values, 0)
  if (values !== 0) {
    const n = keysEntries(ts, keys)
    for (let i = 0; i < n; i++) CLEAR(ts, valuesFirst(ts, values) + i * 8)
    freeValues(ts, values)
  }
  dictkeys_decref(ts, keys)
}

function clearEmbedded(ts: ThreadState, values: number, n: number): void {
  setValuesCount(ts, values, 0)
  for (let i = 0; i < n; i++) CLEAR(ts, valuesFirst(ts, values) + i * 8)
}

/**
 * PyDict_Next: the position of the first entry at or after `position` that has a value, or -1 after the last one.
 * Start with 0, go on with one more than the result; `keyAt` and `valueAt` read the entry.
 */
export function PyDict_Next(ts: ThreadState, d: Borrowed, position: number): number {
  const values = dictValues(ts, d)
  if (values !== 0) return position < PyDict_GET_SIZE(ts, d) ? position : -1
  const keys = dictKeys(ts, d)
  const n = keysEntries(ts, keys)
  const size = entrySize(ts, keys)
  const first = firstKey(ts, keys)
  const words = ts.mem.words
  for (let i = position; i < n; i++) if (words[(first + i * size + 8) >> 2] !== 0) return i
  return -1
}

/** The entry in the table for a position that PyDict_Next gave: in a shared table the order is the dict's own. */
export function entryAt(ts: ThreadState, d: Borrowed, position: number): number {
  const values = dictValues(ts, d)
  return values === 0 ? position : orderedIndex(ts, values, position)
}

/** The key of an entry of the table. */
export function entryKey(ts: ThreadState, d: Borrowed, ix: number): Borrowed {
  const keys = dictKeys(ts, d)
  return ts.mem.words[(firstKey(ts, keys) + ix * entrySize(ts, keys)) >> 2]
}

/** Key and value at a position that PyDict_Next gave, borrowed. */
export function keyAt(ts: ThreadState, d: Borrowed, position: number): Borrowed {
  return entryKey(ts, d, entryAt(ts, d, position))
}
export function valueAt(ts: ThreadState, d: Borrowed, position: number): Borrowed {
  return ts.mem.words[valueAddress(ts, d, entryAt(ts, d, position)) >> 2]
}

/** Calls `each` for every item in order. It must not change the dict. */
export function forEachItem(ts: ThreadState, d: Borrowed, each: (key: Borrowed, value: Borrowed) => void): void {
  for (let at = PyDict_Next(ts, d, 0); at >= 0; at = PyDict_Next(ts, d, at + 1))
    each(keyAt(ts, d, at), valueAt(ts, d, at))
}

/** d.update(other) for any mapping: 0, or -1. */
export function PyDict_Update(ts: ThreadState, d: Borrowed, other: Borrowed): number {
  return dict_merge(ts, d, other, 1)
}

/** d[text], borrowed; 0 when absent. Never fails. */
export function getItemText(ts: ThreadState, d: Borrowed, text: string): Borrowed {
  const interned = ts.interned.get(text)
  const key = interned === undefined ? newStr(ts, text) : newref(ts, interned)
  const value = PyDict_GetItem(ts, d, key)
  DECREF(ts, key)
  return value
}

/** d[text] = value with an interned key: 0, or -1. */
export function setItemText(ts: ThreadState, d: Borrowed, text: string, value: Borrowed): number {
  const key = internStr(ts, text)
  if (key === 0) return -1
  return whileOwning(ts, key, () => PyDict_SetItem(ts, d, key, value))
}

/** tp_dealloc. */
export function dict_dealloc(ts: ThreadState, d: number): void {
  const mem = ts.mem
  untrack(mem, d)
  const keys = dictKeys(ts, d)
  const values = dictValues(ts, d)
  if (values !== 0) {
    mem.store(d + PyDictObject.ma_values, 0)
    if (!isEmbedded(ts, values)) {
      const n = keysEntries(ts, keys)
      const mark = holdMark(ts)
      holdBlock(ts, valuesFirst(ts, values), n)
      for (let i = 0; i < n; i++) CLEAR(ts, valuesFirst(ts, values) + i * 8)
      release(ts, mark)
      freeValues(ts, values)
    }
  }
  mem.store(d + PyDictObject.ma_keys, 0)
  if (keys !== 0) dictkeys_decref(ts, keys)
  if (Py_TYPE(ts, d) === ts.types.dict && freelistPush(ts, FreeList.dicts, d)) return
  freeObject(ts, d)
}

/** tp_traverse: values, and keys unless all are str. Whether values embedded in an instance are the dict's to show varies. */
export function dict_traverse(ts: ThreadState, d: Borrowed, visit: Visit): void {
  const mem = ts.mem
  const keys = dictKeys(ts, d)
  if (keys === 0) return
  const values = dictValues(ts, d)
  const n = keysEntries(ts, keys)
  const size = entrySize(ts, keys)
  const first = firstKey(ts, keys)
  const shownByInstance = ts.profile.containers.embeddedValuesVisitedBy === 'instance'
  const named = ts.edgesWanted
  const embeddedHidden = values !== 0 && shownByInstance && isEmbedded(ts, values)
  for (let index = 0; index < n; index++) {
    const key = mem.load(first + index * size)
    if (embeddedHidden) continue
    const at = values === 0 ? first + index * size + 8 : valuesFirst(ts, values) + index * 8
    const value = mem.load(at)
    if (value === 0) continue
    visit(value, named ? { kind: 'value', key } : SOME_EDGE)
    if (keysKind(ts, keys) === DICT_KEYS_GENERAL) visit(key, named ? { kind: 'key', index } : SOME_EDGE)
  }
}

/** Whether the collector is interested in what this object holds (_PyObject_GC_MAY_BE_TRACKED). */
export function mayBeTracked(ts: ThreadState, o: Borrowed): boolean {
  const flags = typeFlags(ts, Py_TYPE(ts, o))
  if ((flags & TPFLAGS.HAVE_GC) === 0) return false
  if (flags & TPFLAGS.TYPE_SUBCLASS) return (typeFlags(ts, o) & TPFLAGS.HEAPTYPE) !== 0
  return Py_TYPE(ts, o) !== ts.types.tuple || (o !== ts.emptyTuple && isTracked(ts.mem, o))
}
