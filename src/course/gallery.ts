// All programs of the course as a page lists them: under the lesson or page that shows them, by the heading they stand below
// there, with the address that opens each in the playground. Build time only.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '../i18n/locales.ts'
import { type IdeaName, ideaNames, ideas } from '../quiz/drills/drill.ts'
import { readExample } from './example.ts'
import { componentsOf, lessonText } from './lesson-text.ts'
import { questionFolder } from './question-file.ts'
import { lessonSlugs } from './syllabus.ts'

/** A program, where it is first shown. */
export interface GalleryProgram {
  /** 'topic/name'. */
  readonly id: string
  /** As shown, run and edited. */
  readonly display: string
  /** The heading it stands below; '' above the first one, and where many lessons have a section of that name. */
  readonly heading: string
}

/** What shows programs: a lesson, or a page beside the lessons. */
export interface GalleryPlace {
  readonly kind: 'lesson' | 'page' | 'elsewhere'
  /** The lesson's slug or the page's name; '' for what no text shows. */
  readonly name: string
  /** The ideas of the drills that the lesson tells of. */
  readonly ideas: readonly IdeaName[]
  readonly programs: readonly GalleryProgram[]
}

const exampleFolder = join(process.cwd(), 'content', 'examples')
const pageFolder = join(process.cwd(), 'content', 'pages')

/** Ids of all stored programs. */
export function exampleIds(): readonly string[] {
  return readdirSync(exampleFolder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.py'))
    .map((file) => file.replaceAll('\\', '/').slice(0, -'.py'.length))
    .sort()
}

/**
 * Every program once: under the first lesson that shows it, else under the first page, else at the end.
 * @param locale the language of the headings; every lesson and page is written in it
 */
export function gallery(locale: Locale): readonly GalleryPlace[] {
  const left = new Set(exampleIds())
  const pages = readdirSync(join(pageFolder, locale))
    .map((file) => file.replace(/\.mdx$/, ''))
    .sort()
  const take = (text: string): GalleryProgram[] =>
    shownIn(text).flatMap(({ id, heading }) =>
      left.delete(id) ? [{ id, heading, display: readExample(id).display }] : [],
    )
  const places: GalleryPlace[] = [
    ...lessonSlugs.map((name) => ({
      kind: 'lesson' as const,
      name,
      ideas: ideaNames.filter((idea) => name.startsWith(ideas[idea].lesson)),
      programs: take(lessonText(locale, name)),
    })),
    ...pages.map((name) => ({
      kind: 'page' as const,
      name,
      ideas: [],
      programs: take(readFileSync(join(pageFolder, locale, `${name}.mdx`), 'utf8')),
    })),
  ]
  const common = commonHeadings(places)
  const rest = [...left].map((id) => ({ id, heading: '', display: readExample(id).display }))
  places.push({ kind: 'elsewhere', name: '', ideas: [], programs: rest })
  return places
    .filter(({ programs }) => programs.length > 0)
    .map((place) => ({
      ...place,
      programs: place.programs.map((program) => (common.has(program.heading) ? { ...program, heading: '' } : program)),
    }))
}

/** Headings that more than a few places have tell nothing of a program. */
function commonHeadings(places: readonly GalleryPlace[]): ReadonlySet<string> {
  const times = new Map<string, number>()
  for (const { programs } of places)
    for (const heading of new Set(programs.map((program) => program.heading)))
      times.set(heading, (times.get(heading) ?? 0) + 1)
  return new Set([...times].filter(([, count]) => count > 3).map(([heading]) => heading))
}

/** The programs a text shows, in order, each with the section it is in: by its name, or by a question about it. */
function shownIn(text: string): { id: string; heading: string }[] {
  return text.split(/^(?=## )/m).flatMap((section) => {
    const heading = (/^## (.*)/.exec(section)?.[1] ?? '').trim()
    return componentsOf(section).flatMap(({ name, attributes }) => {
      const id = attributes.example ?? (name === 'Term' || !attributes.id ? undefined : askedAbout(attributes.id))
      return id === undefined ? [] : [{ id, heading }]
    })
  })
}

/** The program a question is about; undefined where the id is not a question's. */
function askedAbout(question: string): string | undefined {
  try {
    return /^example: *(\S+)/m.exec(readFileSync(join(questionFolder, `${question}.yaml`), 'utf8'))?.[1]
  } catch {
    return undefined
  }
}
