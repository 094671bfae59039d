// Modules/_collectionsmodule.c: the iterators of deque. They hold the deque and notice when it changes.

import type { ThreadState } from '../../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../../heap/refcount.ts'
import { layout, PyObject } from '../../heap/structs.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { argAt } from '../../objects/call.ts'
import { PyErr_Format } from '../../objects/errors.ts'
import { reducing } from '../../objects/iterreduce.ts'
import { ssizeArgument } from '../../objects/longnumber.ts'
import { newInt } from '../../objects/longobject.ts'
import { PyObject_TypeCheck, typeName } from '../../objects/object.ts'
import { PyTuple_FromArray } from '../../objects/tupleobject.ts'
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
function iteratorName(ts: ThreadState, reversed: boolean): string {
  const home = ts.profile.modules.heapTypes.includes('collections') ? 'collections' : '_collections'
  return `${home}._deque_${reversed ? 'reverse_' : ''}iterator`
}

/** iter(d) and reversed(d). */
export function newDequeIterator(ts: ThreadState, d: Borrowed, reversed: boolean): Owned {
  const o = PyType_GenericAlloc(ts, moduleType(ts, iteratorName(ts, reversed)))
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

/** `type(it)(deque, index)`, as copies are made. */
function newOf(reversed: boolean) {
  return (ts: ThreadState, _type: Borrowed, argv: number, nargs: number): Owned => {
    if (nargs < 1 || nargs > 2) {
      const bound = nargs < 1 ? 'at least 1 argument' : 'at most 2 arguments'
      return PyErr_Format(ts, ts.exc.TypeError, `function takes ${bound} (${nargs} given)`)
    }
    const deque = argAt(ts, argv, 0)
    if (!PyObject_TypeCheck(ts, deque, moduleType(ts, 'collections.deque')))
      return PyErr_Format(ts, ts.exc.TypeError, `argument 1 must be collections.deque, not ${typeName(ts, deque)}`)
    const index = nargs > 1 ? ssizeArgument(ts, argAt(ts, argv, 1)) : 0
    if (index === null) return 0
    const it = newDequeIterator(ts, deque, reversed)
    for (let i = 0; it !== 0 && i < index; i++) {
      const item = next(reversed)(ts, it)
      if (item === 0) break
      DECREF(ts, item)
    }
    return it
  }
}

/** The two types, as the version names them. */
export function dequeIteratorTypes(ts: ThreadState): ModuleType[] {
  return [false, true].map((reversed) => ({
    tp_name: iteratorName(ts, reversed),
    basicsize: I.sizeof,
    flags: ['HAVE_GC'],
    slots: { ...owning([['deque', I.deque]]), tp_iter: newref, tp_iternext: next(reversed), tp_new: newOf(reversed) },
    methods: [
      { name: '__length_hint__', kind: 'NOARGS', call: (ts, self) => newInt(ts, ts.mem.load(self + I.counter)) },
      reducing((ts, self) => {
        const deque = ts.mem.load(self + I.deque)
        const args = [newref(ts, deque), newInt(ts, size(ts, deque) - ts.mem.load(self + I.counter))]
        return PyTuple_FromArray(ts, [newref(ts, Py_TYPE(ts, self)), PyTuple_FromArray(ts, args)])
      }),
    ],
  }))
}
