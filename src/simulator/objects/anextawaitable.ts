// Objects/iterobject.c, anext_awaitable: what `anext(iterator, default)` gives.

import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, slotsOf } from '../heap/refcount.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { argAt, callOwned } from './call.ts'
import { _PyCoro_GetAwaitableIter } from './coroobject.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_NoMemory } from './errors.ts'
import { getAttributeText, PyObject_GenericGetAttr } from './genericattr.ts'
import { _PyGen_SetStopIterationValue } from './gensend.ts'
import type { MethodSpec, TypeSpec } from './object.ts'
import { lookupSpecial } from './typeobject.ts'

const A = layout(PyObject.sizeof, [
  ['wrapped', 'ptr'],
  ['default_value', 'ptr'],
])

/** PyAnextAwaitable_New. */
export function newAnextAwaitable(ts: ThreadState, awaitable: Borrowed, fallback: Borrowed): Owned {
  const o = allocate(ts, ts.types.anext_awaitable, A.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.store(o + A.wrapped, newref(ts, awaitable))
  ts.mem.store(o + A.default_value, newref(ts, fallback))
  track(ts.mem, o)
  return o
}

/** The iterator behind the awaitable. 0 with an exception. */
function getIter(ts: ThreadState, self: Borrowed): Owned {
  const awaitable = _PyCoro_GetAwaitableIter(ts, ts.mem.load(self + A.wrapped))
  if (awaitable === 0 || slotsOf(ts, awaitable).tp_iternext) return awaitable
  const method = lookupSpecial(ts, awaitable, '__await__')
  DECREF(ts, awaitable)
  if (method === 0) return 0
  return callOwned(ts, method)
}

/** The end of the iteration becomes the default. */
function orDefault(ts: ThreadState, self: Borrowed, result: Owned): Owned {
  if (result !== 0 || !PyErr_ExceptionMatches(ts, ts.exc.StopAsyncIteration)) return result
  PyErr_Clear(ts)
  _PyGen_SetStopIterationValue(ts, ts.mem.load(self + A.default_value))
  return 0
}

function proxy(name: string, min: number, max: number): MethodSpec {
  return {
    name,
    kind: 'FASTCALL',
    min,
    max,
    call(ts, self, argv, nargs) {
      const iterator = getIter(ts, self)
      if (iterator === 0) return 0
      const method = getAttributeText(ts, iterator, name)
      DECREF(ts, iterator)
      if (method === 0) return 0
      const args = Array.from({ length: nargs }, (_, i) => argAt(ts, argv, i))
      const result = callOwned(ts, method, args)
      return orDefault(ts, self, result)
    },
  }
}

export const _PyAnextAwaitable_Type: TypeSpec = {
  name: 'anext_awaitable',
  basicsize: A.sizeof,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  slots: {
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      CLEAR(ts, self + A.wrapped)
      CLEAR(ts, self + A.default_value)
      freeObject(ts, self)
    },
    tp_traverse(ts, self, visit) {
      visit(ts.mem.load(self + A.wrapped), { kind: 'field', name: 'wrapped' })
      visit(ts.mem.load(self + A.default_value), { kind: 'field', name: 'default_value' })
    },
    tp_getattro: PyObject_GenericGetAttr,
    tp_iter: newref,
    tp_iternext(ts, self) {
      const iterator = getIter(ts, self)
      if (iterator === 0) return 0
      const result = slotsOf(ts, iterator).tp_iternext?.(ts, iterator) ?? 0
      DECREF(ts, iterator)
      return orDefault(ts, self, result)
    },
  },
  methods: [
    { name: '__await__', kind: 'NOARGS', call: newref },
    proxy('send', 1, 1),
    proxy('throw', 1, 3),
    proxy('close', 0, 0),
  ],
}
