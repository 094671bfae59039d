// The simulator off the main thread. It keeps the last recorded run and answers with views of it, so the page itself
// carries neither the machine nor the trace.

import { answers } from '../quiz/answers.ts'
import { collectorScene } from '../scene/collector.ts'
import { memoryScene } from '../scene/memory.ts'
import { type Grain, Viewer } from '../scene/view.ts'
import { bytecodeOf } from './bytecode.ts'
import { Stop } from './heap/pystate.ts'
import type { Answer, FromWorker, Question, Started, ToWorker, WorkerView } from './messages.ts'
import { findProfile } from './profiles/index.ts'
import { DEFAULT_BUDGETS, RECORD, simulate } from './simulate.ts'

let viewer: Viewer | null = null

function run(request: Extract<ToWorker, { kind: 'run' }>): Started {
  viewer = null
  const profile = findProfile(request.python)
  if (!profile) throw new Error(`no Python ${request.python}`)
  const result = simulate({
    source: request.source,
    filename: request.filename,
    profile,
    budgets: { ...DEFAULT_BUDGETS, instructions: 2_000_000, payload: 64 << 20 },
    record: RECORD,
    stdin: { readLine: reader(request.typed), echoes: true },
  })
  if (result.trace && result.trace.steps.count > 0) viewer = new Viewer(result.trace)
  return {
    outcome: result.outcome,
    stdout: result.stdout,
    stderr: result.stderr,
    last: viewer?.last ?? 0,
    first: viewer ? view(viewer, Math.min(request.step ?? 0, viewer.last), 'line') : null,
  }
}

/** Reads what was typed, line by line, then stops the run: it is run again when there is one more. */
function reader(typed: readonly string[]): () => string {
  const lines = typed.values()
  return () => {
    const { done, value } = lines.next()
    if (done) throw new Stop({ kind: 'input' })
    return value
  }
}

function view(viewer: Viewer, step: number, grain: Grain): WorkerView {
  const shown = viewer.at(step, grain)
  return { ...shown, bytecode: grain === 'instruction' ? bytecodeOf(viewer, shown.moment) : null }
}

function answer(request: ToWorker): unknown {
  switch (request.kind) {
    case 'run':
      return run(request)
    case 'view':
      return viewer ? view(viewer, request.step, request.grain) : null
    case 'regrain':
      return viewer ? view(viewer, viewer.stepAt(request.moment, request.grain), request.grain) : null
    case 'afterLine':
      return viewer?.momentAfter(request.line) ?? -1
    case 'answers':
      return viewer ? answers(viewer, request.question as Question) : ([] as Answer[])
    case 'memory':
      return viewer ? memoryScene(viewer, request.wish) : null
    case 'collector':
      return viewer ? collectorScene(viewer, request.wish) : null
  }
}

self.addEventListener('message', (event: MessageEvent<{ id: number; request: ToWorker }>) => {
  const { id, request } = event.data
  say({ id, kind: 'begun' })
  try {
    say({ id, kind: 'value', value: answer(request) })
  } catch (error) {
    say({ id, kind: 'error', text: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) })
  }
})

function say(message: FromWorker): void {
  self.postMessage(message)
}
