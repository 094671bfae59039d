// When an idea comes back. What was missed is asked again after 1, 3 and 7 days, each time in a new program. Three fixed
// intervals are a sum of days; a scheduler library (FSRS and the like) would fit them to each learner from hundreds of
// answers that three minutes a day do not give, and ask for a self-rating after each drill.

import { daysAfter } from '../days.ts'
import type { Difficulty } from './drill.ts'

/** Days until the reviews of something that was missed. */
export const INTERVALS = [1, 3, 7] as const

/** Drills right in a row until the next level. */
const RIGHT_IN_A_ROW = 2

/** What is known of one idea; course/progress-file.ts keeps it. */
export interface Card {
  readonly level: Difficulty
  readonly run: number
  readonly passed: number
  /** The day of the next review; '' where none is due. */
  readonly due: string
  readonly drills: number
  readonly right: number
  /** Whether the learner was sure of what was missed last; absent where not. */
  readonly missedSure?: true
}

const fresh: Card = { level: 1, run: 0, passed: 0, due: '', drills: 0, right: 0 }

/** The card of an idea after a drill of it. `right` means at the first try, `sure` that the learner said so. */
export function afterDrill(past: Card | undefined, right: boolean, today: string, sure = false): Card {
  const { missedSure, ...card } = past ?? fresh
  const counted = { ...card, drills: card.drills + 1, right: card.right + (right ? 1 : 0) }
  if (!right) {
    const due = daysAfter(today, INTERVALS[0])
    return { ...counted, run: 0, passed: 0, due, ...(sure && { missedSure: true }) }
  }
  const up = card.run + 1 >= RIGHT_IN_A_ROW && card.level < 3
  const level = up ? ((card.level + 1) as Difficulty) : card.level
  const review = reviewed(card, today)
  // Until its first review is passed, a sure miss stays one.
  const stays = missedSure && review.due === card.due
  return { ...counted, ...review, level, run: up ? 0 : card.run + 1, ...(stays && { missedSure }) }
}

function reviewed({ due, passed }: Pick<Card, 'due' | 'passed'>, today: string): Pick<Card, 'due' | 'passed'> {
  if (due === '' || due > today) return { due, passed }
  const next = passed + 1
  return next < INTERVALS.length ? { due: daysAfter(today, INTERVALS[next]), passed: next } : { due: '', passed: 0 }
}

/** Whether an idea's review has come. */
export function isDue(card: Card | undefined, today: string): boolean {
  return card !== undefined && card.due !== '' && card.due <= today
}

/**
 * The idea to ask next: what is due, first what the learner was sure of, then the longest waiting; else the one practised
 * least, in the order of the course. Not the one that was asked just now.
 */
export function nextIdea<Name extends string>(
  names: readonly Name[],
  cards: Readonly<Record<string, Card>>,
  today: string,
  last: Name | null,
): Name {
  const others = names.length > 1 ? names.filter((name) => name !== last) : names
  const due = others.filter((name) => isDue(cards[name], today))
  const wasSure = due.filter((name) => cards[name].missedSure)
  const first = wasSure.length > 0 ? wasSure : due
  if (first.length > 0) return first.reduce((a, b) => (cards[b].due < cards[a].due ? b : a))
  const drills = (name: Name) => cards[name]?.drills ?? 0
  return others.reduce((a, b) => (drills(b) < drills(a) ? b : a))
}
