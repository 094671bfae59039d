// Python/bytecodes.c: BINARY_OP_ADD_INT, COMPARE_OP_INT and their kin. Two ints of at most one digit each need no tables; what
// is allocated, counted and freed is the same as on the general way.

import { Happening } from '../../../trace/happenings.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { PyLongObject, PyObject } from '../../heap/structs.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { newInt, signedSize } from '../../objects/longintrepr.ts'
import { _PyLong_ExactDealloc } from '../../objects/longobject.ts'
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT } from '../../objects/object.ts'

/** Answer where the general way has to be gone. */
export const NOT_COMPACT = -1

/** BINARY_OP's arguments, those that make an int of two ints. */
const [ADD, AND, FLOOR_DIVIDE, MULTIPLY, REMAINDER, OR, SUBTRACT, XOR] = [0, 1, 2, 5, 6, 7, 10, 12]
/** From this argument on an operator is the augmented one, which is the same for ints. */
const NB_INPLACE = 13

/** _PyLong_CheckExactAndCompact of both. */
export function areCompact(ts: ThreadState, left: Borrowed, right: Borrowed): boolean {
  const { words } = ts.mem
  const { int } = ts.types
  if (words[(left + PyObject.ob_type) >> 2] !== int || words[(right + PyObject.ob_type) >> 2] !== int) return false
  const m = signedSize(ts, left)
  const n = signedSize(ts, right)
  return m <= 1 && m >= -1 && n <= 1 && n >= -1
}

function value(ts: ThreadState, o: Borrowed): number {
  return signedSize(ts, o) * ts.mem.words[(o + PyLongObject.ob_digit) >> 2]
}

/**
 * `left` and `right` (both compact) under the operator that BINARY_OP numbers `arg`.
 * @returns the int, owned; 0 with MemoryError; NOT_COMPACT for other operators and a division by zero
 */
export function compactBinary(
  ts: ThreadState,
  left: Borrowed,
  right: Borrowed,
  arg: number,
): Owned | typeof NOT_COMPACT {
  const x = value(ts, left)
  const y = value(ts, right)
  switch (arg < NB_INPLACE ? arg : arg - NB_INPLACE) {
    case ADD:
      return newInt(ts, x + y)
    case SUBTRACT:
      return newInt(ts, x - y)
    case MULTIPLY: {
      const product = x * y
      return Number.isSafeInteger(product) ? newInt(ts, product) : NOT_COMPACT
    }
    case FLOOR_DIVIDE:
      return y === 0 ? NOT_COMPACT : newInt(ts, Math.floor(x / y))
    case REMAINDER: {
      if (y === 0) return NOT_COMPACT
      const rest = x % y
      return newInt(ts, rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest)
    }
    case AND:
      return newInt(ts, x & y)
    case OR:
      return newInt(ts, x | y)
    case XOR:
      return newInt(ts, x ^ y)
    default:
      return NOT_COMPACT
  }
}

/** Whether a comparison (object.h's numbers) of two compact ints holds. */
export function compactCompare(ts: ThreadState, left: Borrowed, right: Borrowed, op: number): boolean {
  const x = value(ts, left)
  const y = value(ts, right)
  switch (op) {
    case Py_LT:
      return x < y
    case Py_LE:
      return x <= y
    case Py_EQ:
      return x === y
    case Py_GT:
      return x > y
    case Py_GE:
      return x >= y
    default:
      return x !== y
  }
}

/** PyStackRef_CLOSE_SPECIALIZED: gives up what a cell owns, an int of no subclass. */
export function closeInt(ts: ThreadState, cell: number): void {
  if ((cell & 1) !== 0) return
  const count = ts.mem.words[cell >> 2]
  if (count < 0) return
  ts.mem.store(cell, count - 1)
  if (count > 1) return
  ts.happenings.add(Happening.dealloc, cell, ts.types.int)
  _PyLong_ExactDealloc(ts, cell)
}
