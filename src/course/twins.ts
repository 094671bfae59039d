// The second program of a prediction: the example of its question with other names and some labelled lines written
// otherwise, so that the same idea is asked and the first program's numbers do not answer it. Build time only.
//
//   twin:
//     names: { a: tray, b: plate }     names of the program and what they are called in the twin (optional)
//     lines: { second: 'b = [7]' }     labelled lines, in the names of the first program
//     misread: …                       of the twin, where it is not as that of the first program (optional)

import { globSync } from 'node:fs'
import { type Example, parseExample } from './example.ts'
import { QuestionFile, questionFolder } from './question-file.ts'

/** How a twin differs from the example it is made of. */
export class Twin {
  readonly #file: QuestionFile
  readonly #names: ReadonlyMap<string, string>
  readonly #lines: Readonly<Record<string, unknown>>
  /** By slip the lines that are misread. */
  readonly misread: readonly (readonly [slip: string, lines: Readonly<Record<string, unknown>>])[]

  /** @throws Error where the question's file says something else than names and lines: the build stops */
  constructor(file: QuestionFile) {
    const fields = new Map(file.entries('twin'))
    const { names = {}, lines = {}, misread = {} } = Object.fromEntries(fields)
    const strange = [...fields.keys()].filter((name) => !['names', 'lines', 'misread'].includes(name))
    if (strange.length > 0) file.fail(`does not know "${strange.join('", "')}" of a twin`)
    if (Object.keys(lines).length === 0) file.fail('has a twin that says the same as the first program')
    this.#file = file
    this.#names = new Map(Object.entries(names).map(([name, other]) => [name, String(other)]))
    this.#lines = lines
    const known = Object.fromEntries(file.entries('misread'))
    this.misread = Object.entries({ ...known, ...misread } as typeof known)
  }

  /** The twin's program, where `changed` says how labelled lines are misread; its labels are those of the example. */
  program(changed: Readonly<Record<string, unknown>> = {}): Example {
    const { example, id } = this.#file
    const text = this.#file.rewritten({ ...this.#lines, ...changed })
    return { ...parseExample(`twins/${id}`, this.renamed(text)), labels: example.labels }
  }

  /** A piece of program in the twin's names. Texts and attributes stay as they are. */
  renamed(text: string): string {
    return text.replace(/'[^'\n]*'|"[^"\n]*"|\.?[\p{L}_][\p{L}\p{N}_]*/gu, (word) => this.#names.get(word) ?? word)
  }
}

/** The twins of all questions, as programs. */
export function twinPrograms(): readonly Example[] {
  return globSync('**/*.yaml', { cwd: questionFolder })
    .map((name) => new QuestionFile(name.replaceAll('\\', '/').slice(0, -'.yaml'.length)))
    .filter((file) => file.has('twin'))
    .map((file) => new Twin(file).program())
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
