// Modules/_threadmodule.c as far as one thread goes: what lib/threading.py needs to say that it cannot go on.

import { Stop } from '../heap/pystate.ts'
import { argAt } from '../objects/call.ts'
import { textOf } from '../objects/unicodeobject.ts'
import type { ModuleSpec } from './module.ts'

export const _threadModule: ModuleSpec = {
  name: '_thread',
  functions: [
    {
      name: '_refuse',
      kind: 'O',
      call(ts, _module, argv) {
        throw new Stop({ kind: 'unsupported', feature: textOf(ts, argAt(ts, argv, 0)) })
      },
    },
  ],
}
