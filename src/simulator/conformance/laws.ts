// The laws that hold whatever a program does, as one check of one run. What breaks them is listed; empty is good.

import { Conservation, imageOf } from '../../trace/conservation.ts'
import { checkEnd, checkJson, checkReversible } from '../../trace/law.ts'
import type { Outcome } from '../../trace/trace.ts'
import type { Budgets, ThreadState } from '../heap/pystate.ts'
import type { Profile } from '../profiles/index.ts'
import { simulate } from '../simulate.ts'
import { isLibrary } from '../vm/importpython.ts'
import { leakedBlocks, usedBlocks } from './blocks.ts'
import { FILE_NAME } from './interpreter.ts'

/** Most problems of one run that are listed. */
const MOST = 5

/** The library's own instructions are many and the same in every program: one in so many is looked at. */
const OF_THE_LIBRARY = 25

/** A program that runs longer than so many instructions goes round and round: of the others one in so many is looked at. */
const ALL_OF = 1000
/** A prime, so that the rounds of a loop are met at different places. */
const OF_THE_REST = 97

/** Looks at a run when it begins and when it is over. */
export interface Watch {
  atStart(ts: ThreadState): void
  atEnd(ts: ThreadState): void
}

/** What holds when a run is over: nothing is alive that nothing holds, the counts are right, no block has leaked. */
export class EndLaw implements Watch {
  #blocks: ReadonlyMap<number, number> = new Map()
  #left: string[] = []

  atStart(ts: ThreadState): void {
    this.#blocks = usedBlocks(ts)
  }

  atEnd(ts: ThreadState): void {
    this.#left = [...checkEnd(imageOf(ts)), ...leakedBlocks(ts, this.#blocks)].slice(0, MOST)
  }

  /** What breaks it. A run that was stopped had no end. */
  problems({ kind }: Outcome): string[] {
    const stopped = kind === 'budget' || kind === 'unsupported' || kind === 'syntax_error'
    return stopped ? [] : this.#left.map((problem) => `at the end: ${problem}`)
  }
}

/**
 * Runs a program twice. Before each instruction (of the library and of long runs: some) every mortal object's count is the number of
 * references owned; at the end nothing is alive that nothing holds, and no block has leaked or was freed twice. Recorded by line, the run leads
 * forward and back word for word and survives being written as JSON.
 * @param budgets less than the usual, for programs that may have no end
 */
export function checkLaws(text: string, profile: Profile, budgets: Partial<Budgets> = {}): string[] {
  const request = { source: text, filename: FILE_NAME, profile, budgets }
  const problems: string[] = []
  let conservation: Conservation | null = null
  const end = new EndLaw()
  let instructions = 0
  let own = 0
  const { outcome, stdout } = simulate({
    ...request,
    record: null,
    everyInstruction: (ts, m) => {
      instructions++
      if (problems.length >= MOST) return
      if (isLibrary(m.prepared.code.co_filename)) {
        if (instructions % OF_THE_LIBRARY !== 0) return
      } else if (++own > ALL_OF && own % OF_THE_REST !== 0) return
      conservation ??= new Conservation(ts)
      problems.push(...conservation.check().map((problem) => `instruction ${instructions}: ${problem}`))
    },
    atStart: (ts) => end.atStart(ts),
    atEnd: (ts) => end.atEnd(ts),
  })
  problems.push(...end.problems(outcome))
  if (outcome.kind === 'internal_error') problems.push(`internal error: ${outcome.message}`)
  const recorded = simulate({ ...request, record: { grain: 'line' } })
  // What is recorded counts against a budget of its own.
  const cut = recorded.outcome.kind === 'budget' && recorded.outcome.which === 'payload'
  if (cut ? !stdout.startsWith(recorded.stdout) : recorded.stdout !== stdout)
    problems.push('recorded, it prints something else')
  if (recorded.trace) problems.push(...checkReversible(recorded.trace), ...checkJson(recorded.trace))
  else if (instructions > 0) problems.push('it ran and left no trace')
  return problems.slice(0, MOST)
}
