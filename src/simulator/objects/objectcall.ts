// Objects/call.c, PyObject_Call: calling with a tuple and a dict. What has a vectorcall gets them taken apart, what has only
// a tp_call gets them as they are.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { callArgs, PyObject_Vectorcall, pushArgs } from './call.ts'
import { forEachItem, PyDict_GET_SIZE } from './dictobject.ts'
import { PyErr_Format } from './errors.ts'
import { specOf } from './methodobject.ts'
import { nameOfType, PyUnicode_Check } from './object.ts'
import {
  newTuple,
  PyTuple_FromArray,
  PyTuple_GET_ITEM,
  PyTuple_GET_SIZE,
  PyTuple_SET_ITEM,
  trackTupleAlways,
  tupleItems,
} from './tupleobject.ts'
import { PyType_Check } from './typelookup.ts'

/** Calls with a tuple and a dict (0 for none), which stay the caller's. */
export function PyObject_Call(ts: ThreadState, callable: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  const nargs = PyTuple_GET_SIZE(ts, args)
  const [kwnames, values] = kwargs === 0 ? [0, []] : unpackDict(ts, kwargs)
  if (kwnames < 0) return 0
  // Without keywords the callee gets the items of the tuple where they are.
  if (kwnames === 0) return PyObject_Vectorcall(ts, callable, tupleItems(ts, args), nargs, 0)
  const positional: Borrowed[] = []
  for (let i = 0; i < nargs; i++) positional.push(PyTuple_GET_ITEM(ts, args, i))
  const mark = holdMark(ts)
  hold(ts, kwnames)
  let result: Owned
  if (hasVectorcall(ts, callable)) result = callApart(ts, callable, positional, values, kwnames)
  else {
    // `packArguments` of what is called finds both before the arguments, and uses them.
    pushArgs(ts, [args, kwargs])
    const argv = pushArgs(ts, [...positional, ...values])
    result = argv < 0 ? 0 : PyObject_Vectorcall(ts, callable, argv, nargs, kwnames)
  }
  release(ts, mark)
  DECREF(ts, kwnames)
  return result
}

/** The same with positional arguments that are in no tuple: one is made only for what has no vectorcall. */
export function PyObject_VectorcallDict(
  ts: ThreadState,
  callable: Borrowed,
  args: readonly Borrowed[],
  kwargs: Borrowed,
): Owned {
  if (kwargs === 0 || PyDict_GET_SIZE(ts, kwargs) === 0) return callArgs(ts, callable, args)
  const apart = hasVectorcall(ts, callable)
  const [made, values] = apart ? unpackDict(ts, kwargs) : [PyTuple_FromArray(ts, owned(ts, args)), []]
  if (made <= 0) return 0
  const mark = holdMark(ts)
  hold(ts, made)
  const result = apart ? callApart(ts, callable, args, values, made) : PyObject_Call(ts, callable, made, kwargs)
  release(ts, mark)
  DECREF(ts, made)
  return result
}

function owned(ts: ThreadState, objects: readonly Borrowed[]): Owned[] {
  return objects.map((o) => newref(ts, o))
}

/** _PyStack_UnpackDict: what is passed on with keywords is held a second time (3.15: only the values of the keywords). */
function callApart(
  ts: ThreadState,
  callable: Borrowed,
  positional: readonly Borrowed[],
  values: readonly Borrowed[],
  kwnames: Borrowed,
): Owned {
  const mark = holdMark(ts)
  const passed = [...positional, ...values]
  const again = ts.profile.frames.unpackHoldsAll ? passed : values
  for (const o of again) hold(ts, newref(ts, o))
  const argv = pushArgs(ts, passed)
  const result = argv < 0 ? 0 : PyObject_Vectorcall(ts, callable, argv, positional.length, kwnames)
  release(ts, mark)
  for (const o of again) DECREF(ts, o)
  return result
}

/** PyVectorcall_Function: whether arguments reach the callable without going through a tuple. */
export function hasVectorcall(ts: ThreadState, callable: Borrowed): boolean {
  // `type` has one for its sake alone: for anything but one argument it packs.
  if (PyType_Check(ts, callable)) return callable === ts.types.type || typeHasVectorcall(ts, callable)
  const type = Py_TYPE(ts, callable)
  if (type === ts.types.builtin_function_or_method) return specOf(ts, callable).varargs?.(ts.profile) !== true
  return (typeFlags(ts, type) & TPFLAGS.HAVE_VECTORCALL) !== 0
}

/** The same for a class: only some static types have one. */
export function typeHasVectorcall(ts: ThreadState, type: Borrowed): boolean {
  return (typeFlags(ts, type) & TPFLAGS.HEAPTYPE) === 0 && ts.profile.classes.vectorcall.includes(nameOfType(ts, type))
}

/** The keys of a dict of keywords as a tuple of names (-1 with TypeError where one is no str; 0 where there are none), and its values. */
export function unpackDict(ts: ThreadState, kwargs: Borrowed): [kwnames: Owned, values: Borrowed[]] {
  const n = PyDict_GET_SIZE(ts, kwargs)
  if (n === 0) return [0, []]
  const kwnames = newTuple(ts, n)
  if (kwnames === 0) return [-1, []]
  const values: Borrowed[] = []
  let allNames = true
  let i = 0
  forEachItem(ts, kwargs, (key, value) => {
    if (!PyUnicode_Check(ts, key)) allNames = false
    PyTuple_SET_ITEM(ts, kwnames, i++, newref(ts, key))
    values.push(value)
  })
  trackTupleAlways(ts, kwnames)
  if (allNames) return [kwnames, values]
  PyErr_Format(ts, ts.exc.TypeError, 'keywords must be strings')
  DECREF(ts, kwnames)
  return [-1, []]
}
