// Python/pythonrun.c, _PyErr_PrintEx: what becomes of an exception that has left the program, beside its text.

import type { ThreadState } from '../heap/pystate.ts'
import { Py_TYPE } from '../heap/refcount.ts'
import { GcState, Roots } from '../heap/runtime.ts'
import { PyBaseExceptionObject } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { getItemText, setItemText } from '../objects/dictobject.ts'

/** `sys` keeps it, and by its traceback the frames it went through, until the interpreter exits. */
export function keepUncaught(ts: ThreadState, exception: Borrowed): void {
  const sys = ts.mem.load(Roots.sys_dict)
  const traceback = ts.mem.load(exception + PyBaseExceptionObject.traceback) || ts.none
  if (ts.profile.tracebacks.lastExc) setItemText(ts, sys, 'last_exc', exception)
  setItemText(ts, sys, 'last_type', Py_TYPE(ts, exception))
  setItemText(ts, sys, 'last_value', exception)
  setItemText(ts, sys, 'last_traceback', traceback)
}

/**
 * The module that prints it is imported, where that is a module: what this allocates makes collections due.
 * NOT CPYTHON: what it allocates is counted only, and is not found by them.
 */
export function importPrinter(ts: ThreadState): void {
  const { mem, profile } = ts
  if (getItemText(ts, mem.load(Roots.sys_modules), 'traceback') !== 0) return
  for (let left = profile.tracebacks.printerAllocates; left > 0; ) {
    const count = mem.load(GcState.generation0_count)
    const threshold = mem.load(GcState.generation0_threshold)
    const runs = threshold !== 0 && mem.load(GcState.enabled) !== 0
    const some = runs ? Math.min(left, Math.max(1, threshold + 1 - count)) : left
    mem.store(GcState.generation0_count, count + some)
    left -= some
    if (!runs || count + some <= threshold) continue
    ts.gcDue()
    ts.evalBreaker()
  }
}
