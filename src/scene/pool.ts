// One pool as a picture: its header, then its blocks in rows, in the order of their addresses.

import type { DecodedState } from '../trace/decode.ts'
import { type BlockContent, firstBlock, type PoolState } from '../trace/pools.ts'
import { clipped } from './rows.ts'
import type { Box } from './scene.ts'

/** Width of every pool's picture, in pixels: the header and each row of blocks fill it. */
export const POOL_WIDTH = 512
const HEADER_HEIGHT = 26
const GAP = 6
/** Columns and height of a block, by how many blocks there are at most. */
const GRIDS = [
  { blocks: 64, columns: 8, height: 26 },
  { blocks: 260, columns: 16, height: 24 },
  { blocks: 1024, columns: 32, height: 16 },
] as const
/** Most rows of the table beside the picture. */
export const MOST_CONTENTS = 40
/** Most characters of an object's text in that table. */
const MOST_TEXT = 24

/** What a block is to the program. `other`: given out for something that is not the program's. */
export type BlockState = BlockContent['kind'] | 'other' | 'free' | 'untouched'

/** A block in the picture. */
export interface BlockBox extends Box {
  readonly address: number
  readonly state: BlockState
  /** The object that is here, or whose table is here; 0 for none. */
  readonly object: number
  /** Its place in the list of free blocks, from 1; 0 where it is in none. */
  readonly order: number
  /** Since the step before: given out, or given back. */
  readonly change: 'taken' | 'given' | 'none'
}

/** A row of the table: what the program has in a block. */
export interface ContentRow {
  /** `hex(id)` of the block's first byte. */
  readonly at: string
  /** The object itself, or a table it keeps apart. */
  readonly isTable: boolean
  readonly object: number
  readonly type: string
  readonly text: string
  readonly refcnt: number
  readonly immortal: boolean
  readonly change: BlockBox['change']
}

/** A pool, ready to draw. */
export interface PoolPicture {
  readonly address: number
  /** `hex` of its address, as `id()` would give it. */
  readonly at: string
  /** Bytes of a block. */
  readonly size: number
  readonly capacity: number
  readonly used: number
  /** How many blocks are in the list of free ones, and how many were never given out. */
  readonly free: number
  readonly untouched: number
  /** `hex` of the block given out next; empty for a full pool. */
  readonly next: string
  readonly width: number
  readonly height: number
  readonly header: Box
  readonly blocks: readonly BlockBox[]
  /** How many blocks there are of each state. */
  readonly counts: Readonly<Record<BlockState, number>>
  readonly contents: readonly ContentRow[]
  /** How many rows more the table would have. */
  readonly hidden: number
}

/**
 * Draws a pool.
 * @param contents what the program has in blocks (trace/pools.ts)
 * @param before the same pool a step earlier, undefined where there was none
 */
export function poolPicture(
  state: DecodedState,
  pool: PoolState,
  contents: ReadonlyMap<number, BlockContent>,
  before: PoolState | undefined,
): PoolPicture {
  const { columns, height } = GRIDS.find(({ blocks }) => pool.capacity <= blocks) ?? GRIDS[GRIDS.length - 1]
  const width = POOL_WIDTH / columns
  const first = firstBlock(pool)
  const orders = new Map(pool.free.map((block, i) => [block, i + 1]))
  const counts: Record<BlockState, number> = { object: 0, table: 0, kept: 0, other: 0, free: 0, untouched: 0 }
  const wasUsed = before && before.size === pool.size ? usedTest(before) : () => false
  const isUsed = usedTest(pool)
  const blocks: BlockBox[] = []
  for (let i = 0; i < pool.capacity; i++) {
    const address = first + i * pool.size
    const used = isUsed(address)
    const content = used ? contents.get(address) : undefined
    const order = orders.get(address) ?? 0
    const blockState = used ? (content?.kind ?? 'other') : order > 0 ? 'free' : 'untouched'
    counts[blockState]++
    blocks.push({
      x: (i % columns) * width,
      y: HEADER_HEIGHT + GAP + Math.floor(i / columns) * height,
      width,
      height,
      address,
      state: blockState,
      object: content?.object ?? 0,
      order,
      change: used === wasUsed(address) ? 'none' : used ? 'taken' : 'given',
    })
  }
  const rows = blocks.filter(({ state }) => state === 'object' || state === 'table')
  return {
    address: pool.address,
    at: hexId(state, pool.address),
    size: pool.size,
    capacity: pool.capacity,
    used: pool.used,
    free: counts.free,
    untouched: counts.untouched,
    next: pool.free.length > 0 ? hexId(state, pool.free[0]) : '',
    width: POOL_WIDTH,
    height: HEADER_HEIGHT + GAP + Math.ceil(pool.capacity / columns) * height,
    header: { x: 0, y: 0, width: POOL_WIDTH, height: HEADER_HEIGHT },
    blocks,
    counts,
    contents: rows.slice(0, MOST_CONTENTS).map((block) => contentRow(state, block)),
    hidden: Math.max(0, rows.length - MOST_CONTENTS),
  }
}

/** Tells of a block's address whether it is given out. */
function usedTest(pool: PoolState): (block: number) => boolean {
  const free = new Set(pool.free)
  return (block) => pool.used > 0 && block < pool.untouched && !free.has(block)
}

function contentRow(state: DecodedState, { address, state: kind, object, change }: BlockBox): ContentRow {
  const found = state.objects.get(object)
  return {
    at: hexId(state, address),
    isTable: kind === 'table',
    object,
    type: found?.typeName ?? '',
    text: clipped(found?.repr ?? '', MOST_TEXT),
    refcnt: found?.refcnt ?? 0,
    immortal: found?.immortal ?? false,
    change,
  }
}

/** An address as `hex(id(…))` shows it. */
export function hexId({ image }: DecodedState, address: number): string {
  return `0x${image.id(address).toString(16)}`
}
