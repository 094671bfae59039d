// How what stands beside the code is read. That it is what a program prints is for recordings.test.ts.

import { expect, test } from 'vitest'
import { findProfile, profiles } from '../profiles/index.ts'
import { covers, expectations, unexpected } from './expectations.ts'
import { commonPattern, matches } from './pattern.ts'
import { allExamples } from './programs.ts'

const named = (name: string) => findProfile(name) ?? expect.fail(`no profile ${name}`)

test('a version comment covers what it says', () => {
  const covered = (versions: string) => profiles.filter((profile) => covers(versions, profile)).map(({ name }) => name)
  expect(covered('3.11-3.13')).toEqual(['3.11', '3.12', '3.13'])
  expect(covered('3.14')).toEqual(['3.14.0', '3.14'])
  expect(covered('3.14-')).toEqual(['3.14.0', '3.14', '3.15'])
  expect(covered('-3.12, 3.14.0')).toEqual(['3.11', '3.12', '3.14.0'])
  expect(covered('3.14.5-3.15')).toEqual(['3.14', '3.15'])
  expect(() => covers('2.7', profiles[0])).toThrow('2.7')
})

test('expectations are read in order, by version', () => {
  const source = 'print(1)  #: one  # expect: 1\nfor i in a:\n    print(i)\n# expect[3.11]: old\n# expect[3.12-]: new\n'
  expect(expectations(source, named('3.11'))).toEqual(['1', 'old'])
  expect(expectations(source, named('3.14'))).toEqual(['1', 'new'])
  expect(expectations('print(1)\n', named('3.14'))).toBeNull()
})

test('what is missing, different or too much is said', () => {
  expect(unexpected(['1', '0x…'], '1\n0x7f00\n')).toEqual([])
  expect(unexpected(['1'], '2\n')).toHaveLength(1)
  expect(unexpected(['1'], '')).toHaveLength(1)
  expect(unexpected([], '2\n')).toHaveLength(1)
})

test('two runs leave open only what differs', () => {
  expect(commonPattern('a 0x1f b 3\n', 'a 0x2f b 3\n')).toBe('a 0x… b 3\n')
  expect(commonPattern('one\nx\n', 'two\nx\n')).toBe('…\nx\n')
  expect(matches('a … b 3', 'a 0x99 b 3')).toBe(true)
  expect(matches('a … b 3', 'a 0x99 b 4')).toBe(false)
  expect(matches('[…]', '[1')).toBe(false)
})

test('every example says what it prints, and is of teaching size', () => {
  const examples = allExamples()
  expect(examples.length).toBeGreaterThan(0)
  for (const { id, source, text } of examples) {
    expect(expectations(source, named('3.14')), id).not.toBeNull()
    // A leak hunt needs room for the leak to hide in; the line that hunts is labelled so.
    const most = /#: hunt\b/.test(source) ? 40 : 15
    expect(text.trimEnd().split('\n').length, id).toBeLessThanOrEqual(most)
  }
})
