// Modules/_abc.c: what abstract base classes ask and remember. A class keeps weak references to what was registered, to what
// was found to be its subclass, and to what was not.

import { during } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, TPFLAGS, typeFlags, XDECREF } from '../heap/refcount.ts'
import { Interpreter } from '../heap/runtime.ts'
import { layout, PyObject, PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyIter_Next, PyObject_GetIter } from '../objects/abstract.ts'
import { newBool } from '../objects/boolobject.ts'
import { argAt, callOwned } from '../objects/call.ts'
import { forEachItem, getItemText, PyDict_DelItem } from '../objects/dictobject.ts'
import { PyErr_Format, PyErr_Occurred } from '../objects/errors.ts'
import { PyObject_IsSubclass } from '../objects/isinstance.ts'
import { newInt, PyLong_AsNumber } from '../objects/longintrepr.ts'
import { newCFunction, registerNative } from '../objects/methodobject.ts'
import { tupleArray } from '../objects/mro.ts'
import { type MethodSpec, PyObject_GetAttr, PyObject_SetAttr, truthOf } from '../objects/object.ts'
import {
  forEachEntry,
  frozenSetFrom,
  newSet,
  PySet_Add,
  PySet_Contains,
  PySet_Discard,
  PySet_GET_SIZE,
  set_clear,
} from '../objects/setobject.ts'
import { subclassesOf } from '../objects/subclasses.ts'
import { lookupAttribute, PyType_Check } from '../objects/typelookup.ts'
import { PyType_GenericAlloc } from '../objects/typeobject.ts'
import { internStr } from '../objects/unicodeobject.ts'
import { PyWeakref_GET_OBJECT, PyWeakref_NewRef } from '../objects/weakrefobject.ts'
import type { ModuleSpec } from './module.ts'
import { addType, type ModuleType, moduleType, owning } from './moduletype.ts'

const A = layout(PyObject.sizeof, [
  ['registry', 'ptr'],
  ['cache', 'ptr'],
  ['negative_cache', 'ptr'],
  ['negative_cache_version', 'ssize'],
])

const COLLECTION_FLAGS = TPFLAGS.SEQUENCE | TPFLAGS.MAPPING

const dataType: ModuleType = {
  tp_name: '_abc._abc_data',
  basicsize: A.sizeof,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  slots: owning([
    ['registry', A.registry],
    ['cache', A.cache],
    ['negative_cache', A.negative_cache],
  ]),
}

/** What a weak reference of a weak set calls when its class dies: the entry goes, where the set is still there. */
const destroy: MethodSpec = {
  name: '_destroy',
  kind: 'O',
  call(ts, setRef, argv) {
    const set = PyWeakref_GET_OBJECT(ts, setRef)
    if (set !== 0) {
      newref(ts, set)
      const status = during(ts, [set], () => PySet_Discard(ts, set, argAt(ts, argv, 0)))
      DECREF(ts, set)
      if (status < 0) return 0
    }
    return newref(ts, ts.none)
  },
}

/** _in_weak_set: 1, 0, -1. */
function isIn(ts: ThreadState, set: Borrowed, cls: Borrowed): number {
  if (set === 0 || PySet_GET_SIZE(ts, set) === 0) return 0
  const ref = ts.newWeakRef(cls)
  if (ref === 0) return -1
  const found = during(ts, [ref], () => PySet_Contains(ts, set, ref))
  DECREF(ts, ref)
  return found
}

/** _add_to_weak_set, into the set a field holds, which is made for the first. 0, or -1. */
function addTo(ts: ThreadState, field: number, cls: Borrowed): number {
  const { mem } = ts
  if (mem.load(field) === 0) mem.store(field, newSet(ts))
  const set = mem.load(field)
  if (set === 0) return -1
  const known = ts.natives.indexOf(destroy)
  const setRef = ts.newWeakRef(set)
  const callback = setRef === 0 ? 0 : newCFunction(ts, known < 0 ? registerNative(ts, destroy) : known, setRef, 0)
  const ref = callback === 0 ? 0 : PyWeakref_NewRef(ts, cls, callback)
  const status = ref === 0 ? -1 : during(ts, [setRef, callback, ref], () => PySet_Add(ts, set, ref))
  for (const made of [ref, callback, setRef]) XDECREF(ts, made)
  return status
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
  return truthOf(ts, flag)
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
      const held = [name, iterator, value]
      const abstract = value === 0 ? -1 : during(ts, held, () => isAbstract(ts, value))
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
  if (data !== 0) ts.mem.store(data + A.negative_cache_version, invalidations(ts))
  if (setAttribute(ts, cls, '_abc_impl', data) < 0 || takeFlags(ts, cls) < 0) return 0
  return newref(ts, ts.none)
}

/** `__abc_tpflags__` says that patterns take instances for sequences or for mappings. It does not stay. 0, or -1. */
function takeFlags(ts: ThreadState, cls: Borrowed): number {
  const dict = ts.mem.load(cls + PyTypeObject.tp_dict)
  const flags = getItemText(ts, dict, '__abc_tpflags__')
  if (flags === 0) return 0
  const kinds = PyLong_AsNumber(ts, flags) & COLLECTION_FLAGS
  if (kinds === COLLECTION_FLAGS) {
    const message = '__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING'
    PyErr_Format(ts, ts.exc.TypeError, message)
    return -1
  }
  ts.mem.store(cls + PyTypeObject.tp_flags, typeFlags(ts, cls) | kinds)
  const key = internStr(ts, '__abc_tpflags__')
  const status = PyDict_DelItem(ts, dict, key)
  DECREF(ts, key)
  return status
}

/** _PyType_SetFlagsRecursive: a registered class, and those below it, are what the abstract class is. */
function setKind(ts: ThreadState, cls: Borrowed, kind: number): void {
  const flags = typeFlags(ts, cls)
  if ((flags & TPFLAGS.HEAPTYPE) === 0 || flags & TPFLAGS.IMMUTABLETYPE || (flags & COLLECTION_FLAGS) === kind) return
  ts.mem.store(cls + PyTypeObject.tp_flags, (flags & ~COLLECTION_FLAGS) | kind)
  for (const subclass of subclassesOf(ts, cls)) setKind(ts, subclass, kind)
}

/** So many classes have been registered: what was denied before may hold now. */
function invalidations(ts: ThreadState): number {
  return ts.mem.load(Interpreter.abc_invalidation_counter)
}

/** The data of a class, borrowed; 0 with TypeError. */
function dataOf(ts: ThreadState, cls: Borrowed): Borrowed {
  const data = getItemText(ts, ts.mem.load(cls + PyTypeObject.tp_dict), '_abc_impl')
  if (data !== 0) return data
  return PyErr_Format(ts, ts.exc.TypeError, '_abc_impl is set to a wrong type')
}

function register(ts: ThreadState, cls: Borrowed, subclass: Borrowed): Owned {
  if (!PyType_Check(ts, subclass)) return PyErr_Format(ts, ts.exc.TypeError, 'Can only register classes')
  const known = PyObject_IsSubclass(ts, subclass, cls)
  if (known !== 0) return known < 0 ? 0 : newref(ts, subclass)
  const around = PyObject_IsSubclass(ts, cls, subclass)
  if (around < 0) return 0
  if (around > 0) return PyErr_Format(ts, ts.exc.RuntimeError, 'Refusing to create an inheritance cycle')
  const data = dataOf(ts, cls)
  if (data === 0 || addTo(ts, data + A.registry, subclass) < 0) return 0
  ts.mem.store(Interpreter.abc_invalidation_counter, invalidations(ts) + 1)
  const kind = typeFlags(ts, cls) & COLLECTION_FLAGS
  if (kind !== 0) setKind(ts, subclass, kind)
  return newref(ts, subclass)
}

/** Whether a class counts as a subclass: 1, 0, -1. */
function subclassCheck(ts: ThreadState, cls: Borrowed, subclass: Borrowed): number {
  if (!PyType_Check(ts, subclass)) {
    PyErr_Format(ts, ts.exc.TypeError, 'issubclass() arg 1 must be a class')
    return -1
  }
  const data = dataOf(ts, cls)
  if (data === 0) return -1
  const { mem } = ts
  const remembered = isIn(ts, mem.load(data + A.cache), subclass)
  if (remembered !== 0) return remembered
  if (mem.load(data + A.negative_cache_version) < invalidations(ts)) {
    if (mem.load(data + A.negative_cache) !== 0) set_clear(ts, mem.load(data + A.negative_cache))
    mem.store(data + A.negative_cache_version, invalidations(ts))
  } else {
    const denied = isIn(ts, mem.load(data + A.negative_cache), subclass)
    if (denied !== 0) return denied < 0 ? -1 : 0
  }
  const remember = (is: boolean) =>
    addTo(ts, data + (is ? A.cache : A.negative_cache), subclass) < 0 ? -1 : is ? 1 : 0
  const hook = lookupAttribute(ts, cls, '__subclasshook__')
  const answer = hook === 0 ? 0 : callOwned(ts, hook, [subclass])
  if (answer === 0) return -1
  DECREF(ts, answer)
  if (answer === ts.true_) return remember(true)
  if (answer === ts.false_) return remember(false)
  if (answer !== ts.notImplemented) {
    PyErr_Format(ts, ts.exc.AssertionError, '__subclasshook__ must return either False, True, or NotImplemented')
    return -1
  }
  if (tupleArray(ts, mem.load(subclass + PyTypeObject.tp_mro)).includes(cls)) return remember(true)
  const registered = checkRegistry(ts, mem.load(data + A.registry), subclass)
  if (registered !== 0) return registered === DIRECTLY ? 1 : registered < 0 ? -1 : remember(true)
  for (const candidate of subclassesOf(ts, cls)) {
    const is = asksClass(ts, subclass, candidate)
    if (is !== 0) return is < 0 ? -1 : remember(true)
  }
  return remember(false)
}

/** Registered itself, which needs no remembering. */
const DIRECTLY = 2

/** subclasscheck_check_registry: DIRECTLY, 1 through a class that was registered, 0, -1. */
function checkRegistry(ts: ThreadState, registry: Borrowed, subclass: Borrowed): number {
  const direct = isIn(ts, registry, subclass)
  if (direct !== 0) return direct < 0 ? -1 : DIRECTLY
  if (registry === 0) return 0
  const refs: Owned[] = []
  forEachEntry(ts, registry, (ref) => refs.push(newref(ts, ref)))
  const is = during(ts, refs, () => {
    for (const ref of refs) {
      const candidate = PyWeakref_GET_OBJECT(ts, ref)
      const answer = candidate === 0 ? 0 : asksClass(ts, subclass, candidate)
      if (answer !== 0) return answer
    }
    return 0
  })
  for (const ref of refs) DECREF(ts, ref)
  return is
}

/** issubclass of a class that is held meanwhile. */
function asksClass(ts: ThreadState, subclass: Borrowed, candidate: Borrowed): number {
  newref(ts, candidate)
  const is = during(ts, [candidate], () => PyObject_IsSubclass(ts, subclass, candidate))
  DECREF(ts, candidate)
  return is
}

function instanceCheck(ts: ThreadState, cls: Borrowed, instance: Borrowed): Owned {
  const data = dataOf(ts, cls)
  const subclass = data === 0 ? 0 : lookupAttribute(ts, instance, '__class__')
  if (subclass === 0) return 0
  const is = during(ts, [subclass], () => instanceOf(ts, cls, data, subclass, Py_TYPE(ts, instance)))
  DECREF(ts, subclass)
  return is < 0 ? 0 : newBool(ts, is > 0)
}

/** What `__class__` says comes first, the type after it. */
function instanceOf(ts: ThreadState, cls: Borrowed, data: Borrowed, subclass: Borrowed, type: Borrowed): number {
  const { mem } = ts
  const remembered = isIn(ts, mem.load(data + A.cache), subclass)
  if (remembered !== 0) return remembered
  if (subclass !== type) return checkOf(ts, cls, subclass) || checkOf(ts, cls, type)
  if (mem.load(data + A.negative_cache_version) === invalidations(ts)) {
    const denied = isIn(ts, mem.load(data + A.negative_cache), subclass)
    if (denied !== 0) return denied < 0 ? -1 : 0
  }
  return checkOf(ts, cls, subclass)
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
    { name: 'get_cache_token', kind: 'NOARGS', call: (ts) => newInt(ts, invalidations(ts)) },
    two('_abc_instancecheck', instanceCheck),
    two('_abc_subclasscheck', (ts, cls, subclass) => {
      const is = subclassCheck(ts, cls, subclass)
      return is < 0 ? 0 : newBool(ts, is > 0)
    }),
  ],
  state: 1,
  exec: (ts, module) => addType(ts, module, dataType, null),
}
