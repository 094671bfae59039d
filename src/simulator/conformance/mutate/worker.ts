// A thread with the machine whose sites are numbered. It does one thing after the other: a run of a program with one site left
// out, or none. The machine is loaded once; which site is left out is a number.

import { registerHooks } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { Attempt, Attempted } from './attempt.ts'

const { sources } = workerData as { readonly sources: ReadonlyMap<string, string> }

registerHooks({
  load(url, context, nextLoad) {
    const source = sources.get(url)
    return source === undefined ? nextLoad(url, context) : { format: 'module-typescript', source, shortCircuit: true }
  },
})

const { attempt } = await import('./attempt.ts')

parentPort?.on('message', (asked: Attempt) => {
  const answer: Attempted = attempt(asked)
  parentPort?.postMessage(answer)
})
parentPort?.postMessage('ready')
