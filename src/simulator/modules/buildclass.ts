// Python/bltinmodule.c, builtin___build_class__: runs the body of a class and calls its metaclass.

import { during, hold, holdMark, release, whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, XDECREF } from '../heap/refcount.ts'
import { PyCellObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyObject_SetItem } from '../objects/abstract.ts'
import { argAt, callOwned } from '../objects/call.ts'
import { PyDict_New, PyDict_SetItem } from '../objects/dictobject.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format } from '../objects/errors.ts'
import { getAttributeText } from '../objects/genericattr.ts'
import { newList, PyList_Append, PyList_AsTuple } from '../objects/listobject.ts'
import { typeName } from '../objects/object.ts'
import { PyObject_VectorcallDict } from '../objects/objectcall.ts'
import {
  newTuple,
  PyTuple_Check,
  PyTuple_GET_ITEM,
  PyTuple_GET_SIZE,
  PyTuple_SET_ITEM,
  trackTuple,
} from '../objects/tupleobject.ts'
import { calculateMetaclass } from '../objects/typenew.ts'
import { PyType_Check } from '../objects/typeobject.ts'
import { newStr, textOf } from '../objects/unicodeobject.ts'

/** `__build_class__(func, name, *bases, metaclass=None, **kwds)`. */
export function buildClass(ts: ThreadState, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const func = argAt(ts, argv, 0)
  const name = argAt(ts, argv, 1)
  const bases = newTuple(ts, nargs - 2)
  if (bases === 0) return 0
  for (let i = 2; i < nargs; i++) PyTuple_SET_ITEM(ts, bases, i - 2, newref(ts, argAt(ts, argv, i)))
  trackTuple(ts, bases)
  const mark = holdMark(ts)
  hold(ts, bases)
  const updated = update_bases(ts, bases)
  let result = 0
  if (updated !== 0) {
    if (updated !== bases) hold(ts, updated)
    result = buildWith(ts, func, name, updated, bases, argv + nargs * 8, kwnames)
    if (updated !== bases) DECREF(ts, updated)
  }
  release(ts, mark)
  DECREF(ts, bases)
  return result
}

/** update_bases: what is no class says by `__mro_entries__` which classes stand for it: an owned tuple, or `bases` itself if all are classes. */
function update_bases(ts: ThreadState, bases: Borrowed): number {
  const n = PyTuple_GET_SIZE(ts, bases)
  let list = 0
  for (let i = 0; i < n; i++) {
    const base = PyTuple_GET_ITEM(ts, bases, i)
    const entries = PyType_Check(ts, base) ? 0 : mroEntries(ts, base, bases)
    if (entries < 0) {
      if (list !== 0) DECREF(ts, list)
      return 0
    }
    if (entries === 0) {
      if (list !== 0) PyList_Append(ts, list, base)
      continue
    }
    if (list === 0) {
      list = newList(ts, 0)
      for (let k = 0; k < i; k++) PyList_Append(ts, list, PyTuple_GET_ITEM(ts, bases, k))
    }
    for (let k = 0; k < PyTuple_GET_SIZE(ts, entries); k++) PyList_Append(ts, list, PyTuple_GET_ITEM(ts, entries, k))
    DECREF(ts, entries)
  }
  if (list === 0) return bases
  const tuple = PyList_AsTuple(ts, list)
  DECREF(ts, list)
  return tuple
}

/** The classes that stand for a base; 0 where it does not say, -1 with an exception. */
function mroEntries(ts: ThreadState, base: Borrowed, bases: Borrowed): number {
  const method = getAttributeText(ts, base, '__mro_entries__')
  if (method === 0) {
    if (!PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) return -1
    PyErr_Clear(ts)
    return 0
  }
  const entries = callOwned(ts, method, [bases])
  if (entries === 0 || PyTuple_Check(ts, entries)) return entries || -1
  DECREF(ts, entries)
  PyErr_Format(ts, ts.exc.TypeError, '__mro_entries__ must return a tuple')
  return -1
}

function buildWith(
  ts: ThreadState,
  func: Borrowed,
  name: Borrowed,
  bases: Borrowed,
  given: Borrowed,
  keywords: number,
  kwnames: Borrowed,
): Owned {
  let metaclass = 0
  const mkw = kwnames === 0 ? 0 : PyDict_New(ts)
  if (kwnames !== 0 && mkw === 0) return 0
  const mark = holdMark(ts)
  if (mkw !== 0) hold(ts, mkw)
  for (let k = 0; mkw !== 0 && k < PyTuple_GET_SIZE(ts, kwnames); k++) {
    const keyword = PyTuple_GET_ITEM(ts, kwnames, k)
    if (textOf(ts, keyword) === 'metaclass') metaclass = argAt(ts, keywords, k)
    else PyDict_SetItem(ts, mkw, keyword, argAt(ts, keywords, k))
  }
  if (metaclass === 0)
    metaclass = PyTuple_GET_SIZE(ts, bases) > 0 ? Py_TYPE(ts, PyTuple_GET_ITEM(ts, bases, 0)) : ts.types.type
  if (PyType_Check(ts, metaclass)) metaclass = calculateMetaclass(ts, metaclass, bases)
  if (metaclass !== 0) hold(ts, newref(ts, metaclass))
  const namespace = metaclass === 0 ? 0 : prepareNamespace(ts, metaclass, name, bases, mkw)
  let cls = 0
  if (namespace !== 0) {
    hold(ts, namespace)
    cls = runBody(ts, func, metaclass, name, bases, given, namespace, mkw)
    DECREF(ts, namespace)
  }
  release(ts, mark)
  during(ts, [cls, mkw], () => XDECREF(ts, metaclass))
  XDECREF(ts, mkw)
  return cls
}

function prepareNamespace(ts: ThreadState, metaclass: Borrowed, name: Borrowed, bases: Borrowed, mkw: Borrowed): Owned {
  const prepare = getAttributeText(ts, metaclass, '__prepare__')
  if (prepare === 0) {
    if (!PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) return 0
    PyErr_Clear(ts)
    return PyDict_New(ts)
  }
  const namespace = whileOwning(ts, prepare, () => PyObject_VectorcallDict(ts, prepare, [name, bases], mkw))
  return namespace
}

function runBody(
  ts: ThreadState,
  func: Borrowed,
  metaclass: Borrowed,
  name: Borrowed,
  bases: Borrowed,
  given: Borrowed,
  namespace: Borrowed,
  mkw: Borrowed,
): Owned {
  const cell = ts.evalClassBody(func, namespace)
  if (cell === 0) return 0
  const mark = holdMark(ts)
  hold(ts, cell)
  let cls = 0
  if (bases !== given) {
    const key = newStr(ts, '__orig_bases__')
    const status = PyObject_SetItem(ts, namespace, key, given)
    DECREF(ts, key)
    if (status < 0) {
      release(ts, mark)
      DECREF(ts, cell)
      return 0
    }
  }
  cls = PyObject_VectorcallDict(ts, metaclass, [name, bases, namespace], mkw)
  release(ts, mark)
  if (cls !== 0 && PyType_Check(ts, cls) && Py_TYPE(ts, cell) === ts.types.cell) {
    const inCell = ts.mem.load(cell + PyCellObject.ob_ref)
    if (inCell !== cls) {
      const text = textOf(ts, name)
      PyErr_Format(
        ts,
        inCell === 0 ? ts.exc.RuntimeError : ts.exc.TypeError,
        inCell === 0
          ? `__class__ not set defining '${text}' as <class '${text}'>. Was __classcell__ propagated to type.__new__?`
          : `__class__ set to ${typeName(ts, inCell)} defining '${text}'`,
      )
      DECREF(ts, cls)
      cls = 0
    }
  }
  DECREF(ts, cell)
  return cls
}
