// The counts of a run as the log has them: the life of one object, and the steps in which a count changed.

import { Cursor } from './cursor.ts'
import { Image } from './image.ts'
import { walkChanges } from './log.ts'
import { deaths } from './marks.ts'
import { FlatMemory } from './memory.ts'
import { isLink, isShown } from './object.ts'
import { builtinObjects, firstWords } from './startup.ts'
import type { Trace } from './trace.ts'

/** Words from `ob_refcnt` to `ob_type`. */
const TYPE = 2

/** A count, and the step of the trace after which the object has it. */
export interface CountAfter {
  readonly step: number
  readonly count: number
}

/** The life of one object. */
export interface Life {
  /** The step of the trace in which it was made; -1 where it was there before the program began. */
  readonly born: number
  /** The step in which it died; -1 where it did not. */
  readonly died: number
  /** Every change of its count, from its first count to the 0 of its death. */
  readonly changes: readonly CountAfter[]
}

/** The words of an object's head after a step. */
interface Head extends CountAfter {
  readonly type: number
}

/**
 * The life of the object that is at an address at a step. Other lives of the same address are not part of it.
 * @param moment a step of the trace at which the object exists
 */
export function lifeOf(trace: Trace, address: number, moment: number): Life {
  const own = deaths(trace).filter((death) => death.address === address)
  const before = own.findLast(({ step }) => step < moment)?.step ?? -1
  const died = own.find(({ step }) => step >= moment)?.step ?? -1
  const heads = headsOf(trace, address >> 2, died < 0 ? trace.log.starts.length - 1 : died)
  const cursor = new Cursor(trace)
  cursor.seek(moment)
  const image = new Image(new FlatMemory(cursor.words, cursor.doubles), trace)
  const isAlive = ({ count, type }: Head) => !isLink(count) && image.isType(type)
  const last = heads.findLastIndex(({ step }) => step < moment)
  let first = last
  while (first > 0 && heads[first - 1].step >= before && isAlive(heads[first - 1])) first--
  const changes: CountAfter[] = heads.slice(first)
  // Made in the step in which the one before it died, with the count that one had: nothing changed on balance.
  if (first > 0 && heads[first].step > before && isAlive(heads[first - 1]))
    changes.unshift({ step: before, count: heads[first - 1].count })
  if (died >= 0) changes.push({ step: died, count: 0 })
  return { born: changes[0].step, died, changes: changes.filter(isChange) }
}

/** A new type alone is no change of the count. */
function isChange({ count }: CountAfter, i: number, all: readonly CountAfter[]): boolean {
  return i === 0 || all[i - 1].count !== count
}

/** The head of what lies at a word, at the start and after each step before `end` that changed it. */
function headsOf(trace: Trace, word: number, end: number): Head[] {
  const words = firstWords(trace)
  let now: Head = { step: -1, count: words[word] >>> 0, type: words[word + TYPE] }
  const heads = [now]
  walkChanges(trace.log, 0, end, (index, change, step) => {
    if (index !== word && index !== word + TYPE) return
    const { count, type } = now
    now = index === word ? { step, count: (count ^ change) >>> 0, type } : { step, count, type: type ^ change }
    if (heads[heads.length - 1].step === step) heads[heads.length - 1] = now
    else heads.push(now)
  })
  return heads
}

/** The steps in which a count of the program's objects changed; an object that comes or goes is one of them. */
export function countSteps(trace: Trace): number[] {
  const words = firstWords(trace).slice()
  const image = new Image(new FlatMemory(words, new Float64Array(words.buffer)), trace)
  const builtin = builtinObjects(trace, 0)
  const found: number[] = []
  /** What the step being read has changed; it is looked at when all of the step has been read. */
  let changed: { index: number; change: number }[] = []
  let current = 0
  const close = () => {
    if (changed.some(({ index, change }) => isCount(image, builtin, index, change))) found.push(current)
    changed = []
  }
  walkChanges(trace.log, 0, trace.log.starts.length - 1, (index, change, step) => {
    if (step !== current) {
      close()
      current = step
    }
    words[index] ^= change
    // Objects are aligned to 16 bytes.
    if ((index & 3) === 0) changed.push({ index, change })
  })
  close()
  return found
}

/** Whether a word that has changed is the count of an object with a box of its own. */
function isCount(image: Image, builtin: ReadonlySet<number>, index: number, change: number): boolean {
  const address = index * 4
  const now = image.refcnt(address)
  if (isLink(now) && isLink((now ^ change) >>> 0)) return false
  const type = image.typeOf(address)
  return image.isType(type) && !builtin.has(address) && isShown(image, type)
}
