// Objects/typeobject.c, wrap_*: how the slots of native types are called by name (`(1).__add__(2)`).

import type { ThreadState } from '../heap/pystate.ts'
import { newref, Py_TYPE, slotsOf, slotsOfType, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { PyTypeObject } from '../heap/structs.ts'
import type { BinaryFunc, Borrowed, Owned, TypeSlots, UnaryFunc } from '../heap/typeslots.ts'
import { PyNumber_AsSsize_t } from './abstract.ts'
import { newBool } from './boolobject.ts'
import { argAt, checkPositional } from './call.ts'
import type { SlotFunction, SlotWrapper } from './descriptors.ts'
import { PyErr_Format, PyErr_Occurred, PyErr_SetNone } from './errors.ts'
import { newInt, newIntFromBigInt } from './longobject.ts'
import { hashFailed, nameOfType, PyType_IsSubtype, PyUnicode_Check, typeName } from './object.ts'

type Slot<K extends keyof TypeSlots> = NonNullable<TypeSlots[K]>

/** check_num_args: `expected N arguments, got M`; `before` is what a wrapper that asks PyArg_UnpackTuple says first. */
function fits(ts: ThreadState, nargs: number, count: number, before = ''): boolean {
  if (nargs === count) return true
  PyErr_Format(ts, ts.exc.TypeError, `${before}expected ${count} argument${count === 1 ? '' : 's'}, got ${nargs}`)
  return false
}

/** A wrapper that stores gives PyArg_UnpackTuple its name, or (up to 3.13) an empty one. */
function stores(ts: ThreadState, nargs: number, name: string): boolean {
  return fits(ts, nargs, 2, `${ts.profile.messages.wrappersNamed ? name : ''} `)
}

/** check_pow_args, up to 3.13 PyArg_UnpackTuple without a name. */
function powers(ts: ThreadState, nargs: number): boolean {
  if (!ts.profile.messages.wrappersNamed) return checkPositional(ts, '', nargs, 1, 2) === 0
  if (nargs === 1 || nargs === 2) return true
  PyErr_Format(ts, ts.exc.TypeError, `expected 1 or 2 arguments, got ${nargs}`)
  return false
}

function none(ts: ThreadState, status: number): Owned {
  return status < 0 ? 0 : newref(ts, ts.none)
}

/** A size, count or 0/1 as an object. */
function length(ts: ThreadState, n: number): Owned {
  return n === -1 && PyErr_Occurred(ts) !== 0 ? 0 : newInt(ts, n)
}

export const wrap_unaryfunc: SlotWrapper = (ts, self, _argv, nargs, _kwnames, wrapped) =>
  fits(ts, nargs, 0) ? (wrapped as UnaryFunc)(ts, self) : 0

/** Sequence concatenation and every other binary slot that knows which operand is its own. */
export const wrap_binaryfunc: SlotWrapper = (ts, self, argv, nargs, _kwnames, wrapped) =>
  fits(ts, nargs, 1) ? (wrapped as BinaryFunc)(ts, self, argAt(ts, argv, 0)) : 0

export const wrap_binaryfunc_l: SlotWrapper = (ts, self, argv, nargs, _kwnames, wrapped) =>
  fits(ts, nargs, 1) ? (wrapped as BinaryFunc)(ts, self, argAt(ts, argv, 0)) : 0

export const wrap_binaryfunc_r: SlotWrapper = (ts, self, argv, nargs, _kwnames, wrapped) =>
  fits(ts, nargs, 1) ? (wrapped as BinaryFunc)(ts, argAt(ts, argv, 0), self) : 0

export const wrap_ternaryfunc: SlotWrapper = (ts, self, argv, nargs, _kwnames, wrapped) =>
  powers(ts, nargs)
    ? (wrapped as Slot<'nb_power'>)(ts, self, argAt(ts, argv, 0), nargs > 1 ? argAt(ts, argv, 1) : ts.none)
    : 0

export const wrap_ternaryfunc_r: SlotWrapper = (ts, self, argv, nargs, _kwnames, wrapped) =>
  powers(ts, nargs)
    ? (wrapped as Slot<'nb_power'>)(ts, argAt(ts, argv, 0), self, nargs > 1 ? argAt(ts, argv, 1) : ts.none)
    : 0

export const wrap_inquirypred: SlotWrapper = (ts, self, _argv, nargs, _kwnames, wrapped) => {
  if (!fits(ts, nargs, 0)) return 0
  const truth = (wrapped as Slot<'nb_bool'>)(ts, self)
  return truth < 0 ? 0 : newBool(ts, truth > 0)
}

export const wrap_lenfunc: SlotWrapper = (ts, self, _argv, nargs, _kwnames, wrapped) =>
  fits(ts, nargs, 0) ? length(ts, (wrapped as Slot<'sq_length'>)(ts, self)) : 0

export const wrap_hashfunc: SlotWrapper = (ts, self, _argv, nargs, _kwnames, wrapped) => {
  if (!fits(ts, nargs, 0)) return 0
  const low = (wrapped as Slot<'tp_hash'>)(ts, self)
  if (hashFailed(ts, low)) return 0
  return newIntFromBigInt(ts, (BigInt(ts.hashHigh) << 32n) | BigInt(low >>> 0))
}

export const wrap_indexargfunc: SlotWrapper = (ts, self, argv, nargs, _kwnames, wrapped) => {
  if (!fits(ts, nargs, 1, ts.profile.messages.wrappersNamed ? '' : ' ')) return 0
  const n = PyNumber_AsSsize_t(ts, argAt(ts, argv, 0), ts.exc.OverflowError)
  return n === -1 && PyErr_Occurred(ts) !== 0 ? 0 : (wrapped as Slot<'sq_repeat'>)(ts, self, n)
}

/** getindex: an index from the end is counted from the start. */
function index(ts: ThreadState, self: Borrowed, arg: Borrowed): number {
  let i = PyNumber_AsSsize_t(ts, arg, ts.exc.OverflowError)
  if (i === -1 && PyErr_Occurred(ts) !== 0) return -1
  const sq_length = slotsOf(ts, self).sq_length
  if (i < 0 && sq_length) {
    const n = sq_length(ts, self)
    if (n < 0) return -1
    i += n
  }
  return i
}

export const wrap_sq_item: SlotWrapper = (ts, self, argv, nargs, _kwnames, wrapped) => {
  if (!fits(ts, nargs, 1)) return 0
  const i = index(ts, self, argAt(ts, argv, 0))
  return i === -1 && PyErr_Occurred(ts) !== 0 ? 0 : (wrapped as Slot<'sq_item'>)(ts, self, i)
}

export const wrap_sq_setitem: SlotWrapper = (ts, self, argv, nargs, _kwnames, wrapped) => {
  if (!stores(ts, nargs, '__setitem__')) return 0
  const i = index(ts, self, argAt(ts, argv, 0))
  if (i === -1 && PyErr_Occurred(ts) !== 0) return 0
  return none(ts, (wrapped as Slot<'sq_ass_item'>)(ts, self, i, argAt(ts, argv, 1)))
}

export const wrap_sq_delitem: SlotWrapper = (ts, self, argv, nargs, _kwnames, wrapped) => {
  if (!fits(ts, nargs, 1)) return 0
  const i = index(ts, self, argAt(ts, argv, 0))
  if (i === -1 && PyErr_Occurred(ts) !== 0) return 0
  return none(ts, (wrapped as Slot<'sq_ass_item'>)(ts, self, i, 0))
}

export const wrap_objobjproc: SlotWrapper = (ts, self, argv, nargs, _kwnames, wrapped) => {
  if (!fits(ts, nargs, 1)) return 0
  const truth = (wrapped as Slot<'sq_contains'>)(ts, self, argAt(ts, argv, 0))
  return truth < 0 ? 0 : newBool(ts, truth > 0)
}

export const wrap_objobjargproc: SlotWrapper = (ts, self, argv, nargs, _kwnames, wrapped) =>
  stores(ts, nargs, '__setitem__')
    ? none(ts, (wrapped as Slot<'mp_ass_subscript'>)(ts, self, argAt(ts, argv, 0), argAt(ts, argv, 1)))
    : 0

export const wrap_delitem: SlotWrapper = (ts, self, argv, nargs, _kwnames, wrapped) =>
  fits(ts, nargs, 1) ? none(ts, (wrapped as Slot<'mp_ass_subscript'>)(ts, self, argAt(ts, argv, 0), 0)) : 0

/** hackcheck: object.__setattr__ must not get around a metaclass or an immutable type. */
function hackcheck(ts: ThreadState, self: Borrowed, wrapped: SlotFunction, what: string): boolean {
  let type = Py_TYPE(ts, self)
  if (!(typeFlags(ts, type) & TPFLAGS.TYPE_SUBCLASS)) return true
  // The nearest native implementation on the way up is the only one allowed.
  while (type !== 0 && typeFlags(ts, type) & TPFLAGS.HEAPTYPE) type = ts.mem.load(type + PyTypeObject.tp_base)
  if (type === 0 || slotsOfType(ts, type).tp_setattro === wrapped) return true
  PyErr_Format(ts, ts.exc.TypeError, `can't apply this ${what} to ${typeName(ts, self)} object`)
  return false
}

export const wrap_setattr: SlotWrapper = (ts, self, argv, nargs, _kwnames, wrapped) => {
  if (!stores(ts, nargs, '__setattr__') || !hackcheck(ts, self, wrapped, '__setattr__')) return 0
  return none(ts, (wrapped as Slot<'tp_setattro'>)(ts, self, argAt(ts, argv, 0), argAt(ts, argv, 1)))
}

export const wrap_delattr: SlotWrapper = (ts, self, argv, nargs, _kwnames, wrapped) => {
  if (!fits(ts, nargs, 1) || !hackcheck(ts, self, wrapped, '__delattr__')) return 0
  return none(ts, (wrapped as Slot<'tp_setattro'>)(ts, self, argAt(ts, argv, 0), 0))
}

/** tp_getattro by name: the name must be a str. */
export const wrap_getattribute: SlotWrapper = (ts, self, argv, nargs, _kwnames, wrapped) => {
  if (!fits(ts, nargs, 1)) return 0
  const name = argAt(ts, argv, 0)
  if (!PyUnicode_Check(ts, name))
    return PyErr_Format(ts, ts.exc.TypeError, `attribute name must be string, not '${typeName(ts, name)}'`)
  return (wrapped as BinaryFunc)(ts, self, name)
}

/** One wrapper per comparison operator. */
export const wrap_richcmp: readonly SlotWrapper[] = [0, 1, 2, 3, 4, 5].map(
  (op): SlotWrapper =>
    (ts, self, argv, nargs, _kwnames, wrapped) =>
      fits(ts, nargs, 1) ? (wrapped as Slot<'tp_richcompare'>)(ts, self, argAt(ts, argv, 0), op) : 0,
)

export const wrap_next: SlotWrapper = (ts, self, _argv, nargs, _kwnames, wrapped) => {
  if (!fits(ts, nargs, 0)) return 0
  const item = (wrapped as UnaryFunc)(ts, self)
  if (item === 0 && PyErr_Occurred(ts) === 0) PyErr_SetNone(ts, ts.exc.StopIteration)
  return item
}

export const wrap_descr_get: SlotWrapper = (ts, self, argv, nargs, _kwnames, wrapped) => {
  if (checkPositional(ts, ts.profile.messages.wrappersNamed ? '__get__' : '', nargs, 1, 2) < 0) return 0
  const given = (i: number) => (i < nargs && argAt(ts, argv, i) !== ts.none ? argAt(ts, argv, i) : 0)
  const obj = given(0)
  const type = given(1)
  if (obj === 0 && type === 0) return PyErr_Format(ts, ts.exc.TypeError, '__get__(None, None) is invalid')
  return (wrapped as Slot<'tp_descr_get'>)(ts, self, obj, type)
}

export const wrap_descr_set: SlotWrapper = (ts, self, argv, nargs, _kwnames, wrapped) =>
  stores(ts, nargs, '__set__')
    ? none(ts, (wrapped as Slot<'tp_descr_set'>)(ts, self, argAt(ts, argv, 0), argAt(ts, argv, 1)))
    : 0

export const wrap_descr_delete: SlotWrapper = (ts, self, argv, nargs, _kwnames, wrapped) =>
  fits(ts, nargs, 1) ? none(ts, (wrapped as Slot<'tp_descr_set'>)(ts, self, argAt(ts, argv, 0), 0)) : 0

export const wrap_call: SlotWrapper = (ts, self, argv, nargs, kwnames, wrapped) =>
  (wrapped as Slot<'tp_call'>)(ts, self, argv, nargs, kwnames)

export const wrap_init: SlotWrapper = (ts, self, argv, nargs, kwnames, wrapped) =>
  none(ts, (wrapped as Slot<'tp_init'>)(ts, self, argv, nargs, kwnames))

export const wrap_del: SlotWrapper = (ts, self, _argv, nargs, _kwnames, wrapped) => {
  if (!fits(ts, nargs, 0)) return 0
  ;(wrapped as Slot<'tp_finalize'>)(ts, self)
  return newref(ts, ts.none)
}

/** Whether `self` may be given to a wrapper of `type`, and the message if not. */
export function wrapperAccepts(ts: ThreadState, type: Borrowed, name: string, self: Borrowed): boolean {
  if (PyType_IsSubtype(ts, Py_TYPE(ts, self), type)) return true
  PyErr_Format(
    ts,
    ts.exc.TypeError,
    `descriptor '${name}' requires a '${nameOfType(ts, type)}' object but received a '${typeName(ts, self)}'`,
  )
  return false
}
