// Drills: short programs made from a seed, one idea each, in three levels. A drill holds what is asked and never an answer;
// the run says what each line prints.

import { Draft, type Twin } from './draft.ts'
import { calls, closures, defaults, loops } from './functions.ts'
import { copies, cycles, finalizers, weak } from './lives.ts'
import { aliases, argument, containers, deleting } from './names-and-containers.ts'

/** How hard a drill is. */
export type Difficulty = 1 | 2 | 3

/** Writes a drill of an idea. */
export type Template = (draft: Draft, level: Difficulty) => void

/** A program with what is asked about it. */
export interface Drill {
  readonly idea: IdeaName
  readonly level: Difficulty
  readonly seed: number
  readonly source: string
  /** The name whose object is counted; '' where nothing is. */
  readonly of: string
  /** The lines whose output is asked for, from 1. */
  readonly lines: readonly number[]
  readonly twins: readonly Twin[]
}

interface Idea {
  readonly template: Template
  /** The lesson that tells of it: its number. */
  readonly lesson: string
  /** The levels whose numbers differ between versions: that they do is what they are about. */
  readonly varies: readonly Difficulty[]
}

/** The ideas, in the order of the course. */
export const ideas = {
  aliases: { template: aliases, lesson: '01', varies: [] },
  argument: { template: argument, lesson: '02', varies: [3] },
  del: { template: deleting, lesson: '03', varies: [] },
  loops: { template: loops, lesson: '03', varies: [] },
  calls: { template: calls, lesson: '04', varies: [3] },
  containers: { template: containers, lesson: '06', varies: [] },
  copies: { template: copies, lesson: '07', varies: [] },
  defaults: { template: defaults, lesson: '08', varies: [] },
  closures: { template: closures, lesson: '08', varies: [] },
  cycles: { template: cycles, lesson: '11', varies: [] },
  finalizers: { template: finalizers, lesson: '14', varies: [] },
  weak: { template: weak, lesson: '15', varies: [] },
} as const satisfies Record<string, Idea>

export type IdeaName = keyof typeof ideas

export const ideaNames = Object.keys(ideas) as readonly IdeaName[]

/** Makes a drill. The same seed makes the same one. */
export function makeDrill(idea: IdeaName, level: Difficulty, seed: number): Drill {
  const draft = new Draft(seed)
  ideas[idea].template(draft, level)
  return { idea, level, seed, of: draft.of, ...draft.finish() }
}
