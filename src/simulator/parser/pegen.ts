// CPython: Parser/pegen.c and pegen_errors.c. The state of a parse and the few moves the rules of the grammar are made of: look at
// a token, take it, remember what a rule found at a place, raise an error at a node or at the last token read.
//
// The parser is CPython's: a PEG parser with memory, which reads tokens only as far as some rule wants to look. It runs twice over
// a program with an error: first plainly, then with the `invalid_` rules, which know what learners meant to write. That order, and
// how far the first run read, decide which error is shown; so the rules here try their alternatives in CPython's order.

import type { ParserFacts } from '../profiles/parser.ts'
import type { Name, Position } from './ast.ts'
import { escapeWarning, type SourceWarning } from './invalidEscape.ts'
import { columnReadTo, lastLineRead } from './readSoFar.ts'
import { SourceError, type SourceErrorType } from './sourceError.ts'
import type { Token, TokenKind } from './token.ts'
import type { Tokenizer } from './tokenizer.ts'

/** A rule of the grammar: reads from `p.mark` on; `null` if it does not fit (the caller puts the mark back). */
export type Rule<T> = (p: Parser) => T | null

interface Remembered {
  readonly node: unknown
  readonly mark: number
}

/** One run over the tokens. */
export class Parser {
  readonly tok: Tokenizer
  readonly facts: ParserFacts
  readonly tokens: Token[]
  /** The index of the next token. */
  mark = 0
  /** The second run: the `invalid_` rules are on. */
  invalid = false
  /** The line of the last compound statement the second run has read whole; 0 for none. */
  lastCompoundStatement = 0
  readonly warnings: SourceWarning[] = []
  /** By place, then by rule. */
  private memory: Remembered[][] = []

  constructor(tok: Tokenizer, tokens: Token[] = []) {
    this.tok = tok
    this.facts = tok.facts
    this.tokens = tokens
  }

  /** Notes what the escapes of a literal deserve, in the first run only. */
  warnOfEscape(content: string, bytes: boolean, lineno: number): void {
    const warning = escapeWarning(content, bytes, lineno, this.facts)
    if (warning && !this.invalid) this.warnings.push(warning)
  }

  /** Starts the second run over the tokens read so far. */
  restart(): void {
    this.mark = 0
    this.invalid = true
    this.memory = []
  }

  peek(): Token {
    const { tokens } = this
    if (this.mark >= tokens.length) tokens.push(this.tok.next())
    return tokens[this.mark]
  }

  /** Is the next token of this kind? */
  at(type: TokenKind): boolean {
    return this.peek().type === type
  }

  take(type: TokenKind): Token | null {
    const token = this.peek()
    if (token.type !== type) return null
    this.mark++
    return token
  }

  takeOneOf(...types: TokenKind[]): Token | null {
    const token = this.peek()
    if (!types.includes(token.type)) return null
    this.mark++
    return token
  }

  /** CPython's `&&':'`: the token must be there. */
  force(type: TokenKind): Token {
    const token = this.peek()
    if (token.type !== type) this.failAt(token, `expected '${type}'`)
    this.mark++
    return token
  }

  /** Is the next token this soft keyword? */
  atSoft(word: string): boolean {
    const token = this.peek()
    return token.type === 'NAME' && this.text(token) === word
  }

  takeSoft(word: string): Token | null {
    if (!this.atSoft(word)) return null
    return this.tokens[this.mark++]
  }

  name(): Name | null {
    const token = this.take('NAME')
    if (!token) return null
    const text = this.text(token)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is its own normal form
    const id = /^[\x00-\x7f]*$/.test(text) ? text : text.normalize('NFKC')
    return { nodeType: 'Name', id, ctx: 'Load', ...spanOf(token) }
  }

  text(token: Token): string {
    return this.tok.source.slice(token.start, token.end)
  }

  /** From `start` to the last token taken that is more than white space. */
  span(start: Token): Position {
    let at = this.mark - 1
    while (at > 0 && whiteSpace.has(this.tokens[at].type)) at--
    const end = this.tokens[at]
    return {
      lineno: start.lineno,
      col_offset: start.col_offset,
      end_lineno: end.end_lineno,
      end_col_offset: end.end_col_offset,
    }
  }

  /** Does the rule fit here? Nothing is taken. */
  sees(rule: Rule<unknown>): boolean {
    const { mark } = this
    const fits = rule(this) !== null
    this.mark = mark
    return fits
  }

  /** The rule's node, or `null` with the mark where it was. */
  maybe<T>(rule: Rule<T>): T | null {
    const { mark } = this
    const node = rule(this)
    if (node === null) this.mark = mark
    return node
  }

  /** As many as there are, none included. */
  repeat<T>(rule: Rule<T>): T[] {
    const nodes: T[] = []
    for (;;) {
      const node = this.maybe(rule)
      if (node === null) return nodes
      nodes.push(node)
    }
  }

  /** At least one, or `null`. */
  repeat1<T>(rule: Rule<T>): T[] | null {
    const nodes = this.repeat(rule)
    return nodes.length > 0 ? nodes : null
  }

  /** At least one, with a separator between them; a separator at the end is left. */
  gather<T>(rule: Rule<T>, separator = ','): T[] | null {
    const first = rule(this)
    if (first === null) return null
    const nodes = [first]
    for (;;) {
      const { mark } = this
      if (!this.take(separator)) return nodes
      const node = rule(this)
      if (node === null) {
        this.mark = mark
        return nodes
      }
      nodes.push(node)
    }
  }

  /** What `rule`, number `id` among the rules with memory, finds here. */
  recall<T>(id: number, rule: Rule<T>): T | null {
    const start = this.mark
    let found = this.memory[start]
    if (!found) found = this.memory[start] = []
    const known = found[id]
    if (known) {
      this.mark = known.mark
      return known.node as T | null
    }
    const node = rule(this)
    found[id] = { node, mark: this.mark }
    return node
  }

  /** CPython's RAISE_SYNTAX_ERROR: at the last token read. */
  fail(msg: string, type: SourceErrorType = 'SyntaxError'): never {
    return this.failWithToken(this.tokens[this.tokens.length - 1], msg, type)
  }

  /** RAISE_SYNTAX_ERROR_ON_NEXT_TOKEN */
  failOnNext(msg: string): never {
    return this.failWithToken(this.peek(), msg, 'SyntaxError')
  }

  /** RAISE_INDENTATION_ERROR */
  failIndent(msg: string): never {
    return this.fail(msg, 'IndentationError')
  }

  /** RAISE_SYNTAX_ERROR_KNOWN_LOCATION and, with `last`, _KNOWN_RANGE */
  failAt(first: Position, msg: string, last: Position = first): never {
    return this.raise('SyntaxError', msg, first.lineno, first.col_offset + 1, last.end_lineno, last.end_col_offset + 1)
  }

  /** RAISE_SYNTAX_ERROR_STARTING_FROM: up to where the tokenizer is. */
  failFrom(first: Position, msg: string): never {
    const { cur, lineno, lineStart, source } = this.tok
    // Behind a newline CPython's tokenizer is still in the line it ended.
    const atStart = cur === lineStart && cur > 0
    const start = atStart ? source.lastIndexOf('\n', cur - 2) + 1 : lineStart
    const endLine = atStart && cur < source.length ? lineno - 1 : lineno
    return this.raise('SyntaxError', msg, first.lineno, first.col_offset + 1, endLine, cur - start)
  }

  private failWithToken(token: Token, msg: string, type: SourceErrorType): never {
    const { lineno, end_lineno, col_offset, end_col_offset } = token
    const column = col_offset < 0 ? columnReadTo(this.tok) : col_offset + 1
    return this.raise(type, msg, lineno, column, end_lineno, end_col_offset < 0 ? -1 : end_col_offset + 1)
  }

  private raise(
    type: SourceErrorType,
    msg: string,
    lineno: number,
    offset: number,
    end_lineno: number,
    end_offset: number,
  ): never {
    const lineRead = lastLineRead(this.tok)
    throw new SourceError({ type, msg, lineno, offset, end_lineno, end_offset, lineRead, fromTokenizer: false })
  }
}

let memos = 0

/** A rule that remembers what it found at each place (CPython's `(memo)`). */
export function memo<T>(rule: Rule<T>): Rule<T> {
  const id = memos++
  return (p) => p.recall(id, rule)
}

/** The place of a token, as a node has it. */
export function spanOf(token: Token): Position {
  return {
    lineno: token.lineno,
    col_offset: token.col_offset,
    end_lineno: token.end_lineno,
    end_col_offset: token.end_col_offset,
  }
}

const whiteSpace = new Set(['NEWLINE', 'INDENT', 'DEDENT', 'ENDMARKER'])
