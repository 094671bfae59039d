// Python/bltinmodule.c: __import__.

import { during } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { parseKeywords } from '../objects/call.ts'
import { PyErr_Format } from '../objects/errors.ts'
import { newInt, PyLong_AsNumber, PyLong_Check } from '../objects/longobject.ts'
import { type MethodSpec, PyObject_IsTrue, PyUnicode_Check, typeName } from '../objects/object.ts'
import { PySequence_Tuple } from '../objects/sequencetuple.ts'
import { textOf } from '../objects/unicodeobject.ts'

const PARAMETERS = ['name', 'globals', 'locals', 'fromlist', 'level']

/** The function every `import` calls, unless `builtins` has another in its place. */
export const importFunction: MethodSpec = {
  name: '__import__',
  kind: 'KEYWORDS',
  call(ts, _self, argv, nargs, kwnames) {
    const values = parseKeywords(ts, '__import__', argv, nargs, kwnames, PARAMETERS, 1)
    if (!values) return 0
    const [name, , , fromlist, given] = values
    const level = given === 0 ? newInt(ts, 0) : given
    if (given !== 0 && !PyLong_Check(ts, given))
      return PyErr_Format(ts, ts.exc.TypeError, `'${typeName(ts, given)}' object cannot be interpreted as an integer`)
    if (!PyUnicode_Check(ts, name)) return PyErr_Format(ts, ts.exc.TypeError, 'module name must be a string')
    if (PyLong_AsNumber(ts, level) < 0) return PyErr_Format(ts, ts.exc.ValueError, 'level must be >= 0')
    if (textOf(ts, name) === '' && PyLong_AsNumber(ts, level) === 0)
      return PyErr_Format(ts, ts.exc.ValueError, 'Empty module name')
    return withFromlist(ts, fromlist, (names) => ts.importName(name, names, level))
  },
}

function withFromlist(ts: ThreadState, fromlist: Borrowed, then: (names: Borrowed) => Owned): Owned {
  const some = fromlist === 0 ? 0 : PyObject_IsTrue(ts, fromlist)
  if (some < 0) return 0
  if (some === 0) return then(0)
  const names = PySequence_Tuple(ts, fromlist)
  if (names === 0) return 0
  const module = during(ts, [names], () => then(names))
  DECREF(ts, names)
  return module
}
