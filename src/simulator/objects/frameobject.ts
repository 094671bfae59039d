// Objects/frameobject.c: the object through which Python sees a frame (tracebacks hold them).
// Left out: tracing (f_trace is always None).

import type { Instruction } from '../compiler/code.ts'
import { untrack } from '../heap/gchead.ts'
import { allocate, during, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, newref, slotsOf, XDECREF } from '../heap/refcount.ts'
import { CELL, untagged } from '../heap/stackref.ts'
import { InterpreterFrame as F, PyFrameObject } from '../heap/structs.ts'
import type { Borrowed, Owned, TypeSlots, Visit } from '../heap/typeslots.ts'
import { newBool } from './boolobject.ts'
import { codeOf } from './codeobject.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'
import { _PyFrame_GetLocals, hasNamespace } from './framelocals.ts'
import { newFrameLocalsProxy } from './framelocalsproxy.ts'
import { PyObject_GenericGetAttr } from './genericattr.ts'
import { FRAME_EXECUTING, frameState, generatorOf } from './gensend.ts'
import { newInt } from './longobject.ts'
import type { GetSetSpec, TypeSpec } from './object.ts'
import { refusedAttribute } from './refused.ts'
import { pointer } from './typenames.ts'
import { newStr } from './unicodeobject.ts'

/** Where in the object a frame that it owns is kept. */
export const FRAME_STORAGE = PyFrameObject.sizeof

/** A frame object for a frame on the data stack; not tracked while the frame runs. 0 with MemoryError. */
export function newFrameObject(ts: ThreadState, frame: number): Owned {
  const code = codeOf(ts, ts.mem.load(frame + F.f_executable))
  const cells = code.co_localsplusnames.length + code.co_stacksize
  const o = allocate(ts, ts.types.frame, ts.profile.layout.frameObject + cells * CELL)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.store(o + PyFrameObject.f_frame, frame)
  return o
}

function storageOf(ts: ThreadState, self: number): number {
  const frame = ts.mem.load(self + PyFrameObject.f_frame)
  return frame === self + FRAME_STORAGE ? frame : 0
}

/** _PyFrame_Traverse: what a frame that an object owns refers to. What it has borrowed is not its own. */
export function visitFrame(ts: ThreadState, frame: number, visit: Visit): void {
  const { mem } = ts
  const field = (offset: number, name: string) => {
    const o = untagged(mem.load(frame + offset))
    if (o !== 0) visit(o, { kind: 'field', name })
  }
  if (mem.load(frame + F.frame_obj) !== frame - FRAME_STORAGE) field(F.frame_obj, 'frame_obj')
  field(F.f_locals, 'f_locals')
  field(F.f_funcobj, 'f_funcobj')
  field(F.f_executable, 'f_code')
  const code = mem.load(frame + F.f_executable)
  const names = code === 0 ? [] : codeOf(ts, code).co_localsplusnames
  const end = mem.load(frame + F.stackpointer)
  for (let at = frame + F.sizeof, i = 0; at < end; at += CELL, i++) {
    const cell = mem.load(at)
    if (cell === 0 || (cell & 1) !== 0) continue
    visit(cell, i < names.length ? { kind: 'attribute', name: names[i] } : { kind: 'item', index: i })
  }
}

/** Gives up the variables. The function stays, the code too: the frame still says where it was. */
function frame_tp_clear(ts: ThreadState, self: Borrowed): void {
  CLEAR(ts, self + PyFrameObject.f_extra_locals)
  CLEAR(ts, self + PyFrameObject.f_overwritten_fast_locals)
  const storage = storageOf(ts, self)
  if (storage !== 0) ts.clearFrame(storage)
}

const slots: TypeSlots = {
  tp_dealloc(ts, self) {
    untrack(ts.mem, self)
    const storage = storageOf(ts, self)
    let code = 0
    if (storage !== 0) {
      code = ts.mem.load(storage + F.f_executable)
      CLEAR(ts, storage + F.f_funcobj)
      CLEAR(ts, storage + F.f_locals)
      ts.clearFrame(storage)
      ts.mem.store(storage + F.f_executable, 0)
    }
    during(ts, [code], () => {
      CLEAR(ts, self + PyFrameObject.f_back)
      CLEAR(ts, self + PyFrameObject.f_extra_locals)
      CLEAR(ts, self + PyFrameObject.f_overwritten_fast_locals)
    })
    XDECREF(ts, code)
    freeObject(ts, self)
  },
  tp_traverse(ts, self, visit) {
    const back = ts.mem.load(self + PyFrameObject.f_back)
    if (back !== 0) visit(back, { kind: 'field', name: 'f_back' })
    const extra = ts.mem.load(self + PyFrameObject.f_extra_locals)
    if (extra !== 0) visit(extra, { kind: 'field', name: 'f_extra_locals' })
    const overwritten = ts.mem.load(self + PyFrameObject.f_overwritten_fast_locals)
    if (overwritten !== 0) visit(overwritten, { kind: 'field', name: 'f_overwritten_fast_locals' })
    const storage = storageOf(ts, self)
    if (storage !== 0) visitFrame(ts, storage, visit)
  },
  tp_clear: frame_tp_clear,
  tp_repr(ts, self) {
    const code = codeOf(ts, ts.mem.load(frameOf(ts, self) + F.f_executable))
    const where = `file '${code.co_filename}', line ${lineOf(ts, frameOf(ts, self))}, code ${code.co_name}`
    return newStr(ts, `<frame at ${pointer(self)}, ${where}>`)
  },
  tp_getattro: PyObject_GenericGetAttr,
}

/** Who a frame's memory belongs to (`owner`). */
export const FRAME_OWNED_BY_THREAD = 0
export const FRAME_OWNED_BY_GENERATOR = 1
export const FRAME_OWNED_BY_FRAME_OBJECT = 2

function frameOf(ts: ThreadState, self: Borrowed): number {
  return ts.mem.load(self + PyFrameObject.f_frame)
}

/** Number of the instruction a frame is at: the one that runs, waits for a call, or ran last. */
export function instructionOf(ts: ThreadState, frame: number): number {
  return Math.max(0, ts.mem.load(frame + F.instr_ptr) - 1)
}

function currentInstruction(ts: ThreadState, frame: number): Instruction | undefined {
  return codeOf(ts, ts.mem.load(frame + F.f_executable)).instructions[instructionOf(ts, frame)]
}

/** PyFrame_GetLineNumber, of a frame of the machine: the line of the instruction it is at. */
export function lineOf(ts: ThreadState, frame: number): number {
  return currentInstruction(ts, frame)?.lineno ?? codeOf(ts, ts.mem.load(frame + F.f_executable)).co_firstlineno
}

/** Who called: the frame below while it runs, else the one noted when it was left. */
function back(ts: ThreadState, self: Borrowed): Owned {
  const noted = ts.mem.load(self + PyFrameObject.f_back)
  if (noted !== 0) return newref(ts, noted)
  const previous = ts.mem.load(frameOf(ts, self) + F.previous)
  if (previous === 0) return newref(ts, ts.none)
  const object = ts.getFrameObject(previous)
  return object === 0 ? 0 : newref(ts, object)
}

function locals(ts: ThreadState, self: Borrowed): Owned {
  const frame = frameOf(ts, self)
  if (ts.profile.frames.locals === 'fresh' && !hasNamespace(ts, frame)) return newFrameLocalsProxy(ts, self)
  return _PyFrame_GetLocals(ts, frame)
}

/** frame.clear(): gives up the variables of a frame that is over, or closes the generator it waits in. */
function clear(ts: ThreadState, self: Borrowed): Owned {
  const frame = frameOf(ts, self)
  const owner = ts.mem.load(frame + F.owner)
  if (owner === FRAME_OWNED_BY_THREAD) return PyErr_Format(ts, ts.exc.RuntimeError, 'cannot clear an executing frame')
  if (owner === FRAME_OWNED_BY_GENERATOR) {
    const gen = generatorOf(frame)
    if (frameState(ts, gen) === FRAME_EXECUTING)
      return PyErr_Format(ts, ts.exc.RuntimeError, 'cannot clear an executing frame')
    if (frameState(ts, gen) < FRAME_EXECUTING && ts.profile.generators.clearSuspended === 'refused')
      return PyErr_Format(ts, ts.exc.RuntimeError, 'cannot clear a suspended frame')
    slotsOf(ts, gen).tp_finalize?.(ts, gen)
  } else frame_tp_clear(ts, self)
  return newref(ts, ts.none)
}

function fromFrame(name: string, offset: number): GetSetSpec {
  return { name, get: (ts, self) => newref(ts, ts.mem.load(frameOf(ts, self) + offset) & ~1) }
}

function frame_sizeof(ts: ThreadState, self: Borrowed): number {
  const code = codeOf(ts, ts.mem.load(frameOf(ts, self) + F.f_executable))
  return ts.profile.layout.frameObject + (code.co_localsplusnames.length + code.co_stacksize) * CELL
}

export const PyFrame_Type: TypeSpec = {
  name: 'frame',
  basicsize: (profile) => profile.layout.frameObject,
  itemsize: CELL,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION', 'TRASHCAN'],
  slots: { ...slots, sizeof: frame_sizeof },
  methods: [{ name: 'clear', kind: 'NOARGS', call: clear }],
  getset: [
    { name: 'f_back', get: back },
    fromFrame('f_code', F.f_executable),
    fromFrame('f_globals', F.f_globals),
    fromFrame('f_builtins', F.f_builtins),
    { name: 'f_locals', get: locals },
    { name: 'f_lineno', get: (ts, self) => newInt(ts, lineOf(ts, frameOf(ts, self))) },
    { name: 'f_lasti', get: (ts, self) => newInt(ts, currentInstruction(ts, frameOf(ts, self))?.offset ?? -1) },
    { name: 'f_trace', get: (ts) => newref(ts, ts.none) },
    { name: 'f_generator', get: frame_generator },
    refusedSetting('f_trace_lines', true),
    refusedSetting('f_trace_opcodes', false),
  ],
}

function frame_generator(ts: ThreadState, self: Borrowed): Owned {
  const frame = frameOf(ts, self)
  const owned = ts.mem.load(frame + F.owner) === FRAME_OWNED_BY_GENERATOR
  return newref(ts, owned ? generatorOf(frame) : ts.none)
}

/** What tracing a frame is to do: only the start value is simulated. */
function refusedSetting(name: string, initial: boolean): GetSetSpec {
  const { get } = refusedAttribute('frame', name)
  return { name, get: (ts) => newBool(ts, initial), set: (ts, self) => get(ts, self) }
}
