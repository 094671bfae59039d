import { expect, test } from 'vitest'
import { RECORD, simulate } from '../simulator/simulate.ts'
import { endOf, outputUntil, writtenUntil } from './output.ts'

const source = `import sys
print('a')
print('b', file=sys.stderr)
print('c', end='', file=sys.stderr)
print('d')
print('e\\nf', file=sys.stderr)
`
const { trace, stdout, stderr } = simulate({ source, record: RECORD })
if (!trace) throw new Error('no trace')
const last = trace.steps.count - 1

test('what was written stands in its order, each piece with the line of its stream', () => {
  expect(writtenUntil(trace, last)).toEqual([
    { stream: 'stdout', text: 'a\n', line: 0 },
    { stream: 'stderr', text: 'b\nc', line: 0 },
    { stream: 'stdout', text: 'd\n', line: 1 },
    { stream: 'stderr', text: 'e\nf\n', line: 1 },
  ])
  expect(outputUntil(trace, last)).toEqual({ stdout, stderr })
  expect(writtenUntil(trace, 0)).toEqual([])
})

test('at every step the pieces of a stream are what it has been given by then', () => {
  for (let step = 0; step <= last; step++) {
    const pieces = writtenUntil(trace, step)
    for (const stream of ['stdout', 'stderr'] as const) {
      const text = pieces.filter((piece) => piece.stream === stream).map((piece) => piece.text)
      expect(text.join('')).toBe(outputUntil(trace, step)[stream])
    }
  }
})

test('of much output the end is kept, and its lines keep their numbers', () => {
  const pieces = writtenUntil(trace, last)
  expect(endOf(pieces, 1000)).toEqual({ pieces, left: 0 })
  expect(endOf(pieces, 2)).toEqual({ pieces: [{ stream: 'stderr', text: 'f\n', line: 2 }], left: 9 })
  expect(endOf([], 5)).toEqual({ pieces: [], left: 0 })
})
