// Modules/itertoolsmodule.c: tee. Its iterators share a chain of blocks of 57 items; an item dies with the last block
// reference that could still reach it.

import { hold, holdMark, release } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, SETREF, XDECREF } from '../../heap/refcount.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyIter_Next, PyNumber_AsSsize_t, PyObject_GetIter } from '../../objects/abstract.ts'
import { argAt, callNoArgs } from '../../objects/call.ts'
import { PyErr_Format, PyErr_Occurred } from '../../objects/errors.ts'
import type { MethodSpec } from '../../objects/object.ts'
import { newTuple, PyTuple_SET_ITEM, trackTupleAlways } from '../../objects/tupleobject.ts'
import { lookupAttribute } from '../../objects/typelookup.ts'
import { PyType_GenericAlloc } from '../../objects/typeobject.ts'
import { type ModuleType, moduleType, owning } from '../moduletype.ts'
import { fieldsOf, iteratorType } from './iterator.ts'

/** Items in a block (LINKCELLS). */
const LINKCELLS = 57

const teedataobject = fieldsOf([
  ['it', 'ptr'],
  ['numread', 'int'],
  ['running', 'int'],
  ['nextlink', 'ptr'],
  ['values', 'ptr'],
])

const TEE = [
  ['dataobj', 'ptr'],
  ['index', 'ssize'],
  ['weakreflist', 'ptr'],
] as const
const teeobject = fieldsOf(TEE)

function newData(ts: ThreadState, iterator: Borrowed): Owned {
  const o = PyType_GenericAlloc(ts, moduleType(ts, 'itertools._tee_dataobject'))
  if (o !== 0) ts.mem.store(o + teedataobject.it, newref(ts, iterator))
  return o
}

const VALUES = Array.from({ length: LINKCELLS }, (_, i) => [`[${i}]`, teedataobject.values + i * 8] as const)

export const teeDataType: ModuleType = {
  tp_name: 'itertools._tee_dataobject',
  basicsize: teedataobject.values + LINKCELLS * 8,
  flags: ['HAVE_GC'],
  slots: owning([['it', teedataobject.it], ...VALUES, ['nextlink', teedataobject.nextlink]]),
}

function tee_next(ts: ThreadState, self: Borrowed): Owned {
  const { mem } = ts
  if (mem.load(self + teeobject.index) >= LINKCELLS) {
    const full = mem.load(self + teeobject.dataobj)
    if (mem.load(full + teedataobject.nextlink) === 0) {
      const link = newData(ts, mem.load(full + teedataobject.it))
      if (link === 0) return 0
      mem.store(full + teedataobject.nextlink, link)
    }
    SETREF(ts, self + teeobject.dataobj, newref(ts, mem.load(full + teedataobject.nextlink)))
    mem.store(self + teeobject.index, 0)
  }
  const data = mem.load(self + teeobject.dataobj)
  const index = mem.load(self + teeobject.index)
  const place = data + teedataobject.values + index * 8
  if (index >= mem.load(data + teedataobject.numread)) {
    if (mem.load(data + teedataobject.running) !== 0)
      return PyErr_Format(ts, ts.exc.RuntimeError, 'cannot re-enter the tee iterator')
    mem.store(data + teedataobject.running, 1)
    const value = PyIter_Next(ts, mem.load(data + teedataobject.it))
    mem.store(data + teedataobject.running, 0)
    if (value === 0) return 0
    mem.store(data + teedataobject.numread, index + 1)
    mem.store(place, value)
  }
  mem.store(self + teeobject.index, index + 1)
  return newref(ts, mem.load(place))
}

function tee_copy(ts: ThreadState, self: Borrowed): Owned {
  const copy = PyType_GenericAlloc(ts, moduleType(ts, 'itertools._tee'))
  if (copy === 0) return 0
  ts.mem.store(copy + teeobject.dataobj, newref(ts, ts.mem.load(self + teeobject.dataobj)))
  ts.mem.store(copy + teeobject.index, ts.mem.load(self + teeobject.index))
  return copy
}

function tee_fromiterable(ts: ThreadState, iterable: Borrowed): Owned {
  const iterator = PyObject_GetIter(ts, iterable)
  if (iterator === 0) return 0
  let result = 0
  if (Py_TYPE(ts, iterator) === moduleType(ts, 'itertools._tee')) result = tee_copy(ts, iterator)
  else {
    const data = newData(ts, iterator)
    result = data === 0 ? 0 : PyType_GenericAlloc(ts, moduleType(ts, 'itertools._tee'))
    if (result !== 0) ts.mem.store(result + teeobject.dataobj, data)
    else XDECREF(ts, data)
  }
  DECREF(ts, iterator)
  return result
}

const base = owning([['dataobj', teeobject.dataobj]])

export const teeType: ModuleType = {
  ...iteratorType({
    name: '_tee',
    fields: TEE,
    owns: ['dataobj'],
    final: true,
    basicsize: (profile) => teeobject.sizeof + (profile.modules.heapTypes.includes('itertools') ? 8 : 0),
    tp_new: (ts, _type, argv) => tee_fromiterable(ts, argAt(ts, argv, 0)),
    slots: {
      tp_dealloc(ts, self) {
        if (ts.mem.load(self + teeobject.weakreflist) !== 0) ts.clearWeakRefs(self)
        base.tp_dealloc?.(ts, self)
      },
    },
    next: tee_next,
    methods: [{ name: '__copy__', kind: 'NOARGS', call: tee_copy }],
  }),
  weaklistoffset: teeobject.weakreflist,
}

/** tee(iterable, n=2). */
function tee(ts: ThreadState, argv: number, nargs: number): Owned {
  const n = nargs > 1 ? PyNumber_AsSsize_t(ts, argAt(ts, argv, 1), ts.exc.OverflowError) : 2
  if (n === -1 && PyErr_Occurred(ts) !== 0) return 0
  if (n < 0) return PyErr_Format(ts, ts.exc.ValueError, ts.profile.modules.negativeTee)
  const result = newTuple(ts, n)
  if (result === 0 || n === 0) return result
  const mark = holdMark(ts)
  hold(ts, result)
  const filled = fillTee(ts, result, n, argAt(ts, argv, 0))
  release(ts, mark)
  if (!filled) {
    DECREF(ts, result)
    return 0
  }
  trackTupleAlways(ts, result)
  return result
}

function fillTee(ts: ThreadState, result: Borrowed, n: number, iterable: Borrowed): boolean {
  const iterator = PyObject_GetIter(ts, iterable)
  if (iterator === 0) return false
  hold(ts, iterator)
  const isTee = Py_TYPE(ts, iterator) === moduleType(ts, 'itertools._tee')
  const alwaysCopies = ts.profile.modules.teeAlwaysCopies
  let copy = alwaysCopies && !isTee ? 0 : lookupAttribute(ts, iterator, '__copy__')
  let first: Owned = iterator
  if (PyErr_Occurred(ts) !== 0) return failedTee(ts, iterator)
  if (copy === 0) {
    first = tee_fromiterable(ts, iterator)
    DECREF(ts, iterator)
    if (first === 0) return false
    copy = lookupAttribute(ts, first, '__copy__')
  } else if (isTee && alwaysCopies) {
    first = tee_copy(ts, iterator)
    DECREF(ts, iterator)
  }
  PyTuple_SET_ITEM(ts, result, 0, first)
  hold(ts, copy)
  for (let i = 1; i < n; i++) {
    const next = callNoArgs(ts, copy)
    if (next === 0) return failedTee(ts, copy)
    PyTuple_SET_ITEM(ts, result, i, next)
  }
  DECREF(ts, copy)
  return true
}

function failedTee(ts: ThreadState, o: Owned): false {
  XDECREF(ts, o)
  return false
}

export const teeFunction: MethodSpec = {
  name: 'tee',
  kind: 'FASTCALL',
  min: 1,
  max: 2,
  call: (ts, _m, argv, nargs) => tee(ts, argv, nargs),
}
