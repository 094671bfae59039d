// Objects/obmalloc.c: pymalloc. Blocks of one of 32 size classes from pools of 16 KiB in arenas of 1 MiB; what is larger
// than 512 bytes goes to the C library's malloc. All of its bookkeeping lies in the image, in CPython's own structures.

import { rawFree, rawMalloc, rawSize } from './malloc.ts'
import type { Memory } from './memory.ts'
import { ARENA_MAP, NFP2LASA, Obmalloc, USEDPOOLS } from './runtime.ts'
import {
  ARENA_SIZE,
  ArenaObject,
  blockSize,
  NB_SMALL_SIZE_CLASSES,
  POOL_OVERHEAD,
  POOL_SIZE,
  PoolHeader,
  SMALL_REQUEST_THRESHOLD,
} from './structs.ts'

const MAX_POOLS_IN_ARENA = ARENA_SIZE / POOL_SIZE
const INITIAL_ARENA_OBJECTS = 16

/** Empties every list, as at the start of a process. */
export function initObmalloc(mem: Memory): void {
  for (let i = 0; i < NB_SMALL_SIZE_CLASSES; i++) {
    const head = USEDPOOLS + i * 32
    mem.store(head + PoolHeader.nextpool, head)
    mem.store(head + PoolHeader.prevpool, head)
  }
}

/** PyObject_Malloc: the address of `bytes` bytes (0 counts as 1), not cleared; 0 when memory is exhausted. */
export function PyObject_Malloc(mem: Memory, bytes: number): number {
  const block = malloc(mem, bytes)
  if (mem.tracer !== null && block !== 0) mem.tracer.allocated(block, bytes)
  return block
}

function malloc(mem: Memory, bytes: number): number {
  if (bytes > SMALL_REQUEST_THRESHOLD) {
    const block = rawMalloc(mem, bytes)
    if (block !== 0) mem.store(Obmalloc.raw_allocated_blocks, mem.load(Obmalloc.raw_allocated_blocks) + 1)
    return block
  }
  const ready = readyBlock(mem, bytes || 1)
  if (ready !== 0) return ready
  const block = allocateFromNewPool(mem, ((bytes || 1) - 1) >> 4)
  if (block !== 0) mem.store(Obmalloc.blocks_in_use, mem.load(Obmalloc.blocks_in_use) + 1)
  return block
}

/**
 * The block that pymalloc gives out next, not cleared, where a pool has one.
 * @param bytes at most SMALL_REQUEST_THRESHOLD
 * @returns 0 where a pool has to be begun; nothing has been done then
 */
export function readyBlock(mem: Memory, bytes: number): number {
  const { words } = mem
  const head = USEDPOOLS + ((bytes - 1) >> 4) * 32
  const pool = words[(head + PoolHeader.nextpool) >> 2]
  if (pool === head) return 0
  mem.store(Obmalloc.blocks_in_use, words[Obmalloc.blocks_in_use >> 2] + 1)
  mem.store(pool + PoolHeader.ref_count, words[(pool + PoolHeader.ref_count) >> 2] + 1)
  const block = words[(pool + PoolHeader.freeblock) >> 2]
  const next = words[block >> 2]
  mem.store(pool + PoolHeader.freeblock, next)
  if (next === 0) extendPool(mem, pool, (bytes - 1) >> 4)
  return block
}

/** PyObject_Free. */
export function PyObject_Free(mem: Memory, block: number): void {
  if (block === 0) return
  if (mem.tracer !== null) mem.tracer.freed(block)
  free(mem, block)
}

function free(mem: Memory, block: number): void {
  const pool = poolOf(mem, block)
  if (pool === 0) {
    mem.store(Obmalloc.raw_allocated_blocks, mem.load(Obmalloc.raw_allocated_blocks) - 1)
    rawFree(mem, block)
    return
  }
  mem.store(Obmalloc.blocks_in_use, mem.load(Obmalloc.blocks_in_use) - 1)
  const lastFree = mem.load(pool + PoolHeader.freeblock)
  mem.store(block, lastFree)
  mem.store(pool + PoolHeader.freeblock, block)
  const count = mem.load(pool + PoolHeader.ref_count) - 1
  mem.store(pool + PoolHeader.ref_count, count)
  if (lastFree === 0) insertToUsedPool(mem, pool)
  else if (count === 0) insertToFreePool(mem, pool)
}

/** PyObject_Realloc: keeps the block where it fits well enough (it shrinks in place unless a quarter would be wasted). */
export function PyObject_Realloc(mem: Memory, block: number, bytes: number): number {
  if (block === 0) return PyObject_Malloc(mem, bytes)
  const moved = realloc(mem, block, bytes)
  if (mem.tracer !== null && moved !== 0) {
    if (moved !== block) mem.tracer.freed(block)
    mem.tracer.allocated(moved, bytes)
  }
  return moved
}

function realloc(mem: Memory, block: number, bytes: number): number {
  const pool = poolOf(mem, block)
  const size = pool === 0 ? rawSize(mem, block) : blockSize(mem.load(pool + PoolHeader.szidx))
  if (pool === 0 ? bytes <= size && bytes > SMALL_REQUEST_THRESHOLD : bytes <= size && 4 * bytes > 3 * size)
    return block
  const moved = malloc(mem, bytes)
  if (moved === 0) return 0
  mem.copy(moved, block, Math.min(size, (bytes + 3) & ~3))
  free(mem, block)
  return moved
}

/** Blocks in use, as `sys.getallocatedblocks()` counts them. */
export function allocatedBlocks(mem: Memory): number {
  return mem.load(Obmalloc.blocks_in_use) + mem.load(Obmalloc.raw_allocated_blocks)
}

/** The pool a block lies in, or 0 when pymalloc does not manage that address (address_in_range). */
export function poolOf(mem: Memory, block: number): number {
  return mem.words[(ARENA_MAP >> 2) + (block >>> 20)] === 0 ? 0 : block & ~(POOL_SIZE - 1)
}

function extendPool(mem: Memory, pool: number, szidx: number): void {
  const offset = mem.load(pool + PoolHeader.nextoffset)
  if (offset <= mem.load(pool + PoolHeader.maxnextoffset)) {
    mem.store(pool + PoolHeader.freeblock, pool + offset)
    mem.store(pool + PoolHeader.nextoffset, offset + blockSize(szidx))
    mem.store(pool + offset, 0)
    return
  }
  // The pool is full: it leaves the list of used pools.
  const next = mem.load(pool + PoolHeader.nextpool)
  const previous = mem.load(pool + PoolHeader.prevpool)
  mem.store(next + PoolHeader.prevpool, previous)
  mem.store(previous + PoolHeader.nextpool, next)
}

function allocateFromNewPool(mem: Memory, szidx: number): number {
  let arena = mem.load(Obmalloc.usable_arenas)
  if (arena === 0) {
    arena = newArena(mem)
    if (arena === 0) return 0
    mem.store(Obmalloc.usable_arenas, arena)
    mem.store(arena + ArenaObject.nextarena, 0)
    mem.store(arena + ArenaObject.prevarena, 0)
    mem.store(NFP2LASA + mem.load(arena + ArenaObject.nfreepools) * 8, arena)
  }
  const free = mem.load(arena + ArenaObject.nfreepools)
  // The arena moves down one place in the order by free pools.
  if (mem.load(NFP2LASA + free * 8) === arena) {
    const previous = mem.load(arena + ArenaObject.prevarena)
    const last = previous !== 0 && mem.load(previous + ArenaObject.nfreepools) === free ? previous : 0
    mem.store(NFP2LASA + free * 8, last)
  }
  if (free > 1) mem.store(NFP2LASA + (free - 1) * 8, arena)
  mem.store(arena + ArenaObject.nfreepools, free - 1)
  let pool = mem.load(arena + ArenaObject.freepools)
  if (pool !== 0) {
    mem.store(arena + ArenaObject.freepools, mem.load(pool + PoolHeader.nextpool))
  } else {
    pool = mem.load(arena + ArenaObject.pool_address)
    mem.store(arena + ArenaObject.pool_address, pool + POOL_SIZE)
    mem.store(pool + PoolHeader.arenaindex, ((arena - mem.load(Obmalloc.arenas)) / ArenaObject.sizeof) | 0)
    mem.store(pool + PoolHeader.szidx, -1)
  }
  if (free - 1 === 0) {
    const next = mem.load(arena + ArenaObject.nextarena)
    mem.store(Obmalloc.usable_arenas, next)
    if (next !== 0) mem.store(next + ArenaObject.prevarena, 0)
  }
  return initPool(mem, pool, szidx)
}

function initPool(mem: Memory, pool: number, szidx: number): number {
  const head = USEDPOOLS + szidx * 32
  const next = mem.load(head + PoolHeader.nextpool)
  mem.store(pool + PoolHeader.nextpool, next)
  mem.store(pool + PoolHeader.prevpool, head)
  mem.store(next + PoolHeader.prevpool, pool)
  mem.store(head + PoolHeader.nextpool, pool)
  mem.store(pool + PoolHeader.ref_count, 1)
  if (mem.load(pool + PoolHeader.szidx) === szidx) {
    // It served this class before: its list of freed blocks is still right.
    const block = mem.load(pool + PoolHeader.freeblock)
    mem.store(pool + PoolHeader.freeblock, mem.load(block))
    return block
  }
  const size = blockSize(szidx)
  mem.store(pool + PoolHeader.szidx, szidx)
  const block = pool + POOL_OVERHEAD
  mem.store(pool + PoolHeader.nextoffset, POOL_OVERHEAD + (size << 1))
  mem.store(pool + PoolHeader.maxnextoffset, POOL_SIZE - size)
  mem.store(pool + PoolHeader.freeblock, block + size)
  mem.store(block + size, 0)
  return block
}

function insertToUsedPool(mem: Memory, pool: number): void {
  const head = USEDPOOLS + mem.load(pool + PoolHeader.szidx) * 32
  const next = mem.load(head + PoolHeader.nextpool)
  mem.store(pool + PoolHeader.nextpool, next)
  mem.store(pool + PoolHeader.prevpool, head)
  mem.store(next + PoolHeader.prevpool, pool)
  mem.store(head + PoolHeader.nextpool, pool)
}

function insertToFreePool(mem: Memory, pool: number): void {
  const next = mem.load(pool + PoolHeader.nextpool)
  const previous = mem.load(pool + PoolHeader.prevpool)
  mem.store(next + PoolHeader.prevpool, previous)
  mem.store(previous + PoolHeader.nextpool, next)
  const arena = mem.load(Obmalloc.arenas) + mem.load(pool + PoolHeader.arenaindex) * ArenaObject.sizeof
  mem.store(pool + PoolHeader.nextpool, mem.load(arena + ArenaObject.freepools))
  mem.store(arena + ArenaObject.freepools, pool)
  const free = mem.load(arena + ArenaObject.nfreepools)
  const last = mem.load(NFP2LASA + free * 8)
  if (last === arena) {
    const prev = mem.load(arena + ArenaObject.prevarena)
    mem.store(NFP2LASA + free * 8, prev !== 0 && mem.load(prev + ArenaObject.nfreepools) === free ? prev : 0)
  }
  mem.store(arena + ArenaObject.nfreepools, free + 1)
  if (free + 1 === mem.load(arena + ArenaObject.ntotalpools) && mem.load(arena + ArenaObject.nextarena) !== 0) {
    releaseArena(mem, arena)
    return
  }
  if (free === 0) {
    // It had no free pool and so was in no list: it becomes the first of the usable ones.
    const first = mem.load(Obmalloc.usable_arenas)
    mem.store(arena + ArenaObject.nextarena, first)
    mem.store(arena + ArenaObject.prevarena, 0)
    if (first !== 0) mem.store(first + ArenaObject.prevarena, arena)
    mem.store(Obmalloc.usable_arenas, arena)
    if (mem.load(NFP2LASA + 8) === 0) mem.store(NFP2LASA + 8, arena)
    return
  }
  if (mem.load(NFP2LASA + (free + 1) * 8) === 0) mem.store(NFP2LASA + (free + 1) * 8, arena)
  if (last === arena) return
  // Move it behind the last arena that has as many free pools as it had before.
  unlinkArena(mem, arena)
  const after = mem.load(last + ArenaObject.nextarena)
  mem.store(arena + ArenaObject.prevarena, last)
  mem.store(arena + ArenaObject.nextarena, after)
  if (after !== 0) mem.store(after + ArenaObject.prevarena, arena)
  mem.store(last + ArenaObject.nextarena, arena)
}

function unlinkArena(mem: Memory, arena: number): void {
  const next = mem.load(arena + ArenaObject.nextarena)
  const previous = mem.load(arena + ArenaObject.prevarena)
  if (previous === 0) mem.store(Obmalloc.usable_arenas, next)
  else mem.store(previous + ArenaObject.nextarena, next)
  if (next !== 0) mem.store(next + ArenaObject.prevarena, previous)
}

function releaseArena(mem: Memory, arena: number): void {
  unlinkArena(mem, arena)
  // The address range is kept for the next arena (ours cannot be unmapped); the row says that it is gone.
  const address = mem.load(arena + ArenaObject.address)
  mem.store(ARENA_MAP + (address >>> 20) * 4, 0)
  mem.store(arena + ArenaObject.pool_address, address)
  mem.store(arena + ArenaObject.address, 0)
  mem.store(arena + ArenaObject.nextarena, mem.load(Obmalloc.unused_arena_objects))
  mem.store(Obmalloc.unused_arena_objects, arena)
  mem.store(Obmalloc.narenas_currently_allocated, mem.load(Obmalloc.narenas_currently_allocated) - 1)
}

function newArena(mem: Memory): number {
  if (mem.load(Obmalloc.unused_arena_objects) === 0 && !moreArenaObjects(mem)) return 0
  const arena = mem.load(Obmalloc.unused_arena_objects)
  const returned = mem.load(arena + ArenaObject.pool_address)
  const address = returned !== 0 ? returned : mem.sbrk(ARENA_SIZE, ARENA_SIZE)
  if (address === 0) return 0
  mem.store(Obmalloc.unused_arena_objects, mem.load(arena + ArenaObject.nextarena))
  const row = (arena - mem.load(Obmalloc.arenas)) / ArenaObject.sizeof
  mem.store(ARENA_MAP + (address >>> 20) * 4, row + 1)
  mem.store(arena + ArenaObject.address, address)
  mem.store(arena + ArenaObject.pool_address, address)
  mem.store(arena + ArenaObject.freepools, 0)
  mem.store(arena + ArenaObject.nfreepools, MAX_POOLS_IN_ARENA)
  mem.store(arena + ArenaObject.ntotalpools, MAX_POOLS_IN_ARENA)
  const current = mem.load(Obmalloc.narenas_currently_allocated) + 1
  mem.store(Obmalloc.narenas_currently_allocated, current)
  mem.store(Obmalloc.ntimes_arena_allocated, mem.load(Obmalloc.ntimes_arena_allocated) + 1)
  if (current > mem.load(Obmalloc.narenas_highwater)) mem.store(Obmalloc.narenas_highwater, current)
  return arena
}

function moreArenaObjects(mem: Memory): boolean {
  const before = mem.load(Obmalloc.maxarenas)
  const after = before === 0 ? INITIAL_ARENA_OBJECTS : before * 2
  const old = mem.load(Obmalloc.arenas)
  const table = rawMalloc(mem, after * ArenaObject.sizeof)
  if (table === 0) return false
  if (before > 0) {
    // Only reached when every row is in use and none is usable: no list points into the old table.
    mem.copy(table, old, before * ArenaObject.sizeof)
    rawFree(mem, old)
  }
  mem.clear(table + before * ArenaObject.sizeof, (after - before) * ArenaObject.sizeof)
  for (let i = before; i < after; i++) {
    const row = table + i * ArenaObject.sizeof
    mem.store(row + ArenaObject.nextarena, i + 1 < after ? row + ArenaObject.sizeof : 0)
  }
  mem.store(Obmalloc.arenas, table)
  mem.store(Obmalloc.maxarenas, after)
  mem.store(Obmalloc.unused_arena_objects, table + before * ArenaObject.sizeof)
  return true
}
