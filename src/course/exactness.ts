// What the simulator is held against, counted: the table of the page "About" and of the README. Read from the recordings
// themselves; nothing of it is typed.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { knownDifferences } from '../simulator/conformance/known.ts'
import { type ProfileName, profiles } from '../simulator/profiles/index.ts'
import { twinPrograms } from './twins.ts'

/** The recordings of one version. */
export interface Exactness {
  readonly python: ProfileName
  /** The real interpreter that was recorded, `3.14.10, linux 64-bit`. */
  readonly judge: string
  /** Programs it ran, and how many of them print reference counts. */
  readonly programs: number
  readonly counting: number
  /** Lines they print; `npm test` compares each. */
  readonly lines: number
  /** Programs the simulator is known not to run as it did. */
  readonly known: number
}

/** The part of a recording that is counted (conformance/recordings.ts has the whole). */
interface Recorded {
  readonly version: string
  readonly platform: string
  readonly programs: Readonly<Record<string, { readonly stdout: string }>>
}

const conformance = join(process.cwd(), 'src', 'simulator', 'conformance')

/** One row for each version, oldest first. */
export function exactness(): readonly Exactness[] {
  return profiles.map(({ name }) => {
    const file = join(conformance, 'observed', `${name}.json`)
    const { version, platform, programs }: Recorded = JSON.parse(readFileSync(file, 'utf8'))
    const ids = Object.keys(programs)
    return {
      python: name,
      judge: `${version}, ${platform}`,
      programs: ids.length,
      counting: ids.filter(counts).length,
      lines: ids.reduce((sum, id) => sum + programs[id].stdout.split('\n').length - 1, 0),
      known: ids.filter((id) => knownDifferences[id]?.[name] !== undefined).length,
    }
  })
}

let twins: ReadonlyMap<string, string> | undefined

/** The text of a question's second program, which lies in no file of its own; empty where there is none of that id. */
function twin(id: string): string {
  twins ??= new Map(twinPrograms().map(({ id, display }) => [id, display]))
  return twins.get(id) ?? ''
}

const asked = new Map<string, boolean>()

/** Whether a program asks for a reference count. */
function counts(id: string): boolean {
  let answer = asked.get(id)
  if (answer === undefined) {
    const [, example] = /^examples\/(.*)/.exec(id) ?? []
    const file = example
      ? join(process.cwd(), 'content', 'examples', `${example}.py`)
      : join(conformance, 'programs', `${id}.py`)
    const text = existsSync(file) ? readFileSync(file, 'utf8') : twin(id)
    answer = text.includes('getrefcount')
    asked.set(id, answer)
  }
  return answer
}
