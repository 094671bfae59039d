// The generated programs that are recorded: made again each time from their seed, so that their text need not be kept. What
// was recorded names each text by its digest: a change of the generator, or of fast-check, is noticed.

import fc from 'fast-check'
import type { Program } from '../programs.ts'
import { memoryPrograms } from './memory/programs.ts'
import { mutants } from './mutants.ts'
import { programs } from './programs.ts'

/** What generated programs are about; the start of their ids. */
const kinds = {
  /** References: every kind of name, container, call, class and exception. */
  generated: () => programs,
  /** The memory system: cycles, finalizers, weak references, the collector. */
  'generated-memory': () => memoryPrograms,
  /** Programs of the corpus with accidents in them. They are tried live only: they follow the corpus. */
  mutants,
}

/** A kind of generated programs. */
export type Kind = keyof typeof kinds

/** The kinds there are. */
export const kindNames = Object.keys(kinds) as readonly Kind[]

/** Whether there is a kind of this name. */
export const isKind = (name: string): name is Kind => name in kinds

/** The kind of a generated program; `undefined` for one that somebody wrote. */
export function kindOf({ id }: Program): Kind | undefined {
  return kindNames.find((kind) => id.startsWith(`${kind}/`))
}

/** So many programs of a kind, the same for the same seed. */
export function sample(kind: Kind, seed: number, count: number): Program[] {
  return fc
    .sample(kinds[kind](), { seed, numRuns: count })
    .map((text, i) => ({ id: `${kind}/${i}`, source: text, text }))
}
