// Objects/abstract.c, the buffer protocol: objects whose bytes others may use in place, and count who does.
// Left out: more than one dimension, items of more than one byte, and classes with `__buffer__` of their own.

import { Stop, type ThreadState } from '../heap/pystate.ts'
import { Py_TYPE, slotsOf, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { PyErr_Format } from './errors.ts'
import { typeName } from './object.ts'
import { lookupText } from './typelookup.ts'

/** Whether an object gives its bytes to others. */
export function PyObject_CheckBuffer(ts: ThreadState, o: Borrowed): boolean {
  if (slotsOf(ts, o).bf_getbuffer) return true
  const type = Py_TYPE(ts, o)
  if (typeFlags(ts, type) & TPFLAGS.HEAPTYPE && lookupText(ts, type, '__buffer__') !== 0)
    throw new Stop({ kind: 'unsupported', feature: '`__buffer__` of a class' })
  return false
}

/**
 * The bytes of an object, in use until PyBuffer_Release.
 * @param scattered whether they need not lie side by side (PyBUF_FULL_RO; otherwise PyBUF_SIMPLE)
 * @returns a text of characters below 256, or `null` with TypeError (or what the object says)
 */
export function PyObject_GetBuffer(ts: ThreadState, o: Borrowed, scattered = false): string | null {
  if (!PyObject_CheckBuffer(ts, o)) {
    PyErr_Format(ts, ts.exc.TypeError, `a bytes-like object is required, not '${typeName(ts, o)}'`)
    return null
  }
  const { bf_getbuffer, bf_bytes } = slotsOf(ts, o)
  if (!bf_getbuffer || !bf_bytes) throw new Error(`${typeName(ts, o)} has half a buffer protocol`)
  return bf_getbuffer(ts, o, scattered) < 0 ? null : bf_bytes(ts, o)
}

/** Ends the use of an object's bytes. */
export function PyBuffer_Release(ts: ThreadState, o: Borrowed): void {
  slotsOf(ts, o).bf_releasebuffer?.(ts, o)
}

/** The bytes of an object as they are now; `null` with an exception. */
export function bytesLike(ts: ThreadState, o: Borrowed, scattered = false): string | null {
  const text = PyObject_GetBuffer(ts, o, scattered)
  if (text !== null) PyBuffer_Release(ts, o)
  return text
}
