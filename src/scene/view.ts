// What a page shows at one step, as plain data: the picture, the output so far, the names for hovering, what just happened.

import { narrate, type Sentence } from '../narration/narrate.ts'
import { firstPast } from '../trace/ascending.ts'
import { countSteps } from '../trace/counts.ts'
import { Cursor } from '../trace/cursor.ts'
import { endOf, outputUntil, type Written, writtenUntil } from '../trace/output.ts'
import { whenLine } from '../trace/query.ts'
import { runningFrame } from '../trace/state.ts'
import { StepKind, type Trace } from '../trace/trace.ts'
import { HeapScenes } from './heap.ts'
import type { Scene } from './scene.ts'

/** The name of the frame of the program itself; at the end it has gone, its names are still there. */
const MODULE = '<module>'

/** Most characters of output a page shows. */
const MOST_OUTPUT = 20_000

/** A name a learner may point at. */
export interface NameView {
  readonly type: string
  readonly refcnt: number
  readonly immortal: boolean
  readonly repr: string
}

/** How fine a learner steps: from line to line, from instruction to instruction, from one change of a count to the next. */
export type Grain = 'line' | 'instruction' | 'count'

/** One step. */
export interface View {
  readonly grain: Grain
  readonly step: number
  readonly last: number
  /** The step of the trace it shows. */
  readonly moment: number
  /** The line that has just run, 0 before the first. */
  readonly ran: number
  /** The line about to run, 0 at the end. */
  readonly next: number
  readonly scene: Scene
  readonly sentences: readonly Sentence[]
  /** What was printed so far: its end, where that is much. */
  readonly stdout: string
  /** That and what was written to stderr, in the order in which it was written, and how many characters are left out. */
  readonly written: { readonly pieces: readonly Written[]; readonly left: number }
  readonly names: Readonly<Record<string, NameView>>
  /** Whether the line that has run belongs to the function that runs now, so that its names are these. */
  readonly stayed: boolean
}

/**
 * Reads the views of a recorded run. A learner steps from line to line, or from instruction to instruction; the trace has
 * both. So there are two numbers: a *view's* step counts what is stepped by, a *moment* is a step of the trace.
 */
export class Viewer {
  readonly trace: Trace
  /** The moments of the lines, in order. */
  readonly moments: readonly number[]
  /** Number of the last view's step, and the step of the trace it is: the body has ended. */
  readonly last: number
  readonly exit: number
  readonly #instructions: readonly number[]
  /** Worked out when first asked for: all of the log is read for it. */
  #counts: readonly number[] | null = null
  readonly #scenes: HeapScenes

  constructor(trace: Trace) {
    this.trace = trace
    this.moments = momentsOf(trace, 'line')
    this.#instructions = momentsOf(trace, 'instruction')
    this.last = this.moments.length - 1
    this.exit = this.moments[this.last]
    this.#scenes = new HeapScenes(new Cursor(trace), this.moments)
  }

  /**
   * What is shown at a view's step (0 to the last one).
   * @param atoms with boxes for small values
   * @param told with the holders of each object
   */
  at(step: number, grain: Grain = 'line', atoms = false, told = true): View {
    const moments = this.momentsBy(grain)
    const moment = moments[step]
    const before = step > 0 ? moments[step - 1] : -1
    const state = this.#scenes.state(moment)
    const { steps } = this.trace
    // When the body has ended, what finalizers still print at the exit belongs to the output that is looked at.
    const isOver = steps.kind[moment] === StepKind.exit
    const written = endOf(writtenUntil(this.trace, isOver ? steps.count : moment), MOST_OUTPUT)
    const names: Record<string, NameView> = {}
    for (const { name, value } of [...state.globals, ...(runningFrame(state)?.locals ?? [])]) {
      const object = state.objects.get(value)
      if (object) {
        const { typeName, refcnt, immortal, repr } = object
        names[name] = { type: typeName, refcnt, immortal, repr }
      }
    }
    return {
      grain,
      step,
      last: moments.length - 1,
      moment,
      // Where several lines have run since the step before, the last of them.
      ran: before < 0 ? 0 : steps.line[grain === 'count' ? moment - 1 : before],
      next: isOver ? 0 : steps.line[moment],
      scene: this.#scenes.scene(moment, before, atoms, told),
      sentences: before >= 0 ? this.#told(before, moment, grain) : [],
      stdout: written.pieces.map(({ stream, text }) => (stream === 'stdout' ? text : '')).join(''),
      written,
      names,
      stayed: before >= 0 && (runningFrame(state)?.name ?? MODULE) === runningFrame(this.#scenes.state(before))?.name,
    }
  }

  /**
   * Told is of what has been in the picture; by changes of a count of every object, and there is no step in which none has
   * changed: it was one that no sentence is about.
   */
  #told(before: number, moment: number, grain: Grain): Sentence[] {
    const [from, to] = [before, moment].map((step) => ({
      state: this.#scenes.state(step),
      hasSeen: grain === 'count' ? () => true : this.#scenes.hasShown(step),
    }))
    const sentences = narrate(this.trace, from, to)
    if (grain !== 'count') return sentences
    return sentences.map((sentence) =>
      sentence.key === 'say.nothing' ? { key: 'say.elsewhere', params: {} } : sentence,
    )
  }

  /** The step of the trace just after a line has run for the first time; -1 where it does not run. */
  afterLine(line: number): number {
    return Math.min(whenLine(this.trace, line), this.exit)
  }

  /** The view's step of that moment; -1 where the line does not run. */
  momentAfter(line: number): number {
    const step = this.afterLine(line)
    return step < 0 ? -1 : this.moments.findIndex((moment) => moment >= step)
  }

  /** The view's step at which a moment is shown, or the first one after it. */
  stepAt(moment: number, grain: Grain): number {
    return this.stepAfter(moment - 1, grain) ?? this.momentsBy(grain).length - 1
  }

  /** The first view's step that shows what a step of the trace has done; undefined where the body has ended before. */
  stepAfter(done: number, grain: Grain): number | undefined {
    const moments = this.momentsBy(grain)
    const step = firstPast(moments, (moment) => moment > done)
    return step < moments.length ? step : undefined
  }

  /** The moments that are stepped to by a grain: the view's step `i` shows the `i`-th of them. */
  momentsBy(grain: Grain): readonly number[] {
    if (grain === 'line') return this.moments
    if (grain === 'instruction') return this.#instructions
    this.#counts ??= this.#countMoments()
    return this.#counts
  }

  /** The beginning, every instruction that begins after a count has changed, and the end. */
  #countMoments(): number[] {
    const after = countSteps(this.trace).flatMap((step) => {
      const index = this.stepAfter(step, 'instruction')
      return index === undefined ? [] : [this.#instructions[index]]
    })
    return [...new Set([this.#instructions[0], ...after, this.exit])]
  }

  /** The step of the trace that a view's step shows; past either end it is the first or the last. */
  momentOf(step: number, grain: Grain): number {
    const moments = this.momentsBy(grain)
    return moments[Math.max(0, Math.min(moments.length - 1, step))]
  }

  /** What a line printed when it ran first; `null` where it did not run. */
  printedBy(line: number): string | null {
    const { steps } = this.trace
    for (let step = 0; step < steps.count - 1; step++) {
      if (steps.kind[step] !== StepKind.line || steps.line[step] !== line) continue
      const after = whenLine(this.trace, line)
      return outputUntil(this.trace, after).stdout.slice(outputUntil(this.trace, step).stdout.length)
    }
    return null
  }

  /** A quick look at a step of the trace, true only until another one is asked for: for questions that look at many. */
  glimpse(step: number) {
    return this.#scenes.glimpse(step)
  }

  /** The decoded state of a step of the trace, for questions. */
  state(step: number) {
    return this.#scenes.state(step)
  }
}

/**
 * What is stepped by, up to the end of the body: learners look at the program, not at the interpreter's exit. Where the
 * recording has no instructions (late in a long run) its lines stand for them.
 */
function momentsOf({ steps }: Trace, grain: 'line' | 'instruction'): number[] {
  const moments: number[] = []
  for (let step = 0; step < steps.count; step++) {
    const isLine = steps.kind[step] === StepKind.line
    const hasInstructions = isLine && steps.kind[step + 1] === StepKind.instruction
    const isEnd = steps.kind[step] === StepKind.exit
    if (isEnd || (grain === 'line' ? isLine : !hasInstructions)) moments.push(step)
    if (isEnd) break
  }
  return moments
}
