// Modules/_collectionsmodule.c: defaultdict, a dict that makes what is missing.

import { during, whileOwning } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE, SETREF, slotsOf, XDECREF } from '../../heap/refcount.ts'
import { PyDictObject } from '../../heap/structs.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyObject_GetIter, PyObject_SetItem } from '../../objects/abstract.ts'
import { argAt, callArgs, callNoArgs } from '../../objects/call.ts'
import { setdefaultdict } from '../../objects/dictinsert.ts'
import { PyDict_Type } from '../../objects/dictmethods.ts'
import { dict_dealloc, dict_traverse, hashDictKey, PyDict_Check, PyDict_Clear } from '../../objects/dictobject.ts'
import { dict_init, dict_update_arg } from '../../objects/dictupdate.ts'
import { PyErr_Format, PyErr_SetObject } from '../../objects/errors.ts'
import { classGetItemMethod } from '../../objects/genericaliasobject.ts'
import { hashFailed, type MethodSpec, PyObject_Repr } from '../../objects/object.ts'
import { Py_ReprEnter, Py_ReprLeave } from '../../objects/reprenter.ts'
import { newSlice } from '../../objects/sliceobject.ts'
import { PyTuple_FromArray } from '../../objects/tupleobject.ts'
import { lookupAttribute } from '../../objects/typelookup.ts'
import { shortTypeName } from '../../objects/typeobject.ts'
import { newStr, textOf } from '../../objects/unicodeobject.ts'
import { type ModuleType, moduleType } from '../moduletype.ts'

const DEFAULT_FACTORY = PyDictObject.sizeof

function factoryOf(ts: ThreadState, self: Borrowed): Borrowed {
  return ts.mem.load(self + DEFAULT_FACTORY)
}

function missing(ts: ThreadState, self: Borrowed, key: Borrowed): Owned {
  const factory = factoryOf(ts, self)
  if (factory === 0 || factory === ts.none) {
    PyErr_SetObject(ts, ts.exc.KeyError, key)
    return 0
  }
  const value = callNoArgs(ts, factory)
  if (value === 0) return 0
  if (ts.profile.modules.defaultdictKeepsFound) return whileOwning(ts, value, () => keptValue(ts, self, key, value))
  if (during(ts, [value], () => PyObject_SetItem(ts, self, key, value)) === 0) return value
  DECREF(ts, value)
  return 0
}

/** PyDict_SetDefaultRef: what the dict has by now, else the value that is put into it. */
function keptValue(ts: ThreadState, self: Borrowed, key: Borrowed, value: Borrowed): Owned {
  const low = hashDictKey(ts, key)
  const kept = hashFailed(ts, low) ? -1 : setdefaultdict(ts, self, key, low, ts.hashHigh, value)
  return kept < 0 ? 0 : newref(ts, kept)
}

function copy(ts: ThreadState, self: Borrowed): Owned {
  return callArgs(ts, Py_TYPE(ts, self), [factoryOf(ts, self) || ts.none, self])
}

function reprOfFactory(ts: ThreadState, self: Borrowed): string | null {
  const factory = factoryOf(ts, self)
  if (factory === 0) return 'None'
  const entered = Py_ReprEnter(ts, factory)
  if (entered < 0) return null
  if (entered > 0) return '...'
  const repr = PyObject_Repr(ts, factory)
  Py_ReprLeave(ts, factory)
  if (repr === 0) return null
  const text = textOf(ts, repr)
  DECREF(ts, repr)
  return text
}

function repr(ts: ThreadState, self: Borrowed): Owned {
  const items = PyDict_Type.slots.tp_repr(ts, self)
  if (items === 0) return 0
  const factory = during(ts, [items], () => reprOfFactory(ts, self))
  const text = textOf(ts, items)
  DECREF(ts, items)
  return factory === null ? 0 : newStr(ts, `${shortTypeName(ts, Py_TYPE(ts, self))}(${factory}, ${text})`)
}

function init(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): number {
  let factory = 0
  if (nargs > 0) {
    factory = argAt(ts, argv, 0)
    if (factory !== ts.none && !slotsOf(ts, factory).tp_call) {
      PyErr_Format(ts, ts.exc.TypeError, 'first argument must be callable or None')
      return -1
    }
  }
  if (factory !== 0) newref(ts, factory)
  SETREF(ts, self + DEFAULT_FACTORY, factory)
  const rest = afterFirst(ts, argv, nargs)
  if (rest === 0) return -1
  const result = during(ts, [rest], () =>
    dict_init(ts, self, argv + Math.min(nargs, 1) * 8, Math.max(nargs - 1, 0), kwnames),
  )
  DECREF(ts, rest)
  return result
}

/** PySequence_GetSlice(args, 1, n): through a slice object. */
function afterFirst(ts: ThreadState, argv: number, nargs: number): Owned {
  const slice = newSlice(ts, ts.none, ts.none, ts.none)
  if (slice === 0) return 0
  const rest = PyTuple_FromArray(
    ts,
    Array.from({ length: Math.max(nargs - 1, 0) }, (_, i) => newref(ts, argAt(ts, argv, i + 1))),
  )
  DECREF(ts, slice)
  return rest
}

/** d | other: a new defaultdict of the left one's kind. */
function or(ts: ThreadState, left: Borrowed, right: Borrowed): Owned {
  const type = moduleType(ts, 'collections.defaultdict')
  const isOurs = slotsOf(ts, left).nb_or === or
  const self = isOurs ? left : right
  const other = isOurs ? right : left
  if (type === 0 || !PyDict_Check(ts, other)) return newref(ts, ts.notImplemented)
  const factory = factoryOf(ts, self) || ts.none
  const result = callArgs(ts, Py_TYPE(ts, self), [factory, left])
  if (result === 0) return 0
  if (during(ts, [result], () => dict_update_arg(ts, result, right)) === 0) return result
  DECREF(ts, result)
  return 0
}

/** `__reduce__`: how copy and pickle make another. */
function reduce(ts: ThreadState, self: Borrowed): Owned {
  const factory = factoryOf(ts, self)
  const args =
    factory === 0 || factory === ts.none ? newref(ts, ts.emptyTuple) : PyTuple_FromArray(ts, [newref(ts, factory)])
  const method = lookupAttribute(ts, self, 'items')
  const items = method === 0 ? 0 : callNoArgs(ts, method)
  if (method !== 0) DECREF(ts, method)
  const iterator = items === 0 ? 0 : PyObject_GetIter(ts, items)
  if (items !== 0) DECREF(ts, items)
  if (iterator === 0) {
    DECREF(ts, args)
    return 0
  }
  const none = () => newref(ts, ts.none)
  return PyTuple_FromArray(ts, [newref(ts, Py_TYPE(ts, self)), args, none(), none(), iterator])
}

const METHODS: readonly MethodSpec[] = [
  { name: '__missing__', kind: 'O', call: (ts, self, argv) => missing(ts, self, argAt(ts, argv, 0)) },
  { name: 'copy', kind: 'NOARGS', call: (ts, self) => copy(ts, self) },
  { name: '__copy__', kind: 'NOARGS', call: (ts, self) => copy(ts, self) },
  classGetItemMethod,
  { name: '__reduce__', kind: 'NOARGS', call: (ts, self) => reduce(ts, self) },
]

export const defaultdictType: ModuleType = {
  tp_name: 'collections.defaultdict',
  basicsize: DEFAULT_FACTORY + 8,
  base: (ts) => ts.types.dict,
  flags: ['HAVE_GC', 'BASETYPE'],
  slots: {
    owns: { fields: [['default_factory', DEFAULT_FACTORY]] },
    tp_dealloc(ts, self) {
      const factory = factoryOf(ts, self)
      ts.mem.store(self + DEFAULT_FACTORY, 0)
      XDECREF(ts, factory)
      dict_dealloc(ts, self)
    },
    tp_traverse(ts, self, visit) {
      const factory = factoryOf(ts, self)
      if (factory !== 0) visit(factory, { kind: 'field', name: 'default_factory' })
      dict_traverse(ts, self, visit)
    },
    tp_clear(ts, self) {
      CLEAR(ts, self + DEFAULT_FACTORY)
      PyDict_Clear(ts, self)
    },
    tp_repr: repr,
    tp_init: init,
    nb_or: or,
  },
  methods: METHODS,
  getset: [
    {
      name: 'default_factory',
      get: (ts, self) => newref(ts, factoryOf(ts, self) || ts.none),
      set(ts, self, value) {
        if (value !== 0) newref(ts, value)
        SETREF(ts, self + DEFAULT_FACTORY, value)
        return 0
      },
    },
  ],
}
