// The methods of bytearray that change it, and those by which it is copied (Objects/bytearrayobject.c). What it has in
// common with bytes is in bytesfind.ts, bytessplit.ts, bytestext.ts and bytestranslate.ts.

import { hold, whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { PyByteArrayObject as B } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyIndex_Check, PyIter_Next, PyNumber_AsSsize_t, PyObject_GetIter } from './abstract.ts'
import { PyObject_CheckBuffer } from './buffer.ts'
import {
  blockSize,
  byteArrayText,
  bytesStart,
  canResize,
  moveBytes,
  newByteArray,
  newByteArrayOfSize,
  newBytesInPlace,
  PyByteArray_GET_SIZE,
  PyByteArray_Resize,
  readBytes,
  resizeBytesInPlace,
  toOrdinaryBytes,
  useBytes,
  writeBytes,
} from './bytearraystorage.ts'
import { appendBuffer } from './bytearraysubscript.ts'
import { byteOfItem, byteValue, later } from './byteslike.ts'
import { newBytesFromText } from './bytesstorage.ts'
import { argAt } from './call.ts'
import { PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from './errors.ts'
import { PyObject_LengthHint } from './lengthhint.ts'
import { newInt } from './longintrepr.ts'
import { ssizeArgument } from './longnumber.ts'
import { type MethodSpec, PyUnicode_Check, typeName } from './object.ts'
import { objectState } from './objectreduce.ts'
import { PyTuple_FromArray } from './tupleobject.ts'
import { newStr } from './unicodestorage.ts'

function done(ts: ThreadState, status: number): Owned {
  return status < 0 ? 0 : newref(ts, ts.none)
}

function append(ts: ThreadState, self: Borrowed, argv: number): Owned {
  const value = byteValue(ts, argAt(ts, argv, 0))
  if (value === null) return 0
  const n = PyByteArray_GET_SIZE(ts, self)
  if (PyByteArray_Resize(ts, self, n + 1) < 0) return 0
  ts.mem.storeByte(bytesStart(ts, self) + n, value)
  return newref(ts, ts.none)
}

function insert(ts: ThreadState, self: Borrowed, argv: number): Owned {
  const index = ssizeArgument(ts, argAt(ts, argv, 0))
  const value = index === null ? null : byteValue(ts, argAt(ts, argv, 1))
  if (index === null || value === null) return 0
  const n = PyByteArray_GET_SIZE(ts, self)
  if (PyByteArray_Resize(ts, self, n + 1) < 0) return 0
  const at = Math.min(index < 0 ? Math.max(0, index + n) : index, n)
  const start = bytesStart(ts, self)
  moveBytes(ts, start + at + 1, start + at, n - at)
  ts.mem.storeByte(start + at, value)
  return newref(ts, ts.none)
}

function pop(ts: ThreadState, self: Borrowed, argv: number, nargs: number): Owned {
  const index = nargs > 0 ? ssizeArgument(ts, argAt(ts, argv, 0)) : -1
  if (index === null) return 0
  const n = PyByteArray_GET_SIZE(ts, self)
  if (n === 0) return PyErr_Format(ts, ts.exc.IndexError, 'pop from empty bytearray')
  const at = index < 0 ? index + n : index
  if (at < 0 || at >= n) return PyErr_Format(ts, ts.exc.IndexError, 'pop index out of range')
  if (!canResize(ts, self)) return 0
  const value = ts.mem.loadByte(bytesStart(ts, self) + at)
  return takeOut(ts, self, at) < 0 ? 0 : newInt(ts, value)
}

function remove(ts: ThreadState, self: Borrowed, argv: number): Owned {
  const value = byteValue(ts, argAt(ts, argv, 0))
  if (value === null) return 0
  const at = byteArrayText(ts, self).indexOf(String.fromCharCode(value))
  if (at < 0) return PyErr_Format(ts, ts.exc.ValueError, 'value not found in bytearray')
  return canResize(ts, self) ? done(ts, takeOut(ts, self, at)) : 0
}

function takeOut(ts: ThreadState, self: Borrowed, at: number): number {
  const n = PyByteArray_GET_SIZE(ts, self)
  const start = bytesStart(ts, self)
  moveBytes(ts, start + at, start + at + 1, n - at - 1)
  return PyByteArray_Resize(ts, self, n - 1)
}

function reverse(ts: ThreadState, self: Borrowed): Owned {
  writeBytes(ts, bytesStart(ts, self), [...byteArrayText(ts, self)].reverse().join(''))
  return newref(ts, ts.none)
}

function extend(ts: ThreadState, self: Borrowed, argv: number): Owned {
  const iterable = argAt(ts, argv, 0)
  if (PyObject_CheckBuffer(ts, iterable)) return done(ts, appendBuffer(ts, self, iterable))
  const iterator = PyObject_GetIter(ts, iterable)
  if (iterator === 0) {
    if (PyErr_ExceptionMatches(ts, ts.exc.TypeError))
      PyErr_Format(ts, ts.exc.TypeError, `can't extend bytearray with ${typeName(ts, iterable)}`)
    return 0
  }
  const gathered = whileOwning(ts, iterator, () => gather(ts, iterable, iterator))
  if (gathered === 0) return 0
  const status = appendBuffer(ts, self, gathered)
  DECREF(ts, gathered)
  return done(ts, status)
}

/** What an iterator gives, in a bytearray of its own; 0 with an exception. */
function gather(ts: ThreadState, iterable: Borrowed, iterator: Borrowed): Owned {
  // 32 is arbitrary.
  let room = PyObject_LengthHint(ts, iterable, 32)
  if (room === -1) return 0
  const result = newByteArrayOfSize(ts, room)
  if (result === 0) return 0
  hold(ts, result)
  let n = 0
  const spare = ts.profile.bytes.arrayHoldsBytes ? 0 : 1
  for (let item = PyIter_Next(ts, iterator); item !== 0; item = PyIter_Next(ts, iterator)) {
    const value = byteOfItem(ts, item)
    const isText = ts.profile.bytes.extendNamesStr && PyUnicode_Check(ts, iterable)
    if (value === null && isText && PyErr_ExceptionMatches(ts, ts.exc.TypeError))
      PyErr_Format(ts, ts.exc.TypeError, "expected iterable of integers; got: 'str'")
    DECREF(ts, item)
    if (value === null) break
    ts.mem.storeByte(bytesStart(ts, result) + n++, value)
    if (n < room) continue
    room = n + (n >> 1) + spare
    if (PyByteArray_Resize(ts, result, room) < 0) break
  }
  if (PyErr_Occurred(ts) === 0 && PyByteArray_Resize(ts, result, n) === 0) return result
  DECREF(ts, result)
  return 0
}

function resize(ts: ThreadState, self: Borrowed, argv: number): Owned {
  const size = ssizeArgument(ts, argAt(ts, argv, 0))
  if (size === null) return 0
  const old = PyByteArray_GET_SIZE(ts, self)
  if (PyByteArray_Resize(ts, self, size) < 0) return 0
  if (size > old) writeBytes(ts, bytesStart(ts, self) + old, '\0'.repeat(size - old))
  return newref(ts, ts.none)
}

function take_bytes(ts: ThreadState, self: Borrowed, argv: number, nargs: number): Owned {
  const { mem } = ts
  const n = nargs > 0 ? argAt(ts, argv, 0) : ts.none
  const size = PyByteArray_GET_SIZE(ts, self)
  let taken = size
  if (n !== ts.none) {
    if (!PyIndex_Check(ts, n)) return PyErr_Format(ts, ts.exc.TypeError, 'n must be an integer or None')
    taken = PyNumber_AsSsize_t(ts, n, ts.exc.IndexError)
    if (taken === -1 && PyErr_Occurred(ts) !== 0) return 0
    if (taken < 0) taken += size
  }
  if (taken < 0 || taken > size)
    return PyErr_Format(ts, ts.exc.IndexError, `can't take ${taken} bytes outside size ${size}`)
  if (!canResize(ts, self)) return 0
  if (taken === 0) return newBytesFromText(ts, '')
  const start = bytesStart(ts, self)
  const left = size - taken
  if (taken < left) {
    const head = newBytesFromText(ts, readBytes(ts, start, taken))
    if (head === 0) return 0
    mem.store(self + B.ob_start, start + taken)
    mem.store(self + B.ob_size, left)
    return head
  }
  // The bytes object is given away; what is left gets one of its own.
  const rest = newBytesInPlace(ts, left)
  if (rest === 0) return 0
  const tail = readBytes(ts, start + taken, left)
  moveBytes(ts, mem.load(self + B.ob_bytes), start, taken)
  const given = resizeBytesInPlace(ts, mem.load(self + B.ob_bytes_object), taken)
  if (given === 0) {
    DECREF(ts, rest)
    return 0
  }
  toOrdinaryBytes(ts, given)
  useBytes(ts, self, rest, left, left)
  writeBytes(ts, bytesStart(ts, self), tail)
  return given
}

function reduce(ts: ThreadState, self: Borrowed, protocol: number): Owned {
  const state = objectState(ts, self)
  if (state === 0) return 0
  const text = byteArrayText(ts, self)
  const parts: Owned[] = []
  if (text !== '' && protocol < 3) parts.push(newStr(ts, text), newStr(ts, 'latin-1'))
  else if (text !== '') parts.push(newBytesFromText(ts, text))
  const args = PyTuple_FromArray(ts, parts)
  return args === 0 ? 0 : PyTuple_FromArray(ts, [newref(ts, Py_TYPE(ts, self)), args, state])
}

function reduce_ex(ts: ThreadState, self: Borrowed, argv: number, nargs: number): Owned {
  const protocol = nargs > 0 ? ssizeArgument(ts, argAt(ts, argv, 0)) : 0
  return protocol === null ? 0 : reduce(ts, self, protocol)
}

export const byteArrayMethods: readonly MethodSpec[] = [
  { name: '__alloc__', kind: 'NOARGS', call: (ts, self) => newInt(ts, blockSize(ts, self)) },
  { name: '__reduce__', kind: 'NOARGS', call: (ts, self) => reduce(ts, self, 2) },
  { name: '__reduce_ex__', kind: 'FASTCALL', min: 0, max: 1, call: reduce_ex },
  { name: 'append', kind: 'O', call: append },
  { name: 'clear', kind: 'NOARGS', call: (ts, self) => done(ts, PyByteArray_Resize(ts, self, 0)) },
  { name: 'copy', kind: 'NOARGS', call: (ts, self) => newByteArray(ts, byteArrayText(ts, self)) },
  { name: 'extend', kind: 'O', call: extend },
  { name: 'insert', kind: 'FASTCALL', min: 2, max: 2, call: insert },
  { name: 'pop', kind: 'FASTCALL', min: 0, max: 1, call: pop },
  { name: 'remove', kind: 'O', call: remove },
  later({ name: 'resize', kind: 'O', call: resize }),
  { name: 'reverse', kind: 'NOARGS', call: reverse },
  later({ name: 'take_bytes', kind: 'FASTCALL', min: 0, max: 1, call: take_bytes }),
]
