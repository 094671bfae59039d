// A tuple of a call's arguments, for a native that needs to know it: gc.get_referrers leaves it out of what it finds. What
// only counts one reference more for each argument says so by `varargs` of its MethodSpec, and object.ts packs them.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref } from '../heap/refcount.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { argAt } from './call.ts'
import { PyTuple_FromArray } from './tupleobject.ts'

/** Runs `call` with a tuple that holds the arguments; what `call` returns, or `failure` with MemoryError. */
export function withPackedArgs(
  ts: ThreadState,
  argv: number,
  nargs: number,
  failure: number,
  call: (args: Borrowed) => number,
): number {
  const args = PyTuple_FromArray(
    ts,
    Array.from({ length: nargs }, (_, i) => newref(ts, argAt(ts, argv, i))),
  )
  if (args === 0) return failure
  const mark = holdMark(ts)
  hold(ts, args)
  const result = call(args)
  release(ts, mark)
  DECREF(ts, args)
  return result
}
