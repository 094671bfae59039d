// The memory of a run as small charts with the step marked.

import type { MemoryHistory } from './memory-history.ts'

/** Size of a chart's drawing, in pixels. */
export const CHART = { width: 240, height: 56, margin: 6 } as const
/** Most columns of a chart: a longer run shows the least and the most of several moments in one. */
const COLUMNS = 228

/** What is charted: bytes, bytes, blocks, pools. */
export type ChartKind = 'resident' | 'traced' | 'blocks' | 'pools'

/** One quantity over the run. */
export interface Chart {
  readonly kind: ChartKind
  readonly now: number
  readonly least: number
  readonly most: number
  /** A line through the whole run. */
  readonly points: readonly (readonly [x: number, y: number])[]
  /** The step shown. */
  readonly mark: { readonly x: number; readonly y: number }
}

/**
 * The charts of a run.
 * @param moment the step of the trace that is marked
 */
export function charts({ moments, series }: MemoryHistory, moment: number): Chart[] {
  const after = moments.findIndex((known) => known > moment)
  const index = (after < 0 ? moments.length : Math.max(1, after)) - 1
  return (['resident', 'traced', 'blocks', 'pools'] as const).map((kind) => chart(kind, series[kind], index))
}

function chart(kind: ChartKind, values: Float64Array, index: number): Chart {
  const least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const most = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const { width, height, margin } = CHART
  const x = (i: number) => margin + (i / Math.max(1, values.length - 1)) * (width - 2 * margin)
  const y = (value: number) =>
    most === least ? height / 2 : height - margin - ((value - least) / (most - least)) * (height - 2 * margin)
  const points: [number, number][] = []
  const perColumn = Math.ceil(values.length / COLUMNS)
  for (let from = 0; from < values.length; from += perColumn) {
    const part = values.subarray(from, from + perColumn)
    const levels = new Set([part[0], Math.min(...part), Math.max(...part), part[part.length - 1]])
    const previous = points.at(-1)
    if (previous) points.push([x(from), previous[1]])
    for (const level of levels) points.push([x(from), y(level)])
  }
  points.push([x(values.length - 1), y(values[values.length - 1])])
  const now = values[index]
  return { kind, now, least, most, points: points.map(rounded), mark: { x: x(index), y: y(now) } }
}

function rounded([x, y]: [number, number]): [number, number] {
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10]
}
