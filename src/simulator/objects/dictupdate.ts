// Making and filling dicts from other things: dict(...), d.update(...), dict.fromkeys(...) (Objects/dictobject.c).

import { untrack } from '../heap/gchead.ts'
import { hold, holdMark, release, whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { PyDictObject, PyVarObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { fill } from '../profiles/index.ts'
import { PyIter_Next, PyObject_GetIter, PyObject_SetItem } from './abstract.ts'
import { argAt, callNoArgs, checkPositional } from './call.ts'
import { dictresize, insertdict } from './dictinsert.ts'
import { DICT_KEYS_GENERAL, dictkeys_incref, emptyKeys, keysKind, keysLog2, log2ForKeys } from './dictkeys.ts'
import { dict_merge, storedHash } from './dictmerge.ts'
import { _PyDict_FromItems } from './dictmethods.ts'
import { dictKeys, keyAt, PyDict_GET_SIZE, PyDict_Next, PyDict_SetItem } from './dictobject.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from './errors.ts'
import { getAttributeText } from './genericattr.ts'
import { itemsOf } from './listobject.ts'
import { PySequence_Fast } from './listsubscript.ts'
import { entryHash, forEachEntry, PyAnySet_CheckExact, PySet_GET_SIZE } from './setobject.ts'
import { PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'
import { PyType_GenericAlloc } from './typeobject.ts'

/** tp_new: an empty dict, watched by the collector once it holds something worth it. */
export function dict_new(ts: ThreadState, type: Borrowed): Owned {
  const d = PyType_GenericAlloc(ts, type)
  if (d === 0) return 0
  ts.mem.store(d + PyDictObject.ma_keys, dictkeys_incref(ts, emptyKeys(ts)))
  if (type === ts.types.dict && !ts.profile.containers.dictsAlwaysTracked) untrack(ts.mem, d)
  return d
}

export function dict_init(ts: ThreadState, d: Borrowed, argv: number, nargs: number, kwnames: Borrowed): number {
  return updateCommon(ts, d, 'dict', argv, nargs, kwnames)
}

export function dict_update(ts: ThreadState, d: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  return updateCommon(ts, d, 'update', argv, nargs, kwnames) < 0 ? 0 : newref(ts, ts.none)
}

function updateCommon(
  ts: ThreadState,
  d: Borrowed,
  name: string,
  argv: number,
  nargs: number,
  kwnames: Borrowed,
): number {
  if (checkPositional(ts, name, nargs, 0, 1) < 0) return -1
  if (nargs === 1 && dict_update_arg(ts, d, argAt(ts, argv, 0)) < 0) return -1
  const n = kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames)
  if (n === 0) return 0
  if (name === 'dict' && Py_TYPE(ts, d) === ts.types.dict) {
    // dict_vectorcall puts the keywords in one by one.
    for (let i = 0; i < n; i++)
      if (PyDict_SetItem(ts, d, PyTuple_GET_ITEM(ts, kwnames, i), argAt(ts, argv, nargs + i)) < 0) return -1
    return 0
  }
  const keywords = _PyDict_FromItems(
    ts,
    n,
    (i) => PyTuple_GET_ITEM(ts, kwnames, i),
    (i) => argAt(ts, argv, nargs + i),
  )
  if (keywords === 0) return -1
  const status = whileOwning(ts, keywords, () => dict_merge(ts, d, keywords, 1))
  return status
}

/** d.update(arg): a mapping if it has `keys`, else an iterable of pairs. */
export function dict_update_arg(ts: ThreadState, d: Borrowed, arg: Borrowed): number {
  if (Py_TYPE(ts, arg) === ts.types.dict) return dict_merge(ts, d, arg, 1)
  const method = getAttributeText(ts, arg, 'keys')
  if (method !== 0) {
    DECREF(ts, method)
    return dict_merge(ts, d, arg, 1)
  }
  if (!PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) return -1
  PyErr_Clear(ts)
  return mergeFromSeq2(ts, d, arg)
}

function mergeFromSeq2(ts: ThreadState, d: Borrowed, iterable: Borrowed): number {
  const iterator = PyObject_GetIter(ts, iterable)
  if (iterator === 0) return -1
  const mark = holdMark(ts)
  hold(ts, iterator)
  let status = 0
  for (let i = 0; status === 0; i++) {
    const item = PyIter_Next(ts, iterator)
    if (item === 0) {
      status = PyErr_Occurred(ts) !== 0 ? -1 : 1
      break
    }
    const inner = holdMark(ts)
    hold(ts, item)
    status = mergePair(ts, d, item, i)
    release(ts, inner)
    DECREF(ts, item)
  }
  release(ts, mark)
  DECREF(ts, iterator)
  return status < 0 ? -1 : 0
}

function mergePair(ts: ThreadState, d: Borrowed, item: Borrowed, i: number): number {
  const pair = PySequence_Fast(ts, item, fill(ts.profile.containers.updateElement, i))
  if (pair === 0) return -1
  const n = ts.mem.load(pair + PyVarObject.ob_size)
  if (n !== 2) {
    DECREF(ts, pair)
    const message = `dictionary update sequence element #${i} has length ${n}; 2 is required`
    PyErr_Format(ts, ts.exc.ValueError, message)
    return -1
  }
  const key = newref(ts, ts.mem.load(itemsOf(ts, pair)))
  const value = newref(ts, ts.mem.load(itemsOf(ts, pair) + 8))
  const mark = holdMark(ts)
  hold(ts, pair)
  hold(ts, key)
  hold(ts, value)
  const status = PyDict_SetItem(ts, d, key, value)
  release(ts, mark)
  DECREF(ts, key)
  DECREF(ts, value)
  DECREF(ts, pair)
  return status
}

/** dict.fromkeys(iterable, value=None) on any class. */
export function dict_fromkeys(ts: ThreadState, type: Borrowed, iterable: Borrowed, value: Borrowed): Owned {
  const d = callNoArgs(ts, type)
  if (d === 0) return 0
  const mark = holdMark(ts)
  hold(ts, d)
  const exact = Py_TYPE(ts, d) === ts.types.dict
  const status =
    exact && PyDict_GET_SIZE(ts, d) === 0 && Py_TYPE(ts, iterable) === ts.types.dict
      ? fromDict(ts, d, iterable, value)
      : exact && PyDict_GET_SIZE(ts, d) === 0 && PyAnySet_CheckExact(ts, iterable)
        ? fromSet(ts, d, iterable, value)
        : fromIterable(ts, d, iterable, value, exact)
  release(ts, mark)
  if (status === 0) return d
  DECREF(ts, d)
  return 0
}

function fromDict(ts: ThreadState, d: Borrowed, other: Borrowed, value: Borrowed): number {
  const log2 = Math.max(log2ForKeys(ts, PyDict_GET_SIZE(ts, other)), keysLog2(ts, dictKeys(ts, d)))
  if (dictresize(ts, d, log2, keysKind(ts, dictKeys(ts, other)) !== DICT_KEYS_GENERAL) < 0) return -1
  for (let at = PyDict_Next(ts, other, 0); at >= 0; at = PyDict_Next(ts, other, at + 1)) {
    const key = newref(ts, keyAt(ts, other, at))
    if (insertdict(ts, d, key, storedHash(ts, other, at), ts.hashHigh, newref(ts, value)) < 0) return -1
  }
  return 0
}

function fromSet(ts: ThreadState, d: Borrowed, set: Borrowed, value: Borrowed): number {
  const log2 = Math.max(log2ForKeys(ts, PySet_GET_SIZE(ts, set)), keysLog2(ts, dictKeys(ts, d)))
  if (dictresize(ts, d, log2, false) < 0) return -1
  let status = 0
  forEachEntry(ts, set, (key, entry) => {
    if (status === 0) status = insertdict(ts, d, newref(ts, key), entryHash(ts, entry), ts.hashHigh, newref(ts, value))
  })
  return status
}

function fromIterable(ts: ThreadState, d: Borrowed, iterable: Borrowed, value: Borrowed, exact: boolean): number {
  const iterator = PyObject_GetIter(ts, iterable)
  if (iterator === 0) return -1
  const mark = holdMark(ts)
  hold(ts, iterator)
  let status = 0
  for (let key = PyIter_Next(ts, iterator); key !== 0; key = PyIter_Next(ts, iterator)) {
    const inner = holdMark(ts)
    hold(ts, key)
    status = exact ? PyDict_SetItem(ts, d, key, value) : PyObject_SetItem(ts, d, key, value)
    release(ts, inner)
    DECREF(ts, key)
    if (status < 0) break
  }
  release(ts, mark)
  DECREF(ts, iterator)
  return status < 0 || PyErr_Occurred(ts) !== 0 ? -1 : 0
}
