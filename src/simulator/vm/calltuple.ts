// Python/ceval.c, _PyEvalFramePushAndInit_Ex and CALL_FUNCTION_EX: calls with a tuple and a dict.

import { closeCell, DECREF, INCREF, Py_TYPE, XDECREF } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyObject_Call, unpackDict } from '../objects/objectcall.ts'
import { PyTuple_GET_ITEM, PyTuple_GET_SIZE } from '../objects/tupleobject.ts'
import { ERROR, type Machine } from './machine.ts'
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
  const order = ts.profile.frames.callInputsClosed === 'callable-first' ? 'bottom-first' : 'top-first'
  return CHECK_PERIODIC(m, m.replace(3, PyObject_Call(ts, func, args, kwargs), order))
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
