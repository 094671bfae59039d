// Python/ceval.c, _PyEvalFramePushAndInit_Ex and CALL_FUNCTION_EX: calls with a tuple and a dict.

import type { ThreadState } from '../heap/pystate.ts'
import { closeCell, DECREF, INCREF, Py_TYPE, XDECREF } from '../heap/refcount.ts'
import { PyMethodObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyDict_GET_SIZE } from '../objects/dictobject.ts'
import { PyObject_Call, unpackDict } from '../objects/objectcall.ts'
import { PyTuple_GET_ITEM, PyTuple_GET_SIZE } from '../objects/tupleobject.ts'
import { FRAME_STAR_CALL } from './frame.ts'
import { ERROR, type Machine, OK } from './machine.ts'
import { CHECK_PERIODIC } from './periodic.ts'

/** Calls what lies in `funcCell` with `args` and `kwargs` (0 for none); all three are taken over. */
export function callTuple(m: Machine, funcCell: number, args: Owned, kwargs: Owned): number {
  const ts = m.ts
  const func = funcCell & ~1
  if (ts.profile.frames.starCallsInline && Py_TYPE(ts, func) === ts.types.function)
    return enterWith(m, funcCell, args, kwargs)
  m.push(funcCell)
  m.push(args)
  m.push(kwargs)
  m.saveRegisters()
  if (isThreadBottom(ts, func, kwargs)) return enterAbove(m, func, args)
  return CHECK_PERIODIC(m, giveUpInputs(m, PyObject_Call(ts, func, args, kwargs)))
}

/** A call of native code is over: what lay on the stack for it goes, and the result takes its place. */
export function giveUpInputs(m: Machine, result: Owned): number {
  return m.replace(3, result, m.ts.profile.frames.callInputsClosed === 'callable-first' ? 'bottom-first' : 'top-first')
}

function functionOf(ts: ThreadState, callable: Borrowed): Borrowed {
  return Py_TYPE(ts, callable) === ts.types.method ? ts.mem.load(callable + PyMethodObject.im_func) : callable
}

/**
 * Whether a thread may have to give way inside of the call: in the outermost loop it can, in a nested one it could not.
 * Keywords would be laid out anew for the call, and are left to it.
 */
function isThreadBottom(ts: ThreadState, callable: Borrowed, kwargs: Borrowed): boolean {
  if (ts.threads === null || ts.loops !== 1 || (kwargs !== 0 && PyDict_GET_SIZE(ts, kwargs) > 0)) return false
  return Py_TYPE(ts, functionOf(ts, callable)) === ts.types.function
}

/** As PyObject_Call does, but in the same loop: what was called with what stays on the stack until the function returns. */
function enterAbove(m: Machine, callable: Borrowed, args: Borrowed): number {
  const ts = m.ts
  const func = functionOf(ts, callable)
  const cells: Borrowed[] = func === callable ? [] : [ts.mem.load(callable + PyMethodObject.im_self)]
  for (let i = 0; i < PyTuple_GET_SIZE(ts, args); i++) cells.push(PyTuple_GET_ITEM(ts, args, i))
  for (const cell of [func, ...cells]) INCREF(ts, cell)
  const status = m.enterFunctionThen(func, cells, cells.length, 0, () => {}, FRAME_STAR_CALL)
  return status === OK ? OK : giveUpInputs(m, 0)
}

/** A Python function becomes a frame of the same loop: its locals are filled before the tuple goes, its body runs after. */
function enterWith(m: Machine, funcCell: number, args: Owned, kwargs: Owned): number {
  const ts = m.ts
  const [kwnames, values] = kwargs === 0 ? [0, []] : unpackDict(ts, kwargs)
  if (kwnames < 0) {
    DECREF(ts, args)
    DECREF(ts, kwargs)
    closeCell(ts, funcCell)
    return ERROR
  }
  const cells: Borrowed[] = []
  for (let i = 0; i < PyTuple_GET_SIZE(ts, args); i++) cells.push(PyTuple_GET_ITEM(ts, args, i))
  cells.push(...values)
  for (const cell of cells) INCREF(ts, cell)
  return m.enterFunctionThen(funcCell, cells, PyTuple_GET_SIZE(ts, args), kwnames, () => {
    XDECREF(ts, kwnames)
    DECREF(ts, args)
    XDECREF(ts, kwargs)
  })
}
