// Which object an address belongs to at a step: memory is used again, and the next object there is another one.

import { Happening } from '../trace/happenings.ts'
import type { Trace } from '../trace/trace.ts'

/** The steps at which the objects at each address died, ascending. */
type Deaths = ReadonlyMap<number, readonly number[]>

/**
 * Tells apart the lives of each address of a run.
 * @returns a function of an object's address, its type and a step of the trace to a name that is the object's at every
 *   step of its life, and no other's. The type is part of it for the few objects that go without a count reaching zero.
 */
export function livesOf(trace: Trace): (address: number, type: number, step: number) => string {
  const deaths = deathsOf(trace)
  return (address, type, step) => {
    const died = deaths.get(address)
    const past = died ? countBelow(died, step) : 0
    return `${address}:${type}:${past}`
  }
}

function deathsOf({ happenings }: Trace): Deaths {
  const deaths = new Map<number, number[]>()
  for (let at = 0; at < happenings.length; at += 4) {
    const kind = happenings[at + 1]
    const list = deaths.get(happenings[at + 2])
    if (kind === Happening.resurrect) list?.pop()
    else if (kind !== Happening.dealloc) continue
    else if (list) list.push(happenings[at])
    else deaths.set(happenings[at + 2], [happenings[at]])
  }
  return deaths
}

/** How many of ascending steps are below one. */
function countBelow(steps: readonly number[], step: number): number {
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (steps[middle] < step) low = middle + 1
    else high = middle
  }
  return low
}
