// Each line of a traceback leads to the step in which that line was running.

import { expect, test } from 'vitest'
import { simulate } from '../simulator/simulate.ts'
import { StepKind } from './trace.ts'
import { tracebackEntries } from './traceback.ts'

function entriesOf(source: string) {
  const { trace, stderr } = simulate({ source, record: { grain: 'line', window: { from: 0, to: 2000 } } })
  if (!trace) return expect.fail('no trace')
  const lines = stderr.split('\n')
  return tracebackEntries(trace).map(({ at, step }) => ({
    said: Number(/line (\d+)/.exec(lines[at])?.[1]),
    line: trace.steps.line[step],
    depth: trace.steps.depth[step],
    step,
    begins: trace.steps.kind[step] === StepKind.line,
  }))
}

test('the lines of an uncaught exception, from the module inwards', () => {
  const entries = entriesOf(
    'def f(x):\n    return 1 / x\n\ndef g(x):\n    y = f(1)\n    return f(x)\n\nfor n in (1, 0):\n    g(n)\n',
  )
  expect(entries.map(({ said }) => said)).toEqual([9, 6, 2])
  for (const { said, line } of entries) expect(line).toBe(said)
  expect(entries.every(({ begins }) => begins)).toBe(true)
  const depths = entries.map(({ depth }) => depth)
  expect(depths).toEqual([...depths].sort((a, b) => a - b))
  const steps = entries.map(({ step }) => step)
  expect(steps).toEqual([...steps].sort((a, b) => a - b))
})

test('each frame of a recursion has its own step', () => {
  const entries = entriesOf('def f(n):\n    if n == 0:\n        raise KeyError(n)\n    f(n - 1)\n\nf(2)\n')
  expect(entries.map(({ said }) => said)).toEqual([6, 4, 4, 3])
  expect(new Set(entries.map(({ step }) => step)).size).toBe(4)
})

test('an exception raised while another was handled: two tracebacks, each with its own steps', () => {
  const entries = entriesOf("def f():\n    {}['k']\n\ntry:\n    f()\nexcept KeyError:\n    int('x')\n")
  expect(entries.map(({ said }) => said)).toEqual([5, 2, 7])
  for (const { said, line } of entries) expect(line).toBe(said)
})

test('a run without a traceback has no lines to lead from', () => {
  expect(entriesOf("import sys\nprint('x', file=sys.stderr)\n")).toEqual([])
})
