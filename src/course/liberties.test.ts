import { expect, test } from 'vitest'
import { liberties, notesIn } from './liberties.ts'

test('a note reaches to the end of its comment', () => {
  expect(
    notesIn('// Objects/x.c. NOT CPYTHON: it is\n// shorter here.\n\nconst a = 1 // NOT CPYTHON: one\n// other\n'),
  ).toEqual(['It is shorter here.', 'One'])
  expect(notesIn('/**\n * What.\n * NOT CPYTHON: there more.\n */\nf()\n/** NOT CPYTHON: less. */\n')).toEqual([
    'There more.',
    'Less.',
  ])
  expect(notesIn('    # NOT CPYTHON: in C there.\n    x = 1\n')).toEqual(['In C there.'])
})

test('the simulator has notes, and none runs into code', () => {
  const all = liberties()
  expect(all.length).toBeGreaterThan(20)
  for (const { file, text } of all) {
    expect(text, file).toMatch(/^[\p{Lu}\d`'(]/u)
    expect(text, file).not.toMatch(/\*\/|NOT CPYTHON|^\s*$/)
  }
})
