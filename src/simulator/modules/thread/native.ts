// Which native function an object calls.

import type { ThreadState } from '../../heap/pystate.ts'
import { Py_TYPE } from '../../heap/refcount.ts'
import type { Borrowed } from '../../heap/typeslots.ts'
import { descrName } from '../../objects/descrobject.ts'
import { specOf } from '../../objects/methodobject.ts'

/** Whether `o` is a native function or method of one of the names. */
export function isNativeNamed(ts: ThreadState, o: Borrowed, names: readonly string[]): boolean {
  const type = Py_TYPE(ts, o)
  if (type === ts.types.builtin_function_or_method) return names.includes(specOf(ts, o).name)
  return type === ts.types.method_descriptor && names.includes(descrName(ts, o))
}
