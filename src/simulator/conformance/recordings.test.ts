// Every program and example, under every profile, does what real CPython did when it was recorded, and prints what stands
// beside its code, and leaves nothing behind. Each is run once for all of it.

import { describe, expect, test } from 'vitest'
import { profiles } from '../profiles/index.ts'
import { compare, run } from './compare.ts'
import { expectations, unexpected } from './expectations.ts'
import { judgeOf, recordingOf, recordingsOf } from './judge.ts'
import { knownDifferences, knownLeaks } from './known.ts'
import { EndLaw } from './laws.ts'
import { allPrograms, EXAMPLES } from './programs.ts'

const programs = allPrograms()

test('every profile has a judge', () => {
  for (const { name } of profiles) expect(recordingsOf(name), name).not.toBeNull()
})

describe.each(profiles.map((profile) => [profile.name, profile] as const))('%s', (name, profile) => {
  const { programs: recorded = {}, withoutExit } = recordingsOf(name) ?? {}

  test('every program is recorded as it is now', () => {
    // One that is run by another program cannot judge what ends it; what it recorded must be of the programs there are.
    const due = withoutExit ? programs.filter(({ id }) => recorded[id]) : programs
    const stale = due.filter((program) => !recordingOf(name, program)).map(({ id }) => id)
    expect(stale, 'record them: npm run conformance -- --record PYTHON').toEqual([])
  })

  const cases = programs.flatMap((program) => {
    const judge = judgeOf(profile, program)
    const beside = expectations(program.source, profile)
    return judge || beside ? [[program.id, { program, judge, beside }] as const] : []
  })
  test.each(cases)('%s', (id, { program, judge, beside }) => {
    const known = knownDifferences[id]?.[name] !== undefined
    const end = new EndLaw()
    const did = run(program, profile, end)
    const left = end.problems(did.outcome)
    if (knownLeaks[id]?.[name] === undefined) expect(left).toEqual([])
    else expect(left, 'nothing is left any more: strike it off known.ts').not.toEqual([])
    const verdict = judge && compare(program, did, judge)
    if (verdict) {
      const found = verdict.kind === 'different' ? verdict.lines : verdict.kind === 'refused' ? [verdict.reason] : []
      if (!known) expect(found.join('\n')).toBe('')
      else expect(found, 'no longer differs: strike it off known.ts').not.toEqual([])
    }
    if (!beside) return
    expect(unexpected(beside, did.stdout)).toEqual([])
    if (id.startsWith(EXAMPLES)) expect(did.outcome.kind).toBe('finished')
    // A recording that ends before the exit cannot say what the exit prints, nor one of another word size what that decides.
    // One that could not run the program says nothing of it (pyodide.test.ts tells which these may be), and one that is
    // known to differ was held above to differ still.
    const unheard = withoutExit && recorded[id] === undefined
    const changes = judge?.next !== undefined && judge.recording.varies === true
    const passedOver = verdict?.kind === 'same' && verdict.passedOver.length > 0
    const soon = !withoutExit || did.beforeExit.stdout === did.stdout
    const whole = !known && !unheard && !passedOver && !changes && soon
    if (whole) expect(unexpected(beside, recorded[id]?.stdout ?? '')).toEqual([])
  })
})
