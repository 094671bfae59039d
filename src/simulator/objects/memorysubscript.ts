// Objects/memoryobject.c: v[i], v[i:j] and assigning through them.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, Py_TYPE } from '../heap/refcount.ts'
import { PyMemoryViewObject as V } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyIndex_Check, PyNumber_AsSsize_t } from './abstract.ts'
import { bytesLike } from './buffer.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from './errors.ts'
import { newInt } from './longintrepr.ts'
import { addView, inUse, setShape, viewLength, viewText } from './memoryviews.ts'
import { sliceOf } from './sliceindices.ts'
import { PyTuple_Check, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'

/** sq_item. */
export function memory_item(ts: ThreadState, o: Borrowed, index: number): Owned {
  if (!inUse(ts, o)) return 0
  const i = fitted(ts, o, index)
  return i < 0 ? 0 : newInt(ts, viewText(ts, o).charCodeAt(i))
}

/** An index counted from the end if it is negative; -1 with IndexError. */
function fitted(ts: ThreadState, o: Borrowed, index: number): number {
  const n = viewLength(ts, o)
  const i = index < 0 ? index + n : index
  if (i >= 0 && i < n) return i
  PyErr_Format(ts, ts.exc.IndexError, 'index out of bounds on dimension 1')
  return -1
}

/** A key that is a tuple of numbers or of slices: the one number in it as a key, or 0 with an exception; -1: no tuple. */
function tupleKey(ts: ThreadState, key: Borrowed, ofSlices: string): Borrowed {
  if (!PyTuple_Check(ts, key)) return -1
  const n = PyTuple_GET_SIZE(ts, key)
  const items = Array.from({ length: n }, (_, i) => PyTuple_GET_ITEM(ts, key, i))
  if (items.every((item) => PyIndex_Check(ts, item))) {
    if (n === 1) return items[0]
    // CPython raises these words itself: a view of one dimension has nothing inside it.
    if (n === 0) return PyErr_Format(ts, ts.exc.NotImplementedError, 'sub-views are not implemented')
    return PyErr_Format(ts, ts.exc.TypeError, `cannot index 1-dimension view with ${n}-element tuple`)
  }
  if (!items.every((item) => Py_TYPE(ts, item) === ts.types.slice)) return -1
  return PyErr_Format(ts, ts.exc.NotImplementedError, ofSlices)
}

export function memory_subscript(ts: ThreadState, o: Borrowed, key: Borrowed): Owned {
  if (!inUse(ts, o)) return 0
  if (PyIndex_Check(ts, key)) {
    const index = PyNumber_AsSsize_t(ts, key, ts.exc.IndexError)
    return index === -1 && PyErr_Occurred(ts) !== 0 ? 0 : memory_item(ts, o, index)
  }
  if (Py_TYPE(ts, key) === ts.types.slice) {
    const sliced = addView(ts, ts.mem.load(o + V.mbuf), o)
    if (sliced === 0) return 0
    const mark = holdMark(ts)
    hold(ts, sliced)
    const slice = sliceOf(ts, key, () => viewLength(ts, o))
    release(ts, mark)
    if (slice === null) return dropped(ts, sliced)
    const stride = ts.mem.load(o + V.stride0)
    setShape(ts, sliced, ts.mem.load(o + V.buf) + slice.start * stride, slice.count, stride * slice.step)
    return sliced
  }
  const inner = tupleKey(ts, key, 'multi-dimensional slicing is not implemented')
  if (inner > 0) return memory_subscript(ts, o, inner)
  return inner === 0 ? 0 : PyErr_Format(ts, ts.exc.TypeError, 'memoryview: invalid slice key')
}

function dropped(ts: ThreadState, o: Owned): 0 {
  DECREF(ts, o)
  return 0
}

/** mp_ass_subscript: 0 ok, -1 error. */
export function memory_ass_sub(ts: ThreadState, o: Borrowed, key: Borrowed, value: Borrowed): number {
  if (!inUse(ts, o)) return -1
  if (ts.mem.load(o + V.readonly) !== 0) return typeError(ts, 'cannot modify read-only memory')
  if (value === 0) return typeError(ts, 'cannot delete memory')
  if (PyIndex_Check(ts, key)) {
    const index = PyNumber_AsSsize_t(ts, key, ts.exc.IndexError)
    if (index === -1 && PyErr_Occurred(ts) !== 0) return -1
    const i = fitted(ts, o, index)
    return i < 0 ? -1 : pack(ts, o, i, value)
  }
  if (Py_TYPE(ts, key) === ts.types.slice) return assignSlice(ts, o, key, value)
  const inner = tupleKey(ts, key, 'memoryview slice assignments are currently restricted to ndim = 1')
  if (inner > 0) return memory_ass_sub(ts, o, inner, value)
  return inner === 0 ? -1 : typeError(ts, 'memoryview: invalid slice key')
}

function typeError(ts: ThreadState, message: string): -1 {
  PyErr_Format(ts, ts.exc.TypeError, message)
  return -1
}

/** pack_single for format 'B'. */
function pack(ts: ThreadState, o: Borrowed, i: number, value: Borrowed): number {
  const byte = PyNumber_AsSsize_t(ts, value, ts.exc.OverflowError)
  const failed = byte === -1 && PyErr_Occurred(ts) !== 0
  if (failed && PyErr_ExceptionMatches(ts, ts.exc.TypeError)) {
    PyErr_Clear(ts)
    return typeError(ts, "memoryview: invalid type for format 'B'")
  }
  if (failed && !PyErr_ExceptionMatches(ts, ts.exc.OverflowError)) return -1
  if (failed) PyErr_Clear(ts)
  if (byte < 0 || byte > 255) {
    PyErr_Format(ts, ts.exc.ValueError, "memoryview: invalid value for format 'B'")
    return -1
  }
  // The number's `__index__` may have released the view.
  if (!inUse(ts, o)) return -1
  ts.mem.storeByte(ts.mem.load(o + V.buf) + i * ts.mem.load(o + V.stride0), byte)
  return 0
}

function assignSlice(ts: ThreadState, o: Borrowed, key: Borrowed, value: Borrowed): number {
  const text = bytesLike(ts, value, true)
  if (text === null) return -1
  const slice = sliceOf(ts, key, () => viewLength(ts, o))
  if (slice === null) return -1
  if (slice.count !== text.length) {
    const message = 'memoryview assignment: lvalue and rvalue have different structures'
    PyErr_Format(ts, ts.exc.ValueError, message)
    return -1
  }
  const stride = ts.mem.load(o + V.stride0)
  const first = ts.mem.load(o + V.buf) + slice.start * stride
  for (let i = 0; i < text.length; i++) ts.mem.storeByte(first + i * stride * slice.step, text.charCodeAt(i))
  return 0
}
