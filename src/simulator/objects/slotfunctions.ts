// Objects/typeobject.c, slot_*: what stands in the slots of a Python class that defines the special method.
// The binary operators are in slotarithmetic.ts, attributes and calls in slotattributes.ts.

import { during, hold, holdMark, release, whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, slotsOf } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { fill } from '../profiles/index.ts'
import { PyIter_Next, PyNumber_AsSsize_t, PyNumber_Index, PyObject_GetIter } from './abstract.ts'
import { callArgs } from './call.ts'
import {
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_Format,
  PyErr_GetRaisedException,
  PyErr_Occurred,
  restore,
} from './errors.ts'
import { newSeqIter } from './iterobject.ts'
import { newInt, PyLong_AsBigInt, PyLong_Check } from './longobject.ts'
import { Py_EQ, PyObject_IsTrue, PyObject_RichCompareBool, truthOf, typeName } from './object.ts'
import { callFound, callMaybe, callMethod, lookupMaybeMethod } from './slotcalls.ts'
import { pointer, wrongReturn } from './typenames.ts'
import { newStr } from './unicodeobject.ts'

/** A slot that calls a method with no further argument. */
function noArguments(name: string) {
  return (ts: ThreadState, self: Borrowed): Owned => callMethod(ts, name, self)
}

/** A slot that calls a method with one argument. */
function oneArgument(name: string) {
  return (ts: ThreadState, self: Borrowed, other: Borrowed): Owned => callMethod(ts, name, self, other)
}

export const slot_tp_str = noArguments('__str__')
export const slot_tp_iternext = noArguments('__next__')
export const slot_nb_negative = noArguments('__neg__')
export const slot_nb_positive = noArguments('__pos__')
export const slot_nb_absolute = noArguments('__abs__')
export const slot_nb_invert = noArguments('__invert__')
export const slot_nb_int = noArguments('__int__')
export const slot_nb_float = noArguments('__float__')
export const slot_nb_index = noArguments('__index__')
export const slot_mp_subscript = oneArgument('__getitem__')

export function slot_tp_repr(ts: ThreadState, self: Borrowed): Owned {
  const method = lookupMaybeMethod(ts, self, '__repr__')
  if (method !== 0) return callFound(ts, method, [self])
  PyErr_Clear(ts)
  return newStr(ts, `<${typeName(ts, self)} object at ${pointer(self)}>`)
}

export function slot_tp_hash(ts: ThreadState, self: Borrowed): number {
  const method = lookupMaybeMethod(ts, self, '__hash__')
  if (method === 0 || method === ts.none) {
    if (PyErr_Occurred(ts) === 0) PyErr_Format(ts, ts.exc.TypeError, `unhashable type: '${typeName(ts, self)}'`)
    if (method !== 0) DECREF(ts, method)
    return hashError(ts)
  }
  const result = callFound(ts, method, [self])
  if (result === 0) return hashError(ts)
  if (!PyLong_Check(ts, result)) {
    DECREF(ts, result)
    PyErr_Format(ts, ts.exc.TypeError, '__hash__ method should return an integer')
    return hashError(ts)
  }
  const value = PyLong_AsBigInt(ts, result)
  let low: number
  if (value === BigInt.asIntN(64, value)) {
    const hash = value === -1n ? -2n : value
    low = Number(BigInt.asIntN(32, hash))
    ts.hashHigh = Number(hash >> 32n)
  } else low = slotsOf(ts, result).tp_hash?.(ts, result) ?? hashError(ts)
  DECREF(ts, result)
  return low
}

function hashError(ts: ThreadState): -1 {
  ts.hashHigh = -1
  return -1
}

const COMPARISONS = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__']

export function slot_tp_richcompare(ts: ThreadState, self: Borrowed, other: Borrowed, op: number): Owned {
  return callMaybe(ts, COMPARISONS[op], self, other)
}

export function slot_tp_iter(ts: ThreadState, self: Borrowed): Owned {
  const method = lookupMaybeMethod(ts, self, '__iter__')
  if (method === ts.none) {
    DECREF(ts, method)
    return PyErr_Format(ts, ts.exc.TypeError, `'${typeName(ts, self)}' object is not iterable`)
  }
  if (method !== 0) return callFound(ts, method, [self])
  PyErr_Clear(ts)
  const getitem = lookupMaybeMethod(ts, self, '__getitem__')
  if (getitem === 0) return PyErr_Format(ts, ts.exc.TypeError, `'${typeName(ts, self)}' object is not iterable`)
  DECREF(ts, getitem)
  return newSeqIter(ts, self)
}

export function slot_tp_finalize(ts: ThreadState, self: Borrowed): void {
  const raised = PyErr_GetRaisedException(ts)
  const method = lookupMaybeMethod(ts, self, '__del__')
  if (method !== 0) {
    const args = ts.methodIsUnbound ? [self] : []
    const mark = holdMark(ts)
    hold(ts, raised)
    hold(ts, method)
    const result = callArgs(ts, method, args)
    // The hook it is told to may be Python.
    if (result === 0) ts.writeUnraisable(method)
    else DECREF(ts, result)
    release(ts, mark)
    DECREF(ts, method)
  }
  restore(ts, raised)
}

export function slot_nb_bool(ts: ThreadState, self: Borrowed): number {
  let method = lookupMaybeMethod(ts, self, '__bool__')
  const usingLength = method === 0
  if (usingLength) {
    if (PyErr_Occurred(ts) !== 0) return -1
    method = lookupMaybeMethod(ts, self, '__len__')
    if (method === 0) return PyErr_Occurred(ts) !== 0 ? -1 : 1
  }
  const { noTruth } = ts.profile.messages
  if (method === ts.none && !usingLength && noTruth !== '') {
    PyErr_Format(ts, ts.exc.TypeError, fill(noTruth, typeName(ts, self)))
    DECREF(ts, method)
    return -1
  }
  const value = callFound(ts, method, [self])
  if (value === 0) return -1
  let truth = -1
  if (usingLength) truth = lengthTruth(ts, value)
  else if (Py_TYPE(ts, value) === ts.types.bool) truth = PyObject_IsTrue(ts, value)
  else {
    wrongReturn(ts, self, '__bool__', value)
    return -1
  }
  DECREF(ts, value)
  return truth
}

function lengthTruth(ts: ThreadState, value: Borrowed): number {
  const n = lengthOf(ts, newref(ts, value))
  return n > 0 ? 1 : n
}

export function slot_sq_length(ts: ThreadState, self: Borrowed): number {
  const result = callMethod(ts, '__len__', self)
  return result === 0 ? -1 : lengthOf(ts, result)
}

function lengthOf(ts: ThreadState, result: Owned): number {
  const index = PyNumber_Index(ts, result)
  DECREF(ts, result)
  if (index === 0) return -1
  let n = -1
  if (PyLong_AsBigInt(ts, index) < 0n) PyErr_Format(ts, ts.exc.ValueError, '__len__() should return >= 0')
  else n = PyNumber_AsSsize_t(ts, index, ts.exc.OverflowError)
  DECREF(ts, index)
  return n
}

export function slot_sq_item(ts: ThreadState, self: Borrowed, index: number): Owned {
  const key = newInt(ts, index)
  return key === 0 ? 0 : whileOwning(ts, key, () => callMethod(ts, '__getitem__', self, key))
}

export function slot_sq_ass_item(ts: ThreadState, self: Borrowed, index: number, value: Borrowed): number {
  const key = newInt(ts, index)
  return key === 0 ? -1 : whileOwning(ts, key, () => slot_mp_ass_subscript(ts, self, key, value))
}

export function slot_mp_ass_subscript(ts: ThreadState, self: Borrowed, key: Borrowed, value: Borrowed): number {
  return done(
    ts,
    value === 0 ? callMethod(ts, '__delitem__', self, key) : callMethod(ts, '__setitem__', self, key, value),
  )
}

export function slot_sq_contains(ts: ThreadState, self: Borrowed, value: Borrowed): number {
  const method = lookupMaybeMethod(ts, self, '__contains__')
  if (method === ts.none) {
    DECREF(ts, method)
    PyErr_Format(ts, ts.exc.TypeError, `'${typeName(ts, self)}' object is not a container`)
    return -1
  }
  if (method === 0) return PyErr_Occurred(ts) !== 0 ? -1 : searchByIterating(ts, self, value)
  return truthOf(ts, callFound(ts, method, [self, value]))
}

function searchByIterating(ts: ThreadState, self: Borrowed, value: Borrowed): number {
  const iterator = PyObject_GetIter(ts, self)
  if (iterator === 0) {
    if (PyErr_ExceptionMatches(ts, ts.exc.TypeError))
      PyErr_Format(ts, ts.exc.TypeError, fill(ts.profile.messages.notAContainer, typeName(ts, self)))
    return -1
  }
  let found = 0
  const next = () => during(ts, [iterator], () => PyIter_Next(ts, iterator))
  for (let item = next(); item !== 0; item = next()) {
    const it = item
    found = during(ts, [iterator, it], () => PyObject_RichCompareBool(ts, it, value, Py_EQ))
    DECREF(ts, item)
    if (found !== 0) break
  }
  DECREF(ts, iterator)
  return found === 0 && PyErr_Occurred(ts) !== 0 ? -1 : found
}

/** 0 for a result (given up), -1 for none. */
export function done(ts: ThreadState, result: Owned): number {
  if (result === 0) return -1
  DECREF(ts, result)
  return 0
}
