// Every question of the course is answered by the run, under every version, and every mistake it expects has words.

import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { defaultLocale, locales } from '../i18n/locales.ts'
import { isMessage, isTranslated } from '../i18n/messages.ts'
import { answers } from '../quiz/answers.ts'
import { takesSeveral } from '../quiz/choice.ts'
import { grade } from '../quiz/question.ts'
import { judgedChoices, readChoice } from './choices.ts'
import { readExample } from './example.ts'
import { verdictOn } from './judge.ts'
import { asking, componentsOf, lessonsIn, lessonText } from './lesson-text.ts'
import { readQuestion, readTwin } from './questions.ts'
import { runExample, versions } from './run.ts'
import { readTask, shortcutsOf } from './tasks.ts'

const ids = globSync('content/questions/**/*.yaml').map((file) =>
  file.slice('content/questions/'.length, -'.yaml'.length),
)
const kindOf = (id: string) => /^kind: (\w+)/m.exec(readFileSync(`content/questions/${id}.yaml`, 'utf8'))?.[1]
const ofKind = (...kinds: string[]) => ids.filter((id) => kinds.includes(kindOf(id) ?? '')).map((id) => [id] as const)

test('every question is asked in a lesson, by the component for its kind', () => {
  const asked = new Map<string, string>()
  for (const slug of lessonsIn(defaultLocale))
    for (const { name, attributes } of componentsOf(lessonText(defaultLocale, slug)))
      if (asking.includes(name)) asked.set(attributes.id, name)
  expect([...asked.keys()].sort()).toEqual([...ids].sort())
  const component: Record<string, string> = { printed: 'Predict', why: 'Why', try: 'Try' }
  for (const [id, name] of asked) expect(name, id).toBe(component[kindOf(id) ?? ''] ?? 'Choose')
})

/** Each with its program: the predictions, and what the second tries ask. */
const predictions = ofKind('printed').flatMap(([id]) => {
  const question = readQuestion(id)
  const twin = readTwin(id)
  const first = [id, question, readExample(question.example)] as const
  return twin ? [first, [`${id}, second try`, twin.question, twin.example] as const] : [first]
})

describe.each(predictions)('%s', (_, question, example) => {
  test.each(versions)('is answered by the run under %s', (version) => {
    const { run, viewer } = runExample(example, version)
    let from = 0
    for (const answer of answers(viewer ?? expect.fail('no trace'), question)) {
      const { line, printed, form, step, slips } = answer
      expect(printed, `line ${line}`).not.toBeNull()
      // Pieces of the output, in order.
      const at = run.stdout.indexOf(`${printed}\n`, from)
      expect(at, `line ${line}`).toBeGreaterThanOrEqual(from)
      from = at + 1
      expect(grade(printed ?? '', answer), `line ${line}`).toEqual({ kind: 'right' })
      for (const text of Object.values(slips))
        expect(grade(text ?? '', answer), `line ${line}`).toEqual({ kind: 'wrong' })
      expect(step, `line ${line}`).toBeGreaterThan(0)
      const wrong = Object.values(slips)
      expect(wrong, `line ${line}`).not.toContain(printed)
      expect(wrong.length, `line ${line} expects no mistake`).toBeGreaterThan(0)
      if (form === 'truth')
        expect(new Set(wrong), `line ${line}`).toEqual(new Set([printed === 'True' ? 'False' : 'True']))
      for (const slip of Object.keys(slips)) {
        const key = `slip.${slip}`
        expect(isMessage(key), key).toBe(true)
        for (const locale of locales) expect(isMessage(key) && isTranslated(locale, key), `${key} ${locale}`).toBe(true)
      }
    }
  })
})

test.each(ofKind('printed').filter(([id]) => readTwin(id) !== null))(
  'what the first program of %s prints does not answer the second try',
  (id) => {
    const twin = readTwin(id) ?? expect.fail()
    const question = readQuestion(id)
    const prints = [
      [question, readExample(question.example)],
      [twin.question, twin.example],
    ] as const
    const [first, second] = prints.map(([asked, example]) =>
      answers(runExample(example).viewer ?? expect.fail('no trace'), asked).map(({ printed }) => printed),
    )
    expect(second).toHaveLength(first.length)
    expect(second).not.toEqual(first)
  },
)

describe.each(ofKind('why', 'holds', 'ledger', 'dies', 'frees', 'generation', 'size'))('%s', (id) => {
  const question = readChoice(id)
  const right = (version?: string) =>
    judgedChoices(question, version).flatMap((choice) => (choice.right ? [choice.id] : []))

  test('has a choice that is right and one that is not, the same under every version', () => {
    expect(right().length).toBeGreaterThanOrEqual(1)
    expect(right().length).toBeLessThan(judgedChoices(question).length)
    if (!takesSeveral(question)) expect(right()).toHaveLength(1)
    for (const version of versions) expect(right(version), version).toEqual(right())
  })

  test('every reason has words in every language', () => {
    for (const { reason, label } of judgedChoices(question))
      for (const said of [reason, label]) {
        if (said.kind === 'words') for (const locale of locales) expect(said.words[locale]).toBeTruthy()
        if (said.kind !== 'message') continue
        expect(isMessage(said.key), said.key).toBe(true)
        for (const locale of locales) expect(isMessage(said.key) && isTranslated(locale, said.key), said.key).toBe(true)
      }
  })
})

describe.each(ofKind('try'))('%s', (id) => {
  const task = readTask(id)
  test.each(versions)('is solved by its solution and not by the program as it is, under %s', async (version) => {
    expect(await verdictOn(task, task.solution, version)).toEqual({ kind: 'done' })
    expect((await verdictOn(task, task.source, version)).kind).not.toBe('done')
  })

  const shortcuts = shortcutsOf(id)
  test('does not take a shortcut, and everything it forbids is what some shortcut does', async () => {
    const refused = new Set<number>()
    for (const [name, source] of shortcuts) {
      const verdict = await verdictOn(task, source)
      expect(verdict.kind, name).not.toBe('done')
      if (verdict.kind === 'refused') refused.add(verdict.refusal)
    }
    expect([...refused].sort()).toEqual(task.refusals.map((_, i) => i))
  })
})

describe('what cannot be asked is refused', () => {
  test('a question that is not there', () => expect(() => readQuestion('no/such')).toThrow('no question "no/such"'))
  test('a question of another kind', () => {
    const [[why]] = ofKind('why')
    expect(() => readQuestion(why)).toThrow('of the kind "why"')
    const [[printed]] = ofKind('printed')
    expect(() => readChoice(printed)).toThrow('no choices')
    expect(() => readTask(printed)).toThrow('not "try"')
  })
})
