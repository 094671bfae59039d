// Objects/typeobject.c: the names of a class as messages and reprs use them.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, Py_TYPE, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { BASE_ADDRESS } from '../heap/runtime.ts'
import { PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { fill, type ReturningMethod } from '../profiles/index.ts'
import { getItemText } from './dictobject.ts'
import { PyErr_Format } from './errors.ts'
import { nameOfType, PyUnicode_Check, typeName } from './object.ts'
import { textOf } from './unicodeobject.ts'

/** `__qualname__`. */
export function typeQualname(ts: ThreadState, type: Borrowed): string {
  if (typeFlags(ts, type) & TPFLAGS.HEAPTYPE) return textOf(ts, ts.mem.load(type + PyTypeObject.ht_qualname))
  const name = nameOfType(ts, type)
  return name.slice(name.lastIndexOf('.') + 1)
}

/** `__module__` where it is a str, else `null`. */
export function typeModule(ts: ThreadState, type: Borrowed): string | null {
  if (typeFlags(ts, type) & TPFLAGS.HEAPTYPE) {
    const module = getItemText(ts, ts.mem.load(type + PyTypeObject.tp_dict), '__module__')
    return module !== 0 && PyUnicode_Check(ts, module) ? textOf(ts, module) : null
  }
  const name = nameOfType(ts, type)
  const dot = name.lastIndexOf('.')
  return dot < 0 ? 'builtins' : name.slice(0, dot)
}

/** `module.qualname`, without the module for built-in classes: how reprs of instances name their class. */
export function fullTypeName(ts: ThreadState, type: Borrowed): string {
  const module = typeModule(ts, type)
  const qualname = typeQualname(ts, type)
  return module === null || module === 'builtins' ? qualname : `${module}.${qualname}`
}

/** PyType_GetFullyQualifiedName: `module.qualname`, without the module for built-in classes and those of `__main__`. */
export function PyType_GetFullyQualifiedName(ts: ThreadState, type: Borrowed): string {
  const module = typeModule(ts, type)
  const qualname = typeQualname(ts, type)
  return module === null || module === 'builtins' || module === '__main__' ? qualname : `${module}.${qualname}`
}

/** TypeError: a special method of `o` returned an object of the wrong type, which is given up. Returns 0. */
export function wrongReturn(ts: ThreadState, o: Borrowed, method: ReturningMethod, result: Owned): 0 {
  const names = [typeName(ts, o), typeName(ts, result)]
  const full = [o, result].map((x) => PyType_GetFullyQualifiedName(ts, Py_TYPE(ts, x)))
  PyErr_Format(ts, ts.exc.TypeError, fill(ts.profile.messages.returned[method], ...names, ...full))
  DECREF(ts, result)
  return 0
}

/** An address as `%p` prints it. */
export function pointer(o: Borrowed): string {
  return `0x${(BASE_ADDRESS + o).toString(16)}`
}
