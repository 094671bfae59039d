// The iterators of bytes (Objects/bytesobject.c) and bytearray (Objects/bytearrayobject.c).

import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { PyVarObject, seqiterobject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { bytesStart } from './bytearraystorage.ts'
import { bytesOf } from './bytesstorage.ts'
import { argAt } from './call.ts'
import { PyErr_NoMemory } from './errors.ts'
import { emptyTuple, reducingSequence } from './iterreduce.ts'
import { newInt } from './longintrepr.ts'
import { ssizeArgument } from './longnumber.ts'
import type { MethodSpec, TypeSpec } from './object.ts'

/** iter() of bytes. */
export function bytes_iter(ts: ThreadState, seq: Borrowed): Owned {
  return newIterator(ts, ts.types.bytes_iterator, seq)
}

/** iter() of a bytearray. */
export function bytearray_iter(ts: ThreadState, seq: Borrowed): Owned {
  return newIterator(ts, ts.types.bytearray_iterator, seq)
}

function newIterator(ts: ThreadState, type: Borrowed, seq: Borrowed): Owned {
  const o = allocate(ts, type, seqiterobject.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.store(o + seqiterobject.it_seq, newref(ts, seq))
  track(ts.mem, o)
  return o
}

function bytesiter_next(ts: ThreadState, it: Borrowed): Owned {
  const seq = ts.mem.load(it + seqiterobject.it_seq)
  if (seq === 0) return 0
  const index = ts.mem.load(it + seqiterobject.it_index)
  if (index < 0) return 0
  const isBytes = Py_TYPE(ts, it) === ts.types.bytes_iterator
  if (index < ts.mem.load(seq + PyVarObject.ob_size)) {
    ts.mem.store(it + seqiterobject.it_index, index + 1)
    return newInt(ts, isBytes ? bytesOf(ts, seq).charCodeAt(index) : ts.mem.loadByte(bytesStart(ts, seq) + index))
  }
  ts.mem.store(it + seqiterobject.it_seq, 0)
  DECREF(ts, seq)
  return 0
}

function bytesiter_dealloc(ts: ThreadState, it: number): void {
  untrack(ts.mem, it)
  CLEAR(ts, it + seqiterobject.it_seq)
  freeObject(ts, it)
}

function bytesiter_len(ts: ThreadState, it: Borrowed): Owned {
  const seq = ts.mem.load(it + seqiterobject.it_seq)
  const index = ts.mem.load(it + seqiterobject.it_index)
  const left = seq === 0 || index < 0 ? 0 : ts.mem.load(seq + PyVarObject.ob_size) - index
  return newInt(ts, Math.max(0, left))
}

function bytesiter_setstate(ts: ThreadState, it: Borrowed, argv: number): Owned {
  const index = ssizeArgument(ts, argAt(ts, argv, 0))
  if (index === null) return 0
  const seq = ts.mem.load(it + seqiterobject.it_seq)
  if (seq !== 0) {
    const size = ts.mem.load(seq + PyVarObject.ob_size)
    const ends = ts.profile.bytes.negativeStateEnds && Py_TYPE(ts, it) === ts.types.bytearray_iterator
    ts.mem.store(it + seqiterobject.it_index, Math.min(Math.max(ends ? -1 : 0, index), size))
  }
  return newref(ts, ts.none)
}

const iteratorMethods: readonly MethodSpec[] = [
  { name: '__length_hint__', kind: 'NOARGS', call: bytesiter_len },
  { name: '__setstate__', kind: 'O', call: bytesiter_setstate },
  reducingSequence(seqiterobject, emptyTuple),
]

export const PyBytesIter_Type = {
  name: 'bytes_iterator',
  basicsize: seqiterobject.sizeof,
  flags: ['HAVE_GC'],
  slots: {
    tp_dealloc: bytesiter_dealloc,
    tp_traverse: (ts, it, visit) => {
      const seq = ts.mem.load(it + seqiterobject.it_seq)
      if (seq !== 0) visit(seq, { kind: 'field', name: 'it_seq' })
    },
    tp_iter: newref,
    tp_iternext: bytesiter_next,
  },
  methods: iteratorMethods,
} satisfies TypeSpec

export const PyByteArrayIter_Type = { ...PyBytesIter_Type, name: 'bytearray_iterator' } satisfies TypeSpec
