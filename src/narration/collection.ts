// What a phase of a collection has done.

import { collectionsOf } from '../trace/collections.ts'
import type { DecodedState } from '../trace/decode.ts'
import { StepKind, type Trace } from '../trace/trace.ts'
import type { Sentence } from './sentence.ts'

/** The sentences about the phase that has just been done at a step; none where it is no phase. */
export function narratePhase(trace: Trace, { step, collector }: DecodedState): Sentence[] {
  if (trace.steps.kind[step] !== StepKind.phase) return []
  const phases = collectionsOf(trace).flatMap((collection) => collection.phases)
  const found = phases.find(({ moment }) => moment === step)
  if (!found) return []
  const { phase, number, weakrefs, finalizers, freed } = found
  const zero = [...collector.gcRefs.values()].filter((copy) => copy === 0).length
  const sentences: Sentence[] = [{ key: `say.gc.${phase}`, params: { number, zero, weakrefs, finalizers, freed } }]
  // Some versions clear the last weak references only after the finalizers.
  if (weakrefs > 0 && phase === 'handle_resurrected')
    sentences.push({ key: 'say.gc.handle_weakrefs', params: { weakrefs } })
  return sentences
}
