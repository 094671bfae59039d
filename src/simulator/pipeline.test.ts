// What is written to both streams is kept in its order.

import { expect, test } from 'vitest'
import { simulate } from './simulate.ts'

test('standard output and standard error come in the order they were written', () => {
  const source = `import sys
print('first')
print('second', file=sys.stderr)
print('third')
raise KeyError('last')`
  const { written, stdout, stderr } = simulate({ source, record: null })
  expect(written.map(({ fileno }) => fileno)).toEqual([1, 2, 1, 2])
  expect(written[1].text).toBe('second\n')
  expect(stdout).toBe('first\nthird\n')
  expect(stderr).toBe(written[1].text + written[3].text)
  expect(stderr).toMatch(/KeyError: 'last'\n$/)
})

test('a syntax error is all on standard error', () => {
  const { written } = simulate({ source: 'x = = 1', record: null })
  expect(written.map(({ fileno }) => fileno)).toEqual([2])
})
