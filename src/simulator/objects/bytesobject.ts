// Objects/bytesobject.c: bytes. Its methods, most of which bytearray shares, are in files of their own (bytesfind.ts,
// bytessplit.ts, bytestext.ts, bytestranslate.ts), the iterator in bytesiter.ts.

import { freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { PyBytesObject, PyTypeObject, PyVarObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyIndex_Check, PyNumber_AsSsize_t } from './abstract.ts'
import { newBool } from './boolobject.ts'
import { bytesLike, PyObject_CheckBuffer } from './buffer.ts'
import { bytes_contains, bytesFindMethods } from './bytesfind.ts'
import { bytesFromIterable } from './bytesfrom.ts'
import { bytes_iter } from './bytesiter.ts'
import { formatBytes } from './byteslike.ts'
import { bytesSplitMethods } from './bytessplit.ts'
import { bytesOf, fill, newBytesFromText, newOwnBytes, PyBytes_Check } from './bytesstorage.ts'
import { bytesTextMethods } from './bytestext.ts'
import { bytesTranslateMethods } from './bytestranslate.ts'
import { _PyArg_BadArgument, callOwned, parseKeywords } from './call.ts'
import { encodeText } from './codecs.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_NoMemory, PyErr_Occurred } from './errors.ts'
import { satisfies } from './longarith.ts'
import { newInt } from './longintrepr.ts'
import { PyUnicode_Check, type TypeSpec, typeName } from './object.ts'
import { setHash } from './pyhash.ts'
import { refusedMethod } from './refused.ts'
import { sliceOf } from './sliceindices.ts'
import { Py_BuildTuple } from './tupleobject.ts'
import { wrongReturn } from './typenames.ts'
import { lookupSpecial, PyType_GenericAlloc } from './typeobject.ts'
import { reprOfBytes } from './unicoderepr.ts'
import { hashBytes, newStr, textOf } from './unicodestorage.ts'

export { newBytes, newBytesFromText } from './bytesstorage.ts'

function bytes_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const args = parseKeywords(ts, 'bytes', argv, nargs, kwnames, ['source', 'encoding', 'errors'], 0)
  if (args === null) return 0
  const bytes = bytesFromArguments(ts, args[0], args[1], args[2])
  if (bytes === 0 || type === ts.types.bytes) return bytes
  const text = bytesOf(ts, bytes)
  const o = PyType_GenericAlloc(ts, type, text.length)
  if (o !== 0) fill(ts, o, text)
  DECREF(ts, bytes)
  return o
}

function bytesFromArguments(ts: ThreadState, source: Borrowed, encoding: Borrowed, errors: Borrowed): Owned {
  const typeError = (message: string) => PyErr_Format(ts, ts.exc.TypeError, message)
  if (source === 0) {
    if (encoding === 0 && errors === 0) return newBytesFromText(ts, '')
    return typeError(`${encoding !== 0 ? 'encoding' : 'errors'} without a string argument`)
  }
  for (const [name, o] of [['encoding', encoding] as const, ['errors', errors] as const])
    if (o !== 0 && !PyUnicode_Check(ts, o)) return _PyArg_BadArgument(ts, 'bytes', `argument '${name}'`, 'str', o)
  if (PyUnicode_Check(ts, source)) {
    if (encoding === 0) return typeError('string argument without an encoding')
    const name = errors === 0 ? 'strict' : textOf(ts, errors)
    const text = encodeText(ts, source, textOf(ts, encoding), name)
    return text === null ? 0 : newBytesFromText(ts, text)
  }
  if (encoding !== 0 || errors !== 0)
    return typeError(`${encoding !== 0 ? 'encoding' : 'errors'} without a string argument`)
  return bytesOfItself(ts, source) ?? bytesFromObject(ts, source)
}

/** What `__bytes__` gives; 0 with an exception, null where there is none. */
function bytesOfItself(ts: ThreadState, source: Borrowed): Owned | null {
  const method = lookupSpecial(ts, source, '__bytes__')
  if (method === 0) return PyErr_Occurred(ts) !== 0 ? 0 : null
  const result = callOwned(ts, method)
  return result === 0 || PyBytes_Check(ts, result) ? result : wrongReturn(ts, source, '__bytes__', result)
}

/** PyObject_Bytes: what `__bytes__` gives, or the bytes of a buffer or an iterable; 0 with an exception. */
export function PyObject_Bytes(ts: ThreadState, o: Borrowed): Owned {
  if (Py_TYPE(ts, o) === ts.types.bytes) return newref(ts, o)
  return bytesOfItself(ts, o) ?? bytesFromIterableObject(ts, o)
}

/** Zeros as many as a number says, or the bytes of a buffer or an iterable. */
function bytesFromObject(ts: ThreadState, source: Borrowed): Owned {
  if (PyIndex_Check(ts, source)) {
    const size = PyNumber_AsSsize_t(ts, source, ts.exc.OverflowError)
    if (size === -1 && PyErr_Occurred(ts) !== 0) {
      if (!PyErr_ExceptionMatches(ts, ts.exc.TypeError)) return 0
      PyErr_Clear(ts)
    } else if (size < 0) return PyErr_Format(ts, ts.exc.ValueError, 'negative count')
    else return size > ts.budgets.memory ? PyErr_NoMemory(ts) : newOwnBytes(ts, '\0'.repeat(size))
  }
  return bytesFromIterableObject(ts, source)
}

function bytesFromIterableObject(ts: ThreadState, source: Borrowed): Owned {
  const text = bytesFromIterable(ts, source)
  if (text === null) return 0
  return PyObject_CheckBuffer(ts, source) ? newOwnBytes(ts, text) : newBytesFromText(ts, text)
}

function bytes_hash(ts: ThreadState, o: Borrowed): number {
  const mem = ts.mem
  const low = mem.load(o + PyBytesObject.ob_shash)
  const high = mem.load(o + PyBytesObject.ob_shash + 4)
  if (low !== -1 || high !== -1) return setHash(ts, low, high)
  const hash = hashBytes(ts, bytesOf(ts, o))
  mem.store(o + PyBytesObject.ob_shash, hash)
  mem.store(o + PyBytesObject.ob_shash + 4, ts.hashHigh)
  return hash
}

function bytes_richcompare(ts: ThreadState, a: Borrowed, b: Borrowed, op: number): Owned {
  if (!PyBytes_Check(ts, a) || !PyBytes_Check(ts, b)) return newref(ts, ts.notImplemented)
  const x = bytesOf(ts, a)
  const y = bytesOf(ts, b)
  return newBool(ts, satisfies(op, x < y ? -1 : x > y ? 1 : 0))
}

function bytes_length(ts: ThreadState, o: Borrowed): number {
  return ts.mem.load(o + PyVarObject.ob_size)
}

function bytes_item(ts: ThreadState, o: Borrowed, index: number): Owned {
  if (index < 0 || index >= bytes_length(ts, o)) return PyErr_Format(ts, ts.exc.IndexError, 'index out of range')
  return newInt(ts, bytesOf(ts, o).charCodeAt(index))
}

function bytes_subscript(ts: ThreadState, o: Borrowed, key: Borrowed): Owned {
  if (PyIndex_Check(ts, key)) {
    const index = PyNumber_AsSsize_t(ts, key, ts.exc.IndexError)
    if (index === -1 && PyErr_Occurred(ts) !== 0) return 0
    return bytes_item(ts, o, index < 0 ? index + bytes_length(ts, o) : index)
  }
  if (Py_TYPE(ts, key) !== ts.types.slice)
    return PyErr_Format(ts, ts.exc.TypeError, `byte indices must be integers or slices, not ${typeName(ts, key)}`)
  const slice = sliceOf(ts, key, () => bytes_length(ts, o))
  if (slice === null) return 0
  const text = bytesOf(ts, o)
  if (slice.step === 1) {
    if (slice.count === text.length && Py_TYPE(ts, o) === ts.types.bytes) return newref(ts, o)
    return newBytesFromText(ts, text.slice(slice.start, slice.start + slice.count))
  }
  let result = ''
  for (let i = 0, at = slice.start; i < slice.count; i++, at += slice.step) result += text[at]
  return newOwnBytes(ts, result)
}

function bytes_concat(ts: ThreadState, a: Borrowed, b: Borrowed): Owned {
  const x = PyObject_CheckBuffer(ts, a) ? bytesLike(ts, a) : null
  const y = x !== null && PyObject_CheckBuffer(ts, b) ? bytesLike(ts, b) : null
  if (x === null || y === null)
    return PyErr_Format(ts, ts.exc.TypeError, `can't concat ${typeName(ts, b)} to ${typeName(ts, a)}`)
  if (x === '' && Py_TYPE(ts, b) === ts.types.bytes) return newref(ts, b)
  if (y === '' && Py_TYPE(ts, a) === ts.types.bytes) return newref(ts, a)
  return newOwnBytes(ts, x + y)
}

function bytes_repeat(ts: ThreadState, o: Borrowed, count: number): Owned {
  const n = Math.max(0, count)
  if (n * bytes_length(ts, o) > ts.budgets.memory) return PyErr_NoMemory(ts)
  if (n * bytes_length(ts, o) === bytes_length(ts, o) && Py_TYPE(ts, o) === ts.types.bytes) return newref(ts, o)
  return newOwnBytes(ts, bytesOf(ts, o).repeat(n))
}

function bytes_mod(ts: ThreadState, v: Borrowed, w: Borrowed): Owned {
  if (!PyBytes_Check(ts, v)) return newref(ts, ts.notImplemented)
  const text = formatBytes(ts, bytesOf(ts, v), w)
  return text === null ? 0 : newBytesFromText(ts, text)
}

function bytes_getnewargs(ts: ThreadState, o: Borrowed): Owned {
  const copy = newBytesFromText(ts, bytesOf(ts, o))
  return copy === 0 ? 0 : Py_BuildTuple(ts, [copy])
}

function bytes_bytes(ts: ThreadState, o: Borrowed): Owned {
  return Py_TYPE(ts, o) === ts.types.bytes ? newref(ts, o) : newBytesFromText(ts, bytesOf(ts, o))
}

export const PyBytes_Type = {
  name: 'bytes',
  basicsize: PyBytesObject.ob_sval + 1,
  itemsize: 1,
  flags: ['BASETYPE', 'BYTES_SUBCLASS', 'MATCH_SELF'],
  slots: {
    tp_dealloc: freeObject,
    tp_repr: (ts, o) => newStr(ts, reprOfBytes(bytesOf(ts, o))),
    tp_str: (ts, o) => newStr(ts, reprOfBytes(bytesOf(ts, o))),
    tp_hash: bytes_hash,
    tp_richcompare: bytes_richcompare,
    tp_iter: bytes_iter,
    tp_new: bytes_new,
    sizeof: (ts, o) => ts.mem.load(Py_TYPE(ts, o) + PyTypeObject.tp_basicsize) + bytes_length(ts, o),
    nb_remainder: bytes_mod,
    bf_getbuffer: () => 0,
    bf_bytes: bytesOf,
    sq_length: bytes_length,
    sq_concat: bytes_concat,
    sq_repeat: bytes_repeat,
    sq_item: bytes_item,
    sq_contains: bytes_contains,
    mp_length: bytes_length,
    mp_subscript: bytes_subscript,
  },
  methods: [
    ...bytesFindMethods,
    ...bytesSplitMethods,
    ...bytesTextMethods,
    ...bytesTranslateMethods,
    { name: '__getnewargs__', kind: 'NOARGS', call: bytes_getnewargs },
    { name: '__bytes__', kind: 'NOARGS', call: bytes_bytes },
    refusedMethod('bytes', '__buffer__'),
  ],
} satisfies TypeSpec
