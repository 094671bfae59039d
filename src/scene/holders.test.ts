// The arrows of the ledger's lines: each leads from what the line names to the object, and no arrow belongs to two lines.

import { expect, test } from 'vitest'
import { RECORD, simulate } from '../simulator/simulate.ts'
import { MOST_ROWS } from './rows.ts'
import { nameOfArrow } from './scene.ts'
import { Viewer } from './view.ts'

/** The ledgers of the objects of a type after a line: name of each holder, and the rows its arrows start from. */
function told(source: string, line: number, type: string): [holder: string, rows: string[]][][] {
  const { trace } = simulate({ source, filename: 'main.py', record: RECORD })
  if (!trace) throw new Error('no trace')
  const viewer = new Viewer(trace)
  const { scene } = viewer.at(viewer.momentAfter(line))
  const boxes = new Map([...scene.frames, ...scene.objects].map((box) => [box.address, box]))
  const found = scene.objects.filter((box) => box.type === type && box.state !== 'freed')
  const used = found.flatMap(({ holders }) => holders.flatMap(({ arrows }) => arrows))
  expect(new Set(used).size).toBe(used.length)
  for (const box of found)
    for (const arrow of box.holders.flatMap(({ arrows }) => arrows)) expect(scene.arrows[arrow].to).toBe(box.address)
  return found.map(({ holders }) =>
    holders.map(({ kind, label, arrows }) => [
      `${kind} ${label.at(-1)}`,
      arrows.map((i) => {
        const box = boxes.get(scene.arrows[i].from)
        return `${box?.title} ${box?.rows[scene.arrows[i].row]?.label}`
      }),
    ]),
  )
}

test('names, items, values and attributes', () => {
  const source = `class Node: pass
s = {1}
n = Node()
n.first = s
d = {'k': s, 2: s}
a = [0, s, s]
done = 1
`
  const [[...rows]] = told(source, 6, 'set')
  expect(Object.fromEntries(rows)).toEqual({
    'name s': ['global names s'],
    'attribute first': ['Node .first'],
    'value k': ["dict 'k'"],
    'value 1': ['dict 2'],
    'item 1': ['list 1'],
    'item 2': ['list 2'],
  })
})

test('attributes in a dictionary of their own are rows of the instance, and of the dictionary where it is drawn', () => {
  const source = `class Node: pass
n = Node()
n.first = {1}
len(n.__dict__)
n.__dict__ = dict(n.__dict__)
done = 1
`
  expect(told(source, 5, 'set')).toEqual([[['value first', ["dict 'first'", 'Node .first']]]])
})

test('a local name; through a cell each frame that sees it', () => {
  const source = `def outer():
    s = {1}
    t = {2}
    def inner():
        return s
    inner()
    done = t
outer()
`
  const rows = told(source, 6, 'set')
  expect(rows).toContainEqual([['field cell_contents', ['outer() s']]])
  expect(rows).toContainEqual([['local t', ['outer() t']]])
})

test('what runs a generator', () => {
  const source = `def numbers():
    s = {1}
    yield s
    done = 1
g = numbers()
next(g)
next(g, None)
`
  const [[...rows]] = told(source, 2, 'set')
  expect(rows).toEqual([['local s', ['numbers() s']]])
})

test('of many items those that are drawn have arrows, in their order; a value stack has none', () => {
  const source = `s = {1}
a = [s] * 12
print(s)
`
  const [[...rows]] = told(source, 2, 'set')
  const items = rows.filter(([name]) => name.startsWith('item'))
  expect(items).toHaveLength(12)
  for (const [i, [name, drawn]] of items.entries()) {
    expect(name).toBe(`item ${i}`)
    expect(drawn).toEqual(i < MOST_ROWS ? [`list ${i}`] : [])
  }
})

test('an arrow has a name of its own, at the next step too', () => {
  const { trace } = simulate({ source: 'a = [[]]\nb = a\nc = b\nd = 1\n', filename: 'main.py', record: RECORD })
  if (!trace) throw new Error('no trace')
  const viewer = new Viewer(trace)
  const names = viewer.at(2).scene.arrows.map(nameOfArrow)
  expect(new Set(names).size).toBe(names.length)
  const later = viewer.at(3).scene.arrows.map(nameOfArrow)
  expect(later.filter((name) => names.includes(name))).toEqual(names)
})
