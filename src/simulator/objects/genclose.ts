// Objects/genobject.c: throwing into a generator, closing it, and the finalizer that closes one nobody holds any more.

import type { Instruction } from '../compiler/code.ts'
import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, SETREF } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import { CELL } from '../heap/stackref.ts'
import { PyBaseExceptionObject as E, InterpreterFrame as F, PyGenObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { ag_closed, hasFlag } from './asyncgenstate.ts'
import { PyExceptionClass_Check, PyExceptionInstance_Check } from './baseexception.ts'
import { callArgs, callNoArgs, callOneArg, callOwned } from './call.ts'
import {
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_Format,
  PyErr_GetRaisedException,
  PyErr_SetNone,
  restore,
} from './errors.ts'
import {
  _PyGen_FetchStopIterationValue,
  FRAME_CLEARED,
  FRAME_COMPLETED,
  FRAME_CREATED,
  FRAME_EXECUTING,
  FRAME_SUSPENDED,
  frameOf,
  frameState,
  gen_send_ex,
  generatorCode,
  kindName,
  setFrameState,
} from './gensend.ts'
import { PyType_IsSubtype, reprText, typeName } from './object.ts'
import { lookupAttribute } from './typelookup.ts'
import { textOf } from './unicodeobject.ts'
import { warnRuntime } from './warnings.ts'

/** What a generator is in the middle of a `yield from` or `await` of, borrowed; 0 for nothing (_PyGen_yf). */
export function _PyGen_yf(ts: ThreadState, gen: Borrowed): Borrowed {
  if (frameState(ts, gen) !== FRAME_SUSPENDED) return 0
  const resume = nextInstruction(ts, gen)
  if (resume?.opname !== 'RESUME' || (resume.oparg & RESUME_LOCATION) < RESUME_AFTER_YIELD_FROM) return 0
  const top = ts.mem.load(frameOf(gen) + F.stackpointer)
  return ts.mem.load(top - ts.profile.generators.iteratorDepth * CELL) & ~1
}

/** Where a RESUME stands: the two lowest bits of its argument. */
const RESUME_LOCATION = 3
const RESUME_AFTER_YIELD_FROM = 2

function nextInstruction(ts: ThreadState, gen: Borrowed): Instruction | undefined {
  return generatorCode(ts, gen).instructions[ts.mem.load(frameOf(gen) + F.instr_ptr)]
}

/** Whether only the handler that the compiler puts around every generator is around the `yield` it waits at. */
function needsNoThrow(ts: ThreadState, gen: Borrowed): boolean {
  if (!ts.profile.generators.closeShortcut) return false
  const resume = nextInstruction(ts, gen)
  return resume?.opname === 'RESUME' && (resume.oparg & ts.profile.compiler.resumeDepth1) !== 0
}

/** gen_close: GeneratorExit is raised where it waits. None (or, since 3.13, what it returns), 0 with an exception. */
export function gen_close(ts: ThreadState, gen: Borrowed): Owned {
  const { closeUnstarted, closeReturnsValue } = ts.profile.generators
  if (frameState(ts, gen) === FRAME_CREATED && closeUnstarted !== 'throws') {
    setFrameState(ts, gen, FRAME_COMPLETED)
    if (closeUnstarted === 'clears') gen_clear_frame(ts, gen)
    return newref(ts, ts.none)
  }
  if (frameState(ts, gen) >= FRAME_COMPLETED) return newref(ts, ts.none)
  const yf = _PyGen_yf(ts, gen)
  const failed = yf !== 0 && gen_close_iter_of(ts, gen, yf) < 0
  if (!failed && needsNoThrow(ts, gen)) {
    setFrameState(ts, gen, FRAME_COMPLETED)
    if (ts.profile.generators.shortcutClears === 'locals') ts.clearLocals(frameOf(gen))
    else gen_clear_frame(ts, gen)
    return newref(ts, ts.none)
  }
  if (!failed) PyErr_SetNone(ts, ts.exc.GeneratorExit)
  const value = gen_send_ex(ts, gen, ts.none, true, true)
  if (value !== 0) {
    DECREF(ts, value)
    return PyErr_Format(ts, ts.exc.RuntimeError, `${kindName(ts, gen)} ignored GeneratorExit`)
  }
  if (PyErr_ExceptionMatches(ts, ts.exc.GeneratorExit)) {
    PyErr_Clear(ts)
    return newref(ts, ts.none)
  }
  if (!PyErr_ExceptionMatches(ts, ts.exc.StopIteration)) return 0
  if (closeReturnsValue) return _PyGen_FetchStopIterationValue(ts)
  PyErr_Clear(ts)
  return newref(ts, ts.none)
}

/** Closes what a generator waits for; meanwhile the generator counts as running. -1 with an exception. */
function gen_close_iter_of(ts: ThreadState, gen: Borrowed, yf: Borrowed): number {
  newref(ts, yf)
  const mark = holdMark(ts)
  hold(ts, yf)
  const state = frameState(ts, gen)
  setFrameState(ts, gen, FRAME_EXECUTING)
  const status = gen_close_iter(ts, yf)
  setFrameState(ts, gen, state)
  release(ts, mark)
  DECREF(ts, yf)
  return status
}

function gen_close_iter(ts: ThreadState, yf: Borrowed): number {
  let result: Owned
  if (isGenerator(ts, yf)) result = gen_close(ts, yf)
  else {
    const close = lookupAttribute(ts, yf, 'close')
    if (close === 0) {
      if (ts.mem.load(Tstate.current_exception) !== 0) ts.writeUnraisable(yf)
      return 0
    }
    result = callOwned(ts, close)
  }
  if (result === 0) return -1
  DECREF(ts, result)
  return 0
}

/** PyGen_CheckExact or PyCoro_CheckExact. */
export function isGenerator(ts: ThreadState, o: Borrowed): boolean {
  return Py_TYPE(ts, o) === ts.types.generator || Py_TYPE(ts, o) === ts.types.coroutine
}

/** Gives up the frame of a generator that will not run again. */
export function gen_clear_frame(ts: ThreadState, gen: Borrowed): void {
  if (frameState(ts, gen) === FRAME_CLEARED) return
  setFrameState(ts, gen, FRAME_CLEARED)
  ts.mem.store(frameOf(gen) + F.previous, 0)
  ts.clearFrame(frameOf(gen))
}

/**
 * gen_throw: raises an exception where the generator waits; what it waits for itself is asked first.
 * @param type a class or an instance; `value` and `tb` may be 0
 */
export function _gen_throw(
  ts: ThreadState,
  gen: Borrowed,
  closeOnExit: boolean,
  type: Borrowed,
  value: Borrowed,
  tb: Borrowed,
): Owned {
  const yf = _PyGen_yf(ts, gen)
  if (yf === 0) return throwHere(ts, gen, type, value, tb)
  if (closeOnExit && isGeneratorExit(ts, type)) {
    if (gen_close_iter_of(ts, gen, yf) < 0) return gen_send_ex(ts, gen, ts.none, true, false)
    return throwHere(ts, gen, type, value, tb)
  }
  const method = isGenerator(ts, yf) ? 0 : lookupAttribute(ts, yf, 'throw')
  if (method === 0 && !isGenerator(ts, yf)) {
    return ts.mem.load(Tstate.current_exception) !== 0 ? 0 : throwHere(ts, gen, type, value, tb)
  }
  newref(ts, yf)
  const mark = holdMark(ts)
  hold(ts, yf)
  hold(ts, method)
  const result = linked(ts, gen, () =>
    method === 0
      ? _gen_throw(ts, yf, closeOnExit, type, value, tb)
      : callArgs(
          ts,
          method,
          [type, value, tb].filter((o) => o !== 0),
        ),
  )
  release(ts, mark)
  if (method !== 0) DECREF(ts, method)
  DECREF(ts, yf)
  if (result !== 0) return result
  if (ts.profile.generators.throwSkipsSend) return leaveSend(ts, gen)
  return gen_send_ex(ts, gen, ts.none, true, false)
}

/** Up to 3.11: the iterator has ended, so it leaves the stack, and the generator goes on behind the SEND. */
function leaveSend(ts: ThreadState, gen: Borrowed): Owned {
  const { mem } = ts
  const frame = frameOf(gen)
  const top = mem.load(frame + F.stackpointer) - CELL
  mem.store(frame + F.stackpointer, top)
  DECREF(ts, mem.load(top))
  const { instructions } = generatorCode(ts, gen)
  let at = mem.load(frame + F.instr_ptr)
  while (instructions[at].opname !== 'SEND') at--
  mem.store(frame + F.instr_ptr, instructions[at].target)
  const value = _PyGen_FetchStopIterationValue(ts)
  if (value === 0) return gen_send_ex(ts, gen, ts.none, true, false)
  const result = gen_send_ex(ts, gen, value, false, false)
  DECREF(ts, value)
  return result
}

/** Runs `call` with the generator's frame on the stack, so that tracebacks and `f_back` show it. */
function linked(ts: ThreadState, gen: Borrowed, call: () => Owned): Owned {
  const { mem } = ts
  const frame = frameOf(gen)
  const previous = mem.load(Tstate.current_frame)
  const state = frameState(ts, gen)
  mem.store(frame + F.previous, previous)
  mem.store(Tstate.current_frame, frame)
  setFrameState(ts, gen, FRAME_EXECUTING)
  const result = call()
  setFrameState(ts, gen, state)
  mem.store(Tstate.current_frame, previous)
  mem.store(frame + F.previous, 0)
  return result
}

function isGeneratorExit(ts: ThreadState, type: Borrowed): boolean {
  const cls = PyExceptionInstance_Check(ts, type) ? Py_TYPE(ts, type) : type
  return PyExceptionClass_Check(ts, cls) && PyType_IsSubtype(ts, cls, ts.exc.GeneratorExit)
}

function throwHere(ts: ThreadState, gen: Borrowed, type: Borrowed, value: Borrowed, given: Borrowed): Owned {
  const tb = given === ts.none ? 0 : given
  if (tb !== 0 && Py_TYPE(ts, tb) !== ts.types.traceback)
    return PyErr_Format(ts, ts.exc.TypeError, 'throw() third argument must be a traceback object')
  let exception: Owned
  if (PyExceptionClass_Check(ts, type)) exception = normalized(ts, type, value)
  else if (!PyExceptionInstance_Check(ts, type)) {
    const message = `exceptions must be classes or instances deriving from BaseException, not ${typeName(ts, type)}`
    return PyErr_Format(ts, ts.exc.TypeError, message)
  } else if (value !== 0 && value !== ts.none)
    return PyErr_Format(ts, ts.exc.TypeError, 'instance exception may not have a separate value')
  else exception = newref(ts, type)
  if (exception !== 0) {
    if (tb !== 0) SETREF(ts, exception + E.traceback, newref(ts, tb))
    restore(ts, exception)
  }
  return gen_send_ex(ts, gen, ts.none, true, false)
}

/** PyErr_NormalizeException: an instance of the class, from a value that may be one already. */
function normalized(ts: ThreadState, type: Borrowed, value: Borrowed): Owned {
  if (value !== 0 && PyExceptionInstance_Check(ts, value) && PyType_IsSubtype(ts, Py_TYPE(ts, value), type))
    return newref(ts, value)
  const made = value === 0 || value === ts.none ? callNoArgs(ts, type) : ts.newException(type, value)
  if (made === 0 || PyExceptionInstance_Check(ts, made)) return made
  const what = `calling ${reprText(ts, type)} should have returned an instance of BaseException, not ${typeName(ts, made)}`
  DECREF(ts, made)
  return PyErr_Format(ts, ts.exc.TypeError, what)
}

/** _PyGen_Finalize: a generator that waits is closed. */
export function _PyGen_Finalize(ts: ThreadState, gen: Borrowed): void {
  if (frameState(ts, gen) >= FRAME_COMPLETED) return
  const raised = PyErr_GetRaisedException(ts)
  const mark = holdMark(ts)
  hold(ts, raised)
  if (frameState(ts, gen) === FRAME_CREATED && Py_TYPE(ts, gen) === ts.types.coroutine) {
    const name = textOf(ts, ts.mem.load(gen + PyGenObject.gi_qualname))
    warnRuntime(ts, `coroutine '${name}' was never awaited`)
    release(ts, mark)
    restore(ts, raised)
    return
  }
  const asynchronous = Py_TYPE(ts, gen) === ts.types.async_generator
  const hook = asynchronous && !hasFlag(ts, gen, ag_closed) ? ts.mem.load(gen + PyGenObject.gi_origin_or_finalizer) : 0
  const result = hook === 0 ? gen_close(ts, gen) : callOneArg(ts, hook, gen)
  if (result !== 0) DECREF(ts, result)
  else if (ts.mem.load(Tstate.current_exception) !== 0) ts.writeUnraisable(gen, 'closing generator')
  release(ts, mark)
  restore(ts, raised)
}
