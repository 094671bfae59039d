// Modules/arraymodule.c: a[i], a[i:j:k] and assigning to or deleting them.

import type { ThreadState } from '../../heap/pystate.ts'
import { DECREF, Py_TYPE } from '../../heap/refcount.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyIndex_Check, PyNumber_AsSsize_t } from '../../objects/abstract.ts'
import { PyErr_Format, PyErr_Occurred } from '../../objects/errors.ts'
import { typeName } from '../../objects/object.ts'
import { type FittedSlice, sliceOf } from '../../objects/sliceindices.ts'
import {
  array_Check,
  array_resize,
  array_slice,
  badArgument,
  canResize,
  deleteItems,
  descriptorOf,
  getItem,
  moveBytes,
  newLike,
  place,
  sameKind,
  setItem,
  size,
} from './arraystorage.ts'

/** sq_item. */
export function array_item(ts: ThreadState, a: Borrowed, index: number): Owned {
  if (index >= 0 && index < size(ts, a)) return getItem(ts, a, index)
  return PyErr_Format(ts, ts.exc.IndexError, 'array index out of range')
}

/** sq_ass_item: `value` 0 deletes. */
export function array_ass_item(ts: ThreadState, a: Borrowed, index: number, value: Borrowed): number {
  if (index < 0 || index >= size(ts, a)) return outOfRange(ts)
  return value === 0 ? deleteItems(ts, a, index, index + 1) : setItem(ts, a, index, value)
}

function outOfRange(ts: ThreadState): -1 {
  PyErr_Format(ts, ts.exc.IndexError, 'array assignment index out of range')
  return -1
}

/** An index from the beginning, which may be out of range; `null` with an exception. */
function indexOf(ts: ThreadState, a: Borrowed, key: Borrowed): number | null {
  const index = PyNumber_AsSsize_t(ts, key, ts.exc.IndexError)
  if (index === -1 && PyErr_Occurred(ts) !== 0) return null
  return index < 0 ? index + size(ts, a) : index
}

/** mp_subscript. */
export function array_subscr(ts: ThreadState, a: Borrowed, key: Borrowed): Owned {
  if (PyIndex_Check(ts, key)) {
    const index = indexOf(ts, a, key)
    return index === null ? 0 : array_item(ts, a, index)
  }
  if (Py_TYPE(ts, key) !== ts.types.slice) return PyErr_Format(ts, ts.exc.TypeError, 'array indices must be integers')
  const slice = sliceOf(ts, key, () => size(ts, a))
  if (slice === null) return 0
  const { start, step, count } = slice
  if (count <= 0) return newLike(ts, a, 0)
  if (step === 1) return array_slice(ts, a, start, start + count)
  const result = newLike(ts, a, count)
  const { itemsize } = descriptorOf(ts, a)
  if (result !== 0)
    for (let i = 0; i < count; i++) moveBytes(ts, place(ts, result, i), place(ts, a, start + i * step), itemsize)
  return result
}

/** mp_ass_subscript: 0 ok, -1 error. */
export function array_ass_subscr(ts: ThreadState, a: Borrowed, key: Borrowed, value: Borrowed): number {
  let slice: FittedSlice | null
  if (PyIndex_Check(ts, key)) {
    const index = indexOf(ts, a, key)
    if (index === null) return -1
    if (index < 0 || index >= size(ts, a)) return outOfRange(ts)
    if (value !== 0) return setItem(ts, a, index, value)
    slice = { start: index, stop: index + 1, step: 1, count: 1 }
  } else if (Py_TYPE(ts, key) === ts.types.slice) {
    slice = sliceOf(ts, key, () => size(ts, a))
    if (slice === null) return -1
  } else {
    PyErr_Format(ts, ts.exc.TypeError, 'array indices must be integers')
    return -1
  }
  if (value !== 0 && !array_Check(ts, value)) {
    const message = `can only assign array (not "${typeName(ts, value)}") to array slice`
    PyErr_Format(ts, ts.exc.TypeError, message)
    return -1
  }
  if (value === a) {
    const copy = array_slice(ts, a, 0, size(ts, a))
    if (copy === 0) return -1
    const status = array_ass_subscr(ts, a, key, copy)
    DECREF(ts, copy)
    return status
  }
  if (value !== 0 && !sameKind(ts, a, value)) {
    badArgument(ts)
    return -1
  }
  return assignSlice(ts, a, slice, value)
}

function assignSlice(ts: ThreadState, a: Borrowed, slice: FittedSlice, other: Borrowed): number {
  const { start, step, count } = slice
  const needed = other === 0 ? 0 : size(ts, other)
  const { itemsize } = descriptorOf(ts, a)
  // a[5:2] = ... inserts before 5.
  const stop = (step > 0 && slice.stop < start) || (step < 0 && slice.stop > start) ? start : slice.stop
  if ((needed === 0 || count !== needed) && !canResize(ts, a)) return -1
  const n = size(ts, a)
  if (step === 1) {
    const shift = () => moveBytes(ts, place(ts, a, start + needed), place(ts, a, stop), (n - stop) * itemsize)
    if (count > needed) shift()
    if (count !== needed && array_resize(ts, a, n + needed - count) < 0) return -1
    if (count < needed) shift()
    if (needed > 0) moveBytes(ts, place(ts, a, start), place(ts, other, 0), needed * itemsize)
    return 0
  }
  if (needed === 0) return deleteSlice(ts, a, slice)
  if (needed !== count) {
    const message = `attempt to assign array of size ${needed} to extended slice of size ${count}`
    PyErr_Format(ts, ts.exc.ValueError, message)
    return -1
  }
  for (let i = 0; i < count; i++) moveBytes(ts, place(ts, a, start + i * step), place(ts, other, i), itemsize)
  return 0
}

function deleteSlice(ts: ThreadState, a: Borrowed, slice: FittedSlice): number {
  const { count } = slice
  const step = Math.abs(slice.step)
  const start = slice.step < 0 ? slice.start + slice.step * (count - 1) : slice.start
  const { itemsize } = descriptorOf(ts, a)
  const n = size(ts, a)
  for (let i = 0; i < count; i++) {
    const gone = start + i * step
    const next = i + 1 < count ? gone + step : n
    moveBytes(ts, place(ts, a, gone - i), place(ts, a, gone + 1), (next - gone - 1) * itemsize)
  }
  return array_resize(ts, a, n - count)
}
