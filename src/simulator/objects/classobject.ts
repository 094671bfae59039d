// Objects/classobject.c: the bound method.

import { FreeList, freelistPop, freelistPush } from '../heap/freelist.ts'
import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject, hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, INCREF, newref, Py_TYPE, slotsOf } from '../heap/refcount.ts'
import { PyMethodObject as M } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { _PyArg_NoKeywords, argAt, checkPositional } from './call.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_NoMemory, PyErr_Occurred } from './errors.ts'
import { getAttributeText } from './genericattr.ts'
import {
  hashFailed,
  Py_EQ,
  Py_NE,
  PyObject_GetAttr,
  PyObject_Hash,
  PyObject_Repr,
  PyObject_RichCompareBool,
  PyUnicode_Check,
  type TypeSpec,
} from './object.ts'
import { _Py_HashPointer, setBigHash, wholeHash } from './pyhash.ts'
import { callPrepend } from './slotcalls.ts'
import { _PyType_Lookup } from './typelookup.ts'
import { newStr, textOf } from './unicodeobject.ts'

/** `self.func`: a method object that holds both. */
export function PyMethod_New(ts: ThreadState, func: Borrowed, self: Borrowed): Owned {
  let method = freelistPop(ts, FreeList.pymethodobjects)
  if (method === 0) method = allocate(ts, ts.types.method, M.sizeof)
  if (method === 0) return PyErr_NoMemory(ts)
  const mem = ts.mem
  mem.store(method + M.im_weakreflist, 0)
  INCREF(ts, func)
  mem.store(method + M.im_func, func)
  INCREF(ts, self)
  mem.store(method + M.im_self, self)
  track(mem, method)
  return method
}

/** The function of a bound method, borrowed. */
export function PyMethod_GET_FUNCTION(ts: ThreadState, method: Borrowed): Borrowed {
  return ts.mem.load(method + M.im_func)
}

/** The object of a bound method, borrowed. */
export function PyMethod_GET_SELF(ts: ThreadState, method: Borrowed): Borrowed {
  return ts.mem.load(method + M.im_self)
}

function nameForRepr(ts: ThreadState, func: Borrowed): string | null {
  for (const attribute of ['__qualname__', '__name__']) {
    const name = getAttributeText(ts, func, attribute)
    if (name === 0) {
      if (!PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) return null
      PyErr_Clear(ts)
      continue
    }
    const shown = PyUnicode_Check(ts, name) ? textOf(ts, name) : '?'
    DECREF(ts, name)
    return shown
  }
  return '?'
}

export const PyMethod_Type = {
  name: 'method',
  basicsize: M.sizeof,
  flags: ['HAVE_GC', 'HAVE_VECTORCALL'],
  weaklistoffset: M.im_weakreflist,
  slots: {
    tp_descr_get: newref,
    tp_new(ts, _type, argv, nargs, kwnames) {
      if (!_PyArg_NoKeywords(ts, 'method', kwnames) || checkPositional(ts, 'method', nargs, 2, 2) < 0) return 0
      const func = argAt(ts, argv, 0)
      const self = argAt(ts, argv, 1)
      if (!slotsOf(ts, func).tp_call) return PyErr_Format(ts, ts.exc.TypeError, 'first argument must be callable')
      if (self === ts.none) return PyErr_Format(ts, ts.exc.TypeError, 'instance must not be None')
      return PyMethod_New(ts, func, self)
    },
    tp_dealloc(ts, self) {
      const mem = ts.mem
      untrack(mem, self)
      if (mem.load(self + M.im_weakreflist) !== 0) ts.clearWeakRefs(self)
      CLEAR(ts, self + M.im_func)
      CLEAR(ts, self + M.im_self)
      if (!freelistPush(ts, FreeList.pymethodobjects, self)) freeObject(ts, self)
    },
    tp_traverse(ts, self, visit) {
      visit(ts.mem.load(self + M.im_func), { kind: 'field', name: '__func__' })
      visit(ts.mem.load(self + M.im_self), { kind: 'field', name: '__self__' })
    },
    tp_call(ts, self, argv, nargs, kwnames) {
      const func = ts.mem.load(self + M.im_func)
      return callPrepend(ts, func, ts.mem.load(self + M.im_self), argv, nargs, kwnames)
    },
    tp_repr(ts, self) {
      const name = nameForRepr(ts, ts.mem.load(self + M.im_func))
      if (name === null) return 0
      const mark = holdMark(ts)
      hold(ts, self | 1)
      const inner = PyObject_Repr(ts, ts.mem.load(self + M.im_self))
      release(ts, mark)
      if (inner === 0) return 0
      const result = newStr(ts, `<bound method ${name} of ${textOf(ts, inner)}>`)
      DECREF(ts, inner)
      return result
    },
    tp_hash(ts, self) {
      const own = wholeHash(ts, _Py_HashPointer(ts, ts.mem.load(self + M.im_self)))
      const low = PyObject_Hash(ts, ts.mem.load(self + M.im_func))
      return hashFailed(ts, low) ? low : setBigHash(ts, own ^ wholeHash(ts, low))
    },
    tp_richcompare(ts, self, other, op) {
      const { method } = ts.types
      if ((op !== Py_EQ && op !== Py_NE) || Py_TYPE(ts, self) !== method || Py_TYPE(ts, other) !== method)
        return newref(ts, ts.notImplemented)
      let same = PyObject_RichCompareBool(ts, ts.mem.load(self + M.im_func), ts.mem.load(other + M.im_func), Py_EQ)
      if (same < 0) return 0
      if (same && ts.mem.load(self + M.im_self) !== ts.mem.load(other + M.im_self)) same = 0
      return newref(ts, (same !== 0) === (op === Py_EQ) ? ts.true_ : ts.false_)
    },
    /** What a method does not have, its function has. */
    tp_getattro(ts, self, name) {
      const descr = _PyType_Lookup(ts, ts.types.method, name)
      if (descr !== 0) {
        const get = slotsOf(ts, descr).tp_descr_get
        return get ? get(ts, descr, self, ts.types.method) : newref(ts, descr)
      }
      if (PyErr_Occurred(ts) !== 0) return 0
      return PyObject_GetAttr(ts, ts.mem.load(self + M.im_func), name)
    },
  },
  members: [
    ['__func__', M.im_func],
    ['__self__', M.im_self],
  ],
  getset: [
    {
      name: '__doc__',
      get(ts, self) {
        const doc = getAttributeText(ts, ts.mem.load(self + M.im_func), '__doc__')
        return doc
      },
    },
  ],
} satisfies TypeSpec
