// What one version did with a program, as far as it can be held against what another did: which lines ran one after the
// other, what the counts were after each, what was written.

import { Happening } from '../trace/happenings.ts'
import { StepKind } from '../trace/trace.ts'
import type { Viewer } from './view.ts'

/** A name, and the count of the object it leads to. */
export interface NameCount {
  readonly name: string
  readonly type: string
  readonly refcnt: number
  readonly immortal: boolean
}

/** A line that has run, until another line ran: how many events one line has is no difference a learner would see. */
export interface Visit {
  readonly line: number
  /** The step of the trace just after it. */
  readonly moment: number
  /** The names that can be read there, but modules: how often those are held is the interpreter's affair. */
  readonly counts: readonly NameCount[]
}

/** A line of output. */
export interface OutputLine {
  readonly text: string
  readonly stream: 'stdout' | 'stderr'
  /** The line of the program that wrote its end; 0 where none did, as at the exit. */
  readonly line: number
  /** The step of the trace just after that; -1 where no step shows it. */
  readonly moment: number
}

/** What one version did with a program. */
export interface Account {
  readonly visits: readonly Visit[]
  /** Whether there are more visits than these. */
  readonly isCut: boolean
  /** All output, both streams in the order in which they were written. */
  readonly output: readonly OutputLine[]
}

/** Most visits whose counts are looked up: each needs a look at the memory. */
export const MOST_VISITS = 3000

/** Reads the account of a run. */
export function accountOf(viewer: Viewer): Account {
  const { moments, trace } = viewer
  const { line } = trace.steps
  const visits: Visit[] = []
  let i = 0
  for (; i < viewer.last && visits.length < MOST_VISITS; i++) {
    if (i + 1 < viewer.last && line[moments[i + 1]] === line[moments[i]]) continue
    visits.push({ line: line[moments[i]], moment: moments[i + 1], counts: countsAt(viewer, moments[i + 1]) })
  }
  return { visits, isCut: i < viewer.last, output: outputOf(viewer) }
}

/** The account of a program that did not begin: nothing ran, something was written. */
export function accountOfText(stderr: string): Account {
  const lines = stderr === '' ? [] : stderr.replace(/\n$/, '').split('\n')
  return {
    visits: [],
    isCut: false,
    output: lines.map((text) => ({ text, stream: 'stderr', line: 0, moment: -1 })),
  }
}

function countsAt(viewer: Viewer, moment: number): NameCount[] {
  const { globals, frames, objects } = viewer.glimpse(moment)
  const counts = new Map<string, NameCount>()
  for (const { name, value } of [...globals, ...(frames.at(-1)?.locals ?? [])]) {
    const object = objects.get(value)
    if (object && object.kind !== 'module')
      counts.set(name, { name, type: object.typeName, refcnt: object.refcnt, immortal: object.immortal })
  }
  return [...counts.values()]
}

function outputOf(viewer: Viewer): OutputLine[] {
  const { happenings: rows, texts, steps } = viewer.trace
  const lines: OutputLine[] = []
  let open = ''
  let last: Omit<OutputLine, 'text'> | null = null
  const close = () => {
    if (last) lines.push({ ...last, text: open })
    open = ''
  }
  for (let at = 0; at < rows.length; at += 4) {
    if (rows[at + 1] !== Happening.output) continue
    const step = rows[at]
    const stream = rows[at + 2] === 2 ? 'stderr' : 'stdout'
    if (last && last.stream !== stream && open !== '') close()
    const isBody = steps.kind[step] !== StepKind.exit
    const shown = viewer.stepAfter(step, 'line')
    last = { stream, line: isBody ? steps.line[step] : 0, moment: shown === undefined ? -1 : viewer.moments[shown] }
    const [first, ...rest] = texts[rows[at + 3]].split('\n')
    open += first
    for (const text of rest) {
      close()
      open = text
    }
  }
  if (open !== '') close()
  return lines
}
