// How sequences read a slice: PySlice_Unpack and PySlice_AdjustIndices of Objects/sliceobject.c in one call, and the
// indices that `index(value, start, stop)` takes.

import type { ThreadState } from '../heap/pystate.ts'
import { PySliceObject } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { PyIndex_Check, PyNumber_AsSsize_t } from './abstract.ts'
import { PyErr_Format, PyErr_Occurred } from './errors.ts'

/** A slice fitted to a sequence: `count` items from `start` in steps of `step`. `stop` as CPython leaves it. */
export interface FittedSlice {
  readonly start: number
  readonly stop: number
  readonly step: number
  readonly count: number
}

/**
 * Fits a slice object to a sequence.
 * @param size asked for after the indices were computed, because `__index__` may change the sequence
 * @returns `null` with TypeError or ValueError
 */
export function sliceOf(ts: ThreadState, slice: Borrowed, size: () => number): FittedSlice | null {
  const stepObject = ts.mem.load(slice + PySliceObject.step)
  const step = stepObject === ts.none ? 1 : indexOr(ts, stepObject)
  if (step === null) return null
  if (step === 0) {
    PyErr_Format(ts, ts.exc.ValueError, 'slice step cannot be zero')
    return null
  }
  const startObject = ts.mem.load(slice + PySliceObject.start)
  const first = startObject === ts.none ? (step < 0 ? Infinity : 0) : indexOr(ts, startObject)
  if (first === null) return null
  const stopObject = ts.mem.load(slice + PySliceObject.stop)
  const last = stopObject === ts.none ? (step < 0 ? -Infinity : Infinity) : indexOr(ts, stopObject)
  if (last === null) return null
  const length = size()
  const start = fitIndex(first, length, step)
  const stop = fitIndex(last, length, step)
  const span = step < 0 ? start - stop : stop - start
  const count = span <= 0 ? 0 : Math.floor((span - 1) / Math.abs(step)) + 1
  return { start, stop, step, count }
}

/** An index argument as a number (huge ones are clamped); `null` with TypeError. */
export function sliceIndex(ts: ThreadState, o: Borrowed): number | null {
  return indexOr(ts, o, 'slice indices must be integers or have an __index__ method')
}

/** _PyEval_SliceIndex: the same, or None for `otherwise`. */
export function sliceIndexOr(ts: ThreadState, o: Borrowed, otherwise: number): number | null {
  return o === ts.none ? otherwise : indexOr(ts, o)
}

function indexOr(ts: ThreadState, o: Borrowed, message = ts.profile.text.sliceIndices): number | null {
  if (!PyIndex_Check(ts, o)) {
    PyErr_Format(ts, ts.exc.TypeError, message)
    return null
  }
  const value = PyNumber_AsSsize_t(ts, o, 0)
  return value === -1 && PyErr_Occurred(ts) !== 0 ? null : value
}

function fitIndex(index: number, length: number, step: number): number {
  if (index < 0) {
    const fromEnd = index === -Infinity ? -1 : index + length
    return fromEnd < 0 ? (step < 0 ? -1 : 0) : fromEnd
  }
  return index >= length ? (step < 0 ? length - 1 : length) : index
}
