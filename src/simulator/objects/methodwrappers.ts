// Objects/funcobject.c: staticmethod and classmethod.

import { untrack } from '../heap/gchead.ts'
import { during, freeObject, hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE, SETREF, slotsOf } from '../heap/refcount.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { _PyArg_NoKeywords, argAt, checkPositional, PyObject_Vectorcall } from './call.ts'
import { PyMethod_New } from './classobject.ts'
import { PyDict_DelItem, PyDict_GetItem, PyDict_SetItem } from './dictobject.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from './errors.ts'
import { getAttributeText, PyObject_GenericGetDict, PyObject_GenericSetDict } from './genericattr.ts'
import { type GetSetSpec, PyObject_GetAttr, PyObject_Repr, PyObject_SetAttr, type TypeSpec } from './object.ts'
import { lookupAttribute } from './typelookup.ts'
import { PyType_GenericAlloc } from './typeobject.ts'
import { internStr, newStr, textOf } from './unicodeobject.ts'

/** Both types: the function they wrap, and a dict. */
export const WrapperMethod = layout(PyObject.sizeof, [
  ['callable', 'ptr'],
  ['dict', 'ptr'],
])
const W = WrapperMethod

/** PyStaticMethod_New; takes the reference to `callable`. */
export function newStaticMethod(ts: ThreadState, callable: Owned): Owned {
  return make(ts, ts.types.staticmethod, callable)
}

/** PyClassMethod_New; takes the reference to `callable`. */
export function newClassMethod(ts: ThreadState, callable: Owned): Owned {
  return make(ts, ts.types.classmethod, callable)
}

function make(ts: ThreadState, type: Borrowed, callable: Owned): Owned {
  const o = PyType_GenericAlloc(ts, type)
  if (o === 0) DECREF(ts, callable)
  else ts.mem.store(o + W.callable, callable)
  return o
}

/** functools_wraps: the wrapper shows the function's names. */
function copyNames(ts: ThreadState, self: Borrowed, callable: Borrowed): number {
  const names = ['__module__', '__name__', '__qualname__', '__doc__']
  if (ts.profile.classes.wrappersCopyAnnotations) names.push('__annotations__')
  for (const attribute of names) {
    const value = lookupAttribute(ts, callable, attribute)
    if (value === 0 && PyErr_Occurred(ts) !== 0) return -1
    if (value === 0) continue
    const name = internStr(ts, attribute)
    const status = during(ts, [name, value], () => PyObject_SetAttr(ts, self, name, value))
    DECREF(ts, value)
    DECREF(ts, name)
    if (status < 0) return -1
  }
  return 0
}

function wrapperType(name: 'staticmethod' | 'classmethod', slots: TypeSpec['slots']): TypeSpec {
  return {
    name,
    basicsize: W.sizeof,
    flags: ['HAVE_GC', 'BASETYPE'],
    dictoffset: W.dict,
    slots: {
      tp_new: (ts, type) => {
        const o = PyType_GenericAlloc(ts, type)
        if (o !== 0) ts.mem.store(o + W.callable, newref(ts, ts.none))
        return o
      },
      tp_init(ts, self, argv, nargs, kwnames) {
        if (!_PyArg_NoKeywords(ts, name, kwnames) || checkPositional(ts, name, nargs, 1, 1) < 0) return -1
        const callable = argAt(ts, argv, 0)
        SETREF(ts, self + W.callable, newref(ts, callable))
        return copyNames(ts, self, callable)
      },
      tp_dealloc(ts, self) {
        untrack(ts.mem, self)
        CLEAR(ts, self + W.callable)
        CLEAR(ts, self + W.dict)
        freeObject(ts, self)
      },
      tp_traverse(ts, self, visit) {
        const callable = ts.mem.load(self + W.callable)
        if (callable !== 0) visit(callable, { kind: 'field', name: '__func__' })
        const dict = ts.mem.load(self + W.dict)
        if (dict !== 0) visit(dict, { kind: 'field', name: '__dict__' })
      },
      tp_clear(ts, self) {
        CLEAR(ts, self + W.callable)
        CLEAR(ts, self + W.dict)
      },
      tp_repr(ts, self) {
        const inner = PyObject_Repr(ts, ts.mem.load(self + W.callable))
        if (inner === 0) return 0
        const result = newStr(ts, `<${name}(${textOf(ts, inner)})>`)
        DECREF(ts, inner)
        return result
      },
      ...slots,
    },
    members: [
      ['__func__', W.callable],
      ['__wrapped__', W.callable],
    ],
    getset: [
      {
        name: '__isabstractmethod__',
        get: (ts, self) => isAbstract(ts, ts.mem.load(self + W.callable)),
      },
      { name: '__dict__', get: PyObject_GenericGetDict, set: PyObject_GenericSetDict },
      wrapped('__annotations__', name),
      wrapped('__annotate__', name),
    ],
  }
}

/** descriptor_get_wrapped_attribute: the function's own, remembered in the wrapper's dict when it is first asked for (3.14+). */
function wrapped(attribute: string, type: string): GetSetSpec {
  const inDict = <R>(ts: ThreadState, self: Borrowed, failure: R, use: (dict: Borrowed, key: Borrowed) => R): R => {
    const dict = PyObject_GenericGetDict(ts, self)
    if (dict === 0) return failure
    const key = internStr(ts, attribute)
    const mark = holdMark(ts)
    for (const o of [dict, key]) hold(ts, o)
    const result = use(dict, key)
    release(ts, mark)
    for (const o of [key, dict]) DECREF(ts, o)
    return result
  }
  return {
    name: attribute,
    when: ({ classes }) => !classes.wrappersCopyAnnotations,
    get: (ts, self) =>
      inDict(ts, self, 0, (dict, key) => {
        const known = PyDict_GetItem(ts, dict, key)
        if (known !== 0) return newref(ts, known)
        const value = PyObject_GetAttr(ts, ts.mem.load(self + W.callable), key)
        if (value === 0 || PyDict_SetItem(ts, dict, key, value) === 0) return value
        DECREF(ts, value)
        return 0
      }),
    set: (ts, self, value) =>
      inDict(ts, self, -1, (dict, key) => {
        if (value !== 0) return PyDict_SetItem(ts, dict, key, value)
        if (PyDict_GetItem(ts, dict, key) !== 0) return PyDict_DelItem(ts, dict, key)
        PyErr_Format(ts, ts.exc.AttributeError, `'${type}' object has no attribute '${attribute}'`)
        return -1
      }),
  }
}

/** _PyObject_IsAbstract, as an object. */
export function isAbstract(ts: ThreadState, o: Borrowed): Owned {
  if (o === 0) return newref(ts, ts.false_)
  const value = getAttributeText(ts, o, '__isabstractmethod__')
  if (value !== 0 || !PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) return value
  PyErr_Clear(ts)
  return newref(ts, ts.false_)
}

export const PyStaticMethod_Type = wrapperType('staticmethod', {
  tp_descr_get: (ts, self) => newref(ts, ts.mem.load(self + W.callable)),
  tp_call: (ts, self, argv, nargs, kwnames) =>
    PyObject_Vectorcall(ts, ts.mem.load(self + W.callable), argv, nargs, kwnames),
})

export const PyClassMethod_Type = wrapperType('classmethod', {
  tp_descr_get(ts, self, obj, type) {
    const callable = ts.mem.load(self + W.callable)
    const cls = type === 0 ? Py_TYPE(ts, obj) : type
    // Up to 3.12 whatever is wrapped is bound by its own `__get__` (so that a property can be wrapped).
    const get = ts.profile.classes.classmethodChains ? slotsOf(ts, callable).tp_descr_get : undefined
    return get ? get(ts, callable, cls, cls) : PyMethod_New(ts, callable, cls)
  },
})
