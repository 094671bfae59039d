// Objects/abstract.c, PyObject_Format: what format(), f-strings and str.format() do with one value.

import type { ThreadState } from '../heap/pystate.ts'
import { newref, Py_TYPE } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { callOwned } from './call.ts'
import { PyErr_Format, PyErr_Occurred } from './errors.ts'
import { PyObject_Str, PyUnicode_Check, typeName } from './object.ts'
import { lookupSpecial } from './typelookup.ts'
import { wrongReturn } from './typenames.ts'
import { PyUnicode_GetLength } from './unicodeobject.ts'

/** format(o, spec): a str. `spec` 0 is the empty one. */
export function PyObject_Format(ts: ThreadState, o: Borrowed, spec: Borrowed): Owned {
  if (spec !== 0 && !PyUnicode_Check(ts, spec))
    return PyErr_Format(ts, ts.exc.SystemError, `Format specifier must be a string, not ${typeName(ts, spec)}`)
  if (spec === 0 || PyUnicode_GetLength(ts, spec) === 0) {
    const type = Py_TYPE(ts, o)
    if (type === ts.types.str) return newref(ts, o)
    if (type === ts.types.int) return PyObject_Str(ts, o)
  }
  const method = lookupSpecial(ts, o, '__format__')
  if (method === 0) {
    if (PyErr_Occurred(ts) !== 0) return 0
    return PyErr_Format(ts, ts.exc.TypeError, `Type ${typeName(ts, o)} doesn't define __format__`)
  }
  const result = callOwned(ts, method, [spec === 0 ? ts.emptyStr : spec])
  if (result === 0 || PyUnicode_Check(ts, result)) return result
  return wrongReturn(ts, o, '__format__', result)
}
