// What the evaluation loop does itself is what the instructions' handlers would have done: the same program is run in both
// ways, and everything that is recorded of it is the same, word for word. Left out are words that mean nothing any more: on the
// C stack, and above the top of a frame's value stack, which the log need not know.

import { describe, expect, test } from 'vitest'
import { Cursor } from '../../trace/cursor.ts'
import { walkChanges } from '../../trace/log.ts'
import type { Trace } from '../../trace/trace.ts'
import { CSTACK, CSTACK_END, Tstate } from '../heap/runtime.ts'
import { InterpreterFrame as Frame } from '../heap/structs.ts'
import { type Profile, profiles } from '../profiles/index.ts'
import { type Run, simulate } from '../simulate.ts'
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

/** A collection in the middle of an expression shows what stands on the value stack, too. */
const COLLECTED = `import gc

class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

def run(n):
    gc.set_threshold(3, 2, 2)
    for i in range(n):
        row = [[i], Point([i], i), [Point(i, [i]), Point([], Point(i, i))]]
    return row

print(len(run(60)))
`

/** What stands in the high words of a frame's pointers. */
const HIGH_FIELDS = [Frame.return_value, Frame.owner, Frame.flags]

function runOf(source: string, profile: Profile, grain: 'line' | 'instruction', handlersOnly: boolean): Run {
  const budgets = { instructions: MOST }
  return simulate({ source, filename: FILE_NAME, profile, handlersOnly, record: { grain }, budgets })
}

/** What the frames that run, or are being cleared, have on the stack of frames: from the first byte to before the second. */
function livingOf(words: Int32Array): [from: number, to: number][] {
  const living: [number, number][] = []
  for (const list of [Tstate.current_frame, Tstate.clearing_frame])
    for (let frame = words[list >> 2]; frame !== 0; frame = words[(frame + Frame.previous) >> 2])
      living.push([frame, words[(frame + Frame.stackpointer) >> 2]])
  return living
}

/** Whether somebody reads the word at an offset in a frame: of pointers and cells the high words are nobody's. */
function means(offset: number): boolean {
  return offset >= 0 && (offset % 8 === 0 || HIGH_FIELDS.includes(offset))
}

/** Where one image has something else than the other, step by step, but where nothing is that means anything. */
function differences(one: Trace, other: Trace): string[] {
  const found: string[] = []
  const images = [one, other].map((trace) => new Cursor(trace).words.slice())
  const [words, others] = images
  const differ = new Set<number>()
  for (let step = 0; step < one.log.starts.length - 1; step++) {
    const written = new Set<number>()
    for (const [i, { log }] of [one, other].entries())
      walkChanges(log, step, step + 1, (index, change) => {
        images[i][index] ^= change
        written.add(index)
      })
    for (const index of written)
      if (words[index] === others[index]) differ.delete(index)
      else differ.add(index)
    if (differ.size === 0) continue
    const [stack, end] = [words[Tstate.datastack >> 2], words[Tstate.datastack_limit >> 2]]
    const living = livingOf(words)
    for (const index of differ) {
      const address = index * 4
      if (address >= CSTACK && address < CSTACK_END) continue
      const onStack = address >= stack && address < end
      if (onStack && !living.some(([from, to]) => address < to && means(address - from))) continue
      found.push(`after step ${step}: word ${index} is ${words[index]} and ${others[index]}`)
      if (found.length > 4) return found
    }
  }
  return found
}

function expectSame(one: Run, other: Run): void {
  const { trace, ...rest } = one
  const { trace: otherTrace, ...otherRest } = other
  expect(rest).toEqual(otherRest)
  expect(trace === null).toBe(otherTrace === null)
  if (!trace || !otherTrace) return
  expect(trace.happenings).toEqual(otherTrace.happenings)
  expect(trace.steps).toEqual(otherTrace.steps)
  expect(differences(trace, otherTrace)).toEqual([])
}

describe.each(profiles.map((profile, part) => [profile.name, profile, part] as const))('%s', (_, profile, part) => {
  const some = programs
    .filter((_program, i) => i % PARTS === part * 4)
    .map(({ id, text }, i) => [id, text, i % 2 ? 'line' : 'instruction'] as const)

  test('numbers at the edges', () => {
    expectSame(runOf(EDGES, profile, 'line', false), runOf(EDGES, profile, 'line', true))
  })

  test('collections in the middle of expressions', () => {
    expectSame(runOf(COLLECTED, profile, 'line', false), runOf(COLLECTED, profile, 'line', true))
  })

  test.each(some)('%s', (_id, text, grain) => {
    expectSame(runOf(text, profile, grain, false), runOf(text, profile, grain, true))
  })
})
