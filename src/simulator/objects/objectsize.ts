// Objects/typeobject.c, object.__sizeof__: the bytes of an object by its type's table, without what stands before it.

import type { ThreadState } from '../heap/pystate.ts'
import { Py_TYPE } from '../heap/refcount.ts'
import { PyTypeObject, PyVarObject } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'

/** `tp_basicsize` and the items. */
export function objectSize(ts: ThreadState, self: Borrowed): number {
  const mem = ts.mem
  const type = Py_TYPE(ts, self)
  const itemsize = mem.load(type + PyTypeObject.tp_itemsize)
  const items = itemsize === 0 ? 0 : Math.abs(mem.load(self + PyVarObject.ob_size)) * itemsize
  return mem.load(type + PyTypeObject.tp_basicsize) + items
}
