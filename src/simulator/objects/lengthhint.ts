// PyObject_LengthHint of Objects/abstract.c: how many items an iterable may have.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, slotsOf } from '../heap/refcount.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { PyObject_Size } from './abstract.ts'
import { callOwned } from './call.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from './errors.ts'
import { PyLong_AsSsize_t, PyLong_Check } from './longobject.ts'
import { wrongReturn } from './typenames.ts'
import { lookupSpecial } from './typeobject.ts'

/** len(o), or what `__length_hint__` says, or `otherwise`; -1 with an error. */
export function PyObject_LengthHint(ts: ThreadState, o: Borrowed, otherwise: number): number {
  const slots = slotsOf(ts, o)
  if (slots.sq_length || slots.mp_length) {
    const size = PyObject_Size(ts, o)
    if (size >= 0) return size
    if (!PyErr_ExceptionMatches(ts, ts.exc.TypeError)) return -1
    PyErr_Clear(ts)
  }
  const method = lookupSpecial(ts, o, '__length_hint__')
  if (method === 0) return PyErr_Occurred(ts) !== 0 ? -1 : otherwise
  const result = callOwned(ts, method)
  if (result === 0) {
    if (!PyErr_ExceptionMatches(ts, ts.exc.TypeError)) return -1
    PyErr_Clear(ts)
    return otherwise
  }
  if (result !== ts.notImplemented && !PyLong_Check(ts, result)) {
    wrongReturn(ts, o, '__length_hint__', result)
    return -1
  }
  const hint = hintOf(ts, result, otherwise)
  DECREF(ts, result)
  return hint
}

function hintOf(ts: ThreadState, result: Borrowed, otherwise: number): number {
  if (result === ts.notImplemented) return otherwise
  const hint = PyLong_AsSsize_t(ts, result)
  if (hint < 0 && PyErr_Occurred(ts) === 0) PyErr_Format(ts, ts.exc.ValueError, '__length_hint__() should return >= 0')
  return hint < 0 ? -1 : hint
}
