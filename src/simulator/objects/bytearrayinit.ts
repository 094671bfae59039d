// Objects/bytearrayobject.c, bytearray.__init__: from a number, a str with its encoding, a buffer, or any iterable of ints.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, Py_TYPE } from '../heap/refcount.ts'
import { PyByteArrayObject as B, PyVarObject } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { PyIndex_Check, PyIter_Next, PyNumber_AsSsize_t, PyObject_GetIter } from './abstract.ts'
import { PyBuffer_Release, PyObject_CheckBuffer, PyObject_GetBuffer } from './buffer.ts'
import {
  beginEmpty,
  bytesStart,
  markInPlace,
  PyByteArray_GET_SIZE,
  PyByteArray_Resize,
  useBytes,
  writeBytes,
} from './bytearraystorage.ts'
import { byteOfItem, byteValue } from './byteslike.ts'
import { bytesOf, newBytesFromText } from './bytesstorage.ts'
import { _PyArg_BadArgument, parseKeywords } from './call.ts'
import { encodeText } from './codecs.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from './errors.ts'
import { itemsOf } from './listobject.ts'
import { PyUnicode_Check, typeName } from './object.ts'
import { textOf } from './unicodestorage.ts'

/** tp_init: 0 ok, -1 error. */
export function bytearray_init(
  ts: ThreadState,
  self: Borrowed,
  argv: number,
  nargs: number,
  kwnames: Borrowed,
): number {
  const args = parseKeywords(ts, 'bytearray', argv, nargs, kwnames, ['source', 'encoding', 'errors'], 0)
  if (args === null) return -1
  const [source, encoding, errors] = args
  for (const [name, o] of [['encoding', encoding] as const, ['errors', errors] as const])
    if (o !== 0 && !PyUnicode_Check(ts, o)) {
      _PyArg_BadArgument(ts, 'bytearray', `argument '${name}'`, 'str', o)
      return -1
    }
  beginEmpty(ts, self)
  if (PyByteArray_GET_SIZE(ts, self) !== 0 && PyByteArray_Resize(ts, self, 0) < 0) return -1
  const isStr = source !== 0 && PyUnicode_Check(ts, source)
  if (isStr && encoding === 0) return typeError(ts, 'string argument without an encoding')
  if (isStr) return fromStr(ts, self, source, textOf(ts, encoding), errors === 0 ? 'strict' : textOf(ts, errors))
  if (encoding !== 0 || errors !== 0)
    return typeError(ts, `${encoding !== 0 ? 'encoding' : 'errors'} without a string argument`)
  return source === 0 ? 0 : fromObject(ts, self, source)
}

function typeError(ts: ThreadState, message: string): -1 {
  PyErr_Format(ts, ts.exc.TypeError, message)
  return -1
}

function fromStr(ts: ThreadState, self: Borrowed, source: Borrowed, encoding: string, errors: string): number {
  const { mem } = ts
  const text = encodeText(ts, source, encoding, errors)
  const encoded = text === null ? 0 : newBytesFromText(ts, text)
  if (text === null || encoded === 0) return -1
  if (ts.profile.bytes.arrayHoldsBytes && text.length > 1) {
    // What encoding made nobody else has: it serves as it is. (The empty one that was there is immortal.)
    DECREF(ts, mem.load(self + B.ob_bytes_object))
    markInPlace(ts, encoded)
    useBytes(ts, self, encoded, text.length, text.length)
    writeBytes(ts, bytesStart(ts, self), text)
    return 0
  }
  const status = PyByteArray_Resize(ts, self, text.length)
  if (status === 0) writeBytes(ts, bytesStart(ts, self), bytesOf(ts, encoded))
  DECREF(ts, encoded)
  return status
}

function fromObject(ts: ThreadState, self: Borrowed, source: Borrowed): number {
  if (PyIndex_Check(ts, source)) {
    const count = PyNumber_AsSsize_t(ts, source, ts.exc.OverflowError)
    if (count !== -1 || PyErr_Occurred(ts) === 0) return ofZeros(ts, self, count)
    if (!PyErr_ExceptionMatches(ts, ts.exc.TypeError)) return -1
    PyErr_Clear(ts)
  }
  if (PyObject_CheckBuffer(ts, source)) {
    const text = PyObject_GetBuffer(ts, source, true)
    if (text === null) return -1
    const status = PyByteArray_Resize(ts, self, text.length)
    if (status === 0) writeBytes(ts, bytesStart(ts, self), text)
    PyBuffer_Release(ts, source)
    return status
  }
  const type = Py_TYPE(ts, source)
  if (type === ts.types.list || type === ts.types.tuple) {
    const done = fromItems(ts, self, source)
    if (done !== null) return done
  }
  return fromIterable(ts, self, source)
}

function ofZeros(ts: ThreadState, self: Borrowed, count: number): number {
  if (count < 0) {
    PyErr_Format(ts, ts.exc.ValueError, 'negative count')
    return -1
  }
  if (count === 0) return 0
  if (PyByteArray_Resize(ts, self, count) < 0) return -1
  writeBytes(ts, bytesStart(ts, self), '\0'.repeat(count))
  return 0
}

/** From a list or tuple of plain ints at once; `null` where something else is among them. */
function fromItems(ts: ThreadState, self: Borrowed, source: Borrowed): number | null {
  const size = ts.mem.load(source + PyVarObject.ob_size)
  if (PyByteArray_Resize(ts, self, size) < 0) return -1
  for (let i = 0; i < size; i++) {
    const item = ts.mem.load(itemsOf(ts, source) + i * 8)
    if (Py_TYPE(ts, item) !== ts.types.int) return PyByteArray_Resize(ts, self, 0) < 0 ? -1 : null
    const value = byteValue(ts, item)
    if (value === null) return -1
    ts.mem.storeByte(bytesStart(ts, self) + i, value)
  }
  return 0
}

function fromIterable(ts: ThreadState, self: Borrowed, source: Borrowed): number {
  const iterator = PyObject_GetIter(ts, source)
  if (iterator === 0) {
    if (PyErr_ExceptionMatches(ts, ts.exc.TypeError))
      typeError(ts, `cannot convert '${typeName(ts, source)}' object to bytearray`)
    return -1
  }
  const mark = holdMark(ts)
  hold(ts, iterator)
  let status = 0
  while (status === 0) {
    const item = PyIter_Next(ts, iterator)
    if (item === 0) {
      if (PyErr_Occurred(ts) !== 0) status = -1
      break
    }
    const value = byteOfItem(ts, item)
    DECREF(ts, item)
    status = value === null ? -1 : appendByte(ts, self, value)
  }
  release(ts, mark)
  DECREF(ts, iterator)
  return status
}

function appendByte(ts: ThreadState, self: Borrowed, value: number): number {
  const { mem } = ts
  const size = PyByteArray_GET_SIZE(ts, self)
  if (size + 1 < mem.load(self + B.ob_alloc)) mem.store(self + B.ob_size, size + 1)
  else if (PyByteArray_Resize(ts, self, size + 1) < 0) return -1
  mem.storeByte(bytesStart(ts, self) + size, value)
  return 0
}
