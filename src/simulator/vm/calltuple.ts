// Python/ceval.c, _PyEvalFramePushAndInit_Ex and Objects/call.c, PyObject_Call: calls with a tuple and a dict.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { closeCell, DECREF, INCREF, newref, Py_TYPE, XDECREF } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyObject_Vectorcall, pushArgs } from '../objects/call.ts'
import { forEachItem, PyDict_GET_SIZE } from '../objects/dictobject.ts'
import { PyErr_Format } from '../objects/errors.ts'
import { PyUnicode_Check } from '../objects/object.ts'
import {
  newTuple,
  PyTuple_GET_ITEM,
  PyTuple_GET_SIZE,
  PyTuple_SET_ITEM,
  trackTuple,
  tupleItems,
} from '../objects/tupleobject.ts'
import { ERROR, type Machine } from './machine.ts'

/** Calls what lies in `funcCell` with `args` and `kwargs` (0 for none); all three are taken over. */
export function callTuple(m: Machine, funcCell: number, args: Owned, kwargs: Owned): number {
  const ts = m.ts
  const func = funcCell & ~1
  const positional: Borrowed[] = []
  for (let i = 0; i < PyTuple_GET_SIZE(ts, args); i++) positional.push(PyTuple_GET_ITEM(ts, args, i))
  const [kwnames, values] = kwargs === 0 ? [0, []] : unpackDict(ts, kwargs)
  if (kwnames < 0) {
    DECREF(ts, args)
    DECREF(ts, kwargs)
    closeCell(ts, funcCell)
    return ERROR
  }
  if (ts.profile.frames.starCallsInline && Py_TYPE(ts, func) === ts.types.function) {
    const cells = [...positional, ...values]
    for (const cell of cells) INCREF(ts, cell)
    // The frame's locals are filled before the tuple goes, and the body runs after it is gone.
    const status = m.enterFunctionThen(funcCell, cells, positional.length, kwnames, () => {
      XDECREF(ts, kwnames)
      DECREF(ts, args)
      XDECREF(ts, kwargs)
    })
    return status
  }
  const mark = holdMark(ts)
  hold(ts, args)
  if (kwargs !== 0) hold(ts, kwargs)
  if (kwnames !== 0) hold(ts, kwnames)
  if ((funcCell & 1) === 0) hold(ts, func)
  m.saveRegisters()
  const passed = [...positional, ...values]
  // _PyStack_UnpackDict: what is passed on with keywords is held a second time (3.15: only the values of the keywords).
  const again = kwnames === 0 ? [] : ts.profile.frames.unpackHoldsAll ? passed : values
  for (const o of again) hold(ts, newref(ts, o))
  // Without keywords the callee gets the items of the tuple where they are.
  const argv = kwnames === 0 ? tupleItems(ts, args) : pushArgs(ts, passed)
  const result = argv < 0 ? 0 : PyObject_Vectorcall(ts, func, argv, positional.length, kwnames)
  release(ts, mark)
  for (const o of again) DECREF(ts, o)
  closeCell(ts, funcCell)
  DECREF(ts, args)
  XDECREF(ts, kwargs)
  XDECREF(ts, kwnames)
  return m.pushResult(result)
}

/** The keys of a dict of keywords as a tuple of names (-1 with TypeError where one is no str; 0 where there are none), and its values. */
function unpackDict(ts: ThreadState, kwargs: Borrowed): [kwnames: Owned, values: Borrowed[]] {
  const n = PyDict_GET_SIZE(ts, kwargs)
  if (n === 0) return [0, []]
  const kwnames = newTuple(ts, n)
  if (kwnames === 0) return [-1, []]
  const values: Borrowed[] = []
  let allNames = true
  let i = 0
  forEachItem(ts, kwargs, (key, value) => {
    if (!PyUnicode_Check(ts, key)) allNames = false
    PyTuple_SET_ITEM(ts, kwnames, i++, newref(ts, key))
    values.push(value)
  })
  trackTuple(ts, kwnames)
  if (allNames) return [kwnames, values]
  PyErr_Format(ts, ts.exc.TypeError, 'keywords must be strings')
  DECREF(ts, kwnames)
  return [-1, []]
}
