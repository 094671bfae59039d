// How much memory a run had, line by line: read once for the whole run, then drawn as small charts with the step marked.

import { Obmalloc, residentBytes, Tracemalloc } from '../simulator/heap/runtime.ts'
import { POOL_SIZE, PoolHeader } from '../simulator/heap/structs.ts'
import { Cursor } from '../trace/cursor.ts'
import { Image } from '../trace/image.ts'
import { FlatMemory } from '../trace/memory.ts'
import { arenaRanges } from '../trace/pools.ts'
import type { Trace } from '../trace/trace.ts'

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

/** What is kept of a run. */
export interface MemoryHistory {
  readonly moments: readonly number[]
  readonly series: Readonly<Record<ChartKind, Float64Array>>
  /** Pools of which blocks were given out or back while the program ran. */
  readonly touched: ReadonlySet<number>
}

const histories = new WeakMap<Trace, MemoryHistory>()

/**
 * The memory of a run at each of its moments.
 * @param moments steps of the trace, ascending
 */
export function memoryHistory(trace: Trace, moments: readonly number[]): MemoryHistory {
  let history = histories.get(trace)
  if (!history) {
    history = readHistory(trace, moments)
    histories.set(trace, history)
  }
  return history
}

function readHistory(trace: Trace, moments: readonly number[]): MemoryHistory {
  const cursor = new Cursor(trace)
  const image = new Image(new FlatMemory(cursor.words, cursor.doubles), trace)
  const load = (address: number) => image.load(address)
  const column = () => new Float64Array(moments.length)
  const series = { resident: column(), traced: column(), blocks: column(), pools: column() }
  const touched = new Set<number>()
  const headers = new Map<number, number>()
  moments.forEach((moment, i) => {
    cursor.seek(moment)
    let inUse = 0
    for (const { address, end } of arenaRanges(image)) {
      for (let pool = address; pool < end; pool += POOL_SIZE) {
        const used = load(pool + PoolHeader.ref_count)
        if (used > 0) inUse++
        // A block that came and went leaves the count as it was; another block then heads the list, or a new one is cut.
        const header = (used * 31 + load(pool + PoolHeader.freeblock)) * 31 + load(pool + PoolHeader.nextoffset)
        if (i > 0 && headers.get(pool) !== header) touched.add(pool)
        headers.set(pool, header)
      }
    }
    series.resident[i] = residentBytes(load)
    series.traced[i] = load(Tracemalloc.traced_memory)
    series.blocks[i] = load(Obmalloc.blocks_in_use) + load(Obmalloc.raw_allocated_blocks)
    series.pools[i] = inUse
  })
  return { moments, series, touched }
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
