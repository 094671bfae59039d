// What a learner predicts of one program: a number for each line asked about, and how sure that is. Where the question has
// a second program, the first one's numbers are shown after one try, and the second try is about that one; else there are
// two tries at the same program. The answers come from the build's runs; progress is kept on the learner's machine.

import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { QuestionProgress, Sureness } from '../../src/course/progress-file.ts'
import { type Answer, grade, type Question, type Verdict } from '../../src/quiz/question.ts'

/** Tries before the answer is shown. */
const TRIES = 2

/** The second try is about this program. */
export interface TwinProgram {
  readonly source: string
  readonly tokens: readonly (readonly (readonly [text: string, kind: string])[])[]
  readonly question: Question
  readonly answers: readonly Answer[]
}

/** What keeps a question's history: the learner's progress, or a drill that is over when it is answered. */
export interface Keeper {
  get(id: string): QuestionProgress | undefined
  set(id: string, progress: QuestionProgress): void
}

/** The state of one question on the page. */
export class Prediction {
  readonly question: Question
  readonly answers: readonly Answer[]
  readonly given: Signal<readonly string[]>
  readonly verdicts = signal<readonly Verdict[]>([])
  readonly tries = signal(0)
  /** How sure the learner was at the first try; undefined where nothing was said. */
  readonly sure = signal<Sureness | undefined>(undefined)
  readonly state = signal<'open' | 'right' | 'shown'>('open')
  /** Set when a commit was refused because a number is missing. */
  readonly incomplete = signal(false)
  /** Whether the program may be run: a prediction was made, or given up. */
  readonly opened: ReadonlySignal<boolean>
  /** Whether the question has this program only, or is this its first or its second one. */
  readonly place: 'only' | 'first' | 'second'
  /** Whether the question goes on with its second program. */
  readonly goesOn: ReadonlySignal<boolean>
  /** What was done at the second program. */
  readonly #twin = signal<Pick<QuestionProgress, 'tries' | 'state' | 'given'> | null>(null)
  readonly #progress: Keeper

  constructor(
    question: Question,
    answers: readonly Answer[],
    progress: Keeper,
    place: 'only' | 'first' | 'second' = 'only',
  ) {
    this.question = question
    this.answers = answers
    this.#progress = progress
    this.place = place
    this.given = signal(question.lines.map(() => ''))
    this.opened = computed(() => this.state.value !== 'open' || this.tries.value > 0)
    this.goesOn = computed(() => place === 'first' && this.state.value === 'shown' && this.tries.value > 0)
  }

  /** Takes up what was done on an earlier visit. */
  restore(): void {
    const past = this.#progress.get(this.question.id)
    if (!past) return
    batch(() => {
      this.given.value = this.question.lines.map((_, i) => past.given[i] ?? '')
      this.tries.value = Math.min(past.tries, this.#most)
      this.sure.value = past.sure
      if (past.tries > 0) this.verdicts.value = this.#grade()
      const isRight = this.verdicts.value.length > 0 && this.verdicts.value.every(({ kind }) => kind === 'right')
      const isOver = past.state !== 'open' || past.tries >= this.#most
      this.state.value = isOver ? (isRight ? 'right' : 'shown') : 'open'
      if (past.twin) this.#twin.value = { tries: 1, state: past.state, given: past.twin }
    })
  }

  /** Keeps what is done at the second program together with what was done at this one. */
  get twin(): Keeper {
    return {
      get: () => this.#twin.value ?? undefined,
      set: (_, now) => {
        this.#twin.value = now
        this.#keep()
      },
    }
  }

  write(index: number, text: string): void {
    this.given.value = this.given.value.map((old, i) => (i === index ? text : old))
    this.verdicts.value = this.verdicts.value.map((old, i) => (i === index ? { kind: 'empty' } : old))
    this.incomplete.value = false
  }

  /** Commits to the numbers. Answers whether they were all there. */
  commit(): boolean {
    const verdicts = this.#grade()
    if (verdicts.some(({ kind }) => kind === 'empty')) {
      this.incomplete.value = true
      return false
    }
    batch(() => {
      this.incomplete.value = false
      this.verdicts.value = verdicts
      this.tries.value += 1
      if (verdicts.every(({ kind }) => kind === 'right')) this.state.value = 'right'
      else if (this.tries.value >= this.#most) this.state.value = 'shown'
    })
    this.#keep()
    return true
  }

  /** Gives up: the program opens and its numbers are shown. */
  show(): void {
    batch(() => {
      this.verdicts.value = this.#grade()
      this.incomplete.value = false
      this.state.value = 'shown'
    })
    this.#keep()
  }

  /** Starts over; what was known of the question before is forgotten. */
  again(): void {
    batch(() => {
      this.given.value = this.question.lines.map(() => '')
      this.verdicts.value = []
      this.tries.value = 0
      this.sure.value = undefined
      this.#twin.value = null
      this.state.value = 'open'
      this.incomplete.value = false
    })
    this.#keep()
  }

  /** Tries at this program. */
  get #most(): number {
    return this.place === 'only' ? TRIES : 1
  }

  /** The first line at which prediction and run part; 0 where they agree. */
  get parting(): number {
    const index = this.verdicts.value.findIndex(({ kind }) => kind !== 'right')
    return index < 0 ? 0 : this.question.lines[index]
  }

  #grade(): Verdict[] {
    return this.answers.map((answer, i) => grade(this.given.value[i], answer))
  }

  #keep(): void {
    const [twin, sure] = [this.#twin.value, this.sure.value]
    const waits = twin === null && this.goesOn.value
    this.#progress.set(this.question.id, {
      tries: this.tries.value + (twin?.tries ?? 0),
      state: twin?.state ?? (waits ? 'open' : this.state.value),
      given: this.given.value,
      ...(sure && { sure }),
      ...(twin && { twin: twin.given }),
    })
  }
}
