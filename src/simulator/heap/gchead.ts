// Include/internal/pycore_gc.h: the two words before every object that can hold others, and the lists they form.

import type { Memory } from './memory.ts'
import { GcState, Tstate } from './runtime.ts'
import { PyGC_Head } from './structs.ts'

/** Bytes before the object. */
export const GC_HEAD_SIZE = PyGC_Head.sizeof
/** Flag bits in `_gc_prev`: its finalizer has run; a collection is looking at it. */
export const PREV_MASK_FINALIZED = 1
export const PREV_MASK_COLLECTING = 2
/** During a collection `gc_refs`, the copied count, takes the place of the address in `_gc_prev`, above the flags. */
export const PREV_SHIFT = 2
const PREV_FLAGS = PREV_MASK_FINALIZED | PREV_MASK_COLLECTING

/** The header of an object. */
export function AS_GC(object: number): number {
  return object - GC_HEAD_SIZE
}

/** The object of a header. */
export function FROM_GC(head: number): number {
  return head + GC_HEAD_SIZE
}

/** Whether the collector has this object in one of its lists. */
export function isTracked(mem: Memory, object: number): boolean {
  return mem.load(object - GC_HEAD_SIZE) !== 0
}

/** _PyObject_GC_TRACK: appends to the youngest generation. */
export function track(mem: Memory, object: number): void {
  listAppend(mem, object - GC_HEAD_SIZE, GcState.generation0)
  if (mem.load(GcState.counts_tracked) !== 0) countTracked(mem, 1)
}

/** The incremental collector counts tracked objects, and is due when there are more than the threshold. */
function countTracked(mem: Memory, change: 1 | -1): void {
  const count = mem.load(GcState.generation0_count)
  if (change > 0 || count > 0) mem.store(GcState.generation0_count, count + change)
  mem.store(GcState.heap_size, mem.load(GcState.heap_size) + change)
  const threshold = mem.load(GcState.generation0_threshold)
  if (change < 0 || threshold === 0 || count < threshold) return
  if (mem.load(GcState.enabled) === 0 || mem.load(GcState.collecting) !== 0) return
  if (mem.load(Tstate.current_exception) === 0) mem.store(GcState.gc_scheduled, 1)
}

/** _PyObject_GC_UNTRACK. Leaves the "finalized" flag. Untracked objects are left alone. */
export function untrack(mem: Memory, object: number): void {
  const head = object - GC_HEAD_SIZE
  const next = mem.load(head)
  if (next === 0) return
  const previous = mem.load(head + 8) & ~PREV_FLAGS
  mem.store(previous, next)
  setPrev(mem, next, previous)
  mem.store(head, 0)
  mem.store(head + 8, mem.load(head + 8) & PREV_MASK_FINALIZED)
  if (mem.load(GcState.counts_tracked) !== 0) countTracked(mem, -1)
}

/** _PyGC_CLEAR_FINALIZED: an object from a free list has a life of its own. */
export function clearFinalized(mem: Memory, object: number): void {
  const flags = object - GC_HEAD_SIZE + 8
  mem.store(flags, mem.load(flags) & ~PREV_MASK_FINALIZED)
}

/** An empty list: the head points at itself both ways. */
export function listInit(mem: Memory, list: number): void {
  mem.store(list, list)
  mem.store(list + 8, list)
}

export function listIsEmpty(mem: Memory, list: number): boolean {
  return mem.load(list) === list
}

/** Puts a header that is in no list at the end of one. */
export function listAppend(mem: Memory, head: number, list: number): void {
  const last = mem.load(list + 8)
  mem.store(last, head)
  setPrev(mem, head, last)
  mem.store(head, list)
  mem.store(list + 8, head)
}

/** Takes a header out of its list (gc_list_remove, without clearing the flags). */
export function listRemove(mem: Memory, head: number): void {
  const previous = mem.load(head + 8) & ~PREV_FLAGS
  const next = mem.load(head)
  mem.store(previous, next)
  setPrev(mem, next, previous)
  mem.store(head, 0)
}

/** Takes a header out of the list it is in and puts it at the end of another. */
export function listMove(mem: Memory, head: number, list: number): void {
  const previous = mem.load(head + 8) & ~PREV_FLAGS
  const next = mem.load(head)
  mem.store(previous, next)
  setPrev(mem, next, previous)
  listAppend(mem, head, list)
}

/** Appends everything of `from` to `to` and leaves `from` empty. */
export function listMerge(mem: Memory, from: number, to: number): void {
  if (!listIsEmpty(mem, from)) {
    const toTail = mem.load(to + 8)
    const fromHead = mem.load(from)
    const fromTail = mem.load(from + 8)
    mem.store(toTail, fromHead)
    setPrev(mem, fromHead, toTail)
    mem.store(fromTail, to)
    mem.store(to + 8, fromTail)
  }
  listInit(mem, from)
}

/** Number of objects in a list. */
export function listSize(mem: Memory, list: number): number {
  let n = 0
  for (let head = mem.load(list); head !== list; head = mem.load(head)) n++
  return n
}

/** Sets the backward link and keeps the flags. A list's own head has none. */
export function setPrev(mem: Memory, head: number, previous: number): void {
  mem.store(head + 8, previous | (mem.load(head + 8) & PREV_FLAGS))
}
