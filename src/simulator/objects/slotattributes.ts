// Objects/typeobject.c: the slots of Python classes for attribute access, descriptors, calling, making and initialising.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, INCREF, newref, Py_TYPE, slotsOf, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { argAt, callArgs, callOneArg, callOwned, PyObject_Vectorcall } from './call.ts'
import { wrappedFunction } from './descriptors.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from './errors.ts'
import { genericGetAttr, getAttributeText, PyObject_GenericGetAttr } from './genericattr.ts'
import { typeName } from './object.ts'
import { packArguments, unpackArguments } from './packing.ts'
import { callMethod, callPrepend, lookupMethod } from './slotcalls.ts'
import { done } from './slotfunctions.ts'
import { PyTuple_GET_SIZE } from './tupleobject.ts'
import { lookupText } from './typelookup.ts'

export function slot_tp_call(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const packed = packArguments(ts, argv, nargs, kwnames)
  if (packed === null) return 0
  const result = callMethodWith(ts, self, '__call__', packed.argv, nargs, kwnames)
  unpackArguments(ts, packed)
  return result
}

function callMethodWith(
  ts: ThreadState,
  self: Borrowed,
  name: string,
  argv: number,
  nargs: number,
  kwnames: Borrowed,
): Owned {
  const method = lookupMethod(ts, self, name)
  if (method === 0) return 0
  const unbound = ts.methodIsUnbound
  const mark = holdMark(ts)
  hold(ts, method)
  const result = unpacked(ts, unbound ? [self] : [], argv, nargs, kwnames, () =>
    unbound
      ? callPrepend(ts, method, self, argv, nargs, kwnames)
      : PyObject_Vectorcall(ts, method, argv, nargs, kwnames),
  )
  release(ts, mark)
  DECREF(ts, method)
  return result
}

/** _PyStack_UnpackDict: what is passed on with keywords, which came as a dict, is held once more for the call (3.15: only the values of the keywords). */
function unpacked(
  ts: ThreadState,
  first: readonly Borrowed[],
  argv: number,
  nargs: number,
  kwnames: Borrowed,
  call: () => Owned,
): Owned {
  const named = kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames)
  if (named === 0) return call()
  const given = Array.from({ length: nargs + named }, (_, i) => argAt(ts, argv, i))
  const passed = ts.profile.frames.unpackHoldsAll ? [...first, ...given] : given.slice(nargs)
  const mark = holdMark(ts)
  for (const o of passed) hold(ts, newref(ts, o))
  const result = call()
  release(ts, mark)
  for (const o of passed) DECREF(ts, o)
  return result
}

export function slot_tp_init(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): number {
  const result = callMethodWith(ts, self, '__init__', argv, nargs, kwnames)
  if (result === 0) return -1
  if (result !== ts.none) {
    PyErr_Format(ts, ts.exc.TypeError, `__init__() should return None, not '${typeName(ts, result)}'`)
    DECREF(ts, result)
    return -1
  }
  DECREF(ts, result)
  return 0
}

export function slot_tp_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const func = getAttributeText(ts, type, '__new__')
  if (func === 0) return 0
  const mark = holdMark(ts)
  hold(ts, func)
  const result = unpacked(ts, [type], argv, nargs, kwnames, () => callPrepend(ts, func, type, argv, nargs, kwnames))
  release(ts, mark)
  DECREF(ts, func)
  return result
}

/** Whether a `__getattribute__` (0: none) is that of `object`. */
export function isGeneric(ts: ThreadState, getattribute: Borrowed): boolean {
  return getattribute === 0 || wrappedFunction(ts, getattribute) === PyObject_GenericGetAttr
}

export function slot_tp_getattr_hook(ts: ThreadState, self: Borrowed, name: Borrowed): Owned {
  const type = Py_TYPE(ts, self)
  const getattr = lookupText(ts, type, '__getattr__')
  if (getattr === 0) return callMethod(ts, '__getattribute__', self, name)
  INCREF(ts, getattr)
  const mark = holdMark(ts)
  hold(ts, getattr)
  const getattribute = lookupText(ts, type, '__getattribute__')
  let result: Owned
  if (isGeneric(ts, getattribute)) result = genericGetAttr(ts, self, name, true)
  else {
    INCREF(ts, getattribute)
    const inner = holdMark(ts)
    hold(ts, getattribute)
    result = callAttribute(ts, self, getattribute, name)
    release(ts, inner)
    DECREF(ts, getattribute)
  }
  if (result === 0 && (PyErr_Occurred(ts) === 0 || PyErr_ExceptionMatches(ts, ts.exc.AttributeError))) {
    PyErr_Clear(ts)
    result = callAttribute(ts, self, getattr, name)
  }
  release(ts, mark)
  DECREF(ts, getattr)
  return result
}

/** call_attribute: up to 3.11 through a bound method, since then directly. */
function callAttribute(ts: ThreadState, self: Borrowed, attribute: Borrowed, name: Borrowed): Owned {
  const type = Py_TYPE(ts, attribute)
  if (!ts.profile.classes.getattrHookBinds && typeFlags(ts, type) & TPFLAGS.METHOD_DESCRIPTOR)
    return callArgs(ts, attribute, [self, name])
  const get = slotsOf(ts, attribute).tp_descr_get
  if (!get) return callOneArg(ts, attribute, name)
  const bound = get(ts, attribute, self, Py_TYPE(ts, self))
  if (bound === 0) return 0
  const mark = holdMark(ts)
  hold(ts, bound)
  const result = callOneArg(ts, bound, name)
  release(ts, mark)
  DECREF(ts, bound)
  return result
}

export function slot_tp_setattro(ts: ThreadState, self: Borrowed, name: Borrowed, value: Borrowed): number {
  return done(
    ts,
    value === 0 ? callMethod(ts, '__delattr__', self, name) : callMethod(ts, '__setattr__', self, name, value),
  )
}

export function slot_tp_descr_get(ts: ThreadState, self: Borrowed, obj: Borrowed, type: Borrowed): Owned {
  const get = lookupText(ts, Py_TYPE(ts, self), '__get__')
  if (get === 0) return newref(ts, self)
  const args = [self, obj === 0 ? ts.none : obj, type === 0 ? ts.none : type]
  return ts.profile.classes.lookupHolds ? callOwned(ts, newref(ts, get), args) : callArgs(ts, get, args)
}

export function slot_tp_descr_set(ts: ThreadState, self: Borrowed, target: Borrowed, value: Borrowed): number {
  return done(
    ts,
    value === 0 ? callMethod(ts, '__delete__', self, target) : callMethod(ts, '__set__', self, target, value),
  )
}
