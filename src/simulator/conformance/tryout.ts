// Generated programs against an interpreter, as many as asked for; the first that differs is made as small as it goes.

import fc from 'fast-check'
import type { Profile } from '../profiles/index.ts'
import { run } from './compare.ts'
import { END, programs } from './generate.ts'
import type { Interpreter } from './interpreter.ts'

/** What came of it: how many programs ran, and the smallest that differs with what both printed. */
export interface Tryout {
  readonly ran: number
  readonly smallest: { readonly text: string; readonly real: string; readonly simulated: string } | null
}

/** Compares what generated programs print up to the end of their body. */
export async function tryOut(interpreter: Interpreter, profile: Profile, count: number, seed: number): Promise<Tryout> {
  const both = async (text: string) => {
    const observed = await interpreter.run(text)
    const { stdout, stderr, outcome } = run({ id: 'generated', source: text, text }, profile)
    const real = observed ? body(observed.stdout) + observed.stderr : ''
    const simulated = outcome.kind === 'finished' ? body(stdout) + stderr : JSON.stringify(outcome)
    return { real, simulated }
  }
  const property = fc.asyncProperty(programs, async (text) => {
    const { real, simulated } = await both(text)
    return real === simulated
  })
  const { counterexample, numRuns } = await fc.check(property, { numRuns: count, seed })
  const text = counterexample?.[0]
  return { ran: numRuns, smallest: text === undefined ? null : { text, ...(await both(text)) } }
}

function body(stdout: string): string {
  return stdout.slice(0, stdout.indexOf(END))
}
