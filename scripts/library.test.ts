import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pythonModules } from '../src/simulator/modules/config.ts'
import { libraryFiles } from './library.ts'

const modules = new URL('../src/simulator/modules/', import.meta.url)

test('the library in the bundle is the library in lib/', () => {
  const built = readdirSync(new URL('library/', modules)).map(
    (name) => [name, readFileSync(new URL(`library/${name}`, modules), 'utf8')] as const,
  )
  expect(new Map(built.sort())).toEqual(new Map([...libraryFiles()].sort()))
})

test('every file in lib/ is a module of the table', () => {
  const files = readdirSync(new URL('lib/', modules), { recursive: true, encoding: 'utf8' })
  const python = files.filter((name) => name.endsWith('.py')).sort()
  expect(pythonModules.map(({ file }) => file).sort()).toEqual(python)
})
