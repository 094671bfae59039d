// Modules/itertoolsmodule.c: compress, dropwhile, takewhile, filterfalse, starmap, islice.

import { during } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { CLEAR, DECREF, newref } from '../../heap/refcount.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyNumber_AsSsize_t, PyObject_GetIter } from '../../objects/abstract.ts'
import { argAt, callOneArg, checkPositional, PyObject_Vectorcall, parseKeywords } from '../../objects/call.ts'
import { PyErr_Clear, PyErr_Format, PyErr_Occurred } from '../../objects/errors.ts'
import { chargeWork } from '../../objects/longintrepr.ts'
import { PyObject_IsTrue, truthOf } from '../../objects/object.ts'
import { PySequence_Tuple } from '../../objects/sequencetuple.ts'
import { PyTuple_Check, PyTuple_GET_SIZE, tupleItems } from '../../objects/tupleobject.ts'
import { PyType_GenericAlloc } from '../../objects/typeobject.ts'
import { moduleType } from '../moduletype.ts'
import { fieldsOf, iteratorType, iternext, noKeywords } from './iterator.ts'

const COMPRESS = [
  ['data', 'ptr'],
  ['selectors', 'ptr'],
] as const
const compressobject = fieldsOf(COMPRESS)

export const compressType = iteratorType({
  name: 'compress',
  fields: COMPRESS,
  owns: ['data', 'selectors'],
  tp_new(ts, type, argv, nargs, kwnames) {
    const values = parseKeywords(ts, 'compress', argv, nargs, kwnames, ['data', 'selectors'], 2)
    if (!values) return 0
    const data = PyObject_GetIter(ts, values[0])
    if (data === 0) return 0
    const selectors = during(ts, [data], () => PyObject_GetIter(ts, values[1]))
    const o = selectors === 0 ? 0 : PyType_GenericAlloc(ts, type)
    if (o === 0) {
      DECREF(ts, data)
      if (selectors !== 0) DECREF(ts, selectors)
      return 0
    }
    ts.mem.store(o + compressobject.data, data)
    ts.mem.store(o + compressobject.selectors, selectors)
    return o
  },
  next(ts, self) {
    const data = ts.mem.load(self + compressobject.data)
    const selectors = ts.mem.load(self + compressobject.selectors)
    for (;;) {
      chargeWork(ts, 1)
      const datum = iternext(ts, data)
      if (datum === 0) return 0
      const truth = during(ts, [datum], () => {
        const selector = iternext(ts, selectors)
        if (selector === 0) return -1
        const is = during(ts, [selector], () => PyObject_IsTrue(ts, selector))
        DECREF(ts, selector)
        return is
      })
      if (truth === 1) return datum
      DECREF(ts, datum)
      if (truth < 0) return 0
    }
  },
})

/** The fields of what asks a function about each item. */
const ASKING = [
  ['func', 'ptr'],
  ['it', 'ptr'],
  ['flag', 'ssize'],
] as const
const asking = fieldsOf(ASKING)

function asking_new(name: string) {
  return (ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned => {
    if (noKeywords(ts, name, type, moduleType(ts, `itertools.${name}`), kwnames) < 0) return 0
    if (checkPositional(ts, name, nargs, 2, 2) < 0) return 0
    const iterator = PyObject_GetIter(ts, argAt(ts, argv, 1))
    if (iterator === 0) return 0
    const o = PyType_GenericAlloc(ts, type)
    if (o === 0) {
      DECREF(ts, iterator)
      return 0
    }
    ts.mem.store(o + asking.func, newref(ts, argAt(ts, argv, 0)))
    ts.mem.store(o + asking.it, iterator)
    return o
  }
}

/** What the function says of an item: 1, 0, -1. */
function verdict(ts: ThreadState, self: Borrowed, item: Borrowed): number {
  return during(ts, [item], () => truthOf(ts, callOneArg(ts, ts.mem.load(self + asking.func), item)))
}

export const dropwhileType = iteratorType({
  name: 'dropwhile',
  fields: ASKING,
  owns: ['func', 'it'],
  tp_new: asking_new('dropwhile'),
  next(ts, self) {
    for (;;) {
      chargeWork(ts, 1)
      const item = iternext(ts, ts.mem.load(self + asking.it))
      if (item === 0 || ts.mem.load(self + asking.flag) !== 0) return item
      const truth = verdict(ts, self, item)
      if (truth === 0) {
        ts.mem.store(self + asking.flag, 1)
        return item
      }
      DECREF(ts, item)
      if (truth < 0) return 0
    }
  },
})

export const takewhileType = iteratorType({
  name: 'takewhile',
  fields: ASKING,
  owns: ['func', 'it'],
  tp_new: asking_new('takewhile'),
  next(ts, self) {
    if (ts.mem.load(self + asking.flag) !== 0) return 0
    const item = iternext(ts, ts.mem.load(self + asking.it))
    if (item === 0) return 0
    const truth = verdict(ts, self, item)
    if (truth === 1) return item
    DECREF(ts, item)
    if (truth === 0) ts.mem.store(self + asking.flag, 1)
    return 0
  },
})

const PAIR = [
  ['func', 'ptr'],
  ['it', 'ptr'],
] as const

export const filterfalseType = iteratorType({
  name: 'filterfalse',
  fields: PAIR,
  owns: ['func', 'it'],
  tp_new: asking_new('filterfalse'),
  next(ts, self) {
    for (;;) {
      chargeWork(ts, 1)
      const item = iternext(ts, ts.mem.load(self + asking.it))
      if (item === 0) return 0
      const func = ts.mem.load(self + asking.func)
      const plain = func === ts.none || func === ts.types.bool
      const truth = plain ? during(ts, [item], () => PyObject_IsTrue(ts, item)) : verdict(ts, self, item)
      if (truth === 0) return item
      DECREF(ts, item)
      if (truth < 0) return 0
    }
  },
})

export const starmapType = iteratorType({
  name: 'starmap',
  fields: PAIR,
  owns: ['func', 'it'],
  tp_new: asking_new('starmap'),
  next(ts, self) {
    let args = iternext(ts, ts.mem.load(self + asking.it))
    if (args === 0) return 0
    if (!PyTuple_Check(ts, args)) {
      const given = args
      args = during(ts, [given], () => PySequence_Tuple(ts, given))
      DECREF(ts, given)
      if (args === 0) return 0
    }
    const func = ts.mem.load(self + asking.func)
    const tuple = args
    const n = PyTuple_GET_SIZE(ts, tuple)
    const result = during(ts, [tuple], () => PyObject_Vectorcall(ts, func, tupleItems(ts, tuple), n, 0))
    DECREF(ts, tuple)
    return result
  },
})

const ISLICE = [
  ['it', 'ptr'],
  ['next', 'ssize'],
  ['stop', 'ssize'],
  ['step', 'ssize'],
  ['cnt', 'ssize'],
] as const
const isliceobject = fieldsOf(ISLICE)

/** A number given to islice; `none` where None stands, -1 for what is none. */
function isliceNumber(ts: ThreadState, o: Borrowed, none: number): number {
  if (o === ts.none) return none
  const value = PyNumber_AsSsize_t(ts, o, ts.exc.OverflowError)
  if (value === -1 && PyErr_Occurred(ts) !== 0) PyErr_Clear(ts)
  return value
}

const RANGE = 'must be None or an integer: 0 <= x <= sys.maxsize.'

function islice_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  if (noKeywords(ts, 'islice', type, moduleType(ts, 'itertools.islice'), kwnames) < 0) return 0
  if (checkPositional(ts, 'islice', nargs, 2, 4) < 0) return 0
  const stopOnly = nargs === 2
  const start = stopOnly ? 0 : isliceNumber(ts, argAt(ts, argv, 1), 0)
  const stopArgument = argAt(ts, argv, stopOnly ? 1 : 2)
  const stop = isliceNumber(ts, stopArgument, -1)
  if (stop === -1 && stopArgument !== ts.none)
    return PyErr_Format(ts, ts.exc.ValueError, `Stop argument for islice() ${RANGE}`)
  if (start < 0 || stop < -1) return PyErr_Format(ts, ts.exc.ValueError, `Indices for islice() ${RANGE}`)
  const step = nargs > 3 ? isliceNumber(ts, argAt(ts, argv, 3), 1) : 1
  if (step < 1) return PyErr_Format(ts, ts.exc.ValueError, 'Step for islice() must be a positive integer or None.')
  const iterator = PyObject_GetIter(ts, argAt(ts, argv, 0))
  if (iterator === 0) return 0
  const o = PyType_GenericAlloc(ts, type)
  if (o === 0) {
    DECREF(ts, iterator)
    return 0
  }
  ts.mem.store(o + isliceobject.it, iterator)
  ts.mem.storeWide(o + isliceobject.next, start)
  ts.mem.storeWide(o + isliceobject.stop, stop)
  ts.mem.storeWide(o + isliceobject.step, step)
  return o
}

function islice_next(ts: ThreadState, self: Borrowed): Owned {
  const { mem } = ts
  const iterator = mem.load(self + isliceobject.it)
  if (iterator === 0) return 0
  const stop = mem.loadWide(self + isliceobject.stop)
  const next = mem.loadWide(self + isliceobject.next)
  const end = () => {
    CLEAR(ts, self + isliceobject.it)
    return 0
  }
  for (;;) {
    const cnt = mem.loadWide(self + isliceobject.cnt)
    if (cnt >= next) break
    chargeWork(ts, 1)
    const skipped = iternext(ts, iterator)
    if (skipped === 0) return end()
    DECREF(ts, skipped)
    mem.storeWide(self + isliceobject.cnt, cnt + 1)
  }
  const cnt = mem.loadWide(self + isliceobject.cnt)
  if (stop !== -1 && cnt >= stop) return end()
  const item = iternext(ts, iterator)
  if (item === 0) return end()
  mem.storeWide(self + isliceobject.cnt, cnt + 1)
  const after = next + mem.loadWide(self + isliceobject.step)
  mem.storeWide(self + isliceobject.next, stop !== -1 && after > stop ? stop : after)
  return item
}

export const isliceType = iteratorType({
  name: 'islice',
  fields: ISLICE,
  owns: ['it'],
  tp_new: islice_new,
  next: islice_next,
})
