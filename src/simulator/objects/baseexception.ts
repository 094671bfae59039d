// Objects/exceptions.c: what BaseException does: `args`, the traceback, causes and contexts, notes.

import { track } from '../heap/gchead.ts'
import { allocate, hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, SETREF, XDECREF } from '../heap/refcount.ts'
import { PyBaseExceptionObject as E, PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, Owned, TypeSlots } from '../heap/typeslots.ts'
import { fill } from '../profiles/index.ts'
import { _PyArg_BadArgument, _PyArg_NoKeywords, argAt } from './call.ts'
import { PyErr_Format, PyErr_NoMemory, PyErr_Occurred } from './errors.ts'
import { BaseException___reduce__, BaseException___setstate__ } from './exceptionreduce.ts'
import {
  PyObject_GenericGetAttr,
  PyObject_GenericGetDict,
  PyObject_GenericSetAttr,
  PyObject_GenericSetDict,
} from './genericattr.ts'
import { newList, PyList_Append, PyList_Check } from './listobject.ts'
import {
  type GetSetSpec,
  type MethodSpec,
  nameOfType,
  PyObject_Repr,
  PyObject_SetAttr,
  PyObject_Str,
  PyType_IsSubtype,
  PyUnicode_Check,
  typeName,
} from './object.ts'
import { packedTuple } from './packing.ts'
import { PySequence_Tuple } from './sequencetuple.ts'
import { newTuple, PyTuple_GET_ITEM, PyTuple_GET_SIZE, PyTuple_SET_ITEM, trackTuple } from './tupleobject.ts'
import { lookupAttribute } from './typelookup.ts'
import { newStr, textOf } from './unicodeobject.ts'

/** Whether `o` is an instance of BaseException. */
export function PyExceptionInstance_Check(ts: ThreadState, o: Borrowed): boolean {
  return PyType_IsSubtype(ts, Py_TYPE(ts, o), ts.exc.BaseException)
}

/** Whether `o` is a class derived from BaseException. */
export function PyExceptionClass_Check(ts: ThreadState, o: Borrowed): boolean {
  return PyType_IsSubtype(ts, Py_TYPE(ts, o), ts.types.type) && PyType_IsSubtype(ts, o, ts.exc.BaseException)
}

/** Sets `__cause__` (stealing) and suppresses the context. */
export function PyException_SetCause(ts: ThreadState, exception: Borrowed, cause: Owned): void {
  ts.mem.store(exception + E.suppress_context, 1)
  SETREF(ts, exception + E.cause, cause)
}

/** The functions of BaseException. */
export const BASE_SLOTS: TypeSlots = {
  tp_new(ts, type, argv, nargs, kwnames) {
    const self = allocate(ts, type, ts.mem.load(type + PyTypeObject.tp_basicsize))
    if (self === 0) return PyErr_NoMemory(ts)
    // It is older than its tuple where that is made for it alone.
    track(ts.mem, self)
    const mark = holdMark(ts)
    hold(ts, self)
    const args = argsTuple(ts, argv, nargs, kwnames)
    release(ts, mark)
    if (args === 0) {
      DECREF(ts, self)
      return 0
    }
    ts.mem.store(self + E.args, args)
    return self
  },
  tp_init(ts, self, argv, nargs, kwnames) {
    if (!_PyArg_NoKeywords(ts, typeName(ts, self), kwnames)) return -1
    return setArgs(ts, self, argv, nargs, kwnames)
  },
  tp_repr(ts, self) {
    const args = ts.mem.load(self + E.args)
    const name = shortName(nameOfType(ts, Py_TYPE(ts, self)))
    const inner = PyObject_Repr(ts, PyTuple_GET_SIZE(ts, args) === 1 ? PyTuple_GET_ITEM(ts, args, 0) : args)
    if (inner === 0) return 0
    const text = textOf(ts, inner)
    DECREF(ts, inner)
    return newStr(ts, PyTuple_GET_SIZE(ts, args) === 1 ? `${name}(${text})` : `${name}${text}`)
  },
  tp_str(ts, self) {
    const args = ts.mem.load(self + E.args)
    const n = PyTuple_GET_SIZE(ts, args)
    if (n === 0) return newref(ts, ts.emptyStr)
    return PyObject_Str(ts, n === 1 ? PyTuple_GET_ITEM(ts, args, 0) : args)
  },
  tp_getattro: PyObject_GenericGetAttr,
  tp_setattro: PyObject_GenericSetAttr,
}

/** Its methods. */
export const BASE_METHODS: readonly MethodSpec[] = [
  { name: '__reduce__', kind: 'NOARGS', call: BaseException___reduce__ },
  { name: '__setstate__', kind: 'O', call: BaseException___setstate__ },
  {
    name: 'with_traceback',
    kind: 'O',
    call(ts, self, argv) {
      return setTraceback(ts, self, argAt(ts, argv, 0)) < 0 ? 0 : newref(ts, self)
    },
  },
  {
    name: 'add_note',
    kind: 'O',
    call(ts, self, argv) {
      const note = argAt(ts, argv, 0)
      if (!PyUnicode_Check(ts, note)) {
        const { noteMustBeText } = ts.profile.groups
        if (noteMustBeText === null) return _PyArg_BadArgument(ts, 'add_note', 'argument', 'str', note)
        return PyErr_Format(ts, ts.exc.TypeError, fill(noteMustBeText, typeName(ts, note)))
      }
      const notes = lookupAttribute(ts, self, '__notes__') || (PyErr_Occurred(ts) ? 0 : firstNotes(ts, self))
      if (notes === 0) return 0
      let status = -1
      if (PyList_Check(ts, notes)) status = PyList_Append(ts, notes, note)
      else PyErr_Format(ts, ts.exc.TypeError, 'Cannot add note: __notes__ is not a list')
      DECREF(ts, notes)
      return status < 0 ? 0 : newref(ts, ts.none)
    },
  },
]

/** An empty list as `__notes__`; 0 with an exception. */
function firstNotes(ts: ThreadState, self: Borrowed): Owned {
  const notes = newList(ts, 0)
  if (notes === 0) return 0
  const name = newStr(ts, '__notes__')
  const status = name === 0 ? -1 : PyObject_SetAttr(ts, self, name, notes)
  XDECREF(ts, name)
  if (status === 0) return notes
  DECREF(ts, notes)
  return 0
}

/** Its computed attributes. */
export const BASE_GETSET: readonly GetSetSpec[] = [
  { name: '__dict__', get: PyObject_GenericGetDict, set: PyObject_GenericSetDict },
  {
    name: 'args',
    get: (ts, self) => newref(ts, ts.mem.load(self + E.args) || ts.none),
    set(ts, self, value) {
      if (value === 0) {
        PyErr_Format(ts, ts.exc.TypeError, 'args may not be deleted')
        return -1
      }
      const args = PySequence_Tuple(ts, value)
      if (args === 0) return -1
      SETREF(ts, self + E.args, args)
      return 0
    },
  },
  {
    name: '__traceback__',
    get: (ts, self) => newref(ts, ts.mem.load(self + E.traceback) || ts.none),
    set: setTraceback,
  },
  {
    name: '__context__',
    get: (ts, self) => newref(ts, ts.mem.load(self + E.context) || ts.none),
    set: (ts, self, value) => setLink(ts, self, E.context, value, 'context'),
  },
  {
    name: '__cause__',
    get: (ts, self) => newref(ts, ts.mem.load(self + E.cause) || ts.none),
    set(ts, self, value) {
      if (setLink(ts, self, E.cause, value, 'cause') < 0) return -1
      ts.mem.store(self + E.suppress_context, 1)
      return 0
    },
  },
]

/** The tuple a call has its arguments in becomes `args` itself. */
function argsTuple(ts: ThreadState, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const given = packedTuple(ts, argv, nargs, kwnames)
  if (given !== 0) return newref(ts, given)
  const args = newTuple(ts, nargs)
  if (args === 0) return 0
  for (let i = 0; i < nargs; i++) PyTuple_SET_ITEM(ts, args, i, newref(ts, argAt(ts, argv, i)))
  trackTuple(ts, args)
  return args
}

/** Makes the positional arguments of a call the exception's `args`. 0 ok, -1 error. */
export function setArgs(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): number {
  if (packedTuple(ts, argv, nargs, kwnames) === 0 && hasArgs(ts, self, argv, nargs)) return 0
  const args = argsTuple(ts, argv, nargs, kwnames)
  if (args === 0) return -1
  SETREF(ts, self + E.args, args)
  return 0
}

/** BaseException_vectorcall: the tuple is made once, where the arguments come without one. */
function hasArgs(ts: ThreadState, self: Borrowed, argv: number, nargs: number): boolean {
  const args = ts.mem.load(self + E.args)
  if (args === 0 || PyTuple_GET_SIZE(ts, args) !== nargs) return false
  for (let i = 0; i < nargs; i++) if (PyTuple_GET_ITEM(ts, args, i) !== argAt(ts, argv, i)) return false
  return true
}

function setTraceback(ts: ThreadState, self: Borrowed, value: Borrowed): number {
  if (value === 0 || (value !== ts.none && Py_TYPE(ts, value) !== ts.types.traceback)) {
    PyErr_Format(
      ts,
      ts.exc.TypeError,
      value === 0 ? '__traceback__ may not be deleted' : '__traceback__ must be a traceback or None',
    )
    return -1
  }
  const kept = value !== ts.none || ts.profile.tracebacks.keepsNone
  SETREF(ts, self + E.traceback, kept ? newref(ts, value) : 0)
  return 0
}

function setLink(ts: ThreadState, self: Borrowed, offset: number, value: Borrowed, what: string): number {
  if (value === 0 || (value !== ts.none && !PyExceptionInstance_Check(ts, value))) {
    PyErr_Format(
      ts,
      ts.exc.TypeError,
      value === 0 ? `__${what}__ may not be deleted` : `exception ${what} must be None or derive from BaseException`,
    )
    return -1
  }
  SETREF(ts, self + offset, value === ts.none ? 0 : newref(ts, value))
  return 0
}

function shortName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}
