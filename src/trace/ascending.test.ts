import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstPast } from './ascending.ts'

test('the first one past a bound is the one a walk from the start finds', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), fc.nat(21), (numbers, bound) => {
      numbers.sort((a, b) => a - b)
      const walked = numbers.findIndex((number) => number > bound)
      expect(firstPast(numbers, (number) => number > bound)).toBe(walked < 0 ? numbers.length : walked)
    }),
  )
})
