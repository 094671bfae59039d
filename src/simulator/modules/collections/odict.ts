// Objects/odictobject.c: the type OrderedDict.

import { untrack } from '../../heap/gchead.ts'
import { during, whileOwning } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE, XDECREF } from '../../heap/refcount.ts'
import { PyVarObject } from '../../heap/structs.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import {
  PyObject_GetItem,
  PyObject_GetIter,
  PyObject_SetItem,
  PySequence_Contains,
  PySequence_List,
} from '../../objects/abstract.ts'
import { newBool } from '../../objects/boolobject.ts'
import { callNoArgs, callOneArg, parseKeywords } from '../../objects/call.ts'
import { hashKey } from '../../objects/dictkeys.ts'
import { PyDict_Type } from '../../objects/dictmethods.ts'
import {
  dict_dealloc,
  dict_traverse,
  hashDictKey,
  PyDict_Check,
  PyDict_Clear,
  PyDict_Copy,
  PyDict_GET_SIZE,
} from '../../objects/dictobject.ts'
import { dict_fromkeys, dict_new } from '../../objects/dictupdate.ts'
import { PyErr_Format, PyErr_Occurred, PyErr_SetObject } from '../../objects/errors.ts'
import { PyObject_GenericGetDict, PyObject_GenericSetDict } from '../../objects/genericattr.ts'
import { newList, PyList_SET_ITEM } from '../../objects/listobject.ts'
import {
  hashFailed,
  type MethodSpec,
  Py_EQ,
  Py_NE,
  PyObject_IsTrue,
  PyObject_Repr,
  PyObject_RichCompareBool,
} from '../../objects/object.ts'
import { objectState } from '../../objects/objectreduce.ts'
import { Py_ReprEnter, Py_ReprLeave } from '../../objects/reprenter.ts'
import { callAttribute } from '../../objects/slotcalls.ts'
import { PyTuple_FromArray } from '../../objects/tupleobject.ts'
import { shortTypeName } from '../../objects/typeobject.ts'
import { newStr, textOf } from '../../objects/unicodeobject.ts'
import type { ModuleType } from '../moduletype.ts'
import { mutablemapping_update, mutablemapping_update_arg } from './mutablemapping.ts'
import { odict_iter, odict_reversed, odictViewMethods } from './odictiter.ts'
import {
  clearNode,
  clearNodes,
  endNode,
  findNode,
  findNodeHash,
  hashOfNode,
  keyOfNode,
  moveNode,
  nodeBeside,
  nodeBytes,
  odictobject as O,
  ODICT_OWNS,
  odictType,
  PyODict_Check,
  PyODict_DelItem,
  PyODict_SetItem,
  popKnownHash,
  setItemKnownHash,
  valueOfKey,
} from './odictobject.ts'

function isExact(ts: ThreadState, od: Borrowed): boolean {
  return Py_TYPE(ts, od) === odictType(ts)
}

/** KeyError of a key (without one for None, PyErr_SetObject's nothing), unless there is an error already. */
function missing(ts: ThreadState, key: Borrowed): 0 {
  if (PyErr_Occurred(ts) === 0) PyErr_SetObject(ts, ts.exc.KeyError, key === ts.none ? 0 : key)
  return 0
}

/** Calls `each` with the key and (borrowed) value along the order until one fails. -1 on an error. */
function alongOrder(
  ts: ThreadState,
  od: Borrowed,
  each: (key: Borrowed, value: Borrowed, node: number) => number,
): number {
  for (let node = endNode(ts, od, false); node !== 0; node = nodeBeside(ts, node, false)) {
    const key = keyOfNode(ts, node)
    const low = hashOfNode(ts, node)
    const value = valueOfKey(ts, od, key, low, ts.hashHigh)
    if (value === 0) return missing(ts, key) - 1
    if (each(key, value, node) < 0) return -1
  }
  return 0
}

/** `OrderedDict([('a', 1)])` or, since 3.12, `OrderedDict({'a': 1})`. */
function contents(ts: ThreadState, od: Borrowed): Owned {
  if (ts.profile.modules.odictReprDict) return PyDict_Copy(ts, od)
  if (!isExact(ts, od)) {
    const items = callAttribute(ts, 'items', od)
    return items === 0 ? 0 : whileOwning(ts, items, () => PySequence_List(ts, items))
  }
  const pieces = newList(ts, PyDict_GET_SIZE(ts, od))
  let i = 0
  const add = (key: Borrowed, value: Borrowed) => {
    PyList_SET_ITEM(ts, pieces, i++, PyTuple_FromArray(ts, [newref(ts, key), newref(ts, value)]))
    return 0
  }
  const status = pieces === 0 ? -1 : during(ts, [pieces], () => alongOrder(ts, od, add))
  if (status === 0) {
    // What was put in behind its back, by dict's own methods, is not in the order.
    ts.mem.store(pieces + PyVarObject.ob_size, i)
    return pieces
  }
  XDECREF(ts, pieces)
  return 0
}

function repr(ts: ThreadState, od: Borrowed): Owned {
  const name = shortTypeName(ts, Py_TYPE(ts, od))
  if (PyDict_GET_SIZE(ts, od) === 0) return newStr(ts, `${name}()`)
  const entered = Py_ReprEnter(ts, od)
  if (entered !== 0) return entered > 0 ? newStr(ts, '...') : 0
  const shown = contents(ts, od)
  const text = shown === 0 ? 0 : whileOwning(ts, shown, () => PyObject_Repr(ts, shown))
  Py_ReprLeave(ts, od)
  return text === 0 ? 0 : whileOwning(ts, text, () => newStr(ts, `${name}(${textOf(ts, text)})`))
}

/** Whether two have equal keys in the same order: 1, 0, -1. */
function keysEqual(ts: ThreadState, a: Borrowed, b: Borrowed): number {
  const holds = ts.profile.modules.odictNoticesChanges
  const state = (od: Borrowed) => ts.mem.load(od + O.od_state)
  const [before, beforeB] = [state(a), state(b)]
  let nodeA = endNode(ts, a, false)
  let nodeB = endNode(ts, b, false)
  for (; nodeA !== 0 && nodeB !== 0; nodeA = nodeBeside(ts, nodeA, false), nodeB = nodeBeside(ts, nodeB, false)) {
    const keys = [keyOfNode(ts, nodeA), keyOfNode(ts, nodeB)]
    if (holds) for (const key of keys) newref(ts, key)
    const equal = during(ts, holds ? keys : [], () => PyObject_RichCompareBool(ts, keys[0], keys[1], Py_EQ))
    if (holds) for (const key of keys) DECREF(ts, key)
    if (equal < 0) return equal
    if (holds && (state(a) !== before || state(b) !== beforeB)) {
      PyErr_Format(ts, ts.exc.RuntimeError, 'OrderedDict mutated during iteration')
      return -1
    }
    if (equal === 0) return 0
  }
  return nodeA === nodeB ? 1 : 0
}

function richcompare(ts: ThreadState, v: Borrowed, w: Borrowed, op: number): Owned {
  if (!PyODict_Check(ts, v) || !PyDict_Check(ts, w) || (op !== Py_EQ && op !== Py_NE))
    return newref(ts, ts.notImplemented)
  const asDicts = PyDict_Type.slots.tp_richcompare(ts, v, w, op)
  if (asDicts === 0 || !PyODict_Check(ts, w) || asDicts === (op === Py_EQ ? ts.false_ : ts.true_)) return asDicts
  DECREF(ts, asDicts)
  const equal = keysEqual(ts, v, w)
  return equal < 0 ? 0 : newBool(ts, (equal === 1) === (op === Py_EQ))
}

function or(ts: ThreadState, left: Borrowed, right: Borrowed): Owned {
  const ours = PyODict_Check(ts, left) ? left : right
  if (!PyDict_Check(ts, ours === left ? right : left)) return newref(ts, ts.notImplemented)
  const result = callOneArg(ts, Py_TYPE(ts, ours), left)
  if (result === 0 || during(ts, [result], () => mutablemapping_update_arg(ts, result, right)) === 0) return result
  DECREF(ts, result)
  return 0
}

/** Takes a key out of order and table; its value, `fallback` (0: KeyError) where there is none. */
function popKey(ts: ThreadState, od: Borrowed, key: Borrowed, fallback: Borrowed, low: number, high: number): Owned {
  const node = findNodeHash(ts, od, key, low, high)
  let value = 0
  if (node !== 0) {
    if (clearNode(ts, od, key, low, high) < 0) return 0
    value = popKnownHash(ts, od, key, low, high)
  }
  if (value !== 0 || PyErr_Occurred(ts) !== 0) return value
  return fallback === 0 ? missing(ts, key) : newref(ts, fallback)
}

function pop(ts: ThreadState, od: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const values = parseKeywords(ts, 'pop', argv, nargs, kwnames, ['key', 'default'], 1)
  if (!values) return 0
  const [key, fallback] = values
  const low = hashKey(ts, key)
  return hashFailed(ts, low) ? 0 : popKey(ts, od, key, fallback, low, ts.hashHigh)
}

/** The parameter `last`, which is true where it is left out: 1, 0, -1. */
function lastOf(ts: ThreadState, value: Borrowed): number {
  return value === 0 ? 1 : PyObject_IsTrue(ts, value)
}

function popitem(ts: ThreadState, od: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const values = parseKeywords(ts, 'popitem', argv, nargs, kwnames, ['last'], 0)
  const last = values ? lastOf(ts, values[0]) : -1
  if (last < 0) return 0
  const node = endNode(ts, od, last === 1)
  if (node === 0) return PyErr_Format(ts, ts.exc.KeyError, 'dictionary is empty')
  const key = newref(ts, keyOfNode(ts, node))
  const low = hashOfNode(ts, node)
  const value = during(ts, [key], () => popKey(ts, od, key, 0, low, ts.hashHigh))
  if (value !== 0) return PyTuple_FromArray(ts, [key, value])
  DECREF(ts, key)
  return 0
}

function move_to_end(ts: ThreadState, od: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const values = parseKeywords(ts, 'move_to_end', argv, nargs, kwnames, ['key', 'last'], 1)
  const last = values ? lastOf(ts, values[1]) : -1
  if (!values || last < 0) return 0
  const key = values[0]
  const end = endNode(ts, od, last === 1)
  if (end === 0) return missing(ts, key)
  if (keyOfNode(ts, end) !== key) {
    const node = findNode(ts, od, key)
    if (node === 0) return missing(ts, key)
    moveNode(ts, od, node, last === 1)
  }
  return newref(ts, ts.none)
}

function setdefault(ts: ThreadState, od: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const values = parseKeywords(ts, 'setdefault', argv, nargs, kwnames, ['key', 'default'], 1)
  if (!values) return 0
  const key = values[0]
  const fallback = values[1] || ts.none
  if (isExact(ts, od)) {
    const low = hashDictKey(ts, key)
    if (hashFailed(ts, low)) return 0
    const value = valueOfKey(ts, od, key, low, ts.hashHigh)
    if (value !== 0) return newref(ts, value)
    if (PyErr_Occurred(ts) !== 0) return 0
    return PyODict_SetItem(ts, od, key, fallback) < 0 ? 0 : newref(ts, fallback)
  }
  const exists = PySequence_Contains(ts, od, key)
  if (exists < 0) return 0
  if (exists > 0) return PyObject_GetItem(ts, od, key)
  return PyObject_SetItem(ts, od, key, fallback) < 0 ? 0 : newref(ts, fallback)
}

function copy(ts: ThreadState, od: Borrowed): Owned {
  const exact = isExact(ts, od)
  const result = exact ? dict_new(ts, odictType(ts)) : callNoArgs(ts, Py_TYPE(ts, od))
  if (result === 0) return 0
  const status = during(ts, [result], () => (exact ? copyExact(ts, od, result) : copyItems(ts, od, result)))
  if (status === 0) return result
  DECREF(ts, result)
  return 0
}

function copyExact(ts: ThreadState, od: Borrowed, result: Borrowed): number {
  return alongOrder(ts, od, (key, value, node) => {
    const low = hashOfNode(ts, node)
    return setItemKnownHash(ts, result, key, value, low, ts.hashHigh)
  })
}

function copyItems(ts: ThreadState, od: Borrowed, result: Borrowed): number {
  for (let node = endNode(ts, od, false); node !== 0; node = nodeBeside(ts, node, false)) {
    const key = keyOfNode(ts, node)
    const value = PyObject_GetItem(ts, od, key)
    if (value === 0 || whileOwning(ts, value, () => PyObject_SetItem(ts, result, key, value)) < 0) return -1
  }
  return 0
}

/** `__reduce__`: how copy and pickle make another. */
function reduce(ts: ThreadState, od: Borrowed): Owned {
  const state = objectState(ts, od)
  if (state === 0) return 0
  const items = during(ts, [state], () => callAttribute(ts, 'items', od))
  const iterator =
    items === 0 ? 0 : during(ts, [state], () => whileOwning(ts, items, () => PyObject_GetIter(ts, items)))
  if (iterator === 0) {
    DECREF(ts, state)
    return 0
  }
  const args = newref(ts, ts.emptyTuple)
  return PyTuple_FromArray(ts, [newref(ts, Py_TYPE(ts, od)), args, state, newref(ts, ts.none), iterator])
}

const METHODS: readonly MethodSpec[] = [
  {
    name: 'fromkeys',
    kind: 'KEYWORDS',
    binding: 'class',
    call(ts, type, argv, nargs, kwnames) {
      const values = parseKeywords(ts, 'fromkeys', argv, nargs, kwnames, ['iterable', 'value'], 1)
      return values ? dict_fromkeys(ts, type, values[0], values[1] || ts.none) : 0
    },
  },
  { name: '__reduce__', kind: 'NOARGS', call: reduce },
  { name: 'setdefault', kind: 'KEYWORDS', call: setdefault },
  { name: 'pop', kind: 'KEYWORDS', call: pop },
  { name: 'popitem', kind: 'KEYWORDS', call: popitem },
  ...odictViewMethods,
  {
    name: 'update',
    kind: 'KEYWORDS',
    varargs: () => true,
    call: (ts, od, argv, nargs, kwnames) =>
      mutablemapping_update(ts, od, argv, nargs, kwnames) < 0 ? 0 : newref(ts, ts.none),
  },
  {
    name: 'clear',
    kind: 'NOARGS',
    call(ts, od) {
      PyDict_Clear(ts, od)
      clearNodes(ts, od)
      return newref(ts, ts.none)
    },
  },
  { name: 'copy', kind: 'NOARGS', call: copy },
  { name: '__reversed__', kind: 'NOARGS', call: odict_reversed },
  { name: 'move_to_end', kind: 'KEYWORDS', call: move_to_end },
]

export const odictTypeSpec: ModuleType = {
  tp_name: 'collections.OrderedDict',
  alwaysStatic: true,
  doc: 'Dictionary that remembers insertion order',
  basicsize: O.sizeof,
  base: (ts) => ts.types.dict,
  flags: ['HAVE_GC', 'BASETYPE', 'TRASHCAN'],
  dictoffset: O.od_inst_dict,
  weaklistoffset: O.od_weakreflist,
  slots: {
    owns: ODICT_OWNS,
    tp_dealloc(ts, od) {
      untrack(ts.mem, od)
      CLEAR(ts, od + O.od_inst_dict)
      if (ts.mem.load(od + O.od_weakreflist) !== 0) ts.clearWeakRefs(od)
      clearNodes(ts, od)
      dict_dealloc(ts, od)
    },
    tp_traverse(ts, od, visit) {
      const dict = ts.mem.load(od + O.od_inst_dict)
      if (dict !== 0) visit(dict, { kind: 'field', name: '__dict__' })
      let index = 0
      for (let node = endNode(ts, od, false); node !== 0; node = nodeBeside(ts, node, false))
        visit(keyOfNode(ts, node), { kind: 'key', index: index++ })
      dict_traverse(ts, od, visit)
    },
    tp_clear(ts, od) {
      CLEAR(ts, od + O.od_inst_dict)
      PyDict_Clear(ts, od)
      clearNodes(ts, od)
    },
    tp_repr: repr,
    sizeof: (ts, od) => PyDict_Type.slots.sizeof(ts, od) + nodeBytes(ts, od),
    tp_richcompare: richcompare,
    tp_iter: odict_iter,
    tp_init(ts, od, argv, nargs, kwnames) {
      if (nargs <= 1) return mutablemapping_update(ts, od, argv, nargs, kwnames)
      PyErr_Format(ts, ts.exc.TypeError, `expected at most 1 ${ts.profile.modules.odictOneArgument}, got ${nargs}`)
      return -1
    },
    nb_or: or,
    nb_inplace_or: (ts, od, other) => (mutablemapping_update_arg(ts, od, other) < 0 ? 0 : newref(ts, od)),
    mp_ass_subscript: (ts, od, key, value) =>
      value === 0 ? PyODict_DelItem(ts, od, key) : PyODict_SetItem(ts, od, key, value),
  },
  getset: [{ name: '__dict__', get: PyObject_GenericGetDict, set: PyObject_GenericSetDict }],
  methods: METHODS,
}
