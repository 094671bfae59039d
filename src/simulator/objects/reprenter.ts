// Py_ReprEnter and Py_ReprLeave of Objects/object.c: which containers' reprs are being made, so that one that holds
// itself is shown as `[...]`. The interpreter keeps them in a list, which owns a reference to each.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { getItemText, PyDict_New, setItemText } from './dictobject.ts'
import { list_ass_slice, newList, PyList_Append, PyList_GET_ITEM, PyList_GET_SIZE } from './listobject.ts'

/** PyThreadState_GetDict: what C code keeps for the thread that runs; made when first asked for. 0 with MemoryError. */
export function PyThreadState_GetDict(ts: ThreadState): Borrowed {
  const known = ts.mem.load(Tstate.thread_dict)
  if (known !== 0) return known
  const dict = PyDict_New(ts)
  ts.mem.store(Tstate.thread_dict, dict)
  return dict
}

/** The list, which stands in the thread's dict; made with the dict when it is first needed. 0 with an error. */
function listOf(ts: ThreadState): Borrowed {
  const dict = PyThreadState_GetDict(ts)
  if (dict === 0) return 0
  const known = getItemText(ts, dict, KEY)
  if (known !== 0) return known
  const list = newList(ts, 0)
  if (list === 0) return 0
  const status = setItemText(ts, dict, KEY, list)
  DECREF(ts, list)
  return status < 0 ? 0 : list
}

const KEY = 'Py_Repr'

/** 0: go on, and call Py_ReprLeave when done; 1: its repr is being made already; -1: error. */
export function Py_ReprEnter(ts: ThreadState, o: Borrowed): number {
  const list = listOf(ts)
  if (list === 0) return -1
  for (let i = PyList_GET_SIZE(ts, list) - 1; i >= 0; i--) if (PyList_GET_ITEM(ts, list, i) === o) return 1
  return PyList_Append(ts, list, o)
}

/** Ends what Py_ReprEnter began. */
export function Py_ReprLeave(ts: ThreadState, o: Borrowed): void {
  const list = listOf(ts)
  if (list === 0) return
  for (let i = PyList_GET_SIZE(ts, list) - 1; i >= 0; i--)
    if (PyList_GET_ITEM(ts, list, i) === o) {
      list_ass_slice(ts, list, i, i + 1, 0)
      return
    }
}
