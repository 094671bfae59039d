// Python/errors.c, PyErr_GivenExceptionMatches, and CHECK_EXC_MATCH's own check of what stands after `except`.

import type { ThreadState } from '../heap/pystate.ts'
import { Py_TYPE } from '../heap/refcount.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { PyExceptionClass_Check } from './baseexception.ts'
import { PyErr_Format } from './errors.ts'
import { PyType_IsSubtype } from './object.ts'
import { PyTuple_Check, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'

/** Whether an exception is caught by `except match`: 1, 0, or -1 with TypeError. */
export function PyErr_GivenExceptionMatches(ts: ThreadState, exception: Borrowed, match: Borrowed): number {
  const classes = PyTuple_Check(ts, match)
    ? Array.from({ length: PyTuple_GET_SIZE(ts, match) }, (_, i) => PyTuple_GET_ITEM(ts, match, i))
    : [match]
  for (const type of classes) {
    if (PyExceptionClass_Check(ts, type)) continue
    PyErr_Format(ts, ts.exc.TypeError, 'catching classes that do not inherit from BaseException is not allowed')
    return -1
  }
  return classes.some((type) => PyType_IsSubtype(ts, Py_TYPE(ts, exception), type)) ? 1 : 0
}
