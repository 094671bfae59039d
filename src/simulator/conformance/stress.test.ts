// A collection that may come at any time is not noticed by a program that does not watch: with thresholds of one object the
// collector runs as often as the version lets it, and everything printed stays the same.

import { describe, expect, test } from 'vitest'
import { findProfile, type Profile } from '../profiles/index.ts'
import { simulate } from '../simulate.ts'
import { allPrograms } from './programs.ts'

/** What lets a program see the collector, or what it frees. */
const WATCHES = /\bgc\b|__del__|weakref|tracemalloc|getallocatedblocks|_debugmallocstats|psutil|\bid\(|threading/

/** They count what rings hold that nobody reaches any more: a collection changes what real CPython prints of them too. */
const COUNT_GARBAGE: ReadonlySet<string> = new Set([
  'counts/class_hooks_kept',
  'counts/closures_warm',
  'counts/exec_and_namespaces',
  'counts/warm_instances',
])

const programs = allPrograms().filter(({ id, text }) => !WATCHES.test(text) && !COUNT_GARBAGE.has(id))

/** An increment walks far more than one young object: at each of them it takes minutes where the others take a second. */
const stressed = (profile: Profile): Profile => ({
  ...profile,
  gc: { ...profile.gc, thresholds: profile.gc.incremental ? [100, 10, 0] : [1, 1, 1] },
})

/** What is printed, but for where objects lie. */
function printed(text: string, profile: Profile) {
  const { stdout, stderr, exitCode } = simulate({ source: text, profile, record: null })
  return { stdout: stdout.replace(/0x[0-9a-f]+/g, '0x…'), stderr: stderr.replace(/0x[0-9a-f]+/g, '0x…'), exitCode }
}

test('the collector does run more often', () => {
  const profile = findProfile('3.14') ?? expect.fail('no profile')
  const text = 'import gc\nkept = [[] for i in range(500)]\nprint(gc.get_stats()[0]["collections"])\n'
  const rounds = (of: Profile) => Number(printed(text, of).stdout)
  expect(rounds(stressed(profile))).toBeGreaterThan(rounds(profile) + 10)
})

// One version that collects as it allocates, the incremental collector, and one that waits for the evaluation loop.
describe.each(['3.11', '3.14.0', '3.15'])('%s', (name) => {
  const profile = findProfile(name) ?? expect.fail(`no profile ${name}`)
  test.each(programs.map(({ id, text }) => [id, text] as const))('%s', (_, text) => {
    expect(printed(text, stressed(profile))).toEqual(printed(text, profile))
  })
})
