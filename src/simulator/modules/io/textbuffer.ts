// Modules/_io/stringio.c, the buffer of a StringIO: the text, the position in it, writing, and where lines end.
// While it is only written at its end, 3.11 keeps the pieces themselves. NOT CPYTHON: else the text is a str of its own, where
// CPython keeps a buffer.

import type { ThreadState } from '../../heap/pystate.ts'
import { CLEAR, DECREF, newref, SETREF, XDECREF } from '../../heap/refcount.ts'
import { layout, PyObject } from '../../heap/structs.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyErr_Format } from '../../objects/errors.ts'
import { list_ass_slice, newList, PyList_Append, PyList_GET_ITEM, PyList_GET_SIZE } from '../../objects/listobject.ts'
import { chargeWork } from '../../objects/longintrepr.ts'
import { joinStrings, newOwnStr, newStr, PyUnicode_GetLength, textOf } from '../../objects/unicodeobject.ts'
import { fitsMemory, kindOf, PyUnicode_Append } from '../../objects/unicodestorage.ts'

/** Where lines end and what is written for them, by number in `newline`. */
export const NEWLINES = [null, '', '\n', '\r', '\r\n'] as const

export const S = layout(PyObject.sizeof, [
  ['buf', 'ptr'],
  /** A list of what was written, instead of a buffer; 0 where there is one. */
  ['pieces', 'ptr'],
  ['string_size', 'ssize'],
  ['pos', 'ssize'],
  /** Which of NEWLINES; -1 before `__init__`. */
  ['newline', 'ssize'],
  ['closed', 'ssize'],
  ['dict', 'ptr'],
  ['weakreflist', 'ptr'],
])

/** The text as an array of code points' strings, or as it is where each is one unit: both can be indexed and sliced. */
export function bufferOf(ts: ThreadState, self: Borrowed): string | string[] {
  realize(ts, self)
  const buf = ts.mem.load(self + S.buf)
  const text = textOf(ts, buf)
  if (kindOf(ts, buf) !== 4) return text
  chargeWork(ts, text.length)
  return Array.from(text)
}

/** A stretch of the buffer as a new str. */
export function sliceOf(ts: ThreadState, buffer: string | string[], start: number, end: number): Owned {
  chargeWork(ts, end - start)
  const piece = buffer.slice(start, end)
  return newStr(ts, typeof piece === 'string' ? piece : piece.join(''))
}

export function lengthOf(ts: ThreadState, self: Borrowed): number {
  return ts.mem.loadWide(self + S.string_size)
}

export function positionOf(ts: ThreadState, self: Borrowed): number {
  return ts.mem.loadWide(self + S.pos)
}

export function setPosition(ts: ThreadState, self: Borrowed, pos: number): void {
  ts.mem.storeWide(self + S.pos, pos)
}

/** Pieces from now on, where the version keeps them (STATE_ACCUMULATING). 0 ok, -1 error. */
export function accumulate(ts: ThreadState, self: Borrowed): number {
  if (!ts.profile.modules.stringioKeepsPieces) return 0
  const list = newList(ts, 0)
  ts.mem.store(self + S.pieces, list)
  return list === 0 ? -1 : 0
}

/** _PyAccu_Finish: the text of all pieces, which is the piece itself where there is one. */
function joinPieces(ts: ThreadState, pieces: Borrowed): Owned {
  chargeWork(ts, PyList_GET_SIZE(ts, pieces))
  return joinStrings(
    ts,
    Array.from({ length: PyList_GET_SIZE(ts, pieces) }, (_, i) => PyList_GET_ITEM(ts, pieces, i)),
  )
}

/** realize: the pieces become the buffer. */
function realize(ts: ThreadState, self: Borrowed): void {
  const pieces = ts.mem.load(self + S.pieces)
  if (pieces === 0) return
  const text = joinPieces(ts, pieces)
  SETREF(ts, self + S.buf, newOwnStr(ts, textOf(ts, text)))
  DECREF(ts, text)
  CLEAR(ts, self + S.pieces)
}

/** The whole text as a new str; make_intermediate: of pieces, which it replaces. */
export function wholeText(ts: ThreadState, self: Borrowed): Owned {
  const pieces = ts.mem.load(self + S.pieces)
  if (pieces === 0) {
    chargeWork(ts, lengthOf(ts, self))
    return newStr(ts, textOf(ts, ts.mem.load(self + S.buf)))
  }
  const text = joinPieces(ts, pieces)
  if (text === 0 || list_ass_slice(ts, pieces, 0, PyList_GET_SIZE(ts, pieces), 0) < 0) return 0
  return PyList_Append(ts, pieces, text) < 0 ? 0 : text
}

/** Gives the file another text. 0 ok, -1 error. */
export function setText(ts: ThreadState, self: Borrowed, text: Owned): number {
  if (text === 0) return -1
  SETREF(ts, self + S.buf, text)
  ts.mem.storeWide(self + S.string_size, PyUnicode_GetLength(ts, text))
  return 0
}

/** `null`, `''`, `'\n'`, `'\r'` or `'\r\n'`, as given to `StringIO`. */
export function newlineOf(ts: ThreadState, self: Borrowed): (typeof NEWLINES)[number] {
  return NEWLINES[ts.mem.load(self + S.newline)]
}

/** Whether the file can be used; ValueError where not. */
export function isOpen(ts: ThreadState, self: Borrowed): boolean {
  if (ts.mem.load(self + S.buf) === 0) {
    PyErr_Format(ts, ts.exc.ValueError, 'I/O operation on uninitialized object')
    return false
  }
  if (ts.mem.load(self + S.closed) === 0) return true
  PyErr_Format(ts, ts.exc.ValueError, 'I/O operation on closed file')
  return false
}

export function isClosed(ts: ThreadState, self: Borrowed): boolean {
  return ts.mem.load(self + S.closed) !== 0
}

export function close(ts: ThreadState, self: Borrowed): void {
  ts.mem.store(self + S.closed, 1)
  CLEAR(ts, self + S.pieces)
  SETREF(ts, self + S.buf, newref(ts, ts.emptyStr))
}

/** write_str: puts a str at the position. 0 ok, -1 error. */
export function writeText(ts: ThreadState, self: Borrowed, o: Borrowed): number {
  const newline = newlineOf(ts, self)
  const given = textOf(ts, o)
  let text = given
  if (newline === null) text = text.replace(/\r\n?/g, '\n')
  else if (newline === '\r' || newline === '\r\n') text = text.replaceAll('\n', newline)
  const piece = text === given ? newref(ts, o) : newStr(ts, text)
  if (piece === 0) return -1
  chargeWork(ts, text.length)
  const count = PyUnicode_GetLength(ts, piece)
  const pos = positionOf(ts, self)
  const length = lengthOf(ts, self)
  const pieces = ts.mem.load(self + S.pieces)
  let status = 0
  if (pos === length && pieces !== 0) {
    status = PyList_Append(ts, pieces, piece)
    ts.mem.storeWide(self + S.string_size, length + count)
  } else if (pos === length) {
    const buf = ts.mem.load(self + S.buf)
    ts.mem.store(self + S.buf, newref(ts, ts.emptyStr))
    // Never the str that was written.
    let grown = 0
    if (length > 0) grown = PyUnicode_Append(ts, buf, piece)
    else {
      DECREF(ts, buf)
      grown = newOwnStr(ts, text)
    }
    status = grown === 0 ? -1 : setText(ts, self, grown)
  } else if (count > 0) status = overwrite(ts, self, pos, piece)
  XDECREF(ts, piece)
  if (status === 0) setPosition(ts, self, pos + count)
  return status
}

/** Inside the text, or beyond its end, where the gap is filled with NUL. */
function overwrite(ts: ThreadState, self: Borrowed, pos: number, piece: Borrowed): number {
  const count = PyUnicode_GetLength(ts, piece)
  if (!fitsMemory(ts, 4, pos + count)) return -1
  const all = bufferOf(ts, self)
  const gap = '\0'.repeat(Math.max(0, pos - all.length))
  chargeWork(ts, all.length + gap.length)
  const joined = (part: string | string[]) => (typeof part === 'string' ? part : part.join(''))
  const text = joined(all.slice(0, pos)) + gap + textOf(ts, piece) + joined(all.slice(pos + count))
  return setText(ts, self, newStr(ts, text))
}

/** What `newline` takes for the end of a line: the position after it, from `start` on. */
function lineEnd(text: string | string[], start: number, newline: (typeof NEWLINES)[number]): number {
  for (let i = start; i < text.length; i++) {
    const c = text[i]
    if (newline === '\r\n') {
      if (c === '\r' && text[i + 1] === '\n') return i + 2
    } else if (newline === '') {
      if (c === '\n') return i + 1
      if (c === '\r') return text[i + 1] === '\n' ? i + 2 : i + 1
    } else if (c === (newline ?? '\n')) return i + 1
  }
  return text.length
}

/** A line with its end, of at most `limit` characters where that is not negative. */
export function readLine(ts: ThreadState, self: Borrowed, limit: number): Owned {
  const start = positionOf(ts, self)
  const text = bufferOf(ts, self)
  if (start >= text.length) return newref(ts, ts.emptyStr)
  const whole = lineEnd(text, start, newlineOf(ts, self))
  const end = limit < 0 ? whole : Math.min(whole, start + limit)
  setPosition(ts, self, end)
  return sliceOf(ts, text, start, end)
}
