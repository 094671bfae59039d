// Objects/unicodeobject.c, the operators of str: +, *, [], in, comparison, join.

import { whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyIndex_Check, PyNumber_AsSsize_t, PyObject_GetIter, PySequence_List } from './abstract.ts'
import { newBool } from './boolobject.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from './errors.ts'
import { PyList_Check, PyList_GET_ITEM, PyList_GET_SIZE } from './listobject.ts'
import { satisfies } from './longarith.ts'
import { Py_EQ, Py_NE, PyUnicode_Check, typeName } from './object.ts'
import { sliceOf } from './sliceindices.ts'
import { PyTuple_Check, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'
import { charsOf, substring, unicodeChar } from './unicodechars.ts'
import {
  fitsMemory,
  kindOf,
  newOwnStr,
  newOwnStrOf,
  newStrOf,
  PyUnicode_EQ,
  PyUnicode_GetLength,
  sharedCost,
  textOf,
  unicodeResult,
  type Width,
  widthOf,
} from './unicodestorage.ts'

/** a + b. */
export function PyUnicode_Concat(ts: ThreadState, left: Borrowed, right: Borrowed): Owned {
  if (!PyUnicode_Check(ts, right))
    return PyErr_Format(ts, ts.exc.TypeError, `can only concatenate str (not "${typeName(ts, right)}") to str`)
  const leftLength = PyUnicode_GetLength(ts, left)
  const rightLength = PyUnicode_GetLength(ts, right)
  if (leftLength === 0) return unicodeResult(ts, right)
  if (rightLength === 0) return unicodeResult(ts, left)
  const width = Math.max(widthOf(ts, left), widthOf(ts, right)) as Width
  if (!fitsMemory(ts, width, leftLength + rightLength)) return 0
  const cost = sharedCost(leftLength, rightLength)
  return newStrOf(ts, textOf(ts, left) + textOf(ts, right), width, leftLength + rightLength, cost)
}

/** s * n. */
export function unicode_repeat(ts: ThreadState, o: Borrowed, count: number): Owned {
  if (count < 1) return newref(ts, ts.emptyStr)
  if (count === 1) return unicodeResult(ts, o)
  const length = PyUnicode_GetLength(ts, o)
  if (length * count >= 2 ** 63) return PyErr_Format(ts, ts.exc.OverflowError, 'repeated string is too long')
  const width = widthOf(ts, o)
  if (!fitsMemory(ts, width, length * count)) return 0
  return newStrOf(ts, textOf(ts, o).repeat(count), width, length * count)
}

/** sq_item: the index is not negative. */
export function unicode_getitem(ts: ThreadState, o: Borrowed, index: number): Owned {
  if (index < 0 || index >= PyUnicode_GetLength(ts, o))
    return PyErr_Format(ts, ts.exc.IndexError, 'string index out of range')
  return unicodeChar(ts, o, index)
}

export function unicode_subscript(ts: ThreadState, o: Borrowed, key: Borrowed): Owned {
  if (PyIndex_Check(ts, key)) {
    const index = PyNumber_AsSsize_t(ts, key, ts.exc.IndexError)
    if (index === -1 && PyErr_Occurred(ts) !== 0) return 0
    return unicode_getitem(ts, o, index < 0 ? index + PyUnicode_GetLength(ts, o) : index)
  }
  if (Py_TYPE(ts, key) !== ts.types.slice)
    return PyErr_Format(ts, ts.exc.TypeError, `string indices must be integers, not '${typeName(ts, key)}'`)
  const length = PyUnicode_GetLength(ts, o)
  const slice = sliceOf(ts, key, () => length)
  if (slice === null) return 0
  if (slice.count <= 0) return newref(ts, ts.emptyStr)
  if (slice.step === 1) return substring(ts, o, slice.start, slice.start + slice.count)
  const text = textOf(ts, o)
  const chars = kindOf(ts, o) === 4 ? charsOf(text) : text
  const parts: string[] = []
  for (let i = 0, at = slice.start; i < slice.count; i++, at += slice.step) parts.push(chars[at])
  const result = parts.join('')
  return kindOf(ts, o) === 2 ? newNoWider(ts, result, slice.count) : newOwnStr(ts, result)
}

/** Characters of a two-byte text: what looks like a pair of surrogates stays two characters. */
function newNoWider(ts: ThreadState, text: string, length: number): Owned {
  return /[\ud800-\udbff][\udc00-\udfff]/.test(text) ? newStrOf(ts, text, 2, length) : newOwnStr(ts, text)
}

export function PyUnicode_Contains(ts: ThreadState, o: Borrowed, value: Borrowed): number {
  if (PyUnicode_Check(ts, value)) return textOf(ts, o).includes(textOf(ts, value)) ? 1 : 0
  PyErr_Format(ts, ts.exc.TypeError, `'in <string>' requires string as left operand, not ${typeName(ts, value)}`)
  return -1
}

export function PyUnicode_RichCompare(ts: ThreadState, a: Borrowed, b: Borrowed, op: number): Owned {
  if (!PyUnicode_Check(ts, a) || !PyUnicode_Check(ts, b)) return newref(ts, ts.notImplemented)
  if (op === Py_EQ || op === Py_NE) return newBool(ts, PyUnicode_EQ(ts, a, b) === (op === Py_EQ))
  return newBool(ts, satisfies(op, compareTexts(ts, a, b)))
}

/** Negative, zero or positive, by code points. */
export function compareTexts(ts: ThreadState, a: Borrowed, b: Borrowed): number {
  const x = textOf(ts, a)
  const y = textOf(ts, b)
  if (kindOf(ts, a) !== 4 && kindOf(ts, b) !== 4) return x < y ? -1 : x > y ? 1 : 0
  const v = [...x]
  const w = [...y]
  for (let i = 0; i < v.length && i < w.length; i++) {
    const order = (v[i].codePointAt(0) ?? 0) - (w[i].codePointAt(0) ?? 0)
    if (order !== 0) return order
  }
  return v.length - w.length
}

/** separator.join(seq). */
export function PyUnicode_Join(ts: ThreadState, separator: Borrowed, seq: Borrowed): Owned {
  const isTuple = PyTuple_Check(ts, seq)
  const fast = isTuple || PyList_Check(ts, seq) ? newref(ts, seq) : listOf(ts, seq)
  if (fast === 0) return 0
  const n = isTuple ? PyTuple_GET_SIZE(ts, fast) : PyList_GET_SIZE(ts, fast)
  const items: Borrowed[] = []
  for (let i = 0; i < n; i++) items.push(isTuple ? PyTuple_GET_ITEM(ts, fast, i) : PyList_GET_ITEM(ts, fast, i))
  const result = joinItems(ts, separator, items)
  DECREF(ts, fast)
  return result
}

function listOf(ts: ThreadState, seq: Borrowed): Owned {
  const iterator = PyObject_GetIter(ts, seq)
  if (iterator === 0) {
    if (PyErr_ExceptionMatches(ts, ts.exc.TypeError)) {
      PyErr_Clear(ts)
      PyErr_Format(ts, ts.exc.TypeError, 'can only join an iterable')
    }
    return 0
  }
  const list = whileOwning(ts, iterator, () => PySequence_List(ts, iterator))
  return list
}

function joinItems(ts: ThreadState, separator: Borrowed, items: readonly Borrowed[]): Owned {
  if (items.length === 0) return newref(ts, ts.emptyStr)
  if (items.length === 1 && Py_TYPE(ts, items[0]) === ts.types.str) return newref(ts, items[0])
  let width: Width = items.length > 1 ? widthOf(ts, separator) : 0
  let length = PyUnicode_GetLength(ts, separator) * (items.length - 1)
  for (const [i, item] of items.entries()) {
    if (!PyUnicode_Check(ts, item))
      return PyErr_Format(
        ts,
        ts.exc.TypeError,
        `sequence item ${i}: expected str instance, ${typeName(ts, item)} found`,
      )
    width = Math.max(width, widthOf(ts, item)) as Width
    length += PyUnicode_GetLength(ts, item)
  }
  if (!fitsMemory(ts, width, length)) return 0
  return newOwnStrOf(ts, items.map((item) => textOf(ts, item)).join(textOf(ts, separator)), width, length)
}

/** BUILD_STRING: the strs one after the other (_PyUnicode_JoinArray with an empty separator). */
export function joinStrings(ts: ThreadState, parts: readonly Borrowed[]): Owned {
  return joinItems(ts, ts.emptyStr, parts)
}
