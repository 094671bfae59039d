// Modules/arraymodule.c, arrayiterator: it owns its array until it is used up. Left out: pickling it.

import { untrack } from '../../heap/gchead.ts'
import { freeObject } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { CLEAR, DECREF, newref } from '../../heap/refcount.ts'
import { layout, PyObject } from '../../heap/structs.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { argAt } from '../../objects/call.ts'
import { PyErr_Format, PyErr_Occurred } from '../../objects/errors.ts'
import { PyLong_AsSsize_t, PyLong_Check } from '../../objects/longobject.ts'
import { PyType_GenericAlloc } from '../../objects/typeobject.ts'
import { type ModuleType, moduleType } from '../moduletype.ts'
import { getItem, size } from './arraystorage.ts'

const I = layout(PyObject.sizeof, [
  ['index', 'ssize'],
  ['ao', 'ptr'],
  ['getitem', 'ssize'],
])

/** iter(a). */
export function array_iter(ts: ThreadState, a: Borrowed): Owned {
  const it = PyType_GenericAlloc(ts, moduleType(ts, 'array.arrayiterator'))
  if (it !== 0) ts.mem.store(it + I.ao, newref(ts, a))
  return it
}

function arrayiter_next(ts: ThreadState, it: Borrowed): Owned {
  const { mem } = ts
  const a = mem.load(it + I.ao)
  if (a === 0) return 0
  const index = mem.load(it + I.index)
  if (index < size(ts, a)) {
    mem.store(it + I.index, index + 1)
    return getItem(ts, a, index)
  }
  mem.store(it + I.ao, 0)
  DECREF(ts, a)
  return 0
}

function setstate(ts: ThreadState, it: Borrowed, argv: number): Owned {
  const state = argAt(ts, argv, 0)
  if (!PyLong_Check(ts, state)) return PyErr_Format(ts, ts.exc.TypeError, 'an integer is required')
  const index = PyLong_AsSsize_t(ts, state)
  if (index === -1 && PyErr_Occurred(ts) !== 0) return 0
  const a = ts.mem.load(it + I.ao)
  if (a !== 0) ts.mem.store(it + I.index, Math.min(Math.max(0, index), size(ts, a)))
  return newref(ts, ts.none)
}

export const arrayIteratorType: ModuleType = {
  tp_name: 'array.arrayiterator',
  basicsize: I.sizeof,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  slots: {
    owns: { fields: [['ao', I.ao]] },
    tp_dealloc(ts, it) {
      untrack(ts.mem, it)
      CLEAR(ts, it + I.ao)
      freeObject(ts, it)
    },
    tp_traverse(ts, it, visit) {
      const a = ts.mem.load(it + I.ao)
      if (a !== 0) visit(a, { kind: 'field', name: 'ao' })
    },
    tp_iter: newref,
    tp_iternext: arrayiter_next,
  },
  methods: [{ name: '__setstate__', kind: 'O', call: setstate }],
}
