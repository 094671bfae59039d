// The laws of the layout on graphs of any shape, and on programs that are larger or stranger than a lesson's.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { brokenLaws } from './laws.ts'
import { type Drawn, placeAll } from './place.ts'
import { type Link, ROOMY, waysOf } from './route.ts'
import { ROW, TITLE } from './rows.ts'
import type { Arrow, FrameBox, ObjectBox, Scene } from './scene.ts'

interface Thing {
  readonly rows: readonly number[]
  readonly from: number
  readonly lasts: number
  readonly width: number
}

const STEPS = 12
const things = fc.array(
  fc.record({
    rows: fc.array(fc.nat(39), { maxLength: 9 }),
    from: fc.nat(STEPS - 1),
    lasts: fc.nat(STEPS),
    width: fc.integer({ min: 104, max: 280 }),
  }),
  { minLength: 1, maxLength: 40 },
)
const names = fc.array(fc.nat(39), { minLength: 1, maxLength: 25 })

/** The scenes of a run in which each thing comes, holds what its rows say, and goes. */
function scenesOf(graph: readonly Thing[], held: readonly number[], looked: number): Scene[] {
  const height = ({ rows }: Thing) => TITLE + rows.length * ROW + (rows.length > 0 ? 6 : 0)
  const isThere = ({ from, lasts }: Thing, step: number) => from <= step && step <= from + lasts
  const drawnAt = (step: number): Drawn => ({
    boxes: graph.flatMap((thing, i) =>
      // Some are never looked at before they are drawn.
      isThere(thing, step) && i % 7 !== looked
        ? [{ life: `${i}:`, width: thing.width, height: height(thing), until: thing.from + thing.lasts + 1 }]
        : [],
    ),
    edges: graph.flatMap(({ rows }, i) => rows.map((to) => [`${i}:`, `${to}:`] as const)),
  })
  const places = placeAll(
    Array.from({ length: STEPS }, (_, i) => i),
    drawnAt,
  )
  return Array.from({ length: STEPS }, (_, step) => {
    const alive = new Set(graph.flatMap((thing, i) => (isThere(thing, step) ? [i] : [])))
    const objects = [...alive].map((i) => {
      const size = { width: graph[i].width, height: height(graph[i]) }
      const home = places.get(`${i}:`, size)
      const box = { x: home.x, y: home.y, width: Math.min(size.width, home.width), height: size.height }
      return { ...box, address: i + 1, life: `${i}`, title: '' } as ObjectBox
    })
    const frame = { x: 8, y: 8, width: 176, height: TITLE + held.length * ROW, address: 1000, title: 'f' } as FrameBox
    const links: Link[] = []
    const arrows: Omit<Arrow, 'points'>[] = []
    const add = (from: ObjectBox | FrameBox, rows: readonly number[]) => {
      for (const [row, target] of rows.entries()) {
        const to = objects.find(({ address }) => address === target + 1)
        if (!to) continue
        const y = from.y + TITLE + row * ROW + ROW / 2
        links.push({
          from,
          x: from.x + from.width - 12,
          y,
          to,
          end: to.y + TITLE / 2,
          mark: target,
          passing: from === frame,
        })
        arrows.push({ from: from.address, row, label: String(row), to: target + 1, kind: 'owned', isNew: false })
      }
    }
    add(frame, held)
    for (const box of objects) add(box, graph[box.address - 1].rows)
    const ways = waysOf(places.columns, [frame, ...objects], links)
    const drawn = arrows.map((arrow, i) => ({ ...arrow, points: ways[i] }))
    return { width: 1e6, height: 1e6, frames: [frame], objects, arrows: drawn, told: true, hidden: 0 }
  })
}

/** The lanes in use in the fullest channel of a picture. */
function mostLanes({ arrows, objects }: Scene): number {
  const lefts = [...new Set(objects.map(({ x }) => x))]
  const lanes = new Set(arrows.flatMap(({ points }) => points.slice(1, -1).map(([x]) => x)))
  const channels = Map.groupBy(lanes, (x) => lefts.filter((left) => left <= x).length)
  return Math.max(0, ...[...channels.values()].map(({ length }) => length))
}

describe('graphs of any shape', () => {
  test('no two boxes overlap, no arrow crosses a box or label that is not its own', () => {
    fc.assert(
      fc.property(things, names, fc.nat(9), (graph, held, looked) => {
        for (const scene of scenesOf(graph, held, looked)) expect(brokenLaws(scene)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('a name that leads elsewhere moves no arrow of an object, where a channel is not full', () => {
    fc.assert(
      fc.property(things, fc.nat(39), fc.nat(39), (graph, here, there) => {
        const [before, after] = [here, there].map((held) => scenesOf(graph, [held], 9))
        const ofObjects = ({ arrows }: Scene) => arrows.filter(({ from }) => from !== 1000)
        let compared = 0
        for (const [step, scene] of before.entries()) {
          if (mostLanes(scene) > ROOMY || mostLanes(after[step]) > ROOMY) continue
          compared++
          expect(ofObjects(scene)).toEqual(ofObjects(after[step]))
        }
        fc.pre(compared > 0)
      }),
      { numRuns: 300 },
    )
  })

  test('homes do not move, and an arrow begins and ends where it says', () => {
    fc.assert(
      fc.property(things, names, fc.nat(9), (graph, held, looked) => {
        const homes = new Map<string, string>()
        for (const { objects, arrows } of scenesOf(graph, held, looked)) {
          for (const { life, x, y } of objects) {
            expect(homes.get(life) ?? `${x} ${y}`).toBe(`${x} ${y}`)
            homes.set(life, `${x} ${y}`)
          }
          for (const { to, points } of arrows) {
            const box = objects.find(({ address }) => address === to)
            const [x, y] = points[points.length - 1]
            expect([(box?.x ?? 0) - 2, (box?.x ?? 0) + (box?.width ?? 0) + 2]).toContain(x)
            expect(y).toBe((box?.y ?? 0) + TITLE / 2)
          }
        }
      }),
      { numRuns: 100 },
    )
  })
})
