// The peers, each a process of its own that answers one request after the other, and is started anew when it breaks.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** What a peer is asked to run. */
export interface Request {
  readonly source: string
  readonly traced: boolean
}

/** What it says: the processor time from the text to the end of the run, in ms; what was printed; steps recorded, when traced. */
export interface Reply {
  readonly ms: number
  readonly output: string
  readonly steps?: number | null
}

/** Longest a single run may take, in ms. */
const PATIENCE = 120_000

export class Peer {
  readonly name: string
  /** As the peer says it; empty until it was asked something. */
  version = ''
  readonly #command: readonly string[]
  #child: ChildProcessWithoutNullStreams | null = null
  #lines: AsyncIterator<string> | null = null

  constructor(name: string, command: readonly string[]) {
    this.name = name
    this.#command = command
  }

  /** The reply, or `null` where the peer broke or took too long. */
  async ask(request: Request): Promise<Reply | null> {
    if (!this.#child && !(await this.#start())) return null
    this.#child?.stdin.write(`${JSON.stringify(request)}\n`)
    const line = await this.#line()
    if (line === null) this.stop()
    return line === null ? null : JSON.parse(line)
  }

  stop(): void {
    this.#child?.kill('SIGKILL')
    this.#child = null
    this.#lines = null
  }

  /** False where there is no such peer on this machine. */
  async #start(): Promise<boolean> {
    const [command, ...args] = this.#command
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    child.on('error', () => {})
    // A peer that broke leaves its input unread.
    child.stdin.on('error', () => {})
    child.stderr.resume()
    this.#child = child
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const greeting = await this.#line()
    if (greeting === null) this.stop()
    else this.version = JSON.parse(greeting).version
    return greeting !== null
  }

  /** The next line of output; `null` at its end, or when there is none for too long. */
  async #line(): Promise<string | null> {
    let clock: NodeJS.Timeout | undefined
    const late = new Promise<null>((resolve) => {
      clock = setTimeout(() => resolve(null), PATIENCE)
    })
    const next = this.#lines?.next().then(({ done, value }) => (done ? null : value))
    const line = await Promise.race([next ?? null, late])
    clearTimeout(clock)
    return line
  }
}
