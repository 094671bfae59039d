// Modules/mathmodule.c, math_sumprod: pair by pair; whole numbers as C's long and then floats exactly, as long as there is
// nothing else, and what is left by `*` and `+`.

import { during } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, Py_TYPE, XDECREF } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyIter_Next, PyNumber_Add, PyNumber_Multiply, PyObject_GetIter } from '../objects/abstract.ts'
import { argAt } from '../objects/call.ts'
import { PyErr_Clear, PyErr_Format, PyErr_Occurred } from '../objects/errors.ts'
import { newFloat, PyFloat_AsDouble } from '../objects/floatobject.ts'
import { chargeWork } from '../objects/longintrepr.ts'
import { newInt, newIntFromBigInt, PyLong_AsBigInt, PyLong_Check } from '../objects/longobject.ts'
import type { MethodSpec } from '../objects/object.ts'
import { exactProduct, exactSum } from './mathsum.ts'

const isLong = (x: bigint) => BigInt.asIntN(64, x) === x

/** A sum that is kept outside of objects until a pair comes that it cannot take. */
interface Sum {
  /** Adds the product of a pair; false where it cannot: then nothing is added. */
  take(x: Borrowed, y: Borrowed): boolean
  /** The sum as an object; 0 where no pair was taken. */
  value(): Owned
}

function sumOfLongs(ts: ThreadState): Sum {
  let sum: bigint | null = null
  const exact = (o: Borrowed) => Py_TYPE(ts, o) === ts.types.int
  return {
    take(x, y) {
      if (!exact(x) || !exact(y)) return false
      const [a, b] = [PyLong_AsBigInt(ts, x), PyLong_AsBigInt(ts, y)]
      const next = (sum ?? 0n) + a * b
      if (![a, b, a * b, next].every(isLong)) return false
      sum = next
      return true
    },
    value: () => (sum === null ? 0 : newIntFromBigInt(ts, sum)),
  }
}

function sumOfDoubles(ts: ThreadState): Sum {
  const parts: number[] = []
  let rounded = 0
  const isFloat = (o: Borrowed) => Py_TYPE(ts, o) === ts.types.float
  const fits = (o: Borrowed) =>
    isFloat(o) || Py_TYPE(ts, o) === ts.types.int || (PyLong_Check(ts, o) && Py_TYPE(ts, o) === ts.types.bool)
  return {
    take(x, y) {
      if ((!isFloat(x) && !isFloat(y)) || !fits(x) || !fits(y)) return false
      const [a, b] = [x, y].map((o) => PyFloat_AsDouble(ts, o))
      if (PyErr_Occurred(ts) !== 0) {
        PyErr_Clear(ts)
        return false
      }
      if (!Number.isFinite(rounded + a * b)) return false
      rounded += a * b
      parts.push(...exactProduct(a, b))
      return true
    },
    value: () => (parts.length === 0 ? 0 : newFloat(ts, exactSum(parts))),
  }
}

/** The total with what is added to it; both are taken over. 0 with an exception. */
function plus(ts: ThreadState, total: Owned, term: Owned): Owned {
  const next = term === 0 ? 0 : during(ts, [total, term], () => PyNumber_Add(ts, total, term))
  DECREF(ts, total)
  XDECREF(ts, term)
  return next
}

function sumprod(ts: ThreadState, p: Borrowed, q: Borrowed): Owned {
  const a = PyObject_GetIter(ts, p)
  const b = a === 0 ? 0 : during(ts, [a], () => PyObject_GetIter(ts, q))
  const result = b === 0 ? 0 : during(ts, [a, b], () => sumOfProducts(ts, a, b))
  XDECREF(ts, b)
  XDECREF(ts, a)
  return result
}

function sumOfProducts(ts: ThreadState, a: Borrowed, b: Borrowed): Owned {
  let total = newInt(ts, 0)
  const sums = [sumOfLongs(ts), sumOfDoubles(ts)]
  while (total !== 0) {
    chargeWork(ts, 1)
    const pair = nextPair(ts, a, b, total)
    if (pair === null) break
    const [x, y] = pair
    const finished = x === 0
    while (sums.length > 0 && total !== 0 && (finished || !sums[0].take(x, y))) {
      const sum = sums.shift()?.value() ?? 0
      if (sum !== 0) total = during(ts, pair, () => plus(ts, total, sum))
    }
    if (finished) return total
    if (total !== 0 && sums.length === 0) {
      const product = during(ts, [total, x, y], () => PyNumber_Multiply(ts, x, y))
      total = during(ts, pair, () => plus(ts, total, product))
    }
    DECREF(ts, x)
    DECREF(ts, y)
  }
  XDECREF(ts, total)
  return 0
}

/** The next item of each, or twice 0 at the end of both; null with an exception. */
function nextPair(ts: ThreadState, a: Borrowed, b: Borrowed, total: Borrowed): [Owned, Owned] | null {
  const x = during(ts, [total], () => PyIter_Next(ts, a))
  if (x === 0 && PyErr_Occurred(ts) !== 0) return null
  const y = during(ts, [total, x], () => PyIter_Next(ts, b))
  if (PyErr_Occurred(ts) === 0 && (x === 0) === (y === 0)) return [x, y]
  if (PyErr_Occurred(ts) === 0) PyErr_Format(ts, ts.exc.ValueError, 'Inputs are not the same length')
  XDECREF(ts, x)
  XDECREF(ts, y)
  return null
}

export const SUMPROD: MethodSpec = {
  name: 'sumprod',
  kind: 'FASTCALL',
  min: 2,
  max: 2,
  call: (ts, _m, argv) => sumprod(ts, argAt(ts, argv, 0), argAt(ts, argv, 1)),
}
