// The iterator of set and frozenset (Objects/setobject.c). It notices when the set changes its size.

import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref } from '../heap/refcount.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'
import { reducingRest } from './iterreduce.ts'
import { newInt } from './longobject.ts'
import type { TypeSpec } from './object.ts'
import { entryAddress, nextEntry, PySet_GET_SIZE } from './setobject.ts'

/** `si_used` is -1 once the set was seen to change. */
export const setiterobject = layout(PyObject.sizeof, [
  ['si_set', 'ptr'],
  ['si_used', 'ssize'],
  ['si_pos', 'ssize'],
  ['len', 'ssize'],
])

/** iter(s). */
export function set_iter(ts: ThreadState, s: Borrowed): Owned {
  const mem = ts.mem
  const o = allocate(ts, ts.types.set_iterator, setiterobject.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  mem.store(o + setiterobject.si_set, newref(ts, s))
  mem.storeWide(o + setiterobject.si_used, PySet_GET_SIZE(ts, s))
  mem.storeWide(o + setiterobject.len, PySet_GET_SIZE(ts, s))
  track(mem, o)
  return o
}

function setiter_next(ts: ThreadState, it: Borrowed): Owned {
  const mem = ts.mem
  const s = mem.load(it + setiterobject.si_set)
  if (s === 0) return 0
  if (mem.load(it + setiterobject.si_used) !== PySet_GET_SIZE(ts, s)) {
    mem.storeWide(it + setiterobject.si_used, -1)
    return PyErr_Format(ts, ts.exc.RuntimeError, 'Set changed size during iteration')
  }
  const i = nextEntry(ts, s, mem.load(it + setiterobject.si_pos))
  if (i < 0) {
    mem.store(it + setiterobject.si_set, 0)
    DECREF(ts, s)
    return 0
  }
  mem.store(it + setiterobject.si_pos, i + 1)
  mem.storeWide(it + setiterobject.len, mem.load(it + setiterobject.len) - 1)
  return newref(ts, mem.load(entryAddress(ts, s, i)))
}

function setiter_len(ts: ThreadState, it: Borrowed): Owned {
  const s = ts.mem.load(it + setiterobject.si_set)
  const same = s !== 0 && ts.mem.load(it + setiterobject.si_used) === PySet_GET_SIZE(ts, s)
  return newInt(ts, same ? ts.mem.load(it + setiterobject.len) : 0)
}

export const PySetIter_Type: TypeSpec = {
  name: 'set_iterator',
  basicsize: setiterobject.sizeof,
  flags: ['HAVE_GC'],
  slots: {
    tp_dealloc: (ts, it) => {
      untrack(ts.mem, it)
      CLEAR(ts, it + setiterobject.si_set)
      freeObject(ts, it)
    },
    tp_traverse: (ts, it, visit) => {
      const s = ts.mem.load(it + setiterobject.si_set)
      if (s !== 0) visit(s, { kind: 'field', name: 'si_set' })
    },
    tp_iter: newref,
    tp_iternext: setiter_next,
  },
  methods: [{ name: '__length_hint__', kind: 'NOARGS', call: setiter_len }, reducingRest([setiterobject.si_set])],
}
