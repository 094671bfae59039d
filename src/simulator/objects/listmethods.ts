// The methods and operators of list (Objects/listobject.c).

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, INCREF, newref, Py_TYPE, SETREF, slotsOfType } from '../heap/refcount.ts'
import { PyListObject, PyTypeObject, PyVarObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { fill } from '../profiles/index.ts'
import { newBool } from './boolobject.ts'
import { _PyArg_NoKeywords, argAt, checkPositional, parseKeywords } from './call.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'
import { list_extend } from './listextend.ts'
import { list_iter, list_reversed } from './listiter.ts'
import {
  list_ass_slice,
  list_clear,
  list_dealloc,
  list_resize,
  list_slice,
  listItems,
  newList,
  PyList_Append,
  PyList_Check,
  PyList_GET_ITEM,
  PyList_GET_SIZE,
  PyList_SET_ITEM,
} from './listobject.ts'
import { PyList_Sort } from './listsort.ts'
import { list_ass_subscript, list_subscript } from './listsubscript.ts'
import { chargeWork } from './longintrepr.ts'
import { flagArgument, ssizeArgument } from './longnumber.ts'
import { newInt } from './longobject.ts'
import {
  type MethodSpec,
  Py_EQ,
  Py_NE,
  PyObject_Repr,
  PyObject_RichCompare,
  PyObject_RichCompareBool,
  type TypeSpec,
  typeName,
} from './object.ts'
import { Py_ReprEnter, Py_ReprLeave } from './reprenter.ts'
import { sliceIndex } from './sliceindices.ts'
import { compareNumbers, visitItems } from './tupleobject.ts'
import { PyType_GenericAlloc } from './typeobject.ts'
import { newStr, textOf } from './unicodeobject.ts'

export function list_repr(ts: ThreadState, l: Borrowed): Owned {
  if (PyList_GET_SIZE(ts, l) === 0) return newStr(ts, '[]')
  const entered = Py_ReprEnter(ts, l)
  if (entered !== 0) return entered > 0 ? newStr(ts, '[...]') : 0
  const holds = ts.profile.containers.listReprHolds
  const parts: string[] = []
  for (let i = 0; i < PyList_GET_SIZE(ts, l); i++) {
    const item = PyList_GET_ITEM(ts, l, i)
    const mark = holdMark(ts)
    if (holds) hold(ts, newref(ts, item))
    const s = PyObject_Repr(ts, item)
    release(ts, mark)
    if (holds) DECREF(ts, item)
    if (s === 0) {
      Py_ReprLeave(ts, l)
      return 0
    }
    parts.push(textOf(ts, s))
    DECREF(ts, s)
  }
  Py_ReprLeave(ts, l)
  return newStr(ts, `[${parts.join(', ')}]`)
}

/** PyObject_RichCompareBool(item, value, Py_EQ) holding the item, as list does everywhere. */
function equalHolding(ts: ThreadState, item: Borrowed, value: Borrowed): number {
  if (item === value) return 1
  const mark = holdMark(ts)
  hold(ts, newref(ts, item))
  const equal = PyObject_RichCompareBool(ts, item, value, Py_EQ)
  release(ts, mark)
  DECREF(ts, item)
  return equal
}

export function list_richcompare(ts: ThreadState, v: Borrowed, w: Borrowed, op: number): Owned {
  if (!PyList_Check(ts, v) || !PyList_Check(ts, w)) return newref(ts, ts.notImplemented)
  if (PyList_GET_SIZE(ts, v) !== PyList_GET_SIZE(ts, w) && (op === Py_EQ || op === Py_NE))
    return newBool(ts, op === Py_NE)
  let i = 0
  for (; i < PyList_GET_SIZE(ts, v) && i < PyList_GET_SIZE(ts, w); i++) {
    const a = PyList_GET_ITEM(ts, v, i)
    const b = PyList_GET_ITEM(ts, w, i)
    if (a === b) continue
    const equal = holdingBoth(ts, a, b, () => PyObject_RichCompareBool(ts, a, b, Py_EQ))
    if (equal < 0) return 0
    if (equal === 0) break
  }
  const vlen = PyList_GET_SIZE(ts, v)
  const wlen = PyList_GET_SIZE(ts, w)
  if (i >= vlen || i >= wlen) return compareNumbers(ts, vlen, wlen, op)
  if (op === Py_EQ || op === Py_NE) return newBool(ts, op === Py_NE)
  const a = PyList_GET_ITEM(ts, v, i)
  const b = PyList_GET_ITEM(ts, w, i)
  if (!ts.profile.containers.listCompareHolds) return PyObject_RichCompare(ts, a, b, op)
  return holdingBoth(ts, a, b, () => PyObject_RichCompare(ts, a, b, op))
}

function holdingBoth(ts: ThreadState, a: Borrowed, b: Borrowed, compare: () => number): number {
  const mark = holdMark(ts)
  hold(ts, newref(ts, a))
  hold(ts, newref(ts, b))
  const result = compare()
  release(ts, mark)
  DECREF(ts, a)
  DECREF(ts, b)
  return result
}

export function list_contains(ts: ThreadState, l: Borrowed, value: Borrowed): number {
  for (let i = 0; i < PyList_GET_SIZE(ts, l); i++) {
    const equal = equalHolding(ts, PyList_GET_ITEM(ts, l, i), value)
    if (equal !== 0) return equal
  }
  return 0
}

export function list_item(ts: ThreadState, l: Borrowed, i: number): Owned {
  if (i < 0 || i >= PyList_GET_SIZE(ts, l)) return PyErr_Format(ts, ts.exc.IndexError, 'list index out of range')
  return newref(ts, PyList_GET_ITEM(ts, l, i))
}

export function list_concat(ts: ThreadState, a: Borrowed, b: Borrowed): Owned {
  if (!PyList_Check(ts, b))
    return PyErr_Format(ts, ts.exc.TypeError, `can only concatenate list (not "${typeName(ts, b)}") to list`)
  const size = PyList_GET_SIZE(ts, a)
  const other = PyList_GET_SIZE(ts, b)
  const result = newList(ts, size + other)
  if (result === 0) return 0
  for (let i = 0; i < size; i++) PyList_SET_ITEM(ts, result, i, newref(ts, PyList_GET_ITEM(ts, a, i)))
  for (let i = 0; i < other; i++) PyList_SET_ITEM(ts, result, size + i, newref(ts, PyList_GET_ITEM(ts, b, i)))
  return result
}

export function list_repeat(ts: ThreadState, l: Borrowed, count: number): Owned {
  const size = PyList_GET_SIZE(ts, l)
  if (size === 0 || count <= 0) return newList(ts, 0)
  if (size * count * 8 > ts.budgets.memory) return PyErr_NoMemory(ts)
  chargeWork(ts, Math.floor((size * count) / 16))
  const result = newList(ts, size * count)
  if (result === 0) return 0
  for (let i = 0; i < size * count; i++) PyList_SET_ITEM(ts, result, i, newref(ts, PyList_GET_ITEM(ts, l, i % size)))
  return result
}

export function list_inplace_concat(ts: ThreadState, l: Borrowed, other: Borrowed): Owned {
  return list_extend(ts, l, other) < 0 ? 0 : newref(ts, l)
}

export function list_inplace_repeat(ts: ThreadState, l: Borrowed, count: number): Owned {
  const size = PyList_GET_SIZE(ts, l)
  if (size === 0 || count === 1) return newref(ts, l)
  if (count < 1) {
    list_clear(ts, l)
    return newref(ts, l)
  }
  if (size * count * 8 > ts.budgets.memory) return PyErr_NoMemory(ts)
  chargeWork(ts, Math.floor((size * count) / 16))
  if (list_resize(ts, l, size * count) < 0) return 0
  for (let i = size; i < size * count; i++) PyList_SET_ITEM(ts, l, i, newref(ts, PyList_GET_ITEM(ts, l, i % size)))
  return newref(ts, l)
}

export function list_ass_item(ts: ThreadState, l: Borrowed, i: number, value: Borrowed): number {
  const size = PyList_GET_SIZE(ts, l)
  if (i < 0 || i >= size) {
    PyErr_Format(ts, ts.exc.IndexError, 'list assignment index out of range')
    return -1
  }
  if (value !== 0) {
    SETREF(ts, listItems(ts, l) + i * 8, newref(ts, value))
    return 0
  }
  const how = ts.profile.containers.deleteItem
  if (how === 'slice') return list_ass_slice(ts, l, i, i + 1, 0)
  const item = PyList_GET_ITEM(ts, l, i)
  const items = listItems(ts, l)
  ts.mem.copy(items + i * 8, items + (i + 1) * 8, (size - i - 1) * 8)
  if (how === 'keep') ts.mem.store(l + PyVarObject.ob_size, size - 1)
  else if (list_resize(ts, l, size - 1) < 0) return -1
  DECREF(ts, item)
  return 0
}

export function list_new(ts: ThreadState, type: Borrowed): Owned {
  return PyType_GenericAlloc(ts, type)
}

export function list_init(ts: ThreadState, l: Borrowed, argv: number, nargs: number, kwnames: Borrowed): number {
  const type = Py_TYPE(ts, l)
  const plain = slotsOfType(ts, type).tp_new === list_new
  if (plain && !_PyArg_NoKeywords(ts, 'list', kwnames)) return -1
  if (checkPositional(ts, 'list', nargs, 0, 1) < 0) return -1
  list_clear(ts, l)
  return nargs === 0 ? 0 : list_extend(ts, l, argAt(ts, argv, 0))
}

function list_append(ts: ThreadState, l: Borrowed, argv: number): Owned {
  return PyList_Append(ts, l, argAt(ts, argv, 0)) < 0 ? 0 : newref(ts, ts.none)
}

function list_insert(ts: ThreadState, l: Borrowed, argv: number): Owned {
  const index = ssizeArgument(ts, argAt(ts, argv, 0))
  if (index === null) return 0
  const size = PyList_GET_SIZE(ts, l)
  if (list_resize(ts, l, size + 1) < 0) return 0
  const where = index < 0 ? Math.max(0, index + size) : Math.min(index, size)
  const items = listItems(ts, l)
  ts.mem.copy(items + (where + 1) * 8, items + where * 8, (size - where) * 8)
  ts.mem.store(items + where * 8, newref(ts, argAt(ts, argv, 1)))
  return newref(ts, ts.none)
}

function list_pop(ts: ThreadState, l: Borrowed, argv: number, nargs: number): Owned {
  const given = nargs === 0 ? -1 : ssizeArgument(ts, argAt(ts, argv, 0))
  if (given === null) return 0
  const size = PyList_GET_SIZE(ts, l)
  if (size === 0) return PyErr_Format(ts, ts.exc.IndexError, 'pop from empty list')
  const index = given < 0 ? given + size : given
  if (index < 0 || index >= size) return PyErr_Format(ts, ts.exc.IndexError, 'pop index out of range')
  const value = PyList_GET_ITEM(ts, l, index)
  if (size === 1 && ts.profile.containers.lastPopFrees) {
    INCREF(ts, value)
    list_clear(ts, l)
    return value
  }
  const items = listItems(ts, l)
  ts.mem.copy(items + index * 8, items + (index + 1) * 8, (size - 1 - index) * 8)
  return list_resize(ts, l, size - 1) < 0 ? 0 : value
}

function list_index(ts: ThreadState, l: Borrowed, argv: number, nargs: number): Owned {
  const value = argAt(ts, argv, 0)
  const start = nargs > 1 ? sliceIndex(ts, argAt(ts, argv, 1)) : 0
  if (start === null) return 0
  const stop = nargs > 2 ? sliceIndex(ts, argAt(ts, argv, 2)) : Infinity
  if (stop === null) return 0
  const from = start < 0 ? Math.max(0, start + PyList_GET_SIZE(ts, l)) : start
  const to = stop < 0 ? Math.max(0, stop + PyList_GET_SIZE(ts, l)) : stop
  for (let i = from; i < to && i < PyList_GET_SIZE(ts, l); i++) {
    const equal = equalHolding(ts, PyList_GET_ITEM(ts, l, i), value)
    if (equal > 0) return newInt(ts, i)
    if (equal < 0) return 0
  }
  const template = ts.profile.containers.notInList
  if (!template.includes('{0}')) return PyErr_Format(ts, ts.exc.ValueError, template)
  const repr = PyObject_Repr(ts, value)
  if (repr === 0) return 0
  const message = fill(template, textOf(ts, repr))
  DECREF(ts, repr)
  return PyErr_Format(ts, ts.exc.ValueError, message)
}

function list_count(ts: ThreadState, l: Borrowed, argv: number): Owned {
  let count = 0
  for (let i = 0; i < PyList_GET_SIZE(ts, l); i++) {
    const equal = equalHolding(ts, PyList_GET_ITEM(ts, l, i), argAt(ts, argv, 0))
    if (equal < 0) return 0
    count += equal
  }
  return newInt(ts, count)
}

function list_remove(ts: ThreadState, l: Borrowed, argv: number): Owned {
  for (let i = 0; i < PyList_GET_SIZE(ts, l); i++) {
    const equal = equalHolding(ts, PyList_GET_ITEM(ts, l, i), argAt(ts, argv, 0))
    if (equal > 0) return list_ass_slice(ts, l, i, i + 1, 0) < 0 ? 0 : newref(ts, ts.none)
    if (equal < 0) return 0
  }
  return PyErr_Format(ts, ts.exc.ValueError, 'list.remove(x): x not in list')
}

function list_reverse(ts: ThreadState, l: Borrowed): Owned {
  reverseItems(ts, listItems(ts, l), PyList_GET_SIZE(ts, l))
  return newref(ts, ts.none)
}

/** Turns `n` references that lie side by side around. */
export function reverseItems(ts: ThreadState, items: number, n: number): void {
  const mem = ts.mem
  for (let low = items, high = items + (n - 1) * 8; low < high; low += 8, high -= 8) {
    const item = mem.load(low)
    mem.store(low, mem.load(high))
    mem.store(high, item)
  }
}

export function list_sort(ts: ThreadState, l: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const args = parseKeywords(ts, 'sort', argv, nargs, kwnames, ['key', 'reverse'], 0, 0, 0)
  if (args === null) return 0
  const key = args[0]
  const reverse = flagArgument(ts, args[1])
  if (reverse < 0) return 0
  return PyList_Sort(ts, l, key === ts.none ? 0 : key, reverse !== 0) < 0 ? 0 : newref(ts, ts.none)
}

const list_methods: readonly MethodSpec[] = [
  {
    name: '__getitem__',
    kind: 'O',
    call: (ts, l, argv) => list_subscript(ts, l, argAt(ts, argv, 0)),
  },
  { name: '__reversed__', kind: 'NOARGS', call: list_reversed },
  {
    name: 'clear',
    kind: 'NOARGS',
    call: (ts, l) => {
      list_clear(ts, l)
      return newref(ts, ts.none)
    },
  },
  { name: 'copy', kind: 'NOARGS', call: (ts, l) => list_slice(ts, l, 0, PyList_GET_SIZE(ts, l)) },
  { name: 'append', kind: 'O', ownCall: 2, call: list_append },
  { name: 'insert', kind: 'FASTCALL', min: 2, max: 2, call: list_insert },
  {
    name: 'extend',
    kind: 'O',
    call: (ts, l, argv) => (list_extend(ts, l, argAt(ts, argv, 0)) < 0 ? 0 : newref(ts, ts.none)),
  },
  { name: 'pop', kind: 'FASTCALL', min: 0, max: 1, call: list_pop },
  { name: 'remove', kind: 'O', call: list_remove },
  { name: 'index', kind: 'FASTCALL', min: 1, max: 3, call: list_index },
  { name: 'count', kind: 'O', call: list_count },
  { name: 'reverse', kind: 'NOARGS', call: list_reverse },
  { name: 'sort', kind: 'KEYWORDS', call: list_sort },
]

export const PyList_Type = {
  name: 'list',
  basicsize: PyListObject.sizeof,
  flags: ['HAVE_GC', 'BASETYPE', 'LIST_SUBCLASS', 'SEQUENCE', 'MATCH_SELF', 'TRASHCAN'],
  doc: 'Built-in mutable sequence.',
  slots: {
    tp_dealloc: list_dealloc,
    tp_traverse: (ts, l, visit) => visitItems(ts, listItems(ts, l), PyList_GET_SIZE(ts, l), visit),
    tp_clear: list_clear,
    tp_repr: list_repr,
    tp_hash: null,
    tp_richcompare: list_richcompare,
    tp_iter: list_iter,
    tp_init: list_init,
    tp_new: list_new,
    sizeof: (ts, l) =>
      ts.mem.load(Py_TYPE(ts, l) + PyTypeObject.tp_basicsize) + 8 * ts.mem.load(l + PyListObject.allocated),
    sq_length: PyList_GET_SIZE,
    sq_concat: list_concat,
    sq_repeat: list_repeat,
    sq_item: list_item,
    sq_ass_item: list_ass_item,
    sq_contains: list_contains,
    sq_inplace_concat: list_inplace_concat,
    sq_inplace_repeat: list_inplace_repeat,
    mp_length: PyList_GET_SIZE,
    mp_subscript: list_subscript,
    mp_ass_subscript: list_ass_subscript,
  },
  methods: list_methods,
} satisfies TypeSpec
