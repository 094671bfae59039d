// The lines of tracebacks in the output, and the steps of the run they tell of.

import { Happening } from './happenings.ts'
import { StepKind, type Trace } from './trace.ts'

/** A line of a traceback that names a line of the program itself. */
export interface TracebackEntry {
  /** Number of the line of stderr, from 0. */
  readonly at: number
  /** The step of the trace in which the line of the program began to run; -1 where none is known. */
  readonly step: number
}

/** Every such line of what was written to stderr. */
export function tracebackEntries(trace: Trace): TracebackEntry[] {
  const entries: TracebackEntry[] = []
  let block: { at: number; line: number }[] = []
  let written = 0
  const close = () => {
    entries.push(...stepsOf(trace, block, written))
    block = []
  }
  let at = 0
  for (const { text, step } of errorLines(trace)) {
    const line = entryLine(text, trace.filename)
    if (line > 0) block.push({ at, line })
    else if (!text.startsWith(' ') && block.length > 0) close()
    written = step
    at++
  }
  close()
  return entries
}

/** What was written to stderr, line by line, with the step that wrote it. */
function errorLines({ happenings: rows, texts }: Trace): { text: string; step: number }[] {
  const lines = [{ text: '', step: 0 }]
  for (let at = 0; at < rows.length; at += 4) {
    if (rows[at + 1] !== Happening.output || rows[at + 2] !== 2) continue
    const step = rows[at]
    const [first, ...rest] = texts[rows[at + 3]].split('\n')
    const open = lines[lines.length - 1]
    lines[lines.length - 1] = { text: open.text + first, step }
    for (const text of rest) lines.push({ text, step })
  }
  return lines
}

/** The line that `  File "main.py", line 3, in f` names; 0 where another file or nothing is named. */
function entryLine(text: string, filename: string): number {
  const found = /^ {2}File "(.*)", line (\d+)/.exec(text)
  return found && (found[1] === filename || found[1].endsWith(`/${filename}`)) ? Number(found[2]) : 0
}

/**
 * The innermost line is where an exception was raised; each further out was running when it called the next.
 * @param block the lines of one traceback, outermost first
 * @param written the step in which it was written
 */
function stepsOf(trace: Trace, block: readonly { at: number; line: number }[], written: number): TracebackEntry[] {
  const { line: lines, depth } = trace.steps
  const found: TracebackEntry[] = []
  let step = -1
  for (const { at, line } of [...block].reverse()) {
    const inner = step
    step = -1
    if (found.length === 0) step = raisedAt(trace, line, written)
    else if (inner >= 0) {
      step = inner - 1
      while (step >= 0 && !(lines[step] === line && depth[step] < depth[inner])) step--
    }
    step = lineBegan(trace, step)
    found.unshift({ at, step })
  }
  return found
}

/** The step in which the line began that a step is part of: what is recorded by instruction has several. */
function lineBegan({ steps: { kind, line, depth } }: Trace, step: number): number {
  let began = step
  while (began >= 0 && (kind[began] !== StepKind.line || line[began] !== line[step] || depth[began] !== depth[step])) {
    began--
  }
  return began < 0 ? step : began
}

/** The last step up to `until` in which an exception was raised at a line, or came out of what it called. */
function raisedAt({ happenings: rows, steps }: Trace, line: number, until: number): number {
  for (let at = rows.length - 4; at >= 0; at -= 4) {
    const [step, kind] = [rows[at], rows[at + 1]]
    if (kind === Happening.raise && step <= until && steps.line[step] === line) return step
  }
  return -1
}
