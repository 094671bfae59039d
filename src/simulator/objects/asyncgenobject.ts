// Objects/genobject.c: the asynchronous generator, and what `__anext__()` and `asend()` give: an awaitable that resumes it.

import { FreeList, freelistPop, freelistPush } from '../heap/freelist.ts'
import { clearFinalized, track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { PyGenObject as G, layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { AWAITABLE, ag_closed, ag_running_async, async_gen_init_hooks, setFlag } from './asyncgenstate.ts'
import { newAthrow } from './asyncgenthrow.ts'
import { newBool } from './boolobject.ts'
import { argAt } from './call.ts'
import {
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_Format,
  PyErr_NoMemory,
  PyErr_Occurred,
  PyErr_SetNone,
} from './errors.ts'
import { _gen_throw } from './genclose.ts'
import { PyObject_GenericGetAttr } from './genericattr.ts'
import { generatorAttributes, generatorSlots } from './genobject.ts'
import { _PyGen_SetStopIterationValue, asIteration, gen_send_ex2 } from './gensend.ts'
import type { MethodSpec, TypeSpec } from './object.ts'
import { PyObject_CallFinalizerFromDealloc } from './subtype.ts'
import { newTuple, PyTuple_SET_ITEM } from './tupleobject.ts'
import { textOf } from './unicodeobject.ts'
import { warnRuntime } from './warnings.ts'

/** What `yield` in an asynchronous generator gives to whoever resumed it: not an awaited value but one of its own. */
const Wrapped = layout(PyObject.sizeof, [['agw_val', 'ptr']])
const S = layout(PyObject.sizeof, [
  ['ags_gen', 'ptr'],
  ['ags_sendval', 'ptr'],
  ['ags_state', 'int'],
])

/** _PyAsyncGenValueWrapperNew. The value stays the caller's. */
export function newWrappedValue(ts: ThreadState, value: Borrowed): Owned {
  const o = freelistPop(ts, FreeList.async_gens) || allocate(ts, ts.types.async_generator_wrapped_value, Wrapped.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.store(o + Wrapped.agw_val, newref(ts, value))
  track(ts.mem, o)
  return o
}

/** Whether something a generator gave is a yielded value. */
export function isWrappedValue(ts: ThreadState, o: Borrowed): boolean {
  return Py_TYPE(ts, o) === ts.types.async_generator_wrapped_value
}

export const _PyAsyncGenWrappedValue_Type: TypeSpec = {
  name: 'async_generator_wrapped_value',
  basicsize: Wrapped.sizeof,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  slots: {
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      CLEAR(ts, self + Wrapped.agw_val)
      if (!freelistPush(ts, FreeList.async_gens, self)) freeObject(ts, self)
    },
    tp_traverse: (ts, self, visit) => visit(ts.mem.load(self + Wrapped.agw_val), { kind: 'field', name: 'agw_val' }),
  },
}

/** async_gen_unwrap_value: a yielded value ends the `await`, so it becomes StopIteration; anything else passes through. */
export function unwrapValue(ts: ThreadState, gen: Borrowed, result: Owned): Owned {
  if (result === 0) {
    if (PyErr_Occurred(ts) === 0) PyErr_SetNone(ts, ts.exc.StopAsyncIteration)
    const ended =
      PyErr_ExceptionMatches(ts, ts.exc.StopAsyncIteration) || PyErr_ExceptionMatches(ts, ts.exc.GeneratorExit)
    if (ended) setFlag(ts, gen, ag_closed, true)
    setFlag(ts, gen, ag_running_async, false)
    return 0
  }
  if (!isWrappedValue(ts, result)) return result
  _PyGen_SetStopIterationValue(ts, ts.mem.load(result + Wrapped.agw_val))
  DECREF(ts, result)
  setFlag(ts, gen, ag_running_async, false)
  return 0
}

function newAsend(ts: ThreadState, gen: Borrowed, value: Borrowed): Owned {
  if (async_gen_init_hooks(ts, gen) < 0) return 0
  const o = freelistPop(ts, FreeList.async_gen_asends) || allocate(ts, ts.types.async_generator_asend, S.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.store(o + S.ags_gen, newref(ts, gen))
  ts.mem.store(o + S.ags_sendval, value === 0 ? 0 : newref(ts, value))
  ts.mem.store(o + S.ags_state, AWAITABLE.init)
  track(ts.mem, o)
  return o
}

export const PyAsyncGen_Type: TypeSpec = {
  name: 'async_generator',
  basicsize: (profile) => profile.layout.generator,
  itemsize: 8,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  weaklistoffset: G.gi_weakreflist,
  slots: generatorSlots,
  methods: [
    { name: '__aiter__', kind: 'NOARGS', call: newref },
    { name: '__anext__', kind: 'NOARGS', call: (ts, self) => newAsend(ts, self, 0) },
    { name: 'asend', kind: 'O', call: (ts, self, argv) => newAsend(ts, self, argAt(ts, argv, 0)) },
    { name: 'aclose', kind: 'NOARGS', call: (ts, self) => newAthrow(ts, self, 0) },
    {
      name: 'athrow',
      kind: 'FASTCALL',
      min: 1,
      max: 3,
      call(ts, self, argv, nargs) {
        const args = newTuple(ts, nargs)
        if (args === 0) return 0
        for (let i = 0; i < nargs; i++) PyTuple_SET_ITEM(ts, args, i, newref(ts, argAt(ts, argv, i)))
        const o = newAthrow(ts, self, args)
        DECREF(ts, args)
        return o
      },
    },
  ],
  getset: [
    ...generatorAttributes('ag', 'ag_await').filter(({ name }) => name !== 'ag_running'),
    { name: 'ag_running', get: (ts, self) => newBool(ts, (ts.mem.load(self + G.gi_flags) & ag_running_async) !== 0) },
  ],
}

function genOf(ts: ThreadState, self: Borrowed): Borrowed {
  return ts.mem.load(self + S.ags_gen)
}

function stateOf(ts: ThreadState, self: Borrowed): number {
  return ts.mem.load(self + S.ags_state)
}

/** Begins the `await`; false with RuntimeError where it is over or the generator runs already. */
function begin(ts: ThreadState, self: Borrowed): boolean {
  if (stateOf(ts, self) === AWAITABLE.closed) {
    PyErr_Format(ts, ts.exc.RuntimeError, 'cannot reuse already awaited __anext__()/asend()')
    return false
  }
  if (stateOf(ts, self) !== AWAITABLE.init) return true
  if (ts.mem.load(genOf(ts, self) + G.gi_flags) & ag_running_async) {
    if (ts.profile.coroutines.asendStrict) ts.mem.store(self + S.ags_state, AWAITABLE.closed)
    PyErr_Format(ts, ts.exc.RuntimeError, 'anext(): asynchronous generator is already running')
    return false
  }
  return true
}

function asend_send(ts: ThreadState, self: Borrowed, given: Borrowed): Owned {
  if (!begin(ts, self)) return 0
  let arg = given
  if (stateOf(ts, self) === AWAITABLE.init) {
    if (arg === 0 || arg === ts.none) arg = ts.mem.load(self + S.ags_sendval)
    ts.mem.store(self + S.ags_state, AWAITABLE.iter)
  }
  const gen = genOf(ts, self)
  setFlag(ts, gen, ag_running_async, true)
  const result = unwrapValue(ts, gen, asIteration(ts, gen, gen_send_ex2(ts, gen, arg, false, false)))
  if (result === 0) ts.mem.store(self + S.ags_state, AWAITABLE.closed)
  return result
}

function asend_throw(ts: ThreadState, self: Borrowed, args: readonly Borrowed[]): Owned {
  const gen = genOf(ts, self)
  if (ts.profile.coroutines.asendStrict) {
    if (!begin(ts, self)) return 0
    if (stateOf(ts, self) === AWAITABLE.init) {
      ts.mem.store(self + S.ags_state, AWAITABLE.iter)
      setFlag(ts, gen, ag_running_async, true)
    }
  } else if (stateOf(ts, self) === AWAITABLE.closed)
    return PyErr_Format(ts, ts.exc.RuntimeError, 'cannot reuse already awaited __anext__()/asend()')
  const result = unwrapValue(ts, gen, _gen_throw(ts, gen, false, args[0], args[1] ?? 0, args[2] ?? 0))
  if (result === 0) ts.mem.store(self + S.ags_state, AWAITABLE.closed)
  return result
}

function asend_close(ts: ThreadState, self: Borrowed): Owned {
  if (!ts.profile.coroutines.asendStrict) {
    ts.mem.store(self + S.ags_state, AWAITABLE.closed)
    return newref(ts, ts.none)
  }
  if (stateOf(ts, self) === AWAITABLE.closed) return newref(ts, ts.none)
  const result = asend_throw(ts, self, [ts.exc.GeneratorExit])
  if (result !== 0) {
    DECREF(ts, result)
    return PyErr_Format(ts, ts.exc.RuntimeError, 'coroutine ignored GeneratorExit')
  }
  const { StopIteration, StopAsyncIteration, GeneratorExit } = ts.exc
  if (![StopIteration, StopAsyncIteration, GeneratorExit].some((type) => PyErr_ExceptionMatches(ts, type))) return 0
  PyErr_Clear(ts)
  return newref(ts, ts.none)
}

/** Warns of an awaitable that nobody awaited. */
export function warnUnawaited(ts: ThreadState, gen: Borrowed, method: string): void {
  const name = textOf(ts, ts.mem.load(gen + G.gi_qualname))
  warnRuntime(ts, `coroutine method '${method}' of '${name}' was never awaited`)
}

const methods: readonly MethodSpec[] = [
  { name: '__await__', kind: 'NOARGS', call: newref },
  { name: 'send', kind: 'O', call: (ts, self, argv) => asend_send(ts, self, argAt(ts, argv, 0)) },
  {
    name: 'throw',
    kind: 'FASTCALL',
    min: 1,
    max: 3,
    call: (ts, self, argv, nargs) =>
      asend_throw(
        ts,
        self,
        Array.from({ length: nargs }, (_, i) => argAt(ts, argv, i)),
      ),
  },
  { name: 'close', kind: 'NOARGS', call: asend_close },
]

export const _PyAsyncGenASend_Type: TypeSpec = {
  name: 'async_generator_asend',
  basicsize: S.sizeof,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  slots: {
    tp_dealloc(ts, self) {
      if (PyObject_CallFinalizerFromDealloc(ts, self) < 0) return
      untrack(ts.mem, self)
      CLEAR(ts, self + S.ags_gen)
      CLEAR(ts, self + S.ags_sendval)
      clearFinalized(ts.mem, self)
      if (!freelistPush(ts, FreeList.async_gen_asends, self)) freeObject(ts, self)
    },
    tp_traverse(ts, self, visit) {
      for (const [offset, name] of [
        [S.ags_gen, 'ags_gen'],
        [S.ags_sendval, 'ags_sendval'],
      ] as const) {
        const o = ts.mem.load(self + offset)
        if (o !== 0) visit(o, { kind: 'field', name })
      }
    },
    tp_finalize(ts, self) {
      if (ts.profile.coroutines.methodsWarn && stateOf(ts, self) === AWAITABLE.init)
        warnUnawaited(ts, genOf(ts, self), 'asend')
    },
    tp_getattro: PyObject_GenericGetAttr,
    tp_iter: newref,
    tp_iternext: (ts, self) => asend_send(ts, self, 0),
  },
  methods,
}
