// Modules/_collectionsmodule.c: the type deque.

import { untrack } from '../../heap/gchead.ts'
import { during, freeObject, hold, holdMark, release } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, SETREF } from '../../heap/refcount.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyIter_Next, PyObject_GetIter, PySequence_List } from '../../objects/abstract.ts'
import { newBool } from '../../objects/boolobject.ts'
import { callArgs, callOneArg, parseKeywords } from '../../objects/call.ts'
import { PyErr_Format, PyErr_Occurred } from '../../objects/errors.ts'
import { chargeWork, PyLong_AsSsize_t } from '../../objects/longintrepr.ts'
import { newInt, PyLong_Check } from '../../objects/longobject.ts'
import {
  Py_EQ,
  Py_GE,
  Py_GT,
  Py_LE,
  Py_LT,
  Py_NE,
  PyObject_Repr,
  PyObject_RichCompareBool,
  PyObject_TypeCheck,
  typeName,
} from '../../objects/object.ts'
import { Py_ReprEnter, Py_ReprLeave } from '../../objects/reprenter.ts'
import { PyType_GenericAlloc, shortTypeName } from '../../objects/typeobject.ts'
import { newStr, textOf } from '../../objects/unicodeobject.ts'
import { type ModuleType, moduleType } from '../moduletype.ts'
import { newDequeIterator } from './dequeiter.ts'
import { dequeMethods } from './dequemethods.ts'
import {
  dequeobject as D,
  DEQUE_OWNS,
  DEQUE_SIZE,
  deque_sizeof,
  fillFrom,
  freeBlocks,
  initBlocks,
  maxlenOf,
  placeOf,
  places,
  pushLeft,
  pushRight,
  rotate,
  size,
  takeLeft,
  takeRight,
  touch,
  WEAKREFLIST,
} from './dequeobject.ts'

export function deque_type(ts: ThreadState): Borrowed {
  return moduleType(ts, 'collections.deque')
}

function deque_new(ts: ThreadState, type: Borrowed): Owned {
  const d = PyType_GenericAlloc(ts, type)
  if (d === 0) return 0
  if (initBlocks(ts, d) === 0) return d
  DECREF(ts, d)
  return 0
}

/** append, appendleft: takes the item; one too many falls out at the other end. -1 with an exception. */
export function deque_append(ts: ThreadState, d: Borrowed, item: Owned, left = false): number {
  if ((left ? pushLeft(ts, d, item) : pushRight(ts, d, item)) < 0) {
    DECREF(ts, item)
    return -1
  }
  const maxlen = maxlenOf(ts, d)
  if (maxlen >= 0 && size(ts, d) > maxlen) DECREF(ts, left ? takeRight(ts, d) : takeLeft(ts, d))
  else touch(ts, d)
  return 0
}

/** extend, extendleft. -1 with an exception. */
export function deque_extend(ts: ThreadState, d: Borrowed, iterable: Borrowed, left = false): number {
  if (d === iterable) {
    const list = PySequence_List(ts, iterable)
    if (list === 0) return -1
    const status = during(ts, [list], () => deque_extend(ts, d, list, left))
    DECREF(ts, list)
    return status
  }
  const iterator = PyObject_GetIter(ts, iterable)
  if (iterator === 0) return -1
  const none = maxlenOf(ts, d) === 0
  if (!none && size(ts, d) === 0) fillFrom(ts, d, left ? 'right' : 'left')
  const mark = holdMark(ts)
  hold(ts, iterator)
  let status = 0
  for (let item = PyIter_Next(ts, iterator); item !== 0 && status === 0; ) {
    chargeWork(ts, 1)
    if (none) DECREF(ts, item)
    else status = deque_append(ts, d, item, left)
    if (status === 0) item = PyIter_Next(ts, iterator)
  }
  release(ts, mark)
  DECREF(ts, iterator)
  return PyErr_Occurred(ts) !== 0 ? -1 : status
}

function deque_init(ts: ThreadState, d: Borrowed, argv: number, nargs: number, kwnames: Borrowed): number {
  const values = parseKeywords(ts, 'deque', argv, nargs, kwnames, ['iterable', 'maxlen'], 0)
  if (!values) return -1
  let maxlen = -1
  if (values[1] !== 0 && values[1] !== ts.none) {
    if (!PyLong_Check(ts, values[1])) {
      PyErr_Format(ts, ts.exc.TypeError, 'an integer is required')
      return -1
    }
    maxlen = PyLong_AsSsize_t(ts, values[1])
    if (maxlen === -1 && PyErr_Occurred(ts) !== 0) return -1
    if (maxlen < 0) {
      PyErr_Format(ts, ts.exc.ValueError, 'maxlen must be non-negative')
      return -1
    }
  }
  ts.mem.storeWide(d + D.maxlen, maxlen)
  if (size(ts, d) > 0) deque_clear(ts, d)
  return values[0] === 0 ? 0 : deque_extend(ts, d, values[0])
}

/** All items go, left to right. */
export function deque_clear(ts: ThreadState, d: Borrowed): void {
  while (size(ts, d) > 0) DECREF(ts, takeLeft(ts, d))
}

function deque_repr(ts: ThreadState, d: Borrowed): Owned {
  const entered = Py_ReprEnter(ts, d)
  if (entered !== 0) return entered > 0 ? newStr(ts, '[...]') : 0
  const list = PySequence_List(ts, d)
  const items = list === 0 ? 0 : during(ts, [list], () => PyObject_Repr(ts, list))
  if (list !== 0) DECREF(ts, list)
  Py_ReprLeave(ts, d)
  if (items === 0) return 0
  const name = shortTypeName(ts, Py_TYPE(ts, d))
  const maxlen = maxlenOf(ts, d)
  const text = textOf(ts, items)
  DECREF(ts, items)
  return newStr(ts, maxlen >= 0 ? `${name}(${text}, maxlen=${maxlen})` : `${name}(${text})`)
}

function deque_richcompare(ts: ThreadState, v: Borrowed, w: Borrowed, op: number): Owned {
  const type = deque_type(ts)
  if (!PyObject_TypeCheck(ts, v, type) || !PyObject_TypeCheck(ts, w, type)) return newref(ts, ts.notImplemented)
  const [vs, ws] = [size(ts, v), size(ts, w)]
  if (op === Py_EQ && (v === w || vs !== ws)) return newBool(ts, v === w)
  if (op === Py_NE && (v === w || vs !== ws)) return newBool(ts, v !== w)
  const a = PyObject_GetIter(ts, v)
  const b = a === 0 ? 0 : PyObject_GetIter(ts, w)
  if (b === 0) return 0
  const result = during(ts, [a, b], () => compareIterators(ts, a, b, op))
  DECREF(ts, a)
  DECREF(ts, b)
  return result
}

/** The first pair that differs decides; where none does, which of the two goes on. */
function compareIterators(ts: ThreadState, a: Borrowed, b: Borrowed, op: number): Owned {
  for (;;) {
    chargeWork(ts, 1)
    const x = PyIter_Next(ts, a)
    if (x === 0 && PyErr_Occurred(ts) !== 0) return 0
    const y = during(ts, [x], () => PyIter_Next(ts, b))
    if (x === 0 || y === 0) {
      if (x !== 0) DECREF(ts, x)
      if (y !== 0) DECREF(ts, y)
      if (PyErr_Occurred(ts) !== 0) return 0
      return newBool(ts, ended(x !== 0, y !== 0, op))
    }
    const equal = during(ts, [x, y], () => PyObject_RichCompareBool(ts, x, y, Py_EQ))
    let result = 0
    if (equal === 0) {
      const decided = during(ts, [x, y], () => PyObject_RichCompareBool(ts, x, y, op))
      result = decided < 0 ? 0 : newBool(ts, decided > 0)
    }
    DECREF(ts, x)
    DECREF(ts, y)
    if (equal <= 0) return result
  }
}

function ended(leftGoesOn: boolean, rightGoesOn: boolean, op: number): boolean {
  switch (op) {
    case Py_LT:
      return rightGoesOn
    case Py_LE:
      return !leftGoesOn
    case Py_EQ:
      return leftGoesOn === rightGoesOn
    case Py_NE:
      return leftGoesOn !== rightGoesOn
    case Py_GT:
      return leftGoesOn
    case Py_GE:
      return !rightGoesOn
    default:
      return false
  }
}

/** A new deque of the same items and maxlen; a subclass is called with them. */
export function deque_copy(ts: ThreadState, d: Borrowed): Owned {
  const type = deque_type(ts)
  const maxlen = maxlenOf(ts, d)
  if (Py_TYPE(ts, d) === type) {
    const copy = deque_new(ts, type)
    if (copy === 0) return 0
    ts.mem.storeWide(copy + D.maxlen, maxlen)
    if (during(ts, [copy], () => deque_extend(ts, copy, d)) === 0) return copy
    DECREF(ts, copy)
    return 0
  }
  const own = Py_TYPE(ts, d)
  if (maxlen < 0) return callOneArg(ts, own, d)
  const number = newInt(ts, maxlen)
  if (number === 0) return 0
  const result = during(ts, [number], () => callArgs(ts, own, [d, number]))
  DECREF(ts, number)
  return result
}

function deque_concat(ts: ThreadState, d: Borrowed, other: Borrowed): Owned {
  if (!PyObject_TypeCheck(ts, other, deque_type(ts)))
    return PyErr_Format(ts, ts.exc.TypeError, `can only concatenate deque (not "${typeName(ts, other)}") to deque`)
  const copy = deque_copy(ts, d)
  if (copy === 0) return 0
  if (during(ts, [copy], () => deque_extend(ts, copy, other)) === 0) return copy
  DECREF(ts, copy)
  return 0
}

/** d *= n. */
function repeatInPlace(ts: ThreadState, d: Borrowed, n: number): Owned {
  const items = places(ts, d).map((place) => ts.mem.load(place))
  if (n <= 0) deque_clear(ts, d)
  else if (items.length > 0) {
    if (items.length * n * 8 > ts.budgets.memory) return PyErr_Format(ts, ts.exc.MemoryError, '')
    for (const o of items) newref(ts, o)
    for (let k = 1; k < n; k++)
      for (const o of items) {
        chargeWork(ts, 1)
        if (deque_append(ts, d, newref(ts, o)) < 0) return 0
      }
    for (const o of items) DECREF(ts, o)
  }
  return newref(ts, d)
}

function setItem(ts: ThreadState, d: Borrowed, i: number, value: Borrowed): number {
  if (i < 0 || i >= size(ts, d)) {
    PyErr_Format(ts, ts.exc.IndexError, 'deque index out of range')
    return -1
  }
  if (value === 0) return deleteItem(ts, d, i)
  SETREF(ts, placeOf(ts, d, i), newref(ts, value))
  return 0
}

/** del d[i]: turned to the left end, taken, turned back. */
export function deleteItem(ts: ThreadState, d: Borrowed, i: number): number {
  if (rotate(ts, d, -i) < 0) return -1
  const item = takeLeft(ts, d)
  const status = rotate(ts, d, i)
  DECREF(ts, item)
  return status
}

function contains(ts: ThreadState, d: Borrowed, value: Borrowed): number {
  const state = ts.mem.load(d + D.state)
  for (let i = 0; i < size(ts, d); i++) {
    chargeWork(ts, 1)
    const item = newref(ts, ts.mem.load(placeOf(ts, d, i)))
    const equal = during(ts, [item], () => PyObject_RichCompareBool(ts, item, value, Py_EQ))
    DECREF(ts, item)
    if (equal !== 0) return equal
    if (ts.mem.load(d + D.state) !== state) {
      PyErr_Format(ts, ts.exc.RuntimeError, 'deque mutated during iteration')
      return -1
    }
  }
  return 0
}

export const dequeType: ModuleType = {
  tp_name: 'collections.deque',
  basicsize: DEQUE_SIZE,
  flags: ['HAVE_GC', 'BASETYPE'],
  weaklistoffset: WEAKREFLIST,
  doc: 'A list-like sequence optimized for data accesses near its endpoints.',
  slots: {
    owns: DEQUE_OWNS,
    tp_new: deque_new,
    tp_init: deque_init,
    tp_dealloc(ts, d) {
      untrack(ts.mem, d)
      if (ts.mem.load(d + WEAKREFLIST) !== 0) ts.clearWeakRefs(d)
      if (ts.mem.load(d + D.leftblock) !== 0) {
        deque_clear(ts, d)
        freeBlocks(ts, d)
      }
      freeObject(ts, d)
    },
    tp_traverse(ts, d, visit) {
      if (ts.mem.load(d + D.leftblock) === 0) return
      for (const [index, place] of places(ts, d).entries()) visit(ts.mem.load(place), { kind: 'item', index })
    },
    tp_clear: deque_clear,
    tp_repr: deque_repr,
    tp_hash: null,
    tp_richcompare: deque_richcompare,
    tp_iter: (ts, d) => newDequeIterator(ts, d, false),
    sizeof: deque_sizeof,
    sq_length: size,
    sq_concat: deque_concat,
    sq_repeat(ts, d, n) {
      const copy = deque_copy(ts, d)
      if (copy === 0) return 0
      const result = repeatInPlace(ts, copy, n)
      DECREF(ts, copy)
      return result
    },
    sq_item(ts, d, i) {
      if (i < 0 || i >= size(ts, d)) return PyErr_Format(ts, ts.exc.IndexError, 'deque index out of range')
      return newref(ts, ts.mem.load(placeOf(ts, d, i)))
    },
    sq_ass_item: setItem,
    sq_contains: contains,
    sq_inplace_concat: (ts, d, other) => (deque_extend(ts, d, other) < 0 ? 0 : newref(ts, d)),
    sq_inplace_repeat: repeatInPlace,
  },
  methods: dequeMethods,
  getset: [
    { name: 'maxlen', get: (ts, d) => (maxlenOf(ts, d) < 0 ? newref(ts, ts.none) : newInt(ts, maxlenOf(ts, d))) },
  ],
}
