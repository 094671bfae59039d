// Objects/bytes_methods.c and Objects/stringlib/transmogrify.h: bytes as ASCII text. Kinds of bytes, their cases, padding
// and tabs.

import type { ThreadState } from '../heap/pystate.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { fill as fillIn } from '../profiles/index.ts'
import { newBool } from './boolobject.ts'
import { bytesText, fitsBytes, isByteSpace, ownBytes, sameKindFilled, unchanged } from './byteslike.ts'
import { _PyArg_BadArgument, argAt, parseKeywords } from './call.ts'
import { asInt } from './cint.ts'
import { PyErr_Format, PyErr_Occurred } from './errors.ts'
import { ssizeArgument } from './longnumber.ts'
import { type MethodSpec, typeName } from './object.ts'

const isLower = (c: string) => c >= 'a' && c <= 'z'
const isUpper = (c: string) => c >= 'A' && c <= 'Z'
const isAlpha = (c: string) => isLower(c) || isUpper(c)
const isDigit = (c: string) => c >= '0' && c <= '9'
const toUpper = (c: string) => (isLower(c) ? c.toUpperCase() : c)
const toLower = (c: string) => (isUpper(c) ? c.toLowerCase() : c)

/** Whether there are bytes and all are of a kind. */
function all(text: string, is: (c: string) => boolean): boolean {
  return text !== '' && [...text].every(is)
}

/** Whether words begin large and go on small, and there is one. */
function isTitle(text: string): boolean {
  let cased = false
  let inWord = false
  for (const c of text) {
    if (isUpper(c) ? inWord : isLower(c) && !inWord) return false
    inWord = isAlpha(c)
    cased ||= inWord
  }
  return cased
}

function title(text: string): string {
  let inWord = false
  let result = ''
  for (const c of text) {
    result += inWord ? toLower(c) : toUpper(c)
    inWord = isAlpha(c)
  }
  return result
}

const each = (change: (c: string) => string) => (text: string) => [...text].map(change).join('')

function asks(name: string, is: (text: string) => boolean): MethodSpec {
  return { name, kind: 'NOARGS', call: (ts, self) => newBool(ts, is(ownBytes(ts, self))) }
}

function changes(name: string, change: (text: string) => string): MethodSpec {
  return { name, kind: 'NOARGS', call: (ts, self) => sameKindFilled(ts, self, change(ownBytes(ts, self))) }
}

/** A fill character; `null` with TypeError. */
function fillByte(ts: ThreadState, name: string, o: Borrowed): string | null {
  const text = bytesText(ts, o)
  if (text?.length === 1) return text
  // Of what is not bytes the plain message is given by every version.
  if (text === null) _PyArg_BadArgument(ts, name, 'argument 2', 'a byte string of length 1', o)
  else {
    const message = fillIn(ts.profile.bytes.oneByte, name, '2', typeName(ts, o), String(text.length))
    PyErr_Format(ts, ts.exc.TypeError, message)
  }
  return null
}

function padder(name: 'center' | 'ljust' | 'rjust'): MethodSpec {
  return {
    name,
    kind: 'FASTCALL',
    min: 1,
    max: 2,
    call: (ts, self, argv, nargs) => {
      const width = ssizeArgument(ts, argAt(ts, argv, 0))
      if (width === null) return 0
      const fill = nargs > 1 ? fillByte(ts, name, argAt(ts, argv, 1)) : ' '
      if (fill === null) return 0
      const text = ownBytes(ts, self)
      const margin = width - text.length
      if (margin <= 0) return unchanged(ts, self)
      if (!fitsBytes(ts, width)) return 0
      // An odd margin leans left or right as the width is odd or even.
      const half = Math.floor(margin / 2) + (margin % 2 === 1 && width % 2 === 1 ? 1 : 0)
      const left = name === 'ljust' ? 0 : name === 'rjust' ? margin : half
      return sameKindFilled(ts, self, fill.repeat(left) + text + fill.repeat(margin - left))
    },
  }
}

function bytes_zfill(ts: ThreadState, self: Borrowed, argv: number): Owned {
  const width = ssizeArgument(ts, argAt(ts, argv, 0))
  if (width === null) return 0
  const text = ownBytes(ts, self)
  const missing = width - text.length
  if (missing <= 0) return unchanged(ts, self)
  if (!fitsBytes(ts, width)) return 0
  const sign = text[0] === '+' || text[0] === '-' ? text[0] : ''
  return sameKindFilled(ts, self, sign + '0'.repeat(missing) + text.slice(sign.length))
}

function bytes_expandtabs(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const args = parseKeywords(ts, 'expandtabs', argv, nargs, kwnames, ['tabsize'], 0)
  if (args === null) return 0
  const tabsize = args[0] === 0 ? 8 : asInt(ts, args[0])
  if (tabsize === -1 && PyErr_Occurred(ts) !== 0) return 0
  const text = ownBytes(ts, self)
  if (!fitsBytes(ts, text.length + (text.split('\t').length - 1) * Math.max(0, tabsize))) return 0
  let result = ''
  let column = 0
  for (const c of text) {
    if (c === '\t') {
      const n = tabsize > 0 ? tabsize - (column % tabsize) : 0
      result += ' '.repeat(n)
      column += n
    } else {
      result += c
      column = c === '\n' || c === '\r' ? 0 : column + 1
    }
  }
  return sameKindFilled(ts, self, result)
}

export const bytesTextMethods: readonly MethodSpec[] = [
  changes('capitalize', (text) => toUpper(text.slice(0, 1)) + each(toLower)(text.slice(1))),
  padder('center'),
  { name: 'expandtabs', kind: 'KEYWORDS', call: bytes_expandtabs },
  asks('isalnum', (text) => all(text, (c) => isAlpha(c) || isDigit(c))),
  asks('isalpha', (text) => all(text, isAlpha)),
  asks('isascii', (text) => text === '' || all(text, (c) => c < '\x80')),
  asks('isdigit', (text) => all(text, isDigit)),
  asks('islower', (text) => !/[A-Z]/.test(text) && /[a-z]/.test(text)),
  asks('isspace', (text) => all(text, (c) => isByteSpace(c.charCodeAt(0)))),
  asks('istitle', isTitle),
  asks('isupper', (text) => !/[a-z]/.test(text) && /[A-Z]/.test(text)),
  padder('ljust'),
  changes('lower', each(toLower)),
  padder('rjust'),
  changes(
    'swapcase',
    each((c) => (isLower(c) ? toUpper(c) : toLower(c))),
  ),
  changes('title', title),
  changes('upper', each(toUpper)),
  { name: 'zfill', kind: 'O', call: bytes_zfill },
]
