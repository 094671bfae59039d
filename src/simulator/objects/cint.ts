// Python/getargs.c and Objects/longobject.c: an argument that must be a C int.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF } from '../heap/refcount.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { PyNumber_Index } from './abstract.ts'
import { PyErr_Format } from './errors.ts'
import { PyLong_AsBigInt } from './longobject.ts'

function narrowed(ts: ThreadState, o: Borrowed, refuse: (value: bigint) => void): number {
  const index = PyNumber_Index(ts, o)
  if (index === 0) return -1
  const value = PyLong_AsBigInt(ts, index)
  DECREF(ts, index)
  if (value === BigInt.asIntN(32, value)) return Number(value)
  refuse(value)
  return -1
}

/** PyLong_AsInt: a C int, -1 with an exception set where it is none. */
export function asInt(ts: ThreadState, o: Borrowed): number {
  return narrowed(ts, o, () => tooLargeForInt(ts))
}

/** The format `i` of PyArg_Parse, which makes a C long of it first. */
export function asFormatInt(ts: ThreadState, o: Borrowed): number {
  return narrowed(ts, o, (value) => {
    const which = value > 0n ? 'greater than maximum' : 'less than minimum'
    const isLong = value === BigInt.asIntN(64, value)
    const message = isLong ? `signed integer is ${which}` : 'Python int too large to convert to C long'
    PyErr_Format(ts, ts.exc.OverflowError, message)
  })
}

/** Raises OverflowError for an int that is no C int. */
export function tooLargeForInt(ts: ThreadState): 0 {
  return PyErr_Format(ts, ts.exc.OverflowError, 'Python int too large to convert to C int')
}
