// Marks and lives of real runs, against the states of the same steps: what the log says in one pass is what each state
// shows when it is decoded.

import { describe, expect, test } from 'vitest'
import { parseExample } from '../course/example.ts'
import { runExample } from '../course/run.ts'
import { countSteps, lifeOf } from './counts.ts'
import { happened } from './marks.ts'
import { diff } from './query.ts'
import type { ObjectState } from './state.ts'

const programs: Readonly<Record<string, string>> = {
  'names come and go': "a = [1]\nb = a\ndel a\nc = {'k': b}\ndel b\nc.clear()\nprint(c)\n",
  'an address is used again': 'for i in range(4):\n    x = [i]\n    y = x\n    x = None\n    y = None\n',
  'calls hold their arguments': 'def f(x):\n    y = x\n    return [y]\n\na = [0]\nb = f(a)\nb = f(b)\ndel a\n',
  'a cycle waits for the collector':
    'import gc\nclass Node: pass\na = Node()\na.me = a\ndel a\nprint(gc.collect())\nb = Node()\n',
  'a finalizer lets its object live on':
    'kept = []\nclass Node:\n    def __del__(self):\n        kept.append(self)\na = Node()\ndel a\nprint(len(kept))\nkept.clear()\nb = Node()\n',
  'exceptions pass through frames':
    "def f(x):\n    raise KeyError('k')\n\ndef g():\n    box = [1]\n    f(box)\n\ntry:\n    g()\nexcept KeyError as error:\n    print('caught')\ntry:\n    [].missing\nexcept AttributeError:\n    pass\n",
}

function viewerOf(source: string) {
  return runExample(parseExample('made', source)).viewer ?? expect.fail('no trace')
}

/** What narration and picture leave out, marks leave out. */
const isTold = ({ kind, builtin, typeName }: ObjectState) =>
  kind !== 'atom' && kind !== 'module' && !builtin && !['code', 'frame', 'traceback'].includes(typeName)

describe.each(Object.entries(programs))('%s', (_, source) => {
  const viewer = viewerOf(source)
  const { trace, moments, exit } = viewer
  const told = (moment: number, addresses: readonly number[]) =>
    addresses.filter((address) => {
      const object = viewer.state(moment).objects.get(address)
      return object !== undefined && isTold(object)
    })

  test('frees are marked in the lines after which an object is gone, and in no others', () => {
    const marked = new Set(happened(trace).free.map((step) => moments.findIndex((moment) => moment > step)))
    const gone = moments.flatMap((moment, i) => {
      if (i === 0) return []
      const [before, after] = [viewer.state(moments[i - 1]), viewer.state(moment)]
      // What was there at the start is the module's own code.
      const left = [...before.own].filter((o) => !after.own.has(o) && !viewer.state(0).own.has(o))
      return told(moments[i - 1], left).length > 0 ? [i] : []
    })
    expect([...marked].filter((step) => step >= 0)).toEqual(gone)
  })

  test('the steps of counts are those between which a state shows another count', () => {
    const steps = new Set(countSteps(trace))
    const differing: number[] = []
    for (let step = 0; step < exit; step++) {
      const [before, after] = [viewer.state(step), viewer.state(step + 1)]
      const { created, freed, changed } = diff(before, after, isTold)
      const count = told(step + 1, created).length + told(step, freed).length + changed.length
      if (count > 0) differing.push(step)
    }
    expect(differing.filter((step) => !steps.has(step))).toEqual([])
    expect(differing.length).toBeGreaterThan(2)
  })

  test('the life of each object has the counts of the states, from its birth to its death', () => {
    const known = new Map<number, number>()
    let lives = 0
    for (const moment of moments) {
      for (const address of told(moment, [...viewer.state(moment).userObjects])) {
        if ((known.get(address) ?? -1) >= moment) continue
        lives++
        const { born, died, changes } = lifeOf(trace, address, moment)
        known.set(address, died < 0 ? exit : died)
        expect(born).toBeLessThan(moment)
        expect(died === -1 || died >= moment).toBe(true)
        expect(changes[0].step).toBe(born)
        for (let step = born + 1; step <= Math.min(died < 0 ? exit : died, exit); step++) {
          const count = changes.findLast((change) => change.step < step)?.count
          expect(count, `${address} at ${step}, born ${born}`).toBe(viewer.state(step).objects.get(address)?.refcnt)
        }
        if (born >= 0) {
          const earlier = viewer.state(born).objects.get(address)
          // The address may have been another object's, which died in the step in which this one was made.
          if (earlier) expect(lifeOf(trace, address, born).died).toBe(born)
        }
      }
    }
    expect(lives).toBeGreaterThan(1)
  })
})

test('an object whose class is exchanged goes on living', () => {
  const viewer = viewerOf(
    'class A: pass\nclass B: pass\na = A()\nb = a\na.__class__ = B\nc = a\ndel a, b\ndel c\nprint()\n',
  )
  const made = viewer.momentAfter(3)
  const moment = viewer.moments[viewer.momentAfter(6)]
  const address = viewer.state(moment).globals.find(({ name }) => name === 'c')?.value ?? 0
  const { born, changes } = lifeOf(viewer.trace, address, moment)
  expect(viewer.moments.findIndex((step) => step > born)).toBe(made)
  expect(changes.at(-1)?.count).toBe(0)
})

test('an exception is marked where it is raised, not in the frames it passes through', () => {
  const { trace } = viewerOf(programs['exceptions pass through frames'])
  expect(happened(trace).exception.map((step) => trace.steps.line[step])).toEqual([2, 13])
})

test('a collection is marked where it begins, output where it is written', () => {
  const { trace } = viewerOf(programs['a cycle waits for the collector'])
  const { collection, output } = happened(trace)
  expect(collection.map((step) => trace.steps.line[step])).toContain(6)
  expect(output.map((step) => trace.steps.line[step])).toEqual([6])
})

test('a hundred thousand steps are read in a moment', () => {
  const source =
    'items = [[] for i in range(500)]\nfor k in range(100):\n    for item in items:\n        other = item\n'
  const { trace } = viewerOf(source)
  expect(trace.steps.count).toBeGreaterThan(100_000)
  const began = performance.now()
  const marks = happened(trace)
  const steps = countSteps(trace)
  expect(performance.now() - began).toBeLessThan(3000)
  // The list that is bound last is not freed; the iterator of each round of the inner loop is.
  expect(marks.free.length).toBeGreaterThanOrEqual(100)
  expect(steps.length).toBeGreaterThan(50_000)
})
