// Objects/typeobject.c: which base decides about memory (best_base), and which metaclass makes a class.

import type { ThreadState } from '../heap/pystate.ts'
import { Py_TYPE, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { PyTypeObject } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { PyErr_Format } from './errors.ts'
import { tupleArray } from './mro.ts'
import { nameOfType, PyType_IsSubtype } from './object.ts'
import { PyType_Check } from './typelookup.ts'

/** _PyType_CalculateMetaclass: the most derived of the given metaclass and those of the bases; 0 with TypeError. */
export function calculateMetaclass(ts: ThreadState, metatype: Borrowed, bases: Borrowed): Borrowed {
  let winner = metatype
  for (const base of tupleArray(ts, bases)) {
    const type = Py_TYPE(ts, base)
    if (PyType_IsSubtype(ts, winner, type)) continue
    if (PyType_IsSubtype(ts, type, winner)) winner = type
    else
      return PyErr_Format(
        ts,
        ts.exc.TypeError,
        'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
      )
  }
  return winner
}

/** The base whose instances' memory the new class's instances extend; 0 with TypeError. */
export function bestBase(ts: ThreadState, bases: Borrowed): Borrowed {
  let base = 0
  let winner = 0
  for (const candidate of tupleArray(ts, bases)) {
    if (!PyType_Check(ts, candidate)) return PyErr_Format(ts, ts.exc.TypeError, 'bases must be types')
    if ((typeFlags(ts, candidate) & TPFLAGS.BASETYPE) === 0)
      return PyErr_Format(ts, ts.exc.TypeError, `type '${nameOfType(ts, candidate)}' is not an acceptable base type`)
    const solid = solidBase(ts, candidate)
    if (winner === 0 || PyType_IsSubtype(ts, solid, winner)) {
      if (winner === 0 || solid !== winner) {
        winner = solid
        base = candidate
      }
    } else if (!PyType_IsSubtype(ts, winner, solid))
      return PyErr_Format(ts, ts.exc.TypeError, 'multiple bases have instance lay-out conflict')
  }
  return base
}

/** solid_base: the nearest base that added something to the memory of its instances. */
export function solidBase(ts: ThreadState, type: Borrowed): Borrowed {
  const parent = ts.mem.load(type + PyTypeObject.tp_base)
  const base = parent === 0 ? ts.types.object : solidBase(ts, parent)
  return parent !== 0 && shapeDiffers(ts, type, base) ? type : base === 0 ? type : base
}

/** shape_differs, not counting a `__dict__` or list of weak references that the class only added at the end. */
function shapeDiffers(ts: ThreadState, type: Borrowed, base: Borrowed): boolean {
  const mem = ts.mem
  const size = mem.load(type + PyTypeObject.tp_basicsize)
  const baseSize = mem.load(base + PyTypeObject.tp_basicsize)
  if (ts.profile.instances.managedWeakref)
    return size !== baseSize || mem.load(type + PyTypeObject.tp_itemsize) !== mem.load(base + PyTypeObject.tp_itemsize)
  return extraIvars(ts, type, base)
}

/** extra_ivars (3.11). */
function extraIvars(ts: ThreadState, type: Borrowed, base: Borrowed): boolean {
  const mem = ts.mem
  const field = (t: Borrowed, offset: number) => mem.load(t + offset)
  let size = field(type, PyTypeObject.tp_basicsize)
  const baseSize = field(base, PyTypeObject.tp_basicsize)
  if (field(type, PyTypeObject.tp_itemsize) || field(base, PyTypeObject.tp_itemsize))
    return size !== baseSize || field(type, PyTypeObject.tp_itemsize) !== field(base, PyTypeObject.tp_itemsize)
  const heap = (typeFlags(ts, type) & TPFLAGS.HEAPTYPE) !== 0
  for (const offset of [PyTypeObject.tp_weaklistoffset, PyTypeObject.tp_dictoffset])
    if (heap && field(type, offset) && field(base, offset) === 0 && field(type, offset) + 8 === size) size -= 8
  return size !== baseSize
}
