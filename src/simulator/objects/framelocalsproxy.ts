// Objects/frameobject.c, FrameLocalsProxy: what `frame.f_locals` is for a function since 3.13: a mapping that reads and
// writes the variables themselves. Names that are no variables go into a dict that the frame object keeps.

import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject, whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, SETREF } from '../heap/refcount.ts'
import { layout, PyFrameObject, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyObject_GetItem, PyObject_GetIter, PyObject_SetItem, PySequence_Contains } from './abstract.ts'
import { PyObject_Vectorcall } from './call.ts'
import { PyDict_GET_SIZE, PyDict_New, PyDict_Update } from './dictobject.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'
import {
  type FrameVariable,
  fillWithVariables,
  frameVariables,
  inCell,
  setVariable,
  variableValue,
} from './framelocals.ts'
import { getAttributeText, PyObject_GenericGetAttr } from './genericattr.ts'
import { type MethodSpec, PyObject_Repr, PyObject_RichCompare, PyUnicode_Check, type TypeSpec } from './object.ts'
import { newTuple, PyTuple_GET_ITEM, PyTuple_GET_SIZE, PyTuple_SET_ITEM, trackTuple } from './tupleobject.ts'
import { textOf } from './unicodeobject.ts'

const P = layout(PyObject.sizeof, [['frame', 'ptr']])

/** A proxy for the variables of a frame object. */
export function newFrameLocalsProxy(ts: ThreadState, frameObject: Borrowed): Owned {
  const o = allocate(ts, ts.types.FrameLocalsProxy, P.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.store(o + P.frame, newref(ts, frameObject))
  track(ts.mem, o)
  return o
}

function frameOfProxy(ts: ThreadState, self: Borrowed): number {
  return ts.mem.load(ts.mem.load(self + P.frame) + PyFrameObject.f_frame)
}

/** All variables and extra names as a new dict. */
function snapshot(ts: ThreadState, self: Borrowed): Owned {
  const dict = PyDict_New(ts)
  if (dict === 0) return 0
  const extra = ts.mem.load(ts.mem.load(self + P.frame) + PyFrameObject.f_extra_locals)
  if (
    fillWithVariables(ts, frameOfProxy(ts, self), dict) === 0 &&
    (extra === 0 || PyDict_Update(ts, dict, extra) === 0)
  )
    return dict
  DECREF(ts, dict)
  return 0
}

/** Asks the snapshot. */
function reading<T>(ts: ThreadState, self: Borrowed, failed: T, ask: (dict: Borrowed) => T): T {
  const dict = snapshot(ts, self)
  if (dict === 0) return failed
  const result = ask(dict)
  DECREF(ts, dict)
  return result
}

function variableNamed(ts: ThreadState, self: Borrowed, key: Borrowed): FrameVariable | undefined {
  if (!PyUnicode_Check(ts, key)) return undefined
  const text = textOf(ts, key)
  return frameVariables(ts, frameOfProxy(ts, self)).find(({ name }) => name === text)
}

/** add_overwritten_fast_local: a longer tuple takes the place of the one there was. 0 ok, -1 error. */
function keepOverwritten(ts: ThreadState, self: Borrowed, variable: FrameVariable, value: Borrowed): number {
  const old = variableValue(ts, variable)
  if (old === 0 || old === value || inCell(ts, variable)) return 0
  const at = ts.mem.load(self + P.frame) + PyFrameObject.f_overwritten_fast_locals
  const before = ts.mem.load(at)
  const size = before === 0 ? 0 : PyTuple_GET_SIZE(ts, before)
  const tuple = newTuple(ts, size + 1)
  if (tuple === 0) return -1
  for (let i = 0; i < size; i++) PyTuple_SET_ITEM(ts, tuple, i, newref(ts, PyTuple_GET_ITEM(ts, before, i)))
  PyTuple_SET_ITEM(ts, tuple, size, newref(ts, old))
  trackTuple(ts, tuple)
  SETREF(ts, at, tuple)
  return 0
}

function setItem(ts: ThreadState, self: Borrowed, key: Borrowed, value: Borrowed): number {
  const variable = variableNamed(ts, self, key)
  if (variable) {
    if (value === 0) {
      PyErr_Format(ts, ts.exc.ValueError, 'cannot remove local variables from FrameLocalsProxy')
      return -1
    }
    if (ts.profile.frames.overwrittenKept && keepOverwritten(ts, self, variable, value) < 0) return -1
    setVariable(ts, variable, value)
    return 0
  }
  const at = ts.mem.load(self + P.frame) + PyFrameObject.f_extra_locals
  if (ts.mem.load(at) === 0) {
    const dict = PyDict_New(ts)
    if (dict === 0) return -1
    ts.mem.store(at, dict)
  }
  return PyObject_SetItem(ts, ts.mem.load(at), key, value)
}

/** A method of dict, called on the snapshot. */
function forwarded(name: string): MethodSpec {
  return {
    name,
    kind: 'KEYWORDS',
    call: (ts, self, argv, nargs, kwnames) =>
      reading(ts, self, 0, (dict) => {
        const method = getAttributeText(ts, dict, name)
        if (method === 0) return 0
        return whileOwning(ts, method, () => PyObject_Vectorcall(ts, method, argv, nargs, kwnames))
      }),
  }
}

export const PyFrameLocalsProxy_Type: TypeSpec = {
  name: 'FrameLocalsProxy',
  basicsize: P.sizeof,
  flags: ['HAVE_GC', 'MAPPING', 'DISALLOW_INSTANTIATION'],
  slots: {
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      CLEAR(ts, self + P.frame)
      freeObject(ts, self)
    },
    tp_traverse(ts, self, visit) {
      const frame = ts.mem.load(self + P.frame)
      if (frame !== 0) visit(frame, { kind: 'field', name: 'frame' })
    },
    tp_clear: (ts, self) => CLEAR(ts, self + P.frame),
    tp_getattro: PyObject_GenericGetAttr,
    tp_repr: (ts, self) => reading(ts, self, 0, (dict) => PyObject_Repr(ts, dict)),
    tp_iter: (ts, self) => reading(ts, self, 0, (dict) => PyObject_GetIter(ts, dict)),
    tp_richcompare: (ts, self, other, op) => reading(ts, self, 0, (dict) => PyObject_RichCompare(ts, dict, other, op)),
    mp_length: (ts, self) => reading(ts, self, -1, (dict) => PyDict_GET_SIZE(ts, dict)),
    mp_subscript: (ts, self, key) => reading(ts, self, 0, (dict) => PyObject_GetItem(ts, dict, key)),
    mp_ass_subscript: setItem,
    sq_contains: (ts, self, key) => reading(ts, self, -1, (dict) => PySequence_Contains(ts, dict, key)),
  },
  methods: ['get', 'keys', 'values', 'items', 'copy'].map(forwarded),
}
