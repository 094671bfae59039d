// Leaves out one site after the other and asks the tests of `npm test` whether they notice: first what programs print and what
// is left at their end (recordings.test.ts), then the laws before every instruction, of the programs that are held against them.

import type { ProfileName } from '../../profiles/index.ts'
import { heldToLaws, type Program } from '../programs.ts'
import type { Attempt } from './attempt.ts'
import type { Site, Sites } from './sites.ts'
import { Thread } from './thread.ts'

/** What became of one site. */
export interface Mutant {
  readonly site: Site
  /** How many programs lead a mortal object there, under all the profiles that were tried. */
  readonly programs: number
  /** Who noticed, and what; `null`: nobody did. */
  readonly noticed: { readonly python: ProfileName; readonly program: string; readonly what: string } | null
}

/** What a whole hunt found. */
export interface Hunted {
  readonly mutants: readonly Mutant[]
  /** Programs that complain of the machine as it is: they judge nothing. */
  readonly unfit: readonly string[]
}

/** A program's run with every site in place. */
interface Covered {
  readonly program: Program
  readonly reached: Uint8Array
  readonly changes: number
  readonly time: number
}

/** So many programs are asked of a site; most answer at the first. */
const MOST_ASKED = 60
/** Nor longer than so many milliseconds, by their times with every site in place; the laws are asked besides. */
const LONGEST = 4000
/** The laws are looked at so many times more slowly. */
const LAWS_COST = 12
/** What takes so many times as long as it did, and so many milliseconds more, hangs. */
const SLOWEST = 10
const AT_LEAST = 5000
/** Milliseconds after which a program hangs, were it the slowest machine. */
const PATIENCE = 120_000

/** Tries sites under one profile after the other: those that no test has noticed yet. */
export class Hunt {
  readonly #found: Sites
  readonly #thread: Thread
  readonly #say: (text: string) => void
  readonly #unfit: string[] = []
  #mutants: Mutant[]

  /**
   * @param asked which sites are of interest
   * @param say is told how far it is
   */
  constructor(found: Sites, asked: (site: Site) => boolean, say: (text: string) => void) {
    this.#found = found
    this.#thread = new Thread(found)
    this.#say = say
    this.#mutants = found.sites.filter(asked).map((site) => ({ site, programs: 0, noticed: null }))
  }

  /** Asks the programs under a profile. */
  async under(profile: ProfileName, programs: readonly Program[]): Promise<void> {
    const covered = await this.#cover(profile, programs)
    const numbers = new Map(this.#found.sites.map((site, number) => [site, number]))
    const tried: Mutant[] = []
    for (const mutant of this.#mutants) {
      const number = numbers.get(mutant.site) ?? 0
      const leading = covered.filter(({ reached }) => reached[number] !== 0)
      const noticed = mutant.noticed ?? (await this.#tryOut(this.#attempt(profile, number), leading))
      tried.push({ ...mutant, programs: mutant.programs + leading.length, noticed })
      if (tried.length % 100 === 0) this.#say(`${profile}: ${tried.length} of ${this.#mutants.length} sites`)
    }
    this.#mutants = tried
  }

  /** Ends it: what was found. */
  async end(): Promise<Hunted> {
    await this.#thread.stop()
    return { mutants: this.#mutants, unfit: this.#unfit }
  }

  #attempt(profile: ProfileName, site: number) {
    return {
      profile,
      site,
      sites: this.#found.sites.length,
      limit: Number.MAX_SAFE_INTEGER,
      test: 'recording',
    } as const
  }

  /** Which sites each program leads to, the quickest program first. */
  async #cover(profile: ProfileName, programs: readonly Program[]): Promise<Covered[]> {
    const covered: Covered[] = []
    for (const [i, program] of programs.entries()) {
      if (i % 100 === 0) this.#say(`${profile}: ${i} of ${programs.length} programs`)
      const answer = await this.#thread.ask({ ...this.#attempt(profile, -1), program }, PATIENCE)
      const wrong = typeof answer === 'string' ? answer : answer.noticed
      if (wrong === null && typeof answer !== 'string') covered.push({ program, ...answer })
      else this.#unfit.push(`${program.id} [${profile}]: ${wrong}`)
    }
    return covered.sort((a, b) => a.time - b.time)
  }

  /** The first of the programs that notices. */
  async #tryOut(without: Omit<Attempt, 'program'>, leading: readonly Covered[]): Promise<Mutant['noticed']> {
    for (const test of ['recording', 'laws'] as const) {
      const cost = test === 'laws' ? LAWS_COST : 1
      const judges = test === 'laws' ? leading.filter(({ program }) => heldToLaws(program.id)) : leading
      let spent = 0
      for (const { program, changes, time } of judges.slice(0, MOST_ASKED)) {
        spent += time
        if (spent > LONGEST && spent > time) break
        const limit = cost * (3 * changes + 100_000)
        const answer = await this.#thread.ask({ ...without, program, limit, test }, AT_LEAST + SLOWEST * cost * time)
        const what = typeof answer === 'string' ? answer : answer.noticed
        if (what !== null) return { python: without.profile, program: program.id, what: `${test}: ${what}` }
      }
    }
    return null
  }
}
