// What is said to wrong answers, on real runs: every wrong number has a reason of its own, in every language.

import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseExample, readExample } from '../course/example.ts'
import { readQuestion, readTwin } from '../course/questions.ts'
import { runExample } from '../course/run.ts'
import { format } from '../i18n/format.ts'
import { locales } from '../i18n/locales.ts'
import { isMessage, isTranslated, translator } from '../i18n/messages.ts'
import { answers } from './answers.ts'
import type { Answer } from './question.ts'
import { reasonsOf } from './reason.ts'
import type { Said } from './said.ts'

const say = translator('en')
const plainText = (said: Said, list: readonly Said[] = []): string => {
  if (said.kind !== 'message' || !isMessage(said.key)) return expect.fail(JSON.stringify(said))
  return say(said.key, { ...said.values, list: list.map((each) => plainText(each)).join(say('reason.join')) })
}

/** What is said to a number given for a line of a program, in English. */
function told(source: string, of: string, line: number, given: string, python?: string): string[] {
  const { viewer } = runExample(parseExample('t', source), python)
  const question = { id: 't', kind: 'printed' as const, example: 't', of, lines: [line] }
  const [answer] = answers(viewer ?? expect.fail('no trace'), question)
  return reasonsOf(given, answer, of).map(({ said, list }) => plainText(said, list))
}

describe('a count', () => {
  const source = 'import sys\na = []\nitems = [a, a]\nprint(sys.getrefcount(a))\n'
  const held = 'the name `a`; the place `items[0]`; the place `items[1]`; the argument of the call that counts'

  test('how many too few or too many, and each holder by its name', () => {
    const sorted = (text: string) =>
      text.replace(/: (.*)\.$/, (_, list: string) => `: ${list.split('; ').sort().join('; ')}.`)
    const [few] = told(source, 'a', 4, '0').map(sorted)
    expect(few).toBe(sorted(`You counted 4 too few. At this moment it is held by: ${held}.`))
    const [many] = told(source, 'a', 4, '9').map(sorted)
    expect(many).toBe(sorted(`You counted 5 too many. At this moment it is held only by: ${held}.`))
  })

  test('several slips that give one number are all named', () => {
    const two = 'import sys\na = []\nb = a\nprint(sys.getrefcount(a))\n'
    const { viewer } = runExample(parseExample('t', two))
    const [answer] = answers(viewer ?? expect.fail(), { id: 't', kind: 'printed', example: 't', of: 'a', lines: [4] })
    expect(answer.slips).toMatchObject({ forgotArgument: '2', aliasCopies: '2' })
    expect(told(two, 'a', 4, '2')).toEqual([
      say('slip.forgotArgument', { given: '2' }),
      say('slip.aliasCopies', { given: '2' }),
    ])
  })

  test('within a function and a loop: what is passing has a name too', () => {
    const loop = 'import sys\na = [1]\nfor n in a:\n    print(sys.getrefcount(a))\n'
    expect(told(loop, 'a', 4, '9')[0]).toMatch(/list_iterator|the value stack of the module/)
    const call = 'import sys\ndef f(x):\n    print(sys.getrefcount(x))\nf([])\n'
    expect(told(call, 'x', 3, '9')[0]).toContain('the local name `x` in `f`')
  })

  test('of another object than the question is about', () => {
    const other = 'import sys\na = []\nb = []\nprint(sys.getrefcount(b))\n'
    for (const name of ['', 'a', 'b']) expect(told(other, name, 4, '7')[0]).toContain('the name `b`')
    const less = 'import sys\na = []\nprint(sys.getrefcount(a) - 1)\n'
    expect(told(less, '', 3, '7')[0]).toMatch(/^7 is too high by 6/)
  })

  test('of an immortal object, of no number, of very many holders', () => {
    const none = 'import sys\na = None\nprint(sys.getrefcount(a))\n'
    expect(told(none, 'a', 3, '3')[0]).toContain('immortal')
    expect(told(source, 'a', 4, 'three')).toEqual(['This line prints a number, and three is none.'])
    const many = 'import sys\na = []\nitems = [a] * 30\nprint(sys.getrefcount(a))\n'
    expect(told(many, 'a', 4, '5')[0]).toMatch(/; 25 more\.$/)
  })
})

describe('what the collector found', () => {
  const ring =
    'import gc\ngc.collect()\na = []\nb = [a, [a]]\na.append(b)\nx = []\ndel a, b\nprint(gc.collect())\nprint(gc.collect())\n'
  test('each by the name it had', () => {
    expect(told(ring, '', 8, '1')).toEqual([
      'You counted 2 too few. The collector finds here: what was once called `b`; an object of the type `list` that has no name; what was once called `a`.',
    ])
    expect(told(ring, '', 8, '5')[0]).toMatch(/^You counted 2 too many\. The collector finds here only: /)
  })
  test('nothing', () => expect(told(ring, '', 9, '2')[0]).toMatch(/^2 is too many\. The collector finds nothing/))
})

describe('other lines', () => {
  test('a number', () => {
    expect(told('print(7)\n', '', 1, '5')[0]).toMatch(/^5 is too low by 2\./)
    expect(told('print(7)\n', '', 1, '8')[0]).toMatch(/^8 is too high by 1\./)
  })
  test('several parts: the first that is another, or how many there are', () => {
    const line = "print([1, 'a b', True])\n"
    expect(told(line, '', 1, "[1,'c', true]")).toEqual([
      "Part 2 of 3 is another: the run prints `'a b'` there, not `'c'`.",
    ])
    expect(told(line, '', 1, '［1、2］')).toEqual(['The run prints 3 parts in this line; your answer has 2.'])
    expect(told("print('tea')\n", '', 1, 'milk')[0]).toMatch(/^The run says something other than milk/)
  })
})

const ids = globSync('content/questions/**/*.yaml')
  .filter((file) => readFileSync(file, 'utf8').startsWith('kind: printed'))
  .map((file) => file.slice('content/questions/'.length, -'.yaml'.length))

test.each(ids)('%s has a reason for every wrong number near the right one, in every language', (id) => {
  const asked = [[readQuestion(id), readExample(readQuestion(id).example)] as const]
  const twin = readTwin(id)
  if (twin) asked.push([twin.question, twin.example])
  for (const [question, example] of asked)
    for (const answer of answers(runExample(example).viewer ?? expect.fail(), question))
      for (const given of wrongAnswers(answer)) {
        const reasons = reasonsOf(given, answer, question.of)
        expect(reasons.length).toBeGreaterThan(0)
        const distance = answer.form === 'number' ? String(Math.abs(Number(answer.printed) - Number(given))) : ''
        for (const { said, list } of reasons) {
          const isSlip = said.key.startsWith('slip.')
          const text = plainText(said, list)
          if (!isSlip && answer.account.kind === 'held') expect(text).toContain(distance)
          for (const each of [said, ...list]) expect(isTold(each), JSON.stringify(each)).toBe(true)
        }
      }
})

function wrongAnswers({ printed, form }: Answer): string[] {
  if (form === 'truth') return [printed === 'True' ? 'False' : 'True']
  if (form === 'text') return [`${printed} 1`, 'x']
  return [-3, -2, -1, 1, 2, 3]
    .map((off) => Number(printed) + off)
    .filter((n) => n >= 0)
    .map(String)
}

function isTold(said: Said): boolean {
  if (said.kind !== 'message' || !isMessage(said.key)) return false
  const { key, values } = said
  return locales.every(
    (locale) => isTranslated(locale, key) && format(translator(locale)(key, { ...values, list: '' }), {}) !== '',
  )
}
