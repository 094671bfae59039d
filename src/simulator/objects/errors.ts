// Python/errors.c: the exception being raised, kept in the thread state. Natives set one and return 0 (or -1).

import { during, makeUncounted } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, INCREF, newref, SETREF, XDECREF } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import { PyBaseExceptionObject, PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'

/** The class of the exception being raised, or 0. */
export function PyErr_Occurred(ts: ThreadState): Borrowed {
  const exception = ts.mem.load(Tstate.current_exception)
  return exception === 0 ? 0 : ts.mem.load(exception + 8)
}

/** Raises `type(message)`; `type` is one of `ts.exc`. Returns 0, so that natives can `return PyErr_Format(...)`. */
export function PyErr_Format(ts: ThreadState, type: Borrowed, message: string): 0 {
  const text = ts.newStr(message)
  if (text === 0) return 0
  PyErr_SetObject(ts, type, text)
  DECREF(ts, text)
  return 0
}

/** Raises `type(value)`. `value` 0 means no argument. */
export function PyErr_SetObject(ts: ThreadState, type: Borrowed, value: Borrowed): void {
  const exception = ts.newException(type, value)
  if (exception !== 0) PyErr_SetRaisedException(ts, exception)
}

/** Raises without an argument. Where nothing is being handled that would be its context, it may be made late. */
export function PyErr_SetNone(ts: ThreadState, type: Borrowed): void {
  const late = ts.profile.tracebacks.madeWhenCaught && handledException(ts) === 0
  if (!late) PyErr_SetObject(ts, type, 0)
  else {
    const exception = makeUncounted(ts, () => ts.newException(type, 0))
    if (exception !== 0) PyErr_SetRaisedException(ts, exception)
  }
}

/** Takes an exception as the one being raised; the one being handled becomes its `__context__`. */
export function PyErr_SetRaisedException(ts: ThreadState, exception: Owned): void {
  setContext(ts, exception)
  restore(ts, exception)
}

/** Sets what is being raised (or nothing, 0) as it is. */
export function restore(ts: ThreadState, exception: Owned): void {
  const old = ts.mem.load(Tstate.current_exception)
  ts.mem.store(Tstate.current_exception, exception)
  XDECREF(ts, old)
}

/** Takes the exception being raised out of the thread state; 0 when there is none. */
export function PyErr_GetRaisedException(ts: ThreadState): Owned {
  const exception = ts.mem.load(Tstate.current_exception)
  ts.mem.store(Tstate.current_exception, 0)
  return exception
}

/**
 * Does something while the exception being raised is set aside: what is allocated meanwhile can make a collection due. An
 * exception that comes of it takes the other's place.
 */
export function withRaisedAside<T>(ts: ThreadState, work: (raised: Borrowed) => T): T {
  const raised = PyErr_GetRaisedException(ts)
  const result = during(ts, [raised], () => work(raised))
  if (PyErr_Occurred(ts) === 0) restore(ts, raised)
  else XDECREF(ts, raised)
  return result
}

/** Forgets the exception being raised. */
export function PyErr_Clear(ts: ThreadState): void {
  restore(ts, 0)
}

/** Whether the exception being raised is an instance of `type` (one of `ts.exc`). */
export function PyErr_ExceptionMatches(ts: ThreadState, type: Borrowed): boolean {
  let t = PyErr_Occurred(ts)
  for (; t !== 0; t = ts.mem.load(t + PyTypeObject.tp_base)) if (t === type) return true
  return false
}

/** MemoryError, as CPython raises when an allocation fails. */
export function PyErr_NoMemory(ts: ThreadState): 0 {
  PyErr_SetNone(ts, ts.exc.MemoryError)
  return 0
}

function setContext(ts: ThreadState, exception: Borrowed): void {
  const handled = handledException(ts)
  if (handled === 0 || handled === exception) return
  cutContexts(ts, handled, exception)
  INCREF(ts, handled)
  SETREF(ts, exception + PyBaseExceptionObject.context, handled)
}

/** A chain that would come back to this exception is cut where it does; one that is a circle already stays one. */
function cutContexts(ts: ThreadState, first: Borrowed, exception: Borrowed): void {
  const seen = new Set<Borrowed>()
  for (let o = first; o !== 0 && !seen.has(o); ) {
    const context = ts.mem.load(o + PyBaseExceptionObject.context)
    if (context === exception) {
      ts.mem.store(o + PyBaseExceptionObject.context, 0)
      DECREF(ts, context)
      return
    }
    seen.add(o)
    o = context
  }
}

/**
 * The exception being handled (`sys.exception()`), borrowed; 0 for none: the running generator's own, else that of whoever
 * resumed it (_PyErr_GetTopmostException).
 */
export function handledException(ts: ThreadState): Borrowed {
  for (let item = ts.mem.load(Tstate.exc_info); item !== 0; item = ts.mem.load(item + 8)) {
    const handled = ts.mem.load(item)
    if (handled !== 0 && handled !== ts.none) return handled
  }
  return 0
}

/** A new reference to the exception being raised, leaving it raised; 0 for none. */
export function peekRaised(ts: ThreadState): Owned {
  const exception = ts.mem.load(Tstate.current_exception)
  return exception === 0 ? 0 : newref(ts, exception)
}
