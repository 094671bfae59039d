// Objects/abstract.c: numbers, sequences, mappings and iterators, dispatched through the tables of both operands.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, slotsOf, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import type { BinaryFunc, Borrowed, Owned, TypeSlots, UnaryFunc } from '../heap/typeslots.ts'
import { fill } from '../profiles/index.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from './errors.ts'
import { newSeqIter } from './iterobject.ts'
import { _PyList_Extend, newList } from './listobject.ts'
import { chargeWork } from './longintrepr.ts'
import { newInt, PyLong_AsBigInt, PyLong_AsSsize_t, PyLong_Check } from './longobject.ts'
import { Py_EQ, PyObject_IsTrue, PyObject_RichCompareBool, PyType_IsSubtype, typeName } from './object.ts'
import { wrongReturn } from './typenames.ts'

type BinarySlot = {
  [K in keyof TypeSlots]-?: NonNullable<TypeSlots[K]> extends BinaryFunc ? K : never
}[keyof TypeSlots]
type UnarySlot = {
  [K in keyof TypeSlots]-?: NonNullable<TypeSlots[K]> extends UnaryFunc ? K : never
}[keyof TypeSlots]

/** One row per operator: its slots and the symbol messages use. */
export interface Operator {
  readonly slot: BinarySlot
  readonly inplace: BinarySlot
  readonly symbol: string
}

/** The binary operators in the order of BINARY_OP's argument (opcode.h, NB_ADD ... NB_XOR). */
export const OPERATORS: readonly Operator[] = [
  { slot: 'nb_add', inplace: 'nb_inplace_add', symbol: '+' },
  { slot: 'nb_and', inplace: 'nb_inplace_and', symbol: '&' },
  { slot: 'nb_floor_divide', inplace: 'nb_inplace_floor_divide', symbol: '//' },
  { slot: 'nb_lshift', inplace: 'nb_inplace_lshift', symbol: '<<' },
  { slot: 'nb_matrix_multiply', inplace: 'nb_inplace_matrix_multiply', symbol: '@' },
  { slot: 'nb_multiply', inplace: 'nb_inplace_multiply', symbol: '*' },
  { slot: 'nb_remainder', inplace: 'nb_inplace_remainder', symbol: '%' },
  { slot: 'nb_or', inplace: 'nb_inplace_or', symbol: '|' },
  { slot: 'nb_add', inplace: 'nb_add', symbol: '** or pow()' },
  { slot: 'nb_rshift', inplace: 'nb_inplace_rshift', symbol: '>>' },
  { slot: 'nb_subtract', inplace: 'nb_inplace_subtract', symbol: '-' },
  { slot: 'nb_true_divide', inplace: 'nb_inplace_true_divide', symbol: '/' },
  { slot: 'nb_xor', inplace: 'nb_inplace_xor', symbol: '^' },
]
const POWER = 8
/** From this argument on BINARY_OP means the augmented form. */
const NB_INPLACE = 13
const ADD = OPERATORS[0]
const MULTIPLY = OPERATORS[5]

/** The operator numbered `arg` as BINARY_OP numbers it (0-12 plain, 13-25 augmented). */
export function PyNumber_BinaryOp(ts: ThreadState, v: Borrowed, w: Borrowed, arg: number): Owned {
  const index = arg % NB_INPLACE
  const inplace = arg >= NB_INPLACE
  if (index === POWER) return inplace ? PyNumber_InPlacePower(ts, v, w) : PyNumber_Power(ts, v, w, ts.none)
  const operator = OPERATORS[index]
  const result = inplace ? inplaceOp(ts, v, w, operator) : binaryOp1(ts, v, w, operator.slot)
  if (result !== ts.notImplemented) return result
  DECREF(ts, result)
  if (operator === ADD || operator === MULTIPLY) {
    const sequence = operator === ADD ? concat(ts, v, w, inplace) : repeat(ts, v, w, inplace)
    if (sequence !== ts.notImplemented) return sequence
    DECREF(ts, sequence)
  }
  const symbol = inplace ? `${operator.symbol}=` : operator.symbol
  return unsupportedOperands(ts, v, w, symbol)
}

/** `v + w` and its kin for natives that need one operator. */
export function PyNumber_Add(ts: ThreadState, v: Borrowed, w: Borrowed): Owned {
  return PyNumber_BinaryOp(ts, v, w, 0)
}
export function PyNumber_Multiply(ts: ThreadState, v: Borrowed, w: Borrowed): Owned {
  return PyNumber_BinaryOp(ts, v, w, 5)
}
export function PyNumber_Remainder(ts: ThreadState, v: Borrowed, w: Borrowed): Owned {
  return PyNumber_BinaryOp(ts, v, w, 6)
}

/** divmod(v, w). */
export function PyNumber_Divmod(ts: ThreadState, v: Borrowed, w: Borrowed): Owned {
  const result = binaryOp1(ts, v, w, 'nb_divmod')
  if (result !== ts.notImplemented) return result
  DECREF(ts, result)
  return unsupportedOperands(ts, v, w, 'divmod()')
}

/** pow(v, w, z); `z` is None for two arguments; `symbol` for the message. */
export function PyNumber_Power(ts: ThreadState, v: Borrowed, w: Borrowed, z: Borrowed, symbol = '** or pow()'): Owned {
  const slotv = slotsOf(ts, v).nb_power
  let slotw = Py_TYPE(ts, w) === Py_TYPE(ts, v) ? undefined : slotsOf(ts, w).nb_power
  if (slotw === slotv) slotw = undefined
  const slotz = slotsOf(ts, z).nb_power
  const third = slotz && slotz !== slotv && slotz !== slotw ? [slotz] : []
  for (const slot of [...ordered(ts, v, w, slotv, slotw), ...third]) {
    const result = slot(ts, v, w, z)
    if (result !== ts.notImplemented) return result
    DECREF(ts, result)
  }
  if (z === ts.none) return unsupportedOperands(ts, v, w, symbol)
  return PyErr_Format(
    ts,
    ts.exc.TypeError,
    `unsupported operand type(s) for ** or pow(): '${typeName(ts, v)}', '${typeName(ts, w)}', '${typeName(ts, z)}'`,
  )
}

function PyNumber_InPlacePower(ts: ThreadState, v: Borrowed, w: Borrowed): Owned {
  const slot = slotsOf(ts, v).nb_inplace_power
  if (slot) {
    const result = slot(ts, v, w, ts.none)
    if (result !== ts.notImplemented) return result
    DECREF(ts, result)
  }
  return PyNumber_Power(ts, v, w, ts.none, '**=')
}

/** Unary operators; `symbol` for the message. */
export function PyNumber_Unary(ts: ThreadState, o: Borrowed, slot: UnarySlot, symbol: string): Owned {
  const f = slotsOf(ts, o)[slot] as UnaryFunc | undefined
  if (f) return f(ts, o)
  return PyErr_Format(ts, ts.exc.TypeError, `bad operand type for ${symbol}: '${typeName(ts, o)}'`)
}

/** operator.index(o): an int. */
export function PyNumber_Index(ts: ThreadState, o: Borrowed): Owned {
  if (PyLong_Check(ts, o)) return newref(ts, o)
  const nb_index = slotsOf(ts, o).nb_index
  if (!nb_index)
    return PyErr_Format(ts, ts.exc.TypeError, `'${typeName(ts, o)}' object cannot be interpreted as an integer`)
  const result = nb_index(ts, o)
  if (result === 0 || PyLong_Check(ts, result)) return result
  return wrongReturn(ts, o, '__index__', result)
}

/** Whether `o` can serve as an index. */
export function PyIndex_Check(ts: ThreadState, o: Borrowed): boolean {
  return slotsOf(ts, o).nb_index !== undefined
}

/** Whether `o` can become a number. */
export function PyNumber_Check(ts: ThreadState, o: Borrowed): boolean {
  const { nb_index, nb_int, nb_float } = slotsOf(ts, o)
  return nb_index !== undefined || nb_int !== undefined || nb_float !== undefined
}

/**
 * An index as a number. Too large: raises `exception` ("cannot fit 'int' into an index-sized integer"), or clips to the
 * ends where `exception` is 0. -1 may be an error: ask PyErr_Occurred.
 */
export function PyNumber_AsSsize_t(ts: ThreadState, o: Borrowed, exception: Borrowed): number {
  const index = PyNumber_Index(ts, o)
  if (index === 0) return -1
  let value = PyLong_AsSsize_t(ts, index)
  if (value === -1 && PyErr_Occurred(ts) !== 0 && PyErr_ExceptionMatches(ts, ts.exc.OverflowError)) {
    PyErr_Clear(ts)
    if (exception === 0) value = PyLong_AsBigInt(ts, index) < 0n ? -Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER
    else PyErr_Format(ts, exception, `cannot fit '${typeName(ts, o)}' into an index-sized integer`)
  }
  DECREF(ts, index)
  return value
}

/** o[key]. */
export function PyObject_GetItem(ts: ThreadState, o: Borrowed, key: Borrowed): Owned {
  const slots = slotsOf(ts, o)
  if (slots.mp_subscript) return slots.mp_subscript(ts, o, key)
  if (slots.sq_item) {
    if (!PyIndex_Check(ts, key))
      return PyErr_Format(ts, ts.exc.TypeError, `sequence index must be integer, not '${typeName(ts, key)}'`)
    const index = sequenceIndex(ts, o, key)
    return index === -1 && PyErr_Occurred(ts) !== 0 ? 0 : slots.sq_item(ts, o, index)
  }
  const onClass = ts.classGetItem(o, key)
  if (onClass !== -1) return onClass
  return PyErr_Format(ts, ts.exc.TypeError, `'${typeName(ts, o)}' object is not subscriptable`)
}

/** o[key] = value, or del o[key] where `value` is 0. 0 ok, -1 error. */
export function PyObject_SetItem(ts: ThreadState, o: Borrowed, key: Borrowed, value: Borrowed): number {
  const slots = slotsOf(ts, o)
  if (slots.mp_ass_subscript) return slots.mp_ass_subscript(ts, o, key, value)
  if (slots.sq_ass_item) {
    if (!PyIndex_Check(ts, key)) {
      PyErr_Format(ts, ts.exc.TypeError, `sequence index must be integer, not '${typeName(ts, key)}'`)
      return -1
    }
    const index = sequenceIndex(ts, o, key)
    return index === -1 && PyErr_Occurred(ts) !== 0 ? -1 : slots.sq_ass_item(ts, o, index, value)
  }
  const what = value === 0 ? 'deletion' : 'assignment'
  // PySequence_DelItem has words of its own.
  const does = value === 0 && hasSequence(ts, o) && PyIndex_Check(ts, key) ? "doesn't" : 'does not'
  PyErr_Format(ts, ts.exc.TypeError, `'${typeName(ts, o)}' object ${does} support item ${what}`)
  return -1
}

/** Whether the type has a tp_as_sequence: every Python class, and static types with any function of it. */
function hasSequence(ts: ThreadState, o: Borrowed): boolean {
  if (typeFlags(ts, Py_TYPE(ts, o)) & TPFLAGS.HEAPTYPE) return true
  return Object.entries(slotsOf(ts, o)).some(([slot, native]) => native !== undefined && slot.startsWith('sq_'))
}

/** value in o: 1, 0, -1. */
export function PySequence_Contains(ts: ThreadState, o: Borrowed, value: Borrowed): number {
  const sq_contains = slotsOf(ts, o).sq_contains
  if (sq_contains) return sq_contains(ts, o, value)
  const iterator = PyObject_GetIter(ts, o, ts.profile.messages.notAContainer)
  if (iterator === 0) return -1
  let found = 0
  const mark = holdMark(ts)
  hold(ts, iterator)
  const held = holdMark(ts)
  for (let item = PyIter_Next(ts, iterator); item !== 0; item = PyIter_Next(ts, iterator)) {
    hold(ts, item)
    found = PyObject_RichCompareBool(ts, item, value, Py_EQ)
    release(ts, held)
    DECREF(ts, item)
    if (found !== 0) break
  }
  release(ts, mark)
  DECREF(ts, iterator)
  return found === 0 && PyErr_Occurred(ts) !== 0 ? -1 : found
}

/** iter(o). In `message` {0} stands for the type. */
export function PyObject_GetIter(ts: ThreadState, o: Borrowed, message = "'{0}' object is not iterable"): Owned {
  const slots = slotsOf(ts, o)
  if (slots.tp_iter) {
    const iterator = slots.tp_iter(ts, o)
    if (iterator !== 0 && !slotsOf(ts, iterator).tp_iternext) {
      return wrongReturn(ts, o, '__iter__', iterator)
    }
    return iterator
  }
  if (slots.sq_item && !isDict(ts, o)) return newSeqIter(ts, o)
  return PyErr_Format(ts, ts.exc.TypeError, fill(message, typeName(ts, o)))
}

/** The next item of an iterator; 0 when it is exhausted (no exception set) or failed. */
export function PyIter_Next(ts: ThreadState, iterator: Borrowed): Owned {
  const next = slotsOf(ts, iterator).tp_iternext
  if (!next) return PyErr_Format(ts, ts.exc.TypeError, `'${typeName(ts, iterator)}' object is not an iterator`)
  // Whoever asks for the next item may ask without end: `sum(range(10 ** 18))`.
  chargeWork(ts, 1)
  const item = next(ts, iterator)
  if (item === 0 && PyErr_Occurred(ts) !== 0 && PyErr_ExceptionMatches(ts, ts.exc.StopIteration)) PyErr_Clear(ts)
  return item
}

/** len(o), or -1. */
export function PyObject_Size(ts: ThreadState, o: Borrowed): number {
  const slots = slotsOf(ts, o)
  const length = slots.sq_length ?? slots.mp_length
  if (length) return length(ts, o)
  PyErr_Format(ts, ts.exc.TypeError, `object of type '${typeName(ts, o)}' has no len()`)
  return -1
}

/** Whether an object can be indexed by position. */
export function PySequence_Check(ts: ThreadState, o: Borrowed): boolean {
  return !isDict(ts, o) && slotsOf(ts, o).sq_item !== undefined
}

/** list(o). */
export function PySequence_List(ts: ThreadState, o: Borrowed): Owned {
  const list = newList(ts, 0)
  if (list === 0) return 0
  const mark = holdMark(ts)
  hold(ts, list)
  const status = _PyList_Extend(ts, list, o)
  release(ts, mark)
  if (status === 0) return list
  DECREF(ts, list)
  return 0
}

/** not o: 1, 0, -1. */
export function PyObject_Not(ts: ThreadState, o: Borrowed): number {
  const truth = PyObject_IsTrue(ts, o)
  return truth < 0 ? truth : truth === 0 ? 1 : 0
}

function binaryOp1(ts: ThreadState, v: Borrowed, w: Borrowed, slot: BinarySlot): Owned {
  const slotv = slotsOf(ts, v)[slot] as BinaryFunc | undefined
  let slotw = Py_TYPE(ts, w) === Py_TYPE(ts, v) ? undefined : (slotsOf(ts, w)[slot] as BinaryFunc | undefined)
  if (slotw === slotv) slotw = undefined
  if (slotv) {
    if (slotw && PyType_IsSubtype(ts, Py_TYPE(ts, w), Py_TYPE(ts, v))) {
      const result = slotw(ts, v, w)
      if (result !== ts.notImplemented) return result
      DECREF(ts, result)
      slotw = undefined
    }
    const result = slotv(ts, v, w)
    if (result !== ts.notImplemented) return result
    DECREF(ts, result)
  }
  return slotw ? slotw(ts, v, w) : newref(ts, ts.notImplemented)
}

function inplaceOp(ts: ThreadState, v: Borrowed, w: Borrowed, operator: Operator): Owned {
  const slot = slotsOf(ts, v)[operator.inplace] as BinaryFunc | undefined
  if (slot) {
    const result = slot(ts, v, w)
    if (result !== ts.notImplemented) return result
    DECREF(ts, result)
  }
  return binaryOp1(ts, v, w, operator.slot)
}

function ordered<F>(ts: ThreadState, v: Borrowed, w: Borrowed, slotv: F | undefined, slotw: F | undefined): F[] {
  const rightFirst = slotv && slotw && PyType_IsSubtype(ts, Py_TYPE(ts, w), Py_TYPE(ts, v))
  return (rightFirst ? [slotw, slotv] : [slotv, slotw]).filter((slot): slot is F & {} => slot !== undefined)
}

/** PySequence_Concat and PySequence_InPlaceConcat: `+` of sequences only. */
export function PySequence_Concat(ts: ThreadState, v: Borrowed, w: Borrowed, inplace: boolean): Owned {
  const { sq_concat, sq_inplace_concat } = slotsOf(ts, v)
  const own = (inplace ? sq_inplace_concat : undefined) ?? sq_concat
  if (own) return own(ts, v, w)
  if (PySequence_Check(ts, v) && PySequence_Check(ts, w)) {
    const result = inplace ? inplaceOp(ts, v, w, ADD) : binaryOp1(ts, v, w, 'nb_add')
    if (result !== ts.notImplemented) return result
    DECREF(ts, result)
  }
  return PyErr_Format(ts, ts.exc.TypeError, `'${typeName(ts, v)}' object can't be concatenated`)
}

function concat(ts: ThreadState, v: Borrowed, w: Borrowed, inplace: boolean): Owned {
  const slots = slotsOf(ts, v)
  if (inplace && slots.sq_inplace_concat) return slots.sq_inplace_concat(ts, v, w)
  return slots.sq_concat ? slots.sq_concat(ts, v, w) : newref(ts, ts.notImplemented)
}

function repeat(ts: ThreadState, v: Borrowed, w: Borrowed, inplace: boolean): Owned {
  const left = slotsOf(ts, v)
  const right = slotsOf(ts, w)
  if (inplace && left.sq_inplace_repeat) return times(ts, left.sq_inplace_repeat, v, w)
  if (left.sq_repeat) return times(ts, left.sq_repeat, v, w)
  if (right.sq_repeat) return times(ts, right.sq_repeat, w, v)
  return newref(ts, ts.notImplemented)
}

function times(
  ts: ThreadState,
  sq_repeat: (ts: ThreadState, self: Borrowed, count: number) => Owned,
  sequence: Borrowed,
  n: Borrowed,
): Owned {
  if (!PyIndex_Check(ts, n))
    return PyErr_Format(ts, ts.exc.TypeError, `can't multiply sequence by non-int of type '${typeName(ts, n)}'`)
  const count = PyNumber_AsSsize_t(ts, n, ts.exc.OverflowError)
  if (count === -1 && PyErr_Occurred(ts) !== 0) return 0
  return sq_repeat(ts, sequence, count)
}

function unsupportedOperands(ts: ThreadState, v: Borrowed, w: Borrowed, symbol: string): Owned {
  return PyErr_Format(
    ts,
    ts.exc.TypeError,
    `unsupported operand type(s) for ${symbol}: '${typeName(ts, v)}' and '${typeName(ts, w)}'`,
  )
}

function sequenceIndex(ts: ThreadState, o: Borrowed, key: Borrowed): number {
  let index = PyNumber_AsSsize_t(ts, key, ts.exc.IndexError)
  const sq_length = slotsOf(ts, o).sq_length
  if (index < 0 && sq_length && PyErr_Occurred(ts) === 0) {
    const n = sq_length(ts, o)
    if (n < 0) return -1
    index += n
  }
  return index
}

function isDict(ts: ThreadState, o: Borrowed): boolean {
  return PyType_IsSubtype(ts, Py_TYPE(ts, o), ts.types.dict)
}

/** A length as an int object. */
export function lengthObject(ts: ThreadState, n: number): Owned {
  return n < 0 ? 0 : newInt(ts, n)
}
