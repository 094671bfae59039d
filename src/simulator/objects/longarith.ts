// Objects/longobject.c, the operators: exact in doubles where both operands and the result fit 53 bits, else in bigints.

import type { ThreadState } from '../heap/pystate.ts'
import { newref, Py_TYPE } from '../heap/refcount.ts'
import { PyLongObject } from '../heap/structs.ts'
import type { BinaryFunc, Borrowed, Owned } from '../heap/typeslots.ts'
import { newBool } from './boolobject.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'
import { float_pow } from './floatarith.ts'
import { newFloat } from './floatstorage.ts'
import {
  chargeWork,
  digitCount,
  newInt,
  newIntFromBigInt,
  PyLong_AsBigInt,
  PyLong_Check,
  PyLong_SHIFT,
  safeValue,
  signedSize,
} from './longintrepr.ts'
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE } from './object.ts'
import { hashBigInt, setHash } from './pyhash.ts'
import { newPair } from './tupleobject.ts'

/**
 * An operator: `small` gives NaN where a double cannot hold the answer; `reserved` says how many digits CPython asks room
 * for when an operand has more than one (negative sizes are those of negative numbers).
 */
function binary(
  small: (x: number, y: number) => number,
  big: (x: bigint, y: bigint) => bigint,
  reserved: (m: number, n: number) => number,
): BinaryFunc {
  return (ts, a, b) => {
    if (!PyLong_Check(ts, a) || !PyLong_Check(ts, b)) return newref(ts, ts.notImplemented)
    const value = small(safeValue(ts, a), safeValue(ts, b))
    const m = signedSize(ts, a)
    const n = signedSize(ts, b)
    const compact = m <= 1 && m >= -1 && n <= 1 && n >= -1
    const digits = compact ? 0 : reserved(m, n)
    if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return newInt(ts, value, digits <= 2 ? 0 : digits)
    chargeWork(ts, digits >>> 3)
    return newIntFromBigInt(ts, big(PyLong_AsBigInt(ts, a), PyLong_AsBigInt(ts, b)), digits)
  }
}

/** x_add asks for one digit more than the longer operand has, x_sub for as many. */
const larger = (m: number, n: number) => Math.max(Math.abs(m), Math.abs(n))
export const long_add = binary(
  (x, y) => x + y,
  (x, y) => x + y,
  (m, n) => larger(m, n) + (m < 0 === n < 0 ? 1 : 0),
)
export const long_sub = binary(
  (x, y) => x - y,
  (x, y) => x - y,
  (m, n) => larger(m, n) + (m < 0 === n < 0 ? 0 : 1),
)
const multiply = binary(
  (x, y) => x * y,
  (x, y) => x * y,
  (m, n) => Math.abs(m) + Math.abs(n),
)
export function long_mul(ts: ThreadState, a: Borrowed, b: Borrowed): Owned {
  if (PyLong_Check(ts, a) && PyLong_Check(ts, b)) {
    const work = digitCount(ts, a) * digitCount(ts, b)
    if (work > 4096) chargeWork(ts, work >>> 8)
  }
  return multiply(ts, a, b)
}
const int32 = (value: number) => (value | 0) === value
export const long_and = binary(
  (x, y) => (int32(x) && int32(y) ? x & y : Number.NaN),
  (x, y) => x & y,
  larger,
)
export const long_or = binary(
  (x, y) => (int32(x) && int32(y) ? x | y : Number.NaN),
  (x, y) => x | y,
  larger,
)
export const long_xor = binary(
  (x, y) => (int32(x) && int32(y) ? x ^ y : Number.NaN),
  (x, y) => x ^ y,
  larger,
)

/** Quotient and remainder rounded down; `null` with ZeroDivisionError. */
function floorDivide(
  ts: ThreadState,
  a: Borrowed,
  b: Borrowed,
  message: string,
): { readonly div: number | bigint; readonly mod: number | bigint } | null {
  const x = safeValue(ts, a)
  const y = safeValue(ts, b)
  if (y === 0) {
    PyErr_Format(ts, ts.exc.ZeroDivisionError, message)
    return null
  }
  if (!Number.isNaN(x) && !Number.isNaN(y)) {
    let mod = x % y
    let div = (x - mod) / y
    if (mod !== 0 && mod < 0 !== y < 0) {
      mod += y
      div -= 1
    }
    return { div, mod }
  }
  chargeWork(ts, (digitCount(ts, a) * digitCount(ts, b)) >>> 8)
  const v = PyLong_AsBigInt(ts, a)
  const w = PyLong_AsBigInt(ts, b)
  const div = v / w
  const mod = v % w
  return mod !== 0n && mod < 0n !== w < 0n ? { div: div - 1n, mod: mod + w } : { div, mod }
}

/** A new int from either kind of number. */
export function newWhole(ts: ThreadState, value: number | bigint): Owned {
  return typeof value === 'number' ? newInt(ts, value) : newIntFromBigInt(ts, value)
}

export function long_div(ts: ThreadState, a: Borrowed, b: Borrowed): Owned {
  if (!PyLong_Check(ts, a) || !PyLong_Check(ts, b)) return newref(ts, ts.notImplemented)
  const result = floorDivide(ts, a, b, ts.profile.numbers.intDivision)
  return result === null ? 0 : newWhole(ts, result.div)
}

export function long_mod(ts: ThreadState, a: Borrowed, b: Borrowed): Owned {
  if (!PyLong_Check(ts, a) || !PyLong_Check(ts, b)) return newref(ts, ts.notImplemented)
  const result = floorDivide(ts, a, b, ts.profile.numbers.intModulo)
  return result === null ? 0 : newWhole(ts, result.mod)
}

export function long_divmod(ts: ThreadState, a: Borrowed, b: Borrowed): Owned {
  if (!PyLong_Check(ts, a) || !PyLong_Check(ts, b)) return newref(ts, ts.notImplemented)
  const result = floorDivide(ts, a, b, ts.profile.numbers.intDivision)
  if (result === null) return 0
  const div = newWhole(ts, result.div)
  const mod = div === 0 ? 0 : newWhole(ts, result.mod)
  return mod === 0 ? 0 : newPair(ts, div, mod)
}

export function long_true_divide(ts: ThreadState, a: Borrowed, b: Borrowed): Owned {
  if (!PyLong_Check(ts, a) || !PyLong_Check(ts, b)) return newref(ts, ts.notImplemented)
  const x = safeValue(ts, a)
  const y = safeValue(ts, b)
  if (y === 0) return PyErr_Format(ts, ts.exc.ZeroDivisionError, 'division by zero')
  const quotient =
    !Number.isNaN(x) && !Number.isNaN(y) ? x / y : divideExactly(PyLong_AsBigInt(ts, a), PyLong_AsBigInt(ts, b))
  if (!Number.isFinite(quotient))
    return PyErr_Format(ts, ts.exc.OverflowError, 'integer division result too large for a float')
  return newFloat(ts, quotient)
}

/** a / b rounded once, halves to even. */
export function divideExactly(a: bigint, b: bigint): number {
  const negative = a < 0n !== b < 0n
  const v = a < 0n ? -a : a
  const w = b < 0n ? -b : b
  if (v === 0n) return negative ? -0 : 0
  // Enough bits for a double and a half; the lowest bit remembers whether anything was cut off. Near zero: units of 2**-1076.
  const shift = Math.max(bitLength(v) - bitLength(w) - 66, -1076)
  const numerator = shift < 0 ? v << BigInt(-shift) : v
  const denominator = shift > 0 ? w << BigInt(shift) : w
  let q = numerator / denominator
  if (q * denominator !== numerator) q |= 1n
  let magnitude = 0
  if (shift === -1076 && q < 1n << 55n) {
    const rest = q & 3n
    q >>= 2n
    if (rest === 3n || (rest === 2n && (q & 1n) === 1n)) q += 1n
    magnitude = Number(q) * 2 ** -1074
  } else if (shift < -1000) magnitude = Number(q) * 2 ** -500 * 2 ** (shift + 500)
  else magnitude = Number(q) * 2 ** shift
  return negative ? -magnitude : magnitude
}

/** Number of bits of a number that is not negative. */
export function bitLength(v: bigint): number {
  if (v === 0n) return 0
  const hex = v.toString(16)
  return hex.length * 4 - Math.clz32(Number.parseInt(hex[0], 16)) + 28
}

export function long_pow(ts: ThreadState, v: Borrowed, w: Borrowed, z: Borrowed): Owned {
  if (!PyLong_Check(ts, v) || !PyLong_Check(ts, w)) return newref(ts, ts.notImplemented)
  if (z !== ts.none) return PyLong_Check(ts, z) ? powerModulo(ts, v, w, z) : newref(ts, ts.notImplemented)
  if (signedSize(ts, w) < 0) return float_pow(ts, v, w, z)
  const base = safeValue(ts, v)
  const exponent = safeValue(ts, w)
  if (exponent === 0 || base === 1) return newInt(ts, 1)
  if (base === 0) return newInt(ts, 0)
  if (base === -1) return newInt(ts, BigInt.asUintN(1, PyLong_AsBigInt(ts, w)) === 1n ? -1 : 1)
  let small = base
  for (let i = 1; i < exponent && Math.abs(small) <= Number.MAX_SAFE_INTEGER; i++) small *= base
  if (Math.abs(small) <= Number.MAX_SAFE_INTEGER) return newInt(ts, small)
  const big = PyLong_AsBigInt(ts, v)
  const bits = (bitLength(big < 0n ? -big : big) - 1) * exponent
  if (!(bits / 7 < ts.budgets.memory)) return PyErr_NoMemory(ts)
  chargeWork(ts, Math.floor((bits / 1000) ** 1.5))
  return newIntFromBigInt(ts, big ** BigInt(exponent))
}

function powerModulo(ts: ThreadState, v: Borrowed, w: Borrowed, z: Borrowed): Owned {
  let base = PyLong_AsBigInt(ts, v)
  let exponent = PyLong_AsBigInt(ts, w)
  const modulus = PyLong_AsBigInt(ts, z)
  if (modulus === 0n) return PyErr_Format(ts, ts.exc.ValueError, 'pow() 3rd argument cannot be 0')
  const m = modulus < 0n ? -modulus : modulus
  if (m === 1n) return newInt(ts, 0)
  if (exponent < 0n) {
    const inverse = inverseModulo(((base % m) + m) % m, m)
    if (inverse === null) return PyErr_Format(ts, ts.exc.ValueError, 'base is not invertible for the given modulus')
    base = inverse
    exponent = -exponent
  }
  base = ((base % m) + m) % m
  const bits = exponent.toString(2)
  chargeWork(ts, Math.ceil((bits.length * digitCount(ts, z) ** 2) / 64))
  let result = 1n
  for (const bit of bits) {
    result = (result * result) % m
    if (bit === '1') result = (result * base) % m
  }
  return newIntFromBigInt(ts, modulus < 0n && result !== 0n ? result - m : result)
}

function inverseModulo(a: bigint, n: bigint): bigint | null {
  let [b, c, r, s] = [1n, 0n, a, n]
  while (s !== 0n) {
    const q = r / s
    ;[r, s] = [s, r - q * s]
    ;[b, c] = [c, b - q * c]
  }
  return r === 1n ? ((b % n) + n) % n : null
}

export function long_lshift(ts: ThreadState, a: Borrowed, b: Borrowed): Owned {
  if (!PyLong_Check(ts, a) || !PyLong_Check(ts, b)) return newref(ts, ts.notImplemented)
  if (signedSize(ts, b) < 0) return PyErr_Format(ts, ts.exc.ValueError, 'negative shift count')
  if (signedSize(ts, a) === 0) return newInt(ts, 0)
  const n = safeValue(ts, b)
  const words = Math.floor(n / PyLong_SHIFT)
  const compact = words === 0 && digitCount(ts, a) === 1
  const digits = compact ? 0 : digitCount(ts, a) + words + (n % PyLong_SHIFT === 0 ? 0 : 1)
  const shifted = n < 1000 ? safeValue(ts, a) * 2 ** n : Number.NaN
  if (Math.abs(shifted) <= Number.MAX_SAFE_INTEGER && digits <= 2) return newInt(ts, shifted)
  if (Number.isNaN(n)) return PyErr_Format(ts, ts.exc.OverflowError, 'too many digits in integer')
  if (!(n / 7 < ts.budgets.memory)) return PyErr_NoMemory(ts)
  chargeWork(ts, digits >>> 3)
  return newIntFromBigInt(ts, PyLong_AsBigInt(ts, a) << BigInt(n), digits)
}

export function long_rshift(ts: ThreadState, a: Borrowed, b: Borrowed): Owned {
  if (!PyLong_Check(ts, a) || !PyLong_Check(ts, b)) return newref(ts, ts.notImplemented)
  if (signedSize(ts, b) < 0) return PyErr_Format(ts, ts.exc.ValueError, 'negative shift count')
  const n = safeValue(ts, b)
  if (!(n < digitCount(ts, a) * PyLong_SHIFT)) return newInt(ts, signedSize(ts, a) < 0 ? -1 : 0)
  const x = safeValue(ts, a)
  if (!Number.isNaN(x)) return newInt(ts, Math.floor(x / 2 ** n))
  return newIntFromBigInt(ts, PyLong_AsBigInt(ts, a) >> BigInt(n))
}

/** int(o) of an int: itself, or a plain copy of an instance of a subclass. */
export function long_long(ts: ThreadState, o: Borrowed): Owned {
  if (Py_TYPE(ts, o) === ts.types.int) return newref(ts, o)
  return newIntFromBigInt(ts, PyLong_AsBigInt(ts, o))
}

export function long_neg(ts: ThreadState, o: Borrowed): Owned {
  const x = safeValue(ts, o)
  return !Number.isNaN(x) ? newInt(ts, -x) : newIntFromBigInt(ts, -PyLong_AsBigInt(ts, o))
}

export function long_abs(ts: ThreadState, o: Borrowed): Owned {
  return signedSize(ts, o) < 0 ? long_neg(ts, o) : long_long(ts, o)
}

export function long_invert(ts: ThreadState, o: Borrowed): Owned {
  const x = safeValue(ts, o)
  return Math.abs(x) < Number.MAX_SAFE_INTEGER ? newInt(ts, -x - 1) : newIntFromBigInt(ts, ~PyLong_AsBigInt(ts, o))
}

export function long_bool(ts: ThreadState, o: Borrowed): number {
  return signedSize(ts, o) === 0 ? 0 : 1
}

export function long_hash(ts: ThreadState, o: Borrowed): number {
  const size = signedSize(ts, o)
  const n = Math.abs(size)
  if (n > 2) return hashBigInt(ts, PyLong_AsBigInt(ts, o))
  const at = (o + PyLongObject.ob_digit) >> 2
  const d0 = n > 0 ? ts.mem.words[at] : 0
  const d1 = n > 1 ? ts.mem.words[at + 1] : 0
  const low = d0 | (d1 << 30)
  const high = d1 >>> 2
  if (size >= 0) return setHash(ts, low, high)
  return setHash(ts, -low | 0, low === 0 ? -high | 0 : ~high)
}

export function long_richcompare(ts: ThreadState, a: Borrowed, b: Borrowed, op: number): Owned {
  if (!PyLong_Check(ts, a) || !PyLong_Check(ts, b)) return newref(ts, ts.notImplemented)
  return newBool(ts, satisfies(op, a === b ? 0 : compareInts(ts, a, b)))
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareInts(ts: ThreadState, a: Borrowed, b: Borrowed): number {
  const x = safeValue(ts, a)
  const y = safeValue(ts, b)
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y
  const bySize = signedSize(ts, a) - signedSize(ts, b)
  if (bySize !== 0) return bySize
  const v = PyLong_AsBigInt(ts, a)
  const w = PyLong_AsBigInt(ts, b)
  return v < w ? -1 : v > w ? 1 : 0
}

/** Py_RETURN_RICHCOMPARE: whether an order of -1, 0 or 1 satisfies an operator. */
export function satisfies(op: number, order: number): boolean {
  switch (op) {
    case Py_LT:
      return order < 0
    case Py_LE:
      return order <= 0
    case Py_EQ:
      return order === 0
    case Py_NE:
      return order !== 0
    case Py_GT:
      return order > 0
    case Py_GE:
      return order >= 0
    default:
      return false
  }
}
