// Objects/floatobject.c, the operators: arithmetic with CPython's floor division, powers, comparison with ints.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { newBool } from './boolobject.ts'
import { PyErr_Format, PyErr_Occurred, PyErr_SetObject } from './errors.ts'
import { floatValue, newFloat, PyFloat_Check, PyLong_AsDouble } from './floatstorage.ts'
import { newInt, PyLong_AsBigInt, PyLong_Check, safeValue } from './longintrepr.ts'
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE } from './object.ts'
import { Py_BuildTuple, PyTuple_FromArray } from './tupleobject.ts'
import { newStr } from './unicodestorage.ts'

/** What an operand is as a double: `undefined` when it is no number, `null` when an exception is set. */
function operand(ts: ThreadState, o: Borrowed): number | null | undefined {
  if (PyFloat_Check(ts, o)) return floatValue(ts, o)
  if (!PyLong_Check(ts, o)) return undefined
  const x = PyLong_AsDouble(ts, o)
  return Number.isNaN(x) && PyErr_Occurred(ts) !== 0 ? null : x
}

/** An operator on two doubles. */
function binary(compute: (ts: ThreadState, a: number, b: number) => Owned) {
  return (ts: ThreadState, v: Borrowed, w: Borrowed): Owned => {
    const a = operand(ts, v)
    if (a === null) return 0
    const b = a === undefined ? undefined : operand(ts, w)
    if (b === null) return 0
    return a === undefined || b === undefined ? newref(ts, ts.notImplemented) : compute(ts, a, b)
  }
}

const zeroDivision = (ts: ThreadState, message: string) => PyErr_Format(ts, ts.exc.ZeroDivisionError, message)

export const float_add = binary((ts, a, b) => newFloat(ts, a + b))
export const float_sub = binary((ts, a, b) => newFloat(ts, a - b))
export const float_mul = binary((ts, a, b) => newFloat(ts, a * b))
export const float_div = binary((ts, a, b) =>
  b === 0 ? zeroDivision(ts, ts.profile.numbers.floatDivision) : newFloat(ts, a / b),
)
export const float_rem = binary((ts, a, b) =>
  b === 0 ? zeroDivision(ts, ts.profile.numbers.floatModulo) : newFloat(ts, floatDivmod(a, b).mod),
)
export const float_floor_div = binary((ts, a, b) =>
  b === 0 ? zeroDivision(ts, ts.profile.numbers.floatFloorDivision) : newFloat(ts, floatDivmod(a, b).floordiv),
)
export const float_divmod = binary((ts, a, b) => {
  if (b === 0) return zeroDivision(ts, ts.profile.numbers.floatDivmod)
  const { floordiv, mod } = floatDivmod(a, b)
  const first = newFloat(ts, floordiv)
  const second = first === 0 ? 0 : newFloat(ts, mod)
  return second === 0 ? 0 : Py_BuildTuple(ts, [first, second])
})

/** _float_div_mod: the remainder has the divisor's sign. */
export function floatDivmod(vx: number, wx: number): { readonly floordiv: number; readonly mod: number } {
  let mod = vx % wx
  let div = (vx - mod) / wx
  if (mod !== 0) {
    if (wx < 0 !== mod < 0) {
      mod += wx
      div -= 1
    }
  } else mod = wx < 0 ? -0 : 0
  let floordiv = 0
  if (div !== 0) {
    floordiv = Math.floor(div)
    if (div - floordiv > 0.5) floordiv += 1
  } else floordiv = vx / wx < 0 || Object.is(vx / wx, -0) ? -0 : 0
  return { floordiv, mod }
}

/** pow() of floats; ints come here with negative exponents. */
export function float_pow(ts: ThreadState, v: Borrowed, w: Borrowed, z: Borrowed): Owned {
  if (z !== ts.none)
    return PyErr_Format(ts, ts.exc.TypeError, 'pow() 3rd argument not allowed unless all arguments are integers')
  const iv = operand(ts, v)
  if (iv === null) return 0
  const iw = iv === undefined ? undefined : operand(ts, w)
  if (iw === null) return 0
  if (iv === undefined || iw === undefined) return newref(ts, ts.notImplemented)
  return powerOf(ts, iv, iw)
}

/** A complex power is needed for a negative base and a fraction: complexobject.ts. */
let complexPower: (ts: ThreadState, a: number, b: number) => Owned = (ts) =>
  PyErr_Format(ts, ts.exc.ValueError, 'negative number cannot be raised to a fractional power')

/** Says how a negative number is raised to a fraction. */
export function setComplexPower(power: typeof complexPower): void {
  complexPower = power
}

function powerOf(ts: ThreadState, iv: number, iw: number): Owned {
  if (iw === 0 || iv === 1) return newFloat(ts, 1)
  if (Number.isNaN(iv) || Number.isNaN(iw)) return newFloat(ts, Number.NaN)
  if (Math.abs(iv) === 1 && !Number.isFinite(iw)) return newFloat(ts, 1)
  if (iv === 0 && iw < 0) return zeroDivision(ts, ts.profile.numbers.zeroToNegative)
  if (iv < 0 && Number.isFinite(iv) && Number.isFinite(iw) && !Number.isInteger(iw)) return complexPower(ts, iv, iw)
  const result = iv ** iw
  if (!Number.isFinite(result) && Number.isFinite(iv) && Number.isFinite(iw)) return rangeError(ts)
  return newFloat(ts, result)
}

/** OverflowError as from the C library's ERANGE: two arguments. */
export function rangeError(ts: ThreadState): Owned {
  const number = newInt(ts, 34)
  const text = newStr(ts, 'Numerical result out of range')
  if (number === 0 || text === 0) return 0
  const args = PyTuple_FromArray(ts, [number, text])
  if (args !== 0) {
    PyErr_SetObject(ts, ts.exc.OverflowError, args)
    DECREF(ts, args)
  }
  return 0
}

/** Comparison; with an int it is exact, however large the int. */
export function float_richcompare(ts: ThreadState, v: Borrowed, w: Borrowed, op: number): Owned {
  const i = floatValue(ts, v)
  if (PyFloat_Check(ts, w)) return newBool(ts, holds(op, i, floatValue(ts, w)))
  if (!PyLong_Check(ts, w)) return newref(ts, ts.notImplemented)
  const j = safeValue(ts, w)
  if (!Number.isNaN(j) || !Number.isFinite(i)) return newBool(ts, holds(op, i, !Number.isNaN(j) ? j : 0))
  const floor = Math.floor(i)
  const whole = BigInt(floor)
  const big = PyLong_AsBigInt(ts, w)
  const order = whole < big ? -1 : whole > big ? 1 : i > floor ? 1 : 0
  return newBool(ts, holds(op, order, 0))
}

function holds(op: number, a: number, b: number): boolean {
  switch (op) {
    case Py_LT:
      return a < b
    case Py_LE:
      return a <= b
    case Py_EQ:
      return a === b
    case Py_NE:
      return a !== b
    case Py_GT:
      return a > b
    case Py_GE:
      return a >= b
    default:
      return false
  }
}
