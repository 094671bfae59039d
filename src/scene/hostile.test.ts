// Programs that are larger, deeper or stranger than a lesson's: drawn, or summarised with the count of what is not.

import { describe, expect, test } from 'vitest'
import { RECORD, simulate } from '../simulator/simulate.ts'
import { Cursor } from '../trace/cursor.ts'
import { MOST_CHAIN, MOST_OBJECTS } from './drawn.ts'
import { HeapScenes } from './heap.ts'
import { brokenLaws } from './laws.ts'
import { MOST_ROWS, WIDEST } from './rows.ts'
import type { Scene } from './scene.ts'
import { Viewer } from './view.ts'

/** The scenes of a run, at most so many, the last among them; by instruction some, where what is made for a moment is seen. */
function scenesOf(source: string, atoms = false): Scene[] {
  const { outcome, trace } = simulate({ source, filename: 'main.py', record: RECORD })
  expect(outcome.kind).toBe('finished')
  if (!trace) expect.fail('no trace')
  const viewer = new Viewer(trace)
  const scenes = new HeapScenes(new Cursor(trace), viewer.moments)
  const some = (moments: readonly number[], most: number) => {
    const stride = Math.ceil(moments.length / most)
    return moments.flatMap((moment, i) =>
      i % stride === 0 || i === moments.length - 1 ? [scenes.scene(moment, moments[i - 1] ?? -1, atoms)] : [],
    )
  }
  return [...some(viewer.momentsBy('instruction'), 12), ...some(viewer.moments, 30)]
}

const programs: Readonly<Record<string, string>> = {
  'a list of 10,000 lists': 'x = [[] for i in range(10000)]\n',
  'a tree of 255': `class Node:
    def __init__(self, depth):
        self.left = Node(depth - 1) if depth else None
        self.right = Node(depth - 1) if depth else None
tree = Node(7)
`,
  'a ring of 500, let go': `class Node: pass
first = last = Node()
for i in range(499):
    node = Node()
    last.next = node
    node.previous = last
    last = node
last.next = first
first.previous = last
del node, last
del first
`,
  '200 nested lists': 'x = []\nfor i in range(200):\n    x = [x]\n',
  'texts of 10,000 characters': "x = 'a' * 10000\ny = ['b' * 10000, b'c' * 9999, {'d' * 5000: 'e' * 5000}]\n",
  'what only lives for a moment': `def f(i):
    a = [i]
    return [a, [i, i]]
for i in range(300):
    r = f(i)
`,
  'a list that grows into everything': 'x = []\nfor i in range(200):\n    x.append([i, x])\n',
  'deep calls': `def f(n, held):
    mine = [held]
    return f(n - 1, mine) if n else mine
r = f(60, [])
`,
  'strange names': `class T: pass
Strange = type('<b>"&\\'', (), {})
o = Strange()
setattr(o, '\\x00\\x1b]]>', [1])
setattr(o, '</text><script>alert(1)</script>' * 9, '\\ud800 \\u202e \\U0001f40d')
o2 = {'a"b<c>&d' * 40: T(), '': {(): [o]}}
${'long'.repeat(80)} = [o2]
变量 = [${'long'.repeat(80)}]
`,
}

describe.each(Object.entries(programs))('%s', (_, source) => {
  test.each([false, true])('keeps the laws of a picture (small values with boxes: %s)', (atoms) => {
    for (const scene of scenesOf(source, atoms)) {
      expect(brokenLaws(scene)).toEqual([])
      expect(scene.objects.filter(({ state }) => state !== 'freed').length).toBeLessThanOrEqual(MOST_OBJECTS)
      for (const { rows, width } of scene.objects) {
        expect(rows.length).toBeLessThanOrEqual(MOST_ROWS)
        expect(width).toBeLessThanOrEqual(WIDEST)
      }
    }
  })
})

/** The last step of a program, without ghosts. */
function last(name: string): Scene {
  const scene = scenesOf(programs[name]).at(-1) ?? expect.fail('no scene')
  return { ...scene, objects: scene.objects.filter(({ state }) => state !== 'freed') }
}
const row = (scene: Scene, label: string) => {
  const rows = [...scene.frames, ...scene.objects].flatMap((box) => box.rows)
  return rows.find((each) => each.label === label) ?? expect.fail(`no row ${label}`)
}

test('what is not drawn is counted', () => {
  const lists = last('a list of 10,000 lists')
  expect(lists.objects.length).toBe(1 + MOST_ROWS)
  expect(lists.objects[0].hidden).toBe(10_000 - MOST_ROWS)
  expect(lists.hidden).toBe(10_000 - MOST_ROWS)
})

test('of a chain the beginning is drawn, and the row that leads on counts the rest', () => {
  const nested = last('200 nested lists')
  expect(nested.objects.length).toBe(MOST_CHAIN)
  expect(nested.objects.at(-1)?.rows[0]).toMatchObject({ target: 0, more: 201 - MOST_CHAIN })
  expect(nested.hidden).toBe(201 - MOST_CHAIN)
})

test('a ring that nobody reaches is adrift: its beginning drawn, its rest counted', () => {
  const ring = last('a ring of 500, let go')
  const adrift = ring.objects.filter(({ state }) => state === 'unreachable')
  expect(adrift.length).toBeGreaterThan(0)
  expect(adrift.length).toBeLessThanOrEqual(2 * MOST_CHAIN)
  const counted = adrift.flatMap(({ rows }) => rows).filter(({ more }) => more > 0)
  expect(counted.length).toBeGreaterThan(0)
})

test('of a long text the beginning is written, and how many characters are missing', () => {
  const texts = last('texts of 10,000 characters')
  const { text, more } = row(texts, 'x')
  expect(text).toMatch(/^'a+…$/)
  expect(text.length - 2 + more).toBe(10_000)
})
