// Modules/arraymodule.c, the representation of array.array: a block of items side by side, larger than needed.
// NOT CPYTHON: `ob_descr` is the number of a row of descriptors.ts, not its address.

import { PyObject_Free, PyObject_Malloc, PyObject_Realloc } from '../../heap/obmalloc.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { DECREF, Py_TYPE, slotsOfType } from '../../heap/refcount.ts'
import { layout, PyTypeObject, PyVarObject } from '../../heap/structs.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyErr_Format, PyErr_NoMemory } from '../../objects/errors.ts'
import { chargeWork } from '../../objects/longintrepr.ts'
import { PyObject_TypeCheck } from '../../objects/object.ts'
import { PyType_GenericAlloc } from '../../objects/typeobject.ts'
import { moduleType } from '../moduletype.ts'
import { type Descriptor, descriptors } from './descriptors.ts'

export const arrayobject = layout(PyVarObject.sizeof, [
  ['ob_item', 'ptr'],
  ['allocated', 'ssize'],
  ['ob_descr', 'ssize'],
  ['weakreflist', 'ptr'],
  ['ob_exports', 'ssize'],
])
const A = arrayobject

/** The type array.array. */
export function array_type(ts: ThreadState): Borrowed {
  return moduleType(ts, 'array.array')
}

/** Whether `o` is an array. */
export function array_Check(ts: ThreadState, o: Borrowed): boolean {
  return PyObject_TypeCheck(ts, o, array_type(ts))
}

/** len(a). */
export function size(ts: ThreadState, a: Borrowed): number {
  return ts.mem.load(a + PyVarObject.ob_size)
}

export function setSize(ts: ThreadState, a: Borrowed, n: number): void {
  ts.mem.store(a + PyVarObject.ob_size, n)
}

/** Of what kind the items are. */
export function descriptorOf(ts: ThreadState, a: Borrowed): Descriptor {
  return descriptors[ts.mem.load(a + A.ob_descr) - 1]
}

/** Whether two arrays have items of the same kind. */
export function sameKind(ts: ThreadState, a: Borrowed, b: Borrowed): boolean {
  return ts.mem.load(a + A.ob_descr) === ts.mem.load(b + A.ob_descr)
}

/** Where the item of that number lies, or would lie. */
export function place(ts: ThreadState, a: Borrowed, index: number): number {
  return ts.mem.load(a + A.ob_item) + index * descriptorOf(ts, a).itemsize
}

/** newarrayobject: `n` items that are still to be written. */
export function newArray(ts: ThreadState, type: Borrowed, n: number, row: number): Owned {
  const bytes = n * descriptors[row - 1].itemsize
  if (bytes > ts.budgets.memory) return PyErr_NoMemory(ts)
  const a = PyType_GenericAlloc(ts, type)
  if (a === 0) return 0
  const { mem } = ts
  mem.store(a + A.ob_descr, row)
  mem.store(a + A.allocated, n)
  setSize(ts, a, n)
  if (n <= 0) return a
  const block = PyObject_Malloc(mem, bytes)
  mem.store(a + A.ob_item, block)
  if (block !== 0) return a
  setSize(ts, a, 0)
  DECREF(ts, a)
  return PyErr_NoMemory(ts)
}

/** An array of the same kind, of the plain type. */
export function newLike(ts: ThreadState, a: Borrowed, n: number): Owned {
  return newArray(ts, array_type(ts), n, ts.mem.load(a + A.ob_descr))
}

/** Whether the items may move; raises BufferError while others use them. */
export function canResize(ts: ThreadState, a: Borrowed): boolean {
  if (ts.mem.load(a + A.ob_exports) <= 0) return true
  PyErr_Format(ts, ts.exc.BufferError, 'cannot resize an array that is exporting buffers')
  return false
}

/** array_resize: makes room for `n` items. 0 ok, -1 error. */
export function array_resize(ts: ThreadState, a: Borrowed, n: number): number {
  const { mem } = ts
  const old = size(ts, a)
  if (n !== old && !canResize(ts, a)) return -1
  const block = mem.load(a + A.ob_item)
  // A block that is large enough stays, unless 16 items and more would be left unused.
  if (mem.load(a + A.allocated) >= n && old < n + 16 && block !== 0) {
    setSize(ts, a, n)
    return 0
  }
  if (n === 0) {
    useBlock(ts, a, 0, 0, 0)
    return 0
  }
  const room = (n >> 4) + (old < 8 ? 3 : 7) + n
  const bytes = room * descriptorOf(ts, a).itemsize
  const moved = bytes > ts.budgets.memory ? 0 : PyObject_Realloc(mem, block, bytes)
  if (moved === 0) {
    PyErr_NoMemory(ts)
    return -1
  }
  mem.store(a + A.ob_item, moved)
  setSize(ts, a, n)
  mem.store(a + A.allocated, room)
  return 0
}

/** Frees the block and takes another one (0: none) with `n` items. */
export function useBlock(ts: ThreadState, a: Borrowed, block: number, n: number, allocated: number): void {
  const { mem } = ts
  if (mem.load(a + A.ob_item) !== 0) PyObject_Free(mem, mem.load(a + A.ob_item))
  mem.store(a + A.ob_item, block)
  setSize(ts, a, n)
  mem.store(a + A.allocated, allocated)
}

/** memmove of `bytes` bytes. */
export function moveBytes(ts: ThreadState, to: number, from: number, bytes: number): void {
  if (bytes <= 0 || to === from) return
  chargeWork(ts, bytes >> 4)
  const { mem } = ts
  if (((to | from | bytes) & 3) === 0) mem.copy(to, from, bytes)
  else if (to < from) for (let i = 0; i < bytes; i++) mem.storeByte(to + i, mem.loadByte(from + i))
  else for (let i = bytes - 1; i >= 0; i--) mem.storeByte(to + i, mem.loadByte(from + i))
}

/** getarrayitem: the item as an object; 0 with an exception. */
export function getItem(ts: ThreadState, a: Borrowed, index: number): Owned {
  return descriptorOf(ts, a).get(ts, place(ts, a, index))
}

/** The `setitem` of a kind: converts, and writes unless `index` is -1. 0 ok, -1 error. */
export function setItem(ts: ThreadState, a: Borrowed, index: number, value: Borrowed): number {
  // Of its own, because converting may run Python that stores into arrays too.
  const bytes = new DataView(new ArrayBuffer(16))
  const { pack, itemsize } = descriptorOf(ts, a)
  if (pack(ts, value, bytes, index >= 0) < 0) return -1
  if (index < 0) return 0
  if (index >= size(ts, a)) {
    PyErr_Format(ts, ts.exc.IndexError, 'array assignment index out of range')
    return -1
  }
  const at = place(ts, a, index)
  if (itemsize === 1) ts.mem.storeByte(at, bytes.getUint8(0))
  else if (itemsize === 2) ts.mem.storeShort(at, bytes.getUint16(0, true))
  else for (let i = 0; i < itemsize; i += 4) ts.mem.store(at + i, bytes.getInt32(i, true))
  return 0
}

/** ins1: puts a value before the item of that number. 0 ok, -1 error. */
export function insertItem(ts: ThreadState, a: Borrowed, where: number, value: Borrowed): number {
  // The value is converted twice: before there is room for it, and into it.
  const n = size(ts, a)
  if (setItem(ts, a, -1, value) < 0 || array_resize(ts, a, n + 1) < 0) return -1
  const { itemsize } = descriptorOf(ts, a)
  const index = Math.min(where < 0 ? Math.max(0, where + n) : where, n)
  moveBytes(ts, place(ts, a, index + 1), place(ts, a, index), (n - index) * itemsize)
  return setItem(ts, a, index, value)
}

/** array_del_slice: removes the items from `low` to `high`. 0 ok, -1 error. */
export function deleteItems(ts: ThreadState, a: Borrowed, low: number, high: number): number {
  const n = size(ts, a)
  const from = Math.min(Math.max(0, low), n)
  const to = Math.min(Math.max(from, high), n)
  if (to === from) return 0
  if (!canResize(ts, a)) return -1
  moveBytes(ts, place(ts, a, from), place(ts, a, to), (n - to) * descriptorOf(ts, a).itemsize)
  return array_resize(ts, a, n - (to - from))
}

/** array_slice: a new array of the items from `low` to `high`. */
export function array_slice(ts: ThreadState, a: Borrowed, low: number, high: number): Owned {
  const n = high - low
  const copy = newLike(ts, a, n)
  if (copy !== 0) moveBytes(ts, place(ts, copy, 0), place(ts, a, low), n * descriptorOf(ts, a).itemsize)
  return copy
}

/** The size of an array and of its block. */
export function array_sizeof(ts: ThreadState, a: Borrowed): number {
  const basic = ts.mem.load(Py_TYPE(ts, a) + PyTypeObject.tp_basicsize)
  return basic + ts.mem.load(a + A.allocated) * descriptorOf(ts, a).itemsize
}

/** Whether a class makes its instances as array does: it has no `__init__` of its own. */
export function hasArrayInit(ts: ThreadState, type: Borrowed): boolean {
  return slotsOfType(ts, type).tp_init === slotsOfType(ts, array_type(ts)).tp_init
}

/** PyErr_BadArgument. */
export function badArgument(ts: ThreadState): 0 {
  return PyErr_Format(ts, ts.exc.TypeError, 'bad argument type for built-in operation')
}
