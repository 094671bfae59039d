// Objects/typeobject.c, merge_class_dict, and Objects/object.c, PyObject_Dir.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PySequence_List } from './abstract.ts'
import { callOwned } from './call.ts'
import { PyDict_Update } from './dictobject.ts'
import { PyErr_Format, PyErr_Occurred } from './errors.ts'
import { PyList_Sort } from './listobject.ts'
import { tupleArray } from './mro.ts'
import { PyTuple_Check } from './tupleobject.ts'
import { lookupAttribute, lookupSpecial } from './typelookup.ts'

/** dir(o) with an argument: a sorted list. */
export function PyObject_Dir(ts: ThreadState, o: Borrowed): Owned {
  const method = lookupSpecial(ts, o, '__dir__')
  if (method === 0) {
    if (PyErr_Occurred(ts) === 0) PyErr_Format(ts, ts.exc.TypeError, 'object does not provide __dir__')
    return 0
  }
  const names = callOwned(ts, method)
  if (names === 0) return 0
  const list = PySequence_List(ts, names)
  DECREF(ts, names)
  if (list === 0 || PyList_Sort(ts, list, 0, false) === 0) return list
  DECREF(ts, list)
  return 0
}

/** Adds the names of a class and of its bases, oldest base last. 0 ok, -1 error. */
export function mergeClassDict(ts: ThreadState, dict: Borrowed, cls: Borrowed): number {
  const own = lookupAttribute(ts, cls, '__dict__')
  if (own === 0) {
    if (PyErr_Occurred(ts) !== 0) return -1
  } else {
    const status = PyDict_Update(ts, dict, own)
    DECREF(ts, own)
    if (status < 0) return -1
  }
  const bases = lookupAttribute(ts, cls, '__bases__')
  if (bases === 0) return PyErr_Occurred(ts) !== 0 ? -1 : 0
  let status = 0
  if (PyTuple_Check(ts, bases))
    for (const base of tupleArray(ts, bases)) {
      status = mergeClassDict(ts, dict, base)
      if (status < 0) break
    }
  DECREF(ts, bases)
  return status
}
