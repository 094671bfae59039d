// PySequence_Tuple of Objects/abstract.c: the tuple of what an iterable gives. Up to 3.13 a tuple as long as the iterable says
// it is gets its items one by one, and grows or shrinks; since 3.14 they are kept apart, more than eight in a list.

import { isTracked, track, untrack } from '../heap/gchead.ts'
import { during, hold, holdMark, preheaderSize, release, whileOwning } from '../heap/objimpl.ts'
import { PyObject_Realloc } from '../heap/obmalloc.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_REFCNT, Py_TYPE } from '../heap/refcount.ts'
import { PyVarObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyIter_Next, PyObject_GetIter } from './abstract.ts'
import { PyErr_Format, PyErr_NoMemory, PyErr_Occurred } from './errors.ts'
import { PyObject_LengthHint } from './lengthhint.ts'
import { _PyList_AppendTakeRef, newList, PyList_AsTuple, PyList_SET_ITEM } from './listobject.ts'
import { chargeWork } from './longintrepr.ts'
import {
  newTuple,
  Py_BuildTuple,
  PyTuple_GET_SIZE,
  PyTuple_SET_ITEM,
  trackTupleAlways,
  tupleItems,
} from './tupleobject.ts'

/** What is guessed where an iterable does not say how long it is. */
const GUESS = 10

/** So many items are kept apart before there is a list, and how long that is made. */
const APART = 8
const LIST = 16

/** tuple(o). */
export function PySequence_Tuple(ts: ThreadState, o: Borrowed): Owned {
  if (Py_TYPE(ts, o) === ts.types.tuple) return newref(ts, o)
  if (Py_TYPE(ts, o) === ts.types.list) return PyList_AsTuple(ts, o)
  const iterator = PyObject_GetIter(ts, o)
  if (iterator === 0) return 0
  return whileOwning(ts, iterator, () =>
    ts.profile.containers.tupleResizeRefused !== null ? fillTuple(ts, o, iterator) : gatherItems(ts, iterator),
  )
}

function fillTuple(ts: ThreadState, o: Borrowed, iterator: Borrowed): Owned {
  let room = PyObject_LengthHint(ts, o, GUESS)
  let tuple = room < 0 ? 0 : newTuple(ts, room)
  let filled = 0
  while (tuple !== 0) {
    chargeWork(ts, 1)
    const item = during(ts, [tuple], () => PyIter_Next(ts, iterator))
    if (item === 0) break
    if (filled >= room) {
      room += GUESS
      room += room >> 2
      tuple = resize(ts, tuple, room)
    }
    if (tuple === 0) DECREF(ts, item)
    else PyTuple_SET_ITEM(ts, tuple, filled++, item)
  }
  if (PyErr_Occurred(ts) === 0) return resize(ts, tuple, filled)
  if (tuple !== 0) DECREF(ts, tuple)
  return 0
}

/** _PyTuple_Resize; 0 (and the tuple is given up) when somebody else holds it, or memory is exhausted. */
function resize(ts: ThreadState, tuple: Owned, n: number): Owned {
  const { mem } = ts
  const old = PyTuple_GET_SIZE(ts, tuple)
  if (old === n) return tuple
  // The empty tuple is everybody's.
  if (old !== 0 && Py_REFCNT(ts, tuple) !== 1) {
    DECREF(ts, tuple)
    return PyErr_Format(ts, ts.exc.SystemError, ts.profile.containers.tupleResizeRefused ?? '')
  }
  if (old === 0 || n === 0) {
    DECREF(ts, tuple)
    return newTuple(ts, n)
  }
  if (isTracked(mem, tuple)) untrack(mem, tuple)
  for (let i = n; i < old; i++) CLEAR(ts, tupleItems(ts, tuple) + i * 8)
  const before = preheaderSize(ts, ts.types.tuple)
  const bytes = before + ts.profile.layout.tupleItems + n * 8
  const block = bytes > ts.budgets.memory ? 0 : PyObject_Realloc(mem, tuple - before, bytes)
  if (block === 0) {
    DECREF(ts, tuple)
    return PyErr_NoMemory(ts)
  }
  const resized = block + before
  mem.store(resized + PyVarObject.ob_size, n)
  if (n > old) mem.clear(tupleItems(ts, resized) + old * 8, (n - old) * 8)
  track(mem, resized)
  return resized
}

function gatherItems(ts: ThreadState, iterator: Borrowed): Owned {
  const items: Owned[] = []
  const mark = holdMark(ts)
  while (items.length < APART) {
    chargeWork(ts, 1)
    const item = PyIter_Next(ts, iterator)
    if (item === 0) break
    hold(ts, item)
    items.push(item)
  }
  release(ts, mark)
  if (items.length < APART && PyErr_Occurred(ts) === 0) return Py_BuildTuple(ts, items)
  const list = items.length < APART ? 0 : newList(ts, LIST)
  if (list === 0) {
    for (const item of items.reverse()) DECREF(ts, item)
    return 0
  }
  ts.mem.store(list + PyVarObject.ob_size, APART)
  for (const [i, item] of items.entries()) PyList_SET_ITEM(ts, list, i, item)
  return whileOwning(ts, list, () => gatherMore(ts, iterator, list))
}

function gatherMore(ts: ThreadState, iterator: Borrowed, list: Borrowed): Owned {
  for (;;) {
    chargeWork(ts, 1)
    const item = PyIter_Next(ts, iterator)
    if (item === 0) break
    if (_PyList_AppendTakeRef(ts, list, item) < 0) return 0
  }
  if (PyErr_Occurred(ts) !== 0) return 0
  const tuple = PyList_AsTuple(ts, list)
  if (tuple !== 0) trackTupleAlways(ts, tuple)
  return tuple
}
