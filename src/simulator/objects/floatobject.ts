// Objects/floatobject.c: the type float. How a float lies in memory is floatstorage.ts; text is pystrtod.ts.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, slotsOf } from '../heap/refcount.ts'
import { PyFloatObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { bytesLike, PyObject_CheckBuffer } from './buffer.ts'
import { _PyArg_NoKeywords, argAt, checkPositional } from './call.ts'
import { PyErr_Format, PyErr_Occurred } from './errors.ts'
import {
  float_add,
  float_div,
  float_divmod,
  float_floor_div,
  float_mul,
  float_pow,
  float_rem,
  float_richcompare,
  float_sub,
} from './floatarith.ts'
import { float_float, float_trunc, floatMethods } from './floatmethods.ts'
import { float_dealloc, floatValue, newFloat, PyFloat_AsDouble, PyFloat_Check, setFloatValue } from './floatstorage.ts'
import { PyObject_Repr, PyUnicode_Check, type TypeSpec, typeName } from './object.ts'
import { _Py_HashDouble } from './pyhash.ts'
import { float_repr, parseFloatText } from './pystrtod.ts'
import { wrongReturn } from './typenames.ts'
import { PyType_GenericAlloc } from './typeobject.ts'
import { asciiDigitsAndSpaces } from './unicodectype.ts'
import { newStr, textOf } from './unicodestorage.ts'

export { floatValue, newFloat, PyFloat_AsDouble, PyFloat_Check } from './floatstorage.ts'
export { float_repr } from './pystrtod.ts'

/** float(o) (PyNumber_Float): text is read. */
export function PyNumber_Float(ts: ThreadState, o: Borrowed): Owned {
  if (Py_TYPE(ts, o) === ts.types.float) return newref(ts, o)
  if (PyUnicode_Check(ts, o)) return floatFromText(ts, asciiDigitsAndSpaces(textOf(ts, o)), o)
  if (PyObject_CheckBuffer(ts, o)) {
    const text = bytesLike(ts, o)
    return text === null ? 0 : floatFromText(ts, text, o)
  }
  const slots = slotsOf(ts, o)
  if (!slots.nb_float && !slots.nb_index)
    return PyErr_Format(
      ts,
      ts.exc.TypeError,
      `float() argument must be a string or a real number, not '${typeName(ts, o)}'`,
    )
  if (!slots.nb_float || PyFloat_Check(ts, o)) {
    const x = PyFloat_AsDouble(ts, o)
    return Number.isNaN(x) && PyErr_Occurred(ts) !== 0 ? 0 : newFloat(ts, x)
  }
  const result = slots.nb_float(ts, o)
  if (result === 0 || Py_TYPE(ts, result) === ts.types.float) return result
  if (!PyFloat_Check(ts, result)) return wrongReturn(ts, o, '__float__', result)
  const x = floatValue(ts, result)
  DECREF(ts, result)
  return newFloat(ts, x)
}

function floatFromText(ts: ThreadState, text: string, source: Borrowed): Owned {
  const x = parseFloatText(text)
  if (x !== null) return newFloat(ts, x)
  const repr = PyObject_Repr(ts, source)
  if (repr === 0) return 0
  PyErr_Format(ts, ts.exc.ValueError, `could not convert string to float: ${textOf(ts, repr)}`)
  DECREF(ts, repr)
  return 0
}

function float_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  if (type === ts.types.float && !_PyArg_NoKeywords(ts, 'float', kwnames)) return 0
  if (checkPositional(ts, 'float', nargs, 0, 1) < 0) return 0
  const value = nargs === 0 ? newFloat(ts, 0) : PyNumber_Float(ts, argAt(ts, argv, 0))
  if (value === 0 || type === ts.types.float) return value
  const instance = PyType_GenericAlloc(ts, type)
  if (instance !== 0) setFloatValue(ts, instance, floatValue(ts, value))
  DECREF(ts, value)
  return instance
}

export const PyFloat_Type = {
  name: 'float',
  basicsize: PyFloatObject.sizeof,
  flags: ['BASETYPE', 'MATCH_SELF'],
  slots: {
    tp_dealloc: float_dealloc,
    tp_repr: (ts, o) => newStr(ts, float_repr(floatValue(ts, o))),
    tp_hash: (ts, o) => _Py_HashDouble(ts, o, floatValue(ts, o)),
    tp_richcompare: float_richcompare,
    tp_new: float_new,
    nb_add: float_add,
    nb_subtract: float_sub,
    nb_multiply: float_mul,
    nb_remainder: float_rem,
    nb_divmod: float_divmod,
    nb_power: float_pow,
    nb_negative: (ts, o) => newFloat(ts, -floatValue(ts, o)),
    nb_positive: float_float,
    nb_absolute: (ts, o) => newFloat(ts, Math.abs(floatValue(ts, o))),
    nb_bool: (ts, o) => (floatValue(ts, o) === 0 ? 0 : 1),
    nb_int: float_trunc,
    nb_float: float_float,
    nb_floor_divide: float_floor_div,
    nb_true_divide: float_div,
  },
  methods: floatMethods,
  getset: [
    { name: 'real', get: float_float },
    { name: 'imag', get: (ts: ThreadState): Owned => newFloat(ts, 0) },
  ],
} satisfies TypeSpec
