// Known misconceptions about counts, each a way of counting the same holders wrongly.

import type { Viewer } from '../scene/view.ts'
import { ledger } from '../trace/query.ts'
import { type Holder, runningFrame } from '../trace/state.ts'
import { bornAfter, namesAt, stepsBefore } from './moments.ts'
import type { Slip } from './question.ts'

/** In the order in which they are told where several give one number. */
export const countSlips = [
  'forgotArgument',
  'countedArgument',
  'aliasCopies',
  'countedDeleted',
  'countedOneDeleted',
  'countedGonePlace',
  'countedOneGonePlace',
  'missedContainer',
  'missedCaller',
  'missedLocal',
  'missedConstant',
  'missedIterator',
  'forgotAndDeleted',
  'forgotAndContainer',
  'forgotAndIterator',
] as const satisfies readonly Slip[]

/**
 * The wrong numbers that have a reason.
 * @param step the moment just before the line that takes the count
 * @param object what is counted
 * @param count what was printed
 */
export function slipsOf(viewer: Viewer, step: number, object: number, count: number): [Slip, number][] {
  const state = viewer.state(step)
  const stored = state.objects.get(object)
  if (!stored || stored.immortal) return []
  const owners = ledger(state, object).filter(({ owned }) => owned)
  const running = runningFrame(state)?.address ?? 0
  const kinds = (...wanted: Holder['kind'][]) => owners.filter(({ kind }) => wanted.includes(kind))
  const contained = placesAt(viewer, step, object)
  const own = kinds('name', 'local').filter(({ kind, from }) => kind === 'name' || from === running).length
  const inFunction = state.frames.length > 1
  const elsewhere = inFunction ? kinds('name', 'local').filter(({ from }) => from !== running).length : 0
  const locals = inFunction ? kinds('local').filter(({ from }) => from === running).length : 0
  const constants = kinds('constant', 'arena').length
  const iterated = kinds('stack', 'field').length
  const gone = namesLost(viewer, step, object)
  /** What asking itself added: none where the argument is borrowed. */
  const asking = count - stored.refcnt
  const found: [Slip, number][] = []
  const add = (slip: (typeof countSlips)[number], off: number, when = true) => {
    if (when && off !== 0 && count + off >= 0) found.push([slip, count + off])
  }
  add('forgotArgument', -asking, asking > 0)
  add('countedArgument', 1, asking === 0)
  add('aliasCopies', 1 - own, own > 1 && !inFunction)
  add('countedDeleted', gone)
  add('countedOneDeleted', 1, gone > 1)
  const given = Math.max(contained, ...placesBefore(viewer, step, object)) - contained
  add('countedGonePlace', given)
  add('countedOneGonePlace', 1, given > 1)
  add('missedContainer', -contained)
  add('missedCaller', -elsewhere)
  add('missedLocal', -locals)
  add('missedConstant', -constants)
  add('missedIterator', -iterated)
  add('forgotAndDeleted', gone - asking, gone > 0 && asking > 0)
  add('forgotAndContainer', -contained - asking, contained > 0 && asking > 0)
  add('forgotAndIterator', -iterated - asking, iterated > 0 && asking > 0)
  return found
}

/** How many names led to the object earlier in its life and no longer do. */
function namesLost(viewer: Viewer, step: number, object: number): number {
  const now = namesOf(viewer, step, object)
  const earlier = new Set<string>()
  const born = bornAfter(viewer, object, step)
  for (const s of stepsBefore(viewer, step))
    if (s > born) for (const name of namesOf(viewer, s, object)) earlier.add(name)
  return [...earlier].filter((name) => !now.has(name)).length
}

function namesOf(viewer: Viewer, step: number, object: number): Set<string> {
  return new Set(namesAt(viewer, step).flatMap(([name, value]) => (value === object ? [name] : [])))
}

/** In how many places of containers the object was at earlier moments of its life. */
function placesBefore(viewer: Viewer, step: number, object: number): number[] {
  const born = bornAfter(viewer, object, step)
  return stepsBefore(viewer, step).flatMap((s) => (s > born ? [placesAt(viewer, s, object)] : []))
}

const placesByViewer = new WeakMap<Viewer, Map<string, number>>()

/** In how many places of containers the object is. Kept, as the names of a step are. */
function placesAt(viewer: Viewer, step: number, object: number): number {
  const known = placesByViewer.get(viewer) ?? new Map<string, number>()
  placesByViewer.set(viewer, known)
  const key = `${step} ${object}`
  let places = known.get(key)
  if (places === undefined) {
    const isPlace = ({ kind }: Holder) => kind === 'item' || kind === 'key' || kind === 'value' || kind === 'attribute'
    places = ledger(viewer.state(step), object).filter(isPlace).length
    known.set(key, places)
  }
  return places
}
