// Objects/typeobject.c, type_new: how a class statement's body becomes a class.

import { during, hold, holdMark, release, whileOwning } from '../heap/objimpl.ts'
import { PyObject_Malloc } from '../heap/obmalloc.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, slotsOfType, TPFLAGS, typeFlags, XDECREF } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import { untagged } from '../heap/stackref.ts'
import { InterpreterFrame, PyTypeObject, PyVarObject } from '../heap/structs.ts'
import type { Borrowed, Owned, TypeSlots } from '../heap/typeslots.ts'
import { bestBase, calculateMetaclass } from './bestbase.ts'
import { argAt, callArgs, PyObject_Vectorcall } from './call.ts'
import { PyCell_SetTakeRef } from './cellobject.ts'
import { PyDescr_NewMember } from './descrobject.ts'
import { _PyDict_NewKeysForClass, getItemText, PyDict_Copy, PyDict_DelItem, setItemText } from './dictobject.ts'
import { PyErr_Format, PyErr_Occurred } from './errors.ts'
import { getAttributeText } from './genericattr.ts'
import { addInstanceDescriptors } from './instancedict.ts'
import { newClassMethod, newStaticMethod } from './methodwrappers.ts'
import { mroInvoke, tupleArray } from './mro.ts'
import { PyObject_Repr, PyUnicode_Check, typeName } from './object.ts'
import { notifySetName } from './setname.ts'
import { readSlots, type SlotPlan } from './slotsattribute.ts'
import { addSubclass } from './subclasses.ts'
import {
  MEMBER_NAME,
  MEMBER_OFFSET,
  membersOf,
  PyMemberDef_SIZE,
  subtype_clear,
  subtype_dealloc,
  subtype_traverse,
} from './subtype.ts'
import { PyTuple_FromArray, PyTuple_GET_SIZE } from './tupleobject.ts'
import { lookupAttribute, PyType_Check } from './typelookup.ts'
import { inheritFromBases, inheritNew, PyType_GenericAlloc, readyHash, setDoc } from './typeobject.ts'
import { internStr, textOf } from './unicodeobject.ts'
import { fixupSlotDispatchers, setSlots } from './updateslots.ts'

export { calculateMetaclass } from './bestbase.ts'

/**
 * type(name, bases, dict): the class, by the most derived metaclass.
 * @param argv,nargs,kwnames the call's arguments from `name` on, passed to another metaclass's `__new__` or as keywords
 * to `__init_subclass__`
 */
export function type_new(
  ts: ThreadState,
  metatype: Borrowed,
  argv: number,
  nargs: number,
  kwnames: Borrowed,
  [name, givenBases, namespace]: readonly Borrowed[],
): Owned {
  let winner = metatype
  let bases: Owned
  if (PyTuple_GET_SIZE(ts, givenBases) === 0) bases = PyTuple_FromArray(ts, [newref(ts, ts.types.object)])
  else {
    if (!basesAreTypes(ts, givenBases)) return 0
    winner = calculateMetaclass(ts, metatype, givenBases)
    if (winner === 0) return 0
    if (winner !== metatype) {
      const tp_new = slotsOfType(ts, winner).tp_new
      if (tp_new && tp_new !== slotsOfType(ts, metatype).tp_new && tp_new !== slotsOfType(ts, ts.types.type).tp_new)
        return tp_new(ts, winner, argv, nargs, kwnames)
    }
    bases = newref(ts, givenBases)
  }
  if (bases === 0) return 0
  const base = bestBase(ts, bases)
  const mark = holdMark(ts)
  hold(ts, bases)
  const dict = base === 0 ? 0 : PyDict_Copy(ts, namespace)
  const type = dict === 0 ? 0 : build(ts, winner, name, base, bases, dict)
  release(ts, mark)
  DECREF(ts, bases)
  if (type === 0) return 0
  if (finish(ts, type, argv, nargs, kwnames) === 0) return type
  DECREF(ts, type)
  return 0
}

function basesAreTypes(ts: ThreadState, bases: Borrowed): boolean {
  for (const base of tupleArray(ts, bases)) {
    if (PyType_Check(ts, base)) continue
    const entries = lookupAttribute(ts, base, '__mro_entries__')
    if (entries === 0 && PyErr_Occurred(ts) === 0) continue
    XDECREF(ts, entries)
    if (entries !== 0)
      PyErr_Format(ts, ts.exc.TypeError, "type() doesn't support MRO entry resolution; use types.new_class()")
    return false
  }
  return true
}

/** type_new_init, type_new_set_attrs, PyType_Ready: the class, whose dict this is, without what runs code of the user's. */
function build(
  ts: ThreadState,
  metatype: Borrowed,
  name: Borrowed,
  base: Borrowed,
  bases: Borrowed,
  dict: Owned,
): Owned {
  const mem = ts.mem
  const mark = holdMark(ts)
  hold(ts, dict)
  const plan = readSlots(ts, base, bases, dict, textOf(ts, name))
  const type = plan === null ? 0 : PyType_GenericAlloc(ts, metatype, plan.names.length)
  release(ts, mark)
  if (plan === null || type === 0) {
    if (plan !== null) DECREF(ts, plan.tuple)
    DECREF(ts, dict)
    return 0
  }
  mem.store(type + PyTypeObject.tp_flags, TPFLAGS.HEAPTYPE | TPFLAGS.BASETYPE | TPFLAGS.HAVE_GC | TPFLAGS.TRASHCAN)
  mem.store(type + PyTypeObject.tp_name, ts.addText(textOf(ts, name)))
  mem.store(type + PyTypeObject.tp_bases, newref(ts, bases))
  mem.store(type + PyTypeObject.tp_base, newref(ts, base))
  mem.store(type + PyTypeObject.tp_dict, dict)
  mem.store(type + PyTypeObject.ht_name, newref(ts, name))
  mem.store(type + PyTypeObject.ht_slots, plan.tuple)
  setSlots(ts, type, {
    tp_dealloc: subtype_dealloc,
    tp_traverse: subtype_traverse,
    tp_clear: subtype_clear,
  } satisfies TypeSlots)
  const failed = during(
    ts,
    [type],
    () => setAttributes(ts, type, name, dict, base, plan) < 0 || ready(ts, type, base, bases) < 0,
  )
  if (failed) {
    DECREF(ts, type)
    return 0
  }
  return type
}

function setAttributes(
  ts: ThreadState,
  type: Borrowed,
  name: Borrowed,
  dict: Borrowed,
  base: Borrowed,
  plan: SlotPlan,
): number {
  if (getItemText(ts, dict, '__module__') === 0) {
    const module = moduleOfCaller(ts)
    if (module !== 0 && setItemText(ts, dict, '__module__', module) < 0) return -1
  }
  if (setQualname(ts, type, name, dict) < 0) return -1
  copyDoc(ts, type, dict)
  wrapFunction(ts, dict, '__new__', newStaticMethod)
  wrapFunction(ts, dict, '__init_subclass__', newClassMethod)
  wrapFunction(ts, dict, '__class_getitem__', newClassMethod)
  layOutInstances(ts, type, base, plan)
  return setClassCell(ts, type, dict)
}

/** `__name__` of the module whose code is running. */
function moduleOfCaller(ts: ThreadState): Borrowed {
  const frame = ts.mem.load(Tstate.current_frame)
  if (frame === 0) return 0
  return getItemText(ts, untagged(ts.mem.load(frame + InterpreterFrame.f_globals)), '__name__')
}

function setQualname(ts: ThreadState, type: Borrowed, name: Borrowed, dict: Borrowed): number {
  const given = getItemText(ts, dict, '__qualname__')
  if (given !== 0 && !PyUnicode_Check(ts, given)) {
    PyErr_Format(ts, ts.exc.TypeError, `type __qualname__ must be a str, not ${typeName(ts, given)}`)
    return -1
  }
  ts.mem.store(type + PyTypeObject.ht_qualname, newref(ts, given === 0 ? name : given))
  return given === 0 ? 0 : deleteItem(ts, dict, '__qualname__')
}

function deleteItem(ts: ThreadState, dict: Borrowed, key: string): number {
  const text = internStr(ts, key)
  const status = PyDict_DelItem(ts, dict, text)
  DECREF(ts, text)
  return status
}

/** tp_doc is a copy of the docstring, in a block of its own. */
function copyDoc(ts: ThreadState, type: Borrowed, dict: Borrowed): void {
  const doc = getItemText(ts, dict, '__doc__')
  if (doc === 0 || !PyUnicode_Check(ts, doc)) return
  const bytes = new TextEncoder().encode(textOf(ts, doc)).length + 1
  ts.mem.store(type + PyTypeObject.tp_doc, PyObject_Malloc(ts.mem, bytes))
}

/** A plain function under one of the special names is made a static or class method. */
function wrapFunction(ts: ThreadState, dict: Borrowed, name: string, wrap: (ts: ThreadState, f: Owned) => Owned): void {
  const func = getItemText(ts, dict, name)
  if (func === 0 || Py_TYPE(ts, func) !== ts.types.function) return
  const wrapped = wrap(ts, newref(ts, func))
  if (wrapped === 0) return
  setItemText(ts, dict, name, wrapped)
  DECREF(ts, wrapped)
}

/** type_new_descriptors: where the slots, the dict and the weak references of an instance stand. */
function layOutInstances(ts: ThreadState, type: Borrowed, base: Borrowed, plan: SlotPlan): void {
  const mem = ts.mem
  const itemsize = mem.load(base + PyTypeObject.tp_itemsize)
  const managed = ts.profile.instances.managedWeakref
  let flags = typeFlags(ts, type)
  let offset = mem.load(base + PyTypeObject.tp_basicsize)
  const rows = membersOf(ts, type)
  for (const [i, name] of plan.names.entries()) {
    const row = rows + i * PyMemberDef_SIZE
    mem.store(row + MEMBER_NAME, ts.addText(name))
    mem.store(row + MEMBER_OFFSET, offset)
    offset += 8
  }
  if (plan.addDict && itemsize !== 0 && !managed) {
    mem.store(type + PyTypeObject.tp_dictoffset, -8)
    offset += 8
  }
  if (plan.addWeakref) {
    if (managed) {
      flags |= TPFLAGS.MANAGED_WEAKREF
      mem.store(type + PyTypeObject.tp_weaklistoffset, -32)
    } else {
      mem.store(type + PyTypeObject.tp_weaklistoffset, offset)
      offset += 8
    }
  }
  if (plan.addDict && (itemsize === 0 || managed)) {
    flags |= TPFLAGS.MANAGED_DICT
    mem.store(type + PyTypeObject.tp_dictoffset, managed ? -1 : -offset - 24)
  }
  mem.store(type + PyTypeObject.tp_basicsize, offset)
  mem.store(type + PyTypeObject.tp_itemsize, itemsize)
  mem.store(type + PyTypeObject.tp_flags, flags)
}

/** `__classcell__`: the cell behind `__class__` and `super()` learns its class. */
function setClassCell(ts: ThreadState, type: Borrowed, dict: Borrowed): number {
  for (const [key, value] of [
    ['__classcell__', type],
    ['__classdictcell__', dict],
  ] as const) {
    const cell = getItemText(ts, dict, key)
    if (cell === 0) continue
    if (Py_TYPE(ts, cell) !== ts.types.cell) {
      const repr = PyObject_Repr(ts, Py_TYPE(ts, cell))
      if (repr === 0) return -1
      PyErr_Format(ts, ts.exc.TypeError, `${key} must be a nonlocal cell, not ${textOf(ts, repr)}`)
      DECREF(ts, repr)
      return -1
    }
    PyCell_SetTakeRef(ts, cell, newref(ts, value))
    if (deleteItem(ts, dict, key) < 0) return -1
  }
  return 0
}

/** type_ready_fill_dict: a descriptor for each slot, and those of the instance that are the class's own. 0 ok, -1 error. */
function fillDict(ts: ThreadState, type: Borrowed, base: Borrowed): number {
  const mem = ts.mem
  const rows = membersOf(ts, type)
  for (let i = 0; i < mem.load(type + PyVarObject.ob_size); i++) {
    const row = rows + i * PyMemberDef_SIZE
    const name = ts.texts[mem.load(row + MEMBER_NAME)]
    const member = PyDescr_NewMember(ts, type, {
      name,
      offset: mem.load(row + MEMBER_OFFSET),
      readonly: false,
      kind: 'slot',
    })
    if (member === 0) return -1
    setItemText(ts, mem.load(type + PyTypeObject.tp_dict), name, member)
    DECREF(ts, member)
  }
  if (!ts.profile.classes.sharedDescriptors && addInstanceDescriptors(ts, type, base) < 0) return -1
  setDoc(ts, type, undefined)
  return 0
}

/** PyType_Ready and fixup_slot_dispatchers: a `mro` of the metaclass sees a class without descriptors. 0 ok, -1 error. */
function ready(ts: ThreadState, type: Borrowed, base: Borrowed, bases: Borrowed): number {
  const mem = ts.mem
  // Descriptors all classes share are there before the class is made ready.
  if (ts.profile.classes.sharedDescriptors && addInstanceDescriptors(ts, type, base) < 0) return -1
  const mro = mroInvoke(ts, type)
  if (mro === 0) return -1
  mem.store(type + PyTypeObject.tp_mro, mro)
  inheritNew(ts, type, base)
  if (fillDict(ts, type, base) < 0) return -1
  inheritFromBases(ts, type)
  readyHash(ts, type)
  if (ts.profile.instances.inlineValues !== 'separate' && makeKeys(ts, type) < 0) return -1
  for (const b of tupleArray(ts, bases)) if (PyType_Check(ts, b) && addSubclass(ts, b, type) < 0) return -1
  mem.store(type + PyTypeObject.tp_flags, typeFlags(ts, type) | TPFLAGS.READY)
  fixupSlotDispatchers(ts, type)
  if (ts.profile.instances.inlineValues === 'separate' && makeKeys(ts, type) < 0) return -1
  return 0
}

/** The keys shared by all instances, and whether their values stand behind them. */
function makeKeys(ts: ThreadState, type: Borrowed): number {
  const mem = ts.mem
  const { inlineValues } = ts.profile.instances
  if ((typeFlags(ts, type) & TPFLAGS.MANAGED_DICT) === 0) return 0
  const keys = _PyDict_NewKeysForClass(ts, type)
  if (keys === 0) return -1
  mem.store(type + PyTypeObject.ht_cached_keys, keys)
  const plain = mem.load(type + PyTypeObject.tp_basicsize) === 16
  if (
    inlineValues !== 'separate' &&
    mem.load(type + PyTypeObject.tp_itemsize) === 0 &&
    (plain || inlineValues === 'all')
  )
    mem.store(type + PyTypeObject.tp_flags, typeFlags(ts, type) | TPFLAGS.INLINE_VALUES)
  return 0
}

/** `__set_name__` of the attributes and `__init_subclass__` of the bases. 0 ok, -1 error. */
function finish(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): number {
  const mark = holdMark(ts)
  hold(ts, type)
  let status = notifySetName(ts, type)
  if (status === 0) {
    const method = superInitSubclass(ts, type)
    status = -1
    if (method !== 0) {
      hold(ts, method)
      const result = callWithKeywords(ts, method, argv + nargs * 8, kwnames)
      DECREF(ts, method)
      if (result !== 0) {
        DECREF(ts, result)
        status = 0
      }
    }
  }
  release(ts, mark)
  return status
}

/** `super(type, type).__init_subclass__`, of a super object that the collector counts too. */
function superInitSubclass(ts: ThreadState, type: Borrowed): Owned {
  const sup = callArgs(ts, ts.types.super, [type, type])
  if (sup === 0) return 0
  return whileOwning(ts, sup, () => getAttributeText(ts, sup, '__init_subclass__'))
}

/** PyObject_VectorcallDict without positional arguments: what is given by keyword is held for the call. */
function callWithKeywords(ts: ThreadState, method: Borrowed, values: number, kwnames: Borrowed): Owned {
  const n = kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames)
  const again = Array.from({ length: n }, (_, i) => newref(ts, argAt(ts, values, i)))
  const mark = holdMark(ts)
  for (const o of again) hold(ts, o)
  const result = PyObject_Vectorcall(ts, method, values, 0, kwnames)
  release(ts, mark)
  for (const o of again) DECREF(ts, o)
  return result
}
