// Modules/_collectionsmodule.c: the methods of deque.

import { during } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { DECREF, INCREF, newref, Py_TYPE } from '../../heap/refcount.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyObject_GetIter } from '../../objects/abstract.ts'
import { argAt, checkParsed, checkPositional } from '../../objects/call.ts'
import { PyErr_Format } from '../../objects/errors.ts'
import { classGetItemMethod } from '../../objects/genericaliasobject.ts'
import { chargeWork } from '../../objects/longintrepr.ts'
import { ssizeArgument } from '../../objects/longnumber.ts'
import { newInt } from '../../objects/longobject.ts'
import { type MethodSpec, Py_EQ, PyObject_Repr, PyObject_RichCompareBool } from '../../objects/object.ts'
import { sliceIndex } from '../../objects/sliceindices.ts'
import { PyTuple_FromArray } from '../../objects/tupleobject.ts'
import { textOf } from '../../objects/unicodeobject.ts'
import { sizeofMethod } from '../sizeofmethod.ts'
import { deleteItem, deque_append, deque_clear, deque_copy, deque_extend } from './deque.ts'
import { newDequeIterator } from './dequeiter.ts'
import {
  dequeobject as D,
  deque_sizeof,
  maxlenOf,
  placeOf,
  places,
  rotate,
  size,
  takeLeft,
  takeRight,
} from './dequeobject.ts'

function none(ts: ThreadState, status: number): Owned {
  return status < 0 ? 0 : newref(ts, ts.none)
}

/** A method of one argument that gives None. */
function act(name: string, f: (ts: ThreadState, d: Borrowed, arg: Borrowed) => number): MethodSpec {
  return { name, kind: 'O', call: (ts, d, argv) => none(ts, f(ts, d, argAt(ts, argv, 0))) }
}

function pop(ts: ThreadState, d: Borrowed, left: boolean): Owned {
  if (size(ts, d) === 0) return PyErr_Format(ts, ts.exc.IndexError, 'pop from an empty deque')
  return left ? takeLeft(ts, d) : takeRight(ts, d)
}

/** Compares the item at `i` with a value; what to do about a change meanwhile is the caller's business. */
function equalAt(ts: ThreadState, d: Borrowed, i: number, value: Borrowed, held = true): number {
  chargeWork(ts, 1)
  const item = ts.mem.load(placeOf(ts, d, i))
  if (!held) return PyObject_RichCompareBool(ts, item, value, Py_EQ)
  INCREF(ts, item)
  const equal = during(ts, [item], () => PyObject_RichCompareBool(ts, item, value, Py_EQ))
  DECREF(ts, item)
  return equal
}

function mutated(ts: ThreadState): -1 {
  PyErr_Format(ts, ts.exc.RuntimeError, 'deque mutated during iteration')
  return -1
}

function count(ts: ThreadState, d: Borrowed, value: Borrowed): Owned {
  const state = ts.mem.load(d + D.state)
  let found = 0
  for (let i = 0; i < size(ts, d); i++) {
    const equal = equalAt(ts, d, i, value)
    if (equal < 0) return 0
    found += equal
    if (ts.mem.load(d + D.state) !== state) return mutated(ts) && 0
  }
  return newInt(ts, found)
}

/** An index given to `index`: clipped to the ends, counted from the end where negative. NaN with an exception. */
function bound(ts: ThreadState, o: Borrowed, n: number): number {
  const value = sliceIndex(ts, o)
  if (value === null) return Number.NaN
  return value < 0 ? Math.max(0, value + n) : value
}

/** index and insert parse their arguments themselves where Argument Clinic does not do it for them. */
function counted(ts: ThreadState): typeof checkParsed {
  return ts.profile.modules.dequeClinic ? checkPositional : checkParsed
}

function index(ts: ThreadState, d: Borrowed, argv: number, nargs: number): Owned {
  if (counted(ts)(ts, 'index', nargs, 1, 3) < 0) return 0
  const n = size(ts, d)
  const value = argAt(ts, argv, 0)
  const start = nargs > 1 ? bound(ts, argAt(ts, argv, 1), n) : 0
  const stop = nargs > 2 ? bound(ts, argAt(ts, argv, 2), n) : n
  if (Number.isNaN(start) || Number.isNaN(stop)) return 0
  const state = ts.mem.load(d + D.state)
  for (let i = start; i < Math.min(stop, n); i++) {
    const equal = equalAt(ts, d, i, value, ts.profile.modules.dequeIndexHolds)
    if (equal > 0) return newInt(ts, i)
    if (equal < 0) return 0
    if (ts.mem.load(d + D.state) !== state) return mutated(ts) && 0
  }
  notFound(ts, value, ts.profile.modules.dequeNotFound)
  return 0
}

function notFound(ts: ThreadState, value: Borrowed, template: string): -1 {
  const repr = template.includes('{0}') ? PyObject_Repr(ts, value) : newref(ts, ts.emptyStr)
  if (repr === 0) return -1
  const text = template.replace('{0}', () => textOf(ts, repr))
  DECREF(ts, repr)
  PyErr_Format(ts, ts.exc.ValueError, text)
  return -1
}

function insert(ts: ThreadState, d: Borrowed, argv: number, nargs: number): Owned {
  if (counted(ts)(ts, 'insert', nargs, 2, 2) < 0) return 0
  const i = ssizeArgument(ts, argAt(ts, argv, 0))
  if (i === null) return 0
  const value = argAt(ts, argv, 1)
  const n = size(ts, d)
  if (maxlenOf(ts, d) === n) return PyErr_Format(ts, ts.exc.IndexError, 'deque already at its maximum size')
  if (i >= n) return none(ts, deque_append(ts, d, newref(ts, value)))
  if (i <= -n || i === 0) return none(ts, deque_append(ts, d, newref(ts, value), true))
  if (rotate(ts, d, -i) < 0) return 0
  if (deque_append(ts, d, newref(ts, value), i > 0) < 0) return 0
  return none(ts, rotate(ts, d, i))
}

function remove(ts: ThreadState, d: Borrowed, value: Borrowed): number {
  const n = size(ts, d)
  const state = ts.mem.load(d + D.state)
  for (let i = 0; i < n; i++) {
    const equal = equalAt(ts, d, i, value)
    if (equal < 0) return -1
    if (ts.mem.load(d + D.state) !== state) {
      PyErr_Format(ts, ts.exc.IndexError, 'deque mutated during remove().')
      return -1
    }
    if (equal > 0) return deleteItem(ts, d, i)
  }
  return notFound(ts, value, ts.profile.modules.dequeRemove)
}

function reverse(ts: ThreadState, d: Borrowed): Owned {
  const all = places(ts, d)
  for (let i = 0, j = all.length - 1; i < j; i++, j--) {
    const left = ts.mem.load(all[i])
    ts.mem.store(all[i], ts.mem.load(all[j]))
    ts.mem.store(all[j], left)
  }
  return newref(ts, ts.none)
}

/** `__reduce__`: how copy and pickle make another. */
function reduce(ts: ThreadState, d: Borrowed): Owned {
  const iterator = PyObject_GetIter(ts, d)
  if (iterator === 0) return 0
  const maxlen = maxlenOf(ts, d)
  const args =
    maxlen < 0 ? newref(ts, ts.emptyTuple) : PyTuple_FromArray(ts, [newref(ts, ts.emptyTuple), newInt(ts, maxlen)])
  return PyTuple_FromArray(ts, [newref(ts, Py_TYPE(ts, d)), args, newref(ts, ts.none), iterator])
}

export const dequeMethods: readonly MethodSpec[] = [
  act('append', (ts, d, item) => deque_append(ts, d, newref(ts, item))),
  act('appendleft', (ts, d, item) => deque_append(ts, d, newref(ts, item), true)),
  {
    name: 'clear',
    kind: 'NOARGS',
    call(ts, d) {
      deque_clear(ts, d)
      return newref(ts, ts.none)
    },
  },
  { name: '__copy__', kind: 'NOARGS', call: (ts, d) => deque_copy(ts, d) },
  { name: 'copy', kind: 'NOARGS', call: (ts, d) => deque_copy(ts, d) },
  { name: 'count', kind: 'O', call: (ts, d, argv) => count(ts, d, argAt(ts, argv, 0)) },
  act('extend', (ts, d, iterable) => deque_extend(ts, d, iterable)),
  act('extendleft', (ts, d, iterable) => deque_extend(ts, d, iterable, true)),
  { name: 'index', kind: 'FASTCALL', call: index },
  { name: 'insert', kind: 'FASTCALL', call: insert },
  { name: 'pop', kind: 'NOARGS', call: (ts, d) => pop(ts, d, false) },
  { name: 'popleft', kind: 'NOARGS', call: (ts, d) => pop(ts, d, true) },
  { name: '__reduce__', kind: 'NOARGS', call: reduce },
  act('remove', remove),
  { name: '__reversed__', kind: 'NOARGS', call: (ts, d) => newDequeIterator(ts, d, true) },
  { name: 'reverse', kind: 'NOARGS', call: reverse },
  {
    name: 'rotate',
    kind: 'FASTCALL',
    call(ts, d, argv, nargs) {
      const name = ts.profile.modules.dequeClinic ? 'rotate' : 'deque.rotate'
      if (checkPositional(ts, name, nargs, 0, 1) < 0) return 0
      const n = nargs === 0 ? 1 : ssizeArgument(ts, argAt(ts, argv, 0))
      if (n === null) return 0
      chargeWork(ts, Math.min(Math.abs(n), size(ts, d)))
      return none(ts, rotate(ts, d, n))
    },
  },
  sizeofMethod(deque_sizeof),
  classGetItemMethod,
]
