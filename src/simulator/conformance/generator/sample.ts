// The generated programs that are recorded: made again each time from their seed, so that their text need not be kept. What
// was recorded names each text by its digest: a change of the generator, or of fast-check, is noticed.

import fc from 'fast-check'
import type { Program } from '../programs.ts'
import { programs } from './programs.ts'

/** The start of the ids of generated programs. */
export const GENERATED = 'generated/'

/** So many programs, the same for the same seed. */
export function sample(seed: number, count: number): Program[] {
  return fc
    .sample(programs, { seed, numRuns: count })
    .map((text, i) => ({ id: `${GENERATED}${i}`, source: text, text }))
}
