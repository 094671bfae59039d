// Python/bytecodes.c: CHECK_PERIODIC, up to 3.12 CHECK_EVAL_BREAKER.

import { GcState } from '../heap/runtime.ts'
import { PyErr_Occurred } from '../objects/errors.ts'
import { ERROR, type Machine, OK } from './machine.ts'

/** After a call of native code a collection that came due in it runs (3.12+). @param status of the call */
export function CHECK_PERIODIC(m: Machine, status: number): number {
  const { ts } = m
  if (status !== OK || ts.mem.load(GcState.gc_scheduled) === 0) return status
  m.saveRegisters()
  ts.evalBreaker()
  return PyErr_Occurred(ts) === 0 ? OK : ERROR
}
