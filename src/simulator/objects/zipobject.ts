// zip (Python/bltinmodule.c): one tuple for each round, used again while nobody else has it.

import { isTracked, track, untrack } from '../heap/gchead.ts'
import { freeObject, hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_REFCNT, Py_TYPE, slotsOf, XDECREF } from '../heap/refcount.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyObject_GetIter } from './abstract.ts'
import { argAt, parsed, parseKeywords } from './call.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from './errors.ts'
import { reducing } from './iterreduce.ts'
import { PyObject_IsTrue, type TypeSpec } from './object.ts'
import {
  newTuple,
  PyTuple_FromArray,
  PyTuple_GET_ITEM,
  PyTuple_GET_SIZE,
  PyTuple_SET_ITEM,
  trackTupleAlways,
} from './tupleobject.ts'
import { PyType_GenericAlloc } from './typeobject.ts'

export const zipobject = layout(PyObject.sizeof, [
  ['tuplesize', 'ssize'],
  ['ittuple', 'ptr'],
  ['result', 'ptr'],
  ['strict', 'int'],
])

/** The value of the only keyword, `strict`: 1, 0 (also when absent), or -1. `after` positional arguments come first. */
export function strictKeyword(ts: ThreadState, name: string, argv: number, after: number, kwnames: Borrowed): number {
  if (kwnames === 0 || PyTuple_GET_SIZE(ts, kwnames) === 0) return 0
  const given = PyTuple_GET_SIZE(ts, kwnames)
  if (given > 1) {
    PyErr_Format(ts, ts.exc.TypeError, `${name}() takes at most 1 keyword argument (${given} given)`)
    return -1
  }
  const values = parseKeywords(ts, name, argv + after * 8, 0, kwnames, ['strict'], 0, 0, 0)
  return values === null ? -1 : parsed(ts, values[0], (strict) => PyObject_IsTrue(ts, strict))
}

/** A tuple of an iterator over each argument from `first` on. */
export function iteratorsOf(ts: ThreadState, argv: number, first: number, nargs: number): Owned {
  const iterators = newTuple(ts, nargs - first)
  if (iterators === 0) return 0
  const mark = holdMark(ts)
  hold(ts, iterators)
  for (let i = first; i < nargs; i++) {
    const iterator = PyObject_GetIter(ts, argAt(ts, argv, i))
    if (iterator === 0) {
      release(ts, mark)
      DECREF(ts, iterators)
      return 0
    }
    PyTuple_SET_ITEM(ts, iterators, i - first, iterator)
  }
  release(ts, mark)
  trackTupleAlways(ts, iterators)
  return iterators
}

function zip_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const strict = strictKeyword(ts, 'zip', argv, nargs, kwnames)
  if (strict < 0) return 0
  const iterators = iteratorsOf(ts, argv, 0, nargs)
  if (iterators === 0) return 0
  const result = newTuple(ts, nargs)
  if (result === 0) {
    DECREF(ts, iterators)
    return 0
  }
  for (let i = 0; i < nargs; i++) PyTuple_SET_ITEM(ts, result, i, newref(ts, ts.none))
  trackTupleAlways(ts, result)
  const o = PyType_GenericAlloc(ts, type)
  if (o === 0) {
    DECREF(ts, result)
    DECREF(ts, iterators)
    return 0
  }
  ts.mem.storeWide(o + zipobject.tuplesize, nargs)
  ts.mem.store(o + zipobject.ittuple, iterators)
  ts.mem.store(o + zipobject.result, result)
  ts.mem.store(o + zipobject.strict, strict)
  return o
}

function zip_next(ts: ThreadState, z: Borrowed): Owned {
  const mem = ts.mem
  const n = mem.load(z + zipobject.tuplesize)
  if (n === 0) return 0
  const kept = mem.load(z + zipobject.result)
  const reused = Py_REFCNT(ts, kept) === 1
  const result = reused ? newref(ts, kept) : newTuple(ts, n)
  if (result === 0) return 0
  const mark = holdMark(ts)
  hold(ts, result)
  for (let i = 0; i < n; i++) {
    const item = iternext(ts, PyTuple_GET_ITEM(ts, mem.load(z + zipobject.ittuple), i))
    if (item === 0) {
      release(ts, mark)
      DECREF(ts, result)
      return mem.load(z + zipobject.strict) !== 0 ? strictEnd(ts, 'zip', mem.load(z + zipobject.ittuple), i) : 0
    }
    const old = PyTuple_GET_ITEM(ts, result, i)
    PyTuple_SET_ITEM(ts, result, i, item)
    XDECREF(ts, old)
  }
  release(ts, mark)
  if (!isTracked(mem, result)) track(mem, result)
  return result
}

/** tp_iternext, which may leave StopIteration set. */
export function iternext(ts: ThreadState, iterator: Borrowed): Owned {
  const next = slotsOf(ts, iterator).tp_iternext
  return next ? next(ts, iterator) : 0
}

/** With `strict`: iterator `i` is the first that is used up; the others must be too. */
export function strictEnd(ts: ThreadState, name: string, iterators: Borrowed, i: number): 0 {
  if (otherError(ts)) return 0
  if (i > 0) return differ(ts, name, i, 'shorter')
  const n = PyTuple_GET_SIZE(ts, iterators)
  for (let k = 1; k < n; k++) {
    const item = iternext(ts, PyTuple_GET_ITEM(ts, iterators, k))
    if (item !== 0) {
      DECREF(ts, item)
      return differ(ts, name, k, 'longer')
    }
    if (otherError(ts)) return 0
  }
  return 0
}

/** Forgets a StopIteration; whether another exception is set. */
function otherError(ts: ThreadState): boolean {
  if (PyErr_Occurred(ts) === 0) return false
  if (!PyErr_ExceptionMatches(ts, ts.exc.StopIteration)) return true
  PyErr_Clear(ts)
  return false
}

function differ(ts: ThreadState, name: string, i: number, how: string): 0 {
  const others = i === 1 ? ' 1' : `s 1-${i}`
  return PyErr_Format(ts, ts.exc.ValueError, `${name}() argument ${i + 1} is ${how} than argument${others}`)
}

export const PyZip_Type = {
  name: 'zip',
  basicsize: zipobject.sizeof,
  flags: ['HAVE_GC', 'BASETYPE'],
  slots: {
    tp_dealloc: (ts, z) => {
      untrack(ts.mem, z)
      CLEAR(ts, z + zipobject.ittuple)
      CLEAR(ts, z + zipobject.result)
      freeObject(ts, z)
    },
    tp_traverse: (ts, z, visit) => {
      for (const name of ['ittuple', 'result'] as const) {
        const ref = ts.mem.load(z + zipobject[name])
        if (ref !== 0) visit(ref, { kind: 'field', name })
      }
    },
    tp_iter: newref,
    tp_iternext: zip_next,
    tp_new: zip_new,
  },
  methods: [
    reducing((ts, z) => {
      const strict = ts.mem.load(z + zipobject.strict) === 0 ? [] : [newref(ts, ts.true_)]
      const iterators = newref(ts, ts.mem.load(z + zipobject.ittuple))
      return PyTuple_FromArray(ts, [newref(ts, Py_TYPE(ts, z)), iterators, ...strict])
    }),
    {
      name: '__setstate__',
      kind: 'O',
      call(ts, z, argv) {
        const strict = PyObject_IsTrue(ts, argAt(ts, argv, 0))
        if (strict < 0) return 0
        ts.mem.store(z + zipobject.strict, strict)
        return newref(ts, ts.none)
      },
    },
  ],
} satisfies TypeSpec
