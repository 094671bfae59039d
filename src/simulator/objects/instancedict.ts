// Objects/typeobject.c, subtype_getsets: `__dict__` and `__weakref__` of instances, as descriptors of their class.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, slotsOf, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyDescr_NewGetSet } from './descrobject.ts'
import { getItemText, setItemText } from './dictobject.ts'
import { PyErr_Format } from './errors.ts'
import { PyObject_GenericGetDict, PyObject_GenericSetDict } from './genericattr.ts'
import { type GetSetSpec, typeName } from './object.ts'
import { PyTuple_FromArray, PyTuple_GET_ITEM } from './tupleobject.ts'

/** Adds the descriptors of what the class's instances have and its base's have not. 0 ok, -1 error. */
export function addInstanceDescriptors(ts: ThreadState, type: Borrowed, base: Borrowed): number {
  const adds = (offset: number) => ts.mem.load(type + offset) !== 0 && ts.mem.load(base + offset) === 0
  if (adds(PyTypeObject.tp_dictoffset) && add(ts, type, DICT, 0) < 0) return -1
  if (adds(PyTypeObject.tp_weaklistoffset) && add(ts, type, WEAKREF, 1) < 0) return -1
  return 0
}

function add(ts: ThreadState, type: Borrowed, spec: GetSetSpec, which: number): number {
  const dict = ts.mem.load(type + PyTypeObject.tp_dict)
  if (getItemText(ts, dict, spec.name) !== 0) return 0
  const shared = ts.profile.classes.sharedDescriptors
  const descr = shared ? newref(ts, sharedDescriptor(ts, which)) : PyDescr_NewGetSet(ts, type, spec)
  if (descr === 0) return -1
  const status = setItemText(ts, dict, spec.name, descr)
  DECREF(ts, descr)
  return status
}

/** The descriptors all classes share; `object` keeps them. */
function sharedDescriptor(ts: ThreadState, which: number): Borrowed {
  const place = ts.types.object + PyTypeObject.tp_cache
  if (ts.mem.load(place) === 0) {
    const both = [DICT, WEAKREF].map((spec) => PyDescr_NewGetSet(ts, ts.types.object, { ...spec, shared: true }))
    ts.mem.store(place, PyTuple_FromArray(ts, both))
  }
  return PyTuple_GET_ITEM(ts, ts.mem.load(place), which)
}

/** A base written natively that keeps a `__dict__` of its own has a descriptor that knows better. */
function nativeDescriptor(ts: ThreadState, o: Borrowed): Borrowed {
  let type = Py_TYPE(ts, o)
  for (; type !== 0; type = ts.mem.load(type + PyTypeObject.tp_base)) {
    if (typeFlags(ts, type) & TPFLAGS.HEAPTYPE || ts.mem.load(type + PyTypeObject.tp_dictoffset) === 0) continue
    return getItemText(ts, ts.mem.load(type + PyTypeObject.tp_dict), '__dict__')
  }
  return 0
}

const DICT: GetSetSpec = {
  name: '__dict__',
  get(ts, self): Owned {
    const native = nativeDescriptor(ts, self)
    if (native === 0) return PyObject_GenericGetDict(ts, self)
    return slotsOf(ts, native).tp_descr_get?.(ts, native, self, Py_TYPE(ts, self)) ?? 0
  },
  set(ts, self, value) {
    const native = nativeDescriptor(ts, self)
    if (native === 0) return PyObject_GenericSetDict(ts, self, value)
    const set = slotsOf(ts, native).tp_descr_set
    if (set) return set(ts, native, self, value)
    PyErr_Format(ts, ts.exc.TypeError, `this __dict__ descriptor does not support '${typeName(ts, self)}' objects`)
    return -1
  },
}

const WEAKREF: GetSetSpec = {
  name: '__weakref__',
  get(ts, self): Owned {
    const offset = ts.mem.load(Py_TYPE(ts, self) + PyTypeObject.tp_weaklistoffset)
    if (offset === 0) return PyErr_Format(ts, ts.exc.AttributeError, 'This object has no __weakref__')
    return newref(ts, ts.mem.load(self + offset) || ts.none)
  },
}
