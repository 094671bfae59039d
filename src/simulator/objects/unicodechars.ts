// Objects/unicodeobject.c: characters of a str by position. Where every character is one JavaScript unit, positions agree.

import type { ThreadState } from '../heap/pystate.ts'
import { newref } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { kindOf, latin1Char, newStr, newStrOf, PyUnicode_GetLength, textOf, widthOf } from './unicodestorage.ts'

/** The characters of the text last asked for; a text never changes, so this can always be made again. */
let cachedText = ''
let cachedChars: readonly string[] = []

/** The characters of a text with characters of 4 bytes. */
export function charsOf(text: string): readonly string[] {
  if (text !== cachedText) {
    cachedText = text
    cachedChars = [...text]
  }
  return cachedChars
}

/** Character `i` as a text. */
export function charAt(ts: ThreadState, o: Borrowed, i: number): string {
  const text = textOf(ts, o)
  return kindOf(ts, o) === 4 ? charsOf(text)[i] : text[i]
}

/** Character `i` as a new str (unicode_char). */
export function unicodeChar(ts: ThreadState, o: Borrowed, i: number): Owned {
  const c = charAt(ts, o, i)
  const code = c.charCodeAt(0)
  if (code < 0x100) return newref(ts, latin1Char(ts, code))
  return newStrOf(ts, c, c.length === 2 ? 4 : 2, 1)
}

/** The characters from `start` to before `end` as a text. */
export function sliceText(ts: ThreadState, o: Borrowed, start: number, end: number): string {
  const text = textOf(ts, o)
  return kindOf(ts, o) === 4 ? charsOf(text).slice(start, end).join('') : text.slice(start, end)
}

/** PyUnicode_Substring: `o` itself where that is all of it. */
export function substring(ts: ThreadState, o: Borrowed, start: number, end: number): Owned {
  const length = PyUnicode_GetLength(ts, o)
  const to = Math.min(end, length)
  if (start === 0 && to === length) return wholeOrCopy(ts, o)
  if (start >= to) return newref(ts, ts.emptyStr)
  const text = sliceText(ts, o, start, to)
  // The parts of an ASCII text are ASCII; others may get narrower.
  return widthOf(ts, o) === 0 ? newStrOf(ts, text, 0, to - start) : newNarrow(ts, o, text, to - start)
}

function newNarrow(ts: ThreadState, o: Borrowed, text: string, length: number): Owned {
  // Two-byte texts keep lone surrogates apart even where they would make a pair.
  if (kindOf(ts, o) === 2 && /[\ud800-\udbff][\udc00-\udfff]/.test(text)) return newStrOf(ts, text, 2, length)
  return newStr(ts, text)
}

function wholeOrCopy(ts: ThreadState, o: Borrowed): Owned {
  if (ts.mem.load(o + 8) === ts.types.str) return newref(ts, o)
  return newStrOf(ts, textOf(ts, o), widthOf(ts, o), PyUnicode_GetLength(ts, o))
}

/** Turns a position in the JavaScript text into one in characters. */
export function toCharIndex(ts: ThreadState, o: Borrowed, unit: number): number {
  if (kindOf(ts, o) !== 4 || unit < 0) return unit
  let n = 0
  const text = textOf(ts, o)
  for (let i = 0; i < unit; n++) i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1
  return n
}

/** Turns a position in characters into one in the JavaScript text. */
export function toUnitIndex(ts: ThreadState, o: Borrowed, index: number): number {
  if (kindOf(ts, o) !== 4) return index
  const text = textOf(ts, o)
  let i = 0
  for (let n = 0; n < index && i < text.length; n++) i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1
  return i
}
