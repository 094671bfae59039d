// Drills are made while a learner practises, so no recording can confirm them. Here many are made, and a real CPython prints
// what the simulator prints.

import { expect, test } from 'vitest'
import { type Difficulty, ideaNames, makeDrill } from '../../quiz/drills/drill.ts'
import { findProfile } from '../profiles/index.ts'
import { run } from './compare.ts'
import { startPyodide } from './pyodide.ts'

const SEED = 3_311
const PER_LEVEL = 4

test('a real CPython prints the same for drills of every idea and level', async () => {
  const interpreter = await startPyodide()
  const profile = findProfile(interpreter.version) ?? expect.fail(`no profile for ${interpreter.version}`)
  let compared = 0
  for (const idea of ideaNames)
    for (const level of [1, 2, 3] as const satisfies readonly Difficulty[])
      for (let i = 0; i < PER_LEVEL; i++) {
        const { source, twins } = makeDrill(idea, level, SEED + 104_729 * i)
        // A twin's run gives the number of a misconception: it has to be as true as the drill's own.
        for (const text of i === 0 ? [source, ...twins.map((twin) => twin.source)] : [source]) {
          const real = await interpreter.run(text)
          const { beforeExit, exitCode } = run({ id: idea, source: text, text }, profile)
          expect({ exit: exitCode, stdout: beforeExit.stdout }, text).toEqual({
            exit: real?.exit,
            stdout: real?.stdout,
          })
          if (text === source) expect(exitCode, text).toBe(0)
          compared++
        }
      }
  expect(compared).toBeGreaterThan(ideaNames.length * 3 * PER_LEVEL)
})
