// "Change it": a program to be changed until its run does what is asked. Judged by what it prints, by the lines that must
// stay and run, by what the changed lines may not do, and by trials: runs of the changed program with a few lines put in.

import type { Module } from '../simulator/parser/ast.ts'
import { binds, forgeable, mentions, ownLines, writes } from './own-code.ts'
import type { Words } from './question.ts'

/** A line that has to stay as it is. */
export interface KeptLine {
  readonly text: string
  /** Whether the solution runs it: then every try has to. */
  readonly runs: boolean
}

/** What the lines a learner has written may not do. Each name as in `mentions` and `binds` of own-code.ts. */
export interface Forbidden {
  readonly uses: readonly string[]
  readonly binds: readonly string[]
  /** Texts that may not be written as constants. */
  readonly writes: readonly string[]
}

/** Lines that are put into the changed program before some of its kept lines; so it has to run to its end as well. */
export type Trial = readonly { readonly before: number | 'over'; readonly text: string }[]

/** What a task is judged by. Plain data, so that it can be handed to the worker. */
export interface TaskGoal {
  readonly source: string
  /** What the changed program has to print. */
  readonly goal: string
  /** In this order; `before` in a trial is a place in this list. */
  readonly keep: readonly KeptLine[]
  readonly forbid: readonly Forbidden[]
  readonly trials: readonly Trial[]
}

/** A task, as content states it. */
export interface Task extends TaskGoal {
  readonly id: string
  readonly example: string
  readonly ask: Words
  /** What is said to who does what one of `forbid` names, or fails in a trial: first those of `forbid`, in order. */
  readonly refusals: readonly Words[]
  /** Two steps of help. */
  readonly hints: readonly [Words, Words]
  /** One way to change the program. */
  readonly solution: string
}

/** How a try at a task went. */
export type TaskVerdict =
  | { readonly kind: 'done' }
  /** A line that has to stay is missing. */
  | { readonly kind: 'lineMissing'; readonly line: string }
  /** A line that has to run is there and does not. */
  | { readonly kind: 'lineSkipped'; readonly line: string }
  /** The program stopped with an exception, or could not be run. */
  | { readonly kind: 'stopped'; readonly message: string }
  /** It printed something else: the first differing line of the output, from 1. */
  | { readonly kind: 'prints'; readonly at: number; readonly wanted: string; readonly got: string }
  /** It gave another meaning to what the program asks with: `print`, `sys.getrefcount`. */
  | { readonly kind: 'forged'; readonly name: string }
  /** It did what the task forbids, or failed in a trial: a place in `refusals`. */
  | { readonly kind: 'refused'; readonly refusal: number }

/** What a run came to, as far as a task asks. */
export interface Tried {
  readonly source: string
  readonly finished: boolean
  readonly stdout: string
  readonly stderr: string
}

/** What else is asked of the run and of the machine. */
export interface Examiner {
  /** Whether a line of the changed program has run. */
  hasRun(line: number): boolean
  /** The tree of a program; `null` where it is none. */
  parse(source: string): Module | null
  /** Whether a program runs to its end without an exception. */
  finishes(source: string): Promise<boolean>
}

/** Judges a try. */
export async function judgeTask(task: TaskGoal, tried: Tried, examiner: Examiner): Promise<TaskVerdict> {
  const places = placesOf(task.keep, tried.source)
  const missing = places.indexOf(0)
  if (missing >= 0) return { kind: 'lineMissing', line: task.keep[missing].text.trim() }
  if (!tried.finished) return { kind: 'stopped', message: tried.stderr.trimEnd().split('\n').at(-1) ?? '' }
  const other = difference(task.goal, tried.stdout)
  if (other) return other
  const skipped = task.keep.find(({ runs }, i) => runs && !examiner.hasRun(places[i]))
  if (skipped) return { kind: 'lineSkipped', line: skipped.text.trim() }
  return judgeOwnCode(task, tried.source, examiner) ?? (await judgeTrials(task, tried.source, places, examiner))
}

/** The lines, from 1, at which the kept lines stand in a program; 0 from the first on that is missing. */
function placesOf(keep: readonly KeptLine[], source: string): number[] {
  const written = source.split('\n').map((line) => line.trimEnd())
  let from = 0
  return keep.map(({ text }) => {
    if (from >= 0) from = written.indexOf(text, from) + 1 || -1
    return Math.max(from, 0)
  })
}

function difference(goal: string, stdout: string): TaskVerdict | null {
  const [wanted, got] = [goal, stdout].map((text) => text.trimEnd().split('\n'))
  const length = Math.max(wanted.length, got.length)
  for (let i = 0; i < length; i++)
    if (wanted[i] !== got[i]) return { kind: 'prints', at: i + 1, wanted: wanted[i] ?? '', got: got[i] ?? '' }
  return null
}

function judgeOwnCode({ source, forbid }: TaskGoal, changed: string, { parse }: Examiner): TaskVerdict | null {
  const [original, tree] = [parse(source), parse(changed)]
  if (!original || !tree) return null
  const own = ownLines(source, changed)
  const bound = binds(tree, own)
  const name = forgeable(original).find((asking) => bound.has(asking))
  if (name !== undefined) return { kind: 'forged', name }
  const [used, written] = [mentions(tree, own), writes(tree, own)]
  const refusal = forbid.findIndex(
    (rule) =>
      rule.uses.some((name) => used.has(name)) ||
      rule.binds.some((name) => bound.has(name)) ||
      rule.writes.some((text) => written.has(text)),
  )
  return refusal < 0 ? null : { kind: 'refused', refusal }
}

async function judgeTrials(
  { forbid, trials }: TaskGoal,
  source: string,
  places: readonly number[],
  { finishes }: Examiner,
): Promise<TaskVerdict> {
  for (const [i, trial] of trials.entries())
    if (!(await finishes(withTrial(source, places, trial)))) return { kind: 'refused', refusal: forbid.length + i }
  return { kind: 'done' }
}

/** The program with the lines of a trial, each as far to the right as the line it stands before. */
function withTrial(source: string, places: readonly number[], trial: Trial): string {
  const lines = source.trimEnd().split('\n')
  const at = (before: number | 'over') => (before === 'over' ? lines.length : places[before] - 1)
  const last = [...trial].sort((a, b) => at(b.before) - at(a.before))
  for (const { before, text } of last) {
    const indent = /^\s*/.exec(before === 'over' ? '' : lines[at(before)])?.[0] ?? ''
    const added = text.trimEnd().split('\n')
    lines.splice(at(before), 0, ...added.map((line) => `${indent}${line}`))
  }
  return `${lines.join('\n')}\n`
}
