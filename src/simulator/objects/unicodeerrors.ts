// Objects/exceptions.c: UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError, what they are made of and say.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, XDECREF } from '../heap/refcount.ts'
import type { Borrowed, Owned, TypeSlots } from '../heap/typeslots.ts'
import { BASE_SLOTS } from './baseexception.ts'
import { bytesLike } from './buffer.ts'
import { ownBytes } from './byteslike.ts'
import { newBytesFromText, PyBytes_Check } from './bytesstorage.ts'
import { argAt, callArgs } from './call.ts'
import { PyErr_Format, PyErr_SetRaisedException } from './errors.ts'
import { getField, offsetOfField, setField } from './exceptionfields.ts'
import { ssizeArgument } from './longnumber.ts'
import { newInt } from './longobject.ts'
import { PyObject_Str, PyType_IsSubtype, PyUnicode_Check, typeName } from './object.ts'
import { newStr, textOf } from './unicodeobject.ts'

const FIELDS = ['encoding', 'object', 'start', 'end', 'reason']

export function UnicodeError_init(
  ts: ThreadState,
  self: Borrowed,
  argv: number,
  nargs: number,
  kwnames: Borrowed,
): number {
  if ((BASE_SLOTS.tp_init as NonNullable<TypeSlots['tp_init']>)(ts, self, argv, nargs, kwnames) < 0) return -1
  const is = (type: Borrowed) => PyType_IsSubtype(ts, Py_TYPE(ts, self), type)
  const decoding = is(ts.exc.UnicodeDecodeError)
  const fields = is(ts.exc.UnicodeTranslateError) ? FIELDS.slice(1) : FIELDS
  if (nargs !== fields.length) {
    PyErr_Format(ts, ts.exc.TypeError, `function takes exactly ${fields.length} arguments (${nargs} given)`)
    return -1
  }
  for (const [i, field] of fields.entries()) {
    const value = argAt(ts, argv, i)
    if (field === 'start' || field === 'end') {
      const number = ssizeArgument(ts, value)
      if (number === null) return -1
      ts.mem.storeWide(self + offsetOfField(ts, self, field), number)
    } else if (PyUnicode_Check(ts, value) || (decoding && field === 'object')) setField(ts, self, field, value)
    else {
      PyErr_Format(ts, ts.exc.TypeError, `argument ${i + 1} must be str, not ${typeName(ts, value)}`)
      return -1
    }
  }
  return decoding ? ownBytesObject(ts, self) : 0
}

/** What is decoded and no bytes object is kept as a copy that is. */
function ownBytesObject(ts: ThreadState, self: Borrowed): number {
  const object = getField(ts, self, 'object')
  if (PyBytes_Check(ts, object)) return 0
  const bytes = bytesLike(ts, object)
  const copy = bytes === null ? 0 : newBytesFromText(ts, bytes)
  if (copy === 0) return -1
  setField(ts, self, 'object', copy)
  DECREF(ts, copy)
  return 0
}

export function UnicodeError_str(ts: ThreadState, self: Borrowed): Owned {
  const object = getField(ts, self, 'object')
  if (object === 0) return newref(ts, ts.emptyStr)
  const reason = shown(ts, getField(ts, self, 'reason'))
  const encoding = reason === null ? null : shown(ts, getField(ts, self, 'encoding'))
  if (reason === null || encoding === null) return 0
  const is = (type: Borrowed) => PyType_IsSubtype(ts, Py_TYPE(ts, self), type)
  const decoding = is(ts.exc.UnicodeDecodeError)
  if (decoding ? !PyBytes_Check(ts, object) : !PyUnicode_Check(ts, object))
    return PyErr_Format(ts, ts.exc.TypeError, `object attribute must be ${decoding ? 'bytes' : 'unicode'}`)
  const text = decoding ? ownBytes(ts, object) : textOf(ts, object)
  const start = ts.mem.loadWide(self + offsetOfField(ts, self, 'start'))
  const end = ts.mem.loadWide(self + offsetOfField(ts, self, 'end'))
  const one = start >= 0 && end === start + 1 ? Array.from(text)[start]?.codePointAt(0) : undefined
  const what = decoding
    ? one === undefined
      ? 'bytes'
      : `byte 0x${one.toString(16).padStart(2, '0')}`
    : one === undefined
      ? 'characters'
      : `character '${backslashed(one)}'`
  const does = is(ts.exc.UnicodeTranslateError)
    ? "can't translate"
    : `'${encoding}' codec can't ${decoding ? 'de' : 'en'}code`
  return newStr(ts, `${does} ${what} in position ${one === undefined ? `${start}-${end - 1}` : start}: ${reason}`)
}

function shown(ts: ThreadState, o: Borrowed): string | null {
  if (o === 0) return '<NULL>'
  const str = PyObject_Str(ts, o)
  if (str === 0) return null
  const text = textOf(ts, str)
  DECREF(ts, str)
  return text
}

/** `\x..`, `\u....` or `\U........`. */
export function backslashed(code: number): string {
  const hex = code.toString(16)
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`
}

export function raiseEncodeError(
  ts: ThreadState,
  encoding: string,
  str: Borrowed,
  start: number,
  end: number,
  reason: string,
): void {
  raise(ts, ts.exc.UnicodeEncodeError, encoding, newref(ts, str), start, end, reason)
}

/** Its object is a copy of the bytes. */
export function raiseDecodeError(
  ts: ThreadState,
  encoding: string,
  bytes: string,
  start: number,
  end: number,
  reason: string,
): void {
  raise(ts, ts.exc.UnicodeDecodeError, encoding, newBytesFromText(ts, bytes), start, end, reason)
}

function raise(
  ts: ThreadState,
  type: Borrowed,
  encoding: string,
  object: Owned,
  start: number,
  end: number,
  reason: string,
): void {
  const args = [newStr(ts, encoding), object, newInt(ts, start), newInt(ts, end), newStr(ts, reason)]
  const exception = args.includes(0) ? 0 : callArgs(ts, type, args)
  for (const o of args) XDECREF(ts, o)
  if (exception !== 0) PyErr_SetRaisedException(ts, exception)
}
