// Modules/_collectionsmodule.c: _tuplegetter, the attribute of a named tuple that gives the item at its place; and
// _count_elements, the inner loop of Counter.

import { during } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../../heap/refcount.ts'
import { layout, PyObject } from '../../heap/structs.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import {
  PyIter_Next,
  PyNumber_Add,
  PyNumber_AsSsize_t,
  PyObject_GetIter,
  PyObject_SetItem,
} from '../../objects/abstract.ts'
import { argAt, callArgs, checkPositional } from '../../objects/call.ts'
import { insertdict } from '../../objects/dictinsert.ts'
import { DKIX_ERROR, lookupKey } from '../../objects/dictkeys.ts'
import { PyDict_Check, valueAddress } from '../../objects/dictobject.ts'
import { PyErr_Format, PyErr_Occurred } from '../../objects/errors.ts'
import { chargeWork } from '../../objects/longintrepr.ts'
import { newInt } from '../../objects/longobject.ts'
import {
  hashFailed,
  type MethodSpec,
  PyObject_GetAttr,
  PyObject_Hash,
  PyObject_Repr,
  typeName,
} from '../../objects/object.ts'
import { PyTuple_Check, PyTuple_FromArray, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from '../../objects/tupleobject.ts'
import { lookupText, PyType_GenericAlloc } from '../../objects/typeobject.ts'
import { internStr, newStr, textOf } from '../../objects/unicodeobject.ts'
import { type ModuleType, owning } from '../moduletype.ts'

const G = layout(PyObject.sizeof, [
  ['index', 'ssize'],
  ['doc', 'ptr'],
])

/** The type; before its module's types were on the heap it was named after `_collections`. */
export function tupleGetterType(ts: ThreadState): ModuleType {
  const home = ts.profile.modules.heapTypes.includes('collections') ? 'collections' : '_collections'
  return {
    tp_name: `${home}._tuplegetter`,
    basicsize: G.sizeof,
    flags: ['HAVE_GC'],
    slots: {
      ...owning([['__doc__', G.doc]]),
      tp_new(ts, type, argv, nargs) {
        if (checkPositional(ts, '_tuplegetter', nargs, 2, 2) < 0) return 0
        const index = PyNumber_AsSsize_t(ts, argAt(ts, argv, 0), ts.exc.OverflowError)
        if (index === -1 && PyErr_Occurred(ts) !== 0) return 0
        const o = PyType_GenericAlloc(ts, type)
        if (o === 0) return 0
        ts.mem.store(o + G.index, index)
        ts.mem.store(o + G.doc, newref(ts, argAt(ts, argv, 1)))
        return o
      },
      tp_descr_get: get,
      tp_descr_set(ts, _self, _obj, value) {
        PyErr_Format(ts, ts.exc.AttributeError, value === 0 ? "can't delete attribute" : "can't set attribute")
        return -1
      },
      tp_repr(ts, self) {
        const doc = PyObject_Repr(ts, ts.mem.load(self + G.doc))
        if (doc === 0) return 0
        const text = `_tuplegetter(${ts.mem.load(self + G.index)}, ${textOf(ts, doc)})`
        DECREF(ts, doc)
        return newStr(ts, text)
      },
    },
    members: [['__doc__', G.doc]],
    methods: [
      {
        name: '__reduce__',
        kind: 'NOARGS',
        call: (ts, self) =>
          PyTuple_FromArray(ts, [
            newref(ts, Py_TYPE(ts, self)),
            PyTuple_FromArray(ts, [newInt(ts, ts.mem.load(self + G.index)), newref(ts, ts.mem.load(self + G.doc))]),
          ]),
      },
    ],
  }
}

function get(ts: ThreadState, self: Borrowed, obj: Borrowed): Owned {
  if (obj === 0 || obj === ts.none) return newref(ts, self)
  const index = ts.mem.load(self + G.index)
  if (!PyTuple_Check(ts, obj))
    return PyErr_Format(
      ts,
      ts.exc.TypeError,
      `descriptor for index '${index}' for tuple subclasses doesn't apply to '${typeName(ts, obj)}' object`,
    )
  if (index < 0 || index >= PyTuple_GET_SIZE(ts, obj))
    return PyErr_Format(ts, ts.exc.IndexError, 'tuple index out of range')
  return newref(ts, PyTuple_GET_ITEM(ts, obj, index))
}

/** Whether a mapping counts as a dict does: neither `get` nor `__setitem__` are its own. */
function isPlainDict(ts: ThreadState, mapping: Borrowed): boolean {
  const type = Py_TYPE(ts, mapping)
  return (
    PyDict_Check(ts, mapping) &&
    lookupText(ts, type, 'get') === lookupText(ts, ts.types.dict, 'get') &&
    lookupText(ts, type, '__setitem__') === lookupText(ts, ts.types.dict, '__setitem__')
  )
}

/** One more of a key. -1 with an exception. */
function countOne(ts: ThreadState, mapping: Borrowed, key: Borrowed, get: Borrowed, one: Borrowed): number {
  if (get === 0) {
    const low = PyObject_Hash(ts, key)
    if (hashFailed(ts, low)) return -1
    const high = ts.hashHigh
    const ix = lookupKey(ts, mapping, key, low, high)
    if (ix === DKIX_ERROR) return -1
    const old = ix < 0 ? 0 : ts.mem.load(valueAddress(ts, mapping, ix))
    const sum = old === 0 ? newref(ts, one) : PyNumber_Add(ts, old, one)
    return sum === 0 ? -1 : insertdict(ts, mapping, newref(ts, key), low, high, sum)
  }
  const zero = newInt(ts, 0)
  const old = callArgs(ts, get, [key, zero])
  if (old === 0) return -1
  const sum = during(ts, [old], () => PyNumber_Add(ts, old, one))
  DECREF(ts, old)
  if (sum === 0) return -1
  const status = during(ts, [sum], () => PyObject_SetItem(ts, mapping, key, sum))
  DECREF(ts, sum)
  return status
}

function countElements(ts: ThreadState, mapping: Borrowed, iterable: Borrowed): Owned {
  const iterator = PyObject_GetIter(ts, iterable)
  if (iterator === 0) return 0
  const one = newInt(ts, 1)
  let get = 0
  if (!isPlainDict(ts, mapping)) {
    const name = internStr(ts, 'get')
    get = PyObject_GetAttr(ts, mapping, name)
    DECREF(ts, name)
  }
  if (PyErr_Occurred(ts) === 0)
    during(ts, [iterator, get], () => {
      for (let key = PyIter_Next(ts, iterator); key !== 0; ) {
        chargeWork(ts, 1)
        const item = key
        const status = during(ts, [item], () => countOne(ts, mapping, item, get, one))
        DECREF(ts, item)
        key = status < 0 ? 0 : PyIter_Next(ts, iterator)
      }
    })
  DECREF(ts, iterator)
  if (get !== 0) DECREF(ts, get)
  DECREF(ts, one)
  return PyErr_Occurred(ts) !== 0 ? 0 : newref(ts, ts.none)
}

export const countElementsFunction: MethodSpec = {
  name: '_count_elements',
  kind: 'FASTCALL',
  min: 2,
  max: 2,
  call: (ts, _m, argv) => countElements(ts, argAt(ts, argv, 0), argAt(ts, argv, 1)),
}
