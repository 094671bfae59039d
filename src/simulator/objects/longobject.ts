// Objects/longobject.c: the type int. How an int lies in memory is longintrepr.ts; the operators are longarith.ts.

import { FreeList, freelistPush } from '../heap/freelist.ts'
import { freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, Py_TYPE } from '../heap/refcount.ts'
import { PyLongObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyNumber_AsSsize_t } from './abstract.ts'
import { PyByteArray_Check } from './bytearraystorage.ts'
import { PyBytes_Check } from './bytesstorage.ts'
import { checkPositional, parseKeywords } from './call.ts'
import { PyErr_Format, PyErr_Occurred } from './errors.ts'
import { newFloat, PyLong_AsDouble } from './floatstorage.ts'
import {
  long_abs,
  long_add,
  long_and,
  long_bool,
  long_div,
  long_divmod,
  long_hash,
  long_invert,
  long_long,
  long_lshift,
  long_mod,
  long_mul,
  long_neg,
  long_or,
  long_pow,
  long_richcompare,
  long_rshift,
  long_sub,
  long_true_divide,
  long_xor,
} from './longarith.ts'
import { long_repr, PyLong_FromUnicodeObject } from './longformat.ts'
import { digitCount, digitsOf, newInt, PyLong_AsBigInt, signedSize, storeDigits } from './longintrepr.ts'
import { longGetSet, longMethods } from './longmethods.ts'
import { longFromBytes, PyNumber_Long } from './longnumber.ts'
import { PyUnicode_Check, type TypeSpec } from './object.ts'
import { typeHasVectorcall } from './objectcall.ts'
import { PyType_GenericAlloc } from './typeobject.ts'

export {
  isSmall,
  newInt,
  newIntFromBigInt,
  PyLong_AsBigInt,
  PyLong_AsNumber,
  PyLong_AsSsize_t,
  PyLong_Check,
} from './longintrepr.ts'
export { PyNumber_Long } from './longnumber.ts'

function long_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  if (kwnames === 0 && typeHasVectorcall(ts, type) && checkPositional(ts, 'int', nargs, 0, 2) < 0) return 0
  const args = parseKeywords(ts, 'int', argv, nargs, kwnames, ['', 'base'], 0, 1)
  if (args === null) return 0
  const value = newValue(ts, args[0], args[1])
  if (value === 0 || type === ts.types.int) return value
  const instance = PyType_GenericAlloc(ts, type, digitCount(ts, value))
  if (instance !== 0)
    storeDigits(ts, instance, signedSize(ts, value) < 0 ? -1 : 1, digitsOf(positive(PyLong_AsBigInt(ts, value))))
  DECREF(ts, value)
  return instance
}

function newValue(ts: ThreadState, x: Borrowed, base: Borrowed): Owned {
  if (x === 0) {
    if (base !== 0) return PyErr_Format(ts, ts.exc.TypeError, 'int() missing string argument')
    return newInt(ts, 0)
  }
  if (base === 0) return PyNumber_Long(ts, x)
  const n = PyNumber_AsSsize_t(ts, base, 0)
  if (n === -1 && PyErr_Occurred(ts) !== 0) return 0
  if ((n !== 0 && n < 2) || n > 36)
    return PyErr_Format(ts, ts.exc.ValueError, 'int() base must be >= 2 and <= 36, or 0')
  if (PyUnicode_Check(ts, x)) return PyLong_FromUnicodeObject(ts, x, n)
  if (PyBytes_Check(ts, x) || PyByteArray_Check(ts, x)) return longFromBytes(ts, x, n)
  return PyErr_Format(ts, ts.exc.TypeError, "int() can't convert non-string with explicit base")
}

function positive(v: bigint): bigint {
  return v < 0n ? -v : v
}

function long_dealloc(ts: ThreadState, o: number): void {
  if (Py_TYPE(ts, o) === ts.types.int) _PyLong_ExactDealloc(ts, o)
  else freeObject(ts, o)
}

/** The end of an int that is of no subclass. */
export function _PyLong_ExactDealloc(ts: ThreadState, o: number): void {
  if (digitCount(ts, o) > 1 || !freelistPush(ts, FreeList.ints, o)) freeObject(ts, o)
}

function long_float(ts: ThreadState, o: Borrowed): Owned {
  const x = PyLong_AsDouble(ts, o)
  return Number.isNaN(x) ? 0 : newFloat(ts, x)
}

export const PyLong_Type = {
  name: 'int',
  basicsize: PyLongObject.ob_digit,
  itemsize: 4,
  flags: ['BASETYPE', 'LONG_SUBCLASS', 'MATCH_SELF'],
  slots: {
    tp_dealloc: long_dealloc,
    tp_repr: long_repr,
    tp_hash: long_hash,
    tp_richcompare: long_richcompare,
    tp_new: long_new,
    sizeof: (ts, o) => PyLongObject.ob_digit + 4 * Math.max(1, digitCount(ts, o)),
    nb_add: long_add,
    nb_subtract: long_sub,
    nb_multiply: long_mul,
    nb_remainder: long_mod,
    nb_divmod: long_divmod,
    nb_power: long_pow,
    nb_negative: long_neg,
    nb_positive: long_long,
    nb_absolute: long_abs,
    nb_bool: long_bool,
    nb_invert: long_invert,
    nb_lshift: long_lshift,
    nb_rshift: long_rshift,
    nb_and: long_and,
    nb_xor: long_xor,
    nb_or: long_or,
    nb_int: long_long,
    nb_float: long_float,
    nb_floor_divide: long_div,
    nb_true_divide: long_true_divide,
    nb_index: long_long,
  },
  methods: longMethods,
  getset: longGetSet,
} satisfies TypeSpec
