// The collector's lanes and phases, on real runs under every version: the copies are copies, what is subtracted are the
// references from inside, what is held unreachable is what dies.

import { globSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readExample } from '../course/example.ts'
import { runExample, versions } from '../course/run.ts'
import { findProfile } from '../simulator/profiles/index.ts'
import { RECORD, simulate } from '../simulator/simulate.ts'
import { ledger } from '../trace/query.ts'
import { StepKind } from '../trace/trace.ts'
import { type CandidateRow, collectorScene, type Shown } from './collector.ts'
import { Viewer } from './view.ts'

const names = globSync('content/examples/{collector,generations}/*.py')
  .map((file) => file.slice('content/examples/'.length, -'.py'.length))
  .sort()

const viewerOf = (name: string, python?: string): Viewer =>
  runExample(readExample(name), python).viewer ?? expect.fail(`${name} leaves no trace`)

/** The collections of a run, each phase as it is shown just after it was done. */
function walks(viewer: Viewer): { readonly shown: Shown; readonly moment: number }[][] {
  const collections: { shown: Shown; moment: number }[][] = []
  const last = viewer.at(0, 'instruction').last
  for (let step = 0; step <= last; step++) {
    if (viewer.trace.steps.kind[viewer.momentOf(step, 'instruction')] !== StepKind.phase) continue
    const { shown, moment } = collectorScene(viewer, { step, grain: 'instruction' })
    // What the interpreter collects when the program is over is not the program's.
    if (!shown?.inside) continue
    const [phases = []] = [collections[shown.number - 1]]
    collections[shown.number - 1] = [...phases, { shown, moment }]
  }
  return collections.filter((phases) => phases !== undefined)
}

const phaseIn = (phases: ReturnType<typeof walks>[number], wanted: string) =>
  phases.find(({ shown }) => shown.phases[shown.current].phase === wanted) ?? expect.fail(`no ${wanted}`)

test('there are programs to look at', () => expect(names.length).toBe(11))

describe.each(versions.flatMap((version) => names.map((name) => [name, version] as const)))(
  '%s under %s',
  (name, version) => {
    test('the phases do what they say', () => {
      const viewer = viewerOf(name, version)
      for (const phases of walks(viewer)) {
        expect(phases.map(({ shown }) => shown.phases[shown.current])).toEqual(phases[0].shown.phases)
        const copied = phaseIn(phases, 'update_refs').shown
        for (const row of copied.rows) expect(row.gcRefs, row.name).toBe(row.refcnt)
        const subtracted = phaseIn(phases, 'subtract_refs')
        const state = viewer.state(subtracted.moment)
        for (const row of subtracted.shown.rows.filter(({ type }) => type === 'list')) {
          const inside = ledger(state, row.object).filter(
            ({ owned, from }) => owned && state.collector.gcRefs.has(from),
          )
          expect(row.gcRefs, row.name).toBe((row.refcnt ?? 0) - inside.length)
        }
        const apart = phaseIn(phases, 'handle_resurrected').shown.rows.filter(({ list }) => list === 'unreachable')
        const end = phaseIn(phases, 'delete_garbage').shown
        const gone = end.rows.filter(({ list }) => list === 'freed')
        const objects = (rows: readonly CandidateRow[]) => rows.map(({ object }) => object)
        if (!readExample(name).display.includes('DEBUG_SAVEALL')) expect(objects(gone)).toEqual(objects(apart))
        expect(end.collected).toBeGreaterThanOrEqual(apart.length)
      }
    })

    test('every step has its lanes, with the objects where their lists have them', () => {
      const viewer = viewerOf(name, version)
      for (let step = 0; step <= viewer.last; step++) {
        const { lanes, moment } = collectorScene(viewer, { step, grain: 'line' })
        const { collector } = viewer.state(moment)
        expect(lanes.slice(0, 3).map(({ count }) => count)).toEqual(collector.counts)
        for (const { generation, own, objects, level } of lanes) {
          expect(objects).toBe(collector.generations[generation].length)
          expect(own.every(({ object }) => collector.generations[generation].includes(object))).toBe(true)
          if (level !== null) expect(level >= 0 && level <= 1).toBe(true)
        }
      }
    })
  },
)

describe.each(versions)('under %s', (version) => {
  test('the thresholds are those gc.get_threshold prints', () => {
    const viewer = viewerOf('generations/counts', version)
    const { lanes } = collectorScene(viewer, { step: viewer.last, grain: 'line' })
    const printed = viewer.at(viewer.last).stdout.split('\n')[0]
    expect(
      `(${lanes
        .slice(0, 3)
        .map(({ threshold }) => threshold)
        .join(', ')})`,
    ).toBe(printed)
  })

  test('a collection collects what gc.collect returns', () => {
    const viewer = viewerOf('collector/two-rings', version)
    const { shown, collections } = collectorScene(viewer, { step: viewer.last, grain: 'line' })
    expect(shown?.collected).toBe(2)
    expect(shown?.asked).toBe(true)
    // Three are asked for; where the start leaves the youngest generation nearly full, one has run before.
    expect(collections).toBeGreaterThanOrEqual(3)
    expect(shown?.number).toBe(collections)
  })

  test('finalizers and weak references are told in their phases', () => {
    const source = [
      'import gc, weakref',
      'class Node:',
      '    def __del__(self):',
      '        pass',
      'gc.collect()',
      'node = Node()',
      'node.itself = node',
      'look = weakref.ref(node, print)',
      'del node',
      'gc.collect()',
      '',
    ].join('\n')
    const profile = findProfile(version)
    const run = simulate({ source, ...(profile && { profile }), record: RECORD })
    const phases = walks(new Viewer(run.trace ?? expect.fail('no trace'))).at(-1) ?? []
    const said = (phase: string) => phaseIn(phases, phase).shown.said[0].params
    expect(said('handle_weakrefs').weakrefs).toBe(1)
    expect(said('finalize_garbage').finalizers).toBe(1)
    expect(Number(said('delete_garbage').freed)).toBeGreaterThan(0)
  })
})

test('a run without a collection shows none', () => {
  const run = simulate({ source: 'a = []\n', record: RECORD })
  const viewer = new Viewer(run.trace ?? expect.fail('no trace'))
  expect(collectorScene(viewer, { step: viewer.last, grain: 'line' }).shown).toBeNull()
})
