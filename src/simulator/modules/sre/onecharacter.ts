// Modules/_sre/sre_lib.h: the instructions that take one character, and SRE(count), which repeats one of them.

import { chargeWork } from '../../objects/longintrepr.ts'
import { asciiLower, unicodeLower } from './characters.ts'
import {
  ANY,
  ANY_ALL,
  IN,
  IN_IGNORE,
  IN_UNI_IGNORE,
  LITERAL,
  LITERAL_IGNORE,
  LITERAL_UNI_IGNORE,
  MAXREPEAT,
  NOT_LITERAL,
  NOT_LITERAL_IGNORE,
  NOT_LITERAL_UNI_IGNORE,
} from './constants.ts'
import type { MatchState } from './state.ts'

/** Whether the instruction at `pattern` (one of one character) takes a character. */
export function takes(state: MatchState, pattern: number, code: number): boolean {
  const { words } = state
  switch (words[pattern]) {
    case LITERAL:
      return code === words[pattern + 1]
    case NOT_LITERAL:
      return code !== words[pattern + 1]
    case ANY:
      return code !== 10
    case ANY_ALL:
      return true
    case IN:
      return state.isIn(pattern + 2, code)
    case IN_IGNORE:
      return state.isIn(pattern + 2, asciiLower(code))
    case IN_UNI_IGNORE:
      return state.isIn(pattern + 2, unicodeLower(code))
    case LITERAL_IGNORE:
      return asciiLower(code) === words[pattern + 1]
    case NOT_LITERAL_IGNORE:
      return asciiLower(code) !== words[pattern + 1]
    case LITERAL_UNI_IGNORE:
      return unicodeLower(code) === words[pattern + 1]
    case NOT_LITERAL_UNI_IGNORE:
      return unicodeLower(code) !== words[pattern + 1]
    default:
      // FAILURE
      return false
  }
}

/** How often, up to `most`, the instruction at `pattern` takes a character, from `ptr` on. */
export function count(state: MatchState, pattern: number, ptr: number, most: number): number {
  const { ts, end } = state
  const stop = most === MAXREPEAT || most >= end - ptr ? end : ptr + most
  let at = ptr
  if (state.words[pattern] === ANY_ALL) at = Math.max(ptr, stop)
  else while (at < stop && takes(state, pattern, state.at(at))) at++
  chargeWork(ts, at - ptr)
  return at - ptr
}
