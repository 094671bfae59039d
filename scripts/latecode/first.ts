// Which functions come first: those that as many programs of the course as possible make do with.

import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Ran } from './ran.ts'

/** How much may come first beyond what is always there (`Ran`): the source of functions, in characters. */
export const FIRST = 216_000

/** Runs the programs of the course, in a process of its own, and says what each ran. */
export async function ranByCourse(): Promise<Ran> {
  const script = fileURLToPath(new URL('ran.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [script], { maxBuffer: 1 << 30 })
  return JSON.parse(stdout)
}

export interface First {
  /** The functions, as `Ran` names them. */
  readonly functions: ReadonlySet<string>
  /** The programs that need no other. */
  readonly programs: readonly string[]
}

/**
 * Takes the programs in the order of what each adds to those before it, until the next would be too much.
 * @param limit characters of source, beyond what is always there
 */
export function chooseFirst({ always, programs }: Ran, limit: number): First {
  const functions = new Set(always)
  const taken: string[] = []
  const left = new Map(Object.entries(programs))
  const added = (ran: readonly string[]) => ran.filter((fn) => !functions.has(fn))
  const size = (fns: readonly string[]) => fns.reduce((sum, fn) => sum + lengthOf(fn), 0)
  for (let total = 0; left.size > 0; ) {
    const [least] = [...left].map(([name, ran]) => ({ name, size: size(added(ran)) })).sort((a, b) => a.size - b.size)
    total += least.size
    if (total > limit) break
    for (const fn of left.get(least.name) ?? []) functions.add(fn)
    left.delete(least.name)
    taken.push(least.name)
  }
  return { functions, programs: taken }
}

function lengthOf(fn: string): number {
  const [start, end] = fn.slice(fn.lastIndexOf(':') + 1).split(',')
  return Number(end) - Number(start)
}
