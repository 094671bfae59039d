// What bytes and bytearray share (Objects/bytes_methods.c, Objects/stringlib): reading the bytes of either, and results
// of the kind of the object asked. A bytes object that a method leaves as it is, is the result itself.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, slotsOf } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyNumber_Index } from './abstract.ts'
import { byteArrayText, newByteArray, PyByteArray_Check } from './bytearraystorage.ts'
import { bytesOf, newBytesFromText, newOwnBytes, PyBytes_Check } from './bytesstorage.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'
import { PyLong_AsBigInt } from './longintrepr.ts'
import { type MethodSpec, PyUnicode_Check } from './object.ts'
import { formatPercent } from './unicodeformat.ts'

/** The bytes of a bytes or bytearray; `null` for anything else. */
export function bytesText(ts: ThreadState, o: Borrowed): string | null {
  return PyBytes_Check(ts, o) ? bytesOf(ts, o) : PyByteArray_Check(ts, o) ? byteArrayText(ts, o) : null
}

/** The bytes of a bytes or bytearray. */
export function ownBytes(ts: ThreadState, self: Borrowed): string {
  const { bf_bytes } = slotsOf(ts, self)
  if (!bf_bytes) throw new Error('neither bytes nor bytearray')
  return bf_bytes(ts, self)
}

/** STRINGLIB_NEW of given bytes: a single byte of bytes is the cached object. */
export function sameKind(ts: ThreadState, self: Borrowed, text: string): Owned {
  return PyBytes_Check(ts, self) ? newBytesFromText(ts, text) : newByteArray(ts, text)
}

/** STRINGLIB_NEW of so many bytes, then filled: always a new object (but for b''). */
export function sameKindFilled(ts: ThreadState, self: Borrowed, text: string): Owned {
  return PyBytes_Check(ts, self) ? newOwnBytes(ts, text) : newByteArray(ts, text)
}

/** return_self: bytes are given back, a bytearray is copied. */
export function unchanged(ts: ThreadState, self: Borrowed): Owned {
  if (Py_TYPE(ts, self) === ts.types.bytes) return newref(ts, self)
  return sameKind(ts, self, ownBytes(ts, self))
}

/** Whether a result of `n` bytes is possible; raises MemoryError. */
export function fitsBytes(ts: ThreadState, n: number): boolean {
  if (n <= ts.budgets.memory) return true
  PyErr_NoMemory(ts)
  return false
}

/** _getbytevalue: a number from 0 to 255, or `null` with TypeError or ValueError. */
export function byteValue(ts: ThreadState, o: Borrowed): number | null {
  const index = PyNumber_Index(ts, o)
  if (index === 0) return null
  const value = PyLong_AsBigInt(ts, index)
  DECREF(ts, index)
  if (value >= 0n && value < 256n) return Number(value)
  PyErr_Format(ts, ts.exc.ValueError, 'byte must be in range(0, 256)')
  return null
}

/** The same of an item that the caller owns and gives up afterwards. */
export function byteOfItem(ts: ThreadState, item: Owned): number | null {
  const mark = holdMark(ts)
  hold(ts, item)
  const value = byteValue(ts, item)
  release(ts, mark)
  return value
}

/** A method that bytes-like types have where the version's profile names it. */
export function later(method: MethodSpec): MethodSpec {
  return { ...method, when: (profile) => profile.bytes.laterMethods.includes(method.name) }
}

/** Py_ISSPACE of one byte. */
export function isByteSpace(code: number): boolean {
  return code === 0x20 || (code >= 9 && code <= 13)
}

/** _PyBytes_FormatEx: bytes % args; `null` with an exception. */
export function formatBytes(ts: ThreadState, format: string, args: Borrowed): string | null {
  const mayMap = !PyBytes_Check(ts, args) && !PyUnicode_Check(ts, args) && !PyByteArray_Check(ts, args)
  return formatPercent(ts, [...format], args, mayMap, true)
}
