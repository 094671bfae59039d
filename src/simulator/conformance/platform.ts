// What a 32-bit judge cannot say about a 64-bit CPython. A line it prints otherwise is passed over only where a 64-bit
// CPython of the next version printed what the simulator does, and where there is a cause: the line differs from run to
// run, or the program asks for something that the word size decides.

import { ANYTHING, matches } from './pattern.ts'
import type { Recording } from './recordings.ts'

/** What the word size decides, by what the program mentions or the 32-bit judge printed where it can be seen. */
const causes: readonly (readonly [seen: RegExp, why: string])[] = [
  [/\bgetsizeof\b|\b__sizeof__\b|__basicsize__|__itemsize__|\btracemalloc\b/, 'sizes: its pointers have 4 bytes'],
  [
    /\bhash\(|\bset\(|frozenset|\{\s*['"\w][^{}:]*,[^{}:]*\}/,
    'hashes: they have 32 bits, and sets are ordered by them',
  ],
  [/\bid\(|\bmap\(id\b/, 'where objects lie: it has no pymalloc'],
  [/\bmaxsize\b|\b2147483647\b/, 'the largest size: it is 2**31 - 1'],
  [/getallocatedblocks|\bget_count\b|\bget_objects\b|\bget_stats\b/, 'what the start leaves behind'],
]

const ADDRESSES = 'addresses: they differ from run to run'

/** A line of a program's output that differs. */
export interface DifferingLine {
  readonly stream: 'stdout' | 'stderr'
  /** Counted from 0. */
  readonly line: number
  /** What the simulator printed. */
  readonly said: string
  /** What the 32-bit judge printed. */
  readonly wanted: string
}

/**
 * Why a line need not be what the 32-bit judge printed; empty where it must.
 * @param text the program
 * @param wide what a 64-bit CPython of the next version recorded
 */
export function excuses(text: string, { stream, line, said, wanted }: DifferingLine, wide: Recording): string[] {
  const there = wide[stream].split('\n')[line]
  if (there === undefined) return []
  if (wide.varies && there.includes(ANYTHING)) return matches(there, said) ? [ADDRESSES] : []
  return there === said ? causes.filter(([seen]) => seen.test(text) || seen.test(wanted)).map(([, why]) => why) : []
}
