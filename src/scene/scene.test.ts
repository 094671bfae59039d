// The picture, on real runs of the course's examples: an object has one home for life, nothing covers anything else, and
// each count is the sum of its ledger.

import { globSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readExample } from '../course/example.ts'
import { runExample, versions } from '../course/run.ts'
import { simulate } from '../simulator/simulate.ts'
import { ledger, ownedCount } from '../trace/query.ts'
import { brokenLaws } from './laws.ts'
import { nameOfArrow, type ObjectBox } from './scene.ts'
import { type View, Viewer } from './view.ts'

const names = globSync('content/examples/**/*.py')
  .map((file) => file.slice('content/examples/'.length, -'.py'.length))
  .sort()

function viewerOf(name: string, python?: string): Viewer {
  return runExample(readExample(name), python).viewer ?? expect.fail(`${name} leaves no trace`)
}

/** Every step; of a run that goes round thousands of times the first ones. */
const viewsOf = (viewer: Viewer): View[] =>
  Array.from({ length: Math.min(viewer.last + 1, 200) }, (_, step) => viewer.at(step))

const show = ({ type, address, x, y, width, height }: ObjectBox) =>
  `${type} ${address} (${x}, ${y}, ${width}, ${height})`

test('there are examples', () => expect(names.length).toBeGreaterThan(10))

describe.each(names)('%s', (name) => {
  let views: readonly View[] = []
  beforeAll(() => {
    views = viewsOf(viewerOf(name))
  })
  afterAll(() => {
    views = []
  })

  test('an object has one home, from its first step to its last, and only the unreachable are adrift from it', () => {
    const homes = new Map<string, ObjectBox>()
    const moved: string[] = []
    for (const { scene } of views) {
      for (const box of scene.objects) {
        const home = homes.get(box.life)
        const moves = home && (home.x - home.drift !== box.x - box.drift || home.y !== box.y)
        if (moves) moved.push(`${show(home)}, ${show(box)}`)
        if (box.state !== 'freed') expect(box.drift > 0, show(box)).toBe(box.state === 'unreachable')
        homes.set(box.life, box)
      }
    }
    expect(moved).toEqual([])
  })

  test('no box covers another, no arrow crosses a box or label that is not its own, all is inside the picture', () => {
    const broken = views.flatMap(({ scene, step }) => brokenLaws(scene).map((what) => `${step}: ${what}`))
    expect(broken).toEqual([])
  })

  test('an arrow ends at a box that is drawn, and starts at a row that leads there', () => {
    for (const { scene } of views) {
      for (const arrow of scene.arrows) {
        const to = scene.objects.find(({ address }) => address === arrow.to)
        expect(to?.state).not.toBe('freed')
        expect(to).toBeDefined()
        const from = [...scene.frames, ...scene.objects].find(({ address }) => address === arrow.from)
        if (arrow.kind !== 'weak') expect(from?.rows[arrow.row].target).toBe(arrow.to)
      }
    }
  })

  test('the count in a box is the number of its owning holders, and the change since the step before', () => {
    let before = new Map<number, ObjectBox>()
    for (const { scene } of views) {
      const now = new Map<number, ObjectBox>()
      for (const box of scene.objects) {
        if (box.state === 'freed' || box.immortal) continue
        expect(box.holders.filter(({ owned }) => owned).length, show(box)).toBe(box.refcnt)
        const old = before.get(box.address)
        if (old && box.state === 'alive') {
          expect(box.life).toBe(old.life)
          expect(box.delta).toBe(box.refcnt - old.refcnt)
        }
        now.set(box.address, box)
      }
      before = now
    }
  })
})

test.each(versions)('%s: every mortal object of every step is held as often as it counts', (python) => {
  for (const name of names.filter((each) => /^(caches|calls)\//.test(each))) {
    const viewer = viewerOf(name, python)
    for (const moment of viewer.moments) {
      const state = viewer.state(moment)
      for (const { address, refcnt, immortal, repr } of state.objects.values()) {
        if (!immortal && ownedCount(ledger(state, address)) !== refcnt) expect.fail(`${name}, ${moment}: ${repr}`)
      }
    }
  }
})

test('what dies stays one step as a ghost; what only a ring holds is adrift until it is collected', () => {
  const { labels } = readExample('cycles/list-ring')
  const viewer = viewerOf('cycles/list-ring')
  const lists = (label: string) =>
    viewer.at(viewer.momentAfter(labels.get(label) ?? 0)).scene.objects.filter(({ type }) => type === 'list')
  const states = (label: string) => lists(label).map(({ state }) => state)
  expect(states('count-b')).toEqual(['alive', 'alive'])
  expect(states('forget-b')).toEqual(['unreachable', 'unreachable'])
  expect(states('collect')).toEqual(['freed', 'freed'])
  expect(lists('collect').every(({ refcnt, holders }) => refcnt === 0 && holders.length === 0)).toBe(true)
})

test('the names of the program stay in one box, and their arrows keep their names, when the program has ended', () => {
  const viewer = viewerOf('names/alias')
  const [before, after] = [viewer.at(viewer.last - 1).scene, viewer.at(viewer.last).scene]
  expect(after.frames.map(({ address }) => address)).toEqual(before.frames.map(({ address }) => address))
  expect(after.arrows.length).toBeGreaterThan(0)
  expect(after.arrows.map(nameOfArrow)).toEqual(before.arrows.map(nameOfArrow))
})

test('a row that moves up when another goes keeps its arrow: it is not new, and has the name it had', () => {
  const { trace } = simulate({ source: 'a = []\nb = []\ndel a\nc = b\n', record: { grain: 'line' } })
  const viewer = new Viewer(trace ?? expect.fail('no trace'))
  const arrowsTo = (line: number) => viewer.at(viewer.momentAfter(line)).scene.arrows
  const [second] = arrowsTo(3)
  expect(arrowsTo(3).map(({ row, label, isNew }) => [row, label, isNew])).toEqual([[0, 'b', false]])
  expect(arrowsTo(2).map(nameOfArrow)).toContain(nameOfArrow(second))
  expect(arrowsTo(4).map(({ label, isNew }) => [label, isNew])).toEqual([
    ['b', false],
    ['c', true],
  ])
})

test('what is in a deque is drawn as what is in a list is', () => {
  const source = 'from collections import deque\nwaiting = deque([[1], [2]], maxlen=5)\nwaiting.rotate()\n'
  const { trace } = simulate({ source, record: { grain: 'line' } })
  const viewer = new Viewer(trace ?? expect.fail('no trace'))
  const { objects } = viewer.at(viewer.last).scene
  const rows = objects.find(({ type }) => type === 'collections.deque')?.rows ?? []
  const items = rows.map(({ label, target }) => [
    label,
    objects.find(({ address }) => address === target)?.rows[0].text,
  ])
  expect(items).toEqual([
    ['0', '2'],
    ['1', '1'],
  ])
})

test('frames of threads that wait stand below those of the main thread, the first of each under its number', () => {
  const viewer = viewerOf('threads/waiting')
  const framesAfter = (label: string) => {
    const line = readExample('threads/waiting').labels.get(label) ?? 0
    return viewer
      .at(viewer.momentAfter(line))
      .scene.frames.map(({ title, thread, running }) => [title, thread, running])
  }
  expect(framesAfter('meet')).toEqual([
    ['global names', 0, true],
    ['read()', 1, false],
  ])
  expect(framesAfter('after')).toEqual([['global names', 0, true]])
})
