// Include/refcount.h and _Py_Dealloc: where every count goes up and down.

import { Happening } from '../../trace/happenings.ts'
import { untrack } from './gchead.ts'
import type { Memory } from './memory.ts'
import type { ThreadState } from './pystate.ts'
import { Tstate } from './runtime.ts'
import { untagged } from './stackref.ts'
import { PyObject, PyTypeObject } from './structs.ts'
import type { Owned } from './typeslots.ts'

/** Py_TPFLAGS, those the model asks about, by CPython's bits. */
export const TPFLAGS = {
  INLINE_VALUES: 1 << 2,
  MANAGED_WEAKREF: 1 << 3,
  MANAGED_DICT: 1 << 4,
  /** Matched by `case [...]`, and by `case {...}`. */
  SEQUENCE: 1 << 5,
  MAPPING: 1 << 6,
  DISALLOW_INSTANTIATION: 1 << 7,
  IMMUTABLETYPE: 1 << 8,
  HEAPTYPE: 1 << 9,
  BASETYPE: 1 << 10,
  HAVE_VECTORCALL: 1 << 11,
  READY: 1 << 12,
  HAVE_GC: 1 << 14,
  METHOD_DESCRIPTOR: 1 << 17,
  IS_ABSTRACT: 1 << 20,
  /** `case C(x)` gives the object itself to `x`. */
  MATCH_SELF: 1 << 22,
  ITEMS_AT_END: 1 << 23,
  LONG_SUBCLASS: 1 << 24,
  LIST_SUBCLASS: 1 << 25,
  TUPLE_SUBCLASS: 1 << 26,
  BYTES_SUBCLASS: 1 << 27,
  UNICODE_SUBCLASS: 1 << 28,
  DICT_SUBCLASS: 1 << 29,
  BASE_EXC_SUBCLASS: 1 << 30,
  TYPE_SUBCLASS: 1 << 31,
  /** Ours, in a bit CPython leaves free: deep structures of this type are taken apart through the trashcan. */
  TRASHCAN: 1 << 0,
} as const

/** The type of an object. */
export function Py_TYPE(ts: ThreadState, o: number): number {
  return ts.mem.words[(o + PyObject.ob_type) >> 2]
}

/** `ob_refcnt` as stored: negative for immortals since 3.12 (their unsigned value is what `sys.getrefcount` shows). */
export function Py_REFCNT(ts: ThreadState, o: number): number {
  return ts.mem.words[o >> 2]
}

/** Whether the object is immortal (3.12+: the low 32 bits are negative). Nothing is in 3.11. */
export function isImmortal(ts: ThreadState, o: number): boolean {
  return ts.mem.words[o >> 2] < 0
}

/** One more reference. */
export function INCREF(ts: ThreadState, o: number): void {
  const n = ts.mem.words[o >> 2]
  if (n >= 0) ts.mem.store(o, n + 1)
}

/** INCREF for the evaluation loop, which has the memory and its words at hand. */
export function countUp(mem: Memory, words: Int32Array, o: number): void {
  const n = words[o >> 2]
  if (n < 0) return
  if (mem.log !== null) mem.touch(o >> 2)
  words[o >> 2] = n + 1
}

/** DECREF for the evaluation loop, where it is known that the object lives on. */
export function countDown(mem: Memory, words: Int32Array, o: number): void {
  const n = words[o >> 2]
  if (n < 0) return
  if (mem.log !== null) mem.touch(o >> 2)
  words[o >> 2] = n - 1
}

/** One more reference, which is the result. */
export function newref(ts: ThreadState, o: number): Owned {
  const n = ts.mem.words[o >> 2]
  if (n >= 0) ts.mem.store(o, n + 1)
  return o
}

/** One reference less; at zero the object dies. */
export function DECREF(ts: ThreadState, o: number): void {
  const n = ts.mem.words[o >> 2]
  if (n < 0) return
  ts.mem.store(o, n - 1)
  if (n === 1) dealloc(ts, o)
}

/** DECREF that takes NULL. */
export function XDECREF(ts: ThreadState, o: number): void {
  if (o !== 0) DECREF(ts, o)
}

/** Py_CLEAR: empties the pointer at `address` first, then gives up what it held. */
export function CLEAR(ts: ThreadState, address: number): void {
  const o = ts.mem.words[address >> 2]
  if (o === 0) return
  ts.mem.store(address, 0)
  DECREF(ts, o)
}

/** Py_SETREF / Py_XSETREF: stores an owned reference, then gives up what was there. */
export function SETREF(ts: ThreadState, address: number, value: Owned): void {
  const old = ts.mem.words[address >> 2]
  ts.mem.store(address, value)
  if (old !== 0) DECREF(ts, old)
}

/** PyStackRef_XCLOSE: gives up what a cell owns; a borrowed or empty one costs nothing. */
export function closeCell(ts: ThreadState, cell: number): void {
  if (cell !== 0 && (cell & 1) === 0) DECREF(ts, cell)
}

/** PyStackRef_AsPyObjectSteal: the cell's reference as an owned one. */
export function stealCell(ts: ThreadState, cell: number): Owned {
  return cell & 1 ? newref(ts, untagged(cell)) : cell
}

/** The functions of an object's type. */
export function slotsOf(ts: ThreadState, o: number) {
  const words = ts.mem.words
  return ts.slots[words[(words[(o + PyObject.ob_type) >> 2] + PyTypeObject.slots_number) >> 2]]
}

/** The functions of a type. */
export function slotsOfType(ts: ThreadState, type: number) {
  return ts.slots[ts.mem.words[(type + PyTypeObject.slots_number) >> 2]]
}

/** `tp_flags` of a type. */
export function typeFlags(ts: ThreadState, type: number): number {
  return ts.mem.words[(type + PyTypeObject.tp_flags) >> 2]
}

function dealloc(ts: ThreadState, o: number): void {
  const { mem } = ts
  const { words } = mem
  const type = words[(o + PyObject.ob_type) >> 2]
  const flags = words[(type + PyTypeObject.tp_flags) >> 2]
  if ((flags & TPFLAGS.TRASHCAN) === 0) {
    destroy(ts, o, type)
    return
  }
  const nesting = words[Tstate.dealloc_nesting >> 2]
  if (nesting >= ts.profile.refcount.trashcanDepth) {
    if (flags & TPFLAGS.HAVE_GC) untrack(mem, o)
    // _PyTrash_thread_deposit_object: chained through the first word behind the type, the object is dead already.
    mem.store(o, mem.load(Tstate.delete_later))
    mem.store(Tstate.delete_later, o)
    return
  }
  mem.store(Tstate.dealloc_nesting, nesting + 1)
  destroy(ts, o, type)
  mem.store(Tstate.dealloc_nesting, nesting)
  if (nesting > 0) return
  for (let later = mem.load(Tstate.delete_later); later !== 0; later = mem.load(Tstate.delete_later)) {
    mem.store(Tstate.delete_later, mem.load(later))
    mem.store(later, 0)
    // One level is the drain's own, so that nothing inside drains again; the other is the object's.
    mem.store(Tstate.dealloc_nesting, 2)
    destroy(ts, later, Py_TYPE(ts, later))
  }
  mem.store(Tstate.dealloc_nesting, 0)
}

/**
 * Calls tp_dealloc. What may hold others stands on the C stack meanwhile, borrowed: a finalizer that runs before all of
 * it is given up still finds the rest. `freeObject` takes it off when its memory goes.
 */
function destroy(ts: ThreadState, o: number, type: number): void {
  ts.happenings.add(Happening.dealloc, o, type)
  const { tp_dealloc } = slotsOfType(ts, type)
  if (!tp_dealloc) throw new Error('a type without tp_dealloc')
  if ((typeFlags(ts, type) & TPFLAGS.HAVE_GC) === 0) {
    tp_dealloc(ts, o)
    return
  }
  const { mem } = ts
  const top = mem.load(Tstate.cstack_top)
  mem.store(top, o | 1)
  mem.store(Tstate.cstack_top, top + 8)
  tp_dealloc(ts, o)
  mem.store(Tstate.cstack_top, top)
}
