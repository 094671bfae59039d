// Objects/typeobject.c, mro_implementation: the method resolution order, C3.

import { whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, INCREF, Py_TYPE, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { fill } from '../profiles/index.ts'
import { solidBase } from './bestbase.ts'
import { PyErr_Format } from './errors.ts'
import { nameOfType, PyType_IsSubtype, typeName } from './object.ts'
import { PySequence_Tuple } from './sequencetuple.ts'
import { callMethod } from './slotcalls.ts'
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

/** mro_invoke: a class of another metaclass than `type` asks it for `mro`, and what it says is checked. */
export function mroInvoke(ts: ThreadState, type: Borrowed): Owned {
  if (Py_TYPE(ts, type) === ts.types.type) return mroOf(ts, type)
  const said = callMethod(ts, 'mro', type)
  const mro = said === 0 ? 0 : whileOwning(ts, said, () => PySequence_Tuple(ts, said))
  if (mro === 0) return 0
  const wrong = whatIsWrong(ts, type, mro)
  if (wrong === null) return mro
  PyErr_Format(ts, ts.exc.TypeError, wrong)
  DECREF(ts, mro)
  return 0
}

function whatIsWrong(ts: ThreadState, type: Borrowed, mro: Borrowed): string | null {
  if (PyTuple_GET_SIZE(ts, mro) === 0) return 'type MRO must not be empty'
  for (const item of tupleArray(ts, mro)) {
    const message = notInMro(ts, type, item)
    if (message !== null) return fill(ts.profile.messages.mroPrefix, nameOfType(ts, type)) + message
  }
  return null
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
