import { expect, test } from 'vitest'
import { type Answer, grade } from './question.ts'

const answer = (printed: string, slips: Record<string, string> = {}): Answer => ({
  line: 1,
  printed,
  form: 'text',
  step: 1,
  slips,
  holders: [],
  account: { kind: 'other' },
})

test('right, wrong, empty', () => {
  const three = answer('3', { forgotArgument: '2' })
  expect(grade(' 3 ', three)).toEqual({ kind: 'right' })
  expect(grade('2', three)).toEqual({ kind: 'wrong' })
  expect(grade('7', three)).toEqual({ kind: 'wrong' })
  expect(grade('  ', three)).toEqual({ kind: 'empty' })
})

test('blanks, quotes, full-width signs and the case of True are not what is asked', () => {
  expect(grade('[1,2, 3]', answer('[1, 2, 3]')).kind).toBe('right')
  expect(grade('［１，２，３］', answer('[1, 2, 3]')).kind).toBe('right')
  expect(grade('【1、2、3】', answer('[1, 2, 3]')).kind).toBe('right')
  expect(grade('[“tea”]', answer("['tea']")).kind).toBe('right')
  expect(grade('true', answer('True')).kind).toBe('right')
  expect(grade('1 2', answer('3')).kind).toBe('wrong')
})

test('a line that did not run has no right answer', () => {
  expect(grade('3', { ...answer(''), printed: null })).toEqual({ kind: 'wrong' })
})
