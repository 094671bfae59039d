// The iterators of list (Objects/listobject.c): forwards and backwards. Both give up the list when they are used up.

import { FreeList, freelistPop, freelistPush } from '../heap/freelist.ts'
import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, TPFLAGS, typeFlags, XDECREF } from '../heap/refcount.ts'
import { seqiterobject } from '../heap/structs.ts'
import type { Borrowed, Owned, Visit } from '../heap/typeslots.ts'
import { PyErr_NoMemory } from './errors.ts'
import { reduced, reducing, reducingSequence, settingIndex } from './iterreduce.ts'
import { newList, PyList_GET_ITEM, PyList_GET_SIZE } from './listobject.ts'
import { newInt } from './longobject.ts'
import type { TypeSpec } from './object.ts'

/** iter(l). */
export function list_iter(ts: ThreadState, l: Borrowed): Owned {
  if ((typeFlags(ts, Py_TYPE(ts, l)) & TPFLAGS.LIST_SUBCLASS) === 0) throw new Error('not a list')
  const kept = freelistPop(ts, FreeList.list_iters)
  return newSequenceIterator(ts, kept, ts.types.list_iterator, l, 0)
}

/** l.__reversed__(). */
export function list_reversed(ts: ThreadState, l: Borrowed): Owned {
  return newSequenceIterator(ts, 0, ts.types.list_reverseiterator, l, PyList_GET_SIZE(ts, l) - 1)
}

/** An iterator of the shape `seqiterobject`; `kept` is one from a free list, or 0. */
export function newSequenceIterator(
  ts: ThreadState,
  kept: Owned,
  type: Borrowed,
  sequence: Borrowed,
  index: number,
): Owned {
  const o = kept !== 0 ? kept : allocate(ts, type, seqiterobject.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.store(o + seqiterobject.it_index, index)
  ts.mem.store(o + seqiterobject.it_seq, newref(ts, sequence))
  track(ts.mem, o)
  return o
}

/** Gives up the sequence of a used-up iterator. */
export function exhaust(ts: ThreadState, iterator: Borrowed): 0 {
  const sequence = ts.mem.load(iterator + seqiterobject.it_seq)
  ts.mem.store(iterator + seqiterobject.it_seq, 0)
  DECREF(ts, sequence)
  return 0
}

/** tp_dealloc of iterators of that shape; `row` is their free list, or -1. */
export function deallocSequenceIterator(row: number) {
  return (ts: ThreadState, o: number): void => {
    untrack(ts.mem, o)
    const sequence = ts.mem.load(o + seqiterobject.it_seq)
    ts.mem.store(o + seqiterobject.it_seq, 0)
    XDECREF(ts, sequence)
    if (row >= 0 && freelistPush(ts, row, o)) return
    freeObject(ts, o)
  }
}

/** tp_traverse of iterators of that shape. */
export function traverseSequenceIterator(ts: ThreadState, o: Borrowed, visit: Visit): void {
  const sequence = ts.mem.load(o + seqiterobject.it_seq)
  if (sequence !== 0) visit(sequence, { kind: 'field', name: 'it_seq' })
}

function listiter_next(ts: ThreadState, it: Borrowed): Owned {
  const l = ts.mem.load(it + seqiterobject.it_seq)
  if (l === 0) return 0
  const index = ts.mem.load(it + seqiterobject.it_index)
  if (index >= PyList_GET_SIZE(ts, l)) return exhaust(ts, it)
  ts.mem.store(it + seqiterobject.it_index, index + 1)
  return newref(ts, PyList_GET_ITEM(ts, l, index))
}

function listreviter_next(ts: ThreadState, it: Borrowed): Owned {
  const l = ts.mem.load(it + seqiterobject.it_seq)
  if (l === 0) return 0
  const index = ts.mem.load(it + seqiterobject.it_index)
  if (index < 0 && ts.profile.containers.reversedKeepsList) return 0
  if (index < 0 || index >= PyList_GET_SIZE(ts, l)) {
    ts.mem.store(it + seqiterobject.it_index, -1)
    return exhaust(ts, it)
  }
  ts.mem.store(it + seqiterobject.it_index, index - 1)
  return newref(ts, PyList_GET_ITEM(ts, l, index))
}

function listiter_len(ts: ThreadState, it: Borrowed): Owned {
  const l = ts.mem.load(it + seqiterobject.it_seq)
  const left = l === 0 ? 0 : PyList_GET_SIZE(ts, l) - ts.mem.load(it + seqiterobject.it_index)
  return newInt(ts, Math.max(0, left))
}

function listreviter_len(ts: ThreadState, it: Borrowed): Owned {
  const l = ts.mem.load(it + seqiterobject.it_seq)
  const left = ts.mem.load(it + seqiterobject.it_index) + 1
  return newInt(ts, l === 0 || PyList_GET_SIZE(ts, l) < left ? 0 : left)
}

function listreviter_reduce(ts: ThreadState, it: Borrowed): Owned {
  const l = ts.mem.load(it + seqiterobject.it_seq)
  const index = ts.mem.load(it + seqiterobject.it_index)
  if (l !== 0 && index >= 0) return reduced(ts, 'reversed', [newref(ts, l)], [newInt(ts, index)])
  return reduced(ts, ts.profile.containers.reversedKeepsList ? 'reversed' : 'iter', [newList(ts, 0)])
}

export const PyListIter_Type = {
  name: 'list_iterator',
  basicsize: seqiterobject.sizeof,
  flags: ['HAVE_GC'],
  slots: {
    tp_dealloc: deallocSequenceIterator(FreeList.list_iters),
    tp_traverse: traverseSequenceIterator,
    tp_iter: newref,
    tp_iternext: listiter_next,
  },
  methods: [
    { name: '__length_hint__', kind: 'NOARGS', call: listiter_len },
    reducingSequence(seqiterobject, (ts) => newList(ts, 0)),
    settingIndex(seqiterobject, 0, PyList_GET_SIZE),
  ],
} satisfies TypeSpec

export const PyListRevIter_Type = {
  name: 'list_reverseiterator',
  basicsize: seqiterobject.sizeof,
  flags: ['HAVE_GC'],
  slots: {
    tp_dealloc: deallocSequenceIterator(-1),
    tp_traverse: traverseSequenceIterator,
    tp_iter: newref,
    tp_iternext: listreviter_next,
  },
  methods: [
    { name: '__length_hint__', kind: 'NOARGS', call: listreviter_len },
    reducing(listreviter_reduce),
    settingIndex(seqiterobject, -1, (ts, l) => PyList_GET_SIZE(ts, l) - 1),
  ],
} satisfies TypeSpec
