// Modules/_typingmodule.c: the module behind typing: the base Generic, and unions of anything.

import { argAt } from '../objects/call.ts'
import { setItemText } from '../objects/dictobject.ts'
import { PyModule_GetDict } from '../objects/moduleobject.ts'
import { PyTuple_GET_ITEM, PyTuple_GET_SIZE } from '../objects/tupleobject.ts'
import { makeUnion } from '../objects/unionobject.ts'
import type { ModuleSpec } from './module.ts'

export const _typingModule: ModuleSpec = {
  name: '_typing',
  functions: [
    {
      name: '_union',
      kind: 'O',
      call(ts, _m, argv) {
        const args = argAt(ts, argv, 0)
        const n = PyTuple_GET_SIZE(ts, args)
        return makeUnion(
          ts,
          Array.from({ length: n }, (_, i) => PyTuple_GET_ITEM(ts, args, i)),
        )
      },
    },
  ],
  exec: (ts, module) => setItemText(ts, PyModule_GetDict(ts, module), 'Generic', ts.types.Generic),
}
