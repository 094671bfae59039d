// Modules/_io/_iomodule.c: the module behind io, as far as text in memory needs it.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { callArgs } from '../objects/call.ts'
import { PyDict_New, setItemText } from '../objects/dictobject.ts'
import { PyModule_GetDict } from '../objects/moduleobject.ts'
import { PyTuple_FromArray } from '../objects/tupleobject.ts'
import { internStr } from '../objects/unicodeobject.ts'
import { iobaseType, textiobaseType } from './io/iobase.ts'
import { stringioType } from './io/stringio.ts'
import type { ModuleSpec } from './module.ts'
import { addType } from './moduletype.ts'

/** class UnsupportedOperation(OSError, ValueError), made as the class statement would. */
function newUnsupportedOperation(ts: ThreadState): Owned {
  const name = internStr(ts, 'UnsupportedOperation')
  const bases = PyTuple_FromArray(ts, [newref(ts, ts.exc.OSError), newref(ts, ts.exc.ValueError)])
  const dict = PyDict_New(ts)
  const module = internStr(ts, 'io')
  setItemText(ts, dict, '__module__', module)
  const made = callArgs(ts, ts.types.type, [name, bases, dict])
  for (const o of [name, bases, dict, module]) DECREF(ts, o)
  return made
}

function exec(ts: ThreadState, module: Borrowed): number {
  for (const type of [iobaseType, textiobaseType, stringioType]) if (addType(ts, module, type) < 0) return -1
  const error = newUnsupportedOperation(ts)
  if (error === 0) return -1
  const dict = PyModule_GetDict(ts, module)
  ts.moduleTypes.set('io.UnsupportedOperation', error)
  setItemText(ts, dict, 'UnsupportedOperation', error)
  setItemText(ts, dict, 'TextIOWrapper', ts.types.TextIOWrapper)
  DECREF(ts, error)
  return 0
}

export const _ioModule: ModuleSpec = { name: '_io', functions: [], state: 4, exec }
