// Objects/unicodeobject.c: cases and the questions about all characters (isalpha ...).

import type { ThreadState } from '../heap/pystate.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { newBool } from './boolobject.ts'
import type { MethodSpec } from './object.ts'
import {
  isAlnum,
  isAlpha,
  isAscii,
  isCased,
  isDecimal,
  isDigit,
  isIdentifier,
  isLower,
  isNumeric,
  isPrintable,
  isSpace,
  isTitle,
  isUpper,
  toFolded,
  toTitle,
} from './unicodectype.ts'
import { newOwnStr, textOf } from './unicodestorage.ts'

/** A method that gives another text. */
function mapped(name: string, map: (text: string) => string): MethodSpec {
  return { name, kind: 'NOARGS', call: (ts, self) => newOwnStr(ts, map(textOf(ts, self))) }
}

/** A method that answers a question. */
function asked(name: string, ask: (text: string) => boolean): MethodSpec {
  return { name, kind: 'NOARGS', call: (ts: ThreadState, self: Borrowed) => newBool(ts, ask(textOf(ts, self))) }
}

/** Whether there are characters and all are of a kind. */
const all = (is: (c: string) => boolean) => (text: string) => {
  for (const c of text) if (!is(c)) return false
  return text !== ''
}

/** The characters in lower case; a final sigma depends on its neighbours, so it is done on the whole text. */
function lowerChars(text: string): string[] {
  if (!text.includes('\u03a3')) return [...text].map((c) => c.toLowerCase())
  const whole = text.toLowerCase()
  const result: string[] = []
  let at = 0
  for (const c of text) {
    const length = c.toLowerCase().length
    result.push(whole.slice(at, at + length))
    at += length
  }
  return result
}

function title(text: string): string {
  const lower = lowerChars(text)
  let previousCased = false
  let result = ''
  let i = 0
  for (const c of text) {
    result += previousCased ? lower[i] : toTitle(c)
    previousCased = isCased(c)
    i++
  }
  return result
}

function capitalize(text: string): string {
  const [first, ...rest] = lowerChars(text)
  if (first === undefined) return ''
  return toTitle(String.fromCodePoint(text.codePointAt(0) ?? 0)) + rest.join('')
}

function swapcase(text: string): string {
  const lower = lowerChars(text)
  let result = ''
  let i = 0
  for (const c of text) {
    result += isUpper(c) ? lower[i] : isLower(c) ? c.toUpperCase() : c
    i++
  }
  return result
}

function casefold(text: string): string {
  let result = ''
  for (const c of text) result += toFolded(c)
  return result
}

function allOfCase(is: (c: string) => boolean, other: (c: string) => boolean): (text: string) => boolean {
  return (text) => {
    let cased = false
    for (const c of text) {
      if (other(c) || isTitle(c)) return false
      cased ||= is(c)
    }
    return cased
  }
}

function istitle(text: string): boolean {
  let cased = false
  let previousCased = false
  for (const c of text) {
    if (isUpper(c) || isTitle(c)) {
      if (previousCased) return false
      previousCased = true
      cased = true
    } else if (isLower(c)) {
      if (!previousCased) return false
      cased = true
    } else previousCased = false
  }
  return cased
}

export const caseMethods: readonly MethodSpec[] = [
  mapped('upper', (text) => text.toUpperCase()),
  mapped('lower', (text) => text.toLowerCase()),
  mapped('title', title),
  mapped('capitalize', capitalize),
  mapped('swapcase', swapcase),
  mapped('casefold', casefold),
  asked('isalpha', all(isAlpha)),
  asked('isalnum', all(isAlnum)),
  asked('isdecimal', all(isDecimal)),
  asked('isdigit', all(isDigit)),
  asked('isnumeric', all(isNumeric)),
  asked('isspace', all(isSpace)),
  asked('islower', allOfCase(isLower, isUpper)),
  asked('isupper', allOfCase(isUpper, isLower)),
  asked('istitle', istitle),
  asked('isascii', isAscii),
  asked('isidentifier', isIdentifier),
  asked('isprintable', (text) => text === '' || all(isPrintable)(text)),
]
