// Where an object is kept, and by whom, on runs of their own: the ledger's rows, generations, blocks.

import { expect, test } from 'vitest'
import { parseExample } from '../course/example.ts'
import { runExample } from '../course/run.ts'
import { type ChoiceQuestion, choicesOf } from './choice.ts'
import { generations } from './lands.ts'

function judged(
  kind: ChoiceQuestion['kind'],
  program: string,
  line: number,
  of: string,
  offered: readonly string[] = [],
) {
  const { viewer } = runExample(parseExample('test/kept', program))
  if (!viewer) return expect.fail('it does not run')
  const question = { id: 'test/kept', kind, example: 'test/kept', ask: {}, line, of, offered, explanations: {} }
  return choicesOf(viewer, question).map(({ id, right, reason }) => [
    id,
    right,
    reason.kind === 'message' ? reason.key : '',
  ])
}

test('the rows of a ledger are those of the whole life, each as it is at the moment asked about', () => {
  const program = `def keep(thing):
    return [thing]
tea = ['tea']
box = keep(tea)
pot = tea
del tea
box.clear()
print(pot)
`
  expect(judged('ledger', program, 6, 'pot')).toEqual([
    ['name tea tea', false, 'ledger.until'],
    ['local keep thing', false, 'ledger.untilReturn'],
    ['item list box[0]', true, 'ledger.holds'],
    ['name pot pot', true, 'ledger.holds'],
  ])
  // Where nobody has let go yet, who comes later is the one who is wrong.
  expect(judged('ledger', program, 3, 'tea').filter(([, , key]) => key === 'ledger.later')).toHaveLength(3)
})

test('an object climbs from generation to generation, and some are in none', () => {
  const program = `import gc
gc.collect()
a = []
gc.collect()
n = 1000 * len('ab')
b = []
`
  const of = (line: number, name: string) => judged('generation', program, line, name, generations)
  expect(of(6, 'b').map(([id, right, key]) => [id, right, key])).toEqual([
    ['0', true, 'lands.young'],
    ['1', false, 'lands.tooOld'],
    ['2', false, 'lands.tooOld'],
    ['none', false, 'lands.isListed'],
  ])
  expect(of(6, 'a').map(([, right, key]) => [right, key])).toEqual([
    [false, 'lands.hasSurvived'],
    [false, 'lands.fullCame'],
    [true, 'lands.oldest'],
    [false, 'lands.isListed'],
  ])
  expect(of(6, 'n').at(-1)).toEqual(['none', true, 'lands.holdsNone'])
})

test('a block is the smallest that fits; the items of a list lie in another', () => {
  const program = `word = 'x' * len('abc')
row = [0] * 100
`
  expect(judged('size', program, 1, 'word', ['32', '44', '48', '64'])).toEqual([
    ['32', false, 'lands.tooSmall'],
    ['44', false, 'lands.noSuchSize'],
    ['48', true, 'lands.fits'],
    ['64', false, 'lands.tooLarge'],
  ])
  expect(judged('size', program, 2, 'row', ['64', '128', '864'])).toEqual([
    ['64', true, 'lands.itemsApart'],
    ['128', false, 'lands.tooLarge'],
    ['864', false, 'lands.countsItems'],
  ])
})
