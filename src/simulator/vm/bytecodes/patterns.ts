// Python/bytecodes.c: the instructions of `match`.

import { newref } from '../../heap/refcount.ts'
import { lengthObject, PyObject_Size } from '../../objects/abstract.ts'
import { PyErr_Occurred } from '../../objects/errors.ts'
import { type Handler, type Machine, OK } from '../machine.ts'
import { hasPatternFlag, match_class, match_keys } from '../matchpattern.ts'

function pushFlag(m: Machine, flag: 'SEQUENCE' | 'MAPPING'): number {
  m.push(newref(m.ts, hasPatternFlag(m.ts, m.top(1), flag) ? m.ts.true_ : m.ts.false_))
  return OK
}

export const patternHandlers: Record<string, Handler> = {
  GET_LEN(m) {
    m.saveRegisters()
    return m.pushResult(lengthObject(m.ts, PyObject_Size(m.ts, m.top(1))))
  },
  MATCH_SEQUENCE: (m) => pushFlag(m, 'SEQUENCE'),
  MATCH_MAPPING: (m) => pushFlag(m, 'MAPPING'),
  MATCH_KEYS(m) {
    m.saveRegisters()
    return m.pushResult(match_keys(m.ts, m.top(2), m.top(1)))
  },
  MATCH_CLASS(m, nargs) {
    const ts = m.ts
    m.saveRegisters()
    const attrs = match_class(ts, m.top(3), m.top(2), nargs, m.top(1))
    const failed = attrs === 0 && PyErr_Occurred(ts) !== 0
    return m.replace(3, failed ? 0 : attrs || newref(ts, ts.none), 'bottom-first')
  },
}
