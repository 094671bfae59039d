// Python/traceback.c: traceback objects, one for each frame an exception passed through.

import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, newref, SETREF } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import { PyBaseExceptionObject, PyTracebackObject as T } from '../heap/structs.ts'
import type { Borrowed, Owned, TypeSlots } from '../heap/typeslots.ts'
import { PyErr_NoMemory } from './errors.ts'
import { PyObject_GenericGetAttr } from './genericattr.ts'
import { newInt } from './longobject.ts'
import type { TypeSpec } from './object.ts'

/** A traceback for one frame, before `next` (0 for none). `lasti`: index of the instruction. 0 with MemoryError. */
export function newTraceback(
  ts: ThreadState,
  next: Borrowed,
  frameObject: Borrowed,
  lasti: number,
  lineno: number,
): Owned {
  const o = allocate(ts, ts.types.traceback, T.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  if (next !== 0) newref(ts, next)
  ts.mem.store(o + T.tb_next, next)
  ts.mem.store(o + T.tb_frame, newref(ts, frameObject))
  ts.mem.store(o + T.tb_lasti, lasti)
  ts.mem.store(o + T.tb_lineno, lineno)
  track(ts.mem, o)
  return o
}

/** PyTraceBack_Here: puts a traceback for `frameObject` before those of the exception being raised. */
export function PyTraceBack_Here(ts: ThreadState, frameObject: Borrowed, lasti: number, lineno: number): void {
  const at = ts.mem.load(Tstate.current_exception) + PyBaseExceptionObject.traceback
  const o = newTraceback(ts, ts.mem.load(at), frameObject, lasti, lineno)
  if (o !== 0) SETREF(ts, at, o)
}

const slots: TypeSlots = {
  tp_dealloc(ts, self) {
    untrack(ts.mem, self)
    CLEAR(ts, self + T.tb_next)
    CLEAR(ts, self + T.tb_frame)
    freeObject(ts, self)
  },
  tp_traverse(ts, self, visit) {
    const next = ts.mem.load(self + T.tb_next)
    if (next !== 0) visit(next, { kind: 'field', name: 'tb_next' })
    const frame = ts.mem.load(self + T.tb_frame)
    if (frame !== 0) visit(frame, { kind: 'field', name: 'tb_frame' })
  },
  tp_clear(ts, self) {
    CLEAR(ts, self + T.tb_next)
    CLEAR(ts, self + T.tb_frame)
  },
  tp_getattro: PyObject_GenericGetAttr,
}

export const PyTraceBack_Type: TypeSpec = {
  name: 'traceback',
  basicsize: T.sizeof,
  flags: ['HAVE_GC', 'TRASHCAN'],
  slots,
  getset: [
    { name: 'tb_next', get: (ts, self) => newref(ts, ts.mem.load(self + T.tb_next) || ts.none) },
    { name: 'tb_frame', get: (ts, self) => newref(ts, ts.mem.load(self + T.tb_frame)) },
    { name: 'tb_lineno', get: (ts, self) => newInt(ts, ts.mem.load(self + T.tb_lineno)) },
  ],
}
