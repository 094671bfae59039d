// Python/pytime.c: how long to wait, as Python says it.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, Py_TYPE } from '../heap/refcount.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { PyIndex_Check, PyNumber_Index } from '../objects/abstract.ts'
import { PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from '../objects/errors.ts'
import { PyFloat_AsDouble, PyFloat_Check } from '../objects/floatobject.ts'
import { PyLong_AsBigInt } from '../objects/longobject.ts'
import { PyType_GetFullyQualifiedName } from '../objects/typenames.ts'
import { fill } from '../profiles/index.ts'

/** Whole seconds of the most nanoseconds that are counted; in nanoseconds the first that are too many. */
const MOST_SECONDS = 9223372036n
const TOO_MANY = 2 ** 63

/**
 * _PyTime_FromSecondsObject: seconds of a float, or of what is a whole number; from 3.15 on of any real number.
 * @returns `null` with an exception
 */
export function _PyTime_FromSecondsObject(ts: ThreadState, o: Borrowed): number | null {
  const { realTimes } = ts.profile.modules
  if (PyFloat_Check(ts, o) || (realTimes && !PyIndex_Check(ts, o))) return fromDouble(ts, o)
  return fromLong(ts, o)
}

function fromDouble(ts: ThreadState, o: Borrowed): number | null {
  const seconds = PyFloat_AsDouble(ts, o)
  if (Number.isNaN(seconds)) {
    if (PyErr_Occurred(ts) === 0) PyErr_Format(ts, ts.exc.ValueError, 'Invalid value NaN (not a number)')
    return null
  }
  const nanoseconds = seconds * 1e9
  if (nanoseconds >= -TOO_MANY && nanoseconds < TOO_MANY) return seconds
  return overflow(ts, 0)
}

function fromLong(ts: ThreadState, o: Borrowed): number | null {
  const index = PyNumber_Index(ts, o)
  if (index === 0) {
    const { timeArgument } = ts.profile.modules
    if (timeArgument !== null && PyErr_ExceptionMatches(ts, ts.exc.TypeError))
      PyErr_Format(ts, ts.exc.TypeError, fill(timeArgument, PyType_GetFullyQualifiedName(ts, Py_TYPE(ts, o))))
    return null
  }
  const seconds = PyLong_AsBigInt(ts, index)
  DECREF(ts, index)
  if (seconds >= -MOST_SECONDS && seconds <= MOST_SECONDS) return Number(seconds)
  return overflow(ts, 1)
}

/**
 * _PyTime_ObjectToTime_t: the whole seconds, rounded down.
 * @returns `null` with an exception
 */
export function _PyTime_ObjectToTime_t(ts: ThreadState, o: Borrowed): bigint | null {
  if (PyFloat_Check(ts, o) || (ts.profile.modules.realTimes && !PyIndex_Check(ts, o))) {
    const seconds = Math.floor(PyFloat_AsDouble(ts, o))
    if (!Number.isNaN(seconds)) return Math.abs(seconds) < TOO_MANY ? BigInt(seconds) : timeOutOfRange(ts)
    if (PyErr_Occurred(ts) === 0) PyErr_Format(ts, ts.exc.ValueError, 'Invalid value NaN (not a number)')
    return null
  }
  const index = PyNumber_Index(ts, o)
  if (index === 0) return null
  const seconds = PyLong_AsBigInt(ts, index)
  DECREF(ts, index)
  return seconds === BigInt.asIntN(64, seconds) ? seconds : timeOutOfRange(ts)
}

function timeOutOfRange(ts: ThreadState): null {
  PyErr_Format(ts, ts.exc.OverflowError, 'timestamp out of range for platform time_t')
  return null
}

function overflow(ts: ThreadState, which: 0 | 1): null {
  PyErr_Format(ts, ts.exc.OverflowError, ts.profile.modules.timeOverflows[which])
  return null
}
