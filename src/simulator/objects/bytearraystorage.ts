// Objects/bytearrayobject.c, the representation: a block of bytes that is larger than needed, of which the first ones may
// be given up. The bytes lie in the image. From 3.15 on the block is a bytes object that nobody else has.
// NOT CPYTHON: such a bytes object is marked by a hash of its own, because the bytes of others lie beside the image.

import { allocate } from '../heap/objimpl.ts'
import { PyObject_Free, PyObject_Malloc, PyObject_Realloc } from '../heap/obmalloc.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF } from '../heap/refcount.ts'
import { PyByteArrayObject as B, BYTES_IN_PLACE, PyBytesObject, PyVarObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { fill, newBlankBytes, newBytesFromText } from './bytesstorage.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'
import { chargeWork } from './longintrepr.ts'
import { PyObject_TypeCheck } from './object.ts'

/** Whether `o` is a bytearray or of a subclass. */
export function PyByteArray_Check(ts: ThreadState, o: Borrowed): boolean {
  return PyObject_TypeCheck(ts, o, ts.types.bytearray)
}

/** len(o). */
export function PyByteArray_GET_SIZE(ts: ThreadState, o: Borrowed): number {
  return ts.mem.load(o + B.ob_size)
}

/** Where the first byte lies. */
export function bytesStart(ts: ThreadState, o: Borrowed): number {
  return ts.mem.load(o + B.ob_start)
}

/** The bytes, as a text of characters below 256. */
export function byteArrayText(ts: ThreadState, o: Borrowed): string {
  return readBytes(ts, bytesStart(ts, o), PyByteArray_GET_SIZE(ts, o))
}

/** `n` bytes of the image as a text. */
export function readBytes(ts: ThreadState, from: number, n: number): string {
  chargeWork(ts, n >> 4)
  let text = ''
  for (let i = 0; i < n; i++) text += String.fromCharCode(ts.mem.loadByte(from + i))
  return text
}

/** Writes a text of characters below 256. */
export function writeBytes(ts: ThreadState, to: number, text: string): void {
  chargeWork(ts, text.length >> 4)
  for (let i = 0; i < text.length; i++) ts.mem.storeByte(to + i, text.charCodeAt(i))
}

/** PyByteArray_FromStringAndSize: a new bytearray of these bytes. */
export function newByteArray(ts: ThreadState, text: string): Owned {
  const o = newByteArrayOfSize(ts, text.length)
  if (o !== 0) writeBytes(ts, bytesStart(ts, o), text)
  return o
}

/** The same with bytes still to be written. */
export function newByteArrayOfSize(ts: ThreadState, size: number): Owned {
  const { mem } = ts
  const o = allocate(ts, ts.types.bytearray, ts.profile.layout.bytearray)
  if (o === 0) return PyErr_NoMemory(ts)
  let block = 0
  if (ts.profile.bytes.arrayHoldsBytes) {
    const bytes = newBytesInPlace(ts, size)
    if (bytes === 0) {
      DECREF(ts, o)
      return 0
    }
    mem.store(o + B.ob_bytes_object, bytes)
    block = bytes + PyBytesObject.ob_sval
    mem.store(o + B.ob_alloc, size)
  } else if (size > 0) {
    block = PyObject_Malloc(mem, size + 1)
    if (block === 0) {
      DECREF(ts, o)
      return PyErr_NoMemory(ts)
    }
    mem.store(o + B.ob_alloc, size + 1)
  }
  mem.store(o + B.ob_bytes, block)
  mem.store(o + B.ob_start, block)
  mem.store(o + B.ob_size, size)
  return o
}

/** What bytearray() begins with: no block, or the empty bytes object. */
export function beginEmpty(ts: ThreadState, o: Borrowed): void {
  if (ts.profile.bytes.arrayHoldsBytes && ts.mem.load(o + B.ob_bytes_object) === 0)
    useBytes(ts, o, newBytesFromText(ts, ''), 0, 0)
}

/** bytearray_reinit_from_bytes, with a bytes object that becomes the bytearray's own. */
export function useBytes(ts: ThreadState, o: Borrowed, bytes: Owned, size: number, alloc: number): void {
  const { mem } = ts
  mem.store(o + B.ob_bytes_object, bytes)
  mem.store(o + B.ob_bytes, bytes + PyBytesObject.ob_sval)
  mem.store(o + B.ob_start, bytes + PyBytesObject.ob_sval)
  mem.store(o + B.ob_size, size)
  mem.store(o + B.ob_alloc, alloc)
}

/** A bytes object whose bytes are still to be written into the image; the empty one is everybody's. */
export function newBytesInPlace(ts: ThreadState, size: number): Owned {
  const bytes = newBlankBytes(ts, size)
  if (bytes !== 0 && size !== 0) markInPlace(ts, bytes)
  return bytes
}

/** From now on the bytes of this object are those in the image. */
export function markInPlace(ts: ThreadState, bytes: Borrowed): void {
  ts.mem.store(bytes + PyBytesObject.ob_shash, BYTES_IN_PLACE)
  ts.mem.store(bytes + PyBytesObject.ob_shash + 4, 0)
}

/** Makes an ordinary bytes object of one whose bytes lie in the image. */
export function toOrdinaryBytes(ts: ThreadState, bytes: Borrowed): void {
  const size = ts.mem.load(bytes + PyVarObject.ob_size)
  if (size > 0) fill(ts, bytes, readBytes(ts, bytes + PyBytesObject.ob_sval, size))
}

/** Bytes of the block: from 3.15 on with the head and the closing zero of the bytes object. */
export function blockSize(ts: ThreadState, o: Borrowed): number {
  const alloc = ts.mem.load(o + B.ob_alloc)
  return ts.profile.bytes.arrayHoldsBytes && alloc > 0 ? PyBytesObject.ob_sval + 1 + alloc : alloc
}

/** Whether nobody uses the bytes, so that they may move; raises BufferError. */
export function canResize(ts: ThreadState, o: Borrowed): boolean {
  if (ts.mem.load(o + B.ob_exports) <= 0) return true
  PyErr_Format(ts, ts.exc.BufferError, 'Existing exports of data: object cannot be re-sized')
  return false
}

/** PyByteArray_Resize: makes room for `size` bytes. 0 ok, -1 error. */
export function PyByteArray_Resize(ts: ThreadState, o: Borrowed, size: number): number {
  const { mem } = ts
  // Before the bytes object brought it along, the block had to have room for a closing zero.
  const last = ts.profile.bytes.arrayHoldsBytes ? 0 : 1
  let alloc = mem.load(o + B.ob_alloc)
  const offset = bytesStart(ts, o) - mem.load(o + B.ob_bytes)
  const old = PyByteArray_GET_SIZE(ts, o)
  if (size < 0) {
    PyErr_Format(ts, ts.exc.ValueError, `Can only resize to positive sizes, got ${size}`)
    return -1
  }
  if (size === old) return 0
  if (!canResize(ts, o)) return -1
  if (size + offset + last <= alloc) {
    // A bytes object of nothing is everybody's: the last byte gives its own up.
    if (size >= (Math.floor(alloc / 2) || 1 - last)) {
      mem.store(o + B.ob_size, size)
      return 0
    }
    alloc = size + last
  } else alloc = size <= alloc * 1.125 ? size + (size >> 3) + (size < 9 ? 3 : 6) : size + last
  if (alloc > ts.budgets.memory) {
    PyErr_NoMemory(ts)
    return -1
  }
  if (last === 0) return resizeBytes(ts, o, size, alloc, offset, Math.min(size, old))
  const block = mem.load(o + B.ob_bytes)
  const moved = offset > 0 ? PyObject_Malloc(mem, alloc) : PyObject_Realloc(mem, block, alloc)
  if (moved === 0) {
    PyErr_NoMemory(ts)
    return -1
  }
  if (offset > 0) {
    moveBytes(ts, moved, block + offset, Math.min(size, old))
    PyObject_Free(mem, block)
  }
  mem.store(o + B.ob_bytes, moved)
  mem.store(o + B.ob_start, moved)
  mem.store(o + B.ob_size, size)
  mem.store(o + B.ob_alloc, alloc)
  return 0
}

function resizeBytes(ts: ThreadState, o: Borrowed, size: number, alloc: number, offset: number, kept: number): number {
  const start = ts.mem.load(o + B.ob_bytes)
  if (offset > 0) moveBytes(ts, start, start + offset, kept)
  const bytes = resizeBytesInPlace(ts, ts.mem.load(o + B.ob_bytes_object), alloc)
  if (bytes !== 0) {
    useBytes(ts, o, bytes, size, alloc)
    return 0
  }
  useBytes(ts, o, newBytesFromText(ts, ''), 0, 0)
  PyErr_NoMemory(ts)
  return -1
}

/** _PyBytes_Resize of a bytes object whose bytes lie in the image; 0 (and the object is gone) when memory is exhausted. */
export function resizeBytesInPlace(ts: ThreadState, bytes: Owned, size: number): Owned {
  const { mem } = ts
  const old = mem.load(bytes + PyVarObject.ob_size)
  if (old === size) return bytes
  if (old === 0 || size === 0) {
    DECREF(ts, bytes)
    return newBytesInPlace(ts, size)
  }
  const moved = PyObject_Realloc(mem, bytes, PyBytesObject.ob_sval + 1 + size)
  if (moved === 0) DECREF(ts, bytes)
  else mem.store(moved + PyVarObject.ob_size, size)
  return moved
}

/** memmove within the image. */
export function moveBytes(ts: ThreadState, to: number, from: number, n: number): void {
  if (n > 0 && to !== from) writeBytes(ts, to, readBytes(ts, from, n))
}

/** tp_dealloc's share: the block. */
export function freeBlock(ts: ThreadState, o: number): void {
  if (ts.profile.bytes.arrayHoldsBytes) CLEAR(ts, o + B.ob_bytes_object)
  else PyObject_Free(ts.mem, ts.mem.load(o + B.ob_bytes))
}

/** The bytearray's part in the buffer protocol: one more, one less user. */
export function bytearray_getbuffer(ts: ThreadState, o: Borrowed): number {
  ts.mem.store(o + B.ob_exports, ts.mem.load(o + B.ob_exports) + 1)
  return 0
}

export function bytearray_releasebuffer(ts: ThreadState, o: Borrowed): void {
  ts.mem.store(o + B.ob_exports, ts.mem.load(o + B.ob_exports) - 1)
}
