// Python/bytecodes.c: `await`, `async for` and `async with`.

import { giveUpBeside, hold, holdMark, release } from '../../heap/objimpl.ts'
import { DECREF, newref, Py_TYPE } from '../../heap/refcount.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { newWrappedValue } from '../../objects/asyncgenobject.ts'
import { callOwned } from '../../objects/call.ts'
import { _PyCoro_GetAwaitableIter, hasAwait } from '../../objects/coroobject.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred, restore } from '../../objects/errors.ts'
import { _PyGen_yf } from '../../objects/genclose.ts'
import { formatFromCause } from '../../objects/gensend.ts'
import { PyType_IsSubtype, typeName } from '../../objects/object.ts'
import { callFound, lookupMaybeMethod } from '../../objects/slotcalls.ts'
import { lookupSpecial } from '../../objects/typeobject.ts'
import { contextManagerError } from '../contextmanager.ts'
import { ERROR, type Handler, type Machine, OK } from '../machine.ts'

/** Calls a special method without arguments; -1 without an exception where the type has none, 0 with one. */
function special(m: Machine, o: Borrowed, name: string): Owned {
  const ts = m.ts
  const method = lookupMaybeMethod(ts, o, name)
  if (method === 0) {
    if (PyErr_Occurred(ts) !== 0 && !PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) return 0
    PyErr_Clear(ts)
    return -1
  }
  return callFound(ts, method, [o])
}

function hasSpecial(m: Machine, o: Borrowed, name: string): boolean {
  const method = lookupSpecial(m.ts, o, name)
  if (method !== 0) DECREF(m.ts, method)
  return method !== 0
}

/** What is awaited for `async with`, by the argument of GET_AWAITABLE. */
const ASYNC_WITH = ['', '__aenter__', '__aexit__']

function getAwaitable(m: Machine, where: number): number {
  const ts = m.ts
  m.saveRegisters()
  const o = m.top(1)
  const iterator = _PyCoro_GetAwaitableIter(ts, o)
  if (iterator === 0 && where > 0 && PyErr_ExceptionMatches(ts, ts.exc.TypeError) && !hasAwait(ts, o)) {
    const message = `'async with' received an object from ${ASYNC_WITH[where]} that does not implement __await__: ${typeName(ts, o)}`
    PyErr_Clear(ts)
    PyErr_Format(ts, ts.exc.TypeError, message)
  }
  const status = m.replace(1, iterator)
  if (status !== OK || Py_TYPE(ts, iterator) !== ts.types.coroutine || _PyGen_yf(ts, iterator) === 0) return status
  m.drop(1)
  return PyErr_Format(ts, ts.exc.RuntimeError, 'coroutine is being awaited already') || ERROR
}

function getAiter(m: Machine): number {
  const ts = m.ts
  m.saveRegisters()
  const o = m.top(1)
  let iterator = special(m, o, '__aiter__')
  if (iterator < 0) {
    const message = `'async for' requires an object with __aiter__ method, got ${typeName(ts, o)}`
    iterator = PyErr_Format(ts, ts.exc.TypeError, message)
  }
  const status = m.replace(1, iterator)
  if (status === OK && !hasSpecial(m, iterator, '__anext__')) {
    const name = typeName(ts, iterator)
    m.drop(1)
    const message = `'async for' received an object from __aiter__ that does not implement __anext__: ${name}`
    return PyErr_Format(ts, ts.exc.TypeError, message) || ERROR
  }
  return status
}

function getAnext(m: Machine): number {
  const ts = m.ts
  m.saveRegisters()
  const iterator = m.top(1)
  const next = special(m, iterator, '__anext__')
  if (next < 0) {
    const message = `'async for' requires an iterator with __anext__ method, got ${typeName(ts, iterator)}`
    PyErr_Format(ts, ts.exc.TypeError, message)
    return ERROR
  }
  if (next === 0 || Py_TYPE(ts, iterator) === ts.types.async_generator) return m.pushResult(next)
  const mark = holdMark(ts)
  hold(ts, next)
  const awaitable = _PyCoro_GetAwaitableIter(ts, next)
  release(ts, mark)
  if (awaitable === 0)
    formatFromCause(
      ts,
      ts.exc.TypeError,
      `'async for' received an invalid object from __anext__: ${typeName(ts, next)}`,
    )
  giveUpBeside(ts, next, awaitable)
  return m.pushResult(awaitable)
}

export const coroutineHandlers: Record<string, Handler> = {
  GET_AWAITABLE: getAwaitable,
  GET_AITER: getAiter,
  GET_ANEXT: getAnext,
  /** The end of the iteration is caught here; anything else goes on. */
  END_ASYNC_FOR(m) {
    const ts = m.ts
    const exception = m.top(1)
    if (PyType_IsSubtype(ts, Py_TYPE(ts, exception), ts.exc.StopAsyncIteration)) {
      m.drop(2)
      return OK
    }
    restore(ts, newref(ts, exception))
    m.reraised = true
    return ERROR
  },
  /** Up to 3.13: `__aexit__` goes under what `__aenter__` gives, which is awaited next. */
  BEFORE_ASYNC_WITH(m) {
    const ts = m.ts
    const manager = m.top(1)
    const enter = lookupSpecial(ts, manager, '__aenter__')
    const exit = enter === 0 ? 0 : lookupSpecial(ts, manager, '__aexit__')
    if (exit === 0) {
      PyErr_Clear(ts)
      if (enter !== 0) DECREF(ts, enter)
      const missing = enter === 0 ? '__aenter__' : '__aexit__'
      PyErr_Format(ts, ts.exc.TypeError, contextManagerError(ts, manager, missing))
      return ERROR
    }
    const mark = holdMark(ts)
    hold(ts, enter)
    m.replace(1, exit)
    release(ts, mark)
    m.saveRegisters()
    return m.pushResult(callOwned(ts, enter))
  },
  /** 3.11; later an intrinsic. */
  ASYNC_GEN_WRAP(m) {
    return m.replace(1, newWrappedValue(m.ts, m.top(1)))
  },
}
