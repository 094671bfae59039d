// Modules/_abc.c: what abstract base classes ask and remember. A class keeps weak references to what was registered.
// NOT CPYTHON: answers are not cached, so that nothing but the time it takes can differ.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { layout, PyObject, PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyIter_Next, PyObject_GetIter } from '../objects/abstract.ts'
import { newBool } from '../objects/boolobject.ts'
import { argAt, callArgs } from '../objects/call.ts'
import { forEachItem, getItemText } from '../objects/dictobject.ts'
import { PyErr_Format, PyErr_Occurred } from '../objects/errors.ts'
import { PyObject_IsSubclass } from '../objects/isinstance.ts'
import { newList, PyList_Append, PyList_GET_ITEM, PyList_GET_SIZE } from '../objects/listobject.ts'
import { tupleArray } from '../objects/mro.ts'
import { type MethodSpec, PyObject_GetAttr, PyObject_IsTrue, PyObject_SetAttr } from '../objects/object.ts'
import { frozenSetFrom } from '../objects/setobject.ts'
import { subclassesOf } from '../objects/subclasses.ts'
import { lookupAttribute, PyType_Check } from '../objects/typelookup.ts'
import { PyType_GenericAlloc } from '../objects/typeobject.ts'
import { internStr } from '../objects/unicodeobject.ts'
import { PyWeakref_GET_OBJECT } from '../objects/weakrefobject.ts'
import { during } from './holding.ts'
import type { ModuleSpec } from './module.ts'
import { addType, type ModuleType, moduleType, owning } from './moduletype.ts'

const A = layout(PyObject.sizeof, [
  ['registry', 'ptr'],
  ['cache', 'ptr'],
  ['negative_cache', 'ptr'],
  ['negative_cache_version', 'ssize'],
])

const dataType: ModuleType = {
  tp_name: '_abc._abc_data',
  basicsize: A.sizeof,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  slots: owning([['registry', A.registry]]),
}

function setAttribute(ts: ThreadState, o: Borrowed, name: string, value: Owned): number {
  if (value === 0) return -1
  const text = internStr(ts, name)
  const status = during(ts, [value, text], () => PyObject_SetAttr(ts, o, text, value))
  DECREF(ts, text)
  DECREF(ts, value)
  return status
}

/** Whether an attribute is abstract: 1, 0, -1. */
function isAbstract(ts: ThreadState, value: Borrowed): number {
  const flag = lookupAttribute(ts, value, '__isabstractmethod__')
  if (flag === 0) return PyErr_Occurred(ts) !== 0 ? -1 : 0
  const truth = PyObject_IsTrue(ts, flag)
  DECREF(ts, flag)
  return truth
}

/** compute_abstract_methods: the abstract names of the class's own, and those of its bases that it leaves so. */
function abstractNames(ts: ThreadState, cls: Borrowed): Borrowed[] | null {
  const dict = ts.mem.load(cls + PyTypeObject.tp_dict)
  const own: (readonly [key: Borrowed, value: Borrowed])[] = []
  forEachItem(ts, dict, (key, value) => own.push([key, value]))
  const names: Borrowed[] = []
  for (const [key, value] of own) {
    const abstract = isAbstract(ts, value)
    if (abstract < 0) return null
    if (abstract > 0) names.push(key)
  }
  for (const base of tupleArray(ts, ts.mem.load(cls + PyTypeObject.tp_bases))) {
    const inherited = lookupAttribute(ts, base, '__abstractmethods__')
    if (inherited === 0) {
      if (PyErr_Occurred(ts) !== 0) return null
      continue
    }
    const iterator = PyObject_GetIter(ts, inherited)
    for (let key = PyIter_Next(ts, iterator); key !== 0; key = PyIter_Next(ts, iterator)) {
      const name = key
      const value = during(ts, [name, iterator], () => PyObject_GetAttr(ts, cls, name))
      const abstract = value === 0 ? -1 : isAbstract(ts, value)
      if (value !== 0) DECREF(ts, value)
      if (abstract > 0 && !names.includes(name)) names.push(name)
      DECREF(ts, name)
      if (abstract < 0) return null
    }
    DECREF(ts, iterator)
    DECREF(ts, inherited)
  }
  return names
}

function init(ts: ThreadState, cls: Borrowed): Owned {
  const names = abstractNames(ts, cls)
  if (names === null || setAttribute(ts, cls, '__abstractmethods__', frozenSetFrom(ts, names)) < 0) return 0
  const data = PyType_GenericAlloc(ts, moduleType(ts, '_abc._abc_data'))
  return setAttribute(ts, cls, '_abc_impl', data) < 0 ? 0 : newref(ts, ts.none)
}

/** The data of a class, borrowed; 0 with TypeError. */
function dataOf(ts: ThreadState, cls: Borrowed): Borrowed {
  const data = getItemText(ts, ts.mem.load(cls + PyTypeObject.tp_dict), '_abc_impl')
  if (data !== 0) return data
  return PyErr_Format(ts, ts.exc.TypeError, '_abc_impl is set to a wrong type')
}

/** The classes registered and still alive, borrowed. */
function registered(ts: ThreadState, cls: Borrowed): Borrowed[] {
  const data = dataOf(ts, cls)
  const list = data === 0 ? 0 : ts.mem.load(data + A.registry)
  if (list === 0) return []
  const refs = Array.from({ length: PyList_GET_SIZE(ts, list) }, (_, i) => PyList_GET_ITEM(ts, list, i))
  return refs.map((ref) => PyWeakref_GET_OBJECT(ts, ref)).filter((o) => o !== 0 && o !== ts.none)
}

function register(ts: ThreadState, cls: Borrowed, subclass: Borrowed): Owned {
  if (!PyType_Check(ts, subclass)) return PyErr_Format(ts, ts.exc.TypeError, 'Can only register classes')
  const known = PyObject_IsSubclass(ts, subclass, cls)
  if (known !== 0) return known < 0 ? 0 : newref(ts, subclass)
  const around = PyObject_IsSubclass(ts, cls, subclass)
  if (around < 0) return 0
  if (around > 0) return PyErr_Format(ts, ts.exc.RuntimeError, 'Refusing to create an inheritance cycle')
  const data = dataOf(ts, cls)
  if (data === 0) return 0
  if (ts.mem.load(data + A.registry) === 0) ts.mem.store(data + A.registry, newList(ts, 0))
  const ref = ts.newWeakRef(subclass)
  if (ref === 0) return 0
  const status = PyList_Append(ts, ts.mem.load(data + A.registry), ref)
  DECREF(ts, ref)
  return status < 0 ? 0 : newref(ts, subclass)
}

/** Whether a class counts as a subclass: 1, 0, -1. */
function subclassCheck(ts: ThreadState, cls: Borrowed, subclass: Borrowed): number {
  if (!PyType_Check(ts, subclass)) {
    PyErr_Format(ts, ts.exc.TypeError, 'issubclass() arg 1 must be a class')
    return -1
  }
  const hook = lookupAttribute(ts, cls, '__subclasshook__')
  const answer = hook === 0 ? 0 : during(ts, [hook], () => callArgs(ts, hook, [subclass]))
  if (hook !== 0) DECREF(ts, hook)
  if (answer === 0) return -1
  const said = answer
  DECREF(ts, answer)
  if (said === ts.true_) return 1
  if (said === ts.false_) return 0
  if (said !== ts.notImplemented) {
    PyErr_Format(ts, ts.exc.AssertionError, '__subclasshook__ must return either False, True, or NotImplemented')
    return -1
  }
  if (tupleArray(ts, ts.mem.load(subclass + PyTypeObject.tp_mro)).includes(cls)) return 1
  for (const candidate of [...registered(ts, cls), ...subclassesOf(ts, cls)]) {
    newref(ts, candidate)
    const is = during(ts, [candidate], () => PyObject_IsSubclass(ts, subclass, candidate))
    DECREF(ts, candidate)
    if (is !== 0) return is
  }
  return 0
}

function instanceCheck(ts: ThreadState, cls: Borrowed, instance: Borrowed): Owned {
  const subclass = lookupAttribute(ts, instance, '__class__')
  if (subclass === 0) return 0
  const type = Py_TYPE(ts, instance)
  let is = during(ts, [subclass], () => checkOf(ts, cls, subclass))
  if (is === 0 && subclass !== type) is = checkOf(ts, cls, type)
  DECREF(ts, subclass)
  return is < 0 ? 0 : newBool(ts, is > 0)
}

/** `cls.__subclasscheck__(subclass)`: 1, 0, -1. */
function checkOf(ts: ThreadState, cls: Borrowed, subclass: Borrowed): number {
  return PyObject_IsSubclass(ts, subclass, cls)
}

function two(name: string, f: (ts: ThreadState, a: Borrowed, b: Borrowed) => Owned): MethodSpec {
  return {
    name,
    kind: 'FASTCALL',
    min: 2,
    max: 2,
    call: (ts, _m, argv) => f(ts, argAt(ts, argv, 0), argAt(ts, argv, 1)),
  }
}

export const _abcModule: ModuleSpec = {
  name: '_abc',
  doc: 'Module contains faster C implementation of abc.ABCMeta',
  functions: [
    { name: '_abc_init', kind: 'O', call: (ts, _m, argv) => init(ts, argAt(ts, argv, 0)) },
    two('_abc_register', register),
    two('_abc_instancecheck', instanceCheck),
    two('_abc_subclasscheck', (ts, cls, subclass) => {
      const is = subclassCheck(ts, cls, subclass)
      return is < 0 ? 0 : newBool(ts, is > 0)
    }),
  ],
  state: 1,
  exec: (ts, module) => addType(ts, module, dataType, null),
}
