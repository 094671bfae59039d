// Arithmetic on unsigned 64-bit numbers as pairs of 32-bit halves, for the hashes of tuples and sets.

/** High half of the last result of `multiply64` and `add64`. The low half is what they return. */
export let high64 = 0

/** (a * b) mod 2^64. */
export function multiply64(aLow: number, aHigh: number, bLow: number, bHigh: number): number {
  const a0 = aLow & 0xffff
  const a1 = aLow >>> 16
  const b0 = bLow & 0xffff
  const b1 = bLow >>> 16
  const low = a0 * b0
  const middle = a1 * b0 + (low >>> 16)
  const middle2 = a0 * b1 + (middle & 0xffff)
  const carry = a1 * b1 + Math.floor(middle / 0x10000) + Math.floor(middle2 / 0x10000)
  high64 = (carry + Math.imul(aLow, bHigh) + Math.imul(aHigh, bLow)) | 0
  return (middle2 << 16) | (low & 0xffff) | 0
}

/** (a + b) mod 2^64. */
export function add64(aLow: number, aHigh: number, bLow: number, bHigh: number): number {
  const low = (aLow >>> 0) + (bLow >>> 0)
  high64 = (aHigh + bHigh + (low > 0xffffffff ? 1 : 0)) | 0
  return low | 0
}
