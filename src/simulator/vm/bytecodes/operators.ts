// Python/bytecodes.c: operators, comparisons, subscripts. The operands are given up after the operation, in the order the
// version does it, so that a value made by it never reuses their memory.

import { giveUpBeside, hold, holdMark, release } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { closeCell, DECREF, newref, Py_TYPE, stealCell } from '../../heap/refcount.ts'
import type { Owned } from '../../heap/typeslots.ts'
import {
  PyNumber_BinaryOp,
  PyNumber_Unary,
  PyObject_GetItem,
  PyObject_Not,
  PyObject_SetItem,
  PySequence_Contains,
} from '../../objects/abstract.ts'
import { PyObject_IsTrue, PyObject_RichCompare } from '../../objects/object.ts'
import { newSlice } from '../../objects/sliceobject.ts'
import { PyUnicode_Append } from '../../objects/unicodeobject.ts'
import { ERROR, type Handler, type Machine, OK } from '../machine.ts'
import { specialisedGetItem } from '../specialize.ts'

/** BINARY_OP's argument for `+` and `+=`. */
const NB_ADD = 0
const NB_INPLACE_ADD = 13
/** Since 3.14 subscription is BINARY_OP too. */
const NB_SUBSCR = 26

function binaryOp(m: Machine, arg: number): number {
  const ts = m.ts
  const right = m.top(1)
  const left = m.top(2)
  if ((arg === NB_ADD || arg === NB_INPLACE_ADD) && appendsInPlace(m, left, right)) return concatenateInPlace(m)
  return replaceTwo(m, PyNumber_BinaryOp(ts, left, right, arg))
}

/** Gives up the two operands (the right one is on top) and pushes the result. */
function replaceTwo(m: Machine, result: number, order = m.ts.profile.frames.operandsClosed): number {
  const used = result === 0 ? m.ts.profile.frames.failedOperandsClosed : order
  return m.replace(2, result, used === 'left-first' ? 'bottom-first' : 'top-first')
}

/** BINARY_OP_INPLACE_ADD_UNICODE: `s = s + t` for a local s grows the string where it is, if nothing else holds it. */
function appendsInPlace(m: Machine, left: number, right: number): boolean {
  const str = m.ts.types.str
  if (Py_TYPE(m.ts, left) !== str || Py_TYPE(m.ts, right) !== str) return false
  return nextStoredLocal(m) >= 0 && (m.ts.mem.load(m.locals + nextStoredLocal(m) * 8) & ~1) === left
}

function nextStoredLocal(m: Machine): number {
  const next = m.prepared.code.instructions[m.pc]
  return next?.opname === 'STORE_FAST' ? next.oparg : -1
}

function concatenateInPlace(m: Machine): number {
  const ts = m.ts
  const slot = m.locals + nextStoredLocal(m) * 8
  const right = m.pop()
  const left = m.pop()
  // The local's own reference is taken over, so that the string has a single owner and may be resized.
  const held = ts.mem.load(slot)
  ts.mem.store(slot, 0)
  closeCell(ts, left)
  const result = PyUnicode_Append(ts, stealCell(ts, held), right & ~1)
  closeCell(ts, right)
  return m.pushResult(result)
}

function subscript(m: Machine): number {
  const special = specialisedGetItem(m)
  if (special >= 0) return special
  return replaceTwo(m, PyObject_GetItem(m.ts, m.top(2), m.top(1)))
}

function unary(slot: 'nb_negative' | 'nb_positive' | 'nb_invert', symbol: string): Handler {
  return (m) => {
    return m.replace(1, PyNumber_Unary(m.ts, m.top(1), slot, symbol))
  }
}

function compare(m: Machine, op: number): number {
  const { ts } = m
  return replaceTwo(m, PyObject_RichCompare(ts, m.top(2), m.top(1), op), ts.profile.frames.comparedClosed)
}

/** Replaces the two operands by True or False. */
function replaceTwoByTruth(m: Machine, truth: number): number {
  return replaceTwo(m, truthObject(m.ts, truth), m.ts.profile.frames.comparedClosed)
}

/** True or False; 0 for the -1 of an error. */
function truthObject(ts: ThreadState, truth: number): Owned {
  return truth < 0 ? 0 : newref(ts, truth ? ts.true_ : ts.false_)
}

/** `o[i:j]`. With `beside` the ends wait on the stack beside the slice made of them; else the slice has them alone. */
function binarySlice(m: Machine, beside: boolean): number {
  const ts = m.ts
  const [stop, start, container] = [m.top(1), m.top(2), m.top(3)]
  const slice = newSlice(ts, start, stop, ts.none)
  if (!beside) closeEnds(m, slice)
  const mark = holdMark(ts)
  hold(ts, slice)
  const result = slice === 0 ? 0 : PyObject_GetItem(ts, container, slice)
  release(ts, mark)
  if (slice !== 0) giveUpBeside(ts, slice, result)
  return m.replace(beside ? 3 : 1, result)
}

/** The ends leave the stack; the slice made of them is native code's meanwhile. */
function closeEnds(m: Machine, slice: Owned): void {
  const mark = holdMark(m.ts)
  if (slice !== 0) hold(m.ts, slice)
  m.drop(2)
  release(m.ts, mark)
}

export const operatorHandlers: Record<string, Handler> = {
  BINARY_OP: binaryOp,
  BINARY_OP_OR_SUBSCR: (m, arg) => (arg === NB_SUBSCR ? subscript(m) : binaryOp(m, arg)),
  BINARY_SUBSCR: subscript,
  BINARY_SLICE: (m) => binarySlice(m, false),
  BINARY_SLICE_BESIDE(m) {
    const { types } = m.ts
    return binarySlice(m, ![types.list, types.tuple, types.str].includes(Py_TYPE(m.ts, m.top(3))))
  },
  STORE_SLICE(m) {
    const ts = m.ts
    const slice = newSlice(ts, m.top(2), m.top(1), ts.none)
    closeEnds(m, slice)
    const mark = holdMark(ts)
    hold(ts, slice)
    const status = slice === 0 ? -1 : PyObject_SetItem(ts, m.top(1), slice, m.top(2))
    release(ts, mark)
    if (slice !== 0) DECREF(ts, slice)
    m.drop(2, ts.profile.frames.subscrClosed === 'from-the-top' ? 'top-first' : 'bottom-first')
    return status < 0 ? ERROR : OK
  },
  STORE_SUBSCR(m) {
    const status = PyObject_SetItem(m.ts, m.top(2), m.top(1), m.top(3))
    m.drop(3, m.ts.profile.frames.subscrClosed === 'from-the-top' ? 'top-first' : 'bottom-first')
    return status < 0 ? ERROR : OK
  },
  DELETE_SUBSCR(m) {
    const status = PyObject_SetItem(m.ts, m.top(2), m.top(1), 0)
    m.drop(2, m.ts.profile.frames.subscrClosed === 'from-the-top' ? 'top-first' : 'bottom-first')
    return status < 0 ? ERROR : OK
  },
  UNARY_NEGATIVE: unary('nb_negative', 'unary -'),
  UNARY_POSITIVE: unary('nb_positive', 'unary +'),
  UNARY_INVERT: unary('nb_invert', 'unary ~'),
  UNARY_NOT(m) {
    return m.replace(1, truthObject(m.ts, PyObject_Not(m.ts, m.top(1))))
  },
  TO_BOOL(m) {
    return m.replace(1, truthObject(m.ts, PyObject_IsTrue(m.ts, m.top(1))))
  },
  /** 3.11: the argument is the operator. */
  COMPARE_OP: compare,
  /** 3.12: the operator stands above 4 bits for the specialised forms. */
  COMPARE_OP_SHIFT_4: (m, arg) => compare(m, arg >> 4),
  /** 3.13+: and bit 4 asks for a bool. */
  COMPARE_OP_SHIFT_5(m, arg) {
    const status = compare(m, arg >> 5)
    if (status !== OK || (arg & 16) === 0) return status
    return m.replace(1, truthObject(m.ts, PyObject_IsTrue(m.ts, m.top(1))))
  },
  IS_OP(m, invert) {
    const same = m.top(1) === m.top(2) ? 1 : 0
    return replaceTwoByTruth(m, same ^ invert)
  },
  CONTAINS_OP(m, invert) {
    const found = PySequence_Contains(m.ts, m.top(1), m.top(2))
    return replaceTwoByTruth(m, found < 0 ? found : found ^ invert)
  },
}
