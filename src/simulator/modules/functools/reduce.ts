// Modules/_functoolsmodule.c: reduce and cmp_to_key.

import { during } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { DECREF, newref, Py_REFCNT, Py_TYPE } from '../../heap/refcount.ts'
import { layout, PyObject } from '../../heap/structs.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyIter_Next, PyObject_GetIter } from '../../objects/abstract.ts'
import {
  _PyArg_NoKeywords,
  argAt,
  callArgs,
  checkPositional,
  PyObject_Vectorcall,
  parseKeywords,
} from '../../objects/call.ts'
import { PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from '../../objects/errors.ts'
import { chargeWork } from '../../objects/longintrepr.ts'
import { newInt } from '../../objects/longobject.ts'
import { type MethodSpec, PyObject_RichCompare } from '../../objects/object.ts'
import {
  newTuple,
  PyTuple_GET_ITEM,
  PyTuple_SET_ITEM,
  trackTupleAlways,
  tupleItems,
} from '../../objects/tupleobject.ts'
import { PyType_GenericAlloc } from '../../objects/typeobject.ts'
import { type ModuleType, moduleType, owning } from '../moduletype.ts'

/** PyTuple_SetItem: the place takes the reference, what was there is given up. */
function setItem(ts: ThreadState, tuple: Borrowed, i: number, value: Owned): void {
  const old = PyTuple_GET_ITEM(ts, tuple, i)
  PyTuple_SET_ITEM(ts, tuple, i, value)
  if (old !== 0) DECREF(ts, old)
}

/** One tuple of two arguments serves all calls: it keeps the last two until the next. */
function reduce(ts: ThreadState, func: Borrowed, sequence: Borrowed, initial: Borrowed): Owned {
  const iterator = PyObject_GetIter(ts, sequence)
  if (iterator === 0) {
    if (PyErr_ExceptionMatches(ts, ts.exc.TypeError))
      PyErr_Format(ts, ts.exc.TypeError, 'reduce() arg 2 must support iteration')
    return 0
  }
  let result: Owned = initial === 0 ? 0 : newref(ts, initial)
  let args = newTuple(ts, 2)
  let failed = false
  for (;;) {
    chargeWork(ts, 1)
    if (Py_REFCNT(ts, args) > 1) {
      DECREF(ts, args)
      args = newTuple(ts, 2)
    }
    const item = during(ts, [iterator, args, result], () => PyIter_Next(ts, iterator))
    if (item === 0) {
      failed = PyErr_Occurred(ts) !== 0
      break
    }
    if (result === 0) {
      result = item
      continue
    }
    during(ts, [iterator, args], () => {
      setItem(ts, args, 0, result)
      setItem(ts, args, 1, item)
      trackTupleAlways(ts, args)
      result = PyObject_Vectorcall(ts, func, tupleItems(ts, args), 2, 0)
    })
    if (result === 0) {
      failed = true
      break
    }
  }
  during(ts, [iterator, result], () => DECREF(ts, args))
  if (result === 0 && !failed) PyErr_Format(ts, ts.exc.TypeError, ts.profile.modules.emptyReduce)
  during(ts, [result], () => DECREF(ts, iterator))
  if (failed && result !== 0) {
    DECREF(ts, result)
    return 0
  }
  return result
}

export const reduceFunction: MethodSpec = {
  name: 'reduce',
  kind: 'KEYWORDS',
  varargs: ({ modules }) => !modules.reduceKeyword,
  call(ts, _m, argv, nargs, kwnames) {
    if (ts.profile.modules.reduceKeyword) {
      const values = parseKeywords(ts, 'reduce', argv, nargs, kwnames, ['', '', 'initial'], 2, 2)
      return values ? reduce(ts, values[0], values[1], values[2]) : 0
    }
    if (!_PyArg_NoKeywords(ts, 'reduce', kwnames) || checkPositional(ts, 'reduce', nargs, 2, 3) < 0) return 0
    return reduce(ts, argAt(ts, argv, 0), argAt(ts, argv, 1), nargs > 2 ? argAt(ts, argv, 2) : 0)
  },
}

const K = layout(PyObject.sizeof, [
  ['cmp', 'ptr'],
  ['object', 'ptr'],
])

function newKey(ts: ThreadState, cmp: Borrowed, object: Borrowed): Owned {
  const o = PyType_GenericAlloc(ts, moduleType(ts, 'functools.KeyWrapper'))
  if (o === 0) return 0
  ts.mem.store(o + K.cmp, newref(ts, cmp))
  if (object !== 0) ts.mem.store(o + K.object, newref(ts, object))
  return o
}

export const keyWrapperType: ModuleType = {
  tp_name: 'functools.KeyWrapper',
  basicsize: K.sizeof,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  slots: {
    ...owning([
      ['cmp', K.cmp],
      ['obj', K.object],
    ]),
    tp_call(ts, self, argv, nargs, kwnames) {
      const values = parseKeywords(ts, 'K', argv, nargs, kwnames, ['obj'], 1)
      return values ? newKey(ts, ts.mem.load(self + K.cmp), values[0]) : 0
    },
    tp_hash: null,
    tp_richcompare(ts, self, other, op) {
      if (Py_TYPE(ts, other) !== Py_TYPE(ts, self))
        return PyErr_Format(ts, ts.exc.TypeError, 'other argument must be K instance')
      const [x, y] = [ts.mem.load(self + K.object), ts.mem.load(other + K.object)]
      if (x === 0 || y === 0) return PyErr_Format(ts, ts.exc.AttributeError, 'object')
      const answer = callArgs(ts, ts.mem.load(self + K.cmp), [x, y])
      if (answer === 0) return 0
      const zero = newInt(ts, 0)
      const result = during(ts, [answer], () => PyObject_RichCompare(ts, answer, zero, op))
      DECREF(ts, answer)
      return result
    },
  },
  members: [['obj', K.object]],
}

export const cmpToKeyFunction: MethodSpec = {
  name: 'cmp_to_key',
  kind: 'KEYWORDS',
  call(ts, _m, argv, nargs, kwnames) {
    const values = parseKeywords(ts, 'cmp_to_key', argv, nargs, kwnames, ['mycmp'], 1)
    return values ? newKey(ts, values[0], 0) : 0
  },
}
