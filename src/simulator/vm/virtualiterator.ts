// Python/ceval.c, _PyForIter_VirtualIteratorNext: since 3.15 a loop over a list, tuple, str or bytes makes no iterator. The
// sequence stays on the stack with a tagged number above it, which counts the items taken.

import type { ThreadState } from '../heap/pystate.ts'
import { newref, Py_TYPE, slotsOf } from '../heap/refcount.ts'
import { Py_INT_TAG } from '../heap/stackref.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyList_GET_ITEM, PyList_GET_SIZE } from '../objects/listobject.ts'
import { PyTuple_GET_ITEM, PyTuple_GET_SIZE } from '../objects/tupleobject.ts'

/** Whether an object is iterated by index (its type has `_tp_iteritem`). Subclasses are not. */
export function hasIndex(ts: ThreadState, o: Borrowed): boolean {
  const { list, tuple, str, bytes } = ts.types
  const type = Py_TYPE(ts, o)
  return type === list || type === tuple || type === str || type === bytes
}

/** The item a tagged index stands at, owned; 0 at the end (no exception) or on error. */
export function itemAtIndex(ts: ThreadState, sequence: Borrowed, index: number): Owned {
  const at = index >> 2
  const type = Py_TYPE(ts, sequence)
  if (type === ts.types.list)
    return at < PyList_GET_SIZE(ts, sequence) ? newref(ts, PyList_GET_ITEM(ts, sequence, at)) : 0
  if (type === ts.types.tuple)
    return at < PyTuple_GET_SIZE(ts, sequence) ? newref(ts, PyTuple_GET_ITEM(ts, sequence, at)) : 0
  const { sq_length, sq_item } = slotsOf(ts, sequence)
  if (!sq_length || !sq_item) throw new Error('a sequence without length or items')
  return at < sq_length(ts, sequence) ? sq_item(ts, sequence, at) : 0
}

/** The tagged index after this one. */
export function nextIndex(index: number): number {
  return (((index >> 2) + 1) << 2) | Py_INT_TAG
}
