// A place in a trace: the memory at a step. Moving is replaying the log forward or back, from here or from a keyframe.

import { firstPast } from './ascending.ts'
import { layKeyframe } from './keyframes.ts'
import { applyChanges } from './log.ts'
import { pageOf } from './memory.ts'
import { firstWords } from './startup.ts'
import { type Keyframe, PAGE_WORDS, type Trace } from './trace.ts'

/** How many words of a keyframe are copied in the time that one change takes. */
const WORDS_A_CHANGE = 12

/** The memory of a recorded run at one step. It starts at step 0. */
export class Cursor {
  readonly trace: Trace
  /** The step whose memory `words` is. */
  step = 0
  /** The image at `step`: word `i` holds bytes `4*i` to `4*i+3`. For reading only. */
  readonly words: Int32Array
  /** By page (memory.ts): 0 where the words are those of step 0, 1 where they may differ. */
  readonly written: Uint8Array
  /** The same bytes as doubles. */
  readonly doubles: Float64Array

  constructor(trace: Trace) {
    this.trace = trace
    const buffer = new ArrayBuffer(((trace.words + 1) & ~1) * 4)
    this.words = new Int32Array(buffer)
    this.doubles = new Float64Array(buffer)
    this.written = new Uint8Array(pageOf(this.words.length) + 1)
    this.words.set(firstWords(trace))
  }

  /** Number of the last step. */
  get last(): number {
    return Math.max(0, this.trace.steps.count - 1)
  }

  /** Goes to a step; past either end it stops there. */
  seek(target: number): void {
    const step = Math.max(0, Math.min(this.last, Math.trunc(target)))
    if (step === this.step) return
    const { log, keyframes } = this.trace
    const near = nearest(keyframes, log.starts, step)
    if (near !== undefined) {
      const walk = Math.abs(log.starts[step] - log.starts[this.step])
      const viaFrame = Math.abs(log.starts[step] - log.starts[near.step]) + this.words.length / WORDS_A_CHANGE
      if (viaFrame < walk) {
        this.#restore(near)
      }
    }
    applyChanges(log, this.words, Math.min(step, this.step), Math.max(step, this.step), this.written)
    this.step = step
  }

  #restore(frame: Keyframe): void {
    this.words.set(firstWords(this.trace))
    this.written.fill(0)
    if (frame !== this.trace.keyframes[0]) {
      layKeyframe(frame, this.words)
      for (const page of frame.pages) this.written[pageOf(page * PAGE_WORDS)] = 1
    }
    this.step = frame.step
  }

  /** One step on. Returns false at the end. */
  forward(): boolean {
    const before = this.step
    this.seek(before + 1)
    return this.step !== before
  }

  /** One step back. Returns false at the start. */
  back(): boolean {
    const before = this.step
    this.seek(before - 1)
    return this.step !== before
  }
}

/** The keyframe with the least log between it and a step. */
function nearest(frames: readonly Keyframe[], starts: Uint32Array, step: number): Keyframe | undefined {
  const next = firstPast(frames, (frame) => frame.step > step)
  const before = frames[next - 1]
  const after = frames[next]
  if (before === undefined || after === undefined) return before ?? after
  return starts[step] - starts[before.step] <= starts[after.step] - starts[step] ? before : after
}
