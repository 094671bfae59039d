// Copying and merging dicts (dict_merge, PyDict_Copy, clone_combined_dict_keys in Objects/dictobject.c).

import { isTracked, track } from '../heap/gchead.ts'
import { hold, holdMark, release, whileOwning } from '../heap/objimpl.ts'
import { PyObject_Malloc } from '../heap/obmalloc.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, INCREF, newref, slotsOf } from '../heap/refcount.ts'
import { PyDictObject, PyUnicodeObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { fill } from '../profiles/index.ts'
import { PyIter_Next, PyObject_GetItem, PyObject_GetIter, PySequence_List } from './abstract.ts'
import { dictresize, insertdict } from './dictinsert.ts'
import { dict_iter } from './dictiter.ts'
import {
  DICT_KEYS_GENERAL,
  dictkeys_decref,
  dictkeys_incref,
  emptyKeys,
  entrySize,
  firstKey,
  keysEntries,
  keysKind,
  keysLog2,
  keysSize,
  keysUsable,
  log2ForKeys,
  lookupKey,
  PyDict_LOG_MINSIZE,
  usableFraction,
} from './dictkeys.ts'
import {
  dictKeys,
  dictValues,
  entryAt,
  keyAt,
  new_dict,
  PyDict_Check,
  PyDict_Contains,
  PyDict_GET_SIZE,
  PyDict_New,
  PyDict_Next,
  PyDict_SetItem,
  valueAt,
} from './dictobject.ts'
import { copyValues, freeValues } from './dictvalues.ts'
import { PyErr_ExceptionMatches, PyErr_Format, PyErr_NoMemory, PyErr_Occurred, PyErr_SetObject } from './errors.ts'
import { typeName } from './object.ts'
import { callAttribute } from './slotcalls.ts'

/**
 * Puts everything of `other` into a dict.
 * @param override what happens to keys that are there already: 0 they keep their value, 1 they get the new one, 2 KeyError
 */
export function dict_merge(ts: ThreadState, d: Borrowed, other: Borrowed, override: 0 | 1 | 2): number {
  if (PyDict_Check(ts, other) && slotsOf(ts, other).tp_iter === dict_iter) {
    if (other === d || PyDict_GET_SIZE(ts, other) === 0) return 0
    return mergeDict(ts, d, other, override)
  }
  return mergeMapping(ts, d, other, override)
}

function mergeDict(ts: ThreadState, d: Borrowed, other: Borrowed, asked: 0 | 1 | 2): number {
  const mem = ts.mem
  const empty = PyDict_GET_SIZE(ts, d) === 0
  const override = empty ? 1 : asked
  const okeys = dictKeys(ts, other)
  const used = PyDict_GET_SIZE(ts, other)
  const log2 = keysLog2(ts, okeys)
  const tight = log2 === PyDict_LOG_MINSIZE || usableFraction(log2 - 1) < used
  const sharing = ts.profile.containers.mergeKeepsSharedKeys && dictValues(ts, d) !== 0
  if (empty && !sharing && dictValues(ts, other) === 0 && used === keysEntries(ts, okeys) && tight) {
    const keys = cloneKeys(ts, okeys)
    if (keys === 0) return -1
    dictkeys_decref(ts, dictKeys(ts, d))
    mem.store(d + PyDictObject.ma_keys, keys)
    const values = dictValues(ts, d)
    if (values !== 0) freeValues(ts, values)
    mem.store(d + PyDictObject.ma_values, 0)
    mem.store(d + PyDictObject.ma_used, used)
    if (isTracked(mem, other) && !isTracked(mem, d)) track(mem, d)
    return 0
  }
  if (usableFraction(keysLog2(ts, dictKeys(ts, d))) < used) {
    const unicode = keysKind(ts, okeys) !== DICT_KEYS_GENERAL
    if (dictresize(ts, d, log2ForKeys(ts, PyDict_GET_SIZE(ts, d) + used), unicode) < 0) return -1
  }
  return mergeItems(ts, d, other, override)
}

function mergeItems(ts: ThreadState, d: Borrowed, other: Borrowed, override: 0 | 1 | 2): number {
  const entries = keysEntries(ts, dictKeys(ts, other))
  for (let at = PyDict_Next(ts, other, 0); at >= 0; at = PyDict_Next(ts, other, at + 1)) {
    const key = newref(ts, keyAt(ts, other, at))
    const value = newref(ts, valueAt(ts, other, at))
    const mark = holdMark(ts)
    hold(ts, key)
    hold(ts, value)
    const result = mergeItem(ts, d, key, storedHash(ts, other, at), ts.hashHigh, value, override)
    release(ts, mark)
    DECREF(ts, value)
    DECREF(ts, key)
    if (result < 0) return -1
    if (entries !== keysEntries(ts, dictKeys(ts, other))) {
      PyErr_Format(ts, ts.exc.RuntimeError, 'dict mutated during update')
      return -1
    }
  }
  return 0
}

function mergeItem(
  ts: ThreadState,
  d: Borrowed,
  key: Borrowed,
  low: number,
  high: number,
  value: Borrowed,
  override: 0 | 1 | 2,
): number {
  if (override !== 1) {
    const ix = lookupKey(ts, d, key, low, high)
    if (ix < -1) return -1
    if (ix >= 0 && override === 0) return 0
    if (ix >= 0) {
      PyErr_SetObject(ts, ts.exc.KeyError, key)
      return -1
    }
  }
  return insertdict(ts, d, newref(ts, key), low, high, newref(ts, value))
}

/** The hash of an entry as the table has it; the high half in `ts.hashHigh`. */
export function storedHash(ts: ThreadState, d: Borrowed, position: number): number {
  const keys = dictKeys(ts, d)
  const at = firstKey(ts, keys) + entryAt(ts, d, position) * entrySize(ts, keys)
  const hashAt = keysKind(ts, keys) === DICT_KEYS_GENERAL ? at - 8 : ts.mem.load(at) + PyUnicodeObject.hash
  ts.hashHigh = ts.mem.load(hashAt + 4)
  return ts.mem.load(hashAt)
}

function mergeMapping(ts: ThreadState, d: Borrowed, other: Borrowed, override: 0 | 1 | 2): number {
  const keys = mappingKeys(ts, other)
  if (keys === 0) return -1
  const iterator = whileOwning(ts, keys, () => PyObject_GetIter(ts, keys))
  if (iterator === 0) return -1
  const mark = holdMark(ts)
  hold(ts, iterator)
  let result = 0
  for (let key = PyIter_Next(ts, iterator); key !== 0; key = PyIter_Next(ts, iterator)) {
    const inner = holdMark(ts)
    hold(ts, key)
    result = mergeKey(ts, d, other, key, override)
    release(ts, inner)
    DECREF(ts, key)
    if (result < 0) break
  }
  release(ts, mark)
  DECREF(ts, iterator)
  return result < 0 || PyErr_Occurred(ts) !== 0 ? -1 : 0
}

/** PyMapping_Keys: a list of what `o.keys()` gives. */
function mappingKeys(ts: ThreadState, o: Borrowed): Owned {
  const keys = callAttribute(ts, 'keys', o)
  if (keys === 0) return 0
  return whileOwning(ts, keys, () => {
    const iterator = PyObject_GetIter(ts, keys)
    if (iterator !== 0) return whileOwning(ts, iterator, () => PySequence_List(ts, iterator))
    const message = fill(ts.profile.messages.keysNotIterable, typeName(ts, o), typeName(ts, keys))
    return PyErr_ExceptionMatches(ts, ts.exc.TypeError) ? PyErr_Format(ts, ts.exc.TypeError, message) : 0
  })
}

function mergeKey(ts: ThreadState, d: Borrowed, other: Borrowed, key: Borrowed, override: 0 | 1 | 2): number {
  if (override !== 1) {
    const present = PyDict_Contains(ts, d, key)
    if (present < 0) return -1
    if (present > 0 && override === 0) return 0
    if (present > 0) {
      PyErr_SetObject(ts, ts.exc.KeyError, key)
      return -1
    }
  }
  const value = PyObject_GetItem(ts, other, key)
  if (value === 0) return -1
  const result = whileOwning(ts, value, () => PyDict_SetItem(ts, d, key, value))
  return result
}

/** A new dict with the same items: the table as it is where it is dense, else built anew. */
export function PyDict_Copy(ts: ThreadState, d: Borrowed): Owned {
  const mem = ts.mem
  const used = PyDict_GET_SIZE(ts, d)
  if (used === 0)
    return ts.profile.containers.emptyCopyIsNew
      ? new_dict(ts, dictkeys_incref(ts, emptyKeys(ts)), 0, 0, 0)
      : PyDict_New(ts)
  const keys = dictKeys(ts, d)
  const values = dictValues(ts, d)
  if (values !== 0) {
    const copied = copyValues(ts, values, keysEntries(ts, keys) + keysUsable(ts, keys), true)
    if (copied === 0) return 0
    const copy = new_dict(ts, dictkeys_incref(ts, keys), copied, used)
    if (copy !== 0 && isTracked(mem, d) && !isTracked(mem, copy)) track(mem, copy)
    return copy
  }
  const plain = slotsOf(ts, d).tp_iter === dict_iter
  if (plain && used >= Math.floor((keysEntries(ts, keys) * 2) / 3)) {
    const cloned = cloneKeys(ts, keys)
    if (cloned === 0) return 0
    const copy = new_dict(ts, cloned, 0, used)
    if (copy !== 0 && isTracked(mem, d) && !isTracked(mem, copy)) track(mem, copy)
    return copy
  }
  const copy = PyDict_New(ts)
  if (copy === 0) return 0
  const mark = holdMark(ts)
  hold(ts, copy)
  const result = dict_merge(ts, copy, d, 1)
  release(ts, mark)
  if (result === 0) return copy
  DECREF(ts, copy)
  return 0
}

/** The same table once more, with new references (clone_combined_dict_keys). */
function cloneKeys(ts: ThreadState, keys: number): number {
  const mem = ts.mem
  const bytes = keysSize(ts, keys)
  const copy = PyObject_Malloc(mem, bytes)
  if (copy === 0) return PyErr_NoMemory(ts)
  mem.copy(copy, keys, bytes)
  mem.store(copy, 1)
  const size = entrySize(ts, keys)
  const n = keysEntries(ts, keys)
  for (let i = 0, at = firstKey(ts, copy); i < n; i++, at += size)
    if (mem.load(at + 8) !== 0) {
      INCREF(ts, mem.load(at))
      INCREF(ts, mem.load(at + 8))
    }
  return copy
}
