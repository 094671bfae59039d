// The memory under the heap as a map: arenas, pools by size class, and one pool's blocks. Pools that the run has nothing to
// do with are counted, not drawn.

import { blockSize, NB_SMALL_SIZE_CLASSES, POOL_SIZE } from '../simulator/heap/structs.ts'
import type { DecodedState } from '../trace/decode.ts'
import {
  type ArenaState,
  arenasOf,
  type BlockContent,
  blockContents,
  type PoolState,
  poolOfAddress,
} from '../trace/pools.ts'
import { type Chart, charts } from './chart.ts'
import { memoryHistory } from './memory-history.ts'
import { hexId, type PoolPicture, poolPicture } from './pool.ts'
import type { Grain, Viewer } from './view.ts'

/** Most pools of a size class that are drawn. */
export const MOST_TILES = 48

/** What a learner looks at. Addresses; 0 for nothing in particular. */
export interface MemoryWish {
  readonly step: number
  readonly grain: Grain
  /** The pool chosen. Where none is, it is that of the object, else one in which the step has changed something. */
  readonly pool: number
  /** The object selected. */
  readonly object: number
  /** The pool shown last: it stays where nothing calls for another. */
  readonly last: number
}

/** The map at a step. */
export interface MemoryScene {
  readonly moment: number
  readonly arenas: readonly ArenaRow[]
  /** The size classes in which the run has done something, from small to large. */
  readonly classes: readonly ClassRow[]
  /** The pools of all other size classes. */
  readonly quiet: PoolSum & { readonly classes: number }
  readonly pool: PoolPicture | null
  readonly charts: readonly Chart[]
  /** Bytes of the blocks given out, and bytes of the pools they are in. */
  readonly used: number
  readonly held: number
  /** What is to be said of the selected object's place; `null` where none is selected. */
  readonly selected: SelectedPlace | null
}

/** Where the selected object lies. */
export interface SelectedPlace {
  readonly type: string
  /** `pool`: in a block of the pool at `pool`. `large`: in memory of malloc's own. `static`: in none of both. */
  readonly place: 'pool' | 'large' | 'static'
  readonly at: string
  readonly pool: number
}

/** An arena: how its pools stand, in order of their addresses. */
export interface ArenaRow {
  /** `hex` of its address, as `id()` would give it. */
  readonly at: string
  readonly total: number
  readonly inUse: number
  /** Of all places for pools: `program` where a block holds something of the program's. */
  readonly cells: readonly ('program' | 'used' | 'free' | 'uncut')[]
}

/** Pools added up. */
export interface PoolSum {
  readonly pools: number
  readonly used: number
  readonly capacity: number
}

/** The pools of a size class. */
export interface ClassRow extends PoolSum {
  /** Bytes of a block. */
  readonly size: number
  /** Blocks that hold something of the program's. */
  readonly own: number
  /** The pools in which the run has done something, by address. */
  readonly tiles: readonly PoolTile[]
  /** What there is no room for: pools in which the run has done something too. */
  readonly more: PoolSum
  /** The others: they hold nothing of the program's. */
  readonly quiet: PoolSum
}

/** A pool in the map. With no block given out it is free for any size class. */
export interface PoolTile {
  readonly address: number
  readonly at: string
  readonly used: number
  readonly capacity: number
  readonly own: number
  /** Change of `used` since the step before. */
  readonly delta: number
  /** How much of the tile is filled, 0 to 1; of it the program's part. */
  readonly level: number
  readonly ownLevel: number
}

/** The map of memory at a step of a run. */
export function memoryScene(viewer: Viewer, wish: MemoryWish): MemoryScene {
  const moment = viewer.momentOf(wish.step, wish.grain)
  const state = viewer.state(moment)
  const before = wish.step > 0 ? viewer.state(viewer.momentOf(wish.step - 1, wish.grain)) : null
  const arenas = arenasOf(state.image)
  const pools = arenas.flatMap((arena) => arena.pools)
  const contents = blockContents(state, arenas)
  const history = memoryHistory(viewer.trace, viewer.moments)
  const earlier = new Map(before ? poolsOf(before).map((pool) => [pool.address, pool]) : [])
  const own = ownByPool(contents)
  const isShown = ({ address }: PoolState) => history.touched.has(address) || own.has(address)
  const chosen = choosePool(state, before, pools, wish)
  const picked = pools.find(({ address }) => address === chosen) ?? pools.find(isShown) ?? pools[0]
  const classes: ClassRow[] = []
  const quiet = { classes: 0, pools: 0, used: 0, capacity: 0 }
  for (let szidx = 0; szidx < NB_SMALL_SIZE_CLASSES; szidx++) {
    const size = blockSize(szidx)
    const members = pools.filter((pool) => pool.size === size && (pool.used > 0 || isShown(pool)))
    const shown = members.filter(isShown)
    const rest = sum(members.filter((pool) => !isShown(pool)))
    if (members.length === 0) continue
    if (shown.length === 0) {
      quiet.classes++
      quiet.pools += rest.pools
      quiet.used += rest.used
      quiet.capacity += rest.capacity
      continue
    }
    const drawn = shown.filter((pool, i) => i < MOST_TILES || pool === picked)
    const more = sum(shown.filter((pool) => !drawn.includes(pool)))
    const tiles = drawn.map((pool) => tile(state, pool, own.get(pool.address) ?? 0, earlier.get(pool.address)))
    const ownBlocks = shown.reduce((n, { address }) => n + (own.get(address) ?? 0), 0)
    classes.push({ size, ...sum(members), own: ownBlocks, tiles, more, quiet: rest })
  }
  const inUse = pools.filter(({ used }) => used > 0)
  return {
    moment,
    arenas: arenas.map((arena) => arenaRow(state, arena, own)),
    classes,
    quiet,
    pool: picked ? poolPicture(state, picked, contents, earlier.get(picked.address)) : null,
    charts: charts(history, moment),
    used: inUse.reduce((bytes, { used, size }) => bytes + used * size, 0),
    held: inUse.length * POOL_SIZE,
    selected: placeOf(state, pools, wish.object),
  }
}

function poolsOf({ image }: DecodedState): PoolState[] {
  return arenasOf(image).flatMap((arena) => arena.pools)
}

/** How many blocks of each pool hold something of the program's: what is kept in a free list holds nothing. */
function ownByPool(contents: ReadonlyMap<number, BlockContent>): Map<number, number> {
  const own = new Map<number, number>()
  for (const [block, { kind }] of contents) {
    if (kind === 'kept') continue
    const pool = poolOfAddress(block)
    own.set(pool, (own.get(pool) ?? 0) + 1)
  }
  return own
}

function sum(pools: readonly PoolState[]): PoolSum {
  const inUse = pools.filter(({ used }) => used > 0)
  return {
    pools: inUse.length,
    used: inUse.reduce((n, { used }) => n + used, 0),
    capacity: inUse.reduce((n, { capacity }) => n + capacity, 0),
  }
}

function tile(state: DecodedState, pool: PoolState, own: number, before: PoolState | undefined): PoolTile {
  const { address, used, capacity } = pool
  const had = before && before.size === pool.size ? before.used : 0
  const at = hexId(state, address)
  return { address, at, used, capacity, own, delta: used - had, level: used / capacity, ownLevel: own / capacity }
}

function arenaRow(
  state: DecodedState,
  { address, pools, total }: ArenaState,
  own: ReadonlyMap<number, number>,
): ArenaRow {
  const cells = Array.from({ length: total }, (_, i): ArenaRow['cells'][number] => {
    const pool = pools[i]
    if (!pool) return 'uncut'
    if (pool.used === 0) return 'free'
    return own.has(pool.address) ? 'program' : 'used'
  })
  const inUse = pools.filter(({ used }) => used > 0).length
  return { at: hexId(state, address), total, inUse, cells }
}

/** The pool to show, by its address; 0 where nothing speaks for one. */
function choosePool(
  state: DecodedState,
  before: DecodedState | null,
  pools: readonly PoolState[],
  { pool, object, last }: MemoryWish,
): number {
  const there = new Set(pools.map(({ address }) => address))
  const poolOf = (address: number) => (there.has(poolOfAddress(address)) ? poolOfAddress(address) : 0)
  if (there.has(pool)) return pool
  if (object !== 0 && state.objects.has(object) && poolOf(object) !== 0) return poolOf(object)
  if (before) {
    const came = [...state.own].filter((o) => !before.own.has(o) && poolOf(o) !== 0)
    const went = [...before.own].filter((o) => !state.own.has(o) && poolOf(o) !== 0)
    const told = [...came.filter((o) => state.userObjects.has(o)), ...went.filter((o) => before.userObjects.has(o))]
    if (told.length > 0) return mostOften(told.map(poolOf))
  }
  if (there.has(last)) return last
  const isMade = (o: number) => state.own.has(o) && poolOf(o) !== 0 && state.objects.get(o)?.kind !== 'module'
  const named = state.globals.find(({ value }) => isMade(value))
  return named ? poolOf(named.value) : 0
}

/** The number that is there most often, the first of several. */
function mostOften(numbers: readonly number[]): number {
  const times = new Map<number, number>()
  for (const number of numbers) times.set(number, (times.get(number) ?? 0) + 1)
  return [...times].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
}

function placeOf(state: DecodedState, pools: readonly PoolState[], object: number): SelectedPlace | null {
  const found = object === 0 ? undefined : state.objects.get(object)
  if (!found) return null
  const pool = poolOfAddress(object)
  const isPooled = pools.some(({ address }) => address === pool)
  const isStatic = found.immortal && found.builtin
  const place = isPooled ? 'pool' : isStatic ? 'static' : 'large'
  return { type: found.typeName, place, at: hexId(state, object), pool: isPooled ? pool : 0 }
}
