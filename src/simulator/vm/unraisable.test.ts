// What happens to an exception that nobody can catch.

import { expect, test } from 'vitest'
import { simulate } from '../simulate.ts'

const dying = `class Noisy:
    def __del__(self):
        raise ValueError('ignored')
`

test('an exception of a finalizer is printed, and the program goes on', () => {
  const { outcome, stdout, stderr } = simulate({ source: `${dying}Noisy()\nprint('on')\n`, record: null })
  expect(outcome.kind).toBe('finished')
  expect(stdout).toBe('on\n')
  expect(stderr).toContain('ValueError: ignored')
})

test('a hook of the program is told instead', () => {
  const source = `import sys\n${dying}sys.unraisablehook = lambda told: print(told.exc_value)\nNoisy()\nprint('on')\n`
  const { outcome, stdout, stderr } = simulate({ source, record: null })
  expect(outcome.kind).toBe('finished')
  expect(stdout).toBe('ignored\non\n')
  expect(stderr).toBe('')
})
