// Objects/cellobject.c: the box through which functions share a variable.

import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject, whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, INCREF, newref, Py_TYPE, SETREF } from '../heap/refcount.ts'
import { PyCellObject as C } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { newBool } from './boolobject.ts'
import { _PyArg_NoKeywords, argAt, checkPositional } from './call.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE, PyObject_RichCompare, type TypeSpec, typeName } from './object.ts'
import { pointer } from './typenames.ts'
import { newStr } from './unicodeobject.ts'

/** A cell with a value (borrowed), or an empty one (0). */
export function PyCell_New(ts: ThreadState, value: Borrowed): Owned {
  const cell = allocate(ts, ts.types.cell, C.sizeof)
  if (cell === 0) return PyErr_NoMemory(ts)
  if (value !== 0) INCREF(ts, value)
  ts.mem.store(cell + C.ob_ref, value)
  track(ts.mem, cell)
  return cell
}

/** The value, borrowed; 0 while empty. */
export function PyCell_GET(ts: ThreadState, cell: Borrowed): Borrowed {
  return ts.mem.load(cell + C.ob_ref)
}

/** Puts an owned value (or 0) in, giving up what was there. */
export function PyCell_SetTakeRef(ts: ThreadState, cell: Borrowed, value: Owned): void {
  SETREF(ts, cell + C.ob_ref, value)
}

/** An empty cell comes before any other. */
function compareEmpty(a: number, b: number, op: number): boolean {
  const order = Math.sign(a) - Math.sign(b)
  switch (op) {
    case Py_LT:
      return order < 0
    case Py_LE:
      return order <= 0
    case Py_EQ:
      return order === 0
    case Py_NE:
      return order !== 0
    case Py_GT:
      return order > 0
    default:
      return op === Py_GE && order >= 0
  }
}

export const PyCell_Type = {
  name: 'cell',
  basicsize: C.sizeof,
  flags: ['HAVE_GC'],
  slots: {
    tp_new(ts, _type, argv, nargs, kwnames) {
      if (!_PyArg_NoKeywords(ts, 'cell', kwnames) || checkPositional(ts, 'cell', nargs, 0, 1) < 0) return 0
      return PyCell_New(ts, nargs === 0 ? 0 : argAt(ts, argv, 0))
    },
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      CLEAR(ts, self + C.ob_ref)
      freeObject(ts, self)
    },
    tp_traverse(ts, self, visit) {
      const value = ts.mem.load(self + C.ob_ref)
      if (value !== 0) visit(value, { kind: 'field', name: 'cell_contents' })
    },
    tp_clear(ts, self) {
      CLEAR(ts, self + C.ob_ref)
    },
    tp_repr(ts, self) {
      const value = ts.mem.load(self + C.ob_ref)
      const what = value === 0 ? 'empty' : `${typeName(ts, value)} object at ${pointer(value)}`
      return newStr(ts, `<cell at ${pointer(self)}: ${what}>`)
    },
    tp_richcompare(ts, self, other, op) {
      if (Py_TYPE(ts, self) !== ts.types.cell || Py_TYPE(ts, other) !== ts.types.cell)
        return newref(ts, ts.notImplemented)
      const a = ts.mem.load(self + C.ob_ref)
      const b = ts.mem.load(other + C.ob_ref)
      if (a === 0 || b === 0) return newBool(ts, compareEmpty(a, b, op))
      if (!ts.profile.containers.cellComparisonHolds) return PyObject_RichCompare(ts, a, b, op)
      return whileOwning(ts, newref(ts, a), () =>
        whileOwning(ts, newref(ts, b), () => PyObject_RichCompare(ts, a, b, op)),
      )
    },
  },
  getset: [
    {
      name: 'cell_contents',
      get(ts, self) {
        const value = ts.mem.load(self + C.ob_ref)
        return value === 0 ? PyErr_Format(ts, ts.exc.ValueError, 'Cell is empty') : newref(ts, value)
      },
      set(ts, self, value) {
        if (value !== 0) INCREF(ts, value)
        SETREF(ts, self + C.ob_ref, value)
        return 0
      },
    },
  ],
} satisfies TypeSpec
