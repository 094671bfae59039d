// Python/getargs.c, the format `i`: an argument that must be a C int.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF } from '../heap/refcount.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { PyNumber_Index } from './abstract.ts'
import { PyErr_Format } from './errors.ts'
import { PyLong_AsBigInt } from './longobject.ts'

/** A C int: -1 with an exception set where it is none. */
export function asInt(ts: ThreadState, o: Borrowed): number {
  const index = PyNumber_Index(ts, o)
  if (index === 0) return -1
  const value = PyLong_AsBigInt(ts, index)
  DECREF(ts, index)
  if (value === BigInt.asIntN(32, value)) return Number(value)
  tooLargeForInt(ts)
  return -1
}

/** Raises OverflowError for an int that is no C int. */
export function tooLargeForInt(ts: ThreadState): 0 {
  return PyErr_Format(ts, ts.exc.OverflowError, 'Python int too large to convert to C int')
}
