// map and filter (Python/bltinmodule.c).

import { untrack } from '../heap/gchead.ts'
import { freeObject, hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyObject_GetIter } from './abstract.ts'
import { _PyArg_NoKeywords, argAt, callArgs, callOneArg, checkPositional } from './call.ts'
import { PyErr_Format } from './errors.ts'
import { reducing, reducingByType } from './iterreduce.ts'
import { chargeWork } from './longintrepr.ts'
import { PyObject_IsTrue, type TypeSpec, truthOf } from './object.ts'
import { PyTuple_FromArray, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'
import { PyType_GenericAlloc } from './typeobject.ts'
import { iteratorsOf, iternext, strictEnd, strictKeyword } from './zipobject.ts'

/** `strict` only since 3.14: the object is 8 bytes smaller before. */
export const mapobject = layout(PyObject.sizeof, [
  ['iters', 'ptr'],
  ['func', 'ptr'],
  ['strict', 'int'],
])

export const filterobject = layout(PyObject.sizeof, [
  ['func', 'ptr'],
  ['it', 'ptr'],
])

function map_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  let strict = 0
  if (ts.profile.containers.mapStrict) strict = strictKeyword(ts, 'map', argv, nargs, kwnames)
  else if (type === ts.types.map && !_PyArg_NoKeywords(ts, 'map', kwnames)) return 0
  if (strict < 0) return 0
  if (nargs < 2) return PyErr_Format(ts, ts.exc.TypeError, 'map() must have at least two arguments.')
  const iterators = iteratorsOf(ts, argv, 1, nargs)
  if (iterators === 0) return 0
  const o = PyType_GenericAlloc(ts, type)
  if (o === 0) {
    DECREF(ts, iterators)
    return 0
  }
  ts.mem.store(o + mapobject.iters, iterators)
  ts.mem.store(o + mapobject.func, newref(ts, argAt(ts, argv, 0)))
  if (strict !== 0) ts.mem.store(o + mapobject.strict, 1)
  return o
}

function map_next(ts: ThreadState, m: Borrowed): Owned {
  const mem = ts.mem
  const iterators = mem.load(m + mapobject.iters)
  const n = PyTuple_GET_SIZE(ts, iterators)
  const values: Owned[] = []
  const mark = holdMark(ts)
  let result = 0
  for (let i = 0; i < n; i++) {
    const value = iternext(ts, PyTuple_GET_ITEM(ts, iterators, i))
    if (value === 0) break
    hold(ts, value)
    values.push(value)
  }
  const usedUp = values.length < n
  if (!usedUp) result = callArgs(ts, mem.load(m + mapobject.func), values)
  release(ts, mark)
  for (const value of values) DECREF(ts, value)
  const strict = ts.profile.containers.mapStrict && mem.load(m + mapobject.strict) !== 0
  return usedUp && strict ? strictEnd(ts, 'map', iterators, values.length) : result
}

export const PyMap_Type = {
  name: 'map',
  basicsize: (profile) => (profile.containers.mapStrict ? mapobject.sizeof : mapobject.sizeof - 8),
  flags: ['HAVE_GC', 'BASETYPE'],
  slots: {
    tp_dealloc: (ts, m) => {
      untrack(ts.mem, m)
      CLEAR(ts, m + mapobject.iters)
      CLEAR(ts, m + mapobject.func)
      freeObject(ts, m)
    },
    tp_traverse: (ts, m, visit) => {
      for (const name of ['iters', 'func'] as const) {
        const ref = ts.mem.load(m + mapobject[name])
        if (ref !== 0) visit(ref, { kind: 'field', name })
      }
    },
    tp_iter: newref,
    tp_iternext: map_next,
    tp_new: map_new,
  },
  methods: [
    reducing((ts, m) => {
      const { mem } = ts
      const iterators = mem.load(m + mapobject.iters)
      const each = Array.from({ length: PyTuple_GET_SIZE(ts, iterators) }, (_, i) => PyTuple_GET_ITEM(ts, iterators, i))
      const args = [mem.load(m + mapobject.func), ...each].map((o) => newref(ts, o))
      const strict =
        ts.profile.containers.mapStrict && mem.load(m + mapobject.strict) !== 0 ? [newref(ts, ts.true_)] : []
      return PyTuple_FromArray(ts, [newref(ts, Py_TYPE(ts, m)), PyTuple_FromArray(ts, args), ...strict])
    }),
    { name: '__setstate__', kind: 'O', call: map_setstate },
  ],
} satisfies TypeSpec

function map_setstate(ts: ThreadState, m: Borrowed, argv: number): Owned {
  const strict = PyObject_IsTrue(ts, argAt(ts, argv, 0))
  if (strict < 0) return 0
  ts.mem.store(m + mapobject.strict, strict)
  return newref(ts, ts.none)
}

function filter_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  if (type === ts.types.filter && !_PyArg_NoKeywords(ts, 'filter', kwnames)) return 0
  if (checkPositional(ts, 'filter', nargs, 2, 2) < 0) return 0
  const iterator = PyObject_GetIter(ts, argAt(ts, argv, 1))
  if (iterator === 0) return 0
  const o = PyType_GenericAlloc(ts, type)
  if (o === 0) {
    DECREF(ts, iterator)
    return 0
  }
  ts.mem.store(o + filterobject.func, newref(ts, argAt(ts, argv, 0)))
  ts.mem.store(o + filterobject.it, iterator)
  return o
}

function filter_next(ts: ThreadState, f: Borrowed): Owned {
  const mem = ts.mem
  const func = mem.load(f + filterobject.func)
  for (;;) {
    chargeWork(ts, 1)
    const item = iternext(ts, mem.load(f + filterobject.it))
    if (item === 0) return 0
    const mark = holdMark(ts)
    hold(ts, item)
    const truth = func === ts.none || func === ts.types.bool ? PyObject_IsTrue(ts, item) : truthOfCall(ts, func, item)
    release(ts, mark)
    if (truth > 0) return item
    DECREF(ts, item)
    if (truth < 0) return 0
  }
}

function truthOfCall(ts: ThreadState, func: Borrowed, item: Borrowed): number {
  return truthOf(ts, callOneArg(ts, func, item))
}

export const PyFilter_Type = {
  name: 'filter',
  basicsize: filterobject.sizeof,
  flags: ['HAVE_GC', 'BASETYPE'],
  slots: {
    tp_dealloc: (ts, f) => {
      untrack(ts.mem, f)
      CLEAR(ts, f + filterobject.func)
      CLEAR(ts, f + filterobject.it)
      freeObject(ts, f)
    },
    tp_traverse: (ts, f, visit) => {
      for (const name of ['func', 'it'] as const) {
        const ref = ts.mem.load(f + filterobject[name])
        if (ref !== 0) visit(ref, { kind: 'field', name })
      }
    },
    tp_iter: newref,
    tp_iternext: filter_next,
    tp_new: filter_new,
  },
  methods: [reducingByType((ts, f) => [ts.mem.load(f + filterobject.func), ts.mem.load(f + filterobject.it)])],
} satisfies TypeSpec
