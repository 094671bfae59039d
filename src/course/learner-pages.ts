// The pages that are the learner's own, and the list of programs to try, in the order in which they stand beside the lessons.

import type { Locale } from '../i18n/locales.ts'
import { translator } from '../i18n/messages.ts'
import { href } from './routes.ts'

const names = ['examples', 'practice', 'progress'] as const

export interface LearnerPage {
  readonly name: (typeof names)[number]
  readonly href: string
  readonly title: string
}

/** All of them in one language. */
export function learnerPages(locale: Locale): readonly LearnerPage[] {
  const t = translator(locale)
  return names.map((name) => ({ name, href: href(locale, `${name}/`), title: t(`${name}.title`) }))
}
