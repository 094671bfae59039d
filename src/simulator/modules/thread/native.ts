// Native functions by their names: which an object calls, and those that have two.

import type { ThreadState } from '../../heap/pystate.ts'
import { Py_TYPE } from '../../heap/refcount.ts'
import type { Borrowed } from '../../heap/typeslots.ts'
import { descrName } from '../../objects/descrobject.ts'
import { specOf } from '../../objects/methodobject.ts'
import type { MethodSpec } from '../../objects/object.ts'

/** Whether `o` is a native function or method of one of the names. */
export function isNativeNamed(ts: ThreadState, o: Borrowed, names: readonly string[]): boolean {
  const type = Py_TYPE(ts, o)
  if (type === ts.types.builtin_function_or_method) return names.includes(specOf(ts, o).name)
  return type === ts.types.method_descriptor && names.includes(descrName(ts, o))
}

/** A function under several names; all but the first are old. */
export function twice(names: readonly string[], spec: Omit<MethodSpec, 'name'>): MethodSpec[] {
  return names.map((name) => ({ name, ...spec }))
}
