// Generated programs against an interpreter, as many as asked for; the first that differs is made as small as it goes.

import fc from 'fast-check'
import type { Profile } from '../profiles/index.ts'
import { compare, run, type Verdict } from './compare.ts'
import { programs } from './generator/programs.ts'
import { type Interpreter, record } from './interpreter.ts'

/** What came of it: how many programs ran, and the smallest that differs with where it does. */
export interface Tryout {
  readonly ran: number
  readonly smallest: { readonly text: string; readonly verdict: Verdict } | null
}

/** Compares what generated programs do. */
export async function tryOut(interpreter: Interpreter, profile: Profile, count: number, seed: number): Promise<Tryout> {
  const judged = async (text: string): Promise<Verdict> => {
    const recording = await record(interpreter, text)
    if (!recording) return { kind: 'same', passedOver: ['it cannot be judged'] }
    const program = { id: 'generated', source: text, text }
    return compare(program, run(program, profile), { by: interpreter, recording })
  }
  const property = fc.asyncProperty(programs, async (text) => (await judged(text)).kind === 'same')
  const { counterexample, numRuns } = await fc.check(property, { numRuns: count, seed })
  const text = counterexample?.[0]
  return { ran: numRuns, smallest: text === undefined ? null : { text, verdict: await judged(text) } }
}
