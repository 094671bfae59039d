// Many drills of every idea and level, run under every version: they end in good order, are clear, ask for small numbers or
// True or False, and print the same in every version unless the difference is what they are about.

import { describe, expect, test } from 'vitest'
import { Viewer } from '../../scene/view.ts'
import { defaultProfile, findProfile, profiles } from '../../simulator/profiles/index.ts'
import { RECORD, simulate } from '../../simulator/simulate.ts'
import { answers } from '../answers.ts'
import { askDrill, isClear, type Runner } from './ask.ts'
import { type Difficulty, type Drill, ideaNames, ideas, makeDrill } from './drill.ts'

const levels: readonly Difficulty[] = [1, 2, 3]
const seeds = (count: number) => Array.from({ length: count }, (_, i) => 20_261_122 + 7919 * i)
const kinds = ideaNames.flatMap((idea) => levels.map((level) => [idea, level] as const))

/** As the worker does it. */
function beside(): Runner {
  let viewer: Viewer | null = null
  return {
    async run(source, python) {
      const profile = findProfile(python)
      if (!profile) throw new Error(`no Python ${python}`)
      const run = simulate({ source, profile, record: RECORD })
      viewer = run.trace ? new Viewer(run.trace) : null
      return run
    },
    async answers(question) {
      return viewer ? answers(viewer, question) : []
    },
  }
}

const outputOf = (drill: Drill, profile: (typeof profiles)[number]) =>
  simulate({ source: drill.source, profile, record: null })

describe.each(kinds)('%s, level %i', (idea, level) => {
  test('ends in good order under every version, and prints what is asked and nothing else', () => {
    for (const seed of seeds(3)) {
      const drill = makeDrill(idea, level, seed)
      const printed = profiles.map((profile) => {
        const { outcome, stdout, stderr } = outputOf(drill, profile)
        expect(outcome.kind, `${drill.source}\n${stderr}`).toBe('finished')
        return stdout
      })
      for (const stdout of printed) {
        const lines = stdout.trimEnd().split('\n')
        expect(lines, drill.source).toHaveLength(drill.lines.length)
        for (const line of lines) expect(line, drill.source).toMatch(/^(\d{1,2}|True|False)$/)
      }
      const varies: readonly Difficulty[] = ideas[idea].varies
      if (!varies.includes(level)) expect(new Set(printed).size, drill.source).toBe(1)
      expect(drill.source.trimEnd().split('\n').length, drill.source).toBeLessThanOrEqual(20)
    }
  })

  test('is clear, and wrong numbers have their reasons', async () => {
    const runner = beside()
    let explained = 0
    for (const seed of seeds(1)) {
      const drill = makeDrill(idea, level, seed)
      const asked = await askDrill(runner, drill, defaultProfile.name)
      expect(asked, drill.source).not.toBeNull()
      for (const { slips } of asked?.answers ?? []) explained += Object.keys(slips).length
      const owned = asked?.answers.filter(({ holders }) => holders.length > 0) ?? []
      for (const { holders, printed } of owned)
        expect(String(holders.filter((holder) => holder.owned).length), drill.source).toBe(printed)
    }
    expect(explained).toBeGreaterThan(0)
  })

  test('comes in many programs; the same seed makes the same one', () => {
    const made = seeds(16).map((seed) => makeDrill(idea, level, seed).source)
    expect(new Set(made).size).toBeGreaterThan(12)
    expect(makeDrill(idea, level, seeds(1)[0]).source).toBe(made[0])
    // Not only the names differ: some other program prints something else.
    const printed = (source: string) => simulate({ source, profile: defaultProfile, record: null }).stdout
    const first = printed(made[0])
    expect(made.slice(1).some((source) => printed(source) !== first)).toBe(true)
  })
})

test('a drill whose output says more, less, or too much is not clear', () => {
  const number = (printed: string) => ({ printed, form: 'number' as const })
  expect(isClear('2\nTrue\n', [number('2'), { printed: 'True', form: 'truth' }])).toBe(true)
  expect(isClear('True\n2\n', [number('2'), { printed: 'True', form: 'truth' }])).toBe(true)
  expect(isClear('2\n3\n', [number('2')])).toBe(false)
  expect(isClear('2\n', [number('2'), { printed: null, form: 'text' }])).toBe(false)
  expect(isClear('4294967295\n', [number('4294967295')])).toBe(false)
  expect(isClear('[1]\n', [{ printed: '[1]', form: 'text' }])).toBe(false)
})

test('a program that stops is not asked', async () => {
  const drill = { ...makeDrill('aliases', 1, 1), source: 'print(1)\nraise ValueError\n', lines: [1] }
  expect(await askDrill(beside(), drill, defaultProfile.name)).toBeNull()
})
