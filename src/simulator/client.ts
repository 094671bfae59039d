// The only cable between a page and the simulator: a worker of its own for each playground, watched by a clock. When it
// does not answer in time it is ended, and the next run gets a new one.

import type { CollectorScene, CollectorWish } from '../scene/collector.ts'
import type { MemoryScene, MemoryWish } from '../scene/memory.ts'
import { unpack } from '../scene/packing.ts'
import type { Marks, ObjectTimeline } from '../scene/timeline.ts'
import type { Grain } from '../scene/view.ts'
import type { TracebackEntry } from '../trace/traceback.ts'
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
  type TaskGoal,
  type TaskVerdict,
  type ToWorker,
  type Tried,
  type WorkerView,
} from './messages.ts'

export type { NameCount, OutputLine } from '../scene/account.ts'
export type { Comparison, CountDifference, LinePair, Pair } from '../scene/compare.ts'
export type { CountChange, MarkKind, Marks, ObjectTimeline } from '../scene/timeline.ts'
export type { Grain, View } from '../scene/view.ts'
export type { TracebackEntry } from '../trace/traceback.ts'
export type { Answer, Bytecode, BytecodeRow, Compared, Look, Question, Shown, Started, WorkerView } from './messages.ts'

/** What a run comes to that the clock has ended. */
const LATE = { kind: 'budget', which: 'time' } as const

/** How long a run may take, in ms from when the worker begins with it, before the worker is ended. */
export const TIME_LIMIT = 15_000

/** What is shown of a run where nothing else is asked for. */
const LAST: Shown = { line: 0, look: FIRST_LOOK }

/** The number of what nobody waits for. */
const UNASKED = 0

/** A worker that nobody waits for yet. */
interface Spare {
  readonly worker: Worker
  /** Whether it is running a program ahead of time. */
  runs: boolean
  /** The run it has made ahead. */
  ready: Ready | null
}

/** The next playground that runs a program takes it. */
let spare: Spare | null = null

function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
}

function startSpare(): Spare {
  const started: Spare = { worker: startWorker(), runs: false, ready: null }
  started.worker.addEventListener('error', () => {
    if (spare === started) spare = null
  })
  started.worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (spare !== started) return
    started.runs = data.kind === 'begun'
    if (data.kind === 'value') started.ready = (data.value as Ready | null) ?? started.ready
  })
  return started
}

/** What a program needs besides could not be fetched: it may be there when it is run again. */
export class Unreachable extends Error {}

interface Waiting {
  /** Called when the worker runs the program, and when it waits for the network instead. */
  readonly progress: ((kind: 'begun' | 'fetching') => void) | undefined
  resolve(value: unknown): void
  reject(error: Error): void
}

/** A view as it was before it was sent. */
function arrived(view: SentView): WorkerView {
  return { ...view, scene: unpack(view.scene) }
}

function received(started: Started<SentView>): Started {
  return { ...started, first: started.first && arrived(started.first) }
}

function isFirst({ grain, atoms, told }: Look): boolean {
  return grain === FIRST_LOOK.grain && atoms === FIRST_LOOK.atoms && told === FIRST_LOOK.told
}

/** The simulator, as a page sees it. Every method may reject with an Error whose message can be shown. */
export class Simulator {
  #worker: Worker | null = null
  #next = 1
  readonly #waiting = new Map<number, Waiting>()

  /**
   * Runs a program from its beginning. Answers also when it is stopped by the clock.
   * @param shown which view comes with the answer
   * @param typed what `input()` reads
   */
  async run(source: string, python: string, shown = LAST, typed: readonly string[] = []): Promise<Started> {
    const late: Started<SentView> = { outcome: LATE, stdout: '', stderr: '', last: 0, first: null }
    const ready = typed.length === 0 ? this.#madeAhead(source, python, shown) : undefined
    const request = { kind: 'run', source, filename: 'main.py', python, typed, shown: ready ? null : shown } as const
    const started = this.#timed(request, late)
    // The worker takes its run up for what is asked next; should it fail, that is told to who asks.
    if (ready) started.catch(() => {})
    return received(ready ?? (await started))
  }

  /** What the run of a program comes to, where the worker that this playground takes has made it ahead. */
  #madeAhead(source: string, python: string, { line, look }: Shown): Started<SentView> | undefined {
    const ready = this.#worker ? null : spare?.ready
    if (ready?.source !== source || ready.python !== python || !isFirst(look)) return undefined
    return ready.started.get(line)
  }

  /**
   * The first run of this program is likely to be wanted: a worker is started and makes it ahead, so that neither need be
   * waited for; not where data is to be saved.
   * @param lines those of which one may be shown first: see `Shown`
   */
  expectRun(source: string, python: string, lines: readonly number[]): void {
    const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } }
    if (this.#worker || connection?.saveData) return
    spare ??= startSpare()
    spare.worker.postMessage({ id: UNASKED, request: { kind: 'prepare', source, python, lines } })
  }

  /** Runs the last program under another version too and holds both against each other. */
  compare(python: string): Promise<Compared | null> {
    return this.#timed<Compared | null>({ kind: 'compare', python }, { outcome: LATE, comparison: null })
  }

  /** The last run as JSON, as `sim run --trace` writes it; `null` where there is none. */
  trace(): Promise<Blob | null> {
    return this.#ask({ kind: 'trace' }) as Promise<Blob | null>
  }

  /** Asks for something that runs a program; `late` is the answer when the clock has ended it. */
  async #timed<T>(request: ToWorker, late: T): Promise<T> {
    let clock: ReturnType<typeof setTimeout> | undefined
    try {
      return await new Promise<T>((resolve, reject) => {
        const end = () => {
          this.stop()
          resolve(late)
        }
        // The time a worker takes to arrive over a slow network is not the program's.
        const progress = (kind: 'begun' | 'fetching') => {
          clearTimeout(clock)
          if (kind === 'begun') clock = setTimeout(end, TIME_LIMIT)
        }
        this.#ask(request, progress).then((value) => resolve(value as T), reject)
      })
    } finally {
      clearTimeout(clock)
    }
  }

  /** A step of the last run. */
  view(step: number, look: Look): Promise<WorkerView | null> {
    return this.#view({ kind: 'view', step, look })
  }

  /** The same moment, stepped to by another grain. */
  regrain(moment: number, look: Look): Promise<WorkerView | null> {
    return this.#view({ kind: 'regrain', moment, look })
  }

  /** The step just after a line has run first, or -1. */
  afterLine(line: number): Promise<number> {
    return this.#ask({ kind: 'afterLine', line }) as Promise<number>
  }

  /** What the run says to a question. */
  answers(question: Question): Promise<Answer[]> {
    return this.#ask({ kind: 'answers', question }) as Promise<Answer[]>
  }

  /** Whether the last run does what a task asks; `null` where that took too long. */
  judge(task: TaskGoal, tried: Tried): Promise<TaskVerdict | null> {
    return this.#timed<TaskVerdict | null>({ kind: 'judge', task, tried }, null)
  }

  /** What can be marked along the last run, and where its breakpoints (lines) are arrived at. */
  marks(grain: Grain, breakpoints: readonly number[]): Promise<Marks | null> {
    return this.#ask({ kind: 'marks', grain, breakpoints }) as Promise<Marks | null>
  }

  /** The count of the object at an address at a step, over the whole run; `null` where it is immortal. */
  timeline(address: number, step: number, grain: Grain): Promise<ObjectTimeline | null> {
    return this.#ask({ kind: 'timeline', address, step, grain }) as Promise<ObjectTimeline | null>
  }

  /** The lines of stderr that name a line of the program, and the moments they tell of. */
  traceback(): Promise<TracebackEntry[]> {
    return this.#ask({ kind: 'traceback' }) as Promise<TracebackEntry[]>
  }

  /** The map of memory at a step of the last run. */
  memory(wish: MemoryWish): Promise<MemoryScene | null> {
    return this.#ask({ kind: 'memory', wish }) as Promise<MemoryScene | null>
  }

  /** The collector at a step of the last run. */
  collector(wish: CollectorWish): Promise<CollectorScene | null> {
    return this.#ask({ kind: 'collector', wish }) as Promise<CollectorScene | null>
  }

  /** Ends the worker; what was asked is never answered. */
  stop(): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#waiting.clear()
  }

  async #view(request: ToWorker): Promise<WorkerView | null> {
    const view = (await this.#ask(request)) as SentView | null
    return view && arrived(view)
  }

  #ask(request: ToWorker, progress?: Waiting['progress']): Promise<unknown> {
    const isRunning = !this.#worker && spare?.runs
    const worker = this.#start()
    const id = this.#next++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { progress, resolve, reject })
      if (isRunning) progress?.('begun')
      worker.postMessage({ id, request })
    })
  }

  #start(): Worker {
    if (this.#worker) return this.#worker
    const worker = spare?.worker ?? startWorker()
    spare = null
    worker.addEventListener('message', (event: MessageEvent<FromWorker>) => {
      const message = event.data
      if (message.kind === 'begun' || message.kind === 'fetching') {
        // The run that is made ahead keeps all others waiting, so the clock runs for it too.
        for (const [id, { progress }] of this.#waiting)
          if (id === message.id || message.id === UNASKED) progress?.(message.kind)
        return
      }
      const waiting = this.#waiting.get(message.id)
      this.#waiting.delete(message.id)
      if (message.kind === 'value') waiting?.resolve(message.value)
      else if (message.kind === 'unreachable') waiting?.reject(new Unreachable())
      else waiting?.reject(new Error(message.text))
    })
    worker.addEventListener('error', (event) => {
      for (const { reject } of this.#waiting.values())
        reject(new Error(event.message || 'the simulator could not start'))
      this.stop()
    })
    this.#worker = worker
    return worker
  }
}
