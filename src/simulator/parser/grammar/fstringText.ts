// CPython 3.11: Parser/string_parser.c (fstring_parse and what it calls). Before PEP 701 an f-string is one STRING token; its fields
// are cut out of the text and each is parsed on its own, as if in parentheses.

import type { Constant, expr, JoinedStr, Position } from '../ast.ts'
import { Parser } from '../pegen.ts'
import { run } from '../run.ts'
import { SourceError } from '../sourceError.ts'
import { decodeUnicode, stringParts } from '../stringLiteral.ts'
import type { Token } from '../token.ts'
import { Tokenizer } from '../tokenizer.ts'
import { starExpressions } from './expressions.ts'
import { scanField } from './fieldScan.ts'
import { concatenate, constant, decoded, stringConstant } from './strings.ts'

/** `STRING+`: one constant or one JoinedStr; every part of it has the place of the whole. */
export function stringsWithoutTokens(p: Parser): expr | null {
  const tokens = p.repeat1((q) => q.take('STRING'))
  if (!tokens) return null
  // CPython looks at the next token before it joins the strings.
  p.peek()
  const place = p.span(tokens[0])
  const bytes: Constant[] = []
  const pieces: Piece[] = []
  let hasFields = false
  for (const [at, token] of tokens.entries()) {
    const isFstring = stringParts(p.text(token)).prefix.includes('f')
    const part = isFstring ? null : stringConstant(p, token, place)
    const isBytes = part?.value.type === 'bytes'
    if (at > 0 && isBytes !== bytes.length > 0) p.fail('cannot mix bytes and nonbytes literals')
    if (part && isBytes) bytes.push(part)
    else if (part) pieces.push(part.value.type === 'str' ? part.value.value : '')
    else {
      hasFields = true
      pieces.push(...new FstringText(p, token, place).pieces(0))
    }
  }
  if (bytes.length > 0) return { ...concatenate(p, bytes, place), ...place }
  const kind = p.text(tokens[0])[0] === 'u' ? 'u' : null
  if (hasFields) return joinedStr(pieces, place, kind)
  return { ...constant({ type: 'str', value: pieces.join('') }, place), kind }
}

/** Text and fields; text side by side is one constant. */
type Piece = string | expr

function joinedStr(pieces: readonly Piece[], place: Position, kind: 'u' | null = null): JoinedStr {
  const values: expr[] = []
  let text = ''
  const flush = () => {
    if (text !== '') values.push({ ...constant({ type: 'str', value: text }, place), kind } satisfies Constant)
    text = ''
  }
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece
    else {
      flush()
      values.push(piece)
    }
  }
  flush()
  return { nodeType: 'JoinedStr', values, ...place }
}

/** One f-string's content, read from left to right. */
class FstringText {
  private readonly p: Parser
  private readonly token: Token
  private readonly whole: Position
  private readonly raw: boolean
  private readonly end: number
  private at: number

  constructor(p: Parser, token: Token, whole: Position) {
    const { prefix, start, end } = stringParts(p.text(token))
    this.p = p
    this.token = token
    this.whole = whole
    this.raw = prefix.includes('r')
    this.at = token.start + start
    this.end = token.start + end
  }

  /** fstring_parse: up to the end, or in a format spec up to its `}`. */
  pieces(level: number): Piece[] {
    const { source } = this.p.tok
    const found: Piece[] = []
    for (;;) {
      found.push(...this.literal(level))
      if (this.at >= this.end || source[this.at] === '}') return found
      found.push(...this.field(level))
    }
  }

  private literal(level: number): string[] {
    const { source } = this.p.tok
    const found: string[] = []
    let start = this.at
    const flush = () => {
      const text = source.slice(start, this.at)
      found.push(decoded(this.p, () => decodeUnicode(text, this.raw, this.token.lineno)))
    }
    while (this.at < this.end) {
      let char = source[this.at++]
      if (!this.raw && char === '\\' && this.at < this.end) {
        char = source[this.at++]
        if (char === 'N' && source[this.at] === '{') {
          const close = source.indexOf('}', this.at)
          this.at = close < 0 || close >= this.end ? this.end : close + 1
          continue
        }
      }
      if (char !== '{' && char !== '}') continue
      if (level === 0 && source[this.at] === char && this.at < this.end) {
        flush()
        this.at++
        start = this.at
        continue
      }
      if (level === 0 && char === '}') this.p.fail("f-string: single '}' is not allowed")
      this.at--
      break
    }
    flush()
    return found
  }

  /** fstring_find_expr */
  private field(level: number): Piece[] {
    const { p, end } = this
    const { source } = p.tok
    if (level >= 2) p.fail('f-string: expressions nested too deeply')
    const start = this.at + 1
    this.at = scanField(p, source, start, end)
    if (this.at >= end) this.expectBrace()
    const stop = source[this.at]
    const value = this.expression(start, this.at, stop)
    let shown = ''
    if (stop === '=') {
      this.at++
      while (/[ \t\n\r\f\v]/.test(source[this.at])) this.at++
      shown = source.slice(start, this.at)
    }
    let conversion = -1
    if (source[this.at] === '!') {
      this.at++
      if (this.at >= end) this.expectBrace()
      const letter = source[this.at++]
      if (!/[sra]/.test(letter)) p.fail("f-string: invalid conversion character: expected 's', 'r', or 'a'")
      conversion = letter.charCodeAt(0)
    }
    if (this.at >= end) this.expectBrace()
    let format_spec: JoinedStr | null = null
    if (source[this.at] === ':') {
      this.at++
      if (this.at >= end) this.expectBrace()
      const { lineno, col_offset } = this.token
      format_spec = joinedStr(this.pieces(level + 1), { ...this.whole, lineno, col_offset })
    }
    if (this.at >= end || source[this.at] !== '}') this.expectBrace()
    this.at++
    if (shown && !format_spec && conversion < 0) conversion = 114
    return [shown, { nodeType: 'FormattedValue', value, conversion, format_spec, ...this.whole }]
  }

  private expectBrace(): never {
    return this.p.fail("f-string: expecting '}'")
  }

  /** fstring_compile_expr: the text in parentheses, by a parser of its own. */
  private expression(start: number, end: number, stop: string): expr {
    const { p } = this
    const { source, facts } = p.tok
    const text = source.slice(start, end)
    if (/^[ \t\n\f]*$/.test(text)) {
      if (stop === '}') p.fail('f-string: empty expression not allowed')
      p.fail(`f-string: expression required before '${stop}'`)
    }
    const lineStart = source.lastIndexOf('\n', start - 1) + 1
    const lineno = this.token.lineno + source.slice(this.token.start, start).split('\n').length - 1
    const inner = `${source.slice(0, start - 1)}(${text})\n`
    const tok = new Tokenizer(inner, facts, start - 1, lineno, lineStart)
    try {
      return run(new Parser(tok), starExpressions)
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      const { fields } = error
      if (fields.fromTokenizer) throw new SourceError(fields)
      // CPython loses the column where a line ends right behind the brace.
      const shift = /^[ \t\f]*\n/.test(text) ? this.token.col_offset : start - 1 - lineStart
      throw new SourceError({
        ...fields,
        msg: `f-string: ${fields.msg}`,
        offset: fields.offset - shift,
        end_offset: fields.end_offset - shift,
        text: `(${text})\n`,
      })
    }
  }
}
