// Python/bltinmodule.c: the built-in functions that walk over an iterable: all, any, max, min, next, sorted, sum.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, slotsOf } from '../heap/refcount.ts'
import { CELL } from '../heap/stackref.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyIter_Next, PyNumber_Add, PyObject_GetIter, PySequence_List } from '../objects/abstract.ts'
import { newBool } from '../objects/boolobject.ts'
import { PyByteArray_Check } from '../objects/bytearraystorage.ts'
import { PyBytes_Check } from '../objects/bytesstorage.ts'
import { argAt, callOneArg, checkPositional, parseKeywords } from '../objects/call.ts'
import { newComplex, operand } from '../objects/complexobject.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred, PyErr_SetNone } from '../objects/errors.ts'
import { newFloat, PyFloat_Check } from '../objects/floatobject.ts'
import { getAttributeText } from '../objects/genericattr.ts'
import { list_sort } from '../objects/listmethods.ts'
import { PyLong_Check } from '../objects/longintrepr.ts'
import { newInt } from '../objects/longobject.ts'
import {
  type MethodSpec,
  Py_GT,
  Py_LT,
  PyObject_IsTrue,
  PyObject_RichCompareBool,
  PyUnicode_Check,
  typeName,
} from '../objects/object.ts'

/** any and all: stops at the first item whose truth is `wanted`. */
export function quantifier(wanted: 0 | 1): (ts: ThreadState, o: Borrowed) => Owned {
  return (ts, o) => {
    const iterator = PyObject_GetIter(ts, o)
    if (iterator === 0) return 0
    const mark = holdMark(ts)
    hold(ts, iterator)
    const held = holdMark(ts)
    for (let item = PyIter_Next(ts, iterator); item !== 0; item = PyIter_Next(ts, iterator)) {
      hold(ts, item)
      const truth = PyObject_IsTrue(ts, item)
      release(ts, held)
      DECREF(ts, item)
      if (truth >= 0 && truth !== wanted) continue
      release(ts, mark)
      DECREF(ts, iterator)
      return truth < 0 ? 0 : newBool(ts, wanted === 1)
    }
    release(ts, mark)
    DECREF(ts, iterator)
    return PyErr_Occurred(ts) !== 0 ? 0 : newBool(ts, wanted === 0)
  }
}

/** What is to be joined instead of summed, as the error says it; `null`: anything else. */
function joinedKind(ts: ThreadState, start: Borrowed): string | null {
  if (PyUnicode_Check(ts, start)) return "strings [use ''"
  if (PyBytes_Check(ts, start)) return "bytes [use b''"
  return PyByteArray_Check(ts, start) ? "bytearray [use b''" : null
}

/** How far a sum has come, and what rounding lost of its floats and complex numbers. */
interface CompensatedSum {
  /** The types of the phases. */
  readonly phases: readonly Borrowed[]
  /** It adds ints, then floats, then complex numbers, then anything, and never goes back. */
  phase: number
  real: number
  imag: number
}

/** What a + b loses by rounding (Neumaier). */
function lostBy(a: number, b: number): number {
  return Math.abs(a) >= Math.abs(b) ? a - (a + b) + b : b - (a + b) + a
}

/** The total with what was lost; owns it. */
function cs_to_double(ts: ThreadState, total: Borrowed, lost: CompensatedSum): Owned {
  const sum = lost.real === 0 && lost.imag === 0 ? null : operand(ts, total)
  if (!sum) return newref(ts, total)
  const whole = (x: number, c: number) => (c !== 0 && Number.isFinite(c) ? x + c : x)
  const real = whole(sum.real, lost.real)
  return PyFloat_Check(ts, total) ? newFloat(ts, real) : newComplex(ts, real, whole(sum.imag, lost.imag))
}

/** Adds one item to the total. */
function cs_add(ts: ThreadState, lost: CompensatedSum, total: Borrowed, item: Borrowed): Owned {
  const { phases } = lost
  while (lost.phase < phases.length && Py_TYPE(ts, total) !== phases[lost.phase]) lost.phase++
  const { phase } = lost
  const isInt = PyLong_Check(ts, item)
  const type = Py_TYPE(ts, item)
  if (phase >= phases.length || (phase === 0 && (type === ts.types.int || type === ts.types.bool)))
    return PyNumber_Add(ts, total, item)
  const joins = phase > 0 && (isInt || type === phases[phase] || (phase === 2 && PyFloat_Check(ts, item)))
  const a = joins ? operand(ts, total) : null
  const b = a ? operand(ts, item) : null
  if (a && b) {
    // Up to 3.13 an int is added without care.
    if (!isInt || phases.length === 3) lost.real += lostBy(a.real, b.real)
    lost.imag += lostBy(a.imag, b.imag)
    return phase === 1 ? newFloat(ts, a.real + b.real) : newComplex(ts, a.real + b.real, a.imag + b.imag)
  }
  if (PyErr_Occurred(ts) !== 0) return 0
  const rounded = cs_to_double(ts, total, lost)
  const mark = holdMark(ts)
  hold(ts, rounded)
  const next = PyNumber_Add(ts, rounded, item)
  release(ts, mark)
  DECREF(ts, rounded)
  lost.phase++
  lost.real = lost.imag = 0
  return next
}

/** sum(iterable, start). */
export function sum(ts: ThreadState, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const values = parseKeywords(ts, 'sum', argv, nargs, kwnames, ['iterable', 'start'], 1, 1)
  if (!values) return 0
  const [iterable, start] = values
  const iterator = PyObject_GetIter(ts, iterable)
  if (iterator === 0) return 0
  const joined = start === 0 ? null : joinedKind(ts, start)
  if (joined !== null) {
    DECREF(ts, iterator)
    return PyErr_Format(ts, ts.exc.TypeError, `sum() can't sum ${joined}.join(seq) instead]`)
  }
  let total = start === 0 ? newInt(ts, 0) : newref(ts, start)
  const mark = holdMark(ts)
  hold(ts, iterator)
  const held = holdMark(ts)
  hold(ts, total)
  const phases = [ts.types.int, ts.types.float, ts.types.complex].slice(0, ts.profile.numbers.compensated)
  const lost: CompensatedSum = { phases, phase: 0, real: 0, imag: 0 }
  for (let item = PyIter_Next(ts, iterator); item !== 0; item = PyIter_Next(ts, iterator)) {
    hold(ts, item)
    const next = cs_add(ts, lost, total, item)
    release(ts, held)
    if (next !== 0) hold(ts, next)
    DECREF(ts, total)
    DECREF(ts, item)
    total = next
    if (total === 0) break
  }
  release(ts, mark)
  DECREF(ts, iterator)
  if (total === 0) return 0
  const result = PyErr_Occurred(ts) !== 0 ? 0 : cs_to_double(ts, total, lost)
  DECREF(ts, total)
  return result
}

/** min and max. */
export function extreme(name: 'min' | 'max'): MethodSpec {
  const varargs: MethodSpec['varargs'] = ({ containers }) => containers.extremesPackArguments
  return { name, kind: 'KEYWORDS', varargs, call: extremeOf(name) }
}

function extremeOf(name: 'min' | 'max'): MethodSpec['call'] {
  const op = name === 'min' ? Py_LT : Py_GT
  return (ts, _self, argv, nargs, kwnames) => {
    if (nargs === 0) {
      checkPositional(ts, name, 0, 1, Number.POSITIVE_INFINITY)
      return 0
    }
    const keywords = parseKeywords(ts, name, argv + nargs * 8, 0, kwnames, ['key', 'default'], 0)
    if (!keywords) return 0
    const key = keywords[0] === ts.none ? 0 : keywords[0]
    const fallback = keywords[1]
    if (nargs > 1 && fallback !== 0)
      return PyErr_Format(
        ts,
        ts.exc.TypeError,
        `Cannot specify a default for ${name}() with multiple positional arguments`,
      )
    const iterator = nargs === 1 ? PyObject_GetIter(ts, argAt(ts, argv, 0)) : 0
    if (nargs === 1 && iterator === 0) return 0
    let best = 0
    let bestKey = 0
    const mark = holdMark(ts)
    const keep = (...owned: readonly number[]) => {
      release(ts, mark)
      for (const o of owned) if (o !== 0) hold(ts, o)
    }
    const drop = () => {
      release(ts, mark)
      for (const o of [best, bestKey, iterator]) if (o !== 0) DECREF(ts, o)
      return 0
    }
    for (let i = 0; ; i++) {
      keep(iterator, best, bestKey)
      const item = iterator !== 0 ? PyIter_Next(ts, iterator) : i < nargs ? newref(ts, argAt(ts, argv, i)) : 0
      if (item === 0) break
      hold(ts, item)
      const itemKey = key === 0 ? newref(ts, item) : callOneArg(ts, key, item)
      if (itemKey === 0) {
        DECREF(ts, item)
        return drop()
      }
      hold(ts, itemKey)
      const better = best === 0 ? 1 : PyObject_RichCompareBool(ts, itemKey, bestKey, op)
      const [loser, loserKey] = better > 0 ? [best, bestKey] : [item, itemKey]
      if (better > 0) {
        best = item
        bestKey = itemKey
      }
      keep(iterator, best, bestKey)
      if (loser !== 0) DECREF(ts, loser)
      if (loserKey !== 0) DECREF(ts, loserKey)
      if (better < 0) return drop()
    }
    if (PyErr_Occurred(ts) !== 0) return drop()
    release(ts, mark)
    if (bestKey !== 0) DECREF(ts, bestKey)
    if (iterator !== 0) DECREF(ts, iterator)
    if (best !== 0) return best
    if (fallback !== 0) return newref(ts, fallback)
    return PyErr_Format(ts, ts.exc.ValueError, fillEmpty(ts, name))
  }
}

function fillEmpty(ts: ThreadState, name: string): string {
  return ts.profile.messages.emptyExtreme.replace('{0}', name)
}

/** next(iterator, default). */
export function next(ts: ThreadState, argv: number, nargs: number): Owned {
  const iterator = argAt(ts, argv, 0)
  const tp_iternext = slotsOf(ts, iterator).tp_iternext
  if (!tp_iternext) return PyErr_Format(ts, ts.exc.TypeError, `'${typeName(ts, iterator)}' object is not an iterator`)
  const item = tp_iternext(ts, iterator)
  if (item !== 0) return item
  if (nargs === 2) {
    if (PyErr_Occurred(ts) !== 0) {
      if (!PyErr_ExceptionMatches(ts, ts.exc.StopIteration)) return 0
      PyErr_Clear(ts)
    }
    return newref(ts, argAt(ts, argv, 1))
  }
  if (PyErr_Occurred(ts) === 0) PyErr_SetNone(ts, ts.exc.StopIteration)
  return 0
}

/** sorted(iterable, key, reverse). */
export function sorted(ts: ThreadState, argv: number, nargs: number, kwnames: Borrowed): Owned {
  if (checkPositional(ts, 'sorted', nargs, 1, 1) < 0) return 0
  const list = PySequence_List(ts, argAt(ts, argv, 0))
  if (list === 0) return 0
  const mark = holdMark(ts)
  hold(ts, list)
  // The bound method is made and counted; what it does is done without the call.
  const method = getAttributeText(ts, list, 'sort')
  hold(ts, method)
  const done = method === 0 ? 0 : list_sort(ts, list, argv + CELL, 0, kwnames)
  release(ts, mark)
  for (const o of [done, method]) if (o !== 0) DECREF(ts, o)
  if (done !== 0) return list
  DECREF(ts, list)
  return 0
}
