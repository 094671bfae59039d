// Objects/longobject.c, the methods of int.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyNumber_Index } from './abstract.ts'
import { newBool } from './boolobject.ts'
import { PyObject_Bytes } from './bytesobject.ts'
import { bytesOf, newBytesFromText } from './bytesstorage.ts'
import { _PyArg_BadArgument, argAt, callOneArg, parseKeywords } from './call.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'
import { formatLong } from './formatter_unicode.ts'
import { bitLength, long_long } from './longarith.ts'
import { newInt, newIntFromBigInt, PyLong_AsBigInt, signedSize } from './longintrepr.ts'
import { ssizeArgument } from './longnumber.ts'
import { type MethodSpec, PyObject_IsTrue, PyUnicode_Check } from './object.ts'
import { Py_BuildTuple, PyTuple_FromArray } from './tupleobject.ts'
import { textOf } from './unicodestorage.ts'

function magnitude(ts: ThreadState, o: Borrowed): bigint {
  const v = PyLong_AsBigInt(ts, o)
  return v < 0n ? -v : v
}

function int_bit_length(ts: ThreadState, self: Borrowed): Owned {
  return newInt(ts, bitLength(magnitude(ts, self)))
}

function int_bit_count(ts: ThreadState, self: Borrowed): Owned {
  let count = 0
  for (const bit of magnitude(ts, self).toString(2)) if (bit === '1') count++
  return newInt(ts, count)
}

function int_as_integer_ratio(ts: ThreadState, self: Borrowed): Owned {
  const numerator = long_long(ts, self)
  const denominator = numerator === 0 ? 0 : newInt(ts, 1)
  return denominator === 0 ? 0 : PyTuple_FromArray(ts, [numerator, denominator])
}

/** True for 'little', false for 'big', `null` with an exception. */
function byteOrder(ts: ThreadState, o: Borrowed, fname: string): boolean | null {
  if (o === 0) return false
  if (!PyUnicode_Check(ts, o)) {
    _PyArg_BadArgument(ts, fname, "argument 'byteorder'", 'str', o)
    return null
  }
  const text = textOf(ts, o)
  if (text === 'little' || text === 'big') return text === 'little'
  PyErr_Format(ts, ts.exc.ValueError, "byteorder must be either 'little' or 'big'")
  return null
}

function int_to_bytes(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const args = parseKeywords(ts, 'to_bytes', argv, nargs, kwnames, ['length', 'byteorder', 'signed'], 0, 0, 2)
  if (args === null) return 0
  let length = 1
  if (args[0] !== 0) {
    const given = ssizeArgument(ts, args[0])
    if (given === null) return 0
    length = given
  }
  const little = byteOrder(ts, args[1], 'to_bytes')
  if (little === null) return 0
  const signed = args[2] === 0 ? 0 : PyObject_IsTrue(ts, args[2])
  if (signed < 0) return 0
  if (length < 0) return PyErr_Format(ts, ts.exc.ValueError, ts.profile.numbers.negativeLength)
  const value = PyLong_AsBigInt(ts, self)
  if (value < 0n && signed === 0)
    return PyErr_Format(ts, ts.exc.OverflowError, "can't convert negative int to unsigned")
  if (length > ts.budgets.memory) return PyErr_NoMemory(ts)
  const bits = BigInt(length * 8)
  const limit = signed === 0 ? 1n << bits : length === 0 ? 1n : 1n << (bits - 1n)
  if (value >= limit || value < -limit) return PyErr_Format(ts, ts.exc.OverflowError, 'int too big to convert')
  const hex = BigInt.asUintN(length * 8, value)
    .toString(16)
    .padStart(length * 2, '0')
  const codes: number[] = []
  for (let i = 0; i < length; i++) codes.push(Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16))
  if (little) codes.reverse()
  return newBytesFromText(ts, codes.map((c) => String.fromCharCode(c)).join(''))
}

function int_from_bytes(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const args = parseKeywords(ts, 'from_bytes', argv, nargs, kwnames, ['bytes', 'byteorder', 'signed'], 1, 0, 2)
  if (args === null) return 0
  const little = byteOrder(ts, args[1], 'from_bytes')
  if (little === null) return 0
  const signed = args[2] === 0 ? 0 : PyObject_IsTrue(ts, args[2])
  if (signed < 0) return 0
  const bytes = PyObject_Bytes(ts, args[0])
  if (bytes === 0) return 0
  const text = bytesOf(ts, bytes)
  let hex = ''
  for (let i = 0; i < text.length; i++)
    hex += text
      .charCodeAt(little ? text.length - 1 - i : i)
      .toString(16)
      .padStart(2, '0')
  let value = hex === '' ? 0n : BigInt(`0x${hex}`)
  if (signed !== 0) value = BigInt.asIntN(text.length * 8, value)
  DECREF(ts, bytes)
  const result = newIntFromBigInt(ts, value)
  if (result === 0 || type === ts.types.int) return result
  const converted = callOneArg(ts, type, result)
  DECREF(ts, result)
  return converted
}

/** round(int, ndigits): to tens, hundreds ..., halves to even. */
function int_round(ts: ThreadState, self: Borrowed, argv: number, nargs: number): Owned {
  if (nargs === 0 || (ts.profile.numbers.intRoundTakesNone && argAt(ts, argv, 0) === ts.none))
    return long_long(ts, self)
  const ndigits = PyNumber_Index(ts, argAt(ts, argv, 0))
  if (ndigits === 0) return 0
  const places = signedSize(ts, ndigits) >= 0 ? 0n : -PyLong_AsBigInt(ts, ndigits)
  DECREF(ts, ndigits)
  if (places === 0n) return long_long(ts, self)
  const value = PyLong_AsBigInt(ts, self)
  // Rounding to more places than the number has gives 0.
  if (places > BigInt(value.toString().length)) return newInt(ts, 0)
  const unit = 10n ** places
  let rest = value % unit
  if (rest < 0n) rest += unit
  const down = value - rest
  const twice = rest * 2n
  const up = twice > unit || (twice === unit && (down / unit) % 2n !== 0n)
  return newIntFromBigInt(ts, up ? down + unit : down)
}

function int_format(ts: ThreadState, self: Borrowed, argv: number): Owned {
  const spec = argAt(ts, argv, 0)
  if (PyUnicode_Check(ts, spec)) return formatLong(ts, self, textOf(ts, spec))
  return _PyArg_BadArgument(ts, '__format__', 'argument', 'str', spec)
}

function int_getnewargs(ts: ThreadState, self: Borrowed): Owned {
  const copy = newIntFromBigInt(ts, PyLong_AsBigInt(ts, self))
  return copy === 0 ? 0 : Py_BuildTuple(ts, [copy])
}

export const longMethods: readonly MethodSpec[] = [
  { name: 'conjugate', kind: 'NOARGS', call: long_long },
  { name: 'bit_length', kind: 'NOARGS', call: int_bit_length },
  { name: 'bit_count', kind: 'NOARGS', call: int_bit_count },
  { name: 'to_bytes', kind: 'KEYWORDS', call: int_to_bytes },
  { name: 'from_bytes', kind: 'KEYWORDS', binding: 'class', call: int_from_bytes },
  { name: 'as_integer_ratio', kind: 'NOARGS', call: int_as_integer_ratio },
  {
    name: 'is_integer',
    kind: 'NOARGS',
    when: ({ numbers }) => numbers.intIsInteger,
    call: (ts) => newBool(ts, true),
  },
  { name: '__trunc__', kind: 'NOARGS', call: long_long },
  { name: '__floor__', kind: 'NOARGS', call: long_long },
  { name: '__ceil__', kind: 'NOARGS', call: long_long },
  { name: '__round__', kind: 'FASTCALL', min: 0, max: 1, call: int_round },
  { name: '__getnewargs__', kind: 'NOARGS', call: int_getnewargs },
  { name: '__format__', kind: 'O', call: int_format },
]

/** real, imag, numerator, denominator. */
export const longGetSet = [
  { name: 'real', get: long_long },
  { name: 'imag', get: (ts: ThreadState): Owned => newInt(ts, 0) },
  { name: 'numerator', get: long_long },
  { name: 'denominator', get: (ts: ThreadState): Owned => newInt(ts, 1) },
]
