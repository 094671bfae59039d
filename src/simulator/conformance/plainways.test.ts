// What the evaluation loop does itself is what the instructions' handlers would have done: the same program is run in both
// ways, and everything that is recorded of it is the same, word for word. Left out is the C stack, where words that mean nothing
// any more stand between two instructions.

import { describe, expect, test } from 'vitest'
import { walkChanges } from '../../trace/log.ts'
import { CSTACK, CSTACK_END } from '../heap/runtime.ts'
import { type Profile, profiles } from '../profiles/index.ts'
import { simulate } from '../simulate.ts'
import { FILE_NAME } from './interpreter.ts'
import { allPrograms } from './programs.ts'

/** Each version gets a part of the programs, another one. */
const PARTS = 24
/** Instructions of a program that are looked at. */
const MOST = 400_000

/** A thread has a C stack of its own, somewhere in the heap. */
const programs = allPrograms().filter(({ text }) => !/thread|queue/.test(text))

/** Every operator on numbers of one, two and more digits, small ones, and what lies beyond what a double holds. */
const EDGES = `def both(values):
    for x in values:
        for y in values:
            print(x + y, x - y, x * y, x & y, x | y, x ^ y, x < y, x <= y, x == y, x != y, x > y, x >= y)
            if y:
                print(x // y, x % y)
            z = x
            z += y
            z -= x
            z *= 2
            z %= 1000
            print(z)

def steps(*how):
    for i in range(*how):
        print(i, end=' ')
    print()

edges = [0, 1, 5, 6, 256, 257, 1024, 1025, 2**30 - 1, 2**30, 2**31, 2**53 - 1, 2**53, 2**60 - 1, 2**60, 2**90]
both(edges + [-x for x in edges] + [True])
for how in (3,), (2**30 - 2, 2**30 + 2), (2**31 - 2, 2**31 + 2), (2**53 - 2, 2**53 + 2), (3, -3, -2), (-2**31 + 1, -2**31 - 2, -1):
    steps(*how)
`

/** Mixes a number into a sum of what was met in order. */
function mixed(sum: number, value: number): number {
  const once = Math.imul(sum ^ value, 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}

function runOf(source: string, profile: Profile, grain: 'line' | 'instruction', handlersOnly: boolean) {
  const run = simulate({
    source,
    filename: FILE_NAME,
    profile,
    handlersOnly,
    record: { grain },
    budgets: { instructions: MOST },
  })
  const { outcome, stdout, stderr, trace } = run
  const changed: number[] = []
  const steps = trace?.log.starts.length ?? 1
  for (let step = 0; trace && step < steps - 1; step++) {
    // Which of two words was written first does not matter.
    let sum = 0
    walkChanges(trace.log, step, step + 1, (index, change) => {
      const address = index * 4
      if (address < CSTACK || address >= CSTACK_END) sum = (sum + mixed(mixed(17, index), change)) | 0
    })
    changed.push(sum)
  }
  return { outcome, stdout, stderr, changed, happenings: trace?.happenings, lines: trace?.steps.line }
}

describe.each(profiles.map((profile, part) => [profile.name, profile, part] as const))('%s', (_, profile, part) => {
  const some = programs
    .filter((_program, i) => i % PARTS === part * 4)
    .map(({ id, text }, i) => [id, text, i % 2 ? 'line' : 'instruction'] as const)

  test('numbers at the edges', () => {
    expect(runOf(EDGES, profile, 'line', false)).toEqual(runOf(EDGES, profile, 'line', true))
  })

  test.each(some)('%s', (_id, text, grain) => {
    expect(runOf(text, profile, grain, false)).toEqual(runOf(text, profile, grain, true))
  })
})
