// Objects/exceptions.c, OSError: what it takes from its arguments, and which subclass an errno makes.

import { track } from '../heap/gchead.ts'
import { allocate } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, SETREF, slotsOfType } from '../heap/refcount.ts'
import type { StaticExceptions } from '../heap/statictypes.ts'
import { PyBaseExceptionObject as E, PyTypeObject } from '../heap/structs.ts'
import { FIELDS, FIRST_FIELD } from '../heap/structsofexceptions.ts'
import type { Borrowed, Owned, TypeSlots } from '../heap/typeslots.ts'
import { PyNumber_AsSsize_t, PyNumber_Check } from './abstract.ts'
import { BASE_SLOTS, setArgs } from './baseexception.ts'
import { _PyArg_NoKeywords, argAt } from './call.ts'
import { PyErr_Format, PyErr_NoMemory, PyErr_Occurred } from './errors.ts'
import { getField, setField } from './exceptionfields.ts'
import { newInt, PyLong_AsBigInt, PyLong_Check } from './longobject.ts'
import { type GetSetSpec, nameOfType, PyObject_Repr, PyObject_Str } from './object.ts'
import { PyTuple_FromArray } from './tupleobject.ts'
import { newStr, textOf } from './unicodeobject.ts'

/** errnomap: the subclasses by the numbers of 64-bit Linux. */
const BY_ERRNO: Readonly<Record<number, keyof StaticExceptions>> = {
  1: 'PermissionError',
  2: 'FileNotFoundError',
  3: 'ProcessLookupError',
  4: 'InterruptedError',
  10: 'ChildProcessError',
  11: 'BlockingIOError',
  13: 'PermissionError',
  17: 'FileExistsError',
  20: 'NotADirectoryError',
  21: 'IsADirectoryError',
  32: 'BrokenPipeError',
  103: 'ConnectionAbortedError',
  104: 'ConnectionResetError',
  108: 'BrokenPipeError',
  110: 'TimeoutError',
  111: 'ConnectionRefusedError',
  114: 'BlockingIOError',
  115: 'BlockingIOError',
}

/** oserror_use_init: a class with an `__init__` of its own and no `__new__` gets its arguments there. */
function usesInit(ts: ThreadState, type: Borrowed): boolean {
  const slots = slotsOfType(ts, type)
  return slots.tp_init !== OSError_init && slots.tp_new === OSError_new
}

function OSError_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const later = usesInit(ts, type)
  if (!later && !_PyArg_NoKeywords(ts, nameOfType(ts, type), kwnames)) return 0
  const made = !later && type === ts.exc.OSError && nargs >= 2 && nargs <= 5 ? byErrno(ts, argAt(ts, argv, 0)) : type
  const self = allocate(ts, made, ts.mem.load(made + PyTypeObject.tp_basicsize))
  if (self === 0) return PyErr_NoMemory(ts)
  ts.mem.store(self + E.args, PyTuple_FromArray(ts, []))
  ts.mem.storeWide(self + WRITTEN, -1)
  track(ts.mem, self)
  if (later || fill(ts, self, argv, nargs, kwnames) === 0) return self
  DECREF(ts, self)
  return 0
}

function byErrno(ts: ThreadState, errno: Borrowed): Borrowed {
  const name = PyLong_Check(ts, errno) ? BY_ERRNO[Number(PyLong_AsBigInt(ts, errno))] : undefined
  return name === undefined ? ts.exc.OSError : ts.exc[name]
}

function OSError_init(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): number {
  const type = Py_TYPE(ts, self)
  if (!usesInit(ts, type)) return 0
  return _PyArg_NoKeywords(ts, nameOfType(ts, type), kwnames) ? fill(ts, self, argv, nargs, kwnames) : -1
}

/** oserror_init: errno, strerror and up to two file names; with a file name, `args` are only the first two. */
function fill(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): number {
  if (setArgs(ts, self, argv, nargs, kwnames) < 0) return -1
  if (nargs < 2 || nargs > 5) return 0
  const given = (i: number) => (i < nargs && argAt(ts, argv, i) !== ts.none ? argAt(ts, argv, i) : 0)
  setField(ts, self, 'errno', argAt(ts, argv, 0))
  setField(ts, self, 'strerror', argAt(ts, argv, 1))
  if (given(2) === 0) return 0
  if (Py_TYPE(ts, self) === ts.exc.BlockingIOError && PyNumber_Check(ts, given(2)))
    return setWritten(ts, self, given(2))
  setField(ts, self, 'filename', given(2))
  if (given(4) !== 0) setField(ts, self, 'filename2', given(4))
  const two = PyTuple_FromArray(ts, [newref(ts, argAt(ts, argv, 0)), newref(ts, argAt(ts, argv, 1))])
  if (two === 0) return -1
  SETREF(ts, self + E.args, two)
  return 0
}

/** How much was written before it would have had to wait; -1 where nobody has said. */
const WRITTEN = FIRST_FIELD + (FIELDS.OSError as readonly string[]).indexOf('written') * 8

function setWritten(ts: ThreadState, self: Borrowed, value: Borrowed): number {
  const count = PyNumber_AsSsize_t(ts, value, ts.exc.ValueError)
  if (count === -1 && PyErr_Occurred(ts) !== 0) return -1
  ts.mem.storeWide(self + WRITTEN, count)
  return 0
}

export const OS_ERROR_GETSET: readonly GetSetSpec[] = [
  {
    name: 'characters_written',
    get: (ts, self) => (isWritten(ts, self) ? newInt(ts, ts.mem.loadWide(self + WRITTEN)) : 0),
    set(ts, self, value) {
      if (value !== 0) return setWritten(ts, self, value)
      if (!isWritten(ts, self)) return -1
      ts.mem.storeWide(self + WRITTEN, -1)
      return 0
    },
  },
]

/** Whether there is one; false with AttributeError. */
function isWritten(ts: ThreadState, self: Borrowed): boolean {
  if (ts.mem.loadWide(self + WRITTEN) !== -1) return true
  PyErr_Format(ts, ts.exc.AttributeError, 'characters_written')
  return false
}

function OSError_str(ts: ThreadState, self: Borrowed): Owned {
  const filename = getField(ts, self, 'filename')
  const second = getField(ts, self, 'filename2')
  const errno = getField(ts, self, 'errno')
  const strerror = getField(ts, self, 'strerror')
  if (filename === 0 && (errno === 0 || strerror === 0))
    return (BASE_SLOTS.tp_str as NonNullable<TypeSlots['tp_str']>)(ts, self)
  const start = ['[Errno ', shown(ts, PyObject_Str, errno), '] ', shown(ts, PyObject_Str, strerror)]
  const names = filename === 0 ? [] : [': ', shown(ts, PyObject_Repr, filename)]
  const both = filename === 0 || second === 0 ? [] : [' -> ', shown(ts, PyObject_Repr, second)]
  const parts = [...start, ...names, ...both]
  return parts.includes(null) ? 0 : newStr(ts, parts.join(''))
}

function shown(ts: ThreadState, how: (ts: ThreadState, o: Borrowed) => Owned, o: Borrowed): string | null {
  const result = how(ts, o === 0 ? ts.none : o)
  if (result === 0) return null
  const text = textOf(ts, result)
  DECREF(ts, result)
  return text
}

export const OS_ERROR_SLOTS: TypeSlots = { tp_new: OSError_new, tp_init: OSError_init, tp_str: OSError_str }
