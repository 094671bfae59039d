// Modules/_sre/sre.h, SRE_STATE: what a match knows of its text and of itself while it is looked for. Nothing of it is
// seen by Python. The instructions are read from the pattern object, which lies in memory as CPython's.

import { Stop, type ThreadState } from '../../heap/pystate.ts'
import type { Borrowed } from '../../heap/typeslots.ts'
import { kindOf, PyUnicode_GetLength, textOf } from '../../objects/unicodestorage.ts'
import { isAsciiWord, isOfCategory, isUnicodeWord, unicodeUpper } from './characters.ts'
import {
  AT_BEGINNING,
  AT_BEGINNING_LINE,
  AT_BEGINNING_STRING,
  AT_BOUNDARY,
  AT_END,
  AT_END_LINE,
  AT_END_STRING,
  AT_NON_BOUNDARY,
  AT_UNI_BOUNDARY,
  BIGCHARSET,
  CATEGORY,
  CHARSET,
  FAILURE,
  LITERAL,
  NEGATE,
  RANGE,
} from './constants.ts'

const NEWLINE = 10

/** The code points of the text of wide characters last looked at; can always be made again. */
let wideText = ''
let wideCodes: Int32Array = new Int32Array(0)

function codesOf(text: string): Int32Array {
  if (text !== wideText) {
    wideText = text
    wideCodes = Int32Array.from(text as Iterable<string>, (c) => c.codePointAt(0) ?? 0)
  }
  return wideCodes
}

/** Words of the stack of a match that has just begun. */
const FIRST_STACK = 256

export class MatchState {
  readonly ts: ThreadState
  /** The memory; another array once it has grown. */
  words: Int32Array
  readonly #text: string
  readonly #codes: Int32Array | null
  /** Where the next search begins, and where the match that was found did. */
  start: number
  readonly end: number
  readonly pos: number
  /** Where the matcher is, and where the match that was found ends. */
  ptr = 0
  matchAll = false
  mustAdvance = false
  lastmark = -1
  lastindex = -1
  readonly mark: Int32Array
  /** Where on the stack the innermost repeat has its counts; -1: there is none. */
  repeat = -1
  stack = new Int32Array(FIRST_STACK)
  top = 0

  constructor(ts: ThreadState, string: Borrowed, groups: number, pos: number, endpos: number) {
    this.ts = ts
    this.words = ts.mem.words
    this.#text = textOf(ts, string)
    this.#codes = kindOf(ts, string) === 4 ? codesOf(this.#text) : null
    const length = PyUnicode_GetLength(ts, string)
    const within = (n: number) => Math.min(Math.max(n, 0), length)
    this.pos = within(pos)
    this.start = this.pos
    this.end = within(endpos)
    this.mark = new Int32Array(groups * 2)
  }

  /** The character at a position. */
  at(i: number): number {
    return this.#codes ? this.#codes[i] : this.#text.charCodeAt(i)
  }

  /** Ready for another search. */
  reset(): void {
    this.words = this.ts.mem.words
    this.lastmark = -1
    this.lastindex = -1
    this.repeat = -1
    this.top = 0
  }

  /** Makes room for so many words more. */
  grow(n: number): void {
    const wanted = this.top + n
    if (wanted <= this.stack.length) return
    const size = wanted + (wanted >> 1)
    if (size * 4 > this.ts.budgets.memory) throw new Stop({ kind: 'budget', which: 'memory' })
    const stack = new Int32Array(size)
    stack.set(this.stack.subarray(0, this.top))
    this.stack = stack
  }

  /** Keeps the marks up to and with `lastmark`. */
  pushMarks(lastmark: number): void {
    this.grow(lastmark + 1)
    for (let i = 0; i <= lastmark; i++) this.stack[this.top++] = this.mark[i]
  }

  /** Takes the marks kept last; they stay kept. */
  peekMarks(lastmark: number): void {
    const base = this.top - lastmark - 1
    for (let i = 0; i <= lastmark; i++) this.mark[i] = this.stack[base + i]
  }

  dropMarks(lastmark: number): void {
    this.top -= lastmark + 1
  }

  /** Notes a beginning or an end of a group. */
  setMark(i: number, ptr: number): void {
    if (i & 1) this.lastindex = (i >> 1) + 1
    if (i > this.lastmark) {
      for (let j = this.lastmark + 1; j < i; j++) this.mark[j] = -1
      this.lastmark = i
    }
    this.mark[i] = ptr
  }

  /** Beginning and end of a group by its number less one; `null` where it did not take part. */
  span(group: number): readonly [number, number] | null {
    const i = group * 2
    if (i >= this.lastmark) return null
    const [start, end] = [this.mark[i], this.mark[i + 1]]
    return start < 0 || end < 0 || end < start ? null : [start, end]
  }

  /** Whether a position is of a kind. */
  isAt(ptr: number, at: number): boolean {
    switch (at) {
      case AT_BEGINNING:
      case AT_BEGINNING_STRING:
        return ptr === 0
      case AT_BEGINNING_LINE:
        return ptr === 0 || this.at(ptr - 1) === NEWLINE
      case AT_END:
        return ptr === this.end || (this.end - ptr === 1 && this.at(ptr) === NEWLINE)
      case AT_END_LINE:
        return ptr === this.end || this.at(ptr) === NEWLINE
      case AT_END_STRING:
        return ptr === this.end
    }
    const isWord = at === AT_BOUNDARY || at === AT_NON_BOUNDARY ? isAsciiWord : isUnicodeWord
    const wantsBoundary = at === AT_BOUNDARY || at === AT_UNI_BOUNDARY
    if (this.end === 0) return !wantsBoundary && this.ts.profile.modules.re.emptyIsNoBoundary
    const before = ptr > 0 && isWord(this.at(ptr - 1))
    const after = ptr < this.end && isWord(this.at(ptr))
    return (before !== after) === wantsBoundary
  }

  /** Whether a character is in the set whose instructions begin at `set`. */
  isIn(set: number, code: number): boolean {
    const { words } = this
    let found = true
    for (let i = set; ; ) {
      switch (words[i++]) {
        case FAILURE:
          return !found
        case LITERAL:
          if (words[i++] === code) return found
          break
        case CATEGORY:
          if (isOfCategory(words[i++], code)) return found
          break
        case CHARSET:
          if (code < 256 && words[i + (code >> 5)] & (1 << (code & 31))) return found
          i += 8
          break
        case RANGE:
          if (words[i] <= code && code <= words[i + 1]) return found
          i += 2
          break
        case NEGATE:
          found = !found
          break
        case BIGCHARSET: {
          const blocks = words[i++]
          if (code < 0x10000) {
            const block = (words[i + (code >> 10)] >> (((code >> 8) & 3) * 8)) & 255
            if (words[i + 64 + block * 8 + ((code & 255) >> 5)] & (1 << (code & 31))) return found
          }
          i += 64 + blocks * 8
          break
        }
        default: {
          // RANGE_UNI_IGNORE: the character is in lower case already.
          const upper = unicodeUpper(code)
          if (words[i] <= code && code <= words[i + 1]) return found
          if (words[i] <= upper && upper <= words[i + 1]) return found
          i += 2
        }
      }
    }
  }
}
