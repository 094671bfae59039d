// How much room a recorded run takes.

import type { Trace } from '../../src/trace/trace.ts'

/** What a trace keeps: the log of memory, the columns of its steps and happenings, the full images it can start from. In bytes. */
export function storedBytes(trace: Trace): { log: number; keyframes: number } {
  const log = trace.log.chunks.reduce((sum, { changes }) => sum + changes.byteLength, 0)
  const columns = Object.values(trace.steps).reduce(
    (sum, column) => sum + (typeof column === 'number' ? 0 : column.byteLength),
    trace.happenings.byteLength,
  )
  const keyframes = trace.keyframes.reduce((sum, { words }) => sum + words.byteLength, 0)
  return { log: log + columns + trace.log.starts.byteLength, keyframes }
}
