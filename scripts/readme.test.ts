import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readmeText } from './readme.ts'

test('the table of the README is counted from the recordings there are (else: node scripts/readme.ts)', () => {
  expect(readFileSync(new URL('../README.md', import.meta.url), 'utf8')).toBe(readmeText())
})
