// Python/bltinmodule.c: aiter and anext.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { newAnextAwaitable } from '../objects/anextawaitable.ts'
import { argAt, callOwned } from '../objects/call.ts'
import { PyErr_Clear, PyErr_Format } from '../objects/errors.ts'
import { type MethodSpec, typeName } from '../objects/object.ts'
import { lookupSpecial } from '../objects/typeobject.ts'

/** The special method of an object, owned; 0 with TypeError. */
function method(ts: ThreadState, o: Borrowed, name: string, message: string): Owned {
  const found = lookupSpecial(ts, o, name)
  if (found !== 0) return found
  PyErr_Clear(ts)
  return PyErr_Format(ts, ts.exc.TypeError, `'${typeName(ts, o)}' object is not ${message}`)
}

function callIt(ts: ThreadState, found: Owned): Owned {
  if (found === 0) return 0
  return callOwned(ts, found)
}

export const asyncFunctions: readonly MethodSpec[] = [
  {
    name: 'aiter',
    kind: 'O',
    call(ts, _self, argv) {
      const iterator = callIt(ts, method(ts, argAt(ts, argv, 0), '__aiter__', 'an async iterable'))
      if (iterator === 0) return 0
      const next = lookupSpecial(ts, iterator, '__anext__')
      if (next !== 0) {
        DECREF(ts, next)
        return iterator
      }
      PyErr_Clear(ts)
      PyErr_Format(ts, ts.exc.TypeError, `aiter() returned not an async iterator of type '${typeName(ts, iterator)}'`)
      DECREF(ts, iterator)
      return 0
    },
  },
  {
    name: 'anext',
    kind: 'FASTCALL',
    min: 1,
    max: 2,
    call(ts, _self, argv, nargs) {
      const awaitable = callIt(ts, method(ts, argAt(ts, argv, 0), '__anext__', 'an async iterator'))
      if (awaitable === 0 || nargs === 1) return awaitable
      const result = newAnextAwaitable(ts, awaitable, argAt(ts, argv, 1))
      DECREF(ts, awaitable)
      return result
    },
  },
]
