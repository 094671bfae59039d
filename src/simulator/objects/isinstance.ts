// Objects/abstract.c: isinstance and issubclass.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, Py_TYPE } from '../heap/refcount.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { callOneArg } from './call.ts'
import { PyErr_Format, PyErr_Occurred } from './errors.ts'
import { tupleArray } from './mro.ts'
import { PyType_IsSubtype, truthOf } from './object.ts'
import { PyTuple_Check } from './tupleobject.ts'
import { lookupAttribute, lookupSpecial, PyType_Check } from './typelookup.ts'

/** isinstance(o, cls): 1, 0, -1. `cls` may be a tuple. */
export function PyObject_IsInstance(ts: ThreadState, o: Borrowed, cls: Borrowed): number {
  if (Py_TYPE(ts, o) === cls) return 1
  if (Py_TYPE(ts, cls) === ts.types.type) return recursiveIsInstance(ts, o, cls)
  if (PyTuple_Check(ts, cls)) return anyOf(ts, cls, (item) => PyObject_IsInstance(ts, o, item))
  return viaMethod(ts, o, cls, '__instancecheck__', recursiveIsInstance)
}

/** issubclass(derived, cls): 1, 0, -1. */
export function PyObject_IsSubclass(ts: ThreadState, derived: Borrowed, cls: Borrowed): number {
  if (Py_TYPE(ts, cls) === ts.types.type) return derived === cls ? 1 : recursiveIsSubclass(ts, derived, cls)
  if (PyTuple_Check(ts, cls)) return anyOf(ts, cls, (item) => PyObject_IsSubclass(ts, derived, item))
  return viaMethod(ts, derived, cls, '__subclasscheck__', recursiveIsSubclass)
}

/** _PyObject_RealIsInstance: without asking the class. */
export function recursiveIsInstance(ts: ThreadState, o: Borrowed, cls: Borrowed): number {
  if (PyType_Check(ts, cls)) {
    if (PyType_IsSubtype(ts, Py_TYPE(ts, o), cls)) return 1
    const own = lookupAttribute(ts, o, '__class__')
    if (own === 0) return PyErr_Occurred(ts) !== 0 ? -1 : 0
    const answer = own !== Py_TYPE(ts, o) && PyType_Check(ts, own) && PyType_IsSubtype(ts, own, cls)
    DECREF(ts, own)
    return answer ? 1 : 0
  }
  if (!hasBases(ts, cls)) return refuse(ts, 'isinstance() arg 2 must be a type, a tuple of types, or a union')
  const own = lookupAttribute(ts, o, '__class__')
  if (own === 0) return PyErr_Occurred(ts) !== 0 ? -1 : 0
  const answer = abstractIsSubclass(ts, own, cls)
  DECREF(ts, own)
  return answer
}

/** _PyObject_RealIsSubclass. */
export function recursiveIsSubclass(ts: ThreadState, derived: Borrowed, cls: Borrowed): number {
  if (PyType_Check(ts, cls) && PyType_Check(ts, derived)) return PyType_IsSubtype(ts, derived, cls) ? 1 : 0
  if (!hasBases(ts, derived)) return refuse(ts, 'issubclass() arg 1 must be a class')
  if (!hasBases(ts, cls)) return refuse(ts, 'issubclass() arg 2 must be a class, a tuple of classes, or a union')
  return abstractIsSubclass(ts, derived, cls)
}

function abstractIsSubclass(ts: ThreadState, derived: Borrowed, cls: Borrowed): number {
  if (derived === cls) return 1
  const bases = lookupAttribute(ts, derived, '__bases__')
  if (bases === 0) return PyErr_Occurred(ts) !== 0 ? -1 : 0
  let answer = 0
  if (PyTuple_Check(ts, bases)) answer = anyOf(ts, bases, (base) => abstractIsSubclass(ts, base, cls))
  DECREF(ts, bases)
  return answer
}

/** check_class: whether the object has a tuple `__bases__`; leaves no exception but a foreign one. */
function hasBases(ts: ThreadState, o: Borrowed): boolean {
  const bases = lookupAttribute(ts, o, '__bases__')
  if (bases === 0) return false
  const answer = PyTuple_Check(ts, bases)
  DECREF(ts, bases)
  return answer
}

function refuse(ts: ThreadState, message: string): -1 {
  if (PyErr_Occurred(ts) === 0) PyErr_Format(ts, ts.exc.TypeError, message)
  return -1
}

function anyOf(ts: ThreadState, tuple: Borrowed, test: (item: Borrowed) => number): number {
  if (ts.enterRecursiveCall(' in __instancecheck__') < 0) return -1
  let answer = 0
  for (const item of tupleArray(ts, tuple)) {
    answer = test(item)
    if (answer !== 0) break
  }
  ts.leaveRecursiveCall()
  return answer
}

function viaMethod(
  ts: ThreadState,
  o: Borrowed,
  cls: Borrowed,
  name: string,
  otherwise: (ts: ThreadState, o: Borrowed, cls: Borrowed) => number,
): number {
  const checker = lookupSpecial(ts, cls, name)
  if (checker === 0) return PyErr_Occurred(ts) !== 0 ? -1 : otherwise(ts, o, cls)
  if (ts.enterRecursiveCall(` in ${name}`) < 0) {
    DECREF(ts, checker)
    return -1
  }
  const mark = holdMark(ts)
  hold(ts, checker)
  const result = callOneArg(ts, checker, o)
  release(ts, mark)
  ts.leaveRecursiveCall()
  DECREF(ts, checker)
  return truthOf(ts, result)
}
