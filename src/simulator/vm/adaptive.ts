// Include/internal/pycore_backoff.h, Python/specialize.c: an instruction that adapts itself. It has a counter and, once
// it is specialised, a form and what it learned; they stand where CPython has them, in the instruction and its inline cache.

import { InterpreterFrame as F } from '../heap/structs.ts'
import type { Machine } from './machine.ts'

/** A counter's value above its bits of back-off. */
const counter = (value: number, backoff: number, bits = 4) => (value << bits) | backoff

/** An instruction that has not run: value and back-off. What is stored is the difference to it, as new code is all zeros. */
const WARMUP = [1, 1] as const
/** After it was specialised: so often what it meets may be something else before it is specialised anew. */
const COOLDOWN = [52, 0] as const
const MAX_BACKOFF = 12

/** The form of an instruction that is specialised, but in no way that changes what is owned during a call. */
export const OTHER_FORM = 1

/** Of a call of a class whose `__init__` gets its frame at once. */
export const INIT_FORM = 4

/** CALL_LEN, CALL_ISINSTANCE, CALL_LIST_APPEND and CALL_TYPE_1: after them nothing asks whether a collection is due. */
export const UNASKED_FORM = 12

/** Whether instruction `pc` of the frame that runs has a form, for this version. `words` are the image's. */
export function isSettledFor(m: Machine, words: Int32Array, pc: number, form: number, version: number): boolean {
  const at = words[(m.frame + F.f_executable) >> 2] + m.prepared.offsets[pc]
  return short(words, at) === form && (short(words, at + 4) | (short(words, at + 6) << 16)) === version
}

/** Whether instruction `pc` of the frame that runs has this form. */
export function hasForm(m: Machine, words: Int32Array, pc: number, form: number): boolean {
  return short(words, words[(m.frame + F.f_executable) >> 2] + m.prepared.offsets[pc]) === form
}

function short(words: Int32Array, address: number): number {
  return (words[address >> 2] >> ((address & 2) << 3)) & 0xffff
}

/** Where the instruction being run stands in its code object. */
export function site(m: Machine): number {
  return m.field(F.f_executable) + m.prepared.offsets[m.pc - 1]
}

/** The form an instruction is specialised to; 0: none. */
export function formAt(m: Machine, at: number): number {
  return m.ts.mem.loadShort(at)
}

/** What the inline cache remembers beside the form (a type's version). */
export function cachedAt(m: Machine, at: number): number {
  return m.ts.mem.loadShort(at + 4) | (m.ts.mem.loadShort(at + 6) << 16)
}

/** Writes what the inline cache remembers. Only for instructions that have the room: CALL and LOAD_ATTR. */
export function cache(m: Machine, at: number, value: number): void {
  m.ts.mem.storeShort(at + 4, value & 0xffff)
  m.ts.mem.storeShort(at + 6, value >>> 16)
}

/** What the inline cache of LOAD_ATTR remembers beside the version (`keys_version`). */
export function guardAt(m: Machine): number {
  return m.ts.mem.loadShort(site(m) + 8)
}

/** Writes it. */
export function setGuard(m: Machine, guard: number): void {
  m.ts.mem.storeShort(site(m) + 8, guard)
}

function bitsOf(m: Machine): number {
  return m.ts.profile.frames.warmUp.waits === null ? 4 : 3
}

/** ADAPTIVE_COUNTER_TRIGGERS: whether it is to be specialised now. Where it is not, this execution is counted. */
export function triggers(m: Machine, at: number): boolean {
  const { mem } = m.ts
  const bits = bitsOf(m)
  const warmUp = counter(...WARMUP, bits)
  const now = mem.loadShort(at + 2) ^ warmUp
  if (now >> bits === 0) return true
  mem.storeShort(at + 2, (now - counter(1, 0, bits)) ^ warmUp)
  return false
}

/**
 * The end of each `_Py_Specialize_…`: the form it has now, or 0 where it could not be, after which it waits longer. This time
 * it then runs as it is, which counts.
 */
export function settle(m: Machine, at: number, form: number): void {
  const { mem, profile } = m.ts
  const { waits } = profile.frames.warmUp
  const bits = bitsOf(m)
  const warmUp = counter(...WARMUP, bits)
  const before = (mem.loadShort(at + 2) ^ warmUp) & ((1 << bits) - 1)
  const backoff = Math.min(before + 1, waits === null ? MAX_BACKOFF : waits.length - 1)
  const wait = waits === null ? (1 << backoff) - 1 : waits[before]
  mem.storeShort(at, form)
  mem.storeShort(at + 2, (form === 0 ? counter(wait - 1, backoff, bits) : counter(...COOLDOWN, bits)) ^ warmUp)
}

/** Up to 3.11, ADAPTIVE_COUNTER_IS_ZERO: whether it is to be specialised now, which quickened code is at once. Else this is counted. */
export function isDue(m: Machine, at: number): boolean {
  const { mem } = m.ts
  const now = mem.loadShort(at + 2)
  if (now >> 4 === 0) return true
  mem.storeShort(at + 2, now - counter(1, 0))
  return false
}

/** The end of each `_Py_Specialize_…` of 3.11: what it meets may be something else 52 times (miss_counter_start). */
export function quicken(m: Machine, at: number, form: number): void {
  const { mem } = m.ts
  const backoff = Math.min((mem.loadShort(at + 2) & 15) + 1, MAX_BACKOFF)
  mem.storeShort(at, form)
  mem.storeShort(at + 2, form === 0 ? counter((1 << backoff) - 2, backoff) : 53)
}

/** The label `miss` of 3.11: it met something else; the 53rd time it becomes adaptive again. */
export function miss(m: Machine, at: number): void {
  const { mem } = m.ts
  const left = mem.loadShort(at + 2) - 1
  mem.storeShort(at + 2, left === 0 ? counter(15, 4) : left)
  if (left === 0) mem.storeShort(at, 0)
}
