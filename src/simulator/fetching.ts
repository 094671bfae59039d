// Runs programs where the simulator comes in parts: what is missing is fetched, and the program begins again.

import { fetchOpcodes } from './compiler/opcodes/ondemand.ts'
import { OpcodesMissing, PartMissing } from './modules/loaded.ts'
import { fetchParts } from './modules/ondemand.ts'
import { type Request, type Run, simulate } from './pipeline.ts'
import { bringLoop } from './vm/ceval.ts'

/** Says how far a run is: the page's clock runs while the program does, not while something is fetched. */
export type Progress = (kind: 'begun' | 'fetching') => void

/** Runs a program, and again from its start when something it needs has been fetched. Rejects with PartUnreachable. */
export async function simulateFetching(request: () => Request, progress: Progress = () => {}): Promise<Run> {
  for (;;) {
    progress('begun')
    try {
      return simulate(request())
    } catch (error) {
      const fetched = fetchMissing(error)
      if (!fetched) throw error
      progress('fetching')
      await fetched
    }
  }
}

/**
 * Fetches the loop that is fast. A run does not wait for it: the first programs of a page are short, and it changes nothing else.
 * Where the network is away, the next run may ask again.
 */
export async function fetchLoop(): Promise<void> {
  try {
    const { _PyEval_EvalFrameDefault } = await import('./vm/evalframe.ts')
    bringLoop(_PyEval_EvalFrameDefault)
  } catch {
    // Without it everything runs as well, only slower.
  }
}

/** Fetches what every program needs, before the first one comes. Where the network is away, that one asks again. */
export async function fetchNames(): Promise<void> {
  try {
    await fetchParts(['names'])
  } catch {
    // The first run says so.
  }
}

/** What is missing cannot be fetched: the network is away. */
export class PartUnreachable extends Error {}

/** Fetches what an error says is missing; undefined where it says something else. Rejects with PartUnreachable. */
export function fetchMissing(error: unknown): Promise<void> | undefined {
  if (error instanceof PartMissing) return reached(fetchParts(error.parts))
  if (error instanceof OpcodesMissing) return reached(fetchOpcodes(error.table))
  return undefined
}

function reached(fetched: Promise<void>): Promise<void> {
  return fetched.catch((error) => {
    throw new PartUnreachable(String(error))
  })
}
