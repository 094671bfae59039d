// Objects/bytesobject.c, PyBytes_FromObject: bytes from an iterable of ints.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF } from '../heap/refcount.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { PyIter_Next, PyNumber_AsSsize_t, PyObject_GetIter } from './abstract.ts'
import { bytesLike, PyObject_CheckBuffer } from './buffer.ts'
import { PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from './errors.ts'
import { PyUnicode_Check, typeName } from './object.ts'

/** The bytes an object gives, as a text of characters below 256; `null` with an exception. */
export function bytesFromIterable(ts: ThreadState, o: Borrowed): string | null {
  if (PyObject_CheckBuffer(ts, o)) return bytesLike(ts, o, true)
  const iterator = PyUnicode_Check(ts, o) ? 0 : PyObject_GetIter(ts, o)
  if (iterator === 0) {
    if (PyErr_Occurred(ts) === 0 || PyErr_ExceptionMatches(ts, ts.exc.TypeError))
      PyErr_Format(ts, ts.exc.TypeError, `cannot convert '${typeName(ts, o)}' object to bytes`)
    return null
  }
  const mark = holdMark(ts)
  hold(ts, iterator)
  const inner = holdMark(ts)
  let text: string | null = ''
  for (let item = PyIter_Next(ts, iterator); item !== 0; item = PyIter_Next(ts, iterator)) {
    hold(ts, item)
    const value = PyNumber_AsSsize_t(ts, item, 0)
    release(ts, inner)
    DECREF(ts, item)
    if (value === -1 && PyErr_Occurred(ts) !== 0) break
    if (value < 0 || value > 255) {
      PyErr_Format(ts, ts.exc.ValueError, 'bytes must be in range(0, 256)')
      break
    }
    text += String.fromCharCode(value)
  }
  if (PyErr_Occurred(ts) !== 0) text = null
  release(ts, mark)
  DECREF(ts, iterator)
  return text
}
