// PyDictValues of Include/internal/pycore_dict.h: the values of one instance whose keys are its class's, with the order in
// which this instance got them. Up to 3.12 a block of its own with the order (backwards, in bytes) in front of the values;
// since 3.13 it can lie inside the instance, with the order behind the values.

import { PyObject_Free, PyObject_Malloc } from '../heap/obmalloc.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { newref } from '../heap/refcount.ts'
import { PyDictValues } from '../heap/structs.ts'
import { PyErr_NoMemory } from './errors.ts'

/** Bytes of the 3.13 header. */
const HEADER = PyDictValues.values
const SIZE = 1
const EMBEDDED = 2
const VALID = 3

function inFront(ts: ThreadState): boolean {
  return ts.profile.instances.inlineValues === 'separate'
}

function roundUp8(n: number): number {
  return (n + 7) & ~7
}

/** Where the first value stands. */
export function valuesFirst(ts: ThreadState, values: number): number {
  return inFront(ts) ? values : values + HEADER
}

/** How many values the instance has. */
export function valuesCount(ts: ThreadState, values: number): number {
  return ts.mem.loadByte(inFront(ts) ? values - 2 : values + SIZE)
}

export function setValuesCount(ts: ThreadState, values: number, n: number): void {
  ts.mem.storeByte(inFront(ts) ? values - 2 : values + SIZE, n)
}

/** The number of values there is room for (3.13). */
export function valuesCapacity(ts: ThreadState, values: number): number {
  return ts.mem.loadByte(values)
}

function orderAddress(ts: ThreadState, values: number, i: number): number {
  return inFront(ts) ? values - 3 - i : values + HEADER + valuesCapacity(ts, values) * 8 + i
}

/** Which entry of the shared keys came `i`-th on this instance. */
export function orderedIndex(ts: ThreadState, values: number, i: number): number {
  return ts.mem.loadByte(orderAddress(ts, values, i))
}

/** Notes that entry `ix` is the latest (_PyDictValues_AddToInsertionOrder). */
export function addToOrder(ts: ThreadState, values: number, ix: number): void {
  const n = valuesCount(ts, values)
  ts.mem.storeByte(orderAddress(ts, values, n), ix)
  setValuesCount(ts, values, n + 1)
}

/** Forgets entry `ix` (delete_index_from_values). */
export function deleteFromOrder(ts: ThreadState, values: number, ix: number): void {
  const n = valuesCount(ts, values)
  let i = 0
  while (orderedIndex(ts, values, i) !== ix) i++
  for (; i < n - 1; i++) ts.mem.storeByte(orderAddress(ts, values, i), orderedIndex(ts, values, i + 1))
  setValuesCount(ts, values, n - 1)
}

/** Whether the values lie inside an instance, which owns their memory. */
export function isEmbedded(ts: ThreadState, values: number): boolean {
  return !inFront(ts) && ts.mem.loadByte(values + EMBEDDED) !== 0
}

/** Whether values inside an instance are still in use. */
export function isValid(ts: ThreadState, values: number): boolean {
  return ts.mem.loadByte(values + VALID) !== 0
}

export function invalidate(ts: ThreadState, values: number): void {
  ts.mem.storeByte(values + VALID, 0)
}

/** Bytes for `n` values since 3.13. */
export function valuesBytes(n: number): number {
  return roundUp8(n) + HEADER + n * 8
}

/** A block for `n` values, all missing; 0 with MemoryError. */
export function newValues(ts: ThreadState, n: number): number {
  const mem = ts.mem
  const before = inFront(ts) ? roundUp8(n + 2) : 0
  const bytes = inFront(ts) ? before + n * 8 : valuesBytes(n)
  const block = PyObject_Malloc(mem, bytes)
  if (block === 0) return PyErr_NoMemory(ts)
  mem.clear(block, bytes)
  const values = block + before
  if (inFront(ts)) mem.storeByte(values - 1, before)
  else initValues(ts, values, n, false)
  return values
}

/** Starts values of room `n` (3.13). The places must be clear. */
export function initValues(ts: ThreadState, values: number, n: number, embedded: boolean): void {
  ts.mem.store(values, n | (Number(embedded) << 16) | (1 << 24))
}

/** A block of its own with the same values, each a new reference where `share`, else moved (copy_values). */
export function copyValues(ts: ThreadState, values: number, n: number, share: boolean): number {
  const room = inFront(ts) ? n : valuesCapacity(ts, values)
  const copy = newValues(ts, room)
  if (copy === 0) return 0
  const count = valuesCount(ts, values)
  for (let i = 0; i < count; i++) addToOrder(ts, copy, orderedIndex(ts, values, i))
  for (let i = 0; i < room; i++) {
    const value = ts.mem.load(valuesFirst(ts, values) + i * 8)
    if (value !== 0) ts.mem.store(valuesFirst(ts, copy) + i * 8, share ? newref(ts, value) : value)
  }
  return copy
}

/** Returns a block; what lies inside an instance stays. The references have been given up or moved. */
export function freeValues(ts: ThreadState, values: number): void {
  if (inFront(ts)) PyObject_Free(ts.mem, values - ts.mem.loadByte(values - 1))
  else if (!isEmbedded(ts, values)) PyObject_Free(ts.mem, values)
}
