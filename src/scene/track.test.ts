// The arithmetic of the line under the slider: nothing is lost by merging, and nothing is drawn outside.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CHART, countPath, nextOf, PLACES, previousOf, trackMarks } from './track.ts'

const run = fc.integer({ min: 0, max: 200_000 }).chain((last) =>
  fc.record({
    last: fc.constant(last),
    steps: fc
      .uniqueArray(fc.integer({ min: 0, max: last }), { maxLength: 600 })
      .map((all) => all.sort((a, b) => a - b)),
  }),
)

test('every step is in one mark, marks stand in order, and there are at most as many as places', () => {
  fc.assert(
    fc.property(run, ({ last, steps }) => {
      const marks = trackMarks(steps, last)
      expect(marks.reduce((sum, { count }) => sum + count, 0)).toBe(steps.length)
      expect(marks.length).toBeLessThanOrEqual(PLACES + 1)
      for (const [i, { at, step }] of marks.entries()) {
        expect(at).toBeGreaterThanOrEqual(0)
        expect(at).toBeLessThanOrEqual(1)
        expect(steps).toContain(step)
        if (i > 0) expect(step).toBeGreaterThan(marks[i - 1].step)
      }
    }),
  )
})

test('marks that are apart stay apart', () => {
  expect(trackMarks([0, 5, 10], 10).map(({ step, count }) => [step, count])).toEqual([
    [0, 1],
    [5, 1],
    [10, 1],
  ])
  expect(trackMarks([7, 8], 100_000)).toEqual([{ at: 7 / 100_000, step: 7, count: 2 }])
})

test('the next and the previous mark leave out the present one', () => {
  const steps = [2, 5, 9]
  expect([nextOf(steps, 5), previousOf(steps, 5)]).toEqual([9, 2])
  expect([nextOf(steps, 9), previousOf(steps, 2)]).toEqual([undefined, undefined])
  expect(nextOf(steps, 0)).toBe(2)
})

test('of any steps, those beside one are the nearest', () => {
  fc.assert(
    fc.property(run, fc.nat(200_000), ({ steps }, step) => {
      expect(nextOf(steps, step)).toBe(steps.find((mark) => mark > step))
      expect(previousOf(steps, step)).toBe(steps.findLast((mark) => mark < step))
    }),
  )
})

const numbers = (path: string) => [...path.matchAll(/([MHV])([\d.]+)(?: ([\d.]+))?/g)]

test('a chart stays in its frame, ends with the run, and is short however long the run is', () => {
  fc.assert(
    fc.property(run, fc.infiniteStream(fc.integer({ min: 1, max: 50 })), ({ last, steps }, values) => {
      const counts = steps.map(() => values.next().value as number)
      const path = countPath(steps, counts, last)
      const parts = numbers(path)
      for (const [, letter, value] of parts) {
        expect(Number(value)).toBeGreaterThanOrEqual(0)
        expect(Number(value)).toBeLessThanOrEqual(letter === 'V' ? CHART.height : CHART.width)
      }
      if (steps.length > 0 && last > 0)
        expect(Number(parts.findLast(([, letter]) => letter !== 'V')?.[2])).toBe(CHART.width)
      expect(parts.length).toBeLessThan(CHART.width * 60)
    }),
  )
  const long = Array.from({ length: 100_000 }, (_, i) => i)
  expect(
    countPath(
      long,
      long.map((i) => 2 + (i % 2)),
      100_000,
    ).length,
  ).toBeLessThan(20_000)
})

test('a count of 2, then 1, then a death', () => {
  const y = (share: number) => CHART.height - share * (CHART.height - CHART.top)
  expect(countPath([0, 4, 8], [2, 1, 0], 10)).toBe(
    `M0 ${CHART.height}V${CHART.top}H${CHART.width * 0.4}V${y(0.5)}H${CHART.width * 0.8}V${CHART.height}`,
  )
})
