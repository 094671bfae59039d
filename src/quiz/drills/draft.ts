// A drill's program while it is written: its lines, what is asked, and how learners with a misconception read a line.

import type { Slip } from '../question.ts'
import { Random } from './random.ts'

/** A program in which a misconception is true: its run gives the number such a learner expects at these lines. */
export interface Twin {
  readonly slip: Slip
  readonly source: string
  readonly lines: readonly number[]
}

/** A line as it is in the world of a misconception, by slip. */
export type Misread = Readonly<Record<Slip, string>>

interface Line {
  readonly text: string
  readonly misread: Misread
  /** The slips that explain a wrong answer here, `null` for all; absent where nothing is asked. */
  readonly explains?: readonly Slip[] | null
}

const nouns = [
  'bag',
  'bell',
  'boat',
  'coat',
  'coin',
  'cup',
  'desk',
  'drum',
  'fern',
  'jar',
  'kite',
  'lamp',
  'leaf',
  'pen',
  'rope',
  'sail',
  'shoe',
  'vase',
] as const

const modules = ['copy', 'gc', 'sys', 'weakref'] as const

/** A program that is being written. */
export class Draft {
  readonly random: Random
  /** The name whose object is counted; '' where nothing is. */
  of = ''
  readonly #lines: Line[] = []
  readonly #names: string[]

  constructor(seed: number) {
    this.random = new Random(seed)
    this.#names = this.random.shuffled(nouns)
  }

  /** A name that nothing else has. */
  name(): string {
    const name = this.#names.pop()
    if (name === undefined) throw new Error('a drill does not need so many names')
    return name
  }

  names(count: number): string[] {
    return Array.from({ length: count }, () => this.name())
  }

  /** A text to put into a list; it is not a name of the program. */
  word(): string {
    return `'${this.random.pick(['blue', 'cold', 'dry', 'green', 'new', 'old', 'red', 'round', 'warm'])}'`
  }

  /** Adds a line. */
  add(text: string, misread: Misread = {}): void {
    this.#lines.push({ text, misread })
  }

  /** Adds lines that nobody misreads. */
  lines(...texts: readonly string[]): void {
    for (const text of texts) this.add(text)
  }

  /** Asks what an expression is: `print(…)`. `explains` are the slips that have to do with it; all, where it is absent. */
  ask(expression: string, explains: readonly Slip[] | null = null, misread: Misread = {}, indent = ''): void {
    this.#lines.push({ text: `${indent}print(${expression})`, misread, explains })
  }

  /** Asks for the count of what a name means. */
  count(name: string, explains: readonly Slip[] | null = null, misread: Misread = {}, indent = ''): void {
    this.ask(`sys.getrefcount(${name})`, explains, misread, indent)
  }

  /** The program, the lines that are asked about, and the programs of the misconceptions. */
  finish(): { source: string; lines: readonly number[]; twins: readonly Twin[] } {
    const texts = this.#lines.map(({ text }) => text)
    const all = [...texts, ...this.#lines.flatMap(({ misread }) => Object.values(misread))].join('\n')
    const imports = modules.filter((name) => new RegExp(`\\b${name}\\.`).test(all)).map((name) => `import ${name}`)
    const head = imports.length > 0 ? [...imports, ''] : []
    const written = (lines: readonly string[]) => `${[...head, ...lines].join('\n')}\n`
    const asked = this.#lines.flatMap((line, i) => (line.explains === undefined ? [] : [{ ...line, number: i + 1 }]))
    const slips = new Set(this.#lines.flatMap(({ misread }) => Object.keys(misread)))
    const twins = [...slips].map((slip) => ({
      slip,
      source: written(this.#lines.map(({ text, misread }) => misread[slip] ?? text)),
      lines: asked
        .filter(({ explains }) => explains === null || explains?.includes(slip))
        .map(({ number }) => number + head.length),
    }))
    return { source: written(texts), lines: asked.map(({ number }) => number + head.length), twins }
  }
}
