// Reading content/questions/<topic>/<name>.yaml: one file for each question, named 'topic/name'. What is missing or
// misspelt is an error that names the file and the field, so that the build stops. Build time only.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { defaultLocale, locales } from '../i18n/locales.ts'
import type { Words } from '../quiz/question.ts'
import { type Example, lineOfLabel, readExample } from './example.ts'

export const questionFolder = join(process.cwd(), 'content', 'questions')

type Fields = Readonly<Record<string, unknown>>

/** A question's file, field by field. */
export class QuestionFile {
  readonly id: string
  readonly kind: string
  readonly example: Example
  readonly #fields: Fields

  constructor(id: string, folder = questionFolder) {
    const file = join(folder, `${id}.yaml`)
    if (!existsSync(file)) throw new Error(`There is no question "${id}" (looked for ${file})`)
    this.id = id
    this.#fields = (parse(readFileSync(file, 'utf8')) ?? {}) as Fields
    this.kind = this.text('kind')
    this.example = readExample(this.text('example'))
  }

  /** @throws Error where the file has a field that its kind of question does not know */
  only(...known: readonly string[]): void {
    for (const field of Object.keys(this.#fields))
      if (!['kind', 'example', ...known].includes(field)) this.fail(`does not know the field "${field}"`)
  }

  has(field: string): boolean {
    return this.#fields[field] !== undefined
  }

  text(field: string): string {
    const value = this.#fields[field]
    return typeof value === 'string' ? value : this.fail(`needs a text in "${field}"`)
  }

  texts(field: string): readonly string[] {
    const value = this.#fields[field]
    if (!Array.isArray(value) || value.length === 0) return this.fail(`needs a list in "${field}"`)
    return value.map(String)
  }

  /** The fields of a field, in order. */
  entries(field: string): readonly [name: string, fields: Fields][] {
    return Object.entries((this.#fields[field] ?? {}) as Record<string, Fields>)
  }

  /** A text in every language of the site. */
  words(field: string, from: Fields = this.#fields): Words {
    return this.wordsOf(from[field], field)
  }

  wordsOf(value: unknown, field: string): Words {
    const words = (value ?? {}) as Record<string, unknown>
    for (const locale of locales)
      if (typeof words[locale] !== 'string' || words[locale] === '') this.fail(`needs "${field}" in ${locale}`)
    return words as Words
  }

  line(label: string): number {
    return lineOfLabel(this.example, label)
  }

  /** The program with other text in some labelled lines. */
  rewritten(lines: Fields): string {
    const text = this.example.display.split('\n')
    for (const [label, line] of Object.entries(lines)) text[this.line(label) - 1] = String(line)
    return text.join('\n')
  }

  fail(problem: string): never {
    throw new Error(`content/questions/${this.id}.yaml ${problem}`)
  }
}

/** A text in a language, in English where there is none. */
export function inLanguage(words: Words, locale: string): string {
  return words[locale] ?? words[defaultLocale] ?? ''
}
