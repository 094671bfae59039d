// One run of a program with one site left out, and whether a test would notice.

import type { ThreadState } from '../../heap/pystate.ts'
import { findProfile, type ProfileName } from '../../profiles/index.ts'
import { simulate } from '../../simulate.ts'
import { forget } from '../../vm/restart.ts'
import { compare, run } from '../compare.ts'
import { judgeOf } from '../judge.ts'
import { knownDifferences, knownLeaks } from '../known.ts'
import { checkLaws, EndLaw } from '../laws.ts'
import type { Program } from '../programs.ts'
import { begin, changes } from './operations.ts'

/** What is asked: a program, the number of the site that is left out (-1: none), and which test it is to be. */
export interface Attempt {
  readonly program: Program
  readonly profile: ProfileName
  readonly site: number
  readonly sites: number
  /** How many changes of counts it may make; more is endless. */
  readonly limit: number
  readonly test: 'recording' | 'laws'
}

/** What came of it. */
export interface Attempted {
  /** What a test would say; `null`: nothing is amiss. */
  readonly noticed: string | null
  /** One byte for each site: whether a mortal object was there. */
  readonly reached: Uint8Array
  /** Changes of counts, and milliseconds. */
  readonly changes: number
  readonly time: number
}

/** Runs it. */
export function attempt({ program, profile, site, sites, limit, test }: Attempt): Attempted {
  const reached = new Uint8Array(sites)
  const start = performance.now()
  begin(site, reached, limit)
  // What happens at the start is looked at too, and a start that was broken is not kept.
  forget()
  let noticed: string | null
  try {
    noticed = (test === 'laws' ? lawBroken : differs)(program, profile)
  } catch (error) {
    noticed = `threw ${error}`
  }
  forget()
  return { noticed, reached, changes: changes(), time: performance.now() - start }
}

function profileNamed(name: ProfileName) {
  const profile = findProfile(name)
  if (!profile) throw new Error(`there is no profile ${name}`)
  return profile
}

/** What laws-*.test.ts ask. */
function lawBroken({ text }: Program, name: ProfileName): string | null {
  const profile = profileNamed(name)
  try {
    return checkLaws(text, profile)[0] ?? null
  } finally {
    begin(-1, new Uint8Array(0), Number.MAX_SAFE_INTEGER)
    simulate({ source: '', profile, atEnd: clearAll })
  }
}

/** What recordings.test.ts asks. */
function differs(program: Program, name: ProfileName): string | null {
  const profile = profileNamed(name)
  const judge = judgeOf(profile, program)
  const end = new EndLaw()
  const did = run(program, profile, {
    atStart: (ts) => end.atStart(ts),
    atEnd: (ts) => {
      end.atEnd(ts)
      clearAll(ts)
    },
  })
  const [problem] = end.problems(did.outcome)
  if (problem !== undefined && knownLeaks[program.id]?.[name] === undefined) return problem
  if (!judge || knownDifferences[program.id]?.[name] !== undefined) return null
  const verdict = compare(program, did, judge)
  if (verdict.kind === 'same') return null
  return verdict.kind === 'refused' ? verdict.reason : verdict.lines.slice(0, 3).join(' ')
}

/** A broken machine may have written beyond what it had asked for: all of its memory is cleared before the next one gets it. */
function clearAll(ts: ThreadState): void {
  ts.mem.top = ts.mem.words.byteLength
}
