// Not in CPython: what the modules in lib/ ask of the version (profiles/modules.ts, `library`). No program needs it.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF } from '../heap/refcount.ts'
import type { Owned } from '../heap/typeslots.ts'
import { newBool } from '../objects/boolobject.ts'
import { setItemText } from '../objects/dictobject.ts'
import { PyModule_GetDict } from '../objects/moduleobject.ts'
import { PyTuple_FromArray } from '../objects/tupleobject.ts'
import { internStr } from '../objects/unicodeobject.ts'
import type { ModuleSpec } from './module.ts'

function factObject(ts: ThreadState, fact: string | boolean | readonly string[]): Owned {
  if (typeof fact === 'boolean') return newBool(ts, fact)
  if (typeof fact === 'string') return internStr(ts, fact)
  return PyTuple_FromArray(
    ts,
    fact.map((text) => internStr(ts, text)),
  )
}

export const _profileModule: ModuleSpec = {
  name: '_profile',
  functions: [],
  exec(ts, module) {
    for (const [name, fact] of Object.entries(ts.profile.modules.library)) {
      const value = factObject(ts, fact)
      if (value === 0 || setItemText(ts, PyModule_GetDict(ts, module), name, value) < 0) return -1
      DECREF(ts, value)
    }
    return 0
  },
}
