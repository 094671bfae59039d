// Python/tracemalloc.c: a note for every block given out while tracing is on: how large it is and where the program was.
// The table lies in the image; where the program was is a number, and the places behind it are kept beside the image.

import { rawFree, rawMalloc } from './malloc.ts'
import type { Memory, Tracer } from './memory.ts'
import type { ThreadState } from './pystate.ts'
import { Tracemalloc as T } from './runtime.ts'

/** A line of code that led to an allocation. */
export interface TracedFrame {
  readonly filename: string
  readonly lineno: number
}

/** Where the program was: the innermost frames first, and how many there were in all. */
export interface TracedPlace {
  readonly frames: readonly TracedFrame[]
  readonly total: number
}

/** What is noted of one block. */
export interface Trace {
  readonly size: number
  readonly place: TracedPlace
}

/** A row: address of the block, bytes asked for, number of the place. */
const ROW = 16
const FIRST_ROWS = 256
/** The address of a row that was emptied: no block's. */
const REMOVED = 1

/** _PyTraceMalloc_Start. */
export function startTracing(ts: ThreadState, maxFrames: number): void {
  const { mem } = ts
  if (mem.load(T.tracing) !== 0) return
  mem.store(T.max_nframe, maxFrames)
  mem.store(T.tracing, 1)
  mem.tracer = tracerOf(ts)
}

/** _PyTraceMalloc_Stop: everything is forgotten. */
export function stopTracing(ts: ThreadState): void {
  if (ts.mem.load(T.tracing) === 0) return
  ts.mem.store(T.tracing, 0)
  ts.mem.tracer = null
  clearTraces(ts)
}

/** _PyTraceMalloc_ClearTraces. */
export function clearTraces(ts: ThreadState): void {
  const { mem } = ts
  rawFree0(mem, mem.load(T.table))
  for (const field of [T.table, T.capacity, T.filled, T.number, T.traced_memory, T.peak]) mem.store(field, 0)
}

/** Bytes the notes themselves take. */
export function tracemallocMemory(ts: ThreadState): number {
  return ts.mem.load(T.capacity) * ROW + ts.places.length * 32
}

/** The note of a block, or `null`. */
export function traceOf(ts: ThreadState, address: number): Trace | null {
  const row = find(ts.mem, address)
  return row === 0 ? null : { size: ts.mem.load(row + 4), place: ts.places[ts.mem.load(row + 8)] }
}

/** Every note, by address. */
export function allTraces(ts: ThreadState): Trace[] {
  const { mem } = ts
  const rows: [address: number, trace: Trace][] = []
  const table = mem.load(T.table)
  for (let i = 0; i < mem.load(T.capacity); i++) {
    const row = table + i * ROW
    const address = mem.load(row)
    if (address > REMOVED) rows.push([address, { size: mem.load(row + 4), place: ts.places[mem.load(row + 8)] }])
  }
  return rows.sort(([a], [b]) => a - b).map(([, trace]) => trace)
}

function tracerOf(ts: ThreadState): Tracer {
  return {
    allocated: (address, bytes) => add(ts, address, bytes),
    freed: (address) => remove(ts.mem, address),
    renewed(address) {
      const row = find(ts.mem, address)
      if (row !== 0) ts.mem.store(row + 8, placeNumber(ts))
    },
  }
}

function add(ts: ThreadState, address: number, bytes: number): void {
  const { mem } = ts
  const known = find(mem, address)
  if (known !== 0) {
    mem.store(T.traced_memory, mem.load(T.traced_memory) - mem.load(known + 4))
    note(ts, known, address, bytes)
    return
  }
  if (mem.load(T.filled) * 3 >= mem.load(T.capacity) * 2 && !rehash(mem)) return
  const row = freeRow(mem, address)
  if (mem.load(row) !== REMOVED) mem.store(T.filled, mem.load(T.filled) + 1)
  mem.store(T.number, mem.load(T.number) + 1)
  note(ts, row, address, bytes)
}

function note(ts: ThreadState, row: number, address: number, bytes: number): void {
  const { mem } = ts
  mem.store(row, address)
  mem.store(row + 4, bytes)
  mem.store(row + 8, placeNumber(ts))
  const traced = mem.load(T.traced_memory) + bytes
  mem.store(T.traced_memory, traced)
  if (traced > mem.load(T.peak)) mem.store(T.peak, traced)
}

function remove(mem: Memory, address: number): void {
  const row = find(mem, address)
  if (row === 0) return
  mem.store(T.traced_memory, mem.load(T.traced_memory) - mem.load(row + 4))
  mem.store(T.number, mem.load(T.number) - 1)
  mem.store(row, REMOVED)
}

/** The number of the place the program is at. */
function placeNumber(ts: ThreadState): number {
  const place = ts.whereNow(ts.mem.load(T.max_nframe))
  const key = `${place.total}\0${place.frames.map(({ filename, lineno }) => `${lineno}:${filename}`).join('\0')}`
  const known = ts.placeNumbers.get(key)
  if (known !== undefined) return known
  ts.chargePayload(2 * key.length + 64)
  const number = ts.places.push(place) - 1
  ts.placeNumbers.set(key, number)
  return number
}

function slot(mem: Memory, address: number): number {
  return (Math.imul(address >>> 4, 0x9e3779b1) >>> 8) & (mem.load(T.capacity) - 1)
}

function find(mem: Memory, address: number): number {
  const capacity = mem.load(T.capacity)
  if (capacity === 0) return 0
  const table = mem.load(T.table)
  for (let i = slot(mem, address); ; i = (i + 1) & (capacity - 1)) {
    const at = mem.load(table + i * ROW)
    if (at === address) return table + i * ROW
    if (at === 0) return 0
  }
}

function freeRow(mem: Memory, address: number): number {
  const capacity = mem.load(T.capacity)
  const table = mem.load(T.table)
  let i = slot(mem, address)
  while (mem.load(table + i * ROW) > REMOVED) i = (i + 1) & (capacity - 1)
  return table + i * ROW
}

/** A table with room; the emptied rows go. */
function rehash(mem: Memory): boolean {
  const before = mem.load(T.capacity)
  const old = mem.load(T.table)
  let capacity = FIRST_ROWS
  while (capacity < mem.load(T.number) * 3) capacity *= 2
  const table = rawMalloc(mem, capacity * ROW)
  if (table === 0) return before > mem.load(T.filled)
  mem.clear(table, capacity * ROW)
  mem.store(T.table, table)
  mem.store(T.capacity, capacity)
  mem.store(T.filled, mem.load(T.number))
  for (let i = 0; i < before; i++) {
    const address = mem.load(old + i * ROW)
    if (address > REMOVED) mem.copy(freeRow(mem, address), old + i * ROW, ROW)
  }
  rawFree0(mem, old)
  return true
}

function rawFree0(mem: Memory, address: number): void {
  if (address !== 0) rawFree(mem, address)
}
