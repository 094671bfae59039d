// Objects/boolobject.c: True and False, the two instances of bool, which is a subclass of int.

import type { ThreadState } from '../heap/pystate.ts'
import { newref, Py_TYPE } from '../heap/refcount.ts'
import { PyLongObject } from '../heap/structs.ts'
import type { BinaryFunc, Borrowed, Owned } from '../heap/typeslots.ts'
import { _PyArg_NoKeywords, argAt, checkPositional } from './call.ts'
import { long_and, long_invert, long_or, long_xor } from './longarith.ts'
import { staticRefcount, storeDigits } from './longintrepr.ts'
import { PyObject_IsTrue, type TypeSpec } from './object.ts'
import { newStr } from './unicodestorage.ts'
import { warn } from './warnings.ts'

/** Makes True and False. `ts.types.bool` must have its address. */
export function initBool(ts: ThreadState): void {
  ts.false_ = makeBool(ts, 0)
  ts.true_ = makeBool(ts, 1)
}

function makeBool(ts: ThreadState, value: number): number {
  const o = ts.mem.sbrk(32, 16)
  ts.mem.store(o, ts.profile.refcount.immortalStatic === null ? 1 : staticRefcount(ts))
  ts.mem.store(o + 8, ts.types.bool)
  storeDigits(ts, o, 1, value === 0 ? [] : [value])
  return o
}

/** True or False. */
export function newBool(ts: ThreadState, b: boolean): Owned {
  return newref(ts, b ? ts.true_ : ts.false_)
}

function bool_repr(ts: ThreadState, o: Borrowed): Owned {
  return newStr(ts, o === ts.true_ ? 'True' : 'False')
}

function bool_invert(ts: ThreadState, v: Borrowed): Owned {
  const { boolInversion } = ts.profile.numbers
  if (boolInversion !== null)
    warn(
      ts,
      ts.exc.DeprecationWarning,
      `Bitwise inversion '~' on bool ${boolInversion}. This returns the bitwise inversion of the underlying int object ` +
        "and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or " +
        '~int(x) if you really want the bitwise inversion of the underlying int.',
    )
  return long_invert(ts, v)
}

function bool_new(ts: ThreadState, _type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  if (!_PyArg_NoKeywords(ts, 'bool', kwnames)) return 0
  if (checkPositional(ts, 'bool', nargs, 0, 1) < 0) return 0
  if (nargs === 0) return newBool(ts, false)
  const truth = PyObject_IsTrue(ts, argAt(ts, argv, 0))
  return truth < 0 ? 0 : newBool(ts, truth === 1)
}

/** & | ^ of two bools is a bool; with an int it is int's. */
function bitwise(onBools: (a: boolean, b: boolean) => boolean, onInts: BinaryFunc): BinaryFunc {
  return (ts, a, b) =>
    Py_TYPE(ts, a) === ts.types.bool && Py_TYPE(ts, b) === ts.types.bool
      ? newBool(ts, onBools(a === ts.true_, b === ts.true_))
      : onInts(ts, a, b)
}

export const PyBool_Type = {
  name: 'bool',
  basicsize: PyLongObject.ob_digit,
  itemsize: 4,
  base: 'int',
  flags: ['LONG_SUBCLASS', 'MATCH_SELF'],
  slots: {
    tp_repr: bool_repr,
    tp_new: bool_new,
    nb_invert: bool_invert,
    nb_and: bitwise((a, b) => a && b, long_and),
    nb_xor: bitwise((a, b) => a !== b, long_xor),
    nb_or: bitwise((a, b) => a || b, long_or),
  },
} satisfies TypeSpec
