// b[i], b[i:j] and assigning to or deleting them (bytearray_subscript, bytearray_ass_subscript, bytearray_setslice_linear
// in Objects/bytearrayobject.c).

import { whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, Py_TYPE } from '../heap/refcount.ts'
import { PyByteArrayObject as B } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyIndex_Check, PyNumber_AsSsize_t, PyNumber_Check } from './abstract.ts'
import { PyBuffer_Release, PyObject_CheckBuffer, PyObject_GetBuffer } from './buffer.ts'
import {
  byteArrayText,
  bytesStart,
  canResize,
  moveBytes,
  newByteArray,
  PyByteArray_Check,
  PyByteArray_GET_SIZE,
  PyByteArray_Resize,
  writeBytes,
} from './bytearraystorage.ts'
import { byteValue } from './byteslike.ts'
import { callOneArg } from './call.ts'
import { PyErr_Format, PyErr_Occurred } from './errors.ts'
import { newInt } from './longintrepr.ts'
import { PyUnicode_Check, typeName } from './object.ts'
import { type FittedSlice, sliceOf } from './sliceindices.ts'

function outOfRange(ts: ThreadState): 0 {
  return PyErr_Format(ts, ts.exc.IndexError, 'bytearray index out of range')
}

function badIndex(ts: ThreadState, key: Borrowed): 0 {
  return PyErr_Format(ts, ts.exc.TypeError, `bytearray indices must be integers or slices, not ${typeName(ts, key)}`)
}

export function bytearray_getitem(ts: ThreadState, o: Borrowed, index: number): Owned {
  if (index < 0 || index >= PyByteArray_GET_SIZE(ts, o)) return outOfRange(ts)
  return newInt(ts, ts.mem.loadByte(bytesStart(ts, o) + index))
}

export function bytearray_subscript(ts: ThreadState, o: Borrowed, key: Borrowed): Owned {
  if (PyIndex_Check(ts, key)) {
    const i = PyNumber_AsSsize_t(ts, key, ts.exc.IndexError)
    if (i === -1 && PyErr_Occurred(ts) !== 0) return 0
    return bytearray_getitem(ts, o, i < 0 ? i + PyByteArray_GET_SIZE(ts, o) : i)
  }
  if (Py_TYPE(ts, key) !== ts.types.slice) return badIndex(ts, key)
  const slice = sliceOf(ts, key, () => PyByteArray_GET_SIZE(ts, o))
  if (slice === null) return 0
  const text = byteArrayText(ts, o)
  if (slice.step === 1) return newByteArray(ts, text.slice(slice.start, slice.start + slice.count))
  let result = ''
  for (let i = 0; i < slice.count; i++) result += text[slice.start + i * slice.step]
  return newByteArray(ts, result)
}

export function bytearray_setitem(ts: ThreadState, o: Borrowed, index: number, value: Borrowed): number {
  const byte = value === 0 ? 0 : byteValue(ts, value)
  if (byte === null) return -1
  const i = index < 0 ? index + PyByteArray_GET_SIZE(ts, o) : index
  if (i < 0 || i >= PyByteArray_GET_SIZE(ts, o)) {
    outOfRange(ts)
    return -1
  }
  if (value === 0) return setSliceLinear(ts, o, i, i + 1, '')
  ts.mem.storeByte(bytesStart(ts, o) + i, byte)
  return 0
}

export function bytearray_ass_subscript(ts: ThreadState, o: Borrowed, key: Borrowed, value: Borrowed): number {
  if (PyIndex_Check(ts, key)) {
    const i = PyNumber_AsSsize_t(ts, key, ts.exc.IndexError)
    if (i === -1 && PyErr_Occurred(ts) !== 0) return -1
    return bytearray_setitem(ts, o, i, value)
  }
  if (Py_TYPE(ts, key) !== ts.types.slice) {
    badIndex(ts, key)
    return -1
  }
  const slice = sliceOf(ts, key, () => PyByteArray_GET_SIZE(ts, o))
  if (slice === null) return -1
  if (value === 0) return setSlice(ts, o, slice, '')
  if (value !== o && PyByteArray_Check(ts, value)) return setSlice(ts, o, slice, byteArrayText(ts, value))
  if (PyNumber_Check(ts, value) || PyUnicode_Check(ts, value)) {
    const message = 'can assign only bytes, buffers, or iterables of ints in range(0, 256)'
    PyErr_Format(ts, ts.exc.TypeError, message)
    return -1
  }
  const copy = callOneArg(ts, ts.types.bytearray, value)
  if (copy === 0) return -1
  const status = whileOwning(ts, copy, () => bytearray_ass_subscript(ts, o, key, copy))
  return status
}

function setSlice(ts: ThreadState, o: Borrowed, slice: FittedSlice, text: string): number {
  const { start, step, count } = slice
  // b[5:2] = ... inserts before 5.
  const crossed = step < 0 ? start < slice.stop : start > slice.stop
  if (step === 1) return setSliceLinear(ts, o, start, crossed ? start : slice.stop, text)
  if (text === '') return deleteSlice(ts, o, start, step, count)
  if (text.length !== count) {
    const message = `attempt to assign bytes of size ${text.length} to extended slice of size ${count}`
    PyErr_Format(ts, ts.exc.ValueError, message)
    return -1
  }
  for (let i = 0; i < count; i++) ts.mem.storeByte(bytesStart(ts, o) + start + i * step, text.charCodeAt(i))
  return 0
}

function deleteSlice(ts: ThreadState, o: Borrowed, start: number, step: number, count: number): number {
  if (!canResize(ts, o)) return -1
  if (count === 0) return 0
  const text = byteArrayText(ts, o)
  const gone = new Set(Array.from({ length: count }, (_, i) => start + i * step))
  let left = ''
  for (let i = 0; i < text.length; i++) if (!gone.has(i)) left += text[i]
  writeBytes(ts, bytesStart(ts, o), left)
  return PyByteArray_Resize(ts, o, left.length)
}

/** bytearray_setslice_linear: puts `text` where the bytes from `lo` to `hi` are. 0 ok, -1 error. */
function setSliceLinear(ts: ThreadState, o: Borrowed, lo: number, hi: number, text: string): number {
  const { mem } = ts
  const size = PyByteArray_GET_SIZE(ts, o)
  const growth = text.length - (hi - lo)
  if (growth < 0) {
    if (!canResize(ts, o)) return -1
    const start = bytesStart(ts, o)
    // At the beginning nothing is moved: the bytes begin further behind.
    if (lo === 0) mem.store(o + B.ob_start, start - growth)
    else moveBytes(ts, start + lo + text.length, start + hi, size - hi)
    if (PyByteArray_Resize(ts, o, size + growth) < 0) {
      if (lo === 0) mem.store(o + B.ob_start, start)
      else mem.store(o + B.ob_size, size + growth)
      return -1
    }
  } else if (growth > 0) {
    if (PyByteArray_Resize(ts, o, size + growth) < 0) return -1
    const start = bytesStart(ts, o)
    moveBytes(ts, start + lo + text.length, start + hi, size - hi)
  }
  writeBytes(ts, bytesStart(ts, o) + lo, text)
  return 0
}

/** bytearray_setslice at the end: appends the bytes of a buffer. */
export function appendBuffer(ts: ThreadState, o: Borrowed, values: Borrowed): number {
  if (values === o) {
    const copy = newByteArray(ts, byteArrayText(ts, o))
    if (copy === 0) return -1
    const status = appendBuffer(ts, o, copy)
    DECREF(ts, copy)
    return status
  }
  const text = PyObject_CheckBuffer(ts, values) ? PyObject_GetBuffer(ts, values) : null
  if (text === null) {
    PyErr_Format(ts, ts.exc.TypeError, `can't set bytearray slice from ${typeName(ts, values)}`)
    return -1
  }
  const size = PyByteArray_GET_SIZE(ts, o)
  const status = setSliceLinear(ts, o, size, size, text)
  PyBuffer_Release(ts, values)
  return status
}
