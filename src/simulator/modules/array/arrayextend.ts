// Modules/arraymodule.c: adding many items at once, from arrays, lists, bytes, texts and whatever can be iterated.

import { during } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { DECREF, newref } from '../../heap/refcount.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyIter_Next, PyObject_GetIter } from '../../objects/abstract.ts'
import { PyBuffer_Release, PyObject_GetBuffer } from '../../objects/buffer.ts'
import { writeBytes } from '../../objects/bytearraystorage.ts'
import { _PyArg_BadArgument } from '../../objects/call.ts'
import { PyErr_Format, PyErr_Occurred } from '../../objects/errors.ts'
import { PyList_Check, PyList_GET_ITEM, PyList_GET_SIZE } from '../../objects/listobject.ts'
import { chargeWork } from '../../objects/longintrepr.ts'
import { PyUnicode_Check } from '../../objects/object.ts'
import { textOf } from '../../objects/unicodestorage.ts'
import {
  array_Check,
  array_resize,
  descriptorOf,
  insertItem,
  moveBytes,
  place,
  sameKind,
  setItem,
  size,
} from './arraystorage.ts'
import { areCharacters, readCharacters, writeCharacters } from './characters.ts'

/** array_iter_extend: one item after the other of what can be iterated. 0 ok, -1 error. */
export function array_iter_extend(ts: ThreadState, a: Borrowed, iterable: Borrowed): number {
  const iterator = PyObject_GetIter(ts, iterable)
  if (iterator === 0) return -1
  const status = during(ts, [iterator], () => {
    for (let item = PyIter_Next(ts, iterator); item !== 0; item = PyIter_Next(ts, iterator)) {
      chargeWork(ts, 1)
      const status = during(ts, [item], () => insertItem(ts, a, size(ts, a), item))
      DECREF(ts, item)
      if (status < 0) return -1
    }
    return PyErr_Occurred(ts) !== 0 ? -1 : 0
  })
  DECREF(ts, iterator)
  return status
}

/** array_do_extend. 0 ok, -1 error. */
export function extend(ts: ThreadState, a: Borrowed, other: Borrowed): number {
  if (!array_Check(ts, other)) return array_iter_extend(ts, a, other)
  if (!sameKind(ts, a, other)) {
    PyErr_Format(ts, ts.exc.TypeError, 'can only extend with array of same kind')
    return -1
  }
  const old = size(ts, a)
  const more = size(ts, other)
  if (array_resize(ts, a, old + more) < 0) return -1
  moveBytes(ts, place(ts, a, old), place(ts, other, 0), more * descriptorOf(ts, a).itemsize)
  return 0
}

/** a.fromlist(list). */
export function fromlist(ts: ThreadState, a: Borrowed, list: Borrowed): Owned {
  if (!PyList_Check(ts, list)) return PyErr_Format(ts, ts.exc.TypeError, 'arg must be list')
  const n = PyList_GET_SIZE(ts, list)
  if (n === 0) return newref(ts, ts.none)
  const old = size(ts, a)
  if (array_resize(ts, a, old + n) < 0) return 0
  for (let i = 0; i < n; i++) {
    chargeWork(ts, 1)
    let status = setItem(ts, a, size(ts, a) - n + i, PyList_GET_ITEM(ts, list, i))
    if (status === 0 && PyList_GET_SIZE(ts, list) !== n) {
      PyErr_Format(ts, ts.exc.RuntimeError, 'list changed size during iteration')
      status = -1
    }
    if (status < 0) {
      array_resize(ts, a, old)
      return 0
    }
  }
  return newref(ts, ts.none)
}

/** a.frombytes(buffer). 0 ok, -1 error. */
export function frombytes(ts: ThreadState, a: Borrowed, buffer: Borrowed): number {
  const text = PyObject_GetBuffer(ts, buffer)
  if (text === null) return -1
  const status = appendBytes(ts, a, buffer, text)
  PyBuffer_Release(ts, buffer)
  return status
}

function appendBytes(ts: ThreadState, a: Borrowed, buffer: Borrowed, text: string): number {
  if (array_Check(ts, buffer) && descriptorOf(ts, buffer).itemsize !== 1) {
    PyErr_Format(ts, ts.exc.TypeError, 'a bytes-like object is required')
    return -1
  }
  const { itemsize } = descriptorOf(ts, a)
  if (text.length % itemsize !== 0) {
    PyErr_Format(ts, ts.exc.ValueError, 'bytes length not a multiple of item size')
    return -1
  }
  if (text === '') return 0
  const old = size(ts, a)
  if (array_resize(ts, a, old + text.length / itemsize) < 0) return -1
  writeBytes(ts, place(ts, a, old), text)
  return 0
}

/** a.fromunicode(text). */
export function fromunicode(ts: ThreadState, a: Borrowed, value: Borrowed): Owned {
  if (!PyUnicode_Check(ts, value)) {
    return _PyArg_BadArgument(ts, 'fromunicode', 'argument', 'str', value)
  }
  if (!areCharacters(descriptorOf(ts, a).typecode)) return notOfCharacters(ts, 'fromunicode')
  const text = textOf(ts, value)
  const n = [...text].length
  const old = size(ts, a)
  if (n === 0) return newref(ts, ts.none)
  if (array_resize(ts, a, old + n) < 0) return 0
  writeCharacters(ts, place(ts, a, old), text)
  return newref(ts, ts.none)
}

/** a.tounicode(). */
export function tounicode(ts: ThreadState, a: Borrowed): Owned {
  const { typecode } = descriptorOf(ts, a)
  if (!areCharacters(typecode)) return notOfCharacters(ts, 'tounicode')
  return readCharacters(ts, typecode, place(ts, a, 0), size(ts, a))
}

function notOfCharacters(ts: ThreadState, name: string): 0 {
  const { unicodeCodes } = ts.profile.modules.array
  return PyErr_Format(ts, ts.exc.ValueError, `${name}() may only be called on unicode type arrays${unicodeCodes}`)
}
