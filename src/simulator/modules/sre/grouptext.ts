// Modules/_sre/sre.c, match_getslice_by_index: what the groups of a match are, read from the match.

import type { ThreadState } from '../../heap/pystate.ts'
import { newref } from '../../heap/refcount.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { substring } from '../../objects/unicodechars.ts'
import { M } from './layouts.ts'

/** How many groups a match has, the whole one included. */
export const groupsOf = (ts: ThreadState, self: Borrowed) => ts.mem.load(self + M.groups)

/** Where mark `i` is; -1: its group did not take part. */
export function markAt(ts: ThreadState, self: Borrowed, i: number): number {
  return ts.mem.load(self + M.mark + i * 8)
}

/** The text of a group, `absent` (borrowed) where it did not take part. */
export function groupText(ts: ThreadState, self: Borrowed, group: number, absent: Borrowed): Owned {
  const start = markAt(ts, self, group * 2)
  if (start < 0) return newref(ts, absent)
  return substring(ts, ts.mem.load(self + M.string), start, markAt(ts, self, group * 2 + 1))
}
