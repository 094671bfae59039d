// The collector at a step: its generations as lanes, and the collection nearest to the step as a walk of its phases.

import { narratePhase } from '../narration/collection.ts'
import type { Sentence } from '../narration/sentence.ts'
import { type Collection, collectionsOf, type PhaseName } from '../trace/collections.ts'
import type { DecodedState } from '../trace/decode.ts'
import { ledger } from '../trace/query.ts'
import { mainDict } from '../trace/startup.ts'
import type { CollectorState, ObjectState } from '../trace/state.ts'
import { clipped } from './rows.ts'
import type { Grain, Viewer } from './view.ts'

/** Most objects named in a lane, and most rows of a collection's table. */
export const MOST_IN_LANE = 16
export const MOST_CANDIDATES = 40
const MOST_TEXT = 24

/** What a learner looks at. */
export interface CollectorWish {
  readonly step: number
  readonly grain: Grain
}

/** The collector at a step. */
export interface CollectorScene {
  readonly moment: number
  readonly enabled: boolean
  /** How the version goes about it: a generation with the younger ones, or the old piece by piece (3.14.0). */
  readonly rule: 'generations' | 'increments'
  readonly lanes: readonly Lane[]
  /** What a full collection by itself waits for besides its threshold: a quarter of what outlived the last one. */
  readonly waiting: { readonly pending: number; readonly quarter: number } | null
  /** How many collections the run has, and the one shown: the step's own, else the last one before it, else the first. */
  readonly collections: number
  readonly shown: Shown | null
}

/** A generation. */
export interface Lane {
  readonly generation: number
  readonly role: 'young' | 'middle' | 'old' | 'visited' | 'pending' | 'permanent'
  readonly count: number
  readonly threshold: number
  /** How far the count is on its way to the threshold, 0 to 1; `null` where nothing is compared. */
  readonly level: number | null
  /** How many objects are in it, and which of them are the program's. */
  readonly objects: number
  readonly own: readonly Named[]
  readonly hidden: number
}

/** An object in a few words. */
export interface Named {
  readonly object: number
  readonly type: string
  /** Its name in the program, where it has one; else its text. */
  readonly name: string
}

/** A collection of the run. */
export interface Shown extends Omit<Collection, 'phases'> {
  /** From 1. */
  readonly number: number
  /** Moments before the first phase of the previous collection and of the next one; -1 where there is none. */
  readonly previous: number
  readonly next: number
  readonly phases: readonly { readonly phase: PhaseName; readonly moment: number }[]
  /** The phase just done, as an index of `phases`; -1 before the first, and outside the collection. */
  readonly current: number
  readonly inside: boolean
  /** What the phase has done. */
  readonly said: readonly Sentence[]
  /** The program's objects among those that are looked at, and how many others there are. */
  readonly rows: readonly CandidateRow[]
  readonly others: number
}

/** An object a collection looks at. */
export interface CandidateRow extends Named {
  /** `null` once it is freed. */
  readonly refcnt: number | null
  /** `null` while there is no copy. */
  readonly gcRefs: number | null
  /** The list it is in; `looked-at`: the one the collection works on. */
  readonly list: 'looked-at' | 'unreachable' | 'generation' | 'untracked' | 'freed'
  readonly generation: number
}

/** The collector at a step of a run. */
export function collectorScene(viewer: Viewer, { step, grain }: CollectorWish): CollectorScene {
  const moment = viewer.momentOf(step, grain)
  const state = viewer.state(moment)
  const { collector, image } = state
  const rule = image.profile.gc.incremental ? 'increments' : 'generations'
  const { pending, total } = collector.longLived
  const all = collectionsOf(viewer.trace)
  return {
    moment,
    enabled: collector.enabled,
    rule,
    lanes: lanes(state, rule),
    waiting: rule === 'generations' ? { pending, quarter: Math.trunc(total / 4) } : null,
    collections: all.length,
    shown: shownCollection(viewer, all, moment),
  }
}

function lanes(state: DecodedState, rule: CollectorScene['rule']): Lane[] {
  const { generations, counts, thresholds } = state.collector
  const program = programObjects(state)
  return generations.flatMap((list, generation): Lane[] => {
    if (generation === 3 && list.length === 0) return []
    const own = list.filter((o) => program.has(o))
    const [count, threshold] = [counts[generation] ?? 0, thresholds[generation] ?? 0]
    const isCompared = generation < 3 && threshold > 0 && (rule === 'generations' || generation === 0)
    return [
      {
        generation,
        role: roleOf(generation, rule, state.collector),
        count,
        threshold,
        level: isCompared ? Math.min(1, count / threshold) : null,
        objects: list.length,
        own: own.slice(0, MOST_IN_LANE).map((o) => named(state, o)),
        hidden: Math.max(0, own.length - MOST_IN_LANE),
      },
    ]
  })
}

function roleOf(generation: number, rule: CollectorScene['rule'], { visitedSpace }: CollectorState): Lane['role'] {
  if (generation === 0) return 'young'
  if (generation === 3) return 'permanent'
  if (rule === 'increments') return generation - 1 === visitedSpace ? 'visited' : 'pending'
  return generation === 1 ? 'middle' : 'old'
}

/**
 * The objects a learner made: what the names of the program lead to, not through modules, and what nothing reaches any
 * more. What the interpreter makes for itself to run the program is not among them.
 */
function programObjects(state: DecodedState): ReadonlySet<number> {
  let known = objectsOf.get(state)
  if (known) return known
  known = new Set<number>()
  const found = known
  const add = (o: number) => {
    const object = state.own.has(o) ? state.objects.get(o) : undefined
    if (object && !UNTOLD.has(object.typeName)) found.add(o)
  }
  // The table of the global names is looked at like any dict: it holds what has a name.
  add(mainDict(state.image))
  for (const { value } of state.globals) add(value)
  for (const { locals, stack } of state.frames) for (const { value } of [...locals, ...stack]) add(value)
  for (const o of state.own) if (state.objects.get(o)?.reachable === false) add(o)
  // A Set is walked in the order of entry, what is added on the way included.
  for (const o of found) for (const { target } of contentsOf(state, o)) add(target)
  objectsOf.set(state, found)
  return found
}

const objectsOf = new WeakMap<DecodedState, Set<number>>()
const UNTOLD = new Set([
  'module',
  'code',
  'frame',
  'traceback',
  'builtin_function_or_method',
  'getset_descriptor',
  'member_descriptor',
])

/** A function leads to all the names of its module, and the names themselves have been walked: both are left out. */
function contentsOf(state: DecodedState, o: number): ObjectState['items'] {
  const object = state.objects.get(o)
  return object && object.kind !== 'function' && o !== mainDict(state.image) ? object.items : []
}

function named(state: DecodedState, o: number): Named {
  const object = state.objects.get(o) as ObjectState
  if (o === mainDict(state.image)) return { object: o, type: object.typeName, name: '__main__.__dict__' }
  const name = ledger(state, o)
    .find(({ kind }) => kind === 'name' || kind === 'local')
    ?.label.at(-1)
  return { object: o, type: object.typeName, name: name === undefined ? clipped(object.repr, MOST_TEXT) : String(name) }
}

function shownCollection(viewer: Viewer, all: readonly Collection[], moment: number): Shown | null {
  const before = all.findLastIndex(({ start }) => start <= moment)
  const index = Math.max(0, before)
  const collection = all[index]
  if (!collection) return null
  const { phases, start, end } = collection
  const inside = moment >= start && moment <= (phases.at(-1)?.moment ?? end)
  const current = inside ? phases.findLastIndex((phase) => phase.moment <= moment) : -1
  const candidates = candidatesOf(viewer, collection)
  const program = programObjects(viewer.state(first(collection)))
  const told = inside ? candidates.filter((o) => program.has(o)) : []
  const state = viewer.state(moment)
  return {
    ...collection,
    number: index + 1,
    previous: all[index - 1]?.start ?? -1,
    next: before < 0 ? -1 : (all[index + 1]?.start ?? -1),
    phases: phases.map(({ phase, moment }) => ({ phase, moment })),
    current,
    inside,
    said: current < 0 ? [] : narratePhase(viewer.trace, viewer.state(phases[current].moment)),
    rows: told.slice(0, MOST_CANDIDATES).map((o) => candidateRow(viewer, collection, state, o)),
    others: candidates.length - Math.min(told.length, MOST_CANDIDATES),
  }
}

/** The moment at which the counts have just been copied. */
function first({ phases, start }: Collection): number {
  return phases.find(({ phase }) => phase === 'update_refs')?.moment ?? start
}

const candidates = new WeakMap<Collection, readonly number[]>()

/** The objects a collection looks at, in the order of its list. */
function candidatesOf(viewer: Viewer, collection: Collection): readonly number[] {
  let known = candidates.get(collection)
  if (!known) {
    known = [...viewer.state(first(collection)).collector.gcRefs.keys()]
    candidates.set(collection, known)
  }
  return known
}

function candidateRow(viewer: Viewer, collection: Collection, now: DecodedState, o: number): CandidateRow {
  const known = viewer.state(first(collection))
  const object = now.objects.get(o)
  const isThere = object !== undefined && object.type === known.objects.get(o)?.type
  const row = named(known, o)
  const generation = now.collector.generations.findIndex((list) => list.includes(o))
  if (!isThere) return { ...row, refcnt: null, gcRefs: null, list: 'freed', generation: -1 }
  const gcRefs = now.collector.gcRefs.get(o) ?? null
  const isApart = now.collector.unreachable.includes(o)
  const list = gcRefs !== null ? 'looked-at' : isApart ? 'unreachable' : generation < 0 ? 'untracked' : 'generation'
  return { ...row, refcnt: object.refcnt, gcRefs, list, generation }
}
