// Python/sysmodule.c: what sys.set_asyncgen_hooks and sys.get_asyncgen_hooks do, for the loop of asyncio.

import { newref, XDECREF } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import { argAt } from '../objects/call.ts'
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
  ],
}
