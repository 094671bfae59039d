// Makes drills in the worker. One is made at a time, since a run and the questions about it belong together; and the next
// one is made while the learner thinks about this one, so that nobody waits for it.

import { type AskedDrill, askDrill } from '../../src/quiz/drills/ask.ts'
import { type Difficulty, type IdeaName, makeDrill } from '../../src/quiz/drills/drill.ts'
import { Simulator } from '../../src/simulator/client.ts'

/** What a drill is wanted of. */
export interface Wish {
  readonly idea: IdeaName
  readonly level: Difficulty
  readonly python: string
}

/** Programs that are made before it is said that none is clear. */
const MOST_ATTEMPTS = 20

/** Makes drills, one after the other. */
export class DrillMaker {
  readonly #simulator = new Simulator()
  /** Settled when the simulator is free. */
  #busy: Promise<unknown> = Promise.resolve()
  #ahead: { readonly wish: string; readonly drill: Promise<AskedDrill> } | null = null

  /**
   * A drill that nobody has seen.
   * @throws Error where the simulator cannot be started, or no clear drill was found
   */
  make(wish: Wish): Promise<AskedDrill> {
    const ahead = this.#ahead
    this.#ahead = null
    return ahead?.wish === JSON.stringify(wish) ? ahead.drill : this.#queue(wish)
  }

  /** Makes a drill that will probably be asked for. */
  prepare(wish: Wish): void {
    const drill = this.#queue(wish)
    // What went wrong is said to who asks for it.
    drill.catch(() => {})
    this.#ahead = { wish: JSON.stringify(wish), drill }
  }

  stop(): void {
    this.#simulator.stop()
  }

  #queue(wish: Wish): Promise<AskedDrill> {
    const made = this.#busy.then(() => this.#find(wish))
    this.#busy = made.catch(() => {})
    return made
  }

  async #find({ idea, level, python }: Wish): Promise<AskedDrill> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const seed = crypto.getRandomValues(new Int32Array(1))[0]
      const asked = await askDrill(this.#simulator, makeDrill(idea, level, seed), python)
      if (asked) return asked
    }
    throw new Error(idea)
  }
}
