// Modules/_weakref.c: the native half of weak references. The classes built on them are in lib/weakref.py.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { isCleared, weakrefsOf } from '../heap/weakreflist.ts'
import { _PyArg_BadArgument, argAt } from '../objects/call.ts'
import { PyDict_Check, PyDict_DelItem, PyDict_GetItem, setItemText } from '../objects/dictobject.ts'
import { PyErr_Format, PyErr_Occurred } from '../objects/errors.ts'
import { newList, PyList_Append } from '../objects/listobject.ts'
import { newInt } from '../objects/longobject.ts'
import { PyModule_GetDict } from '../objects/moduleobject.ts'
import { type MethodSpec, PyObject_TypeCheck } from '../objects/object.ts'
import { PyWeakref_NewProxy } from '../objects/weakrefproxy.ts'
import type { ModuleSpec } from './module.ts'

function getweakrefs(ts: ThreadState, _module: Borrowed, argv: number): Owned {
  const result = newList(ts, 0)
  if (result === 0) return 0
  for (const ref of weakrefsOf(ts, argAt(ts, argv, 0))) {
    if (PyList_Append(ts, result, ref) === 0) continue
    DECREF(ts, result)
    return 0
  }
  return result
}

function proxy(ts: ThreadState, _module: Borrowed, argv: number, nargs: number): Owned {
  const callback = nargs > 1 ? argAt(ts, argv, 1) : ts.none
  return PyWeakref_NewProxy(ts, argAt(ts, argv, 0), callback === ts.none ? 0 : callback)
}

/** Takes `key` out of a dict of weak references if the reference there is dead. */
function removeDeadWeakref(ts: ThreadState, _module: Borrowed, argv: number): Owned {
  const dict = argAt(ts, argv, 0)
  const key = argAt(ts, argv, 1)
  if (!PyDict_Check(ts, dict)) {
    return _PyArg_BadArgument(ts, '_remove_dead_weakref', 'argument 1', 'dict', dict)
  }
  const ref = PyDict_GetItem(ts, dict, key)
  if (ref === 0) return PyErr_Occurred(ts) ? 0 : newref(ts, ts.none)
  if (!PyObject_TypeCheck(ts, ref, ts.types.weakref)) return PyErr_Format(ts, ts.exc.TypeError, 'not a weakref')
  if (isCleared(ts, ref) && PyDict_DelItem(ts, dict, key) < 0) return 0
  return newref(ts, ts.none)
}

const FUNCTIONS: readonly MethodSpec[] = [
  {
    name: 'getweakrefcount',
    kind: 'O',
    call: (ts, _module, argv) => newInt(ts, weakrefsOf(ts, argAt(ts, argv, 0)).length),
  },
  { name: '_remove_dead_weakref', kind: 'FASTCALL', min: 2, max: 2, call: removeDeadWeakref },
  { name: 'getweakrefs', kind: 'O', call: getweakrefs },
  { name: 'proxy', kind: 'FASTCALL', min: 1, max: 2, call: proxy },
]

export const weakrefCModule: ModuleSpec = {
  name: '_weakref',
  doc: 'Weak-reference support module.',
  functions: FUNCTIONS,
  exec(ts, module) {
    const dict = PyModule_GetDict(ts, module)
    const { weakref, weakproxy, weakcallableproxy } = ts.types
    const types = { ref: weakref, ReferenceType: weakref, ProxyType: weakproxy, CallableProxyType: weakcallableproxy }
    for (const [name, type] of Object.entries(types)) if (setItemText(ts, dict, name, type) < 0) return -1
    // For lib/weakref.py, which cannot ask the profile.
    const copies = ts.profile.containers.weakContainersCopy ? ts.true_ : ts.false_
    if (setItemText(ts, dict, '_iterates_copies', copies) < 0) return -1
    return 0
  },
}
