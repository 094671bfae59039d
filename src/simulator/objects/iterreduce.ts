// How copy and pickle make another iterator: `__reduce__` says what is called with which arguments, `__setstate__` how far
// it has come (listiter_reduce_general, dictiter_reduce and their kin in Objects/).

import { allocate } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { Roots } from '../heap/runtime.ts'
import { PyObject, PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PySequence_List } from './abstract.ts'
import { argAt } from './call.ts'
import { getItemText } from './dictobject.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'
import { ssizeArgument } from './longnumber.ts'
import { newInt, PyLong_Check } from './longobject.ts'
import type { MethodSpec } from './object.ts'
import { PyTuple_FromArray } from './tupleobject.ts'

/** A function of `builtins` (_PyEval_GetBuiltin). */
function builtin(ts: ThreadState, name: string): Owned {
  return newref(ts, getItemText(ts, ts.mem.load(Roots.builtins_dict), name))
}

/** What bytes and tuples give where they are used up. */
export function emptyTuple(ts: ThreadState): Owned {
  return newref(ts, ts.emptyTuple)
}

/** `(iter, (...), state)`, or of another built-in; it takes the references. */
export function reduced(ts: ThreadState, name: string, args: readonly Owned[], state: readonly Owned[] = []): Owned {
  return PyTuple_FromArray(ts, [builtin(ts, name), PyTuple_FromArray(ts, args), ...state])
}

/** `__reduce__` from its function. */
export function reducing(call: (ts: ThreadState, it: Borrowed) => Owned): MethodSpec {
  return { name: '__reduce__', kind: 'NOARGS', call }
}

/** `(type, (...), state)` of what owns its parts in fields; a method of iterators that are called by their type. */
export function reducingByType(parts: (ts: ThreadState, it: Borrowed) => Borrowed[]): MethodSpec {
  return reducing((ts, it) => {
    const args = parts(ts, it).map((o) => newref(ts, o))
    return PyTuple_FromArray(ts, [newref(ts, Py_TYPE(ts, it)), PyTuple_FromArray(ts, args)])
  })
}

/** Of an iterator that keeps its sequence and where it is in it; `empty` stands for the sequence of one that is used up. */
export function reducingSequence(
  at: { readonly it_seq: number; readonly it_index: number },
  empty: (ts: ThreadState) => Owned,
): MethodSpec {
  return reducing((ts, it) => {
    const seq = ts.mem.load(it + at.it_seq)
    if (seq === 0) return reduced(ts, 'iter', [empty(ts)])
    return reduced(ts, 'iter', [newref(ts, seq)], [newInt(ts, ts.mem.load(it + at.it_index))])
  })
}

/**
 * Of an iterator whose rest is made a list, without going on: a second one of the same fields is used up for it.
 * @param owned offsets of the references it holds
 * @param result offset of the pair both use again, which only the first one holds; 0: there is none
 */
export function reducingRest(owned: readonly number[], result = 0): MethodSpec {
  return reducing((ts, it) => {
    const { mem } = ts
    const type = Py_TYPE(ts, it)
    const size = mem.load(type + PyTypeObject.tp_basicsize)
    const other = allocate(ts, type, size)
    if (other === 0) return PyErr_NoMemory(ts)
    mem.copy(other + PyObject.sizeof, it + PyObject.sizeof, size - PyObject.sizeof)
    for (const offset of owned) if (mem.load(other + offset) !== 0) newref(ts, mem.load(other + offset))
    const list = PySequence_List(ts, other)
    if (result !== 0) mem.store(other + result, 0)
    DECREF(ts, other)
    return list === 0 ? 0 : reduced(ts, 'iter', [list])
  })
}

/** `__setstate__` of an iterator with a sequence and an index: from `least` to what `most` says of the sequence. */
export function settingIndex(
  at: { readonly it_seq: number; readonly it_index: number },
  least: number,
  most: (ts: ThreadState, seq: Borrowed) => number,
): MethodSpec {
  return {
    name: '__setstate__',
    kind: 'O',
    call(ts, it, argv) {
      const state = argAt(ts, argv, 0)
      if (!PyLong_Check(ts, state)) return PyErr_Format(ts, ts.exc.TypeError, 'an integer is required')
      const index = ssizeArgument(ts, state)
      if (index === null) return 0
      const seq = ts.mem.load(it + at.it_seq)
      if (seq !== 0) ts.mem.storeWide(it + at.it_index, Math.max(least, Math.min(index, most(ts, seq))))
      return newref(ts, ts.none)
    },
  }
}
