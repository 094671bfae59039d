// Programs nobody wrote: the laws hold for them under every profile, and a real CPython prints what the simulator prints.
// The seed is fixed, so that a run of the tests can be repeated; `npm run conformance -- --generate` tries others.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findProfile, profiles } from '../profiles/index.ts'
import { run } from './compare.ts'
import { programs } from './generator/programs.ts'
import { checkLaws } from './laws.ts'
import { startPyodide } from './pyodide.ts'

const SEED = 20_250

describe.each(profiles.map((profile) => [profile.name, profile] as const))('%s', (_, profile) => {
  test('the laws hold', () => {
    fc.assert(
      fc.property(programs, (text) => {
        expect(checkLaws(text, profile)).toEqual([])
      }),
      { seed: SEED + profiles.indexOf(profile), numRuns: 4 },
    )
  })
})

test('a real CPython prints the same', async () => {
  const interpreter = await startPyodide()
  const profile = findProfile(interpreter.version) ?? expect.fail(`no profile for ${interpreter.version}`)
  await fc.assert(
    fc.asyncProperty(programs.filter(isOfAnySize), async (text) => {
      const real = await interpreter.run(text)
      const { beforeExit, exitCode } = run({ id: 'generated', source: text, text }, profile)
      expect({ exit: exitCode, ...beforeExit }).toEqual(real)
    }),
    { seed: SEED, numRuns: 60 },
  )
})

/** What it says does not depend on the size of a word: the live interpreter is a 32-bit one. */
function isOfAnySize(text: string): boolean {
  return !text.includes('getsizeof')
}

test('programs are made that do what they are for', () => {
  const texts = fc.sample(programs, { seed: SEED, numRuns: 200 })
  const features = [
    [/getrefcount/, /Noisy\(/, /Slim\(/, /Probed\(/, /gc\.collect\(\)\)/, /except ValueError/, /finally:/, /with Held/],
    [/for item/, /del \w/, / = first\(/, /= stream\(/, /failing\(/, /lambda/, /nonlocal/, /global/, /yield/, /match /],
    [
      /class Local/,
      /ref\(n/,
      /heard/,
      /copy\.copy/,
      /many\(/,
      /deep\(/,
      /waits\(/,
      /delegated\(/,
      /getsizeof/,
      /\*\*named/,
    ],
  ].flat()
  for (const what of features) expect(texts.filter((text) => what.test(text)).length, String(what)).toBeGreaterThan(2)
})
