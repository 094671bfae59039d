// Names CPython's builtins module has and ours does not: made when they are first asked for, or refused by name instead of a
// NameError that would be wrong.

import { Stop, type ThreadState } from '../heap/pystate.ts'
import { DECREF } from '../heap/refcount.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { argAt } from '../objects/call.ts'
import { getItemText, setItemText } from '../objects/dictobject.ts'
import { PyErr_SetObject } from '../objects/errors.ts'
import { PyCFunction_New } from '../objects/methodobject.ts'

const NOT_YET = new Set('help open copyright credits license frozendict sentinel'.split(' '))

/** Stops the program if `name` is a built-in that is not simulated. */
export function refuseBuiltin(name: string): void {
  if (NOT_YET.has(name)) throw new Stop({ kind: 'unsupported', feature: `\`${name}\`` })
}

/**
 * `exit` and `quit`, which the module site adds at the start; borrowed, 0 for any other name and on failure.
 * NOT CPYTHON: functions, made by the first program that uses them, not two objects of a class that say how to leave.
 */
export function lateBuiltin(ts: ThreadState, builtins: Borrowed, name: string): Borrowed {
  if ((name !== 'exit' && name !== 'quit') || getItemText(ts, builtins, 'print') === 0) return 0
  const made = PyCFunction_New(
    ts,
    {
      name,
      kind: 'FASTCALL',
      min: 0,
      max: 1,
      call(_ts, _self, argv, nargs) {
        PyErr_SetObject(ts, ts.exc.SystemExit, nargs === 0 ? ts.none : argAt(ts, argv, 0))
        return 0
      },
    },
    0,
    0,
  )
  if (made === 0) return 0
  const status = setItemText(ts, builtins, name, made)
  DECREF(ts, made)
  return status < 0 ? 0 : getItemText(ts, builtins, name)
}
