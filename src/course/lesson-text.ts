// The components of a lesson's text, read without building it: what the tests compare between languages, and what knows
// which questions a lesson asks.

import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { defaultLocale } from '../i18n/locales.ts'

/** A component as a lesson writes it: `<Moment example="names/alias" at="alias">`. A fenced program is a Playground. */
export interface Used {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Components that ask something; their `id` is a question's. */
export const asking: readonly string[] = ['Predict', 'Why', 'Choose', 'Try']

const lessonFolder = join(process.cwd(), 'content', 'lessons')

/** The lessons written in a language, in order: slugs. */
export function lessonsIn(locale: string): readonly string[] {
  return globSync(join(lessonFolder, locale, '*.mdx'))
    .map((file) => basename(file, '.mdx'))
    .sort()
}

export function lessonText(locale: string, slug: string): string {
  return readFileSync(join(lessonFolder, locale, `${slug}.mdx`), 'utf8')
}

/** The components of a text in the order in which they open. */
export function componentsOf(text: string): readonly Used[] {
  const written = /```python playground([^\n]*)|<([A-Z]\w*)((?:\s+\w+(?:="[^"]*"|=\{[^}]*\})?)*)\s*\/?>/g
  return [...text.matchAll(written)].map(([, fence, name, attributes]) => ({
    name: name ?? 'Playground',
    attributes: attributesOf(fence ?? attributes ?? ''),
  }))
}

function attributesOf(text: string): Record<string, string> {
  const pairs = text.matchAll(/(\w+)(?:="([^"]*)"|=\{([^}]*)\})?/g)
  return Object.fromEntries([...pairs].map(([, name, quoted, braced]) => [name, quoted ?? braced ?? '']))
}

/** The questions a lesson asks, in order: ids. They are the same in every language. */
export function lessonQuestions(slug: string): readonly string[] {
  return componentsOf(lessonText(defaultLocale, slug)).flatMap(({ name, attributes }) =>
    asking.includes(name) ? [attributes.id] : [],
  )
}
