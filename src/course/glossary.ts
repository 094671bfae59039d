// The words of the course in one language, and the lesson that first explains each.

import { getCollection } from 'astro:content'
import { defaultLocale, type Locale, languageTag } from '../i18n/locales.ts'
import { componentsOf, lessonsIn, lessonText } from './lesson-text.ts'

/** A word as the page "Glossary" shows it. */
export interface GlossaryTerm {
  readonly id: string
  readonly term: string
  readonly short: string
  /** The slug of the first lesson that explains it; absent where none does yet. */
  readonly lesson?: string
}

/** Every term, in the order of the language. */
export async function glossary(locale: Locale): Promise<readonly GlossaryTerm[]> {
  const first = new Map<string, string>()
  for (const slug of lessonsIn(defaultLocale)) {
    for (const { name, attributes } of componentsOf(lessonText(defaultLocale, slug)))
      if (name === 'Term' && !first.has(attributes.id)) first.set(attributes.id, slug)
  }
  const entries = await getCollection('glossary', ({ id }) => id.startsWith(`${locale}/`))
  const order = new Intl.Collator(languageTag[locale])
  return entries
    .map(({ id: path, data }) => {
      const id = path.slice(locale.length + 1)
      const lesson = first.get(id)
      return { id, ...data, ...(lesson !== undefined && { lesson }) }
    })
    .sort((a, b) => order.compare(a.term, b.term))
}
