// Objects/genobject.c: what `athrow()` and `aclose()` of an asynchronous generator give.

import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref } from '../heap/refcount.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { isWrappedValue, unwrapValue, warnUnawaited } from './asyncgenobject.ts'
import { AWAITABLE, ag_closed, ag_running_async, async_gen_init_hooks, hasFlag, setFlag } from './asyncgenstate.ts'
import { argAt } from './call.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_NoMemory, PyErr_SetNone } from './errors.ts'
import { _gen_throw } from './genclose.ts'
import { PyObject_GenericGetAttr } from './genericattr.ts'
import { asIteration, FRAME_COMPLETED, frameState, gen_send_ex2 } from './gensend.ts'
import type { TypeSpec } from './object.ts'
import { PyObject_CallFinalizerFromDealloc } from './subtype.ts'
import { PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'

/** `agt_args`: what to throw; 0 for `aclose()`. */
const T = layout(PyObject.sizeof, [
  ['agt_gen', 'ptr'],
  ['agt_args', 'ptr'],
  ['agt_state', 'int'],
])

/** async_gen_athrow_new. */
export function newAthrow(ts: ThreadState, gen: Borrowed, args: Borrowed): Owned {
  if (async_gen_init_hooks(ts, gen) < 0) return 0
  const o = allocate(ts, ts.types.async_generator_athrow, ts.profile.layout.athrow)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.store(o + T.agt_gen, newref(ts, gen))
  ts.mem.store(o + T.agt_args, args === 0 ? 0 : newref(ts, args))
  ts.mem.store(o + T.agt_state, AWAITABLE.init)
  track(ts.mem, o)
  return o
}

function genOf(ts: ThreadState, self: Borrowed): Borrowed {
  return ts.mem.load(self + T.agt_gen)
}

function isClose(ts: ThreadState, self: Borrowed): boolean {
  return ts.mem.load(self + T.agt_args) === 0
}

function finish(ts: ThreadState, self: Borrowed): void {
  setFlag(ts, genOf(ts, self), ag_running_async, false)
  ts.mem.store(self + T.agt_state, AWAITABLE.closed)
}

function reused(ts: ThreadState): 0 {
  return PyErr_Format(ts, ts.exc.RuntimeError, 'cannot reuse already awaited aclose()/athrow()')
}

/** The generator yielded although it was asked to end. */
function ignoredExit(ts: ThreadState, self: Borrowed, yielded: Owned): 0 {
  finish(ts, self)
  DECREF(ts, yielded)
  return PyErr_Format(ts, ts.exc.RuntimeError, 'async generator ignored GeneratorExit')
}

/** The generator raised: the end of it is what `aclose()` waits for. */
function raised(ts: ThreadState, self: Borrowed): 0 {
  finish(ts, self)
  if (isClose(ts, self)) endOfClose(ts)
  return 0
}

function endOfClose(ts: ThreadState): void {
  if (!PyErr_ExceptionMatches(ts, ts.exc.StopAsyncIteration) && !PyErr_ExceptionMatches(ts, ts.exc.GeneratorExit))
    return
  PyErr_Clear(ts)
  PyErr_SetNone(ts, ts.exc.StopIteration)
}

/** Whether the generator waits for another one; with an exception where it does. */
function isRunning(ts: ThreadState, self: Borrowed): boolean {
  if (!hasFlag(ts, genOf(ts, self), ag_running_async)) return false
  ts.mem.store(self + T.agt_state, AWAITABLE.closed)
  const name = isClose(ts, self) ? 'aclose' : 'athrow'
  PyErr_Format(ts, ts.exc.RuntimeError, `${name}(): asynchronous generator is already running`)
  return true
}

function start(ts: ThreadState, self: Borrowed, arg: Borrowed): Owned {
  const gen = genOf(ts, self)
  const closing = isClose(ts, self)
  if (isRunning(ts, self)) return 0
  if (hasFlag(ts, gen, ag_closed)) {
    ts.mem.store(self + T.agt_state, AWAITABLE.closed)
    PyErr_SetNone(ts, ts.exc.StopAsyncIteration)
    return 0
  }
  if (arg !== ts.none)
    return PyErr_Format(ts, ts.exc.RuntimeError, "can't send non-None value to a just-started coroutine")
  ts.mem.store(self + T.agt_state, AWAITABLE.iter)
  setFlag(ts, gen, ag_running_async, true)
  let result: Owned
  if (closing) {
    setFlag(ts, gen, ag_closed, true)
    result = _gen_throw(ts, gen, false, ts.exc.GeneratorExit, 0, 0)
    if (result !== 0 && isWrappedValue(ts, result)) return ignoredExit(ts, self, result)
  } else {
    const args = ts.mem.load(self + T.agt_args)
    const item = (i: number) => (i < PyTuple_GET_SIZE(ts, args) ? PyTuple_GET_ITEM(ts, args, i) : 0)
    result = unwrapValue(ts, gen, _gen_throw(ts, gen, false, item(0), item(1), item(2)))
  }
  return result === 0 ? raised(ts, self) : result
}

function athrow_send(ts: ThreadState, self: Borrowed, arg: Borrowed): Owned {
  const gen = genOf(ts, self)
  const state = ts.mem.load(self + T.agt_state)
  if (state === AWAITABLE.closed) return reused(ts)
  if (frameState(ts, gen) >= FRAME_COMPLETED) {
    ts.mem.store(self + T.agt_state, AWAITABLE.closed)
    PyErr_SetNone(ts, ts.exc.StopIteration)
    return 0
  }
  if (state === AWAITABLE.init) return start(ts, self, arg)
  const result = asIteration(ts, gen, gen_send_ex2(ts, gen, arg, false, false))
  if (!isClose(ts, self)) return unwrapValue(ts, gen, result)
  if (result === 0) return raised(ts, self)
  return isWrappedValue(ts, result) ? ignoredExit(ts, self, result) : result
}

function athrow_throw(ts: ThreadState, self: Borrowed, args: readonly Borrowed[]): Owned {
  const gen = genOf(ts, self)
  const state = ts.mem.load(self + T.agt_state)
  if (state === AWAITABLE.closed) return reused(ts)
  const strict = ts.profile.coroutines.asendStrict
  if (strict && state === AWAITABLE.init) {
    if (isRunning(ts, self)) return 0
    ts.mem.store(self + T.agt_state, AWAITABLE.iter)
    setFlag(ts, gen, ag_running_async, true)
  }
  const thrown = _gen_throw(ts, gen, false, args[0], args[1] ?? 0, args[2] ?? 0)
  const closing = isClose(ts, self)
  if (closing && thrown !== 0 && isWrappedValue(ts, thrown)) return ignoredExit(ts, self, thrown)
  const result = closing ? thrown : unwrapValue(ts, gen, thrown)
  if (result !== 0) return result
  if (strict) finish(ts, self)
  if (closing) endOfClose(ts)
  return 0
}

export const _PyAsyncGenAThrow_Type: TypeSpec = {
  name: 'async_generator_athrow',
  basicsize: (profile) => profile.layout.athrow,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  slots: {
    tp_dealloc(ts, self) {
      if (PyObject_CallFinalizerFromDealloc(ts, self) < 0) return
      untrack(ts.mem, self)
      CLEAR(ts, self + T.agt_gen)
      CLEAR(ts, self + T.agt_args)
      freeObject(ts, self)
    },
    tp_traverse(ts, self, visit) {
      for (const [offset, name] of [
        [T.agt_gen, 'agt_gen'],
        [T.agt_args, 'agt_args'],
      ] as const) {
        const o = ts.mem.load(self + offset)
        if (o !== 0) visit(o, { kind: 'field', name })
      }
    },
    tp_finalize(ts, self) {
      if (ts.profile.coroutines.methodsWarn && ts.mem.load(self + T.agt_state) === AWAITABLE.init)
        warnUnawaited(ts, genOf(ts, self), isClose(ts, self) ? 'aclose' : 'athrow')
    },
    tp_getattro: PyObject_GenericGetAttr,
    tp_iter: newref,
    tp_iternext: (ts, self) => athrow_send(ts, self, ts.none),
  },
  methods: [
    { name: '__await__', kind: 'NOARGS', call: newref },
    { name: 'send', kind: 'O', call: (ts, self, argv) => athrow_send(ts, self, argAt(ts, argv, 0)) },
    {
      name: 'throw',
      kind: 'FASTCALL',
      min: 1,
      max: 3,
      call: (ts, self, argv, nargs) =>
        athrow_throw(
          ts,
          self,
          Array.from({ length: nargs }, (_, i) => argAt(ts, argv, i)),
        ),
    },
    {
      name: 'close',
      kind: 'NOARGS',
      call(ts, self) {
        ts.mem.store(self + T.agt_state, AWAITABLE.closed)
        return newref(ts, ts.none)
      },
    },
  ],
}
