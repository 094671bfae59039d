// Modules/arraymodule.c, the methods of array.array. Refused: pickling (`__reduce_ex__`).

import { during } from '../../heap/objimpl.ts'
import { Stop, type ThreadState } from '../../heap/pystate.ts'
import { DECREF, newref } from '../../heap/refcount.ts'
import { PyVarObject } from '../../heap/structs.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { readBytes } from '../../objects/bytearraystorage.ts'
import { newOwnBytes, PyBytes_Check } from '../../objects/bytesstorage.ts'
import { argAt, callOwned } from '../../objects/call.ts'
import { PyErr_Format } from '../../objects/errors.ts'
import { classGetItemMethod } from '../../objects/genericaliasobject.ts'
import { getAttributeText } from '../../objects/genericattr.ts'
import { newList, PyList_SET_ITEM } from '../../objects/listobject.ts'
import { chargeWork, newInt } from '../../objects/longintrepr.ts'
import { ssizeArgument } from '../../objects/longnumber.ts'
import { type MethodSpec, Py_EQ, PyObject_RichCompareBool } from '../../objects/object.ts'
import { sliceIndex } from '../../objects/sliceindices.ts'
import { newPair } from '../../objects/tupleobject.ts'
import { sizeofMethod } from '../sizeofmethod.ts'
import { extend, frombytes, fromlist, fromunicode, tounicode } from './arrayextend.ts'
import {
  arrayobject as A,
  array_resize,
  array_sizeof,
  array_slice,
  deleteItems,
  descriptorOf,
  getItem,
  insertItem,
  place,
  size,
} from './arraystorage.ts'

/** What is written at a time by `tofile`. */
const BLOCKSIZE = 64 * 1024

function none(ts: ThreadState, status: number): Owned {
  return status < 0 ? 0 : newref(ts, ts.none)
}

/** Whether an item equals a value: 1, 0, -1. */
function equals(ts: ThreadState, a: Borrowed, i: number, value: Borrowed): number {
  chargeWork(ts, 1)
  const item = getItem(ts, a, i)
  if (item === 0) return -1
  const equal = during(ts, [item], () => PyObject_RichCompareBool(ts, item, value, Py_EQ))
  DECREF(ts, item)
  return equal
}

/** Where the first item that equals a value is: -1 for none, -2 with an exception. */
function find(ts: ThreadState, a: Borrowed, value: Borrowed, from: number, to: number): number {
  for (let i = from; i < to && i < size(ts, a); i++) {
    const equal = equals(ts, a, i, value)
    if (equal !== 0) return equal < 0 ? -2 : i
  }
  return -1
}

/** sq_contains. */
export function array_contains(ts: ThreadState, a: Borrowed, value: Borrowed): number {
  const at = find(ts, a, value, 0, Infinity)
  return at === -2 ? -1 : at === -1 ? 0 : 1
}

function count(ts: ThreadState, a: Borrowed, argv: number): Owned {
  let n = 0
  for (let i = 0; i < size(ts, a); i++) {
    const equal = equals(ts, a, i, argAt(ts, argv, 0))
    if (equal < 0) return 0
    n += equal
  }
  return newInt(ts, n)
}

function index(ts: ThreadState, a: Borrowed, argv: number, nargs: number): Owned {
  const start = nargs > 1 ? sliceIndex(ts, argAt(ts, argv, 1)) : 0
  const stop = start === null ? null : nargs > 2 ? sliceIndex(ts, argAt(ts, argv, 2)) : Number.MAX_SAFE_INTEGER
  if (start === null || stop === null) return 0
  const n = size(ts, a)
  const at = find(ts, a, argAt(ts, argv, 0), start < 0 ? Math.max(0, start + n) : start, stop < 0 ? stop + n : stop)
  if (at === -2) return 0
  return at === -1 ? PyErr_Format(ts, ts.exc.ValueError, 'array.index(x): x not in array') : newInt(ts, at)
}

function remove(ts: ThreadState, a: Borrowed, argv: number): Owned {
  const at = find(ts, a, argAt(ts, argv, 0), 0, Infinity)
  if (at === -2) return 0
  if (at === -1) return PyErr_Format(ts, ts.exc.ValueError, 'array.remove(x): x not in array')
  return none(ts, deleteItems(ts, a, at, at + 1))
}

function pop(ts: ThreadState, a: Borrowed, argv: number, nargs: number): Owned {
  const given = nargs > 0 ? ssizeArgument(ts, argAt(ts, argv, 0)) : -1
  if (given === null) return 0
  const n = size(ts, a)
  if (n === 0) return PyErr_Format(ts, ts.exc.IndexError, 'pop from empty array')
  const i = given < 0 ? given + n : given
  if (i < 0 || i >= n) return PyErr_Format(ts, ts.exc.IndexError, 'pop index out of range')
  const item = getItem(ts, a, i)
  if (item === 0 || deleteItems(ts, a, i, i + 1) === 0) return item
  DECREF(ts, item)
  return 0
}

function insert(ts: ThreadState, a: Borrowed, argv: number): Owned {
  const where = ssizeArgument(ts, argAt(ts, argv, 0))
  return where === null ? 0 : none(ts, insertItem(ts, a, where, argAt(ts, argv, 1)))
}

/** Turns the bytes of each `length` bytes around. */
function swapEach(ts: ThreadState, from: number, end: number, length: number): void {
  const { mem } = ts
  chargeWork(ts, (end - from) >> 4)
  for (let at = from; at < end; at += length)
    for (let i = 0; i < length >> 1; i++) {
      const byte = mem.loadByte(at + i)
      mem.storeByte(at + i, mem.loadByte(at + length - 1 - i))
      mem.storeByte(at + length - 1 - i, byte)
    }
}

function byteswap(ts: ThreadState, a: Borrowed): Owned {
  const { itemsize, paired } = descriptorOf(ts, a)
  swapEach(ts, place(ts, a, 0), place(ts, a, size(ts, a)), paired ? itemsize / 2 : itemsize)
  return newref(ts, ts.none)
}

function reverse(ts: ThreadState, a: Borrowed): Owned {
  const { itemsize } = descriptorOf(ts, a)
  const [from, end] = [place(ts, a, 0), place(ts, a, size(ts, a))]
  // All bytes turned around, then those of each item back.
  if (size(ts, a) > 1) {
    swapEach(ts, from, end, end - from)
    swapEach(ts, from, end, itemsize)
  }
  return newref(ts, ts.none)
}

/** The bytes of all items, as a text of characters below 256. */
export function arrayText(ts: ThreadState, a: Borrowed): string {
  return readBytes(ts, place(ts, a, 0), size(ts, a) * descriptorOf(ts, a).itemsize)
}

/** a.tolist(). */
export function tolist(ts: ThreadState, a: Borrowed): Owned {
  const n = size(ts, a)
  const list = newList(ts, n)
  if (list === 0) return 0
  chargeWork(ts, n)
  for (let i = 0; i < n; i++) {
    const item = getItem(ts, a, i)
    if (item === 0) {
      DECREF(ts, list)
      return 0
    }
    PyList_SET_ITEM(ts, list, i, item)
  }
  return list
}

/** o.name(argument), which is given up. */
function callMethod(ts: ThreadState, o: Borrowed, name: string, argument: Owned): Owned {
  if (argument === 0) return 0
  const method = getAttributeText(ts, o, name)
  const result = method === 0 ? 0 : during(ts, [argument], () => callOwned(ts, method, [argument]))
  DECREF(ts, argument)
  return result
}

function tofile(ts: ThreadState, a: Borrowed, argv: number): Owned {
  const bytes = size(ts, a) * descriptorOf(ts, a).itemsize
  for (let done = 0; done < bytes; done += BLOCKSIZE) {
    const text = readBytes(ts, place(ts, a, 0) + done, Math.min(bytes - done, BLOCKSIZE))
    const result = callMethod(ts, argAt(ts, argv, 0), 'write', newOwnBytes(ts, text))
    if (result === 0) return 0
    DECREF(ts, result)
  }
  return newref(ts, ts.none)
}

function fromfile(ts: ThreadState, a: Borrowed, argv: number): Owned {
  const n = ssizeArgument(ts, argAt(ts, argv, 1))
  if (n === null) return 0
  if (n < 0) return PyErr_Format(ts, ts.exc.ValueError, ts.profile.modules.array.negativeCount)
  const wanted = n * descriptorOf(ts, a).itemsize
  const bytes = callMethod(ts, argAt(ts, argv, 0), 'read', newInt(ts, wanted))
  if (bytes === 0) return 0
  if (!PyBytes_Check(ts, bytes)) {
    DECREF(ts, bytes)
    return PyErr_Format(ts, ts.exc.TypeError, "read() didn't return bytes")
  }
  const enough = ts.mem.load(bytes + PyVarObject.ob_size) === wanted
  const status = frombytes(ts, a, bytes)
  DECREF(ts, bytes)
  if (status < 0) return 0
  return enough ? newref(ts, ts.none) : PyErr_Format(ts, ts.exc.EOFError, "read() didn't return enough bytes")
}

function buffer_info(ts: ThreadState, a: Borrowed): Owned {
  return newPair(ts, newInt(ts, ts.mem.load(a + A.ob_item)), newInt(ts, size(ts, a)))
}

function copy(ts: ThreadState, a: Borrowed): Owned {
  return array_slice(ts, a, 0, size(ts, a))
}

function later(method: MethodSpec): MethodSpec {
  return { ...method, when: (profile) => profile.modules.array.laterMethods.includes(method.name) }
}

export const arrayMethods: readonly MethodSpec[] = [
  {
    name: 'append',
    kind: 'O',
    call: (ts, a, argv) => none(ts, insertItem(ts, a, size(ts, a), argAt(ts, argv, 0))),
  },
  { name: 'buffer_info', kind: 'NOARGS', call: buffer_info },
  { name: 'byteswap', kind: 'NOARGS', call: byteswap },
  later({ name: 'clear', kind: 'NOARGS', call: (ts, a) => none(ts, array_resize(ts, a, 0)) }),
  { name: '__copy__', kind: 'NOARGS', call: copy },
  { name: 'count', kind: 'O', call: count },
  { name: '__deepcopy__', kind: 'O', call: copy },
  { name: 'extend', kind: 'O', call: (ts, a, argv) => none(ts, extend(ts, a, argAt(ts, argv, 0))) },
  { name: 'fromfile', kind: 'FASTCALL', min: 2, max: 2, call: fromfile },
  { name: 'fromlist', kind: 'O', call: (ts, a, argv) => fromlist(ts, a, argAt(ts, argv, 0)) },
  { name: 'frombytes', kind: 'O', call: (ts, a, argv) => none(ts, frombytes(ts, a, argAt(ts, argv, 0))) },
  { name: 'fromunicode', kind: 'O', call: (ts, a, argv) => fromunicode(ts, a, argAt(ts, argv, 0)) },
  { name: 'index', kind: 'FASTCALL', min: 1, max: 3, call: index },
  { name: 'insert', kind: 'FASTCALL', min: 2, max: 2, call: insert },
  { name: 'pop', kind: 'FASTCALL', min: 0, max: 1, call: pop },
  {
    name: '__reduce_ex__',
    kind: 'O',
    call() {
      throw new Stop({ kind: 'unsupported', feature: 'pickling an `array.array`' })
    },
  },
  { name: 'remove', kind: 'O', call: remove },
  { name: 'reverse', kind: 'NOARGS', call: reverse },
  { name: 'tofile', kind: 'O', call: tofile },
  { name: 'tolist', kind: 'NOARGS', call: tolist },
  { name: 'tobytes', kind: 'NOARGS', call: (ts, a) => newOwnBytes(ts, arrayText(ts, a)) },
  { name: 'tounicode', kind: 'NOARGS', call: tounicode },
  sizeofMethod(array_sizeof),
  later(classGetItemMethod),
]
