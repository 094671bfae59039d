// Objects/call.c, _PyObject_MakeTpCall: what is called without a vectorcall gets its arguments in a tuple (which owns
// them while the call runs) and a dict.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { CSTACK_END, DATASTACK_END } from '../heap/runtime.ts'
import { CELL, Py_TAG_REFCNT } from '../heap/stackref.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { argAt } from './call.ts'
import { PyDict_New, PyDict_SetItem } from './dictobject.ts'
import type { MethodSpec } from './object.ts'
import {
  newTuple,
  PyTuple_GET_ITEM,
  PyTuple_GET_SIZE,
  PyTuple_SET_ITEM,
  trackTuple,
  tupleItems,
} from './tupleobject.ts'

/** Arguments packed for one call; give it to `unpackArguments` afterwards. */
export interface PackedArguments {
  readonly tuple: Borrowed
  /** False where the caller had them in a tuple already, which is used as it is. */
  readonly ownsTuple: boolean
  readonly dict: Owned
  /** Where the callee finds them: positional, then the values of the keywords. */
  readonly argv: number
  readonly nargs: number
  readonly kwnames: Borrowed
  readonly mark: number
}

/** Packs arguments; `null` with an exception when memory or the C stack is exhausted. */
export function packArguments(ts: ThreadState, argv: number, nargs: number, kwnames: Borrowed): PackedArguments | null {
  const mark = holdMark(ts)
  const nkw = kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames)
  if (mark + (nargs + nkw + 2) * CELL > CSTACK_END - 64 * CELL) {
    ts.recursionError(' while calling a Python object')
    return null
  }
  if (nkw === 0 && isWholeTuple(ts, argv, nargs))
    return { tuple: argv - ts.profile.layout.tupleItems, ownsTuple: false, dict: 0, argv, nargs, kwnames, mark }
  const tuple = newTuple(ts, nargs)
  if (tuple === 0) return null
  for (let i = 0; i < nargs; i++) PyTuple_SET_ITEM(ts, tuple, i, newref(ts, argAt(ts, argv, i)))
  if (nargs > 0) trackTuple(ts, tuple)
  hold(ts, tuple)
  if (nkw === 0) return { tuple, ownsTuple: true, dict: 0, argv: tupleItems(ts, tuple), nargs, kwnames, mark }
  const dict = PyDict_New(ts)
  for (let i = 0; i < nkw; i++) PyDict_SetItem(ts, dict, PyTuple_GET_ITEM(ts, kwnames, i), argAt(ts, argv, nargs + i))
  hold(ts, dict)
  const cells = holdMark(ts)
  for (let i = 0; i < nargs + nkw; i++) hold(ts, argAt(ts, argv, i) | Py_TAG_REFCNT)
  return { tuple, ownsTuple: true, dict, argv: cells, nargs, kwnames, mark }
}

/** Whether the arguments lie in a tuple of just them, as those of `f(*args)` do. */
function isWholeTuple(ts: ThreadState, argv: number, nargs: number): boolean {
  const tuple = argv - ts.profile.layout.tupleItems
  return (
    nargs > 0 && tuple > DATASTACK_END && Py_TYPE(ts, tuple) === ts.types.tuple && PyTuple_GET_SIZE(ts, tuple) === nargs
  )
}

/** Gives the tuple and the dict up. */
export function unpackArguments(ts: ThreadState, packed: PackedArguments): void {
  release(ts, packed.mark)
  if (packed.ownsTuple) DECREF(ts, packed.tuple)
  if (packed.dict !== 0) DECREF(ts, packed.dict)
}

/** METH_VARARGS: what calls this packs the arguments into a tuple, and those by keyword into a dict. */
export function packing(call: MethodSpec['call']): MethodSpec['call'] {
  return (ts, self, argv, nargs, kwnames) => {
    const packed = packArguments(ts, argv, nargs, kwnames)
    if (packed === null) return 0
    const result = call(ts, self, packed.argv, nargs, kwnames)
    unpackArguments(ts, packed)
    return result
  }
}
