// Include/internal/pycore_weakref.h: the list of weak references that an object heads. The collector works on it without
// knowing more of weak references than their fields.

import { Happening } from '../../trace/happenings.ts'
import type { ThreadState } from './pystate.ts'
import { Py_TYPE, TPFLAGS, typeFlags } from './refcount.ts'
import { MANAGED_WEAKREF_OFFSET, PyTypeObject, PyWeakReference as W } from './structs.ts'
import type { Borrowed } from './typeslots.ts'

/** Address of the head of an object's list; 0 where its type has none. */
export function _PyObject_GET_WEAKREFS_LISTPTR(ts: ThreadState, o: Borrowed): number {
  const type = Py_TYPE(ts, o)
  const offset = ts.mem.load(type + PyTypeObject.tp_weaklistoffset)
  if (offset !== 0) return o + offset
  return typeFlags(ts, type) & TPFLAGS.MANAGED_WEAKREF ? o + MANAGED_WEAKREF_OFFSET : 0
}

/** The weak references to an object, in the order of its list, borrowed. */
export function weakrefsOf(ts: ThreadState, o: Borrowed): Borrowed[] {
  const list = _PyObject_GET_WEAKREFS_LISTPTR(ts, o)
  const refs: Borrowed[] = []
  if (list === 0) return refs
  for (let ref = ts.mem.load(list); ref !== 0; ref = ts.mem.load(ref + W.wr_next)) refs.push(ref)
  return refs
}

/** Whether an object is a proxy. */
export function isProxy(ts: ThreadState, o: Borrowed): boolean {
  const type = Py_TYPE(ts, o)
  return type === ts.types.weakproxy || type === ts.types.weakcallableproxy
}

/** Whether an object is a weak reference: of `ref`, a subclass of it, or a proxy. */
export function PyWeakref_Check(ts: ThreadState, o: Borrowed): boolean {
  if (isProxy(ts, o)) return true
  for (let type = Py_TYPE(ts, o); type !== 0; type = ts.mem.load(type + PyTypeObject.tp_base))
    if (type === ts.types.weakref) return true
  return false
}

/** Whether a weak reference has let go of its object. */
export function isCleared(ts: ThreadState, ref: Borrowed): boolean {
  const o = ts.mem.load(ref + W.wr_object)
  return o === 0 || o === ts.none
}

/** _PyWeakref_ClearRef: the reference forgets its object and leaves its list, but keeps its callback. */
export function _PyWeakref_ClearRef(ts: ThreadState, ref: Borrowed): void {
  if (isCleared(ts, ref)) return
  ts.happenings.add(Happening.weakrefCleared, ref, ts.mem.load(ref + W.wr_object))
  unlink(ts, ref)
}

/** Takes a weak reference out of the list of its object, which it forgets. */
export function unlink(ts: ThreadState, ref: Borrowed): void {
  const { mem } = ts
  const list = _PyObject_GET_WEAKREFS_LISTPTR(ts, mem.load(ref + W.wr_object))
  const previous = mem.load(ref + W.wr_prev)
  const next = mem.load(ref + W.wr_next)
  if (mem.load(list) === ref) mem.store(list, next)
  mem.store(ref + W.wr_object, ts.none)
  if (previous !== 0) mem.store(previous + W.wr_next, next)
  if (next !== 0) mem.store(next + W.wr_prev, previous)
  mem.store(ref + W.wr_prev, 0)
  mem.store(ref + W.wr_next, 0)
}
