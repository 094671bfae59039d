// Modules/mathmodule.c: sums and products of many numbers, without the error of adding one after the other.

import { hold, holdMark, release, whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyIter_Next, PyNumber_Multiply, PyObject_GetIter } from '../objects/abstract.ts'
import { argAt, parseKeywords } from '../objects/call.ts'
import { PyErr_Format, PyErr_Occurred } from '../objects/errors.ts'
import { newFloat, PyFloat_AsDouble } from '../objects/floatobject.ts'
import { chargeWork } from '../objects/longintrepr.ts'
import { newInt } from '../objects/longobject.ts'
import type { MethodSpec } from '../objects/object.ts'
import { splitDouble } from '../objects/pystrtod.ts'
import { PySequence_Tuple } from '../objects/sequencetuple.ts'
import { PyTuple_GET_ITEM, PyTuple_GET_SIZE } from '../objects/tupleobject.ts'

/** Every item as a double, in order; `null` with an exception. */
function doublesOf(ts: ThreadState, iterable: Borrowed): number[] | null {
  const iterator = PyObject_GetIter(ts, iterable)
  if (iterator === 0) return null
  const values: number[] = []
  const mark = holdMark(ts)
  hold(ts, iterator)
  for (let item = PyIter_Next(ts, iterator); item !== 0; item = PyIter_Next(ts, iterator)) {
    chargeWork(ts, 1)
    const x = whileOwning(ts, item, (o) => PyFloat_AsDouble(ts, o))
    if (Number.isNaN(x) && PyErr_Occurred(ts) !== 0) break
    values.push(x)
  }
  release(ts, mark)
  DECREF(ts, iterator)
  return PyErr_Occurred(ts) !== 0 ? null : values
}

/** The exact sum of finite doubles, rounded once: as a whole number of the smallest unit. */
export function exactSum(values: readonly number[]): number {
  let total = 0n
  for (const x of values) {
    if (x === 0) continue
    const { mantissa, exponent } = splitDouble(Math.abs(x))
    const scaled = mantissa << BigInt(exponent + 1074)
    total += x < 0 ? -scaled : scaled
  }
  if (total === 0n) return 0
  const length = BigInt((total < 0n ? -total : total).toString(2).length)
  if (length <= 64n) return Number(total) * 2 ** -1074
  const drop = length - 64n
  const sticky = total & ((1n << drop) - 1n) ? 1n : 0n
  const kept = Number((total >> drop) | sticky)
  const shift = Number(drop) - 1074
  return shift < -900
    ? kept * 2 ** (shift + 200) * 2 ** -200
    : kept * 2 ** Math.min(shift, 900) * 2 ** Math.max(0, shift - 900)
}

function fsum(ts: ThreadState, iterable: Borrowed): Owned {
  const values = doublesOf(ts, iterable)
  if (values === null) return 0
  const special = values.filter((x) => !Number.isFinite(x))
  if (special.length > 0) {
    const sum = special.reduce((a, b) => a + b, 0)
    if (Number.isNaN(sum) && !special.some(Number.isNaN))
      return PyErr_Format(ts, ts.exc.ValueError, '-inf + inf in fsum')
    return newFloat(ts, sum)
  }
  const sum = exactSum(values)
  if (!Number.isFinite(sum)) return PyErr_Format(ts, ts.exc.OverflowError, 'intermediate overflow in fsum')
  return newFloat(ts, sum)
}

/** vector_norm: the length of a vector, exact to the last place. */
function norm(values: readonly number[]): number {
  const sizes = values.map(Math.abs)
  if (sizes.includes(Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY
  if (sizes.some(Number.isNaN)) return Number.NaN
  const max = Math.max(0, ...sizes)
  if (max === 0 || sizes.length <= 1) return max
  let total = 0n
  for (const x of sizes) {
    if (x === 0) continue
    const { mantissa, exponent } = splitDouble(x)
    total += (mantissa << BigInt(exponent + 1074)) ** 2n
  }
  // The root of total * 4**k with some seventy digits, then rounded.
  const length = total.toString(2).length
  const k = Math.max(0, Math.ceil((160 - length) / 2))
  const root = rootOf(total << BigInt(2 * k))
  const exact = root.toString(2).length
  const drop = BigInt(Math.max(0, exact - 70))
  const kept = Number(((root >> drop) << 1n) | 1n)
  const shift = Number(drop) - k - 1074 - 1
  return shift < -900 ? kept * 2 ** (shift + 200) * 2 ** -200 : kept * 2 ** shift
}

function rootOf(n: bigint): bigint {
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1)
  for (;;) {
    const y = (x + n / x) >> 1n
    if (y >= x) return x
    x = y
  }
}

function hypot(ts: ThreadState, argv: number, nargs: number): Owned {
  const values: number[] = []
  for (let i = 0; i < nargs; i++) {
    const x = PyFloat_AsDouble(ts, argAt(ts, argv, i))
    if (Number.isNaN(x) && PyErr_Occurred(ts) !== 0) return 0
    values.push(x)
  }
  return newFloat(ts, norm(values))
}

function dist(ts: ThreadState, p: Borrowed, q: Borrowed): Owned {
  const first = PySequence_Tuple(ts, p)
  if (first === 0) return 0
  const mark = holdMark(ts)
  hold(ts, first)
  const second = PySequence_Tuple(ts, q)
  if (second !== 0) hold(ts, second)
  let result = 0
  if (second !== 0) {
    const n = PyTuple_GET_SIZE(ts, first)
    if (n !== PyTuple_GET_SIZE(ts, second))
      PyErr_Format(ts, ts.exc.ValueError, 'both points must have the same number of dimensions')
    else {
      const values: number[] = []
      for (let i = 0; i < n && PyErr_Occurred(ts) === 0; i++) {
        const a = PyFloat_AsDouble(ts, PyTuple_GET_ITEM(ts, first, i))
        const b = PyErr_Occurred(ts) !== 0 ? 0 : PyFloat_AsDouble(ts, PyTuple_GET_ITEM(ts, second, i))
        values.push(a - b)
      }
      if (PyErr_Occurred(ts) === 0) result = newFloat(ts, norm(values))
    }
  }
  release(ts, mark)
  DECREF(ts, first)
  if (second !== 0) DECREF(ts, second)
  return result
}

/** prod: whole numbers exactly, the first other number and what follows by `*`. */
function prod(ts: ThreadState, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const values = parseKeywords(ts, 'prod', argv, nargs, kwnames, ['iterable', 'start'], 1, 1, 1)
  if (!values) return 0
  const iterator = PyObject_GetIter(ts, values[0])
  if (iterator === 0) return 0
  let total = values[1] === 0 ? newInt(ts, 1) : newref(ts, values[1])
  const mark = holdMark(ts)
  hold(ts, iterator)
  for (let item = PyIter_Next(ts, iterator); item !== 0; item = PyIter_Next(ts, iterator)) {
    chargeWork(ts, 1)
    const inner = holdMark(ts)
    hold(ts, total)
    hold(ts, item)
    const next = PyNumber_Multiply(ts, total, item)
    release(ts, inner)
    DECREF(ts, item)
    DECREF(ts, total)
    total = next
    if (total === 0) break
  }
  release(ts, mark)
  DECREF(ts, iterator)
  if (total !== 0 && PyErr_Occurred(ts) !== 0) {
    DECREF(ts, total)
    return 0
  }
  return total
}

/** A product as two doubles whose sum is exact (Veltkamp and Dekker). */
export function exactProduct(a: number, b: number): [number, number] {
  const product = a * b
  if (!Number.isFinite(product)) return [product, 0]
  const split = (x: number) => {
    const t = 134217729 * x
    const high = t - (t - x)
    return [high, x - high]
  }
  const [ah, al] = split(a)
  const [bh, bl] = split(b)
  return [product, al * bl - (product - ah * bh - al * bh - ah * bl)]
}

function fma(ts: ThreadState, argv: number): Owned {
  const values = [0, 1, 2].map((i) => PyFloat_AsDouble(ts, argAt(ts, argv, i)))
  if (PyErr_Occurred(ts) !== 0) return 0
  const [x, y, z] = values
  const parts = [...exactProduct(x, y), z]
  if (parts.every(Number.isFinite)) return newFloat(ts, exactSum(parts) || x * y + z)
  const r = x * y + z
  if (Number.isNaN(r) && !values.some(Number.isNaN))
    return PyErr_Format(ts, ts.exc.ValueError, 'invalid operation in fma')
  if (!Number.isFinite(r) && values.every(Number.isFinite))
    return PyErr_Format(ts, ts.exc.OverflowError, 'overflow in fma')
  return newFloat(ts, r)
}

export const sumFunctions: readonly MethodSpec[] = [
  {
    name: 'dist',
    kind: 'FASTCALL',
    min: 2,
    max: 2,
    call: (ts, _m, argv) => dist(ts, argAt(ts, argv, 0), argAt(ts, argv, 1)),
  },
  { name: 'fma', kind: 'FASTCALL', min: 3, max: 3, call: (ts, _m, argv) => fma(ts, argv) },
  { name: 'fsum', kind: 'O', call: (ts, _m, argv) => fsum(ts, argAt(ts, argv, 0)) },
  { name: 'hypot', kind: 'FASTCALL', call: (ts, _m, argv, nargs) => hypot(ts, argv, nargs) },
  { name: 'prod', kind: 'KEYWORDS', call: (ts, _m, argv, nargs, kwnames) => prod(ts, argv, nargs, kwnames) },
]
