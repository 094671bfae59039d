// Modules/_operator.c and Lib/operator.py: the operators as functions. The callables made for sorting and mapping
// (itemgetter and its like) are operatorgetters.ts.
// NOT CPYTHON: one module instead of two; the functions say that they come from `_operator`, as there.

import { during } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import {
  PyIter_Next,
  PyNumber_AsSsize_t,
  PyNumber_BinaryOp,
  PyNumber_Index,
  PyNumber_Unary,
  PyObject_GetItem,
  PyObject_GetIter,
  PyObject_Not,
  PyObject_SetItem,
  PySequence_Concat,
  PySequence_Contains,
} from '../objects/abstract.ts'
import { newBool } from '../objects/boolobject.ts'
import { argAt, PyObject_Vectorcall } from '../objects/call.ts'
import { getItemText, setItemText } from '../objects/dictobject.ts'
import { PyErr_Format, PyErr_Occurred } from '../objects/errors.ts'
import { PyObject_LengthHint } from '../objects/lengthhint.ts'
import { chargeWork } from '../objects/longintrepr.ts'
import { newInt, newIntFromBigInt, PyLong_AsBigInt } from '../objects/longobject.ts'
import { PyModule_GetDict } from '../objects/moduleobject.ts'
import {
  type MethodSpec,
  Py_EQ,
  PyObject_IsTrue,
  PyObject_RichCompare,
  PyObject_RichCompareBool,
} from '../objects/object.ts'
import type { ModuleSpec } from './module.ts'
import { addType } from './moduletype.ts'
import { getterTypes } from './operatorgetters.ts'

/** Names in the order of BINARY_OP's argument. */
const BINARY =
  'add and_ floordiv lshift matmul mul mod or_ pow rshift sub truediv xor iadd iand ifloordiv ilshift imatmul imul imod ior ipow irshift isub itruediv ixor'.split(
    ' ',
  )

function two(name: string, f: (ts: ThreadState, a: Borrowed, b: Borrowed) => Owned): MethodSpec {
  return {
    name,
    kind: 'FASTCALL',
    min: 2,
    max: 2,
    call: (ts, _m, argv) => f(ts, argAt(ts, argv, 0), argAt(ts, argv, 1)),
  }
}

function one(name: string, f: (ts: ThreadState, a: Borrowed) => Owned): MethodSpec {
  return { name, kind: 'O', call: (ts, _m, argv) => f(ts, argAt(ts, argv, 0)) }
}

function truth(ts: ThreadState, n: number): Owned {
  return n < 0 ? 0 : newBool(ts, n > 0)
}

/** How many items equal a value, or where the first is. */
function search(ts: ThreadState, o: Borrowed, value: Borrowed, first: boolean): Owned {
  const iterator = PyObject_GetIter(ts, o, "argument of type '{0}' is not iterable")
  if (iterator === 0) return 0
  let found = 0
  let index = -1
  const failed = during(ts, [iterator], () => {
    for (let i = 0; ; i++) {
      chargeWork(ts, 1)
      const item = PyIter_Next(ts, iterator)
      if (item === 0) return PyErr_Occurred(ts) !== 0
      const equal = during(ts, [item], () => PyObject_RichCompareBool(ts, item, value, Py_EQ))
      DECREF(ts, item)
      if (equal < 0) return true
      if (equal > 0) {
        found++
        index = i
        if (first) return false
      }
    }
  })
  DECREF(ts, iterator)
  if (failed) return 0
  if (!first) return newInt(ts, found)
  if (index >= 0) return newInt(ts, index)
  return PyErr_Format(ts, ts.exc.ValueError, 'sequence.index(x): x not in sequence')
}

const COMPARISONS = ['lt', 'le', 'eq', 'ne', 'gt', 'ge']

const FUNCTIONS: readonly MethodSpec[] = [
  one('truth', (ts, a) => truth(ts, PyObject_IsTrue(ts, a))),
  two('contains', (ts, a, b) => truth(ts, PySequence_Contains(ts, a, b))),
  two('indexOf', (ts, a, b) => search(ts, a, b, true)),
  two('countOf', (ts, a, b) => search(ts, a, b, false)),
  two('is_', (ts, a, b) => newBool(ts, a === b)),
  two('is_not', (ts, a, b) => newBool(ts, a !== b)),
  one('is_none', (ts, a) => newBool(ts, a === ts.none)),
  one('is_not_none', (ts, a) => newBool(ts, a !== ts.none)),
  ...BINARY.map((name, i) => two(name, (ts, a, b) => PyNumber_BinaryOp(ts, a, b, i))),
  one('neg', (ts, a) => PyNumber_Unary(ts, a, 'nb_negative', 'unary -')),
  one('pos', (ts, a) => PyNumber_Unary(ts, a, 'nb_positive', 'unary +')),
  one('abs', (ts, a) => PyNumber_Unary(ts, a, 'nb_absolute', 'abs()')),
  one('inv', (ts, a) => PyNumber_Unary(ts, a, 'nb_invert', 'unary ~')),
  one('invert', (ts, a) => PyNumber_Unary(ts, a, 'nb_invert', 'unary ~')),
  one('not_', (ts, a) => truth(ts, PyObject_Not(ts, a))),
  one('index', (ts, a) => {
    const index = PyNumber_Index(ts, a)
    if (index === 0 || Py_TYPE(ts, index) === ts.types.int) return index
    const exact = newIntFromBigInt(ts, PyLong_AsBigInt(ts, index))
    DECREF(ts, index)
    return exact
  }),
  two('concat', (ts, a, b) => PySequence_Concat(ts, a, b, false)),
  two('iconcat', (ts, a, b) => PySequence_Concat(ts, a, b, true)),
  two('getitem', PyObject_GetItem),
  two('delitem', (ts, a, b) => (PyObject_SetItem(ts, a, b, 0) < 0 ? 0 : newref(ts, ts.none))),
  {
    name: 'setitem',
    kind: 'FASTCALL',
    min: 3,
    max: 3,
    call(ts, _m, argv) {
      const status = PyObject_SetItem(ts, argAt(ts, argv, 0), argAt(ts, argv, 1), argAt(ts, argv, 2))
      return status < 0 ? 0 : newref(ts, ts.none)
    },
  },
  ...COMPARISONS.map((name, op) => two(name, (ts, a, b) => PyObject_RichCompare(ts, a, b, op))),
  {
    name: 'length_hint',
    kind: 'FASTCALL',
    min: 1,
    max: 2,
    call(ts, _m, argv, nargs) {
      const otherwise = nargs > 1 ? PyNumber_AsSsize_t(ts, argAt(ts, argv, 1), ts.exc.OverflowError) : 0
      if (otherwise === -1 && PyErr_Occurred(ts) !== 0) return 0
      const hint = PyObject_LengthHint(ts, argAt(ts, argv, 0), otherwise)
      return hint < 0 ? 0 : newInt(ts, hint)
    },
  },
  {
    name: 'call',
    kind: 'KEYWORDS',
    call(ts, _m, argv, nargs, kwnames) {
      if (nargs === 0) return PyErr_Format(ts, ts.exc.TypeError, 'call expected at least 1 argument, got 0')
      return PyObject_Vectorcall(ts, argAt(ts, argv, 0), argv + 8, nargs - 1, kwnames)
    },
  },
]

/** The names with underscores: `__add__` is `add`. */
const UNDERSCORED =
  'lt le eq ne ge gt not abs add and call floordiv index inv invert lshift mod mul matmul neg or pos pow rshift sub truediv xor concat contains delitem getitem setitem iadd iand iconcat ifloordiv ilshift imod imul imatmul ior ipow irshift isub itruediv ixor'.split(
    ' ',
  )

export const operatorModule: ModuleSpec = {
  name: 'operator',
  fileThere: 'operator.py',
  doc: 'Operator interface.',
  functions: FUNCTIONS,
  functionsFrom: '_operator',
  state: getterTypes.length,
  exec(ts, module) {
    for (const type of getterTypes) if (addType(ts, module, type) < 0) return -1
    const dict = PyModule_GetDict(ts, module)
    for (const name of UNDERSCORED) {
      const func = getItemText(ts, dict, name) || getItemText(ts, dict, `${name}_`)
      if (setItemText(ts, dict, `__${name}__`, func) < 0) return -1
    }
    return 0
  },
}
