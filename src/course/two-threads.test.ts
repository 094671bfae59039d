import { describe, expect, test } from 'vitest'
import { locales } from '../i18n/locales.ts'
import { isMessage, isTranslated } from '../i18n/messages.ts'
import { afterLine, meant } from '../quiz/moments.ts'
import { readExample } from './example.ts'
import { runExample, versions } from './run.ts'
import { modelled, modelOf } from './two-threads.ts'

test('the worker gives up what the owner has counted: queued, merged, freed', () => {
  const { of, steps } = modelOf('threads/one-list')
  expect(of).toBe('page')
  expect(steps.map(({ code, local, shared, stored, flag }) => [code, local, shared, stored, flag])).toEqual([
    ["page = ['page']", '1', '0', '0', 'none'],
    ['shelf = [page]', '2', '0', '0', 'none'],
    ['shelf.clear()', '2', '0', '2', 'queued'],
    ['worker.join()', '0', '1', '7', 'merged'],
    ['del page', '0', '0', '3', 'merged'],
  ])
})

test('a deferred count is shown by its power of two', () => {
  const { steps } = modelOf('threads/function')
  expect(
    steps.map(({ shared, stored, alive }) =>
      [shared, stored, alive].map((each) => String(each).replaceAll('\u00a0', ' ')),
    ),
  ).toEqual([
    ['2⁶⁰ − 1', '2⁶² − 4', 'true'],
    ['2⁶⁰ − 1', '2⁶² − 4', 'true'],
    ['2⁶⁰ − 1', '2⁶² − 4', 'true'],
    ['2⁶⁰ − 1', '2⁶² − 1', 'true'],
    ['0', '3', 'false'],
  ])
})

test('a program without a script is refused', () => expect(() => modelOf('names/alias')).toThrow('no model'))

describe.each(modelled)('%s', (id) => {
  const { of, steps } = modelOf(id)

  test.each(versions)('has the references that a build with the GIL counts under %s', (version) => {
    const example = readExample(id)
    const { viewer } = runExample(example, version)
    if (viewer === null) return expect.fail('does not run')
    for (const { line, label, holders } of steps) {
      const step = afterLine(viewer, line)
      const object = meant(viewer, step, of)
      const count = object === 0 ? 0 : viewer.state(step).objects.get(object)?.refcnt
      expect(count, label).toBe(holders.length)
    }
  })

  test('has a sentence for every step, and ends with the object freed', () => {
    for (const { said } of steps) {
      const key = `twoThreads.said.${said}`
      expect(isMessage(key), key).toBe(true)
      for (const locale of locales) expect(isMessage(key) && isTranslated(locale, key), `${key} ${locale}`).toBe(true)
    }
    expect(steps.map(({ alive }) => alive)).toEqual(steps.map((_, index) => index < steps.length - 1))
  })
})
