// Objects/floatobject.c, the methods of float.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyNumber_AsSsize_t } from './abstract.ts'
import { newBool } from './boolobject.ts'
import { _PyArg_BadArgument, argAt, callOneArg } from './call.ts'
import { PyErr_Format, PyErr_Occurred } from './errors.ts'
import { floatValue, newFloat, PyFloat_AsDouble } from './floatstorage.ts'
import { formatFloat } from './formatter_unicode.ts'
import { newInt, newIntFromBigInt } from './longintrepr.ts'
import { type MethodSpec, PyUnicode_Check } from './object.ts'
import { roundFixed, splitDouble } from './pystrtod.ts'
import { Py_BuildTuple, PyTuple_FromArray } from './tupleobject.ts'
import { newStr, textOf } from './unicodestorage.ts'

/** A whole double as an int; OverflowError or ValueError for what is none. */
export function longFromDouble(ts: ThreadState, x: number): Owned {
  if (Number.isSafeInteger(x)) return newInt(ts, x)
  if (Number.isNaN(x)) return PyErr_Format(ts, ts.exc.ValueError, 'cannot convert float NaN to integer')
  if (!Number.isFinite(x)) return PyErr_Format(ts, ts.exc.OverflowError, 'cannot convert float infinity to integer')
  return newIntFromBigInt(ts, BigInt(x))
}

/** int(float): towards zero. */
export function float_trunc(ts: ThreadState, o: Borrowed): Owned {
  return longFromDouble(ts, Math.trunc(floatValue(ts, o)))
}

/** float(o) of a float: itself, or a plain copy of an instance of a subclass. */
export function float_float(ts: ThreadState, o: Borrowed): Owned {
  return Py_TYPE(ts, o) === ts.types.float ? newref(ts, o) : newFloat(ts, floatValue(ts, o))
}

/** Halves to even, as C's round() corrected by CPython. */
function roundHalfEven(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) >= 2 ** 52) return x
  const floor = Math.floor(x)
  const rest = x - floor
  const up = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0)
  return up ? floor + 1 : floor
}

function float_round(ts: ThreadState, self: Borrowed, argv: number, nargs: number): Owned {
  const x = floatValue(ts, self)
  if (nargs === 0 || argAt(ts, argv, 0) === ts.none) return longFromDouble(ts, roundHalfEven(x))
  const ndigits = PyNumber_AsSsize_t(ts, argAt(ts, argv, 0), 0)
  if (ndigits === -1 && PyErr_Occurred(ts) !== 0) return 0
  // Beyond these, rounding changes nothing, or leaves nothing (NDIGITS_MAX, NDIGITS_MIN).
  if (!Number.isFinite(x) || ndigits > 323) return newFloat(ts, x)
  if (ndigits < -308) return newFloat(ts, 0 * x)
  if (x === 0) return newFloat(ts, x)
  const { digits, decpt } = roundFixed(Math.abs(x), ndigits)
  const rounded = digits === '' ? 0 : Number(`0.${digits}e${decpt}`)
  if (!Number.isFinite(rounded)) return PyErr_Format(ts, ts.exc.OverflowError, 'rounded value too large to represent')
  return newFloat(ts, x < 0 ? -rounded : rounded)
}

function float_as_integer_ratio(ts: ThreadState, self: Borrowed): Owned {
  const x = floatValue(ts, self)
  if (Number.isNaN(x)) return PyErr_Format(ts, ts.exc.ValueError, 'cannot convert NaN to integer ratio')
  if (!Number.isFinite(x)) return PyErr_Format(ts, ts.exc.OverflowError, 'cannot convert Infinity to integer ratio')
  let { mantissa, exponent } = splitDouble(Math.abs(x))
  while (exponent < 0 && mantissa !== 0n && (mantissa & 1n) === 0n) {
    mantissa >>= 1n
    exponent++
  }
  if (mantissa === 0n) exponent = 0
  const numerator = exponent > 0 ? mantissa << BigInt(exponent) : mantissa
  const first = newIntFromBigInt(ts, x < 0 ? -numerator : numerator)
  const second = first === 0 ? 0 : newIntFromBigInt(ts, exponent < 0 ? 1n << BigInt(-exponent) : 1n)
  return second === 0 ? 0 : PyTuple_FromArray(ts, [first, second])
}

function float_hex(ts: ThreadState, self: Borrowed): Owned {
  const x = floatValue(ts, self)
  const sign = x < 0 || Object.is(x, -0) ? '-' : ''
  if (Number.isNaN(x)) return newStr(ts, 'nan')
  if (!Number.isFinite(x)) return newStr(ts, `${sign}inf`)
  if (x === 0) return newStr(ts, `${sign}0x0.0p+0`)
  const { mantissa, exponent } = splitDouble(Math.abs(x))
  const lead = mantissa >> 52n
  const fraction = (mantissa & ((1n << 52n) - 1n)).toString(16).padStart(13, '0')
  const power = exponent + 52
  return newStr(ts, `${sign}0x${lead}.${fraction}p${power < 0 ? '-' : '+'}${Math.abs(power)}`)
}

function float_fromhex(ts: ThreadState, type: Borrowed, argv: number): Owned {
  const o = argAt(ts, argv, 0)
  if (!PyUnicode_Check(ts, o)) return PyErr_Format(ts, ts.exc.TypeError, `bad argument type for built-in operation`)
  const x = parseHex(textOf(ts, o).trim())
  if (x === null) return PyErr_Format(ts, ts.exc.ValueError, 'invalid hexadecimal floating-point string')
  if (x === 'large')
    return PyErr_Format(ts, ts.exc.OverflowError, 'hexadecimal value too large to represent as a float')
  const result = newFloat(ts, x)
  if (result === 0 || type === ts.types.float) return result
  const converted = callOneArg(ts, type, result)
  DECREF(ts, result)
  return converted
}

function parseHex(text: string): number | null | 'large' {
  const word = /^([+-]?)(inf(?:inity)?|nan)$/i.exec(text)
  if (word) return (word[1] === '-' ? -1 : 1) * (word[2][0].toLowerCase() === 'n' ? Number.NaN : Infinity)
  const match = /^([+-]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?$/i.exec(text)
  const digits = (match?.[2] ?? '') + (match?.[3] ?? '')
  if (!match || digits === '') return null
  let mantissa = BigInt(`0x${digits}`)
  let exponent = Number(match[4] ?? 0) - 4 * (match[3]?.length ?? 0)
  if (mantissa === 0n) return match[1] === '-' ? -0 : 0
  // Cut to what a double can hold, remembering whether anything was lost; then one exact division by a power of two.
  const bits = mantissa.toString(2).length
  const cut = Math.max(bits - 66, -1076 - exponent)
  if (cut > 0) {
    const lost = (mantissa & ((1n << BigInt(cut)) - 1n)) !== 0n
    mantissa = (mantissa >> BigInt(cut)) | (lost ? 1n : 0n)
    exponent += cut
  }
  let value: number
  if (exponent + mantissa.toString(2).length <= -1022) {
    // Subnormal: round to units of 2**-1074 by hand.
    const shift = -1074 - exponent
    const unit = shift > 0 ? 1n << BigInt(shift) : 1n
    let q = shift > 0 ? mantissa / unit : mantissa << BigInt(-shift)
    const twice = shift > 0 ? (mantissa % unit) * 2n : 0n
    if (twice > unit || (twice === unit && (q & 1n) === 1n)) q += 1n
    value = Number(q) * 2 ** -1074
  } else value = exponent > 900 ? Number(mantissa) * 2 ** 900 * 2 ** (exponent - 900) : Number(mantissa) * 2 ** exponent
  if (!Number.isFinite(value)) return 'large'
  return match[1] === '-' ? -value : value
}

function float_is_integer(ts: ThreadState, self: Borrowed): Owned {
  return newBool(ts, Number.isInteger(floatValue(ts, self)))
}

function float_format(ts: ThreadState, self: Borrowed, argv: number): Owned {
  const spec = argAt(ts, argv, 0)
  if (PyUnicode_Check(ts, spec)) return formatFloat(ts, self, textOf(ts, spec))
  return _PyArg_BadArgument(ts, '__format__', 'argument', 'str', spec)
}

function float_getnewargs(ts: ThreadState, self: Borrowed): Owned {
  const copy = newFloat(ts, floatValue(ts, self))
  return copy === 0 ? 0 : Py_BuildTuple(ts, [copy])
}

function float_from_number(ts: ThreadState, type: Borrowed, argv: number): Owned {
  const number = argAt(ts, argv, 0)
  const { float } = ts.types
  if (Py_TYPE(ts, number) === float && type === float) return newref(ts, number)
  const x = PyFloat_AsDouble(ts, number)
  if (Number.isNaN(x) && PyErr_Occurred(ts) !== 0) return 0
  return ofClass(ts, type, float, newFloat(ts, x))
}

/** A number made for a class: as it is, or by calling the subclass. */
export function ofClass(ts: ThreadState, type: Borrowed, base: Borrowed, number: Owned): Owned {
  if (type === base || number === 0) return number
  const result = callOneArg(ts, type, number)
  DECREF(ts, number)
  return result
}

function float_getformat(ts: ThreadState, _type: Borrowed, argv: number): Owned {
  const which = argAt(ts, argv, 0)
  if (!PyUnicode_Check(ts, which)) return _PyArg_BadArgument(ts, '__getformat__', 'argument', 'str', which)
  if (textOf(ts, which) === 'double' || textOf(ts, which) === 'float') return newStr(ts, 'IEEE, little-endian')
  return PyErr_Format(ts, ts.exc.ValueError, "__getformat__() argument 1 must be 'double' or 'float'")
}

export const floatMethods: readonly MethodSpec[] = [
  { name: 'conjugate', kind: 'NOARGS', call: float_float },
  { name: '__trunc__', kind: 'NOARGS', call: float_trunc },
  { name: '__floor__', kind: 'NOARGS', call: (ts, o) => longFromDouble(ts, Math.floor(floatValue(ts, o))) },
  { name: '__ceil__', kind: 'NOARGS', call: (ts, o) => longFromDouble(ts, Math.ceil(floatValue(ts, o))) },
  { name: '__round__', kind: 'FASTCALL', min: 0, max: 1, call: float_round },
  { name: 'as_integer_ratio', kind: 'NOARGS', call: float_as_integer_ratio },
  { name: 'fromhex', kind: 'O', binding: 'class', call: float_fromhex },
  { name: 'hex', kind: 'NOARGS', call: float_hex },
  { name: 'is_integer', kind: 'NOARGS', call: float_is_integer },
  { name: '__getnewargs__', kind: 'NOARGS', call: float_getnewargs },
  { name: '__format__', kind: 'O', call: float_format },
  { name: 'from_number', kind: 'O', binding: 'class', call: float_from_number },
  { name: '__getformat__', kind: 'O', binding: 'class', call: float_getformat },
]
