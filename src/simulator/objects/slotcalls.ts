// Objects/typeobject.c, lookup_maybe_method and vectorcall_method: how a slot finds and calls a method of a Python class.

import { hold, holdMark, release, whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import { CELL, Py_TAG_REFCNT } from '../heap/stackref.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { callOwned, PyObject_Vectorcall } from './call.ts'
import { PyErr_Occurred, PyErr_SetObject } from './errors.ts'
import { getMethod } from './genericattr.ts'
import { PyTuple_GET_SIZE } from './tupleobject.ts'
import { boundTo, lookupSpecial, lookupText } from './typelookup.ts'
import { internStr } from './unicodeobject.ts'

/** A method of the object's type. Functions come unbound (`ts.methodIsUnbound`), other descriptors bound; 0: none, or error. */
export function lookupMaybeMethod(ts: ThreadState, self: Borrowed, name: string): Owned {
  const type = Py_TYPE(ts, self)
  const found = lookupText(ts, type, name)
  if (found === 0) return 0
  if (typeFlags(ts, Py_TYPE(ts, found)) & TPFLAGS.METHOD_DESCRIPTOR) {
    ts.methodIsUnbound = true
    return newref(ts, found)
  }
  ts.methodIsUnbound = false
  return boundTo(ts, found, self, type)
}

/** The same, raising AttributeError where there is none. */
export function lookupMethod(ts: ThreadState, self: Borrowed, name: string): Owned {
  const method = lookupMaybeMethod(ts, self, name)
  if (method !== 0 || PyErr_Occurred(ts) !== 0) return method
  const text = internStr(ts, name)
  PyErr_SetObject(ts, ts.exc.AttributeError, text)
  DECREF(ts, text)
  return 0
}

/** Calls what a lookup found (and gives it up) with `args`, the first of which is `self`. */
export function callFound(ts: ThreadState, method: Owned, args: readonly Borrowed[]): Owned {
  return callOwned(ts, method, ts.methodIsUnbound ? args : args.slice(1))
}

/** vectorcall_method: `args[0].name(...args[1:])`, AttributeError where there is none. */
export function callMethod(ts: ThreadState, name: string, ...args: Borrowed[]): Owned {
  const method = lookupMethod(ts, args[0], name)
  return method === 0 ? 0 : callFound(ts, method, args)
}

/** PyObject_VectorcallMethod: the same for any attribute of `args[0]`; a method is not bound for it. */
export function callAttribute(ts: ThreadState, name: string, ...args: Borrowed[]): Owned {
  const method = whileOwning(ts, internStr(ts, name), (text) => getMethod(ts, args[0], text))
  return method === 0 ? 0 : callFound(ts, method, args)
}

/** vectorcall_maybe: as callMethod, NotImplemented where there is none. */
export function callMaybe(ts: ThreadState, name: string, ...args: Borrowed[]): Owned {
  const method = lookupMaybeMethod(ts, args[0], name)
  if (method !== 0) return callFound(ts, method, args)
  return PyErr_Occurred(ts) !== 0 ? 0 : newref(ts, ts.notImplemented)
}

/**
 * Calls a special method with `args`, the first of which is `self`, through a bound method or (3.14+,
 * _PyObject_MaybeCallSpecialNoArgs) without one; 0 without an exception where there is none.
 */
export function callRounding(ts: ThreadState, name: string, ...args: Borrowed[]): Owned {
  if (ts.profile.classes.roundingCallsUnbound) {
    const method = lookupMaybeMethod(ts, args[0], name)
    return method === 0 ? 0 : callFound(ts, method, args)
  }
  const method = lookupSpecial(ts, args[0], name)
  return method === 0 ? 0 : callOwned(ts, method, args.slice(1))
}

/** _PyObject_Call_Prepend: calls with one more argument in front; all stay the caller's. */
export function callPrepend(
  ts: ThreadState,
  callable: Borrowed,
  first: Borrowed,
  argv: number,
  nargs: number,
  kwnames: Borrowed,
): Owned {
  const total = nargs + (kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames))
  const mark = holdMark(ts)
  if (mark + (total + 1) * CELL > ts.mem.load(Tstate.cstack_limit)) {
    ts.recursionError(' while calling a Python object')
    return 0
  }
  hold(ts, first | Py_TAG_REFCNT)
  for (let i = 0; i < total; i++) hold(ts, ts.mem.load(argv + i * CELL) | Py_TAG_REFCNT)
  const result = PyObject_Vectorcall(ts, callable, mark, nargs + 1, kwnames)
  release(ts, mark)
  return result
}
