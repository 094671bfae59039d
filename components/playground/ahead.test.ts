// What is asked for ahead is asked once, and never shown when it is out of date.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Ahead } from './ahead.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function asking() {
  const asked: number[] = []
  let round = 0
  const ahead = new Ahead((step) => {
    asked.push(step)
    return Promise.resolve(`${step} in round ${round}`)
  })
  return { asked, ahead, next: () => round++ }
}

test('an expected step is asked for when the learner rests, and only once', async () => {
  const { asked, ahead } = asking()
  ahead.expect(4)
  expect(asked).toEqual([])
  vi.advanceTimersByTime(1000)
  expect(asked).toEqual([4])
  expect(await ahead.get(4)).toBe('4 in round 0')
  expect(asked).toEqual([4])
  expect(await ahead.get(4)).toBe('4 in round 0')
  expect(asked).toEqual([4, 4])
})

test('who goes on at once, or elsewhere, gets what was wished', async () => {
  const { asked, ahead } = asking()
  ahead.expect(4)
  expect(await ahead.get(4)).toBe('4 in round 0')
  vi.advanceTimersByTime(1000)
  expect(asked).toEqual([4])
  ahead.expect(5)
  vi.advanceTimersByTime(1000)
  expect(await ahead.get(9)).toBe('9 in round 0')
  expect(asked).toEqual([4, 5, 9])
})

test('what is forgotten is asked for again', async () => {
  const { asked, ahead, next } = asking()
  ahead.expect(4)
  vi.advanceTimersByTime(1000)
  next()
  ahead.forget()
  expect(await ahead.get(4)).toBe('4 in round 1')
  expect(asked).toEqual([4, 4])
})

test('what goes wrong ahead is told to who wants the step', async () => {
  const ahead = new Ahead(() => Promise.reject(new Error('stopped')))
  ahead.expect(4)
  vi.advanceTimersByTime(1000)
  await expect(ahead.get(4)).rejects.toThrow('stopped')
})
