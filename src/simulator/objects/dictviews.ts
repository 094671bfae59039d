// The views d.keys(), d.values() and d.items() (Objects/dictobject.c). Keys and items behave like sets.

import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject, hold, holdMark, release, whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, XDECREF } from '../heap/refcount.ts'
import type { StaticTypes } from '../heap/statictypes.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned, TypeSlots } from '../heap/typeslots.ts'
import { PyIter_Next, PyObject_GetIter, PyObject_Size, PySequence_Contains, PySequence_List } from './abstract.ts'
import { newBool } from './boolobject.ts'
import { argAt, callOneArg } from './call.ts'
import { dictiter_new } from './dictiter.ts'
import { PyDict_Contains, PyDict_GET_SIZE, PyDict_GetItem } from './dictobject.ts'
import { PyErr_NoMemory, PyErr_Occurred } from './errors.ts'
import { getAttributeText } from './genericattr.ts'
import {
  type MethodSpec,
  Py_EQ,
  Py_GE,
  Py_GT,
  Py_LE,
  Py_LT,
  PyObject_Repr,
  PyObject_RichCompareBool,
  PyObject_TypeCheck,
  type TypeSpec,
  typeName,
} from './object.ts'
import { Py_ReprEnter, Py_ReprLeave } from './reprenter.ts'
import { _PySet_Update, newSet, PyAnySet_Check, PyAnySet_CheckExact, PySet_Add } from './setobject.ts'
import { PyTuple_Check, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'
import { newStr, textOf } from './unicodeobject.ts'

/** A view owns its dict. */
export const dictviewobject = layout(PyObject.sizeof, [['dv_dict', 'ptr']])

/** The dict a view looks at. */
export function dictOfView(ts: ThreadState, view: Borrowed): Borrowed {
  return ts.mem.load(view + dictviewobject.dv_dict)
}

/** A new view of a dict. */
export function dictview_new(ts: ThreadState, d: Borrowed, type: Borrowed): Owned {
  const o = allocate(ts, type, dictviewobject.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  ts.mem.store(o + dictviewobject.dv_dict, newref(ts, d))
  track(ts.mem, o)
  return o
}

function isKeys(ts: ThreadState, o: Borrowed): boolean {
  return Py_TYPE(ts, o) === ts.types.dict_keys
}

function isSetView(ts: ThreadState, o: Borrowed): boolean {
  return PyObject_TypeCheck(ts, o, ts.types.dict_keys) || PyObject_TypeCheck(ts, o, ts.types.dict_items)
}

function dictview_len(ts: ThreadState, view: Borrowed): number {
  const d = dictOfView(ts, view)
  return d === 0 ? 0 : PyDict_GET_SIZE(ts, d)
}

function dictview_repr(ts: ThreadState, view: Borrowed): Owned {
  const entered = Py_ReprEnter(ts, view)
  if (entered !== 0) return entered > 0 ? newStr(ts, '...') : 0
  const list = PySequence_List(ts, view)
  const mark = holdMark(ts)
  if (list !== 0) hold(ts, list)
  const repr = list === 0 ? 0 : PyObject_Repr(ts, list)
  release(ts, mark)
  let result = 0
  if (repr !== 0) {
    result = newStr(ts, `${typeName(ts, view)}(${textOf(ts, repr)})`)
    DECREF(ts, repr)
  }
  XDECREF(ts, list)
  Py_ReprLeave(ts, view)
  return result
}

function dictkeys_contains(ts: ThreadState, view: Borrowed, key: Borrowed): number {
  return PyDict_Contains(ts, dictOfView(ts, view), key)
}

function dictitems_contains(ts: ThreadState, view: Borrowed, o: Borrowed): number {
  if (!PyTuple_Check(ts, o) || PyTuple_GET_SIZE(ts, o) !== 2) return 0
  const found = PyDict_GetItem(ts, dictOfView(ts, view), PyTuple_GET_ITEM(ts, o, 0))
  if (found === 0) return PyErr_Occurred(ts) !== 0 ? -1 : 0
  const mark = holdMark(ts)
  hold(ts, newref(ts, found))
  const equal = PyObject_RichCompareBool(ts, found, PyTuple_GET_ITEM(ts, o, 1), Py_EQ)
  release(ts, mark)
  DECREF(ts, found)
  return equal
}

/** Whether everything the iterable gives is in the container: 1, 0, -1. */
function allContainedIn(ts: ThreadState, iterable: Borrowed, container: Borrowed): number {
  return eachOf(ts, iterable, (item) => {
    const present = PySequence_Contains(ts, container, item)
    return present === 1 ? 'on' : present
  })
}

/** Goes through an iterable until `look` says otherwise than 'on'; 1 at the end, -1 on an error. */
function eachOf(ts: ThreadState, iterable: Borrowed, look: (item: Borrowed) => number | 'on'): number {
  const iterator = PyObject_GetIter(ts, iterable)
  if (iterator === 0) return -1
  const mark = holdMark(ts)
  hold(ts, iterator)
  let verdict: number | 'on' = 'on'
  while (verdict === 'on') {
    const item = PyIter_Next(ts, iterator)
    if (item === 0) {
      verdict = PyErr_Occurred(ts) !== 0 ? -1 : 1
      break
    }
    const inner = holdMark(ts)
    hold(ts, item)
    verdict = look(item)
    release(ts, inner)
    DECREF(ts, item)
  }
  release(ts, mark)
  DECREF(ts, iterator)
  return verdict
}

function dictview_richcompare(ts: ThreadState, self: Borrowed, other: Borrowed, op: number): Owned {
  if (!PyAnySet_Check(ts, other) && !isSetView(ts, other)) return newref(ts, ts.notImplemented)
  const lenSelf = PyObject_Size(ts, self)
  const lenOther = lenSelf < 0 ? -1 : PyObject_Size(ts, other)
  if (lenOther < 0) return 0
  const fits =
    op === Py_LT
      ? lenSelf < lenOther
      : op === Py_LE
        ? lenSelf <= lenOther
        : op === Py_GT
          ? lenSelf > lenOther
          : op === Py_GE
            ? lenSelf >= lenOther
            : lenSelf === lenOther
  const greater = op === Py_GT || op === Py_GE
  const ok = fits ? (greater ? allContainedIn(ts, other, self) : allContainedIn(ts, self, other)) : 0
  if (ok < 0) return 0
  const equality = op !== Py_LT && op !== Py_LE && !greater
  return newBool(ts, equality && op !== Py_EQ ? ok === 0 : ok === 1)
}

/** set(left), for operators. */
function toSet(ts: ThreadState, o: Borrowed): Owned {
  const set = newSet(ts)
  if (set === 0) return 0
  const mark = holdMark(ts)
  hold(ts, set)
  const status = _PySet_Update(ts, set, isKeys(ts, o) ? dictOfView(ts, o) : o)
  release(ts, mark)
  if (status === 0) return set
  DECREF(ts, set)
  return 0
}

/** set(left), changed by one of its methods. */
function changedSet(ts: ThreadState, left: Borrowed, method: string, right: Borrowed): Owned {
  const set = toSet(ts, left)
  if (set === 0) return 0
  const mark = holdMark(ts)
  hold(ts, set)
  const done = callMethod(ts, set, method, right)
  release(ts, mark)
  if (done === 0) {
    DECREF(ts, set)
    return 0
  }
  DECREF(ts, done)
  return set
}

function callMethod(ts: ThreadState, o: Borrowed, name: string, arg: Borrowed): Owned {
  const method = getAttributeText(ts, o, name)
  if (method === 0) return 0
  const result = whileOwning(ts, method, () => callOneArg(ts, method, arg))
  return result
}

function dictviews_or(ts: ThreadState, left: Borrowed, right: Borrowed): Owned {
  const set = toSet(ts, left)
  if (set === 0) return 0
  const mark = holdMark(ts)
  hold(ts, set)
  const status = _PySet_Update(ts, set, right)
  release(ts, mark)
  if (status === 0) return set
  DECREF(ts, set)
  return 0
}

function dictviews_and(ts: ThreadState, left: Borrowed, right: Borrowed): Owned {
  let [self, other] = isSetView(ts, left) ? [left, right] : [right, left]
  const lenSelf = dictview_len(ts, self)
  if (PyAnySet_CheckExact(ts, other) && lenSelf <= PyObject_Size(ts, other))
    return callMethod(ts, other, 'intersection', self)
  if (isSetView(ts, other) && dictview_len(ts, other) > lenSelf) [self, other] = [other, self]
  const result = newSet(ts)
  if (result === 0) return 0
  const contains = PyObject_TypeCheck(ts, self, ts.types.dict_keys) ? dictkeys_contains : dictitems_contains
  const mark = holdMark(ts)
  hold(ts, result)
  const status = eachOf(ts, other, (key) => {
    const present = contains(ts, self, key)
    return present < 0 || (present > 0 && PySet_Add(ts, result, key) < 0) ? -1 : 'on'
  })
  release(ts, mark)
  if (status >= 0) return result
  DECREF(ts, result)
  return 0
}

function dictviews_isdisjoint(ts: ThreadState, self: Borrowed, argv: number): Owned {
  let a = self
  let b = argAt(ts, argv, 0)
  if (a === b) return newBool(ts, dictview_len(ts, a) === 0)
  if (PyAnySet_CheckExact(ts, b) || isSetView(ts, b)) {
    const size = PyObject_Size(ts, b)
    if (size < 0) return 0
    if (size > dictview_len(ts, a)) [a, b] = [b, a]
  }
  const none = eachOf(ts, b, (item) => {
    const present = PySequence_Contains(ts, a, item)
    return present < 0 ? -1 : present > 0 ? 0 : 'on'
  })
  return none < 0 ? 0 : newBool(ts, none === 1)
}

function dictview_dealloc(ts: ThreadState, view: number): void {
  untrack(ts.mem, view)
  XDECREF(ts, dictOfView(ts, view))
  freeObject(ts, view)
}

function viewType(
  name: 'dict_keys' | 'dict_values' | 'dict_items',
  iterator: keyof StaticTypes,
  reversed: keyof StaticTypes,
  slots: TypeSlots,
  methods: readonly MethodSpec[],
): TypeSpec {
  return {
    name,
    basicsize: dictviewobject.sizeof,
    flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
    slots: {
      tp_dealloc: dictview_dealloc,
      tp_traverse: (ts, view, visit) => visit(dictOfView(ts, view), { kind: 'field', name: 'dv_dict' }),
      tp_repr: dictview_repr,
      tp_iter: (ts, view) => dictiter_new(ts, dictOfView(ts, view), iterator),
      sq_length: dictview_len,
      ...slots,
    },
    methods: [
      ...methods,
      {
        name: '__reversed__',
        kind: 'NOARGS',
        call: (ts, view) => dictiter_new(ts, dictOfView(ts, view), reversed),
      },
    ],
    getset: [{ name: 'mapping', get: mappingOf }],
  }
}

function mappingOf(ts: ThreadState, view: Borrowed): Owned {
  return callOneArg(ts, ts.types.mappingproxy, dictOfView(ts, view))
}

function setSlots(sq_contains: NonNullable<TypeSlots['sq_contains']>): TypeSlots {
  return {
    sq_contains,
    tp_hash: null,
    tp_richcompare: dictview_richcompare,
    nb_subtract: (ts, left, right) => changedSet(ts, left, 'difference_update', right),
    nb_and: dictviews_and,
    nb_xor: (ts, left, right) => changedSet(ts, left, 'symmetric_difference_update', right),
    nb_or: dictviews_or,
  }
}

function setMethods(): readonly MethodSpec[] {
  return [{ name: 'isdisjoint', kind: 'O', call: dictviews_isdisjoint }]
}

export const PyDictKeys_Type = viewType(
  'dict_keys',
  'dict_keyiterator',
  'dict_reversekeyiterator',
  setSlots(dictkeys_contains),
  setMethods(),
)
export const PyDictValues_Type = viewType('dict_values', 'dict_valueiterator', 'dict_reversevalueiterator', {}, [])
export const PyDictItems_Type = viewType(
  'dict_items',
  'dict_itemiterator',
  'dict_reverseitemiterator',
  setSlots(dictitems_contains),
  setMethods(),
)
