// Objects/frameobject.c, _PyFrame_FastToLocals and _PyFrame_GetLocals: the variables of a frame as a dict. A module or class
// body has its namespace; a function's variables are copied into one.

import { CO_FAST_CELL, CO_FAST_FREE, CO_FAST_HIDDEN, CO_OPTIMIZED, type Code } from '../compiler/code.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { closeCell, DECREF, newref, Py_TYPE, SETREF } from '../heap/refcount.ts'
import { CELL } from '../heap/stackref.ts'
import { InterpreterFrame as F, PyCellObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { codeOf } from './codeobject.ts'
import { getItemText, PyDict_Copy, PyDict_DelItem, PyDict_New, PyDict_SetItem, setItemText } from './dictobject.ts'
import { internStr } from './unicodeobject.ts'

/** One variable of a function's frame: its name and the address of its cell on the frame. */
export interface FrameVariable {
  readonly name: string
  readonly address: number
  readonly kind: number
}

export function frameCode(ts: ThreadState, frame: number): Code {
  return codeOf(ts, ts.mem.load(frame + F.f_executable))
}

/** Whether a frame has a namespace of its own instead of fast locals. */
export function hasNamespace(ts: ThreadState, frame: number): boolean {
  return (frameCode(ts, frame).co_flags & CO_OPTIMIZED) === 0
}

/** The variables a frame shows, in order; hidden ones of inlined comprehensions are left out. */
export function frameVariables(ts: ThreadState, frame: number): FrameVariable[] {
  return allVariables(ts, frame).filter(({ kind }) => (kind & CO_FAST_HIDDEN) === 0)
}

function allVariables(ts: ThreadState, frame: number): FrameVariable[] {
  const { co_localsplusnames, co_localspluskinds } = frameCode(ts, frame)
  const variable = (name: string, i: number) => ({
    name,
    address: frame + F.sizeof + i * CELL,
    kind: co_localspluskinds[i],
  })
  return co_localsplusnames.map(variable)
}

/** The value of a variable, borrowed; 0 where it has none. */
export function variableValue(ts: ThreadState, variable: FrameVariable): Borrowed {
  const value = ts.mem.load(variable.address) & ~1
  // A cell variable holds its argument until MAKE_CELL has run.
  return inCell(ts, variable) ? ts.mem.load(value + PyCellObject.ob_ref) : value
}

/** Whether a variable lies in a cell. */
export function inCell(ts: ThreadState, { address, kind }: FrameVariable): boolean {
  const o = ts.mem.load(address) & ~1
  return o !== 0 && (kind & (CO_FAST_CELL | CO_FAST_FREE)) !== 0 && Py_TYPE(ts, o) === ts.types.cell
}

/** Gives a variable another value (borrowed). */
export function setVariable(ts: ThreadState, variable: FrameVariable, value: Borrowed): void {
  const { address } = variable
  const cell = ts.mem.load(address)
  const o = cell & ~1
  if (inCell(ts, variable)) {
    SETREF(ts, o + PyCellObject.ob_ref, newref(ts, value))
    return
  }
  ts.mem.store(address, newref(ts, value))
  closeCell(ts, cell)
}

/** Brings a dict up to date with the variables of a frame. 0 ok, -1 error. */
export function fillWithVariables(ts: ThreadState, frame: number, dict: Borrowed): number {
  for (const variable of frameVariables(ts, frame)) {
    const value = variableValue(ts, variable)
    const name = internStr(ts, variable.name)
    let status = 0
    if (value !== 0) status = PyDict_SetItem(ts, dict, name, value)
    else if (getItemText(ts, dict, variable.name) !== 0) status = PyDict_DelItem(ts, dict, name)
    DECREF(ts, name)
    if (status < 0) return -1
  }
  return 0
}

/** In a module or class body: the variables of the inlined comprehension that is running. */
function hiddenVariables(ts: ThreadState, frame: number): FrameVariable[] {
  return allVariables(ts, frame).filter((v) => (v.kind & CO_FAST_HIDDEN) !== 0 && variableValue(ts, v) !== 0)
}

/** A comprehension in a module or class body sees its own variables; up to 3.12 those of the body too. */
function insideComprehension(ts: ThreadState, namespace: Borrowed, hidden: readonly FrameVariable[]): Owned {
  const dict = ts.profile.frames.locals === 'kept' ? PyDict_Copy(ts, namespace) : PyDict_New(ts)
  if (dict === 0) return 0
  for (const variable of hidden) {
    if (setItemText(ts, dict, variable.name, variableValue(ts, variable)) === 0) continue
    DECREF(ts, dict)
    return 0
  }
  return dict
}

/**
 * What `locals()` gives for a frame. Up to 3.12 a function has one such dict, which is brought up to date and stays with the
 * frame; since 3.13 each call makes a new one. 0 with an exception.
 */
export function _PyFrame_GetLocals(ts: ThreadState, frame: number): Owned {
  const own = ts.mem.load(frame + F.f_locals)
  if (hasNamespace(ts, frame)) {
    if (own === 0) return PyDict_New(ts)
    const hidden = hiddenVariables(ts, frame)
    return hidden.length === 0 ? newref(ts, own) : insideComprehension(ts, own, hidden)
  }
  const kept = ts.profile.frames.locals === 'kept'
  let dict = kept ? own : 0
  if (dict === 0) {
    dict = PyDict_New(ts)
    if (dict === 0) return 0
    if (kept) ts.mem.store(frame + F.f_locals, dict)
  }
  if (fillWithVariables(ts, frame, dict) < 0) {
    if (!kept) DECREF(ts, dict)
    return 0
  }
  return kept ? newref(ts, dict) : dict
}
