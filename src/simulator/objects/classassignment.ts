// Objects/typeobject.c: assigning to `o.__class__` and to `C.__bases__`, allowed where the memory of instances is alike.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, INCREF, Py_TYPE, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { PyTypeObject, PyVarObject } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { bestBase } from './bestbase.ts'
import { PyErr_Format } from './errors.ts'
import { _PyDict_DetachFromObject, _PyObject_GetManagedDict } from './inlinevalues.ts'
import { mroInvoke, tupleArray } from './mro.ts'
import { nameOfType, PyType_IsSubtype, typeName } from './object.ts'
import { addSubclass, removeSubclass, subclassesOf } from './subclasses.ts'
import { PyTuple_Check, PyTuple_GET_SIZE } from './tupleobject.ts'
import { PyType_Check } from './typelookup.ts'
import { PyType_Modified } from './typeversion.ts'
import { updateAllSlots } from './updateslots.ts'

/** `o.__class__ = cls`. */
export function setClass(ts: ThreadState, o: Borrowed, cls: Borrowed): number {
  if (cls === 0) return fail(ts, "can't delete __class__ attribute")
  if (!PyType_Check(ts, cls)) return fail(ts, `__class__ must be set to a class, not '${typeName(ts, cls)}' object`)
  const old = Py_TYPE(ts, o)
  const module = ts.types.module
  const modules = PyType_IsSubtype(ts, cls, module) && PyType_IsSubtype(ts, old, module)
  const immutable = (typeFlags(ts, cls) | typeFlags(ts, old)) & TPFLAGS.IMMUTABLETYPE
  if (!modules && immutable)
    return fail(ts, '__class__ assignment only supported for mutable types or ModuleType subclasses')
  if (!compatible(ts, old, cls, '__class__')) return -1
  if (typeFlags(ts, old) & TPFLAGS.MANAGED_DICT && old !== cls) {
    // The values are found by the old class's keys: from now on a dict holds the attributes.
    const dict = _PyObject_GetManagedDict(ts, o)
    if (dict === 0) return -1
    const status = _PyDict_DetachFromObject(ts, o)
    DECREF(ts, dict)
    if (status < 0) return -1
  }
  if (typeFlags(ts, cls) & TPFLAGS.HEAPTYPE) INCREF(ts, cls)
  ts.mem.store(o + 8, cls)
  if (typeFlags(ts, old) & TPFLAGS.HEAPTYPE) DECREF(ts, old)
  return 0
}

/** compatible_for_assignment. */
function compatible(ts: ThreadState, old: Borrowed, cls: Borrowed, what: string): boolean {
  // tp_free: with the collector's header, or without.
  if ((typeFlags(ts, old) ^ typeFlags(ts, cls)) & TPFLAGS.HAVE_GC) {
    fail(ts, `${what} assignment: '${nameOfType(ts, cls)}' deallocator differs from '${nameOfType(ts, old)}'`)
    return false
  }
  let a = cls
  let b = old
  while (sameShape(ts, a)) a = ts.mem.load(a + PyTypeObject.tp_base)
  while (sameShape(ts, b)) b = ts.mem.load(b + PyTypeObject.tp_base)
  const parents = ts.mem.load(a + PyTypeObject.tp_base) === ts.mem.load(b + PyTypeObject.tp_base)
  if (a === b || (parents && sameSlotsAdded(ts, a, b))) return true
  fail(ts, `${what} assignment: '${nameOfType(ts, cls)}' object layout differs from '${nameOfType(ts, old)}'`)
  return false
}

/** compatible_with_tp_base: the class adds nothing to the memory of its base's instances. */
function sameShape(ts: ThreadState, type: Borrowed): boolean {
  const base = ts.mem.load(type + PyTypeObject.tp_base)
  if (base === 0) return false
  const same = (field: number) => ts.mem.load(type + field) === ts.mem.load(base + field)
  return (
    same(PyTypeObject.tp_basicsize) &&
    same(PyTypeObject.tp_itemsize) &&
    same(PyTypeObject.tp_dictoffset) &&
    same(PyTypeObject.tp_weaklistoffset) &&
    ((typeFlags(ts, type) ^ typeFlags(ts, base)) & (TPFLAGS.HAVE_GC | TPFLAGS.MANAGED_DICT)) === 0
  )
}

/** same_slots_added: both classes add a dict, weak references and slots of the same names to the same base. */
function sameSlotsAdded(ts: ThreadState, a: Borrowed, b: Borrowed): boolean {
  const same = (field: number) => ts.mem.load(a + field) === ts.mem.load(b + field)
  if (!same(PyTypeObject.tp_basicsize) || !same(PyTypeObject.tp_itemsize)) return false
  if (!same(PyTypeObject.tp_dictoffset) || !same(PyTypeObject.tp_weaklistoffset)) return false
  if (!same(PyVarObject.ob_size)) return false
  const [one, two] = [a, b].map((t) => ts.mem.load(t + PyTypeObject.ht_slots))
  if (one === 0 || two === 0) return one === two || slotCount(ts, one) === slotCount(ts, two)
  const names = tupleArray(ts, two)
  return tupleArray(ts, one).every((name, i) => name === names[i])
}

function slotCount(ts: ThreadState, tuple: Borrowed): number {
  return tuple === 0 ? 0 : PyTuple_GET_SIZE(ts, tuple)
}

/** `C.__bases__ = bases`. */
export function setBases(ts: ThreadState, type: Borrowed, bases: Borrowed): number {
  const name = nameOfType(ts, type)
  if (!PyTuple_Check(ts, bases))
    return fail(ts, `can only assign tuple to ${name}.__bases__, not ${typeName(ts, bases)}`)
  if (PyTuple_GET_SIZE(ts, bases) === 0) return fail(ts, `can only assign non-empty tuple to ${name}.__bases__, not ()`)
  for (const base of tupleArray(ts, bases)) {
    if (!PyType_Check(ts, base))
      return fail(ts, `${name}.__bases__ must be tuple of classes, not '${typeName(ts, base)}'`)
    if (PyType_IsSubtype(ts, base, type)) return fail(ts, 'a __bases__ item causes an inheritance cycle')
  }
  const base = bestBase(ts, bases)
  const mem = ts.mem
  const oldBase = mem.load(type + PyTypeObject.tp_base)
  if (base === 0 || !compatible(ts, oldBase, base, '__bases__')) return -1
  const oldBases = mem.load(type + PyTypeObject.tp_bases)
  INCREF(ts, bases)
  INCREF(ts, base)
  mem.store(type + PyTypeObject.tp_bases, bases)
  mem.store(type + PyTypeObject.tp_base, base)
  if (recomputeMro(ts, type) < 0) {
    mem.store(type + PyTypeObject.tp_bases, oldBases)
    mem.store(type + PyTypeObject.tp_base, oldBase)
    DECREF(ts, bases)
    DECREF(ts, base)
    return -1
  }
  PyType_Modified(ts, type)
  for (const old of tupleArray(ts, oldBases)) removeSubclass(ts, old, type)
  for (const added of tupleArray(ts, bases)) addSubclass(ts, added, type)
  updateAllSlots(ts, type)
  DECREF(ts, oldBases)
  DECREF(ts, oldBase)
  return 0
}

function recomputeMro(ts: ThreadState, type: Borrowed): number {
  const mro = mroInvoke(ts, type)
  if (mro === 0) return -1
  const place = type + PyTypeObject.tp_mro
  const old = ts.mem.load(place)
  ts.mem.store(place, mro)
  DECREF(ts, old)
  for (const subclass of subclassesOf(ts, type)) if (recomputeMro(ts, subclass) < 0) return -1
  return 0
}

function fail(ts: ThreadState, message: string): -1 {
  PyErr_Format(ts, ts.exc.TypeError, message)
  return -1
}
