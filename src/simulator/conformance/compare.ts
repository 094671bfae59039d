// Holds what the simulator did against what a real interpreter did.

import { Happening } from '../../trace/happenings.ts'
import type { ThreadState } from '../heap/pystate.ts'
import type { Profile } from '../profiles/index.ts'
import { type Run, simulate } from '../simulate.ts'
import { FILE_NAME } from './interpreter.ts'
import type { Watch } from './laws.ts'
import { matches } from './pattern.ts'
import { excuses } from './platform.ts'
import type { Program } from './programs.ts'
import type { Facts, Recording } from './recordings.ts'

/** What the simulator did. */
export interface Simulated extends Run {
  /** What was written before the interpreter's own exit. */
  readonly beforeExit: { readonly stdout: string; readonly stderr: string }
}

/** How a program compares under one profile. */
export type Verdict =
  /** `passedOver`: why lines were not compared, where there are any. */
  | { readonly kind: 'same'; readonly passedOver: readonly string[] }
  /** The simulator said that it does not do this: honest, but not done. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'different'; readonly lines: readonly string[] }

/** Runs a program in the simulator; `watch` may look at the machine before and afterwards. */
export function run(program: Program, profile: Profile, watch?: Watch): Simulated {
  let beforeExit: Simulated['beforeExit'] | null = null
  const atEnd = (ts: ThreadState) => {
    beforeExit = writtenBeforeExit(ts)
    watch?.atEnd(ts)
  }
  const atStart = (ts: ThreadState) => watch?.atStart(ts)
  const run = simulate({ source: program.text, filename: FILE_NAME, profile, record: null, atStart, atEnd })
  // What did not compile never came to its exit.
  return { ...run, beforeExit: beforeExit ?? run }
}

function writtenBeforeExit(ts: ThreadState): Simulated['beforeExit'] {
  const written = ['', '', '']
  for (let i = 0; i < ts.happenings.count; i++) {
    const { kind, a, b } = ts.happenings.row(i)
    if (kind === Happening.exit) break
    if (kind === Happening.output) written[a] += ts.texts[b]
  }
  return { stdout: written[1], stderr: written[2] }
}

/** What a run is held against. */
export interface Judge {
  readonly recording: Recording
  readonly by: Facts
  /** What a 64-bit CPython of the next version said, where `by` has another word size. */
  readonly next?: Omit<Judge, 'next'> | undefined
}

/** Compares a run with what a real interpreter did. */
export function compare(program: Program, simulated: Simulated, judge: Judge): Verdict {
  const { outcome, exitCode } = simulated
  if (outcome.kind === 'unsupported')
    return { kind: 'refused', reason: `unsupported: ${outcome.feature}, line ${outcome.lineno}` }
  const lines: string[] = []
  if (outcome.kind === 'internal_error') lines.push(`  internal error: ${outcome.message}`)
  if (outcome.kind === 'budget') lines.push(`  the ${outcome.which} budget is used up`)
  const { recording, by, next } = judge
  const { stdout, stderr } = by.withoutExit ? simulated.beforeExit : simulated
  const passedOver = new Set<string>()
  for (const [stream, said, real] of [
    ['stdout', stdout, recording.stdout],
    ['stderr', stderr, recording.stderr],
  ] as const) {
    // An immortal object shows a count that depends on the word size alone.
    const wide = next ? real.replaceAll(String(by.immortal), String(next.by.immortal)) : real
    const found = differences(wide.split('\n'), said.split('\n'), recording.varies === true)
    for (const { line, text, wanted } of found) {
      const both = text !== undefined && wanted !== undefined
      const why = next && both ? excuses(program.text, { stream, line, said: text, wanted }, next.recording) : []
      for (const reason of why) passedOver.add(reason)
      if (why.length === 0) lines.push(describe(`${stream}:${line + 1}`, wanted, text))
    }
  }
  if (exitCode !== recording.exit) lines.push(`  exit status ${exitCode}, CPython's is ${recording.exit}`)
  return lines.length === 0
    ? { kind: 'same', passedOver: [...passedOver] }
    : { kind: 'different', lines: lines.length > MOST ? [...lines.slice(0, MOST), '  …'] : lines }
}

/** Most differing lines that are shown of one program. */
const MOST = 12

interface Differing {
  readonly line: number
  readonly text: string | undefined
  readonly wanted: string | undefined
}

function differences(real: readonly string[], said: readonly string[], varies: boolean): Differing[] {
  const found: Differing[] = []
  for (let line = 0; line < Math.max(real.length, said.length); line++) {
    const [wanted, text] = [real[line], said[line]]
    const both = wanted !== undefined && text !== undefined
    if (!both || !(varies ? matches(wanted, text) : wanted === text)) found.push({ line, text, wanted })
  }
  return found
}

function describe(where: string, wanted: string | undefined, text: string | undefined): string {
  const show = (line: string | undefined) => line ?? '(nothing more)'
  return `  ${where}\n    CPython   ${show(wanted)}\n    simulator ${show(text)}`
}
