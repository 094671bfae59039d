// Objects/genericaliasobject.c: `list[int]`, a class with arguments that only annotations care about.
// Left out: type variables among the arguments (`__parameters__` is always empty) and the starred form.

import { untrack } from '../heap/gchead.ts'
import { during, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PySequence_Contains } from './abstract.ts'
import { newBool } from './boolobject.ts'
import { argAt, checkPositional, PyObject_Vectorcall } from './call.ts'
import { PyObject_Dir } from './dirobject.ts'
import { PyErr_Clear, PyErr_Format } from './errors.ts'
import { PyObject_GenericGetAttr } from './genericattr.ts'
import { PyList_Append } from './listobject.ts'
import {
  hashFailed,
  type MethodSpec,
  Py_EQ,
  Py_NE,
  PyObject_GetAttr,
  PyObject_Hash,
  PyObject_Repr,
  PyObject_RichCompareBool,
  PyObject_SetAttr,
  PyUnicode_Check,
  type TypeSpec,
} from './object.ts'
import { setBigHash, wholeHash } from './pyhash.ts'
import { newTuple, PyTuple_Check, PyTuple_FromArray, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'
import { PyType_GenericAlloc } from './typeobject.ts'
import { _Py_typing_type_repr, ga_repr_item } from './typingrepr.ts'
import { internStr, newStr, textOf } from './unicodeobject.ts'
import { unionOf } from './unionobject.ts'

const A = layout(PyObject.sizeof, [
  ['origin', 'ptr'],
  ['args', 'ptr'],
  ['parameters', 'ptr'],
  ['weakreflist', 'ptr'],
  ['starred', 'ssize'],
  ['vectorcall', 'ssize'],
])

/** Py_GenericAlias: `origin[args]`; what is no tuple becomes one. */
export function Py_GenericAlias(ts: ThreadState, origin: Borrowed, args: Borrowed): Owned {
  const tuple = PyTuple_Check(ts, args) ? newref(ts, args) : PyTuple_FromArray(ts, [newref(ts, args)])
  const o = tuple === 0 ? 0 : PyType_GenericAlloc(ts, ts.types.GenericAlias)
  if (o === 0) return 0
  ts.mem.store(o + A.origin, newref(ts, origin))
  ts.mem.store(o + A.args, tuple)
  return o
}

/** `__class_getitem__` of classes that take arguments. */
export const classGetItemMethod: MethodSpec = {
  name: '__class_getitem__',
  kind: 'O',
  binding: 'class',
  call: (ts, type, argv) => Py_GenericAlias(ts, type, argAt(ts, argv, 0)),
}

/** Names that are the alias's own; all others are asked of the origin. */
const OWN = new Set(
  '__class__ __bases__ __origin__ __args__ __parameters__ __unpacked__ __mro_entries__ __reduce_ex__ __reduce__ __copy__ __deepcopy__ __typing_unpacked_tuple_args__ __instancecheck__ __subclasscheck__ __dir__ __repr__ __eq__ __hash__ __or__ __ror__ __getitem__ __call__'.split(
    ' ',
  ),
)

/** Nothing can be put in the place of its arguments. */
export function notGeneric(ts: ThreadState, self: Borrowed): Owned {
  const repr = PyObject_Repr(ts, self)
  if (repr === 0) return 0
  PyErr_Format(ts, ts.exc.TypeError, `${textOf(ts, repr)} is not a generic class`)
  DECREF(ts, repr)
  return 0
}

function isOwn(ts: ThreadState, name: string): boolean {
  return OWN.has(name) && !ts.profile.modules.missing.includes(`types.GenericAlias.${name}`)
}

export const Py_GenericAliasType: TypeSpec = {
  name: 'GenericAlias',
  tp_name: 'types.GenericAlias',
  basicsize: A.sizeof,
  flags: ['HAVE_GC', 'BASETYPE', 'HAVE_VECTORCALL'],
  weaklistoffset: A.weakreflist,
  slots: {
    tp_new(ts, _type, argv, nargs) {
      if (checkPositional(ts, 'GenericAlias', nargs, 2, 2) < 0) return 0
      return Py_GenericAlias(ts, argAt(ts, argv, 0), argAt(ts, argv, 1))
    },
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      if (ts.mem.load(self + A.weakreflist) !== 0) ts.clearWeakRefs(self)
      for (const offset of [A.origin, A.args, A.parameters]) CLEAR(ts, self + offset)
      freeObject(ts, self)
    },
    tp_traverse(ts, self, visit) {
      for (const name of ['origin', 'args', 'parameters'] as const) {
        const o = ts.mem.load(self + A[name])
        if (o !== 0) visit(o, { kind: 'field', name: `__${name}__` })
      }
    },
    tp_clear(ts, self) {
      for (const offset of [A.origin, A.args, A.parameters]) CLEAR(ts, self + offset)
    },
    tp_repr(ts, self) {
      const args = ts.mem.load(self + A.args)
      const n = PyTuple_GET_SIZE(ts, args)
      const origin = _Py_typing_type_repr(ts, ts.mem.load(self + A.origin), ts.profile.modules.aliasShowsNone)
      if (origin === null) return 0
      const parts: string[] = []
      for (let i = 0; i < n; i++) {
        const part = ga_repr_item(ts, PyTuple_GET_ITEM(ts, args, i))
        if (part === null) return 0
        parts.push(part)
      }
      return newStr(ts, `${origin}[${n === 0 ? '()' : parts.join(', ')}]`)
    },
    tp_hash(ts, self) {
      const a = PyObject_Hash(ts, ts.mem.load(self + A.origin))
      if (hashFailed(ts, a)) return a
      const whole = wholeHash(ts, a)
      const b = PyObject_Hash(ts, ts.mem.load(self + A.args))
      return hashFailed(ts, b) ? b : setBigHash(ts, whole ^ wholeHash(ts, b))
    },
    tp_richcompare(ts, self, other, op) {
      if ((op !== Py_EQ && op !== Py_NE) || Py_TYPE(ts, other) !== ts.types.GenericAlias)
        return newref(ts, ts.notImplemented)
      for (const offset of [A.origin, A.args]) {
        const same = PyObject_RichCompareBool(ts, ts.mem.load(self + offset), ts.mem.load(other + offset), Py_EQ)
        if (same < 0) return 0
        if (same === 0) return newBool(ts, op === Py_NE)
      }
      return newBool(ts, op === Py_EQ)
    },
    /** Makes an instance of the origin, which learns by `__orig_class__` what it was called as, where it can. */
    tp_call(ts, self, argv, nargs, kwnames) {
      const o = PyObject_Vectorcall(ts, ts.mem.load(self + A.origin), argv, nargs, kwnames)
      if (o === 0) return 0
      const name = internStr(ts, '__orig_class__')
      during(ts, [o, name], () => {
        if (PyObject_SetAttr(ts, o, name, self) < 0) PyErr_Clear(ts)
      })
      DECREF(ts, name)
      return o
    },
    tp_getattro(ts, self, name) {
      if (PyUnicode_Check(ts, name) && !isOwn(ts, textOf(ts, name)))
        return PyObject_GetAttr(ts, ts.mem.load(self + A.origin), name)
      return PyObject_GenericGetAttr(ts, self, name)
    },
    nb_or: unionOf,
    mp_subscript: notGeneric,
  },
  members: [
    ['__origin__', A.origin],
    ['__args__', A.args],
  ],
  getset: [
    { name: '__parameters__', get: (ts) => newTuple(ts, 0) },
    { name: '__unpacked__', get: (ts) => newBool(ts, false) },
    { name: '__typing_unpacked_tuple_args__', get: (ts) => newref(ts, ts.none) },
  ],
  methods: [
    {
      name: '__mro_entries__',
      kind: 'O',
      call: (ts, self) => PyTuple_FromArray(ts, [newref(ts, ts.mem.load(self + A.origin))]),
    },
    refusing('__instancecheck__', 'isinstance'),
    refusing('__subclasscheck__', 'issubclass'),
    { name: '__dir__', kind: 'NOARGS', call: alias_dir },
  ],
}

function refusing(name: string, what: string): MethodSpec {
  return {
    name,
    kind: 'O',
    call: (ts) => PyErr_Format(ts, ts.exc.TypeError, `${what}() argument 2 cannot be a parameterized generic`),
  }
}

/** Names of an alias that are not its origin's. */
const ALIAS_NAMES = [
  '__origin__',
  '__args__',
  '__unpacked__',
  '__parameters__',
  '__typing_unpacked_tuple_args__',
  '__mro_entries__',
  '__reduce_ex__',
  '__reduce__',
]

function alias_dir(ts: ThreadState, self: Borrowed): Owned {
  const name = newStr(ts, '__origin__')
  const origin = PyObject_GetAttr(ts, self, name)
  DECREF(ts, name)
  const dir = origin === 0 ? 0 : PyObject_Dir(ts, origin)
  if (origin !== 0) DECREF(ts, origin)
  if (dir === 0) return 0
  for (const text of [...ALIAS_NAMES, ...ts.profile.modules.aliasNames]) {
    const each = internStr(ts, text)
    if (PySequence_Contains(ts, dir, each) === 0) PyList_Append(ts, dir, each)
    DECREF(ts, each)
  }
  return dir
}
