// Python/ceval.c, match_keys and match_class: what `case {...}` and `case C(...)` take out of a subject.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { callArgs, callNoArgs } from '../objects/call.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from '../objects/errors.ts'
import { getAttributeText } from '../objects/genericattr.ts'
import { PyObject_IsInstance } from '../objects/isinstance.ts'
import { _PyList_AppendTakeRef, newList, PyList_AsTuple } from '../objects/listobject.ts'
import { nameOfType, PyObject_GetAttr, reprText, typeName } from '../objects/object.ts'
import { newSet, PySet_Add, PySet_Contains } from '../objects/setobject.ts'
import {
  newTuple,
  PyTuple_GET_ITEM,
  PyTuple_GET_SIZE,
  PyTuple_SET_ITEM,
  trackTupleAlways,
} from '../objects/tupleobject.ts'
import { PyType_Check } from '../objects/typeobject.ts'

/** Whether the type of an object says that it is a sequence, or a mapping. */
export function hasPatternFlag(ts: ThreadState, o: Borrowed, flag: 'SEQUENCE' | 'MAPPING'): boolean {
  return (typeFlags(ts, Py_TYPE(ts, o)) & TPFLAGS[flag]) !== 0
}

/** The values of all `keys` as a tuple; None where one is missing; 0 with an exception. */
export function match_keys(ts: ThreadState, map: Borrowed, keys: Borrowed): Owned {
  const n = PyTuple_GET_SIZE(ts, keys)
  if (n === 0) return newref(ts, ts.emptyTuple)
  const get = getAttributeText(ts, map, 'get')
  if (get === 0) return 0
  const mark = holdMark(ts)
  const seen = newSet(ts)
  const missing = callNoArgs(ts, ts.types.object)
  const values = newTuple(ts, n)
  for (const o of [get, seen, missing, values]) hold(ts, o)
  const found = fillValues(ts, get, keys, seen, missing, values)
  release(ts, mark)
  for (const o of [seen, missing, get]) DECREF(ts, o)
  if (found === 1) {
    trackTupleAlways(ts, values)
    return values
  }
  DECREF(ts, values)
  return found === 0 ? newref(ts, ts.none) : 0
}

/** 1 all found, 0 one is missing, -1 error. */
function fillValues(
  ts: ThreadState,
  get: Borrowed,
  keys: Borrowed,
  seen: Borrowed,
  missing: Borrowed,
  values: Borrowed,
): number {
  for (let i = 0; i < PyTuple_GET_SIZE(ts, keys); i++) {
    const key = PyTuple_GET_ITEM(ts, keys, i)
    if (!firstTime(ts, seen, key)) {
      if (PyErr_Occurred(ts) === 0)
        PyErr_Format(ts, ts.exc.ValueError, `mapping pattern checks duplicate key (${reprText(ts, key)})`)
      return -1
    }
    const value = callArgs(ts, get, [key, missing])
    if (value === 0) return -1
    if (value === missing) {
      DECREF(ts, value)
      return 0
    }
    PyTuple_SET_ITEM(ts, values, i, value)
  }
  return 1
}

/** Notes a key or name; false where it was noted before, or on error. */
function firstTime(ts: ThreadState, seen: Borrowed, o: Borrowed): boolean {
  return PySet_Contains(ts, seen, o) === 0 && PySet_Add(ts, seen, o) === 0
}

/**
 * The attributes a class pattern asks for, as a tuple: `nargs` by position (`__match_args__`), then those of the tuple
 * `names`. 0 without an exception where the subject does not match.
 */
export function match_class(ts: ThreadState, subject: Borrowed, type: Borrowed, nargs: number, names: Borrowed): Owned {
  if (!PyType_Check(ts, type)) return PyErr_Format(ts, ts.exc.TypeError, 'called match pattern must be a class')
  if (PyObject_IsInstance(ts, subject, type) <= 0) return 0
  const seen = newSet(ts)
  const attrs = newList(ts, 0)
  const mark = holdMark(ts)
  hold(ts, seen)
  hold(ts, attrs)
  const ok =
    (nargs === 0 || positional(ts, subject, type, nargs, seen, attrs)) && byName(ts, subject, type, names, seen, attrs)
  release(ts, mark)
  DECREF(ts, seen)
  const result = ok ? PyList_AsTuple(ts, attrs) : 0
  DECREF(ts, attrs)
  return result
}

function byName(
  ts: ThreadState,
  subject: Borrowed,
  type: Borrowed,
  names: Borrowed,
  seen: Borrowed,
  attrs: Borrowed,
): boolean {
  for (let i = 0; i < PyTuple_GET_SIZE(ts, names); i++)
    if (!addAttribute(ts, subject, type, PyTuple_GET_ITEM(ts, names, i), seen, attrs)) return false
  return true
}

function positional(
  ts: ThreadState,
  subject: Borrowed,
  type: Borrowed,
  nargs: number,
  seen: Borrowed,
  attrs: Borrowed,
): boolean {
  let args = getAttributeText(ts, type, '__match_args__')
  let matchSelf = false
  if (args === 0) {
    if (!PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) return false
    PyErr_Clear(ts)
    args = newref(ts, ts.emptyTuple)
    matchSelf = (typeFlags(ts, type) & TPFLAGS.MATCH_SELF) !== 0
  }
  const mark = holdMark(ts)
  hold(ts, args)
  const ok =
    checkArgs(ts, type, nargs, args, matchSelf) && addPositional(ts, subject, type, nargs, args, matchSelf, seen, attrs)
  release(ts, mark)
  DECREF(ts, args)
  return ok
}

function checkArgs(ts: ThreadState, type: Borrowed, nargs: number, args: Borrowed, matchSelf: boolean): boolean {
  const shown = nameOfType(ts, type)
  if (Py_TYPE(ts, args) !== ts.types.tuple) {
    PyErr_Format(ts, ts.exc.TypeError, `${shown}.__match_args__ must be a tuple (got ${typeName(ts, args)})`)
    return false
  }
  const allowed = matchSelf ? 1 : PyTuple_GET_SIZE(ts, args)
  if (allowed >= nargs) return true
  const accepts = `accepts ${allowed} positional sub-pattern${allowed === 1 ? '' : 's'} (${nargs} given)`
  PyErr_Format(ts, ts.exc.TypeError, `${shown}() ${accepts}`)
  return false
}

function addPositional(
  ts: ThreadState,
  subject: Borrowed,
  type: Borrowed,
  nargs: number,
  args: Borrowed,
  matchSelf: boolean,
  seen: Borrowed,
  attrs: Borrowed,
): boolean {
  if (matchSelf) return _PyList_AppendTakeRef(ts, attrs, newref(ts, subject)) === 0
  for (let i = 0; i < nargs; i++) {
    const name = PyTuple_GET_ITEM(ts, args, i)
    if (Py_TYPE(ts, name) !== ts.types.str) {
      PyErr_Format(ts, ts.exc.TypeError, `__match_args__ elements must be strings (got ${typeName(ts, name)})`)
      return false
    }
    if (!addAttribute(ts, subject, type, name, seen, attrs)) return false
  }
  return true
}

/** Appends one attribute of the subject. False where it has none (no exception) or on error. */
function addAttribute(
  ts: ThreadState,
  subject: Borrowed,
  type: Borrowed,
  name: Borrowed,
  seen: Borrowed,
  attrs: Borrowed,
): boolean {
  if (!firstTime(ts, seen, name)) {
    if (PyErr_Occurred(ts) === 0) {
      const message = `${nameOfType(ts, type)}() got multiple sub-patterns for attribute ${reprText(ts, name)}`
      PyErr_Format(ts, ts.exc.TypeError, message)
    }
    return false
  }
  const value = PyObject_GetAttr(ts, subject, name)
  if (value !== 0) return _PyList_AppendTakeRef(ts, attrs, value) === 0
  if (PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) PyErr_Clear(ts)
  return false
}
