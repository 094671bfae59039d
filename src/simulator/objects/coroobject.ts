// Objects/genobject.c: the coroutine, the wrapper that `__await__` gives, and what `await` makes of an object.

import { CO_ITERABLE_COROUTINE } from '../compiler/code.ts'
import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE, slotsOf } from '../heap/refcount.ts'
import { PyGenObject as G, layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { fill } from '../profiles/index.ts'
import { argAt } from './call.ts'
import { PyErr_Format, PyErr_NoMemory, PyErr_Occurred } from './errors.ts'
import { _gen_throw, gen_close } from './genclose.ts'
import { PyObject_GenericGetAttr } from './genericattr.ts'
import { generatorAttributes, generatorMethods, generatorSlots } from './genobject.ts'
import { gen_iternext, gen_send_ex, generatorCode } from './gensend.ts'
import { type MethodSpec, type TypeSpec, typeName } from './object.ts'
import { callFound, lookupMaybeMethod } from './slotcalls.ts'
import { lookupSpecial } from './typeobject.ts'

const W = layout(PyObject.sizeof, [['cw_coroutine', 'ptr']])

/** gen_is_coroutine and PyCoro_CheckExact: awaited as it is. */
function awaitsItself(ts: ThreadState, o: Borrowed): boolean {
  const type = Py_TYPE(ts, o)
  if (type === ts.types.coroutine) return true
  return type === ts.types.generator && (generatorCode(ts, o).co_flags & CO_ITERABLE_COROUTINE) !== 0
}

/** _PyCoro_GetAwaitableIter: what `await` iterates: a coroutine itself, or what `__await__` gives. 0 with TypeError. */
export function _PyCoro_GetAwaitableIter(ts: ThreadState, o: Borrowed): Owned {
  if (awaitsItself(ts, o)) return newref(ts, o)
  const { notAwaitable, awaitReturned, awaitReturnedCoroutine } = ts.profile.coroutines
  const method = lookupMaybeMethod(ts, o, '__await__')
  if (method === 0) {
    if (PyErr_Occurred(ts) !== 0) return 0
    return PyErr_Format(ts, ts.exc.TypeError, fill(notAwaitable, typeName(ts, o)))
  }
  const result = callFound(ts, method, [o])
  if (result === 0) return 0
  const isCoroutine = awaitsItself(ts, result)
  if (!isCoroutine && slotsOf(ts, result).tp_iternext) return result
  const message = isCoroutine ? awaitReturnedCoroutine : awaitReturned
  PyErr_Format(ts, ts.exc.TypeError, fill(message, typeName(ts, result), typeName(ts, o)))
  DECREF(ts, result)
  return 0
}

/** Whether an object says how it is awaited. */
export function hasAwait(ts: ThreadState, o: Borrowed): boolean {
  const method = lookupSpecial(ts, o, '__await__')
  if (method !== 0) DECREF(ts, method)
  return method !== 0
}

function newWrapper(ts: ThreadState, coroutine: Borrowed): Owned {
  const o = allocate(ts, ts.types.coroutine_wrapper, W.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.store(o + W.cw_coroutine, newref(ts, coroutine))
  track(ts.mem, o)
  return o
}

/** `__await__` of a coroutine. */
const awaitMethod: MethodSpec = { name: '__await__', kind: 'NOARGS', call: newWrapper }

export const PyCoro_Type: TypeSpec = {
  name: 'coroutine',
  basicsize: (profile) => profile.layout.generator,
  itemsize: 8,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  weaklistoffset: G.gi_weakreflist,
  slots: generatorSlots,
  methods: [...generatorMethods, awaitMethod],
  getset: [
    ...generatorAttributes('cr', 'cr_await'),
    { name: 'cr_origin', get: (ts, self) => newref(ts, ts.mem.load(self + G.gi_origin_or_finalizer) || ts.none) },
  ],
}

function coroutineOf(ts: ThreadState, self: Borrowed): Borrowed {
  return ts.mem.load(self + W.cw_coroutine)
}

export const _PyCoroWrapper_Type: TypeSpec = {
  name: 'coroutine_wrapper',
  basicsize: W.sizeof,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  slots: {
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      CLEAR(ts, self + W.cw_coroutine)
      freeObject(ts, self)
    },
    tp_traverse: (ts, self, visit) => visit(coroutineOf(ts, self), { kind: 'field', name: 'cw_coroutine' }),
    tp_getattro: PyObject_GenericGetAttr,
    tp_iter: newref,
    tp_iternext: (ts, self) => gen_iternext(ts, coroutineOf(ts, self)),
  },
  methods: [
    {
      name: 'send',
      kind: 'O',
      call: (ts, self, argv) => gen_send_ex(ts, coroutineOf(ts, self), argAt(ts, argv, 0), false, false),
    },
    {
      name: 'throw',
      kind: 'FASTCALL',
      min: 1,
      max: 3,
      call(ts, self, argv, nargs) {
        const [type, value, tb] = [0, 1, 2].map((i) => (i < nargs ? argAt(ts, argv, i) : 0))
        return _gen_throw(ts, coroutineOf(ts, self), true, type, value, tb)
      },
    },
    { name: 'close', kind: 'NOARGS', call: (ts, self) => gen_close(ts, coroutineOf(ts, self)) },
  ],
}
