// Python/frame.c: frames on the data stack, and what becomes of one when it is left.

import { track } from '../heap/gchead.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, closeCell, DECREF, INCREF, Py_REFCNT, stealCell, XDECREF } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import { CELL } from '../heap/stackref.ts'
import { InterpreterFrame as F, PyCodeObject, PyFrameObject, PyFunctionObject, PyGenObject } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { codeOf } from '../objects/codeobject.ts'
import { withRaisedAside } from '../objects/errors.ts'
import {
  FRAME_OWNED_BY_FRAME_OBJECT,
  FRAME_OWNED_BY_GENERATOR,
  FRAME_OWNED_BY_THREAD,
  FRAME_STORAGE,
  newFrameObject,
} from '../objects/frameobject.ts'
import { FRAME_CLEARED, FRAME_CREATED, frameOf, generatorOf, setFrameState } from '../objects/gensend.ts'

/** Bits of `flags`: returning from it leaves the evaluation loop; it is the shim around a specialised `__init__`. */
export const FRAME_ENTRY = 1
export const FRAME_INIT_SHIM = 2
/** Below it lie the callable, the arguments and the keywords it was called with (calltuple.ts). */
export const FRAME_STAR_CALL = 4

/** First cell of a frame: locals, cells and free variables; the value stack follows them. */
export function localsplus(frame: number): number {
  return frame + F.sizeof
}

/**
 * _PyThreadState_PushFrame: room for a frame of `func`, whose reference is stolen (a stack cell, so it may be borrowed);
 * its locals are empty. It becomes the current frame only in `enterFrame`.
 * @returns 0 with RecursionError or MemoryError
 */
export function pushFrame(ts: ThreadState, funcCell: number, locals: Borrowed): number {
  const mem = ts.mem
  const func = funcCell & ~1
  const code = mem.load(func + PyFunctionObject.func_code)
  const { co_localsplusnames, co_stacksize } = codeOf(ts, code)
  const frame = mem.load(Tstate.datastack_top)
  const top = frame + F.sizeof + (co_localsplusnames.length + co_stacksize) * CELL
  if (top > mem.load(Tstate.datastack_limit)) {
    ts.recursionError('')
    return 0
  }
  mem.store(Tstate.datastack_top, top)
  INCREF(ts, code)
  mem.store(frame + F.f_executable, code)
  mem.store(frame + F.previous, mem.load(Tstate.current_frame))
  mem.store(frame + F.f_funcobj, funcCell)
  mem.store(frame + F.f_globals, mem.load(func + PyFunctionObject.func_globals))
  mem.store(frame + F.f_builtins, mem.load(func + PyFunctionObject.func_builtins))
  if (locals !== 0) INCREF(ts, locals)
  mem.store(frame + F.f_locals, locals)
  mem.store(frame + F.frame_obj, 0)
  mem.store(frame + F.instr_ptr, 0)
  mem.store(frame + F.owner, FRAME_OWNED_BY_THREAD)
  mem.storeUnseen(frame + F.prev_line, -1)
  mem.store(frame + F.flags, 0)
  mem.store(frame + F.return_value, 0)
  const cells = localsplus(frame)
  for (let i = 0; i < co_localsplusnames.length; i++) mem.store(cells + i * CELL, 0)
  mem.store(frame + F.stackpointer, cells + co_localsplusnames.length * CELL)
  return frame
}

/**
 * _PyEval_FrameClearAndPop: gives up everything a frame owns, unless its frame object lives on, which then takes it all.
 * The caller has made `previous` the current frame already.
 */
export function clearAndPopFrame(ts: ThreadState, frame: number): void {
  if (ts.mem.load(frame + F.owner) === FRAME_OWNED_BY_GENERATOR) {
    clearGeneratorFrame(ts, frame)
    return
  }
  if (clearExceptCode(ts, frame)) CLEAR(ts, frame + F.f_executable)
  ts.mem.store(Tstate.datastack_top, frame)
}

/**
 * _PyFrame_ClearExceptCode. The code stays with a frame that is cleared, and goes to a frame object that lives on.
 * @returns whether the frame still owns its code
 */
function clearExceptCode(ts: ThreadState, frame: number): boolean {
  const mem = ts.mem
  const frameObject = mem.load(frame + F.frame_obj)
  if (frameObject !== 0) {
    mem.store(frame + F.frame_obj, 0)
    if (Py_REFCNT(ts, frameObject) > 1) {
      takeOwnership(ts, frameObject, frame)
      DECREF(ts, frameObject)
      return false
    }
    DECREF(ts, frameObject)
  }
  asCleared(ts, localsplus(frame), () => {
    clearLocals(ts, frame)
    const func = mem.load(frame + F.f_funcobj)
    mem.store(frame + F.f_funcobj, 0)
    closeCell(ts, func)
  })
  return true
}

/**
 * Runs `work`, which gives up what a frame that is not current owns: a finalizer that runs meanwhile still finds the rest.
 * `previous` links such frames.
 * @param cells where the frame's locals begin
 */
export function asCleared(ts: ThreadState, cells: number, work: () => void): void {
  const { mem } = ts
  const frame = cells - F.sizeof
  mem.store(frame + F.previous, mem.load(Tstate.clearing_frame))
  mem.store(Tstate.clearing_frame, frame)
  work()
  mem.store(Tstate.clearing_frame, mem.load(frame + F.previous))
  mem.store(frame + F.previous, 0)
}

/** clear_gen_frame: a generator's body has ended; the generator itself keeps the code. */
function clearGeneratorFrame(ts: ThreadState, frame: number): void {
  const { mem } = ts
  const gen = generatorOf(frame)
  setFrameState(ts, gen, FRAME_CLEARED)
  mem.store(Tstate.exc_info, mem.load(gen + PyGenObject.previous_item))
  mem.store(gen + PyGenObject.previous_item, 0)
  if (ts.profile.generators.forgetsCallerFirst) mem.store(frame + F.previous, 0)
  if (ts.profile.generators.exceptionClearedFirst) CLEAR(ts, gen + PyGenObject.exc_value)
  clearAbandonedFrame(ts, frame)
  CLEAR(ts, gen + PyGenObject.exc_value)
  mem.store(frame + F.previous, 0)
}

/** Gives up what a frame that nobody runs any more holds: a frame object's, or a generator's. */
export function clearAbandonedFrame(ts: ThreadState, frame: number): void {
  if (ts.mem.load(frame + F.owner) === FRAME_OWNED_BY_FRAME_OBJECT) clearOwnedFrame(ts, frame)
  else {
    if (!clearExceptCode(ts, frame)) INCREF(ts, ts.mem.load(frame + F.f_executable))
    // One of its two references to the code is left.
    CLEAR(ts, generatorOf(frame) + PyGenObject.gi_code)
  }
}

/**
 * _PyFrame_Copy into a generator just made: the frame moves, with everything it owns. What it only borrowed is owned from
 * here on.
 */
export function moveToGenerator(ts: ThreadState, frame: number, gen: Borrowed): void {
  const { mem } = ts
  const to = frameOf(gen)
  mem.copy(to, frame, F.sizeof)
  const from = localsplus(frame)
  const size = mem.load(frame + F.stackpointer) - from
  for (let i = 0; i < size; i += CELL) mem.store(localsplus(to) + i, heapSafe(ts, mem.load(from + i)))
  mem.store(to + F.f_funcobj, stealCell(ts, mem.load(frame + F.f_funcobj)))
  mem.store(to + F.stackpointer, localsplus(to) + size)
  mem.store(to + F.previous, 0)
  mem.store(to + F.owner, FRAME_OWNED_BY_GENERATOR)
  mem.store(to + F.flags, 0)
  const frameObject = mem.load(frame + F.frame_obj)
  if (frameObject !== 0) mem.store(frameObject + PyFrameObject.f_frame, to)
  setFrameState(ts, gen, FRAME_CREATED)
  mem.store(Tstate.datastack_top, frame)
}

/** A cell that does not depend on anybody else's reference; a number stays one. */
function heapSafe(ts: ThreadState, cell: number): number {
  return (cell & 3) === 3 ? cell : stealCell(ts, cell)
}

/** Empties cells in the order the version gives up a frame's locals. */
export function clearCells(ts: ThreadState, from: number, to: number): void {
  const descending = ts.profile.frames.clearOrder === 'descending'
  for (let i = 0; i < to - from; i += CELL) {
    const at = descending ? to - CELL - i : from + i
    const cell = ts.mem.load(at)
    if (cell === 0) continue
    ts.mem.store(at, 0)
    closeCell(ts, cell)
  }
}

/** The frame object of a running frame, borrowed from it; made when first asked for, whatever is being raised. 0 with MemoryError. */
export function getFrameObject(ts: ThreadState, frame: number): Borrowed {
  const existing = ts.mem.load(frame + F.frame_obj)
  if (existing !== 0) return existing
  const object = withRaisedAside(ts, () => newFrameObject(ts, frame))
  if (object === 0) return 0
  ts.mem.store(frame + F.frame_obj, object)
  return object
}

/** take_ownership: the frame object outlives the frame, so it gets its contents. */
function takeOwnership(ts: ThreadState, object: number, frame: number): void {
  const mem = ts.mem
  const storage = object + FRAME_STORAGE
  mem.copy(storage, frame, F.sizeof)
  const from = localsplus(frame)
  const to = localsplus(storage)
  const size = mem.load(frame + F.stackpointer) - from
  // What the frame only borrowed must be owned from here on.
  for (let i = 0; i < size; i += CELL) mem.store(to + i, heapSafe(ts, mem.load(from + i)))
  mem.store(storage + F.f_funcobj, stealCell(ts, mem.load(frame + F.f_funcobj)))
  mem.store(storage + F.stackpointer, to + size)
  mem.store(storage + F.owner, FRAME_OWNED_BY_FRAME_OBJECT)
  mem.store(storage + F.frame_obj, object)
  mem.store(object + PyFrameObject.f_frame, storage)
  const previous = mem.load(frame + F.previous)
  mem.store(storage + F.previous, 0)
  if (previous !== 0) {
    const back = getFrameObject(ts, previous)
    if (back !== 0) {
      INCREF(ts, back)
      mem.store(object + PyFrameObject.f_back, back)
    }
  }
  track(mem, object)
}

/** Gives up the variables of an owned frame (frame_dealloc, frame_tp_clear); a dict that is kept of them stays. */
function clearOwnedFrame(ts: ThreadState, storage: number): void {
  clearCells(ts, localsplus(storage), ts.mem.load(storage + F.stackpointer))
  ts.mem.store(storage + F.stackpointer, localsplus(storage))
  if (ts.profile.frames.locals === 'fresh') CLEAR(ts, storage + F.f_locals)
}

/** _PyFrame_ClearLocals: the variables and the stack go, the function and the code stay. */
export function clearLocals(ts: ThreadState, frame: number): void {
  clearCells(ts, localsplus(frame), ts.mem.load(frame + F.stackpointer))
  ts.mem.store(frame + F.stackpointer, localsplus(frame))
  CLEAR(ts, frame + F.f_locals)
}

/** The line of the instruction a frame's pointer stands at, which runs next; `lineOf` (frameobject.ts) is that of the one before. */
export function frameLine(ts: ThreadState, frame: number): number {
  const code = codeOf(ts, ts.mem.load(frame + F.f_executable))
  return code.instructions[ts.mem.load(frame + F.instr_ptr)]?.lineno ?? code.co_firstlineno
}

/** Releases the code of an owned frame; last, since the layout is read from it. */
export function releaseCode(ts: ThreadState, storage: number): void {
  const code = ts.mem.load(storage + F.f_executable)
  ts.mem.store(storage + F.f_executable, 0)
  XDECREF(ts, code)
}

/** The code object of a function. */
export function codeOfFunction(ts: ThreadState, func: Borrowed) {
  return codeOf(ts, ts.mem.load(func + PyFunctionObject.func_code))
}

/** The address of the code object's items is needed so often that it has a name. */
export const CO_CONSTS = PyCodeObject.co_consts
