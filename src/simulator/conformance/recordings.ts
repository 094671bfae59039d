// What real interpreters said: observed/<profile>.json, of generated programs observed/<kind>/<profile>.json; one line for
// each program. Written by `--record`, never by hand.

import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProfileName } from '../profiles/index.ts'
import type { Kind } from './generator/sample.ts'
import type { Program } from './programs.ts'

/** What a program did: written to stdout and stderr, and the exit status. */
export interface Observation {
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
}

/** An observation and the text it belongs to. */
export interface Recording extends Observation {
  /** digest() of the text that ran. */
  readonly source: string
  /** Present where runs differ: `…` then stands for the parts that do. */
  readonly varies?: true
}

/** Which programs: those somebody wrote, or those made by a generator. */
export type Corpus = 'written' | Kind

/** The recordings of one interpreter. */
export interface Recordings {
  /** Its whole version, `3.14.10`. */
  readonly version: string
  /** Where it ran, `linux 64-bit`. */
  readonly platform: string
  /** The count it shows of an immortal object (`sys.getrefcount(None)`). */
  readonly immortal: number
  /** Whether what it wrote ends before the interpreter's own exit, during which the last objects die. */
  readonly withoutExit: boolean
  /** Of generated programs: the seed they are made from. */
  readonly seed?: number
  readonly programs: Readonly<Record<string, Recording>>
}

/** Names a text, so that a recording of another text is noticed. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

/** A recorded interpreter without what it said. */
export type Facts = Omit<Recordings, 'programs'>

/** The recordings that stand for a profile, or `null` where there are none. */
export function readRecordings(profile: ProfileName, corpus: Corpus = 'written'): Recordings | null {
  const file = fileOf(profile, corpus)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/** Adds recordings to those there are. Forgets programs that are gone. */
export function writeRecordings(
  profile: ProfileName,
  made: Recordings,
  programs: readonly Program[],
  corpus: Corpus = 'written',
): void {
  const all: Record<string, Recording> = { ...readRecordings(profile, corpus)?.programs, ...made.programs }
  const lines = programs
    .filter(({ id }) => id in all)
    .map(({ id }) => `${JSON.stringify(id)}: ${JSON.stringify(all[id])}`)
  const { programs: _, ...facts } = made
  const head = Object.entries(facts).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},\n`)
  const file = fileOf(profile, corpus)
  // Written aside and then moved into place: nobody ever reads half a file.
  writeFileSync(`${file}.new`, `{\n${head.join('')}"programs": {\n${lines.join(',\n')}\n}\n}\n`)
  renameSync(`${file}.new`, file)
}

function fileOf(profile: ProfileName, corpus: Corpus): string {
  return join(import.meta.dirname, 'observed', ...(corpus === 'written' ? [] : [corpus]), `${profile}.json`)
}
