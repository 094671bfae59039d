// Objects/call.c, _PyObject_MakeTpCall: what is called without a vectorcall gets its arguments in a tuple (which owns
// them while the call runs) and a dict.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import { CELL, Py_TAG_REFCNT, untagged } from '../heap/stackref.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { argAt } from './call.ts'
import { PyDict_GET_SIZE, PyDict_New, PyDict_SetItem } from './dictobject.ts'
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
  /** 0 where nothing is given by keyword. */
  readonly dict: Borrowed
  /** Whether the tuple and the dict were made for this call; else they were there already and are used as they are. */
  readonly ownsTuple: boolean
  readonly ownsDict: boolean
  /** Where the callee finds them: positional, then the values of the keywords. */
  readonly argv: number
  readonly nargs: number
  readonly kwnames: Borrowed
  readonly mark: number
}

/** Packs arguments; `null` with an exception when memory or the C stack is exhausted. */
export function packArguments(
  ts: ThreadState,
  argv: number,
  nargs: number,
  kwnames: Borrowed,
  anew = false,
): PackedArguments | null {
  const mark = holdMark(ts)
  const nkw = kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames)
  if (mark + (nargs + nkw + 2) * CELL > ts.mem.load(Tstate.cstack_limit)) {
    ts.recursionError(' while calling a Python object')
    return null
  }
  const given = anew ? 0 : packedTuple(ts, argv, nargs, kwnames)
  if (given !== 0) {
    const dict = nkw === 0 ? 0 : untagged(ts.mem.load(argv - CELL))
    return { tuple: given, dict, ownsTuple: false, ownsDict: false, argv, nargs, kwnames, mark }
  }
  const tuple = newTuple(ts, nargs)
  if (tuple === 0) return null
  for (let i = 0; i < nargs; i++) PyTuple_SET_ITEM(ts, tuple, i, newref(ts, argAt(ts, argv, i)))
  if (nargs > 0) trackTuple(ts, tuple)
  hold(ts, tuple)
  const whole = { tuple, ownsTuple: true, nargs, kwnames, mark }
  if (nkw === 0) return { ...whole, dict: 0, ownsDict: false, argv: tupleItems(ts, tuple) }
  const dict = PyDict_New(ts)
  for (let i = 0; i < nkw; i++) PyDict_SetItem(ts, dict, PyTuple_GET_ITEM(ts, kwnames, i), argAt(ts, argv, nargs + i))
  hold(ts, dict)
  return { ...whole, dict, ownsDict: true, argv: layCells(ts, argv, nargs + nkw) }
}

/** wrapperdescr_call, tp_new_wrapper: what follows the first argument in a tuple of its own, with the same dict. */
export function withoutFirst(ts: ThreadState, all: PackedArguments): PackedArguments | null {
  const { argv, nargs, kwnames, dict } = all
  if (dict === 0) return packArguments(ts, argv + CELL, nargs - 1, 0)
  const rest = packArguments(ts, argv + CELL, nargs - 1, 0)
  if (rest === null) return null
  hold(ts, rest.tuple | Py_TAG_REFCNT)
  hold(ts, dict | Py_TAG_REFCNT)
  const cells = layCells(ts, argv + CELL, nargs - 1 + PyTuple_GET_SIZE(ts, kwnames))
  return { ...rest, dict, argv: cells, kwnames }
}

function layCells(ts: ThreadState, argv: number, n: number): number {
  const cells = holdMark(ts)
  for (let i = 0; i < n; i++) hold(ts, argAt(ts, argv, i) | Py_TAG_REFCNT)
  return cells
}

/** The tuple the positional arguments lie in: their own, or the one noted with the dict of the others before them; else 0. */
export function packedTuple(ts: ThreadState, argv: number, nargs: number, kwnames: Borrowed): Borrowed {
  const nkw = kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames)
  if (nkw === 0) return isWholeTuple(ts, argv, nargs) ? argv - ts.profile.layout.tupleItems : 0
  if (argv < ts.mem.load(Tstate.cstack) + 2 * CELL || argv > ts.mem.load(Tstate.cstack_top)) return 0
  const tuple = untagged(ts.mem.load(argv - 2 * CELL))
  const dict = untagged(ts.mem.load(argv - CELL))
  if (tuple === 0 || dict === 0 || Py_TYPE(ts, tuple) !== ts.types.tuple || Py_TYPE(ts, dict) !== ts.types.dict)
    return 0
  if (PyTuple_GET_SIZE(ts, tuple) !== nargs || PyDict_GET_SIZE(ts, dict) !== nkw) return 0
  for (let i = 0; i < nargs; i++) if (PyTuple_GET_ITEM(ts, tuple, i) !== argAt(ts, argv, i)) return 0
  return tuple
}

/** The dict that the keywords of such a call lie in; else 0. */
export function packedDict(ts: ThreadState, argv: number, nargs: number, kwnames: Borrowed): Borrowed {
  const keywords = kwnames !== 0 && PyTuple_GET_SIZE(ts, kwnames) > 0
  return keywords && packedTuple(ts, argv, nargs, kwnames) !== 0 ? untagged(ts.mem.load(argv - CELL)) : 0
}

/** Whether the arguments lie in a tuple of just them, as those of `f(*args)` do. */
function isWholeTuple(ts: ThreadState, argv: number, nargs: number): boolean {
  const tuple = argv - ts.profile.layout.tupleItems
  const onStack = argv >= ts.mem.load(Tstate.cstack) && argv < ts.mem.load(Tstate.datastack_limit)
  return nargs > 0 && !onStack && Py_TYPE(ts, tuple) === ts.types.tuple && PyTuple_GET_SIZE(ts, tuple) === nargs
}

/** Gives the tuple and the dict up, as far as they were made for the call. */
export function unpackArguments(ts: ThreadState, packed: PackedArguments): void {
  release(ts, packed.mark)
  if (packed.ownsTuple) DECREF(ts, packed.tuple)
  if (packed.ownsDict) DECREF(ts, packed.dict)
}
