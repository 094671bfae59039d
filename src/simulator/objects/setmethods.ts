// The methods and types of set and frozenset, and their iterator (Objects/setobject.c).

import { hold, holdMark, release, whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { PySetObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PySequence_List } from './abstract.ts'
import { newBool } from './boolobject.ts'
import { _PyArg_NoKeywords, argAt, checkPositional } from './call.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_SetObject } from './errors.ts'
import { hashFailed, type MethodSpec, nameOfType, PyObject_Repr, type TypeSpec, typeName } from './object.ts'
import { Py_ReprEnter, Py_ReprLeave } from './reprenter.ts'
import {
  frozenset_hash,
  set_copy,
  set_difference,
  set_difference_update,
  set_intersection,
  set_intersection_update,
  set_isdisjoint,
  set_issubset,
  set_issuperset,
  set_richcompare,
  set_symmetric_difference,
  set_symmetric_difference_update,
  set_union,
  swapBodies,
} from './setalgebra.ts'
import { set_iter } from './setiter.ts'
import { DUMMY, SET_BASICSIZE, SET_WEAKREFLIST } from './setlayout.ts'
import {
  _PySet_Update,
  entryAddress,
  hashItem,
  make_new_set,
  makeDummy,
  PyAnySet_Check,
  PySet_Add,
  PySet_Check,
  PySet_Contains,
  PySet_GET_SIZE,
  set_clear,
  set_dealloc,
  set_discard_entry,
  set_sizeof,
  set_traverse,
  trackFrozenSet,
} from './setobject.ts'
import { PyTuple_FromArray } from './tupleobject.ts'
import { newStr, textOf } from './unicodeobject.ts'

function set_repr(ts: ThreadState, s: Borrowed): Owned {
  const entered = Py_ReprEnter(ts, s)
  if (entered !== 0) return entered > 0 ? newStr(ts, `${typeName(ts, s)}(...)`) : 0
  const result = reprItems(ts, s)
  Py_ReprLeave(ts, s)
  return result
}

function reprItems(ts: ThreadState, s: Borrowed): Owned {
  if (PySet_GET_SIZE(ts, s) === 0) return newStr(ts, `${typeName(ts, s)}()`)
  const keys = PySequence_List(ts, s)
  if (keys === 0) return 0
  const list = whileOwning(ts, keys, () => PyObject_Repr(ts, keys))
  if (list === 0) return 0
  const items = textOf(ts, list).slice(1, -1)
  DECREF(ts, list)
  return newStr(ts, Py_TYPE(ts, s) === ts.types.set ? `{${items}}` : `${typeName(ts, s)}({${items}})`)
}

/** A set as a key stands for the frozenset of its items: asks again with that. */
function withFrozen(ts: ThreadState, s: Borrowed, key: Borrowed, ask: (s: Borrowed, key: Borrowed) => number): number {
  const answer = ask(s, key)
  if (answer >= 0 || !PySet_Check(ts, key) || !PyErr_ExceptionMatches(ts, ts.exc.TypeError)) return answer
  PyErr_Clear(ts)
  const frozen = make_new_set(ts, ts.types.frozenset, key)
  if (frozen === 0) return -1
  const again = whileOwning(ts, frozen, () => ask(s, frozen))
  return again
}

function set_contains(ts: ThreadState, s: Borrowed, key: Borrowed): number {
  return withFrozen(ts, s, key, (set, k) => PySet_Contains(ts, set, k))
}

function discard(ts: ThreadState, s: Borrowed, key: Borrowed): number {
  return withFrozen(ts, s, key, (set, k) => {
    const low = hashItem(ts, k)
    return hashFailed(ts, low) ? -1 : set_discard_entry(ts, set, k, low, ts.hashHigh)
  })
}

function set_remove(ts: ThreadState, s: Borrowed, argv: number): Owned {
  const done = discard(ts, s, argAt(ts, argv, 0))
  if (done < 0) return 0
  if (done > 0) return newref(ts, ts.none)
  PyErr_SetObject(ts, ts.exc.KeyError, argAt(ts, argv, 0))
  return 0
}

function set_pop(ts: ThreadState, s: Borrowed): Owned {
  const mem = ts.mem
  if (PySet_GET_SIZE(ts, s) === 0) return PyErr_Format(ts, ts.exc.KeyError, 'pop from an empty set')
  const mask = mem.load(s + PySetObject.mask)
  let i = mem.load(s + PySetObject.finger) & mask
  for (;;) {
    const key = mem.load(entryAddress(ts, s, i))
    if (key !== 0 && key !== DUMMY) break
    i = i === mask ? 0 : i + 1
  }
  const key = mem.load(entryAddress(ts, s, i))
  makeDummy(ts, s, entryAddress(ts, s, i))
  mem.storeWide(s + PySetObject.finger, i + 1)
  return key
}

function none(ts: ThreadState, status: number): Owned {
  return status < 0 ? 0 : newref(ts, ts.none)
}

function truth(ts: ThreadState, status: number): Owned {
  return status < 0 ? 0 : newBool(ts, status === 1)
}

function argsOf(ts: ThreadState, argv: number, nargs: number): Borrowed[] {
  return Array.from({ length: nargs }, (_, i) => argAt(ts, argv, i))
}

/** Runs a two-set operation over several arguments from left to right. */
function chain(
  ts: ThreadState,
  s: Borrowed,
  argv: number,
  nargs: number,
  operation: (ts: ThreadState, s: Borrowed, other: Borrowed) => Owned,
): Owned {
  if (nargs === 0) return set_copy(ts, s)
  let result = newref(ts, s)
  for (let i = 0; i < nargs && result !== 0; i++) {
    const next = whileOwning(ts, result, () => operation(ts, result, argAt(ts, argv, i)))
    result = next
  }
  return result
}

function differenceMulti(ts: ThreadState, s: Borrowed, argv: number, nargs: number): Owned {
  if (nargs === 0) return set_copy(ts, s)
  const result = set_difference(ts, s, argAt(ts, argv, 0))
  if (result === 0) return 0
  const mark = holdMark(ts)
  hold(ts, result)
  let status = 0
  for (let i = 1; i < nargs && status === 0; i++) status = set_difference_update(ts, result, argAt(ts, argv, i))
  release(ts, mark)
  if (status === 0) return result
  DECREF(ts, result)
  return 0
}

function intersectionUpdateMulti(ts: ThreadState, s: Borrowed, argv: number, nargs: number): Owned {
  const result = chain(ts, s, argv, nargs, set_intersection)
  if (result === 0) return 0
  if (result !== s) swapBodies(ts, s, result)
  DECREF(ts, result)
  return newref(ts, ts.none)
}

function updateAll(ts: ThreadState, argv: number, nargs: number, update: (other: Borrowed) => number): Owned {
  for (const other of argsOf(ts, argv, nargs)) if (update(other) < 0) return 0
  return newref(ts, ts.none)
}

function frozenset_copy(ts: ThreadState, s: Borrowed): Owned {
  return Py_TYPE(ts, s) === ts.types.frozenset ? newref(ts, s) : set_copy(ts, s)
}

function set_reduce(ts: ThreadState, s: Borrowed): Owned {
  const keys = PySequence_List(ts, s)
  if (keys === 0) return 0
  const args = PyTuple_FromArray(ts, [keys])
  return args === 0 ? 0 : PyTuple_FromArray(ts, [newref(ts, Py_TYPE(ts, s)), args, newref(ts, ts.none)])
}

/** The result of an operator: NotImplemented unless both are sets; a finished frozenset is tracked as the version does. */
function operator(work: (ts: ThreadState, a: Borrowed, b: Borrowed) => Owned) {
  return (ts: ThreadState, a: Borrowed, b: Borrowed): Owned => {
    if (!PyAnySet_Check(ts, a) || !PyAnySet_Check(ts, b)) return newref(ts, ts.notImplemented)
    return finished(ts, work(ts, a, b))
  }
}

function inplace(work: (ts: ThreadState, a: Borrowed, b: Borrowed) => number) {
  return (ts: ThreadState, a: Borrowed, b: Borrowed): Owned => {
    if (!PyAnySet_Check(ts, b)) return newref(ts, ts.notImplemented)
    return work(ts, a, b) < 0 ? 0 : newref(ts, a)
  }
}

function finished(ts: ThreadState, s: Owned): Owned {
  if (s !== 0) trackFrozenSet(ts, s)
  return s
}

function set_new(ts: ThreadState, type: Borrowed): Owned {
  return make_new_set(ts, type, 0)
}

function set_init(ts: ThreadState, s: Borrowed, argv: number, nargs: number, kwnames: Borrowed): number {
  if (!_PyArg_NoKeywords(ts, 'set', kwnames) || checkPositional(ts, typeName(ts, s), nargs, 0, 1) < 0) return -1
  if (ts.mem.load(s + PySetObject.fill) !== 0) set_clear(ts, s)
  ts.mem.storeWide(s + PySetObject.hash, -1)
  return nargs === 0 ? 0 : _PySet_Update(ts, s, argAt(ts, argv, 0))
}

function frozenset_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const exact = type === ts.types.frozenset
  if (exact && !_PyArg_NoKeywords(ts, 'frozenset', kwnames)) return 0
  if (checkPositional(ts, nameOfType(ts, type), nargs, 0, 1) < 0) return 0
  const iterable = nargs === 0 ? 0 : argAt(ts, argv, 0)
  if (exact && iterable !== 0 && Py_TYPE(ts, iterable) === type) return newref(ts, iterable)
  return finished(ts, make_new_set(ts, type, iterable))
}

/** A method that takes any number of sets or iterables. */
function manyMethod(
  name: string,
  work: (ts: ThreadState, s: Borrowed, argv: number, nargs: number) => Owned,
): MethodSpec {
  return {
    name,
    kind: 'FASTCALL',
    varargs: ({ containers }) => containers.setMethodsPackArguments,
    call: work,
  }
}

/** What both types can do. */
function commonMethods(): MethodSpec[] {
  return [
    { name: '__contains__', kind: 'O', call: (ts, s, argv) => truth(ts, set_contains(ts, s, argAt(ts, argv, 0))) },
    manyMethod('difference', (ts, s, argv, n) => finished(ts, differenceMulti(ts, s, argv, n))),
    manyMethod('intersection', (ts, s, argv, n) => finished(ts, chain(ts, s, argv, n, set_intersection))),
    { name: 'isdisjoint', kind: 'O', call: (ts, s, argv) => truth(ts, set_isdisjoint(ts, s, argAt(ts, argv, 0))) },
    { name: 'issubset', kind: 'O', call: (ts, s, argv) => truth(ts, set_issubset(ts, s, argAt(ts, argv, 0))) },
    { name: 'issuperset', kind: 'O', call: (ts, s, argv) => truth(ts, set_issuperset(ts, s, argAt(ts, argv, 0))) },
    { name: '__reduce__', kind: 'NOARGS', call: set_reduce },
    {
      name: 'symmetric_difference',
      kind: 'O',
      call: (ts, s, argv) => finished(ts, set_symmetric_difference(ts, s, argAt(ts, argv, 0))),
    },
    manyMethod('union', (ts, s, argv, n) => finished(ts, set_union(ts, s, argsOf(ts, argv, n)))),
  ]
}

function commonSlots(): TypeSpec['slots'] {
  return {
    tp_dealloc: set_dealloc,
    tp_traverse: set_traverse,
    tp_clear: set_clear,
    tp_repr: set_repr,
    tp_richcompare: set_richcompare,
    tp_iter: set_iter,
    sizeof: set_sizeof,
    sq_length: PySet_GET_SIZE,
    sq_contains: set_contains,
    nb_subtract: operator(set_difference),
    nb_and: operator(set_intersection),
    nb_xor: operator(set_symmetric_difference),
    nb_or: operator((ts, a, b) => set_union(ts, a, [b])),
  }
}

export const PySet_Type: TypeSpec = {
  name: 'set',
  basicsize: SET_BASICSIZE,
  weaklistoffset: SET_WEAKREFLIST,
  flags: ['HAVE_GC', 'BASETYPE', 'MATCH_SELF', 'TRASHCAN'],
  doc: 'Build an unordered collection of unique elements.',
  slots: {
    ...commonSlots(),
    tp_hash: null,
    tp_init: set_init,
    tp_new: set_new,
    nb_inplace_subtract: inplace(set_difference_update),
    nb_inplace_and: inplace(set_intersection_update),
    nb_inplace_xor: inplace(set_symmetric_difference_update),
    nb_inplace_or: inplace(_PySet_Update),
  },
  methods: [
    ...commonMethods(),
    { name: 'add', kind: 'O', call: (ts, s, argv) => none(ts, PySet_Add(ts, s, argAt(ts, argv, 0))) },
    {
      name: 'clear',
      kind: 'NOARGS',
      call: (ts, s) => {
        set_clear(ts, s)
        return newref(ts, ts.none)
      },
    },
    { name: 'copy', kind: 'NOARGS', call: set_copy },
    { name: 'discard', kind: 'O', call: (ts, s, argv) => none(ts, discard(ts, s, argAt(ts, argv, 0))) },
    manyMethod('difference_update', (ts, s, argv, n) =>
      updateAll(ts, argv, n, (other) => set_difference_update(ts, s, other)),
    ),
    manyMethod('intersection_update', intersectionUpdateMulti),
    { name: 'pop', kind: 'NOARGS', call: set_pop },
    { name: 'remove', kind: 'O', call: set_remove },
    {
      name: 'symmetric_difference_update',
      kind: 'O',
      call: (ts, s, argv) => none(ts, set_symmetric_difference_update(ts, s, argAt(ts, argv, 0))),
    },
    manyMethod('update', (ts, s, argv, n) => updateAll(ts, argv, n, (other) => _PySet_Update(ts, s, other))),
  ],
}

export const PyFrozenSet_Type: TypeSpec = {
  name: 'frozenset',
  basicsize: SET_BASICSIZE,
  weaklistoffset: SET_WEAKREFLIST,
  flags: ['HAVE_GC', 'BASETYPE', 'MATCH_SELF', 'TRASHCAN'],
  doc: 'Build an immutable unordered collection of unique elements.',
  slots: { ...commonSlots(), tp_hash: frozenset_hash, tp_new: frozenset_new },
  methods: [...commonMethods(), { name: 'copy', kind: 'NOARGS', call: frozenset_copy }],
}
