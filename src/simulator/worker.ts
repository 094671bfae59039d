// The simulator off the main thread. It keeps the last recorded run and answers with views of it, so the page itself
// carries neither the machine nor the trace.

import { pack } from '../scene/packing.ts'
import { Viewer } from '../scene/view.ts'
import { bytecodeOf } from './bytecode.ts'
import { fetchLoop, fetchMissing, fetchNames, PartUnreachable, type Progress, simulateFetching } from './fetching.ts'
import { Stop } from './heap/pystate.ts'
import {
  type Answer,
  type Compared,
  FIRST_LOOK,
  type FromWorker,
  type Look,
  type Question,
  type Ready,
  type SentView,
  type Shown,
  type Started,
  type ToWorker,
} from './messages.ts'
import { parse } from './parser/index.ts'
import { DEFAULT_BUDGETS, RECORD, type Run } from './pipeline.ts'
import { findProfile } from './profiles/index.ts'

/** The most a run made ahead of time may record, in bytes: one that records more is no small program of a lesson. */
const AHEAD = 4 << 20

/** How many views are made of a run that nobody has asked for yet, and of one that was asked for; how long apart, in ms. */
const REHEARSED = 24
const LOOKED_AT = 4
const PAUSE = 10

let viewer: Viewer | null = null
/** What was run last. */
let last: Extract<ToWorker, { kind: 'run' }> | null = null

/** A run made before it was asked for, as a learner reads the program: it is there when they press "Run". */
let prepared: { readonly source: string; readonly python: string; readonly run: Run; readonly viewer: Viewer } | null =
  null

/** The run that is looked at here and there. */
let rehearsed: Viewer | null = null

async function run(request: Extract<ToWorker, { kind: 'run' }>, progress: Progress): Promise<Started<SentView>> {
  viewer = null
  rehearsed = null
  last = request
  const { source, python, typed } = request
  const ready = prepared?.source === source && prepared.python === python && typed.length === 0 ? prepared : null
  prepared = null
  const result = ready?.run ?? (await recorded(request, progress))
  viewer = ready?.viewer ?? viewerOf(result)
  if (viewer && !ready) rehearse(viewer, LOOKED_AT)
  return startedOf(result, viewer, request.shown)
}

function startedOf({ outcome, stdout, stderr }: Run, viewer: Viewer | null, shown: Shown | null): Started<SentView> {
  return { outcome, stdout, stderr, last: viewer?.last ?? 0, first: viewer && shown && firstView(viewer, shown) }
}

/** Runs a program ahead of time, unless it is a long one; what is translated for it is translated for every other too. */
async function prepare({ source, python, lines }: Extract<ToWorker, { kind: 'prepare' }>): Promise<Ready | null> {
  if (prepared?.source === source && prepared.python === python) return null
  const request = { kind: 'run', source, filename: 'main.py', python, typed: [], shown: null } as const
  const run = await recorded(request, () => {}, AHEAD)
  const viewer = viewerOf(run)
  if (!viewer) return null
  const started = new Map(lines.map((line) => [line, startedOf(run, viewer, { line, look: FIRST_LOOK })]))
  rehearse(viewer, REHEARSED)
  if (run.outcome.kind === 'budget') return null
  prepared = { source, python, run, viewer }
  return { source, python, started }
}

/**
 * Looks at a run in so many places, until another is asked for: the browser translates what makes a view while it makes the
 * first ones, and what a view reads of a new run is read for the first time. By the time a learner jumps that has been done.
 */
function rehearse(shown: Viewer, places: number): void {
  rehearsed = shown
  let made = 0
  const next = () => {
    if (rehearsed !== shown || made === places) return
    try {
      view(shown, Math.floor((shown.last * made++) / places), FIRST_LOOK)
    } catch {
      return // what fails here fails again when somebody asks for it, and is told then
    }
    setTimeout(next, PAUSE)
  }
  setTimeout(next, PAUSE)
}

/** @param payload the most it may record, in bytes */
async function recorded(
  request: Extract<ToWorker, { kind: 'run' }>,
  progress: Progress,
  payload = 64 << 20,
): Promise<Run> {
  const profile = findProfile(request.python)
  if (!profile) throw new Error(`no Python ${request.python}`)
  const run = await simulateFetching(
    () => ({
      source: request.source,
      filename: request.filename,
      profile,
      budgets: { ...DEFAULT_BUDGETS, instructions: 2_000_000, payload },
      record: RECORD,
      stdin: { readLine: reader(request.typed), echoes: true },
    }),
    progress,
  )
  fetchLoop()
  return run
}

function viewerOf({ trace }: Run): Viewer | null {
  return trace && trace.steps.count > 0 ? new Viewer(trace) : null
}

/** Judges the last run. A trial is a run of its own, and leaves the last one as it is. */
async function judge({ task, tried }: Extract<ToWorker, { kind: 'judge' }>, progress: Progress) {
  const [{ judgeTask }, { beforeLine }] = await Promise.all([import('../quiz/task.ts'), import('../quiz/moments.ts')])
  const [run, shown] = [last, viewer]
  if (!run) return null
  return judgeTask(task, tried, {
    hasRun: (line) => shown !== null && beforeLine(shown, line) >= 0,
    parse: (source) => treeOf(source, run.python),
    finishes: async (source) => (await recorded({ ...run, source }, progress)).outcome.kind === 'finished',
  })
}

function treeOf(source: string, python: string) {
  const profile = findProfile(python)
  const parsed = profile ? parse(source, 'main.py', profile) : null
  return parsed?.kind === 'module' ? parsed.module : null
}

async function compare(python: string, progress: Progress): Promise<Compared | null> {
  if (!viewer || !last) return null
  const [{ accountOf, accountOfText }, { compareRuns }] = await comparison()
  const result = await recorded({ ...last, python }, progress)
  const other = viewerOf(result)
  const account = other ? accountOf(other) : accountOfText(result.stderr)
  return { outcome: result.outcome, comparison: compareRuns(last.source, accountOf(viewer), account) }
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

function firstView(viewer: Viewer, { line, look }: Shown): SentView {
  const after = line > 0 ? viewer.momentAfter(line) : -1
  const moment = viewer.moments[after >= 0 ? after : viewer.last]
  return view(viewer, viewer.stepAt(moment, look.grain), look)
}

function view(viewer: Viewer, step: number, { grain, atoms, told }: Look): SentView {
  const shown = viewer.at(step, grain, atoms, told)
  return pack({ ...shown, bytecode: grain === 'line' ? null : bytecodeOf(viewer, shown.moment) })
}

// What is drawn beside the first picture is fetched when it is first asked for.
const timeline = () => import('../scene/timeline.ts')
const memory = () => import('../scene/memory.ts')
const collector = () => import('../scene/collector.ts')
const comparison = () => Promise.all([import('../scene/account.ts'), import('../scene/compare.ts')])
const json = () => import('../trace/json.ts')
const quiz = () => import('../quiz/answers.ts')

async function answer(request: ToWorker, progress: Progress): Promise<unknown> {
  switch (request.kind) {
    case 'run':
      return run(request, progress)
    case 'prepare':
      return prepare(request)
    case 'view':
      return viewer ? view(viewer, request.step, request.look) : null
    case 'regrain':
      return viewer ? view(viewer, viewer.stepAt(request.moment, request.look.grain), request.look) : null
    case 'afterLine':
      return viewer?.momentAfter(request.line) ?? -1
    case 'answers':
      return viewer ? (await quiz()).answers(viewer, request.question as Question) : ([] as Answer[])
    case 'judge':
      return judge(request, progress)
    case 'marks':
      return viewer ? (await timeline()).marksOf(viewer, request.grain, request.breakpoints) : null
    case 'timeline':
      return viewer ? (await timeline()).timelineOf(viewer, request.address, request.step, request.grain) : null
    case 'traceback':
      return viewer ? (await import('../trace/traceback.ts')).tracebackEntries(viewer.trace) : []
    case 'memory':
      return viewer ? (await memory()).memoryScene(viewer, request.wish) : null
    case 'collector':
      return viewer ? (await collector()).collectorScene(viewer, request.wish) : null
    case 'compare':
      return compare(request.python, progress)
    case 'trace':
      return viewer ? new Blob([(await json()).traceToJson(viewer.trace)], { type: 'application/json' }) : null
  }
}

/** Answers, and once more, with a new viewer, where what looks at the run needed something of the machine first. */
async function answered(request: ToWorker, progress: Progress): Promise<unknown> {
  for (;;) {
    try {
      return await answer(request, progress)
    } catch (error) {
      const fetched = fetchMissing(error)
      if (!fetched) throw error
      await fetched
      if (viewer) viewer = new Viewer(viewer.trace)
    }
  }
}

async function serve(id: number, request: ToWorker): Promise<void> {
  try {
    say({ id, kind: 'value', value: await answered(request, (kind) => say({ id, kind })) })
  } catch (error) {
    if (error instanceof PartUnreachable) say({ id, kind: 'unreachable' })
    else say({ id, kind: 'error', text: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) })
  }
}

// One after the other: a question asked while a run waits for a part of the library is about that run.
let served = Promise.resolve()

fetchNames()

self.addEventListener('message', ({ data }: MessageEvent<{ id: number; request: ToWorker }>) => {
  served = served.then(() => serve(data.id, data.request))
})

function say(message: FromWorker): void {
  self.postMessage(message)
}
