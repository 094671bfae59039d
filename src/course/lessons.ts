// The lessons as a reader of one language meets them: which exist, what each is called, where it is, what comes next.
import { type CollectionEntry, getCollection } from 'astro:content'
import { defaultLocale, type Locale } from '../i18n/locales.ts'
import { isMessage, translator } from '../i18n/messages.ts'
import { href, lessonPage } from './routes.ts'
import { type LessonSlug, lessonSlugs, type PartId, syllabus } from './syllabus.ts'

export interface Lesson {
  readonly slug: LessonSlug
  /** As printed: '01' … '24'. */
  readonly number: string
  readonly part: PartId
  readonly title: string
  /** The language the title and text are really in: English where the lesson is not translated yet. */
  readonly language: Locale
  readonly summary: string
  /** Absent while the lesson is in preparation. */
  readonly written?: { readonly href: string; readonly entry: CollectionEntry<'lessons'> }
}

export interface Part {
  readonly id: PartId
  readonly lessons: readonly Lesson[]
}

/** The whole course in `locale`, part by part. */
export async function course(locale: Locale): Promise<readonly Part[]> {
  const entries = new Map((await getCollection('lessons')).map((entry) => [entry.id, entry]))
  const t = translator(locale)
  const lesson = (slug: LessonSlug, part: PartId): Lesson => {
    const number = slug.slice(0, 2)
    const own = entries.get(`${locale}/${slug}`)
    const entry = own ?? entries.get(`${defaultLocale}/${slug}`)
    if (entry) {
      return {
        slug,
        number,
        part,
        title: entry.data.title,
        language: own ? locale : defaultLocale,
        summary: entry.data.description,
        written: { href: href(locale, lessonPage(slug)), entry },
      }
    }
    const [title, summary] = [`syllabus.${slug}.title`, `syllabus.${slug}.idea`]
    if (!isMessage(title) || !isMessage(summary)) {
      throw new Error(
        `Lesson ${slug} has neither a file in content/lessons/${defaultLocale} nor a title in content/messages`,
      )
    }
    return { slug, number, part, title: t(title), language: locale, summary: t(summary) }
  }
  return syllabus.map(({ part, lessons }) => ({ id: part, lessons: lessons.map((slug) => lesson(slug, part)) }))
}

/** The lessons that have a page in `locale` (translated or not), in reading order. */
export async function writtenLessons(locale: Locale): Promise<readonly Lesson[]> {
  return (await course(locale)).flatMap(({ lessons }) => lessons).filter(({ written }) => written)
}

/** What stands before and after `slug` in the course, written or not. */
export function neighbours(parts: readonly Part[], slug: LessonSlug): { previous?: Lesson; next?: Lesson } {
  const all = parts.flatMap(({ lessons }) => lessons)
  const at = lessonSlugs.indexOf(slug)
  return { ...(all[at - 1] && { previous: all[at - 1] }), ...(all[at + 1] && { next: all[at + 1] }) }
}
