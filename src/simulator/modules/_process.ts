// No module of CPython: what the simulated process takes of the simulated machine, for lib/psutil.py, and what lib/os.py
// needs of Modules/posixmodule.c.
// NOT CPYTHON: the size is a model (heap/mallocstats.ts); a real process shows other numbers, which move the same way.

import { residentSize, virtualSize } from '../heap/mallocstats.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyBytes_Check } from '../objects/bytesstorage.ts'
import { callOwned, parseKeywords } from '../objects/call.ts'
import { PyErr_Format, PyErr_Occurred } from '../objects/errors.ts'
import { newInt } from '../objects/longobject.ts'
import { PyUnicode_Check, typeName } from '../objects/object.ts'
import { PyTuple_FromArray } from '../objects/tupleobject.ts'
import { lookupSpecial } from '../objects/typeobject.ts'
import type { ModuleSpec } from './module.ts'

/** The number of the one process there is. */
const PID = 4242

/** PyOS_FSPath: the text or the bytes of a path. */
function fspath(ts: ThreadState, path: Borrowed): Owned {
  const isText = (o: Borrowed) => PyUnicode_Check(ts, o) || PyBytes_Check(ts, o)
  if (isText(path)) return newref(ts, path)
  const method = lookupSpecial(ts, path, '__fspath__')
  if (method === 0) {
    if (PyErr_Occurred(ts) !== 0) return 0
    return PyErr_Format(ts, ts.exc.TypeError, `expected str, bytes or os.PathLike object, not ${typeName(ts, path)}`)
  }
  const result = callOwned(ts, method)
  if (result === 0 || isText(result)) return result
  const message = `expected ${typeName(ts, path)}.__fspath__() to return str or bytes, not ${typeName(ts, result)}`
  DECREF(ts, result)
  return PyErr_Format(ts, ts.exc.TypeError, message)
}

export const processModule: ModuleSpec = {
  name: '_process',
  functions: [
    {
      name: 'fspath',
      kind: 'KEYWORDS',
      call(ts, _m, argv, nargs, kwnames) {
        const values = parseKeywords(ts, 'fspath', argv, nargs, kwnames, ['path'], 1)
        return values === null ? 0 : fspath(ts, values[0])
      },
    },
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
