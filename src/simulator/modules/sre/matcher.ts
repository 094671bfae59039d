// Modules/_sre/sre_lib.h, SRE(match): the matcher with its own stack, which never calls itself. Each instruction costs a
// step of the program's budget, so that a pattern that tries without end ends.

import { chargeWork } from '../../objects/longintrepr.ts'
import { asciiLower, unicodeLower } from './characters.ts'
import {
  ANY_ALL,
  ASSERT,
  ASSERT_NOT,
  AT,
  ATOMIC_GROUP,
  BRANCH,
  FAILURE,
  GROUPREF,
  GROUPREF_EXISTS,
  GROUPREF_IGNORE,
  GROUPREF_UNI_IGNORE,
  IN,
  IN_IGNORE,
  IN_UNI_IGNORE,
  INFO,
  JUMP,
  LITERAL,
  MARK,
  MAX_UNTIL,
  MIN_REPEAT_ONE,
  MIN_UNTIL,
  POSSESSIVE_REPEAT,
  POSSESSIVE_REPEAT_ONE,
  REPEAT,
  REPEAT_ONE,
  SUCCESS,
} from './constants.ts'
import { Contexts, FAILED, MATCHED, ON, type Outcome } from './context.ts'
import { takes } from './onecharacter.ts'
import {
  afterMaxTail,
  afterMaxUntil,
  afterMinRepeatOne,
  afterMinUntil,
  afterPossessive,
  afterPossessiveMust,
  afterRepeat,
  afterRepeatOne,
  afterRound,
  beginMaxUntil,
  beginMinRepeatOne,
  beginMinUntil,
  beginPossessive,
  beginRepeat,
  beginRepeatOne,
  MAX_UNTIL_MUST,
  MAX_UNTIL_TAIL,
  MIN_UNTIL_MORE,
  MIN_UNTIL_MUST,
  POSSESSIVE_MUST,
  takesMany,
} from './repeats.ts'
import type { MatchState } from './state.ts'

/** What the outermost context is tried for. */
const NOTHING = 100

/** Tries the pattern at `pattern` at the state's position. With `toplevel` the rules for the whole match hold. */
export function match(state: MatchState, pattern: number, toplevel: boolean): boolean {
  let start = pattern
  const { words } = state
  if (words[start] === INFO) {
    const least = words[start + 3] >>> 0
    if (least > 0 && state.end - state.ptr < least) return false
    start += words[start + 1] + 1
  }
  const m = new Contexts(state)
  m.try(NOTHING, start, toplevel ? 1 : 0)
  for (;;) {
    let outcome = instructions(m)
    while (outcome !== ON) {
      const what = m.leave()
      if (what === NOTHING) return outcome === MATCHED
      outcome = goOnAfter(m, what, outcome === MATCHED)
    }
  }
}

/** Runs instructions until it is known what comes of them. */
function instructions(m: Contexts): Outcome {
  const { s } = m
  const { words, ts } = s
  for (;;) {
    chargeWork(ts, 1)
    const op = words[m.pattern]
    switch (op) {
      case MARK:
        s.setMark(words[m.pattern + 1], m.ptr)
        m.pattern += 2
        break
      case SUCCESS:
        return m.isTooLittle ? FAILED : m.succeed()
      case FAILURE:
        return FAILED
      case AT:
        if (!s.isAt(m.ptr, words[m.pattern + 1])) return FAILED
        m.pattern += 2
        break
      case JUMP:
      case INFO:
        m.pattern += 1 + words[m.pattern + 1]
        break
      case GROUPREF:
      case GROUPREF_IGNORE:
      case GROUPREF_UNI_IGNORE:
        if (!takesGroup(m, op, words[m.pattern + 1])) return FAILED
        m.pattern += 2
        break
      case GROUPREF_EXISTS:
        m.pattern += s.span(words[m.pattern + 1]) ? 3 : 1 + words[m.pattern + 2]
        break
      case POSSESSIVE_REPEAT_ONE:
        if (!takesMany(m, m.pattern + 1)) return FAILED
        m.pattern += 1 + words[m.pattern + 1]
        if (words[m.pattern] === SUCCESS && m.ptr === s.end && !m.mustGoOn) return m.succeed()
        break
      case IN:
      case IN_IGNORE:
      case IN_UNI_IGNORE:
        if (m.ptr >= s.end || !takes(s, m.pattern, s.at(m.ptr))) return FAILED
        m.ptr++
        m.pattern += 1 + words[m.pattern + 1]
        break
      case BRANCH:
      case REPEAT_ONE:
      case MIN_REPEAT_ONE:
      case REPEAT:
      case MAX_UNTIL:
      case MIN_UNTIL:
      case POSSESSIVE_REPEAT:
      case ATOMIC_GROUP:
      case ASSERT:
      case ASSERT_NOT: {
        m.pattern++
        const outcome = begin(m, op)
        if (outcome !== ON) return outcome
        break
      }
      default:
        if (m.ptr >= s.end || !takes(s, m.pattern, s.at(m.ptr))) return FAILED
        m.ptr++
        // ANY and ANY_ALL have no argument.
        m.pattern += op <= ANY_ALL ? 1 : 2
    }
  }
}

/** What a group matched, once more. */
function takesGroup(m: Contexts, op: number, group: number): boolean {
  const { s } = m
  const span = s.span(group)
  if (!span) return false
  const fold = op === GROUPREF ? (c: number) => c : op === GROUPREF_IGNORE ? asciiLower : unicodeLower
  for (let p = span[0]; p < span[1]; p++) {
    chargeWork(s.ts, 1)
    if (m.ptr >= s.end || fold(s.at(m.ptr)) !== fold(s.at(p))) return false
    m.ptr++
  }
  return true
}

/** The instructions that try something; their arguments begin at `pattern` now. */
function begin(m: Contexts, op: number): Outcome {
  switch (op) {
    case BRANCH:
      m.save(m.isRepeating)
      return tryBranch(m)
    case REPEAT_ONE:
      return beginRepeatOne(m)
    case MIN_REPEAT_ONE:
      return beginMinRepeatOne(m)
    case REPEAT:
      return beginRepeat(m)
    case MAX_UNTIL:
      return beginMaxUntil(m)
    case MIN_UNTIL:
      return beginMinUntil(m)
    case POSSESSIVE_REPEAT:
      return beginPossessive(m)
    case ATOMIC_GROUP:
      m.s.ptr = m.ptr
      return m.try(ATOMIC_GROUP, m.pattern + 1, 0)
    default:
      return beginAssertion(m, op)
  }
}

/** Goes on when what was tried has failed or succeeded. */
function goOnAfter(m: Contexts, what: number, matched: boolean): Outcome {
  const { s } = m
  const tail = () => m.pattern + s.words[m.pattern]
  switch (what) {
    case BRANCH:
      if (matched) return m.end(MATCHED)
      m.restore(m.isRepeating)
      m.pattern = tail()
      return tryBranch(m)
    case REPEAT_ONE:
      return afterRepeatOne(m, matched)
    case MIN_REPEAT_ONE:
      return afterMinRepeatOne(m, matched)
    case REPEAT:
      return afterRepeat(m, matched)
    case MAX_UNTIL_MUST:
    case MIN_UNTIL_MUST:
    case MIN_UNTIL_MORE:
      return afterRound(m, what, matched)
    case MAX_UNTIL:
      return afterMaxUntil(m, matched)
    case MAX_UNTIL_TAIL:
      return afterMaxTail(m, matched)
    case MIN_UNTIL:
      return afterMinUntil(m, matched)
    case POSSESSIVE_MUST:
      return afterPossessiveMust(m, matched)
    case POSSESSIVE_REPEAT:
      return afterPossessive(m, matched)
    case ATOMIC_GROUP:
      return matched ? m.goOn(tail(), s.ptr) : m.fail()
    case ASSERT:
      return matched ? m.goOn(tail(), m.ptr) : FAILED
    default:
      // ASSERT_NOT
      if (!matched) m.restore(m.isRepeating)
      m.drop(m.isRepeating)
      return matched ? FAILED : m.goOn(tail(), m.ptr)
  }
}

/** The next alternative, if any is left; those that begin with another character are passed over. */
function tryBranch(m: Contexts): Outcome {
  const { s } = m
  const { words } = s
  for (; words[m.pattern] !== 0; m.pattern += words[m.pattern]) {
    const first = m.pattern + 1
    if (words[first] === LITERAL || words[first] === IN) if (m.ptr >= s.end || !takes(s, first, s.at(m.ptr))) continue
    s.ptr = m.ptr
    return m.try(BRANCH, first)
  }
  return m.end(FAILED)
}

function beginAssertion(m: Contexts, op: number): Outcome {
  const { s } = m
  const back = s.words[m.pattern + 1] >>> 0
  if (m.ptr < back) return op === ASSERT ? FAILED : m.goOn(m.pattern + s.words[m.pattern], m.ptr)
  s.ptr = m.ptr - back
  if (op === ASSERT_NOT) m.save(m.isRepeating)
  return m.try(op, m.pattern + 2, 0)
}
