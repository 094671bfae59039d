// Modules/_sre/sre.c, the categories of characters, and their cases (Lib/re/_casefix.py).
// NOT CPYTHON: beyond ASCII they are those of the JavaScript engine's Unicode version.

import { isByteSpace } from '../../objects/byteslike.ts'
import { isAlnum, isDecimal, isSpace } from '../../objects/unicodectype.ts'
import {
  CATEGORY_DIGIT,
  CATEGORY_NOT_DIGIT,
  CATEGORY_NOT_SPACE,
  CATEGORY_NOT_WORD,
  CATEGORY_SPACE,
  CATEGORY_WORD,
  TO_UNICODE,
} from './constants.ts'

const DIGIT_BIT = 1
const SPACE_BIT = 2
const WORD_BIT = 4
const KNOWN_BIT = 8

/** What is known of the characters of the BMP; filled in as they are met. */
const kinds = new Uint8Array(0x10000)
const lowers = new Int32Array(0x10000).fill(-1)

function findKind(code: number): number {
  const c = String.fromCodePoint(code)
  const digit = isDecimal(c) ? DIGIT_BIT : 0
  const word = code === 0x5f || isAlnum(c) ? WORD_BIT : 0
  return digit | word | (isSpace(c) ? SPACE_BIT : 0) | KNOWN_BIT
}

function kindOfCharacter(code: number): number {
  if (code > 0xffff) return findKind(code)
  if (kinds[code] === 0) kinds[code] = findKind(code)
  return kinds[code]
}

const isAsciiDigit = (code: number) => code >= 0x30 && code <= 0x39

/** Whether a letter of ASCII. */
export const isAsciiCased = (code: number) => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)

/** Whether `\w` of ASCII. */
export const isAsciiWord = (code: number) => isAsciiDigit(code) || isAsciiCased(code) || code === 0x5f

/** Whether `\w`. */
export const isUnicodeWord = (code: number) => (kindOfCharacter(code) & WORD_BIT) !== 0

/** Whether a character is of a category. */
export function isOfCategory(category: number, code: number): boolean {
  switch (category) {
    case CATEGORY_DIGIT:
      return isAsciiDigit(code)
    case CATEGORY_NOT_DIGIT:
      return !isAsciiDigit(code)
    case CATEGORY_SPACE:
      return isByteSpace(code)
    case CATEGORY_NOT_SPACE:
      return !isByteSpace(code)
    case CATEGORY_WORD:
      return isAsciiWord(code)
    case CATEGORY_NOT_WORD:
      return !isAsciiWord(code)
    case CATEGORY_DIGIT + TO_UNICODE:
      return (kindOfCharacter(code) & DIGIT_BIT) !== 0
    case CATEGORY_NOT_DIGIT + TO_UNICODE:
      return (kindOfCharacter(code) & DIGIT_BIT) === 0
    case CATEGORY_SPACE + TO_UNICODE:
      return (kindOfCharacter(code) & SPACE_BIT) !== 0
    case CATEGORY_NOT_SPACE + TO_UNICODE:
      return (kindOfCharacter(code) & SPACE_BIT) === 0
    case CATEGORY_WORD + TO_UNICODE:
      return isUnicodeWord(code)
    default:
      return !isUnicodeWord(code)
  }
}

/** The lower case of a letter of ASCII. */
export const asciiLower = (code: number) => (code >= 0x41 && code <= 0x5a ? code + 32 : code)

function findLower(code: number): number {
  return String.fromCodePoint(code).toLowerCase().codePointAt(0) ?? code
}

/** The lower case of a character, the first one where it takes several. */
export function unicodeLower(code: number): number {
  if (code > 0xffff) return findLower(code)
  const known = lowers[code]
  if (known >= 0) return known
  lowers[code] = findLower(code)
  return lowers[code]
}

/** The upper case of a character, the first one where it takes several. */
export function unicodeUpper(code: number): number {
  return String.fromCodePoint(code).toUpperCase().codePointAt(0) ?? code
}

/** Whether a character has cases. */
export const isUnicodeCased = (code: number) => code !== unicodeLower(code) || code !== unicodeUpper(code)

/** Characters in lower case that differ and share their upper case. */
const SAME_UPPER = [
  [0x69, 0x131],
  [0x73, 0x17f],
  [0xb5, 0x3bc],
  [0x345, 0x3b9, 0x1fbe],
  [0x390, 0x1fd3],
  [0x3b0, 0x1fe3],
  [0x3b2, 0x3d0],
  [0x3b5, 0x3f5],
  [0x3b8, 0x3d1],
  [0x3ba, 0x3f0],
  [0x3c0, 0x3d6],
  [0x3c1, 0x3f1],
  [0x3c2, 0x3c3],
  [0x3c6, 0x3d5],
  [0x432, 0x1c80],
  [0x434, 0x1c81],
  [0x43e, 0x1c82],
  [0x441, 0x1c83],
  [0x442, 0x1c84, 0x1c85],
  [0x44a, 0x1c86],
  [0x463, 0x1c87],
  [0x1c88, 0xa64b],
  [0x1e61, 0x1e9b],
  [0xfb05, 0xfb06],
] as const

const others = new Map(
  SAME_UPPER.flatMap((codes) => codes.map((code) => [code as number, codes.filter((c) => c !== code)] as const)),
)

/** What else has the upper case of a character in lower case; `undefined`: nothing. */
export const extraCases = (lower: number): readonly number[] | undefined => others.get(lower)

/** How a pattern that ignores case sees characters. */
export interface Folding {
  readonly isCased: (code: number) => boolean
  readonly lower: (code: number) => number
  readonly extra: ((lower: number) => readonly number[] | undefined) | null
}

export const asciiFolding: Folding = { isCased: isAsciiCased, lower: asciiLower, extra: null }
export const unicodeFolding: Folding = { isCased: isUnicodeCased, lower: unicodeLower, extra: extraCases }
