// A sample of the texts that no interpreter judges; `npm run conformance -- --fuzz N` tries more.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profiles } from '../profiles/index.ts'
import { fuzz } from './fuzz.ts'
import { soups } from './generator/soups.ts'

const texts = fc.sample(soups(), { seed: 7, numRuns: 120 })

test.each(profiles.map((profile, i) => [profile.name, profile, i] as const))(
  'soups, mutants and hostile programs come to an outcome, and the laws hold, under %s',
  (_, profile, turn) => {
    for (const text of texts.filter((_text, i) => i % profiles.length === turn))
      expect(fuzz(text, profile).problems, text).toEqual([])
  },
)
