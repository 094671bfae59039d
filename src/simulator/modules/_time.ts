// Modules/timemodule.c: clocks. What is made of them is in lib/time.py.
// NOT CPYTHON: time is simulated, so that every run is the same: it starts at 2026-01-01 00:00:00 UTC, an instruction takes
// 50 nanoseconds, and sleep only moves the clock on while no other thread can run.

import type { ThreadState } from '../heap/pystate.ts'
import { newref, Py_TYPE } from '../heap/refcount.ts'
import { Clock } from '../heap/runtime.ts'
import type { Owned } from '../heap/typeslots.ts'
import { PyIndex_Check } from '../objects/abstract.ts'
import { argAt } from '../objects/call.ts'
import { PyErr_Format, PyErr_Occurred } from '../objects/errors.ts'
import { newFloat, PyFloat_AsDouble, PyFloat_Check } from '../objects/floatobject.ts'
import { newIntFromBigInt } from '../objects/longobject.ts'
import type { MethodSpec } from '../objects/object.ts'
import { typeName } from '../objects/object.ts'
import { PyType_GetFullyQualifiedName } from '../objects/typenames.ts'
import { fill } from '../profiles/index.ts'
import type { ModuleSpec } from './module.ts'

const START = 1_767_225_600
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

export const _timeModule: ModuleSpec = {
  name: '_time',
  functionsFrom: 'time',
  functions: [
    ...clock('time', START),
    ...clock('monotonic', 1000),
    ...clock('perf_counter', 1000),
    ...clock('process_time', 0),
    ...clock('thread_time', 0),
    {
      name: 'sleep',
      kind: 'O',
      call(ts, _m, argv) {
        const o = argAt(ts, argv, 0)
        const { sleepArgument } = ts.profile.modules
        if (sleepArgument !== null && !PyFloat_Check(ts, o) && !PyIndex_Check(ts, o)) {
          const names = [typeName(ts, o), PyType_GetFullyQualifiedName(ts, Py_TYPE(ts, o))]
          return PyErr_Format(ts, ts.exc.TypeError, fill(sleepArgument, ...names))
        }
        const seconds = PyFloat_AsDouble(ts, o)
        if (Number.isNaN(seconds) && PyErr_Occurred(ts) !== 0) return 0
        if (!(seconds >= 0)) return PyErr_Format(ts, ts.exc.ValueError, 'sleep length must be non-negative')
        if (ts.threads === null) ts.mem.storeDouble(Clock.slept, ts.mem.loadDouble(Clock.slept) + seconds)
        else ts.threads.sleep(seconds)
        return newref(ts, ts.none)
      },
    },
  ],
}
