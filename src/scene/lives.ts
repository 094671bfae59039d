// Which object an address belongs to at a step: memory is used again, and the next object there is another one.

import { firstPast } from '../trace/ascending.ts'
import { Happening } from '../trace/happenings.ts'
import type { Trace } from '../trace/trace.ts'

/** The steps at which the objects at each address died, ascending. */
type Deaths = ReadonlyMap<number, readonly number[]>

/** The lives of a run. */
export interface Lives {
  /**
   * A name that is the object's at every step of its life, and no other's. The type is part of it for the few objects that
   * go without a count reaching zero.
   * @param step a step of the trace at which the object is there
   */
  nameOf(address: number, type: number, step: number): string
  /** The step of the trace with which the object at an address dies that is there at a step; Infinity where none is known. */
  endOf(address: number, step: number): number
}

/** Tells apart the lives of each address of a run. */
export function livesOf(trace: Trace): Lives {
  const deaths = deathsOf(trace)
  const past = (died: readonly number[] | undefined, step: number) => (died ? countBelow(died, step) : 0)
  return {
    nameOf: (address, type, step) => `${address}:${type}:${past(deaths.get(address), step)}`,
    endOf(address, step) {
      const died = deaths.get(address)
      return died?.[past(died, step)] ?? Number.POSITIVE_INFINITY
    },
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
  return firstPast(steps, (other) => other >= step)
}
