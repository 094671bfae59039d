import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { libraryText } from './library.ts'

test('the library in the bundle is the library in lib/', () => {
  const built = readFileSync(new URL('../src/simulator/modules/library.ts', import.meta.url), 'utf8')
  expect(built).toBe(libraryText())
})
