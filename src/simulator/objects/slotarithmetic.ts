// Objects/typeobject.c, SLOT1BINFULL: the binary operators of Python classes, with their reflected forms.

import { during } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, slotsOf } from '../heap/refcount.ts'
import type { BinaryFunc, Borrowed, Owned, TypeSlots } from '../heap/typeslots.ts'
import { PyErr_Occurred } from './errors.ts'
import { Py_NE, PyObject_RichCompareBool, PyType_IsSubtype } from './object.ts'
import { callMaybe, callMethod } from './slotcalls.ts'
import { lookupAttribute } from './typelookup.ts'

type BinarySlot = {
  [K in keyof TypeSlots]-?: NonNullable<TypeSlots[K]> extends BinaryFunc ? K : never
}[keyof TypeSlots]

/** The function for one operator: `x.__op__(y)`, or `y.__rop__(x)` where y's class overrides it or x declines. */
function binary(slot: BinarySlot | 'nb_power', name: string, reflected: string) {
  const own = (ts: ThreadState, o: Borrowed) => {
    const f = slotsOf(ts, o)[slot] as unknown
    return f === slot_nb[slot] || (slot === 'nb_power' && f === slot_nb_power)
  }
  return (ts: ThreadState, self: Borrowed, other: Borrowed, ...more: Borrowed[]): Owned => {
    let doOther = Py_TYPE(ts, self) !== Py_TYPE(ts, other) && own(ts, other)
    if (own(ts, self)) {
      if (doOther && PyType_IsSubtype(ts, Py_TYPE(ts, other), Py_TYPE(ts, self))) {
        const overloaded = methodIsOverloaded(ts, self, other, reflected)
        if (overloaded < 0) return 0
        if (overloaded) {
          const result = callMaybe(ts, reflected, other, self, ...more)
          if (result !== ts.notImplemented) return result
          DECREF(ts, result)
          doOther = false
        }
      }
      const result = callMaybe(ts, name, self, other, ...more)
      if (result !== ts.notImplemented || Py_TYPE(ts, self) === Py_TYPE(ts, other)) return result
      DECREF(ts, result)
    }
    return doOther ? callMaybe(ts, reflected, other, self, ...more) : newref(ts, ts.notImplemented)
  }
}

/** method_is_overloaded: whether the right operand's class has a reflected method of its own. 1, 0, -1. */
function methodIsOverloaded(ts: ThreadState, left: Borrowed, right: Borrowed, name: string): number {
  const b = lookupAttribute(ts, Py_TYPE(ts, right), name)
  const a = b === 0 ? 0 : during(ts, [b], () => lookupAttribute(ts, Py_TYPE(ts, left), name))
  if (b === 0) return PyErr_Occurred(ts) !== 0 ? -1 : 0
  if (a === 0) {
    DECREF(ts, b)
    return PyErr_Occurred(ts) !== 0 ? -1 : 1
  }
  const differs = PyObject_RichCompareBool(ts, a, b, Py_NE)
  DECREF(ts, a)
  DECREF(ts, b)
  return differs
}

/** Rows of [slot, name, reflected name]. */
export const BINARY_OPERATORS = [
  ['nb_add', '__add__', '__radd__'],
  ['nb_subtract', '__sub__', '__rsub__'],
  ['nb_multiply', '__mul__', '__rmul__'],
  ['nb_remainder', '__mod__', '__rmod__'],
  ['nb_divmod', '__divmod__', '__rdivmod__'],
  ['nb_lshift', '__lshift__', '__rlshift__'],
  ['nb_rshift', '__rshift__', '__rrshift__'],
  ['nb_and', '__and__', '__rand__'],
  ['nb_xor', '__xor__', '__rxor__'],
  ['nb_or', '__or__', '__ror__'],
  ['nb_floor_divide', '__floordiv__', '__rfloordiv__'],
  ['nb_true_divide', '__truediv__', '__rtruediv__'],
  ['nb_matrix_multiply', '__matmul__', '__rmatmul__'],
] as const satisfies readonly (readonly [BinarySlot, string, string])[]

/** The function of each binary operator, by slot. */
export const slot_nb: Partial<Record<keyof TypeSlots, BinaryFunc>> = Object.fromEntries(
  BINARY_OPERATORS.map(([slot, name, reflected]) => [slot, binary(slot, name, reflected)]),
)

/** Rows of [slot, name]. */
export const INPLACE_OPERATORS = [
  ['nb_inplace_add', '__iadd__'],
  ['nb_inplace_subtract', '__isub__'],
  ['nb_inplace_multiply', '__imul__'],
  ['nb_inplace_remainder', '__imod__'],
  ['nb_inplace_lshift', '__ilshift__'],
  ['nb_inplace_rshift', '__irshift__'],
  ['nb_inplace_and', '__iand__'],
  ['nb_inplace_xor', '__ixor__'],
  ['nb_inplace_or', '__ior__'],
  ['nb_inplace_floor_divide', '__ifloordiv__'],
  ['nb_inplace_true_divide', '__itruediv__'],
  ['nb_inplace_matrix_multiply', '__imatmul__'],
] as const satisfies readonly (readonly [BinarySlot, string])[]

/** The function of each augmented operator, by slot. */
export const slot_nb_inplace: Partial<Record<keyof TypeSlots, BinaryFunc>> = Object.fromEntries(
  INPLACE_OPERATORS.map(([slot, name]) => [
    slot,
    (ts: ThreadState, self: Borrowed, other: Borrowed) => callMethod(ts, name, self, other),
  ]),
)

const powerBinary = binary('nb_power', '__pow__', '__rpow__')

export function slot_nb_power(ts: ThreadState, self: Borrowed, other: Borrowed, modulus: Borrowed): Owned {
  if (modulus === ts.none) return powerBinary(ts, self, other)
  if (ts.profile.numbers.ternaryPowerReflects) return powerBinary(ts, self, other, modulus)
  // The slot may have been found on the second operand.
  if (slotsOf(ts, self).nb_power === slot_nb_power) return callMethod(ts, '__pow__', self, other, modulus)
  return newref(ts, ts.notImplemented)
}

export function slot_nb_inplace_power(ts: ThreadState, self: Borrowed, other: Borrowed): Owned {
  return callMethod(ts, '__ipow__', self, other)
}
