// Python/ceval.c, PyEval_GetGlobals and PyEval_GetFrameLocals: the namespaces of the Python frame that called a native.

import type { ThreadState } from '../heap/pystate.ts'
import { Tstate } from '../heap/runtime.ts'
import { InterpreterFrame as F } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { _PyFrame_GetLocals } from '../objects/framelocals.ts'

/** The globals of the running frame. */
export function currentGlobals(ts: ThreadState): Borrowed {
  return ts.mem.load(ts.mem.load(Tstate.current_frame) + F.f_globals)
}

/** What `locals()` gives in the running frame; 0 with an exception. */
export function currentLocals(ts: ThreadState): Owned {
  return _PyFrame_GetLocals(ts, ts.mem.load(Tstate.current_frame))
}
