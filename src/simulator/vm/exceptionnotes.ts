// `__notes__` of an exception (PEP 678), as Python/pythonrun.c and Lib/traceback.py print them below its message.

import { whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, Py_TYPE } from '../heap/refcount.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { PyIter_Next, PyObject_GetIter } from '../objects/abstract.ts'
import { PyErr_Clear, PyErr_GetRaisedException } from '../objects/errors.ts'
import { PyObject_GetAttr, PyObject_Repr, PyObject_Str, PyType_IsSubtype } from '../objects/object.ts'
import { newStr } from '../objects/unicodeobject.ts'
import { safely } from './printexception.ts'

/** The notes, each on lines of its own; empty where there are none. */
export function notesOf(ts: ThreadState, exception: Borrowed): string {
  const name = newStr(ts, '__notes__')
  const notes = PyObject_GetAttr(ts, exception, name)
  DECREF(ts, name)
  if (notes === 0) return failedToAsk(ts)
  if (notes === ts.none) {
    DECREF(ts, notes)
    return ''
  }
  const text = isSequence(ts, notes)
    ? eachOf(ts, notes)
    : `${safely(ts, notes, PyObject_Repr, '<__notes__ repr() failed>')}${ts.profile.tracebacks.noteReprEnd}`
  DECREF(ts, notes)
  return text
}

function failedToAsk(ts: ThreadState): string {
  const error = PyErr_GetRaisedException(ts)
  const absent = PyType_IsSubtype(ts, Py_TYPE(ts, error), ts.exc.AttributeError)
  const repr = absent ? '' : safely(ts, error, PyObject_Repr, '<__notes__ repr() failed>')
  DECREF(ts, error)
  return absent ? '' : `Ignored error getting __notes__: ${repr}\n`
}

/** Whether it is a list or tuple of notes; a str is one only where the version takes it for that. */
function isSequence(ts: ThreadState, notes: Borrowed): boolean {
  const type = Py_TYPE(ts, notes)
  const is = (base: Borrowed) => PyType_IsSubtype(ts, type, base)
  if (is(ts.types.str) || is(ts.types.bytes)) return ts.profile.tracebacks.textIsNotes
  return is(ts.types.list) || is(ts.types.tuple) || is(ts.types.range)
}

function eachOf(ts: ThreadState, notes: Borrowed): string {
  const iterator = PyObject_GetIter(ts, notes)
  let text = ''
  if (iterator !== 0)
    whileOwning(ts, iterator, () => {
      for (let note = PyIter_Next(ts, iterator); note !== 0; note = PyIter_Next(ts, iterator))
        text += whileOwning(ts, note, (o) => `${safely(ts, o, PyObject_Str, '<note str() failed>')}\n`)
    })
  PyErr_Clear(ts)
  return text
}
