// Modules/_sre/sre_lib.h, the repeats: of one character, of anything, and those that give nothing back.

import { chargeWork } from '../../objects/longintrepr.ts'
import {
  LITERAL,
  MAX_UNTIL,
  MAXREPEAT,
  MIN_REPEAT_ONE,
  MIN_UNTIL,
  POSSESSIVE_REPEAT,
  REPEAT,
  REPEAT_ONE,
  SUCCESS,
} from './constants.ts'
import {
  COUNT,
  type Contexts,
  FAILED,
  LAST_PTR,
  MATCHED,
  OUTER,
  type Outcome,
  PATTERN,
  REPEAT_AT,
  ROUNDS,
} from './context.ts'
import { count } from './onecharacter.ts'

// What was tried, where the instruction alone does not say it.
export const MAX_UNTIL_MUST = 101
export const MAX_UNTIL_TAIL = 102
export const MIN_UNTIL_MUST = 103
export const MIN_UNTIL_MORE = 104
export const POSSESSIVE_MUST = 105

const minOf = (m: Contexts, repeat: number) => m.s.words[repeat + 1] >>> 0
const maxOf = (m: Contexts, repeat: number) => m.s.words[repeat + 2] >>> 0
const tailOf = (m: Contexts) => m.pattern + m.s.words[m.pattern]

/** Takes as many characters as a repeat of one character can; false where they are too few. */
export function takesMany(m: Contexts, repeat: number): boolean {
  const { s } = m
  const min = minOf(m, repeat)
  if (min > s.end - m.ptr) return false
  const n = count(s, repeat + 3, m.ptr, maxOf(m, repeat))
  m.set(COUNT, n)
  m.ptr += n
  return n >= min
}

export function beginRepeatOne(m: Contexts): Outcome {
  const { s } = m
  if (!takesMany(m, m.pattern)) return FAILED
  if (s.words[tailOf(m)] === SUCCESS && m.ptr === s.end && !m.mustGoOn) return m.succeed()
  m.save(m.isRepeating)
  return giveBack(m)
}

/** Tries the tail after as many as there are; where it begins with a character, only where that stands. */
function giveBack(m: Contexts): Outcome {
  const { s } = m
  const tail = tailOf(m)
  const min = minOf(m, m.pattern)
  let n = m.get(COUNT)
  if (s.words[tail] === LITERAL) {
    const code = s.words[tail + 1]
    const before = n
    while (n >= min && (m.ptr >= s.end || s.at(m.ptr) !== code)) {
      m.ptr--
      n--
    }
    chargeWork(s.ts, before - n)
    m.set(COUNT, n)
  }
  if (n < min) return m.end(FAILED)
  s.ptr = m.ptr
  return m.try(REPEAT_ONE, tail)
}

export function afterRepeatOne(m: Contexts, matched: boolean): Outcome {
  if (matched) return m.end(MATCHED)
  m.restore(m.isRepeating)
  m.ptr--
  m.set(COUNT, m.get(COUNT) - 1)
  return giveBack(m)
}

export function beginMinRepeatOne(m: Contexts): Outcome {
  const { s } = m
  const min = minOf(m, m.pattern)
  if (min > s.end - m.ptr) return FAILED
  const n = min === 0 ? 0 : count(s, m.pattern + 3, m.ptr, min)
  if (n < min) return FAILED
  m.set(COUNT, n)
  m.ptr += n
  if (s.words[tailOf(m)] === SUCCESS && !m.isTooLittle) return m.succeed()
  m.save(m.isRepeating)
  return tryFewest(m)
}

function tryFewest(m: Contexts): Outcome {
  const max = maxOf(m, m.pattern)
  if (max !== MAXREPEAT && m.get(COUNT) > max) return m.end(FAILED)
  m.s.ptr = m.ptr
  return m.try(MIN_REPEAT_ONE, tailOf(m))
}

export function afterMinRepeatOne(m: Contexts, matched: boolean): Outcome {
  if (matched) return m.end(MATCHED)
  m.restore(m.isRepeating)
  if (count(m.s, m.pattern + 3, m.ptr, 1) === 0) return m.end(FAILED)
  m.ptr++
  m.set(COUNT, m.get(COUNT) + 1)
  return tryFewest(m)
}

/** The repeat is known by the context that began it: its counts stand there, and `try` keeps its pattern. */
export function beginRepeat(m: Contexts): Outcome {
  const { s } = m
  m.set(ROUNDS, -1)
  m.set(OUTER, s.repeat)
  m.set(LAST_PTR, -1)
  s.repeat = m.ctx
  s.ptr = m.ptr
  return m.try(REPEAT, tailOf(m))
}

export function afterRepeat(m: Contexts, matched: boolean): Outcome {
  m.s.repeat = m.get(OUTER)
  return matched ? MATCHED : FAILED
}

/** Notes the round that begins; where the repeat's pattern stands. */
function beginUntil(m: Contexts): number {
  const { s } = m
  m.set(REPEAT_AT, s.repeat)
  m.set(COUNT, s.stack[s.repeat + ROUNDS] + 1)
  s.ptr = m.ptr
  return s.stack[s.repeat + PATTERN]
}

const ofRepeat = (m: Contexts, field: number) => m.s.stack[m.get(REPEAT_AT) + field]

function setOfRepeat(m: Contexts, field: number, value: number): void {
  m.s.stack[m.get(REPEAT_AT) + field] = value
}

function mayRepeat(m: Contexts, repeat: number): boolean {
  const max = maxOf(m, repeat)
  return max === MAXREPEAT || m.get(COUNT) < max
}

/** One more round, which must not begin where the last one did. */
function tryRound(m: Contexts, what: number): Outcome {
  const { s } = m
  setOfRepeat(m, ROUNDS, m.get(COUNT))
  s.grow(1)
  s.stack[s.top++] = ofRepeat(m, LAST_PTR)
  setOfRepeat(m, LAST_PTR, s.ptr)
  return m.try(what, ofRepeat(m, PATTERN) + 3)
}

function popLastPtr(m: Contexts): void {
  const { s } = m
  setOfRepeat(m, LAST_PTR, s.stack[--s.top])
}

/** A round did not do: as if it had not been. */
function takeBackRound(m: Contexts): void {
  setOfRepeat(m, ROUNDS, m.get(COUNT) - 1)
  m.s.ptr = m.ptr
}

export function beginMaxUntil(m: Contexts): Outcome {
  const { s } = m
  const repeat = beginUntil(m)
  if (m.get(COUNT) < minOf(m, repeat)) {
    setOfRepeat(m, ROUNDS, m.get(COUNT))
    return m.try(MAX_UNTIL_MUST, repeat + 3)
  }
  if (!mayRepeat(m, repeat) || s.ptr === ofRepeat(m, LAST_PTR)) return maxTail(m)
  m.save(true)
  return tryRound(m, MAX_UNTIL)
}

function maxTail(m: Contexts): Outcome {
  m.s.repeat = ofRepeat(m, OUTER)
  return m.try(MAX_UNTIL_TAIL, m.pattern)
}

export function afterMaxUntil(m: Contexts, matched: boolean): Outcome {
  popLastPtr(m)
  if (!matched) m.restore(true)
  m.drop(true)
  if (matched) return MATCHED
  takeBackRound(m)
  return maxTail(m)
}

export function afterMaxTail(m: Contexts, matched: boolean): Outcome {
  m.s.repeat = m.get(REPEAT_AT)
  return matched ? MATCHED : m.fail()
}

/** After a round that had to be, or one more of as few as possible. */
export function afterRound(m: Contexts, what: number, matched: boolean): Outcome {
  if (what === MIN_UNTIL_MORE) popLastPtr(m)
  if (matched) return MATCHED
  takeBackRound(m)
  return FAILED
}

export function beginMinUntil(m: Contexts): Outcome {
  const { s } = m
  const repeat = beginUntil(m)
  if (m.get(COUNT) < minOf(m, repeat)) {
    setOfRepeat(m, ROUNDS, m.get(COUNT))
    return m.try(MIN_UNTIL_MUST, repeat + 3)
  }
  s.repeat = ofRepeat(m, OUTER)
  m.save(m.isRepeating)
  return m.try(MIN_UNTIL, m.pattern)
}

export function afterMinUntil(m: Contexts, matched: boolean): Outcome {
  const { s } = m
  const withMarks = m.isRepeating
  s.repeat = m.get(REPEAT_AT)
  if (!matched) m.restore(withMarks)
  m.drop(withMarks)
  if (matched) return MATCHED
  s.ptr = m.ptr
  if (!mayRepeat(m, ofRepeat(m, PATTERN)) || s.ptr === ofRepeat(m, LAST_PTR)) return FAILED
  return tryRound(m, MIN_UNTIL_MORE)
}

export function beginPossessive(m: Contexts): Outcome {
  m.s.ptr = m.ptr
  m.set(COUNT, 0)
  return possessiveMust(m)
}

function possessiveMust(m: Contexts): Outcome {
  if (m.get(COUNT) < minOf(m, m.pattern)) return m.try(POSSESSIVE_MUST, m.pattern + 3, 0)
  // No place: the first round may begin anywhere.
  m.ptr = -1
  return possessiveMore(m)
}

export function afterPossessiveMust(m: Contexts, matched: boolean): Outcome {
  if (!matched) return m.fail()
  m.set(COUNT, m.get(COUNT) + 1)
  return possessiveMust(m)
}

function possessiveMore(m: Contexts): Outcome {
  const { s } = m
  if (!mayRepeat(m, m.pattern) || s.ptr === m.ptr) return m.goOn(tailOf(m) + 1, s.ptr)
  m.save(true)
  m.ptr = s.ptr
  return m.try(POSSESSIVE_REPEAT, m.pattern + 3, 0)
}

export function afterPossessive(m: Contexts, matched: boolean): Outcome {
  if (!matched) m.restore(true)
  m.drop(true)
  if (!matched) return m.goOn(tailOf(m) + 1, m.ptr)
  m.set(COUNT, m.get(COUNT) + 1)
  return possessiveMore(m)
}
