// Modules/mathmodule.c: functions of real numbers. The elementary ones are libm.ts, sums mathsum.ts, whole numbers mathint.ts.
// NOT CPYTHON: cbrt, gamma's kin and erf may differ in the last digit, as they do between C libraries.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, Py_TYPE } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyNumber_Index } from '../objects/abstract.ts'
import { newBool } from '../objects/boolobject.ts'
import { _PyArg_NoKeywords, argAt, checkPositional, parseKeywords } from '../objects/call.ts'
import { setItemText } from '../objects/dictobject.ts'
import { PyErr_Format, PyErr_Occurred } from '../objects/errors.ts'
import { floatValue, newFloat, PyFloat_AsDouble, PyFloat_Check } from '../objects/floatobject.ts'
import { newInt, newIntFromBigInt, PyLong_AsBigInt, PyLong_Check } from '../objects/longobject.ts'
import { PyModule_GetDict } from '../objects/moduleobject.ts'
import { type MethodSpec, typeName } from '../objects/object.ts'
import { float_repr, splitDouble } from '../objects/pystrtod.ts'
import { callRounding } from '../objects/slotcalls.ts'
import { Py_BuildTuple } from '../objects/tupleobject.ts'
import * as libm from './libm.ts'
import { copysign, nextafter, pow, remainder, scaleDown, ulp } from './mathdouble.ts'
import { intFunctions } from './mathint.ts'
import { erf, erfc, gamma, lgamma } from './mathspecial.ts'
import { sumFunctions } from './mathsum.ts'
import { SUMPROD } from './mathsumprod.ts'
import type { ModuleSpec } from './module.ts'

/** A double argument; `null` with TypeError. */
function asDouble(ts: ThreadState, o: Borrowed): number | null {
  const x = PyFloat_Check(ts, o) ? floatValue(ts, o) : PyFloat_AsDouble(ts, o)
  return Number.isNaN(x) && PyErr_Occurred(ts) !== 0 ? null : x
}

function domainError(ts: ThreadState): 0 {
  return PyErr_Format(ts, ts.exc.ValueError, 'math domain error')
}

function rangeError(ts: ThreadState): 0 {
  return PyErr_Format(ts, ts.exc.OverflowError, 'math range error')
}

/** What a version since 3.14 says of an argument that is out of the domain; {0} is its repr. */
function outOfDomain(ts: ThreadState, message: string | undefined, x: number): 0 {
  if (!message || !ts.profile.modules.mathExplains) return domainError(ts)
  return PyErr_Format(ts, ts.exc.ValueError, message.replace('{0}', float_repr(x)))
}

/** math_1: NaN from a number is a domain error; infinity from a finite number too, unless the function can overflow. */
function one(
  name: string,
  f: (x: number) => number,
  canOverflow = false,
  domain = 'expected a finite input, got {0}',
): MethodSpec {
  return {
    name,
    kind: 'O',
    call(ts, _m, argv) {
      const x = asDouble(ts, argAt(ts, argv, 0))
      if (x === null) return 0
      const r = f(x)
      if (Number.isNaN(r) && !Number.isNaN(x)) return outOfDomain(ts, domain, x)
      if (!Number.isFinite(r) && Number.isFinite(x)) return canOverflow ? rangeError(ts) : outOfDomain(ts, domain, x)
      return newFloat(ts, r)
    },
  }
}

/** A function of doubles that raises nothing of its own. */
function several(name: string, n: number, f: (...x: number[]) => number, finish = checked): MethodSpec {
  return {
    name,
    kind: 'FASTCALL',
    min: n,
    max: n,
    call(ts, _m, argv) {
      const values: number[] = []
      for (let i = 0; i < n; i++) {
        const x = asDouble(ts, argAt(ts, argv, i))
        if (x === null) return 0
        values.push(x)
      }
      return finish(ts, f(...values), values)
    },
  }
}

function checked(ts: ThreadState, r: number, values: readonly number[]): Owned {
  if (Number.isNaN(r) && !values.some(Number.isNaN)) return domainError(ts)
  if (!Number.isFinite(r) && !Number.isNaN(r) && values.every(Number.isFinite)) return rangeError(ts)
  return newFloat(ts, r)
}

const plain = (ts: ThreadState, r: number): Owned => newFloat(ts, r)

function predicate(name: string, f: (x: number) => boolean): MethodSpec {
  return {
    name,
    kind: 'O',
    call(ts, _m, argv) {
      const x = asDouble(ts, argAt(ts, argv, 0))
      return x === null ? 0 : newBool(ts, f(x))
    },
  }
}

/** A double that is whole as an int object. */
function wholeToInt(ts: ThreadState, x: number): Owned {
  if (Number.isNaN(x)) return PyErr_Format(ts, ts.exc.ValueError, 'cannot convert float NaN to integer')
  if (!Number.isFinite(x)) return PyErr_Format(ts, ts.exc.OverflowError, 'cannot convert float infinity to integer')
  return Number.isSafeInteger(x) ? newInt(ts, x) : newIntFromBigInt(ts, BigInt(x))
}

/** floor, ceil: of a float directly, else by the object's own method, else of what it converts to. */
function rounding(name: string, special: string, f: (x: number) => number): MethodSpec {
  return {
    name,
    kind: 'O',
    call(ts, _m, argv) {
      const o = argAt(ts, argv, 0)
      if (Py_TYPE(ts, o) !== ts.types.float) {
        const result = callRounding(ts, special, o)
        if (result !== 0 || PyErr_Occurred(ts) !== 0) return result
      }
      const x = asDouble(ts, o)
      return x === null ? 0 : wholeToInt(ts, f(x))
    },
  }
}

function trunc(ts: ThreadState, o: Borrowed): Owned {
  if (Py_TYPE(ts, o) === ts.types.float) return wholeToInt(ts, Math.trunc(floatValue(ts, o)))
  const result = callRounding(ts, '__trunc__', o)
  if (result !== 0 || PyErr_Occurred(ts) !== 0) return result
  return PyErr_Format(ts, ts.exc.TypeError, `type ${typeName(ts, o)} doesn't define __trunc__ method`)
}

/** Logarithms take ints of any size: what is beyond a double is halved often enough first. */
function logarithm(ts: ThreadState, o: Borrowed, f: (x: number) => number): number | null {
  if (!PyLong_Check(ts, o)) {
    const x = asDouble(ts, o)
    if (x === null) return null
    if (Number.isNaN(x) || x > 0) return f(x)
    if (ts.profile.modules.mathExplains)
      PyErr_Format(ts, ts.exc.ValueError, `expected a positive input, got ${float_repr(x)}`)
    else domainError(ts)
    return null
  }
  const value = PyLong_AsBigInt(ts, o)
  if (value <= 0n) {
    if (ts.profile.modules.mathExplains) PyErr_Format(ts, ts.exc.ValueError, 'expected a positive input')
    else domainError(ts)
    return null
  }
  const x = Number(value)
  if (Number.isFinite(x)) return f(x)
  const bits = value.toString(2).length
  const fraction = Number(value >> BigInt(bits - 64)) / 2 ** 64
  return f(fraction) + f(2) * bits
}

function log(ts: ThreadState, argv: number, nargs: number): Owned {
  const top = logarithm(ts, argAt(ts, argv, 0), libm.log)
  if (top === null) return 0
  if (nargs === 1) return newFloat(ts, top)
  const base = logarithm(ts, argAt(ts, argv, 1), libm.log)
  if (base === null) return 0
  if (base === 0) return PyErr_Format(ts, ts.exc.ZeroDivisionError, ts.profile.numbers.floatDivision)
  return newFloat(ts, top / base)
}

function ldexp(ts: ThreadState, x: number, o: Borrowed): Owned {
  if (!PyLong_Check(ts, o)) return PyErr_Format(ts, ts.exc.TypeError, 'Expected an int as second argument to ldexp.')
  const n = Number(PyLong_AsBigInt(ts, o))
  if (x === 0 || !Number.isFinite(x)) return newFloat(ts, x)
  const e = Math.max(-2200, Math.min(2200, n))
  let r = x
  // In steps that neither overflow nor round before the last.
  if (e >= 0) for (let left = e; left > 0; left -= 1000) r *= 2 ** Math.min(left, 1000)
  else {
    const { mantissa, exponent } = splitDouble(Math.abs(x))
    r = Math.sign(x) * scaleDown(mantissa, exponent + e)
  }
  return Number.isFinite(r) ? newFloat(ts, r) : rangeError(ts)
}

function frexp(ts: ThreadState, x: number): Owned {
  if (x === 0 || !Number.isFinite(x)) return Py_BuildTuple(ts, [newFloat(ts, x), newInt(ts, 0)])
  const { mantissa, exponent } = splitDouble(Math.abs(x))
  const length = mantissa.toString(2).length
  const m = (Math.sign(x) * Number(mantissa)) / 2 ** length
  return Py_BuildTuple(ts, [newFloat(ts, m), newInt(ts, exponent + length)])
}

function isclose(ts: ThreadState, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const values = parseKeywords(ts, 'isclose', argv, nargs, kwnames, ['a', 'b', 'rel_tol', 'abs_tol'], 2, 0, 2)
  if (!values) return 0
  const numbers: number[] = []
  for (const [i, o] of values.entries()) {
    const x = o === 0 ? [0, 0, 1e-9, 0][i] : asDouble(ts, o)
    if (x === null) return 0
    numbers.push(x)
  }
  const [a, b, relative, absolute] = numbers
  if (relative < 0 || absolute < 0) return PyErr_Format(ts, ts.exc.ValueError, 'tolerances must be non-negative')
  if (a === b) return newBool(ts, true)
  if (!Number.isFinite(a) || !Number.isFinite(b)) return newBool(ts, false)
  const diff = Math.abs(b - a)
  return newBool(ts, diff <= Math.abs(relative * b) || diff <= Math.abs(relative * a) || diff <= absolute)
}

function modf(ts: ThreadState, x: number): Owned {
  const whole = Math.trunc(x)
  const part = Number.isFinite(x) ? copysign(x - whole, x) : Number.isNaN(x) ? x : copysign(0, x)
  return Py_BuildTuple(ts, [newFloat(ts, part), newFloat(ts, whole)])
}

/** The argument of a function of one double, handed over with the thread. */
function withDouble(name: string, f: (ts: ThreadState, x: number) => Owned): MethodSpec {
  return {
    name,
    kind: 'O',
    call(ts, _m, argv) {
      const x = asDouble(ts, argAt(ts, argv, 0))
      return x === null ? 0 : f(ts, x)
    },
  }
}

const ONE_TO_ONE = 'expected a number between -1 and 1, got {0}'

const FUNCTIONS: readonly MethodSpec[] = [
  one('acos', libm.acos, false, 'expected a number in range from -1 up to 1, got {0}'),
  one('acosh', libm.acosh, false, 'expected argument value not less than 1, got {0}'),
  one('asin', libm.asin, false, 'expected a number in range from -1 up to 1, got {0}'),
  one('asinh', libm.asinh),
  one('atan', libm.atan),
  several('atan2', 2, libm.atan2, plain),
  one('atanh', Math.atanh, false, ONE_TO_ONE),
  one('cbrt', Math.cbrt),
  rounding('ceil', '__ceil__', Math.ceil),
  several('copysign', 2, copysign, plain),
  one('cos', libm.cos),
  one('cosh', libm.cosh, true),
  withDouble('degrees', (ts, x) => newFloat(ts, x * (180 / Math.PI))),
  withDouble('erf', (ts, x) => newFloat(ts, erf(x))),
  withDouble('erfc', (ts, x) => newFloat(ts, erfc(x))),
  one('exp', libm.exp, true),
  one('exp2', libm.exp2, true),
  one('expm1', Math.expm1, true),
  withDouble('fabs', (ts, x) => newFloat(ts, Math.abs(x))),
  rounding('floor', '__floor__', Math.floor),
  several(
    'fmod',
    2,
    (x, y) => x % y,
    (ts, r, [x, y]) => (Number.isNaN(r) && !Number.isNaN(x) && !Number.isNaN(y) ? domainError(ts) : newFloat(ts, r)),
  ),
  withDouble('frexp', frexp),
  withDouble('gamma', (ts, x) => {
    const r = gamma(x)
    if (Number.isNaN(r) && !Number.isNaN(x))
      return outOfDomain(ts, 'expected a noninteger or positive integer, got {0}', x)
    return Number.isFinite(x) && !Number.isFinite(r)
      ? x === 0
        ? outOfDomain(ts, 'expected a noninteger or positive integer, got {0}', x)
        : rangeError(ts)
      : newFloat(ts, r)
  }),
  { name: 'isclose', kind: 'KEYWORDS', call: (ts, _m, argv, nargs, kwnames) => isclose(ts, argv, nargs, kwnames) },
  predicate('isfinite', Number.isFinite),
  predicate('isinf', (x) => !Number.isFinite(x) && !Number.isNaN(x)),
  predicate('isnan', Number.isNaN),
  {
    name: 'ldexp',
    kind: 'FASTCALL',
    min: 2,
    max: 2,
    call(ts, _m, argv) {
      const x = asDouble(ts, argAt(ts, argv, 0))
      return x === null ? 0 : ldexp(ts, x, argAt(ts, argv, 1))
    },
  },
  withDouble('lgamma', (ts, x) => {
    const r = lgamma(x)
    if (!Number.isFinite(r) && Number.isFinite(x))
      return x <= 0 ? outOfDomain(ts, 'expected a noninteger or positive integer, got {0}', x) : rangeError(ts)
    return newFloat(ts, r)
  }),
  {
    name: 'log',
    kind: 'FASTCALL',
    varargs: ({ modules }) => modules.mathLogPacks,
    call(ts, _m, argv, nargs) {
      if (!ts.profile.modules.mathLogPacks)
        return checkPositional(ts, 'log', nargs, 1, 2) < 0 ? 0 : log(ts, argv, nargs)
      if (nargs === 1 || nargs === 2) return log(ts, argv, nargs)
      return PyErr_Format(ts, ts.exc.TypeError, 'math.log requires 1 to 2 arguments')
    },
  },
  one('log1p', Math.log1p, false, 'expected argument value > -1, got {0}'),
  logOf('log10', libm.log10),
  logOf('log2', libm.log2),
  withDouble('modf', modf),
  {
    name: 'nextafter',
    kind: 'KEYWORDS',
    call(ts, _m, argv, nargs, kwnames) {
      if (!ts.profile.modules.mathSteps && !_PyArg_NoKeywords(ts, 'math.nextafter', kwnames)) return 0
      if (!ts.profile.modules.mathSteps && checkPositional(ts, 'nextafter', nargs, 2, 2) < 0) return 0
      const values = parseKeywords(ts, 'nextafter', argv, nargs, kwnames, ['x', 'y', 'steps'], 2, 2, 2)
      if (!values) return 0
      const x = asDouble(ts, values[0])
      const y = x === null ? null : asDouble(ts, values[1])
      if (x === null || y === null) return 0
      if (values[2] === 0 || values[2] === ts.none) return newFloat(ts, nextafter(x, y))
      const index = PyNumber_Index(ts, values[2])
      if (index === 0) return 0
      const steps = PyLong_AsBigInt(ts, index)
      DECREF(ts, index)
      if (steps < 0n) return PyErr_Format(ts, ts.exc.ValueError, 'steps must be a non-negative integer')
      return newFloat(ts, steps === 0n ? x : nextafter(x, y, steps))
    },
  },
  several('pow', 2, pow, (ts, r, [x, y]) => {
    if (x === 0 && y < 0 && Number.isFinite(y)) return domainError(ts)
    return checked(ts, r, [x, y])
  }),
  withDouble('radians', (ts, x) => newFloat(ts, x * (Math.PI / 180))),
  several('remainder', 2, remainder, (ts, r, [x, y]) =>
    Number.isNaN(r) && !Number.isNaN(x) && !Number.isNaN(y) ? domainError(ts) : newFloat(ts, r),
  ),
  one('sin', libm.sin),
  one('sinh', Math.sinh, true),
  one('sqrt', Math.sqrt, false, 'expected a nonnegative input, got {0}'),
  one('tan', libm.tan),
  one('tanh', Math.tanh),
  { name: 'trunc', kind: 'O', call: (ts, _m, argv) => trunc(ts, argAt(ts, argv, 0)) },
  withDouble('ulp', (ts, x) => newFloat(ts, ulp(x))),
  ...intFunctions,
  ...sumFunctions,
  SUMPROD,
]

function logOf(name: string, f: (x: number) => number): MethodSpec {
  return {
    name,
    kind: 'O',
    call(ts, _m, argv) {
      const r = logarithm(ts, argAt(ts, argv, 0), f)
      return r === null ? 0 : newFloat(ts, r)
    },
  }
}

const CONSTANTS: Readonly<Record<string, number>> = {
  pi: Math.PI,
  e: Math.E,
  tau: 2 * Math.PI,
  inf: Number.POSITIVE_INFINITY,
  nan: Number.NaN,
}

export const mathModule: ModuleSpec = {
  name: 'math',
  functionsFrom: (profile, method) =>
    profile.modules.mathInteger && intFunctions.includes(method) ? 'math.integer' : 'math',
  doc: 'This module provides access to the mathematical functions\ndefined by the C standard.',
  functions: FUNCTIONS,
  exec(ts, module) {
    for (const [name, value] of Object.entries(CONSTANTS)) {
      const o = newFloat(ts, value)
      if (o === 0 || setItemText(ts, PyModule_GetDict(ts, module), name, o) < 0) return -1
      DECREF(ts, o)
    }
    return 0
  },
}
