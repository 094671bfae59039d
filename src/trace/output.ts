// What a run has written, as the happenings tell it.

import { Happening } from './happenings.ts'
import type { Trace } from './trace.ts'

/** Text written to one stream before the other one was written to. */
export interface Written {
  readonly stream: 'stdout' | 'stderr'
  readonly text: string
  /** How many lines of its stream have ended before it. */
  readonly line: number
}

/** What has been printed before a step; where that is the number of steps, all that was printed. */
export function outputUntil(trace: Trace, step: number): { stdout: string; stderr: string } {
  const written = { stdout: '', stderr: '' }
  for (const [stream, text] of writes(trace, step)) written[stream] += text
  return written
}

/** The same in the order in which it was written. */
export function writtenUntil(trace: Trace, step: number): Written[] {
  const pieces: { stream: Written['stream']; text: string; line: number }[] = []
  const ended = { stdout: 0, stderr: 0 }
  for (const [stream, text] of writes(trace, step)) {
    const open = pieces.at(-1)
    if (open?.stream === stream) open.text += text
    else pieces.push({ stream, text, line: ended[stream] })
    ended[stream] += linesEnded(text)
  }
  return pieces
}

/**
 * The end of what was written, at most so many characters; lines keep their numbers.
 * @returns the pieces, and how many characters before them were left out
 */
export function endOf(pieces: readonly Written[], most: number): { pieces: readonly Written[]; left: number } {
  const end: Written[] = []
  let room = most
  let left = 0
  for (const piece of pieces.toReversed()) {
    const kept = Math.min(room, piece.text.length)
    const cut = piece.text.length - kept
    room -= kept
    left += cut
    if (kept > 0)
      end.push({ ...piece, text: piece.text.slice(cut), line: piece.line + linesEnded(piece.text.slice(0, cut)) })
  }
  return { pieces: end.reverse(), left }
}

/** Where among the happenings of a trace something is written: few of them are about that. */
const outputs = new WeakMap<Trace, readonly number[]>()

function outputsOf(trace: Trace): readonly number[] {
  let found = outputs.get(trace)
  if (!found) {
    const rows = trace.happenings
    const places: number[] = []
    for (let at = 0; at < rows.length; at += 4) if (rows[at + 1] === Happening.output) places.push(at)
    outputs.set(trace, places)
    found = places
  }
  return found
}

function* writes(trace: Trace, step: number): Generator<[stream: Written['stream'], text: string]> {
  const rows = trace.happenings
  const end = step < trace.steps.count ? trace.steps.happenings[step] * 4 : rows.length
  for (const at of outputsOf(trace)) {
    if (at >= end) return
    yield [rows[at + 2] === 2 ? 'stderr' : 'stdout', trace.texts[rows[at + 3]]]
  }
}

function linesEnded(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
