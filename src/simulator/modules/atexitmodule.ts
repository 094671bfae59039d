// Modules/atexitmodule.c: functions to be called when the interpreter ends, the last registered first.
// NOT CPYTHON: in every version they are kept in a list, of (function, arguments, names, values), and what is
// unregistered leaves no gap that `_ncallbacks` would count.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, slotsOf } from '../heap/refcount.ts'
import { Roots } from '../heap/runtime.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { argAt, PyObject_Vectorcall, pushArgs } from '../objects/call.ts'
import { PyErr_Format } from '../objects/errors.ts'
import { list_ass_slice, newList, PyList_Append, PyList_GET_ITEM, PyList_GET_SIZE } from '../objects/listobject.ts'
import { newInt } from '../objects/longobject.ts'
import { type MethodSpec, Py_EQ, PyObject_RichCompareBool } from '../objects/object.ts'
import { newTuple, PyTuple_FromArray, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from '../objects/tupleobject.ts'
import type { ModuleSpec } from './module.ts'

/** The callbacks in the order they were registered; 0 while there are none. */
function callbacks(ts: ThreadState): Borrowed {
  return ts.mem.load(Roots.atexit)
}

function register(ts: ThreadState, _module: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  if (nargs === 0) return PyErr_Format(ts, ts.exc.TypeError, 'register() takes at least 1 argument (0 given)')
  const func = argAt(ts, argv, 0)
  if (!slotsOf(ts, func).tp_call) return PyErr_Format(ts, ts.exc.TypeError, 'the first argument must be callable')
  if (callbacks(ts) === 0) ts.mem.store(Roots.atexit, newList(ts, 0))
  const names = kwnames === 0 ? newTuple(ts, 0) : newref(ts, kwnames)
  const given = (from: number, n: number) =>
    PyTuple_FromArray(
      ts,
      Array.from({ length: n }, (_, i) => newref(ts, argAt(ts, argv, from + i))),
    )
  const parts = [newref(ts, func), given(1, nargs - 1), names, given(nargs, PyTuple_GET_SIZE(ts, names))]
  const entry = parts.includes(0) ? 0 : PyTuple_FromArray(ts, parts)
  if (entry === 0) return 0
  const status = PyList_Append(ts, callbacks(ts), entry)
  DECREF(ts, entry)
  return status < 0 ? 0 : newref(ts, func)
}

function unregister(ts: ThreadState, _module: Borrowed, argv: number): Owned {
  const func = argAt(ts, argv, 0)
  const list = callbacks(ts)
  const { atexitAsksGiven } = ts.profile.modules
  for (let i = 0; list !== 0 && i < PyList_GET_SIZE(ts, list); ) {
    const other = PyTuple_GET_ITEM(ts, PyList_GET_ITEM(ts, list, i), 0)
    const [left, right] = atexitAsksGiven ? [func, other] : [other, func]
    const same = PyObject_RichCompareBool(ts, left, right, Py_EQ)
    if (same < 0) return 0
    if (same === 0) i++
    else if (list_ass_slice(ts, list, i, i + 1, 0) < 0) return 0
  }
  return newref(ts, ts.none)
}

function clear(ts: ThreadState): Owned {
  CLEAR(ts, Roots.atexit)
  return newref(ts, ts.none)
}

/** _PyAtExit_Call: what is registered meanwhile is not called any more. */
export function callAtExit(ts: ThreadState): void {
  const list = callbacks(ts)
  if (list === 0) return
  for (let i = PyList_GET_SIZE(ts, list) - 1; i >= 0; i--) {
    if (callbacks(ts) !== list || i >= PyList_GET_SIZE(ts, list)) continue
    const entry = newref(ts, PyList_GET_ITEM(ts, list, i))
    const mark = holdMark(ts)
    hold(ts, entry)
    call(ts, entry)
    release(ts, mark)
    DECREF(ts, entry)
  }
  CLEAR(ts, Roots.atexit)
}

function call(ts: ThreadState, entry: Borrowed): void {
  const [func, args, names, values] = [0, 1, 2, 3].map((i) => PyTuple_GET_ITEM(ts, entry, i))
  const items = (tuple: Borrowed) =>
    Array.from({ length: PyTuple_GET_SIZE(ts, tuple) }, (_, i) => PyTuple_GET_ITEM(ts, tuple, i))
  const mark = holdMark(ts)
  const held = ts.profile.modules.atexitHoldsFunction ? newref(ts, func) : 0
  if (held !== 0) hold(ts, held)
  const argv = pushArgs(ts, [...items(args), ...items(values)])
  const kwnames = PyTuple_GET_SIZE(ts, names) === 0 ? 0 : names
  const result = argv < 0 ? 0 : PyObject_Vectorcall(ts, func, argv, PyTuple_GET_SIZE(ts, args), kwnames)
  release(ts, mark)
  if (held !== 0) DECREF(ts, held)
  if (result === 0) ts.writeUnraisable(func, 'atexit')
  else DECREF(ts, result)
}

const FUNCTIONS: readonly MethodSpec[] = [
  { name: 'register', kind: 'KEYWORDS', call: register },
  { name: '_clear', kind: 'NOARGS', call: clear },
  { name: 'unregister', kind: 'O', call: unregister },
  {
    name: '_run_exitfuncs',
    kind: 'NOARGS',
    call(ts) {
      callAtExit(ts)
      return newref(ts, ts.none)
    },
  },
  {
    name: '_ncallbacks',
    kind: 'NOARGS',
    call: (ts) => newInt(ts, callbacks(ts) === 0 ? 0 : PyList_GET_SIZE(ts, callbacks(ts))),
  },
]

export const atexitModule: ModuleSpec = {
  name: 'atexit',
  doc: 'allow programmer to define multiple exit functions to be executed\nupon normal program termination.\n\nTwo public functions, register and unregister, are defined.\n',
  functions: FUNCTIONS,
}
