// Choices on runs of their own: what is said of a ring that no name leads to, and of one the collector frees.

import { expect, test } from 'vitest'
import { parseExample } from '../course/example.ts'
import { runExample } from '../course/run.ts'
import { type ChoiceQuestion, choicesOf, pictured } from './choice.ts'

const ring = `import gc
a = ['a']
b = ['b', a]
a.append(b)
c = ['c', b]
del a
del b
del c
gc.collect()
print('end')
`
const question: ChoiceQuestion = {
  id: 'test/ring',
  kind: 'frees',
  example: 'test/ring',
  ask: {},
  line: 3,
  of: 'b',
  offered: ['7', '8', '9', 'never'],
  explanations: {},
}

function reasons(changed: Partial<ChoiceQuestion> = {}, program = ring) {
  const { viewer } = runExample(parseExample('test/ring', program))
  if (!viewer) return expect.fail('it does not run')
  return choicesOf(viewer, { ...question, ...changed }).map(({ id, right, reason }) => [id, right, reason])
}

test('holders are told from a name on; in a forgotten ring, by their type', () => {
  const held = (line: number, count: number, holders: string) => ({
    kind: 'message',
    key: 'choice.stillHeld',
    values: { name: 'b', line, count, holders },
  })
  const [seven, eight] = reasons()
  expect(seven).toEqual(['7', false, held(7, 2, '`c[1]`, `c[1][1][1]`')])
  expect(eight).toEqual(['8', false, held(8, 1, '`list[1]`')])
})

test('what lies in an attribute of a class, or of an object, is told by the attribute', () => {
  const program = 'class Waiter:\n    orders = []\nb = object()\nWaiter.orders.append(b)\ndel b\nWaiter.tip = 1\n'
  const [six] = reasons({ line: 3, offered: ['6', 'never'] }, program)
  expect(six).toMatchObject(['6', false, { values: { holders: '`Waiter.orders[0]`' } }])
})

test('the collector frees what no way leads to; a count frees what nothing holds', () => {
  const collects = { kind: 'message', key: 'choice.collects', values: { name: 'b', line: 9 } }
  const [, , nine, never] = reasons()
  expect(nine).toEqual(['9', true, collects])
  expect(never).toEqual(['never', false, collects])
  const [eight] = reasons({ line: 5, of: 'c', offered: ['8', '9'] })
  expect(eight).toEqual(['8', true, { kind: 'message', key: 'choice.frees', values: { line: 8, holders: '`c`' } }])
})

test('what its finalizer saved has not died', () => {
  const ghost = `class Ghost:
    def __del__(self):
        saved.append(self)
saved = []
ghost = Ghost()
del ghost
saved.clear()
print('end')
`
  const [six, seven] = reasons({ line: 5, of: 'ghost', offered: ['6', '7'] }, ghost)
  expect(six).toEqual([
    '6',
    false,
    { kind: 'message', key: 'choice.stillHeld', values: { name: 'ghost', line: 6, count: 1, holders: '`saved[0]`' } },
  ])
  expect(seven).toEqual([
    '7',
    true,
    { kind: 'message', key: 'choice.frees', values: { line: 7, holders: '`saved[0]`' } },
  ])
})

test('what held it last is named, and so is the field of an object that no place leads to', () => {
  const method = `class Guest:
    def wake(self):
        pass
guest = Guest()
bell = [guest.wake]
del guest
bell.clear()
print('end')
`
  const [six, seven] = reasons({ line: 4, of: 'guest', offered: ['6', '7'] }, method)
  const holders = '`bell[0].__self__`'
  const values = { name: 'guest', line: 6, count: 1, holders }
  expect(six).toEqual(['6', false, { kind: 'message', key: 'choice.stillHeld', values }])
  expect(seven).toEqual(['7', true, { kind: 'message', key: 'choice.frees', values: { line: 7, holders } }])
})

test('a name on the way to the object is told from one that never led there', () => {
  const program = "item = ['item']\nbox = [item]\nother = []\n"
  const told = reasons({ kind: 'holds', line: 3, of: 'item', offered: ['box', 'other', 'box[0]'] }, program)
  expect(told).toMatchObject([
    ['box', false, { key: 'choice.leadsToHolder' }],
    ['other', false, { key: 'choice.neverHeld' }],
    ['box[0]', true, { key: 'choice.holds' }],
  ])
})

test('the picture of what dies says what those were called whose name is gone', () => {
  const { viewer } = runExample(parseExample('test/ring', ring))
  if (!viewer) return expect.fail('it does not run')
  const { objects, once } = pictured(viewer, { ...question, kind: 'dies', line: 8, of: '', offered: ['a', 'b', 'c'] })
  const named = objects.filter(([address]) => once[address] !== undefined).map(([, expression]) => expression)
  expect(named).toEqual(['a', 'b'])
  expect(Object.values(once).sort()).toEqual(['a', 'b'])
})
