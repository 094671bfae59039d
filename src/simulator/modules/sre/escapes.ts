// Lib/re/_parser.py, _escape and _class_escape: what a backslash means, outside and inside a set.
// Left out: `\N{...}`, refused by name.

import { Stop } from '../../heap/pystate.ts'
import {
  AT_BEGINNING_STRING,
  AT_BOUNDARY,
  AT_END_STRING,
  AT_NON_BOUNDARY,
  CATEGORY,
  CATEGORY_DIGIT,
  CATEGORY_NOT_DIGIT,
  CATEGORY_NOT_SPACE,
  CATEGORY_NOT_WORD,
  CATEGORY_SPACE,
  CATEGORY_WORD,
  LITERAL,
} from './constants.ts'
import type { PatternNode, PatternState, SetItem } from './node.ts'
import type { BadPattern, Tokenizer } from './tokenizer.ts'

const CHARACTERS: Readonly<Record<string, number>> = {
  '\\a': 7,
  '\\b': 8,
  '\\f': 12,
  '\\n': 10,
  '\\r': 13,
  '\\t': 9,
  '\\v': 11,
  '\\\\': 0x5c,
}

const CATEGORIES: Readonly<Record<string, number>> = {
  '\\d': CATEGORY_DIGIT,
  '\\D': CATEGORY_NOT_DIGIT,
  '\\s': CATEGORY_SPACE,
  '\\S': CATEGORY_NOT_SPACE,
  '\\w': CATEGORY_WORD,
  '\\W': CATEGORY_NOT_WORD,
}

const POSITIONS: Readonly<Record<string, number>> = {
  '\\A': AT_BEGINNING_STRING,
  '\\b': AT_BOUNDARY,
  '\\B': AT_NON_BOUNDARY,
  '\\z': AT_END_STRING,
  '\\Z': AT_END_STRING,
}

const isOctal = (c: string) => c >= '0' && c <= '7'
const isHex = (c: string) => /^[0-9a-fA-F]$/.test(c)
const isLetter = (c: string) => /^[a-zA-Z]$/.test(c)
/** Whether one digit of ASCII. */
export const isDigit = (c: string | null): c is string => c !== null && c >= '0' && c <= '9' && c.length === 1

const LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

const bad = (source: Tokenizer, token: string): BadPattern => source.error(`bad escape ${token}`, [...token].length)

/** `\x`, `\u`, `\U`, or one that means itself. */
function character(source: Tokenizer, token: string): number {
  const c = token.slice(1)
  if (c === 'N')
    throw new Stop({ kind: 'unsupported', feature: 'a character by its name in a pattern, as in "\\N{BULLET}"' })
  const digits = LENGTHS[c]
  if (digits !== undefined) {
    const whole = token + source.getWhile(digits, isHex)
    if (whole.length !== digits + 2) throw source.error(`incomplete escape ${whole}`, whole.length)
    const code = Number.parseInt(whole.slice(2), 16)
    if (code > 0x10ffff) throw bad(source, whole)
    return code
  }
  if (isLetter(c)) throw bad(source, token)
  return token.codePointAt(1) ?? 0
}

function octal(source: Tokenizer, digits: string): number {
  const code = Number.parseInt(digits.slice(1), 8)
  if (code > 0o377) throw source.error(`octal escape value ${digits} outside of range 0-0o377`, digits.length)
  return code
}

/** An escape in a set. */
export function classEscape(source: Tokenizer, token: string): SetItem {
  const known = CHARACTERS[token]
  if (known !== undefined) return [LITERAL, known]
  const category = CATEGORIES[token]
  if (category !== undefined) return [CATEGORY, category]
  const c = token.slice(1)
  if (isOctal(c)) return [LITERAL, octal(source, token + source.getWhile(2, isOctal))]
  if (isDigit(c)) throw bad(source, token)
  return [LITERAL, character(source, token)]
}

/** An escape outside a set. */
export function patternEscape(source: Tokenizer, token: string, state: PatternState, hasLowerZ: boolean): PatternNode {
  const category = CATEGORIES[token]
  if (category !== undefined) return { op: 'in', set: [[CATEGORY, category]] }
  const at = token === '\\z' && !hasLowerZ ? undefined : POSITIONS[token]
  if (at !== undefined) return { op: 'at', at }
  const known = CHARACTERS[token]
  if (known !== undefined) return { op: 'literal', code: known }
  const c = token.slice(1)
  if (c === '0') {
    const digits = source.getWhile(2, isOctal)
    return { op: 'literal', code: Number.parseInt(c + digits, 8) }
  }
  return isDigit(c) ? numbered(source, token, state) : { op: 'literal', code: character(source, token) }
}

/** Three octal digits are a character, anything else is the number of a group. */
function numbered(source: Tokenizer, token: string, state: PatternState): PatternNode {
  let text = token
  if (isDigit(source.next)) {
    text += source.get()
    if (isOctal(text[1]) && isOctal(text[2]) && source.next !== null && isOctal(source.next)) {
      text += source.get()
      return { op: 'literal', code: octal(source, text) }
    }
  }
  const group = Number(text.slice(1))
  if (group >= state.groups) throw source.error(`invalid group reference ${group}`, text.length - 1)
  if (!state.isClosed(group)) throw source.error('cannot refer to an open group', text.length)
  checkLookbehindGroup(source, state, group)
  return { op: 'groupref', group }
}

/** In a look-behind only groups that were closed before it can be meant. */
export function checkLookbehindGroup(source: Tokenizer, state: PatternState, group: number): void {
  if (state.lookbehindgroups === null) return
  if (!state.isClosed(group)) throw source.error('cannot refer to an open group')
  if (group >= state.lookbehindgroups)
    throw source.error('cannot refer to group defined in the same lookbehind subpattern')
}
