// Objects/enumobject.c: enumerate and reversed.

import { isTracked, track, untrack } from '../heap/gchead.ts'
import { freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, INCREF, newref, Py_REFCNT, Py_TYPE, slotsOf } from '../heap/refcount.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned, Visit } from '../heap/typeslots.ts'
import { PyNumber_Index, PyObject_GetIter, PyObject_Size } from './abstract.ts'
import { _PyArg_NoKeywords, argAt, callOwned, checkPositional, parseKeywords } from './call.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from './errors.ts'
import { emptyTuple, reducing, settingIndex } from './iterreduce.ts'
import { newInt, newIntFromBigInt, PyLong_AsBigInt, safeValue } from './longintrepr.ts'
import { type TypeSpec, typeName } from './object.ts'
import {
  newTuple,
  PyTuple_FromArray,
  PyTuple_GET_ITEM,
  PyTuple_GET_SIZE,
  PyTuple_SET_ITEM,
  trackTupleAlways,
} from './tupleobject.ts'
import { lookupSpecial, PyType_GenericAlloc } from './typeobject.ts'
import { textOf } from './unicodeobject.ts'

/** `en_longindex` takes over when the count leaves 53 bits (a machine word in CPython); `en_result` is used again. */
const enumobject = layout(PyObject.sizeof, [
  ['en_index', 'ssize'],
  ['en_sit', 'ptr'],
  ['en_result', 'ptr'],
  ['en_longindex', 'ptr'],
  ['one', 'ptr'], // borrowed in CPython; nothing here reads it
])

/** enumerate_vectorcall, which looks at the arguments itself before it takes them; false with TypeError. */
function checkDirect(ts: ThreadState, nargs: number, kwnames: Borrowed): boolean {
  const count = kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames)
  const keywords = Array.from({ length: count }, (_, i) => textOf(ts, PyTuple_GET_ITEM(ts, kwnames, i)))
  const given = nargs + keywords.length
  let problem = ''
  if (given === 1 || given === 2) {
    const swapped = keywords.length === 2 && keywords[0] === 'start'
    const expected = swapped ? ['start', 'iterable'] : ['iterable', 'start']
    const wrong = keywords.find((name, i) => name !== expected[nargs + i])
    if (wrong !== undefined) problem = `'${wrong}' is an invalid keyword argument for enumerate()`
  } else if (nargs === 0) problem = "enumerate() missing required argument 'iterable'"
  else problem = `enumerate() takes at most 2 arguments (${given} given)`
  if (problem !== '') PyErr_Format(ts, ts.exc.TypeError, problem)
  return problem === ''
}

function enum_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  if (type === ts.types.enumerate && !checkDirect(ts, nargs, kwnames)) return 0
  const args = parseKeywords(ts, 'enumerate', argv, nargs, kwnames, ['iterable', 'start'], 1)
  if (args === null) return 0
  const o = PyType_GenericAlloc(ts, type)
  if (o === 0) return 0
  const mem = ts.mem
  if (args[1] !== 0) {
    const start = PyNumber_Index(ts, args[1])
    if (start === 0) {
      DECREF(ts, o)
      return 0
    }
    const index = safeValue(ts, start)
    if (Number.isNaN(index)) mem.store(o + enumobject.en_longindex, start)
    else {
      mem.storeWide(o + enumobject.en_index, index)
      DECREF(ts, start)
    }
  }
  const iterator = PyObject_GetIter(ts, args[0])
  if (iterator === 0) {
    DECREF(ts, o)
    return 0
  }
  mem.store(o + enumobject.en_sit, iterator)
  const result = newTuple(ts, 2)
  if (result === 0) {
    DECREF(ts, o)
    return 0
  }
  PyTuple_SET_ITEM(ts, result, 0, newref(ts, ts.none))
  PyTuple_SET_ITEM(ts, result, 1, newref(ts, ts.none))
  mem.store(o + enumobject.en_result, result)
  return o
}

/** The count for this item, and on to the next. */
function nextIndex(ts: ThreadState, en: Borrowed): Owned {
  const mem = ts.mem
  const long = mem.load(en + enumobject.en_longindex)
  if (long === 0) {
    const index = mem.loadWide(en + enumobject.en_index)
    if (index < Number.MAX_SAFE_INTEGER) {
      mem.storeWide(en + enumobject.en_index, index + 1)
      return newInt(ts, index)
    }
    mem.store(en + enumobject.en_longindex, newIntFromBigInt(ts, BigInt(index) + 1n))
    return newInt(ts, index)
  }
  const next = newIntFromBigInt(ts, PyLong_AsBigInt(ts, long) + 1n)
  if (next === 0) return 0
  mem.store(en + enumobject.en_longindex, next)
  return long
}

function enum_next(ts: ThreadState, en: Borrowed): Owned {
  const mem = ts.mem
  const iterator = mem.load(en + enumobject.en_sit)
  const item = slotsOf(ts, iterator).tp_iternext?.(ts, iterator) ?? 0
  if (item === 0) return 0
  const index = nextIndex(ts, en)
  if (index === 0) {
    DECREF(ts, item)
    return 0
  }
  const result = mem.load(en + enumobject.en_result)
  if (Py_REFCNT(ts, result) !== 1) {
    const fresh = newTuple(ts, 2)
    if (fresh === 0) {
      DECREF(ts, index)
      DECREF(ts, item)
      return 0
    }
    PyTuple_SET_ITEM(ts, fresh, 0, index)
    PyTuple_SET_ITEM(ts, fresh, 1, item)
    trackTupleAlways(ts, fresh)
    return fresh
  }
  // Nobody else has the last pair: it is used again.
  INCREF(ts, result)
  const oldIndex = PyTuple_GET_ITEM(ts, result, 0)
  const oldItem = PyTuple_GET_ITEM(ts, result, 1)
  PyTuple_SET_ITEM(ts, result, 0, index)
  PyTuple_SET_ITEM(ts, result, 1, item)
  DECREF(ts, oldIndex)
  DECREF(ts, oldItem)
  recycleTuple(ts, result)
  return result
}

/** _PyTuple_Recycle: a tuple about to be used again forgets its hash and is tracked. */
function recycleTuple(ts: ThreadState, t: Borrowed): void {
  for (let word = 24; word < ts.profile.layout.tupleItems; word += 4) ts.mem.store(t + word, -1)
  if (!isTracked(ts.mem, t)) track(ts.mem, t)
}

function fieldsVisitor(fields: readonly (readonly [name: string, offset: number])[]) {
  return (ts: ThreadState, o: Borrowed, visit: Visit): void => {
    for (const [name, offset] of fields) {
      const ref = ts.mem.load(o + offset)
      if (ref !== 0) visit(ref, { kind: 'field', name })
    }
  }
}

function enum_dealloc(ts: ThreadState, en: number): void {
  untrack(ts.mem, en)
  for (const offset of [enumobject.en_sit, enumobject.en_result, enumobject.en_longindex]) CLEAR(ts, en + offset)
  freeObject(ts, en)
}

const reversedobject = layout(PyObject.sizeof, [
  ['index', 'ssize'],
  ['seq', 'ptr'],
])

/** The same, as other iterators call them. */
const REVERSED = { it_seq: reversedobject.seq, it_index: reversedobject.index }

function reversed_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  if (type === ts.types.reversed && !_PyArg_NoKeywords(ts, 'reversed', kwnames)) return 0
  if (checkPositional(ts, 'reversed', nargs, 1, 1) < 0) return 0
  const seq = argAt(ts, argv, 0)
  const notReversible = () => PyErr_Format(ts, ts.exc.TypeError, `'${typeName(ts, seq)}' object is not reversible`)
  const method = lookupSpecial(ts, seq, '__reversed__')
  if (method === ts.none) {
    DECREF(ts, method)
    return notReversible()
  }
  if (method !== 0) return callOwned(ts, method)
  if (PyErr_Occurred(ts) !== 0) return 0
  if (!slotsOf(ts, seq).sq_item) return notReversible()
  const n = PyObject_Size(ts, seq)
  if (n < 0) return 0
  const o = PyType_GenericAlloc(ts, type)
  if (o === 0) return 0
  ts.mem.store(o + reversedobject.index, n - 1)
  ts.mem.store(o + reversedobject.seq, newref(ts, seq))
  return o
}

function reversed_next(ts: ThreadState, o: Borrowed): Owned {
  const mem = ts.mem
  const index = mem.load(o + reversedobject.index)
  const seq = mem.load(o + reversedobject.seq)
  if (index >= 0 && seq !== 0) {
    const item = slotsOf(ts, seq).sq_item?.(ts, seq, index) ?? 0
    if (item !== 0) {
      mem.store(o + reversedobject.index, index - 1)
      return item
    }
    if (PyErr_ExceptionMatches(ts, ts.exc.IndexError) || PyErr_ExceptionMatches(ts, ts.exc.StopIteration))
      PyErr_Clear(ts)
  }
  mem.store(o + reversedobject.index, -1)
  if (seq !== 0) {
    mem.store(o + reversedobject.seq, 0)
    DECREF(ts, seq)
  }
  return 0
}

function reversed_dealloc(ts: ThreadState, o: number): void {
  untrack(ts.mem, o)
  CLEAR(ts, o + reversedobject.seq)
  freeObject(ts, o)
}

function reversed_len(ts: ThreadState, o: Borrowed): Owned {
  const seq = ts.mem.load(o + reversedobject.seq)
  if (seq === 0) return newInt(ts, 0)
  const n = PyObject_Size(ts, seq)
  if (n < 0) return 0
  const left = ts.mem.load(o + reversedobject.index) + 1
  return newInt(ts, n < left ? 0 : left)
}

export const PyEnum_Type = {
  name: 'enumerate',
  basicsize: enumobject.sizeof,
  flags: ['HAVE_GC', 'BASETYPE'],
  slots: {
    tp_dealloc: enum_dealloc,
    tp_traverse: fieldsVisitor([
      ['en_sit', enumobject.en_sit],
      ['en_result', enumobject.en_result],
      ['en_longindex', enumobject.en_longindex],
    ]),
    tp_iter: newref,
    tp_iternext: enum_next,
    tp_new: enum_new,
  },
  methods: [
    reducing((ts, en) => {
      const { mem } = ts
      const long = mem.load(en + enumobject.en_longindex)
      const index = long === 0 ? newInt(ts, mem.loadWide(en + enumobject.en_index)) : newref(ts, long)
      const args = [newref(ts, mem.load(en + enumobject.en_sit)), index]
      return PyTuple_FromArray(ts, [newref(ts, Py_TYPE(ts, en)), PyTuple_FromArray(ts, args)])
    }),
  ],
} satisfies TypeSpec

export const PyReversed_Type = {
  name: 'reversed',
  basicsize: reversedobject.sizeof,
  flags: ['HAVE_GC', 'BASETYPE'],
  slots: {
    tp_dealloc: reversed_dealloc,
    tp_traverse: fieldsVisitor([['seq', reversedobject.seq]]),
    tp_iter: newref,
    tp_iternext: reversed_next,
    tp_new: reversed_new,
  },
  methods: [
    { name: '__length_hint__', kind: 'NOARGS', call: reversed_len },
    reducing((ts, o) => {
      const seq = ts.mem.load(o + reversedobject.seq)
      const args = PyTuple_FromArray(ts, [seq === 0 ? emptyTuple(ts) : newref(ts, seq)])
      const state = seq === 0 ? [] : [newInt(ts, ts.mem.load(o + reversedobject.index))]
      return PyTuple_FromArray(ts, [newref(ts, Py_TYPE(ts, o)), args, ...state])
    }),
    settingIndex(REVERSED, -1, (ts, seq) => PyObject_Size(ts, seq) - 1),
  ],
} satisfies TypeSpec
