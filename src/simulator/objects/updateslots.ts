// Objects/typeobject.c, fixup_slot_dispatchers and update_slot: the functions of a Python class follow its dict and mro.

import type { ThreadState } from '../heap/pystate.ts'
import { Py_TYPE, slotsOfType } from '../heap/refcount.ts'
import { PyCFunctionObject, PyTypeObject } from '../heap/structs.ts'
import { type Borrowed, TypeSlots } from '../heap/typeslots.ts'
import { payloadOf, type SlotDef, type SlotFunction } from './descriptors.ts'
import { getItemText } from './dictobject.ts'
import { PyType_IsSubtype } from './object.ts'
import { rowsOfName, slotGroups } from './slotdefs.ts'
import { subclassesOf } from './subclasses.ts'
import { tp_new_methoddef } from './tpnew.ts'
import { lookupText } from './typelookup.ts'

/** Sets every slot of a new Python class. */
export function fixupSlotDispatchers(ts: ThreadState, type: Borrowed): void {
  const slots: TypeSlots = { ...slotsOfType(ts, type) }
  for (const group of slotGroups().values()) updateOneSlot(ts, type, slots, group)
  setSlots(ts, type, slots)
}

/** After `type.name` changed: the slots that name stands for, here and in the subclasses that inherit it. */
export function updateSlot(ts: ThreadState, type: Borrowed, name: string): void {
  const defs = rowsOfName(name)
  if (!defs) return
  const slots: TypeSlots = { ...slotsOfType(ts, type) }
  for (const def of defs) updateOneSlot(ts, type, slots, slotGroups().get(def.slot) ?? [])
  setSlots(ts, type, slots)
  for (const subclass of subclassesOf(ts, type))
    if (getItemText(ts, ts.mem.load(subclass + PyTypeObject.tp_dict), name) === 0) updateSlot(ts, subclass, name)
}

/** After `__bases__` changed: every slot, here and below. */
export function updateAllSlots(ts: ThreadState, type: Borrowed): void {
  fixupSlotDispatchers(ts, type)
  for (const subclass of subclassesOf(ts, type)) updateAllSlots(ts, subclass)
}

/** Gives a new table of functions to a type. A table is never changed once in use, so that going back in time works. */
export function setSlots(ts: ThreadState, type: Borrowed, slots: TypeSlots): void {
  ts.mem.store(type + PyTypeObject.slots_number, ts.slots.push(Object.assign(new TypeSlots(), slots)) - 1)
}

function updateOneSlot(ts: ThreadState, type: Borrowed, slots: TypeSlots, group: readonly SlotDef[]): void {
  const slot = group[0].slot
  let specific: SlotFunction | null | undefined
  let generic: SlotFunction | null | undefined
  let useGeneric = false
  for (const def of group) {
    const descr = lookupText(ts, type, def.name)
    if (descr === 0) continue
    const payload = Py_TYPE(ts, descr) === ts.types.wrapper_descriptor ? payloadOf(ts, descr) : null
    if (payload?.kind === 'wrapper' && payload.def.name === def.name) {
      if (onlyFilledSlot(slots, def)) generic = def.generic
      const fits =
        (specific === undefined || specific === payload.wrapped) &&
        payload.def.wrapper === def.wrapper &&
        PyType_IsSubtype(ts, type, ts.mem.load(descr + 16))
      if (fits) specific = payload.wrapped
      else useGeneric = true
    } else if (slot === 'tp_new' && isNativeNew(ts, descr)) specific = slots.tp_new
    else if (slot === 'tp_hash' && descr === ts.none) specific = null
    else {
      useGeneric = true
      generic = def.generic
    }
  }
  const value = specific !== undefined && !useGeneric ? specific : (generic ?? undefined)
  const table = slots as Record<string, unknown>
  if (value === undefined) delete table[slot]
  else table[slot] = value
}

/** resolve_slotdups: whether of all slots a name stands for, this one alone is filled, or none is. */
function onlyFilledSlot(slots: TypeSlots, def: SlotDef): boolean {
  let filled: keyof TypeSlots | null = null
  for (const other of rowsOfName(def.name) ?? []) {
    if (slots[other.slot] === undefined) continue
    if (filled !== null) return true
    filled = other.slot
  }
  return filled === null || filled === def.slot
}

function isNativeNew(ts: ThreadState, o: Borrowed): boolean {
  return (
    Py_TYPE(ts, o) === ts.types.builtin_function_or_method &&
    ts.natives[ts.mem.load(o + PyCFunctionObject.m_ml)] === tp_new_methoddef
  )
}
