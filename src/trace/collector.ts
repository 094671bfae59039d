// The collector's part of an image: its lists, its counters, and while a collection runs the copied counts.

import { GcState, GENERATION_STRIDE } from '../simulator/heap/runtime.ts'
import type { Image } from './image.ts'
import type { CollectorState } from './state.ts'

function listOf(image: Image, head: number): number[] {
  const objects: number[] = []
  // Links carry flags in their lowest bits while a collection runs.
  for (let at = image.load(head) & ~3; at !== head && at !== 0; at = image.load(at) & ~3) objects.push(at + 16)
  return objects
}

/** The objects of each generation, in list order; the fourth list is the frozen one. */
function generationLists(image: Image): number[][] {
  return [0, 1, 2, 3].map((generation) => listOf(image, GcState.generation0 + generation * GENERATION_STRIDE))
}

/** What a collection holds apart, and the one inside of which it runs. */
const HELD_APART = [
  GcState.unreachable,
  GcState.still_unreachable,
  GcState.seen,
  GcState.finalizers,
  GcState.outer_unreachable,
  GcState.outer_still_unreachable,
  GcState.outer_seen,
]

/** What a running collection holds apart so far. */
function unreachableList(image: Image): number[] {
  if (image.load(GcState.working) === 0) return []
  return HELD_APART.flatMap((head) => (image.load(head) === 0 ? [] : listOf(image, head)))
}

/** What an increment looks at (3.14.0): it stands in a list of its own. */
function incrementList(image: Image): number[] {
  if (image.load(GcState.working) === 0 || image.load(GcState.young) === 0) return []
  return listOf(image, GcState.young)
}

/** All lists of the collector: those of the generations, and what a running collection holds apart. */
export function collectorLists(image: Image): number[][] {
  return [...generationLists(image), incrementList(image), unreachableList(image)]
}

/** The collector's own variables. */
export function decodeCollector(image: Image): CollectorState {
  const triple = (field: number): [number, number, number] => [
    image.load(field),
    image.load(field + GENERATION_STRIDE),
    image.load(field + 2 * GENERATION_STRIDE),
  ]
  const generations = generationLists(image)
  const unreachable = unreachableList(image)
  const increment = incrementList(image)
  const gcRefs = new Map<number, number>()
  // One inside it may have said that none is under way (3.12).
  const collecting = image.load(GcState.collecting) !== 0 || image.load(GcState.working) !== 0
  if (collecting) {
    for (const o of [...generations.flat(), ...increment]) {
      const word = image.load(o - 8)
      // Bit 1: a collection is looking at it. The copied count stands above the two flags. What has moved to the
      // unreachable keeps the bit, but its word is a link again.
      if (word & 2) gcRefs.set(o, word >>> 2)
    }
  }
  return {
    enabled: image.load(GcState.enabled) !== 0,
    collecting,
    counts: triple(GcState.generation0_count),
    thresholds: triple(GcState.generation0_threshold),
    generations,
    unreachable,
    increment,
    gcRefs,
    longLived: { pending: image.load(GcState.long_lived_pending), total: image.load(GcState.long_lived_total) },
    visitedSpace: image.load(GcState.visited_space),
  }
}
