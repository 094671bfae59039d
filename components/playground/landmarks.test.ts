// What is told of a chosen object wherever the learner jumps, asked of real runs.

import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { parseExample } from '../../src/course/example.ts'
import { runExample } from '../../src/course/run.ts'
import { marksOf, timelineOf } from '../../src/scene/timeline.ts'
import type { View } from '../../src/scene/view.ts'
import type { Simulator } from '../../src/simulator/client.ts'
import { Landmarks } from './landmarks.ts'

const source = `a = []
${'b = a\ndel b\n'.repeat(12)}del a
c = []
d = c
`

/** A session's landmarks on a run in this thread instead of a worker's. */
function landmarksOf(text: string) {
  const viewer = runExample(parseExample('made', text)).viewer ?? expect.fail('no trace')
  const asked: number[] = []
  const simulator: Pick<Simulator, 'marks' | 'timeline' | 'traceback'> = {
    marks: async (grain, lines) => marksOf(viewer, grain, lines),
    timeline: async (address, step, grain) => {
      asked.push(step)
      return timelineOf(viewer, address, step, grain)
    },
    traceback: async () => [],
  }
  const view = signal<View | null>(viewer.at(1))
  const landmarks = new Landmarks(simulator as Simulator, { view, ran: signal(true), runs: signal(1) })
  const go = async (step: number) => {
    view.value = viewer.at(step)
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { viewer, landmarks, go, asked }
}

test.each([1, 2])('an object chosen at step %i tells of its death when the learner jumps past it', async (from) => {
  const { viewer, landmarks, go, asked } = landmarksOf(source)
  await go(from)
  const list = viewer.at(from).scene.objects.find(({ type }) => type === 'list') ?? expect.fail('no list')
  landmarks.choose(list.address)
  await go(from)
  const known = landmarks.timeline.value ?? expect.fail('no timeline')
  expect(known.changes.at(-1)?.to, 'the death is far from here').not.toBe(0)
  for (const to of [viewer.last, known.died]) {
    await go(to)
    const { changes, steps } = landmarks.timeline.value ?? expect.fail('no timeline')
    expect(changes.at(-1)).toMatchObject({ step: known.died, from: 1, to: 0 })
    expect(changes.at(-2)?.step).toBe(steps.at(-2))
    await go(from)
    expect(landmarks.timeline.value?.changes[0].step).toBe(known.born)
  }
  const before = asked.length
  await go(known.died)
  await go(viewer.last)
  expect(asked.length, 'what is known is not asked for again').toBe(before + 1)
  landmarks.stop()
})
