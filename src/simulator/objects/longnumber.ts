// Objects/abstract.c, PyNumber_Long: int() of any object.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, slotsOf } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyNumber_Index } from './abstract.ts'
import { bytesLike, PyObject_CheckBuffer } from './buffer.ts'
import { newBytesFromText, PyBytes_Check } from './bytesstorage.ts'
import { PyErr_Format, PyErr_Occurred } from './errors.ts'
import { long_long } from './longarith.ts'
import { longFromText, PyLong_FromUnicodeObject } from './longformat.ts'
import { PyLong_AsSsize_t, PyLong_Check } from './longintrepr.ts'
import { PyObject_IsTrue, PyUnicode_Check, typeName } from './object.ts'
import { wrongReturn } from './typenames.ts'

/** int(o) (PyNumber_Long): an int, rounded towards zero; text is read as decimal. */
export function PyNumber_Long(ts: ThreadState, o: Borrowed): Owned {
  if (Py_TYPE(ts, o) === ts.types.int) return newref(ts, o)
  const slots = slotsOf(ts, o)
  const convert = slots.nb_int ?? slots.nb_index
  if (convert) {
    const result = convert(ts, o)
    if (result === 0 || Py_TYPE(ts, result) === ts.types.int) return result
    if (!PyLong_Check(ts, result)) {
      return wrongReturn(ts, o, slots.nb_int ? '__int__' : '__index__', result)
    }
    const plain = long_long(ts, result)
    DECREF(ts, result)
    return plain
  }
  if (PyUnicode_Check(ts, o)) return PyLong_FromUnicodeObject(ts, o, 10)
  if (PyObject_CheckBuffer(ts, o)) return longFromBytes(ts, o, 10)
  return PyErr_Format(
    ts,
    ts.exc.TypeError,
    `int() argument must be a string, a bytes-like object or a real number, not '${typeName(ts, o)}'`,
  )
}

/** _PyLong_FromBytes: the number that bytes of any kind spell; messages show them as bytes. */
export function longFromBytes(ts: ThreadState, o: Borrowed, base: number): Owned {
  const text = bytesLike(ts, o)
  if (text === null) return 0
  const shown = PyBytes_Check(ts, o) ? newref(ts, o) : newBytesFromText(ts, text)
  const result = shown === 0 ? 0 : longFromText(ts, text, base, shown)
  if (shown !== 0) DECREF(ts, shown)
  return result
}

/** A flag given as an argument: 1 or 0, -1 with an exception. What up to 3.11 had to be a C int is anything since. */
export function flagArgument(ts: ThreadState, o: Borrowed): number {
  if (o === 0) return 0
  if (ts.profile.containers.flagsTakeAny || PyLong_Check(ts, o)) return PyObject_IsTrue(ts, o)
  const value = ssizeArgument(ts, o)
  return value === null ? -1 : value === 0 ? 0 : 1
}

/** An argument that must fit a Py_ssize_t, as Argument Clinic reads it; `null` with TypeError or OverflowError. */
export function ssizeArgument(ts: ThreadState, o: Borrowed): number | null {
  const index = PyNumber_Index(ts, o)
  if (index === 0) return null
  const value = PyLong_AsSsize_t(ts, index)
  DECREF(ts, index)
  return value === -1 && PyErr_Occurred(ts) !== 0 ? null : value
}
