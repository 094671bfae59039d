// Objects/exceptions.c: reading and filling the own fields of exceptions (`name`, `value`, `errno` ...).

import type { ThreadState } from '../heap/pystate.ts'
import { INCREF, Py_TYPE, SETREF } from '../heap/refcount.ts'
import type { StaticExceptions } from '../heap/statictypes.ts'
import { PyTypeObject } from '../heap/structs.ts'
import { FIELDS, FIRST_FIELD } from '../heap/structsofexceptions.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { hasField } from './exceptiontree.ts'

/** An own field of an exception by name, borrowed; 0 where it is empty or the class has none. */
export function getField(ts: ThreadState, self: Borrowed, name: string): Borrowed {
  const offset = offsetOfField(ts, self, name)
  return offset < 0 ? 0 : ts.mem.load(self + offset)
}

/** Fills an own field of an exception. Does nothing where the class has none of that name. */
export function setField(ts: ThreadState, self: Borrowed, name: string, value: Borrowed): void {
  const offset = offsetOfField(ts, self, name)
  if (offset < 0) return
  INCREF(ts, value)
  SETREF(ts, self + offset, value)
}

/** Where an own field stands in it; -1 where the class has none of that name. */
export function offsetOfField(ts: ThreadState, self: Borrowed, name: string): number {
  for (let type = Py_TYPE(ts, self); type !== 0; type = ts.mem.load(type + PyTypeObject.tp_base)) {
    for (const [owner, fields] of Object.entries(FIELDS)) {
      const at = fields.indexOf(name)
      if (at >= 0 && hasField(ts.profile, name) && ts.exc[owner as keyof StaticExceptions] === type)
        return FIRST_FIELD + at * 8
    }
  }
  return -1
}
