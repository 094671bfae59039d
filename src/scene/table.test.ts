// The table says what the picture shows: nothing less at any step of any of these programs.

import { expect, test } from 'vitest'
import { parseExample, readExample } from '../course/example.ts'
import { runExample } from '../course/run.ts'
import { tableOf } from './table.ts'

const made = `import weakref
class Node:
    def __init__(self, next):
        self.next = next

a = Node(None)
b = Node(a)
a.next = b
box = [[1], {'key': [2]}]
w = weakref.ref(a)
def f(x):
    return [x]

f(box)
del a
del b
`

const programs = [
  parseExample('made', made),
  ...['collector/two-rings', 'weakrefs/ring', 'calls/argument'].map((id) => readExample(id)),
]

test.each(programs.map((program) => [program.id, program] as const))('%s, at every step', (_, program) => {
  const { viewer } = runExample(program)
  if (!viewer) throw new Error('no trace')
  let weak = 0
  for (let step = 0; step <= viewer.last; step++) {
    const { scene } = viewer.at(step)
    const { frames, objects } = tableOf(scene)
    expect(frames.map(({ frame }) => frame)).toEqual(scene.frames)
    expect(objects.map(({ box }) => box)).toEqual(scene.objects)
    const told = [...frames, ...objects].flatMap(({ held }) => held)
    for (const box of [...scene.frames, ...scene.objects])
      for (const { label, text } of box.rows) expect(told).toContainEqual(expect.objectContaining({ label, text }))
    expect(told.filter(({ to }) => to !== null)).toHaveLength(
      [...scene.frames, ...scene.objects].flatMap(({ rows }) => rows.filter(({ target }) => target !== 0)).length +
        scene.arrows.filter(({ kind }) => kind === 'weak').length,
    )
    const ways = objects.flatMap(({ name }) => (name.way === '' ? [] : [name.way]))
    expect(new Set(ways).size, 'no two objects share a way').toBe(ways.length)
    weak += told.filter(({ kind }) => kind === 'weak').length
  }
  if (program.id === 'made') expect(weak).toBeGreaterThan(0)
})

test('an object is named by the way a program would write', () => {
  const { viewer } = runExample(parseExample('made', made))
  if (!viewer) throw new Error('no trace')
  const { objects } = tableOf(viewer.at(viewer.momentAfter(9)).scene)
  const ways = objects.map(({ name: { type, way } }) => `${type} ${way}`)
  expect(ways).toEqual(expect.arrayContaining(['Node a', 'Node b', 'list box', 'list box[0]', "list box[1]['key']"]))
})
