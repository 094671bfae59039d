// Objects/memoryobject.c, memoryiter: the iterator of memoryview. It owns the view until it is used up.

import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref } from '../heap/refcount.ts'
import { layout, seqiterobject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyErr_NoMemory } from './errors.ts'
import { memory_item } from './memorysubscript.ts'
import { inUse, viewLength } from './memoryviews.ts'
import type { TypeSpec } from './object.ts'

const memoryiter = layout(seqiterobject.sizeof, [
  ['it_length', 'ssize'],
  ['it_fmt', 'ptr'],
])

/** tp_iter of memoryview. */
export function memory_iter(ts: ThreadState, view: Borrowed): Owned {
  if (!inUse(ts, view)) return 0
  const o = allocate(ts, ts.types.memory_iterator, memoryiter.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.store(o + memoryiter.it_length, viewLength(ts, view))
  ts.mem.store(o + seqiterobject.it_seq, newref(ts, view))
  track(ts.mem, o)
  return o
}

function memoryiter_next(ts: ThreadState, it: Borrowed): Owned {
  const view = ts.mem.load(it + seqiterobject.it_seq)
  if (view === 0) return 0
  const index = ts.mem.load(it + seqiterobject.it_index)
  if (index < ts.mem.load(it + memoryiter.it_length)) {
    if (!inUse(ts, view)) return 0
    ts.mem.store(it + seqiterobject.it_index, index + 1)
    return memory_item(ts, view, index)
  }
  ts.mem.store(it + seqiterobject.it_seq, 0)
  DECREF(ts, view)
  return 0
}

export const _PyMemoryIter_Type = {
  name: 'memory_iterator',
  basicsize: memoryiter.sizeof,
  flags: ['HAVE_GC'],
  slots: {
    tp_dealloc: (ts, it) => {
      untrack(ts.mem, it)
      CLEAR(ts, it + seqiterobject.it_seq)
      freeObject(ts, it)
    },
    tp_traverse: (ts, it, visit) => {
      const view = ts.mem.load(it + seqiterobject.it_seq)
      if (view !== 0) visit(view, { kind: 'field', name: 'it_seq' })
    },
    tp_iter: newref,
    tp_iternext: memoryiter_next,
  },
} satisfies TypeSpec
