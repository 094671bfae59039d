// What stopped a run, as far as a learner should know.

import type { Started } from '../../src/simulator/client.ts'

/** Something the learner should know about the last run. `line` counts from 1, 0 where there is none. */
export interface Problem {
  readonly kind: 'unsupported' | 'budget' | 'internal' | 'unreachable' | 'syntax' | 'raised' | 'link' | 'input'
  readonly line: number
  /** What is refused, which budget ran out, or the traceback. */
  readonly text: string
}

/** What a learner is told of how a run ended; `null` where it ended as programs do. */
export function problemOf({ outcome, stderr }: Pick<Started, 'outcome' | 'stderr'>): Problem | null {
  switch (outcome.kind) {
    case 'unsupported':
      return { kind: 'unsupported', line: outcome.lineno, text: outcome.feature }
    case 'budget':
      return { kind: 'budget', line: 0, text: outcome.which }
    case 'input':
      return { kind: 'input', line: outcome.lineno, text: '' }
    case 'internal_error':
      return { kind: 'internal', line: 0, text: outcome.message }
    case 'syntax_error':
      return { kind: 'syntax', line: outcome.error.lineno ?? 0, text: stderr }
    case 'raised':
      return { kind: 'raised', line: lastLine(stderr), text: stderr }
    default:
      return null
  }
}

/** The innermost line of the learner's own program that a traceback names. */
function lastLine(traceback: string): number {
  return Number([...traceback.matchAll(/File "[^"]*main\.py", line (\d+)/g)].at(-1)?.[1] ?? 0)
}
