// Objects/unicodeobject.c, searching: find, index, count, replace, startswith, endswith and their kin.

import type { ThreadState } from '../heap/pystate.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { newBool } from './boolobject.ts'
import { _PyArg_BadArgument, _PyArg_NoKeywords, argAt, checkParsed, checkPositional, parseKeywords } from './call.ts'
import { PyErr_Format } from './errors.ts'
import { newInt } from './longintrepr.ts'
import { ssizeArgument } from './longnumber.ts'
import { type MethodSpec, PyUnicode_Check, typeName } from './object.ts'
import { sliceIndexOr } from './sliceindices.ts'
import { PyTuple_Check, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'
import { sliceText } from './unicodechars.ts'
import { fitsMemory, kindOf, newOwnStr, PyUnicode_GetLength, textOf, unicodeResult, widthOf } from './unicodestorage.ts'

interface Bounds {
  readonly first: Borrowed
  readonly start: number
  readonly end: number
}

/** The arguments (what, start, end), fitted to the length; `null` with TypeError. `wanted` looks at the first. */
function bounds(
  ts: ThreadState,
  self: Borrowed,
  name: string,
  argv: number,
  nargs: number,
  wanted: typeof mustBeStr | null,
): Bounds | null {
  const { clinicMessages } = ts.profile.text
  const check = clinicMessages ? checkPositional : checkParsed
  if (check(ts, name, nargs, 1, 3) < 0) return null
  const first = argAt(ts, argv, 0)
  // Argument Clinic takes one after the other; before, the text was looked at last.
  if (clinicMessages && wanted?.(ts, name, first) === false) return null
  const length = PyUnicode_GetLength(ts, self)
  const start = nargs > 1 ? sliceIndexOr(ts, argAt(ts, argv, 1), 0) : 0
  if (start === null) return null
  const end = nargs > 2 ? sliceIndexOr(ts, argAt(ts, argv, 2), Number.MAX_SAFE_INTEGER) : length
  if (end === null) return null
  const within = (i: number) => (i < 0 ? Math.max(0, i + length) : i)
  if (wanted?.(ts, name, first) === false) return null
  return { first, start: within(start), end: Math.min(length, within(end)) }
}

function mustBeStr(ts: ThreadState, name: string, o: Borrowed): boolean {
  if (PyUnicode_Check(ts, o)) return true
  if (ts.profile.text.clinicMessages) _PyArg_BadArgument(ts, name, 'argument 1', 'str', o)
  else PyErr_Format(ts, ts.exc.TypeError, `must be str, not ${typeName(ts, o)}`)
  return false
}

/** The position of the first or last occurrence, -1 for none, -2 for an error. */
function locate(ts: ThreadState, self: Borrowed, b: Bounds, last: boolean): number {
  const sub = textOf(ts, b.first)
  if (b.end - b.start < PyUnicode_GetLength(ts, b.first)) return -1
  const text = sliceText(ts, self, b.start, b.end)
  const at = last ? text.lastIndexOf(sub) : text.indexOf(sub)
  if (at <= 0 || kindOf(ts, self) !== 4) return at < 0 ? -1 : b.start + at
  return b.start + [...text.slice(0, at)].length
}

const varargs: NonNullable<MethodSpec['varargs']> = ({ containers }) => containers.searchesPackArguments

function finder(name: string, last: boolean, required: boolean): MethodSpec {
  return {
    name,
    kind: 'FASTCALL',
    varargs,
    call: (ts, self, argv, nargs) => {
      const b = bounds(ts, self, name, argv, nargs, mustBeStr)
      if (b === null) return 0
      const at = locate(ts, self, b, last)
      if (at < 0 && required) return PyErr_Format(ts, ts.exc.ValueError, 'substring not found')
      return newInt(ts, at)
    },
  }
}

function unicode_count(ts: ThreadState, self: Borrowed, argv: number, nargs: number): Owned {
  const b = bounds(ts, self, 'count', argv, nargs, mustBeStr)
  if (b === null) return 0
  if (b.end < b.start) return newInt(ts, 0)
  const sub = textOf(ts, b.first)
  if (sub === '') return newInt(ts, b.end - b.start + 1)
  return newInt(ts, countOf(sliceText(ts, self, b.start, b.end), sub, Number.POSITIVE_INFINITY))
}

function countOf(text: string, sub: string, most: number): number {
  let n = 0
  for (let at = text.indexOf(sub); at >= 0 && n < most; at = text.indexOf(sub, at + sub.length)) n++
  return n
}

function tailMatch(name: 'startswith' | 'endswith'): MethodSpec {
  const matches = (ts: ThreadState, self: Borrowed, sub: Borrowed, b: Bounds) => {
    if (b.end - b.start < PyUnicode_GetLength(ts, sub)) return false
    const text = sliceText(ts, self, b.start, b.end)
    return name === 'startswith' ? text.startsWith(textOf(ts, sub)) : text.endsWith(textOf(ts, sub))
  }
  return {
    name,
    kind: 'FASTCALL',
    varargs,
    call: (ts, self, argv, nargs) => {
      const b = bounds(ts, self, name, argv, nargs, null)
      if (b === null) return 0
      if (PyUnicode_Check(ts, b.first)) return newBool(ts, matches(ts, self, b.first, b))
      if (!PyTuple_Check(ts, b.first))
        return PyErr_Format(
          ts,
          ts.exc.TypeError,
          `${name} first arg must be str or a tuple of str, not ${typeName(ts, b.first)}`,
        )
      for (let i = 0; i < PyTuple_GET_SIZE(ts, b.first); i++) {
        const item = PyTuple_GET_ITEM(ts, b.first, i)
        if (!PyUnicode_Check(ts, item))
          return PyErr_Format(
            ts,
            ts.exc.TypeError,
            `tuple for ${name} must only contain str, not ${typeName(ts, item)}`,
          )
        if (matches(ts, self, item, b)) return newBool(ts, true)
      }
      return newBool(ts, false)
    },
  }
}

function unicode_replace(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  let args: Borrowed[] | null
  if (ts.profile.text.clinicMessages) {
    args = parseKeywords(ts, 'replace', argv, nargs, kwnames, ['', '', 'count'], 2, 2)
    if (args === null) return 0
  } else {
    if (!_PyArg_NoKeywords(ts, 'str.replace', kwnames) || checkPositional(ts, 'replace', nargs, 2, 3) < 0) return 0
    args = [argAt(ts, argv, 0), argAt(ts, argv, 1), nargs > 2 ? argAt(ts, argv, 2) : 0]
  }
  for (const i of [0, 1])
    if (!PyUnicode_Check(ts, args[i])) return _PyArg_BadArgument(ts, 'replace', `argument ${i + 1}`, 'str', args[i])
  const count = args[2] === 0 ? -1 : ssizeArgument(ts, args[2])
  if (count === null) return 0
  return replaceText(ts, self, args[0], args[1], count < 0 ? Number.POSITIVE_INFINITY : count)
}

/** PyUnicode_Replace with at most `most` replacements; the str itself where there is none. */
function replaceText(ts: ThreadState, self: Borrowed, from: Borrowed, to: Borrowed, most: number): Owned {
  const text = textOf(ts, self)
  const old = textOf(ts, from)
  const by = textOf(ts, to)
  const length = PyUnicode_GetLength(ts, self)
  const n = old === '' ? Math.min(length + 1, most) : countOf(text, old, most)
  if (n === 0 || from === to) return unicodeResult(ts, self)
  const width = widthOf(ts, self) > widthOf(ts, to) ? widthOf(ts, self) : widthOf(ts, to)
  const grown = length + n * (PyUnicode_GetLength(ts, to) - PyUnicode_GetLength(ts, from))
  if (!fitsMemory(ts, width, grown)) return 0
  if (old === '') {
    const chars = kindOf(ts, self) === 4 ? [...text] : text.split('')
    let result = ''
    for (let i = 0; i <= chars.length; i++) result += (i < n ? by : '') + (chars[i] ?? '')
    return newOwnStr(ts, result)
  }
  let result = ''
  let at = 0
  for (let i = 0; i < n; i++) {
    const found = text.indexOf(old, at)
    result += text.slice(at, found) + by
    at = found + old.length
  }
  return newOwnStr(ts, result + text.slice(at))
}

export const findMethods: readonly MethodSpec[] = [
  { name: 'replace', kind: 'KEYWORDS', call: unicode_replace },
  { name: 'count', kind: 'FASTCALL', varargs, call: unicode_count },
  finder('find', false, false),
  finder('index', false, true),
  finder('rfind', true, false),
  finder('rindex', true, true),
  tailMatch('startswith'),
  tailMatch('endswith'),
]
