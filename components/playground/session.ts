// One playground's state: the text, the run, the step that is shown. The machine is in a worker (client.ts); the parts of
// the playground read these signals and call these methods.

import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import {
  type Grain,
  type Look,
  Simulator,
  type Started,
  Unreachable,
  type View,
  type WorkerView,
} from '../../src/simulator/client.ts'
import { Lens } from '../heap/lens.ts'
import { Ahead } from './ahead.ts'
import { Landmarks } from './landmarks.ts'
import type { PanelName, Shared } from './moment-link.ts'
import { isSame, markedRow, type Pointed } from './pointed.ts'
import { type Problem, problemOf } from './problem.ts'

/** How long a step stays while playing, in ms. */
export const SPEEDS = [1600, 800, 300] as const

/** How long a run is waited for in silence, in ms: what the page says of shorter ones would only be drawn and taken away. */
const SOON = 100

/** The state of one playground. */
export class Session {
  readonly source: string
  readonly versions: readonly string[]
  readonly text: Signal<string>
  readonly python: Signal<string>
  readonly view: Signal<View | WorkerView | null>
  readonly grain = signal<Grain>('line')
  /** Whether a run is under way for so long that the learner is told. */
  readonly running = signal(false)
  /** Whether the worker holds a run of the present text, so that there are steps to go to. */
  readonly ran = signal(false)
  readonly problem = signal<Problem | null>(null)
  readonly playing = signal(false)
  readonly speed = signal<number>(SPEEDS[1])
  readonly editing = signal(false)
  readonly panel = signal<PanelName>('objects')
  /** The version the run is compared with; '' while none has been chosen. */
  readonly beside = signal('')
  /** What a reset took away, until it is brought back or something else is written. */
  readonly setAside = signal<string | null>(null)
  /** Whether the text is another than the one the page was made with. */
  readonly changed: ReadonlySignal<boolean>
  /** Whether it is another than the one a reset leads to: that of the address, where it carries one. */
  readonly resettable: ReadonlySignal<boolean>
  /** Counts the runs that have ended. */
  readonly runs = signal(0)
  /** Whether the counts stand beside the line that has run. */
  readonly hints = signal(true)
  /** How the picture is looked at, and whether small values have boxes of their own in it. */
  readonly lens = new Lens()
  readonly atoms = signal(false)
  /** Whether the picture stands there as a table too. */
  readonly table = signal(false)
  /** Which instruction or line is pointed at, while instructions are shown. */
  readonly pointed = signal<Pointed>(null)
  readonly #simulator = new Simulator()
  readonly #ahead = new Ahead((step) => this.#simulator.view(step, this.#look))
  readonly landmarks: Landmarks
  readonly #first: View | null
  readonly #original: Signal<string>
  /** What the learner has typed for `input()` since the run began. */
  #typed: readonly string[] = []
  /** The run that is under way. */
  #run: Promise<boolean> | null = null
  #wanted = -1
  #going = false
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #stopTelling: () => void

  /** @param versions those there are, oldest first */
  constructor(source: string, first: View | null, python: string, versions: readonly string[]) {
    this.source = source
    this.versions = versions
    this.#first = first
    this.text = signal(source)
    this.python = signal(python)
    this.view = signal(first)
    this.#original = signal(source)
    this.changed = computed(() => this.text.value !== this.source)
    this.resettable = computed(() => this.text.value !== this.#original.value)
    this.landmarks = new Landmarks(this.#simulator, this)
    this.#stopTelling = effect(() => {
      const view = this.view.value
      if (view && !view.scene.told && this.#asksForHolders && this.ran.value) void this.#tell(view)
    })
  }

  /** Somebody sees them: the ledger of an object is open, or the table. */
  get #asksForHolders(): boolean {
    return this.landmarks.chosen.value !== 0 || this.table.value
  }

  get #look(): Look {
    return { grain: this.grain.value, atoms: this.atoms.value, told: this.#asksForHolders }
  }

  /** The learner wrote something. */
  edit(text: string): void {
    this.pause()
    this.#typed = []
    batch(() => {
      this.text.value = text
      this.setAside.value = null
      this.ran.value = false
      this.problem.value = null
    })
  }

  /** Takes the text of a file for the program, and runs it: what it does is what the learner wants to see. */
  open(text: string): void {
    this.edit(text)
    this.editing.value = false
    this.view.value = null
    void this.runAnew()
  }

  /** Shows what an address carries; where that could not be read, says so and leaves the program as it is. */
  async take(moment: Shared | 'damaged'): Promise<void> {
    if (moment === 'damaged') {
      this.problem.value = { kind: 'link', line: 0, text: '' }
      return
    }
    const { source, python, step, grain, panel, object, beside } = moment
    this.edit(source)
    this.#original.value = source
    this.view.value = null
    if (python !== '') this.python.value = python
    this.grain.value = grain
    this.panel.value = panel
    this.beside.value = beside
    if (step === null || !(await this.run())) return
    await this.go(step)
    if (object !== 0) this.landmarks.choose(object)
  }

  /** What an address has to carry so that another page shows what this one does. */
  moment(): Shared {
    const view = this.view.value
    return {
      source: this.text.value,
      python: this.python.value,
      step: this.ran.value && view ? view.step : null,
      grain: this.grain.value,
      panel: this.panel.value,
      object: this.landmarks.chosen.value,
      beside: this.panel.value === 'versions' ? this.beside.value : '',
    }
  }

  /** Back to the program as it was. The learner's text can be brought back. */
  reset(): void {
    this.pause()
    this.#typed = []
    batch(() => {
      if (this.resettable.value) this.setAside.value = this.text.value
      this.text.value = this.#original.value
      this.editing.value = false
      this.ran.value = false
      this.problem.value = null
      this.view.value = this.changed.value ? null : this.#first
    })
  }

  /** The text the last reset took away. */
  bringBack(): void {
    const text = this.setAside.value
    if (text === null) return
    this.edit(text)
    this.editing.value = true
  }

  /** Runs the text from its beginning: what was typed before is forgotten. */
  runAnew(): Promise<boolean> {
    if (!this.#run) this.#typed = []
    return this.run()
  }

  /** The learner comes near the program, which may be shown after one of these lines first. */
  expectRun(lines: readonly number[]): void {
    this.#simulator.expectRun(this.text.value, this.python.value, [0, ...lines])
  }

  /** Gives `input()` the line it waits for. The program runs again, up to there and on: it does the same again. */
  async type(line: string): Promise<boolean> {
    this.#typed = [...this.#typed, line]
    // A run that is under way does not know of this line.
    await this.#run
    return this.run()
  }

  /** Runs the text; shows the moment after `line` where one is named, else the end. Answers whether there are steps. */
  run(line = 0): Promise<boolean> {
    this.#run ??= this.#start(line).finally(() => {
      this.#run = null
    })
    return this.#run
  }

  async #start(line: number): Promise<boolean> {
    this.pause()
    const tell = setTimeout(() => {
      this.running.value = true
    }, SOON)
    this.#ahead.forget()
    const text = this.text.value
    const look = this.#look
    let started: Started | null = null
    let failed: Problem | null = null
    try {
      started = await this.#simulator.run(text, this.python.value, { line, look }, this.#typed)
    } catch (error) {
      const kind = error instanceof Unreachable ? 'unreachable' : 'internal'
      failed = { kind, line: 0, text: error instanceof Error ? error.message : String(error) }
    }
    const first = started?.first ?? null
    const now = this.#look
    const isOther = now.grain !== look.grain || now.atoms !== look.atoms || (now.told && !look.told)
    const view = first && isOther ? await this.#simulator.regrain(first.moment, now) : first
    clearTimeout(tell)
    batch(() => {
      this.running.value = false
      // What was written meanwhile has not been run.
      if (this.text.value !== text) return
      this.runs.value++
      this.landmarks.choose(0)
      this.ran.value = started?.first != null
      this.view.value = view
      this.problem.value = started ? problemOf(started) : failed
    })
    return this.ran.value
  }

  /** Runs under another version. */
  async choose(python: string): Promise<void> {
    this.python.value = python
    await this.#run
    if (this.python.value === python) await this.run()
  }

  /** The learner points at an instruction or a line, or no longer. */
  pointAt(pointed: Pointed): void {
    const isShown = markedRow(this.view.peek(), null) !== undefined
    if (!isSame(this.pointed.peek(), pointed)) this.pointed.value = isShown ? pointed : null
  }

  /** Shows a step. While one is on its way only the last wish is kept. */
  async go(step: number): Promise<void> {
    const view = this.view.value
    if (!view || !this.ran.value) return
    this.#wanted = Math.max(0, Math.min(view.last, step))
    if (this.#going) return
    this.#going = true
    try {
      while (this.#wanted !== this.view.value?.step) {
        const next = await this.#ahead.get(this.#wanted)
        if (!next || !this.ran.value) break
        const before = this.view.value?.step ?? 0
        this.view.value = next
        // Who goes back goes on going back.
        const step = next.step < before ? next.step - 1 : next.step + 1
        if (step >= 0 && step <= next.last) this.#ahead.expect(step)
      }
    } finally {
      this.#going = false
    }
  }

  /** Goes to a step of the learner's choice, so that playing ends; nowhere where there is none. */
  jump(step: number | undefined): void {
    if (step === undefined) return
    this.pause()
    void this.go(step)
  }

  /** Shows the moment just after a line has run for the first time; runs the program where it has not been run. */
  async goToLine(line: number): Promise<void> {
    this.pause()
    if (!this.ran.value) {
      await this.run(line)
      return
    }
    const step = await this.#simulator.afterLine(line)
    const view = step >= 0 ? await this.#simulator.view(step, { ...this.#look, grain: 'line' }) : null
    if (view) await this.#show(view.moment, this.grain.value)
  }

  /** Steps by lines or by instructions from now on; the moment shown stays the same. */
  async stepBy(grain: Grain): Promise<void> {
    const view = this.view.value
    if (view) await this.goToMoment(view.moment, grain)
    else this.grain.value = grain
  }

  /** Shows a step of the trace, stepped to by a grain that has it: phases of a collection are among the instructions. */
  async goToMoment(moment: number, grain: Grain = this.grain.value): Promise<void> {
    this.pause()
    this.grain.value = grain
    if (this.ran.value) await this.#show(moment, grain)
  }

  /** Draws boxes for small values too, or no more. */
  async drawAtoms(atoms: boolean): Promise<void> {
    this.atoms.value = atoms
    const view = this.view.value
    if (view && this.ran.value) await this.#show(view.moment, view.grain)
  }

  /** Runs the program under another version and shows a step of that run's trace. */
  async goUnder(python: string, moment: number): Promise<void> {
    if (python !== this.python.value) await this.choose(python)
    if (python === this.python.value) await this.goToMoment(moment)
  }

  /** Shows the same step with its holders, unless it is not shown any more. */
  async #tell(view: View): Promise<void> {
    this.#ahead.forget()
    const told = await this.#simulator.regrain(view.moment, { ...this.#look, grain: view.grain })
    if (told && this.view.peek() === view) this.view.value = told
  }

  async #show(moment: number, grain: Grain): Promise<void> {
    this.#ahead.forget()
    const view = await this.#simulator.regrain(moment, { ...this.#look, grain })
    if (view && this.ran.value && this.grain.value === grain) this.view.value = view
  }

  /** The map of memory at the step shown. `pool` and `last`: the pool chosen, the one shown last. */
  memory(pool: number, last: number) {
    const { step, grain } = this.view.value ?? { step: 0, grain: this.grain.value }
    return this.#simulator.memory({ step, grain, object: this.landmarks.chosen.value, pool, last })
  }

  /** The collector at the step shown. */
  collector() {
    const { step, grain } = this.view.value ?? { step: 0, grain: this.grain.value }
    return this.#simulator.collector({ step, grain })
  }

  /** The last run held against the same program under another version. */
  compare(python: string) {
    return this.#simulator.compare(python)
  }

  /** The last run as a file. */
  trace() {
    return this.#simulator.trace()
  }

  /** What the last run says to a question. */
  answers(question: Parameters<Simulator['answers']>[0]) {
    return this.#simulator.answers(question)
  }

  /** Whether the last run does what a task asks; `null` where that cannot be said. */
  judge(...asked: Parameters<Simulator['judge']>) {
    return this.#simulator.judge(...asked)
  }

  play(): void {
    const view = this.view.value
    if (!view || !this.ran.value) return
    this.playing.value = true
    void (view.step >= view.last ? this.go(0) : Promise.resolve()).then(() => this.#tick())
  }

  pause(): void {
    this.playing.value = false
    clearTimeout(this.#timer)
  }

  stop(): void {
    this.pause()
    this.#ahead.forget()
    this.#stopTelling()
    this.landmarks.stop()
    this.#simulator.stop()
  }

  #tick(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(async () => {
      const view = this.view.value
      if (!this.playing.value || !view) return
      await this.go(view.step + 1)
      const isStop = this.landmarks.marks.value?.breakpoint.includes(view.step + 1)
      if (isStop || view.step + 1 >= view.last) this.pause()
      else this.#tick()
    }, this.speed.value)
  }
}
