// What recording costs: time and bytes a step, the way to any step, a cold start. Run by bench.ts in a process of its own, bundled
// as it is in a page; prints one line of JSON.
// arguments: `cold FILE`, or `record ROUNDS FILE …`, or `long STEPS`

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Viewer } from '../../src/scene/view.ts'
import { DEFAULT_BUDGETS, RECORD, simulate } from '../../src/simulator/simulate.ts'
import { Cursor } from '../../src/trace/cursor.ts'
import type { Trace } from '../../src/trace/trace.ts'
import type { Figure } from './figures.ts'
import { now } from './serve.mjs'
import { storedBytes } from './stored.ts'

const budgets = { ...DEFAULT_BUDGETS, instructions: 1_000_000_000, memory: 1 << 30, payload: 2 ** 31 }

function record(source: string): { trace: Trace; ms: number } {
  const start = now()
  const { trace, outcome } = simulate({ source, budgets, record: { grain: 'line' } })
  const ms = now() - start
  if (!trace || outcome.kind !== 'finished') throw new Error(JSON.stringify(outcome))
  return { trace, ms }
}

/** The longest and the mean time of jumps to steps spread over the whole run, from anywhere to anywhere. In ms. */
function seeking(trace: Trace): { worst: number; mean: number } {
  const cursor = new Cursor(trace)
  const JUMPS = 500
  let worst = 0
  let sum = 0
  for (let i = 0; i < JUMPS; i++) {
    // A walk that visits everywhere in no order: multiples of a large odd number.
    const target = (i * 7_368_787) % (cursor.last + 1)
    const start = performance.now()
    cursor.seek(target)
    const took = performance.now() - start
    sum += took
    if (i >= JUMPS / 10) worst = Math.max(worst, took)
  }
  return { worst, mean: sum / JUMPS }
}

function describe(of: string, traces: readonly { trace: Trace; ms: number }[]): Figure[] {
  const ms = Math.min(...traces.map((each) => each.ms))
  const { trace } = traces[0]
  const steps = trace.steps.count
  const { log, keyframes } = storedBytes(trace)
  const { worst, mean } = seeking(trace)
  return [
    { name: 'recorded in', of, value: ms, unit: 'ms' },
    { name: 'steps', of, value: steps, unit: 'steps' },
    { name: 'time a step', of, value: (ms * 1e6) / steps, unit: 'ns' },
    { name: 'log a step', of, value: log / steps, unit: 'bytes' },
    { name: 'keyframes', of, value: keyframes, unit: 'bytes' },
    { name: 'jump, mean', of, value: mean, unit: 'ms' },
    { name: 'jump, worst', of, value: worst, unit: 'ms' },
  ]
}

function measure([what, ...rest]: readonly string[]): Figure[] {
  if (what === 'cold') {
    const source = readFileSync(rest[0], 'utf8')
    const start = performance.now()
    const { trace } = simulate({ source, record: RECORD })
    if (trace) new Viewer(trace).at(0)
    const now = performance.now()
    return [
      { name: 'cold: first run and picture', value: now - start, unit: 'ms' },
      { name: 'cold: from the start of the process', value: now, unit: 'ms' },
    ]
  }
  if (what === 'long') {
    const lines = Number(rest[0])
    return describe(`${lines} steps`, [record(`x = [0]\nfor i in range(${Math.ceil(lines / 2)}):\n    x[0] = i\n`)])
  }
  const [rounds, ...files] = rest
  return files.flatMap((file) => {
    const source = readFileSync(file, 'utf8')
    const runs = Array.from({ length: Number(rounds) }, () => record(source))
    return describe(basename(file, '.py'), runs)
  })
}

process.stdout.write(`${JSON.stringify(measure(process.argv.slice(2)))}\n`)
