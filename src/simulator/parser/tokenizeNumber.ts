// CPython: Parser/lexer/lexer.c (the part for numbers): where a number ends, and what is wrong with it.

import type { Tokenizer } from './tokenizer.ts'
import { isIdentifierChar } from './unicode.ts'

/** The index behind the number that begins at `start`. Raises CPython's "invalid ... literal" errors. */
export function scanNumber(tok: Tokenizer, start: number): number {
  const { source } = tok
  if (source[start] === '0') {
    const letter = (source[start + 1] ?? '').toLowerCase()
    if (letter === 'x') return scanRadix(tok, start + 2, /[0-9a-fA-F]/, 'hexadecimal')
    if (letter === 'o') return scanRadix(tok, start + 2, /[0-7]/, 'octal')
    if (letter === 'b') return scanRadix(tok, start + 2, /[01]/, 'binary')
    return scanZero(tok, start)
  }
  const at = source[start] === '.' ? start : scanDigits(tok, start)
  return scanFraction(tok, at)
}

function scanRadix(tok: Tokenizer, start: number, digit: RegExp, kind: string): number {
  const { source } = tok
  let at = start
  do {
    if (source[at] === '_') at++
    const char = source[at] ?? ''
    if (!digit.test(char)) {
      if (isDigit(char)) failAt(tok, at + 1, `invalid digit '${char}' in ${kind} literal`)
      failAt(tok, at, `invalid ${kind} literal`)
    }
    while (digit.test(source[at] ?? '')) at++
  } while (source[at] === '_')
  if (isDigit(source[at])) failAt(tok, at + 1, `invalid digit '${source[at]}' in ${kind} literal`)
  return verifyEnd(tok, at, kind)
}

/** A number that begins with 0 and is not of another radix: 0, 00, 0.5, 0e1, 07j, but not 07. */
function scanZero(tok: Tokenizer, start: number): number {
  const { source } = tok
  let at = start
  for (;;) {
    if (source[at] === '_') {
      at++
      if (!isDigit(source[at])) failAt(tok, at, 'invalid decimal literal')
    }
    if (source[at] !== '0') break
    at++
  }
  const zerosEnd = at
  const hasMore = isDigit(source[at])
  if (hasMore) at = scanDigits(tok, at)
  const char = source[at] ?? ''
  if (hasMore && !/[.eEjJ]/.test(char)) {
    const msg = 'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers'
    tok.cur = at
    tok.fail(msg, start + 1 - tok.lineStart, zerosEnd + 1 - tok.lineStart)
  }
  return scanFraction(tok, at)
}

/** What may follow the digits: a fraction, an exponent, a `j`. */
function scanFraction(tok: Tokenizer, start: number): number {
  const { source } = tok
  let at = start
  if (source[at] === '.') {
    at++
    if (isDigit(source[at])) at = scanDigits(tok, at)
  }
  if (source[at] === 'e' || source[at] === 'E') {
    let next = at + 1
    if (source[next] === '+' || source[next] === '-') {
      next++
      if (!isDigit(source[next])) failAt(tok, next, 'invalid decimal literal')
    } else if (!isDigit(source[next])) return verifyEnd(tok, at, 'decimal')
    at = scanDigits(tok, next)
  }
  if (source[at] === 'j' || source[at] === 'J') return verifyEnd(tok, at + 1, 'imaginary')
  return verifyEnd(tok, at, 'decimal')
}

function scanDigits(tok: Tokenizer, start: number): number {
  const { source } = tok
  let at = start
  for (;;) {
    while (isDigit(source[at])) at++
    if (source[at] !== '_') return at
    at++
    if (!isDigit(source[at])) failAt(tok, at, 'invalid decimal literal')
  }
}

/** A name may not follow at once, but a keyword may: `1if x else y` only warns. */
function verifyEnd(tok: Tokenizer, at: number, kind: string): number {
  const char = tok.source[at]
  if (!isIdentifierChar(char) || char >= '\x80') return at
  if (/^(?:and|else|for|or|not)(?![\w\x80-\uffff])|^i[fns]/.test(tok.source.slice(at, at + 6))) return at
  return failAt(tok, at, `invalid ${kind} literal`)
}

function failAt(tok: Tokenizer, at: number, msg: string): never {
  tok.cur = at
  return tok.fail(msg)
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9'
}
