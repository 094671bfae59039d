// Include/internal/pycore_freelist.h: dead objects kept for the next one of their kind instead of being freed.
// NOT CPYTHON: every list links through the first word of its objects, as 3.14 does; up to 3.13 some were arrays and
// some linked through `ob_type`. Which object comes back, and when, is the same: the last one in is the first one out.

import type { FreeListName } from '../profiles/numbers.ts'
import { freeObject, preheaderSize } from './objimpl.ts'
import { PyObject_Free } from './obmalloc.ts'
import type { ThreadState } from './pystate.ts'
import { FREELISTS } from './runtime.ts'
import { PyObject } from './structs.ts'
import type { Owned } from './typeslots.ts'

/** The rows before the tuples', in order. */
const NAMES = [
  'floats',
  'ints',
  'complexes',
  'lists',
  'dicts',
  'dictkeys',
  'slices',
  'ranges',
  'range_iters',
  'list_iters',
  'tuple_iters',
  'pymethodobjects',
  'pycfunctionobject',
  'pycmethodobject',
  'async_gens',
  'async_gen_asends',
  'contexts',
] as const satisfies readonly FreeListName[]

type RowName = (typeof NAMES)[number]

/** The row of each kind of object. Tuples have one row per size: `tupleRow(n)`. */
export const FreeList = Object.freeze(Object.fromEntries(NAMES.map((name, row) => [name, row]))) as {
  readonly [K in RowName]: number
}

/** Tuples of up to this many items have a free list (PyTuple_MAXSAVESIZE). */
export const PyTuple_MAXSAVESIZE = 20
/** Number of rows. */
export const FREELIST_ROWS = NAMES.length + PyTuple_MAXSAVESIZE

/** The row of tuples with `n` items, 1 to PyTuple_MAXSAVESIZE. */
export function tupleRow(n: number): number {
  return NAMES.length + n - 1
}

/** Where the first object of a row is named, and behind it how many there are. */
export function freelistHead(row: number): number {
  return FREELISTS + row * 16
}

/** Objects a row keeps at most in this version. */
export function freelistLimit(ts: ThreadState, row: number): number {
  ts.freelistLimits ??= Int32Array.from({ length: FREELIST_ROWS }, (_, each) =>
    each < NAMES.length ? ts.profile.freelists[NAMES[each]] : ts.profile.freelists.tuples,
  )
  return ts.freelistLimits[row]
}

/** Objects a row keeps now. */
export function freelistSize(ts: ThreadState, row: number): number {
  return ts.mem.load(freelistHead(row) + 8)
}

/**
 * Keeps a dead object. Its collector header must be untracked already and what it held given up.
 * @returns false when the row is full (or the version has none): free the memory as usual
 */
export function freelistPush(ts: ThreadState, row: number, o: number): boolean {
  const mem = ts.mem
  const head = freelistHead(row)
  const count = mem.load(head + 8)
  if (count >= freelistLimit(ts, row)) return false
  mem.store(o, mem.load(head))
  mem.store(head, o)
  mem.store(head + 8, count + 1)
  return true
}

/**
 * The object kept last, with count 1, its type as it was and the rest as its death left it; 0 when there is none.
 * Neither the collector's count nor its lists are touched: track it when it is ready.
 */
export function freelistPop(ts: ThreadState, row: number): Owned {
  const mem = ts.mem
  const head = freelistHead(row)
  const o = mem.load(head)
  if (o === 0) return 0
  mem.store(head, mem.load(o))
  mem.store(head + 8, mem.load(head + 8) - 1)
  mem.store(o, 1)
  if (mem.tracer !== null) mem.tracer.renewed(o - before(ts, row, o))
  return o
}

/** Bytes before what a row keeps: a table of dict keys is a bare block, everything else an object. */
function before(ts: ThreadState, row: number, o: number): number {
  return row === FreeList.dictkeys ? 0 : preheaderSize(ts, ts.mem.load(o + PyObject.ob_type))
}

/** Frees what the lists keep, as a full collection does (_PyObject_ClearFreeLists), in the version's order. */
export function clearFreeLists(ts: ThreadState): void {
  for (const name of ts.profile.freelists.cleared) {
    if (name !== 'tuples') clearRow(ts, FreeList[name])
    else for (let n = 1; n <= PyTuple_MAXSAVESIZE; n++) clearRow(ts, tupleRow(n))
  }
}

function clearRow(ts: ThreadState, row: number): void {
  for (let o = freelistPop(ts, row); o !== 0; o = freelistPop(ts, row)) {
    if (row === FreeList.dictkeys) PyObject_Free(ts.mem, o)
    else freeObject(ts, o)
  }
}
