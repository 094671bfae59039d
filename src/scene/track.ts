// Where on a line of steps something is drawn. Pure arithmetic, so that a page can have it without the rest of the room.

import { firstPast } from '../trace/ascending.ts'

/** How many places a line of marks has: marks that fall on the same one are drawn as one. */
export const PLACES = 240

/** One mark that is drawn. */
export interface TrackMark {
  /** 0 at the first step, 1 at the last. */
  readonly at: number
  /** The first of the steps it stands for, and how many they are. */
  readonly step: number
  readonly count: number
}

/**
 * Merges steps that fall on the same place.
 * @param steps ascending
 * @param last number of the last step
 */
export function trackMarks(steps: readonly number[], last: number): TrackMark[] {
  const marks: { at: number; step: number; count: number }[] = []
  let place = -1
  for (const step of steps) {
    const now = last === 0 ? 0 : Math.round((step / last) * PLACES)
    const mark = marks.at(-1)
    if (mark && now === place) mark.count++
    else marks.push({ at: last === 0 ? 0 : step / last, step, count: 1 })
    place = now
  }
  return marks
}

/** The first of `steps` (ascending) beyond `step`; undefined where there is none. */
export function nextOf(steps: readonly number[], step: number): number | undefined {
  return steps[firstFrom(steps, step + 1)]
}

/** The last of `steps` (ascending) before `step`; undefined where there is none. */
export function previousOf(steps: readonly number[], step: number): number | undefined {
  return steps[firstFrom(steps, step) - 1]
}

/** Index of the first step that is at least `step`. */
function firstFrom(steps: readonly number[], step: number): number {
  return firstPast(steps, (other) => other >= step)
}

/** Size of the chart of a count, in its own units. */
export const CHART = { width: 300, height: 64, top: 6 } as const

/**
 * The count of an object as the path of a step chart. Where several changes fall on one place, the path covers all of them.
 * @param steps when the count becomes another, ascending, from the birth on
 * @param counts what it becomes
 * @param last number of the last step of the run
 */
export function countPath(steps: readonly number[], counts: readonly number[], last: number): string {
  const most = mostOf(counts)
  const x = (step: number) => (last === 0 ? 0 : round((step / last) * CHART.width))
  const y = (count: number) => round(CHART.height - (count / most) * (CHART.height - CHART.top))
  const parts: string[] = []
  let column = -1
  let [low, high] = [0, 0]
  steps.forEach((step, i) => {
    const here = x(step)
    const count = counts[i]
    const isSame = Math.round(here) === column
    // Within a column only what reaches beyond what is drawn there already adds something to see.
    const adds = !isSame || count < low || count > high || i === steps.length - 1
    if (isSame) [low, high] = [Math.min(low, count), Math.max(high, count)]
    else [low, high] = [count, count]
    column = Math.round(here)
    if (adds) parts.push(i === 0 ? `M${here} ${y(0)}V${y(count)}` : `H${here}V${y(count)}`)
  })
  if (parts.length > 0 && counts.at(-1) !== 0) parts.push(`H${x(last)}`)
  return parts.join('')
}

/** The largest count, at least 1: the top of the chart. Too many counts for the arguments of one call. */
export function mostOf(counts: readonly number[]): number {
  return counts.reduce((a, b) => Math.max(a, b), 1)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
