// Objects/floatobject.c, the representation: one double. Up to 100 dead floats wait in a free list.

import { FreeList, freelistPop, freelistPush } from '../heap/freelist.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, Py_TYPE, slotsOf } from '../heap/refcount.ts'
import { PyFloatObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'
import { PyLong_AsNumber, PyLong_Check } from './longintrepr.ts'
import { PyObject_TypeCheck, typeName } from './object.ts'
import { wrongReturn } from './typenames.ts'

/** A new float; 0 with MemoryError. */
export function newFloat(ts: ThreadState, x: number): Owned {
  let o = freelistPop(ts, FreeList.floats)
  if (o === 0) o = allocate(ts, ts.types.float, PyFloatObject.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.storeDouble(o + PyFloatObject.ob_fval, x)
  return o
}

/** The double of a float. */
export function floatValue(ts: ThreadState, o: Borrowed): number {
  return ts.mem.loadDouble(o + PyFloatObject.ob_fval)
}

/** Writes the double of a float that only the caller has. */
export function setFloatValue(ts: ThreadState, o: number, x: number): void {
  ts.mem.storeDouble(o + PyFloatObject.ob_fval, x)
}

/** Whether `o` is a float or of a subclass. */
export function PyFloat_Check(ts: ThreadState, o: Borrowed): boolean {
  return PyObject_TypeCheck(ts, o, ts.types.float)
}

/** tp_dealloc of float. */
export function float_dealloc(ts: ThreadState, o: number): void {
  if (Py_TYPE(ts, o) !== ts.types.float || !freelistPush(ts, FreeList.floats, o)) freeObject(ts, o)
}

/** The double nearest to an int; NaN with OverflowError when it is too large. */
export function PyLong_AsDouble(ts: ThreadState, o: Borrowed): number {
  const x = PyLong_AsNumber(ts, o)
  if (Number.isFinite(x)) return x
  PyErr_Format(ts, ts.exc.OverflowError, 'int too large to convert to float')
  return Number.NaN
}

/** The double an object stands for: float, `__float__`, `__index__`. NaN may be an error: ask PyErr_Occurred. */
export function PyFloat_AsDouble(ts: ThreadState, o: Borrowed): number {
  if (PyFloat_Check(ts, o)) return floatValue(ts, o)
  const slots = slotsOf(ts, o)
  if (slots.nb_float) {
    const result = slots.nb_float(ts, o)
    if (result === 0) return Number.NaN
    if (!PyFloat_Check(ts, result)) {
      wrongReturn(ts, o, '__float__', result)
      return Number.NaN
    }
    const x = floatValue(ts, result)
    DECREF(ts, result)
    return x
  }
  if (slots.nb_index) {
    const index = slots.nb_index(ts, o)
    if (index === 0) return Number.NaN
    const x = PyLong_Check(ts, index) ? PyLong_AsDouble(ts, index) : Number.NaN
    DECREF(ts, index)
    return x
  }
  PyErr_Format(ts, ts.exc.TypeError, `must be real number, not ${typeName(ts, o)}`)
  return Number.NaN
}
