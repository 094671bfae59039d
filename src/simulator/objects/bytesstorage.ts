// Objects/bytesobject.c, the representation. NOT CPYTHON: the bytes lie in `ts.texts`, one character below 256 each; where
// they would begin stands the number of that text. b'' and the one-byte objects are cached.

import { allocate } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { newref, Py_TYPE, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { PyBytesObject, PyVarObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyErr_NoMemory } from './errors.ts'
import { staticRefcount } from './longintrepr.ts'

/** Bytes from one cached object to the next. b'' comes first, then the bytes 0 to 255. */
const CACHED_SIZE = 48
/** Address of the first cached object, which never changes once made. */
const caches = new WeakMap<ThreadState, number>()

/** Makes b'' and the 256 one-byte objects. `ts.types.bytes` must have its address. */
export function initBytes(ts: ThreadState): void {
  const first = ts.mem.sbrk(257 * CACHED_SIZE, 16)
  caches.set(ts, first)
  for (let i = 0; i < 257; i++) {
    const o = first + i * CACHED_SIZE
    ts.mem.store(o, staticRefcount(ts))
    ts.mem.store(o + 8, ts.types.bytes)
    ts.mem.store(o + PyVarObject.ob_size, i === 0 ? 0 : 1)
    fill(ts, o, i === 0 ? '' : String.fromCharCode(i - 1))
  }
}

/** A new bytes object. 0 with MemoryError. */
export function newBytes(ts: ThreadState, value: Uint8Array): Owned {
  let text = ''
  for (const byte of value) text += String.fromCharCode(byte)
  return newBytesFromText(ts, text)
}

/** The same from a text of characters below 256. */
export function newBytesFromText(ts: ThreadState, text: string): Owned {
  if (text.length < 2) {
    const row = text === '' ? 0 : text.charCodeAt(0) + 1
    return newref(ts, (caches.get(ts) ?? 0) + row * CACHED_SIZE)
  }
  return newOwnBytes(ts, text)
}

/** The same where CPython fills in an object it has made: a single byte is a new object too. */
export function newOwnBytes(ts: ThreadState, text: string): Owned {
  const o = newBlankBytes(ts, text.length)
  if (o !== 0 && text !== '') fill(ts, o, text)
  return o
}

/** PyBytes_FromStringAndSize(NULL, size): an object still to be filled, or b''. */
export function newBlankBytes(ts: ThreadState, size: number): Owned {
  if (size === 0) return newref(ts, caches.get(ts) ?? 0)
  if (size > ts.budgets.memory) return PyErr_NoMemory(ts)
  const o = allocate(ts, ts.types.bytes, PyBytesObject.ob_sval + size + 1)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.store(o + PyVarObject.ob_size, size)
  return o
}

/** Writes what an object of the right size holds; its hash is not known yet. */
export function fill(ts: ThreadState, o: number, text: string): void {
  ts.mem.store(o + PyBytesObject.ob_shash, -1)
  ts.mem.store(o + PyBytesObject.ob_shash + 4, -1)
  ts.mem.store(o + PyBytesObject.ob_sval, ts.addText(text))
}

/** Whether `o` is bytes or of a subclass. */
export function PyBytes_Check(ts: ThreadState, o: Borrowed): boolean {
  return (typeFlags(ts, Py_TYPE(ts, o)) & TPFLAGS.BYTES_SUBCLASS) !== 0
}

/** The bytes, as a text of characters below 256. */
export function bytesOf(ts: ThreadState, o: Borrowed): string {
  return ts.texts[ts.mem.load(o + PyBytesObject.ob_sval)]
}
