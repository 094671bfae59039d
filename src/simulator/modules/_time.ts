// Modules/timemodule.c: clocks. What is made of them is in lib/time.py.
// NOT CPYTHON: time is simulated, so that every run is the same: it starts at 2026-01-01 00:00:00 UTC, an instruction takes
// 50 nanoseconds, and sleep only moves the clock on while no other thread can run.

import type { ThreadState } from '../heap/pystate.ts'
import { newref } from '../heap/refcount.ts'
import { Clock } from '../heap/runtime.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { argAt } from '../objects/call.ts'
import { asFormatInt } from '../objects/cint.ts'
import { PyErr_Format, PyErr_Occurred } from '../objects/errors.ts'
import { newFloat } from '../objects/floatobject.ts'
import { newInt, newIntFromBigInt } from '../objects/longobject.ts'
import type { MethodSpec } from '../objects/object.ts'
import { PyTuple_Check, PyTuple_FromArray, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from '../objects/tupleobject.ts'
import { textOf } from '../objects/unicodeobject.ts'
import type { ModuleSpec } from './module.ts'
import { _PyTime_FromSecondsObject, _PyTime_ObjectToTime_t } from './pytime.ts'

const START = 1_767_225_600
/** How many numbers a time tuple has. */
const FIELDS = 9
/** Seconds. */
export const PER_INSTRUCTION = 50e-9

/** Seconds since the program began. */
export function elapsed(ts: ThreadState): number {
  return (ts.budgets.instructions - ts.fuel) * PER_INSTRUCTION + ts.mem.loadDouble(Clock.slept)
}

function nanoseconds(ts: ThreadState, seconds: number): Owned {
  const whole = Math.floor(seconds)
  return newIntFromBigInt(ts, BigInt(whole) * 1_000_000_000n + BigInt(Math.round((seconds - whole) * 1e9)))
}

/** A clock in seconds and in nanoseconds. */
function clock(name: string, origin: number): MethodSpec[] {
  return [
    { name, kind: 'NOARGS', call: (ts) => newFloat(ts, origin + elapsed(ts)) },
    { name: `${name}_ns`, kind: 'NOARGS', call: (ts) => nanoseconds(ts, origin + elapsed(ts)) },
  ]
}

/** gettmarg: nine whole numbers of a tuple, for the function of that name. */
function gettmarg(ts: ThreadState, _m: Borrowed, argv: number): Owned {
  const [t, name] = [argAt(ts, argv, 0), textOf(ts, argAt(ts, argv, 1))]
  const typeError = (message: string) => PyErr_Format(ts, ts.exc.TypeError, message)
  if (!PyTuple_Check(ts, t)) return typeError('Tuple or struct_time argument required')
  if (PyTuple_GET_SIZE(ts, t) !== FIELDS) return typeError(`${name}(): illegal time tuple argument`)
  const values: number[] = []
  for (let i = 0; i < FIELDS; i++) {
    const value = asFormatInt(ts, PyTuple_GET_ITEM(ts, t, i))
    if (value === -1 && PyErr_Occurred(ts) !== 0) return 0
    values.push(value)
  }
  return PyTuple_FromArray(
    ts,
    values.map((value) => newInt(ts, value)),
  )
}

export const _timeModule: ModuleSpec = {
  name: '_time',
  functionsFrom: 'time',
  functions: [
    ...clock('time', START),
    ...clock('monotonic', 1000),
    ...clock('perf_counter', 1000),
    ...clock('process_time', 0),
    ...clock('thread_time', 0),
    { name: '_gettmarg', kind: 'FASTCALL', min: 2, max: 2, call: gettmarg },
    {
      name: '_time_t',
      kind: 'O',
      call(ts, _m, argv) {
        const seconds = _PyTime_ObjectToTime_t(ts, argAt(ts, argv, 0))
        return seconds === null ? 0 : newIntFromBigInt(ts, seconds)
      },
    },
    {
      name: 'sleep',
      kind: 'O',
      call(ts, _m, argv) {
        const seconds = ts.threads?.resumes ? 0 : _PyTime_FromSecondsObject(ts, argAt(ts, argv, 0))
        if (seconds === null) return 0
        if (seconds < 0) return PyErr_Format(ts, ts.exc.ValueError, 'sleep length must be non-negative')
        if (ts.threads === null) ts.mem.storeDouble(Clock.slept, ts.mem.loadDouble(Clock.slept) + seconds)
        else ts.threads.sleep(seconds)
        return newref(ts, ts.none)
      },
    },
  ],
}
