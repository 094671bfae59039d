// Objects/stringlib/split.h, partition.h and join.h for bytes and bytearray: split, splitlines, partition, join, strip,
// removeprefix.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { PyVarObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { bytesLike, PyBuffer_Release, PyObject_CheckBuffer, PyObject_GetBuffer } from './buffer.ts'
import { newByteArray } from './bytearraystorage.ts'
import { fitsBytes, isByteSpace, ownBytes, sameKind, sameKindFilled, unchanged } from './byteslike.ts'
import { PyBytes_Check } from './bytesstorage.ts'
import { argAt, parseKeywords } from './call.ts'
import { PyErr_Format } from './errors.ts'
import { _PyList_AppendTakeRef, itemsOf, newList, PyList_SET_ITEM } from './listobject.ts'
import { PySequence_Fast } from './listsubscript.ts'
import { flagArgument, ssizeArgument } from './longnumber.ts'
import { type MethodSpec, typeName } from './object.ts'
import { Py_BuildTuple } from './tupleobject.ts'

/** Lists of parts begin with room for at most this many. */
const MAX_PREALLOC = 12

/** A list of parts, with the room CPython reserves. Bytes that were not split are their own only part. */
function listOfParts(ts: ThreadState, self: Borrowed, parts: readonly string[], most: number): Owned {
  const reserved = most >= MAX_PREALLOC ? MAX_PREALLOC : most + 1
  const list = newList(ts, reserved)
  if (list === 0) return 0
  ts.mem.store(list + PyVarObject.ob_size, 0)
  for (const [i, part] of parts.entries()) {
    const o = partOf(ts, self, part, parts.length === 1)
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

function partOf(ts: ThreadState, self: Borrowed, part: string, only: boolean): Owned {
  const whole = only && Py_TYPE(ts, self) === ts.types.bytes && part.length === ownBytes(ts, self).length
  return whole ? newref(ts, self) : sameKind(ts, self, part)
}

function splitter(name: 'split' | 'rsplit'): MethodSpec {
  const fromLeft = name === 'split'
  return {
    name,
    kind: 'KEYWORDS',
    call: (ts, self, argv, nargs, kwnames) => {
      const args = parseKeywords(ts, name, argv, nargs, kwnames, ['sep', 'maxsplit'], 0)
      if (args === null) return 0
      const maxsplit = args[1] === 0 ? -1 : ssizeArgument(ts, args[1])
      if (maxsplit === null) return 0
      const most = maxsplit < 0 ? Number.POSITIVE_INFINITY : maxsplit
      if (args[0] === 0 || args[0] === ts.none)
        return listOfParts(ts, self, splitSpace(ownBytes(ts, self), most, fromLeft), most)
      const sep = bytesLike(ts, args[0])
      if (sep === null) return 0
      if (sep === '') return empty(ts)
      const text = ownBytes(ts, self)
      return listOfParts(ts, self, fromLeft ? splitBy(text, sep, most) : rsplitBy(text, sep, most), most)
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
  return [...parts, text.slice(at)]
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
  return [text.slice(0, end), ...parts]
}

function splitSpace(text: string, most: number, fromLeft: boolean): string[] {
  const parts: string[] = []
  const space = (i: number) => isByteSpace(text.charCodeAt(i))
  let start = 0
  let end = text.length
  for (;;) {
    if (fromLeft) while (start < end && space(start)) start++
    else while (end > start && space(end - 1)) end--
    if (start === end) break
    let cut = fromLeft ? start : end
    if (parts.length >= most) {
      parts.push(text.slice(start, end))
      break
    }
    if (fromLeft) {
      while (cut < end && !space(cut)) cut++
      parts.push(text.slice(start, cut))
      start = cut
    } else {
      while (cut > start && !space(cut - 1)) cut--
      parts.push(text.slice(cut, end))
      end = cut
    }
  }
  return fromLeft ? parts : parts.reverse()
}

function bytes_splitlines(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const args = parseKeywords(ts, 'splitlines', argv, nargs, kwnames, ['keepends'], 0)
  if (args === null) return 0
  const keep = flagArgument(ts, args[0])
  if (keep < 0) return 0
  const text = ownBytes(ts, self)
  const list = newList(ts, 0)
  if (list === 0) return 0
  for (let start = 0; start < text.length; ) {
    let end = start
    while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++
    let next = end
    if (next < text.length) next += text.startsWith('\r\n', next) ? 2 : 1
    const line = text.slice(start, keep !== 0 ? next : end)
    const o = partOf(ts, self, line, line.length === text.length)
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
      const isBytes = PyBytes_Check(ts, self)
      const separator = bytesLike(ts, argAt(ts, argv, 0))
      if (separator === null) return 0
      // A bytearray's separator is copied first, and of the copy a copy is given.
      const copy = isBytes ? 0 : newByteArray(ts, separator)
      if (!isBytes && copy === 0) return 0
      const result = separator === '' ? empty(ts) : partition(ts, self, argAt(ts, argv, 0), separator, name)
      if (copy !== 0) DECREF(ts, copy)
      return result
    },
  }
}

function empty(ts: ThreadState): 0 {
  return PyErr_Format(ts, ts.exc.ValueError, 'empty separator')
}

function partition(ts: ThreadState, self: Borrowed, sep: Borrowed, separator: string, name: string): Owned {
  const text = ownBytes(ts, self)
  const first = name === 'partition'
  const at = first ? text.indexOf(separator) : text.lastIndexOf(separator)
  const parts: Owned[] = []
  if (at >= 0) {
    parts.push(sameKind(ts, self, text.slice(0, at)))
    parts.push(PyBytes_Check(ts, self) ? newref(ts, sep) : newByteArray(ts, separator))
    parts.push(sameKind(ts, self, text.slice(at + separator.length)))
  } else {
    // The whole is the object itself, but for a bytearray.
    const whole = () => (PyBytes_Check(ts, self) ? newref(ts, self) : newByteArray(ts, text))
    if (first) parts.push(whole())
    parts.push(sameKind(ts, self, ''), sameKind(ts, self, ''))
    if (!first) parts.push(whole())
  }
  return parts.includes(0) ? 0 : Py_BuildTuple(ts, parts)
}

/** stringlib_bytes_join. */
function bytes_join(ts: ThreadState, self: Borrowed, argv: number): Owned {
  PyObject_GetBuffer(ts, self)
  const mark = holdMark(ts)
  const sequence = PySequence_Fast(ts, argAt(ts, argv, 0), 'can only join an iterable')
  const result = sequence === 0 ? 0 : joinItems(ts, self, sequence)
  if (sequence !== 0) DECREF(ts, sequence)
  release(ts, mark)
  PyBuffer_Release(ts, self)
  return result
}

function joinItems(ts: ThreadState, self: Borrowed, sequence: Borrowed): Owned {
  const n = ts.mem.load(sequence + PyVarObject.ob_size)
  const item = (i: number) => ts.mem.load(itemsOf(ts, sequence) + i * 8)
  if (n === 0) return sameKind(ts, self, '')
  if (n === 1 && PyBytes_Check(ts, self) && Py_TYPE(ts, item(0)) === ts.types.bytes) return newref(ts, item(0))
  hold(ts, sequence)
  const parts: string[] = []
  let size = 0
  for (let i = 0; i < n; i++) {
    const text = PyObject_CheckBuffer(ts, item(i)) ? bytesLike(ts, item(i)) : null
    if (text === null) {
      const message = `sequence item ${i}: expected a bytes-like object, ${typeName(ts, item(i))} found`
      return PyErr_Format(ts, ts.exc.TypeError, message)
    }
    parts.push(text)
    size += text.length
  }
  const separator = ownBytes(ts, self)
  if (!fitsBytes(ts, size + separator.length * (n - 1))) return 0
  return sameKindFilled(ts, self, parts.join(separator))
}

function stripper(name: 'strip' | 'lstrip' | 'rstrip'): MethodSpec {
  return {
    name,
    kind: 'FASTCALL',
    min: 0,
    max: 1,
    call: (ts, self, argv, nargs) => {
      const given = nargs === 0 ? ts.none : argAt(ts, argv, 0)
      const set = given === ts.none ? '\t\n\r\f\v ' : bytesLike(ts, given)
      if (set === null) return 0
      const text = ownBytes(ts, self)
      let start = 0
      let end = text.length
      if (name !== 'rstrip') while (start < end && set.includes(text[start])) start++
      if (name !== 'lstrip') while (end > start && set.includes(text[end - 1])) end--
      if (start === 0 && end === text.length) return unchanged(ts, self)
      return sameKind(ts, self, text.slice(start, end))
    },
  }
}

function affixRemover(name: 'removeprefix' | 'removesuffix'): MethodSpec {
  return {
    name,
    kind: 'O',
    call: (ts, self, argv) => {
      const affix = bytesLike(ts, argAt(ts, argv, 0))
      if (affix === null) return 0
      const text = ownBytes(ts, self)
      if (affix !== '' && name === 'removeprefix' && text.startsWith(affix))
        return sameKind(ts, self, text.slice(affix.length))
      if (affix !== '' && name === 'removesuffix' && text.endsWith(affix))
        return sameKind(ts, self, text.slice(0, text.length - affix.length))
      return unchanged(ts, self)
    },
  }
}

export const bytesSplitMethods: readonly MethodSpec[] = [
  { name: 'join', kind: 'O', call: bytes_join },
  stripper('lstrip'),
  partitioner('partition'),
  affixRemover('removeprefix'),
  affixRemover('removesuffix'),
  partitioner('rpartition'),
  splitter('rsplit'),
  stripper('rstrip'),
  splitter('split'),
  { name: 'splitlines', kind: 'KEYWORDS', call: bytes_splitlines },
  stripper('strip'),
]
