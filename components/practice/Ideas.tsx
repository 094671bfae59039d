// The ideas, with their level, how they went, and when they come back.

import type { IdeaProgress } from '../../src/course/progress-file.ts'
import { dayOf } from '../../src/quiz/days.ts'
import { isDue } from '../../src/quiz/drills/review.ts'
import type { Say } from '../playground/words.ts'

/** An idea as it is shown: what it is called, and the lesson that tells of it. */
export interface ShownIdea {
  readonly title: string
  readonly lesson: string
  readonly href: string
}

interface Props {
  ideas: Readonly<Record<string, ShownIdea>>
  cards: Readonly<Record<string, IdeaProgress>>
  say: Say
  /** Language tag, for dates. */
  language: string
}

export function Ideas({ ideas, cards, say, language }: Props) {
  const date = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' })
  const today = dayOf(new Date())
  const dueText = (card: IdeaProgress) => {
    if (card.due === '') return ''
    if (isDue(card, today)) return say('practice.ideas.dueNow')
    return say('practice.ideas.due', { day: date.format(new Date(`${card.due}T12:00:00`)) })
  }
  return (
    <section class="practice-ideas needs-script" aria-labelledby="practice-ideas">
      <h2 id="practice-ideas">{say('practice.ideas')}</h2>
      <ul class="progress-lessons">
        {Object.entries(ideas).map(([name, { title, lesson, href }]) => {
          const card = Object.hasOwn(cards, name) ? cards[name] : undefined
          return (
            <li key={name}>
              <a class="lesson-number" href={href} aria-label={say('practice.lesson', { number: lesson })}>
                {lesson}
              </a>
              <span class="idea-title">{title}</span>
              <span class="idea-state">
                {card
                  ? [
                      say('practice.level', { level: card.level }),
                      say('practice.ideas.done', { right: card.right, drills: card.drills }),
                      dueText(card),
                    ]
                      .filter((text) => text !== '')
                      .join(' · ')
                  : say('practice.ideas.new')}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
