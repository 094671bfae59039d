import { expect, test } from 'vitest'
import { matches } from './filter.ts'

test('every word has to be there, in any order, in capitals or not', () => {
  const text = 'Lesson 11 cycles Break the ring import gc'
  expect(matches('', text)).toBe(true)
  expect(matches('RING  cycles', text)).toBe(true)
  expect(matches('ring weakref', text)).toBe(false)
  expect(matches('环', '打破环')).toBe(true)
})
