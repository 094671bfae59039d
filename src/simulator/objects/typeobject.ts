// Objects/typeobject.c: what every type goes through to become usable (PyType_Ready), how attributes are found along the
// mro, and how instances are born. Python classes are made in typenew.ts; the slot tables are in slotdefs.ts.
// Left out: the method cache and version tags, which no program can observe.

import { track } from '../heap/gchead.ts'
import { allocate } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, INCREF, newref, slotsOfType, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { PyTypeObject, PyVarObject } from '../heap/structs.ts'
import type { Borrowed, Owned, TypeSlots } from '../heap/typeslots.ts'
import {
  PyDescr_NewClassMethod,
  PyDescr_NewGetSet,
  PyDescr_NewMember,
  PyDescr_NewMethod,
  PyDescr_NewWrapper,
} from './descrobject.ts'
import { _PyInlineValuesSize, _PyObject_InitInlineValues, getItemText, PyDict_New, setItemText } from './dictobject.ts'
import { PyErr_NoMemory } from './errors.ts'
import { PyCFunction_New } from './methodobject.ts'
import { newStaticMethod } from './methodwrappers.ts'
import { mroOf } from './mro.ts'
import { type MethodSpec, nameOfType, type TypeSpec } from './object.ts'
import { slotdefs } from './slotdefs.ts'
import { inheritSlots } from './slotinherit.ts'
import { addSubclass } from './subclasses.ts'
import { tp_new_methoddef } from './tpnew.ts'
import { PyTuple_FromArray, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'
import { newStr } from './unicodeobject.ts'
import { setSlots } from './updateslots.ts'

export { _PyType_Lookup, lookupSpecial, lookupText, PyType_Check, shortTypeName } from './typelookup.ts'

/** What a native type says of itself besides its name and base. */
export type TypeBody = Omit<TypeSpec, 'name' | 'tp_name' | 'base'>

/** tp_alloc: an instance with `nitems` items (and one more as a sentinel), cleared and tracked. */
export function PyType_GenericAlloc(ts: ThreadState, type: Borrowed, nitems = 0): Owned {
  const o = _PyType_AllocNoTrack(ts, type, nitems)
  if (o !== 0 && typeFlags(ts, type) & TPFLAGS.HAVE_GC) track(ts.mem, o)
  return o
}

/** The same, not yet tracked. */
export function _PyType_AllocNoTrack(ts: ThreadState, type: Borrowed, nitems = 0): Owned {
  const mem = ts.mem
  const itemsize = mem.load(type + PyTypeObject.tp_itemsize)
  const body = (mem.load(type + PyTypeObject.tp_basicsize) + (itemsize === 0 ? 0 : (nitems + 1) * itemsize) + 7) & ~7
  const flags = typeFlags(ts, type)
  const inline = (flags & TPFLAGS.INLINE_VALUES) !== 0
  const o = allocate(ts, type, inline ? body + _PyInlineValuesSize(ts, type) : body)
  if (o === 0) return PyErr_NoMemory(ts)
  if (itemsize !== 0) mem.store(o + PyVarObject.ob_size, nitems)
  if (inline) _PyObject_InitInlineValues(ts, o, type)
  return o
}

/** Reserves the memory of a static type and fills in what allocation asks of it. The rest is `PyType_Ready`'s. */
export function allocateStaticType(ts: ThreadState, spec: TypeSpec): void {
  const { name, tp_name = name } = spec
  registerStatic(ts, name, reserveStaticType(ts, spec, typeof tp_name === 'string' ? tp_name : tp_name(ts.profile)))
}

/** The same for a type that is found by other means than `ts.types`. */
export function reserveStaticType(ts: ThreadState, spec: TypeBody, tp_name: string): Borrowed {
  const mem = ts.mem
  // 16 zero bytes in front: a static type has no collector header, and this reads as "not tracked".
  const type = mem.sbrk(16 + ts.profile.layout.type, 16) + 16
  const immortal = ts.profile.refcount.immortalStatic
  mem.store(type, immortal === null ? 1 : immortal | 0)
  mem.store(type + PyTypeObject.tp_name, ts.addText(tp_name))
  describeType(ts, type, spec, TPFLAGS.IMMUTABLETYPE)
  return type
}

/** Enters sizes, offsets, flags and functions of a native type. */
export function describeType(ts: ThreadState, type: Borrowed, spec: TypeBody, flags: number): void {
  const mem = ts.mem
  mem.store(
    type + PyTypeObject.tp_basicsize,
    typeof spec.basicsize === 'number' ? spec.basicsize : spec.basicsize(ts.profile),
  )
  mem.store(type + PyTypeObject.tp_itemsize, spec.itemsize ?? 0)
  mem.store(type + PyTypeObject.tp_weaklistoffset, spec.weaklistoffset ?? 0)
  mem.store(type + PyTypeObject.tp_dictoffset, spec.dictoffset ?? 0)
  let all = flags
  for (const flag of spec.flags) all |= TPFLAGS[flag]
  mem.store(type + PyTypeObject.tp_flags, all)
  const { tp_hash, ...slots } = spec.slots
  setSlots(ts, type, ts.profile.numbers.unhashable.includes(nameOfType(ts, type)) ? slots : { ...spec.slots })
}

/** The address of a static type or built-in exception by its name in the tables. */
export function staticType(ts: ThreadState, name: string): Borrowed {
  if (name in ts.types) return ts.types[name as keyof typeof ts.types]
  return ts.exc[name as keyof typeof ts.exc]
}

function registerStatic(ts: ThreadState, name: string, type: Borrowed): void {
  if (name in ts.types) ts.types[name as keyof typeof ts.types] = type
  else ts.exc[name as keyof typeof ts.exc] = type
  ts.mem.store(type + 8, ts.types.type)
}

/** Readies a static type: its dict, bases, mro and inherited functions. Bases first. */
export function PyType_Ready(ts: ThreadState, spec: TypeSpec): void {
  const type = staticType(ts, spec.name)
  if (typeFlags(ts, type) & TPFLAGS.READY) return
  ts.mem.store(type + 8, ts.types.type)
  readyNativeType(ts, type, spec, spec.name === 'object' ? 0 : staticType(ts, spec.base ?? 'object'))
}

/** The same for any native type, static or on the heap, whose sizes and functions are entered already. */
export function readyNativeType(ts: ThreadState, type: Borrowed, spec: TypeBody, base: Borrowed): void {
  const mem = ts.mem
  if (base !== 0) {
    INCREF(ts, base)
    mem.store(type + PyTypeObject.tp_base, base)
    INCREF(ts, base)
  }
  mem.store(type + PyTypeObject.tp_bases, PyTuple_FromArray(ts, base === 0 ? [] : [base]))
  mem.store(type + PyTypeObject.tp_dict, PyDict_New(ts))
  readyNew(ts, type, base)
  addOperators(ts, type)
  for (const method of spec.methods ?? []) if (method.when?.(ts.profile) !== false) addMethod(ts, type, method)
  for (const [name, offset, how] of spec.members ?? []) {
    const kind = how === 'writable' ? 'object' : (how ?? 'object')
    if (hasAttribute(ts, type, name))
      addOwned(ts, type, name, PyDescr_NewMember(ts, type, { name, offset, readonly: !how, kind }))
  }
  for (const getset of spec.getset ?? [])
    if (getset.when?.(ts.profile) !== false && hasAttribute(ts, type, getset.name))
      addOwned(ts, type, getset.name, PyDescr_NewGetSet(ts, type, getset))
  setDoc(ts, type, spec.doc)
  mem.store(type + PyTypeObject.tp_mro, mroOf(ts, type))
  inheritFromBases(ts, type)
  readyHash(ts, type)
  if (base !== 0) addSubclass(ts, base, type)
  mem.store(type + PyTypeObject.tp_flags, typeFlags(ts, type) | TPFLAGS.READY)
}

/** Whether the version's type has what later ones have. */
function hasAttribute(ts: ThreadState, type: Borrowed, name: string): boolean {
  return !ts.profile.modules.missing.includes(`${nameOfType(ts, type)}.${name}`)
}

/** Adds a method to a native type: a descriptor of the kind its binding asks for. */
export function addMethod(ts: ThreadState, type: Borrowed, method: MethodSpec): void {
  if (!hasAttribute(ts, type, method.name)) return
  const o =
    method.binding === 'class'
      ? PyDescr_NewClassMethod(ts, type, method)
      : method.binding === 'static'
        ? newStaticMethod(ts, PyCFunction_New(ts, method, type, 0))
        : PyDescr_NewMethod(ts, type, method)
  addOwned(ts, type, method.name, o)
}

/** inherit_special and inherit_slots for each type of the mro but the first: the table grows, sizes and flags come down. */
export function inheritFromBases(ts: ThreadState, type: Borrowed): void {
  const mem = ts.mem
  const base = mem.load(type + PyTypeObject.tp_base)
  const slots = { ...slotsOfType(ts, type) }
  if (base !== 0) inheritSpecial(ts, type, base, slots)
  const mro = mem.load(type + PyTypeObject.tp_mro)
  for (let i = 1; i < PyTuple_GET_SIZE(ts, mro); i++) inheritSlots(ts, type, slots, PyTuple_GET_ITEM(ts, mro, i))
  setSlots(ts, type, slots)
}

function inheritSpecial(ts: ThreadState, type: Borrowed, base: Borrowed, slots: TypeSlots): void {
  const mem = ts.mem
  const from = slotsOfType(ts, base)
  let flags = typeFlags(ts, type)
  const baseFlags = typeFlags(ts, base)
  if (!(flags & TPFLAGS.HAVE_GC) && baseFlags & TPFLAGS.HAVE_GC && !slots.tp_traverse && !slots.tp_clear) {
    flags |= TPFLAGS.HAVE_GC
    if (from.tp_traverse) slots.tp_traverse = from.tp_traverse
    if (from.tp_clear) slots.tp_clear = from.tp_clear
  }
  for (const field of [
    PyTypeObject.tp_basicsize,
    PyTypeObject.tp_itemsize,
    PyTypeObject.tp_weaklistoffset,
    PyTypeObject.tp_dictoffset,
  ])
    if (mem.load(type + field) === 0) mem.store(type + field, mem.load(base + field))
  flags |= baseFlags & INHERITED
  if (!(flags & TPFLAGS.HEAPTYPE) || typeFlags(ts, type) & TPFLAGS.IMMUTABLETYPE) flags |= baseFlags & SEQUENCE_KINDS
  mem.store(type + PyTypeObject.tp_flags, flags)
}

const SEQUENCE_KINDS = TPFLAGS.SEQUENCE | TPFLAGS.MAPPING
const INHERITED =
  TPFLAGS.LONG_SUBCLASS |
  TPFLAGS.LIST_SUBCLASS |
  TPFLAGS.TUPLE_SUBCLASS |
  TPFLAGS.BYTES_SUBCLASS |
  TPFLAGS.UNICODE_SUBCLASS |
  TPFLAGS.DICT_SUBCLASS |
  TPFLAGS.BASE_EXC_SUBCLASS |
  TPFLAGS.TYPE_SUBCLASS |
  TPFLAGS.ITEMS_AT_END |
  TPFLAGS.MATCH_SELF |
  TPFLAGS.MANAGED_DICT |
  TPFLAGS.MANAGED_WEAKREF |
  SEQUENCE_KINDS

/** add_operators: a wrapper_descriptor in the dict for every function the type has of its own. */
function addOperators(ts: ThreadState, type: Borrowed): void {
  const slots = slotsOfType(ts, type)
  const dict = ts.mem.load(type + PyTypeObject.tp_dict)
  for (const def of slotdefs()) {
    const native = slots[def.slot]
    if (native === undefined || def.wrapper === null || getItemText(ts, dict, def.name) !== 0) continue
    if (!hasAttribute(ts, type, def.name)) continue
    if (native === null) setItemText(ts, dict, def.name, ts.none)
    else addOwned(ts, type, def.name, PyDescr_NewWrapper(ts, type, def, native))
  }
}

/** type_ready_set_new: `__new__` as a builtin function, or no instances from Python at all. */
function readyNew(ts: ThreadState, type: Borrowed, base: Borrowed): void {
  const slots = slotsOfType(ts, type)
  const flags = typeFlags(ts, type)
  if (!slots.tp_new && base === ts.types.object && !(flags & TPFLAGS.HEAPTYPE))
    ts.mem.store(type + PyTypeObject.tp_flags, flags | TPFLAGS.DISALLOW_INSTANTIATION)
  else if (slots.tp_new && !(flags & TPFLAGS.DISALLOW_INSTANTIATION))
    addOwned(ts, type, '__new__', PyCFunction_New(ts, tp_new_methoddef, type, 0))
  else if (base !== 0 && !(flags & TPFLAGS.DISALLOW_INSTANTIATION)) inheritNew(ts, type, base)
}

/** A type without a `__new__` of its own makes instances as its base does. */
export function inheritNew(ts: ThreadState, type: Borrowed, base: Borrowed): void {
  const tp_new = slotsOfType(ts, base).tp_new
  if (tp_new) setSlots(ts, type, { ...slotsOfType(ts, type), tp_new })
}

/** type_dict_set_doc: `__doc__` is always there. */
export function setDoc(ts: ThreadState, type: Borrowed, doc: string | undefined): void {
  const dict = ts.mem.load(type + PyTypeObject.tp_dict)
  if (getItemText(ts, dict, '__doc__') !== 0) return
  addOwned(ts, type, '__doc__', doc === undefined ? newref(ts, ts.none) : newStr(ts, doc))
}

/** type_ready_set_hash: defining neither `__hash__` nor anything else than equality makes instances unhashable. */
export function readyHash(ts: ThreadState, type: Borrowed): void {
  if (slotsOfType(ts, type).tp_hash !== undefined) return
  const dict = ts.mem.load(type + PyTypeObject.tp_dict)
  if (getItemText(ts, dict, '__hash__') !== 0) return
  setItemText(ts, dict, '__hash__', ts.none)
  setSlots(ts, type, { ...slotsOfType(ts, type), tp_hash: null })
}

function addOwned(ts: ThreadState, type: Borrowed, name: string, o: Owned): void {
  setItemText(ts, ts.mem.load(type + PyTypeObject.tp_dict), name, o)
  DECREF(ts, o)
}
