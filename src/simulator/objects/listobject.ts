// Objects/listobject.c: a row of references in a block of its own that grows ahead of need. Here: birth and death,
// growth, and what other native code asks of a list; the methods are in listmethods.ts, sorting in listsort.ts.

import { FreeList, freelistPop, freelistPush } from '../heap/freelist.ts'
import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject, hold, holdBlock, holdMark, release, whileOwning } from '../heap/objimpl.ts'
import { PyObject_Free, PyObject_Malloc, PyObject_Realloc } from '../heap/obmalloc.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE, TPFLAGS, typeFlags, XDECREF } from '../heap/refcount.ts'
import { PyListObject, PyVarObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyErr_NoMemory } from './errors.ts'
import { list_extend } from './listextend.ts'
import { fromMemory } from './tupleobject.ts'

export { PyList_Type } from './listmethods.ts'
export { PyList_Sort } from './listsort.ts'

/** Whether the object is a list (or of a subclass). */
export function PyList_Check(ts: ThreadState, o: Borrowed): boolean {
  return (typeFlags(ts, Py_TYPE(ts, o)) & TPFLAGS.LIST_SUBCLASS) !== 0
}

/** PyList_New: a list of `n` empty places with exactly that capacity. Fill them with PyList_SET_ITEM. */
export function newList(ts: ThreadState, n: number): Owned {
  const mem = ts.mem
  if (n * 8 > ts.budgets.memory) return PyErr_NoMemory(ts)
  const kept = freelistPop(ts, FreeList.lists)
  const o = kept !== 0 ? kept : allocate(ts, ts.types.list, PyListObject.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  mem.store(o + PyListObject.ob_item, 0)
  mem.store(o + PyVarObject.ob_size, 0)
  mem.store(o + PyListObject.allocated, 0)
  if (n > 0) {
    const items = PyObject_Malloc(mem, n * 8)
    if (items === 0) {
      DECREF(ts, o)
      return PyErr_NoMemory(ts)
    }
    mem.clear(items, n * 8)
    mem.store(o + PyListObject.ob_item, items)
    mem.store(o + PyVarObject.ob_size, n)
    mem.store(o + PyListObject.allocated, n)
  }
  track(mem, o)
  return o
}

export function PyList_GET_SIZE(ts: ThreadState, l: Borrowed): number {
  return ts.mem.words[(l + PyVarObject.ob_size) >> 2]
}

export function PyList_GET_ITEM(ts: ThreadState, l: Borrowed, i: number): Borrowed {
  const words = ts.mem.words
  return words[(words[(l + PyListObject.ob_item) >> 2] + i * 8) >> 2]
}

/** Fills an empty place of a new list; the list takes the reference. */
export function PyList_SET_ITEM(ts: ThreadState, l: Borrowed, i: number, value: Owned): void {
  ts.mem.store(ts.mem.load(l + PyListObject.ob_item) + i * 8, value)
}

/** Where the items lie, 8 bytes each; 0 for a list that never had one. */
export function listItems(ts: ThreadState, l: Borrowed): number {
  return ts.mem.words[(l + PyListObject.ob_item) >> 2]
}

/** Appends; 0, or -1 with MemoryError. */
export function PyList_Append(ts: ThreadState, l: Borrowed, value: Borrowed): number {
  return _PyList_AppendTakeRef(ts, l, newref(ts, value))
}

/** Appends a reference that it takes (also when it fails). */
export function _PyList_AppendTakeRef(ts: ThreadState, l: Borrowed, value: Owned): number {
  const mem = ts.mem
  const n = mem.load(l + PyVarObject.ob_size)
  if (n < mem.load(l + PyListObject.allocated)) mem.store(l + PyVarObject.ob_size, n + 1)
  else if (list_resize(ts, l, n + 1) < 0) {
    DECREF(ts, value)
    return -1
  }
  mem.store(mem.load(l + PyListObject.ob_item) + n * 8, value)
  return 0
}

/** BUILD_LIST: a list of exactly the `n` references in the cells at `cells`, which it takes (also when it fails). */
export function _PyList_FromStackSteal(ts: ThreadState, cells: number, n: number): Owned {
  const mem = ts.mem
  const l = newList(ts, n)
  const items = l === 0 ? 0 : mem.load(l + PyListObject.ob_item)
  for (let i = 0; i < n; i++) {
    const cell = mem.load(cells + i * 8)
    const item = cell & 1 ? newref(ts, cell & ~1) : cell
    if (l === 0) DECREF(ts, item)
    else mem.store(items + i * 8, item)
  }
  return l
}

/** l.extend(iterable): 0, or -1. */
export function _PyList_Extend(ts: ThreadState, l: Borrowed, iterable: Borrowed): number {
  return list_extend(ts, l, iterable)
}

/** tuple(l). */
export function PyList_AsTuple(ts: ThreadState, l: Borrowed): Owned {
  return fromMemory(ts, listItems(ts, l), PyList_GET_SIZE(ts, l))
}

/** The items from `low` to before `high` as a new list. */
export function list_slice(ts: ThreadState, l: Borrowed, low: number, high: number): Owned {
  const n = Math.max(0, high - low)
  const result = newList(ts, n)
  if (result === 0) return 0
  for (let i = 0; i < n; i++) PyList_SET_ITEM(ts, result, i, newref(ts, PyList_GET_ITEM(ts, l, low + i)))
  return result
}

/** Gives up the items from place `n` on, without giving memory back. */
export function truncateList(ts: ThreadState, l: Borrowed, n: number): void {
  const items = listItems(ts, l)
  const size = PyList_GET_SIZE(ts, l)
  ts.mem.store(l + PyVarObject.ob_size, n)
  const mark = holdMark(ts)
  holdBlock(ts, items + n * 8, size - n)
  for (let i = n; i < size; i++) CLEAR(ts, items + i * 8)
  release(ts, mark)
}

/**
 * Makes room for exactly or more than `newsize` items and sets that size; new places are not cleared.
 * Grows by about an eighth; shrinks when less than half is used.
 */
export function list_resize(ts: ThreadState, l: Borrowed, newsize: number): number {
  const mem = ts.mem
  const allocated = mem.load(l + PyListObject.allocated)
  if (allocated >= newsize && (newsize >= allocated >> 1 || allocated <= ts.profile.containers.listShrinkFloor)) {
    mem.store(l + PyVarObject.ob_size, newsize)
    return 0
  }
  let wanted = growth(newsize)
  if (newsize - mem.load(l + PyVarObject.ob_size) > wanted - newsize) wanted = Math.floor((newsize + 3) / 4) * 4
  if (newsize === 0) wanted = 0
  if (wanted * 8 > ts.budgets.memory) return noMemory(ts)
  const items = PyObject_Realloc(mem, mem.load(l + PyListObject.ob_item), wanted * 8)
  if (items === 0) return noMemory(ts)
  mem.store(l + PyListObject.ob_item, items)
  mem.store(l + PyVarObject.ob_size, newsize)
  mem.store(l + PyListObject.allocated, wanted)
  return 0
}

/** Gives a list without a block room for `size` items, rounded up to an even number. The size stays 0. */
export function list_preallocate_exact(ts: ThreadState, l: Borrowed, size: number): number {
  const allocated = size % 2 === 0 ? size : size + 1
  if (allocated * 8 > ts.budgets.memory) return noMemory(ts)
  const items = PyObject_Malloc(ts.mem, allocated * 8)
  if (items === 0) return noMemory(ts)
  ts.mem.store(l + PyListObject.ob_item, items)
  ts.mem.store(l + PyListObject.allocated, allocated)
  return 0
}

/** Empties the list first, then gives up the items, last first. */
export function list_clear(ts: ThreadState, l: Borrowed): void {
  const mem = ts.mem
  const items = mem.load(l + PyListObject.ob_item)
  if (items === 0) return
  const n = mem.load(l + PyVarObject.ob_size)
  mem.store(l + PyVarObject.ob_size, 0)
  mem.store(l + PyListObject.ob_item, 0)
  mem.store(l + PyListObject.allocated, 0)
  dropItems(ts, items, n)
  PyObject_Free(mem, items)
}

/**
 * list_ass_slice: puts the items of the list or tuple `v` (0: none) in place of those from `low` to before `high`.
 * What was there dies last first, after the list is in order again.
 */
export function list_ass_slice(ts: ThreadState, l: Borrowed, low: number, high: number, v: Borrowed): number {
  const n = v === 0 ? 0 : ts.mem.load(v + PyVarObject.ob_size)
  if (v !== l) return replaceSlice(ts, l, low, high, v, n)
  const copy = list_slice(ts, l, 0, n)
  if (copy === 0) return -1
  const result = whileOwning(ts, copy, () => replaceSlice(ts, l, low, high, copy, n))
  return result
}

/** Where the items of a list or tuple lie. */
export function itemsOf(ts: ThreadState, o: Borrowed): number {
  return PyList_Check(ts, o) ? listItems(ts, o) : o + ts.profile.layout.tupleItems
}

function replaceSlice(ts: ThreadState, l: Borrowed, low: number, high: number, v: Borrowed, n: number): number {
  const mem = ts.mem
  const size = PyList_GET_SIZE(ts, l)
  const ilow = Math.min(Math.max(low, 0), size)
  const ihigh = Math.min(Math.max(high, ilow), size)
  const removed = ihigh - ilow
  const d = n - removed
  if (size + d === 0) {
    list_clear(ts, l)
    return 0
  }
  // The removed items wait in a block of their own when there are more than eight, else on the C stack.
  const mark = holdMark(ts)
  const recycled = removed > 8 ? PyObject_Malloc(mem, removed * 8) : mark
  if (recycled === 0) return noMemory(ts)
  const items = listItems(ts, l)
  if (removed > 8) {
    mem.copy(recycled, items + ilow * 8, removed * 8)
    holdBlock(ts, recycled, removed)
  } else for (let i = ilow; i < ihigh; i++) hold(ts, mem.load(items + i * 8))
  if (d < 0) mem.copy(items + (ihigh + d) * 8, items + ihigh * 8, (size - ihigh) * 8)
  if (d !== 0 && list_resize(ts, l, size + d) < 0) {
    if (removed > 8) PyObject_Free(mem, recycled)
    release(ts, mark)
    return -1
  }
  const resized = listItems(ts, l)
  if (d > 0) mem.copy(resized + (ihigh + d) * 8, resized + ihigh * 8, (size - ihigh) * 8)
  const from = n === 0 ? 0 : itemsOf(ts, v)
  for (let k = 0; k < n; k++) mem.store(resized + (ilow + k) * 8, newref(ts, mem.load(from + k * 8)))
  for (let i = removed - 1; i >= 0; i--) CLEAR(ts, recycled + i * 8)
  release(ts, mark)
  if (removed > 8) PyObject_Free(mem, recycled)
  return 0
}

/** Gives up the references in a block that no object holds any more, last first. */
function dropItems(ts: ThreadState, items: number, n: number): void {
  const mark = holdMark(ts)
  holdBlock(ts, items, n)
  for (let i = n - 1; i >= 0; i--) CLEAR(ts, items + i * 8)
  release(ts, mark)
}

function growth(newsize: number): number {
  const wanted = newsize + Math.floor(newsize / 8) + 6
  return wanted - (wanted % 4)
}

function noMemory(ts: ThreadState): -1 {
  PyErr_NoMemory(ts)
  return -1
}

/** tp_dealloc. */
export function list_dealloc(ts: ThreadState, l: number): void {
  const mem = ts.mem
  untrack(mem, l)
  const items = mem.load(l + PyListObject.ob_item)
  if (items !== 0) {
    for (let i = PyList_GET_SIZE(ts, l) - 1; i >= 0; i--) {
      const item = mem.load(items + i * 8)
      mem.store(items + i * 8, 0)
      XDECREF(ts, item)
    }
    PyObject_Free(mem, items)
    mem.store(l + PyListObject.ob_item, 0)
  }
  if (Py_TYPE(ts, l) === ts.types.list && freelistPush(ts, FreeList.lists, l)) return
  freeObject(ts, l)
}
