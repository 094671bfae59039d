// Objects/typeobject.c, inherit_slots: which of a base's functions a type takes over.

import type { ThreadState } from '../heap/pystate.ts'
import { slotsOfType } from '../heap/refcount.ts'
import { PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, TypeSlots } from '../heap/typeslots.ts'
import { getItemText } from './dictobject.ts'

/** Slots with a rule of their own, below or in typeobject.ts. */
const SPECIAL: ReadonlySet<keyof TypeSlots> = new Set([
  'tp_getattro',
  'tp_setattro',
  'tp_hash',
  'tp_richcompare',
  'tp_traverse',
  'tp_clear',
  'tp_new',
])

/** Adds to `slots`, the table of `type`, what `base` (one class of its mro) contributes. */
export function inheritSlots(ts: ThreadState, type: Borrowed, slots: TypeSlots, base: Borrowed): void {
  const from = slotsOfType(ts, base)
  const basebase = ts.mem.load(base + PyTypeObject.tp_base)
  const before: TypeSlots = basebase === 0 ? {} : slotsOfType(ts, basebase)
  for (const key of Object.keys(from) as (keyof TypeSlots)[]) {
    if (SPECIAL.has(key) || slots[key] !== undefined) continue
    // A function the base only inherited comes from the base's own base, in mro order.
    if (from[key] !== undefined && from[key] !== before[key]) assign(slots, key, from)
  }
  if (!slots.tp_getattro) assign(slots, 'tp_getattro', from)
  if (!slots.tp_setattro) assign(slots, 'tp_setattro', from)
  if (slots.tp_hash === undefined && !slots.tp_richcompare && !overridesHash(ts, type)) {
    assign(slots, 'tp_richcompare', from)
    assign(slots, 'tp_hash', from)
  }
}

function assign<K extends keyof TypeSlots>(slots: TypeSlots, key: K, from: TypeSlots): void {
  if (from[key] !== undefined) slots[key] = from[key]
}

function overridesHash(ts: ThreadState, type: Borrowed): boolean {
  const dict = ts.mem.load(type + PyTypeObject.tp_dict)
  return getItemText(ts, dict, '__eq__') !== 0 || getItemText(ts, dict, '__hash__') !== 0
}
