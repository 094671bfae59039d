// Modules/arraymodule.c: the type array.array.

import { untrack } from '../../heap/gchead.ts'
import { during, freeObject } from '../../heap/objimpl.ts'
import { PyObject_Free } from '../../heap/obmalloc.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../../heap/refcount.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { newBool } from '../../objects/boolobject.ts'
import { PyErr_Format, PyErr_NoMemory } from '../../objects/errors.ts'
import { satisfies } from '../../objects/longarith.ts'
import { chargeWork, newInt } from '../../objects/longintrepr.ts'
import {
  Py_EQ,
  Py_NE,
  PyObject_Repr,
  PyObject_RichCompare,
  PyObject_RichCompareBool,
  typeName,
} from '../../objects/object.ts'
import { shortTypeName } from '../../objects/typeobject.ts'
import { newStr, textOf } from '../../objects/unicodestorage.ts'
import type { ModuleType } from '../moduletype.ts'
import { extend, tounicode } from './arrayextend.ts'
import { array_iter } from './arrayiter.ts'
import { array_contains, arrayMethods, arrayText, tolist } from './arraymethods.ts'
import { array_new } from './arraynew.ts'
import {
  arrayobject as A,
  array_Check,
  array_resize,
  badArgument,
  descriptorOf,
  getItem,
  moveBytes,
  newLike,
  place,
  sameKind,
  setSize,
  size,
} from './arraystorage.ts'
import { array_ass_item, array_ass_subscr, array_item, array_subscr } from './arraysubscript.ts'
import { areCharacters } from './characters.ts'

function array_repr(ts: ThreadState, a: Borrowed): Owned {
  const { typecode } = descriptorOf(ts, a)
  const start = `${shortTypeName(ts, Py_TYPE(ts, a))}('${typecode}'`
  if (size(ts, a) === 0) return newStr(ts, `${start})`)
  const items = areCharacters(typecode) ? tounicode(ts, a) : tolist(ts, a)
  if (items === 0) return 0
  const repr = during(ts, [items], () => PyObject_Repr(ts, items))
  DECREF(ts, items)
  if (repr === 0) return 0
  const text = textOf(ts, repr)
  DECREF(ts, repr)
  return newStr(ts, `${start}, ${text})`)
}

/** Items of the same kind are compared as they lie there: below, equal or above zero; `null` where all are equal. */
function compareBytes(ts: ThreadState, v: Borrowed, w: Borrowed): number | null {
  const { order } = descriptorOf(ts, v)
  const n = Math.min(size(ts, v), size(ts, w))
  chargeWork(ts, n)
  for (let i = 0; i < n && order; i++) {
    const difference = order(ts, place(ts, v, i), place(ts, w, i))
    if (difference !== 0) return difference
  }
  return null
}

function array_richcompare(ts: ThreadState, v: Borrowed, w: Borrowed, op: number): Owned {
  if (!array_Check(ts, v) || !array_Check(ts, w)) return newref(ts, ts.notImplemented)
  const [n, m] = [size(ts, v), size(ts, w)]
  if (n !== m && (op === Py_EQ || op === Py_NE)) return newBool(ts, op === Py_NE)
  if (sameKind(ts, v, w) && descriptorOf(ts, v).order)
    return newBool(ts, satisfies(op, compareBytes(ts, v, w) ?? n - m))
  for (let i = 0; i < size(ts, v) && i < size(ts, w); i++) {
    chargeWork(ts, 1)
    const x = getItem(ts, v, i)
    const y = x === 0 ? 0 : getItem(ts, w, i)
    const equal = y === 0 ? -1 : during(ts, [x, y], () => PyObject_RichCompareBool(ts, x, y, Py_EQ))
    let result = 0
    if (equal === 0) {
      if (op === Py_EQ || op === Py_NE) result = newBool(ts, op === Py_NE)
      else result = during(ts, [x, y], () => PyObject_RichCompare(ts, x, y, op))
    }
    if (x !== 0) DECREF(ts, x)
    if (y !== 0) DECREF(ts, y)
    if (equal <= 0) return result
  }
  return newBool(ts, satisfies(op, size(ts, v) - size(ts, w)))
}

function array_concat(ts: ThreadState, a: Borrowed, b: Borrowed): Owned {
  if (!array_Check(ts, b))
    return PyErr_Format(ts, ts.exc.TypeError, `can only append array (not "${typeName(ts, b)}") to array`)
  if (!sameKind(ts, a, b)) return badArgument(ts)
  const [n, m] = [size(ts, a), size(ts, b)]
  const result = newLike(ts, a, n + m)
  if (result === 0) return 0
  const { itemsize } = descriptorOf(ts, a)
  moveBytes(ts, place(ts, result, 0), place(ts, a, 0), n * itemsize)
  moveBytes(ts, place(ts, result, n), place(ts, b, 0), m * itemsize)
  return result
}

/** The first `n` items again and again, up to the end. */
function repeatItems(ts: ThreadState, a: Borrowed, n: number): void {
  const { itemsize } = descriptorOf(ts, a)
  for (let at = n; at < size(ts, a); at += n) moveBytes(ts, place(ts, a, at), place(ts, a, 0), n * itemsize)
}

function array_repeat(ts: ThreadState, a: Borrowed, count: number): Owned {
  const n = size(ts, a)
  const result = newLike(ts, a, n * Math.max(0, count))
  if (result === 0 || size(ts, result) === 0) return result
  moveBytes(ts, place(ts, result, 0), place(ts, a, 0), n * descriptorOf(ts, a).itemsize)
  repeatItems(ts, result, n)
  return result
}

function array_inplace_concat(ts: ThreadState, a: Borrowed, b: Borrowed): Owned {
  if (!array_Check(ts, b))
    return PyErr_Format(ts, ts.exc.TypeError, `can only extend array with array (not "${typeName(ts, b)}")`)
  return extend(ts, a, b) < 0 ? 0 : newref(ts, a)
}

function array_inplace_repeat(ts: ThreadState, a: Borrowed, count: number): Owned {
  const n = size(ts, a)
  if (n > 0 && count !== 1) {
    if (n * count * descriptorOf(ts, a).itemsize > ts.budgets.memory) return PyErr_NoMemory(ts)
    if (array_resize(ts, a, n * Math.max(0, count)) < 0) return 0
    repeatItems(ts, a, n)
  }
  return newref(ts, a)
}

function array_dealloc(ts: ThreadState, a: number): void {
  const { mem } = ts
  untrack(mem, a)
  if (mem.load(a + A.weakreflist) !== 0) ts.clearWeakRefs(a)
  const block = mem.load(a + A.ob_item)
  if (block !== 0) PyObject_Free(mem, block)
  setSize(ts, a, 0)
  freeObject(ts, a)
}

function changeExports(ts: ThreadState, a: Borrowed, by: number): void {
  ts.mem.store(a + A.ob_exports, ts.mem.load(a + A.ob_exports) + by)
}

export const arrayType: ModuleType = {
  tp_name: 'array.array',
  basicsize: A.sizeof,
  flags: ['HAVE_GC', 'BASETYPE', 'SEQUENCE'],
  weaklistoffset: A.weakreflist,
  doc: 'array(typecode [, initializer]) -> array',
  slots: {
    tp_new: array_new,
    tp_dealloc: array_dealloc,
    tp_traverse: () => {},
    tp_repr: array_repr,
    tp_hash: null,
    tp_richcompare: array_richcompare,
    tp_iter: array_iter,
    bf_getbuffer(ts, a) {
      changeExports(ts, a, 1)
      return 0
    },
    bf_releasebuffer: (ts, a) => changeExports(ts, a, -1),
    bf_bytes: arrayText,
    bf_start: (ts, a) => ts.mem.load(a + A.ob_item),
    bf_format: (ts, a) => descriptorOf(ts, a).typecode,
    sq_length: size,
    sq_concat: array_concat,
    sq_repeat: array_repeat,
    sq_item: array_item,
    sq_ass_item: array_ass_item,
    sq_contains: array_contains,
    sq_inplace_concat: array_inplace_concat,
    sq_inplace_repeat: array_inplace_repeat,
    mp_length: size,
    mp_subscript: array_subscr,
    mp_ass_subscript: array_ass_subscr,
  },
  methods: arrayMethods,
  getset: [
    { name: 'typecode', get: (ts, a) => newStr(ts, descriptorOf(ts, a).typecode) },
    { name: 'itemsize', get: (ts, a) => newInt(ts, descriptorOf(ts, a).itemsize) },
  ],
}
