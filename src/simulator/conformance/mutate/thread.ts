// The thread of worker.ts, as one that answers: what hangs or dies is started anew.

import { Worker } from 'node:worker_threads'
import type { Attempt, Attempted } from './attempt.ts'
import type { Sites } from './sites.ts'

/** What the thread says first. */
const READY = 'ready'

/** Megabytes a broken machine may take. */
const MEMORY = 2048

/** Answers attempts, one after the other. */
export class Thread {
  readonly #sources: Sites['sources']
  #worker: Worker | null = null
  /** Takes what the thread says next. */
  #end: (answer: Attempted | string) => void = () => {}

  constructor({ sources }: Sites) {
    this.#sources = sources
  }

  /** What came of an attempt; a text where the thread did not live to tell: it hung for `patience` milliseconds, or died. */
  async ask(attempt: Attempt, patience: number): Promise<Attempted | string> {
    const worker = this.#worker ?? (await this.#started())
    const answered = new Promise<Attempted | string>((resolve) => {
      this.#end = resolve
    })
    const timer = setTimeout(() => this.#end('it hung'), patience)
    worker.postMessage(attempt)
    const answer = await answered
    clearTimeout(timer)
    if (typeof answer === 'string') await this.stop()
    return answer
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate()
    this.#worker = null
  }

  async #started(): Promise<Worker> {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { sources: this.#sources },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    })
    this.#worker = worker
    const ready = new Promise<unknown>((resolve) => {
      this.#end = resolve
    })
    worker.on('message', (answer: Attempted) => this.#end(answer))
    worker.on('error', (error) => this.#end(`it died: ${error}`))
    worker.on('exit', () => this.#end('it died'))
    const said = await ready
    if (said !== READY) throw new Error(`the machine did not start: ${said}`)
    return worker
  }
}
