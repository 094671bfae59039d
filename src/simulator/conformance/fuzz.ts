// Soups, mutants and hostile programs, which no interpreter judges: whatever the text, there is an outcome and no error of the
// simulator's own, every state of the trace can be read, and the laws hold.

import { Cursor } from '../../trace/cursor.ts'
import { stateAt } from '../../trace/decode.ts'
import type { Outcome } from '../../trace/trace.ts'
import type { Budgets } from '../heap/pystate.ts'
import { simulate } from '../pipeline.ts'
import type { Profile } from '../profiles/index.ts'
import { FILE_NAME } from './interpreter.ts'
import { checkLaws } from './laws.ts'

/** Many of these programs have no end. */
const BUDGETS: Budgets = { instructions: 40_000, memory: 16 << 20, output: 20_000, payload: 4 << 20 }

/** Keeps what it froze for ever, as CPython does: at its end something is alive that nothing holds. */
const FREEZES = /\bfreeze\b/

/** What became of a text, and what is wrong with that: empty is good. */
export interface Fuzzed {
  readonly outcome: Outcome['kind'] | 'threw'
  readonly problems: readonly string[]
}

/** Runs a text under a profile with small budgets. */
export function fuzz(text: string, profile: Profile): Fuzzed {
  try {
    const request = { source: text, filename: FILE_NAME, profile, budgets: BUDGETS, record: { grain: 'line' } } as const
    const { outcome, trace } = simulate(request)
    const problems = outcome.kind === 'internal_error' ? [`internal error: ${outcome.message}`] : []
    if (trace) {
      const cursor = new Cursor(trace)
      for (const step of [0, cursor.last >> 1, cursor.last]) {
        cursor.seek(step)
        stateAt(cursor)
      }
    }
    if (outcome.kind !== 'syntax_error' && !FREEZES.test(text)) problems.push(...checkLaws(text, profile, BUDGETS))
    return { outcome: outcome.kind, problems }
  } catch (error) {
    return { outcome: 'threw', problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }
  }
}
