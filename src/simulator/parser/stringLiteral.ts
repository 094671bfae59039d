// CPython: Parser/string_parser.c and the decoders it calls: the text between quotes to a value.

import { Unsupported } from './sourceError.ts'

/** The pieces of a STRING token's text. */
export interface StringParts {
  /** Lower case. */
  readonly prefix: string
  readonly quoteSize: 1 | 3
  /** Where the content begins and ends in the token's text. */
  readonly start: number
  readonly end: number
}

export function stringParts(text: string): StringParts {
  const prefix = (/^[a-zA-Z]*/.exec(text) as RegExpExecArray)[0]
  const quote = text[prefix.length]
  const triple = text.length >= prefix.length + 6 && text.startsWith(quote.repeat(3), prefix.length)
  const quoteSize = triple ? 3 : 1
  return { prefix: prefix.toLowerCase(), quoteSize, start: prefix.length + quoteSize, end: text.length - quoteSize }
}

/** A refusal of an escape, in the words of the codec; the parser adds the place. */
export class DecodeError extends Error {}

/**
 * A string's content with its escapes read.
 * NOT CPYTHON: `'\ud83d\ude00'` is one character here (JavaScript joins the halves), two lone surrogates there.
 */
export function decodeUnicode(content: string, raw: boolean, lineno: number): string {
  if (raw || !content.includes('\\')) return content
  let result = ''
  let at = 0
  while (at < content.length) {
    const next = content.indexOf('\\', at)
    if (next < 0) return result + content.slice(at)
    result += content.slice(at, next)
    const letter = content[next + 1]
    at = next + 2
    const digits = letter === 'x' ? 2 : letter === 'u' ? 4 : letter === 'U' ? 8 : 0
    if (letter === undefined) return `${result}\\`
    if (letter in simple) result += simple[letter]
    else if (digits > 0) {
      const found = (/^[0-9a-fA-F]*/.exec(content.slice(at, at + digits)) as RegExpExecArray)[0]
      if (found.length < digits)
        codecError(content, next, at + found.length, `truncated \\${letter}${'X'.repeat(digits)} escape`)
      const point = Number.parseInt(found, 16)
      if (point > 0x10ffff) codecError(content, next, at + digits, 'illegal Unicode character')
      result += String.fromCodePoint(point)
      at += digits
    } else if (letter >= '0' && letter <= '7') {
      const octal = (/^[0-7]{1,3}/.exec(content.slice(next + 1)) as RegExpExecArray)[0]
      result += String.fromCharCode(Number.parseInt(octal, 8))
      at = next + 1 + octal.length
    } else if (letter === 'N') {
      const close = content[at] === '{' ? content.indexOf('}', at) : -1
      if (close < 0)
        codecError(content, next, content[at] === '{' ? content.length : at, 'malformed \\N character escape')
      if (close === at + 1) codecError(content, next, close + 1, 'malformed \\N character escape')
      throw new Unsupported('a character written by its name, as in "\\N{BULLET}"', lineno)
    } else result += `\\${letter}`
  }
  return result
}

/** A bytes literal's content with its escapes read. */
export function decodeBytes(content: string, raw: boolean): Uint8Array {
  const bytes: number[] = []
  let at = 0
  while (at < content.length) {
    const char = content[at]
    if (char !== '\\' || raw) {
      bytes.push(char.charCodeAt(0))
      at++
      continue
    }
    const letter = content[at + 1]
    if (letter in simple) {
      for (const value of simple[letter]) bytes.push(value.charCodeAt(0))
      at += 2
    } else if (letter >= '0' && letter <= '7') {
      const octal = (/^[0-7]{1,3}/.exec(content.slice(at + 1)) as RegExpExecArray)[0]
      bytes.push(Number.parseInt(octal, 8) & 0xff)
      at += 1 + octal.length
    } else if (letter === 'x') {
      const found = /^[0-9a-fA-F]{2}/.exec(content.slice(at + 2, at + 4))
      if (!found) throw new DecodeError(`(value error) invalid \\x escape at position ${at}`)
      bytes.push(Number.parseInt(found[0], 16))
      at += 4
    } else {
      bytes.push(0x5c)
      at++
    }
  }
  return Uint8Array.from(bytes)
}

const simple: Record<string, string> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** Positions are those of CPython's buffer, where a character outside ASCII is ten bytes of `\U`. */
function codecError(content: string, start: number, end: number, reason: string): never {
  const width = (text: string) => {
    let bytes = 0
    // biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII is written as an escape
    for (const char of text) bytes += /[\x00-\x7f]/.test(char) ? 1 : 10
    return bytes
  }
  const from = width(content.slice(0, start))
  const to = width(content.slice(0, end)) - 1
  const where = to === from ? `byte 0x5c in position ${from}` : `bytes in position ${from}-${to}`
  throw new DecodeError(`(unicode error) 'unicodeescape' codec can't decode ${where}: ${reason}`)
}
