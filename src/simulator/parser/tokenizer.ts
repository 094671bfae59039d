// CPython: Parser/lexer/lexer.c (tok_get_normal_mode). Characters to tokens, one at a time, as the parser asks for them: which
// errors a program shows first depends on how far the parser has read. f-string text is in tokenizeFstring.ts, numbers in
// tokenizeNumber.ts. Left out: type comments, the interactive prompt, and the warnings the tokenizer prints.

import type { ParserFacts } from '../profiles/parser.ts'
import { lastLineRead } from './readSoFar.ts'
import { SourceError, type SourceErrorType } from './sourceError.ts'
import { keywords, operators, type Token, type TokenKind } from './token.ts'
import { type FstringMode, fstringToken, startFstring } from './tokenizeFstring.ts'
import { scanNumber } from './tokenizeNumber.ts'
import { isStringPrefix } from './tokenizePrefix.ts'
import { hex4, isIdentifierChar, isIdentifierStart, isPrintable, scanIdentifier } from './unicode.ts'

const MAXLEVEL = 200
const MAXINDENT = 100
const TABSIZE = 8

/** Reads tokens from a source whose lines end in `\n`. */
export class Tokenizer {
  readonly source: string
  readonly facts: ParserFacts
  /** Index of the next character. */
  cur = 0
  lineno = 1
  /** Index of the first character of the current line. */
  lineStart = 0
  /** Whether it is read as a file is, and not as a text that is there whole. */
  isFile = true
  /** Whether the last newline is none of the text: an expression is read without. */
  lacksNewline = false
  /** The open brackets, innermost last. */
  readonly brackets: { readonly char: string; readonly lineno: number; readonly column: number }[] = []
  /** The f-strings being read, innermost last. */
  readonly fstrings: FstringMode[] = []
  private indents = [{ column: 0, alternative: 0 }]
  private pendingIndents = 0
  private atLineStart = true

  constructor(source: string, facts: ParserFacts, cur = 0, lineno = 1, lineStart = 0) {
    this.source = source
    this.facts = facts
    this.cur = cur
    this.lineno = lineno
    this.lineStart = lineStart
  }

  /**
   * The next token; ENDMARKER again and again after the last one.
   * @throws {SourceError} where CPython's tokenizer returns ERRORTOKEN.
   */
  next(): Token {
    const mode = this.fstrings.at(-1)
    return mode?.inText ? fstringToken(this, mode) : this.normalToken()
  }

  /** A token from `start` to `end` on lines that began at `startLine`. */
  token(type: TokenKind, start: number, end = this.cur, lineno = this.lineno, lineStart = this.lineStart): Token {
    return {
      type,
      start,
      end,
      lineno,
      col_offset: start - lineStart,
      end_lineno: this.lineno,
      end_col_offset: end - this.lineStart,
      level: this.brackets.length,
    }
  }

  /** Whether what stands there is a newline that the text lacks. */
  private isImplied(at: number): boolean {
    return this.lacksNewline && at === this.source.length - 1
  }

  /** CPython's `syntaxerror`: the error stands on the character before `cur`. */
  fail(msg: string, offset = this.cur - this.lineStart, endOffset = offset): never {
    const place = { lineno: this.lineno, offset, end_lineno: this.lineno, end_offset: endOffset }
    throw new SourceError({ type: 'SyntaxError', msg, ...place, fromTokenizer: true }, true, this.fstrings.length > 0)
  }

  /** An error CPython's tokenizer only has a code for; the parser gives it the words. */
  private failLater(
    type: SourceErrorType,
    msg: string,
    offset: number,
    endOffset: number,
    lineno = this.lineno,
  ): never {
    const place = { lineno, offset, end_lineno: lineno, end_offset: endOffset }
    throw new SourceError({ type, msg, ...place, lineRead: lastLineRead(this), fromTokenizer: false }, true)
  }

  /** A token outside the text of an f-string. */
  normalToken(): Token {
    for (;;) {
      let blank = false
      if (this.atLineStart) {
        this.atLineStart = false
        blank = this.indentation()
      }
      if (this.pendingIndents !== 0) {
        const type = this.pendingIndents < 0 ? 'DEDENT' : 'INDENT'
        this.pendingIndents += this.pendingIndents < 0 ? 1 : -1
        return { ...this.token(type, this.cur), col_offset: -1, end_col_offset: -1 }
      }
      const token = this.tokenInLine(blank)
      if (token) return token
    }
  }

  private tokenInLine(blank: boolean): Token | null {
    const { source } = this
    for (;;) {
      let char = source[this.cur]
      while (char === ' ' || char === '\t' || char === '\f') char = source[++this.cur]
      // A NEWLINE after a comment stands where the comment begins.
      const begun = this.cur
      if (char === '#') {
        const end = source.indexOf('\n', this.cur)
        this.cur = end < 0 ? source.length : end
        char = source[this.cur]
      }
      if (char === undefined) return this.endMarker()
      const start = this.cur
      if (isIdentifierStart(char)) return this.nameOrString(start)
      if (char === '\n') {
        let token = this.token('NEWLINE', begun, start + (this.facts.newlineWidth ? 1 : 0))
        if (this.isImplied(start)) token = { ...token, col_offset: -1, end_col_offset: -1 }
        this.newLine()
        this.atLineStart = true
        return blank || this.brackets.length > 0 ? null : token
      }
      const next = source[start + 1] ?? ''
      if ((char >= '0' && char <= '9') || (char === '.' && next >= '0' && next <= '9')) {
        this.cur = scanNumber(this, start)
        return this.token('NUMBER', start)
      }
      if (char === "'" || char === '"') return this.string(start, start)
      if (char === '\\') {
        this.cur++
        this.continuation(false)
        continue
      }
      return this.operator(start, char)
    }
  }

  private endMarker(): Token {
    this.failUnclosed()
    if (this.indents.length > 1) {
      this.pendingIndents = 1 - this.indents.length
      this.indents.length = 1
      return this.normalToken()
    }
    return { ...this.token('ENDMARKER', this.cur), col_offset: -1, end_col_offset: -1 }
  }

  /** Raises "'(' was never closed" for the innermost open bracket, if there is one. */
  failUnclosed(): void {
    const bracket = this.brackets.at(-1)
    if (!bracket) return
    this.failLater('SyntaxError', `'${bracket.char}' was never closed`, bracket.column + 1, 0, bracket.lineno)
  }

  /** Steps over the `\n` at `cur`. */
  newLine(): void {
    this.cur++
    this.lineStart = this.cur
    // CPython counts a line when it reads it: behind the last one there is none.
    if (this.cur < this.source.length) this.lineno++
  }

  /** Reads the white space a line begins with; true for a line without a token. */
  private indentation(): boolean {
    const { source } = this
    let column = 0
    let alternative = 0
    let continued = 0
    for (;;) {
      const char = source[this.cur]
      if (char === ' ') {
        column++
        alternative++
      } else if (char === '\t') {
        column = (Math.floor(column / TABSIZE) + 1) * TABSIZE
        alternative++
      } else if (char === '\f') {
        column = 0
        alternative = 0
      } else if (char === '\\') {
        continued = continued || column
        this.cur++
        this.continuation(true)
        continue
      } else break
      this.cur++
    }
    const char = source[this.cur]
    if (char === '#' || (char === '\n' && !this.isImplied(this.cur))) return true
    if (this.brackets.length > 0) return false
    if (char === undefined) {
      column = 0
      alternative = 0
    } else if (continued) {
      column = continued
      alternative = continued
    }
    this.indentTo(column, alternative)
    return false
  }

  private indentTo(column: number, alternative: number): void {
    const { indents } = this
    let top = indents[indents.length - 1]
    if (column > top.column) {
      if (indents.length >= MAXINDENT) this.failLine('IndentationError', 'too many levels of indentation')
      if (alternative <= top.alternative) this.failTabs()
      this.pendingIndents++
      indents.push({ column, alternative })
      return
    }
    while (column < top.column) {
      this.pendingIndents--
      indents.pop()
      top = indents[indents.length - 1]
    }
    if (column !== top.column) {
      this.toLineEnd()
      const offset = this.cur + 1 - this.lineStart
      this.failLater('IndentationError', 'unindent does not match any outer indentation level', offset, -1)
    }
    if (alternative !== top.alternative) this.failTabs()
  }

  private failTabs(): never {
    this.failLine('TabError', 'inconsistent use of tabs and spaces in indentation')
  }

  /** An error of which CPython knows the line only. */
  private failLine(type: SourceErrorType, msg: string): never {
    this.toLineEnd()
    this.failLater(type, msg, 1, 0)
  }

  private toLineEnd(): void {
    const end = this.source.indexOf('\n', this.cur)
    this.cur = end < 0 ? this.source.length : end
  }

  /** After a backslash: the line must end here and another must follow. */
  private continuation(inIndentation: boolean): void {
    const isLast = this.isImplied(this.cur)
    if (this.source[this.cur] !== '\n' || isLast) {
      const offset = this.cur + (isLast ? 0 : 1) - this.lineStart
      this.failLater('SyntaxError', 'unexpected character after line continuation character', offset, 0)
    }
    // In the indentation CPython has forgotten the line by now.
    const length = inIndentation ? 0 : this.cur + 1 - this.lineStart
    this.newLine()
    if (this.cur < this.source.length) return
    this.failUnclosed()
    this.failLater('SyntaxError', 'unexpected EOF while parsing', length, -1)
  }

  private nameOrString(start: number): Token {
    const { source } = this
    let end = start
    let prefix = ''
    for (;;) {
      const char = source[end]
      if (char === undefined) break
      if (char === "'" || char === '"') {
        if (end === start || !isStringPrefix(this, prefix, start, end)) break
        if (this.facts.fstringTokens && /[ft]/.test(prefix)) return startFstring(this, start, end)
        return this.string(start, end)
      }
      if (!isIdentifierChar(char)) break
      prefix = end - start < 5 ? prefix + char.toLowerCase() : 'none'
      end++
    }
    this.cur = end
    const text = source.slice(start, end)
    const keyword = keywords.get(text)
    if (keyword !== undefined) return this.token(keyword, start)
    const valid = scanIdentifier(text)
    if (valid < text.length) this.failIdentifier(start + valid)
    return this.token('NAME', start)
  }

  private string(start: number, quoteAt: number): Token {
    const { source } = this
    const { lineno, lineStart } = this
    const quote = source[quoteAt]
    let at = quoteAt + 1
    const triple = source[at] === quote && source[at + 1] === quote
    if (triple) at += 2
    let escapedQuote = false
    for (;;) {
      const char = source[at]
      if (char === quote && (!triple || (source[at + 1] === quote && source[at + 2] === quote))) break
      if (char === undefined || (char === '\n' && !triple)) this.unterminated(start, quote, triple, escapedQuote)
      if (char === '\\') {
        at++
        if (source[at] === quote) escapedQuote = true
        if (source[at] === undefined) continue
      }
      if (source[at] === '\n') {
        this.cur = at
        this.newLine()
      }
      at++
    }
    this.cur = at + (triple ? 3 : 1)
    return this.token('STRING', start, this.cur, lineno, lineStart)
  }

  private unterminated(start: number, quote: string, triple: boolean, escapedQuote: boolean): never {
    const { source } = this
    const detected = this.lineno
    const before = source.slice(0, start)
    this.lineno = before.split('\n').length
    this.lineStart = before.lastIndexOf('\n') + 1
    this.cur = start + 1
    const mode = this.fstrings.at(-1)
    if (mode && mode.quote === quote && mode.quoteSize === (triple ? 3 : 1)) this.fail(`${mode.name}: expecting '}'`)
    if (triple) this.fail(`unterminated triple-quoted string literal (detected at line ${detected})`)
    const hint = escapedQuote && this.facts.escapedQuoteHint ? '; perhaps you escaped the end quote?' : ''
    this.fail(`unterminated string literal (detected at line ${detected})${hint}`)
  }

  private operator(start: number, char: string): Token {
    const { source } = this
    const mode = this.fstrings.at(-1)
    if (char === ':' && mode && mode.fieldDepth >= 0 && mode.brackets - 1 === mode.fieldDepth) {
      mode.inText = true
      mode.inFormatSpec = true
      this.cur = start + 1
      return this.token(':', start)
    }
    for (let length = 3; length >= 2; length--) {
      const type = operators[3 - length].get(source.slice(start, start + length))
      if (type === undefined) continue
      this.cur = start + length
      return this.token(type, start)
    }
    const type = operators[2].get(char)
    this.cur = start + 1
    if (char === '(' || char === '[' || char === '{') this.open(char, start, mode)
    else if (char === ')' || char === ']' || char === '}') this.close(char, mode)
    if (type === undefined) this.failUnprintable(start)
    return this.token(type ?? 'OP', start)
  }

  private open(char: string, start: number, mode: FstringMode | undefined): void {
    if (this.brackets.length >= MAXLEVEL) this.fail('too many nested parentheses')
    this.brackets.push({ char, lineno: this.lineno, column: start - this.lineStart })
    if (mode) mode.brackets++
  }

  private close(char: string, mode: FstringMode | undefined): void {
    if (mode && mode.brackets === 0 && char === '}') this.fail(`${mode.name}: single '}' is not allowed`)
    const opening = this.brackets.pop()
    if (!opening) this.fail(`unmatched '${char}'`)
    if (opening.char + char !== '()' && opening.char + char !== '[]' && opening.char + char !== '{}') {
      if (mode && opening.char === '{' && mode.brackets - 1 === mode.fieldDepth)
        this.fail(`${mode.name}: unmatched '${char}'`)
      const where = opening.lineno === this.lineno ? '' : ` on line ${opening.lineno}`
      this.fail(`closing parenthesis '${char}' does not match opening parenthesis '${opening.char}'${where}`)
    }
    if (!mode) return
    mode.brackets--
    if (mode.brackets < 0) this.fail(`${mode.name}: unmatched '${char}'`)
    if (char === '}' && mode.brackets === mode.fieldDepth) {
      mode.fieldDepth--
      mode.inText = true
      mode.inFormatSpec = false
    }
  }

  private failUnprintable(start: number): void {
    const point = this.source.codePointAt(start) as number
    if (!isPrintable(point)) this.fail(`invalid non-printable character U+${hex4(point)}`)
  }

  private failIdentifier(at: number): never {
    const point = this.source.codePointAt(at) as number
    const char = String.fromCodePoint(point)
    // One character, whatever its length in UTF-16.
    this.cur = at + 1
    if (isPrintable(point)) this.fail(`invalid character '${char}' (U+${hex4(point)})`)
    this.fail(`invalid non-printable character U+${hex4(point)}`)
  }
}
