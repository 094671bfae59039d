// Modules/arraymodule.c: the module array. Left out: pickling (`_array_reconstructor`).

import { during } from '../heap/objimpl.ts'
import { Stop, type ThreadState } from '../heap/pystate.ts'
import { DECREF, newref } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { callOwned } from '../objects/call.ts'
import { setItemText } from '../objects/dictobject.ts'
import { PyModule_GetDict } from '../objects/moduleobject.ts'
import { PyObject_GetAttr } from '../objects/object.ts'
import { PyTuple_FromArray } from '../objects/tupleobject.ts'
import { internStr, newStr } from '../objects/unicodeobject.ts'
import { arrayIteratorType } from './array/arrayiter.ts'
import { arrayType } from './array/arrayobject.ts'
import { array_type } from './array/arraystorage.ts'
import type { ModuleSpec } from './module.ts'
import { addType } from './moduletype.ts'

function attribute(ts: ThreadState, o: Owned, name: string): Owned {
  if (o === 0) return 0
  const key = internStr(ts, name)
  const value = during(ts, [o], () => PyObject_GetAttr(ts, o, key))
  DECREF(ts, key)
  DECREF(ts, o)
  return value
}

/** collections.abc.MutableSequence.register(array). */
function register(ts: ThreadState, type: Borrowed): number {
  const register = attribute(ts, attribute(ts, ts.importModule('collections.abc'), 'MutableSequence'), 'register')
  const result = register === 0 ? 0 : callOwned(ts, register, [type])
  if (result === 0) return -1
  DECREF(ts, result)
  return 0
}

function typecodes(ts: ThreadState): Owned {
  const { typecodes: codes, typecodesTuple } = ts.profile.modules.array
  if (!typecodesTuple) return newStr(ts, codes.join(''))
  return PyTuple_FromArray(
    ts,
    codes.map((code) => newStr(ts, code)),
  )
}

function exec(ts: ThreadState, module: Borrowed): number {
  if (addType(ts, module, arrayIteratorType, null) < 0 || addType(ts, module, arrayType) < 0) return -1
  const dict = PyModule_GetDict(ts, module)
  const type = newref(ts, array_type(ts))
  const entered = setItemText(ts, dict, 'ArrayType', type)
  // Registering runs Python; the module is its importer's meanwhile.
  const status = entered < 0 ? -1 : during(ts, [type, module], () => register(ts, type))
  DECREF(ts, type)
  if (status < 0) return -1
  const codes = typecodes(ts)
  setItemText(ts, dict, 'typecodes', codes)
  DECREF(ts, codes)
  return 0
}

export const arrayModule: ModuleSpec = {
  name: 'array',
  state: 2,
  functions: [
    {
      name: '_array_reconstructor',
      kind: 'FASTCALL',
      call() {
        throw new Stop({ kind: 'unsupported', feature: 'pickling an `array.array`' })
      },
    },
  ],
  exec,
}
