// The ideas of the drills as a page shows them: their names in a language, and the lessons that tell of them.

import type { Locale } from '../i18n/locales.ts'
import { translator } from '../i18n/messages.ts'
import { type IdeaName, ideaNames, ideas } from '../quiz/drills/drill.ts'
import { href, lessonPage } from './routes.ts'
import { lessonSlugs } from './syllabus.ts'

/** @throws Error where an idea names a lesson that the course does not have: the build stops */
export function shownIdeas(locale: Locale): Record<IdeaName, { title: string; lesson: string; href: string }> {
  const t = translator(locale)
  const shown = ideaNames.map((name) => {
    const { lesson } = ideas[name]
    const slug = lessonSlugs.find((each) => each.startsWith(lesson))
    if (slug === undefined) throw new Error(`The idea "${name}" names a lesson ${lesson}`)
    return [name, { title: t(`idea.${name}`), lesson, href: href(locale, lessonPage(slug)) }] as const
  })
  return Object.fromEntries(shown) as ReturnType<typeof shownIdeas>
}
