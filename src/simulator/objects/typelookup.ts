// Objects/typeobject.c, _PyType_Lookup: what a name means on a class.
// NOT CPYTHON: the method cache stands outside the image, and only for classes that have a version (objects/typeversion.ts):
// no program can observe it.

import { whileOwning } from '../heap/objimpl.ts'
import { METHOD_CACHE_ROWS, type ThreadState } from '../heap/pystate.ts'
import { newref, Py_TYPE, slotsOf, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { PyObject, PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { getItemText, PyDict_GetItem } from './dictobject.ts'
import { PyErr_Clear, PyErr_ExceptionMatches } from './errors.ts'
import { nameOfType, PyObject_GetAttr } from './object.ts'
import { PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'
import { internStr, textOf } from './unicodeobject.ts'
import { textNumber } from './unicodestorage.ts'

/** Whether `o` is a class. */
export function PyType_Check(ts: ThreadState, o: Borrowed): boolean {
  return (typeFlags(ts, Py_TYPE(ts, o)) & TPFLAGS.TYPE_SUBCLASS) !== 0
}

/** The first value along the mro, borrowed; 0 when absent. Never raises. `name` is a str. */
export function _PyType_Lookup(ts: ThreadState, type: Borrowed, name: Borrowed): Borrowed {
  const { words } = ts.mem
  const version = words[(type + PyTypeObject.tp_version_tag) >> 2]
  if (version === 0 || words[(name + PyObject.ob_type) >> 2] !== ts.types.str) return findInMro(ts, type, name)
  // A text number belongs to one text for ever, whatever becomes of the str.
  const text = textNumber(ts, name)
  const at = (Math.imul(version, 31) ^ text) & (METHOD_CACHE_ROWS - 1)
  const { methodCache } = ts
  if (methodCache[at * 3] === version && methodCache[at * 3 + 1] === text) return methodCache[at * 3 + 2]
  const found = findInMro(ts, type, name)
  methodCache[at * 3] = version
  methodCache[at * 3 + 1] = text
  methodCache[at * 3 + 2] = found
  return found
}

function findInMro(ts: ThreadState, type: Borrowed, name: Borrowed): Borrowed {
  const mem = ts.mem
  const mro = mem.load(type + PyTypeObject.tp_mro)
  if (mro === 0) return 0
  const n = PyTuple_GET_SIZE(ts, mro)
  for (let i = 0; i < n; i++) {
    const found = PyDict_GetItem(ts, mem.load(PyTuple_GET_ITEM(ts, mro, i) + PyTypeObject.tp_dict), name)
    if (found !== 0) return found
  }
  return 0
}

/** The same by text. */
export function lookupText(ts: ThreadState, type: Borrowed, name: string): Borrowed {
  const mem = ts.mem
  const mro = mem.load(type + PyTypeObject.tp_mro)
  if (mro === 0) return 0
  const n = PyTuple_GET_SIZE(ts, mro)
  for (let i = 0; i < n; i++) {
    const found = getItemText(ts, mem.load(PyTuple_GET_ITEM(ts, mro, i) + PyTypeObject.tp_dict), name)
    if (found !== 0) return found
  }
  return 0
}

/** _PyObject_LookupSpecial: a method found on the type, bound to the object; 0 when absent (no exception) or on error. */
export function lookupSpecial(ts: ThreadState, o: Borrowed, name: string): Owned {
  const type = Py_TYPE(ts, o)
  const found = lookupText(ts, type, name)
  if (found === 0) return 0
  return boundTo(ts, found, o, type)
}

/** What a class has by a name, as it is for one of its instances: what descriptors give, which are held meanwhile since 3.13. */
export function boundTo(ts: ThreadState, found: Borrowed, o: Borrowed, type: Borrowed): Owned {
  const get = slotsOf(ts, found).tp_descr_get
  if (!get) return newref(ts, found)
  if (Py_TYPE(ts, found) === ts.types.function || !ts.profile.classes.lookupHolds) return get(ts, found, o, type)
  return whileOwning(ts, newref(ts, found), () => get(ts, found, o, type))
}

/** `__name__` of a class as text: `tp_name` without the module (_PyType_Name). */
export function shortTypeName(ts: ThreadState, type: Borrowed): string {
  if (typeFlags(ts, type) & TPFLAGS.HEAPTYPE) return textOf(ts, ts.mem.load(type + PyTypeObject.ht_name))
  const name = nameOfType(ts, type)
  return name.slice(name.lastIndexOf('.') + 1)
}

/** PyObject_GetOptionalAttr: an attribute by name; 0 without an exception where it is missing, with one on another error. */
export function lookupAttribute(ts: ThreadState, o: Borrowed, name: string): Owned {
  const value = whileOwning(ts, internStr(ts, name), (text) => PyObject_GetAttr(ts, o, text))
  if (value === 0 && PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) PyErr_Clear(ts)
  return value
}
