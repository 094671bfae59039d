// Modules/itertoolsmodule.c: product, permutations, combinations, combinations_with_replacement. Each keeps its last result
// and fills it anew where nobody else has it.

import { untrack } from '../../heap/gchead.ts'
import { during, freeObject } from '../../heap/objimpl.ts'
import { PyObject_Free, PyObject_Malloc } from '../../heap/obmalloc.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_REFCNT, Py_TYPE } from '../../heap/refcount.ts'
import { PyTypeObject } from '../../heap/structs.ts'
import type { Borrowed, Owned, TypeSlots } from '../../heap/typeslots.ts'
import { PyNumber_AsSsize_t } from '../../objects/abstract.ts'
import { argAt, parsed, parseKeywords } from '../../objects/call.ts'
import { PyErr_Format, PyErr_NoMemory, PyErr_Occurred } from '../../objects/errors.ts'
import { PyLong_Check } from '../../objects/longobject.ts'
import { PySequence_Tuple } from '../../objects/sequencetuple.ts'
import {
  newTuple,
  PyTuple_GET_ITEM,
  PyTuple_GET_SIZE,
  PyTuple_SET_ITEM,
  trackTupleAlways,
} from '../../objects/tupleobject.ts'
import { PyType_GenericAlloc } from '../../objects/typeobject.ts'
import { sizeofMethod } from '../sizeofmethod.ts'
import { fieldsOf, iteratorType } from './iterator.ts'

const PRODUCT = [
  ['pools', 'ptr'],
  ['indices', 'ssize'],
  ['result', 'ptr'],
  ['stopped', 'ssize'],
] as const
const productobject = fieldsOf(PRODUCT)

/** A block of `n` C numbers; 0 with MemoryError. */
function numbers(ts: ThreadState, n: number, value: (i: number) => number): number {
  const block = PyObject_Malloc(ts.mem, Math.max(1, n) * 8)
  if (block === 0) return PyErr_NoMemory(ts)
  for (let i = 0; i < n; i++) ts.mem.storeWide(block + i * 8, value(i))
  return block
}

/** Dealloc that also frees blocks of numbers. */
function freeing(blocks: readonly number[], refs: readonly number[], count: Count): TypeSlots {
  return {
    sizeof: sizeWith(count),
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      for (const offset of refs) CLEAR(ts, self + offset)
      for (const offset of blocks)
        if (ts.mem.load(self + offset) !== 0) PyObject_Free(ts.mem, ts.mem.load(self + offset))
      freeObject(ts, self)
    },
  }
}

/** The tuple to fill: the kept one, or a copy of it where somebody else has it. Stored and borrowed; 0 on failure. */
function ownResult(ts: ThreadState, self: Borrowed, offset: number): Borrowed {
  const kept = ts.mem.load(self + offset)
  if (Py_REFCNT(ts, kept) === 1) {
    trackTupleAlways(ts, kept)
    return kept
  }
  const n = PyTuple_GET_SIZE(ts, kept)
  const copy = newTuple(ts, n)
  if (copy === 0) return 0
  for (let i = 0; i < n; i++) PyTuple_SET_ITEM(ts, copy, i, newref(ts, PyTuple_GET_ITEM(ts, kept, i)))
  trackTupleAlways(ts, copy)
  ts.mem.store(self + offset, copy)
  DECREF(ts, kept)
  return copy
}

function replace(ts: ThreadState, tuple: Borrowed, i: number, value: Borrowed): void {
  const old = PyTuple_GET_ITEM(ts, tuple, i)
  PyTuple_SET_ITEM(ts, tuple, i, newref(ts, value))
  DECREF(ts, old)
}

/** The first result: `item(i)` for each place. */
function firstResult(ts: ThreadState, self: Borrowed, offset: number, n: number, item: (i: number) => Borrowed): Owned {
  const result = newTuple(ts, n)
  if (result === 0) return 0
  for (let i = 0; i < n; i++) PyTuple_SET_ITEM(ts, result, i, newref(ts, item(i)))
  trackTupleAlways(ts, result)
  ts.mem.store(self + offset, result)
  return newref(ts, result)
}

function product_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const keywords = parseKeywords(ts, 'product', argv + nargs * 8, 0, kwnames, ['repeat'], 0)
  if (!keywords) return 0
  const repeat = keywords[0] === 0 ? 1 : parsed(ts, keywords[0], (o) => PyNumber_AsSsize_t(ts, o, ts.exc.OverflowError))
  if (repeat === -1 && PyErr_Occurred(ts) !== 0) return 0
  if (repeat < 0) return PyErr_Format(ts, ts.exc.ValueError, 'repeat argument cannot be negative')
  const own = repeat === 0 ? 0 : nargs
  if (own * repeat * 16 > ts.budgets.memory) return PyErr_NoMemory(ts)
  const pools = newTuple(ts, own * repeat)
  if (pools === 0) return 0
  const filled = during(ts, [pools], () => {
    for (let i = 0; i < own; i++) {
      const pool = PySequence_Tuple(ts, argAt(ts, argv, i))
      if (pool === 0) return false
      PyTuple_SET_ITEM(ts, pools, i, pool)
    }
    return true
  })
  for (let i = own; filled && i < own * repeat; i++)
    PyTuple_SET_ITEM(ts, pools, i, newref(ts, PyTuple_GET_ITEM(ts, pools, i - own)))
  trackTupleAlways(ts, pools)
  const indices = filled ? numbers(ts, own * repeat, () => 0) : 0
  const o = indices === 0 ? 0 : PyType_GenericAlloc(ts, type)
  if (o === 0) {
    DECREF(ts, pools)
    return 0
  }
  ts.mem.store(o + productobject.pools, pools)
  ts.mem.store(o + productobject.indices, indices)
  return o
}

function product_next(ts: ThreadState, self: Borrowed): Owned {
  const { mem } = ts
  if (mem.load(self + productobject.stopped) !== 0) return 0
  const pools = mem.load(self + productobject.pools)
  const n = PyTuple_GET_SIZE(ts, pools)
  const pool = (i: number) => PyTuple_GET_ITEM(ts, pools, i)
  const stop = () => {
    mem.store(self + productobject.stopped, 1)
    return 0
  }
  if (mem.load(self + productobject.result) === 0) {
    for (let i = 0; i < n; i++) if (PyTuple_GET_SIZE(ts, pool(i)) === 0) return stop()
    return firstResult(ts, self, productobject.result, n, (i) => PyTuple_GET_ITEM(ts, pool(i), 0))
  }
  const result = ownResult(ts, self, productobject.result)
  if (result === 0) return 0
  const indices = mem.load(self + productobject.indices)
  for (let i = n - 1; i >= 0; i--) {
    const index = mem.load(indices + i * 8) + 1
    const over = index === PyTuple_GET_SIZE(ts, pool(i))
    mem.storeWide(indices + i * 8, over ? 0 : index)
    replace(ts, result, i, PyTuple_GET_ITEM(ts, pool(i), over ? 0 : index))
    if (!over) return newref(ts, mem.load(self + productobject.result))
  }
  return stop()
}

/** How many numbers an object keeps besides itself. */
type Count = (ts: ThreadState, self: Borrowed) => number

function sizeWith(count: Count): Count {
  return (ts, self) => ts.mem.load(Py_TYPE(ts, self) + PyTypeObject.tp_basicsize) + count(ts, self) * 8
}

const productNumbers: Count = (ts, self) => PyTuple_GET_SIZE(ts, ts.mem.load(self + productobject.pools))

export const productType = iteratorType({
  name: 'product',
  fields: PRODUCT,
  owns: ['pools', 'result'],
  tp_new: product_new,
  next: product_next,
  slots: freeing([productobject.indices], [productobject.pools, productobject.result], productNumbers),
  methods: [sizeofMethod(sizeWith(productNumbers))],
})

const COMBINATIONS = [
  ['pool', 'ptr'],
  ['indices', 'ssize'],
  ['result', 'ptr'],
  ['r', 'ssize'],
  ['stopped', 'ssize'],
] as const
const combobject = fieldsOf(COMBINATIONS)

/** combinations and its like: `(iterable, r)`. */
function comb_new(name: string, withReplacement: boolean) {
  return (ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned => {
    const values = parseKeywords(ts, name, argv, nargs, kwnames, ['iterable', 'r'], 2)
    if (!values) return 0
    const r = PyNumber_AsSsize_t(ts, values[1], ts.exc.OverflowError)
    if (r === -1 && PyErr_Occurred(ts) !== 0) return 0
    const pool = PySequence_Tuple(ts, values[0])
    if (pool === 0) return 0
    if (r < 0) {
      DECREF(ts, pool)
      return PyErr_Format(ts, ts.exc.ValueError, ts.profile.modules.negativeR)
    }
    const indices = numbers(ts, r, (i) => (withReplacement ? 0 : i))
    const o = indices === 0 ? 0 : PyType_GenericAlloc(ts, type)
    if (o === 0) {
      DECREF(ts, pool)
      return 0
    }
    const n = PyTuple_GET_SIZE(ts, pool)
    ts.mem.store(o + combobject.pool, pool)
    ts.mem.store(o + combobject.indices, indices)
    ts.mem.storeWide(o + combobject.r, r)
    ts.mem.store(o + combobject.stopped, (withReplacement ? n === 0 && r > 0 : r > n) ? 1 : 0)
    return o
  }
}

/** The next indices: the last one that can grow does, those behind it follow. False at the end. */
function combination(ts: ThreadState, self: Borrowed, withReplacement: boolean): number {
  const { mem } = ts
  const indices = mem.load(self + combobject.indices)
  const n = PyTuple_GET_SIZE(ts, mem.load(self + combobject.pool))
  const r = mem.load(self + combobject.r)
  let i = r - 1
  while (i >= 0 && mem.load(indices + i * 8) === (withReplacement ? n - 1 : i + n - r)) i--
  if (i < 0) return -1
  const index = mem.load(indices + i * 8) + 1
  for (let j = i; j < r; j++) mem.storeWide(indices + j * 8, withReplacement ? index : index + j - i)
  return i
}

function comb_next(withReplacement: boolean) {
  return (ts: ThreadState, self: Borrowed): Owned => {
    const { mem } = ts
    if (mem.load(self + combobject.stopped) !== 0) return 0
    const pool = mem.load(self + combobject.pool)
    const indices = mem.load(self + combobject.indices)
    const r = mem.load(self + combobject.r)
    const item = (i: number) => PyTuple_GET_ITEM(ts, pool, mem.load(indices + i * 8))
    if (mem.load(self + combobject.result) === 0) return firstResult(ts, self, combobject.result, r, item)
    const result = ownResult(ts, self, combobject.result)
    if (result === 0) return 0
    const from = combination(ts, self, withReplacement)
    if (from < 0) {
      mem.store(self + combobject.stopped, 1)
      return 0
    }
    for (let i = from; i < r; i++) replace(ts, result, i, item(i))
    return newref(ts, mem.load(self + combobject.result))
  }
}

const combNumbers: Count = (ts, self) => ts.mem.load(self + combobject.r)

function combinationsType(name: string, withReplacement: boolean) {
  return iteratorType({
    name,
    fields: COMBINATIONS,
    owns: ['pool', 'result'],
    tp_new: comb_new(name, withReplacement),
    next: comb_next(withReplacement),
    slots: freeing([combobject.indices], [combobject.pool, combobject.result], combNumbers),
    methods: [sizeofMethod(sizeWith(combNumbers))],
  })
}

export const combinations = combinationsType('combinations', false)
export const combinationsWithReplacementType = combinationsType('combinations_with_replacement', true)

const PERMUTATIONS = [
  ['pool', 'ptr'],
  ['indices', 'ssize'],
  ['cycles', 'ssize'],
  ['result', 'ptr'],
  ['r', 'ssize'],
  ['stopped', 'ssize'],
] as const
const permobject = fieldsOf(PERMUTATIONS)

function permutations_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const values = parseKeywords(ts, 'permutations', argv, nargs, kwnames, ['iterable', 'r'], 1)
  if (!values) return 0
  const pool = PySequence_Tuple(ts, values[0])
  if (pool === 0) return 0
  const fail = () => {
    DECREF(ts, pool)
    return 0
  }
  const n = PyTuple_GET_SIZE(ts, pool)
  let r = n
  if (values[1] !== 0 && values[1] !== ts.none) {
    if (!PyLong_Check(ts, values[1])) {
      PyErr_Format(ts, ts.exc.TypeError, 'Expected int as r')
      return fail()
    }
    r = PyNumber_AsSsize_t(ts, values[1], ts.exc.OverflowError)
    if (r === -1 && PyErr_Occurred(ts) !== 0) return fail()
  }
  if (r < 0) {
    PyErr_Format(ts, ts.exc.ValueError, 'r must be non-negative')
    return fail()
  }
  const indices = numbers(ts, n, (i) => i)
  const cycles = indices === 0 ? 0 : numbers(ts, r, (i) => n - i)
  const o = cycles === 0 ? 0 : PyType_GenericAlloc(ts, type)
  if (o === 0) return fail()
  ts.mem.store(o + permobject.pool, pool)
  ts.mem.store(o + permobject.indices, indices)
  ts.mem.store(o + permobject.cycles, cycles)
  ts.mem.storeWide(o + permobject.r, r)
  ts.mem.store(o + permobject.stopped, r > n ? 1 : 0)
  return o
}

function permutations_next(ts: ThreadState, self: Borrowed): Owned {
  const { mem } = ts
  if (mem.load(self + permobject.stopped) !== 0) return 0
  const pool = mem.load(self + permobject.pool)
  const indices = mem.load(self + permobject.indices)
  const cycles = mem.load(self + permobject.cycles)
  const r = mem.load(self + permobject.r)
  const n = PyTuple_GET_SIZE(ts, pool)
  const at = (i: number) => mem.load(indices + i * 8)
  const item = (i: number) => PyTuple_GET_ITEM(ts, pool, at(i))
  if (mem.load(self + permobject.result) === 0) return firstResult(ts, self, permobject.result, r, item)
  const stop = () => {
    mem.store(self + permobject.stopped, 1)
    return 0
  }
  if (n === 0) return stop()
  const result = ownResult(ts, self, permobject.result)
  if (result === 0) return 0
  for (let i = r - 1; i >= 0; i--) {
    const left = mem.load(cycles + i * 8) - 1
    mem.storeWide(cycles + i * 8, left === 0 ? n - i : left)
    if (left === 0) {
      // This place has had every value: the first of the rest goes to the end.
      const moved = at(i)
      for (let j = i; j < n - 1; j++) mem.storeWide(indices + j * 8, at(j + 1))
      mem.storeWide(indices + (n - 1) * 8, moved)
      continue
    }
    const [a, b] = [at(i), at(n - left)]
    mem.storeWide(indices + i * 8, b)
    mem.storeWide(indices + (n - left) * 8, a)
    for (let k = i; k < r; k++) replace(ts, result, k, item(k))
    return newref(ts, mem.load(self + permobject.result))
  }
  return stop()
}

const permNumbers: Count = (ts, self) =>
  PyTuple_GET_SIZE(ts, ts.mem.load(self + permobject.pool)) + ts.mem.load(self + permobject.r)

export const permutationsType = iteratorType({
  name: 'permutations',
  fields: PERMUTATIONS,
  owns: ['pool', 'result'],
  tp_new: permutations_new,
  next: permutations_next,
  slots: freeing([permobject.indices, permobject.cycles], [permobject.pool, permobject.result], permNumbers),
  methods: [sizeofMethod(sizeWith(permNumbers))],
})
