// Python/sysmodule.c and Python/context.c, as far as the loop of asyncio needs them: the hooks of asynchronous generators,
// and Context.run.

import { newref, XDECREF } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import { CELL } from '../heap/stackref.ts'
import { argAt, PyObject_Vectorcall } from '../objects/call.ts'
import { PyTuple_FromArray } from '../objects/tupleobject.ts'
import type { ModuleSpec } from './module.ts'

const hooks = [Tstate.async_gen_firstiter, Tstate.async_gen_finalizer]

export const _asyncgenhooksModule: ModuleSpec = {
  name: '_asyncgenhooks',
  functions: [
    {
      // Not in CPython, where sys has a function to ask and one to set them: gives the two hooks and takes others.
      name: 'exchange',
      kind: 'FASTCALL',
      min: 2,
      max: 2,
      call(ts, _module, argv) {
        const before = hooks.map((hook) => ts.mem.load(hook))
        for (const [i, hook] of hooks.entries()) {
          const given = argAt(ts, argv, i)
          ts.mem.store(hook, given === ts.none ? 0 : newref(ts, given))
        }
        const result = PyTuple_FromArray(
          ts,
          before.map((o) => newref(ts, o || ts.none)),
        )
        for (const o of before) XDECREF(ts, o)
        return result
      },
    },
    {
      // Context.run: the arguments are those of the call, not a tuple of the caller's.
      name: 'run',
      kind: 'FASTCALL',
      min: 1,
      max: Number.POSITIVE_INFINITY,
      call: (ts, _module, argv, nargs) => PyObject_Vectorcall(ts, argAt(ts, argv, 0), argv + CELL, nargs - 1, 0),
    },
  ],
}
