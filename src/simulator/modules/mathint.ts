// Modules/mathmodule.c: functions of whole numbers (gcd, factorial, comb ...). Results are plain big integers; the work is
// charged by the digits they have.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyNumber_Index } from '../objects/abstract.ts'
import { argAt } from '../objects/call.ts'
import { PyErr_Format, PyErr_NoMemory } from '../objects/errors.ts'
import { chargeWork } from '../objects/longintrepr.ts'
import { newIntFromBigInt, PyLong_AsBigInt } from '../objects/longobject.ts'
import type { MethodSpec } from '../objects/object.ts'

const LONGEST = (1n << 63n) - 1n

/** An index as a whole number; `null` with TypeError. */
function asIndex(ts: ThreadState, o: Borrowed): bigint | null {
  const index = PyNumber_Index(ts, o)
  if (index === 0) return null
  const value = PyLong_AsBigInt(ts, index)
  DECREF(ts, index)
  return value
}

function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b < 0n ? -b : b
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** gcd and lcm of any number of arguments. */
function fold(name: string, start: bigint, step: (a: bigint, b: bigint) => bigint): MethodSpec {
  return {
    name,
    kind: 'FASTCALL',
    call(ts, _m, argv, nargs) {
      let result = start
      for (let i = 0; i < nargs; i++) {
        const value = asIndex(ts, argAt(ts, argv, i))
        if (value === null) return 0
        result = step(result, value)
      }
      return newIntFromBigInt(ts, result < 0n ? -result : result)
    },
  }
}

/** The product of `count` numbers downwards from `top`, halved recursively so that the factors stay of one size. */
function fallingProduct(top: bigint, count: number): bigint {
  if (count === 0) return 1n
  if (count <= 16) {
    let result = top
    for (let i = 1; i < count; i++) result *= top - BigInt(i)
    return result
  }
  const half = count >> 1
  return fallingProduct(top, half) * fallingProduct(top - BigInt(half), count - half)
}

/** Refuses what would not fit into memory and charges what it costs. -1 with MemoryError. */
function mayMultiply(ts: ThreadState, top: bigint, count: bigint): number {
  const digits = Number(count) * (top.toString(2).length / 30)
  if (digits * 4 > ts.budgets.memory) {
    PyErr_NoMemory(ts)
    return -1
  }
  chargeWork(ts, Math.ceil(Number(count) + (digits * digits) / 5000))
  return 0
}

function factorial(ts: ThreadState, o: Borrowed): Owned {
  const n = asIndex(ts, o)
  if (n === null) return 0
  if (n > LONGEST) return PyErr_Format(ts, ts.exc.OverflowError, `factorial() argument should not exceed ${LONGEST}`)
  if (n < 0n) return PyErr_Format(ts, ts.exc.ValueError, 'factorial() not defined for negative values')
  if (mayMultiply(ts, n, n) < 0) return 0
  return newIntFromBigInt(ts, fallingProduct(n, Number(n)))
}

/** perm and comb: both numbers, checked. */
function pair(ts: ThreadState, argv: number): [n: bigint, k: bigint] | null {
  const n = asIndex(ts, argAt(ts, argv, 0))
  const k = n === null ? null : asIndex(ts, argAt(ts, argv, 1))
  if (n === null || k === null) return null
  if (n >= 0n && k >= 0n) return [n, k]
  PyErr_Format(ts, ts.exc.ValueError, `${n < 0n ? 'n' : 'k'} must be a non-negative integer`)
  return null
}

function perm(ts: ThreadState, argv: number, nargs: number): Owned {
  if (nargs === 1 || argAt(ts, argv, 1) === ts.none) return factorial(ts, argAt(ts, argv, 0))
  const both = pair(ts, argv)
  if (both === null) return 0
  const [n, k] = both
  if (k > n) return newIntFromBigInt(ts, 0n)
  if (k > LONGEST) return PyErr_Format(ts, ts.exc.OverflowError, `k must not exceed ${LONGEST}`)
  if (mayMultiply(ts, n, k) < 0) return 0
  return newIntFromBigInt(ts, fallingProduct(n, Number(k)))
}

function comb(ts: ThreadState, argv: number): Owned {
  const both = pair(ts, argv)
  if (both === null) return 0
  const [n, given] = both
  if (given > n) return newIntFromBigInt(ts, 0n)
  const k = given * 2n > n ? n - given : given
  if (k > LONGEST) return PyErr_Format(ts, ts.exc.OverflowError, `min(n - k, k) must not exceed ${LONGEST}`)
  if (mayMultiply(ts, n, k) < 0) return 0
  return newIntFromBigInt(ts, fallingProduct(n, Number(k)) / fallingProduct(k, Number(k)))
}

/** The whole part of the square root, by Newton's method from above. */
function isqrt(ts: ThreadState, o: Borrowed): Owned {
  const n = asIndex(ts, o)
  if (n === null) return 0
  if (n < 0n) return PyErr_Format(ts, ts.exc.ValueError, 'isqrt() argument must be nonnegative')
  if (n === 0n) return newIntFromBigInt(ts, 0n)
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1)
  for (;;) {
    const y = (x + n / x) >> 1n
    if (y >= x) return newIntFromBigInt(ts, x)
    x = y
  }
}

export const intFunctions: readonly MethodSpec[] = [
  { name: 'comb', kind: 'FASTCALL', min: 2, max: 2, call: (ts, _m, argv) => comb(ts, argv) },
  { name: 'factorial', kind: 'O', call: (ts, _m, argv) => factorial(ts, argAt(ts, argv, 0)) },
  fold('gcd', 0n, gcd),
  fold('lcm', 1n, (a, b) => (a === 0n || b === 0n ? 0n : (a / gcd(a, b)) * b)),
  { name: 'isqrt', kind: 'O', call: (ts, _m, argv) => isqrt(ts, argAt(ts, argv, 0)) },
  { name: 'perm', kind: 'FASTCALL', min: 1, max: 2, call: (ts, _m, argv, nargs) => perm(ts, argv, nargs) },
]
