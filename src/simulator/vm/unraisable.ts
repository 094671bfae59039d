// Python/errors.c, PyErr_FormatUnraisable: an exception nobody can catch (from `__del__`, from a weakref callback) is
// printed to stderr and forgotten. NOT CPYTHON: since 3.15 the first such traceback imports `traceback` there, whose objects
// count towards the next automatic collection; here nothing is imported.

import { Stop, type ThreadState } from '../heap/pystate.ts'
import { DECREF } from '../heap/refcount.ts'
import { Roots, Tstate } from '../heap/runtime.ts'
import { InterpreterFrame as F, PyBaseExceptionObject } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { codeOf } from '../objects/codeobject.ts'
import { getItemText } from '../objects/dictobject.ts'
import { PyErr_GetRaisedException } from '../objects/errors.ts'
import { PyObject_Str, reprText } from '../objects/object.ts'
import { write } from '../objects/textio.ts'
import { PyTraceBack_Here } from '../objects/traceback.ts'
import { fill } from '../profiles/index.ts'
import { getFrameObject } from './frame.ts'
import { exceptionName, formatException, safely } from './printexception.ts'
import { type Detail, formatTraceback } from './printtraceback.ts'

/** Prints "Exception ignored ..." with the traceback. `o` is the function the exception came from. */
export function writeUnraisable(ts: ThreadState, o: Borrowed, doing: string): void {
  if (ts.mem.load(Tstate.current_exception) === 0) return
  refuseHook(ts)
  sayWhere(ts)
  const exception = PyErr_GetRaisedException(ts)
  if (!hasStderr(ts)) {
    DECREF(ts, exception)
    return
  }
  const { unraisableAtExit } = ts.profile.messages
  const where =
    o === 0
      ? ''
      : `${fill(doing === 'atexit' ? unraisableAtExit : ts.profile.messages.unraisable, reprText(ts, o), doing)}\n`
  const { unraisable } = ts.profile.tracebacks
  const gone = modulesAreGone(ts)
  const detail = gone ? 'none' : unraisable === 'marked' ? 'marks' : 'line'
  const whole = unraisable === 'whole' && !gone
  write(ts, 2, where + (whole ? formatException(ts, exception) : ownTraceback(ts, exception, detail)))
  DECREF(ts, exception)
}

/** A hook of the program's own is not called, so a program that needs it does not run on. */
function refuseHook(ts: ThreadState): void {
  const sys = ts.mem.load(Roots.sys_dict)
  if (sys === 0 || getItemText(ts, sys, 'unraisablehook') === 0) return
  const frame = ts.mem.load(Tstate.current_frame)
  if (frame !== 0) {
    // It says which instruction comes next; the line to be named is that of the one under way.
    ts.saveInstruction()
    ts.mem.store(frame + F.instr_ptr, Math.max(0, ts.mem.load(frame + F.instr_ptr) - 1))
  }
  throw new Stop({ kind: 'unsupported', feature: 'an exception that `sys.unraisablehook` is to be told' })
}

/** _PyTraceBack_FromFrame: what native code raised comes from where the program is. */
function sayWhere(ts: ThreadState): void {
  const { mem } = ts
  const frame = mem.load(Tstate.current_frame)
  if (frame === 0 || mem.load(mem.load(Tstate.current_exception) + PyBaseExceptionObject.traceback) !== 0) return
  ts.saveInstruction()
  const object = getFrameObject(ts, frame)
  if (object === 0) return
  const at = Math.max(0, mem.load(frame + F.instr_ptr) - 1)
  const code = codeOf(ts, mem.load(frame + F.f_executable))
  PyTraceBack_Here(ts, object, at, code.instructions[at]?.lineno ?? code.co_firstlineno)
}

/** Late at exit there is no sys.stderr any more. */
function hasStderr(ts: ThreadState): boolean {
  const sys = ts.mem.load(Roots.sys_dict)
  const stderr = sys === 0 ? 0 : getItemText(ts, sys, 'stderr')
  return stderr !== 0 && stderr !== ts.none
}

/** Its own traceback and message, without what it came from, notes or suggestions. */
function ownTraceback(ts: ThreadState, exception: Borrowed, detail: Detail): string {
  const traceback = ts.mem.load(exception + PyBaseExceptionObject.traceback)
  const entries = traceback === 0 ? '' : formatTraceback(ts, traceback, detail)
  const header = entries === '' ? '' : 'Traceback (most recent call last):\n'
  const text = safely(ts, exception, PyObject_Str, '<exception str() failed>')
  return `${header}${entries}${exceptionName(ts, exception)}: ${text}\n`
}

/** Once the modules are taken down at exit, no file can be opened any more to show its lines. */
function modulesAreGone(ts: ThreadState): boolean {
  const modules = ts.mem.load(Roots.sys_modules)
  const main = modules === 0 ? 0 : getItemText(ts, modules, '__main__')
  return main === 0 || main === ts.none
}
