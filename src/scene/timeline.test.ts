// Marks and timelines of real runs, in the steps of a view: where they lead, a view shows what they say.

import { expect, test } from 'vitest'
import { parseExample } from '../course/example.ts'
import { runExample } from '../course/run.ts'
import { MOST_CHANGES, marksOf, timelineOf } from './timeline.ts'
import type { Grain } from './view.ts'

const grains: readonly Grain[] = ['line', 'instruction', 'count']

const source = `a = [1]
b = a
print('two names')
def f(x):
    y = x
    raise ValueError(y)

try:
    f(a)
except ValueError:
    print('caught')
del a
del b
print('gone')
`

function viewerOf(text: string) {
  return runExample(parseExample('made', text)).viewer ?? expect.fail('no trace')
}
const viewer = viewerOf(source)

test.each(grains)('by %s, a mark leads to the view that shows what is marked', (grain) => {
  const marks = marksOf(viewer, grain, [5])
  expect(marks.output).toHaveLength(3)
  for (const step of marks.output) {
    expect(viewer.at(step, grain).stdout).not.toBe(viewer.at(step - 1, grain).stdout)
  }
  expect(marks.free.length).toBeGreaterThan(0)
  expect(marks.exception.length).toBeGreaterThan(0)
  if (grain !== 'count') for (const step of marks.breakpoint) expect(viewer.at(step, grain).next).toBe(5)
  expect(marks.breakpoint).toHaveLength(1)
})

test('a stop that the program asks for is a breakpoint, and its step says so', () => {
  const asking = viewerOf(
    'import pdb\na = [1]\nbreakpoint()\nb = a\ndef f():\n    pdb.set_trace()\n    return 1\nf()\n',
  )
  for (const grain of ['line', 'instruction'] as const) {
    const { breakpoint } = marksOf(asking, grain, [])
    const says = asking
      .momentsBy(grain)
      .flatMap((_, step) =>
        asking.at(step, grain).sentences.some(({ key }) => key === 'say.breakpoint') ? [step] : [],
      )
    expect(breakpoint).toHaveLength(2)
    expect(says).toEqual(breakpoint)
  }
  expect(marksOf(asking, 'line', []).breakpoint.map((step) => asking.at(step).next)).toEqual([4, 7])
  expect(marksOf(asking, 'line', [5]).breakpoint).toHaveLength(3)
  expect(marksOf(viewer, 'line', []).breakpoint).toEqual([])
})

test('the step that is marked as freeing says so', () => {
  const { free } = marksOf(viewer, 'line', [])
  const says = free.map((step) => viewer.at(step).sentences.some(({ key }) => key === 'say.freed'))
  expect(says).toContain(true)
})

test('by changes of a count, each step shows another count than the step before', () => {
  const last = viewer.momentsBy('count').length - 1
  expect(last).toBeGreaterThan(5)
  expect(last).toBeLessThan(viewer.momentsBy('instruction').length - 1)
  for (let step = 1; step < last; step++) {
    const { sentences, ran } = viewer.at(step, 'count')
    expect(sentences.map(({ key }) => key)).not.toContain('say.nothing')
    expect(ran).toBeGreaterThan(0)
  }
})

test.each(grains)('by %s, the timeline of an object is the count its box shows, at every step of its life', (grain) => {
  const step = viewer.stepAt(viewer.moments[viewer.momentAfter(2)], grain)
  const box = viewer.at(step, grain).scene.objects.find(({ type }) => type === 'list') ?? expect.fail('no list')
  const timeline = timelineOf(viewer, box.address, step, grain) ?? expect.fail('no timeline')
  expect(timeline.born).toBeLessThan(step)
  expect(timeline.died).toBeGreaterThan(step)
  expect(timeline.counts.at(-1)).toBe(0)
  for (let at = timeline.born; at < timeline.died; at++) {
    const shown = viewer.at(at, grain).scene.objects.find(({ address }) => address === box.address)
    const count = timeline.counts[timeline.steps.findLastIndex((changed) => changed <= at)]
    if (shown) expect(count, `step ${at}`).toBe(shown.refcnt)
  }
  const gone = viewer.at(timeline.died, grain).scene.objects.find(({ address }) => address === box.address)
  expect(gone === undefined || gone.state === 'freed' || gone.state === 'new').toBe(true)
})

test('each change is told with who took up or gave up a reference', () => {
  const step = viewer.momentAfter(2)
  const { address } = viewer.at(step).scene.objects.find(({ type }) => type === 'list') ?? expect.fail('no list')
  const { changes } = timelineOf(viewer, address, step, 'line') ?? expect.fail('no timeline')
  expect(changes.length).toBeGreaterThan(3)
  for (const { from, to, gained, lost } of changes) expect(gained.length - lost.length).toBe(to - from)
  const named = (rows: readonly { label: readonly (string | number)[] }[]) => rows.map(({ label }) => label.at(-1))
  expect(named(changes[0].gained)).toEqual(['a'])
  expect(changes.find(({ line }) => line === 2)?.gained.map(({ label }) => label.at(-1))).toEqual(['b'])
  expect(named(changes.at(-1)?.lost ?? [])).toEqual(['b'])
})

test('what a traceback keeps is not said to be held by the module', () => {
  const kept = viewerOf(
    'box = []\ndef f(x):\n    raise ValueError\n\ntry:\n    f(box)\nexcept ValueError as error:\n    print(error)\n',
  )
  const step = kept.momentAfter(3)
  const holders = kept.at(step).scene.objects.find(({ type }) => type === 'list')?.holders ?? []
  const locals = holders.filter(({ kind }) => kind === 'local')
  expect(locals.length).toBeGreaterThan(0)
  for (const { where } of locals) expect(['frame', 'f']).toContain(where)
})

test('an address that is used again is another timeline', () => {
  const again = viewerOf('for i in range(3):\n    x = [i]\n    x = None\n')
  const lists = Array.from({ length: again.last + 1 }, (_, step) => step).flatMap((step) =>
    again
      .at(step)
      .scene.objects.filter(({ type, state }) => type === 'list' && state !== 'freed')
      .map(({ address }) => [address, step] as const),
  )
  const lives = lists.map(([address, step]) => timelineOf(again, address, step, 'line') ?? expect.fail('none'))
  expect(new Set(lists.map(([address]) => address)).size).toBeLessThan(lives.length)
  lives.forEach(({ born, died }, i) => {
    expect(born).toBeLessThanOrEqual(lists[i][1])
    expect(died).toBeGreaterThan(lists[i][1])
  })
  expect(new Set(lives.map(({ born }) => born)).size).toBe(3)
})

test('of many changes those near the step are told', () => {
  const many = viewerOf('a = []\nkept = []\nfor i in range(200):\n    kept.append(a)\n')
  const step = Math.round(many.last / 2)
  const { address } = many.at(step).scene.objects.find(({ type, rows }) => type === 'list' && rows.length === 0) ?? {}
  const { steps, changes } = timelineOf(many, address ?? 0, step, 'line') ?? expect.fail('no timeline')
  expect(steps.length).toBeGreaterThan(200)
  expect(changes.length).toBeLessThanOrEqual(MOST_CHANGES)
  expect(changes.some((change) => change.step <= step)).toBe(true)
  expect(changes.some((change) => change.step > step)).toBe(true)
})

test('the last view shows all that was printed, also what finalizers print at the exit', () => {
  const text = "class Cup:\n    def __del__(self):\n        print('freed')\ncup = Cup()\nprint('end')\n"
  const left = viewerOf(text)
  for (const grain of grains) {
    const last = left.momentsBy(grain).length - 1
    expect(left.at(last, grain).stdout).toBe('end\nfreed\n')
    expect(left.at(0, grain).stdout).toBe('')
  }
})
