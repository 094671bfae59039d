// Objects/iterobject.c: iter(o) for objects with only `__getitem__`, and iter(callable, sentinel).

import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject, hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, slotsOf } from '../heap/refcount.ts'
import { layout, PyObject, seqiterobject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { callNoArgs } from './call.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_NoMemory } from './errors.ts'
import { emptyTuple, reduced, reducing, reducingSequence, settingIndex } from './iterreduce.ts'
import { deallocSequenceIterator, exhaust, newSequenceIterator, traverseSequenceIterator } from './listiter.ts'
import { Py_EQ, PyObject_RichCompareBool, type TypeSpec } from './object.ts'

/** PySeqIter_New. */
export function newSeqIter(ts: ThreadState, sequence: Borrowed): Owned {
  return newSequenceIterator(ts, 0, ts.types.iterator, sequence, 0)
}

function iter_iternext(ts: ThreadState, it: Borrowed): Owned {
  const sequence = ts.mem.load(it + seqiterobject.it_seq)
  if (sequence === 0) return 0
  const index = ts.mem.load(it + seqiterobject.it_index)
  const sq_item = slotsOf(ts, sequence).sq_item
  const item = sq_item ? sq_item(ts, sequence, index) : 0
  if (item !== 0) {
    ts.mem.store(it + seqiterobject.it_index, index + 1)
    return item
  }
  const over = PyErr_ExceptionMatches(ts, ts.exc.IndexError) || PyErr_ExceptionMatches(ts, ts.exc.StopIteration)
  if (!over) return 0
  PyErr_Clear(ts)
  return exhaust(ts, it)
}

export const PySeqIter_Type = {
  name: 'iterator',
  basicsize: seqiterobject.sizeof,
  flags: ['HAVE_GC'],
  slots: {
    tp_dealloc: deallocSequenceIterator(-1),
    tp_traverse: traverseSequenceIterator,
    tp_iter: newref,
    tp_iternext: iter_iternext,
  },
  methods: [reducingSequence(seqiterobject, emptyTuple), settingIndex(seqiterobject, 0, () => Infinity)],
} satisfies TypeSpec

/** Both are empty once the callable has given the sentinel. */
export const calliterobject = layout(PyObject.sizeof, [
  ['it_callable', 'ptr'],
  ['it_sentinel', 'ptr'],
])

/** PyCallIter_New. */
export function newCallIter(ts: ThreadState, callable: Borrowed, sentinel: Borrowed): Owned {
  const o = allocate(ts, ts.types.callable_iterator, calliterobject.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.store(o + calliterobject.it_callable, newref(ts, callable))
  ts.mem.store(o + calliterobject.it_sentinel, newref(ts, sentinel))
  track(ts.mem, o)
  return o
}

function calliter_iternext(ts: ThreadState, it: Borrowed): Owned {
  const callable = ts.mem.load(it + calliterobject.it_callable)
  if (callable === 0) return 0
  const result = callNoArgs(ts, callable)
  if (result === 0) {
    if (!PyErr_ExceptionMatches(ts, ts.exc.StopIteration)) return 0
    PyErr_Clear(ts)
    clear(ts, it)
    return 0
  }
  const sentinel = ts.mem.load(it + calliterobject.it_sentinel)
  if (sentinel === 0) {
    // The call used the iterator up itself.
    DECREF(ts, result)
    return 0
  }
  const mark = holdMark(ts)
  hold(ts, result)
  const equal = PyObject_RichCompareBool(ts, sentinel, result, Py_EQ)
  release(ts, mark)
  if (equal === 0) return result
  if (equal > 0) clear(ts, it)
  DECREF(ts, result)
  return 0
}

function clear(ts: ThreadState, it: Borrowed): void {
  CLEAR(ts, it + calliterobject.it_callable)
  CLEAR(ts, it + calliterobject.it_sentinel)
}

export const PyCallIter_Type = {
  name: 'callable_iterator',
  basicsize: calliterobject.sizeof,
  flags: ['HAVE_GC'],
  slots: {
    tp_dealloc: (ts, it) => {
      untrack(ts.mem, it)
      CLEAR(ts, it + calliterobject.it_callable)
      CLEAR(ts, it + calliterobject.it_sentinel)
      freeObject(ts, it)
    },
    tp_traverse: (ts, it, visit) => {
      for (const name of ['it_callable', 'it_sentinel'] as const) {
        const ref = ts.mem.load(it + calliterobject[name])
        if (ref !== 0) visit(ref, { kind: 'field', name })
      }
    },
    tp_iter: newref,
    tp_iternext: calliter_iternext,
  },
  methods: [
    reducing((ts, it) => {
      const [callable, sentinel] = [calliterobject.it_callable, calliterobject.it_sentinel].map((at) =>
        ts.mem.load(it + at),
      )
      if (callable === 0 || sentinel === 0) return reduced(ts, 'iter', [emptyTuple(ts)])
      return reduced(ts, 'iter', [newref(ts, callable), newref(ts, sentinel)])
    }),
  ],
} satisfies TypeSpec
