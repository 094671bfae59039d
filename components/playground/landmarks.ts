// What a learner can go to in a run: its marks, the breakpoints, the changes of one chosen object, the lines of a traceback.
// The worker reads them from the trace when they are asked for; here is what has been answered, for the run that is shown.

import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { nextOf, previousOf } from '../../src/scene/track.ts'
import type { MarkKind, Marks, ObjectTimeline, Simulator, TracebackEntry, View } from '../../src/simulator/client.ts'

/** What of a session its landmarks depend on. */
interface Shown {
  readonly view: ReadonlySignal<View | null>
  readonly ran: ReadonlySignal<boolean>
  /** Counts the runs: with each, what is known of the one before is forgotten. */
  readonly runs: ReadonlySignal<number>
}

/** The kinds of mark, in the order in which they stand below the slider. */
export const MARK_KINDS: readonly MarkKind[] = ['output', 'free', 'collection', 'exception', 'breakpoint']

/** The landmarks of one session. */
export class Landmarks {
  readonly marks = signal<Marks | null>(null)
  /** Lines, from 1. */
  readonly breakpoints = signal<ReadonlySet<number>>(new Set())
  /** Address of the object whose ledger is open, chosen in every view of the step; 0 for none. */
  readonly chosen = signal(0)
  /** Name of an arrow to the chosen object (scene.ts) that is lit with the line of the ledger it belongs to; empty for none. */
  readonly lit = signal('')
  /** The chosen object over the whole run; `null` until it is known, and for what never dies. */
  readonly timeline = signal<ObjectTimeline | null>(null)
  readonly entries = signal<readonly TracebackEntry[]>([])
  /** Whether the chosen object exists at the step that is shown. */
  readonly isAlive: ReadonlySignal<boolean>
  readonly #shown: Shown
  readonly #simulator: Simulator
  readonly #stops: (() => void)[]
  /** What has been asked of the worker last, by what it is about: later answers to earlier questions are dropped. */
  readonly #asked = new Map<string, number>()

  constructor(simulator: Simulator, shown: Shown) {
    this.#simulator = simulator
    this.#shown = shown
    this.isAlive = computed(() => {
      const timeline = this.timeline.value
      const view = shown.view.value
      return timeline === null || (view !== null && lives(timeline, view.step))
    })
    const grain = computed(() => shown.view.value?.grain ?? 'line')
    this.#stops = [
      effect(() => {
        const by = grain.value
        const lines = [...this.breakpoints.value]
        if (this.#hasRun()) this.#ask('marks', () => this.#simulator.marks(by, lines), this.marks)
        else this.marks.value = null
      }),
      effect(() => {
        if (this.#hasRun()) this.#ask('traceback', () => this.#simulator.traceback(), this.entries)
        else this.entries.value = []
      }),
      effect(() => {
        // By another grain every step has another number.
        if (grain.value) this.timeline.value = null
      }),
      effect(() => this.#follow()),
    ]
  }

  /** Opens the ledger of an object, or closes it; 0 closes any. */
  choose(address: number): void {
    this.timeline.value = null
    this.lit.value = ''
    this.chosen.value = this.chosen.peek() === address ? 0 : address
  }

  /** Lights an arrow, or puts it out where it is lit. */
  light(arrow: string): void {
    this.lit.value = this.lit.peek() === arrow ? '' : arrow
  }

  /** Sets a breakpoint on a line, or takes it away. */
  toggle(line: number): void {
    const lines = new Set(this.breakpoints.peek())
    if (!lines.delete(line)) lines.add(line)
    this.breakpoints.value = lines
  }

  /** The nearest mark of a kind on either side of a step. */
  beside(kind: MarkKind, step: number): { next: number | undefined; previous: number | undefined } {
    const steps = this.marks.value?.[kind] ?? []
    return { next: nextOf(steps, step), previous: previousOf(steps, step) }
  }

  stop(): void {
    for (const stop of this.#stops) stop()
  }

  #hasRun(): boolean {
    return this.#shown.runs.value > 0 && this.#shown.ran.value
  }

  /**
   * Asks for the timeline of the chosen object where it is not known, or where other changes are near now. Once it has died
   * those near its last step are wanted, among them its death.
   */
  #follow(): void {
    const view = this.#shown.view.value
    const address = this.chosen.value
    const timeline = this.timeline.value
    if (address === 0 || !view || !this.#hasRun()) return
    const isOver = timeline !== null && timeline.died >= 0 && timeline.died <= view.step
    const step = isOver ? timeline.died - 1 : view.step
    if (timeline && (!lives(timeline, step) || tells(timeline, step))) return
    // Of a life that is known it does not matter what its address is used for now.
    const isThere = view.scene.objects.some((box) => box.address === address && box.state !== 'freed')
    if (!isOver && !isThere) return
    this.#ask(
      'timeline',
      () => this.#simulator.timeline(address, step, view.grain),
      this.timeline,
      () => {
        return this.chosen.peek() === address
      },
    )
  }

  #ask<T>(what: string, ask: () => Promise<T>, into: { value: T }, isWanted: () => boolean = () => true): void {
    const number = (this.#asked.get(what) ?? 0) + 1
    const run = this.#shown.runs.peek()
    this.#asked.set(what, number)
    ask().then(
      (answer) => {
        if (this.#asked.get(what) === number && this.#shown.runs.peek() === run && isWanted()) into.value = answer
      },
      // The worker was ended: there is no run any more to have landmarks.
      () => {},
    )
  }
}

/** Whether the object exists at a step. */
function lives({ born, died }: ObjectTimeline, step: number): boolean {
  return born <= step && (died < 0 || step < died)
}

/** Whether the changes on both sides of a step are told with their causes. */
function tells({ steps, changes }: ObjectTimeline, step: number): boolean {
  const near = [previousOf(steps, step + 1), nextOf(steps, step)]
  return near.every((wanted) => wanted === undefined || changes.some((change) => change.step === wanted))
}
