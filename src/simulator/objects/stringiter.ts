// Objects/unicodeobject.c, the iterators of str: one for ASCII texts, one for the others.

import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref } from '../heap/refcount.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyErr_NoMemory } from './errors.ts'
import { reducingSequence, settingIndex } from './iterreduce.ts'
import { newInt } from './longintrepr.ts'
import type { TypeSpec } from './object.ts'
import { unicodeChar } from './unicodechars.ts'
import { PyUnicode_GetLength, widthOf } from './unicodestorage.ts'

const unicodeiterobject = layout(PyObject.sizeof, [
  ['it_index', 'ssize'],
  ['it_seq', 'ptr'],
])

/** iter(str). */
export function unicode_iter(ts: ThreadState, seq: Borrowed): Owned {
  const type = widthOf(ts, seq) === 0 ? ts.types.str_ascii_iterator : ts.types.str_iterator
  const o = allocate(ts, type, unicodeiterobject.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.store(o + unicodeiterobject.it_seq, newref(ts, seq))
  track(ts.mem, o)
  return o
}

function unicodeiter_next(ts: ThreadState, it: Borrowed): Owned {
  const mem = ts.mem
  const seq = mem.load(it + unicodeiterobject.it_seq)
  if (seq === 0) return 0
  const index = mem.load(it + unicodeiterobject.it_index)
  if (index < PyUnicode_GetLength(ts, seq)) {
    mem.store(it + unicodeiterobject.it_index, index + 1)
    return unicodeChar(ts, seq, index)
  }
  mem.store(it + unicodeiterobject.it_seq, 0)
  DECREF(ts, seq)
  return 0
}

function unicodeiter_dealloc(ts: ThreadState, it: number): void {
  untrack(ts.mem, it)
  CLEAR(ts, it + unicodeiterobject.it_seq)
  freeObject(ts, it)
}

function unicodeiter_len(ts: ThreadState, it: Borrowed): Owned {
  const seq = ts.mem.load(it + unicodeiterobject.it_seq)
  return newInt(ts, seq === 0 ? 0 : PyUnicode_GetLength(ts, seq) - ts.mem.load(it + unicodeiterobject.it_index))
}

const shared = {
  basicsize: unicodeiterobject.sizeof,
  flags: ['HAVE_GC'],
  slots: {
    tp_dealloc: unicodeiter_dealloc,
    tp_traverse: (ts, it, visit) => {
      const seq = ts.mem.load(it + unicodeiterobject.it_seq)
      if (seq !== 0) visit(seq, { kind: 'field', name: 'it_seq' })
    },
    tp_iter: newref,
    tp_iternext: unicodeiter_next,
  },
  methods: [
    { name: '__length_hint__', kind: 'NOARGS', call: unicodeiter_len },
    reducingSequence(unicodeiterobject, (ts) => newref(ts, ts.emptyStr)),
    settingIndex(unicodeiterobject, 0, PyUnicode_GetLength),
  ],
} satisfies Omit<TypeSpec, 'name'>

export const PyUnicodeIter_Type = { ...shared, name: 'str_iterator' } satisfies TypeSpec

export const _PyUnicodeASCIIIter_Type = { ...shared, name: 'str_ascii_iterator' } satisfies TypeSpec
