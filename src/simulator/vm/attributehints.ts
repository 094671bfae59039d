// Lib/traceback.py (3.15): what is said of a missing attribute besides a similar name: the name another language has for
// it, or an attribute that has it.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, Py_TYPE, slotsOf } from '../heap/refcount.ts'
import type { StaticTypes } from '../heap/statictypes.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { PyErr_Clear } from '../objects/errors.ts'
import { genericGetAttr } from '../objects/genericattr.ts'
import { PyObject_GetAttr, PyType_IsSubtype } from '../objects/object.ts'
import { _PyType_Lookup, PyType_Check } from '../objects/typeobject.ts'
import { newStr } from '../objects/unicodeobject.ts'

/** Attributes looked into at most. */
const MAX_NESTED = 20

/** What is said of a method by its name in another language, or on a type that cannot be changed. */
export function languageHint(ts: ThreadState, o: Borrowed, wrong: string): string | null {
  const { otherLanguages } = ts.profile.suggestions
  if (!Object.hasOwn(otherLanguages, wrong)) return null
  const row = otherLanguages[wrong].find(([type]) =>
    PyType_IsSubtype(ts, Py_TYPE(ts, o), ts.types[type as keyof StaticTypes]),
  )
  return row ? row[1] : null
}

/** `inner.wrong` for the first attribute `inner` that has it. Nothing of the program runs: descriptors are passed over. */
export function nestedAttribute(ts: ThreadState, o: Borrowed, wrong: string, names: readonly string[]): string | null {
  for (const name of names.filter((candidate) => !candidate.startsWith('_')).slice(0, MAX_NESTED)) {
    const key = newStr(ts, name)
    const onClass = _PyType_Lookup(ts, Py_TYPE(ts, o), key)
    const isDescriptor = onClass !== 0 && slotsOf(ts, onClass).tp_descr_get !== undefined
    const value = isDescriptor ? 0 : PyObject_GetAttr(ts, o, key)
    DECREF(ts, key)
    if (value === 0) {
      PyErr_Clear(ts)
      continue
    }
    const has = hasStatically(ts, value, wrong)
    DECREF(ts, value)
    if (has) return `${name}.${wrong}`
  }
  return null
}

/** inspect.getattr_static: whether an object or its class has a name, without asking either. */
function hasStatically(ts: ThreadState, o: Borrowed, name: string): boolean {
  const key = newStr(ts, name)
  let found = _PyType_Lookup(ts, Py_TYPE(ts, o), key) !== 0 || (PyType_Check(ts, o) && _PyType_Lookup(ts, o, key) !== 0)
  if (!found && !PyType_Check(ts, o)) {
    const value = genericGetAttr(ts, o, key, true)
    found = value !== 0
    if (found) DECREF(ts, value)
    PyErr_Clear(ts)
  }
  DECREF(ts, key)
  return found
}
