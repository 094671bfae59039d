// Objects/unicodeobject.c, the representation: header, kind (1, 2 or 4 bytes a character), cached characters, interning.
// NOT CPYTHON: the characters themselves lie in `ts.texts`; where they would begin stands the number of the text, and the
// block is as large as CPython's. A string of 4-byte characters cannot hold two lone surrogates that would make a pair.

import { freeObject, preheaderSize } from '../heap/objimpl.ts'
import { PyObject_Free, PyObject_Malloc, PyObject_Realloc } from '../heap/obmalloc.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, INCREF, newref, Py_REFCNT, Py_TYPE } from '../heap/refcount.ts'
import { PyObject, PyUnicodeObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyErr_NoMemory } from './errors.ts'
import { staticRefcount } from './longintrepr.ts'
import { siphash13 } from './pyhash.ts'

/** What the widest character needs: 0 ASCII (1 byte), 1 Latin-1 (1 byte), 2 (2 bytes), 4 (4 bytes). */
export type Width = 0 | 1 | 2 | 4

// `state`: whether interned (2 bits), kind (3 bits), compact, ascii, in static memory.
const INTERNED_MASK = 3
const INTERNED_MORTAL = 1
const INTERNED_IMMORTAL = 2
const KIND_SHIFT = 2
const COMPACT = 1 << 5
const ASCII = 1 << 6
const STATIC = 1 << 7
/** Bytes from one cached character to the next. */
const LATIN1_SIZE = 80

/** Makes '' and the 256 one-character strings. `ts.types.str` must have its address. */
export function initUnicode(ts: ThreadState): void {
  ts.emptyStr = ts.mem.sbrk(64, 16)
  makeStatic(ts, ts.emptyStr, '', 0, 0)
  ts.latin1 = ts.mem.sbrk(256 * LATIN1_SIZE, 16)
  for (let c = 0; c < 256; c++) makeStatic(ts, latin1Char(ts, c), String.fromCharCode(c), c < 128 ? 0 : 1, 1)
  ts.newStr = (text) => newStr(ts, text)
}

function makeStatic(ts: ThreadState, o: number, text: string, width: Width, length: number): void {
  ts.mem.store(o, staticRefcount(ts))
  ts.mem.store(o + 8, ts.types.str)
  fillHeader(ts, o, text, width, length)
  ts.mem.store(o + PyUnicodeObject.state, ts.mem.load(o + PyUnicodeObject.state) | STATIC)
  if (ts.profile.text.nameImmortal) {
    ts.interned.set(text, o)
    ts.mem.store(o + PyUnicodeObject.state, ts.mem.load(o + PyUnicodeObject.state) | INTERNED_IMMORTAL)
  }
}

/** The cached string of one character below 256. */
export function latin1Char(ts: ThreadState, code: number): Borrowed {
  return ts.latin1 + code * LATIN1_SIZE
}

/** A new str. '' and one Latin-1 character give the cached objects. 0 with MemoryError. */
export function newStr(ts: ThreadState, text: string): Owned {
  const [width, length] = measured(text)
  return newStrOf(ts, text, width, length)
}

/** PyUnicode_New: a new str, of one Latin-1 character too; only '' gives the cached object. 0 with MemoryError. */
export function newOwnStr(ts: ThreadState, text: string): Owned {
  const [width, length] = measured(text)
  return newOwnStrOf(ts, text, width, length)
}

/** How wide the widest character is, and how many characters there are. */
function measured(text: string): [width: Width, length: number] {
  let width: Width = 0
  let pairs = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) continue
    if (unit < 0x100) width = width || 1
    else {
      if (width < 2) width = 2
      if (unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
        width = 4
        pairs++
        i++
      }
    }
  }
  return [width, text.length - pairs]
}

/**
 * A new str of a text whose widest character and number of characters are known.
 * @param fresh characters to charge against the payload budget, where JavaScript shares the rest (`sharedCost`)
 */
export function newStrOf(ts: ThreadState, text: string, width: Width, length: number, fresh = text.length): Owned {
  if (length === 1 && width < 2) return newref(ts, latin1Char(ts, text.charCodeAt(0)))
  return newOwnStrOf(ts, text, width, length, fresh)
}

/** The same, which never gives the cached object of a character. */
export function newOwnStrOf(ts: ThreadState, text: string, width: Width, length: number, fresh = text.length): Owned {
  if (length === 0) return newref(ts, ts.emptyStr)
  // Only the header is cleared: nothing reads the characters from the image.
  const o = PyObject_Malloc(ts.mem, compactSize(ts, width, length))
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.clear(o, ts.profile.layout.asciiHeader)
  ts.mem.store(o, 1)
  ts.mem.store(o + PyObject.ob_type, ts.types.str)
  fillHeader(ts, o, text, width, length, fresh)
  return o
}

/** Whether a str of `length` characters fits the memory budget; sets MemoryError when not. Ask before building the text. */
export function fitsMemory(ts: ThreadState, width: Width, length: number): boolean {
  if (compactSize(ts, width, length) < ts.budgets.memory) return true
  PyErr_NoMemory(ts)
  return false
}

/** Bytes of a compact str without what stands before it. */
export function compactSize(ts: ThreadState, width: Width, length: number): number {
  const header = width === 0 ? ts.profile.layout.asciiHeader : ts.profile.layout.compactHeader
  return header + (length + 1) * (width || 1)
}

function fillHeader(ts: ThreadState, o: number, text: string, width: Width, length: number, fresh = text.length): void {
  const mem = ts.mem
  mem.store(o + PyUnicodeObject.length, length)
  mem.store(o + PyUnicodeObject.hash, -1)
  mem.store(o + PyUnicodeObject.hash + 4, -1)
  mem.store(o + PyUnicodeObject.state, ((width || 1) << KIND_SHIFT) | COMPACT | (width === 0 ? ASCII : 0))
  mem.store(
    o + (width === 0 ? ts.profile.layout.asciiHeader : ts.profile.layout.compactHeader),
    keepText(ts, text, fresh),
  )
}

/**
 * What a concatenation costs outside the image: JavaScript keeps both texts as they are and joins them only when they are
 * looked into, so mostly the shorter one, and a part of the longer one for the times it is joined.
 */
export function sharedCost(leftLength: number, rightLength: number): number {
  return Math.min(leftLength, rightLength) + (Math.max(leftLength, rightLength) >> 3)
}

function keepText(ts: ThreadState, text: string, fresh: number): number {
  ts.chargePayload(2 * fresh + 16)
  return ts.texts.push(text) - 1
}

/**
 * An instance of a subclass of str: its characters lie in a block of their own.
 * @param o the instance, fresh from the type's allocator; given up on failure
 */
export function fillSubclass(ts: ThreadState, o: Owned, source: Borrowed): Owned {
  const mem = ts.mem
  const width = widthOf(ts, source)
  const length = PyUnicode_GetLength(ts, source)
  const data = PyObject_Malloc(mem, (length + 1) * (width || 1))
  if (data === 0) {
    DECREF(ts, o)
    return PyErr_NoMemory(ts)
  }
  mem.store(o + PyUnicodeObject.length, length)
  mem.store(o + PyUnicodeObject.hash, mem.load(source + PyUnicodeObject.hash))
  mem.store(o + PyUnicodeObject.hash + 4, mem.load(source + PyUnicodeObject.hash + 4))
  mem.store(o + PyUnicodeObject.state, ((width || 1) << KIND_SHIFT) | (width === 0 ? ASCII : 0))
  mem.store(o + ts.profile.layout.compactHeader, data)
  mem.store(data, mem.load(textAddress(ts, source)))
  return o
}

/** Where the number of the text stands. */
function textAddress(ts: ThreadState, o: Borrowed): number {
  const state = ts.mem.words[(o + PyUnicodeObject.state) >> 2]
  const { asciiHeader, compactHeader } = ts.profile.layout
  if ((state & COMPACT) === 0) return ts.mem.load(o + compactHeader)
  return o + (state & ASCII ? asciiHeader : compactHeader)
}

/** The text of a str. Lone surrogates are possible. */
export function textOf(ts: ThreadState, o: Borrowed): string {
  return ts.texts[textNumber(ts, o)]
}

/** The number of a str's text in `ts.texts`. */
export function textNumber(ts: ThreadState, o: Borrowed): number {
  return ts.mem.words[textAddress(ts, o) >> 2]
}

/** Number of characters (code points). */
export function PyUnicode_GetLength(ts: ThreadState, o: Borrowed): number {
  return ts.mem.words[(o + PyUnicodeObject.length) >> 2]
}

/** Bytes a character: 1, 2 or 4. */
export function kindOf(ts: ThreadState, o: Borrowed): 1 | 2 | 4 {
  return ((ts.mem.words[(o + PyUnicodeObject.state) >> 2] >> KIND_SHIFT) & 7) as 1 | 2 | 4
}

/** What the widest character needs. */
export function widthOf(ts: ThreadState, o: Borrowed): Width {
  return ts.mem.words[(o + PyUnicodeObject.state) >> 2] & ASCII ? 0 : kindOf(ts, o)
}

/** Whether two strs have the same characters. */
export function PyUnicode_EQ(ts: ThreadState, a: Borrowed, b: Borrowed): boolean {
  return a === b || (textOf(ts, a) === textOf(ts, b) && kindOf(ts, a) === kindOf(ts, b))
}

/** Bytes as `str.__sizeof__` counts them. */
export function unicode_sizeof(ts: ThreadState, o: Borrowed): number {
  const width = widthOf(ts, o)
  const length = PyUnicode_GetLength(ts, o)
  const state = ts.mem.load(o + PyUnicodeObject.state)
  if ((state & COMPACT) === 0) return ts.profile.layout.compactHeader + 8 + (length + 1) * (width || 1)
  // The UTF-8 form of a cached character above U+007F: two bytes and a zero.
  const utf8 = width === 1 && (state & STATIC) !== 0 && ts.profile.text.latin1Utf8 ? 3 : 0
  return compactSize(ts, width, length) + utf8
}

/** tp_dealloc of str. */
export function unicode_dealloc(ts: ThreadState, o: number): void {
  const state = ts.mem.load(o + PyUnicodeObject.state)
  if ((state & INTERNED_MASK) === INTERNED_MORTAL) ts.interned.delete(textOf(ts, o))
  if ((state & COMPACT) === 0) PyObject_Free(ts.mem, ts.mem.load(o + ts.profile.layout.compactHeader))
  freeObject(ts, o)
}

/** The interned str of a text (a constant, an attribute name made at run time). Immortal where the version makes all so. */
export function internStr(ts: ThreadState, text: string): Owned {
  const known = ts.interned.get(text)
  if (known !== undefined) return newref(ts, known)
  const o = newStr(ts, text)
  if (o !== 0 && !isInterned(ts, o)) intern(ts, o, text)
  return o
}

function intern(ts: ThreadState, o: Borrowed, text: string): void {
  ts.interned.set(text, o)
  ts.mem.store(o + PyUnicodeObject.state, ts.mem.load(o + PyUnicodeObject.state) | INTERNED_MORTAL)
  if (ts.profile.text.internImmortal || ts.startupNames.has(text)) makeImmortal(ts, o)
}

/** What the interpreter has interned before a program begins stays, as far as CPython has it too. */
export function keepStartupNames(ts: ThreadState): void {
  for (const [text, o] of ts.interned) if (ts.startupNames.has(text)) makeImmortal(ts, o)
}

/** The interned str of a name used in code: immortal from 3.12 on (_PyUnicode_InternImmortal). */
export function internName(ts: ThreadState, text: string): Owned {
  const o = internStr(ts, text)
  if (o !== 0 && ts.profile.text.nameImmortal) makeImmortal(ts, o)
  return o
}

/** Takes a str, gives the interned one with the same text. */
export function PyUnicode_InternInPlace(ts: ThreadState, o: Owned): Owned {
  if (Py_TYPE(ts, o) !== ts.types.str || isInterned(ts, o)) return o
  const text = textOf(ts, o)
  const known = ts.interned.get(text)
  if (known !== undefined) {
    INCREF(ts, known)
    DECREF(ts, o)
    return known
  }
  if (!ts.startupNames.has(text)) {
    intern(ts, o, text)
    return o
  }
  // The one that was there, which nobody had met yet.
  const there = internStr(ts, text)
  DECREF(ts, o)
  return there
}

/** Whether the str is in the table of interned ones. */
export function isInterned(ts: ThreadState, o: Borrowed): boolean {
  return (ts.mem.load(o + PyUnicodeObject.state) & INTERNED_MASK) !== 0
}

function makeImmortal(ts: ThreadState, o: number): void {
  const state = ts.mem.load(o + PyUnicodeObject.state)
  if ((state & INTERNED_MASK) === INTERNED_IMMORTAL) return
  ts.mem.store(o + PyUnicodeObject.state, (state & ~INTERNED_MASK) | INTERNED_IMMORTAL)
  const counted = ts.profile.refcount.immortalStatic === null ? ts.mem.load(o) : 0
  ts.mem.store(o, staticRefcount(ts) + counted)
}

/**
 * Takes `left`, gives `left + right`: `left` itself, grown, when nobody else has it (PyUnicode_Append). Both are strs.
 * 0 with MemoryError.
 */
export function PyUnicode_Append(ts: ThreadState, left: Owned, right: Borrowed): Owned {
  const rightLength = PyUnicode_GetLength(ts, right)
  const leftLength = PyUnicode_GetLength(ts, left)
  if (left === ts.emptyStr) {
    DECREF(ts, left)
    return unicodeResult(ts, right)
  }
  if (rightLength === 0) return left
  const width = Math.max(widthOf(ts, left), widthOf(ts, right)) as Width
  const length = leftLength + rightLength
  const text = textOf(ts, left) + textOf(ts, right)
  const mem = ts.mem
  const modifiable =
    Py_REFCNT(ts, left) === 1 &&
    mem.load(left + PyUnicodeObject.hash) === -1 &&
    mem.load(left + PyUnicodeObject.hash + 4) === -1 &&
    !isInterned(ts, left) &&
    Py_TYPE(ts, left) === ts.types.str &&
    width === widthOf(ts, left)
  if (modifiable) {
    if (!fitsMemory(ts, width, length)) {
      DECREF(ts, left)
      return 0
    }
    const block = left - preheaderSize(ts, ts.types.str)
    const grown = PyObject_Realloc(mem, block, compactSize(ts, width, length))
    if (grown === 0) {
      DECREF(ts, left)
      return PyErr_NoMemory(ts)
    }
    fillHeader(ts, grown, text, width, length, sharedCost(leftLength, rightLength))
    return grown
  }
  const cost = sharedCost(leftLength, rightLength)
  const result = fitsMemory(ts, width, length) ? newStrOf(ts, text, width, length, cost) : 0
  DECREF(ts, left)
  return result
}

/** unicode_result_unchanged: the str itself, or a copy as a plain str of an instance of a subclass. */
export function unicodeResult(ts: ThreadState, o: Borrowed): Owned {
  if (Py_TYPE(ts, o) === ts.types.str) return newref(ts, o)
  return newOwnStrOf(ts, textOf(ts, o), widthOf(ts, o), PyUnicode_GetLength(ts, o))
}

/** hash(str), kept in the object. CPython hashes the characters as they lie in memory: 1, 2 or 4 bytes each. */
export function unicode_hash(ts: ThreadState, o: Borrowed): number {
  const mem = ts.mem
  const known = mem.load(o + PyUnicodeObject.hash)
  const knownHigh = mem.load(o + PyUnicodeObject.hash + 4)
  if (known !== -1 || knownHigh !== -1) {
    ts.hashHigh = knownHigh
    return known
  }
  const text = textOf(ts, o)
  const kind = kindOf(ts, o)
  const low = hashText(ts, text, kind, PyUnicode_GetLength(ts, o))
  mem.store(o + PyUnicodeObject.hash, low)
  mem.store(o + PyUnicodeObject.hash + 4, ts.hashHigh)
  return low
}

let scratch = new Int32Array(64)

function hashText(ts: ThreadState, text: string, kind: 1 | 2 | 4, length: number): number {
  const bytes = length * kind
  const words = ((bytes + 7) >> 3) << 1
  if (scratch.length < words) scratch = new Int32Array(words * 2)
  scratch.fill(0, 0, words)
  if (kind === 4) {
    let i = 0
    for (const char of text) scratch[i++] = char.codePointAt(0) ?? 0
  } else {
    const perWord = 4 / kind
    const bits = kind * 8
    for (let i = 0; i < text.length; i++)
      scratch[Math.floor(i / perWord)] |= text.charCodeAt(i) << ((i % perWord) * bits)
  }
  return siphash13(ts, scratch, bytes)
}

/** The hash of bytes, given as a text of characters below 256. */
export function hashBytes(ts: ThreadState, bytes: string): number {
  return hashText(ts, bytes, 1, bytes.length)
}
