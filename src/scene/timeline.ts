// What stands along the slider: the marks of a run, and the count of one object over all of it. Steps are a view's.

import { type Life, lifeOf } from '../trace/counts.ts'
import { type Happened, happened } from '../trace/marks.ts'
import { exchanged, ledger } from '../trace/query.ts'
import { StepKind } from '../trace/trace.ts'
import { holderRow } from './holders.ts'
import type { HolderRow } from './scene.ts'
import type { Grain, Viewer } from './view.ts'

/** What can be marked. A learner's breakpoint is marked where its line is about to run, the others where it has happened. */
export type MarkKind = keyof Happened

/** The steps at which something is marked, ascending, each once. */
export type Marks = Readonly<Record<MarkKind, readonly number[]>>

/** A change of an object's count. */
export interface CountChange {
  readonly step: number
  /** The line that did it. */
  readonly line: number
  readonly from: number
  readonly to: number
  /** Who took up a reference and who gave one up; those who did both within the step are not named. */
  readonly gained: readonly HolderRow[]
  readonly lost: readonly HolderRow[]
}

/** An object over the whole run. */
export interface ObjectTimeline {
  readonly address: number
  readonly type: string
  /** The first step that shows it. */
  readonly born: number
  /** The first step that no longer shows it; -1 where it outlives the program. */
  readonly died: number
  readonly last: number
  /** The steps at which its count is another than before, and the counts. */
  readonly steps: readonly number[]
  readonly counts: readonly number[]
  /** Those changes near the step asked about, with their causes. */
  readonly changes: readonly CountChange[]
}

/** Most changes whose causes are looked up: each needs the states before and after. */
export const MOST_CHANGES = 8

const happenings = new WeakMap<Viewer, Happened>()

/**
 * The marks of a run.
 * @param breakpoints lines, beside the stops the program asks for itself
 */
export function marksOf(viewer: Viewer, grain: Grain, breakpoints: readonly number[]): Marks {
  let known = happenings.get(viewer)
  if (!known) {
    known = happened(viewer.trace)
    happenings.set(viewer, known)
  }
  const after = (steps: readonly number[]) => {
    const shown = steps.map((step) => viewer.stepAfter(step, grain)).filter((step) => step !== undefined)
    return [...new Set(shown)]
  }
  return {
    output: after(known.output),
    free: after(known.free),
    collection: after(known.collection),
    exception: after(known.exception),
    breakpoint: after(
      [...arrivals(viewer, new Set(breakpoints)).map((step) => step - 1), ...known.breakpoint].sort(ascending),
    ),
  }
}

const ascending = (a: number, b: number) => a - b

/** The steps of the trace in which one of the lines is about to run. */
function arrivals({ trace: { steps }, exit }: Viewer, lines: ReadonlySet<number>): number[] {
  const found: number[] = []
  if (lines.size === 0) return found
  for (let step = 0; step < exit; step++) {
    if (steps.kind[step] === StepKind.line && lines.has(steps.line[step])) found.push(step)
  }
  return found
}

/**
 * The whole run of the object that is at an address at a step.
 * @param step a view's step that shows it; the changes nearest to it are told with their causes
 */
export function timelineOf(viewer: Viewer, address: number, step: number, grain: Grain): ObjectTimeline | null {
  const moments = viewer.momentsBy(grain)
  const moment = moments[step]
  const object = viewer.state(moment).objects.get(address)
  if (!object || object.immortal) return null
  const life = lifeOf(viewer.trace, address, moment)
  const { steps, counts } = shownCounts(viewer, life, grain)
  const died = life.died < 0 ? -1 : (viewer.stepAfter(life.died, grain) ?? -1)
  const timeline = { address, type: object.typeName, born: steps[0], died, last: moments.length - 1, steps, counts }
  const here = steps.findLastIndex((changed) => changed <= step)
  const first = Math.max(0, Math.min(here - MOST_CHANGES / 2, steps.length - MOST_CHANGES))
  const changes: CountChange[] = []
  for (let i = first; i < Math.min(steps.length, first + MOST_CHANGES); i++) {
    changes.push(changeAt(viewer, timeline, i, grain))
  }
  return { ...timeline, changes }
}

/** What of a life the views' steps show: the net change of each. */
function shownCounts(viewer: Viewer, { changes }: Life, grain: Grain): Pick<ObjectTimeline, 'steps' | 'counts'> {
  const steps: number[] = []
  const counts: number[] = []
  for (const { step, count } of changes) {
    const shown = step < 0 ? 0 : viewer.stepAfter(step, grain)
    if (shown === undefined) break
    if (steps.at(-1) === shown) {
      steps.pop()
      counts.pop()
    }
    if (counts.at(-1) === count) continue
    steps.push(shown)
    counts.push(count)
  }
  return { steps, counts }
}

function changeAt(viewer: Viewer, timeline: Omit<ObjectTimeline, 'changes'>, i: number, grain: Grain): CountChange {
  const { address, died, steps, counts } = timeline
  const step = steps[i]
  const moments = viewer.momentsBy(grain)
  const change = {
    step,
    line: step === 0 ? 0 : viewer.trace.steps.line[grain === 'count' ? moments[step] - 1 : moments[step - 1]],
    from: i === 0 ? 0 : counts[i - 1],
    to: counts[i],
  }
  const after = viewer.state(moments[step])
  if (i === 0)
    return {
      ...change,
      gained: ledger(after, address)
        .filter(isOwner)
        .map((row) => holderRow(after, row)),
      lost: [],
    }
  const before = viewer.state(moments[step - 1])
  if (step === died)
    return {
      ...change,
      gained: [],
      lost: ledger(before, address)
        .filter(isOwner)
        .map((row) => holderRow(before, row)),
    }
  const [{ gained, lost }] = exchanged(before, after, [address])
  return {
    ...change,
    gained: gained.filter(isOwner).map((row) => holderRow(after, row)),
    lost: lost.filter(isOwner).map((row) => holderRow(before, row)),
  }
}

const isOwner = ({ owned }: { readonly owned: boolean }) => owned
