// Python/bltinmodule.c, builtin_breakpoint; Python/sysmodule.c, sys_breakpointhook, as it is with PYTHONBREAKPOINT=0.
// NOT CPYTHON: no debugger reads commands. breakpoint() and pdb.set_trace() mark a step at which one can stop, and go on;
// the counts are those of PYTHONBREAKPOINT=0.

import { Happening } from '../../trace/happenings.ts'
import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref } from '../heap/refcount.ts'
import { Roots, Tstate } from '../heap/runtime.ts'
import type { Owned } from '../heap/typeslots.ts'
import { PyObject_Vectorcall } from '../objects/call.ts'
import { getItemText } from '../objects/dictobject.ts'
import { PyErr_Format } from '../objects/errors.ts'
import type { MethodSpec } from '../objects/object.ts'

export const breakpointFunction: MethodSpec = {
  name: 'breakpoint',
  kind: 'KEYWORDS',
  call(ts, _self, argv, nargs, kwnames) {
    const hook = getItemText(ts, ts.mem.load(Roots.sys_dict), 'breakpointhook')
    if (hook === 0) return PyErr_Format(ts, ts.exc.RuntimeError, 'lost sys.breakpointhook')
    const mark = holdMark(ts)
    hold(ts, newref(ts, hook))
    const result = PyObject_Vectorcall(ts, hook, argv, nargs, kwnames)
    release(ts, mark)
    DECREF(ts, hook)
    return result
  },
}

export const breakpointHook: MethodSpec = { name: 'breakpointhook', kind: 'KEYWORDS', call: stop }

function stop(ts: ThreadState): Owned {
  ts.happenings.add(Happening.breakpoint, ts.mem.load(Tstate.current_frame), 0)
  return newref(ts, ts.none)
}
