// Objects/unicode_format.c: what each letter of % formatting makes of a value.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, slotsOf } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyNumber_Index } from './abstract.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_NoMemory, PyErr_Occurred } from './errors.ts'
import { PyFloat_AsDouble } from './floatstorage.ts'
import { longToDecimal } from './longformat.ts'
import { PyLong_AsBigInt, PyLong_AsNumber, PyLong_Check } from './longintrepr.ts'
import { PyNumber_Long } from './longnumber.ts'
import { PyObject_ASCII, PyObject_Repr, PyObject_Str, PyUnicode_Check } from './object.ts'
import {
  type Conversion,
  type Converted,
  charRange,
  type PercentState,
  wantsCharacter,
  wantsFloat,
  wantsNumber,
} from './percenterrors.ts'
import { PyOS_double_to_string } from './pystrtod.ts'
import { PyUnicode_GetLength, textOf } from './unicodestorage.ts'

/** The value as the letter wants it, without width; `null` with an exception. */
export function convertArgument(ts: ThreadState, o: Borrowed, c: Conversion, state: PercentState): Converted | null {
  if (c.code === 's') return fromStr(ts, PyObject_Str(ts, o), c.precision)
  if (c.code === 'r') return fromStr(ts, PyObject_Repr(ts, o), c.precision)
  if (c.code === 'a') return fromStr(ts, PyObject_ASCII(ts, o), c.precision)
  if (c.code === 'c') return fromCharacter(ts, o, state)
  return convertNumber(ts, o, c, state)
}

/** The letters for numbers. */
export function convertNumber(ts: ThreadState, o: Borrowed, c: Conversion, state: PercentState): Converted | null {
  return 'diouxX'.includes(c.code) ? fromWhole(ts, o, c, state) : fromFloat(ts, o, c, state)
}

function fromStr(ts: ThreadState, o: Owned, precision: number): Converted | null {
  if (o === 0) return null
  let text = textOf(ts, o)
  let length = PyUnicode_GetLength(ts, o)
  DECREF(ts, o)
  if (precision >= 0 && precision < length) {
    text = text.length === length ? text.slice(0, precision) : [...text].slice(0, precision).join('')
    length = precision
  }
  return { text, length, numeric: false }
}

function fromCharacter(ts: ThreadState, o: Borrowed, state: PercentState): Converted | null {
  if (PyUnicode_Check(ts, o)) {
    if (PyUnicode_GetLength(ts, o) !== 1) return wantsCharacter(ts, state, o)
    return { text: textOf(ts, o), length: 1, numeric: false }
  }
  if (!slotsOf(ts, o).nb_index) return wantsCharacter(ts, state, o)
  const index = PyNumber_Index(ts, o)
  if (index === 0) return null
  const code = PyLong_AsNumber(ts, index)
  DECREF(ts, index)
  if (code < 0 || code > 0x10ffff) return charRange(ts, state)
  return { text: String.fromCodePoint(code), length: 1, numeric: false }
}

function fromWhole(ts: ThreadState, o: Borrowed, c: Conversion, state: PercentState): Converted | null {
  const needsWhole = 'oxX'.includes(c.code)
  const slots = slotsOf(ts, o)
  if (!PyLong_Check(ts, o) && !slots.nb_index && (needsWhole || (!slots.nb_int && !slots.nb_float)))
    return wantsNumber(ts, state, c, o, needsWhole)
  const whole = PyLong_Check(ts, o) ? newref(ts, o) : needsWhole ? PyNumber_Index(ts, o) : PyNumber_Long(ts, o)
  if (whole === 0) {
    if (!PyErr_ExceptionMatches(ts, ts.exc.TypeError)) return null
    PyErr_Clear(ts)
    return wantsNumber(ts, state, c, o, needsWhole)
  }
  const text = needsWhole ? PyLong_AsBigInt(ts, whole).toString(c.code === 'o' ? 8 : 16) : longToDecimal(ts, whole)
  DECREF(ts, whole)
  if (text === null) return null
  if (c.precision > ts.budgets.memory) {
    PyErr_NoMemory(ts)
    return null
  }
  const sign = text[0] === '-' ? '-' : ''
  const digits = text.slice(sign.length).padStart(c.precision, '0')
  const prefix = c.alternate && needsWhole ? `0${c.code}` : ''
  const shown = sign + prefix + (c.code === 'X' ? digits.toUpperCase() : digits)
  return { text: shown, length: shown.length, numeric: true }
}

function fromFloat(ts: ThreadState, o: Borrowed, c: Conversion, state: PercentState): Converted | null {
  const slots = slotsOf(ts, o)
  if (!slots.nb_float && !slots.nb_index) return wantsFloat(ts, state, c, o)
  const x = PyFloat_AsDouble(ts, o)
  if (Number.isNaN(x) && PyErr_Occurred(ts) !== 0) return null
  const precision = c.precision < 0 ? 6 : c.precision
  if (precision > ts.budgets.memory) {
    if (precision > 0x7fff_ffff - 3) PyErr_Format(ts, ts.exc.ValueError, 'precision too big')
    else PyErr_NoMemory(ts)
    return null
  }
  const text = PyOS_double_to_string(x, c.code, precision, { alternate: c.alternate })
  return { text, length: text.length, numeric: true }
}
