// Answers and slips on real runs: an answer is what the line printed, and a slip is the number of a world in which the
// misconception is true. Such worlds are run, not imagined: the program without its `del`, or with a copy for the alias.

import { globSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseExample, readExample } from '../course/example.ts'
import { readQuestion } from '../course/questions.ts'
import { runExample } from '../course/run.ts'
import { answers } from './answers.ts'
import type { Question } from './question.ts'

const printed = globSync('content/questions/**/*.yaml')
  .map((file) => file.slice('content/questions/'.length, -'.yaml'.length))
  .filter((id) => questionOf(id) !== null)

/** A question about what lines print; `null` for the other kinds. */
function questionOf(id: string): Question | null {
  try {
    return readQuestion(id)
  } catch (error) {
    if (String(error).includes('not "printed"')) return null
    throw error
  }
}

function viewerOf(example: ReturnType<typeof readExample>, python?: string) {
  return runExample(example, python).viewer ?? expect.fail(`${example.id} leaves no trace`)
}

test('there are questions', () => expect(printed.length).toBeGreaterThan(3))

describe.each(printed)('%s', (id) => {
  const question = questionOf(id) ?? expect.fail('not of this kind')
  const example = readExample(question.example)

  test('the holders while a count is taken add up to it', () => {
    if (question.of === '') return
    for (const { form, holders, printed: text } of answers(viewerOf(example), question)) {
      if (form === 'number' && holders.length > 0)
        expect(holders.filter(({ owned }) => owned)).toHaveLength(Number(text))
    }
  })
})

describe('a slip is what its world prints', () => {
  const example = readExample('counting/up-and-down')
  const lines = ['one-name', 'two-names', 'three-names', 'two-again', 'one-again'].map(
    (label) => example.labels.get(label) ?? expect.fail(label),
  )
  const question: Question = { id: 't', kind: 'printed', example: example.id, of: 'a', lines }
  const real = answers(viewerOf(example), question)
  /** What the same lines print when the program is changed line by line. */
  const inWorld = (change: (line: string) => string) => {
    const text = example.display.split('\n').map(change).join('\n')
    return answers(viewerOf(parseExample('t', text)), question).map((answer) => answer.printed)
  }

  test('who counts deleted names sees the program without `del`', () => {
    const world = inWorld((line) => (/^del [bc]$/.test(line) ? 'pass' : line))
    for (const [i, answer] of real.entries())
      if (answer.slips.countedDeleted !== undefined) expect(answer.slips.countedDeleted).toBe(world[i])
    expect(real.filter(({ slips }) => slips.countedDeleted !== undefined).map(({ line }) => line)).toEqual(
      lines.slice(3),
    )
  })

  test('who thinks that an alias copies sees the program with copies', () => {
    const world = inWorld((line) => line.replace(/^([bc]) = a$/, '$1 = a[:]'))
    const given = real.map((answer, i) => [answer.slips.aliasCopies ?? answer.slips.forgotArgument, world[i]])
    // With one name there is nothing to copy; with two, the same number is also that of who forgot the argument.
    expect(given[1][0]).toBe(world[1])
    expect(given[2][0]).toBeDefined()
    expect(real[2].slips.aliasCopies).toBe(world[2])
  })

  test('who forgets the argument is one too low everywhere', () => {
    for (const { printed: text, slips } of real) expect(slips.forgotArgument).toBe(String(Number(text) - 1))
  })
})
