// Today and the week: what was practised, and nothing about what was not.

import type { Kept } from '../../src/course/progress-file.ts'
import { dayOf, daysAfter } from '../../src/quiz/days.ts'
import { isDue } from '../../src/quiz/drills/review.ts'
import type { Say } from '../playground/words.ts'

/** What a day's practice is meant to take. */
const ENOUGH_SECONDS = 180

export function Days({ days, ideas, say }: Pick<Kept, 'days' | 'ideas'> & { say: Say }) {
  const today = dayOf(new Date())
  const now = days[today]
  const week = Array.from({ length: 7 }, (_, i) => daysAfter(today, i - 6))
  const practised = week.filter((day) => days[day] !== undefined).length
  const due = Object.values(ideas).filter((card) => isDue(card, today)).length
  return (
    <div class="practice-days">
      <p>
        {now ? say('practice.today', { drills: now.drills, right: now.right }) : say('practice.today.none')}{' '}
        {now && now.seconds >= ENOUGH_SECONDS && say('practice.enough')}{' '}
        {due > 0 && say('practice.due', { count: due })}
      </p>
      {practised > 0 && (
        <p class="practice-week">
          {say('practice.week')}{' '}
          <span class="progress-row" aria-hidden="true">
            {week.map((day) => (
              <span key={day} class={`progress-mark ${days[day] ? 'open' : 'none'}`} />
            ))}
          </span>
          <span class="visually-hidden">{say('practice.week.days', { count: practised })}</span>
        </p>
      )}
    </div>
  )
}
