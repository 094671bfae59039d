// Objects/typeobject.c, type_new_slots: what `__slots__` asks for.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref } from '../heap/refcount.ts'
import { PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { fill } from '../profiles/index.ts'
import { getItemText } from './dictobject.ts'
import { PyErr_Format } from './errors.ts'
import { newList, PyList_AsTuple, PyList_SET_ITEM } from './listobject.ts'
import { tupleArray } from './mro.ts'
import { nameOfType, PyUnicode_Check, typeName } from './object.ts'
import { PySequence_Tuple } from './sequencetuple.ts'
import { PyTuple_FromArray } from './tupleobject.ts'
import { PyType_Check } from './typelookup.ts'
import { internStr, textOf } from './unicodeobject.ts'

/** What instances of the new class get. */
export interface SlotPlan {
  /** Slots by their mangled names, in order. */
  readonly names: readonly string[]
  /** The same as a tuple of str, for `ht_slots`; 0 where there is no `__slots__`. */
  readonly tuple: Owned
  readonly addDict: boolean
  readonly addWeakref: boolean
}

/** Reads `__slots__` from a class body's dict; `null` with an exception. */
export function readSlots(
  ts: ThreadState,
  base: Borrowed,
  bases: Borrowed,
  dict: Borrowed,
  className: string,
): SlotPlan | null {
  const mem = ts.mem
  const mayAddDict = mem.load(base + PyTypeObject.tp_dictoffset) === 0
  const variable = mem.load(base + PyTypeObject.tp_itemsize) !== 0
  const mayAddWeakref = mem.load(base + PyTypeObject.tp_weaklistoffset) === 0 && !variable
  const given = getItemText(ts, dict, '__slots__')
  if (given === 0) return { names: [], tuple: 0, addDict: mayAddDict, addWeakref: mayAddWeakref }
  const slots = PyUnicode_Check(ts, given) ? PyTuple_FromArray(ts, [newref(ts, given)]) : PySequence_Tuple(ts, given)
  if (slots === 0) return null
  const plan = readTuple(ts, base, bases, dict, className, slots, mayAddDict, mayAddWeakref)
  DECREF(ts, slots)
  return plan
}

function readTuple(
  ts: ThreadState,
  base: Borrowed,
  bases: Borrowed,
  dict: Borrowed,
  className: string,
  slots: Borrowed,
  mayAddDict: boolean,
  mayAddWeakref: boolean,
): SlotPlan | null {
  const fail = (type: Borrowed, message: string) => {
    PyErr_Format(ts, type, message)
    return null
  }
  const items = tupleArray(ts, slots)
  const baseHasItems = ts.mem.load(base + PyTypeObject.tp_itemsize) !== 0
  if (items.length > 0 && baseHasItems && !onlyExtras(ts, items))
    return fail(ts.exc.TypeError, fill(ts.profile.messages.slotsNotSupported, nameOfType(ts, base)))
  let addDict = false
  let addWeakref = false
  const names: string[] = []
  for (const item of items) {
    if (!PyUnicode_Check(ts, item))
      return fail(ts.exc.TypeError, `__slots__ items must be strings, not '${typeName(ts, item)}'`)
    const name = textOf(ts, item)
    if (!/^[\p{XID_Start}_][\p{XID_Continue}]*$/u.test(name))
      return fail(ts.exc.TypeError, '__slots__ must be identifiers')
    if (name === '__dict__') {
      if (!mayAddDict || addDict) return fail(ts.exc.TypeError, '__dict__ slot disallowed: we already got one')
      addDict = true
    } else if (name === '__weakref__') {
      if (!mayAddWeakref || addWeakref) return fail(ts.exc.TypeError, ts.profile.messages.weakrefSlot)
      addWeakref = true
    } else {
      const mangled = mangle(name, className)
      // `__qualname__` and `__classcell__` are taken out of the dict afterwards.
      if (mangled !== '__qualname__' && mangled !== '__classcell__' && getItemText(ts, dict, mangled) !== 0)
        return fail(ts.exc.ValueError, `'${name}' in __slots__ conflicts with class variable`)
      names.push(mangled)
    }
  }
  names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  // They are sorted in a list.
  const list = newList(ts, names.length)
  if (list === 0) return null
  for (const [i, name] of names.entries()) PyList_SET_ITEM(ts, list, i, internStr(ts, name))
  const tuple = PyList_AsTuple(ts, list)
  DECREF(ts, list)
  if (tuple === 0) return null
  // A further base may bring what the best base lacks.
  for (const other of tupleArray(ts, bases)) {
    if (other === base || !PyType_Check(ts, other)) continue
    if (mayAddDict && !addDict && ts.mem.load(other + PyTypeObject.tp_dictoffset) !== 0) addDict = true
    if (mayAddWeakref && !addWeakref && ts.mem.load(other + PyTypeObject.tp_weaklistoffset) !== 0) addWeakref = true
  }
  return { names, tuple, addDict, addWeakref }
}

function onlyExtras(ts: ThreadState, items: readonly Borrowed[]): boolean {
  return (
    ts.profile.classes.extrasInVariableSlots &&
    items.every((item) => PyUnicode_Check(ts, item) && ['__dict__', '__weakref__'].includes(textOf(ts, item)))
  )
}

/** _Py_Mangle: private names carry the class's name. */
function mangle(name: string, className: string): string {
  if (!name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name
  const stripped = className.replace(/^_+/, '')
  return stripped === '' ? name : `_${stripped}${name}`
}
