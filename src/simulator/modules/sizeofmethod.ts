// `__sizeof__` of a native type.

import type { ThreadState } from '../heap/pystate.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { newInt } from '../objects/longobject.ts'
import type { MethodSpec } from '../objects/object.ts'

/** The method that answers with `size`, in bytes, without what stands before the object. */
export function sizeofMethod(size: (ts: ThreadState, self: Borrowed) => number): MethodSpec {
  return { name: '__sizeof__', kind: 'NOARGS', call: (ts, self) => newInt(ts, size(ts, self)) }
}
