// Modules/_bisectmodule.c: searching in and inserting into a sorted sequence.
// NOT CPYTHON: one module instead of two; the functions say that they come from `_bisect`, as there.

import { during } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyNumber_AsSsize_t, PyObject_GetItem, PyObject_Size } from '../objects/abstract.ts'
import { callArgs, callOneArg, parseKeywords } from '../objects/call.ts'
import { getItemText, setItemText } from '../objects/dictobject.ts'
import { PyErr_Format, PyErr_Occurred } from '../objects/errors.ts'
import { getAttributeText } from '../objects/genericattr.ts'
import { chargeWork } from '../objects/longintrepr.ts'
import { ssizeArgument } from '../objects/longnumber.ts'
import { newInt } from '../objects/longobject.ts'
import { PyModule_GetDict } from '../objects/moduleobject.ts'
import { type MethodSpec, Py_LT, PyObject_RichCompareBool } from '../objects/object.ts'
import type { ModuleSpec } from './module.ts'

/** Where `item` belongs: behind its equals, or before them. -1 with an exception. */
function search(
  ts: ThreadState,
  list: Borrowed,
  item: Borrowed,
  from: number,
  to: number,
  key: Borrowed,
  right: boolean,
): number {
  if (from < 0) {
    PyErr_Format(ts, ts.exc.ValueError, ts.profile.modules.negativeLo)
    return -1
  }
  let low = from
  let high = to
  if (high === -1) {
    high = PyObject_Size(ts, list)
    if (high < 0) return -1
  }
  while (low < high) {
    chargeWork(ts, 1)
    const middle = Math.floor((low + high) / 2)
    const index = newInt(ts, middle)
    let at = PyObject_GetItem(ts, list, index)
    DECREF(ts, index)
    if (at !== 0 && key !== 0) {
      const plain = at
      at = during(ts, [plain], () => callOneArg(ts, key, plain))
      DECREF(ts, plain)
    }
    if (at === 0) return -1
    const there = at
    const less = during(ts, [there], () =>
      right ? PyObject_RichCompareBool(ts, item, there, Py_LT) : PyObject_RichCompareBool(ts, there, item, Py_LT),
    )
    DECREF(ts, there)
    if (less < 0) return -1
    if (less > 0 === right) high = middle
    else low = middle + 1
  }
  return low
}

function insert(ts: ThreadState, list: Borrowed, index: number, item: Borrowed): Owned {
  const method = getAttributeText(ts, list, 'insert')
  if (method === 0) return 0
  const at = newInt(ts, index)
  const result = during(ts, [method, at], () => callArgs(ts, method, [at, item]))
  DECREF(ts, at)
  DECREF(ts, method)
  if (result === 0) return 0
  DECREF(ts, result)
  return newref(ts, ts.none)
}

function functionOf(name: string, right: boolean, inserts: boolean): MethodSpec {
  return {
    name,
    kind: 'KEYWORDS',
    call(ts, _m, argv, nargs, kwnames) {
      const values = parseKeywords(ts, name, argv, nargs, kwnames, ['a', 'x', 'lo', 'hi', 'key'], 2, 0, 4)
      if (!values) return 0
      const [list, x, loObject, hiObject, keyObject] = values
      const lo = loObject === 0 ? 0 : ssizeArgument(ts, loObject)
      if (lo === null) return 0
      const hi = hiObject === 0 || hiObject === ts.none ? -1 : PyNumber_AsSsize_t(ts, hiObject, ts.exc.OverflowError)
      if (hi === -1 && PyErr_Occurred(ts) !== 0) return 0
      const key = keyObject === ts.none ? 0 : keyObject
      let index: number
      if (inserts && key !== 0) {
        const made = callOneArg(ts, key, x)
        if (made === 0) return 0
        index = during(ts, [made], () => search(ts, list, made, lo, hi, key, right))
        DECREF(ts, made)
      } else index = search(ts, list, x, lo, hi, key, right)
      if (index < 0) return 0
      return inserts ? insert(ts, list, index, x) : newInt(ts, index)
    },
  }
}

export const bisectModule: ModuleSpec = {
  name: 'bisect',
  fileThere: 'bisect.py',
  doc: 'Bisection algorithms.',
  functionsFrom: '_bisect',
  functions: [
    functionOf('bisect_right', true, false),
    functionOf('bisect_left', false, false),
    functionOf('insort_right', true, true),
    functionOf('insort_left', false, true),
  ],
  exec(ts, module) {
    const dict = PyModule_GetDict(ts, module)
    const alias = (name: string, func: string) => setItemText(ts, dict, name, getItemText(ts, dict, func))
    return alias('bisect', 'bisect_right') | alias('insort', 'insort_right')
  },
}
