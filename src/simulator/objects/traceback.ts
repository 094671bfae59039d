// Python/traceback.c: traceback objects, one for each frame an exception passed through.

import { findOpcodes } from '../compiler/opcodes/index.ts'
import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import { Stop, type ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE, SETREF } from '../heap/refcount.ts'
import { InterpreterFrame, PyBaseExceptionObject, PyFrameObject, PyTracebackObject as T } from '../heap/structs.ts'
import type { Borrowed, Owned, TypeSlots } from '../heap/typeslots.ts'
import { PySequence_List } from './abstract.ts'
import { _PyArg_BadArgument, parseKeywords } from './call.ts'
import { codeOf } from './codeobject.ts'
import { PyErr_Format, PyErr_NoMemory, withRaisedAside } from './errors.ts'
import { PyObject_GenericGetAttr } from './genericattr.ts'
import { ssizeArgument } from './longnumber.ts'
import { newInt } from './longobject.ts'
import { type TypeSpec, typeName } from './object.ts'
import { PyTuple_FromArray } from './tupleobject.ts'
import { internStr } from './unicodestorage.ts'

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

/** PyException_GetTraceback: of an exception, borrowed; 0 for none, also where that was said by None. */
export function PyException_GetTraceback(ts: ThreadState, exception: Borrowed): Borrowed {
  const traceback = ts.mem.load(exception + PyBaseExceptionObject.traceback)
  return traceback === ts.none ? 0 : traceback
}

/**
 * PyTraceBack_Here: puts a traceback for a frame before those of the exception being raised. It is set aside meanwhile, so
 * that what is allocated here can make a collection due.
 */
export function PyTraceBack_Here(ts: ThreadState, frame: number, lasti: number, lineno: number): void {
  withRaisedAside(ts, (exception) => {
    const frameObject = ts.getFrameObject(frame)
    if (frameObject === 0) return
    const o = newTraceback(ts, PyException_GetTraceback(ts, exception), frameObject, lasti, lineno)
    if (o !== 0) SETREF(ts, exception + PyBaseExceptionObject.traceback, o)
  })
}

function hasCaches(ts: ThreadState, opname: string): boolean {
  return (findOpcodes(ts.profile.compiler.opcodes).byName.get(opname)?.caches ?? 0) > 0
}

/** tb_next_set: a traceback or None, and no ring. */
function setNext(ts: ThreadState, self: Borrowed, value: Borrowed): number {
  const refuse = (type: number, message: string) => {
    PyErr_Format(ts, type, message)
    return -1
  }
  if (value === 0) return refuse(ts.exc.TypeError, "can't delete tb_next attribute")
  if (value !== ts.none && Py_TYPE(ts, value) !== ts.types.traceback)
    return refuse(ts.exc.TypeError, `expected traceback object, got '${typeName(ts, value)}'`)
  const next = value === ts.none ? 0 : value
  for (let o = next; o !== 0; o = ts.mem.load(o + T.tb_next))
    if (o === self) return refuse(ts.exc.ValueError, 'traceback loop detected')
  SETREF(ts, self + T.tb_next, next === 0 ? 0 : newref(ts, next))
  return 0
}

/** tb_new */
function newFromParts(ts: ThreadState, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const name = ts.profile.tracebacks.constructorName
  const values = parseKeywords(ts, name, argv, nargs, kwnames, PARTS, PARTS.length)
  if (values === null) return 0
  const [next, frameObject] = values
  if (Py_TYPE(ts, frameObject) !== ts.types.frame)
    return _PyArg_BadArgument(ts, name, "argument 'tb_frame'", 'frame', frameObject)
  const lasti = ssizeArgument(ts, values[2])
  const lineno = lasti === null ? null : ssizeArgument(ts, values[3])
  if (lasti === null || lineno === null) return 0
  if (next !== ts.none && Py_TYPE(ts, next) !== ts.types.traceback)
    return PyErr_Format(ts, ts.exc.TypeError, `expected traceback object or None, got '${typeName(ts, next)}'`)
  const index = instructionsOf(ts, frameObject).findIndex(({ offset }) => offset === lasti)
  if (index < 0 && lasti >= 0)
    throw new Stop({ kind: 'unsupported', feature: 'a traceback whose `tb_lasti` is at no instruction' })
  return newTraceback(ts, next === ts.none ? 0 : next, frameObject, index, lineno)
}

const PARTS = ['tb_next', 'tb_frame', 'tb_lasti', 'tb_lineno']

function instructionsOf(ts: ThreadState, frameObject: Borrowed) {
  const frame = ts.mem.load(frameObject + PyFrameObject.f_frame)
  return codeOf(ts, ts.mem.load(frame + InterpreterFrame.f_executable)).instructions
}

const slots: TypeSlots = {
  tp_new: (ts, _type, argv, nargs, kwnames) => newFromParts(ts, argv, nargs, kwnames),
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

function tb_dir(ts: ThreadState): Owned {
  const names = ['tb_frame', 'tb_next', 'tb_lasti', 'tb_lineno'].map((name) => internStr(ts, name))
  const tuple = PyTuple_FromArray(ts, names)
  if (tuple === 0) return 0
  const list = PySequence_List(ts, tuple)
  DECREF(ts, tuple)
  return list
}

export const PyTraceBack_Type: TypeSpec = {
  name: 'traceback',
  basicsize: T.sizeof,
  flags: ['HAVE_GC', 'TRASHCAN'],
  slots,
  methods: [{ name: '__dir__', kind: 'NOARGS', call: tb_dir }],
  getset: [
    { name: 'tb_next', get: (ts, self) => newref(ts, ts.mem.load(self + T.tb_next) || ts.none), set: setNext },
    { name: 'tb_frame', get: (ts, self) => newref(ts, ts.mem.load(self + T.tb_frame)) },
    {
      name: 'tb_lasti',
      get(ts, self) {
        const at = instructionsOf(ts, ts.mem.load(self + T.tb_frame))[ts.mem.load(self + T.tb_lasti)]
        // A call that CPython makes without leaving its loop stands behind its caches there; which one does, it alone knows.
        if (
          ts.profile.frames.lastiBehindCaches &&
          ts.mem.load(self + T.tb_next) !== 0 &&
          at &&
          hasCaches(ts, at.opname)
        )
          throw new Stop({ kind: 'unsupported', feature: '`tb_lasti` of a frame that called another' })
        return newInt(ts, at?.offset ?? -1)
      },
    },
    { name: 'tb_lineno', get: (ts, self) => newInt(ts, ts.mem.load(self + T.tb_lineno)) },
  ],
}
