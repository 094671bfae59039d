// Modules/_heapqmodule.c: a list kept as a heap. merge, nlargest and nsmallest are in lib/heapq.py.

import { during } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { _PyArg_BadArgument, argAt } from '../objects/call.ts'
import { PyErr_Format } from '../objects/errors.ts'
import {
  list_ass_slice,
  PyList_Append,
  PyList_Check,
  PyList_GET_ITEM,
  PyList_GET_SIZE,
  PyList_SET_ITEM,
} from '../objects/listobject.ts'
import { chargeWork } from '../objects/longintrepr.ts'
import { type MethodSpec, Py_LT, PyObject_RichCompareBool } from '../objects/object.ts'
import type { ModuleSpec } from './module.ts'

function compare(ts: ThreadState, a: Borrowed, b: Borrowed, max: boolean): number {
  chargeWork(ts, 1)
  newref(ts, a)
  newref(ts, b)
  const less = during(ts, [a, b], () => PyObject_RichCompareBool(ts, max ? b : a, max ? a : b, Py_LT))
  DECREF(ts, a)
  DECREF(ts, b)
  return less
}

function swap(ts: ThreadState, heap: Borrowed, i: number, j: number): void {
  const a = PyList_GET_ITEM(ts, heap, i)
  PyList_SET_ITEM(ts, heap, i, PyList_GET_ITEM(ts, heap, j))
  PyList_SET_ITEM(ts, heap, j, a)
}

function sizeChanged(ts: ThreadState): false {
  PyErr_Format(ts, ts.exc.RuntimeError, 'list changed size during iteration')
  return false
}

/** An item rises until its parent is no larger. */
function siftdown(ts: ThreadState, heap: Borrowed, start: number, from: number, max: boolean): boolean {
  const size = PyList_GET_SIZE(ts, heap)
  if (from >= size) {
    PyErr_Format(ts, ts.exc.IndexError, 'index out of range')
    return false
  }
  for (let at = from; at > start; ) {
    const parent = (at - 1) >> 1
    const less = compare(ts, PyList_GET_ITEM(ts, heap, at), PyList_GET_ITEM(ts, heap, parent), max)
    if (less < 0) return false
    if (size !== PyList_GET_SIZE(ts, heap)) return sizeChanged(ts)
    if (less === 0) break
    swap(ts, heap, at, parent)
    at = parent
  }
  return true
}

/** An item sinks along the smaller children to a leaf, and rises from there. */
function siftup(ts: ThreadState, heap: Borrowed, start: number, max: boolean): boolean {
  const end = PyList_GET_SIZE(ts, heap)
  let at = start
  while (2 * at + 1 < end) {
    let child = 2 * at + 1
    if (child + 1 < end) {
      const less = compare(ts, PyList_GET_ITEM(ts, heap, child), PyList_GET_ITEM(ts, heap, child + 1), max)
      if (less < 0) return false
      if (less === 0) child++
      if (end !== PyList_GET_SIZE(ts, heap)) return sizeChanged(ts)
    }
    swap(ts, heap, at, child)
    at = child
  }
  return siftdown(ts, heap, start, at, max)
}

/** The last item, taken off the list; 0 with IndexError. */
function takeLast(ts: ThreadState, heap: Borrowed): Owned {
  const n = PyList_GET_SIZE(ts, heap)
  if (n === 0) return PyErr_Format(ts, ts.exc.IndexError, 'index out of range')
  const last = newref(ts, PyList_GET_ITEM(ts, heap, n - 1))
  list_ass_slice(ts, heap, n - 1, n, 0)
  return last
}

function pop(ts: ThreadState, heap: Borrowed, max: boolean): Owned {
  const last = takeLast(ts, heap)
  if (last === 0 || PyList_GET_SIZE(ts, heap) === 0) return last
  const top = PyList_GET_ITEM(ts, heap, 0)
  PyList_SET_ITEM(ts, heap, 0, last)
  if (during(ts, [top], () => siftup(ts, heap, 0, max))) return top
  DECREF(ts, top)
  return 0
}

function replace(ts: ThreadState, heap: Borrowed, item: Borrowed, max: boolean): Owned {
  if (PyList_GET_SIZE(ts, heap) === 0) return PyErr_Format(ts, ts.exc.IndexError, 'index out of range')
  const top = PyList_GET_ITEM(ts, heap, 0)
  PyList_SET_ITEM(ts, heap, 0, newref(ts, item))
  if (during(ts, [top], () => siftup(ts, heap, 0, max))) return top
  DECREF(ts, top)
  return 0
}

function heapify(ts: ThreadState, heap: Borrowed, max: boolean): Owned {
  for (let i = (PyList_GET_SIZE(ts, heap) >> 1) - 1; i >= 0; i--) if (!siftup(ts, heap, i, max)) return 0
  return newref(ts, ts.none)
}

function push(ts: ThreadState, heap: Borrowed, item: Borrowed, max: boolean): Owned {
  if (PyList_Append(ts, heap, item) < 0) return 0
  return siftdown(ts, heap, 0, PyList_GET_SIZE(ts, heap) - 1, max) ? newref(ts, ts.none) : 0
}

function pushpop(ts: ThreadState, heap: Borrowed, item: Borrowed, max: boolean): Owned {
  if (PyList_GET_SIZE(ts, heap) === 0) return newref(ts, item)
  // Only what lies in the heap is held meanwhile: the item is an argument.
  chargeWork(ts, 1)
  const top = newref(ts, PyList_GET_ITEM(ts, heap, 0))
  const less = during(ts, [top], () => PyObject_RichCompareBool(ts, max ? item : top, max ? top : item, Py_LT))
  DECREF(ts, top)
  if (less < 0) return 0
  return less === 0 ? newref(ts, item) : replace(ts, heap, item, max)
}

function isList(ts: ThreadState, name: string, o: Borrowed, numbered: boolean): boolean {
  if (PyList_Check(ts, o)) return true
  _PyArg_BadArgument(ts, name, numbered ? 'argument 1' : 'argument', 'list', o)
  return false
}

function one(name: string, f: (ts: ThreadState, heap: Borrowed) => Owned): MethodSpec {
  return {
    name,
    kind: 'O',
    call: (ts, _m, argv) => (isList(ts, name, argAt(ts, argv, 0), false) ? f(ts, argAt(ts, argv, 0)) : 0),
  }
}

function two(name: string, f: (ts: ThreadState, heap: Borrowed, item: Borrowed) => Owned): MethodSpec {
  return {
    name,
    kind: 'FASTCALL',
    min: 2,
    max: 2,
    call: (ts, _m, argv) =>
      isList(ts, name, argAt(ts, argv, 0), true) ? f(ts, argAt(ts, argv, 0), argAt(ts, argv, 1)) : 0,
  }
}

/** The functions for one order; those for the largest first have `_max` in their names. */
function family(max: boolean): MethodSpec[] {
  const suffix = max ? '_max' : ''
  return [
    two(`heappush${suffix}`, (ts, heap, item) => push(ts, heap, item, max)),
    two(`heappushpop${suffix}`, (ts, heap, item) => pushpop(ts, heap, item, max)),
    one(`heappop${suffix}`, (ts, heap) => pop(ts, heap, max)),
    two(`heapreplace${suffix}`, (ts, heap, item) => replace(ts, heap, item, max)),
    one(`heapify${suffix}`, (ts, heap) => heapify(ts, heap, max)),
  ]
}

export const _heapqModule: ModuleSpec = {
  name: '_heapq',
  doc: 'Heap queue algorithm (a.k.a. priority queue).',
  functions: [...family(false), ...family(true)],
}
