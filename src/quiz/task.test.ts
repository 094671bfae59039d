// Tasks: what is asked of the run, what the learner's own lines may not do, and trials. Each is seen to refuse.

import { describe, expect, test } from 'vitest'
import { treeOf, verdictOn } from '../course/judge.ts'
import { binds, forgeable, mentions, ownLines, writes } from './own-code.ts'
import type { TaskGoal } from './task.ts'

const source = 'import gc\nring = []\nring.append(ring)\nprint(gc.collect(0) > 9)\nprint(len(ring))\n'

const task = (more: Partial<TaskGoal> = {}): TaskGoal => ({
  source,
  goal: 'False\n2\n',
  keep: [
    { text: 'ring = []', runs: true },
    { text: 'print(len(ring))', runs: true },
  ],
  forbid: [],
  trials: [],
  ...more,
})

const changed = (line: string) => source.replace('print(len', `${line}\nprint(len`)
const more = changed('ring.append(1)')

describe('the run', () => {
  test('a solution is done', async () => expect(await verdictOn(task(), more)).toEqual({ kind: 'done' }))

  test('a line that has to stay, and its place among the others', async () => {
    const missing = { kind: 'lineMissing', line: 'print(len(ring))' }
    expect(await verdictOn(task(), more.replace('len(ring)', '2'))).toEqual(missing)
    expect(await verdictOn(task(), 'print(len(ring))\nring = []\n')).toMatchObject({ kind: 'lineMissing' })
  })

  test('the first line of the output that differs', async () => {
    const prints = (at: number, wanted: string, got: string) => ({ kind: 'prints', at, wanted, got })
    expect(await verdictOn(task(), source)).toEqual(prints(2, '2', '1'))
    expect(await verdictOn(task({ goal: 'False\n2\n3\n' }), more)).toEqual(prints(3, '3', ''))
    expect(await verdictOn(task({ goal: 'False\n' }), more)).toEqual(prints(2, '', '2'))
  })

  test('an exception is said with its last line', async () => {
    expect(await verdictOn(task(), changed('rung.append(1)'))).toMatchObject({
      kind: 'stopped',
      message: expect.stringContaining("name 'rung' is not defined"),
    })
  })

  test('a line that stands there and does not run', async () => {
    const skipped = { kind: 'lineSkipped', line: 'print(len(ring))' }
    expect(await verdictOn(task(), changed('print(2)\nraise SystemExit'))).toEqual(skipped)
    const asText = source.replace(/print\(len.*/, "print(2)\n'''\n$&\n'''")
    expect(await verdictOn(task(), asText)).toEqual(skipped)
  })

  test('what the solution does not run need not run', async () => {
    const keep = [{ text: 'print(len(ring))', runs: false }]
    expect(await verdictOn(task({ keep }), changed('print(2)\nraise SystemExit'))).toEqual({ kind: 'done' })
  })
})

describe('what the program asks with', () => {
  test.each([
    ['len = lambda ring: 2', 'len'],
    ['def len(ring): return 2', 'len'],
    ['gc.collect = len; ring.append(1)', 'gc.collect'],
    ['import sys as gc; ring.append(1)', 'gc'],
  ])('%s', async (line, name) => {
    expect(await verdictOn(task(), changed(line))).toEqual({ kind: 'forged', name })
  })

  test('a name of the program is none of it', async () => {
    const names = forgeable(treeOf(source) ?? expect.fail())
    expect([...names].sort()).toEqual(['gc', 'gc.collect', 'len', 'print'])
    expect(await verdictOn(task(), changed('ring = [1, 2]'))).toEqual({ kind: 'done' })
  })
})

describe('what is forbidden', () => {
  const forbid = [
    { uses: ['gc', '.__del__'], binds: [], writes: [] },
    { uses: [], binds: ['ring'], writes: [] },
    { uses: [], binds: [], writes: ['tea'] },
  ]
  const verdict = (line: string) => verdictOn(task({ forbid }), changed(line))

  test.each([
    ['gc.collect(); ring.append(1)', 0],
    ['from gc import collect; ring.append(1)', 0],
    ['import gc as tidy; ring.append(1)', 0],
    ['ring.append(1)\nif not ring: ring[0].__del__()', 0],
    ['ring = [1, 2]', 1],
    ['for ring in [[1, 2]]: pass', 1],
    ["ring.append('tea')", 2],
    ["ring.append('t' + 'e' + 'a')", 2],
  ])('%s', async (line, refusal) => expect(await verdict(line)).toEqual({ kind: 'refused', refusal }))

  test.each(['ring.append(1)  # gc.collect()', "ring.append('gc.collect() of ring = tea')", 'ring[1:] = [2]'])(
    '%s is something else',
    async (line) => expect(await verdict(line)).toEqual({ kind: 'done' }),
  )

  test("the lines of the program itself are not the learner's", () => {
    const own = ownLines(source, changed('ring.append(1)\ngc.collect(0)'))
    expect([...own]).toEqual([5, 6])
    const twice = source.replace('ring = []', 'ring = []\nring = []')
    expect(ownLines(source, twice).size).toBe(1)
  })
})

describe('trials', () => {
  const trials = [
    [
      { before: 0, text: 'seen = []' },
      { before: 1, text: 'seen.append(1)\nassert 1 in ring' },
    ],
    [{ before: 'over' as const, text: 'assert len(ring) == 2' }],
  ]
  const verdict = (line: string) =>
    verdictOn(task({ trials, forbid: [{ uses: ['gc'], binds: [], writes: [] }] }), changed(line))

  test('who fails none is done', async () => expect(await verdict('ring.append(1)')).toEqual({ kind: 'done' }))
  test('the first that fails is said, after what is forbidden', async () => {
    expect(await verdict('ring.append(2)')).toEqual({ kind: 'refused', refusal: 1 })
    expect(await verdict('gc.collect(0); ring.append(2)')).toEqual({ kind: 'refused', refusal: 0 })
  })
  test('lines are put in as far to the right as the line they stand before', async () => {
    const inside = 'def ask():\n    ring = [1]\n    print(len(ring))\nask()\n'
    const keep = [{ text: '    print(len(ring))', runs: true }]
    const asked = { source: inside, goal: '1\n', keep, forbid: [] }
    const trial = (text: string) => verdictOn({ ...asked, trials: [[{ before: 0, text }]] }, inside)
    expect(await trial('for n in ring:\n    assert n == 1')).toEqual({ kind: 'done' })
    expect(await trial('assert ring == [2]')).toEqual({ kind: 'refused', refusal: 0 })
  })
})

test('what lines mention, bind and write', () => {
  const tree = treeOf("import a.b\nfrom c import d as e\nx.y = (z := f'{u}' + 'v')\ndef g(h): pass\n") ?? expect.fail()
  const all = { has: () => true }
  expect([...mentions(tree, all)].sort()).toEqual(['.y', 'c', 'c.d', 'u', 'x', 'x.y', 'z'])
  expect([...binds(tree, all)].sort()).toEqual(['.y', 'a', 'e', 'g', 'h', 'x.y', 'z'])
  expect([...writes(tree, all)]).toContain('v')
})
