// Python/pylifecycle.c, Py_FinalizeEx and finalize_modules: the interpreter is taken down. First everything that is no
// longer reachable once the modules have left sys.modules, then the modules' names one after the other, `sys` and
// `builtins` last.

import { Happening } from '../../trace/happenings.ts'
import { _PyGC_CollectNoFail, PyGC_Collect } from '../heap/gc.ts'
import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE, XDECREF } from '../heap/refcount.ts'
import { Interpreter, Roots } from '../heap/runtime.ts'
import { PyWeakReference } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { callAtExit } from '../modules/atexitmodule.ts'
import {
  forEachItem,
  getItemText,
  PyDict_Clear,
  PyDict_Copy,
  PyDict_New,
  PyDict_SetItem,
  PyDict_Update,
  setItemText,
} from '../objects/dictobject.ts'
import { PyModule_GetDict } from '../objects/moduleobject.ts'
import { PyObject_TypeCheck, PyUnicode_Check } from '../objects/object.ts'
import { textOf } from '../objects/unicodeobject.ts'
import { PyWeakref_NewRef } from '../objects/weakrefobject.ts'

/** Names of `sys` that could keep a program's objects alive. */
const SYS_DELETES = ['argv', 'last_exc', 'last_type', 'last_value', 'last_traceback']

/** Remembers the builtins as they are before a program runs. */
export function copyBuiltins(ts: ThreadState): void {
  ts.mem.store(Roots.builtins_copy, PyDict_Copy(ts, ts.mem.load(Roots.builtins_dict)))
}

/** _PySys_Create keeps the functions of `sys` in a dict of its own, before anything else is in there. */
export function copySysFunctions(ts: ThreadState): void {
  const copy = PyDict_New(ts)
  ts.mem.store(Interpreter.sysdict_copy, copy)
  forEachItem(ts, ts.mem.load(Roots.sys_dict), (name, value) => {
    if (Py_TYPE(ts, value) === ts.types.builtin_function_or_method) PyDict_SetItem(ts, copy, name, value)
  })
}

/** Py_FinalizeEx. */
export function finalize(ts: ThreadState): void {
  ts.happenings.add(Happening.exit, 0, 0)
  ts.threads?.shutdown()
  callAtExit(ts)
  PyGC_Collect(ts)
  finalizeModules(ts)
  CLEAR(ts, Interpreter.after_forkers_child)
  CLEAR(ts, Roots.sys_modules)
  CLEAR(ts, Roots.builtins_copy)
  const builtins = ts.mem.load(Roots.builtins_dict)
  ts.mem.store(Roots.builtins_dict, 0)
  CLEAR(ts, Roots.sys_dict)
  CLEAR(ts, Interpreter.sysdict_copy)
  XDECREF(ts, builtins)
  _PyGC_CollectNoFail(ts)
}

function finalizeModules(ts: ThreadState): void {
  const modules = ts.mem.load(Roots.sys_modules)
  const [sys, builtins] = [ts.mem.load(Roots.sys_dict), ts.mem.load(Roots.builtins_dict)]
  setItemText(ts, builtins, '_', ts.none)
  for (const name of SYS_DELETES) if (getItemText(ts, sys, name) !== 0) setItemText(ts, sys, name, ts.none)
  const left = removeModules(ts, modules)
  const mark = holdMark(ts)
  for (const ref of left) hold(ts, ref)
  PyDict_Clear(ts, modules)
  restoreBuiltins(ts, builtins)
  _PyGC_CollectNoFail(ts)
  // Modules imported later go first.
  for (const ref of left.reverse()) {
    const module = ts.mem.load(ref + PyWeakReference.wr_object)
    if (module === ts.none || module === 0) continue
    const dict = PyModule_GetDict(ts, module)
    if (dict === sys || dict === builtins) continue
    const kept = newref(ts, module)
    const own = holdMark(ts)
    hold(ts, kept)
    clearModuleDict(ts, dict)
    release(ts, own)
    DECREF(ts, kept)
  }
  release(ts, mark)
  for (const ref of left) DECREF(ts, ref)
  clearModuleDict(ts, sys)
  clearModuleDict(ts, builtins)
}

/** Every module leaves `sys.modules`. @returns weak references to them, in the order they were imported */
function removeModules(ts: ThreadState, modules: Borrowed): Owned[] {
  const entries: [name: Borrowed, module: Borrowed][] = []
  forEachItem(ts, modules, (name, module) => entries.push([name, module]))
  const refs: Owned[] = []
  const mark = holdMark(ts)
  for (const [name, module] of entries) {
    if (PyObject_TypeCheck(ts, module, ts.types.module)) {
      refs.push(PyWeakref_NewRef(ts, module, 0))
      hold(ts, refs[refs.length - 1])
    }
    PyDict_SetItem(ts, modules, name, ts.none)
  }
  release(ts, mark)
  return refs
}

/** What a program has put into the builtins goes. */
function restoreBuiltins(ts: ThreadState, builtins: Borrowed): void {
  const copy = PyDict_Copy(ts, builtins)
  const mark = holdMark(ts)
  hold(ts, copy)
  PyDict_Clear(ts, builtins)
  PyDict_Update(ts, builtins, ts.mem.load(Roots.builtins_copy))
  release(ts, mark)
  XDECREF(ts, copy)
}

/** _PyModule_ClearDict: names with one underscore become None first, then all others but `__builtins__`. */
function clearModuleDict(ts: ThreadState, dict: Borrowed): void {
  const isPrivate = (name: string) => name.startsWith('_') && !name.startsWith('__')
  for (const round of [isPrivate, (name: string) => name !== '__builtins__']) {
    const names: Borrowed[] = []
    forEachItem(ts, dict, (name, value) => {
      if (value !== ts.none && PyUnicode_Check(ts, name) && round(textOf(ts, name))) names.push(newref(ts, name))
    })
    const mark = holdMark(ts)
    for (const name of names) hold(ts, name)
    for (const name of names) PyDict_SetItem(ts, dict, name, ts.none)
    release(ts, mark)
    for (const name of names) DECREF(ts, name)
  }
}
