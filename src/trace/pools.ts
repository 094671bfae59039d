// pymalloc's part of an image: arenas, the pools cut off from them, the blocks of a pool, and what stands in each block.

import { FREELISTS, FREELISTS_END, Obmalloc } from '../simulator/heap/runtime.ts'
import {
  ARENA_SIZE,
  ArenaObject,
  blockSize,
  POOL_OVERHEAD,
  POOL_SIZE,
  PoolHeader,
  PyByteArrayObject,
  PyDictObject,
  PyListObject,
  PySetObject,
} from '../simulator/heap/structs.ts'
import type { DecodedState } from './decode.ts'
import type { Image } from './image.ts'

/** An arena. */
export interface ArenaState {
  readonly address: number
  /** The pools cut off so far, in order of their addresses. */
  readonly pools: readonly PoolState[]
  /** How many pools it has room for. */
  readonly total: number
}

/** A pool as its header tells it. */
export interface PoolState {
  readonly address: number
  /** Bytes of each of its blocks. A free pool keeps the size it had last. */
  readonly size: number
  /** Blocks it has room for, and how many of them are given out. With none it is free for any size class. */
  readonly capacity: number
  readonly used: number
  /** The list of free blocks: the first is given out next. */
  readonly free: readonly number[]
  /** Address of the first byte that was never given out. */
  readonly untouched: number
}

/** Every arena of an image. */
export function arenasOf(image: Image): ArenaState[] {
  const arenas: ArenaState[] = []
  for (const { address, end } of arenaRanges(image)) {
    const pools: PoolState[] = []
    for (let pool = address; pool < end; pool += POOL_SIZE) pools.push(poolAt(image, pool))
    arenas.push({ address, pools, total: ARENA_SIZE / POOL_SIZE })
  }
  return arenas
}

/** Where the arenas are: first byte, and the byte behind the last pool cut off. */
export function arenaRanges(image: Image): { readonly address: number; readonly end: number }[] {
  const ranges: { address: number; end: number }[] = []
  const rows = image.load(Obmalloc.maxarenas)
  for (let row = 0; row < rows; row++) {
    const arena = image.load(Obmalloc.arenas) + row * ArenaObject.sizeof
    const address = image.load(arena + ArenaObject.address)
    if (address !== 0) ranges.push({ address, end: image.load(arena + ArenaObject.pool_address) })
  }
  return ranges
}

function poolAt(image: Image, address: number): PoolState {
  const size = blockSize(image.load(address + PoolHeader.szidx))
  const free: number[] = []
  for (let block = image.load(address + PoolHeader.freeblock); block !== 0; block = image.load(block)) free.push(block)
  return {
    address,
    size,
    capacity: Math.floor((POOL_SIZE - POOL_OVERHEAD) / size),
    used: image.load(address + PoolHeader.ref_count),
    free,
    untouched: address + image.load(address + PoolHeader.nextoffset),
  }
}

/** The block of a pool in which an address lies. */
export function blockIn(pool: PoolState, address: number): number {
  return address - ((address - firstBlock(pool)) % pool.size)
}

/** A pool's first block, behind its header. */
export function firstBlock(pool: PoolState): number {
  return pool.address + POOL_OVERHEAD
}

/** The pool in which an address lies. */
export function poolOfAddress(address: number): number {
  return address - (address % POOL_SIZE)
}

/** What stands in a block that is given out. */
export interface BlockContent {
  /** An object; a table an object keeps apart (items of a list, keys of a dict); a dead object kept in a free list. */
  readonly kind: 'object' | 'table' | 'kept'
  /** Address of the object: the one that is here, the one whose table it is, the dead one. */
  readonly object: number
}

/**
 * What the blocks hold that belongs to the program: everything that came since it began, by address of the block. A block
 * that is given out and is not among them holds something of the interpreter's, or a kind of table that is not told apart.
 */
export function blockContents(state: DecodedState, arenas: readonly ArenaState[]): Map<number, BlockContent> {
  const { image } = state
  const pools = new Map(arenas.flatMap((arena) => arena.pools.map((pool) => [pool.address, pool] as const)))
  const contents = new Map<number, BlockContent>()
  const put = (address: number, kind: BlockContent['kind'], object: number) => {
    const pool = address === 0 ? undefined : pools.get(poolOfAddress(address))
    if (!pool) return
    const block = blockIn(pool, address)
    if (!contents.has(block)) contents.set(block, { kind, object })
  }
  for (const o of state.own) put(o, 'object', o)
  for (const o of state.own) {
    const struct = image.kindOf(o)
    for (const offset of TABLES[struct] ?? []) put(image.load(o + offset), 'table', o)
  }
  for (let row = FREELISTS; row < FREELISTS_END; row += 16) {
    for (let o = image.load(row); o !== 0; o = image.load(o)) put(o, 'kept', o)
  }
  // What the interpreter had before is the interpreter's, though an object of the program may share it.
  for (const o of state.builtin) {
    const pool = pools.get(poolOfAddress(o))
    if (pool) contents.delete(blockIn(pool, o))
  }
  return contents
}

/** Where an object keeps the address of a table of its own, by name of its type. */
const TABLES: Readonly<Record<string, readonly number[]>> = {
  list: [PyListObject.ob_item],
  dict: [PyDictObject.ma_keys, PyDictObject.ma_values],
  set: [PySetObject.table],
  frozenset: [PySetObject.table],
  bytearray: [PyByteArrayObject.ob_bytes],
}
