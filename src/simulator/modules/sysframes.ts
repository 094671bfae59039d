// Python/sysmodule.c: the functions of sys that look at the frames.

import { newref } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import { InterpreterFrame as F } from '../heap/structs.ts'
import { argAt } from '../objects/call.ts'
import { asInt } from '../objects/cint.ts'
import { PyErr_Format, PyErr_Occurred } from '../objects/errors.ts'
import type { MethodSpec } from '../objects/object.ts'

export const sysFrameFunctions: readonly MethodSpec[] = [
  {
    name: '_getframe',
    kind: 'FASTCALL',
    max: 1,
    call(ts, _self, argv, nargs) {
      const depth = nargs === 0 ? 0 : asInt(ts, argAt(ts, argv, 0))
      if (depth === -1 && PyErr_Occurred(ts) !== 0) return 0
      let frame = ts.mem.load(Tstate.current_frame)
      for (let i = 0; i < depth && frame !== 0; i++) frame = ts.mem.load(frame + F.previous)
      if (frame === 0) return PyErr_Format(ts, ts.exc.ValueError, 'call stack is not deep enough')
      const object = ts.getFrameObject(frame)
      return object === 0 ? 0 : newref(ts, object)
    },
  },
]
