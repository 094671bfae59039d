// Objects/typeobject.c, slotdefs: which special method stands for which slot, in both directions. Rows of one slot lie
// together; the order is CPython's, because it is the order of the names in a type's dict.
// Left out: the buffer protocol and await, aiter, anext.

import type { TypeSlots } from '../heap/typeslots.ts'
import type { SlotDef, SlotFunction, SlotWrapper } from './descriptors.ts'
import {
  BINARY_OPERATORS,
  INPLACE_OPERATORS,
  slot_nb,
  slot_nb_inplace,
  slot_nb_inplace_power,
  slot_nb_power,
} from './slotarithmetic.ts'
import * as A from './slotattributes.ts'
import * as F from './slotfunctions.ts'
import * as W from './slotwrappers.ts'

function row(
  name: string,
  slot: keyof TypeSlots,
  generic: SlotFunction | null,
  wrapper: SlotWrapper | null,
  keywords = false,
): SlotDef {
  return { name, slot, generic, wrapper, keywords }
}

const COMPARISONS = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__']

function binaryRows(from: number, to: number): SlotDef[] {
  return BINARY_OPERATORS.slice(from, to).flatMap(([slot, name, reflected]) => [
    row(name, slot, slot_nb[slot] ?? null, W.wrap_binaryfunc_l),
    row(reflected, slot, slot_nb[slot] ?? null, W.wrap_binaryfunc_r),
  ])
}

function inplaceRows(from: number, to: number): SlotDef[] {
  return INPLACE_OPERATORS.slice(from, to).map(([slot, name]) =>
    row(name, slot, slot_nb_inplace[slot] ?? null, W.wrap_binaryfunc),
  )
}

/** Every row. Made when first asked for: the files it takes its functions from import each other. */
export function slotdefs(): readonly SlotDef[] {
  rows ??= allRows()
  return rows
}

let rows: readonly SlotDef[] | undefined

function allRows(): readonly SlotDef[] {
  return [
    row('__repr__', 'tp_repr', F.slot_tp_repr, W.wrap_unaryfunc),
    row('__hash__', 'tp_hash', F.slot_tp_hash, W.wrap_hashfunc),
    row('__call__', 'tp_call', A.slot_tp_call, W.wrap_call, true),
    row('__str__', 'tp_str', F.slot_tp_str, W.wrap_unaryfunc),
    row('__getattribute__', 'tp_getattro', A.slot_tp_getattr_hook, W.wrap_getattribute),
    row('__getattr__', 'tp_getattro', A.slot_tp_getattr_hook, null),
    row('__setattr__', 'tp_setattro', A.slot_tp_setattro, W.wrap_setattr),
    row('__delattr__', 'tp_setattro', A.slot_tp_setattro, W.wrap_delattr),
    ...COMPARISONS.map((name, op) => row(name, 'tp_richcompare', F.slot_tp_richcompare, W.wrap_richcmp[op])),
    row('__iter__', 'tp_iter', F.slot_tp_iter, W.wrap_unaryfunc),
    row('__next__', 'tp_iternext', F.slot_tp_iternext, W.wrap_next),
    row('__get__', 'tp_descr_get', A.slot_tp_descr_get, W.wrap_descr_get),
    row('__set__', 'tp_descr_set', A.slot_tp_descr_set, W.wrap_descr_set),
    row('__delete__', 'tp_descr_set', A.slot_tp_descr_set, W.wrap_descr_delete),
    row('__init__', 'tp_init', A.slot_tp_init, W.wrap_init, true),
    row('__new__', 'tp_new', A.slot_tp_new, null),
    row('__del__', 'tp_finalize', F.slot_tp_finalize, W.wrap_del),
    ...binaryRows(0, 5),
    row('__pow__', 'nb_power', slot_nb_power, W.wrap_ternaryfunc),
    row('__rpow__', 'nb_power', slot_nb_power, W.wrap_ternaryfunc_r),
    row('__neg__', 'nb_negative', F.slot_nb_negative, W.wrap_unaryfunc),
    row('__pos__', 'nb_positive', F.slot_nb_positive, W.wrap_unaryfunc),
    row('__abs__', 'nb_absolute', F.slot_nb_absolute, W.wrap_unaryfunc),
    row('__bool__', 'nb_bool', F.slot_nb_bool, W.wrap_inquirypred),
    row('__invert__', 'nb_invert', F.slot_nb_invert, W.wrap_unaryfunc),
    ...binaryRows(5, 10),
    row('__int__', 'nb_int', F.slot_nb_int, W.wrap_unaryfunc),
    row('__float__', 'nb_float', F.slot_nb_float, W.wrap_unaryfunc),
    ...inplaceRows(0, 4),
    row('__ipow__', 'nb_inplace_power', slot_nb_inplace_power, W.wrap_ternaryfunc),
    ...inplaceRows(4, 9),
    ...binaryRows(10, 12),
    ...inplaceRows(9, 11),
    row('__index__', 'nb_index', F.slot_nb_index, W.wrap_unaryfunc),
    ...binaryRows(12, 13),
    ...inplaceRows(11, 12),
    row('__len__', 'mp_length', F.slot_sq_length, W.wrap_lenfunc),
    row('__getitem__', 'mp_subscript', F.slot_mp_subscript, W.wrap_binaryfunc),
    row('__setitem__', 'mp_ass_subscript', F.slot_mp_ass_subscript, W.wrap_objobjargproc),
    row('__delitem__', 'mp_ass_subscript', F.slot_mp_ass_subscript, W.wrap_delitem),
    row('__len__', 'sq_length', F.slot_sq_length, W.wrap_lenfunc),
    row('__add__', 'sq_concat', null, W.wrap_binaryfunc),
    row('__mul__', 'sq_repeat', null, W.wrap_indexargfunc),
    row('__rmul__', 'sq_repeat', null, W.wrap_indexargfunc),
    row('__getitem__', 'sq_item', F.slot_sq_item, W.wrap_sq_item),
    row('__setitem__', 'sq_ass_item', F.slot_sq_ass_item, W.wrap_sq_setitem),
    row('__delitem__', 'sq_ass_item', F.slot_sq_ass_item, W.wrap_sq_delitem),
    row('__contains__', 'sq_contains', F.slot_sq_contains, W.wrap_objobjproc),
    row('__iadd__', 'sq_inplace_concat', null, W.wrap_binaryfunc),
    row('__imul__', 'sq_inplace_repeat', null, W.wrap_indexargfunc),
  ]
}

/** The rows of each slot, in order. */
export function slotGroups(): ReadonlyMap<keyof TypeSlots, readonly SlotDef[]> {
  bySlot ??= Map.groupBy(slotdefs(), (def) => def.slot)
  return bySlot
}

/** The rows of a name; `undefined` where it stands for no slot. */
export function rowsOfName(name: string): readonly SlotDef[] | undefined {
  byName ??= Map.groupBy(slotdefs(), (def) => def.name)
  return byName.get(name)
}

let bySlot: ReadonlyMap<keyof TypeSlots, readonly SlotDef[]> | undefined
let byName: ReadonlyMap<string, readonly SlotDef[]> | undefined
