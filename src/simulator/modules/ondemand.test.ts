// The machine without the library: what a page's worker starts with.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { simulate } from '../pipeline.ts'
import { findModule, type LoadedPart, parts, withNeeds } from './config.ts'
import { PartMissing } from './loaded.ts'
import { fetchParts } from './ondemand.ts'

/** What a run lacks; null where it has all it needs. */
function missing(source: string): readonly LoadedPart[] | null {
  try {
    simulate({ source, record: null })
    return null
  } catch (error) {
    if (error instanceof PartMissing) return error.parts
    throw error
  }
}

test('every program needs the names that are there before it', async () => {
  expect(missing('pass\n')).toEqual(['names'])
  await fetchParts(['names'])
  expect(missing('pass\n')).toBeNull()
})

test('the parts a program imports are known before it runs, with what they need', () => {
  const source = "print('not twice')\ndef f():\n    import random\n"
  expect([...(missing(source) ?? [])].sort()).toEqual(['abc', 'heapq', 'itertools', 'math', 'operator', 'random'])
  expect(missing('import sys, gc, atexit, builtins\n')).toBeNull()
  expect(missing('import nonsense\n')).toBeNull()
})

test('an import that shows only at run time names its part, and works once that is here', async () => {
  const source = "exec('import zl' + 'ib')\nprint(zlib.crc32(b'a'))\n"
  expect(missing(source)).toEqual(['zlib'])
  await fetchParts(['zlib'])
  expect(simulate({ source, record: null }).stdout).toBe('3904355907\n')
})

test('a part fetched brings what it needs', async () => {
  const source = 'import random\nrandom.seed(1)\nprint(random.random())\n'
  await fetchParts(missing(source) ?? [])
  expect(simulate({ source, record: null }).stdout).toBe('0.13436424411240122\n')
})

test('what a Python module imports as it starts is in its part or in one that it needs', () => {
  for (const [part, { python, needs }] of Object.entries(parts)) {
    const has = new Set<string>([part, 'core', ...withNeeds(needs)])
    for (const { file } of python) {
      const text = readFileSync(new URL(`lib/${file}`, import.meta.url), 'utf8')
      for (const [, names, name] of text.matchAll(/^(?:import ([\w., ]+)|from ([\w.]+) import)/gm))
        for (const each of (names ?? name).split(',')) expect(has, `${file}: ${each}`).toContain(partOf(each))
    }
  }
})

function partOf(statement: string): string {
  const [name] = statement.trim().split(/[ .]/)
  return findModule(name)?.part ?? `no part has ${name}`
}
