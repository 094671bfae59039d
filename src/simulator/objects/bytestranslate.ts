// Bytes into other bytes or text and back: translate, maketrans (Objects/bytesobject.c, Objects/bytes_methods.c), decode,
// hex (Python/pystrhex.c) and fromhex.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, Py_TYPE } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyObject_Size } from './abstract.ts'
import { bytesLike, PyObject_CheckBuffer } from './buffer.ts'
import { bytesStart, newByteArray, PyByteArray_Resize, writeBytes } from './bytearraystorage.ts'
import { fitsBytes, ownBytes, sameKindFilled, unchanged } from './byteslike.ts'
import { bytesOf, newBytesFromText, newOwnBytes, PyBytes_Check } from './bytesstorage.ts'
import { _PyArg_BadArgument, argAt, callOneArg, parseKeywords } from './call.ts'
import { decodeBytes } from './codecs.ts'
import { PyErr_Format, PyErr_Occurred } from './errors.ts'
import { ssizeArgument } from './longnumber.ts'
import { type MethodSpec, PyUnicode_Check } from './object.ts'
import { PyType_GetFullyQualifiedName } from './typenames.ts'
import { newStr, textOf } from './unicodestorage.ts'

function bytes_translate(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const args = parseKeywords(ts, 'translate', argv, nargs, kwnames, ['', 'delete'], 1, 1)
  if (args === null) return 0
  const table = args[0] === ts.none ? null : bytesLike(ts, args[0])
  if (table === null && args[0] !== ts.none) return 0
  if (table !== null && table.length !== 256)
    return PyErr_Format(ts, ts.exc.ValueError, 'translation table must be 256 characters long')
  const deleted = args[1] === 0 ? '' : bytesLike(ts, args[1])
  if (deleted === null) return 0
  const text = ownBytes(ts, self)
  let result = ''
  for (const c of text) if (!deleted.includes(c)) result += table === null ? c : table[c.charCodeAt(0)]
  if (PyBytes_Check(ts, self)) return result === text ? unchanged(ts, self) : sameKindFilled(ts, self, result)
  // A bytearray is made as long as this one, and shortened.
  const o = newByteArray(ts, text)
  if (o === 0) return 0
  if (PyByteArray_Resize(ts, o, result.length) < 0) {
    DECREF(ts, o)
    return 0
  }
  writeBytes(ts, bytesStart(ts, o), result)
  return o
}

function bytes_maketrans(ts: ThreadState, _self: Borrowed, argv: number): Owned {
  const from = bytesLike(ts, argAt(ts, argv, 0))
  const to = from === null ? null : bytesLike(ts, argAt(ts, argv, 1))
  if (from === null || to === null) return 0
  if (from.length !== to.length) return PyErr_Format(ts, ts.exc.ValueError, 'maketrans arguments must have same length')
  const table = Array.from({ length: 256 }, (_, i) => String.fromCharCode(i))
  for (let i = 0; i < from.length; i++) table[from.charCodeAt(i)] = to[i]
  return newOwnBytes(ts, table.join(''))
}

function bytes_decode(ts: ThreadState, o: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const args = parseKeywords(ts, 'decode', argv, nargs, kwnames, ['encoding', 'errors'], 0)
  if (args === null) return 0
  for (const [i, name] of ['encoding', 'errors'].entries())
    if (args[i] !== 0 && !PyUnicode_Check(ts, args[i]))
      return _PyArg_BadArgument(ts, 'decode', `argument '${name}'`, 'str', args[i])
  const encoding = args[0] === 0 ? 'utf-8' : textOf(ts, args[0])
  const text = decodeBytes(ts, ownBytes(ts, o), encoding, args[1] === 0 ? 'strict' : textOf(ts, args[1]))
  return text === null ? 0 : newStr(ts, text)
}

/** hex(): also memoryview's. */
export function bytes_hex(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const args = parseKeywords(ts, 'hex', argv, nargs, kwnames, ['sep', 'bytes_per_sep'], 0)
  if (args === null) return 0
  const group = args[1] === 0 ? 1 : ssizeArgument(ts, args[1])
  if (group === null) return 0
  const text = ownBytes(ts, self)
  const separator = args[0] === 0 ? '' : separatorOf(ts, args[0])
  if (separator === null || !fitsBytes(ts, text.length * 3)) return 0
  const bytes = Array.from(text, (c) => c.charCodeAt(0).toString(16).padStart(2, '0'))
  if (separator === '' || group === 0) return newStr(ts, bytes.join(''))
  const size = Math.abs(group)
  const groups: string[] = []
  // Positive: groups are counted from the right.
  const first = group > 0 ? bytes.length % size : 0
  if (first > 0) groups.push(bytes.slice(0, first).join(''))
  for (let i = first; i < bytes.length; i += size) groups.push(bytes.slice(i, i + size).join(''))
  return newStr(ts, groups.join(separator))
}

function separatorOf(ts: ThreadState, o: Borrowed): string | null {
  const length = PyObject_Size(ts, o)
  if (length < 0 && PyErr_Occurred(ts) !== 0) return null
  if (length !== 1) {
    PyErr_Format(ts, ts.exc.ValueError, 'sep must be length 1.')
    return null
  }
  if (!PyUnicode_Check(ts, o) && !PyBytes_Check(ts, o)) {
    PyErr_Format(ts, ts.exc.TypeError, 'sep must be str or bytes.')
    return null
  }
  const text = PyUnicode_Check(ts, o) ? textOf(ts, o) : bytesOf(ts, o)
  // A byte beyond ASCII may separate; a character may not.
  if (PyUnicode_Check(ts, o) && text >= '\x80') {
    PyErr_Format(ts, ts.exc.ValueError, 'sep must be ASCII.')
    return null
  }
  return text
}

function bytes_fromhex(ts: ThreadState, type: Borrowed, argv: number): Owned {
  const text = fromHex(ts, argAt(ts, argv, 0))
  if (text === null) return 0
  const base = ts.types.bytearray
  const isArray = type === base
  const result = isArray ? newByteArray(ts, text) : newBytesFromText(ts, text)
  if (result === 0 || isArray || type === ts.types.bytes) return result
  const mark = holdMark(ts)
  hold(ts, result)
  const converted = callOneArg(ts, type, result)
  release(ts, mark)
  DECREF(ts, result)
  return converted
}

function fromHex(ts: ThreadState, o: Borrowed): string | null {
  const { fromhexBytes } = ts.profile.bytes
  const isStr = PyUnicode_Check(ts, o)
  if (!isStr && !(fromhexBytes && PyObject_CheckBuffer(ts, o))) {
    if (!fromhexBytes) _PyArg_BadArgument(ts, 'fromhex', 'argument', 'str', o)
    else {
      const given = PyType_GetFullyQualifiedName(ts, Py_TYPE(ts, o))
      PyErr_Format(ts, ts.exc.TypeError, `fromhex() argument must be str or bytes-like, not ${given}`)
    }
    return null
  }
  const text = isStr ? textOf(ts, o) : bytesLike(ts, o)
  if (text === null) return null
  const bad = (message: string) => {
    PyErr_Format(ts, ts.exc.ValueError, message)
    return null
  }
  const beyond = [...text].findIndex((c) => c > '\x7f')
  const digits = text.length
  let result = ''
  let i = 0
  for (;;) {
    while (i < digits && (text[i] === ' ' || (text[i] >= '\t' && text[i] <= '\r'))) i++
    if (i >= digits) break
    for (const at of [i, i + 1]) {
      if (/^[0-9a-fA-F]$/.test(text[at] ?? '')) continue
      if (at >= digits && fromhexBytes) return bad('fromhex() arg must contain an even number of hexadecimal digits')
      return bad(`non-hexadecimal number found in fromhex() arg at position ${isStr && beyond >= 0 ? beyond : at}`)
    }
    result += String.fromCharCode(Number.parseInt(text.slice(i, i + 2), 16))
    i += 2
  }
  return result
}

export const bytesTranslateMethods: readonly MethodSpec[] = [
  { name: 'decode', kind: 'KEYWORDS', call: bytes_decode },
  { name: 'fromhex', kind: 'O', binding: 'class', call: bytes_fromhex },
  { name: 'hex', kind: 'KEYWORDS', call: bytes_hex },
  { name: 'maketrans', kind: 'FASTCALL', min: 2, max: 2, binding: 'static', call: bytes_maketrans },
  { name: 'translate', kind: 'KEYWORDS', call: bytes_translate },
]
