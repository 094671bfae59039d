// Python/bytecodes.c: CHECK_PERIODIC, up to 3.12 CHECK_EVAL_BREAKER; Python/ceval_gil.c, _Py_HandlePending.

import { GcState } from '../heap/runtime.ts'
import { PyErr_Occurred } from '../objects/errors.ts'
import { ERROR, type Machine, OK } from './machine.ts'

/** At a function's entry and at a jump back: a collection that is due runs (3.12+), and another thread whose turn it is. */
export function evalBreaker(m: Machine): number {
  const { ts } = m
  ts.evalBreaker()
  if (PyErr_Occurred(ts) !== 0) return ERROR
  if (ts.fuel < ts.sliceEnd) ts.threads?.endSlice()
  return OK
}

/** After a call of native code a collection that came due in it runs (3.12+). @param status of the call */
export function CHECK_PERIODIC(m: Machine, status: number): number {
  const { ts } = m
  if (status !== OK || ts.mem.load(GcState.gc_scheduled) === 0) return status
  m.saveRegisters()
  ts.evalBreaker()
  return PyErr_Occurred(ts) === 0 ? OK : ERROR
}
