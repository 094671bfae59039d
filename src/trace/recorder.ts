// Makes the trace while the program runs. The VM says when a step begins; the memory hands over what changed since the
// last one; the happenings are numbered by it. Nothing here is Python's: with or without it the program runs the same.

import type { Code } from '../simulator/compiler/code.ts'
import type { Owns } from '../simulator/heap/typeslots.ts'
import type { ProfileName } from '../simulator/profiles/index.ts'
import type { Happenings } from './happenings.ts'
import { KeyframeWriter } from './keyframes.ts'
import { LogWriter } from './log.ts'
import { type Outcome, type Statics, StepKind, type StepTable, type Trace } from './trace.ts'

/** What the recorder needs of a ThreadState (heap/pystate.ts). */
export interface Recorded {
  readonly profile: { readonly name: ProfileName }
  readonly mem: {
    readonly words: Int32Array
    readonly known: Int32Array
    readonly top: number
    record(log: Pick<LogWriter, 'endStep'> | null): void
    endStep(dead: number, deadEnd: number): void
  }
  readonly happenings: Happenings
  readonly texts: readonly string[]
  readonly codes: readonly Code[]
  readonly natives: readonly { readonly name: string }[]
  readonly types: object
  readonly exc: object
  readonly moduleTypes: ReadonlyMap<string, number>
  readonly moduleOwns: ReadonlyMap<number, Owns>
  readonly none: number
  readonly true_: number
  readonly false_: number
  readonly notImplemented: number
  readonly ellipsis: number
  readonly emptyTuple: number
  readonly emptyStr: number
  readonly smallInts: number
  readonly latin1: number
  pause: () => void
  /** Takes bytes from the budget for what is kept outside the image; throws when it is used up. */
  chargePayload(bytes: number): void
}

/** How fine to record. */
export interface RecorderOptions {
  /** `line`: a step for each line. `instruction`: one for each instruction too. */
  readonly grain: 'line' | 'instruction'
  /** With grain `line`: lines (counted from 0 as they run) `from` to `to`, not included, are recorded by instruction. */
  readonly window?: { readonly from: number; readonly to: number }
}

/** Bytes of log between two charges. */
const CHARGED_AT_ONCE = 1 << 16

/** Columns of the growing table of steps, and steps in a piece of it. */
const COLUMNS = 6
const PIECE = 1 << 14

/**
 * Records one run. Attach it after start-up, when `__main__` is ready and nothing of the program has run: the image of
 * that moment is step 0's.
 */
export class Recorder {
  /** Whether the VM should announce the next instruction too: it asks before each one. */
  everyInstruction: boolean

  readonly #machine: Recorded
  readonly #window: { readonly from: number; readonly to: number }
  readonly #grain: RecorderOptions['grain']
  readonly #log = new LogWriter()
  readonly #keyframes = new KeyframeWriter()
  /** The columns kind, line, frame, depth, instruction, happenings, one behind the other, in pieces of so many steps. */
  readonly #pieces: Int32Array[] = []
  /** The last piece, which is being filled. */
  #columns = new Int32Array()
  #count = 0
  #lines = 0
  #charged = 0
  /** The log's size from which on more is charged. */
  #chargeAt = 0

  constructor(machine: Recorded, options: RecorderOptions) {
    this.#machine = machine
    this.#grain = options.grain
    this.#window = options.window ?? { from: 0, to: 0 }
    this.everyInstruction = options.grain === 'instruction'
    machine.pause = () => this.#phase()
  }

  /**
   * A step begins: what has changed up to now belongs to the one before.
   * @param frame address of the innermost frame, 0 for none
   * @param instruction index in the code's `instructions`
   * @param dead the first byte of the stack of frames that holds nothing, as frames and values end below it
   * @param deadEnd where that stack ends
   */
  beginStep(
    kind: keyof typeof StepKind,
    line: number,
    frame: number,
    depth: number,
    instruction: number,
    dead = 0,
    deadEnd = 0,
  ): void {
    if (kind === 'line') {
      if (this.#grain === 'line') {
        this.everyInstruction = this.#lines >= this.#window.from && this.#lines < this.#window.to
      }
      this.#lines++
    }
    this.#begin(StepKind[kind], line, frame, depth, instruction, dead, deadEnd)
    if (this.#log.size >= this.#chargeAt) this.#charge()
  }

  /** Ends the recording. The last step is the state after everything. */
  finish(run: { readonly source: string; readonly filename: string; readonly outcome: Outcome }): Trace {
    const machine = this.#machine
    this.#begin(StepKind.exit, 0, 0, 0, 0)
    machine.mem.record(null)
    machine.pause = () => {}
    return {
      ...run,
      profile: machine.profile.name,
      steps: this.#table(),
      log: this.#log.finish(),
      keyframes: this.#keyframes.frames,
      words: (machine.mem.top + 3) >> 2,
      happenings: machine.happenings.taken(),
      texts: [...machine.texts],
      codes: [...machine.codes],
      statics: staticsOf(machine),
    }
  }

  #begin(kind: number, line: number, frame: number, depth: number, instruction: number, dead = 0, deadEnd = 0): void {
    const machine = this.#machine
    const step = this.#count
    // The first call only forgets what start-up wrote: nobody was recording.
    machine.mem.endStep(dead, deadEnd)
    if (step === 0) machine.mem.record(this.#log)
    machine.happenings.step = step
    const at = step % PIECE
    if (at === 0) {
      this.#columns = new Int32Array(COLUMNS * PIECE)
      this.#pieces.push(this.#columns)
    }
    const columns = this.#columns
    columns[at] = kind
    columns[at + PIECE] = line
    columns[at + 2 * PIECE] = frame
    columns[at + 3 * PIECE] = depth
    columns[at + 4 * PIECE] = instruction
    columns[at + 5 * PIECE] = machine.happenings.count
    this.#count++
    if (this.#keyframes.isDue(this.#log.size)) this.#takeKeyframe(step)
  }

  #takeKeyframe(step: number): void {
    const { mem } = this.#machine
    // What the log does not have yet is nobody's: it must not come in by another way.
    const words = mem.known.subarray(0, (mem.top + 3) >> 2)
    this.#charged -= this.#keyframes.take(step, words, this.#log.size, this.#log.written)
  }

  #phase(): void {
    // Before the first line there is nobody to show a phase to.
    if (this.#count === 0) return
    const last = (this.#count - 1) % PIECE
    const [line, frame, depth, instruction] = [1, 2, 3, 4].map((column) => this.#columns[last + column * PIECE])
    this.#begin(StepKind.phase, line, frame, depth, instruction)
    this.#charge()
  }

  #charge(): void {
    const size = this.#log.size + this.#count * COLUMNS * 4 + this.#machine.happenings.count * 16
    const more = size - this.#charged
    this.#charged = size
    this.#chargeAt = this.#log.size + CHARGED_AT_ONCE
    this.#machine.chargePayload(more)
  }

  #table(): StepTable {
    const count = this.#count
    const column = <T extends Int32Array | Uint8Array>(into: T, number: number): T => {
      this.#pieces.forEach((columns, piece) => {
        const first = piece * PIECE
        const from = number * PIECE
        into.set(columns.subarray(from, from + Math.min(PIECE, count - first)), first)
      })
      return into
    }
    return {
      count,
      kind: column(new Uint8Array(count), 0),
      line: column(new Int32Array(count), 1),
      frame: column(new Int32Array(count), 2),
      depth: column(new Int32Array(count), 3),
      instruction: column(new Int32Array(count), 4),
      happenings: column(new Int32Array(count), 5),
    }
  }
}

/** Where the things of an interpreter stand. */
export function staticsOf(machine: Recorded): Statics {
  return {
    types: { ...machine.types },
    moduleTypes: [...machine.moduleTypes.values()],
    moduleOwns: Object.fromEntries(machine.moduleOwns),
    exceptions: { ...machine.exc },
    none: machine.none,
    true_: machine.true_,
    false_: machine.false_,
    notImplemented: machine.notImplemented,
    ellipsis: machine.ellipsis,
    emptyTuple: machine.emptyTuple,
    emptyStr: machine.emptyStr,
    smallInts: machine.smallInts,
    latin1: machine.latin1,
    natives: machine.natives.map((native) => native.name),
  }
}
