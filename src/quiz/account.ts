// What a run knows of a number that a line prints: who holds the object that is counted, what the collector has found.

import type { Viewer } from '../scene/view.ts'
import { collectionsOf } from '../trace/collections.ts'
import type { DecodedState } from '../trace/decode.ts'
import { Happening } from '../trace/happenings.ts'
import { ledger } from '../trace/query.ts'
import type { Holder } from '../trace/state.ts'
import { expressionOf } from './holders.ts'
import { messageOf } from './ledger.ts'
import { afterLine, bornAfter, namesAt, stepsBefore } from './moments.ts'
import type { Account } from './question.ts'
import { type Said, said } from './said.ts'

/** Who holds an object at the moment at which it is counted. */
export function accountOfCount(viewer: Viewer, counted: number, object: number): Account {
  const state = viewer.state(counted)
  if (state.objects.get(object)?.immortal) return { kind: 'immortal' }
  const owners = ledger(state, object).filter(({ owned }) => owned)
  return { kind: 'held', holders: fewOf(owners.map((holder) => named(state, holder))) }
}

/** What a collection that a line asks for has found, where the line prints their number. */
export function accountOfCollection(viewer: Viewer, before: number, line: number, printed: string): Account {
  const after = afterLine(viewer, line)
  const found = collectionsOf(viewer.trace).findLast(
    ({ asked, start, end, collected, uncollectable }) =>
      asked && start >= before && end <= after && String(collected + uncollectable) === printed,
  )
  if (!found) return { kind: 'other' }
  const objects = freedBetween(viewer, found.start, found.end).filter(
    (object) => (viewer.state(before).objects.get(object)?.generation ?? -1) >= 0,
  )
  // An object without a place in the collector's lists goes with one that has it, and is not counted.
  const all = objects.length === found.collected
  return { kind: 'collected', objects: all ? fewOf(objects.map((object) => onceNamed(viewer, before, object))) : [] }
}

/** A holder by its name in the program; on the value stack the last place is the argument of the call that is about to run. */
function named(state: DecodedState, holder: Holder): Said {
  const { kind, label, from } = holder
  const frame = state.frames.find(({ address }) => address === from)
  const where = frame?.name ?? String(label[0] ?? '')
  if (kind !== 'stack')
    return said(messageOf(kind, where), {
      holder: kind === 'local' ? String(label.at(-1)) : expressionOf(state, holder),
      where,
    })
  if (frame && label.at(-1) === frame.stack.length - 1) return said('ledger.argument')
  return said(frame?.name === '<module>' ? 'ledger.stackOfModule' : 'ledger.stack', { where })
}

function freedBetween({ trace: { happenings } }: Viewer, start: number, end: number): number[] {
  const objects: number[] = []
  let collecting = false
  for (let row = 0; row < happenings.length; row += 4) {
    const [step, kind, object] = happenings.subarray(row, row + 3)
    if (step < start || step > end) continue
    if (kind === Happening.gcStart) collecting = true
    else if (kind === Happening.gcStop) collecting = false
    else if (collecting && kind === Happening.dealloc) objects.push(object)
  }
  return objects
}

/** An object by the name it had last, or by its type. */
function onceNamed(viewer: Viewer, before: number, object: number): Said {
  const born = bornAfter(viewer, object, before)
  for (const step of stepsBefore(viewer, before)) {
    if (step <= born) break
    const name = namesAt(viewer, step).find(([, value]) => value === object)?.[0]
    if (name !== undefined) return said('found.once', { name })
  }
  return said('found.type', { type: viewer.state(before).objects.get(object)?.typeName ?? '' })
}

/** Most holders or objects that are named; of the rest their number is. */
const MOST_NAMED = 8

/** The first of a list, and how many more there are. */
function fewOf(list: readonly Said[]): readonly Said[] {
  if (list.length <= MOST_NAMED) return list
  return [...list.slice(0, MOST_NAMED - 1), said('reason.more', { count: list.length - MOST_NAMED + 1 })]
}
