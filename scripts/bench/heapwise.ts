// Our simulator as a peer (see serve.mjs). bench.ts bundles it first, as it is in a page.

import { DEFAULT_BUDGETS, simulate } from '../../src/simulator/simulate.ts'
import { now, serve } from './serve.mjs'

const budgets = { ...DEFAULT_BUDGETS, instructions: 1_000_000_000, memory: 1 << 30, payload: 2 ** 31 }

serve('', ({ source, traced }) => {
  const start = now()
  const run = simulate({ source, budgets, record: traced ? { grain: 'line' } : null })
  const ms = now() - start
  if (run.outcome.kind !== 'finished') throw new Error(JSON.stringify(run.outcome))
  return { ms, output: run.stdout, steps: run.trace?.steps.count }
})
