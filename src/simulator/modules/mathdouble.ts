// Modules/mathmodule.c: functions of doubles that need nothing of the interpreter.

import * as libm from './libm.ts'

export function pow(x: number, y: number): number {
  if (x === 1 || y === 0) return 1
  if (!Number.isFinite(x) || !Number.isFinite(y) || x === 0) return Math.abs(x) === 1 && !Number.isNaN(y) ? 1 : x ** y
  if (x > 0) return libm.pow(x, y)
  if (!Number.isInteger(y)) return Number.NaN
  return y % 2 === 0 ? libm.pow(-x, y) : -libm.pow(-x, y)
}

/** mantissa * 2^exponent, rounded once also where it becomes subnormal. */
export function scaleDown(mantissa: bigint, exponent: number): number {
  if (exponent >= -1074) return Number(mantissa) * 2 ** Math.max(exponent, -1000) * 2 ** Math.min(0, exponent + 1000)
  const drop = BigInt(-1074 - exponent)
  if (drop > 60n) return 0
  const half = 1n << (drop - 1n)
  const rest = mantissa & ((1n << drop) - 1n)
  let kept = mantissa >> drop
  if (rest > half || (rest === half && kept & 1n)) kept++
  return Number(kept) * 2 ** -1074
}

/** The next double after x towards y, `steps` times. */
export function nextafter(x: number, y: number, steps = 1n): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN
  const view = new DataView(new ArrayBuffer(8))
  const order = (v: number) => {
    view.setFloat64(0, v)
    const bits = view.getBigInt64(0)
    return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits
  }
  const from = order(x)
  const to = order(y)
  const distance = to > from ? to - from : from - to
  const at = distance <= steps ? to : to > from ? from + steps : from - steps
  if (at === to) return y
  view.setBigInt64(0, at < 0n ? -at | -0x8000000000000000n : at)
  return at === 0n && from < 0n ? -0 : view.getFloat64(0)
}

export function ulp(x: number): number {
  const a = Math.abs(x)
  if (!Number.isFinite(a)) return a
  const up = nextafter(a, Number.POSITIVE_INFINITY)
  return Number.isFinite(up) ? up - a : a - nextafter(a, 0)
}

export function copysign(x: number, y: number): number {
  const negative = y < 0 || Object.is(y, -0)
  return negative ? -Math.abs(x) : Math.abs(x)
}

/** IEEE 754 remainder: of x to the nearest whole multiple of y, halves to even. */
export function remainder(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y) || !Number.isFinite(x) || y === 0) return Number.NaN
  if (!Number.isFinite(y)) return x
  const a = Math.abs(x)
  const b = Math.abs(y)
  const m = a % b
  const c = b - m
  let r = m
  if (m > c) r = -c
  else if (m === c) r = m - 2 * ((0.5 * (a - m)) % b)
  return copysign(1, x) * r
}
