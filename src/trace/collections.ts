// The collections of a run, read from what the machine reported while it ran.

import { GcPhase, Happening } from './happenings.ts'
import { StepKind, type Trace } from './trace.ts'

export type PhaseName = keyof typeof GcPhase

const names = new Map(Object.entries(GcPhase).map(([name, number]) => [number as number, name as PhaseName]))

/** One collection. Moments are steps of the trace. */
export interface Collection {
  /** The moment before its first phase, and the one after its last. */
  readonly start: number
  readonly end: number
  readonly generation: number
  /** Whether the program asked for it. */
  readonly asked: boolean
  readonly collected: number
  readonly uncollectable: number
  readonly phases: readonly Phase[]
}

/** A phase that is done. */
export interface Phase {
  readonly phase: PhaseName
  /** The step of the trace at which it has just been done. */
  readonly moment: number
  /** Objects it was about: looked at, or held unreachable. */
  readonly number: number
  /** What happened in it. */
  readonly weakrefs: number
  readonly finalizers: number
  readonly freed: number
}

const known = new WeakMap<Trace, readonly Collection[]>()

/** The collections of a run, in order; what the interpreter collects when the program is over is not among them. */
export function collectionsOf(trace: Trace): readonly Collection[] {
  let collections = known.get(trace)
  if (!collections) {
    collections = readCollections(trace)
    known.set(trace, collections)
  }
  return collections
}

/** A collection that has begun. */
interface Open {
  start: number
  generation: number
  asked: boolean
  phases: Phase[]
}

function readCollections({ happenings: rows, steps }: Trace): Collection[] {
  const exit = steps.kind.indexOf(StepKind.exit)
  const collections: Collection[] = []
  let open: Open | null = null
  const none = { weakrefs: 0, finalizers: 0, freed: 0 }
  let tally = { ...none }
  for (let at = (steps.happenings[0] ?? 0) * 4; at < rows.length; at += 4) {
    const [step, kind, a, b] = [rows[at], rows[at + 1], rows[at + 2], rows[at + 3]]
    if (step >= exit) break
    if (kind === Happening.gcStart) {
      open = { start: step, generation: a, asked: b === 1, phases: [] }
      tally = { ...none }
    }
    if (!open) continue
    if (kind === Happening.weakrefCleared) tally.weakrefs++
    else if (kind === Happening.finalize) tally.finalizers++
    else if (kind === Happening.dealloc) tally.freed++
    else if (kind === Happening.gcPhase) {
      const phase = names.get(a)
      if (phase) open.phases.push({ phase, moment: step + 1, number: b, ...tally })
      tally = { ...none }
    } else if (kind === Happening.gcStop) {
      collections.push({ ...open, end: step + 1, collected: a, uncollectable: b })
      open = null
    }
  }
  return collections
}
