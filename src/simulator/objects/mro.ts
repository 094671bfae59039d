// Objects/typeobject.c, mro_implementation: the method resolution order, C3.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, INCREF, newref, Py_TYPE, slotsOf, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { fill } from '../profiles/index.ts'
import { solidBase } from './bestbase.ts'
import { callOwned } from './call.ts'
import { getItemText } from './dictobject.ts'
import { PyErr_Format } from './errors.ts'
import { nameOfType, PyType_IsSubtype, typeName } from './object.ts'
import { PySequence_Tuple } from './sequencetuple.ts'
import { PyTuple_FromArray, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'

/** The mro of a class whose bases are set, as a new tuple; 0 with TypeError where no order fits. */
export function mroOf(ts: ThreadState, type: Borrowed): Owned {
  const bases = tupleArray(ts, ts.mem.load(type + PyTypeObject.tp_bases))
  const order = bases.length === 1 ? mroArray(ts, bases[0]) : c3(ts, bases)
  if (order === null) return 0
  const result = [type, ...order]
  for (const t of result) INCREF(ts, t)
  return PyTuple_FromArray(ts, result)
}

/** mro_invoke: asks the metaclass where it has a `mro` of its own, and checks what it says. */
export function mroInvoke(ts: ThreadState, type: Borrowed): Owned {
  const metatype = Py_TYPE(ts, type)
  const found = metatype === ts.types.type ? 0 : ownMroMethod(ts, metatype)
  if (found === 0) return mroOf(ts, type)
  const get = slotsOf(ts, found).tp_descr_get
  const method = get ? get(ts, found, type, metatype) : newref(ts, found)
  if (method === 0) return 0
  const said = callOwned(ts, method)
  if (said === 0) return 0
  const mro = PySequence_Tuple(ts, said)
  DECREF(ts, said)
  if (mro === 0) return 0
  const wrong = tupleArray(ts, mro)
    .map((t) => notInMro(ts, type, t))
    .find((message) => message !== null)
  if (wrong === undefined) return mro
  PyErr_Format(ts, ts.exc.TypeError, fill(ts.profile.messages.mroPrefix, nameOfType(ts, type)) + wrong)
  DECREF(ts, mro)
  return 0
}

/** mro_check: what is wrong with an item of a custom mro, or `null`. */
function notInMro(ts: ThreadState, type: Borrowed, item: Borrowed): string | null {
  if ((typeFlags(ts, Py_TYPE(ts, item)) & TPFLAGS.TYPE_SUBCLASS) === 0)
    return `mro() returned a non-class ('${typeName(ts, item)}')`
  if (PyType_IsSubtype(ts, solidBase(ts, type), solidBase(ts, item))) return null
  return `mro() returned base with unsuitable layout ('${nameOfType(ts, item)}')`
}

/** The items of a tuple, borrowed. */
export function tupleArray(ts: ThreadState, tuple: Borrowed): Borrowed[] {
  return Array.from({ length: PyTuple_GET_SIZE(ts, tuple) }, (_, i) => PyTuple_GET_ITEM(ts, tuple, i))
}

function ownMroMethod(ts: ThreadState, metatype: Borrowed): Borrowed {
  for (const t of mroArray(ts, metatype)) {
    if (t === ts.types.type) return 0
    const found = getItemText(ts, ts.mem.load(t + PyTypeObject.tp_dict), 'mro')
    if (found !== 0) return found
  }
  return 0
}

function mroArray(ts: ThreadState, type: Borrowed): Borrowed[] {
  return tupleArray(ts, ts.mem.load(type + PyTypeObject.tp_mro))
}

function c3(ts: ThreadState, bases: readonly Borrowed[]): Borrowed[] | null {
  for (const [i, base] of bases.entries())
    if (bases.indexOf(base) !== i) {
      PyErr_Format(ts, ts.exc.TypeError, `duplicate base class ${className(ts, base)}`)
      return null
    }
  const lists = [...bases.map((base) => mroArray(ts, base)), [...bases]]
  const order: Borrowed[] = []
  const at = lists.map(() => 0)
  for (;;) {
    const left = lists.map((list, i) => list[at[i]]).filter((head) => head !== undefined)
    if (left.length === 0) return order
    const next = left.find((head) => lists.every((list, i) => list.indexOf(head, at[i] + 1) < 0))
    if (next === undefined) {
      const names = [...new Set(left)].map((t) => className(ts, t)).join(', ')
      PyErr_Format(
        ts,
        ts.exc.TypeError,
        `Cannot create a consistent method resolution${ts.profile.messages.mroBreak}order (MRO) for bases ${names}`,
      )
      return null
    }
    order.push(next)
    lists.forEach((list, i) => {
      if (list[at[i]] === next) at[i]++
    })
  }
}

function className(ts: ThreadState, type: Borrowed): string {
  const name = nameOfType(ts, type)
  return name.slice(name.lastIndexOf('.') + 1)
}
