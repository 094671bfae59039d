// Python/pyhash.c: hashes of 64 bits, as two 32-bit halves: the low one is returned, the high one left in `ts.hashHigh`.
// Texts and bytes: siphash13 with the key 0, as with PYTHONHASHSEED=0. Numbers: modulo 2**61 - 1.

import type { ThreadState } from '../heap/pystate.ts'
import { BASE_ADDRESS } from '../heap/runtime.ts'
import type { Borrowed } from '../heap/typeslots.ts'

export const _PyHASH_BITS = 61
export const _PyHASH_MODULUS = 2n ** 61n - 1n
export const _PyHASH_INF = 314159
export const _PyHASH_IMAG = 1000003n

/** Leaves a 64-bit hash; -1, which means an error, becomes -2. */
export function setHash(ts: ThreadState, low: number, high: number): number {
  if (low === -1 && high === -1) low = -2
  ts.hashHigh = high | 0
  return low | 0
}

/** Leaves a hash given as a whole number below 2**53. */
export function setSmallHash(ts: ThreadState, value: number): number {
  return setHash(ts, value | 0, Math.floor(value / 0x1_0000_0000) | 0)
}

/** Leaves a hash given as any whole number (its low 64 bits). */
export function setBigHash(ts: ThreadState, value: bigint): number {
  return setHash(ts, Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> 32n)))
}

/** The hash just left, as one signed 64-bit number. */
export function wholeHash(ts: ThreadState, low: number): bigint {
  return (BigInt(ts.hashHigh) << 32n) | BigInt(low >>> 0)
}

/** _Py_HashPointer: the address rotated right by 4 bits, for objects that are equal only to themselves. */
export function _Py_HashPointer(ts: ThreadState, o: Borrowed): number {
  const address = BigInt(BASE_ADDRESS + o)
  return setBigHash(ts, (address >> 4n) | (address << 60n))
}

/** The hash of a whole number: its value modulo 2**61 - 1, with its sign. */
export function hashBigInt(ts: ThreadState, value: bigint): number {
  return setBigHash(ts, value < 0n ? -(-value % _PyHASH_MODULUS) : value % _PyHASH_MODULUS)
}

/** _Py_HashDouble: equal to the hash of an equal int. NaN hashes by the object's address. */
export function _Py_HashDouble(ts: ThreadState, o: Borrowed, x: number): number {
  if (Number.isSafeInteger(x)) return setSmallHash(ts, x)
  if (Number.isNaN(x)) return _Py_HashPointer(ts, o)
  if (x === Number.POSITIVE_INFINITY) return setSmallHash(ts, _PyHASH_INF)
  if (x === Number.NEGATIVE_INFINITY) return setSmallHash(ts, -_PyHASH_INF)
  if (Number.isInteger(x)) return hashBigInt(ts, BigInt(x))
  let scaled = Math.abs(x)
  let shift = 0
  while (!Number.isInteger(scaled)) {
    scaled *= 2
    shift++
  }
  // 2**61 is 1 modulo 2**61 - 1, so dividing by 2**shift is multiplying by 2**(-shift mod 61).
  const factor = 1n << BigInt((_PyHASH_BITS - (shift % _PyHASH_BITS)) % _PyHASH_BITS)
  const value = (BigInt(scaled) * factor) % _PyHASH_MODULUS
  return setBigHash(ts, x < 0 ? -value : value)
}

/** The hash of `bytes` bytes at the start of `words` (little-endian; what follows them up to a word is zero). */
export function siphash13(ts: ThreadState, words: Int32Array, bytes: number): number {
  if (bytes === 0) return setHash(ts, 0, 0)
  startState()
  const whole = bytes >>> 3
  for (let i = 0; i < whole; i++) absorb(words[2 * i], words[2 * i + 1])
  const rest = bytes & 7
  const low = rest === 0 ? 0 : rest < 4 ? words[2 * whole] & ((1 << (8 * rest)) - 1) : words[2 * whole]
  const high = rest > 4 ? words[2 * whole + 1] & ((1 << (8 * (rest - 4))) - 1) : 0
  absorb(low, high | (bytes << 24))
  v2l ^= 0xff
  round()
  round()
  round()
  return setHash(ts, v0l ^ v1l ^ v2l ^ v3l, v0h ^ v1h ^ v2h ^ v3h)
}

// The four 64-bit variables of the algorithm.
let v0l = 0
let v0h = 0
let v1l = 0
let v1h = 0
let v2l = 0
let v2h = 0
let v3l = 0
let v3h = 0

function startState(): void {
  v0l = 0x70736575
  v0h = 0x736f6d65
  v1l = 0x6e646f6d
  v1h = 0x646f7261
  v2l = 0x6e657261
  v2h = 0x6c796765
  v3l = 0x79746573
  v3h = 0x74656462
}

function absorb(low: number, high: number): void {
  v3l ^= low
  v3h ^= high
  round()
  v0l ^= low
  v0h ^= high
}

/** One SipRound. */
function round(): void {
  let l = 0
  let h = 0
  // v0 += v1; v2 += v3
  l = (v0l >>> 0) + (v1l >>> 0)
  v0h = (v0h + v1h + (l > 0xffffffff ? 1 : 0)) | 0
  v0l = l | 0
  l = (v2l >>> 0) + (v3l >>> 0)
  v2h = (v2h + v3h + (l > 0xffffffff ? 1 : 0)) | 0
  v2l = l | 0
  // v1 = rotl(v1, 13) ^ v0; v3 = rotl(v3, 16) ^ v2
  l = ((v1l << 13) | (v1h >>> 19)) ^ v0l
  h = ((v1h << 13) | (v1l >>> 19)) ^ v0h
  v1l = l
  v1h = h
  l = ((v3l << 16) | (v3h >>> 16)) ^ v2l
  h = ((v3h << 16) | (v3l >>> 16)) ^ v2h
  v3l = l
  v3h = h
  // v0 = rotl(v0, 32)
  l = v0l
  v0l = v0h
  v0h = l
  // v2 += v1; v0 += v3
  l = (v2l >>> 0) + (v1l >>> 0)
  v2h = (v2h + v1h + (l > 0xffffffff ? 1 : 0)) | 0
  v2l = l | 0
  l = (v0l >>> 0) + (v3l >>> 0)
  v0h = (v0h + v3h + (l > 0xffffffff ? 1 : 0)) | 0
  v0l = l | 0
  // v1 = rotl(v1, 17) ^ v2; v3 = rotl(v3, 21) ^ v0
  l = ((v1l << 17) | (v1h >>> 15)) ^ v2l
  h = ((v1h << 17) | (v1l >>> 15)) ^ v2h
  v1l = l
  v1h = h
  l = ((v3l << 21) | (v3h >>> 11)) ^ v0l
  h = ((v3h << 21) | (v3l >>> 11)) ^ v0h
  v3l = l
  v3h = h
  // v2 = rotl(v2, 32)
  l = v2l
  v2l = v2h
  v2h = l
}
