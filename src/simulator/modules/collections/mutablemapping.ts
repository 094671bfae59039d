// Objects/odictobject.c: update as a mutable mapping does it, item by item through `__setitem__`.

import { during, whileOwning } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, XDECREF } from '../../heap/refcount.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyIter_Next, PyObject_GetItem, PyObject_GetIter, PyObject_SetItem } from '../../objects/abstract.ts'
import { argAt, callOwned } from '../../objects/call.ts'
import { forEachItem, PyDict_GET_SIZE } from '../../objects/dictobject.ts'
import { PyErr_Format, PyErr_Occurred } from '../../objects/errors.ts'
import { newList, PyList_SET_ITEM } from '../../objects/listobject.ts'
import { newPair, PyTuple_FromArray, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from '../../objects/tupleobject.ts'
import { lookupAttribute } from '../../objects/typelookup.ts'

/** PyDict_Items: a list of the pairs of a dict. */
function itemsOfDict(ts: ThreadState, dict: Borrowed): Owned {
  const list = newList(ts, PyDict_GET_SIZE(ts, dict))
  let i = 0
  if (list !== 0)
    forEachItem(ts, dict, (key, value) => {
      PyList_SET_ITEM(ts, list, i++, newPair(ts, newref(ts, key), newref(ts, value)))
    })
  return list
}

/** self[key] = value for what one pair gives. -1 on an error. */
function addPair(ts: ThreadState, self: Borrowed, pair: Borrowed): number {
  const iterator = PyObject_GetIter(ts, pair)
  if (iterator === 0) return -1
  const found: Owned[] = []
  while (found.length < 3) {
    const item = during(ts, [iterator, ...found], () => PyIter_Next(ts, iterator))
    if (item === 0) break
    found.push(item)
  }
  let status = -1
  const wrong = [
    'need more than 0 values to unpack',
    'need more than 1 value to unpack',
    '',
    'too many values to unpack (expected 2)',
  ][found.length]
  const [key = 0, value = 0, unexpected = 0] = found
  if (unexpected !== 0) during(ts, [iterator, key, value], () => DECREF(ts, unexpected))
  if (PyErr_Occurred(ts) === 0) {
    if (wrong !== '') PyErr_Format(ts, ts.exc.ValueError, wrong)
    else status = during(ts, [iterator, key, value], () => PyObject_SetItem(ts, self, key, value))
  }
  during(ts, [key, value], () => DECREF(ts, iterator))
  during(ts, [value], () => XDECREF(ts, key))
  XDECREF(ts, value)
  return status
}

/** Does something with each item an iterator gives, whose reference it takes. -1 on an error, or where there is none. */
function forEachOf(ts: ThreadState, iterator: Owned, each: (item: Borrowed) => number): number {
  if (iterator === 0) return -1
  let status = 0
  whileOwning(ts, iterator, () => {
    for (let item = PyIter_Next(ts, iterator); item !== 0; item = PyIter_Next(ts, iterator)) {
      status = whileOwning(ts, item, each)
      if (status < 0) break
    }
  })
  return PyErr_Occurred(ts) !== 0 ? -1 : status
}

/** mutablemapping_add_pairs: `self[key] = value` for each of the pairs. -1 on an error. */
function addPairs(ts: ThreadState, self: Borrowed, pairs: Borrowed): number {
  return forEachOf(ts, PyObject_GetIter(ts, pairs), (pair) => addPair(ts, self, pair))
}

/** The same for what has just been made, and is given up then. */
function addOwned(ts: ThreadState, self: Borrowed, pairs: Owned): number {
  return pairs === 0 ? -1 : whileOwning(ts, pairs, () => addPairs(ts, self, pairs))
}

/** mutablemapping_update_arg: a dict, what has `keys`, what has `items`, or pairs. -1 on an error. */
export function mutablemapping_update_arg(ts: ThreadState, self: Borrowed, arg: Borrowed): number {
  if (Py_TYPE(ts, arg) === ts.types.dict) return addOwned(ts, self, itemsOfDict(ts, arg))
  const keys = lookupAttribute(ts, arg, 'keys')
  if (keys !== 0) {
    const list = callOwned(ts, keys)
    if (list === 0) return -1
    const iterator = whileOwning(ts, list, () => PyObject_GetIter(ts, list))
    return forEachOf(ts, iterator, (key) => {
      const value = PyObject_GetItem(ts, arg, key)
      return value === 0 ? -1 : whileOwning(ts, value, () => PyObject_SetItem(ts, self, key, value))
    })
  }
  const items = PyErr_Occurred(ts) !== 0 ? 0 : lookupAttribute(ts, arg, 'items')
  if (items !== 0) return addOwned(ts, self, callOwned(ts, items))
  return PyErr_Occurred(ts) !== 0 ? -1 : addPairs(ts, self, arg)
}

/** mutablemapping_update: `self.update(...)`; 0, or -1. */
export function mutablemapping_update(
  ts: ThreadState,
  self: Borrowed,
  argv: number,
  nargs: number,
  kwnames: Borrowed,
): number {
  if (nargs > 1) {
    PyErr_Format(ts, ts.exc.TypeError, `update() takes at most 1 positional argument (${nargs} given)`)
    return -1
  }
  if (nargs > 0) {
    const other = newref(ts, argAt(ts, argv, 0))
    if (whileOwning(ts, other, () => mutablemapping_update_arg(ts, self, other)) < 0) return -1
  }
  const n = kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames)
  if (n === 0) return 0
  const list = newList(ts, n)
  if (list === 0) return -1
  for (let i = 0; i < n; i++) {
    const pair = [PyTuple_GET_ITEM(ts, kwnames, i), argAt(ts, argv, nargs + i)].map((o) => newref(ts, o))
    PyList_SET_ITEM(ts, list, i, PyTuple_FromArray(ts, pair))
  }
  return addOwned(ts, self, list)
}
