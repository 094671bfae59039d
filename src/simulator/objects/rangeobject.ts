// Objects/rangeobject.c: range. Its four numbers are int objects; arithmetic on them is in bigints only where it must be.

import { FreeList, freelistPop, freelistPush } from '../heap/freelist.ts'
import { allocate, during, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { fill } from '../profiles/index.ts'
import { PyIndex_Check, PyIter_Next, PyNumber_Index, PyObject_GetIter } from './abstract.ts'
import { newBool } from './boolobject.ts'
import { _PyArg_NoKeywords, argAt, checkPositional } from './call.ts'
import { PyErr_Format, PyErr_NoMemory, PyErr_Occurred } from './errors.ts'
import { longToDecimal } from './longformat.ts'
import { newInt, newIntFromBigInt, PyLong_AsBigInt, PyLong_AsSsize_t, safeValue } from './longintrepr.ts'
import { Py_EQ, Py_NE, PyObject_Repr, PyObject_RichCompareBool, type TypeSpec, typeName } from './object.ts'
import { newLongRangeIter, newRangeIter } from './rangeiter.ts'
import { longIndices } from './sliceobject.ts'
import { hashItems } from './tuplehash.ts'
import { Py_BuildTuple, PyTuple_FromArray, tupleItems } from './tupleobject.ts'
import { newStr, textOf } from './unicodestorage.ts'

const rangeobject = layout(PyObject.sizeof, [
  ['start', 'ptr'],
  ['stop', 'ptr'],
  ['step', 'ptr'],
  ['length', 'ptr'],
])
type Field = 'start' | 'stop' | 'step' | 'length'

function big(ts: ThreadState, r: Borrowed, field: Field): bigint {
  return PyLong_AsBigInt(ts, ts.mem.load(r + rangeobject[field]))
}

function rangeLength(start: bigint, stop: bigint, step: bigint): bigint {
  const span = step > 0n ? stop - start : start - stop
  return span <= 0n ? 0n : (span - 1n) / (step > 0n ? step : -step) + 1n
}

/** make_range_object: takes the three ints. */
function makeRange(ts: ThreadState, start: Owned, stop: Owned, step: Owned): Owned {
  const length = computeLength(ts, start, stop, step)
  const kept = length === 0 ? 0 : freelistPop(ts, FreeList.ranges)
  const o = length === 0 ? 0 : kept !== 0 ? kept : allocate(ts, ts.types.range, rangeobject.sizeof)
  if (o === 0) {
    for (const part of [start, stop, step]) DECREF(ts, part)
    if (length === 0) return 0
    DECREF(ts, length)
    return PyErr_NoMemory(ts)
  }
  ts.mem.store(o + rangeobject.start, start)
  ts.mem.store(o + rangeobject.stop, stop)
  ts.mem.store(o + rangeobject.step, step)
  ts.mem.store(o + rangeobject.length, length)
  return o
}

function computeLength(ts: ThreadState, start: Borrowed, stop: Borrowed, step: Borrowed): Owned {
  const a = safeValue(ts, start)
  const b = safeValue(ts, stop)
  const c = safeValue(ts, step)
  const span = c > 0 ? b - a : a - b
  if (Math.abs(span) <= Number.MAX_SAFE_INTEGER && !Number.isNaN(c))
    return newInt(ts, span <= 0 ? 0 : Math.floor((span - 1) / Math.abs(c)) + 1)
  return newIntFromBigInt(
    ts,
    rangeLength(PyLong_AsBigInt(ts, start), PyLong_AsBigInt(ts, stop), PyLong_AsBigInt(ts, step)),
  )
}

function range_new(ts: ThreadState, _type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  if (!_PyArg_NoKeywords(ts, 'range', kwnames)) return 0
  if (checkPositional(ts, 'range', nargs, 1, 3) < 0) return 0
  const start = nargs === 1 ? newInt(ts, 0) : PyNumber_Index(ts, argAt(ts, argv, 0))
  if (start === 0) return 0
  const stop = PyNumber_Index(ts, argAt(ts, argv, nargs === 1 ? 0 : 1))
  if (stop === 0) {
    DECREF(ts, start)
    return 0
  }
  const step = nargs === 3 ? validStep(ts, argAt(ts, argv, 2)) : newInt(ts, 1)
  if (step === 0) {
    DECREF(ts, stop)
    DECREF(ts, start)
    return 0
  }
  return makeRange(ts, start, stop, step)
}

function validStep(ts: ThreadState, o: Borrowed): Owned {
  const step = PyNumber_Index(ts, o)
  if (step === 0 || safeValue(ts, step) !== 0) return step
  DECREF(ts, step)
  return PyErr_Format(ts, ts.exc.ValueError, 'range() arg 3 must not be zero')
}

function range_dealloc(ts: ThreadState, r: number): void {
  for (const field of ['start', 'stop', 'step', 'length'] as const) CLEAR(ts, r + rangeobject[field])
  if (!freelistPush(ts, FreeList.ranges, r)) freeObject(ts, r)
}

function range_length(ts: ThreadState, r: Borrowed): number {
  return PyLong_AsSsize_t(ts, ts.mem.load(r + rangeobject.length))
}

function range_repr(ts: ThreadState, r: Borrowed): Owned {
  const shown = (field: Field) => longToDecimal(ts, ts.mem.load(r + rangeobject[field]))
  const start = shown('start')
  const stop = start === null ? null : shown('stop')
  const step = stop === null ? null : shown('step')
  if (step === null) return 0
  return newStr(ts, step === '1' ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${step})`)
}

function range_item(ts: ThreadState, r: Borrowed, index: bigint): Owned {
  const length = big(ts, r, 'length')
  const i = index < 0n ? index + length : index
  if (i < 0n || i >= length) return PyErr_Format(ts, ts.exc.IndexError, 'range object index out of range')
  return newIntFromBigInt(ts, big(ts, r, 'start') + i * big(ts, r, 'step'))
}

function range_subscript(ts: ThreadState, r: Borrowed, key: Borrowed): Owned {
  if (PyIndex_Check(ts, key)) {
    const index = PyNumber_Index(ts, key)
    if (index === 0) return 0
    const i = PyLong_AsBigInt(ts, index)
    DECREF(ts, index)
    return range_item(ts, r, i)
  }
  if (Py_TYPE(ts, key) === ts.types.slice) {
    const fitted = longIndices(ts, key, big(ts, r, 'length'))
    if (fitted === null) return 0
    const start = big(ts, r, 'start')
    const step = big(ts, r, 'step')
    const parts = [start + fitted[0] * step, start + fitted[1] * step, fitted[2] * step]
    const [newStart, newStop, newStep] = parts.map((part) => newIntFromBigInt(ts, part))
    return newStart === 0 || newStop === 0 || newStep === 0 ? 0 : makeRange(ts, newStart, newStop, newStep)
  }
  return PyErr_Format(ts, ts.exc.TypeError, `range indices must be integers or slices, not ${typeName(ts, key)}`)
}

/** The position of an int in the range, or -1. */
function positionOf(ts: ThreadState, r: Borrowed, o: Borrowed): bigint {
  const value = PyLong_AsBigInt(ts, o)
  const step = big(ts, r, 'step')
  const distance = value - big(ts, r, 'start')
  if (distance % step !== 0n) return -1n
  const i = distance / step
  return i >= 0n && i < big(ts, r, 'length') ? i : -1n
}

function isExactIntOrBool(ts: ThreadState, o: Borrowed): boolean {
  return Py_TYPE(ts, o) === ts.types.int || Py_TYPE(ts, o) === ts.types.bool
}

/** How many items equal `o`, by comparing one after the other; stops at the first when `first`. -1 on error. */
function search(ts: ThreadState, r: Borrowed, o: Borrowed, first: boolean): { count: number; at: number } {
  const failed = { count: -1, at: -1 }
  const iterator = PyObject_GetIter(ts, r)
  if (iterator === 0) return failed
  let count = 0
  let at = -1
  let i = 0
  for (let item = PyIter_Next(ts, iterator); item !== 0; item = PyIter_Next(ts, iterator), i++) {
    const number = item
    const same = during(ts, [iterator, number], () => PyObject_RichCompareBool(ts, number, o, Py_EQ))
    DECREF(ts, number)
    if (same < 0) {
      DECREF(ts, iterator)
      return failed
    }
    if (same === 0) continue
    count++
    at = i
    if (first) break
  }
  DECREF(ts, iterator)
  return PyErr_Occurred(ts) !== 0 ? failed : { count, at }
}

function range_contains(ts: ThreadState, r: Borrowed, o: Borrowed): number {
  if (isExactIntOrBool(ts, o)) return positionOf(ts, r, o) >= 0n ? 1 : 0
  return search(ts, r, o, true).count
}

function range_count(ts: ThreadState, r: Borrowed, argv: number): Owned {
  const o = argAt(ts, argv, 0)
  const count = isExactIntOrBool(ts, o) ? (positionOf(ts, r, o) >= 0n ? 1 : 0) : search(ts, r, o, false).count
  return count < 0 ? 0 : newInt(ts, count)
}

function range_index(ts: ThreadState, r: Borrowed, argv: number): Owned {
  const o = argAt(ts, argv, 0)
  if (isExactIntOrBool(ts, o)) {
    const at = positionOf(ts, r, o)
    if (at >= 0n) return newIntFromBigInt(ts, at)
    const repr = PyObject_Repr(ts, o)
    if (repr === 0) return 0
    PyErr_Format(ts, ts.exc.ValueError, fill(ts.profile.numbers.notInRange, textOf(ts, repr)))
    DECREF(ts, repr)
    return 0
  }
  const { count, at } = search(ts, r, o, true)
  if (count < 0) return 0
  return count > 0 ? newInt(ts, at) : PyErr_Format(ts, ts.exc.ValueError, 'sequence.index(x): x not in sequence')
}

/** Two ranges are equal when they give the same numbers. */
function range_richcompare(ts: ThreadState, v: Borrowed, w: Borrowed, op: number): Owned {
  if (Py_TYPE(ts, w) !== ts.types.range || (op !== Py_EQ && op !== Py_NE)) return newref(ts, ts.notImplemented)
  return newBool(ts, (v === w || sameNumbers(ts, v, w)) === (op === Py_EQ))
}

function sameNumbers(ts: ThreadState, v: Borrowed, w: Borrowed): boolean {
  const length = big(ts, v, 'length')
  if (length !== big(ts, w, 'length')) return false
  if (length === 0n) return true
  if (big(ts, v, 'start') !== big(ts, w, 'start')) return false
  return length === 1n || big(ts, v, 'step') === big(ts, w, 'step')
}

/** As the tuple (length, start, step), with None for what makes no difference. */
function range_hash(ts: ThreadState, r: Borrowed): number {
  const length = big(ts, r, 'length')
  const part = (field: Field, used: boolean) => newref(ts, used ? ts.mem.load(r + rangeobject[field]) : ts.none)
  const tuple = PyTuple_FromArray(ts, [part('length', true), part('start', length > 0n), part('step', length > 1n)])
  if (tuple === 0) {
    ts.hashHigh = -1
    return -1
  }
  const low = hashItems(ts, tupleItems(ts, tuple), 3)
  const high = ts.hashHigh
  DECREF(ts, tuple)
  ts.hashHigh = high
  return low
}

function range_iter(ts: ThreadState, r: Borrowed): Owned {
  const quick = newRangeIter(ts, big(ts, r, 'start'), big(ts, r, 'step'), big(ts, r, 'length'))
  if (quick !== null) return quick
  const part = (field: Field) => newref(ts, ts.mem.load(r + rangeobject[field]))
  return newLongRangeIter(ts, part('start'), part('step'), part('length'))
}

function range_reverse(ts: ThreadState, r: Borrowed): Owned {
  const step = big(ts, r, 'step')
  const length = big(ts, r, 'length')
  const start = big(ts, r, 'start') + (length - 1n) * step
  const quick = newRangeIter(ts, start, -step, length)
  if (quick !== null) return quick
  const kept = newref(ts, ts.mem.load(r + rangeobject.length))
  return newLongRangeIter(ts, newIntFromBigInt(ts, start), newIntFromBigInt(ts, -step), kept)
}

function range_reduce(ts: ThreadState, r: Borrowed): Owned {
  const args = Py_BuildTuple(
    ts,
    (['start', 'stop', 'step'] as const).map((field) => newref(ts, ts.mem.load(r + rangeobject[field]))),
  )
  return args === 0 ? 0 : PyTuple_FromArray(ts, [newref(ts, ts.types.range), args])
}

export const PyRange_Type = {
  name: 'range',
  basicsize: rangeobject.sizeof,
  flags: ['SEQUENCE'],
  slots: {
    tp_dealloc: range_dealloc,
    tp_repr: range_repr,
    tp_hash: range_hash,
    tp_richcompare: range_richcompare,
    tp_iter: range_iter,
    tp_new: range_new,
    nb_bool: (ts, r) => (safeValue(ts, ts.mem.load(r + rangeobject.length)) === 0 ? 0 : 1),
    sq_length: range_length,
    sq_item: (ts, r, index) => range_item(ts, r, BigInt(index)),
    sq_contains: range_contains,
    mp_length: range_length,
    mp_subscript: range_subscript,
  },
  members: [
    ['start', rangeobject.start],
    ['stop', rangeobject.stop],
    ['step', rangeobject.step],
  ],
  methods: [
    { name: '__reversed__', kind: 'NOARGS', call: range_reverse },
    { name: '__reduce__', kind: 'NOARGS', call: range_reduce },
    { name: 'count', kind: 'O', call: range_count },
    { name: 'index', kind: 'O', call: range_index },
  ],
} satisfies TypeSpec
