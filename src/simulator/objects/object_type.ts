// Objects/typeobject.c, PyBaseObject_Type: `object` itself.
// What copy and pickle ask is objectreduce.ts.

import { freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, slotsOf, slotsOfType, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PySequence_List } from './abstract.ts'
import { _PyArg_BadArgument, argAt } from './call.ts'
import { setClass } from './classassignment.ts'
import { _PyObject_InitInlineValues, getItemText, PyDict_Check, PyDict_New, PyDict_Update } from './dictobject.ts'
import { mergeClassDict } from './dirobject.ts'
import { PyErr_Format, PyErr_Occurred } from './errors.ts'
import { PyObject_GenericGetAttr, PyObject_GenericSetAttr } from './genericattr.ts'
import { PyList_GET_ITEM, PyList_GET_SIZE, PyList_Sort } from './listobject.ts'
import { newInt } from './longobject.ts'
import {
  nameOfType,
  Py_EQ,
  Py_NE,
  PyObject_Repr,
  PyObject_Str,
  PyUnicode_Check,
  type TypeSpec,
  truthOf,
  typeName,
} from './object.ts'
import { reduceMethods } from './objectreduce.ts'
import { objectSize } from './objectsize.ts'
import { _Py_HashPointer } from './pyhash.ts'
import { PyTuple_GET_SIZE } from './tupleobject.ts'
import { lookupAttribute } from './typelookup.ts'
import { fullTypeName, pointer } from './typenames.ts'
import { PyType_GenericAlloc } from './typeobject.ts'
import { newStr, PyUnicode_GetLength, textOf } from './unicodeobject.ts'

function excessArgs(ts: ThreadState, nargs: number, kwnames: Borrowed): boolean {
  return nargs > 0 || (kwnames !== 0 && PyTuple_GET_SIZE(ts, kwnames) > 0)
}

/** object.__new__. Complains about arguments only where nobody else takes them. */
export function object_new(ts: ThreadState, type: Borrowed, _argv: number, nargs: number, kwnames: Borrowed): Owned {
  const slots = slotsOfType(ts, type)
  if (excessArgs(ts, nargs, kwnames)) {
    if (slots.tp_new !== object_new)
      return PyErr_Format(ts, ts.exc.TypeError, 'object.__new__() takes exactly one argument (the type to instantiate)')
    if (slots.tp_init === object_init)
      return PyErr_Format(ts, ts.exc.TypeError, `${nameOfType(ts, type)}() takes no arguments`)
  }
  if (typeFlags(ts, type) & TPFLAGS.IS_ABSTRACT) return abstractError(ts, type)
  const o = PyType_GenericAlloc(ts, type)
  if (o === 0) return 0
  // Up to 3.12 the values are a block of their own, made only here.
  if (ts.profile.instances.inlineValues === 'separate' && typeFlags(ts, type) & TPFLAGS.MANAGED_DICT)
    _PyObject_InitInlineValues(ts, o, type)
  return o
}

function abstractError(ts: ThreadState, type: Borrowed): 0 {
  const methods = getItemText(ts, ts.mem.load(type + PyTypeObject.tp_dict), '__abstractmethods__')
  const list = methods === 0 ? 0 : PySequence_List(ts, methods)
  if (list === 0 || PyList_Sort(ts, list, 0, false) < 0) return 0
  const names = Array.from({ length: PyList_GET_SIZE(ts, list) }, (_, i) => textOf(ts, PyList_GET_ITEM(ts, list, i)))
  DECREF(ts, list)
  const { about, quote } = ts.profile.classes.abstract
  const what = `${about} abstract method${names.length === 1 ? '' : 's'}`
  const quoted = names.map((name) => quote + name + quote).join(', ')
  return PyErr_Format(
    ts,
    ts.exc.TypeError,
    `Can't instantiate abstract class ${nameOfType(ts, type)} ${what} ${quoted}`,
  )
}

/** object.__init__. */
export function object_init(ts: ThreadState, self: Borrowed, _argv: number, nargs: number, kwnames: Borrowed): number {
  if (!excessArgs(ts, nargs, kwnames)) return 0
  const type = Py_TYPE(ts, self)
  const slots = slotsOfType(ts, type)
  if (slots.tp_init !== object_init)
    PyErr_Format(ts, ts.exc.TypeError, 'object.__init__() takes exactly one argument (the instance to initialize)')
  else if (slots.tp_new === object_new)
    PyErr_Format(
      ts,
      ts.exc.TypeError,
      `${nameOfType(ts, type)}.__init__() takes exactly one argument (the instance to initialize)`,
    )
  else return 0
  return -1
}

function object_richcompare(ts: ThreadState, self: Borrowed, other: Borrowed, op: number): Owned {
  if (op === Py_EQ) return newref(ts, self === other ? ts.true_ : ts.notImplemented)
  if (op !== Py_NE) return newref(ts, ts.notImplemented)
  // Unless told otherwise, != is not ==.
  const equal = slotsOf(ts, self).tp_richcompare?.(ts, self, other, Py_EQ) ?? newref(ts, ts.notImplemented)
  if (equal === 0 || equal === ts.notImplemented) return equal
  const truth = truthOf(ts, equal)
  return truth < 0 ? 0 : newref(ts, truth ? ts.false_ : ts.true_)
}

function object_dir(ts: ThreadState, self: Borrowed): Owned {
  const own = lookupAttribute(ts, self, '__dict__')
  if (own === 0 && PyErr_Occurred(ts) !== 0) return 0
  const dict = PyDict_New(ts)
  if (dict === 0) return 0
  if (own !== 0) {
    if (PyDict_Check(ts, own)) PyDict_Update(ts, dict, own)
    DECREF(ts, own)
  }
  const type = lookupAttribute(ts, self, '__class__')
  const status = type === 0 ? (PyErr_Occurred(ts) !== 0 ? -1 : 0) : mergeClassDict(ts, dict, type)
  if (type !== 0) DECREF(ts, type)
  const result = status < 0 ? 0 : PySequence_List(ts, dict)
  DECREF(ts, dict)
  return result
}

export const PyBaseObject_Type = {
  name: 'object',
  basicsize: 16,
  flags: ['BASETYPE'],
  doc: 'The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n',
  slots: {
    tp_dealloc: freeObject,
    tp_repr(ts, self) {
      return newStr(ts, `<${fullTypeName(ts, Py_TYPE(ts, self))} object at ${pointer(self)}>`)
    },
    tp_hash: _Py_HashPointer,
    tp_str: (ts, self) => slotsOf(ts, self).tp_repr?.(ts, self) ?? PyObject_Repr(ts, self),
    tp_getattro: PyObject_GenericGetAttr,
    tp_setattro: PyObject_GenericSetAttr,
    tp_richcompare: object_richcompare,
    tp_init: object_init,
    tp_new: object_new,
    sizeof: objectSize,
  },
  methods: [
    {
      name: '__subclasshook__',
      kind: 'FASTCALL',
      binding: 'class',
      call: (ts) => newref(ts, ts.notImplemented),
    },
    {
      name: '__init_subclass__',
      kind: 'NOARGS',
      binding: 'class',
      call: (ts) => newref(ts, ts.none),
    },
    {
      name: '__format__',
      kind: 'O',
      call(ts, self, argv) {
        const spec = argAt(ts, argv, 0)
        if (!PyUnicode_Check(ts, spec)) return _PyArg_BadArgument(ts, '__format__', 'argument', 'str', spec)
        if (PyUnicode_GetLength(ts, spec) > 0)
          return PyErr_Format(
            ts,
            ts.exc.TypeError,
            `unsupported format string passed to ${typeName(ts, self)}.__format__`,
          )
        return PyObject_Str(ts, self)
      },
    },
    {
      name: '__sizeof__',
      kind: 'NOARGS',
      call(ts, self) {
        const bytes = slotsOf(ts, self).sizeof?.(ts, self) ?? objectSize(ts, self)
        return bytes < 0 ? 0 : newInt(ts, bytes)
      },
    },
    { name: '__dir__', kind: 'NOARGS', call: object_dir },
    ...reduceMethods,
  ],
  getset: [{ name: '__class__', get: (ts, self) => newref(ts, Py_TYPE(ts, self)), set: setClass }],
} satisfies TypeSpec
