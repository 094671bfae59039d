// Objects/sliceobject.c: slice(start, stop, step). One dead slice is kept for the next.

import { FreeList, freelistPop, freelistPush } from '../heap/freelist.ts'
import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { PySliceObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyIndex_Check, PyNumber_Index } from './abstract.ts'
import { _PyArg_NoKeywords, argAt, checkPositional } from './call.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'
import { newIntFromBigInt, PyLong_AsBigInt, signedSize } from './longintrepr.ts'
import { hashFailed, Py_EQ, Py_NE, PyObject_Repr, PyObject_RichCompare, type TypeSpec } from './object.ts'
import { setBigHash, wholeHash } from './pyhash.ts'
import { hashItems } from './tuplehash.ts'
import { Py_BuildTuple, PyTuple_FromArray } from './tupleobject.ts'
import { newStr, textOf } from './unicodestorage.ts'

const FIELDS = [PySliceObject.start, PySliceObject.stop, PySliceObject.step]

/** A new slice; the three are borrowed. */
export function newSlice(ts: ThreadState, start: Borrowed, stop: Borrowed, step: Borrowed): Owned {
  const kept = freelistPop(ts, FreeList.slices)
  const o = kept !== 0 ? kept : allocate(ts, ts.types.slice, PySliceObject.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.store(o + PySliceObject.start, newref(ts, start))
  ts.mem.store(o + PySliceObject.stop, newref(ts, stop))
  ts.mem.store(o + PySliceObject.step, newref(ts, step))
  track(ts.mem, o)
  return o
}

function slice_new(ts: ThreadState, _type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  if (!_PyArg_NoKeywords(ts, 'slice', kwnames)) return 0
  if (checkPositional(ts, 'slice', nargs, 1, 3) < 0) return 0
  if (nargs === 1) return newSlice(ts, ts.none, argAt(ts, argv, 0), ts.none)
  return newSlice(ts, argAt(ts, argv, 0), argAt(ts, argv, 1), nargs === 3 ? argAt(ts, argv, 2) : ts.none)
}

function slice_dealloc(ts: ThreadState, o: number): void {
  untrack(ts.mem, o)
  CLEAR(ts, o + PySliceObject.step)
  CLEAR(ts, o + PySliceObject.start)
  CLEAR(ts, o + PySliceObject.stop)
  if (!freelistPush(ts, FreeList.slices, o)) freeObject(ts, o)
}

function slice_repr(ts: ThreadState, o: Borrowed): Owned {
  const parts: string[] = []
  for (const field of FIELDS) {
    const repr = PyObject_Repr(ts, ts.mem.load(o + field))
    if (repr === 0) return 0
    parts.push(textOf(ts, repr))
    DECREF(ts, repr)
  }
  return newStr(ts, `slice(${parts.join(', ')})`)
}

/** Slices compare as the tuples of what they hold. */
function slice_richcompare(ts: ThreadState, v: Borrowed, w: Borrowed, op: number): Owned {
  if (Py_TYPE(ts, v) !== ts.types.slice || Py_TYPE(ts, w) !== ts.types.slice) return newref(ts, ts.notImplemented)
  if (v === w) return newref(ts, op === Py_EQ || (op !== Py_NE && (op & 1) === 1) ? ts.true_ : ts.false_)
  const left = asTuple(ts, v)
  const right = left === 0 ? 0 : asTuple(ts, w)
  const result = right === 0 ? 0 : PyObject_RichCompare(ts, left, right, op)
  if (right !== 0) DECREF(ts, right)
  if (left !== 0) DECREF(ts, left)
  return result
}

function asTuple(ts: ThreadState, o: Borrowed): Owned {
  return PyTuple_FromArray(
    ts,
    FIELDS.map((field) => newref(ts, ts.mem.load(o + field))),
  )
}

/** As the tuple of what it holds. */
function slice_hash(ts: ThreadState, o: Borrowed): number {
  const low = hashItems(ts, o + PySliceObject.start, FIELDS.length)
  const whole = hashFailed(ts, low) ? null : wholeHash(ts, low)
  if (whole === null) {
    ts.hashHigh = -1
    return -1
  }
  return setBigHash(ts, whole - TUPLE_LENGTH_PART)
}

/** What a tuple's hash adds at the end for its length, 3; a slice's does not. */
const TUPLE_LENGTH_PART = 3n ^ (2870177450012600261n ^ 3527539n)

/** slice.indices(length), for lengths of any size (_PySlice_GetLongIndices). */
function slice_indices(ts: ThreadState, o: Borrowed, argv: number): Owned {
  const index = PyNumber_Index(ts, argAt(ts, argv, 0))
  if (index === 0) return 0
  const length = PyLong_AsBigInt(ts, index)
  const negative = signedSize(ts, index) < 0
  DECREF(ts, index)
  if (negative) return PyErr_Format(ts, ts.exc.ValueError, 'length should not be negative')
  const fitted = longIndices(ts, o, length)
  if (fitted === null) return 0
  const items: Owned[] = []
  for (const value of fitted) {
    const item = newIntFromBigInt(ts, value)
    if (item === 0) return 0
    items.push(item)
  }
  return Py_BuildTuple(ts, items)
}

/** Start, stop and step fitted to a length; `null` with an exception. */
export function longIndices(
  ts: ThreadState,
  o: Borrowed,
  length: bigint,
): readonly [start: bigint, stop: bigint, step: bigint] | null {
  const values: (bigint | null)[] = []
  for (const field of [PySliceObject.step, PySliceObject.start, PySliceObject.stop]) {
    const value = ts.mem.load(o + field)
    if (value === ts.none) {
      values.push(null)
      continue
    }
    if (!PyIndex_Check(ts, value)) {
      PyErr_Format(ts, ts.exc.TypeError, 'slice indices must be integers or None or have an __index__ method')
      return null
    }
    const index = PyNumber_Index(ts, value)
    if (index === 0) return null
    values.push(PyLong_AsBigInt(ts, index))
    DECREF(ts, index)
    if (field === PySliceObject.step && values[0] === 0n) {
      PyErr_Format(ts, ts.exc.ValueError, 'slice step cannot be zero')
      return null
    }
  }
  const step = values[0] ?? 1n
  const lower = step < 0n ? -1n : 0n
  const upper = step < 0n ? length - 1n : length
  const clamp = (value: bigint) => {
    const v = value < 0n ? value + length : value
    return v < lower ? lower : v > upper ? upper : v
  }
  const start = values[1] === null ? (step < 0n ? upper : lower) : clamp(values[1])
  const stop = values[2] === null ? (step < 0n ? lower : upper) : clamp(values[2])
  return [start, stop, step]
}

function slice_reduce(ts: ThreadState, o: Borrowed): Owned {
  const state = asTuple(ts, o)
  return state === 0 ? 0 : PyTuple_FromArray(ts, [newref(ts, ts.types.slice), state])
}

export const PySlice_Type = {
  name: 'slice',
  basicsize: PySliceObject.sizeof,
  flags: ['HAVE_GC'],
  slots: {
    tp_dealloc: slice_dealloc,
    tp_traverse: (ts, o, visit) => {
      visit(ts.mem.load(o + PySliceObject.start), { kind: 'field', name: 'start' })
      visit(ts.mem.load(o + PySliceObject.stop), { kind: 'field', name: 'stop' })
      visit(ts.mem.load(o + PySliceObject.step), { kind: 'field', name: 'step' })
    },
    tp_repr: slice_repr,
    tp_hash: slice_hash,
    tp_richcompare: slice_richcompare,
    tp_new: slice_new,
  },
  members: [
    ['start', PySliceObject.start],
    ['stop', PySliceObject.stop],
    ['step', PySliceObject.step],
  ],
  methods: [
    { name: 'indices', kind: 'O', call: slice_indices },
    { name: '__reduce__', kind: 'NOARGS', call: slice_reduce },
  ],
} satisfies TypeSpec
