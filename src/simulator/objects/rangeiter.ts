// Objects/rangeobject.c, the iterators: one counts in machine words, one in int objects.
// NOT CPYTHON: words here are exact up to 2**53; ranges reaching beyond use the slower iterator, from 2**63 in CPython.

import { FreeList, freelistPop, freelistPush } from '../heap/freelist.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref } from '../heap/refcount.ts'
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
])

const LIMIT = BigInt(Number.MAX_SAFE_INTEGER)

/** An iterator over `length` numbers from `start`. */
export function newRangeIter(ts: ThreadState, start: bigint, step: bigint, length: bigint): Owned {
  const end = start + length * step
  const fits = [start, step, length, end].every((v) => v <= LIMIT && v >= -LIMIT)
  return fits ? wordIter(ts, Number(start), Number(step), Number(length)) : longIter(ts, start, step, length)
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

function longIter(ts: ThreadState, start: bigint, step: bigint, length: bigint): Owned {
  const parts = [start, step, length].map((v) => newIntFromBigInt(ts, v))
  if (parts.includes(0)) return 0
  const o = allocate(ts, ts.types.longrange_iterator, ts.profile.numbers.rangeIterator)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.store(o + longrangeiterobject.start, parts[0])
  ts.mem.store(o + longrangeiterobject.step, parts[1])
  ts.mem.store(o + longrangeiterobject.len, parts[2])
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
  const field = (offset: number) => ts.mem.load(it + offset)
  const left = PyLong_AsBigInt(ts, field(longrangeiterobject.len))
  if (left <= 0n) return 0
  const value = field(longrangeiterobject.start)
  const next = newIntFromBigInt(ts, PyLong_AsBigInt(ts, value) + PyLong_AsBigInt(ts, field(longrangeiterobject.step)))
  if (next === 0) return 0
  const rest = newIntFromBigInt(ts, left - 1n)
  if (rest === 0) return 0
  const oldLength = field(longrangeiterobject.len)
  ts.mem.store(it + longrangeiterobject.start, next)
  ts.mem.store(it + longrangeiterobject.len, rest)
  DECREF(ts, oldLength)
  return value
}

function longrangeiter_dealloc(ts: ThreadState, it: number): void {
  for (const offset of [longrangeiterobject.start, longrangeiterobject.step, longrangeiterobject.len])
    DECREF(ts, ts.mem.load(it + offset))
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
      call: (ts, it) => newref(ts, ts.mem.load(it + longrangeiterobject.len)),
    },
  ],
} satisfies TypeSpec
