import { expect, test } from 'vitest'
import { dayOf, daysAfter } from '../days.ts'
import { afterDrill, type Card, isDue, nextIdea } from './review.ts'

const today = '2026-02-27'

test('days go on over months and leap years', () => {
  expect([daysAfter('2026-02-27', 3), daysAfter('2028-02-28', 1), daysAfter('2026-12-31', 1)]).toEqual([
    '2026-03-02',
    '2028-02-29',
    '2027-01-01',
  ])
  expect(dayOf(new Date(2026, 10, 2, 23, 59))).toBe('2026-11-02')
})

test('what was missed comes back after 1, 3 and 7 days, then no more', () => {
  let card = afterDrill(undefined, false, today)
  const dues = [card.due]
  let day = card.due
  for (let review = 0; review < 3; review++) {
    expect(isDue(card, daysAfter(day, -1))).toBe(false)
    expect(isDue(card, day)).toBe(true)
    card = afterDrill(card, true, day)
    dues.push(card.due)
    day = card.due === '' ? day : card.due
  }
  expect(dues).toEqual([daysAfter(today, 1), daysAfter(today, 4), daysAfter(today, 11), ''])
})

test('a review that is missed begins anew; one that comes late counts from that day', () => {
  const card = afterDrill(afterDrill(undefined, false, today), true, '2026-03-10')
  expect(card.due).toBe('2026-03-13')
  expect(afterDrill(card, false, '2026-03-13')).toMatchObject({ due: '2026-03-14', passed: 0, run: 0 })
})

test('practice before the day is no review', () => {
  const card = afterDrill(afterDrill(undefined, false, today), true, today)
  expect(card).toMatchObject({ due: daysAfter(today, 1), passed: 0, run: 1 })
})

test('two right in a row are a level more, up to the third; a miss keeps the level', () => {
  const levels: number[] = []
  let card: Card | undefined
  for (const right of [true, true, true, false, true, true, true, true]) {
    card = afterDrill(card, right, today)
    levels.push(card.level)
  }
  expect(levels).toEqual([1, 2, 2, 2, 2, 3, 3, 3])
  expect(card).toMatchObject({ drills: 8, right: 7 })
})

test('due comes first, the longest waiting before the others; then what was practised least; never twice in a row', () => {
  const names = ['a', 'b', 'c'] as const
  const card = (due: string, drills: number): Card => ({ level: 1, run: 0, passed: 0, due, drills, right: 0 })
  expect(nextIdea(names, {}, today, null)).toBe('a')
  expect(nextIdea(names, {}, today, 'a')).toBe('b')
  expect(nextIdea(names, { a: card('', 3), b: card('', 1), c: card('', 2) }, today, null)).toBe('b')
  expect(nextIdea(names, { b: card(today, 9), c: card('2026-02-20', 9) }, today, null)).toBe('c')
  expect(nextIdea(names, { b: card(today, 9), c: card('2026-02-20', 9) }, today, 'c')).toBe('b')
  expect(nextIdea(names, { b: card('2026-03-01', 0) }, today, 'a')).toBe('b')
  expect(nextIdea(['a'], {}, today, 'a')).toBe('a')
})

test('of what is due, what the learner was sure of comes first, until a review of it is passed', () => {
  const sure = afterDrill(undefined, false, today, true)
  const unsure = afterDrill(undefined, false, daysAfter(today, -3))
  const names = ['a', 'b'] as const
  const day = daysAfter(today, 1)
  expect(nextIdea(names, { a: unsure, b: sure }, day, null)).toBe('b')
  // Practice before the day changes nothing; the review does.
  expect(afterDrill(sure, true, today).missedSure).toBe(true)
  const passed = afterDrill(sure, true, day)
  expect(passed).not.toHaveProperty('missedSure')
  expect(nextIdea(names, { a: unsure, b: passed }, daysAfter(day, 9), null)).toBe('a')
  expect(afterDrill(sure, false, day)).not.toHaveProperty('missedSure')
})
