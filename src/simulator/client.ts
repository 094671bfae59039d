// The only cable between a page and the simulator: a worker of its own for each playground, watched by a clock. When it
// does not answer in time it is ended, and the next run gets a new one.

import type { CollectorScene, CollectorWish } from '../scene/collector.ts'
import type { MemoryScene, MemoryWish } from '../scene/memory.ts'
import { unpack } from '../scene/packing.ts'
import type { Marks, ObjectTimeline } from '../scene/timeline.ts'
import type { Grain } from '../scene/view.ts'
import type { TracebackEntry } from '../trace/traceback.ts'
import type {
  Answer,
  Compared,
  FromWorker,
  Look,
  Question,
  SentView,
  Shown,
  Started,
  TaskGoal,
  TaskVerdict,
  ToWorker,
  Tried,
  WorkerView,
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

/** The number of what nobody waits for. */
const UNASKED = 0

/** A worker that nobody waits for yet: the next playground that runs a program takes it. */
let spare: Worker | null = null
/** Whether it is running a program ahead of time. */
let spareRuns = false

function startWorker(): Worker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const ended = () => {
    if (spare !== worker) return
    spare = null
    spareRuns = false
  }
  worker.addEventListener('error', ended)
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (spare === worker) spareRuns = data.kind === 'begun'
  })
  return worker
}

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

/** The simulator, as a page sees it. Every method may reject with an Error whose message can be shown. */
export class Simulator {
  #worker: Worker | null = null
  #next = 1
  readonly #waiting = new Map<number, Waiting>()

  /**
   * Runs a program from its beginning. Answers also when it is stopped by the clock.
   * @param shown which view comes with the answer; without it the last one
   * @param typed what `input()` reads
   */
  async run(source: string, python: string, shown?: Shown, typed: readonly string[] = []): Promise<Started> {
    const late: Started<SentView> = { outcome: LATE, stdout: '', stderr: '', last: 0, first: null }
    const request = { kind: 'run', source, filename: 'main.py', python, typed } as const
    const started = await this.#timed(shown ? { ...request, shown } : request, late)
    return { ...started, first: started.first && arrived(started.first) }
  }

  /**
   * The first run of this program is likely to be wanted: a worker is started and makes it ahead, so that neither need be
   * waited for; not where data is to be saved.
   */
  expectRun(source: string, python: string): void {
    const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } }
    if (this.#worker || connection?.saveData) return
    spare ??= startWorker()
    spare.postMessage({ id: UNASKED, request: { kind: 'prepare', source, python } })
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
    const isRunning = !this.#worker && spareRuns
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
    const worker = spare ?? startWorker()
    spare = null
    spareRuns = false
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
