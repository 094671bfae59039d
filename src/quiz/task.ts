// "Change it": a program to be changed until its run does what is asked. Judged by what it prints and by the lines that
// must stay.

import type { Words } from './question.ts'

/** A task, as content states it. */
export interface Task {
  readonly id: string
  readonly example: string
  readonly ask: Words
  /** What the changed program has to print. */
  readonly goal: string
  /** Lines that have to stay as they are, in this order. */
  readonly keep: readonly string[]
  /** Two steps of help. */
  readonly hints: readonly [Words, Words]
  /** The program and one way to change it. */
  readonly source: string
  readonly solution: string
}

/** How a try at a task went. */
export type TaskVerdict =
  | { readonly kind: 'done' }
  /** A line that has to stay is missing. */
  | { readonly kind: 'lineMissing'; readonly line: string }
  /** The program stopped with an exception, or could not be run. */
  | { readonly kind: 'stopped'; readonly message: string }
  /** It printed something else: the first differing line of the output, from 1. */
  | { readonly kind: 'prints'; readonly at: number; readonly wanted: string; readonly got: string }

/** What a run came to, as far as a task asks. */
export interface Tried {
  readonly source: string
  readonly finished: boolean
  readonly stdout: string
  readonly stderr: string
}

/** Judges a try. */
export function judgeTask(task: Pick<Task, 'goal' | 'keep'>, { source, finished, stdout, stderr }: Tried): TaskVerdict {
  const written = source.split('\n').map((line) => line.trimEnd())
  let from = 0
  for (const line of task.keep) {
    const at = written.indexOf(line, from)
    if (at < 0) return { kind: 'lineMissing', line: line.trim() }
    from = at + 1
  }
  if (!finished) return { kind: 'stopped', message: stderr.trimEnd().split('\n').at(-1) ?? '' }
  const [wanted, got] = [task.goal, stdout].map((text) => text.trimEnd().split('\n'))
  const length = Math.max(wanted.length, got.length)
  for (let i = 0; i < length; i++)
    if (wanted[i] !== got[i]) return { kind: 'prints', at: i + 1, wanted: wanted[i] ?? '', got: got[i] ?? '' }
  return { kind: 'done' }
}
