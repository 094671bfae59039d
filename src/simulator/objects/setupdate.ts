// Filling a set from other things (set_update_internal and set_merge in Objects/setobject.c).

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { PySetObject } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { PyIter_Next, PyObject_GetIter } from './abstract.ts'
import { storedHash } from './dictmerge.ts'
import { keyAt, PyDict_GET_SIZE, PyDict_Next } from './dictobject.ts'
import { PyErr_Occurred } from './errors.ts'
import { chargeWork } from './longintrepr.ts'
import { DUMMY, ENTRY } from './setlayout.ts'
import {
  entryAddress,
  insertClean,
  PyAnySet_Check,
  PySet_Add,
  PySet_GET_SIZE,
  set_add_entry,
  set_table_resize,
} from './setobject.ts'

/** s.update(iterable): 0, or -1. */
export function _PySet_Update(ts: ThreadState, s: Borrowed, iterable: Borrowed): number {
  if (PyAnySet_Check(ts, iterable)) return set_merge(ts, s, iterable)
  if (Py_TYPE(ts, iterable) === ts.types.dict) return updateFromDict(ts, s, iterable)
  const iterator = PyObject_GetIter(ts, iterable)
  if (iterator === 0) return -1
  const mark = holdMark(ts)
  hold(ts, iterator)
  let status = 0
  for (let key = PyIter_Next(ts, iterator); key !== 0; key = PyIter_Next(ts, iterator)) {
    chargeWork(ts, 1)
    const own = holdMark(ts)
    hold(ts, key)
    status = PySet_Add(ts, s, key)
    release(ts, own)
    DECREF(ts, key)
    if (status < 0) break
  }
  release(ts, mark)
  DECREF(ts, iterator)
  return status < 0 || PyErr_Occurred(ts) !== 0 ? -1 : 0
}

function updateFromDict(ts: ThreadState, s: Borrowed, d: Borrowed): number {
  const mem = ts.mem
  const size = PyDict_GET_SIZE(ts, d)
  const needed = (mem.load(s + PySetObject.fill) + size) * 5
  if (needed >= mem.load(s + PySetObject.mask) * 3 && set_table_resize(ts, s, (PySet_GET_SIZE(ts, s) + size) * 2) < 0)
    return -1
  for (let at = PyDict_Next(ts, d, 0); at >= 0; at = PyDict_Next(ts, d, at + 1))
    if (set_add_entry(ts, s, keyAt(ts, d, at), storedHash(ts, d, at), ts.hashHigh) < 0) return -1
  return 0
}

/** Adds everything of another set (set_merge): as a copy of the table where this set is empty and the shapes agree. */
function set_merge(ts: ThreadState, s: Borrowed, other: Borrowed): number {
  const mem = ts.mem
  const otherUsed = PySet_GET_SIZE(ts, other)
  if (other === s || otherUsed === 0) return 0
  const used = PySet_GET_SIZE(ts, s)
  if (
    (mem.load(s + PySetObject.fill) + otherUsed) * 5 >= mem.load(s + PySetObject.mask) * 3 &&
    set_table_resize(ts, s, (used + otherUsed) * 2) < 0
  )
    return -1
  const mask = mem.load(s + PySetObject.mask)
  const otherMask = mem.load(other + PySetObject.mask)
  if (mem.load(s + PySetObject.fill) === 0) {
    const same = mask === otherMask && mem.load(other + PySetObject.fill) === otherUsed
    for (let i = 0; i <= otherMask; i++) {
      const from = entryAddress(ts, other, i)
      const key = mem.load(from)
      if (key === 0 || key === DUMMY) continue
      newref(ts, key)
      if (same) mem.copy(entryAddress(ts, s, i), from, ENTRY)
      else insertClean(ts, s, key, mem.load(from + 8), mem.load(from + 12))
    }
    mem.store(s + PySetObject.fill, otherUsed)
    mem.store(s + PySetObject.used, otherUsed)
    return 0
  }
  for (let i = 0; i <= mem.load(other + PySetObject.mask); i++) {
    const from = entryAddress(ts, other, i)
    const key = mem.load(from)
    if (key === 0 || key === DUMMY) continue
    if (set_add_entry(ts, s, key, mem.load(from + 8), mem.load(from + 12)) < 0) return -1
  }
  return 0
}
