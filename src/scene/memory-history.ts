// How much memory a run had, line by line: read once for the whole run.

import { Obmalloc, residentBytes, Tracemalloc } from '../simulator/heap/runtime.ts'
import { POOL_SIZE, PoolHeader } from '../simulator/heap/structs.ts'
import { Cursor } from '../trace/cursor.ts'
import { Image } from '../trace/image.ts'
import { FlatMemory } from '../trace/memory.ts'
import { arenaRanges } from '../trace/pools.ts'
import type { Trace } from '../trace/trace.ts'
import type { ChartKind } from './chart.ts'

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
