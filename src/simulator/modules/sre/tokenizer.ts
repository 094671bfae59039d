// Lib/re/_parser.py, Tokenizer: a pattern read character by character, an escape as one.

import { isIdentifier } from '../../objects/unicodectype.ts'
import { reprOfText } from '../../objects/unicoderepr.ts'

/** A pattern that is none. Caught where the parser is called; `pos` is null where nothing in the text is to blame. */
export class BadPattern extends Error {
  readonly kind: 'pattern' | 'ValueError' | 'OverflowError' | 'RecursionError'
  readonly pos: number | null

  constructor(message: string, pos: number | null, kind: BadPattern['kind'] = 'pattern') {
    super(message)
    this.kind = kind
    this.pos = pos
  }
}

export class Tokenizer {
  readonly #chars: readonly string[]
  #index = 0
  /** The character or escape that comes next; `null` at the end. */
  next: string | null = null
  #nextLength = 0

  constructor(chars: readonly string[]) {
    this.#chars = chars
    this.#advance()
  }

  #advance(): void {
    const c = this.#chars[this.#index]
    if (c === undefined) {
      this.next = null
      this.#nextLength = 0
      return
    }
    this.#nextLength = 1
    this.next = c
    if (c === '\\') {
      const escaped = this.#chars[this.#index + 1]
      if (escaped === undefined) throw new BadPattern('bad escape (end of pattern)', this.#chars.length - 1)
      this.next = c + escaped
      this.#nextLength = 2
    }
    this.#index += this.#nextLength
  }

  match(c: string): boolean {
    if (c !== this.next) return false
    this.#advance()
    return true
  }

  get(): string | null {
    const found = this.next
    this.#advance()
    return found
  }

  /** Up to `n` characters of a set. */
  getWhile(n: number, isWanted: (c: string) => boolean): string {
    let result = ''
    for (let i = 0; i < n && this.next !== null && isWanted(this.next); i++) result += this.get()
    return result
  }

  /** A name up to what ends it. */
  getUntil(terminator: string, name: string): string {
    let result = ''
    for (;;) {
      const c = this.get()
      if (c === null) {
        if (result === '') throw this.error(`missing ${name}`)
        throw this.error(`missing ${terminator}, unterminated name`, lengthOf(result))
      }
      if (c === terminator) {
        if (result === '') throw this.error(`missing ${name}`, 1)
        return result
      }
      result += c
    }
  }

  /** The position of what comes next. */
  tell(): number {
    return this.#index - this.#nextLength
  }

  seek(index: number): void {
    this.#index = index
    this.#advance()
  }

  /** An error so many characters back. */
  error(message: string, offset = 0): BadPattern {
    return new BadPattern(message, this.tell() - offset)
  }

  checkGroupName(name: string, offset: number): void {
    if (!isIdentifier(name))
      throw this.error(`bad character in group name ${reprOfText(name)}`, lengthOf(name) + offset)
  }
}

/** The code of the one character of a text. */
export const codeOf = (c: string) => c.codePointAt(0) ?? 0

/** Characters of a text. */
export function lengthOf(text: string): number {
  let n = 0
  for (const _ of text) n++
  return n
}
