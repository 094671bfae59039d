// The pages beside the lessons, in the order in which they are listed everywhere.
import { type CollectionEntry, getEntry } from 'astro:content'
import type { Locale } from '../i18n/locales.ts'
import { type ReferenceName, referenceNames } from './reference-names.ts'
import { href } from './routes.ts'

export interface ReferencePage {
  readonly name: ReferenceName
  readonly href: string
  readonly entry: CollectionEntry<'pages'>
}

/** All of them in one language. A page that is missing stops the build. */
export async function referencePages(locale: Locale): Promise<readonly ReferencePage[]> {
  const pages = referenceNames.map(async (name) => {
    const entry = await getEntry('pages', `${locale}/${name}`)
    if (!entry) throw new Error(`The page ${name} has no file in content/pages/${locale}`)
    return { name, href: href(locale, `${name}/`), entry }
  })
  return Promise.all(pages)
}
