// Numbers and text held against the interpreters: each line of expressions.txt gives what they gave (expressions.json).

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Profile, profiles } from '../profiles/index.ts'
import { simulate } from '../simulate.ts'

const read = (name: string) => readFileSync(new URL(`./observed/${name}`, import.meta.url), 'utf8')
const lines = read('expressions.txt').trimEnd().split('\n')
const said: Record<string, readonly string[]> = JSON.parse(read('expressions.json'))

/** One try statement a line, as expressions.py writes it. */
function program(part: readonly string[]): string {
  return part
    .map(
      (line) =>
        `try:\n    print(ascii((${line})))\nexcept BaseException as e:\n    print(type(e).__name__, ascii(str(e)))\n`,
    )
    .join('')
}

function answers(profile: Profile, part: readonly string[]): readonly string[] {
  const run = simulate({ source: program(part), profile, record: null })
  expect(run.outcome).toEqual({ kind: 'finished' })
  // An expression may be warned of; nothing else is said.
  expect(run.stderr.replaceAll(/^main\.py:\d+: (Syntax|Deprecation)Warning: .*\n {2}.*\n/gm, '')).toBe('')
  return run.stdout.trimEnd().split('\n')
}

/** 3.14.0 and 3.14 are one interpreter as far as this goes. */
const recordedAs = (profile: Profile) => `${profile.version[0]}.${profile.version[1]}`

describe.each(profiles.map((profile) => [profile.name, profile] as const))('%s', (_name, profile) => {
  const expected = said[recordedAs(profile)]

  test('every line was recorded', () => {
    expect(expected).toHaveLength(lines.length)
  })

  test('gives what the interpreter gave', { timeout: 120_000 }, () => {
    const size = 100
    for (let i = 0; i < lines.length; i += size) {
      const part = lines.slice(i, i + size)
      const got = answers(profile, part)
      const shown = (values: readonly string[]) => part.map((line, k) => `${line} -> ${values[k]}`)
      expect(shown(got)).toEqual(shown(expected.slice(i, i + size)))
    }
  })
})
