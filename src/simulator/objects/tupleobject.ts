// Objects/tupleobject.c: a fixed row of items inside the object itself. Dead tuples of up to 20 items are kept for the
// next one of their size. Since 3.14 the hash is cached in front of the items, and a tuple is watched by the collector
// only if one of its items can be part of a cycle.

import { freelistPop, freelistPush, PyTuple_MAXSAVESIZE, tupleRow } from '../heap/freelist.ts'
import { isTracked, track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject, hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, INCREF, newref, Py_TYPE, TPFLAGS, typeFlags, XDECREF } from '../heap/refcount.ts'
import { PyTypeObject, PyVarObject } from '../heap/structs.ts'
import { type Borrowed, type Owned, SOME_EDGE, type Visit } from '../heap/typeslots.ts'
import { PyIndex_Check, PyNumber_AsSsize_t } from './abstract.ts'
import { newBool } from './boolobject.ts'
import { _PyArg_NoKeywords, argAt } from './call.ts'
import { PyErr_Format, PyErr_NoMemory, PyErr_Occurred } from './errors.ts'
import { newInt } from './longobject.ts'
import {
  hashFailed,
  Py_EQ,
  Py_NE,
  PyObject_Repr,
  PyObject_RichCompare,
  PyObject_RichCompareBool,
  type TypeSpec,
  typeName,
} from './object.ts'
import { Py_ReprEnter, Py_ReprLeave } from './reprenter.ts'
import { PySequence_Tuple } from './sequencetuple.ts'
import { sliceIndex, sliceOf } from './sliceindices.ts'
import { hashItems } from './tuplehash.ts'
import { tuple_iter } from './tupleiter.ts'
import { PyType_GenericAlloc } from './typeobject.ts'
import { newStr, textOf } from './unicodeobject.ts'

/** Whether the object is a tuple (or of a subclass). */
export function PyTuple_Check(ts: ThreadState, o: Borrowed): boolean {
  return (typeFlags(ts, Py_TYPE(ts, o)) & TPFLAGS.TUPLE_SUBCLASS) !== 0
}

/**
 * PyTuple_New: `n` empty places. Fill them with PyTuple_SET_ITEM, then call `trackTuple`.
 * Where the version tracks every tuple from its birth, it is tracked already.
 */
export function newTuple(ts: ThreadState, n: number): Owned {
  if (n === 0) return newref(ts, ts.emptyTuple)
  const o = tuple_alloc(ts, n)
  if (o !== 0 && !ts.profile.containers.tuplesTrackedByContents) track(ts.mem, o)
  return o
}

/** To be called when all places of a new tuple are filled: tracks it as the version does. */
export function trackTuple(ts: ThreadState, t: Borrowed): void {
  if (!ts.profile.containers.tuplesTrackedByContents || t === ts.emptyTuple || isTracked(ts.mem, t)) return
  const n = PyTuple_GET_SIZE(ts, t)
  for (let i = 0; i < n; i++)
    if (typeFlags(ts, Py_TYPE(ts, PyTuple_GET_ITEM(ts, t, i))) & TPFLAGS.HAVE_GC) {
      track(ts.mem, t)
      return
    }
}

/** Tracks a new tuple whatever it holds, as PyTuple_New does in every version (zip, map's results, slices of arguments). */
export function trackTupleAlways(ts: ThreadState, t: Borrowed): void {
  if (t !== ts.emptyTuple && !isTracked(ts.mem, t)) track(ts.mem, t)
}

/** A tuple of these items, whose references it takes (also when it fails). */
export function PyTuple_FromArray(ts: ThreadState, items: readonly Owned[]): Owned {
  const t = newTuple(ts, items.length)
  if (t === 0) {
    for (const item of items) DECREF(ts, item)
    return 0
  }
  for (let i = 0; i < items.length; i++) PyTuple_SET_ITEM(ts, t, i, items[i])
  trackTuple(ts, t)
  return t
}

/** Py_BuildValue, or PyTuple_New whose places are then filled: as PyTuple_FromArray, but tracked whatever it holds. */
export function Py_BuildTuple(ts: ThreadState, items: readonly Owned[]): Owned {
  const t = PyTuple_FromArray(ts, items)
  if (t !== 0) trackTupleAlways(ts, t)
  return t
}

/** A pair that a native computed. */
export function newPair(ts: ThreadState, first: Owned, second: Owned): Owned {
  const make = ts.profile.containers.pairsTrackedByContents ? PyTuple_FromArray : Py_BuildTuple
  return make(ts, [first, second])
}

export function PyTuple_GET_SIZE(ts: ThreadState, t: Borrowed): number {
  return ts.mem.words[(t + PyVarObject.ob_size) >> 2]
}

export function PyTuple_GET_ITEM(ts: ThreadState, t: Borrowed, i: number): Borrowed {
  return ts.mem.words[(t + ts.profile.layout.tupleItems + i * 8) >> 2]
}

/** Fills an empty place of a new tuple; the tuple takes the reference. */
export function PyTuple_SET_ITEM(ts: ThreadState, t: Borrowed, i: number, value: Owned): void {
  ts.mem.store(t + ts.profile.layout.tupleItems + i * 8, value)
}

/** Where the items lie, 8 bytes each. */
export function tupleItems(ts: ThreadState, t: Borrowed): number {
  return t + ts.profile.layout.tupleItems
}

/** The items from `low` to before `high`; the tuple itself where that is all of it. */
export function PyTuple_GetSlice(ts: ThreadState, t: Borrowed, low: number, high: number): Owned {
  const size = PyTuple_GET_SIZE(ts, t)
  const from = Math.max(0, low)
  const to = Math.min(size, high)
  if (from === 0 && to === size && Py_TYPE(ts, t) === ts.types.tuple) return newref(ts, t)
  return fromMemory(ts, tupleItems(ts, t) + from * 8, Math.max(0, to - from))
}

/** Makes the one empty tuple, outside the allocator like CPython's static one. For start-up. */
export function initEmptyTuple(ts: ThreadState): void {
  const o = ts.mem.sbrk(16 + ts.profile.layout.tupleItems + 8, 16) + 16
  ts.mem.store(o, ts.profile.refcount.immortalStatic === null ? 999999999 : ts.profile.refcount.immortalStatic | 0)
  ts.mem.store(o + 8, ts.types.tuple)
  ts.emptyTuple = o
  resetHash(ts, o)
}

/** New references to `n` objects that lie side by side. */
export function fromMemory(ts: ThreadState, items: number, n: number): Owned {
  const t = newTuple(ts, n)
  if (t === 0) return 0
  const to = tupleItems(ts, t)
  for (let i = 0; i < n; i++) ts.mem.store(to + i * 8, newref(ts, ts.mem.load(items + i * 8)))
  trackTuple(ts, t)
  return t
}

function tuple_alloc(ts: ThreadState, n: number): Owned {
  if (n <= PyTuple_MAXSAVESIZE) {
    const kept = freelistPop(ts, tupleRow(n))
    if (kept !== 0) {
      resetHash(ts, kept)
      return kept
    }
  }
  const bytes = ts.profile.layout.tupleItems + n * 8
  if (bytes > ts.budgets.memory) return PyErr_NoMemory(ts)
  const o = allocate(ts, ts.types.tuple, bytes)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.store(o + PyVarObject.ob_size, n)
  resetHash(ts, o)
  return o
}

/** Empties the cached hash, where the version has one. */
function resetHash(ts: ThreadState, o: number): void {
  if (ts.profile.layout.tupleItems === PyVarObject.sizeof) return
  ts.mem.storeWide(o + PyVarObject.sizeof, -1)
}

function tupledealloc(ts: ThreadState, o: number): void {
  const mem = ts.mem
  untrack(mem, o)
  const n = PyTuple_GET_SIZE(ts, o)
  const items = tupleItems(ts, o)
  for (let i = n - 1; i >= 0; i--) {
    const item = mem.load(items + i * 8)
    mem.store(items + i * 8, 0)
    XDECREF(ts, item)
  }
  if (n <= PyTuple_MAXSAVESIZE && n > 0 && Py_TYPE(ts, o) === ts.types.tuple && freelistPush(ts, tupleRow(n), o)) return
  freeObject(ts, o)
}

/** Visits `n` references that lie side by side as items [0], [1] ... */
export function visitItems(ts: ThreadState, items: number, n: number, visit: Visit): void {
  const named = ts.edgesWanted
  // From the last to the first, as Py_VISIT does: the order of the collector's lists depends on it.
  for (let index = n - 1; index >= 0; index--) {
    const item = ts.mem.load(items + index * 8)
    if (item !== 0) visit(item, named ? { kind: 'item', index } : SOME_EDGE)
  }
}

function tuple_repr(ts: ThreadState, t: Borrowed): Owned {
  const n = PyTuple_GET_SIZE(ts, t)
  if (n === 0) return newStr(ts, '()')
  const entered = Py_ReprEnter(ts, t)
  if (entered !== 0) return entered > 0 ? newStr(ts, '(...)') : 0
  const parts: string[] = []
  for (let i = 0; i < n; i++) {
    const s = PyObject_Repr(ts, PyTuple_GET_ITEM(ts, t, i))
    if (s === 0) {
      Py_ReprLeave(ts, t)
      return 0
    }
    parts.push(textOf(ts, s))
    DECREF(ts, s)
  }
  Py_ReprLeave(ts, t)
  return newStr(ts, n === 1 ? `(${parts[0]},)` : `(${parts.join(', ')})`)
}

function tuple_hash(ts: ThreadState, t: Borrowed): number {
  const cached = ts.profile.layout.tupleItems !== PyVarObject.sizeof
  const at = t + PyVarObject.sizeof
  if (cached) {
    const low = ts.mem.load(at)
    ts.hashHigh = ts.mem.load(at + 4)
    if (low !== -1 || ts.hashHigh !== -1) return low
  }
  const low = hashItems(ts, tupleItems(ts, t), PyTuple_GET_SIZE(ts, t))
  if (cached && !hashFailed(ts, low)) {
    ts.mem.store(at, low)
    ts.mem.store(at + 4, ts.hashHigh)
  }
  return low
}

/** For which order of two numbers (-1, 0, 1) each comparison is true, in the order of object.h. */
const TRUE_FOR: readonly (readonly number[])[] = [[-1], [-1, 0], [0], [-1, 1], [1], [0, 1]]

/** The truth of `a op b` for two numbers. */
export function compareNumbers(ts: ThreadState, a: number, b: number, op: number): Owned {
  const order = a < b ? -1 : a > b ? 1 : 0
  return newBool(ts, TRUE_FOR[op].includes(order))
}

function tuple_richcompare(ts: ThreadState, v: Borrowed, w: Borrowed, op: number): Owned {
  if (!PyTuple_Check(ts, v) || !PyTuple_Check(ts, w)) return newref(ts, ts.notImplemented)
  const vlen = PyTuple_GET_SIZE(ts, v)
  const wlen = PyTuple_GET_SIZE(ts, w)
  let i = 0
  for (; i < vlen && i < wlen; i++) {
    const k = PyObject_RichCompareBool(ts, PyTuple_GET_ITEM(ts, v, i), PyTuple_GET_ITEM(ts, w, i), Py_EQ)
    if (k < 0) return 0
    if (k === 0) break
  }
  if (i >= vlen || i >= wlen) return compareNumbers(ts, vlen, wlen, op)
  if (op === Py_EQ || op === Py_NE) return newBool(ts, op === Py_NE)
  return PyObject_RichCompare(ts, PyTuple_GET_ITEM(ts, v, i), PyTuple_GET_ITEM(ts, w, i), op)
}

function tuple_contains(ts: ThreadState, t: Borrowed, value: Borrowed): number {
  const n = PyTuple_GET_SIZE(ts, t)
  for (let i = 0; i < n; i++) {
    const equal = PyObject_RichCompareBool(ts, PyTuple_GET_ITEM(ts, t, i), value, Py_EQ)
    if (equal !== 0) return equal
  }
  return 0
}

/** `a + b`: where one of them is empty, the other itself. */
export function tuple_concat(ts: ThreadState, a: Borrowed, b: Borrowed): Owned {
  const size = PyTuple_GET_SIZE(ts, a)
  if (size === 0 && Py_TYPE(ts, b) === ts.types.tuple) return newref(ts, b)
  if (!PyTuple_Check(ts, b))
    return PyErr_Format(ts, ts.exc.TypeError, `can only concatenate tuple (not "${typeName(ts, b)}") to tuple`)
  const other = PyTuple_GET_SIZE(ts, b)
  if (other === 0 && Py_TYPE(ts, a) === ts.types.tuple) return newref(ts, a)
  const t = newTuple(ts, size + other)
  if (t === 0 || t === ts.emptyTuple) return t
  for (let i = 0; i < size; i++) PyTuple_SET_ITEM(ts, t, i, newref(ts, PyTuple_GET_ITEM(ts, a, i)))
  for (let i = 0; i < other; i++) PyTuple_SET_ITEM(ts, t, size + i, newref(ts, PyTuple_GET_ITEM(ts, b, i)))
  trackTupleAlways(ts, t)
  return t
}

function tuple_repeat(ts: ThreadState, a: Borrowed, count: number): Owned {
  const size = PyTuple_GET_SIZE(ts, a)
  if ((size === 0 || count === 1) && Py_TYPE(ts, a) === ts.types.tuple) return newref(ts, a)
  if (size === 0 || count <= 0) return newref(ts, ts.emptyTuple)
  const t = newTuple(ts, size * count)
  if (t === 0) return 0
  for (let i = 0; i < size * count; i++) PyTuple_SET_ITEM(ts, t, i, newref(ts, PyTuple_GET_ITEM(ts, a, i % size)))
  trackTupleAlways(ts, t)
  return t
}

function tuple_item(ts: ThreadState, t: Borrowed, i: number): Owned {
  if (i < 0 || i >= PyTuple_GET_SIZE(ts, t)) return PyErr_Format(ts, ts.exc.IndexError, 'tuple index out of range')
  return newref(ts, PyTuple_GET_ITEM(ts, t, i))
}

function tuple_subscript(ts: ThreadState, t: Borrowed, key: Borrowed): Owned {
  const size = PyTuple_GET_SIZE(ts, t)
  if (PyIndex_Check(ts, key)) {
    const i = PyNumber_AsSsize_t(ts, key, ts.exc.IndexError)
    if (i === -1 && PyErr_Occurred(ts) !== 0) return 0
    return tuple_item(ts, t, i < 0 ? i + size : i)
  }
  if (Py_TYPE(ts, key) !== ts.types.slice)
    return PyErr_Format(ts, ts.exc.TypeError, `tuple indices must be integers or slices, not ${typeName(ts, key)}`)
  const slice = sliceOf(ts, key, () => PyTuple_GET_SIZE(ts, t))
  if (slice === null) return 0
  if (slice.count === 0) return newref(ts, ts.emptyTuple)
  if (slice.start === 0 && slice.step === 1 && slice.count === size && Py_TYPE(ts, t) === ts.types.tuple)
    return newref(ts, t)
  const result = newTuple(ts, slice.count)
  if (result === 0) return 0
  for (let i = 0; i < slice.count; i++)
    PyTuple_SET_ITEM(ts, result, i, newref(ts, PyTuple_GET_ITEM(ts, t, slice.start + i * slice.step)))
  trackTupleAlways(ts, result)
  return result
}

function tuple_index(ts: ThreadState, t: Borrowed, argv: number, nargs: number): Owned {
  const size = PyTuple_GET_SIZE(ts, t)
  const start = nargs > 1 ? sliceIndex(ts, argAt(ts, argv, 1)) : 0
  if (start === null) return 0
  const stop = nargs > 2 ? sliceIndex(ts, argAt(ts, argv, 2)) : size
  if (stop === null) return 0
  const from = start < 0 ? Math.max(0, start + size) : start
  const to = Math.min(stop < 0 ? stop + size : stop, size)
  for (let i = from; i < to; i++) {
    const equal = PyObject_RichCompareBool(ts, PyTuple_GET_ITEM(ts, t, i), argAt(ts, argv, 0), Py_EQ)
    if (equal > 0) return newInt(ts, i)
    if (equal < 0) return 0
  }
  return PyErr_Format(ts, ts.exc.ValueError, 'tuple.index(x): x not in tuple')
}

function tuple_count(ts: ThreadState, t: Borrowed, argv: number): Owned {
  const n = PyTuple_GET_SIZE(ts, t)
  let count = 0
  for (let i = 0; i < n; i++) {
    const equal = PyObject_RichCompareBool(ts, PyTuple_GET_ITEM(ts, t, i), argAt(ts, argv, 0), Py_EQ)
    if (equal < 0) return 0
    count += equal
  }
  return newInt(ts, count)
}

function tuple_getnewargs(ts: ThreadState, t: Borrowed): Owned {
  const copy = fromMemory(ts, tupleItems(ts, t), PyTuple_GET_SIZE(ts, t))
  return copy === 0 ? 0 : Py_BuildTuple(ts, [copy])
}

function tuple_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  if (type === ts.types.tuple && !_PyArg_NoKeywords(ts, 'tuple', kwnames)) return 0
  if (nargs > 1) return PyErr_Format(ts, ts.exc.TypeError, `tuple expected at most 1 argument, got ${nargs}`)
  if (type !== ts.types.tuple) return tuple_subtype_new(ts, type, nargs === 0 ? 0 : argAt(ts, argv, 0))
  return nargs === 0 ? newref(ts, ts.emptyTuple) : PySequence_Tuple(ts, argAt(ts, argv, 0))
}

function tuple_subtype_new(ts: ThreadState, type: Borrowed, iterable: Borrowed): Owned {
  const plain = iterable === 0 ? newref(ts, ts.emptyTuple) : PySequence_Tuple(ts, iterable)
  if (plain === 0) return 0
  const n = PyTuple_GET_SIZE(ts, plain)
  const mark = holdMark(ts)
  hold(ts, plain)
  const o = PyType_GenericAlloc(ts, type, n)
  release(ts, mark)
  if (o !== 0) {
    resetHash(ts, o)
    for (let i = 0; i < n; i++) {
      const item = PyTuple_GET_ITEM(ts, plain, i)
      INCREF(ts, item)
      PyTuple_SET_ITEM(ts, o, i, item)
    }
  }
  DECREF(ts, plain)
  return o
}

export const PyTuple_Type = {
  name: 'tuple',
  basicsize: (profile) => profile.layout.tupleItems,
  itemsize: 8,
  flags: ['HAVE_GC', 'BASETYPE', 'TUPLE_SUBCLASS', 'SEQUENCE', 'MATCH_SELF', 'TRASHCAN'],
  doc: 'Built-in immutable sequence.',
  slots: {
    tp_dealloc: tupledealloc,
    tp_traverse: (ts, t, visit) => visitItems(ts, tupleItems(ts, t), PyTuple_GET_SIZE(ts, t), visit),
    tp_repr: tuple_repr,
    tp_hash: tuple_hash,
    tp_richcompare: tuple_richcompare,
    tp_iter: tuple_iter,
    tp_new: tuple_new,
    sizeof: (ts, t) => ts.mem.load(Py_TYPE(ts, t) + PyTypeObject.tp_basicsize) + 8 * PyTuple_GET_SIZE(ts, t),
    sq_length: PyTuple_GET_SIZE,
    sq_concat: tuple_concat,
    sq_repeat: tuple_repeat,
    sq_item: tuple_item,
    sq_contains: tuple_contains,
    mp_length: PyTuple_GET_SIZE,
    mp_subscript: tuple_subscript,
  },
  methods: [
    { name: '__getnewargs__', kind: 'NOARGS', call: tuple_getnewargs },
    { name: 'index', kind: 'FASTCALL', min: 1, max: 3, call: tuple_index },
    { name: 'count', kind: 'O', call: tuple_count },
  ],
} satisfies TypeSpec
