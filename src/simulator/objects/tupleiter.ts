// The iterator of tuple (Objects/tupleobject.c).

import { FreeList, freelistPop } from '../heap/freelist.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { newref } from '../heap/refcount.ts'
import { seqiterobject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { emptyTuple, reducingSequence, settingIndex } from './iterreduce.ts'
import { deallocSequenceIterator, exhaust, newSequenceIterator, traverseSequenceIterator } from './listiter.ts'
import { newInt } from './longobject.ts'
import type { TypeSpec } from './object.ts'
import { PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'

/** iter(t). */
export function tuple_iter(ts: ThreadState, t: Borrowed): Owned {
  return newSequenceIterator(ts, freelistPop(ts, FreeList.tuple_iters), ts.types.tuple_iterator, t, 0)
}

function tupleiter_next(ts: ThreadState, it: Borrowed): Owned {
  const t = ts.mem.load(it + seqiterobject.it_seq)
  if (t === 0) return 0
  const index = ts.mem.load(it + seqiterobject.it_index)
  if (index >= PyTuple_GET_SIZE(ts, t)) return exhaust(ts, it)
  ts.mem.store(it + seqiterobject.it_index, index + 1)
  return newref(ts, PyTuple_GET_ITEM(ts, t, index))
}

function tupleiter_len(ts: ThreadState, it: Borrowed): Owned {
  const t = ts.mem.load(it + seqiterobject.it_seq)
  return newInt(ts, t === 0 ? 0 : PyTuple_GET_SIZE(ts, t) - ts.mem.load(it + seqiterobject.it_index))
}

export const PyTupleIter_Type = {
  name: 'tuple_iterator',
  basicsize: seqiterobject.sizeof,
  flags: ['HAVE_GC'],
  slots: {
    tp_dealloc: deallocSequenceIterator(FreeList.tuple_iters),
    tp_traverse: traverseSequenceIterator,
    tp_iter: newref,
    tp_iternext: tupleiter_next,
  },
  methods: [
    { name: '__length_hint__', kind: 'NOARGS', call: tupleiter_len },
    reducingSequence(seqiterobject, emptyTuple),
    settingIndex(seqiterobject, 0, PyTuple_GET_SIZE),
  ],
} satisfies TypeSpec
