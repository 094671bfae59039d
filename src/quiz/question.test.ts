import { expect, test } from 'vitest'
import { type Answer, grade } from './question.ts'
import { judgeTask } from './task.ts'

const answer = (printed: string, slips: Record<string, string> = {}): Answer => ({
  line: 1,
  printed,
  form: 'text',
  step: 1,
  slips,
  holders: [],
})

test('right, wrong with its reason, wrong without, empty', () => {
  const three = answer('3', { forgotArgument: '2' })
  expect(grade(' 3 ', three)).toEqual({ kind: 'right' })
  expect(grade('2', three)).toEqual({ kind: 'wrong', slip: 'forgotArgument' })
  expect(grade('7', three)).toEqual({ kind: 'wrong', slip: 'unknown' })
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
  expect(grade('3', { ...answer(''), printed: null })).toEqual({ kind: 'wrong', slip: 'unknown' })
})

test('a task wants its lines kept and its output', () => {
  const task = { goal: '1\n2\n', keep: ['a = 1', 'print(b)'] }
  const tried = (source: string, stdout: string) => judgeTask(task, { source, stdout, stderr: '', finished: true })
  expect(tried('a = 1\nb = 2\nprint(a)\nprint(b)\n', '1\n2\n')).toEqual({ kind: 'done' })
  expect(tried('print(b)\na = 1\n', '1\n2\n')).toEqual({ kind: 'lineMissing', line: 'print(b)' })
  expect(tried('a = 1\nprint(b)', '1\n3\n')).toEqual({ kind: 'prints', at: 2, wanted: '2', got: '3' })
  expect(tried('a = 1\nprint(b)', '1\n')).toEqual({ kind: 'prints', at: 2, wanted: '2', got: '' })
  expect(tried('a = 1\nprint(b)', '1\n2\n3\n')).toEqual({ kind: 'prints', at: 3, wanted: '', got: '3' })
  const stopped = { source: 'a = 1\nprint(b)', stdout: '', stderr: 'Traceback\nNameError: b\n', finished: false }
  expect(judgeTask(task, stopped)).toEqual({ kind: 'stopped', message: 'NameError: b' })
})
