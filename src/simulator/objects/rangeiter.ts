// Objects/rangeobject.c, the iterators: one counts in machine words, one in int objects.
// NOT CPYTHON: words here are exact up to 2**53; ranges reaching beyond use the slower iterator, from 2**63 in CPython.

import { FreeList, freelistPop, freelistPush } from '../heap/freelist.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, SETREF, XDECREF } from '../heap/refcount.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { argAt, callArgs } from './call.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'
import { reduced, reducing } from './iterreduce.ts'
import { newInt, newIntFromBigInt, PyLong_AsBigInt, PyLong_Check } from './longintrepr.ts'
import { ssizeArgument } from './longnumber.ts'
import { type TypeSpec, typeName } from './object.ts'

/** `len` counts what is left; up to 3.12 a field follows that CPython uses for the position. */
export const rangeiterobject = layout(PyObject.sizeof, [
  ['start', 'ssize'],
  ['step', 'ssize'],
  ['len', 'ssize'],
])

/** In that field: where the range began. */
const FIRST = rangeiterobject.sizeof

const longrangeiterobject = layout(PyObject.sizeof, [
  ['start', 'ptr'],
  ['step', 'ptr'],
  ['len', 'ptr'],
  // Where the profile's iterator indexes (`longRangeIndexes`).
  ['index', 'ptr'],
])

const LIMIT = BigInt(Number.MAX_SAFE_INTEGER)

/** An iterator over `length` numbers from `start` in machine words; `null` where they are too large for that. */
export function newRangeIter(ts: ThreadState, start: bigint, step: bigint, length: bigint): Owned | null {
  const end = start + length * step
  const fits = [start, step, length, end].every((v) => v <= LIMIT && v >= -LIMIT)
  return fits ? wordIter(ts, Number(start), Number(step), Number(length)) : null
}

function wordIter(ts: ThreadState, start: number, step: number, length: number): Owned {
  const kept = freelistPop(ts, FreeList.range_iters)
  const o = kept !== 0 ? kept : allocate(ts, ts.types.range_iterator, ts.profile.numbers.rangeIterator)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.storeWide(o + rangeiterobject.start, start)
  ts.mem.storeWide(o + rangeiterobject.step, step)
  ts.mem.storeWide(o + rangeiterobject.len, length)
  if (ts.profile.numbers.longRangeIndexes) ts.mem.storeWide(o + FIRST, start)
  return o
}

/** The same in int objects, which are taken. */
export function newLongRangeIter(ts: ThreadState, start: Owned, step: Owned, length: Owned): Owned {
  if (start === 0 || step === 0 || length === 0) return 0
  const o = allocate(ts, ts.types.longrange_iterator, ts.profile.numbers.rangeIterator)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.store(o + longrangeiterobject.start, start)
  ts.mem.store(o + longrangeiterobject.step, step)
  ts.mem.store(o + longrangeiterobject.len, length)
  if (ts.profile.numbers.longRangeIndexes) ts.mem.store(o + longrangeiterobject.index, newInt(ts, 0))
  return o
}

/** The next number of a range iterator; 0 when it is exhausted. */
export function rangeiter_next(ts: ThreadState, it: Borrowed): Owned {
  const left = ts.mem.loadWide(it + rangeiterobject.len)
  if (left <= 0) return 0
  const value = ts.mem.loadWide(it + rangeiterobject.start)
  ts.mem.storeWide(it + rangeiterobject.start, value + ts.mem.loadWide(it + rangeiterobject.step))
  ts.mem.storeWide(it + rangeiterobject.len, left - 1)
  return newInt(ts, value)
}

function rangeiter_dealloc(ts: ThreadState, it: number): void {
  if (!freelistPush(ts, FreeList.range_iters, it)) freeObject(ts, it)
}

function longrangeiter_next(ts: ThreadState, it: Borrowed): Owned {
  if (ts.profile.numbers.longRangeIndexes) return nextByIndex(ts, it)
  const left = big(ts, it, 'len')
  if (left <= 0n) return 0
  const value = ts.mem.load(it + longrangeiterobject.start)
  const next = newIntFromBigInt(ts, PyLong_AsBigInt(ts, value) + big(ts, it, 'step'))
  if (next === 0) return 0
  const rest = newIntFromBigInt(ts, left - 1n)
  if (rest === 0) {
    DECREF(ts, next)
    return 0
  }
  ts.mem.store(it + longrangeiterobject.start, next)
  SETREF(ts, it + longrangeiterobject.len, rest)
  return value
}

function nextByIndex(ts: ThreadState, it: Borrowed): Owned {
  const index = big(ts, it, 'index')
  if (index >= big(ts, it, 'len')) return 0
  const value = newIntFromBigInt(ts, big(ts, it, 'start') + index * big(ts, it, 'step'))
  const next = value === 0 ? 0 : newIntFromBigInt(ts, index + 1n)
  if (next === 0) {
    XDECREF(ts, value)
    return 0
  }
  SETREF(ts, it + longrangeiterobject.index, next)
  return value
}

/** How many are left. */
function longrangeiter_len(ts: ThreadState, it: Borrowed): Owned {
  if (!ts.profile.numbers.longRangeIndexes) return newref(ts, ts.mem.load(it + longrangeiterobject.len))
  return newIntFromBigInt(ts, big(ts, it, 'len') - big(ts, it, 'index'))
}

function big(ts: ThreadState, it: Borrowed, field: 'start' | 'step' | 'len' | 'index'): bigint {
  return PyLong_AsBigInt(ts, ts.mem.load(it + longrangeiterobject[field]))
}

function longrangeiter_dealloc(ts: ThreadState, it: number): void {
  if (ts.profile.numbers.longRangeIndexes) CLEAR(ts, it + longrangeiterobject.index)
  for (const offset of [longrangeiterobject.start, longrangeiterobject.step, longrangeiterobject.len])
    CLEAR(ts, it + offset)
  freeObject(ts, it)
}

/** `__reduce__`: of the whole range and the position, or of what is left and None. */
function reduceNumbers(ts: ThreadState, start: bigint, step: bigint, length: bigint, index: bigint): Owned {
  const whole = ts.profile.numbers.longRangeIndexes
  const from = whole ? start : start + index * step
  const args = [from, start + length * step, step].map((n) => newIntFromBigInt(ts, n))
  const range = callArgs(ts, ts.types.range, args)
  for (const arg of args) DECREF(ts, arg)
  return range && reduced(ts, 'iter', [range], [whole ? newIntFromBigInt(ts, index) : newref(ts, ts.none)])
}

function rangeiter_reduce(ts: ThreadState, it: Borrowed): Owned {
  const [now, step, left] = [rangeiterobject.start, rangeiterobject.step, rangeiterobject.len].map((at) =>
    BigInt(ts.mem.loadWide(it + at)),
  )
  const start = ts.profile.numbers.longRangeIndexes ? BigInt(ts.mem.loadWide(it + FIRST)) : now
  const index = (now - start) / step
  return reduceNumbers(ts, start, step, index + left, index)
}

function longrangeiter_reduce(ts: ThreadState, it: Borrowed): Owned {
  const index = ts.profile.numbers.longRangeIndexes ? big(ts, it, 'index') : 0n
  return reduceNumbers(ts, big(ts, it, 'start'), big(ts, it, 'step'), big(ts, it, 'len'), index)
}

/** `__setstate__`: how far it has come, from where it is or (where it has an index) from the beginning. */
function setPosition(ts: ThreadState, it: Borrowed, argv: number): Owned {
  const wanted = ssizeArgument(ts, argAt(ts, argv, 0))
  if (wanted === null) return 0
  const { mem } = ts
  const [start, step, len] = [rangeiterobject.start, rangeiterobject.step, rangeiterobject.len].map((at) => it + at)
  const first = ts.profile.numbers.longRangeIndexes ? mem.loadWide(it + FIRST) : mem.loadWide(start)
  const length = mem.loadWide(len) + (mem.loadWide(start) - first) / mem.loadWide(step)
  const index = Math.max(0, Math.min(wanted, length))
  mem.storeWide(start, first + index * mem.loadWide(step))
  mem.storeWide(len, length - index)
  return newref(ts, ts.none)
}

function setLongPosition(ts: ThreadState, it: Borrowed, argv: number): Owned {
  const state = argAt(ts, argv, 0)
  if (!PyLong_Check(ts, state))
    return PyErr_Format(ts, ts.exc.TypeError, `state must be an int, not ${typeName(ts, state)}`)
  const wanted = PyLong_AsBigInt(ts, state)
  const length = big(ts, it, 'len')
  const index = wanted < 0n ? 0n : wanted > length ? length : wanted
  const set = (field: 'start' | 'len' | 'index', value: bigint) =>
    SETREF(ts, it + longrangeiterobject[field], newIntFromBigInt(ts, value))
  if (ts.profile.numbers.longRangeIndexes) set('index', index)
  else {
    set('start', big(ts, it, 'start') + index * big(ts, it, 'step'))
    set('len', length - index)
  }
  return newref(ts, ts.none)
}

export const PyRangeIter_Type = {
  name: 'range_iterator',
  basicsize: (profile) => profile.numbers.rangeIterator,
  flags: [],
  slots: { tp_dealloc: rangeiter_dealloc, tp_iter: newref, tp_iternext: rangeiter_next },
  methods: [
    {
      name: '__length_hint__',
      kind: 'NOARGS',
      call: (ts, it) => newInt(ts, ts.mem.loadWide(it + rangeiterobject.len)),
    },
    reducing(rangeiter_reduce),
    { name: '__setstate__', kind: 'O', call: setPosition },
  ],
} satisfies TypeSpec

export const PyLongRangeIter_Type = {
  name: 'longrange_iterator',
  basicsize: (profile) => profile.numbers.rangeIterator,
  flags: [],
  slots: { tp_dealloc: longrangeiter_dealloc, tp_iter: newref, tp_iternext: longrangeiter_next },
  methods: [
    {
      name: '__length_hint__',
      kind: 'NOARGS',
      call: longrangeiter_len,
    },
    reducing(longrangeiter_reduce),
    { name: '__setstate__', kind: 'O', call: setLongPosition },
  ],
} satisfies TypeSpec
