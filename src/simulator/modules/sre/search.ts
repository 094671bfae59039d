// Modules/_sre/sre_lib.h, SRE(search): where in the text the pattern matches first. What the pattern begins with, a text or
// a set, is looked for without the matcher.

import { chargeWork } from '../../objects/longintrepr.ts'
import { AT, AT_BEGINNING, AT_BEGINNING_STRING, INFO, INFO_CHARSET, INFO_LITERAL, INFO_PREFIX } from './constants.ts'
import { match } from './matcher.ts'
import type { MatchState } from './state.ts'

/** Searches from the state's start; then its start and position are those of the match. */
export function search(state: MatchState, code: number): boolean {
  const { words } = state
  if (state.start > state.end) return false
  let pattern = code
  let flags = 0
  let last = state.end
  const info = pattern + 1
  if (words[pattern] === INFO) {
    const least = words[info + 2] >>> 0
    if (state.end - state.start < least) return false
    if (least > 1) last = Math.max(state.start, state.end - least + 1)
    flags = words[info + 1]
    pattern += 1 + words[info]
  }
  if (flags & INFO_PREFIX) return searchPrefix(state, info, pattern, flags)
  if (flags & INFO_CHARSET) return searchCharset(state, info + 4, pattern)
  return searchAnywhere(state, pattern, last)
}

/** Another place: what groups matched is forgotten. */
function begin(state: MatchState, start: number, ptr: number): void {
  state.lastmark = -1
  state.lastindex = -1
  state.start = start
  state.ptr = ptr
}

/** The pattern begins with a text: found with its table of overlaps. */
function searchPrefix(state: MatchState, info: number, pattern: number, flags: number): boolean {
  const { words } = state
  const length = words[info + 4]
  const skip = words[info + 5]
  const prefix = info + 6
  const overlap = prefix + length
  state.mustAdvance = false
  let found = 0
  for (let ptr = state.start; ptr < state.end; ptr++) {
    chargeWork(state.ts, 1)
    const code = state.at(ptr)
    while (found > 0 && words[prefix + found] !== code) found = words[overlap + found - 1]
    if (words[prefix + found] === code) found++
    if (found < length) continue
    begin(state, ptr + 1 - length, ptr + 1 - length + skip)
    if (flags & INFO_LITERAL) return true
    if (match(state, pattern + 2 * skip, false)) return true
    found = words[overlap + found - 1]
  }
  return false
}

/** The pattern begins with a character of a set. */
function searchCharset(state: MatchState, charset: number, pattern: number): boolean {
  state.mustAdvance = false
  for (let ptr = state.start; ptr < state.end; ptr++) {
    chargeWork(state.ts, 1)
    if (!state.isIn(charset, state.at(ptr))) continue
    begin(state, ptr, ptr)
    if (match(state, pattern, false)) return true
  }
  return false
}

function searchAnywhere(state: MatchState, pattern: number, last: number): boolean {
  const { words } = state
  begin(state, state.start, state.start)
  const first = match(state, pattern, true)
  state.mustAdvance = false
  if (first) return true
  const onlyThere =
    words[pattern] === AT && (words[pattern + 1] === AT_BEGINNING || words[pattern + 1] === AT_BEGINNING_STRING)
  if (onlyThere) {
    state.start = last
    state.ptr = last
    return false
  }
  for (let ptr = state.start + 1; ptr <= last; ptr++) {
    begin(state, ptr, ptr)
    if (match(state, pattern, false)) return true
  }
  return false
}
