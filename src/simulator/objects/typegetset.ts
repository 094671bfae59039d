// Objects/typeobject.c, type_getsets and type_members: the attributes of classes.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, INCREF, newref, SETREF, slotsOf, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { PyTypeObject as T } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { fill } from '../profiles/index.ts'
import { setBases } from './classassignment.ts'
import { getItemText, PyDict_DelItem, setItemText } from './dictobject.ts'
import { PyErr_Format } from './errors.ts'
import { newInt } from './longobject.ts'
import { PyDictProxy_New } from './mappingproxy.ts'
import { type GetSetSpec, nameOfType, PyObject_IsTrue, PyUnicode_Check, typeName } from './object.ts'
import { refusedAttribute } from './refused.ts'
import { annotationGetSet } from './typeannotations.ts'
import { shortTypeName } from './typelookup.ts'
import { typeModule } from './typenames.ts'
import { internStr, newStr, textOf } from './unicodeobject.ts'

function isHeap(ts: ThreadState, type: Borrowed): boolean {
  return (typeFlags(ts, type) & TPFLAGS.HEAPTYPE) !== 0
}

function dictOf(ts: ThreadState, type: Borrowed): Borrowed {
  return ts.mem.load(type + T.tp_dict)
}

/** check_set_special_type_attr: these cannot be deleted. */
function mayDelete(ts: ThreadState, type: Borrowed, value: Borrowed, name: string): boolean {
  if (value !== 0) return true
  PyErr_Format(ts, ts.exc.TypeError, fill(ts.profile.messages.deleteTypeAttribute, name, nameOfType(ts, type)))
  return false
}

function stringOnly(ts: ThreadState, type: Borrowed, value: Borrowed, name: string): boolean {
  if (PyUnicode_Check(ts, value)) return true
  PyErr_Format(
    ts,
    ts.exc.TypeError,
    `can only assign string to ${nameOfType(ts, type)}.${name}, not '${typeName(ts, value)}'`,
  )
  return false
}

function numberField(name: string, offset: number): GetSetSpec {
  return { name, get: (ts, type) => newInt(ts, ts.mem.load(type + offset)) }
}

function objectField(name: string, offset: number): GetSetSpec {
  return { name, get: (ts, type) => newref(ts, ts.mem.load(type + offset) || ts.none) }
}

function deleteKey(ts: ThreadState, type: Borrowed, key: string): number {
  const text = internStr(ts, key)
  if (getItemText(ts, dictOf(ts, type), key) === 0) {
    PyErr_Format(ts, ts.exc.AttributeError, key)
    DECREF(ts, text)
    return -1
  }
  const status = PyDict_DelItem(ts, dictOf(ts, type), text)
  DECREF(ts, text)
  return status
}

/** The attributes of `type`. */
const SIGNATURE = refusedAttribute('type', '__text_signature__')

export const typeGetSet: readonly GetSetSpec[] = [
  numberField('__basicsize__', T.tp_basicsize),
  numberField('__itemsize__', T.tp_itemsize),
  {
    name: '__flags__',
    // One bit is ours, and bit 31 is not a sign.
    get: (ts, type) => newInt(ts, (typeFlags(ts, type) & ~TPFLAGS.TRASHCAN) >>> 0),
  },
  numberField('__weakrefoffset__', T.tp_weaklistoffset),
  objectField('__base__', T.tp_base),
  numberField('__dictoffset__', T.tp_dictoffset),
  {
    name: '__name__',
    get: (ts, type) =>
      isHeap(ts, type) ? newref(ts, ts.mem.load(type + T.ht_name)) : newStr(ts, shortTypeName(ts, type)),
    set(ts, type, value) {
      if (!mayDelete(ts, type, value, '__name__') || !stringOnly(ts, type, value, '__name__')) return -1
      ts.mem.store(type + T.tp_name, ts.addText(textOf(ts, value)))
      INCREF(ts, value)
      SETREF(ts, type + T.ht_name, value)
      return 0
    },
  },
  {
    name: '__qualname__',
    get: (ts, type) =>
      isHeap(ts, type) ? newref(ts, ts.mem.load(type + T.ht_qualname)) : newStr(ts, shortTypeName(ts, type)),
    set(ts, type, value) {
      if (!mayDelete(ts, type, value, '__qualname__') || !stringOnly(ts, type, value, '__qualname__')) return -1
      INCREF(ts, value)
      SETREF(ts, type + T.ht_qualname, value)
      return 0
    },
  },
  {
    name: '__bases__',
    get: (ts, type) => newref(ts, ts.mem.load(type + T.tp_bases) || ts.none),
    set: (ts, type, value) => (mayDelete(ts, type, value, '__bases__') ? setBases(ts, type, value) : -1),
  },
  objectField('__mro__', T.tp_mro),
  {
    name: '__module__',
    get(ts, type) {
      if (!isHeap(ts, type)) return newStr(ts, typeModule(ts, type) ?? 'builtins')
      const module = getItemText(ts, dictOf(ts, type), '__module__')
      return module === 0 ? PyErr_Format(ts, ts.exc.AttributeError, '__module__') : newref(ts, module)
    },
    set: (ts, type, value) =>
      mayDelete(ts, type, value, '__module__') ? setItemText(ts, dictOf(ts, type), '__module__', value) : -1,
  },
  {
    name: '__abstractmethods__',
    get(ts, type) {
      const found = type === ts.types.type ? 0 : getItemText(ts, dictOf(ts, type), '__abstractmethods__')
      return found === 0 ? PyErr_Format(ts, ts.exc.AttributeError, '__abstractmethods__') : newref(ts, found)
    },
    set(ts, type, value) {
      const abstract = value === 0 ? 0 : PyObject_IsTrue(ts, value)
      if (abstract < 0) return -1
      const status =
        value === 0
          ? deleteKey(ts, type, '__abstractmethods__')
          : setItemText(ts, dictOf(ts, type), '__abstractmethods__', value)
      if (status < 0) return -1
      const flags = typeFlags(ts, type) & ~TPFLAGS.IS_ABSTRACT
      ts.mem.store(type + T.tp_flags, abstract ? flags | TPFLAGS.IS_ABSTRACT : flags)
      return 0
    },
  },
  { name: '__dict__', get: (ts, type) => PyDictProxy_New(ts, dictOf(ts, type)) },
  {
    name: '__doc__',
    get(ts, type) {
      const doc = getItemText(ts, dictOf(ts, type), '__doc__')
      if (doc === 0) return newref(ts, ts.none)
      const get = slotsOf(ts, doc).tp_descr_get
      return get ? get(ts, doc, 0, type) : newref(ts, doc)
    },
    set: (ts, type, value) =>
      mayDelete(ts, type, value, '__doc__') ? setItemText(ts, dictOf(ts, type), '__doc__', value) : -1,
  },
  ...annotationGetSet,
  {
    name: '__type_params__',
    when: (profile) => profile.parser.typeParameters,
    get(ts, type) {
      const found = getItemText(ts, dictOf(ts, type), '__type_params__')
      return newref(ts, found || ts.emptyTuple)
    },
    set: (ts, type, value) =>
      mayDelete(ts, type, value, '__type_params__') ? setItemText(ts, dictOf(ts, type), '__type_params__', value) : -1,
  },
  {
    name: '__text_signature__',
    get: (ts, type) => (typeFlags(ts, type) & TPFLAGS.HEAPTYPE ? newref(ts, ts.none) : SIGNATURE.get(ts, type)),
  },
]
