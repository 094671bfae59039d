// The tests of the laws under some profiles: two files share them, so that both cores have work.

import { describe, expect, test } from 'vitest'
import type { Profile } from '../profiles/index.ts'
import { checkLaws } from './laws.ts'
import { allPrograms, heldToLaws } from './programs.ts'

const programs = allPrograms()
  .filter(({ id }) => heldToLaws(id))
  .map(({ id, text }) => [id, text] as const)

/** Every law under the profiles. */
export function testLaws(profiles: readonly Profile[]): void {
  describe.each(profiles.map((profile) => [profile.name, profile] as const))('%s', (_, profile) => {
    test.each(programs)('%s', (_id, text) => expect(checkLaws(text, profile)).toEqual([]))
  })
}
