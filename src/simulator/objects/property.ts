// Objects/descrobject.c, property.

import { untrack } from '../heap/gchead.ts'
import { during, freeObject, whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, INCREF, newref, Py_TYPE, SETREF } from '../heap/refcount.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { argAt, callArgs, callOneArg, parseKeywords } from './call.ts'
import { PyErr_Format, PyErr_Occurred } from './errors.ts'
import { isAbstract } from './methodwrappers.ts'
import { type MethodSpec, PyObject_Repr, PyObject_SetAttr, type TypeSpec } from './object.ts'
import { lookupAttribute } from './typelookup.ts'
import { typeQualname } from './typenames.ts'
import { PyType_GenericAlloc } from './typeobject.ts'
import { internStr, textOf } from './unicodeobject.ts'

/** `getter_doc`: the docstring came from the getter. */
export const PropertyObject = layout(PyObject.sizeof, [
  ['prop_get', 'ptr'],
  ['prop_set', 'ptr'],
  ['prop_del', 'ptr'],
  ['prop_doc', 'ptr'],
  ['prop_name', 'ptr'],
  ['getter_doc', 'int'],
])
const P = PropertyObject
const OWNED = [P.prop_get, P.prop_set, P.prop_del, P.prop_doc, P.prop_name]
const NAMES = ['fget', 'fset', 'fdel', '__doc__', '__name__']

/** "property 'x' of 'C' object has no getter". */
/** property_name: what it was called in its class, or since 3.13 what its getter is called; 0 for nothing, or with an exception. */
function nameOf(ts: ThreadState, self: Borrowed): Owned {
  const name = ts.mem.load(self + P.prop_name)
  if (name !== 0) return newref(ts, name)
  const getter = ts.mem.load(self + P.prop_get)
  return getter === 0 || !ts.profile.classes.propertyNamedByGetter ? 0 : lookupAttribute(ts, getter, '__name__')
}

function lacks(ts: ThreadState, self: Borrowed, obj: Borrowed, what: string): 0 {
  const name = nameOf(ts, self)
  if (name === 0 && PyErr_Occurred(ts) !== 0) return 0
  const shown = name === 0 ? 0 : whileOwning(ts, name, () => PyObject_Repr(ts, name))
  if (name !== 0 && shown === 0) return 0
  const type = typeQualname(ts, Py_TYPE(ts, obj))
  const whose = shown === 0 ? `property of '${type}' object` : `property ${textOf(ts, shown)} of '${type}' object`
  if (shown !== 0) DECREF(ts, shown)
  return PyErr_Format(ts, ts.exc.AttributeError, `${whose} has no ${what}`)
}

/** property_copy: the same property with one function replaced. */
function copyWith(field: number): MethodSpec['call'] {
  return (ts, self, argv) => {
    const fields = [P.prop_get, P.prop_set, P.prop_del].map((offset) => {
      const own = ts.mem.load(self + offset)
      const given = offset === field ? argAt(ts, argv, 0) : own
      return given === 0 || (offset === field && given === ts.none) ? own || ts.none : given
    })
    const keepDoc = ts.mem.load(self + P.getter_doc) !== 0 && fields[0] !== ts.none
    const doc = keepDoc ? ts.none : ts.mem.load(self + P.prop_doc) || ts.none
    const type = Py_TYPE(ts, self)
    const copy = callArgs(ts, type, [...fields, doc])
    if (copy === 0) return 0
    const name = ts.mem.load(self + P.prop_name)
    if (type === ts.types.property && name !== 0) SETREF(ts, copy + P.prop_name, newref(ts, name))
    return copy
  }
}

/** The docstring of the getter becomes the property's. -1 on error. */
function takeGetterDoc(ts: ThreadState, self: Borrowed, getter: Borrowed): number {
  const doc = lookupAttribute(ts, getter, '__doc__')
  if (doc === 0) return PyErr_Occurred(ts) !== 0 ? -1 : 0
  if (doc === ts.none) {
    DECREF(ts, doc)
    return 0
  }
  let status = 0
  if (Py_TYPE(ts, self) === ts.types.property) SETREF(ts, self + P.prop_doc, doc)
  else {
    const name = internStr(ts, '__doc__')
    status = during(ts, [name, doc], () => PyObject_SetAttr(ts, self, name, doc))
    DECREF(ts, doc)
    DECREF(ts, name)
  }
  ts.mem.store(self + P.getter_doc, 1)
  return status
}

export const PyProperty_Type = {
  name: 'property',
  basicsize: P.sizeof,
  flags: ['HAVE_GC', 'BASETYPE'],
  slots: {
    tp_new: (ts, type) => PyType_GenericAlloc(ts, type),
    tp_init(ts, self, argv, nargs, kwnames) {
      const args = parseKeywords(ts, 'property', argv, nargs, kwnames, ['fget', 'fset', 'fdel', 'doc'], 0)
      if (args === null) return -1
      const [fget, fset, fdel, doc] = args.map((o) => (o === ts.none ? 0 : o))
      ts.mem.store(self + P.getter_doc, 0)
      for (const [offset, value] of [
        [P.prop_get, fget],
        [P.prop_set, fset],
        [P.prop_del, fdel],
        [P.prop_doc, args[3] === 0 ? 0 : doc],
        [P.prop_name, 0],
      ] as const) {
        if (value !== 0) INCREF(ts, value)
        SETREF(ts, self + offset, value)
      }
      if (doc === 0 && fget !== 0) return takeGetterDoc(ts, self, fget)
      return 0
    },
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      for (const offset of OWNED) CLEAR(ts, self + offset)
      freeObject(ts, self)
    },
    tp_traverse(ts, self, visit) {
      for (const [i, offset] of OWNED.entries()) {
        const o = ts.mem.load(self + offset)
        if (o !== 0) visit(o, { kind: 'field', name: NAMES[i] })
      }
    },
    tp_clear(ts, self) {
      CLEAR(ts, self + P.prop_doc)
    },
    tp_descr_get(ts, self, obj): Owned {
      if (obj === 0 || obj === ts.none) return newref(ts, self)
      const getter = ts.mem.load(self + P.prop_get)
      return getter === 0 ? lacks(ts, self, obj, 'getter') : callOneArg(ts, getter, obj)
    },
    tp_descr_set(ts, self, obj, value) {
      const func = ts.mem.load(self + (value === 0 ? P.prop_del : P.prop_set))
      if (func === 0) {
        lacks(ts, self, obj, value === 0 ? 'deleter' : 'setter')
        return -1
      }
      const result = value === 0 ? callOneArg(ts, func, obj) : callArgs(ts, func, [obj, value])
      if (result === 0) return -1
      DECREF(ts, result)
      return 0
    },
  },
  methods: [
    { name: 'getter', kind: 'O', call: copyWith(P.prop_get) },
    { name: 'setter', kind: 'O', call: copyWith(P.prop_set) },
    { name: 'deleter', kind: 'O', call: copyWith(P.prop_del) },
    {
      name: '__set_name__',
      kind: 'FASTCALL',
      varargs: () => true,
      call(ts, self, argv, nargs) {
        if (nargs !== 2)
          return PyErr_Format(
            ts,
            ts.exc.TypeError,
            `__set_name__() takes 2 positional arguments but ${nargs} were given`,
          )
        SETREF(ts, self + P.prop_name, newref(ts, argAt(ts, argv, 1)))
        return newref(ts, ts.none)
      },
    },
  ],
  members: [
    ['fget', P.prop_get],
    ['fset', P.prop_set],
    ['fdel', P.prop_del],
    ['__doc__', P.prop_doc, 'writable'],
  ],
  getset: [
    { name: '__isabstractmethod__', get: (ts, self) => isAbstract(ts, ts.mem.load(self + P.prop_get)) },
    { name: '__name__', get: property_name, set: set_property_name },
  ],
} satisfies TypeSpec

function property_name(ts: ThreadState, self: Borrowed): Owned {
  const own = ts.mem.load(self + P.prop_name)
  if (own !== 0) return newref(ts, own)
  const getter = ts.mem.load(self + P.prop_get)
  const found = getter === 0 ? 0 : lookupAttribute(ts, getter, '__name__')
  if (found !== 0) return found
  if (PyErr_Occurred(ts) !== 0) return 0
  return PyErr_Format(ts, ts.exc.AttributeError, "'property' object has no attribute '__name__'")
}

function set_property_name(ts: ThreadState, self: Borrowed, value: Borrowed): number {
  SETREF(ts, self + P.prop_name, value === 0 ? 0 : newref(ts, value))
  return 0
}
