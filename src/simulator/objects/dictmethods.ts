// The methods and operators of dict (Objects/dictobject.c). Construction and update are in dictupdate.ts.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, XDECREF } from '../heap/refcount.ts'
import { PyDictKeysObject, PyDictObject, PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { newBool } from './boolobject.ts'
import { argAt, callOwned } from './call.ts'
import { dictresize, setdefaultdict } from './dictinsert.ts'
import { dict_iter, dictiter_new } from './dictiter.ts'
import { DKIX_ERROR, keysEntries, keysLog2, keysSize, keysUsable, log2ForKeys, lookupKey } from './dictkeys.ts'
import { PyDict_Copy, storedHash } from './dictmerge.ts'
import {
  dict_dealloc,
  dict_traverse,
  dictKeys,
  dictValues,
  hashDictKey,
  keyAt,
  PyDict_Check,
  PyDict_Clear,
  PyDict_Contains,
  PyDict_DelItem,
  PyDict_GET_SIZE,
  PyDict_New,
  PyDict_Next,
  PyDict_SetItem,
  takeEntry,
  valueAddress,
  valueAt,
} from './dictobject.ts'
import { dict_fromkeys, dict_init, dict_new, dict_update, dict_update_arg } from './dictupdate.ts'
import { dictview_new } from './dictviews.ts'
import { PyErr_Format, PyErr_Occurred, PyErr_SetObject } from './errors.ts'
import { hashFailed, Py_EQ, Py_NE, PyObject_Repr, PyObject_RichCompareBool, type TypeSpec } from './object.ts'
import { Py_ReprEnter, Py_ReprLeave } from './reprenter.ts'
import { PyTuple_FromArray, trackTupleAlways } from './tupleobject.ts'
import { lookupSpecial } from './typeobject.ts'
import { newStr, textOf } from './unicodeobject.ts'

/** The value of a key, borrowed; 0 when absent, -1 on an error. */
function lookupValue(ts: ThreadState, d: Borrowed, key: Borrowed): number {
  const low = hashDictKey(ts, key)
  if (hashFailed(ts, low)) return -1
  const ix = lookupKey(ts, d, key, low, ts.hashHigh)
  return ix === DKIX_ERROR ? -1 : ix < 0 ? 0 : ts.mem.load(valueAddress(ts, d, ix))
}

function dict_subscript(ts: ThreadState, d: Borrowed, key: Borrowed): Owned {
  const value = lookupValue(ts, d, key)
  if (value < 0) return 0
  if (value !== 0) return newref(ts, value)
  if (Py_TYPE(ts, d) !== ts.types.dict) {
    const missing = lookupSpecial(ts, d, '__missing__')
    if (missing !== 0) return callOwned(ts, missing, [key])
    if (PyErr_Occurred(ts) !== 0) return 0
  }
  PyErr_SetObject(ts, ts.exc.KeyError, key)
  return 0
}

function dict_ass_sub(ts: ThreadState, d: Borrowed, key: Borrowed, value: Borrowed): number {
  return value === 0 ? PyDict_DelItem(ts, d, key) : PyDict_SetItem(ts, d, key, value)
}

function dict_repr(ts: ThreadState, d: Borrowed): Owned {
  const entered = Py_ReprEnter(ts, d)
  if (entered !== 0) return entered > 0 ? newStr(ts, '{...}') : 0
  const parts: string[] = []
  for (let at = PyDict_Next(ts, d, 0); at >= 0; at = PyDict_Next(ts, d, at + 1)) {
    const part = reprItem(ts, newref(ts, keyAt(ts, d, at)), newref(ts, valueAt(ts, d, at)))
    if (part === null) {
      Py_ReprLeave(ts, d)
      return 0
    }
    parts.push(part)
  }
  Py_ReprLeave(ts, d)
  return newStr(ts, `{${parts.join(', ')}}`)
}

function reprItem(ts: ThreadState, key: Owned, value: Owned): string | null {
  const mark = holdMark(ts)
  hold(ts, key)
  hold(ts, value)
  const k = PyObject_Repr(ts, key)
  const v = k === 0 ? 0 : PyObject_Repr(ts, value)
  const part = v === 0 ? null : `${textOf(ts, k)}: ${textOf(ts, v)}`
  XDECREF(ts, k)
  XDECREF(ts, v)
  release(ts, mark)
  DECREF(ts, key)
  DECREF(ts, value)
  return part
}

function dict_richcompare(ts: ThreadState, v: Borrowed, w: Borrowed, op: number): Owned {
  if (!PyDict_Check(ts, v) || !PyDict_Check(ts, w) || (op !== Py_EQ && op !== Py_NE))
    return newref(ts, ts.notImplemented)
  const equal = dict_equal(ts, v, w)
  return equal < 0 ? 0 : newBool(ts, (equal === 1) === (op === Py_EQ))
}

function dict_equal(ts: ThreadState, a: Borrowed, b: Borrowed): number {
  if (PyDict_GET_SIZE(ts, a) !== PyDict_GET_SIZE(ts, b)) return 0
  for (let at = PyDict_Next(ts, a, 0); at >= 0; at = PyDict_Next(ts, a, at + 1)) {
    const low = storedHash(ts, a, at)
    const high = ts.hashHigh
    const key = newref(ts, keyAt(ts, a, at))
    const value = newref(ts, valueAt(ts, a, at))
    const mark = holdMark(ts)
    hold(ts, key)
    hold(ts, value)
    const equal = hasEqual(ts, b, key, low, high, value)
    release(ts, mark)
    DECREF(ts, key)
    DECREF(ts, value)
    if (equal <= 0) return equal
  }
  return 1
}

function hasEqual(ts: ThreadState, b: Borrowed, key: Borrowed, low: number, high: number, value: Borrowed): number {
  const ix = lookupKey(ts, b, key, low, high)
  if (ix === DKIX_ERROR) return -1
  const other = ix < 0 ? 0 : ts.mem.load(valueAddress(ts, b, ix))
  if (other === 0) return 0
  const mark = holdMark(ts)
  hold(ts, newref(ts, other))
  const equal = PyObject_RichCompareBool(ts, value, other, Py_EQ)
  release(ts, mark)
  DECREF(ts, other)
  return equal
}

function dict_get(ts: ThreadState, d: Borrowed, argv: number, nargs: number): Owned {
  const value = lookupValue(ts, d, argAt(ts, argv, 0))
  if (value < 0) return 0
  if (value !== 0) return newref(ts, value)
  return newref(ts, nargs > 1 ? argAt(ts, argv, 1) : ts.none)
}

function dict_setdefault(ts: ThreadState, d: Borrowed, argv: number, nargs: number): Owned {
  const key = argAt(ts, argv, 0)
  const low = hashDictKey(ts, key)
  if (hashFailed(ts, low)) return 0
  const found = setdefaultdict(ts, d, key, low, ts.hashHigh, nargs > 1 ? argAt(ts, argv, 1) : ts.none)
  return found < 0 ? 0 : newref(ts, found)
}

function dict_pop(ts: ThreadState, d: Borrowed, argv: number, nargs: number): Owned {
  const key = argAt(ts, argv, 0)
  if (PyDict_GET_SIZE(ts, d) > 0) {
    const low = hashDictKey(ts, key)
    if (hashFailed(ts, low)) return 0
    const high = ts.hashHigh
    const ix = lookupKey(ts, d, key, low, high)
    if (ix === DKIX_ERROR) return 0
    if (ix >= 0 && ts.mem.load(valueAddress(ts, d, ix)) !== 0) return takeEntry(ts, d, ix, low, high)
  }
  if (nargs > 1) return newref(ts, argAt(ts, argv, 1))
  PyErr_SetObject(ts, ts.exc.KeyError, key)
  return 0
}

function dict_popitem(ts: ThreadState, d: Borrowed): Owned {
  const mem = ts.mem
  if (PyDict_GET_SIZE(ts, d) === 0) return PyErr_Format(ts, ts.exc.KeyError, 'popitem(): dictionary is empty')
  if (dictValues(ts, d) !== 0 && dictresize(ts, d, keysLog2(ts, dictKeys(ts, d)), true) < 0) return 0
  const keys = dictKeys(ts, d)
  let i = keysEntries(ts, keys) - 1
  while (i >= 0 && valueAt(ts, d, i) === 0) i--
  const key = newref(ts, keyAt(ts, d, i))
  const low = storedHash(ts, d, i)
  const value = takeEntry(ts, d, i, low, ts.hashHigh)
  mem.store(keys + PyDictKeysObject.dk_nentries, i)
  const pair = PyTuple_FromArray(ts, [key, value])
  if (pair !== 0) trackTupleAlways(ts, pair)
  return pair
}

function dict_or(ts: ThreadState, left: Borrowed, right: Borrowed): Owned {
  if (!PyDict_Check(ts, left) || !PyDict_Check(ts, right)) return newref(ts, ts.notImplemented)
  const result = PyDict_Copy(ts, left)
  if (result === 0) return 0
  const mark = holdMark(ts)
  hold(ts, result)
  const status = dict_update_arg(ts, result, right)
  release(ts, mark)
  if (status === 0) return result
  DECREF(ts, result)
  return 0
}

function dict_ior(ts: ThreadState, d: Borrowed, other: Borrowed): Owned {
  return dict_update_arg(ts, d, other) < 0 ? 0 : newref(ts, d)
}

/** Bytes of the dict and of what belongs to it alone. */
function dict_sizeof(ts: ThreadState, d: Borrowed): number {
  const basic = ts.mem.load(Py_TYPE(ts, d) + PyTypeObject.tp_basicsize)
  const keys = dictKeys(ts, d)
  if (dictValues(ts, d) !== 0) return basic + (keysEntries(ts, keys) + keysUsable(ts, keys)) * 8
  return basic + (ts.mem.load(keys) === 1 ? keysSize(ts, keys) : 0)
}

/** An empty dict with room for `n` keys, as BUILD_MAP makes it (dict_new_presized). */
export function _PyDict_NewPresized(ts: ThreadState, n: number, unicode: boolean): Owned {
  const d = PyDict_New(ts)
  if (d === 0 || n <= 5) return d
  const log2 = n > Math.floor((2 * 131072) / 3) ? 17 : log2ForKeys(ts, n)
  if (dictresize(ts, d, log2, unicode) === 0) return d
  DECREF(ts, d)
  return 0
}

/** A dict of `n` keys and values, both borrowed (_PyDict_FromItems). */
export function _PyDict_FromItems(
  ts: ThreadState,
  n: number,
  keyFor: (i: number) => Borrowed,
  valueFor: (i: number) => Borrowed,
): Owned {
  let unicode = true
  for (let i = 0; i < n && unicode; i++) unicode = Py_TYPE(ts, keyFor(i)) === ts.types.str
  const d = _PyDict_NewPresized(ts, n, unicode)
  if (d === 0) return 0
  const mark = holdMark(ts)
  hold(ts, d)
  for (let i = 0; i < n; i++)
    if (PyDict_SetItem(ts, d, keyFor(i), valueFor(i)) < 0) {
      release(ts, mark)
      DECREF(ts, d)
      return 0
    }
  release(ts, mark)
  return d
}

export const PyDict_Type = {
  name: 'dict',
  basicsize: PyDictObject.sizeof,
  flags: ['HAVE_GC', 'BASETYPE', 'DICT_SUBCLASS', 'MAPPING', 'MATCH_SELF', 'TRASHCAN'],
  slots: {
    tp_dealloc: dict_dealloc,
    tp_traverse: dict_traverse,
    tp_clear: PyDict_Clear,
    tp_repr: dict_repr,
    tp_hash: null,
    tp_richcompare: dict_richcompare,
    tp_iter: dict_iter,
    tp_init: dict_init,
    tp_new: dict_new,
    sizeof: dict_sizeof,
    nb_or: dict_or,
    nb_inplace_or: dict_ior,
    sq_contains: PyDict_Contains,
    mp_length: PyDict_GET_SIZE,
    mp_subscript: dict_subscript,
    mp_ass_subscript: dict_ass_sub,
  },
  methods: [
    {
      name: '__contains__',
      kind: 'O',
      call: (ts, d, argv) => {
        const present = PyDict_Contains(ts, d, argAt(ts, argv, 0))
        return present < 0 ? 0 : newBool(ts, present === 1)
      },
    },
    { name: '__getitem__', kind: 'O', call: (ts, d, argv) => dict_subscript(ts, d, argAt(ts, argv, 0)) },
    { name: 'get', kind: 'FASTCALL', min: 1, max: 2, call: dict_get },
    { name: 'setdefault', kind: 'FASTCALL', min: 1, max: 2, call: dict_setdefault },
    { name: 'pop', kind: 'FASTCALL', min: 1, max: 2, call: dict_pop },
    { name: 'popitem', kind: 'NOARGS', call: dict_popitem },
    { name: 'keys', kind: 'NOARGS', call: (ts, d) => dictview_new(ts, d, ts.types.dict_keys) },
    { name: 'items', kind: 'NOARGS', call: (ts, d) => dictview_new(ts, d, ts.types.dict_items) },
    { name: 'values', kind: 'NOARGS', call: (ts, d) => dictview_new(ts, d, ts.types.dict_values) },
    { name: 'update', kind: 'KEYWORDS', varargs: () => true, call: dict_update },
    {
      name: 'fromkeys',
      kind: 'FASTCALL',
      min: 1,
      max: 2,
      binding: 'class',
      call: (ts, type, argv, nargs) =>
        dict_fromkeys(ts, type, argAt(ts, argv, 0), nargs > 1 ? argAt(ts, argv, 1) : ts.none),
    },
    {
      name: 'clear',
      kind: 'NOARGS',
      call: (ts, d) => {
        PyDict_Clear(ts, d)
        return newref(ts, ts.none)
      },
    },
    { name: 'copy', kind: 'NOARGS', call: PyDict_Copy },
    { name: '__reversed__', kind: 'NOARGS', call: (ts, d) => dictiter_new(ts, d, 'dict_reversekeyiterator') },
  ],
} satisfies TypeSpec
