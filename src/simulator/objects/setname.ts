// Objects/typeobject.c, type_new_set_names: attributes of a new class learn their names.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, SETREF } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import { PyBaseExceptionObject, PyTypeObject } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { fill } from '../profiles/index.ts'
import { PyException_SetCause } from './baseexception.ts'
import { callOneArg, callOwned } from './call.ts'
import { forEachItem, PyDict_Copy } from './dictobject.ts'
import { PyErr_Format, PyErr_GetRaisedException, PyErr_Occurred, restore } from './errors.ts'
import { nameOfType, PyObject_Repr, typeName } from './object.ts'
import { lookupAttribute, lookupSpecial } from './typelookup.ts'
import { newStr, textOf } from './unicodeobject.ts'

/** Calls `value.__set_name__(cls, name)` for each attribute that has it. 0 ok, -1 error. */
export function notifySetName(ts: ThreadState, type: Borrowed): number {
  const copy = PyDict_Copy(ts, ts.mem.load(type + PyTypeObject.tp_dict))
  if (copy === 0) return -1
  const mark = holdMark(ts)
  hold(ts, copy)
  const items: [Borrowed, Borrowed][] = []
  forEachItem(ts, copy, (key, value) => items.push([key, value]))
  let status = 0
  for (const [key, value] of items) {
    status = notify(ts, type, key, value)
    if (status < 0) break
  }
  release(ts, mark)
  DECREF(ts, copy)
  return status
}

function notify(ts: ThreadState, type: Borrowed, key: Borrowed, value: Borrowed): number {
  const method = lookupSpecial(ts, value, '__set_name__')
  if (method === 0) return PyErr_Occurred(ts) !== 0 ? -1 : 0
  const result = callOwned(ts, method, [type, key])
  if (result !== 0) {
    DECREF(ts, result)
    return 0
  }
  describe(ts, type, key, value)
  return -1
}

/** Up to 3.11 the error becomes the cause of a RuntimeError; since then it gets a note. */
function describe(ts: ThreadState, type: Borrowed, key: Borrowed, value: Borrowed): void {
  const template = ts.profile.messages.setNameError
  const raised = PyErr_GetRaisedException(ts)
  const repr = PyObject_Repr(ts, key)
  const name = repr === 0 ? '?' : textOf(ts, repr)
  if (repr !== 0) DECREF(ts, repr)
  const say = (text: string) => fill(text, typeName(ts, value), name, nameOfType(ts, type))
  if (template === null) {
    addNote(ts, raised, say("Error calling __set_name__ on '{0}' instance {1} in '{2}'"))
    restore(ts, raised)
    return
  }
  PyErr_Format(ts, ts.exc.RuntimeError, say(template))
  const current = ts.mem.load(Tstate.current_exception)
  PyException_SetCause(ts, current, newref(ts, raised))
  SETREF(ts, current + PyBaseExceptionObject.context, raised)
}

function addNote(ts: ThreadState, exception: Borrowed, note: string): void {
  const text = newStr(ts, note)
  const method = lookupAttribute(ts, exception, 'add_note')
  const result = method === 0 || text === 0 ? 0 : callOneArg(ts, method, text)
  for (const o of [text, method, result]) if (o !== 0) DECREF(ts, o)
}
