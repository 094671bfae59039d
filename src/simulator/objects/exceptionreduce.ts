// Objects/exceptions.c: what copy and pickle ask of exceptions (`__reduce__`, `__setstate__`).

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { PyBaseExceptionObject as E } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { argAt } from './call.ts'
import { keyAt, PyDict_Check, PyDict_Copy, PyDict_New, PyDict_Next, setItemText, valueAt } from './dictobject.ts'
import { PyErr_Format } from './errors.ts'
import { getField } from './exceptionfields.ts'
import { PyObject_SetAttr, PyType_IsSubtype } from './object.ts'
import { PyTuple_FromArray, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'

/** And its kin: the class, the arguments, and what else there is, where there is. */
export function BaseException___reduce__(ts: ThreadState, self: Borrowed): Owned {
  const is = (type: Borrowed) => PyType_IsSubtype(ts, Py_TYPE(ts, self), type)
  const args = is(ts.exc.OSError) ? argsWithNames(ts, self) : newref(ts, argsOf(ts, self))
  if (args === 0) return 0
  const states = ts.profile.groups.attributeErrorState && is(ts.exc.AttributeError)
  const fields: Record<string, Borrowed> = states
    ? { name: getField(ts, self, 'name'), args: argsOf(ts, self) }
    : is(ts.exc.ImportError)
      ? { name: getField(ts, self, 'name'), path: getField(ts, self, 'path') }
      : {}
  const state = stateWith(ts, self, fields)
  if (state < 0) {
    DECREF(ts, args)
    return 0
  }
  const parts = [newref(ts, Py_TYPE(ts, self)), args]
  return PyTuple_FromArray(ts, state === 0 ? parts : [...parts, state])
}

function argsOf(ts: ThreadState, self: Borrowed): Borrowed {
  return ts.mem.load(self + E.args)
}

/** OSError_reduce: the file names that `args` leaves out are put back. */
function argsWithNames(ts: ThreadState, self: Borrowed): Owned {
  const args = argsOf(ts, self)
  const filename = getField(ts, self, 'filename')
  if (PyTuple_GET_SIZE(ts, args) !== 2 || filename === 0) return newref(ts, args)
  const second = getField(ts, self, 'filename2')
  const two = [0, 1].map((i) => PyTuple_GET_ITEM(ts, args, i))
  const all = second === 0 ? [...two, filename] : [...two, filename, ts.none, second]
  return PyTuple_FromArray(
    ts,
    all.map((o) => newref(ts, o)),
  )
}

/** The `__dict__`, with those of the fields that are filled; 0 where there is nothing, -1 with an exception. */
function stateWith(ts: ThreadState, self: Borrowed, fields: Readonly<Record<string, Borrowed>>): number {
  const dict = ts.mem.load(self + E.dict)
  const filled = Object.entries(fields).filter(([, value]) => value !== 0)
  if (filled.length === 0) return dict === 0 ? 0 : newref(ts, dict)
  const state = dict === 0 ? PyDict_New(ts) : PyDict_Copy(ts, dict)
  if (state === 0) return -1
  for (const [name, value] of filled) {
    if (setItemText(ts, state, name, value) === 0) continue
    DECREF(ts, state)
    return -1
  }
  return state
}

/** What was in its `__dict__`, as attributes. */
export function BaseException___setstate__(ts: ThreadState, self: Borrowed, argv: number): Owned {
  const state = argAt(ts, argv, 0)
  if (state === ts.none) return newref(ts, ts.none)
  if (!PyDict_Check(ts, state)) return PyErr_Format(ts, ts.exc.TypeError, 'state is not a dictionary')
  for (let at = PyDict_Next(ts, state, 0); at >= 0; at = PyDict_Next(ts, state, at + 1)) {
    const both = [newref(ts, keyAt(ts, state, at)), newref(ts, valueAt(ts, state, at))] as const
    const mark = holdMark(ts)
    for (const o of both) hold(ts, o)
    const status = PyObject_SetAttr(ts, self, ...both)
    release(ts, mark)
    for (const o of both) DECREF(ts, o)
    if (status < 0) return 0
  }
  return newref(ts, ts.none)
}
