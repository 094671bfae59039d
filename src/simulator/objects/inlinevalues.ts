// The attributes of instances of Python classes (Objects/dictobject.c, "managed dict" and "inline values"): the names are
// in a table all instances of the class share, the values with the instance, and a dict is made only when asked for.
// 3.11: two words before the object, for the values and the dict. 3.12: one word for either (values: odd). Since 3.13 the
// values lie behind the object, and the dict made of them looks at the same values.

import { isTracked, track } from '../heap/gchead.ts'
import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE, SETREF, TPFLAGS, typeFlags, XDECREF } from '../heap/refcount.ts'
import {
  MANAGED_DICT_OFFSET,
  MANAGED_VALUES_OFFSET,
  PyDictKeysObject,
  PyDictObject,
  PyTypeObject,
} from '../heap/structs.ts'
import { type Borrowed, type Owned, SOME_EDGE, type Visit } from '../heap/typeslots.ts'
import {
  DICT_KEYS_SPLIT,
  DKIX_EMPTY,
  dictkeys_incref,
  firstKey,
  hashKey,
  insertSplitKey,
  keysEntries,
  keysUsable,
  lookupUnicode,
  newKeys,
} from './dictkeys.ts'
import {
  dictValues,
  getItemText,
  mayBeTracked,
  new_dict,
  PyDict_DelItem,
  PyDict_GetItem,
  PyDict_SetItem,
} from './dictobject.ts'
import {
  addToOrder,
  copyValues,
  deleteFromOrder,
  freeValues,
  initValues,
  invalidate,
  isValid,
  newValues,
  valuesBytes,
  valuesCapacity,
  valuesFirst,
} from './dictvalues.ts'
import { PyErr_Format } from './errors.ts'
import { nameOfType } from './object.ts'
import { PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'
import { textOf } from './unicodeobject.ts'

/** Most attributes kept in shared keys, and log2 of their table. */
const SHARED_KEYS_MAX_SIZE = 30
const NEXT_LOG2_SHARED_KEYS_MAX_SIZE = 6

/** The shared keys of a new class (whose `__dict__` is filled already), for `ht_cached_keys`; 0 with MemoryError. */
export function _PyDict_NewKeysForClass(ts: ThreadState, type: Borrowed): number {
  const mem = ts.mem
  const keys = newKeys(ts, NEXT_LOG2_SHARED_KEYS_MAX_SIZE, true)
  if (keys === 0) return 0
  mem.store(keys + PyDictKeysObject.dk_usable, SHARED_KEYS_MAX_SIZE)
  const sizes = mem.load(keys + PyDictKeysObject.dk_sizes)
  mem.store(keys + PyDictKeysObject.dk_sizes, (sizes & 0xffff) | (DICT_KEYS_SPLIT << 16))
  const dict = mem.load(type + PyTypeObject.tp_dict)
  if (ts.profile.containers.sharedKeysFromStaticAttributes && dict !== 0) {
    const names = getItemText(ts, dict, '__static_attributes__')
    if (names !== 0 && Py_TYPE(ts, names) === ts.types.tuple)
      for (let i = 0; i < PyTuple_GET_SIZE(ts, names); i++) {
        const name = PyTuple_GET_ITEM(ts, names, i)
        if (Py_TYPE(ts, name) === ts.types.str) insertSplitKey(ts, keys, name)
      }
  }
  return keys
}

function cachedKeys(ts: ThreadState, type: Borrowed): number {
  return ts.mem.words[(type + PyTypeObject.ht_cached_keys) >> 2]
}

/** How many values an instance made now has room for (shared_keys_usable_size). */
function sharedSize(ts: ThreadState, keys: number): number {
  return keysEntries(ts, keys) + keysUsable(ts, keys)
}

/** Bytes behind an instance for its values (since 3.13, types with INLINE_VALUES). */
export function _PyInlineValuesSize(ts: ThreadState, type: Borrowed): number {
  return valuesBytes(sharedSize(ts, cachedKeys(ts, type)))
}

/**
 * Gives a new instance its values, all missing. Each instance leaves one place less for the next ones.
 * @returns 0, or -1 with MemoryError (only where the values are a block of their own)
 */
export function _PyObject_InitInlineValues(ts: ThreadState, o: Borrowed, type: Borrowed): number {
  const mem = ts.mem
  const keys = cachedKeys(ts, type)
  const usable = keysUsable(ts, keys)
  if (usable > 1) mem.store(keys + PyDictKeysObject.dk_usable, usable - 1)
  const size = sharedSize(ts, keys)
  if (ts.profile.instances.inlineValues !== 'separate') {
    initValues(ts, o + mem.load(type + PyTypeObject.tp_basicsize), size, true)
    return 0
  }
  const values = newValues(ts, size)
  if (values === 0) return -1
  storeSeparate(ts, o, values)
  return 0
}

function storeSeparate(ts: ThreadState, o: Borrowed, values: number): void {
  if (ts.profile.instances.managedWeakref) ts.mem.store(o + MANAGED_DICT_OFFSET, values === 0 ? 0 : values - 1)
  else ts.mem.store(o + MANAGED_VALUES_OFFSET, values)
}

/** The values of an instance, or 0 when it has none (any more). */
export function instanceValues(ts: ThreadState, o: Borrowed): number {
  const mem = ts.mem
  if (ts.profile.instances.inlineValues !== 'separate') {
    const type = Py_TYPE(ts, o)
    if ((typeFlags(ts, type) & TPFLAGS.INLINE_VALUES) === 0) return 0
    const values = o + mem.load(type + PyTypeObject.tp_basicsize)
    return isValid(ts, values) ? values : 0
  }
  if (!ts.profile.instances.managedWeakref) return mem.load(o + MANAGED_VALUES_OFFSET)
  const word = mem.load(o + MANAGED_DICT_OFFSET)
  return word & 1 ? word + 1 : 0
}

/** The dict of an instance, borrowed; 0 when none has been made. */
export function managedDict(ts: ThreadState, o: Borrowed): Borrowed {
  const word = ts.mem.load(o + MANAGED_DICT_OFFSET)
  return word & 1 ? 0 : word
}

/** An attribute of the instance itself; 0 when absent. */
export function _PyObject_GetInstanceAttribute(ts: ThreadState, o: Borrowed, name: Borrowed): Owned {
  const values = instanceValues(ts, o)
  if (values === 0) {
    const dict = managedDict(ts, o)
    const value = dict === 0 ? 0 : PyDict_GetItem(ts, dict, name)
    return value === 0 ? 0 : newref(ts, value)
  }
  const low = hashKey(ts, name)
  const ix = lookupUnicode(ts, cachedKeys(ts, Py_TYPE(ts, o)), name, low, ts.hashHigh)
  if (ix === DKIX_EMPTY) return 0
  const value = ts.mem.load(valuesFirst(ts, values) + ix * 8)
  return value === 0 ? 0 : newref(ts, value)
}

/**
 * Sets an attribute of the instance itself, or deletes it (`value` 0).
 * @returns 0, or -1: AttributeError (KeyError where the dict holds the attributes) when there is nothing to delete
 */
export function _PyObject_StoreInstanceAttribute(
  ts: ThreadState,
  o: Borrowed,
  name: Borrowed,
  value: Borrowed,
): number {
  const values = instanceValues(ts, o)
  if (values === 0) return storeInDict(ts, o, name, value)
  const ix = Py_TYPE(ts, name) === ts.types.str ? insertSplitKey(ts, cachedKeys(ts, Py_TYPE(ts, o)), name) : DKIX_EMPTY
  if (ix === DKIX_EMPTY) return storeInDict(ts, o, name, value)
  const mem = ts.mem
  const address = valuesFirst(ts, values) + ix * 8
  const old = mem.load(address)
  if (old === 0 && value === 0) {
    const message = `'${nameOfType(ts, Py_TYPE(ts, o))}' object has no attribute '${textOf(ts, name)}'`
    PyErr_Format(ts, ts.exc.AttributeError, message)
    return -1
  }
  // A dict that looks at the same values counts along; it is not tracked for what is put there.
  const dict = managedDict(ts, o)
  mem.store(address, value === 0 ? 0 : newref(ts, value))
  if (old === 0) addToOrder(ts, values, ix)
  else if (value === 0) deleteFromOrder(ts, values, ix)
  if (dict !== 0 && (old === 0 || value === 0)) {
    const used = dict + PyDictObject.ma_used
    mem.store(used, mem.load(used) + (old === 0 ? 1 : -1))
  }
  XDECREF(ts, old)
  return 0
}

function storeInDict(ts: ThreadState, o: Borrowed, name: Borrowed, value: Borrowed): number {
  const dict = _PyObject_GetManagedDict(ts, o)
  if (dict === 0) return -1
  const mark = holdMark(ts)
  hold(ts, dict)
  const result = value === 0 ? PyDict_DelItem(ts, dict, name) : PyDict_SetItem(ts, dict, name, value)
  release(ts, mark)
  DECREF(ts, dict)
  return result
}

/** `o.__dict__` of an instance with a managed dict, made when first asked for; 0 with MemoryError. */
export function _PyObject_GetManagedDict(ts: ThreadState, o: Borrowed): Owned {
  const existing = managedDict(ts, o)
  if (existing !== 0) return newref(ts, existing)
  const keys = cachedKeys(ts, Py_TYPE(ts, o))
  const values = instanceValues(ts, o)
  const dict = values === 0 ? newSharedDict(ts, keys) : dictOfValues(ts, keys, values)
  if (dict === 0) return 0
  if (values !== 0 && ts.profile.instances.inlineValues === 'separate') storeSeparate(ts, o, 0)
  ts.mem.store(o + MANAGED_DICT_OFFSET, dict)
  return newref(ts, dict)
}

export { _PyObject_GetManagedDict as PyObject_GenericGetDict }

/** new_dict_with_shared_keys: for instances without values of their own. */
function newSharedDict(ts: ThreadState, keys: number): Owned {
  const values = newValues(ts, sharedSize(ts, keys))
  return values === 0 ? 0 : new_dict(ts, dictkeys_incref(ts, keys), values, 0)
}

/** make_dict_from_instance_attributes: a dict that takes over the values, or looks at those in the instance. */
function dictOfValues(ts: ThreadState, keys: number, values: number): Owned {
  const size = sharedSize(ts, keys)
  let used = 0
  let tracked = false
  for (let i = 0; i < size; i++) {
    const value = ts.mem.load(valuesFirst(ts, values) + i * 8)
    if (value === 0) continue
    used++
    tracked ||= mayBeTracked(ts, value)
  }
  const dict = new_dict(ts, dictkeys_incref(ts, keys), values, used)
  if (dict !== 0 && tracked && !isTracked(ts.mem, dict)) track(ts.mem, dict)
  return dict
}

/** `o.__dict__ = dict`; 0 deletes it. 0, or -1 with MemoryError. */
export function _PyObject_SetManagedDict(ts: ThreadState, o: Borrowed, dict: Borrowed): number {
  const mem = ts.mem
  const values = instanceValues(ts, o)
  const separate = ts.profile.instances.inlineValues === 'separate'
  if (values !== 0 && separate) {
    const made = _PyObject_GetManagedDict(ts, o)
    if (made === 0) return -1
    DECREF(ts, made)
  }
  const old = managedDict(ts, o)
  if (values !== 0 && !separate && old !== 0 && detach(ts, old, values) < 0) return -1
  if (dict !== 0) newref(ts, dict)
  mem.store(o + MANAGED_DICT_OFFSET, dict)
  if (values !== 0 && !separate && old === 0) clearValues(ts, values, valuesCapacity(ts, values))
  XDECREF(ts, old)
  return 0
}

/** From now on the dict of an instance keeps the attributes itself (before `o.__class__` changes). 0, or -1 with MemoryError. */
export function _PyDict_DetachFromObject(ts: ThreadState, o: Borrowed): number {
  const values = instanceValues(ts, o)
  const dict = managedDict(ts, o)
  return values === 0 || dict === 0 ? 0 : detach(ts, dict, values)
}

/** _PyDict_DetachFromObject: the dict of a dying instance gets a copy of the values. */
function detach(ts: ThreadState, dict: Borrowed, values: number): number {
  if (dictValues(ts, dict) !== values) return 0
  const copy = copyValues(ts, values, 0, false)
  if (copy === 0) return -1
  ts.mem.store(dict + PyDictObject.ma_values, copy)
  const first = valuesFirst(ts, values)
  ts.mem.clear(first, valuesCapacity(ts, values) * 8)
  invalidate(ts, values)
  return 0
}

function clearValues(ts: ThreadState, values: number, n: number): void {
  if (ts.profile.instances.inlineValues !== 'separate') invalidate(ts, values)
  const first = valuesFirst(ts, values)
  for (let i = 0; i < n; i++) CLEAR(ts, first + i * 8)
}

/** PyObject_ClearManagedDict / _PyObject_FreeInstanceAttributes: the instance gives up its attributes, in the order of the shared keys. */
export function _PyObject_ClearInlineValues(ts: ThreadState, o: Borrowed): void {
  const values = instanceValues(ts, o)
  const dict = managedDict(ts, o)
  if (ts.profile.instances.inlineValues === 'separate') {
    if (values !== 0) {
      clearValues(ts, values, keysEntries(ts, cachedKeys(ts, Py_TYPE(ts, o))))
      storeSeparate(ts, o, 0)
      freeValues(ts, values)
    }
    if (dict !== 0) SETREF(ts, o + MANAGED_DICT_OFFSET, 0)
    return
  }
  if (dict === 0) {
    if (values !== 0) clearValues(ts, values, valuesCapacity(ts, values))
    return
  }
  if (values !== 0 && detach(ts, dict, values) < 0) {
    ts.writeUnraisable(0)
    clearValues(ts, values, valuesCapacity(ts, values))
  }
  SETREF(ts, o + MANAGED_DICT_OFFSET, 0)
}

/** What the instance holds: its values, each by its name, and its dict. */
export function _PyObject_VisitInstanceAttributes(ts: ThreadState, o: Borrowed, visit: Visit): void {
  const dict = managedDict(ts, o)
  if (dict !== 0 && ts.profile.containers.embeddedValuesVisitedBy === 'dict')
    return visit(dict, { kind: 'field', name: '__dict__' })
  const values = instanceValues(ts, o)
  if (values !== 0) {
    const keys = cachedKeys(ts, Py_TYPE(ts, o))
    const separate = ts.profile.instances.inlineValues === 'separate'
    const n = separate ? keysEntries(ts, keys) : Math.min(keysEntries(ts, keys), valuesCapacity(ts, values))
    const first = valuesFirst(ts, values)
    const named = ts.edgesWanted
    for (let i = 0; i < n; i++) {
      const value = ts.mem.load(first + i * 8)
      if (value === 0) continue
      if (!named) visit(value, SOME_EDGE)
      else visit(value, { kind: 'attribute', name: textOf(ts, ts.mem.load(firstKey(ts, keys) + i * 16)) })
    }
    return
  }
  if (dict !== 0) visit(dict, { kind: 'field', name: '__dict__' })
}
