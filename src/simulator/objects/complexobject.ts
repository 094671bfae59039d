// Objects/complexobject.c: complex, as far as literals, arithmetic, comparison and text go.
// Left out: reading complex numbers from text, and the mixed-mode rules of 3.14 for the sign of zeros.

import { FreeList, freelistPop, freelistPush } from '../heap/freelist.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, slotsOf } from '../heap/refcount.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { BinaryFunc, Borrowed, Owned } from '../heap/typeslots.ts'
import { newBool } from './boolobject.ts'
import { _PyArg_BadArgument, argAt, callOwned, parseKeywords } from './call.ts'
import { complexFromString } from './complexfromstring.ts'
import { PyErr_Format, PyErr_NoMemory, PyErr_Occurred } from './errors.ts'
import { setComplexPower } from './floatarith.ts'
import { ofClass } from './floatmethods.ts'
import { floatValue, newFloat, PyFloat_AsDouble, PyFloat_Check, PyLong_AsDouble } from './floatstorage.ts'
import { formatComplex } from './formatter_unicode.ts'
import { PyLong_AsBigInt, PyLong_Check } from './longintrepr.ts'
import { Py_EQ, Py_NE, PyObject_TypeCheck, PyUnicode_Check, type TypeSpec, typeName } from './object.ts'
import { _Py_HashDouble, _PyHASH_IMAG, setBigHash, wholeHash } from './pyhash.ts'
import { PyOS_double_to_string } from './pystrtod.ts'
import { PyTuple_FromArray } from './tupleobject.ts'
import { wrongReturn } from './typenames.ts'
import { lookupSpecial, PyType_GenericAlloc } from './typeobject.ts'
import { newStr, textOf } from './unicodestorage.ts'
import { warn } from './warnings.ts'

const PyComplexObject = layout(PyObject.sizeof, [
  ['real', 'double'],
  ['imag', 'double'],
])

export interface Complex {
  readonly real: number
  readonly imag: number
}

/** A new complex; 0 with MemoryError. */
export function newComplex(ts: ThreadState, real: number, imag: number): Owned {
  let o = freelistPop(ts, FreeList.complexes)
  if (o === 0) o = allocate(ts, ts.types.complex, PyComplexObject.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.storeDouble(o + PyComplexObject.real, real)
  ts.mem.storeDouble(o + PyComplexObject.imag, imag)
  return o
}

function PyComplex_Check(ts: ThreadState, o: Borrowed): boolean {
  return PyObject_TypeCheck(ts, o, ts.types.complex)
}

function complexValue(ts: ThreadState, o: Borrowed): Complex {
  return { real: ts.mem.loadDouble(o + PyComplexObject.real), imag: ts.mem.loadDouble(o + PyComplexObject.imag) }
}

/** `undefined`: no number; `null`: an exception is set. */
export function operand(ts: ThreadState, o: Borrowed): Complex | null | undefined {
  if (PyComplex_Check(ts, o)) return complexValue(ts, o)
  if (PyFloat_Check(ts, o)) return { real: floatValue(ts, o), imag: 0 }
  if (!PyLong_Check(ts, o)) return undefined
  const real = PyLong_AsDouble(ts, o)
  return Number.isNaN(real) ? null : { real, imag: 0 }
}

function binary(compute: (ts: ThreadState, a: Complex, b: Complex) => Owned): BinaryFunc {
  return (ts, v, w) => {
    const a = operand(ts, v)
    if (a === null) return 0
    const b = a === undefined ? undefined : operand(ts, w)
    if (b === null) return 0
    return a === undefined || b === undefined ? newref(ts, ts.notImplemented) : compute(ts, a, b)
  }
}

function product(a: Complex, b: Complex): Complex {
  return { real: a.real * b.real - a.imag * b.imag, imag: a.real * b.imag + a.imag * b.real }
}

/** Smith's way of dividing; `null` for a zero divisor. */
function quotient(a: Complex, b: Complex): Complex | null {
  if (Math.abs(b.real) >= Math.abs(b.imag)) {
    if (b.real === 0) return null
    const ratio = b.imag / b.real
    const denominator = b.real + b.imag * ratio
    return { real: (a.real + a.imag * ratio) / denominator, imag: (a.imag - a.real * ratio) / denominator }
  }
  const ratio = b.real / b.imag
  const denominator = b.real * ratio + b.imag
  return { real: (a.real * ratio + a.imag) / denominator, imag: (a.imag * ratio - a.real) / denominator }
}

const add = binary((ts, a, b) => newComplex(ts, a.real + b.real, a.imag + b.imag))
const subtract = binary((ts, a, b) => newComplex(ts, a.real - b.real, a.imag - b.imag))
const multiply = binary((ts, a, b) => {
  const { real, imag } = product(a, b)
  return newComplex(ts, real, imag)
})
const divide = binary((ts, a, b) => {
  const result = quotient(a, b)
  if (result === null) return PyErr_Format(ts, ts.exc.ZeroDivisionError, ts.profile.numbers.complexDivision)
  return newComplex(ts, result.real, result.imag)
})

function complex_pow(ts: ThreadState, v: Borrowed, w: Borrowed, z: Borrowed): Owned {
  const a = operand(ts, v)
  if (a === null) return 0
  const b = a === undefined ? undefined : operand(ts, w)
  if (b === null) return 0
  if (a === undefined || b === undefined) return newref(ts, ts.notImplemented)
  if (z !== ts.none) return PyErr_Format(ts, ts.exc.ValueError, 'complex modulo')
  return power(ts, a, b)
}

function power(ts: ThreadState, a: Complex, b: Complex): Owned {
  const smallWhole = b.imag === 0 && Number.isInteger(b.real) && Math.abs(b.real) <= 100
  if (a.real === 0 && a.imag === 0 && (b.real < 0 || b.imag !== 0))
    return PyErr_Format(ts, ts.exc.ZeroDivisionError, ts.profile.numbers.complexZeroPower)
  const result = smallWhole ? wholePower(a, b.real) : generalPower(a, b)
  if (result === null) return PyErr_Format(ts, ts.exc.ZeroDivisionError, ts.profile.numbers.complexZeroPower)
  if (!Number.isFinite(result.real) || !Number.isFinite(result.imag))
    return PyErr_Format(ts, ts.exc.OverflowError, 'complex exponentiation')
  return newComplex(ts, result.real, result.imag)
}

function generalPower(a: Complex, b: Complex): Complex {
  if (b.real === 0 && b.imag === 0) return { real: 1, imag: 0 }
  if (a.real === 0 && a.imag === 0) return { real: 0, imag: 0 }
  const size = Math.hypot(a.real, a.imag)
  const angle = Math.atan2(a.imag, a.real)
  let length = size ** b.real
  let phase = angle * b.real
  if (b.imag !== 0) {
    length *= Math.exp(-angle * b.imag)
    phase += b.imag * Math.log(size)
  }
  return { real: length * Math.cos(phase), imag: length * Math.sin(phase) }
}

function wholePower(a: Complex, n: number): Complex | null {
  let result: Complex = { real: 1, imag: 0 }
  let square = a
  for (let rest = Math.abs(n); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = product(result, square)
    square = product(square, square)
  }
  return n < 0 ? quotient({ real: 1, imag: 0 }, result) : result
}

setComplexPower((ts, a, b) => {
  const { real, imag } = generalPower({ real: a, imag: 0 }, { real: b, imag: 0 })
  return newComplex(ts, real, imag)
})

function complex_repr(ts: ThreadState, o: Borrowed): Owned {
  const { real, imag } = complexValue(ts, o)
  if (real === 0 && !Object.is(real, -0)) return newStr(ts, `${PyOS_double_to_string(imag, 'r', 0)}j`)
  const first = PyOS_double_to_string(real, 'r', 0)
  return newStr(ts, `(${first}${PyOS_double_to_string(imag, 'r', 0, { sign: true })}j)`)
}

function complex_hash(ts: ThreadState, o: Borrowed): number {
  const { real, imag } = complexValue(ts, o)
  const hashReal = wholeHash(ts, _Py_HashDouble(ts, o, real))
  const hashImag = wholeHash(ts, _Py_HashDouble(ts, o, imag))
  return setBigHash(ts, hashReal + _PyHASH_IMAG * hashImag)
}

function complex_richcompare(ts: ThreadState, v: Borrowed, w: Borrowed, op: number): Owned {
  if (op !== Py_EQ && op !== Py_NE) return newref(ts, ts.notImplemented)
  const { real, imag } = complexValue(ts, v)
  let equal: boolean
  if (PyLong_Check(ts, w)) equal = imag === 0 && Number.isInteger(real) && BigInt(real) === PyLong_AsBigInt(ts, w)
  else {
    const other = operand(ts, w)
    if (other === undefined || other === null) return newref(ts, ts.notImplemented)
    equal = real === other.real && imag === other.imag
  }
  return newBool(ts, equal === (op === Py_EQ))
}

function complex_abs(ts: ThreadState, o: Borrowed): Owned {
  const { real, imag } = complexValue(ts, o)
  const size = Math.hypot(real, imag)
  if (!Number.isFinite(size) && Number.isFinite(real) && Number.isFinite(imag))
    return PyErr_Format(ts, ts.exc.OverflowError, 'absolute value too large')
  return newFloat(ts, size)
}

/** What `__complex__` says; `undefined` where there is none, `null` with an exception. */
function byMethod(ts: ThreadState, o: Borrowed): Complex | null | undefined {
  const method = lookupSpecial(ts, o, '__complex__')
  if (method === 0) return PyErr_Occurred(ts) !== 0 ? null : undefined
  const result = callOwned(ts, method)
  if (result === 0) return null
  const value = PyComplex_Check(ts, result) ? complexValue(ts, result) : null
  if (value === null) wrongReturn(ts, o, '__complex__', result)
  else DECREF(ts, result)
  return value
}

/** The complex number an object stands for; `null` with an exception. */
export function PyComplex_AsCComplex(ts: ThreadState, o: Borrowed): Complex | null {
  const known = PyComplex_Check(ts, o) ? complexValue(ts, o) : byMethod(ts, o)
  if (known !== undefined) return known
  const real = PyFloat_AsDouble(ts, o)
  return Number.isNaN(real) && PyErr_Occurred(ts) !== 0 ? null : { real, imag: 0 }
}

/** An argument of complex() as a number; `null` with an exception. */
function argument(ts: ThreadState, o: Borrowed, which: 'first' | 'second', alone: boolean): Complex | null {
  const known = operand(ts, o)
  if (known !== undefined) return known
  const converted = which === 'first' ? byMethod(ts, o) : undefined
  if (converted !== undefined) return converted
  const slots = slotsOf(ts, o)
  if (!slots.nb_float && !slots.nb_index) {
    PyErr_Format(ts, ts.exc.TypeError, wrongArgument(ts, o, which, alone))
    return null
  }
  const real = PyFloat_AsDouble(ts, o)
  return Number.isNaN(real) && PyErr_Occurred(ts) !== 0 ? null : { real, imag: 0 }
}

function wrongArgument(ts: ThreadState, o: Borrowed, which: 'first' | 'second', alone: boolean): string {
  const name = typeName(ts, o)
  if (ts.profile.numbers.complexArguments === 'ordinal')
    return which === 'first'
      ? `complex() first argument must be a string or a number, not '${name}'`
      : `complex() second argument must be a number, not '${name}'`
  if (which === 'first' && alone) return `complex() argument must be a string or a number, not ${name}`
  return `complex() argument '${which === 'first' ? 'real' : 'imag'}' must be a real number, not ${name}`
}

/** Where the parts are given one by one, a complex number for one of them is no good style. */
function warnOfComplex(ts: ThreadState, args: readonly Borrowed[]): void {
  for (const [i, which] of (['first', 'second'] as const).entries())
    if (args[i] !== 0 && PyComplex_Check(ts, args[i]))
      warn(ts, ts.exc.DeprecationWarning, wrongArgument(ts, args[i], which, false))
}

function complex_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const args = parseKeywords(ts, 'complex', argv, nargs, kwnames, ['real', 'imag'], 0)
  if (args === null) return 0
  const ordinal = ts.profile.numbers.complexArguments === 'ordinal'
  if (args[0] !== 0 && PyUnicode_Check(ts, args[0]) && (args[1] === 0 || ordinal)) {
    if (args[1] !== 0) return PyErr_Format(ts, ts.exc.TypeError, "complex() can't take second arg if first is a string")
    const value = complexFromString(ts, args[0])
    return value === null ? 0 : instanceOf(ts, type, value.real, value.imag)
  }
  if (ordinal && args[1] !== 0 && PyUnicode_Check(ts, args[1]))
    return PyErr_Format(ts, ts.exc.TypeError, "complex() second arg can't be a string")
  // What is complex already is given back.
  const same = type === ts.types.complex && args[0] !== 0 && Py_TYPE(ts, args[0]) === ts.types.complex
  const alone = args[1] === 0 && (ordinal || kwnames === 0)
  if (same && alone) return newref(ts, args[0])
  const a = args[0] === 0 ? { real: 0, imag: 0 } : argument(ts, args[0], 'first', args[1] === 0)
  if (a === null) return 0
  const b = args[1] === 0 ? { real: 0, imag: 0 } : argument(ts, args[1], 'second', args[0] === 0)
  if (b === null) return 0
  if (!ordinal && !alone) warnOfComplex(ts, args)
  const real = a.real - b.imag
  // A zero that no complex argument brought would take the sign of -0.0.
  const isReal = a.imag === 0 && (args[0] === 0 || !PyComplex_Check(ts, args[0]))
  const imag = isReal ? b.real : a.imag + b.real
  return instanceOf(ts, type, real, imag)
}

function instanceOf(ts: ThreadState, type: Borrowed, real: number, imag: number): Owned {
  if (type === ts.types.complex) return newComplex(ts, real, imag)
  const o = PyType_GenericAlloc(ts, type)
  if (o === 0) return 0
  ts.mem.storeDouble(o + PyComplexObject.real, real)
  ts.mem.storeDouble(o + PyComplexObject.imag, imag)
  return o
}

function complex_format(ts: ThreadState, o: Borrowed, argv: number): Owned {
  const spec = argAt(ts, argv, 0)
  const { real, imag } = complexValue(ts, o)
  if (PyUnicode_Check(ts, spec)) return formatComplex(ts, o, real, imag, textOf(ts, spec))
  return _PyArg_BadArgument(ts, '__format__', 'argument', 'str', spec)
}

export const PyComplex_Type = {
  name: 'complex',
  basicsize: PyComplexObject.sizeof,
  flags: ['BASETYPE'],
  slots: {
    tp_dealloc: (ts, o) => {
      if (Py_TYPE(ts, o) !== ts.types.complex || !freelistPush(ts, FreeList.complexes, o)) freeObject(ts, o)
    },
    tp_repr: complex_repr,
    tp_hash: complex_hash,
    tp_richcompare: complex_richcompare,
    tp_new: complex_new,
    nb_add: add,
    nb_subtract: subtract,
    nb_multiply: multiply,
    nb_true_divide: divide,
    nb_power: complex_pow,
    nb_negative: (ts, o) => {
      const { real, imag } = complexValue(ts, o)
      return newComplex(ts, -real, -imag)
    },
    nb_positive: (ts, o) => (Py_TYPE(ts, o) === ts.types.complex ? newref(ts, o) : copyOf(ts, o)),
    nb_absolute: complex_abs,
    nb_bool: (ts, o) => {
      const { real, imag } = complexValue(ts, o)
      return real !== 0 || imag !== 0 ? 1 : 0
    },
  },
  methods: [
    {
      name: '__getnewargs__',
      kind: 'NOARGS',
      call(ts, o) {
        const { real, imag } = complexValue(ts, o)
        return PyTuple_FromArray(ts, [newFloat(ts, real), newFloat(ts, imag)])
      },
    },
    {
      name: 'conjugate',
      kind: 'NOARGS',
      call: (ts, o) => {
        const { real, imag } = complexValue(ts, o)
        return newComplex(ts, real, -imag)
      },
    },
    { name: '__complex__', kind: 'NOARGS', call: copyOf },
    { name: '__format__', kind: 'O', call: complex_format },
    { name: 'from_number', kind: 'O', binding: 'class', call: complex_from_number },
  ],
  getset: [
    { name: 'real', get: (ts: ThreadState, o: Borrowed): Owned => newFloat(ts, complexValue(ts, o).real) },
    { name: 'imag', get: (ts: ThreadState, o: Borrowed): Owned => newFloat(ts, complexValue(ts, o).imag) },
  ],
} satisfies TypeSpec

function complex_from_number(ts: ThreadState, type: Borrowed, argv: number): Owned {
  const number = argAt(ts, argv, 0)
  const { complex } = ts.types
  if (Py_TYPE(ts, number) === complex && type === complex) return newref(ts, number)
  const value = PyComplex_AsCComplex(ts, number)
  return value === null ? 0 : ofClass(ts, type, complex, newComplex(ts, value.real, value.imag))
}

function copyOf(ts: ThreadState, o: Borrowed): Owned {
  const { real, imag } = complexValue(ts, o)
  return newComplex(ts, real, imag)
}
