// Objects/typeobject.c, tp_subclasses: a class knows its direct subclasses by weak reference, in a dict by address.

import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF } from '../heap/refcount.ts'
import { BASE_ADDRESS } from '../heap/runtime.ts'
import { PyTypeObject, PyWeakReference } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import {
  forEachItem,
  PyDict_DelItem,
  PyDict_GET_SIZE,
  PyDict_GetItem,
  PyDict_New,
  PyDict_SetItem,
} from './dictobject.ts'
import { newInt } from './longobject.ts'
import { tupleArray } from './mro.ts'

/** Registers a new class with its base. 0 ok, -1 error. */
export function addSubclass(ts: ThreadState, base: Borrowed, type: Borrowed): number {
  const field = base + PyTypeObject.tp_subclasses
  const key = newInt(ts, BASE_ADDRESS + type)
  if (key === 0) return -1
  const ref = ts.newWeakRef(type)
  if (ref !== 0 && ts.mem.load(field) === 0) ts.mem.store(field, PyDict_New(ts))
  const status = ref === 0 || ts.mem.load(field) === 0 ? -1 : PyDict_SetItem(ts, ts.mem.load(field), key, ref)
  if (ref !== 0) DECREF(ts, ref)
  DECREF(ts, key)
  return status
}

/** A dying class is struck from the lists of its bases. */
export function removeAllSubclasses(ts: ThreadState, type: Borrowed): void {
  const bases = ts.mem.load(type + PyTypeObject.tp_bases)
  if (bases === 0) return
  for (const base of tupleArray(ts, bases)) removeSubclass(ts, base, type)
}

/** The direct subclasses still alive, oldest first, borrowed. */
export function subclassesOf(ts: ThreadState, type: Borrowed): Borrowed[] {
  const dict = ts.mem.load(type + PyTypeObject.tp_subclasses)
  const result: Borrowed[] = []
  if (dict === 0) return result
  forEachItem(ts, dict, (_, ref) => {
    const subclass = ts.mem.load(ref + PyWeakReference.wr_object)
    if (subclass !== 0 && subclass !== ts.none && ts.mem.load(subclass) !== 0) result.push(subclass)
  })
  return result
}

/** Strikes one class from the list of one base. */
export function removeSubclass(ts: ThreadState, base: Borrowed, type: Borrowed): void {
  const field = base + PyTypeObject.tp_subclasses
  const dict = ts.mem.load(field)
  if (dict === 0) return
  const key = newInt(ts, BASE_ADDRESS + type)
  if (PyDict_GetItem(ts, dict, key) !== 0) PyDict_DelItem(ts, dict, key)
  DECREF(ts, key)
  if (PyDict_GET_SIZE(ts, dict) === 0) CLEAR(ts, field)
}
