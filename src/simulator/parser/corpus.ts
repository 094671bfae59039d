// The programs the parser is held against, read for its tests (Node only), and what the interpreters said about them.

import { readFileSync } from 'node:fs'
import { hostilePrograms } from './corpus/hostile.ts'

/** [type, msg, lineno, offset, end_lineno, end_offset], or null for a program that parses. */
export type Verdict =
  | readonly [
      type: string,
      msg: string,
      line: number | null,
      column: number | null,
      endLine: number | null,
      end: number | null,
    ]
  | null

/** A recording of record.py. */
export interface Observed {
  readonly version: string
  /** A hash for each top-level statement. */
  readonly valid: Readonly<Record<string, string>>
  readonly mutants: readonly Verdict[]
  readonly mistakes: readonly Verdict[]
  readonly hostile: Readonly<Record<string, Verdict>>
  /** What the traceback of a `mistake N` or `mutant N` says more: [msg, offset, end_offset, text]. */
  readonly typos: Readonly<Record<string, readonly [msg: string, offset: number, end: number, text: string]>>
}

const text = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

/** What CPython `3.minor` said. */
export function observed(minor: number): Observed {
  return JSON.parse(text(`./observed/3.${minor}.json`))
}

interface Section {
  readonly title: string
  readonly since: number
  readonly source: string
}

function sections(name: string): Section[] {
  return text(`./corpus/${name}`)
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n')
      const title = part.slice(0, end)
      return { title, since: Number(/ \[3\.(\d+)\]$/.exec(title)?.[1] ?? 11), source: part.slice(end + 1) }
    })
}

/** Valid programs by name; `since` is the oldest 3.x that takes it. */
export const validPrograms: readonly Section[] = [...sections('valid.txt'), ...sections('teaching.txt')]

/** Programs with a mistake a person wrote. */
export const mistakes: readonly string[] = text('./corpus/mistakes.txt')
  .split('\n')
  .slice(0, -1)
  .map((line) => `${line.replaceAll('↵', '\n').replaceAll('⇥', '\t')}\n`)

const whole = [...sections('teaching.txt'), ...sections('valid.txt')]

/** Programs with an accident each: see mutants.py. */
export const mutants: readonly string[] = (
  JSON.parse(text('./corpus/mutants.json')) as [program: number, start: number, end: number, text: string][]
).map(([program, start, end, inserted]) => {
  const characters = [...whole[program].source]
  return characters.toSpliced(start, end - start, inserted).join('')
})

export const hostile: Readonly<Record<string, string>> = hostilePrograms()
