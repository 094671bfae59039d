// Objects/bytes_methods.c: find, index, count, startswith, endswith, `in`, and replace (Objects/stringlib/transmogrify.h).

import type { ThreadState } from '../heap/pystate.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyIndex_Check } from './abstract.ts'
import { newBool } from './boolobject.ts'
import { bytesLike, PyObject_CheckBuffer } from './buffer.ts'
import { byteValue, fitsBytes, ownBytes, sameKindFilled, unchanged } from './byteslike.ts'
import { _PyArg_NoKeywords, argAt, checkParsed, checkPositional, parseKeywords } from './call.ts'
import { PyErr_Format } from './errors.ts'
import { newInt } from './longintrepr.ts'
import { ssizeArgument } from './longnumber.ts'
import { type MethodSpec, typeName } from './object.ts'
import { sliceIndexOr } from './sliceindices.ts'
import { PyTuple_Check, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'

interface Bounds {
  readonly first: Borrowed
  readonly start: number
  readonly end: number
}

/** The arguments (what, start, end), not yet fitted; `null` with TypeError. */
function bounds(ts: ThreadState, name: string, argv: number, nargs: number): Bounds | null {
  const check = ts.profile.text.clinicMessages ? checkPositional : checkParsed
  if (check(ts, name, nargs, 1, 3) < 0) return null
  const start = nargs > 1 ? sliceIndexOr(ts, argAt(ts, argv, 1), 0) : 0
  if (start === null) return null
  const end = nargs > 2 ? sliceIndexOr(ts, argAt(ts, argv, 2), Number.MAX_SAFE_INTEGER) : Number.MAX_SAFE_INTEGER
  return end === null ? null : { first: argAt(ts, argv, 0), start, end }
}

/** ADJUST_INDICES, and the part they leave; `null` where they cross. */
function part(text: string, b: Bounds): { text: string; start: number } | null {
  const within = (i: number) => (i < 0 ? Math.max(0, i + text.length) : i)
  const start = within(b.start)
  const end = Math.min(within(b.end), text.length)
  return start > end ? null : { text: text.slice(start, end), start }
}

/** parse_args_finds_byte: what is looked for, one byte or several; `null` with an exception. */
function wanted(ts: ThreadState, o: Borrowed): string | null {
  if (PyObject_CheckBuffer(ts, o)) return bytesLike(ts, o)
  if (!PyIndex_Check(ts, o)) {
    PyErr_Format(ts, ts.exc.TypeError, `argument should be integer or bytes-like object, not '${typeName(ts, o)}'`)
    return null
  }
  const value = byteValue(ts, o)
  return value === null ? null : String.fromCharCode(value)
}

const varargs: NonNullable<MethodSpec['varargs']> = ({ containers }) => containers.searchesPackArguments

function finder(name: string, last: boolean, required: boolean): MethodSpec {
  return {
    name,
    kind: 'FASTCALL',
    varargs,
    call: (ts, self, argv, nargs) => {
      const b = bounds(ts, name, argv, nargs)
      const sub = b === null ? null : wanted(ts, b.first)
      if (b === null || sub === null) return 0
      const where = part(ownBytes(ts, self), b)
      const at = where === null ? -1 : last ? where.text.lastIndexOf(sub) : where.text.indexOf(sub)
      if (at < 0 && required) return PyErr_Format(ts, ts.exc.ValueError, 'subsection not found')
      return newInt(ts, at < 0 || where === null ? -1 : where.start + at)
    },
  }
}

function bytes_count(ts: ThreadState, self: Borrowed, argv: number, nargs: number): Owned {
  const b = bounds(ts, 'count', argv, nargs)
  const sub = b === null ? null : wanted(ts, b.first)
  if (b === null || sub === null) return 0
  const where = part(ownBytes(ts, self), b)
  if (where === null) return newInt(ts, 0)
  return newInt(ts, sub === '' ? where.text.length + 1 : countOf(where.text, sub, Number.POSITIVE_INFINITY))
}

function countOf(text: string, sub: string, most: number): number {
  let n = 0
  for (let at = text.indexOf(sub); at >= 0 && n < most; at = text.indexOf(sub, at + sub.length)) n++
  return n
}

function tailMatch(name: 'startswith' | 'endswith'): MethodSpec {
  return {
    name,
    kind: 'FASTCALL',
    varargs,
    call: (ts, self, argv, nargs) => {
      const b = bounds(ts, name, argv, nargs)
      if (b === null) return 0
      const matches = (o: Borrowed): boolean | null => {
        const sub = bytesLike(ts, o)
        if (sub === null) return null
        const where = part(ownBytes(ts, self), b)
        return where !== null && (name === 'startswith' ? where.text.startsWith(sub) : where.text.endsWith(sub))
      }
      if (PyTuple_Check(ts, b.first)) {
        for (let i = 0; i < PyTuple_GET_SIZE(ts, b.first); i++) {
          const found = matches(PyTuple_GET_ITEM(ts, b.first, i))
          if (found !== false) return found === null ? 0 : newBool(ts, true)
        }
        return newBool(ts, false)
      }
      if (!PyObject_CheckBuffer(ts, b.first)) {
        const message = `${name} first arg must be bytes or a tuple of bytes, not ${typeName(ts, b.first)}`
        return PyErr_Format(ts, ts.exc.TypeError, message)
      }
      const found = matches(b.first)
      return found === null ? 0 : newBool(ts, found)
    },
  }
}

/** `value in b`: 1, 0, -1. */
export function bytes_contains(ts: ThreadState, self: Borrowed, value: Borrowed): number {
  let sub: string | null
  if (PyIndex_Check(ts, value)) {
    const byte = byteValue(ts, value)
    sub = byte === null ? null : String.fromCharCode(byte)
  } else sub = bytesLike(ts, value)
  return sub === null ? -1 : ownBytes(ts, self).includes(sub) ? 1 : 0
}

function bytes_replace(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  let args: Borrowed[] | null
  if (ts.profile.bytes.replaceKeyword)
    args = parseKeywords(ts, 'replace', argv, nargs, kwnames, ['', '', 'count'], 2, 2)
  else {
    if (
      !_PyArg_NoKeywords(ts, `${typeName(ts, self)}.replace`, kwnames) ||
      checkPositional(ts, 'replace', nargs, 2, 3) < 0
    )
      return 0
    args = [argAt(ts, argv, 0), argAt(ts, argv, 1), nargs > 2 ? argAt(ts, argv, 2) : 0]
  }
  if (args === null) return 0
  const from = bytesLike(ts, args[0])
  const to = from === null ? null : bytesLike(ts, args[1])
  if (from === null || to === null) return 0
  const count = args[2] === 0 ? -1 : ssizeArgument(ts, args[2])
  if (count === null) return 0
  const most = count < 0 ? Number.POSITIVE_INFINITY : count
  const text = ownBytes(ts, self)
  const n = from === '' ? Math.min(text.length + 1, most) : countOf(text, from, most)
  if (n === 0 || (from === '' && to === '')) return unchanged(ts, self)
  if (!fitsBytes(ts, text.length + n * (to.length - from.length))) return 0
  return sameKindFilled(ts, self, replaced(text, from, to, n))
}

function replaced(text: string, from: string, to: string, n: number): string {
  let result = ''
  if (from === '') {
    for (let i = 0; i <= text.length; i++) result += (i < n ? to : '') + text.charAt(i)
    return result
  }
  let at = 0
  for (let i = 0; i < n; i++) {
    const found = text.indexOf(from, at)
    result += text.slice(at, found) + to
    at = found + from.length
  }
  return result + text.slice(at)
}

export const bytesFindMethods: readonly MethodSpec[] = [
  { name: 'count', kind: 'FASTCALL', varargs, call: bytes_count },
  tailMatch('endswith'),
  finder('find', false, false),
  finder('index', false, true),
  { name: 'replace', kind: 'KEYWORDS', call: bytes_replace },
  finder('rfind', true, false),
  finder('rindex', true, true),
  tailMatch('startswith'),
]
