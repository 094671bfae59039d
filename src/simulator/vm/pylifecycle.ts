// Python/pylifecycle.c and pythonrun.c: an interpreter is started and runs one file as __main__; finalize.ts takes it down.
// NOT CPYTHON: the modules that CPython imports while it starts (site, encodings, codecs and theirs) are not there, so `sys` and
// `builtins` have fewer holders, as have, in 3.11, None and the built-in types.

import { Happenings } from '../../trace/happenings.ts'
import type { Code } from '../compiler/code.ts'
import { countCompiled, initGc, settleStart } from '../heap/gc.ts'
import { hold, holdMark, release } from '../heap/objimpl.ts'
import { type Budgets, ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { Roots } from '../heap/runtime.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { builtinsModule } from '../modules/builtins.ts'
import { sysModule } from '../modules/sysmodule.ts'
import { forEachItem, getItemText, PyDict_New, PyDict_SetItem, setItemText } from '../objects/dictobject.ts'
import { initExceptions } from '../objects/exceptions.ts'
import { _PyFunction_FromConstructor } from '../objects/funcobject.ts'
import { initTypes } from '../objects/init.ts'
import { PyModule_GetDict, PyModule_New } from '../objects/moduleobject.ts'
import { internStr, newStr, textOf } from '../objects/unicodeobject.ts'
import type { Profile } from '../profiles/index.ts'
import { Ceval } from './ceval.ts'
import { copyBuiltins, copySysFunctions } from './finalize.ts'
import { clearAbandonedFrame, clearLocals, getFrameObject } from './frame.ts'
import { fillFreeLists } from './freelists.ts'
import { addModule, importName, importText, refuseMissing } from './import.ts'
import { exceptionPrinting } from './printparts.ts'
import { attachRunning } from './pythonrun.ts'
import { freeArena, Unmarshal } from './unmarshal.ts'
import { printUnraisable, writeUnraisable } from './unraisable.ts'
import { whereNow } from './wherenow.ts'

/** A started interpreter. */
export interface Interpreter {
  readonly ts: ThreadState
  readonly ceval: Ceval
}

/** Py_Initialize: types, singletons, builtins and sys. */
export function initialize(profile: Profile, budgets: Budgets): Interpreter {
  const ts = new ThreadState(profile, budgets, new Happenings())
  const ceval = new Ceval(ts)
  ts.callFunction = (_ts, func, argv, nargs, kwnames) => ceval.callFunction(func, argv, nargs, kwnames)
  attachRunning(ts, ceval)
  ts.getFrameObject = (frame) => getFrameObject(ts, frame)
  ts.clearFrame = (storage) => clearAbandonedFrame(ts, storage)
  ts.clearLocals = (frame) => clearLocals(ts, frame)
  ts.evalClassBody = (func, namespace) => ceval.callFunction(func, 0, 0, 0, namespace)
  ts.writeUnraisable = (o, doing = 'calling deallocator') => writeUnraisable(ts, o, doing)
  ts.printUnraisable = (unraisable) => printUnraisable(ts, unraisable)
  ts.printing = exceptionPrinting(ts)
  ts.whereNow = (max) => whereNow(ts, ceval.machine, max)
  ts.importModule = (name) => importText(ts, name)
  ts.importName = (name, fromlist, level) => importName(ts, name, level, fromlist)
  initTypes(ts)
  initExceptions(ts)
  refuseModuleNames(ts)
  initGc(ts)
  ts.mem.store(Roots.sys_modules, PyDict_New(ts))
  const builtins = addModule(ts, builtinsModule)
  ts.mem.store(Roots.builtins_dict, newref(ts, PyModule_GetDict(ts, builtins)))
  DECREF(ts, builtins)
  ts.commonConstants = commonConstants(ts)
  const sys = addModule(ts, sysModule)
  ts.mem.store(Roots.sys_dict, newref(ts, PyModule_GetDict(ts, sys)))
  DECREF(ts, sys)
  return { ts, ceval }
}

/** `all` and `any` as they are now: a program may give these names to something else. */
function commonConstants(ts: ThreadState): readonly Borrowed[] {
  const builtins = ts.mem.load(Roots.builtins_dict)
  return [
    ts.exc.AssertionError,
    ts.exc.NotImplementedError,
    ts.types.tuple,
    getItemText(ts, builtins, 'all'),
    getItemText(ts, builtins, 'any'),
    ts.types.list,
    ts.types.set,
    ts.none,
    ts.emptyStr,
    ts.true_,
    ts.false_,
    ts.smallInts + 4 * 32,
  ]
}

/** A `__main__` module, entered in sys.modules; `fileName` is its `__file__`. Returns its dict, borrowed. */
export function createMain(ts: ThreadState, fileName: string): Borrowed {
  copyBuiltins(ts)
  copySysFunctions(ts)
  const module = PyModule_New(ts, '__main__')
  const dict = PyModule_GetDict(ts, module)
  const file = newStr(ts, fileName)
  if (ts.profile.start.mainAnnotations) {
    const annotations = PyDict_New(ts)
    setItemText(ts, dict, '__annotations__', annotations)
    DECREF(ts, annotations)
  }
  setItemText(ts, dict, '__builtins__', builtinsOf(ts))
  setItemText(ts, dict, '__file__', file)
  DECREF(ts, file)
  if (ts.profile.start.mainCached) setItemText(ts, dict, '__cached__', ts.none)
  const name = internStr(ts, '__main__')
  PyDict_SetItem(ts, ts.mem.load(Roots.sys_modules), name, module)
  DECREF(ts, name)
  DECREF(ts, module)
  settleStart(ts, dict)
  return dict
}

/** Runs a compiled module body in `dict` as `python FILE` does: the parser's arena lives until the body is done. */
export function runMain(interpreter: Interpreter, code: Code, dict: Borrowed): Owned {
  const { ts, ceval } = interpreter
  const unmarshal = new Unmarshal(ts)
  const object = unmarshal.code(code)
  const { made } = unmarshal
  unmarshal.finish(true)
  if (object === 0) return 0
  const func = _PyFunction_FromConstructor(ts, object, dict)
  if (func === 0) return 0
  const mark = holdMark(ts)
  hold(ts, object)
  hold(ts, func)
  fillFreeLists(ts)
  countCompiled(ts, made)
  const result = ceval.callFunction(func, 0, 0, 0, dict)
  release(ts, mark)
  DECREF(ts, func)
  DECREF(ts, object)
  freeArena(ts)
  return result
}

function builtinsOf(ts: ThreadState): Borrowed {
  let found = 0
  forEachItem(ts, ts.mem.load(Roots.sys_modules), (_key, value) => {
    if (found === 0) found = value
  })
  return found
}

/** A name CPython's module has and ours does not yet is refused, not reported as missing. */
function refuseModuleNames(ts: ThreadState): void {
  const note = ts.setAttributeErrorContext
  ts.setAttributeErrorContext = (o, name) => {
    const text = textOf(ts, name)
    if (Py_TYPE(ts, o) === ts.types.module && !text.startsWith('__')) {
      const module = getItemText(ts, PyModule_GetDict(ts, o), '__name__')
      if (module !== 0) refuseMissing(ts, textOf(ts, module), text)
    }
    note(o, name)
  }
}
