// Python/errors.c, PyErr_FormatUnraisable: an exception nobody can catch (from `__del__`, from a weakref callback) is
// printed to stderr and forgotten.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF } from '../heap/refcount.ts'
import { Roots } from '../heap/runtime.ts'
import { PyBaseExceptionObject } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { getItemText } from '../objects/dictobject.ts'
import { PyErr_GetRaisedException } from '../objects/errors.ts'
import { PyObject_Str, reprText } from '../objects/object.ts'
import { write } from '../objects/textio.ts'
import { fill } from '../profiles/index.ts'
import { exceptionName, formatException, safely } from './printexception.ts'
import { type Detail, formatTraceback } from './printtraceback.ts'

/** Prints "Exception ignored ..." with the traceback. `o` is the function the exception came from. */
export function writeUnraisable(ts: ThreadState, o: Borrowed, doing: string): void {
  const exception = PyErr_GetRaisedException(ts)
  if (exception === 0) return
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
