// No module of CPython: what the simulated process takes of the simulated machine, for lib/psutil.py.
// NOT CPYTHON: the size is a model (heap/mallocstats.ts); a real process shows other numbers, which move the same way.

import { residentSize, virtualSize } from '../heap/mallocstats.ts'
import { newInt } from '../objects/longobject.ts'
import { PyTuple_FromArray } from '../objects/tupleobject.ts'
import type { ModuleSpec } from './module.ts'

/** The number of the one process there is. */
const PID = 4242

export const processModule: ModuleSpec = {
  name: '_process',
  functions: [
    { name: 'getpid', kind: 'NOARGS', call: (ts) => newInt(ts, PID) },
    {
      name: '_memory',
      kind: 'NOARGS',
      call(ts) {
        const sizes = [residentSize(ts), virtualSize(ts)]
        return PyTuple_FromArray(
          ts,
          sizes.map((size) => newInt(ts, size)),
        )
      },
    },
  ],
}
