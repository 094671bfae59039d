// list_extend of Objects/listobject.c: appending everything an iterable gives. How much room is made at first depends on
// what it is and, in the profile, on the version.

import { whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { newref, Py_TYPE, slotsOf } from '../heap/refcount.ts'
import { PyListObject, PyVarObject } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { PyIter_Next, PyObject_GetIter } from './abstract.ts'
import { forEachItem } from './dictobject.ts'
import { dictOfView } from './dictviews.ts'
import { PyErr_Occurred } from './errors.ts'
import { PyObject_LengthHint } from './lengthhint.ts'
import {
  _PyList_AppendTakeRef,
  itemsOf,
  list_preallocate_exact,
  list_resize,
  listItems,
  PyList_GET_SIZE,
} from './listobject.ts'
import { chargeWork } from './longintrepr.ts'
import { forEachEntry, PySet_GET_SIZE } from './setobject.ts'
import { newTuple, PyTuple_SET_ITEM, trackTuple } from './tupleobject.ts'

/** Appends everything `iterable` gives: 0, or -1. What was appended before an error stays. */
export function list_extend(ts: ThreadState, l: Borrowed, iterable: Borrowed): number {
  const type = Py_TYPE(ts, iterable)
  const types = ts.types
  if (type === types.list || type === types.tuple || iterable === l) return extendFast(ts, l, iterable)
  if (ts.profile.containers.extendByResize) {
    if (type === types.set || type === types.frozenset) return extendSet(ts, l, iterable)
    if (type === types.dict) return extendDict(ts, l, iterable, 'keys')
    if (type === types.dict_keys) return extendDict(ts, l, dictOfView(ts, iterable), 'keys')
    if (type === types.dict_values) return extendDict(ts, l, dictOfView(ts, iterable), 'values')
    if (type === types.dict_items) return extendDict(ts, l, dictOfView(ts, iterable), 'items')
  }
  return extendIterable(ts, l, iterable)
}

function extendFast(ts: ThreadState, l: Borrowed, sequence: Borrowed): number {
  const n = ts.mem.load(sequence + PyVarObject.ob_size)
  if (n === 0) return 0
  const m = PyList_GET_SIZE(ts, l)
  if (listItems(ts, l) === 0) {
    if (list_preallocate_exact(ts, l, n) < 0) return -1
    ts.mem.store(l + PyVarObject.ob_size, n)
  } else if (list_resize(ts, l, m + n) < 0) return -1
  const from = itemsOf(ts, sequence)
  const to = listItems(ts, l) + m * 8
  for (let i = 0; i < n; i++) ts.mem.store(to + i * 8, newref(ts, ts.mem.load(from + i * 8)))
  return 0
}

function extendSet(ts: ThreadState, l: Borrowed, set: Borrowed): number {
  const m = PyList_GET_SIZE(ts, l)
  if (list_resize(ts, l, m + PySet_GET_SIZE(ts, set)) < 0) return -1
  let to = listItems(ts, l) + m * 8
  forEachEntry(ts, set, (key) => {
    ts.mem.store(to, newref(ts, key))
    to += 8
  })
  return 0
}

function extendDict(ts: ThreadState, l: Borrowed, dict: Borrowed, what: 'keys' | 'values' | 'items'): number {
  if (what === 'items') return extendDictItems(ts, l, dict)
  const m = PyList_GET_SIZE(ts, l)
  if (list_resize(ts, l, m + ts.mem.load(dict + 16)) < 0) return -1
  let to = listItems(ts, l) + m * 8
  forEachItem(ts, dict, (key, value) => {
    ts.mem.store(to, newref(ts, what === 'keys' ? key : value))
    to += 8
  })
  return 0
}

function extendDictItems(ts: ThreadState, l: Borrowed, dict: Borrowed): number {
  const m = PyList_GET_SIZE(ts, l)
  if (list_resize(ts, l, m + ts.mem.load(dict + 16)) < 0) return -1
  // A collection may look at the list while the pairs are made: it must not see places that are not filled.
  ts.mem.store(l + PyVarObject.ob_size, m)
  let failed = false
  forEachItem(ts, dict, (key, value) => {
    const pair = failed ? 0 : newTuple(ts, 2)
    if (pair === 0) {
      failed = true
      return
    }
    PyTuple_SET_ITEM(ts, pair, 0, newref(ts, key))
    PyTuple_SET_ITEM(ts, pair, 1, newref(ts, value))
    trackTuple(ts, pair)
    _PyList_AppendTakeRef(ts, l, pair)
  })
  return failed ? -1 : 0
}

function extendIterable(ts: ThreadState, l: Borrowed, iterable: Borrowed): number {
  const iterator = PyObject_GetIter(ts, iterable)
  if (iterator === 0) return -1
  const result = whileOwning(ts, iterator, () => extendIterator(ts, l, iterable, iterator))
  return result
}

function extendIterator(ts: ThreadState, l: Borrowed, iterable: Borrowed, iterator: Borrowed): number {
  const mem = ts.mem
  const hint = PyObject_LengthHint(ts, iterable, 8)
  if (hint < 0) return -1
  const m = PyList_GET_SIZE(ts, l)
  if (listItems(ts, l) === 0) {
    if (hint > 0 && list_preallocate_exact(ts, l, hint) < 0) return -1
  } else {
    if (list_resize(ts, l, m + hint) < 0) return -1
    mem.store(l + PyVarObject.ob_size, m)
  }
  if (!slotsOf(ts, iterator).tp_iternext) return -1
  for (;;) {
    chargeWork(ts, 1)
    const item = PyIter_Next(ts, iterator)
    if (item === 0) {
      if (PyErr_Occurred(ts) !== 0) return -1
      break
    }
    if (_PyList_AppendTakeRef(ts, l, item) < 0) return -1
  }
  const size = PyList_GET_SIZE(ts, l)
  return size < mem.load(l + PyListObject.allocated) ? list_resize(ts, l, size) : 0
}
