import { expect, test } from 'vitest'
import { geometricMean, median, shown, table } from './figures.ts'

test('the geometric mean treats twice as fast and half as fast as opposites', () => {
  expect(geometricMean([2, 0.5])).toBeCloseTo(1, 12)
  expect(geometricMean([1, 10, 100])).toBeCloseTo(10, 12)
  expect(geometricMean([7])).toBeCloseTo(7, 12)
  expect(geometricMean([])).toBeNaN()
})

test('the median does not mind the order', () => {
  expect(median([3, 1, 100])).toBe(3)
  expect(median([4, 1, 2, 100])).toBe(3)
  expect(median([])).toBeNaN()
})

test('three digits are shown', () => {
  expect([0.012345, 1.5, 99.96, 123.4, 15000, Number.NaN].map(shown)).toEqual([
    '0.0123',
    '1.5',
    '100',
    '123',
    '15000',
    '-',
  ])
})

test('columns of a table line up', () => {
  expect(
    table([
      ['a', 'b'],
      ['long', '1'],
      ['x', '100'],
    ]),
  ).toBe('a       b\n----  ---\nlong    1\nx     100')
})
