// Include/refcount.h and Objects/object.c as 3.14 compiles them without the GIL: an object's count in two fields.
// NOT CPYTHON: a model of a build without the GIL, beside the simulator and not part of it. Threads act one after the
// other, so that no atomic operation has to be tried again; weak references and the flag they set are left out. The rules
// were read from the source. No such build was run to check it.

/** The low two bits of `ob_ref_shared` that the model uses (`_Py_REF_QUEUED`, `_Py_REF_MERGED`). */
export type Flag = 'none' | 'queued' | 'merged'

const FLAG_MASK = 3n
const QUEUED = 2n
const MERGED = 3n
/** `1 << _Py_REF_SHARED_SHIFT`: one reference in `ob_ref_shared`. */
const ONE = 4n
/** `_Py_REF_DEFERRED`, PY_SSIZE_T_MAX / 8: what counting alone never takes away. */
export const REF_DEFERRED = (2n ** 63n - 1n) / 8n

/** The fields of an object's header that count. */
export interface Header {
  /** The thread that made the object; 0 once its counts are merged. */
  readonly ob_tid: number
  /** References counted by that thread, without atomic operations. */
  readonly ob_ref_local: number
  /** References counted by all the others, times four, and the flags. */
  readonly ob_ref_shared: bigint
  /** `_PyGC_BITS_DEFERRED` in `ob_gc_bits`: references from value stacks are not counted. */
  readonly deferred: boolean
}

/** What CPython does after a count was changed: nothing, hand the object to its owner's queue, or free it. */
export type Outcome = 'alive' | 'queue' | 'dead'

/** A header after a change, and what has to be done. */
export interface Changed {
  readonly header: Header
  readonly outcome: Outcome
}

/** A new object with the one reference that its thread gets (`_Py_NewReference`). */
export function newReference(thread: number): Header {
  return { ob_tid: thread, ob_ref_local: 1, ob_ref_shared: 0n, deferred: false }
}

/** `_PyObject_SetDeferredRefcount`: functions, classes, modules, code. */
export function setDeferred(header: Header): Header {
  return { ...header, deferred: true, ob_ref_shared: REF_DEFERRED * ONE }
}

/** `Py_REFCNT`: the local count and the decoded shared one. */
export function refcnt({ ob_ref_local, ob_ref_shared }: Header): bigint {
  return BigInt(ob_ref_local) + (ob_ref_shared >> 2n)
}

/** What the two low bits say. */
export function flagOf({ ob_ref_shared }: Header): Flag {
  const bits = ob_ref_shared & FLAG_MASK
  return bits === MERGED ? 'merged' : bits === QUEUED ? 'queued' : 'none'
}

/** `Py_INCREF`, by a thread. */
export function incref(header: Header, thread: number): Header {
  if (header.ob_tid === thread) return { ...header, ob_ref_local: header.ob_ref_local + 1 }
  return { ...header, ob_ref_shared: header.ob_ref_shared + ONE }
}

/** `Py_DECREF`, by a thread. */
export function decref(header: Header, thread: number): Changed {
  if (header.ob_tid !== thread) return decRefShared(header)
  const less = { ...header, ob_ref_local: header.ob_ref_local - 1 }
  return less.ob_ref_local === 0 ? mergeZeroLocalRefcount(less) : { header: less, outcome: 'alive' }
}

/**
 * `_Py_DecRefShared`: a thread that does not own the object gives up a reference. Where the shared count has none to give,
 * the reference goes to the queue of the owner, which has counted it; it is taken off when the owner merges.
 */
function decRefShared(header: Header): Changed {
  if (header.ob_ref_shared === 0n) return { header: { ...header, ob_ref_shared: QUEUED }, outcome: 'queue' }
  const less = { ...header, ob_ref_shared: header.ob_ref_shared - ONE }
  return { header: less, outcome: less.ob_ref_shared === MERGED ? 'dead' : 'alive' }
}

/** `_Py_MergeZeroLocalRefcount`: the owner has no reference left. What others hold stays in the shared count. */
function mergeZeroLocalRefcount(header: Header): Changed {
  if (header.ob_ref_shared === 0n) return { header, outcome: 'dead' }
  const merged = { ...header, ob_tid: 0, ob_ref_shared: (header.ob_ref_shared & ~FLAG_MASK) | MERGED }
  return { header: merged, outcome: merged.ob_ref_shared === MERGED ? 'dead' : 'alive' }
}

/** `_Py_ExplicitMergeRefcount`: both counts into the shared one, `extra` added. */
export function explicitMergeRefcount(header: Header, extra: number): Changed {
  const count = refcnt(header) + BigInt(extra)
  const merged = { ...header, ob_tid: 0, ob_ref_local: 0, ob_ref_shared: count * ONE + MERGED }
  return { header: merged, outcome: count === 0n ? 'dead' : 'alive' }
}

/** `disable_deferred_refcounting` (Python/gc_free_threading.c): the collector counts an object again that nothing leads to. */
export function disableDeferred(header: Header): Header {
  if (!header.deferred) return header
  const counted = { ...header, deferred: false, ob_ref_shared: header.ob_ref_shared - REF_DEFERRED * ONE }
  return explicitMergeRefcount(counted, 0).header
}
