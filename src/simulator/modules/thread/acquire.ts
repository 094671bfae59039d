// Modules/_threadmodule.c, lock_acquire_parse_args: how locks are asked for.

import type { ThreadState } from '../../heap/pystate.ts'
import { newref } from '../../heap/refcount.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { newBool } from '../../objects/boolobject.ts'
import { parsed, parseKeywords } from '../../objects/call.ts'
import { asFormatInt } from '../../objects/cint.ts'
import { PyErr_Format, PyErr_Occurred } from '../../objects/errors.ts'
import type { MethodSpec } from '../../objects/object.ts'
import { PyObject_IsTrue } from '../../objects/object.ts'
import { _PyTime_FromSecondsObject } from '../pytime.ts'
import { scheduler } from './scheduler.ts'

/** The longest time a lock can be waited for, in seconds (PY_TIMEOUT_MAX). */
export const TIMEOUT_MAX = 9223372036

/** Whether to wait: not 0; -1 with an exception, too. */
function parseBlocking(ts: ThreadState, o: Borrowed): number {
  const { lockBlockingIsInt, lockVarargs } = ts.profile.modules
  if (lockBlockingIsInt) return asFormatInt(ts, o)
  // Argument Clinic holds nothing.
  return lockVarargs ? parsed(ts, o, () => PyObject_IsTrue(ts, o)) : PyObject_IsTrue(ts, o)
}

/** `acquire(blocking=True, timeout=-1)` in seconds: 0 does not wait, -1 does for ever; `null` with an exception. */
function parseTimeout(ts: ThreadState, argv: number, nargs: number, kwnames: Borrowed): number | null {
  const values = parseKeywords(ts, 'acquire', argv, nargs, kwnames, ['blocking', 'timeout'], 0)
  if (!values) return null
  const blocking = values[0] === 0 ? 1 : parseBlocking(ts, values[0])
  if (blocking === -1 && PyErr_Occurred(ts) !== 0) return null
  const timeout = values[1] === 0 ? -1 : _PyTime_FromSecondsObject(ts, values[1])
  if (timeout === null) return null
  const refuse = (type: Borrowed, message: string) => {
    PyErr_Format(ts, type, message)
    return null
  }
  if (blocking === 0 && timeout !== -1)
    return refuse(ts.exc.ValueError, "can't specify a timeout for a non-blocking call")
  if (timeout < 0 && timeout !== -1) return refuse(ts.exc.ValueError, ts.profile.modules.negativeTimeout)
  if (timeout > TIMEOUT_MAX) return refuse(ts.exc.OverflowError, 'timeout value is too large')
  return blocking === 0 ? 0 : timeout
}

/**
 * `acquire` under its names, and `__enter__`.
 * @param isFree whether the thread that runs may have the lock
 * @param take gives it to that thread
 */
export function acquiring(
  names: readonly string[],
  isFree: (ts: ThreadState, self: Borrowed) => boolean,
  take: (ts: ThreadState, self: Borrowed) => void,
): MethodSpec[] {
  const acquire = (ts: ThreadState, self: Borrowed, seconds: number): Owned => {
    const taken = (): Owned => {
      take(ts, self)
      return newref(ts, ts.true_)
    }
    const free = () => isFree(ts, self)
    const got = seconds === 0 ? free() : scheduler(ts).wait([...names, '__enter__'], free, seconds, taken)
    return got ? taken() : newBool(ts, false)
  }
  return [
    ...names.map(
      (name): MethodSpec => ({
        name,
        kind: 'KEYWORDS',
        call(ts, self, argv, nargs, kwnames) {
          const seconds = ts.threads?.resumes ? -1 : parseTimeout(ts, argv, nargs, kwnames)
          return seconds === null ? 0 : acquire(ts, self, seconds)
        },
      }),
    ),
    { name: '__enter__', kind: 'NOARGS', call: (ts, self) => acquire(ts, self, -1) },
  ]
}
