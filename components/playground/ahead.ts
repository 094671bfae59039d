// The next step is asked for while the learner looks at this one, so that it is there when it is wanted.

/** How long a step must have been looked at, in ms: who drags the slider wants no neighbours. */
const REST = 40

/** Answers of one kind, by number of the step. */
export class Ahead<T> {
  readonly #ask: (step: number) => Promise<T>
  #step = -1
  #answer: Promise<T> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(ask: (step: number) => Promise<T>) {
    this.#ask = ask
  }

  /** The answer for a step: the one that was asked for ahead, where it was that one. */
  get(step: number): Promise<T> {
    const ahead = this.#step === step ? this.#answer : null
    this.forget()
    return ahead ?? this.#ask(step)
  }

  /** A step that will probably be wanted next. */
  expect(step: number): void {
    this.forget()
    this.#timer = setTimeout(() => {
      this.#step = step
      this.#answer = this.#ask(step)
      // What goes wrong is told to who wants the step.
      this.#answer.catch(() => {})
    }, REST)
  }

  /** To be called when the answers would be others now. */
  forget(): void {
    clearTimeout(this.#timer)
    this.#step = -1
    this.#answer = null
  }
}
