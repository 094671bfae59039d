// Objects/exceptions.c: BaseExceptionGroup and ExceptionGroup, what they are made of and their methods. Taking them apart is
// in exceptionsplit.ts.

import { during } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, TPFLAGS, typeFlags, XDECREF } from '../heap/refcount.ts'
import { PyBaseExceptionObject, PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, Owned, TypeSlots } from '../heap/typeslots.ts'
import { PySequence_Check, PySequence_List } from './abstract.ts'
import { BASE_SLOTS, PyExceptionInstance_Check } from './baseexception.ts'
import { _PyArg_BadArgument, argAt, callArgs } from './call.ts'
import { PyDict_New, setItemText } from './dictobject.ts'
import { PyErr_Format } from './errors.ts'
import { getField, setField } from './exceptionfields.ts'
import { matcherOf, splitRecursive } from './exceptionsplit.ts'
import { PyList_Check } from './listobject.ts'
import {
  type MethodSpec,
  nameOfType,
  PyObject_Repr,
  PyObject_Str,
  PyObject_TypeCheck,
  PyType_IsSubtype,
  PyUnicode_Check,
} from './object.ts'
import { PySequence_Tuple } from './sequencetuple.ts'
import {
  newTuple,
  PyTuple_Check,
  PyTuple_FromArray,
  PyTuple_GET_ITEM,
  PyTuple_GET_SIZE,
  PyTuple_SET_ITEM,
} from './tupleobject.ts'
import { internStr, newStr, textOf } from './unicodeobject.ts'

const base_init = BASE_SLOTS.tp_init as NonNullable<TypeSlots['tp_init']>
const base_repr = BASE_SLOTS.tp_repr as NonNullable<TypeSlots['tp_repr']>
const base_new = BASE_SLOTS.tp_new as NonNullable<TypeSlots['tp_new']>

/** The classes' functions. */
export const BASE_GROUP_SLOTS: TypeSlots = {
  tp_new: BaseExceptionGroup_new,
  tp_init: base_init,
  tp_repr(ts, self) {
    if (!ts.profile.groups.reprKeeps) return base_repr(ts, self)
    const list = exceptionsShown(ts, self)
    if (list === 0) return 0
    const message = during(ts, [list], () => PyObject_Repr(ts, getField(ts, self, 'message')))
    let result = 0
    if (message !== 0)
      result = newStr(ts, `${nameOfType(ts, Py_TYPE(ts, self))}(${textOf(ts, message)}, ${textOf(ts, list)})`)
    DECREF(ts, list)
    XDECREF(ts, message)
    return result
  },
  tp_str(ts, self) {
    const text = PyObject_Str(ts, getField(ts, self, 'message'))
    if (text === 0) return 0
    const n = PyTuple_GET_SIZE(ts, getField(ts, self, 'exceptions'))
    const shown = `${textOf(ts, text)} (${n} sub-exception${n > 1 ? 's' : ''})`
    DECREF(ts, text)
    return newStr(ts, shown)
  },
}

/** The exceptions as a repr shows them: as text kept from what was given, or as they are, as a list if they came in one. */
function exceptionsShown(ts: ThreadState, self: Borrowed): Owned {
  const kept = getField(ts, self, 'exceptions_str')
  if (kept !== 0) return newref(ts, kept)
  const args = ts.mem.load(self + PyBaseExceptionObject.args)
  const given = PyTuple_GET_SIZE(ts, args) === 2 ? PyTuple_GET_ITEM(ts, args, 1) : 0
  const exceptions = getField(ts, self, 'exceptions')
  if (given === 0 || !PyList_Check(ts, given)) return PyObject_Repr(ts, exceptions)
  const list = PySequence_List(ts, exceptions)
  if (list === 0) return 0
  const shown = during(ts, [list], () => PyObject_Repr(ts, list))
  DECREF(ts, list)
  return shown
}

function BaseExceptionGroup_new(
  ts: ThreadState,
  type: Borrowed,
  argv: number,
  nargs: number,
  kwnames: Borrowed,
): Owned {
  if (nargs !== 2) {
    const message = `BaseExceptionGroup.__new__() takes exactly 2 arguments (${nargs} given)`
    return PyErr_Format(ts, ts.exc.TypeError, message)
  }
  const message = argAt(ts, argv, 0)
  if (!PyUnicode_Check(ts, message))
    return _PyArg_BadArgument(ts, 'BaseExceptionGroup.__new__', 'argument 1', 'str', message)
  const sequence = argAt(ts, argv, 1)
  if (!PySequence_Check(ts, sequence))
    return PyErr_Format(ts, ts.exc.TypeError, 'second argument (exceptions) must be a sequence')
  const keeps = ts.profile.groups.reprKeeps && !PyList_Check(ts, sequence) && !PyTuple_Check(ts, sequence)
  const shown = keeps ? PyObject_Repr(ts, sequence) : 0
  if (keeps && shown === 0) return 0
  const exceptions = during(ts, [shown], () => PySequence_Tuple(ts, sequence))
  const cls = exceptions === 0 ? 0 : classFor(ts, type, exceptions)
  const self = cls === 0 ? 0 : base_new(ts, cls, argv, nargs, kwnames)
  if (self !== 0) {
    setField(ts, self, 'message', message)
    setField(ts, self, 'exceptions', exceptions)
    if (shown !== 0) setField(ts, self, 'exceptions_str', shown)
  }
  XDECREF(ts, exceptions)
  XDECREF(ts, shown)
  return self
}

/** The class of the group: a group of nothing but Exceptions is an ExceptionGroup. 0 with TypeError or ValueError. */
function classFor(ts: ThreadState, type: Borrowed, exceptions: Borrowed): Borrowed {
  const n = PyTuple_GET_SIZE(ts, exceptions)
  if (n === 0) return PyErr_Format(ts, ts.exc.ValueError, 'second argument (exceptions) must be a non-empty sequence')
  let allExceptions = true
  for (let i = 0; i < n; i++) {
    const exception = PyTuple_GET_ITEM(ts, exceptions, i)
    if (!PyExceptionInstance_Check(ts, exception))
      return PyErr_Format(ts, ts.exc.ValueError, `Item ${i} of second argument (exceptions) is not an exception`)
    if (!PyObject_TypeCheck(ts, exception, ts.exc.Exception)) allExceptions = false
  }
  if (type === ts.exc.BaseExceptionGroup) return allExceptions ? ts.exc.ExceptionGroup : type
  if (allExceptions || !PyType_IsSubtype(ts, type, ts.exc.Exception)) return type
  const an = type === ts.exc.ExceptionGroup ? 'an ExceptionGroup' : `'${nameOfType(ts, type)}'`
  return PyErr_Format(ts, ts.exc.TypeError, `Cannot nest BaseExceptions in ${an}`)
}

/** Whether an object is an exception group. */
export function isGroup(ts: ThreadState, o: Borrowed): boolean {
  return PyObject_TypeCheck(ts, o, ts.exc.BaseExceptionGroup)
}

/** _PyExc_CreateExceptionGroup: a group of the exceptions in a list or tuple. */
export function newGroup(ts: ThreadState, message: string, exceptions: Borrowed): Owned {
  const text = newStr(ts, message)
  const group = callArgs(ts, ts.exc.ExceptionGroup, [text, exceptions])
  DECREF(ts, text)
  return group
}

/** Its methods. */
export const BASE_GROUP_METHODS: readonly MethodSpec[] = [
  {
    name: 'derive',
    kind: 'O',
    call: (ts, self, argv) =>
      callArgs(ts, ts.exc.BaseExceptionGroup, [getField(ts, self, 'message'), argAt(ts, argv, 0)]),
  },
  {
    name: 'split',
    kind: 'O',
    call(ts, self, argv) {
      const matcher = matcherOf(ts, argAt(ts, argv, 0))
      if (matcher === null) return 0
      const parts = splitRecursive(ts, self, matcher, true)
      if (parts === null) return 0
      return PyTuple_FromArray(ts, [parts.match || newref(ts, ts.none), parts.rest || newref(ts, ts.none)])
    },
  },
  {
    name: 'subgroup',
    kind: 'O',
    call(ts, self, argv) {
      const matcher = matcherOf(ts, argAt(ts, argv, 0))
      if (matcher === null) return 0
      const parts = splitRecursive(ts, self, matcher, false)
      return parts === null ? 0 : parts.match || newref(ts, ts.none)
    },
  },
]

/** ExceptionGroup has two bases, so it is made as a Python class is (create_exception_group_class). */
export function newExceptionGroupClass(ts: ThreadState): Owned {
  const bases = newTuple(ts, 2)
  PyTuple_SET_ITEM(ts, bases, 0, newref(ts, ts.exc.BaseExceptionGroup))
  PyTuple_SET_ITEM(ts, bases, 1, newref(ts, ts.exc.Exception))
  const namespace = PyDict_New(ts)
  const module = internStr(ts, 'builtins')
  setItemText(ts, namespace, '__module__', module)
  const name = internStr(ts, 'ExceptionGroup')
  const cls = callArgs(ts, ts.types.type, [name, bases, namespace])
  for (const o of [bases, namespace, module, name]) DECREF(ts, o)
  ts.mem.store(cls + PyTypeObject.tp_flags, typeFlags(ts, cls) | TPFLAGS.BASE_EXC_SUBCLASS)
  return cls
}
