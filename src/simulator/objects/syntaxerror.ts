// Objects/exceptions.c: SyntaxError and its details: where it is, and what `str()` makes of that.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, SETREF } from '../heap/refcount.ts'
import { PyBaseExceptionObject as E } from '../heap/structs.ts'
import type { Borrowed, Owned, TypeSlots } from '../heap/typeslots.ts'
import type { SyntaxErrorInfo } from '../parser/index.ts'
import { BASE_SLOTS } from './baseexception.ts'
import { argAt } from './call.ts'
import { PyErr_Format, PyErr_SetRaisedException } from './errors.ts'
import { getField, setField } from './exceptionfields.ts'
import { hasField } from './exceptiontree.ts'
import { newInt, PyLong_AsNumber, PyLong_Check } from './longobject.ts'
import { PyObject_Str, PyUnicode_Check } from './object.ts'
import { PySequence_Tuple } from './sequencetuple.ts'
import { newTuple, PyTuple_GET_ITEM, PyTuple_GET_SIZE, PyTuple_SET_ITEM, trackTuple } from './tupleobject.ts'
import { newStr, textOf } from './unicodeobject.ts'

const base_init = BASE_SLOTS.tp_init as NonNullable<TypeSlots['tp_init']>
const DETAILS = ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset', '_metadata']

export const SYNTAX_ERROR_SLOTS: TypeSlots = {
  tp_init(ts, self, argv, nargs, kwnames) {
    if (base_init(ts, self, argv, nargs, kwnames) < 0) return -1
    if (nargs > 0) setField(ts, self, 'msg', argAt(ts, argv, 0))
    return nargs === 2 ? setDetails(ts, self, argAt(ts, argv, 1)) : 0
  },
  tp_str(ts, self) {
    const msg = getField(ts, self, 'msg') || ts.none
    const shown = PyObject_Str(ts, msg)
    if (shown === 0) return 0
    const filename = getField(ts, self, 'filename')
    const lineno = getField(ts, self, 'lineno')
    const parts: string[] = []
    if (filename !== 0 && PyUnicode_Check(ts, filename)) parts.push(textOf(ts, filename).replace(/^.*\//, ''))
    if (lineno !== 0 && PyLong_Check(ts, lineno)) parts.push(`line ${PyLong_AsNumber(ts, lineno)}`)
    if (parts.length === 0) return shown
    const text = `${textOf(ts, shown)} (${parts.join(', ')})`
    DECREF(ts, shown)
    return newStr(ts, text)
  },
}

function setDetails(ts: ThreadState, self: Borrowed, given: Borrowed): number {
  const info = PySequence_Tuple(ts, given)
  if (info === 0) return -1
  const n = PyTuple_GET_SIZE(ts, info)
  const most = hasField(ts.profile, '_metadata') ? 7 : 6
  if (n < 4 || n === 5 || n > most) {
    const message = `function takes at ${n < 4 ? 'least 4' : `most ${most}`} arguments (${n} given)`
    PyErr_Format(ts, ts.exc.TypeError, n === 5 ? 'end_offset must be provided when end_lineno is provided' : message)
    DECREF(ts, info)
    return -1
  }
  for (let i = 0; i < n; i++) setField(ts, self, DETAILS[i], PyTuple_GET_ITEM(ts, info, i))
  DECREF(ts, info)
  return 0
}

/** Raises the error the parser or the compiler found. */
export function raiseSyntaxError(ts: ThreadState, error: SyntaxErrorInfo): void {
  const { type, msg, filename, lineno, offset, text, end_lineno, end_offset } = error
  const message = newStr(ts, msg)
  const exception = ts.newException(ts.exc[type], message)
  if (exception === 0 || type === 'RecursionError' || type === 'MemoryError') {
    DECREF(ts, message)
    if (exception !== 0) PyErr_SetRaisedException(ts, exception)
    return
  }
  const values: Owned[] = [
    newStr(ts, filename),
    newInt(ts, lineno),
    newInt(ts, offset),
    text === null ? newref(ts, ts.none) : newStr(ts, text),
    newInt(ts, end_lineno),
    newInt(ts, end_offset),
  ]
  for (const [i, value] of values.entries()) setField(ts, exception, DETAILS[i], value)
  const details = tupleOf(ts, values)
  SETREF(ts, exception + E.args, tupleOf(ts, [message, details]))
  PyErr_SetRaisedException(ts, exception)
}

/** A tuple that takes its items over. */
function tupleOf(ts: ThreadState, items: readonly Owned[]): Owned {
  const tuple = newTuple(ts, items.length)
  for (const [i, item] of items.entries()) PyTuple_SET_ITEM(ts, tuple, i, item)
  trackTuple(ts, tuple)
  return tuple
}
