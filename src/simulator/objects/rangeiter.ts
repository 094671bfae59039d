// Objects/rangeobject.c, the iterators: one counts in machine words, one in int objects.
// NOT CPYTHON: words here are exact up to 2**53; ranges reaching beyond use the slower iterator, from 2**63 in CPython.

import { FreeList, freelistPop, freelistPush } from '../heap/freelist.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, SETREF, XDECREF } from '../heap/refcount.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyErr_NoMemory } from './errors.ts'
import { newInt, newIntFromBigInt, PyLong_AsBigInt } from './longintrepr.ts'
import type { TypeSpec } from './object.ts'

/** `len` counts what is left; up to 3.12 a field follows that CPython uses for the position. */
const rangeiterobject = layout(PyObject.sizeof, [
  ['start', 'ssize'],
  ['step', 'ssize'],
  ['len', 'ssize'],
])

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
  ],
} satisfies TypeSpec
