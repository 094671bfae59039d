// A sample of the texts that no interpreter judges; `npm run conformance -- --fuzz N` tries more.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profiles } from '../profiles/index.ts'
import { fuzz } from './fuzz.ts'
import { soups } from './generator/soups.ts'

const LATEST = profiles[profiles.length - 1]
const texts = fc.sample(soups(), { seed: 7, numRuns: 120 })

test.each(profiles.map((profile, i) => [profile.name, profile, i] as const))(
  'soups, mutants and hostile programs come to an outcome, and the laws hold, under %s',
  (_, profile, turn) => {
    for (const text of texts.filter((_text, i) => i % profiles.length === turn))
      expect(fuzz(text, profile).problems, text).toEqual([])
  },
)

test.each([
  'sum(range(10 ** 18))',
  'max(iter(int, 1))',
  'any(map(bool, iter(int, 1)))',
  'a, *b = iter(int, 1)',
  'set().isdisjoint(iter(int, 1))',
  'import collections\ncollections.deque(iter(int, 1), maxlen=0)',
  'import itertools\nnext(itertools.compress(itertools.count(), itertools.repeat(0)))',
])('native work that has no end is stopped: %s', (text) => {
  expect(fuzz(text, LATEST)).toEqual({ outcome: 'budget', problems: [] })
})
