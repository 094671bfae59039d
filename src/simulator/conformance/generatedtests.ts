// The tests of recorded generated programs under some profiles: two files share them, so that both cores have work.

import { describe, expect, test } from 'vitest'
import type { Profile } from '../profiles/index.ts'
import { compare, run } from './compare.ts'
import { type Kind, kindNames, sample } from './generator/sample.ts'
import { judgeOf, recordingsOf } from './judge.ts'
import { knownDifferences } from './known.ts'

/**
 * The least number of generated programs that is recorded of each version, by kind; and where the judge takes more than a second
 * for each, as it has to be started anew.
 */
const least: Readonly<Partial<Record<Kind, number>>> = { generated: 2000, 'generated-memory': 150 }
const leastOfSlow: typeof least = { generated: 250, 'generated-memory': 150 }

const recordedKinds = kindNames.filter((kind) => kind in least)

/** Every recorded generated program under the profiles prints what the real interpreter printed, and exits as it did. */
export function testGenerated(profiles: readonly Profile[]): void {
  const all = profiles.flatMap((profile) => recordedKinds.map((kind) => [profile.name, kind, profile] as const))
  describe.each(all)('%s %s', (name, kind, profile) => {
    const { seed = 0, programs: recorded = {}, platform } = recordingsOf(name, kind) ?? {}
    const wanted = (platform?.startsWith('emscripten') ? leastOfSlow : least)[kind] ?? 0
    const programs = sample(kind, seed, Object.keys(recorded).length)

    test('there are enough, and they are what is generated now', () => {
      expect(programs.length).toBeGreaterThanOrEqual(wanted)
      const stale = programs.filter((program) => !judgeOf(profile, program)).map(({ id }) => id)
      expect(stale, `record them: npm run conformance -- --generated ${wanted} --kind ${kind} --record PYTHON`).toEqual(
        [],
      )
    })

    test('CPython prints the same', () => {
      for (const program of programs) {
        const judge = judgeOf(profile, program)
        if (!judge) continue
        const verdict = compare(program, run(program, profile), judge)
        const known = knownDifferences[program.id]?.[name] !== undefined
        if (known) expect(verdict.kind, `${program.id} no longer differs: strike it off known.ts`).not.toBe('same')
        if (known || verdict.kind === 'same') continue
        const found = verdict.kind === 'different' ? verdict.lines : [verdict.reason]
        expect.fail([program.text, `${program.id} [${name}]`, ...found].join('\n'))
      }
    })
  })
}
