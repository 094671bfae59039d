// Objects/object.c, PyObject_GenericGetAttr and its kin: how attributes are found unless a type says otherwise.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, INCREF, newref, Py_TYPE, SETREF, slotsOf, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { PyTypeObject, PyVarObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import {
  _PyObject_GetInstanceAttribute,
  _PyObject_StoreInstanceAttribute,
  PyObject_GenericGetDict as getManagedDict,
  PyDict_Check,
  PyDict_DelItem,
  PyDict_GetItem,
  PyDict_New,
  PyDict_SetItem,
} from './dictobject.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format } from './errors.ts'
import { _PyObject_SetManagedDict } from './inlinevalues.ts'
import { nameOfType, PyObject_GetAttr, PyUnicode_Check, typeName } from './object.ts'
import { _PyType_Lookup } from './typelookup.ts'
import { internStr, textOf } from './unicodeobject.ts'

/** Where the pointer to an object's `__dict__` stands, for types that keep one as a field; 0 where there is none. */
export function _PyObject_ComputedDictPointer(ts: ThreadState, o: Borrowed): number {
  const mem = ts.mem
  const type = Py_TYPE(ts, o)
  if (typeFlags(ts, type) & TPFLAGS.MANAGED_DICT) return 0
  const offset = mem.load(type + PyTypeObject.tp_dictoffset)
  if (offset >= 0) return offset === 0 ? 0 : o + offset
  // Behind the items of an object with a variable number of them.
  const items = Math.abs(mem.load(o + PyVarObject.ob_size)) * mem.load(type + PyTypeObject.tp_itemsize)
  return o + ((mem.load(type + PyTypeObject.tp_basicsize) + items + 7) & ~7) + offset
}

export function PyObject_GenericGetAttr(ts: ThreadState, o: Borrowed, name: Borrowed): Owned {
  return genericGetAttr(ts, o, name, false)
}

/** PyObject_GetAttrString: an attribute whose name the machine knows. */
export function getAttributeText(ts: ThreadState, o: Borrowed, text: string): Owned {
  const name = internStr(ts, text)
  const mark = holdMark(ts)
  hold(ts, name)
  const value = PyObject_GetAttr(ts, o, name)
  release(ts, mark)
  DECREF(ts, name)
  return value
}

/** PyObject_GetOptionalAttr: 0 without an exception where the attribute is missing, and where it can be, none is ever made. */
export function PyObject_GetOptionalAttr(ts: ThreadState, o: Borrowed, name: Borrowed): Owned {
  if (slotsOf(ts, o).tp_getattro !== PyObject_GenericGetAttr) return cleared(ts, PyObject_GetAttr(ts, o, name))
  return cleared(ts, genericGetAttr(ts, o, name, true))
}

function cleared(ts: ThreadState, value: Owned): Owned {
  if (value === 0 && PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) PyErr_Clear(ts)
  return value
}

/** The same; `suppress` returns 0 without an exception where the attribute is missing. */
export function genericGetAttr(ts: ThreadState, o: Borrowed, name: Borrowed, suppress: boolean): Owned {
  if (!PyUnicode_Check(ts, name)) return nameMustBeString(ts, name)
  const type = Py_TYPE(ts, o)
  const descr = _PyType_Lookup(ts, type, name)
  const slots = descr === 0 ? undefined : slotsOf(ts, descr)
  const get = slots?.tp_descr_get
  if (descr !== 0 && get && slots.tp_descr_set) return callGet(ts, get, descr, o, type)
  const value = instanceAttribute(ts, o, name)
  if (value !== 0) return value
  if (get) return callGet(ts, get, descr, o, type)
  if (descr !== 0) return newref(ts, descr)
  return suppress ? 0 : noAttribute(ts, o, name)
}

/**
 * _PyObject_GetMethod: what `o.name(...)` calls. `ts.methodIsUnbound` says whether it is a function that still wants `o`
 * as its first argument (no method object is made), or a bound value.
 */
export function getMethod(ts: ThreadState, o: Borrowed, name: Borrowed): Owned {
  if (slotsOf(ts, o).tp_getattro !== PyObject_GenericGetAttr) {
    const value = PyObject_GetAttr(ts, o, name)
    ts.methodIsUnbound = false
    return value
  }
  return genericMethod(ts, o, name)
}

/** The same for an object whose class does nothing of its own to look up what it has. */
export function genericMethod(ts: ThreadState, o: Borrowed, name: Borrowed): Owned {
  ts.methodIsUnbound = false
  const type = Py_TYPE(ts, o)
  const descr = _PyType_Lookup(ts, type, name)
  const isMethod = descr !== 0 && (typeFlags(ts, Py_TYPE(ts, descr)) & TPFLAGS.METHOD_DESCRIPTOR) !== 0
  const slots = descr === 0 ? undefined : slotsOf(ts, descr)
  const get = slots?.tp_descr_get
  if (!isMethod && get && slots.tp_descr_set) return bound(ts, callGet(ts, get, descr, o, type))
  const value = instanceAttribute(ts, o, name)
  if (value !== 0) return value
  if (isMethod) {
    ts.methodIsUnbound = true
    return newref(ts, descr)
  }
  if (get) return bound(ts, callGet(ts, get, descr, o, type))
  if (descr !== 0) return newref(ts, descr)
  noAttribute(ts, o, name)
  ts.setAttributeErrorContext(o, name)
  return 0
}

export function PyObject_GenericSetAttr(ts: ThreadState, o: Borrowed, name: Borrowed, value: Borrowed): number {
  if (!PyUnicode_Check(ts, name)) {
    nameMustBeString(ts, name)
    return -1
  }
  const type = Py_TYPE(ts, o)
  const descr = _PyType_Lookup(ts, type, name)
  const set = descr === 0 ? undefined : slotsOf(ts, descr).tp_descr_set
  INCREF(ts, name)
  const mark = holdMark(ts)
  hold(ts, name)
  if (descr !== 0) {
    INCREF(ts, descr)
    hold(ts, descr)
  }
  const status = set ? set(ts, descr, o, value) : storeInDict(ts, o, type, descr, name, value)
  release(ts, mark)
  if (descr !== 0) DECREF(ts, descr)
  DECREF(ts, name)
  return status
}

function storeInDict(
  ts: ThreadState,
  o: Borrowed,
  type: Borrowed,
  descr: Borrowed,
  name: Borrowed,
  value: Borrowed,
): number {
  let status: number
  if (typeFlags(ts, type) & TPFLAGS.MANAGED_DICT) status = _PyObject_StoreInstanceAttribute(ts, o, name, value)
  else {
    const pointer = _PyObject_ComputedDictPointer(ts, o)
    if (pointer === 0) return cannotStore(ts, o, descr, name)
    status = _PyObjectDict_SetItem(ts, pointer, name, value)
  }
  if (status === 0 || value !== 0) return status
  const fromDict = PyErr_ExceptionMatches(ts, ts.exc.KeyError)
  if (fromDict || PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) {
    noAttribute(ts, o, name)
    const noted = ts.profile.suggestions.notedOnSet
    if (noted === 'always' || (noted === 'from-dict' && fromDict)) ts.setAttributeErrorContext(o, name)
  }
  return status
}

/** Stores in (or with `value` 0 deletes from) the dict a pointer points to, making it when there is none. */
function _PyObjectDict_SetItem(ts: ThreadState, pointer: number, name: Borrowed, value: Borrowed): number {
  if (ts.mem.load(pointer) === 0) {
    const made = PyDict_New(ts)
    if (made === 0) return -1
    ts.mem.store(pointer, made)
  }
  const dict = newref(ts, ts.mem.load(pointer))
  const mark = holdMark(ts)
  hold(ts, dict)
  const status = value === 0 ? PyDict_DelItem(ts, dict, name) : PyDict_SetItem(ts, dict, name, value)
  release(ts, mark)
  DECREF(ts, dict)
  return status
}

function cannotStore(ts: ThreadState, o: Borrowed, descr: Borrowed, name: Borrowed): number {
  const text = textOf(ts, name)
  if (descr !== 0)
    PyErr_Format(ts, ts.exc.AttributeError, `'${typeName(ts, o)}' object attribute '${text}' is read-only`)
  else {
    const generic = slotsOf(ts, o).tp_setattro === PyObject_GenericSetAttr
    const why = generic ? ts.profile.messages.noDictToSet : ''
    PyErr_Format(ts, ts.exc.AttributeError, `'${typeName(ts, o)}' object has no attribute '${text}'${why}`)
  }
  if (descr === 0 && ts.profile.suggestions.notedOnSet !== 'never') ts.setAttributeErrorContext(o, name)
  return -1
}

/** `__dict__` of an object that has one, made when first asked for. */
export function PyObject_GenericGetDict(ts: ThreadState, o: Borrowed): Owned {
  if (typeFlags(ts, Py_TYPE(ts, o)) & TPFLAGS.MANAGED_DICT) return getManagedDict(ts, o)
  const pointer = _PyObject_ComputedDictPointer(ts, o)
  if (pointer === 0) return PyErr_Format(ts, ts.exc.AttributeError, 'This object has no __dict__')
  let dict = ts.mem.load(pointer)
  if (dict === 0) {
    dict = PyDict_New(ts)
    if (dict === 0) return 0
    ts.mem.store(pointer, dict)
  }
  return newref(ts, dict)
}

/** Assigning to `__dict__`. */
export function PyObject_GenericSetDict(ts: ThreadState, o: Borrowed, value: Borrowed): number {
  const managed = (typeFlags(ts, Py_TYPE(ts, o)) & TPFLAGS.MANAGED_DICT) !== 0
  const pointer = managed ? 0 : _PyObject_ComputedDictPointer(ts, o)
  if (!managed && pointer === 0) {
    PyErr_Format(ts, ts.exc.AttributeError, 'This object has no __dict__')
    return -1
  }
  if (value === 0 && !managed) {
    PyErr_Format(ts, ts.exc.TypeError, 'cannot delete __dict__')
    return -1
  }
  if (value !== 0 && !PyDict_Check(ts, value)) {
    PyErr_Format(ts, ts.exc.TypeError, `__dict__ must be set to a dictionary, not a '${typeName(ts, value)}'`)
    return -1
  }
  if (managed) return _PyObject_SetManagedDict(ts, o, value)
  INCREF(ts, value)
  SETREF(ts, pointer, value)
  return 0
}

/** An attribute of the instance itself; 0 when absent. */
function instanceAttribute(ts: ThreadState, o: Borrowed, name: Borrowed): Owned {
  if (typeFlags(ts, Py_TYPE(ts, o)) & TPFLAGS.MANAGED_DICT) return _PyObject_GetInstanceAttribute(ts, o, name)
  const pointer = _PyObject_ComputedDictPointer(ts, o)
  if (pointer === 0) return 0
  const dict = ts.mem.load(pointer)
  const value = dict === 0 ? 0 : PyDict_GetItem(ts, dict, name)
  return value === 0 ? 0 : newref(ts, value)
}

function callGet(
  ts: ThreadState,
  get: (ts: ThreadState, self: Borrowed, obj: Borrowed, type: Borrowed) => Owned,
  descr: Borrowed,
  o: Borrowed,
  type: Borrowed,
): Owned {
  INCREF(ts, descr)
  const mark = holdMark(ts)
  hold(ts, descr)
  const value = get(ts, descr, o, type)
  release(ts, mark)
  DECREF(ts, descr)
  return value
}

function bound(ts: ThreadState, value: Owned): Owned {
  ts.methodIsUnbound = false
  return value
}

function noAttribute(ts: ThreadState, o: Borrowed, name: Borrowed): 0 {
  const type = nameOfType(ts, Py_TYPE(ts, o))
  return PyErr_Format(ts, ts.exc.AttributeError, `'${type}' object has no attribute '${textOf(ts, name)}'`)
}

function nameMustBeString(ts: ThreadState, name: Borrowed): 0 {
  return PyErr_Format(ts, ts.exc.TypeError, `attribute name must be string, not '${typeName(ts, name)}'`)
}
