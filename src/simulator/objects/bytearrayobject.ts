// Objects/bytearrayobject.c: bytearray. How its bytes are kept is in bytearraystorage.ts, its birth in bytearrayinit.ts,
// indexing in bytearraysubscript.ts, its own methods in bytearraymethods.ts. Left out: the warnings of `python -b`.

import { freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { newref, Py_TYPE } from '../heap/refcount.ts'
import { PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { newBool } from './boolobject.ts'
import { bytesLike, PyBuffer_Release, PyObject_CheckBuffer, PyObject_GetBuffer } from './buffer.ts'
import { bytearray_init } from './bytearrayinit.ts'
import { byteArrayMethods } from './bytearraymethods.ts'
import {
  blockSize,
  byteArrayText,
  bytearray_getbuffer,
  bytearray_releasebuffer,
  bytesStart,
  freeBlock,
  newByteArray,
  PyByteArray_Check,
  PyByteArray_GET_SIZE,
  PyByteArray_Resize,
  writeBytes,
} from './bytearraystorage.ts'
import {
  bytearray_ass_subscript,
  bytearray_getitem,
  bytearray_setitem,
  bytearray_subscript,
} from './bytearraysubscript.ts'
import { bytes_contains, bytesFindMethods } from './bytesfind.ts'
import { bytearray_iter } from './bytesiter.ts'
import { fitsBytes, formatBytes } from './byteslike.ts'
import { bytesSplitMethods } from './bytessplit.ts'
import { bytesTextMethods } from './bytestext.ts'
import { bytesTranslateMethods } from './bytestranslate.ts'
import { PyErr_Clear, PyErr_Format } from './errors.ts'
import { satisfies } from './longarith.ts'
import { type TypeSpec, typeName } from './object.ts'
import { refusedMethod } from './refused.ts'
import { shortTypeName } from './typelookup.ts'
import { PyType_GenericAlloc } from './typeobject.ts'
import { reprOfBytes } from './unicoderepr.ts'
import { newStr } from './unicodestorage.ts'

function bytearray_repr(ts: ThreadState, o: Borrowed): Owned {
  return newStr(ts, `${shortTypeName(ts, Py_TYPE(ts, o))}(${shown(ts, byteArrayText(ts, o))})`)
}

/** The bytes as bytes show them; versions differ in whether `'` is escaped although the quotes are others. */
function shown(ts: ThreadState, text: string): string {
  const repr = reprOfBytes(text)
  return ts.profile.bytes.arrayEscapesQuote && repr[1] === '"' ? repr.replaceAll("'", "\\'") : repr
}

function bytearray_richcompare(ts: ThreadState, a: Borrowed, b: Borrowed, op: number): Owned {
  if (!PyObject_CheckBuffer(ts, a) || !PyObject_CheckBuffer(ts, b)) return newref(ts, ts.notImplemented)
  const x = bytesLike(ts, a)
  const y = x === null ? null : bytesLike(ts, b)
  if (x === null || y === null) {
    PyErr_Clear(ts)
    return newref(ts, ts.notImplemented)
  }
  return newBool(ts, satisfies(op, x < y ? -1 : x > y ? 1 : 0))
}

function cannotConcat(ts: ThreadState, a: Borrowed, b: Borrowed): 0 {
  return PyErr_Format(ts, ts.exc.TypeError, `can't concat ${typeName(ts, b)} to ${typeName(ts, a)}`)
}

function PyByteArray_Concat(ts: ThreadState, a: Borrowed, b: Borrowed): Owned {
  const x = PyObject_CheckBuffer(ts, a) ? bytesLike(ts, a) : null
  const y = x !== null && PyObject_CheckBuffer(ts, b) ? bytesLike(ts, b) : null
  if (x === null || y === null) return cannotConcat(ts, a, b)
  return fitsBytes(ts, x.length + y.length) ? newByteArray(ts, x + y) : 0
}

function bytearray_iconcat(ts: ThreadState, self: Borrowed, other: Borrowed): Owned {
  const text = PyObject_CheckBuffer(ts, other) ? PyObject_GetBuffer(ts, other) : null
  if (text === null) return cannotConcat(ts, self, other)
  const size = PyByteArray_GET_SIZE(ts, self)
  const status = PyByteArray_Resize(ts, self, size + text.length)
  if (status === 0) writeBytes(ts, bytesStart(ts, self) + size, text)
  PyBuffer_Release(ts, other)
  return status < 0 ? 0 : newref(ts, self)
}

function bytearray_repeat(ts: ThreadState, self: Borrowed, count: number): Owned {
  const n = Math.max(0, count)
  if (!fitsBytes(ts, n * PyByteArray_GET_SIZE(ts, self))) return 0
  return newByteArray(ts, byteArrayText(ts, self).repeat(n))
}

function bytearray_irepeat(ts: ThreadState, self: Borrowed, count: number): Owned {
  const n = Math.max(0, count)
  if (n === 1) return newref(ts, self)
  const text = byteArrayText(ts, self)
  if (!fitsBytes(ts, n * text.length)) return 0
  if (PyByteArray_Resize(ts, self, n * text.length) < 0) return 0
  writeBytes(ts, bytesStart(ts, self), text.repeat(n))
  return newref(ts, self)
}

function bytearray_mod(ts: ThreadState, v: Borrowed, w: Borrowed): Owned {
  if (!PyByteArray_Check(ts, v)) return newref(ts, ts.notImplemented)
  const text = formatBytes(ts, byteArrayText(ts, v), w)
  return text === null ? 0 : newByteArray(ts, text)
}

function bytearray_sizeof(ts: ThreadState, o: Borrowed): number {
  return ts.mem.load(Py_TYPE(ts, o) + PyTypeObject.tp_basicsize) + blockSize(ts, o)
}

function bytearray_dealloc(ts: ThreadState, o: number): void {
  freeBlock(ts, o)
  freeObject(ts, o)
}

export const PyByteArray_Type = {
  name: 'bytearray',
  basicsize: (profile) => profile.layout.bytearray,
  flags: ['BASETYPE', 'MATCH_SELF'],
  slots: {
    tp_dealloc: bytearray_dealloc,
    tp_repr: bytearray_repr,
    tp_str: bytearray_repr,
    tp_richcompare: bytearray_richcompare,
    tp_iter: bytearray_iter,
    tp_init: bytearray_init,
    tp_new: (ts, type) => PyType_GenericAlloc(ts, type),
    sizeof: bytearray_sizeof,
    nb_remainder: bytearray_mod,
    bf_getbuffer: bytearray_getbuffer,
    bf_releasebuffer: bytearray_releasebuffer,
    bf_bytes: byteArrayText,
    sq_length: PyByteArray_GET_SIZE,
    sq_concat: PyByteArray_Concat,
    sq_repeat: bytearray_repeat,
    sq_item: bytearray_getitem,
    sq_ass_item: bytearray_setitem,
    sq_contains: bytes_contains,
    sq_inplace_concat: bytearray_iconcat,
    sq_inplace_repeat: bytearray_irepeat,
    mp_length: PyByteArray_GET_SIZE,
    mp_subscript: bytearray_subscript,
    mp_ass_subscript: bytearray_ass_subscript,
  },
  methods: [
    ...byteArrayMethods,
    ...bytesFindMethods,
    ...bytesSplitMethods,
    ...bytesTextMethods,
    ...bytesTranslateMethods,
    refusedMethod('bytearray', '__buffer__'),
    refusedMethod('bytearray', '__release_buffer__'),
  ],
} satisfies TypeSpec
