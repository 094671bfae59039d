// Python/_warnings.c: a warning from the machine itself, shown once for each place as the default filters say.
// Left out: filters set by the program and the `warnings` module.

import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref } from '../heap/refcount.ts'
import { Roots, Tstate } from '../heap/runtime.ts'
import { InterpreterFrame as F } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { codeOf } from './codeobject.ts'
import { getItemText, PyDict_Contains, PyDict_New, PyDict_SetItem, setItemText } from './dictobject.ts'
import { lineOf } from './frameobject.ts'
import { newInt } from './longobject.ts'
import { modulesAreGone } from './moduleobject.ts'
import { nameOfType } from './object.ts'
import { hasStderr, write } from './textio.ts'
import { PyTuple_FromArray } from './tupleobject.ts'
import { newStr, textOf } from './unicodeobject.ts'

/**
 * PyErr_WarnEx: warns at the line that runs.
 * @param after lines that follow the source line
 * @param up how many frames further out the line to blame is (the stack level less one)
 */
export function warn(ts: ThreadState, category: Borrowed, message: string, after = '', up = 0): void {
  const { mem } = ts
  let frame = mem.load(Tstate.current_frame)
  for (let i = 0; i < up && frame !== 0; i++) frame = mem.load(frame + F.previous)
  if (frame === 0) {
    warnNowhere(ts, category, message, after)
    return
  }
  ts.saveInstruction()
  const code = codeOf(ts, mem.load(frame + F.f_executable))
  const lineno = lineOf(ts, frame)
  const globals = mem.load(frame + F.f_globals)
  if (isIgnored(ts, category, globals) || alreadyShown(ts, globals, category, message, lineno)) return
  const line = ts.sources.get(code.co_filename)?.[lineno - 1]?.trim() ?? ''
  const shown = `${code.co_filename}:${lineno}: ${nameOfType(ts, category)}: ${message}\n`
  write(ts, 2, `${shown}${line === '' ? '' : `  ${line}\n`}${after}`)
}

/** At exit no frame is left: the warning is that of `sys`, as long as there is one. */
function warnNowhere(ts: ThreadState, category: Borrowed, message: string, after: string): void {
  if (!hasStderr(ts)) return
  const sys = ts.mem.load(Roots.sys_dict)
  if (isIgnored(ts, category, sys) || alreadyShown(ts, sys, category, message, 0)) return
  const { warnedNowhere, adviceNowhere } = ts.profile.messages
  const advised = adviceNowhere && !modulesAreGone(ts)
  write(ts, 2, `${warnedNowhere}: ${nameOfType(ts, category)}: ${message}\n${advised ? after : ''}`)
}

/** Some warnings are shown only where the main program causes them, or not at all. */
function isIgnored(ts: ThreadState, category: Borrowed, globals: Borrowed): boolean {
  if (category === ts.exc.ResourceWarning) return true
  if (category !== ts.exc.DeprecationWarning) return false
  const name = getItemText(ts, globals, '__name__')
  return name === 0 || textOf(ts, name) !== '__main__'
}

/** Notes the warning in the module's `__warningregistry__`; whether it was there. */
function alreadyShown(
  ts: ThreadState,
  globals: Borrowed,
  category: Borrowed,
  message: string,
  lineno: number,
): boolean {
  let registry = getItemText(ts, globals, '__warningregistry__')
  if (registry === 0) {
    registry = PyDict_New(ts)
    setItemText(ts, globals, '__warningregistry__', registry)
    DECREF(ts, registry)
  }
  const key = PyTuple_FromArray(ts, [newStr(ts, message), newref(ts, category), newInt(ts, lineno)])
  const shown = PyDict_Contains(ts, registry, key) === 1
  if (!shown) PyDict_SetItem(ts, registry, key, ts.true_)
  DECREF(ts, key)
  return shown
}

/** A RuntimeWarning about an object, with the advice that follows it. */
export function warnRuntime(ts: ThreadState, message: string): void {
  const advice = 'RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n'
  warn(ts, ts.exc.RuntimeWarning, message, advice)
}
