// The map of memory, on real runs: its numbers are the interpreter's own, nothing covers anything else, and each object is
// found at its address.

import { globSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readExample } from '../course/example.ts'
import { runExample, versions } from '../course/run.ts'
import { PoolHeader } from '../simulator/heap/structs.ts'
import { findProfile } from '../simulator/profiles/index.ts'
import { RECORD, simulate } from '../simulator/simulate.ts'
import { arenasOf, poolOfAddress } from '../trace/pools.ts'
import { CHART } from './chart.ts'
import { type MemoryScene, MOST_TILES, memoryScene } from './memory.ts'
import { POOL_WIDTH, type PoolPicture } from './pool.ts'
import type { Box } from './scene.ts'
import { Viewer } from './view.ts'

const names = globSync('content/examples/{arenas,pinned,collector,generations}/*.py')
  .map((file) => file.slice('content/examples/'.length, -'.py'.length))
  .sort()

const nothing = { pool: 0, object: 0, last: 0, grain: 'line' as const }
const viewerOf = (name: string, python?: string): Viewer =>
  runExample(readExample(name), python).viewer ?? expect.fail(`${name} leaves no trace`)
/** Steps all over a run. */
const some = (last: number) => [...new Set(Array.from({ length: 6 }, (_, i) => Math.round((last * i) / 5)))]
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** What `sys._debugmallocstats` says of each size class: pools, blocks in use, blocks available. */
function reported(stderr: string): Map<number, string> {
  const rows = [...stderr.matchAll(/^ +\d+ +(\d+) +(\d+) +(\d+) +(\d+)$/gm)]
  return new Map(rows.map(([, size, pools, used, available]) => [Number(size), `${pools} ${used} ${available}`]))
}

describe.each(versions)('under %s', (version) => {
  const python = version
  test('the size classes are those of sys._debugmallocstats', () => {
    const profile = findProfile(python)
    const source = [
      'import sys',
      'rows = [[n] * n for n in range(40)]',
      'del rows[::2]',
      "texts = ['a' * n for n in range(300)]",
      'sys._debugmallocstats()',
      '',
    ].join('\n')
    const run = simulate({ source, ...(profile && { profile }), record: RECORD })
    const viewer = new Viewer(run.trace ?? expect.fail('no trace'))
    const line = viewer.moments.findIndex((moment) => viewer.trace.steps.line[moment] === 5)
    const { image } = viewer.state(viewer.moments[line])
    const found = new Map<number, string>()
    for (const size of [...reported(run.stderr).keys()]) {
      const pools = arenasOf(image).flatMap((arena) =>
        arena.pools.filter((pool) => pool.size === size && pool.used > 0),
      )
      const used = pools.reduce((n, pool) => n + pool.used, 0)
      const all = pools.reduce((n, pool) => n + pool.capacity, 0)
      found.set(size, `${pools.length} ${used} ${all - used}`)
    }
    expect(found.size).toBeGreaterThan(10)
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(reported(run.stderr)))
    // The map adds up to the same: what it draws and what it only counts.
    const scene = memoryScene(viewer, { ...nothing, step: line })
    expect(blocksOf(scene)).toBe(
      [...reported(run.stderr).values()].reduce((n, row) => n + Number(row.split(' ')[1]), 0),
    )
  })
})

const blocksOf = ({ classes, quiet }: MemoryScene) => classes.reduce((n, { used }) => n + used, quiet.used)

/** What is wrong with a pool's picture. */
function problemsOf(picture: PoolPicture, viewer: Viewer, moment: number): string[] {
  const { image } = viewer.state(moment)
  const { counts, blocks, header } = picture
  const problems: string[] = []
  const claim = (holds: boolean, problem: string) => holds || problems.push(`${picture.at}: ${problem}`)
  claim(counts.object + counts.table + counts.kept + counts.other === picture.used, 'blocks given out')
  claim(counts.free + counts.untouched === picture.capacity - picture.used, 'blocks to give out')
  claim(blocks.length === picture.capacity, 'number of blocks')
  blocks.forEach((block, i) => {
    claim(block.x + block.width <= POOL_WIDTH && block.y + block.height <= picture.height, `block ${i} sticks out`)
    claim(!overlap(block, header), `block ${i} covers the header`)
    const next = blocks[i + 1]
    claim(!next || (next.address - block.address === picture.size && !overlap(block, next)), `block ${i} and the next`)
    claim(block.order !== 1 || image.load(picture.address + PoolHeader.freeblock) === block.address, 'freeblock')
  })
  return problems
}

test('there are programs to look at', () => expect(names.length).toBe(18))

describe.each(names)('%s', (name) => {
  test('every block drawn as given out is, in every pool the map shows', () => {
    const viewer = viewerOf(name)
    for (const step of some(viewer.last)) {
      const scene = memoryScene(viewer, { ...nothing, step })
      const moment = scene.moment
      const pools = arenasOf(viewer.state(moment).image).flatMap((arena) => arena.pools)
      expect(blocksOf(scene)).toBe(pools.reduce((n, { used }) => n + used, 0))
      for (const { tiles } of scene.classes) {
        for (const tile of tiles) {
          const { pool } = memoryScene(viewer, { ...nothing, step, pool: tile.address })
          if (!pool) expect.fail('the pool is not shown')
          expect(pool.address).toBe(tile.address)
          expect(problemsOf(pool, viewer, moment)).toEqual([])
          expect(pool.counts.object + pool.counts.table).toBe(tile.own)
        }
      }
    }
  })

  test('no pool that is only counted holds anything of the program, but where there is no room for more', () => {
    const viewer = viewerOf(name)
    for (const step of some(viewer.last)) {
      const scene = memoryScene(viewer, { ...nothing, step })
      const drawn = new Set(scene.classes.flatMap(({ tiles }) => tiles.map(({ address }) => address)))
      const state = viewer.state(scene.moment)
      const crowded = new Set(scene.classes.filter(({ more }) => more.pools > 0).map(({ size }) => size))
      const pools = arenasOf(state.image).flatMap((arena) => arena.pools)
      const inPools = new Set(pools.filter(({ size }) => !crowded.has(size)).map(({ address }) => address))
      for (const o of state.own) {
        const pool = poolOfAddress(o)
        if (inPools.has(pool)) expect(drawn.has(pool), `${state.objects.get(o)?.typeName} at ${o}`).toBe(true)
      }
    }
  })

  test('the object that is selected is found at its address', () => {
    const viewer = viewerOf(name)
    const state = viewer.state(viewer.exit)
    for (const object of [...state.userObjects].filter((o) => state.own.has(o)).slice(0, 40)) {
      const { selected, pool } = memoryScene(viewer, { ...nothing, step: viewer.last, object })
      expect(selected?.at).toBe(`0x${state.image.id(object).toString(16)}`)
      if (selected?.place !== 'pool') continue
      const block = pool?.blocks.find((box) => box.object === object && box.state === 'object')
      if (!block || !pool) expect.fail(`no block of ${object}`)
      expect(object - block.address).toBe(state.image.preheader(state.image.typeOf(object)))
    }
  })

  test('the charts stay in their frame and say what the step has', () => {
    const viewer = viewerOf(name)
    for (const step of some(viewer.last)) {
      const scene = memoryScene(viewer, { ...nothing, step })
      for (const { points, mark, now, least, most, kind } of scene.charts) {
        for (const [x, y] of [...points, [mark.x, mark.y] as const]) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(CHART.width)
          expect(y).toBeGreaterThanOrEqual(0)
          expect(y).toBeLessThanOrEqual(CHART.height)
        }
        expect(now >= least && now <= most).toBe(true)
        if (kind === 'pools') expect(now).toBe(scene.quiet.pools + scene.classes.reduce((n, row) => n + row.pools, 0))
      }
    }
  })
})

test('a block that was freed last is given out first', () => {
  const viewer = viewerOf('arenas/same-class')
  const line = (wanted: number) => viewer.moments.findIndex((moment) => viewer.trace.steps.line[moment] === wanted)
  const place = (step: number) =>
    viewer.state(viewer.moments[step]).globals.find(({ name }) => name === 'a')?.value ?? 0
  const object = place(line(4))
  const freed = memoryScene(viewer, { ...nothing, step: line(5), pool: poolOfAddress(object) }).pool
  const block = freed?.blocks.find(({ address }) => object - address >= 0 && object - address < (freed?.size ?? 0))
  expect(block?.state).toBe('free')
  expect(block?.order).toBe(1)
  expect(block?.change).toBe('given')
})

test('of many pools some are drawn, and none is lost', () => {
  const run = simulate({ source: 'rows = [bytes([n % 7]) * 470 for n in range(3000)]\n', record: RECORD })
  const viewer = new Viewer(run.trace ?? expect.fail('no trace'))
  const scene = memoryScene(viewer, { ...nothing, step: viewer.last })
  const pools = arenasOf(viewer.state(scene.moment).image).flatMap((arena) => arena.pools)
  const row = scene.classes.find(({ size }) => size === 512) ?? expect.fail('no such class')
  expect(scene.arenas.length).toBeGreaterThan(1)
  expect(row.tiles.length).toBeGreaterThanOrEqual(MOST_TILES)
  expect(row.tiles.length + row.more.pools + row.quiet.pools).toBe(pools.filter(({ size }) => size === 512).length)
  expect(row.own).toBeGreaterThanOrEqual(3000)
  expect(blocksOf(scene)).toBe(pools.reduce((n, { used }) => n + used, 0))
})

test('what pymalloc does not serve is said to lie elsewhere', () => {
  const run = simulate({ source: 'a = bytes(2000)\nb = bytes(20)\nc = len\n', record: RECORD })
  const viewer = new Viewer(run.trace ?? expect.fail('no trace'))
  const value = (name: string) => viewer.state(viewer.exit).globals.find((global) => global.name === name)?.value ?? 0
  const place = (name: string) =>
    memoryScene(viewer, { ...nothing, step: viewer.last, object: value(name) }).selected?.place
  expect(place('a')).toBe('large')
  expect(place('b')).toBe('pool')
})
