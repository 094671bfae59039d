// Modules/itertoolsmodule.c: chain, accumulate, zip_longest, pairwise, batched.

import { isTracked, track } from '../../heap/gchead.ts'
import { during } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_REFCNT, SETREF } from '../../heap/refcount.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyIter_Next, PyNumber_Add, PyNumber_AsSsize_t, PyObject_GetIter } from '../../objects/abstract.ts'
import { argAt, callArgs, checkPositional, parseKeywords } from '../../objects/call.ts'
import { PyErr_Format, PyErr_Occurred } from '../../objects/errors.ts'
import { PyObject_IsTrue } from '../../objects/object.ts'
import {
  newTuple,
  PyTuple_FromArray,
  PyTuple_GET_ITEM,
  PyTuple_GET_SIZE,
  PyTuple_GetSlice,
  PyTuple_SET_ITEM,
  trackTupleAlways,
} from '../../objects/tupleobject.ts'
import { PyType_GenericAlloc } from '../../objects/typeobject.ts'
import { textOf } from '../../objects/unicodeobject.ts'
import { iteratorsOf } from '../../objects/zipobject.ts'
import { moduleType } from '../moduletype.ts'
import { failedOtherwise, fieldsOf, type IteratorPlan, iteratorType, iternext, noKeywords } from './iterator.ts'

const CHAIN = [
  ['source', 'ptr'],
  ['active', 'ptr'],
] as const
const chainobject = fieldsOf(CHAIN)

function chainOver(ts: ThreadState, type: Borrowed, iterables: Borrowed): Owned {
  const source = PyObject_GetIter(ts, iterables)
  if (source === 0) return 0
  const o = PyType_GenericAlloc(ts, type)
  if (o === 0) DECREF(ts, source)
  else ts.mem.store(o + chainobject.source, source)
  return o
}

function chain_next(ts: ThreadState, self: Borrowed): Owned {
  const { mem } = ts
  while (mem.load(self + chainobject.source) !== 0) {
    if (mem.load(self + chainobject.active) === 0) {
      const iterable = PyIter_Next(ts, mem.load(self + chainobject.source))
      const active = iterable === 0 ? 0 : during(ts, [iterable], () => PyObject_GetIter(ts, iterable))
      mem.store(self + chainobject.active, active)
      if (iterable !== 0) DECREF(ts, iterable)
      if (active === 0) {
        CLEAR(ts, self + chainobject.source)
        return 0
      }
    }
    const item = iternext(ts, mem.load(self + chainobject.active))
    if (item !== 0) return item
    if (failedOtherwise(ts)) return 0
    CLEAR(ts, self + chainobject.active)
  }
  return 0
}

export const chainType = iteratorType({
  name: 'chain',
  fields: CHAIN,
  owns: ['active', 'source'],
  tp_new(ts, type, argv, nargs, kwnames) {
    if (noKeywords(ts, 'chain', type, moduleType(ts, 'itertools.chain'), kwnames) < 0) return 0
    const args = PyTuple_FromArray(
      ts,
      Array.from({ length: nargs }, (_, i) => newref(ts, argAt(ts, argv, i))),
    )
    if (args === 0) return 0
    const o = chainOver(ts, type, args)
    DECREF(ts, args)
    return o
  },
  next: chain_next,
  methods: [
    {
      name: 'from_iterable',
      kind: 'O',
      binding: 'class',
      call: (ts, type, argv) => chainOver(ts, type, argAt(ts, argv, 0)),
    },
  ],
})

const ACCUMULATE = [
  ['total', 'ptr'],
  ['it', 'ptr'],
  ['func', 'ptr'],
  ['initial', 'ptr'],
] as const
const accumulate = fieldsOf(ACCUMULATE)

export const accumulateType = iteratorType({
  name: 'accumulate',
  fields: ACCUMULATE,
  owns: ['func', 'total', 'it', 'initial'],
  basicsize: (profile) => accumulate.sizeof + (profile.modules.heapTypes.includes('itertools') ? 8 : 0),
  tp_new(ts, type, argv, nargs, kwnames) {
    const names = ['iterable', 'func', 'initial']
    const values = parseKeywords(ts, 'accumulate', argv, nargs, kwnames, names, 1, 0, 2)
    if (!values) return 0
    const iterator = PyObject_GetIter(ts, values[0])
    if (iterator === 0) return 0
    const o = PyType_GenericAlloc(ts, type)
    if (o === 0) {
      DECREF(ts, iterator)
      return 0
    }
    if (values[1] !== 0 && values[1] !== ts.none) ts.mem.store(o + accumulate.func, newref(ts, values[1]))
    ts.mem.store(o + accumulate.it, iterator)
    ts.mem.store(o + accumulate.initial, newref(ts, values[2] === 0 ? ts.none : values[2]))
    return o
  },
  next(ts, self) {
    const { mem } = ts
    const initial = mem.load(self + accumulate.initial)
    if (initial !== ts.none) {
      mem.store(self + accumulate.initial, newref(ts, ts.none))
      mem.store(self + accumulate.total, initial)
      return newref(ts, initial)
    }
    const value = iternext(ts, mem.load(self + accumulate.it))
    if (value === 0) return 0
    const total = mem.load(self + accumulate.total)
    if (total === 0) {
      mem.store(self + accumulate.total, newref(ts, value))
      return value
    }
    const func = mem.load(self + accumulate.func)
    const sum = during(ts, [value], () =>
      func === 0 ? PyNumber_Add(ts, total, value) : callArgs(ts, func, [total, value]),
    )
    DECREF(ts, value)
    if (sum === 0) return 0
    SETREF(ts, self + accumulate.total, newref(ts, sum))
    return sum
  },
})

const ZIP_LONGEST = [
  ['tuplesize', 'ssize'],
  ['numactive', 'ssize'],
  ['ittuple', 'ptr'],
  ['result', 'ptr'],
  ['fillvalue', 'ptr'],
] as const
const ziplongest = fieldsOf(ZIP_LONGEST)

function zip_longest_next(ts: ThreadState, self: Borrowed): Owned {
  const { mem } = ts
  const n = mem.load(self + ziplongest.tuplesize)
  if (n === 0 || mem.load(self + ziplongest.numactive) === 0) return 0
  const kept = mem.load(self + ziplongest.result)
  const result = Py_REFCNT(ts, kept) === 1 ? newref(ts, kept) : newTuple(ts, n)
  if (result === 0) return 0
  const iterators = mem.load(self + ziplongest.ittuple)
  const done = during(ts, [result], () => {
    for (let i = 0; i < n; i++) {
      const iterator = PyTuple_GET_ITEM(ts, iterators, i)
      let item = iterator === 0 ? 0 : iternext(ts, iterator)
      if (item === 0) {
        if (iterator !== 0) {
          const active = mem.load(self + ziplongest.numactive) - 1
          mem.store(self + ziplongest.numactive, active)
          const failed = failedOtherwise(ts)
          if (active === 0 || failed) {
            mem.store(self + ziplongest.numactive, 0)
            return false
          }
        }
        item = newref(ts, mem.load(self + ziplongest.fillvalue))
        if (iterator !== 0) {
          PyTuple_SET_ITEM(ts, iterators, i, 0)
          DECREF(ts, iterator)
        }
      }
      const old = PyTuple_GET_ITEM(ts, result, i)
      PyTuple_SET_ITEM(ts, result, i, item)
      if (old !== 0) DECREF(ts, old)
    }
    return true
  })
  if (!done) {
    DECREF(ts, result)
    return 0
  }
  if (!isTracked(mem, result)) track(mem, result)
  return result
}

export const zipLongestType = iteratorType({
  name: 'zip_longest',
  fields: ZIP_LONGEST,
  owns: ['ittuple', 'result', 'fillvalue'],
  tp_new(ts, type, argv, nargs, kwnames) {
    let fillvalue = ts.none
    const nkw = kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames)
    if (nkw > 0) {
      if (nkw > 1 || textOf(ts, PyTuple_GET_ITEM(ts, kwnames, 0)) !== 'fillvalue')
        return PyErr_Format(ts, ts.exc.TypeError, 'zip_longest() got an unexpected keyword argument')
      fillvalue = argAt(ts, argv, nargs)
    }
    const iterators = iteratorsOf(ts, argv, 0, nargs)
    if (iterators === 0) return 0
    const result = newTuple(ts, nargs)
    for (let i = 0; i < nargs; i++) PyTuple_SET_ITEM(ts, result, i, newref(ts, ts.none))
    trackTupleAlways(ts, result)
    const o = PyType_GenericAlloc(ts, type)
    if (o === 0) {
      DECREF(ts, iterators)
      DECREF(ts, result)
      return 0
    }
    ts.mem.store(o + ziplongest.tuplesize, nargs)
    ts.mem.store(o + ziplongest.numactive, nargs)
    ts.mem.store(o + ziplongest.ittuple, iterators)
    ts.mem.store(o + ziplongest.result, result)
    ts.mem.store(o + ziplongest.fillvalue, newref(ts, fillvalue))
    return o
  },
  next: zip_longest_next,
})

const PAIR = [
  ['it', 'ptr'],
  ['old', 'ptr'],
] as const
const PAIRWISE = [...PAIR, ['result', 'ptr']] as const
const pairwise = fieldsOf(PAIRWISE)

function pairOf(ts: ThreadState, self: Borrowed, old: Borrowed, item: Borrowed): Owned {
  const kept = ts.profile.modules.pairwiseKeepsResult ? ts.mem.load(self + pairwise.result) : 0
  if (kept === 0 || Py_REFCNT(ts, kept) !== 1) return PyTuple_FromArray(ts, [newref(ts, old), newref(ts, item)])
  newref(ts, kept)
  const before = [PyTuple_GET_ITEM(ts, kept, 0), PyTuple_GET_ITEM(ts, kept, 1)]
  PyTuple_SET_ITEM(ts, kept, 0, newref(ts, old))
  PyTuple_SET_ITEM(ts, kept, 1, newref(ts, item))
  for (const o of before) DECREF(ts, o)
  trackTupleAlways(ts, kept)
  return kept
}

const pairs: Pick<IteratorPlan<typeof PAIRWISE>, 'tp_new' | 'next'> = {
  tp_new(ts, type, argv, nargs, kwnames) {
    if (noKeywords(ts, 'pairwise', type, moduleType(ts, 'itertools.pairwise'), kwnames) < 0) return 0
    if (checkPositional(ts, 'pairwise', nargs, 1, 1) < 0) return 0
    const iterator = PyObject_GetIter(ts, argAt(ts, argv, 0))
    if (iterator === 0) return 0
    const o = PyType_GenericAlloc(ts, type)
    if (o === 0) {
      DECREF(ts, iterator)
      return 0
    }
    ts.mem.store(o + pairwise.it, iterator)
    if (ts.profile.modules.pairwiseKeepsResult) {
      const result = newTuple(ts, 2)
      for (const i of [0, 1]) PyTuple_SET_ITEM(ts, result, i, newref(ts, ts.none))
      trackTupleAlways(ts, result)
      ts.mem.store(o + pairwise.result, result)
    }
    return o
  },
  next(ts, self) {
    const { mem } = ts
    let iterator = mem.load(self + pairwise.it)
    if (iterator === 0) return 0
    if (mem.load(self + pairwise.old) === 0) {
      const first = iternext(ts, iterator)
      SETREF(ts, self + pairwise.old, first)
      if (first === 0) {
        CLEAR(ts, self + pairwise.it)
        return 0
      }
      iterator = mem.load(self + pairwise.it)
      if (iterator === 0) {
        CLEAR(ts, self + pairwise.old)
        return 0
      }
    }
    const old = newref(ts, mem.load(self + pairwise.old))
    const item = during(ts, [old], () => iternext(ts, iterator))
    if (item === 0) {
      CLEAR(ts, self + pairwise.it)
      CLEAR(ts, self + pairwise.old)
      DECREF(ts, old)
      return 0
    }
    const result = pairOf(ts, self, old, item)
    SETREF(ts, self + pairwise.old, item)
    DECREF(ts, old)
    return result
  },
}

/** Where the version keeps the tuple for the next pair. */
export const pairwiseType = iteratorType({
  name: 'pairwise',
  fields: PAIRWISE,
  owns: ['it', 'old', 'result'],
  ...pairs,
})

/** Where it does not. */
export const forgetfulPairwiseType = iteratorType({ name: 'pairwise', fields: PAIR, owns: ['it', 'old'], ...pairs })

const BATCHED = [
  ['it', 'ptr'],
  ['batch_size', 'ssize'],
  ['strict', 'ssize'],
] as const
const batched = fieldsOf(BATCHED)

/** The first `i` items of a tuple that could not be filled (_PyTuple_Resize). */
function shortened(ts: ThreadState, tuple: Owned, i: number): Owned {
  const result = PyTuple_GetSlice(ts, tuple, 0, i)
  DECREF(ts, tuple)
  return result
}

export const batchedType = iteratorType({
  name: 'batched',
  fields: BATCHED,
  owns: ['it'],
  basicsize: (profile) => (profile.modules.batchedStrict ? batched.sizeof : batched.sizeof - 8),
  tp_new(ts, type, argv, nargs, kwnames) {
    const { batchedStrict } = ts.profile.modules
    const names = batchedStrict ? ['iterable', 'n', 'strict'] : ['iterable', 'n']
    const values = parseKeywords(ts, 'batched', argv, nargs, kwnames, names, 2, 0, 2)
    if (!values) return 0
    const n = PyNumber_AsSsize_t(ts, values[1], ts.exc.OverflowError)
    if (n === -1 && PyErr_Occurred(ts) !== 0) return 0
    const strict = batchedStrict && values[2] !== 0 ? PyObject_IsTrue(ts, values[2]) : 0
    if (strict < 0) return 0
    if (n < 1) return PyErr_Format(ts, ts.exc.ValueError, 'n must be at least one')
    const iterator = PyObject_GetIter(ts, values[0])
    if (iterator === 0) return 0
    const o = PyType_GenericAlloc(ts, type)
    if (o === 0) {
      DECREF(ts, iterator)
      return 0
    }
    ts.mem.store(o + batched.it, iterator)
    ts.mem.storeWide(o + batched.batch_size, n)
    if (batchedStrict) ts.mem.store(o + batched.strict, strict)
    return o
  },
  next(ts, self) {
    const { mem } = ts
    const iterator = mem.load(self + batched.it)
    if (iterator === 0) return 0
    const n = mem.loadWide(self + batched.batch_size)
    const result = newTuple(ts, n)
    if (result === 0) return 0
    const filled = during(ts, [result], () => {
      for (let i = 0; i < n; i++) {
        const item = iternext(ts, iterator)
        if (item === 0) return i
        PyTuple_SET_ITEM(ts, result, i, item)
      }
      return n
    })
    if (filled === n) {
      trackTupleAlways(ts, result)
      return result
    }
    if (failedOtherwise(ts) || filled === 0) {
      CLEAR(ts, self + batched.it)
      DECREF(ts, result)
      return 0
    }
    if (ts.profile.modules.batchedStrict && mem.load(self + batched.strict) !== 0) {
      CLEAR(ts, self + batched.it)
      DECREF(ts, result)
      return PyErr_Format(ts, ts.exc.ValueError, 'batched(): incomplete batch')
    }
    return shortened(ts, result, filled)
  },
})
