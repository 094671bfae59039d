// Python/errors.c, PyErr_FormatUnraisable: an exception nobody can catch (from `__del__`, from a weakref callback) is
// told to `sys.unraisablehook`, which prints it to stderr, and forgotten. NOT CPYTHON: since 3.15 the first such traceback
// imports `traceback` there, whose objects count towards the next automatic collection; here nothing is imported.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState, Unraisable } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { Roots, Tstate } from '../heap/runtime.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { newUnraisableArgs } from '../modules/unraisablehook.ts'
import { callOneArg } from '../objects/call.ts'
import { getItemText } from '../objects/dictobject.ts'
import { PyErr_GetRaisedException } from '../objects/errors.ts'
import { instructionOf, lineOf } from '../objects/frameobject.ts'
import { modulesAreGone } from '../objects/moduleobject.ts'
import { PyObject_Repr, PyObject_Str, reprText } from '../objects/object.ts'
import { hasStderr, write } from '../objects/textio.ts'
import { PyException_GetTraceback, PyTraceBack_Here } from '../objects/traceback.ts'
import { newStr, textOf } from '../objects/unicodeobject.ts'
import { fill } from '../profiles/index.ts'
import { className, formatException, safely } from './printexception.ts'
import { formatTraceback } from './printtraceback.ts'

/** format_unraisable: tells `sys.unraisablehook`; prints where there is none, or where it fails. */
export function writeUnraisable(ts: ThreadState, o: Borrowed, doing: string): void {
  if (ts.mem.load(Tstate.current_exception) === 0) return
  sayWhere(ts)
  const exception = PyErr_GetRaisedException(ts)
  const mark = holdMark(ts)
  hold(ts, exception)
  const { unraisable, unraisableAtExit } = ts.profile.messages
  const message = o === 0 ? null : doing === 'atexit' ? unraisableAtExit : unraisable
  const namesObject = message?.includes('{0}') === true
  const err_msg = message === null ? 0 : newStr(ts, fill(message, namesObject ? reprText(ts, o) : '', doing))
  if (err_msg !== 0) hold(ts, err_msg)
  const told = { ...partsOf(ts, exception), err_msg, object: namesObject ? 0 : o }
  if (!tellHook(ts, told)) printUnraisable(ts, told)
  release(ts, mark)
  DECREF(ts, exception)
  if (err_msg !== 0) DECREF(ts, err_msg)
}

function partsOf(ts: ThreadState, exception: Borrowed): Pick<Unraisable, 'exc_type' | 'exc_value' | 'exc_traceback'> {
  const exc_traceback = PyException_GetTraceback(ts, exception)
  return { exc_type: Py_TYPE(ts, exception), exc_value: exception, exc_traceback }
}

/** Calls `sys.unraisablehook`. @returns whether the exception has been dealt with */
function tellHook(ts: ThreadState, unraisable: Unraisable): boolean {
  const sys = ts.mem.load(Roots.sys_dict)
  const hook = sys === 0 ? 0 : getItemText(ts, sys, 'unraisablehook')
  if (hook === 0 || hook === ts.none) return false
  const args = newUnraisableArgs(ts, unraisable)
  const held = [args, ...(ts.profile.tracebacks.holdsHook ? [hook] : []), unraisable.exc_traceback].filter(
    (o) => o !== 0,
  )
  const mark = holdMark(ts)
  for (const o of held) hold(ts, o === args ? o : newref(ts, o))
  const result = args === 0 ? 0 : callOneArg(ts, hook, args)
  release(ts, mark)
  for (const o of held) DECREF(ts, o)
  if (result === 0) reportHook(ts, hook)
  else DECREF(ts, result)
  return true
}

/** The hook itself raised. */
function reportHook(ts: ThreadState, hook: Borrowed): void {
  const exception = PyErr_GetRaisedException(ts)
  const err_msg = newStr(ts, 'Exception ignored in sys.unraisablehook')
  const mark = holdMark(ts)
  for (const o of [exception, err_msg]) hold(ts, o)
  printUnraisable(ts, { ...partsOf(ts, exception), err_msg, object: hook })
  release(ts, mark)
  for (const o of [exception, err_msg]) DECREF(ts, o)
}

/** write_unraisable_exc_file: what came from where, and the exception. */
export function printUnraisable(
  ts: ThreadState,
  { exc_type, exc_value, exc_traceback, err_msg, object }: Unraisable,
): void {
  if (!hasStderr(ts)) return
  const said = err_msg === 0 ? '' : textOf(ts, err_msg)
  let text = ''
  if (object !== 0)
    text = `${said || 'Exception ignored in'}: ${safely(ts, object, PyObject_Repr, '<object repr() failed>')}\n`
  else if (said !== '') text = `${said}:\n`
  const { unraisable } = ts.profile.tracebacks
  const gone = modulesAreGone(ts)
  const whole = unraisable === 'whole' && !gone
  if (whole) text += exc_value === 0 ? 'NoneType: None\n' : formatException(ts, exc_value)
  else {
    const detail = gone ? 'none' : unraisable === 'marked' ? 'marks' : 'line'
    const entries = exc_traceback === 0 ? '' : formatTraceback(ts, exc_traceback, detail)
    if (entries !== '') text += `Traceback (most recent call last):\n${entries}`
    if (exc_type !== 0) text += `${className(ts, exc_type)}${valueText(ts, exc_value)}\n`
  }
  write(ts, 2, text)
}

function valueText(ts: ThreadState, exception: Borrowed): string {
  return exception === 0 ? '' : `: ${safely(ts, exception, PyObject_Str, '<exception str() failed>')}`
}

/** _PyTraceBack_FromFrame: what native code raised comes from where the program is. */
function sayWhere(ts: ThreadState): void {
  const { mem } = ts
  const frame = mem.load(Tstate.current_frame)
  if (frame === 0 || PyException_GetTraceback(ts, mem.load(Tstate.current_exception)) !== 0) return
  ts.saveInstruction()
  PyTraceBack_Here(ts, frame, instructionOf(ts, frame), lineOf(ts, frame))
}
