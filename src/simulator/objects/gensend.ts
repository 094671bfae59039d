// Objects/genobject.c, gen_send_ex2: resuming the frame that a generator, coroutine or asynchronous generator owns, and
// what comes back: a yielded value, the returned one, or an exception.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, SETREF } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import { CELL } from '../heap/stackref.ts'
import { PyBaseExceptionObject as E, InterpreterFrame as F, PyGenObject as G } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { codeOf } from './codeobject.ts'
import {
  PyErr_ExceptionMatches,
  PyErr_Format,
  PyErr_GetRaisedException,
  PyErr_SetNone,
  PyErr_SetObject,
  PyErr_SetRaisedException,
  restore,
} from './errors.ts'
import { getField } from './exceptionfields.ts'

/** PyFrameState: where a generator's frame stands. */
export const FRAME_CREATED = -3
export const FRAME_SUSPENDED = -2
export const FRAME_EXECUTING = 0
export const FRAME_COMPLETED = 1
export const FRAME_CLEARED = 4

/** PySendResult. */
export const PYGEN_RETURN = 0
export const PYGEN_ERROR = -1
export const PYGEN_NEXT = 1

/** What resuming gave: `value` is owned, and 0 with an error or where a generator that was iterated is exhausted. */
export interface SendResult {
  readonly status: typeof PYGEN_RETURN | typeof PYGEN_ERROR | typeof PYGEN_NEXT
  readonly value: Owned
}

const FAILED: SendResult = { status: PYGEN_ERROR, value: 0 }

/** Where the frame stands (`gi_frame_state`). */
export function frameState(ts: ThreadState, gen: Borrowed): number {
  return ts.mem.load(gen + G.gi_frame_state)
}

export function setFrameState(ts: ThreadState, gen: Borrowed, state: number): void {
  ts.mem.store(gen + G.gi_frame_state, state)
}

/** The frame itself (`gi_iframe`). */
export function frameOf(gen: Borrowed): number {
  return gen + G.sizeof
}

/** The generator a frame stands in (_PyGen_GetGeneratorFromFrame). */
export function generatorOf(frame: number): Borrowed {
  return frame - G.sizeof
}

/** The code a generator runs. */
export function generatorCode(ts: ThreadState, gen: Borrowed) {
  return codeOf(ts, ts.mem.load(frameOf(gen) + F.f_executable))
}

/** What messages call it. */
export function kindName(ts: ThreadState, gen: Borrowed): 'generator' | 'coroutine' | 'async generator' {
  const type = Py_TYPE(ts, gen)
  if (type === ts.types.coroutine) return 'coroutine'
  return type === ts.types.async_generator ? 'async generator' : 'generator'
}

/** Py_TYPE(gen)->tp_as_async->am_send. `arg` 0: `next()`. */
export function PyGen_am_send(ts: ThreadState, gen: Borrowed, arg: Borrowed): SendResult {
  return gen_send_ex2(ts, gen, arg, false, false)
}

/**
 * Resumes a generator.
 * @param arg the value sent, 0 for `next()`
 * @param exc the exception being raised is raised where it waits
 * @param closing by `close()`: an exhausted coroutine is no error
 */
export function gen_send_ex2(
  ts: ThreadState,
  gen: Borrowed,
  arg: Borrowed,
  exc: boolean,
  closing: boolean,
): SendResult {
  const state = frameState(ts, gen)
  if (state === FRAME_CREATED && arg !== 0 && arg !== ts.none && !exc) {
    PyErr_Format(ts, ts.exc.TypeError, `can't send non-None value to a just-started ${kindName(ts, gen)}`)
    return FAILED
  }
  if (state === FRAME_EXECUTING) {
    PyErr_Format(ts, ts.exc.ValueError, `${kindName(ts, gen)} already executing`)
    return FAILED
  }
  if (state >= FRAME_COMPLETED) {
    if (Py_TYPE(ts, gen) === ts.types.coroutine && !closing)
      PyErr_Format(ts, ts.exc.RuntimeError, 'cannot reuse already awaited coroutine')
    else if (arg !== 0 && !exc) return { status: PYGEN_RETURN, value: newref(ts, ts.none) }
    return FAILED
  }
  return resume(ts, gen, newref(ts, arg === 0 ? ts.none : arg), exc, arg === 0)
}

/** As sending, for a generator that waits and a value that is given away. */
export function sendOwned(ts: ThreadState, gen: Borrowed, value: Owned): SendResult {
  return resume(ts, gen, value, false, false)
}

function resume(ts: ThreadState, gen: Borrowed, value: Owned, exc: boolean, iterated: boolean): SendResult {
  const mem = ts.mem
  const frame = frameOf(gen)
  const top = mem.load(frame + F.stackpointer)
  mem.store(top, value)
  mem.store(frame + F.stackpointer, top + CELL)
  mem.store(gen + G.previous_item, mem.load(Tstate.exc_info))
  mem.store(Tstate.exc_info, gen + G.exc_value)
  if (exc) chainOwnContext(ts, gen)
  setFrameState(ts, gen, FRAME_EXECUTING)
  const result = ts.resumeFrame(frame, exc)
  if (result !== 0) {
    if (frameState(ts, gen) === FRAME_SUSPENDED) return { status: PYGEN_NEXT, value: result }
    if (iterated && result === ts.none && Py_TYPE(ts, gen) !== ts.types.async_generator) {
      DECREF(ts, result)
      return { status: PYGEN_RETURN, value: 0 }
    }
    return { status: PYGEN_RETURN, value: result }
  }
  if (ts.profile.generators.stopIterationError === 'by-send') replaceStopIteration(ts, gen)
  return FAILED
}

/** _PyErr_ChainStackItem: what is thrown in has what the generator itself is handling as its context. */
function chainOwnContext(ts: ThreadState, gen: Borrowed): void {
  const handled = ts.mem.load(gen + G.exc_value)
  const raised = ts.mem.load(Tstate.current_exception)
  if (handled === 0 || handled === ts.none || raised === 0) return
  PyErr_SetRaisedException(ts, PyErr_GetRaisedException(ts))
}

/** A StopIteration that leaves the body would look like its end: up to 3.11 the caller replaces it, later the body itself. */
function replaceStopIteration(ts: ThreadState, gen: Borrowed): void {
  if (PyErr_ExceptionMatches(ts, ts.exc.StopIteration))
    formatFromCause(ts, ts.exc.RuntimeError, `${kindName(ts, gen)} raised StopIteration`)
  else if (Py_TYPE(ts, gen) === ts.types.async_generator && PyErr_ExceptionMatches(ts, ts.exc.StopAsyncIteration))
    formatFromCause(ts, ts.exc.RuntimeError, 'async generator raised StopAsyncIteration')
}

/** _PyErr_FormatFromCause: raises `type(message)` with the exception being raised as its cause and context. */
export function formatFromCause(ts: ThreadState, type: Borrowed, message: string): void {
  const cause = PyErr_GetRaisedException(ts)
  PyErr_Format(ts, type, message)
  const exception = ts.mem.load(Tstate.current_exception)
  ts.mem.store(exception + E.suppress_context, 1)
  SETREF(ts, exception + E.cause, newref(ts, cause))
  SETREF(ts, exception + E.context, cause)
}

/** Resuming as `next()`, `send()` and `throw()` report it: what is returned becomes StopIteration. 0 with an exception. */
export function gen_send_ex(ts: ThreadState, gen: Borrowed, arg: Borrowed, exc: boolean, closing: boolean): Owned {
  return asIteration(ts, gen, gen_send_ex2(ts, gen, arg, exc, closing))
}

/** A returned value as the StopIteration (or StopAsyncIteration) that carries it; a yielded one as it is. */
export function asIteration(ts: ThreadState, gen: Borrowed, { status, value }: SendResult): Owned {
  if (status !== PYGEN_RETURN) return value
  if (Py_TYPE(ts, gen) === ts.types.async_generator) PyErr_SetNone(ts, ts.exc.StopAsyncIteration)
  else if (value === ts.none) PyErr_SetNone(ts, ts.exc.StopIteration)
  else _PyGen_SetStopIterationValue(ts, value)
  DECREF(ts, value)
  return 0
}

/** tp_iternext: 0 without an exception where the generator ends with None. */
export function gen_iternext(ts: ThreadState, gen: Borrowed): Owned {
  const { status, value } = gen_send_ex2(ts, gen, 0, false, false)
  if (status !== PYGEN_RETURN) return value
  if (value !== 0) {
    if (value !== ts.none) _PyGen_SetStopIterationValue(ts, value)
    DECREF(ts, value)
  }
  return 0
}

/** Raises StopIteration(value). */
export function _PyGen_SetStopIterationValue(ts: ThreadState, value: Borrowed): void {
  if (ts.profile.generators.stopIterationChained) {
    PyErr_SetObject(ts, ts.exc.StopIteration, value)
    return
  }
  const exception = ts.newException(ts.exc.StopIteration, value)
  if (exception !== 0) restore(ts, exception)
}

/** Takes the value of the StopIteration being raised (None where nothing is raised), owned; 0 where something else is. */
export function _PyGen_FetchStopIterationValue(ts: ThreadState): Owned {
  if (ts.mem.load(Tstate.current_exception) === 0) return newref(ts, ts.none)
  if (!PyErr_ExceptionMatches(ts, ts.exc.StopIteration)) return 0
  const exception = PyErr_GetRaisedException(ts)
  const value = newref(ts, getField(ts, exception, 'value') || ts.none)
  DECREF(ts, exception)
  return value
}
