// Objects/typeobject.c, subtype_dealloc and its kin: how an instance of a Python class dies, and what it holds.

import { Happening } from '../../trace/happenings.ts'
import { AS_GC, PREV_MASK_FINALIZED, track, untrack } from '../heap/gchead.ts'
import { freeObject, hold, holdMark, release } from '../heap/objimpl.ts'
import { plainValues } from '../heap/plaininstances.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, Py_TYPE, slotsOfType, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { PyTypeObject, PyVarObject } from '../heap/structs.ts'
import type { Borrowed, Edge, Visit } from '../heap/typeslots.ts'
import { _PyObject_ClearInlineValues, _PyObject_VisitInstanceAttributes } from './dictobject.ts'
import { _PyObject_ComputedDictPointer } from './genericattr.ts'

/** sizeof(PyMemberDef): the table of slots stands behind the class, one such row each. */
export const PyMemberDef_SIZE = 40
/** Where in a row: number of the name's text, and offset in the instance. */
export const MEMBER_NAME = 0
export const MEMBER_OFFSET = 16

/** _PyHeapType_GET_MEMBERS: where the rows start. */
export function membersOf(ts: ThreadState, type: Borrowed): number {
  return type + ts.mem.load(Py_TYPE(ts, type) + PyTypeObject.tp_basicsize)
}

/** PyObject_CallFinalizerFromDealloc: 0 when the object may die, -1 when its finalizer made it live on. */
export function PyObject_CallFinalizerFromDealloc(ts: ThreadState, self: Borrowed): number {
  const mem = ts.mem
  mem.store(self, 1)
  const mark = holdMark(ts)
  hold(ts, self)
  PyObject_CallFinalizer(ts, self)
  release(ts, mark)
  const count = mem.load(self)
  mem.store(self, count - 1)
  if (count === 1) return 0
  ts.happenings.add(Happening.resurrect, self, Py_TYPE(ts, self))
  return -1
}

/** PyObject_CallFinalizer: `__del__`, once in the life of an object. */
export function PyObject_CallFinalizer(ts: ThreadState, self: Borrowed): void {
  const type = Py_TYPE(ts, self)
  const finalize = slotsOfType(ts, type).tp_finalize
  if (!finalize) return
  const gc = (typeFlags(ts, type) & TPFLAGS.HAVE_GC) !== 0
  const flags = AS_GC(self) + 8
  if (gc && ts.mem.load(flags) & PREV_MASK_FINALIZED) return
  ts.happenings.add(Happening.finalize, self, type)
  finalize(ts, self)
  if (gc) ts.mem.store(flags, ts.mem.load(flags) | PREV_MASK_FINALIZED)
}

export function subtype_dealloc(ts: ThreadState, self: number): void {
  const mem = ts.mem
  let type = Py_TYPE(ts, self)
  const slots = slotsOfType(ts, type)
  if (slots.tp_finalize === undefined && plainDealloc(ts, self, type)) return
  const gc = (typeFlags(ts, type) & TPFLAGS.HAVE_GC) !== 0
  if (gc) untrack(mem, self)
  // The nearest base that was not made by Python code knows how the rest dies.
  let base = type
  while (slotsOfType(ts, base).tp_dealloc === subtype_dealloc) base = mem.load(base + PyTypeObject.tp_base)
  if (slots.tp_finalize) {
    if (gc) track(mem, self)
    if (PyObject_CallFinalizerFromDealloc(ts, self) < 0) return
    if (gc) untrack(mem, self)
  }
  const ownWeakrefs =
    mem.load(type + PyTypeObject.tp_weaklistoffset) !== 0 && mem.load(base + PyTypeObject.tp_weaklistoffset) === 0
  if (ownWeakrefs) {
    ts.clearWeakRefs(self)
    // References made meanwhile: their callbacks could see a half-dead object.
    if (slots.tp_finalize) ts.clearWeakRefsNoCallbacks(self)
  }
  for (let t = type; t !== base; t = mem.load(t + PyTypeObject.tp_base))
    if (mem.load(t + PyVarObject.ob_size) !== 0) clearSlots(ts, t, self)
  clearDict(ts, type, base, self)
  type = Py_TYPE(ts, self)
  // A base that knows the collector untracks the object itself.
  if (gc && typeFlags(ts, base) & TPFLAGS.HAVE_GC) track(mem, self)
  const heap = (typeFlags(ts, type) & TPFLAGS.HEAPTYPE) !== 0 && (typeFlags(ts, base) & TPFLAGS.HEAPTYPE) === 0
  slotsOfType(ts, base).tp_dealloc?.(ts, self)
  if (heap) DECREF(ts, type)
}

/** The same for the instances there are most of; false where it is not one of those, and nothing has been done. */
function plainDealloc(ts: ThreadState, self: Borrowed, type: Borrowed): boolean {
  if (plainValues(ts, self, type) === 0) return false
  untrack(ts.mem, self)
  ts.clearWeakRefs(self)
  _PyObject_ClearInlineValues(ts, self)
  freeObject(ts, self)
  DECREF(ts, type)
  return true
}

function clearDict(ts: ThreadState, type: Borrowed, base: Borrowed, self: Borrowed): void {
  if (typeFlags(ts, type) & TPFLAGS.MANAGED_DICT) {
    if ((typeFlags(ts, base) & TPFLAGS.MANAGED_DICT) === 0) _PyObject_ClearInlineValues(ts, self)
    return
  }
  if (ts.mem.load(type + PyTypeObject.tp_dictoffset) === 0 || ts.mem.load(base + PyTypeObject.tp_dictoffset) !== 0)
    return
  const pointer = _PyObject_ComputedDictPointer(ts, self)
  if (pointer !== 0) CLEAR(ts, pointer)
}

/** clear_slots: in the order of the slots' names. */
function clearSlots(ts: ThreadState, type: Borrowed, self: Borrowed): void {
  forEachSlot(ts, type, (offset) => CLEAR(ts, self + offset))
}

function forEachSlot(ts: ThreadState, type: Borrowed, each: (offset: number, name: number) => void): void {
  const n = ts.mem.load(type + PyVarObject.ob_size)
  const rows = membersOf(ts, type)
  for (let i = 0; i < n; i++) {
    const row = rows + i * PyMemberDef_SIZE
    each(ts.mem.load(row + MEMBER_OFFSET), ts.mem.load(row + MEMBER_NAME))
  }
}

const CLASS: Edge = { kind: 'field', name: '__class__' }

export function subtype_traverse(ts: ThreadState, self: Borrowed, visit: Visit): void {
  const mem = ts.mem
  const type = Py_TYPE(ts, self)
  let base = type
  for (; slotsOfType(ts, base).tp_traverse === subtype_traverse; base = mem.load(base + PyTypeObject.tp_base))
    if (mem.load(base + PyVarObject.ob_size) !== 0) visitSlots(ts, base, self, visit)
  if (typeFlags(ts, type) & TPFLAGS.MANAGED_DICT) _PyObject_VisitInstanceAttributes(ts, self, visit)
  else if (mem.load(type + PyTypeObject.tp_dictoffset) !== mem.load(base + PyTypeObject.tp_dictoffset)) {
    const pointer = _PyObject_ComputedDictPointer(ts, self)
    const dict = pointer === 0 ? 0 : mem.load(pointer)
    if (dict !== 0) visit(dict, { kind: 'field', name: '__dict__' })
  }
  const { tp_traverse } = slotsOfType(ts, base)
  // A base on the heap that is watched by the collector visits the class itself.
  if (typeFlags(ts, type) & TPFLAGS.HEAPTYPE && !(tp_traverse && typeFlags(ts, base) & TPFLAGS.HEAPTYPE))
    visit(type, CLASS)
  tp_traverse?.(ts, self, visit)
}

function visitSlots(ts: ThreadState, type: Borrowed, self: Borrowed, visit: Visit): void {
  forEachSlot(ts, type, (offset, name) => {
    const o = ts.mem.load(self + offset)
    if (o !== 0) visit(o, { kind: 'attribute', name: ts.texts[name] })
  })
}

export function subtype_clear(ts: ThreadState, self: Borrowed): void {
  const mem = ts.mem
  const type = Py_TYPE(ts, self)
  let base = type
  for (; slotsOfType(ts, base).tp_clear === subtype_clear; base = mem.load(base + PyTypeObject.tp_base))
    if (mem.load(base + PyVarObject.ob_size) !== 0) clearSlots(ts, base, self)
  if (typeFlags(ts, type) & TPFLAGS.MANAGED_DICT) {
    if ((typeFlags(ts, base) & TPFLAGS.MANAGED_DICT) === 0) _PyObject_ClearInlineValues(ts, self)
  } else if (mem.load(type + PyTypeObject.tp_dictoffset) !== mem.load(base + PyTypeObject.tp_dictoffset)) {
    const pointer = _PyObject_ComputedDictPointer(ts, self)
    if (pointer !== 0) CLEAR(ts, pointer)
  }
  slotsOfType(ts, base).tp_clear?.(ts, self)
}
