// What a learner predicts of one program: a number for each line asked about, two tries, then the truth. The answers come
// from the build's run of the same program; progress is kept on the learner's machine.

import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { QuestionProgress } from '../../src/course/progress-file.ts'
import { type Answer, grade, type Question, type Verdict } from '../../src/quiz/question.ts'

/** Tries before the numbers are shown. */
export const TRIES = 2

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
  readonly state = signal<'open' | 'right' | 'shown'>('open')
  /** Set when a commit was refused because a number is missing. */
  readonly incomplete = signal(false)
  /** Whether the program may be run: a prediction was made, or given up. */
  readonly opened: ReadonlySignal<boolean>
  readonly #progress: Keeper

  constructor(question: Question, answers: readonly Answer[], progress: Keeper) {
    this.question = question
    this.answers = answers
    this.#progress = progress
    this.given = signal(question.lines.map(() => ''))
    this.opened = computed(() => this.state.value !== 'open' || this.tries.value > 0)
  }

  /** Takes up what was done on an earlier visit. */
  restore(): void {
    const past = this.#progress.get(this.question.id)
    if (!past) return
    batch(() => {
      this.given.value = this.question.lines.map((_, i) => past.given[i] ?? '')
      this.tries.value = past.tries
      this.state.value = past.state
      if (past.tries > 0) this.verdicts.value = this.#grade()
    })
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
      else if (this.tries.value >= TRIES) this.state.value = 'shown'
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
      this.state.value = 'open'
      this.incomplete.value = false
    })
    this.#keep()
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
    this.#progress.set(this.question.id, {
      tries: this.tries.value,
      state: this.state.value,
      given: this.given.value,
    })
  }
}
