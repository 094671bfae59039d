// Modules/_collectionsmodule.c: the iterators of deque. They hold the deque and notice when it changes.

import type { ThreadState } from '../../heap/pystate.ts'
import { newref } from '../../heap/refcount.ts'
import { layout, PyObject } from '../../heap/structs.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyErr_Format } from '../../objects/errors.ts'
import { newInt } from '../../objects/longobject.ts'
import { PyType_GenericAlloc } from '../../objects/typeobject.ts'
import { type ModuleType, moduleType, owning } from '../moduletype.ts'
import { BLOCKLEN, cell, dequeobject as D, leftOf, rightOf, size } from './dequeobject.ts'

const I = layout(PyObject.sizeof, [
  ['b', 'ssize'],
  ['index', 'ssize'],
  ['deque', 'ptr'],
  ['state', 'ssize'],
  ['counter', 'ssize'],
])

/** Where the types live: `collections` or, before its types were on the heap, `_collections`. */
function typeName(ts: ThreadState, reversed: boolean): string {
  const home = ts.profile.modules.heapTypes.includes('collections') ? 'collections' : '_collections'
  return `${home}._deque_${reversed ? 'reverse_' : ''}iterator`
}

/** iter(d) and reversed(d). */
export function newDequeIterator(ts: ThreadState, d: Borrowed, reversed: boolean): Owned {
  const o = PyType_GenericAlloc(ts, moduleType(ts, typeName(ts, reversed)))
  if (o === 0) return 0
  const { mem } = ts
  mem.store(o + I.b, mem.load(d + (reversed ? D.rightblock : D.leftblock)))
  mem.store(o + I.index, mem.load(d + (reversed ? D.rightindex : D.leftindex)))
  mem.store(o + I.deque, newref(ts, d))
  mem.store(o + I.state, mem.load(d + D.state))
  mem.store(o + I.counter, size(ts, d))
  return o
}

function next(reversed: boolean) {
  return (ts: ThreadState, self: Borrowed): Owned => {
    const { mem } = ts
    if (mem.load(mem.load(self + I.deque) + D.state) !== mem.load(self + I.state)) {
      mem.store(self + I.counter, 0)
      return PyErr_Format(ts, ts.exc.RuntimeError, 'deque mutated during iteration')
    }
    const counter = mem.load(self + I.counter)
    if (counter === 0) return 0
    const block = mem.load(self + I.b)
    const index = mem.load(self + I.index)
    const item = mem.load(cell(block, index))
    const after = reversed ? index - 1 : index + 1
    mem.storeWide(self + I.index, after)
    mem.store(self + I.counter, counter - 1)
    if (counter > 1 && (after < 0 || after === BLOCKLEN)) {
      mem.store(self + I.b, reversed ? leftOf(ts, block) : rightOf(ts, block))
      mem.storeWide(self + I.index, reversed ? BLOCKLEN - 1 : 0)
    }
    return newref(ts, item)
  }
}

/** The two types, as the version names them. */
export function dequeIteratorTypes(ts: ThreadState): ModuleType[] {
  return [false, true].map((reversed) => ({
    tp_name: typeName(ts, reversed),
    basicsize: I.sizeof,
    flags: ['HAVE_GC'],
    slots: { ...owning([['deque', I.deque]]), tp_iter: newref, tp_iternext: next(reversed) },
    methods: [
      { name: '__length_hint__', kind: 'NOARGS', call: (ts, self) => newInt(ts, ts.mem.load(self + I.counter)) },
    ],
  }))
}
