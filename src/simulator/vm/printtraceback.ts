// Python/traceback.c (up to 3.12) and Lib/traceback.py, StackSummary.format: the entries of a traceback as text.

import type { ThreadState } from '../heap/pystate.ts'
import { InterpreterFrame as F, PyFrameObject, PyTracebackObject as T } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { codeOf } from '../objects/codeobject.ts'
import { firstLineWithCarets } from './carets.ts'
import { expressionLines } from './expressionlines.ts'

/** Equal entries shown before they are only counted (_RECURSIVE_CUTOFF). */
const RECURSIVE_CUTOFF = 3

/** How much is shown of the source: nothing, the line alone, or the line with marks. */
export type Detail = 'none' | 'line' | 'marks'

/** The entry of one traceback object, without those after it. */
export function formatEntry(ts: ThreadState, tb: Borrowed, detail: Detail): string {
  const { head, source } = entryOf(ts, tb, detail)
  return head + source()
}

/** The entries from `first` on, each with its source line. */
export function formatTraceback(ts: ThreadState, first: Borrowed, detail: Detail): string {
  let skip = -ts.profile.tracebacks.limit
  for (let tb = first; tb !== 0; tb = ts.mem.load(tb + T.tb_next)) skip++
  let out = ''
  let last = ''
  let times = 0
  const repeated = () => {
    const more = times - RECURSIVE_CUTOFF
    return more > 0 ? `  [Previous line repeated ${more} more time${more === 1 ? '' : 's'}]\n` : ''
  }
  for (let tb = first; tb !== 0; tb = ts.mem.load(tb + T.tb_next)) {
    if (skip-- > 0) continue
    const { head, source } = entryOf(ts, tb, detail)
    if (head !== last) {
      out += repeated()
      last = head
      times = 0
    }
    times++
    if (times > RECURSIVE_CUTOFF) continue
    out += head + source()
  }
  return out + repeated()
}

/** Where an entry is, and its source for when that is wanted. */
function entryOf(ts: ThreadState, tb: Borrowed, detail: Detail): { head: string; source: () => string } {
  const frame = ts.mem.load(ts.mem.load(tb + T.tb_frame) + PyFrameObject.f_frame)
  const code = codeOf(ts, ts.mem.load(frame + F.f_executable))
  const lineno = ts.mem.load(tb + T.tb_lineno)
  const at = detail === 'marks' ? code.instructions[ts.mem.load(tb + T.tb_lasti)] : undefined
  return {
    head: `  File "${code.co_filename}", line ${lineno}, in ${code.co_name}\n`,
    source: () => sourceOf(ts, detail === 'none' ? undefined : ts.sources.get(code.co_filename), at, lineno),
  }
}

function sourceOf(
  ts: ThreadState,
  source: readonly string[] | undefined,
  at: Parameters<typeof firstLineWithCarets>[2],
  lineno: number,
): string {
  const line = source?.[lineno - 1]
  if (source === undefined || line === undefined) return ''
  if (at === undefined || ts.profile.tracebacks.shown === 'first-line') return firstLineWithCarets(ts, line, at)
  return expressionLines(ts, source, at, lineno)
}
