// Objects/unionobject.c: `int | str`, for annotations and isinstance.
// NOT CPYTHON: the same layout in all versions but for the size.

import { untrack } from '../heap/gchead.ts'
import { during, freeObject, whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE, XDECREF } from '../heap/refcount.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import type { Profile } from '../profiles/index.ts'
import { newBool } from './boolobject.ts'
import { argAt, callOwned } from './call.ts'
import { PyErr_Clear, PyErr_Format, PyErr_Occurred } from './errors.ts'
import { notGeneric } from './genericaliasobject.ts'
import { PyObject_IsInstance, PyObject_IsSubclass } from './isinstance.ts'
import {
  hashFailed,
  type MethodSpec,
  Py_EQ,
  Py_NE,
  PyObject_Hash,
  PyObject_Repr,
  PyObject_RichCompareBool,
  type TypeSpec,
} from './object.ts'
import { frozenSetFrom } from './setobject.ts'
import { newTuple, PyTuple_FromArray, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'
import { lookupAttribute, PyType_Check } from './typelookup.ts'
import { PyType_GenericAlloc } from './typeobject.ts'
import { _Py_typing_type_repr } from './typingrepr.ts'
import { internStr, newStr } from './unicodeobject.ts'
import { textOf } from './unicodestorage.ts'

const U = layout(PyObject.sizeof, [
  ['args', 'ptr'],
  // Of those that can be hashed, since 3.14.
  ['hashable_args', 'ptr'],
])

function argsOf(ts: ThreadState, o: Borrowed): Borrowed[] {
  if (Py_TYPE(ts, o) !== ts.types.Union) return [o === ts.none ? ts.types.NoneType : o]
  const args = ts.mem.load(o + U.args)
  return Array.from({ length: PyTuple_GET_SIZE(ts, args) }, (_, i) => PyTuple_GET_ITEM(ts, args, i))
}

function canBeIn(ts: ThreadState, o: Borrowed): boolean {
  const type = Py_TYPE(ts, o)
  return o === ts.none || PyType_Check(ts, o) || type === ts.types.Union || type === ts.types.GenericAlias
}

/** _Py_union_type_or: a union of both, each kind once; of only one it is that. */
export function unionOf(ts: ThreadState, a: Borrowed, b: Borrowed): Owned {
  if (!canBeIn(ts, a) || !canBeIn(ts, b)) return newref(ts, ts.notImplemented)
  const args: Borrowed[] = []
  for (const o of [...argsOf(ts, a), ...argsOf(ts, b)]) {
    let known = false
    for (const other of args) {
      const same = PyObject_RichCompareBool(ts, other, o, Py_EQ)
      if (same < 0) return 0
      known ||= same > 0
    }
    if (!known) args.push(o)
  }
  return makeUnion(ts, args)
}

/** A union of these, which differ from each other. */
export function makeUnion(ts: ThreadState, args: readonly Borrowed[]): Owned {
  if (args.length === 1) return newref(ts, args[0])
  const tuple = PyTuple_FromArray(
    ts,
    args.map((o) => newref(ts, o)),
  )
  const hashable = tuple === 0 || !isTyping(ts.profile) ? 0 : during(ts, [tuple], () => setOfHashable(ts, args))
  const union = tuple === 0 ? 0 : PyType_GenericAlloc(ts, ts.types.Union)
  if (union === 0) return 0
  ts.mem.store(union + U.args, tuple)
  ts.mem.store(union + U.hashable_args, hashable)
  return union
}

/** A frozenset of those that can be hashed; 0 where none can. */
function setOfHashable(ts: ThreadState, args: readonly Borrowed[]): Owned {
  const hashable = args.filter((o) => !hashFailed(ts, PyObject_Hash(ts, o)))
  PyErr_Clear(ts)
  return hashable.length === 0 ? 0 : frozenSetFrom(ts, hashable)
}

function setOf(ts: ThreadState, self: Borrowed): Owned {
  return frozenSetFrom(ts, argsOf(ts, self))
}

/** isinstance and issubclass: whether it holds for any of them. */
function anyOf(name: string, test: (ts: ThreadState, o: Borrowed, cls: Borrowed) => number): MethodSpec {
  return {
    name,
    kind: 'O',
    call(ts, self, argv) {
      for (const cls of argsOf(ts, self)) {
        const is = test(ts, argAt(ts, argv, 0), cls)
        if (is !== 0) return is < 0 ? 0 : newBool(ts, true)
      }
      return newBool(ts, false)
    },
  }
}

/** Since 3.14 it is what `typing.Union` is. */
function isTyping({ modules }: Profile): boolean {
  return modules.unionName === 'typing.Union'
}

export const _PyUnion_Type: TypeSpec = {
  name: 'Union',
  tp_name: ({ modules }) => modules.unionName,
  basicsize: (profile) => profile.modules.unionSize,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  slots: {
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      CLEAR(ts, self + U.args)
      CLEAR(ts, self + U.hashable_args)
      freeObject(ts, self)
    },
    tp_traverse(ts, self, visit) {
      for (const [name, offset] of [
        ['__args__', U.args],
        ['hashable_args', U.hashable_args],
      ] as const) {
        const o = ts.mem.load(self + offset)
        if (o !== 0) visit(o, { kind: 'field', name })
      }
    },
    tp_clear(ts, self) {
      CLEAR(ts, self + U.args)
      CLEAR(ts, self + U.hashable_args)
    },
    tp_repr(ts, self) {
      const parts: string[] = []
      for (const o of argsOf(ts, self)) {
        const part = _Py_typing_type_repr(ts, o, true)
        if (part === null) return 0
        parts.push(part)
      }
      return newStr(ts, parts.join(' | '))
    },
    tp_hash(ts, self) {
      const set = setOf(ts, self)
      if (set === 0) return -1
      const low = PyObject_Hash(ts, set)
      const high = ts.hashHigh
      DECREF(ts, set)
      ts.hashHigh = high
      return low
    },
    tp_richcompare(ts, self, other, op) {
      if ((op !== Py_EQ && op !== Py_NE) || Py_TYPE(ts, other) !== ts.types.Union) return newref(ts, ts.notImplemented)
      const a = setOf(ts, self)
      const b = a === 0 ? 0 : during(ts, [a], () => setOf(ts, other))
      const same = b === 0 ? -1 : during(ts, [a, b], () => PyObject_RichCompareBool(ts, a, b, Py_EQ))
      XDECREF(ts, a)
      XDECREF(ts, b)
      return same < 0 || PyErr_Occurred(ts) !== 0 ? 0 : newBool(ts, same > 0 === (op === Py_EQ))
    },
    nb_or: unionOf,
    mp_subscript: notGeneric,
  },
  members: [['__args__', U.args]],
  getset: [
    { name: '__parameters__', get: (ts) => newTuple(ts, 0) },
    { name: '__name__', get: (ts) => internStr(ts, 'Union'), when: isTyping },
    { name: '__qualname__', get: (ts) => internStr(ts, 'Union'), when: isTyping },
    { name: '__origin__', get: (ts) => newref(ts, ts.types.Union), when: isTyping },
  ],
  methods: [
    {
      name: '__class_getitem__',
      kind: 'O',
      binding: 'class',
      when: isTyping,
      /** What may be in a union, and what a string in it stands for, is said by `typing`. */
      call(ts, type, argv) {
        const module = ts.importModule('typing')
        const make = module === 0 ? 0 : whileOwning(ts, module, () => lookupAttribute(ts, module, '_make_union'))
        return make === 0 ? 0 : callOwned(ts, make, [type, argAt(ts, argv, 0)])
      },
    },
    anyOf('__instancecheck__', PyObject_IsInstance),
    anyOf('__subclasscheck__', PyObject_IsSubclass),
    { name: '__mro_entries__', kind: 'O', when: isTyping, call: union_mro_entries },
  ],
}

function union_mro_entries(ts: ThreadState, self: Borrowed): Owned {
  const repr = PyObject_Repr(ts, self)
  if (repr === 0) return 0
  PyErr_Format(ts, ts.exc.TypeError, `Cannot subclass ${textOf(ts, repr)}`)
  DECREF(ts, repr)
  return 0
}
