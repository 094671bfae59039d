// Include/cpython/longintrepr.h: how an int lies in memory (sign, number of 30-bit digits, digits), and the ways between
// that and JavaScript's numbers.

import { FreeList, freelistPop } from '../heap/freelist.ts'
import { allocate } from '../heap/objimpl.ts'
import { Stop, type ThreadState } from '../heap/pystate.ts'
import { newref, Py_TYPE, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { PyLongObject, PyVarObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'

/** Bits in a digit. */
export const PyLong_SHIFT = 30
export const PyLong_MASK = (1 << PyLong_SHIFT) - 1
/** The first of the cached small ints. */
export const SMALL_INTS_START = -5
/** Bytes from one cached small int to the next. */
export const SMALL_INT_SIZE = 32
const SIGN_ZERO = 1
const SIGN_NEGATIVE = 2
const BASE = 2 ** PyLong_SHIFT

/** Makes the small ints, side by side. `ts.types.int` must have its address. */
export function initSmallInts(ts: ThreadState): void {
  const count = ts.profile.numbers.smallIntsEnd - SMALL_INTS_START
  ts.smallInts = ts.mem.sbrk(count * SMALL_INT_SIZE, 16)
  for (let i = 0; i < count; i++) {
    const o = ts.smallInts + i * SMALL_INT_SIZE
    const value = i + SMALL_INTS_START
    ts.mem.store(o, staticRefcount(ts))
    ts.mem.store(o + 8, ts.types.int)
    setSignedSize(ts, o, Math.sign(value))
    ts.mem.store(o + PyLongObject.ob_digit, Math.abs(value))
  }
}

/** The count of an object in static memory: immortal, or _PyObject_IMMORTAL_REFCNT of 3.11. */
export function staticRefcount(ts: ThreadState): number {
  return (ts.profile.refcount.immortalStatic ?? 999999999) | 0
}

/** Whether `o` is an int (or of a subclass, as bool). */
export function PyLong_Check(ts: ThreadState, o: Borrowed): boolean {
  return (typeFlags(ts, Py_TYPE(ts, o)) & TPFLAGS.LONG_SUBCLASS) !== 0
}

/** Whether `o` is one of the cached small ints. */
export function isSmall(ts: ThreadState, o: Borrowed): boolean {
  const count = ts.profile.numbers.smallIntsEnd - SMALL_INTS_START
  return o >= ts.smallInts && o < ts.smallInts + count * SMALL_INT_SIZE
}

/**
 * A new int; `value` is a whole number below 2**53.
 * @param reserved as for newIntFromBigInt, where that is more than two digits
 */
export function newInt(ts: ThreadState, value: number, reserved = 0): Owned {
  if (value >= SMALL_INTS_START && value < ts.profile.numbers.smallIntsEnd)
    return newref(ts, ts.smallInts + (value - SMALL_INTS_START) * SMALL_INT_SIZE)
  const magnitude = Math.abs(value)
  const sign = value < 0 ? -1 : 1
  if (magnitude < BASE) {
    const o = allocateInt(ts, reserved || 1)
    if (o === 0) return 0
    setSignedSize(ts, o, sign)
    ts.mem.store(o + PyLongObject.ob_digit, magnitude)
    return o
  }
  const o = allocateInt(ts, reserved || 2)
  if (o === 0) return 0
  setSignedSize(ts, o, 2 * sign)
  ts.mem.store(o + PyLongObject.ob_digit, magnitude % BASE)
  ts.mem.store(o + PyLongObject.ob_digit + 4, Math.floor(magnitude / BASE))
  return o
}

/**
 * A new int of any size.
 * @param reserved digits CPython asks room for before it knows the size of the result (x_add, k_mul ...)
 */
export function newIntFromBigInt(ts: ThreadState, v: bigint, reserved = 0): Owned {
  const near = Number(v)
  const isSafe = near >= -Number.MAX_SAFE_INTEGER && near <= Number.MAX_SAFE_INTEGER
  // Room for one or two digits is the same block.
  if (isSafe && (reserved <= 2 || (near >= SMALL_INTS_START && near < ts.profile.numbers.smallIntsEnd)))
    return newInt(ts, near)
  const digits = digitsOf(v < 0n ? -v : v)
  const o = allocateInt(ts, Math.max(reserved, digits.length))
  if (o === 0) return 0
  storeDigits(ts, o, v < 0n ? -1 : 1, digits)
  return o
}

/** Writes sign and digits into an int that has room for them. */
export function storeDigits(ts: ThreadState, o: number, sign: number, digits: readonly number[]): void {
  setSignedSize(ts, o, sign * digits.length)
  for (let i = 0; i < digits.length; i++) ts.mem.store(o + PyLongObject.ob_digit + i * 4, digits[i])
}

/** The 30-bit digits of a number that is not negative, lowest first; none for 0. */
export function digitsOf(v: bigint): number[] {
  if (v === 0n) return []
  const hex = v.toString(16)
  const digits: number[] = []
  // 15 hexadecimal figures are two digits.
  for (let end = hex.length; end > 0; end -= 15) {
    const part = hex.slice(Math.max(0, end - 15), end).padStart(15, '0')
    digits.push(Number.parseInt(part.slice(7), 16) & PyLong_MASK, Number.parseInt(part.slice(0, 8), 16) >>> 2)
  }
  if (digits[digits.length - 1] === 0) digits.pop()
  return digits
}

/** Number of digits, negative for a negative number. */
export function signedSize(ts: ThreadState, o: Borrowed): number {
  const word = ts.mem.words[(o + PyLongObject.lv_tag) >> 2]
  if (!ts.profile.numbers.lvTag) return word
  return (word & 3) === SIGN_NEGATIVE ? -(word >>> 3) : word >>> 3
}

/** Number of digits. */
export function digitCount(ts: ThreadState, o: Borrowed): number {
  return Math.abs(signedSize(ts, o))
}

/** -1, 0 or 1. */
export function _PyLong_Sign(ts: ThreadState, o: Borrowed): number {
  return Math.sign(signedSize(ts, o))
}

/** The value where a double holds it exactly, else NaN. */
export function safeValue(ts: ThreadState, o: Borrowed): number {
  const words = ts.mem.words
  const at = (o + PyLongObject.ob_digit) >> 2
  const size = signedSize(ts, o)
  if (size === 1) return words[at]
  if (size === 0) return 0
  if (size === -1) return -words[at]
  if ((size === 2 || size === -2) && words[at + 1] < 0x80_0000) {
    const magnitude = words[at + 1] * BASE + words[at]
    return size < 0 ? -magnitude : magnitude
  }
  return Number.NaN
}

/** The value. */
export function PyLong_AsBigInt(ts: ThreadState, o: Borrowed): bigint {
  const safe = safeValue(ts, o)
  if (!Number.isNaN(safe)) return BigInt(safe)
  const words = ts.mem.words
  const at = (o + PyLongObject.ob_digit) >> 2
  const size = signedSize(ts, o)
  const parts: string[] = []
  for (let i = (Math.abs(size) - 1) & ~1; i >= 0; i -= 2) {
    const low = words[at + i]
    const high = i + 1 < Math.abs(size) ? words[at + i + 1] : 0
    // 60 bits as 7 and 8 hexadecimal figures.
    const top = Math.floor(high / 4)
    const bottom = ((high & 3) * BASE + low) >>> 0
    parts.push(top.toString(16).padStart(7, '0'), bottom.toString(16).padStart(8, '0'))
  }
  const magnitude = BigInt(`0x${parts.join('')}`)
  return size < 0 ? -magnitude : magnitude
}

/** The value, exact below 2**53, else the nearest double (possibly infinite). */
export function PyLong_AsNumber(ts: ThreadState, o: Borrowed): number {
  const safe = safeValue(ts, o)
  return !Number.isNaN(safe) ? safe : Number(PyLong_AsBigInt(ts, o))
}

/** The value as an index (rounded from 2**53 on): -1 with OverflowError from 2**63 on. `o` is an int. */
export function PyLong_AsSsize_t(ts: ThreadState, o: Borrowed): number {
  const safe = safeValue(ts, o)
  if (!Number.isNaN(safe)) return safe
  if (digitCount(ts, o) <= 3) {
    const value = PyLong_AsBigInt(ts, o)
    if (BigInt.asIntN(64, value) === value) return Number(value)
  }
  PyErr_Format(ts, ts.exc.OverflowError, 'Python int too large to convert to C ssize_t')
  return -1
}

/** A new int object with room for `digits` digits, type and count set; 0 with MemoryError. */
export function allocateInt(ts: ThreadState, digits: number): Owned {
  if (digits <= 1) {
    const o = freelistPop(ts, FreeList.ints)
    if (o !== 0) return o
  }
  // Even an int of one digit asks for sizeof(PyLongObject), which is room for two.
  const o = allocate(ts, ts.types.int, PyLongObject.ob_digit + Math.max(2, digits) * 4)
  return o === 0 ? PyErr_NoMemory(ts) : o
}

function setSignedSize(ts: ThreadState, o: number, size: number): void {
  const n = Math.abs(size)
  if (ts.profile.numbers.lvTag) {
    const sign = size === 0 ? SIGN_ZERO : size < 0 ? SIGN_NEGATIVE : 0
    ts.mem.store(o + PyLongObject.lv_tag, (n << 3) | sign)
    return
  }
  ts.mem.storeWide(o + PyVarObject.ob_size, size)
}

/** Charges a native loop's work against the instruction budget. */
export function chargeWork(ts: ThreadState, n: number): void {
  ts.fuel -= n
  if (ts.fuel < 0) throw new Stop({ kind: 'budget', which: 'instructions' })
}
