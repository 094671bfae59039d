// The same program under two versions: where their output first differs, where their counts do, and the counts of each line
// side by side. Pure: two accounts in, plain data out. A pair always has the first account's part first.

import type { Account, NameCount, OutputLine, Visit } from './account.ts'
import { namesIn } from './line-names.ts'

export type Pair<T> = readonly [T, T]

/** Two runs of one program, held against each other. */
export interface Comparison {
  readonly output: OutputPair
  /** The first moment at which a name has another count; `null` where there is none among what was compared. */
  readonly counts: CountDifference | null
  /** The lines that ran, in the order of the program. */
  readonly rows: readonly LinePair[]
  /** Where one version went on with another line than the other, for good; `null` where both went the same way. */
  readonly parted: Pair<Visit | null> | null
  /** How many visits were compared: those in which both ran the same line. */
  readonly compared: number
  /** Whether there are more that were not looked at. */
  readonly isCut: boolean
}

/** The outputs around the first line that differs. */
export interface OutputPair {
  /** Number of that line, from 1; 0 where all are the same. */
  readonly different: number
  /** That line; `null` where one output has ended before it. */
  readonly first: Pair<OutputLine | null>
  /** How many lines before those shown are left out, the same of both. */
  readonly before: number
  readonly shown: Pair<readonly OutputLine[]>
  /** How many lines after those shown are left out. */
  readonly after: Pair<number>
}

/** A name whose object has another count. */
export interface NamePair {
  readonly name: string
  readonly counts: Pair<NameCount>
}

/** The first moment at which counts differ. */
export interface CountDifference {
  readonly line: number
  readonly moments: Pair<number>
  readonly names: readonly NamePair[]
}

/** A line of the program and the counts after it: of its first visit that differs, or of its first one. */
export interface LinePair {
  readonly line: number
  readonly differs: boolean
  /** The names of the line, and those that differ; `null` where the line did not run. */
  readonly sides: Pair<{ readonly moment: number; readonly counts: readonly NameCount[] } | null>
  /** How often it ran. */
  readonly times: Pair<number>
}

/** Most lines of output shown, how many of them before the first that differs, and most characters of a line. */
const SHOWN = { lines: 120, before: 20, characters: 400 } as const
/** How far ahead is looked for the place where two runs go on with the same lines. */
const WINDOW = 64
/** Most words of a line that are looked up as names. */
const MOST_NAMES = 16

/** @param source the program that both ran */
export function compareRuns(source: string, a: Account, b: Account): Comparison {
  const { pairs, parted } = together(a.visits, b.visits)
  const differences = new Map<number, CountDifference>()
  let counts: CountDifference | null = null
  for (const [one, other] of pairs) {
    const names = different(one, other)
    if (names.length === 0) continue
    const found = { line: one.line, moments: [one.moment, other.moment] as const, names }
    counts ??= found
    if (!differences.has(one.line)) differences.set(one.line, found)
  }
  const isCut = a.isCut || b.isCut
  return {
    output: compareOutput(a.output, b.output),
    counts,
    rows: rowsOf(source, a.visits, b.visits, differences),
    // Where one account ends because it was cut, the runs did not part.
    parted: parted && !(isCut && parted.includes(null)) ? parted : null,
    compared: pairs.length,
    isCut,
  }
}

function different(a: Visit, b: Visit): NamePair[] {
  const others = new Map(b.counts.map((count) => [count.name, count]))
  return a.counts.flatMap((one) => {
    const other = others.get(one.name)
    return other && !isSame(one, other) ? [{ name: one.name, counts: [one, other] as const }] : []
  })
}

/** What is immortal has no count: that its number is another one in each version is no difference. */
function isSame(a: NameCount, b: NameCount): boolean {
  return a.immortal ? b.immortal : !b.immortal && a.refcnt === b.refcnt
}

/**
 * The visits in which both runs did the same line. Versions tell some lines an event more than others do; those are passed
 * over, until the same lines follow on both sides.
 */
function together(
  a: readonly Visit[],
  b: readonly Visit[],
): { pairs: Pair<Visit>[]; parted: Pair<Visit | null> | null } {
  const pairs: Pair<Visit>[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i].line === b[j].line) pairs.push([a[i++], b[j++]])
    else {
      const ahead = meeting(a, b, i, j)
      if (!ahead) return { pairs, parted: [a[i], b[j]] }
      i += ahead[0]
      j += ahead[1]
    }
  }
  return { pairs, parted: i < a.length || j < b.length ? [a[i] ?? null, b[j] ?? null] : null }
}

/** How far both have to go on until they do two of the same lines; the shortest way together. */
function meeting(a: readonly Visit[], b: readonly Visit[], i: number, j: number): Pair<number> | null {
  for (let sum = 1; sum <= WINDOW; sum++) {
    for (let on = 0; on <= sum; on++) {
      const [x, y] = [i + on, j + sum - on]
      if (x >= a.length || y >= b.length || a[x].line !== b[y].line) continue
      if (a[x + 1]?.line === b[y + 1]?.line) return [on, sum - on]
    }
  }
  return null
}

function rowsOf(
  source: string,
  a: readonly Visit[],
  b: readonly Visit[],
  differences: ReadonlyMap<number, CountDifference>,
): LinePair[] {
  const [one, other] = [byLine(a), byLine(b)]
  const rows: LinePair[] = []
  source.split(/\r\n|\r|\n/).forEach((text, at) => {
    const line = at + 1
    const visits = [one.get(line) ?? [], other.get(line) ?? []] as const
    if (visits[0].length + visits[1].length === 0) return
    const difference = differences.get(line)
    const words = [...(difference?.names.map(({ name }) => name) ?? []), ...namesIn(text)]
    const names = new Set(words.slice(0, MOST_NAMES))
    const side = (which: 0 | 1) => {
      const visit = difference
        ? visits[which].find(({ moment }) => moment === difference.moments[which])
        : visits[which][0]
      return visit ? { moment: visit.moment, counts: visit.counts.filter(({ name }) => names.has(name)) } : null
    }
    const times = [visits[0].length, visits[1].length] as const
    rows.push({ line, differs: difference !== undefined, sides: [side(0), side(1)], times })
  })
  return rows
}

function byLine(visits: readonly Visit[]): Map<number, Visit[]> {
  const lines = new Map<number, Visit[]>()
  for (const visit of visits) {
    const known = lines.get(visit.line)
    if (known) known.push(visit)
    else lines.set(visit.line, [visit])
  }
  return lines
}

function compareOutput(a: readonly OutputLine[], b: readonly OutputLine[]): OutputPair {
  const most = Math.max(a.length, b.length)
  let at = 0
  while (at < most && a[at]?.text === b[at]?.text && a[at]?.stream === b[at]?.stream) at++
  const isSameAll = at === most
  const before = isSameAll || at < SHOWN.lines - SHOWN.before ? 0 : at - SHOWN.before
  const shown = (lines: readonly OutputLine[]) => lines.slice(before, before + SHOWN.lines).map(shortened)
  const after = (lines: readonly OutputLine[]) => Math.max(0, lines.length - before - SHOWN.lines)
  const first = (lines: readonly OutputLine[]) => (isSameAll || !lines[at] ? null : shortened(lines[at]))
  return {
    different: isSameAll ? 0 : at + 1,
    first: [first(a), first(b)],
    before,
    shown: [shown(a), shown(b)],
    after: [after(a), after(b)],
  }
}

function shortened(line: OutputLine): OutputLine {
  return line.text.length > SHOWN.characters ? { ...line, text: `${line.text.slice(0, SHOWN.characters)}…` } : line
}
