// CPython: Parser/lexer/lexer.c (tok_get_fstring_mode): the text of an f-string or t-string between its replacement fields.

import type { Token } from './token.ts'
import type { Tokenizer } from './tokenizer.ts'

const MAX_EXPR_NESTING = 3
const MAXFSTRINGLEVEL = 150

/** An f-string the tokenizer is in. */
export interface FstringMode {
  readonly name: 'f-string' | 't-string'
  readonly quote: string
  readonly quoteSize: 1 | 3
  readonly raw: boolean
  readonly start: number
  readonly lineno: number
  readonly lineStart: number
  /** True in the text, false in a replacement field. */
  inText: boolean
  inFormatSpec: boolean
  /** Open brackets inside this string, the fields' braces included. */
  brackets: number
  /** How many brackets were open where the innermost field began; -1 outside a field. */
  fieldDepth: number
}

/** FSTRING_START or TSTRING_START: the prefix at `start`, the quote at `quoteAt`. */
export function startFstring(tok: Tokenizer, start: number, quoteAt: number): Token {
  const { source } = tok
  const quote = source[quoteAt]
  const triple = source[quoteAt + 1] === quote && source[quoteAt + 2] === quote
  const prefix = source.slice(start, quoteAt).toLowerCase()
  const name = prefix.includes('t') ? 't-string' : 'f-string'
  tok.cur = quoteAt + (triple ? 3 : 1)
  if (tok.fstrings.length + 1 >= MAXFSTRINGLEVEL) tok.fail(`too many nested ${name}s`)
  const token = tok.token(kind(name, 'START'), start)
  tok.fstrings.push({
    name,
    quote,
    quoteSize: triple ? 3 : 1,
    raw: prefix.includes('r'),
    start,
    lineno: tok.lineno,
    lineStart: tok.lineStart,
    inText: true,
    inFormatSpec: false,
    brackets: 0,
    fieldDepth: -1,
  })
  return token
}

/** The next token of the text: FSTRING_MIDDLE, FSTRING_END, or the `{` or `}` of a field. */
export function fstringToken(tok: Tokenizer, mode: FstringMode): Token {
  const { source } = tok
  const start = tok.cur
  if (source[start] === '{' && source[start + 1] !== '{') {
    enterField(tok, mode)
    return tok.normalToken()
  }
  const quotes = mode.quote.repeat(mode.quoteSize)
  if (source.startsWith(quotes, start)) {
    tok.cur = start + mode.quoteSize
    tok.fstrings.pop()
    return tok.token(kind(mode.name, 'END'), start)
  }
  return middle(tok, mode, quotes)
}

function middle(tok: Tokenizer, mode: FstringMode, quotes: string): Token {
  const { source } = tok
  const start = tok.cur
  const { lineno, lineStart } = tok
  const inFormatSpec = mode.fieldDepth >= 0 && (mode.inFormatSpec || tok.facts.specAfterField)
  const text = (end: number) => tok.token(kind(mode.name, 'MIDDLE'), start, end, lineno, lineStart)
  // A doubled brace ends the text with its first half, but the token's place holds both.
  const doubled = (at: number) => {
    tok.cur = at + 2
    return { ...text(at + 1), end_col_offset: at + 2 - tok.lineStart }
  }
  let nameEscape = false
  for (;;) {
    const at = tok.cur
    const char = source[at]
    if (char === undefined || (char === '\n' && mode.quoteSize === 1)) {
      if (char === '\n' && inFormatSpec) {
        if (tok.facts.specLineError) specLine(tok, mode)
        mode.inText = false
        mode.inFormatSpec = false
        return text(at)
      }
      unterminated(tok, mode)
    }
    if (char === mode.quote && source.startsWith(quotes, at)) return text(at)
    if (char === '{') {
      if (source[at + 1] === '{' && !inFormatSpec) return doubled(at)
      enterField(tok, mode)
      return text(at)
    }
    if (char === '}') {
      if (nameEscape) {
        tok.cur = at + 1
        return text(at + 1)
      }
      if (source[at + 1] === '}' && !inFormatSpec && mode.brackets === 0) return doubled(at)
      mode.inText = false
      mode.inFormatSpec = false
      return text(at)
    }
    if (char === '\\' && source[at + 1] !== '{' && source[at + 1] !== '}') {
      tok.cur++
      if (source[at + 1] === 'N' && !mode.raw && source[at + 2] === '{') {
        nameEscape = true
        tok.cur++
      }
    }
    if (source[tok.cur] === '\n') tok.newLine()
    else if (tok.cur < source.length) tok.cur++
  }
}

function enterField(tok: Tokenizer, mode: FstringMode): void {
  mode.fieldDepth++
  if (mode.fieldDepth >= MAX_EXPR_NESTING) tok.fail(`${mode.name}: expressions nested too deeply`)
  mode.inText = false
  mode.inFormatSpec = false
}

function specLine(tok: Tokenizer, mode: FstringMode): never {
  tok.cur++
  return tok.fail(`${mode.name}: newlines are not allowed in format specifiers for single quoted ${mode.name}s`)
}

function unterminated(tok: Tokenizer, mode: FstringMode): never {
  const detected = tok.lineno
  tok.cur = mode.start + 1
  tok.lineStart = mode.lineStart
  tok.lineno = mode.lineno
  const triple = mode.quoteSize === 3 ? 'triple-quoted ' : ''
  return tok.fail(`unterminated ${triple}${mode.name} literal (detected at line ${detected})`)
}

function kind(name: string, part: string): string {
  return `${name === 't-string' ? 'T' : 'F'}STRING_${part}`
}
