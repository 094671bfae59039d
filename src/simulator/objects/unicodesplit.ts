// Objects/unicodeobject.c and stringlib/split.h: split, rsplit, splitlines, partition, join, strip.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { PyVarObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { _PyArg_BadArgument, argAt, parseKeywords } from './call.ts'
import { PyErr_Format } from './errors.ts'
import { _PyList_AppendTakeRef, newList, PyList_SET_ITEM } from './listobject.ts'
import { flagArgument, ssizeArgument } from './longnumber.ts'
import { type MethodSpec, PyUnicode_Check, typeName } from './object.ts'
import { Py_BuildTuple } from './tupleobject.ts'
import { substring } from './unicodechars.ts'
import { isLineBreak, isSpace } from './unicodectype.ts'
import { PyUnicode_Join } from './unicodeslots.ts'
import { kindOf, newStr, PyUnicode_GetLength, textOf, unicodeResult } from './unicodestorage.ts'

/** Lists of parts begin with room for at most this many. */
const MAX_PREALLOC = 12

/**
 * A list of parts, with the room CPython reserves.
 * @param most how many splits were allowed (or are possible)
 */
function listOfParts(ts: ThreadState, self: Borrowed, parts: readonly string[], most: number): Owned {
  const reserved = most >= MAX_PREALLOC ? MAX_PREALLOC : most + 1
  const list = newList(ts, reserved)
  if (list === 0) return 0
  ts.mem.store(list + PyVarObject.ob_size, 0)
  for (const [i, part] of parts.entries()) {
    // A text that was not split at all is its own only part.
    const whole = parts.length === 1 && part === textOf(ts, self) && Py_TYPE(ts, self) === ts.types.str
    const o = whole ? newref(ts, self) : newStr(ts, part)
    if (o === 0) {
      DECREF(ts, list)
      return 0
    }
    if (i < reserved) {
      ts.mem.store(list + PyVarObject.ob_size, i + 1)
      PyList_SET_ITEM(ts, list, i, o)
    } else if (_PyList_AppendTakeRef(ts, list, o) < 0) {
      DECREF(ts, list)
      return 0
    }
  }
  return list
}

function splitter(name: 'split' | 'rsplit'): MethodSpec {
  return {
    name,
    kind: 'KEYWORDS',
    call: (ts, self, argv, nargs, kwnames) => {
      const args = parseKeywords(ts, name, argv, nargs, kwnames, ['sep', 'maxsplit'], 0)
      if (args === null) return 0
      const maxsplit = args[1] === 0 ? -1 : ssizeArgument(ts, args[1])
      if (maxsplit === null) return 0
      const unlimited = maxsplit < 0
      const most = unlimited ? Number.POSITIVE_INFINITY : maxsplit
      const text = textOf(ts, self)
      const length = PyUnicode_GetLength(ts, self)
      const byLength = unlimited && ts.profile.text.splitByLength
      if (args[0] === 0 || args[0] === ts.none) {
        const parts = name === 'split' ? splitSpace(text, most) : rsplitSpace(text, most)
        return listOfParts(ts, self, parts, byLength ? Math.trunc((length - 1) / 2) + 1 : most)
      }
      if (!PyUnicode_Check(ts, args[0]))
        return PyErr_Format(ts, ts.exc.TypeError, `must be str or None, not ${typeName(ts, args[0])}`)
      const sep = textOf(ts, args[0])
      if (sep === '') return PyErr_Format(ts, ts.exc.ValueError, 'empty separator')
      const parts = name === 'split' ? splitBy(text, sep, most) : rsplitBy(text, sep, most)
      // Where the separator cannot occur, the list is made for the text alone.
      if (kindOf(ts, self) < kindOf(ts, args[0]) || length < PyUnicode_GetLength(ts, args[0]))
        return listOfParts(ts, self, parts, 0)
      const possible = Math.floor(length / PyUnicode_GetLength(ts, args[0])) + 1
      return listOfParts(ts, self, parts, byLength ? possible : most)
    },
  }
}

function splitBy(text: string, sep: string, most: number): string[] {
  const parts: string[] = []
  let at = 0
  while (parts.length < most) {
    const found = text.indexOf(sep, at)
    if (found < 0) break
    parts.push(text.slice(at, found))
    at = found + sep.length
  }
  parts.push(text.slice(at))
  return parts
}

function rsplitBy(text: string, sep: string, most: number): string[] {
  const parts: string[] = []
  let end = text.length
  while (parts.length < most) {
    const found = end < sep.length ? -1 : text.lastIndexOf(sep, end - sep.length)
    if (found < 0) break
    parts.unshift(text.slice(found + sep.length, end))
    end = found
  }
  parts.unshift(text.slice(0, end))
  return parts
}

function splitSpace(text: string, most: number): string[] {
  const parts: string[] = []
  let i = 0
  for (;;) {
    while (i < text.length && isSpace(text[i])) i++
    if (i === text.length) return parts
    if (parts.length >= most) {
      parts.push(text.slice(i))
      return parts
    }
    const start = i
    while (i < text.length && !isSpace(text[i])) i++
    parts.push(text.slice(start, i))
  }
}

function rsplitSpace(text: string, most: number): string[] {
  const parts: string[] = []
  let i = text.length
  for (;;) {
    while (i > 0 && isSpace(text[i - 1])) i--
    if (i === 0) return parts
    if (parts.length >= most) {
      parts.unshift(text.slice(0, i))
      return parts
    }
    const end = i
    while (i > 0 && !isSpace(text[i - 1])) i--
    parts.unshift(text.slice(i, end))
  }
}

function unicode_splitlines(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const args = parseKeywords(ts, 'splitlines', argv, nargs, kwnames, ['keepends'], 0)
  if (args === null) return 0
  const keep = flagArgument(ts, args[0])
  if (keep < 0) return 0
  const text = textOf(ts, self)
  const list = newList(ts, 0)
  if (list === 0) return 0
  for (let start = 0; start < text.length; ) {
    let end = start
    while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++
    let next = end
    if (next < text.length) next += text.startsWith('\r\n', next) ? 2 : 1
    const line = text.slice(start, keep === 1 ? next : end)
    const whole = line.length === text.length && Py_TYPE(ts, self) === ts.types.str
    const o = whole ? newref(ts, self) : newStr(ts, line)
    if (o === 0 || _PyList_AppendTakeRef(ts, list, o) < 0) {
      DECREF(ts, list)
      return 0
    }
    start = next
  }
  return list
}

function partitioner(name: 'partition' | 'rpartition'): MethodSpec {
  return {
    name,
    kind: 'O',
    call: (ts, self, argv) => {
      const sep = argAt(ts, argv, 0)
      if (!PyUnicode_Check(ts, sep)) return PyErr_Format(ts, ts.exc.TypeError, `must be str, not ${typeName(ts, sep)}`)
      const separator = textOf(ts, sep)
      if (separator === '') return PyErr_Format(ts, ts.exc.ValueError, 'empty separator')
      const text = textOf(ts, self)
      const first = name === 'partition'
      const at = first ? text.indexOf(separator) : text.lastIndexOf(separator)
      const empty = () => newref(ts, ts.emptyStr)
      if (at < 0)
        return Py_BuildTuple(ts, first ? [newref(ts, self), empty(), empty()] : [empty(), empty(), newref(ts, self)])
      const before = newStr(ts, text.slice(0, at))
      const after = before === 0 ? 0 : newStr(ts, text.slice(at + separator.length))
      return after === 0 ? 0 : Py_BuildTuple(ts, [before, newref(ts, sep), after])
    },
  }
}

function stripper(name: 'strip' | 'lstrip' | 'rstrip'): MethodSpec {
  return {
    name,
    kind: 'FASTCALL',
    min: 0,
    max: 1,
    call: (ts, self, argv, nargs) => {
      const chars = nargs === 0 ? ts.none : argAt(ts, argv, 0)
      if (chars !== ts.none && !PyUnicode_Check(ts, chars))
        return PyErr_Format(ts, ts.exc.TypeError, `${name} arg must be None or str`)
      const set = chars === ts.none ? null : new Set(textOf(ts, chars))
      const strips = (c: string) => (set === null ? isSpace(c) : set.has(c))
      const text = kindOf(ts, self) === 4 ? [...textOf(ts, self)] : textOf(ts, self)
      let start = 0
      let end = text.length
      if (name !== 'rstrip') while (start < end && strips(text[start])) start++
      if (name !== 'lstrip') while (end > start && strips(text[end - 1])) end--
      return substring(ts, self, start, end)
    },
  }
}

function affixRemover(name: 'removeprefix' | 'removesuffix'): MethodSpec {
  return {
    name,
    kind: 'O',
    call: (ts, self, argv) => {
      const affix = argAt(ts, argv, 0)
      if (!PyUnicode_Check(ts, affix)) return _PyArg_BadArgument(ts, name, 'argument', 'str', affix)
      const text = textOf(ts, self)
      const part = textOf(ts, affix)
      const length = PyUnicode_GetLength(ts, self)
      const n = PyUnicode_GetLength(ts, affix)
      if (name === 'removeprefix' && text.startsWith(part)) return substring(ts, self, n, length)
      if (name === 'removesuffix' && part !== '' && text.endsWith(part)) return substring(ts, self, 0, length - n)
      return unicodeResult(ts, self)
    },
  }
}

export const splitMethods: readonly MethodSpec[] = [
  splitter('split'),
  splitter('rsplit'),
  { name: 'splitlines', kind: 'KEYWORDS', call: unicode_splitlines },
  { name: 'join', kind: 'O', call: (ts, self, argv) => PyUnicode_Join(ts, self, argAt(ts, argv, 0)) },
  partitioner('partition'),
  partitioner('rpartition'),
  stripper('strip'),
  stripper('lstrip'),
  stripper('rstrip'),
  affixRemover('removeprefix'),
  affixRemover('removesuffix'),
]
