// What looks on while a program runs: it tells the recorder when a step begins, and the tests of the laws of each instruction.

import type { ThreadState } from '../heap/pystate.ts'
import { Tstate } from '../heap/runtime.ts'
import type { Observer } from './ceval.ts'
import { frameLine } from './frame.ts'
import type { Machine } from './machine.ts'

/** What a recorder is to the machine (trace/recorder.ts). */
interface Steps {
  readonly everyInstruction: boolean
  beginStep(
    kind: 'line' | 'instruction',
    line: number,
    frame: number,
    depth: number,
    instruction: number,
    dead: number,
    deadEnd: number,
  ): void
}

/** The observer of one run. */
export class Watcher implements Observer {
  everyInstruction: boolean
  readonly #ts: ThreadState
  readonly #recorder: Steps | null
  readonly #filename: string
  readonly #tell: ((ts: ThreadState, m: Machine) => void) | undefined
  /** The code that ran last, and whether it is the program's. */
  #known: Machine['prepared'] | null = null
  #isOwn = false

  /**
   * @param filename of the program: what it calls, the library or a text given to `exec`, runs as part of the line that called it
   * @param tell to be told of each instruction
   */
  constructor(ts: ThreadState, recorder: Steps | null, filename: string, tell?: (ts: ThreadState, m: Machine) => void) {
    this.#ts = ts
    this.#recorder = recorder
    this.#filename = filename
    this.#tell = tell
    this.everyInstruction = this.#wantsEach()
  }

  line(m: Machine, line: number): void {
    this.#step(m, 'line', line)
    // It is not told what nobody wants: that would be each time.
    this.everyInstruction = this.#wantsEach()
  }

  instruction(m: Machine): void {
    this.#tell?.(this.#ts, m)
    if (this.#recorder?.everyInstruction) this.#step(m, 'instruction', frameLine(this.#ts, m.frame))
  }

  #wantsEach(): boolean {
    return this.#tell !== undefined || this.#recorder?.everyInstruction === true
  }

  #step(m: Machine, kind: 'line' | 'instruction', line: number): void {
    if (m.prepared !== this.#known) {
      this.#known = m.prepared
      this.#isOwn = m.prepared.code.co_filename === this.#filename
    }
    if (!this.#isOwn || this.#recorder === null) return
    const { mem, recursionLimit } = this.#ts
    const { words } = mem
    const end = words[Tstate.datastack_limit >> 2]
    // A generator's frame stands elsewhere.
    const onStack = m.frame < end && m.frame >= words[Tstate.datastack >> 2]
    const dead = onStack ? m.sp : words[Tstate.datastack_top >> 2]
    const depth = recursionLimit - words[Tstate.py_recursion_remaining >> 2]
    this.#recorder.beginStep(kind, line, m.frame, depth, m.pc, dead, end)
  }
}
