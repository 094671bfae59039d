// l[i], l[i:j] and assigning to or deleting them (list_subscript, list_ass_subscript in Objects/listobject.c).

import { hold, holdBlock, holdMark, release, whileOwning } from '../heap/objimpl.ts'
import { PyObject_Free, PyObject_Malloc } from '../heap/obmalloc.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { PyVarObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyIndex_Check, PyNumber_AsSsize_t, PyObject_GetIter, PySequence_List } from './abstract.ts'
import { PyErr_ExceptionMatches, PyErr_Format, PyErr_NoMemory, PyErr_Occurred } from './errors.ts'
import { list_ass_item, list_item } from './listmethods.ts'
import {
  itemsOf,
  list_ass_slice,
  list_resize,
  list_slice,
  listItems,
  newList,
  PyList_Check,
  PyList_GET_ITEM,
  PyList_GET_SIZE,
  PyList_SET_ITEM,
} from './listobject.ts'
import { typeName } from './object.ts'
import { sliceOf } from './sliceindices.ts'
import { PyTuple_Check } from './tupleobject.ts'

export function list_subscript(ts: ThreadState, l: Borrowed, key: Borrowed): Owned {
  if (PyIndex_Check(ts, key)) {
    const i = PyNumber_AsSsize_t(ts, key, ts.exc.IndexError)
    if (i === -1 && PyErr_Occurred(ts) !== 0) return 0
    return list_item(ts, l, i < 0 ? i + PyList_GET_SIZE(ts, l) : i)
  }
  if (Py_TYPE(ts, key) !== ts.types.slice) return badIndex(ts, key)
  const slice = sliceOf(ts, key, () => PyList_GET_SIZE(ts, l))
  if (slice === null) return 0
  if (slice.count === 0) return newList(ts, 0)
  if (slice.step === 1) return list_slice(ts, l, slice.start, slice.start + slice.count)
  const result = newList(ts, slice.count)
  if (result === 0) return 0
  for (let i = 0; i < slice.count; i++)
    PyList_SET_ITEM(ts, result, i, newref(ts, PyList_GET_ITEM(ts, l, slice.start + i * slice.step)))
  return result
}

function badIndex(ts: ThreadState, key: Borrowed): 0 {
  return PyErr_Format(ts, ts.exc.TypeError, `list indices must be integers or slices, not ${typeName(ts, key)}`)
}

export function list_ass_subscript(ts: ThreadState, l: Borrowed, key: Borrowed, value: Borrowed): number {
  if (PyIndex_Check(ts, key)) {
    const i = PyNumber_AsSsize_t(ts, key, ts.exc.IndexError)
    if (i === -1 && PyErr_Occurred(ts) !== 0) return -1
    return list_ass_item(ts, l, i < 0 ? i + PyList_GET_SIZE(ts, l) : i, value)
  }
  if (Py_TYPE(ts, key) !== ts.types.slice) {
    badIndex(ts, key)
    return -1
  }
  const slice = sliceOf(ts, key, () => PyList_GET_SIZE(ts, l))
  if (slice === null) return -1
  const { start, step, count } = slice
  if (value === 0 && step !== 1) return deleteSlice(ts, l, start, step, count)
  if (value === 0) return list_ass_slice(ts, l, start, slice.stop, 0)
  const message = step === 1 ? ts.profile.containers.assignNotIterable : 'must assign iterable to extended slice'
  const sequence = value === l ? list_slice(ts, l, 0, PyList_GET_SIZE(ts, l)) : PySequence_Fast(ts, value, message)
  if (sequence === 0) return -1
  const mark = holdMark(ts)
  hold(ts, sequence)
  const twice = step === 1 && ts.profile.containers.sliceHoldsTwice
  if (twice) hold(ts, newref(ts, sequence))
  const result =
    step === 1 ? list_ass_slice(ts, l, start, slice.stop, sequence) : assignSlice(ts, l, start, step, count, sequence)
  release(ts, mark)
  if (twice) DECREF(ts, sequence)
  DECREF(ts, sequence)
  return result
}

/** The object itself if it is a list or tuple, else a list of what it gives; TypeError(message) if it gives nothing. */
export function PySequence_Fast(ts: ThreadState, o: Borrowed, message: string): Owned {
  const type = Py_TYPE(ts, o)
  if (type === ts.types.list || type === ts.types.tuple || PyList_Check(ts, o) || PyTuple_Check(ts, o))
    return newref(ts, o)
  const iterator = PyObject_GetIter(ts, o)
  if (iterator === 0) {
    if (PyErr_ExceptionMatches(ts, ts.exc.TypeError)) PyErr_Format(ts, ts.exc.TypeError, message)
    return 0
  }
  const list = whileOwning(ts, iterator, () => PySequence_List(ts, iterator))
  return list
}

function deleteSlice(ts: ThreadState, l: Borrowed, start: number, step: number, count: number): number {
  if (count === 0) return 0
  const mem = ts.mem
  const first = step < 0 ? start + step * (count - 1) : start
  const stride = Math.abs(step)
  const size = PyList_GET_SIZE(ts, l)
  const items = listItems(ts, l)
  const garbage = PyObject_Malloc(mem, count * 8)
  if (garbage === 0) {
    PyErr_NoMemory(ts)
    return -1
  }
  for (let i = 0; i < count; i++) {
    const at = first + i * stride
    mem.store(garbage + i * 8, mem.load(items + at * 8))
    const upTo = i === count - 1 ? size : at + stride
    mem.copy(items + (at - i) * 8, items + (at + 1) * 8, (upTo - at - 1) * 8)
  }
  mem.store(l + PyVarObject.ob_size, size - count)
  const result = list_resize(ts, l, size - count)
  discard(ts, garbage, count)
  return result
}

function assignSlice(
  ts: ThreadState,
  l: Borrowed,
  start: number,
  step: number,
  count: number,
  sequence: Borrowed,
): number {
  const mem = ts.mem
  const n = mem.load(sequence + PyVarObject.ob_size)
  if (n !== count) {
    const message = `attempt to assign sequence of size ${n} to extended slice of size ${count}`
    PyErr_Format(ts, ts.exc.ValueError, message)
    return -1
  }
  if (count === 0) return 0
  const garbage = PyObject_Malloc(mem, count * 8)
  if (garbage === 0) {
    PyErr_NoMemory(ts)
    return -1
  }
  const items = listItems(ts, l)
  const from = itemsOf(ts, sequence)
  for (let i = 0; i < count; i++) {
    const at = items + (start + i * step) * 8
    mem.store(garbage + i * 8, mem.load(at))
    mem.store(at, newref(ts, mem.load(from + i * 8)))
  }
  discard(ts, garbage, count)
  return 0
}

/** Gives up the references in a block, first to last, then the block. */
function discard(ts: ThreadState, block: number, n: number): void {
  const { mem } = ts
  const mark = holdMark(ts)
  holdBlock(ts, block, n)
  for (let i = 0; i < n; i++) CLEAR(ts, block + i * 8)
  release(ts, mark)
  PyObject_Free(mem, block)
}
