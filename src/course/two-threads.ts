// The figures of lesson 23: what the model of a build without the GIL says of an object that two threads use, line by
// line of a program of the course. Build time only.

import { type Flag, flagOf } from '../simulator/freethreading/object.ts'
import { type Event, play, type Rule, type Step } from '../simulator/freethreading/script.ts'
import { type Example, lineOfLabel, readExample } from './example.ts'

const THREADS = ['', 'main', 'worker'] as const
type ThreadName = Exclude<(typeof THREADS)[number], ''>

/** What a thread does at a labelled line. */
type Deed = readonly [at: string, thread: ThreadName, does: DistributedOmit<Event, 'thread'>]
type DistributedOmit<T, K extends keyof T> = T extends unknown ? Omit<T, K> : never

/**
 * By example: what its lines do to one object. Only names, containers and calls are listed; what a call takes and gives
 * back again while it runs is not.
 */
const scripts: Readonly<Record<string, { readonly of: string; readonly deeds: readonly Deed[] }>> = {
  'threads/one-list': {
    of: 'page',
    deeds: [
      ['make', 'main', { makes: 'page' }],
      ['shelve', 'main', { takes: 'shelf[0]' }],
      ['clear', 'worker', { drops: 'shelf[0]' }],
      ['join', 'main', { merges: true }],
      ['forget', 'main', { drops: 'page' }],
    ],
  },
  'threads/kept': {
    of: 'page',
    deeds: [
      ['make', 'main', { makes: 'page' }],
      ['keep', 'worker', { takes: 'shelf[0]' }],
      ['forget', 'main', { drops: 'page' }],
      ['clear', 'main', { drops: 'shelf[0]' }],
    ],
  },
  'threads/function': {
    of: 'read',
    deeds: [
      ['make', 'main', { makes: 'read', deferred: true }],
      ['main-calls', 'main', { borrows: true }],
      ['worker-calls', 'worker', { borrows: true }],
      ['forget', 'main', { drops: 'read' }],
      ['collect', 'main', { collects: true }],
    ],
  },
}

/** The programs that have a figure. */
export const modelled: readonly string[] = Object.keys(scripts)

/** The object as a figure shows it after a line. Numbers are texts: one of them is too large for a number of JavaScript. */
export interface ModelStep {
  readonly thread: ThreadName
  readonly line: number
  readonly label: string
  readonly code: string
  /** Which sentence says what happened: the message `twoThreads.said.<said>`. */
  readonly said: Rule | 'mergedDeferred' | 'freedMerged'
  /** `''`: nobody. */
  readonly owner: ThreadName | ''
  readonly local: string
  /** What the shared count stands for, and the number in the field. */
  readonly shared: string
  readonly stored: string
  readonly flag: Flag
  readonly holders: readonly string[]
  readonly queued: boolean
  readonly alive: boolean
}

/** The object of a figure, and what becomes of it. */
export interface Model {
  readonly of: string
  readonly steps: readonly ModelStep[]
}

/**
 * Plays the script of a program.
 * @throws Error where the program has none, or lacks a label
 */
export function modelOf(id: string): Model {
  const script = scripts[id]
  if (!script) throw new Error(`There is no model of "${id}" (there are: ${modelled.join(', ')})`)
  const example = readExample(id)
  const events = script.deeds.map(([, thread, does]) => ({ ...does, thread: THREADS.indexOf(thread) }) as Event)
  const steps = play(events).map((step, index) => shown(step, example, script.deeds[index]))
  return { of: script.of, steps }
}

function shown({ header, rule, holders, queueOf, alive }: Step, example: Example, [label, thread]: Deed): ModelStep {
  const line = lineOfLabel(example, label)
  return {
    thread,
    line,
    label,
    code: example.display.split('\n')[line - 1].trim(),
    said: said(rule, header.deferred, alive),
    owner: THREADS[header.ob_tid],
    local: String(header.ob_ref_local),
    shared: inDigits(header.ob_ref_shared >> 2n),
    stored: inDigits(header.ob_ref_shared),
    flag: flagOf(header),
    holders,
    queued: queueOf !== 0,
    alive,
  }
}

/** The rule; where the object it is applied to makes it end otherwise, that end. */
function said(rule: Rule, deferred: boolean, alive: boolean): ModelStep['said'] {
  if (rule === 'mergedAtZero' && deferred) return 'mergedDeferred'
  return rule === 'droppedByOther' && !alive ? 'freedMerged' : rule
}

/** A number of more digits than one reads, by the power of two above it. */
function inDigits(count: bigint): string {
  if (count < 2n ** 32n) return String(count)
  const power = count.toString(2).length
  const superscript = [...String(power)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')
  return `2${superscript}\u00a0−\u00a0${2n ** BigInt(power) - count}`
}
