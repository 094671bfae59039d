// Objects/typeobject.c, type_get_annotations and type_get_annotate: `__annotations__` of a class. Up to 3.13 the class body
// fills it; since 3.14 `__annotate__` makes it when it is first asked for.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, slotsOf, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { PyTypeObject as T } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { callOwned } from './call.ts'
import { getItemText, PyDict_Check, PyDict_DelItem, PyDict_New, setItemText } from './dictobject.ts'
import { PyErr_Format } from './errors.ts'
import { newInt } from './longobject.ts'
import { type GetSetSpec, nameOfType, typeName } from './object.ts'
import { internStr } from './unicodeobject.ts'

/** What CPython asks `__annotate__` for: the values themselves. */
export const FORMAT_VALUE = 1

function dictOf(ts: ThreadState, type: Borrowed): Borrowed {
  return ts.mem.load(type + T.tp_dict)
}

function isBuiltin(ts: ThreadState, type: Borrowed): boolean {
  return (typeFlags(ts, type) & TPFLAGS.HEAPTYPE) === 0
}

function missing(ts: ThreadState, type: Borrowed, name: string): 0 {
  return PyErr_Format(ts, ts.exc.AttributeError, `type object '${nameOfType(ts, type)}' has no attribute '${name}'`)
}

/** An entry of the class's own dict, bound as an attribute would be; 0 where there is none. */
function ownEntry(ts: ThreadState, type: Borrowed, name: string): Owned {
  const found = getItemText(ts, dictOf(ts, type), name)
  if (found === 0) return 0
  const get = slotsOf(ts, found).tp_descr_get
  return get ? get(ts, found, 0, type) : newref(ts, found)
}

/** `__annotate__`: the function the class body left, or None. */
function annotate(ts: ThreadState, type: Borrowed): Owned {
  if (isBuiltin(ts, type)) return missing(ts, type, '__annotate__')
  const given = ownEntry(ts, type, '__annotate__') || ownEntry(ts, type, '__annotate_func__')
  if (given !== 0) return given
  return setItemText(ts, dictOf(ts, type), '__annotate_func__', ts.none) < 0 ? 0 : newref(ts, ts.none)
}

function annotations(ts: ThreadState, type: Borrowed): Owned {
  if (isBuiltin(ts, type)) return missing(ts, type, '__annotations__')
  const { deferredAnnotations } = ts.profile.compiler
  const found =
    ownEntry(ts, type, '__annotations__') || (deferredAnnotations ? ownEntry(ts, type, '__annotations_cache__') : 0)
  if (found !== 0) return found
  const made = deferredAnnotations ? compute(ts, type) : PyDict_New(ts)
  const name = deferredAnnotations ? '__annotations_cache__' : '__annotations__'
  if (made !== 0) setItemText(ts, dictOf(ts, type), name, made)
  return made
}

function compute(ts: ThreadState, type: Borrowed): Owned {
  const func = annotate(ts, type)
  if (func === 0) return 0
  if (slotsOf(ts, func).tp_call === undefined) {
    DECREF(ts, func)
    return PyDict_New(ts)
  }
  const format = newInt(ts, FORMAT_VALUE)
  const made = callOwned(ts, func, [format])
  DECREF(ts, format)
  if (made === 0 || PyDict_Check(ts, made)) return made
  PyErr_Format(ts, ts.exc.TypeError, `__annotate__ returned non-dict of type '${typeName(ts, made)}'`)
  DECREF(ts, made)
  return 0
}

function remove(ts: ThreadState, type: Borrowed, name: string): boolean {
  if (getItemText(ts, dictOf(ts, type), name) === 0) return false
  const key = internStr(ts, name)
  PyDict_DelItem(ts, dictOf(ts, type), key)
  DECREF(ts, key)
  return true
}

function setAnnotations(ts: ThreadState, type: Borrowed, value: Borrowed): number {
  if (isBuiltin(ts, type)) {
    const message = `cannot set '__annotations__' attribute of immutable type '${nameOfType(ts, type)}'`
    PyErr_Format(ts, ts.exc.TypeError, message)
    return -1
  }
  const { deferredAnnotations } = ts.profile.compiler
  const own = !deferredAnnotations || getItemText(ts, dictOf(ts, type), '__annotations__') !== 0
  const name = own ? '__annotations__' : '__annotations_cache__'
  if (value !== 0) {
    if (setItemText(ts, dictOf(ts, type), name, value) < 0) return -1
  } else if (!remove(ts, type, name)) {
    PyErr_Format(ts, ts.exc.AttributeError, '__annotations__')
    return -1
  }
  if (deferredAnnotations) {
    remove(ts, type, '__annotate_func__')
    remove(ts, type, '__annotate__')
  }
  return 0
}

function setAnnotate(ts: ThreadState, type: Borrowed, value: Borrowed): number {
  if (value === 0) {
    PyErr_Format(ts, ts.exc.TypeError, 'cannot delete __annotate__ attribute')
    return -1
  }
  if (value !== ts.none && slotsOf(ts, value).tp_call === undefined) {
    PyErr_Format(ts, ts.exc.TypeError, '__annotate__ must be callable or None')
    return -1
  }
  if (setItemText(ts, dictOf(ts, type), '__annotate_func__', value) < 0) return -1
  if (value !== ts.none) remove(ts, type, '__annotations_cache__')
  return 0
}

/** The attributes of `type` that are about annotations. */
export const annotationGetSet: readonly GetSetSpec[] = [
  { name: '__annotations__', get: annotations, set: setAnnotations },
  {
    name: '__annotate__',
    when: (profile) => profile.compiler.deferredAnnotations,
    get: annotate,
    set: setAnnotate,
  },
]
