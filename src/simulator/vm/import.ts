// Python/import.c: `import name` and `from name import x` for the modules of the table (modules/config.ts).

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { Stop } from '../heap/pystate.ts'
import { DECREF, INCREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { Roots } from '../heap/runtime.ts'
import { InterpreterFrame } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { findModule, windowsModules } from '../modules/config.ts'
import { importFunction } from '../modules/importfunction.ts'
import { moduleNamed } from '../modules/loaded.ts'
import type { ModuleSpec } from '../modules/module.ts'
import { callOwned } from '../objects/call.ts'
import { getItemText, PyDict_GetItem, PyDict_SetItem, setItemText } from '../objects/dictobject.ts'
import {
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_Format,
  PyErr_NoMemory,
  PyErr_SetRaisedException,
} from '../objects/errors.ts'
import { setField } from '../objects/exceptionfields.ts'
import { PyLong_AsNumber } from '../objects/longobject.ts'
import { PyCFunction_New, specOf } from '../objects/methodobject.ts'
import { allocateState, PyModule_GetDict, PyModule_New, setOrigin } from '../objects/moduleobject.ts'
import { PyObject_GetAttr, PyObject_TypeCheck, PyUnicode_Check } from '../objects/object.ts'
import { PyTuple_Check, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from '../objects/tupleobject.ts'
import { internStr, newStr, textOf } from '../objects/unicodeobject.ts'
import { missingIn } from '../profiles/missingnames.ts'
import { importPython, placeOf, refuseModule } from './importpython.ts'
import type { Machine } from './machine.ts'

/** import_name of ceval.c: what `__import__` of the builtins says, if it is another function than their own. */
export function importByName(m: Machine, name: Borrowed, level: Borrowed, fromlist: Borrowed): Owned {
  const ts = m.ts
  const func = getItemText(ts, m.field(InterpreterFrame.f_builtins), '__import__')
  if (func === 0) return PyErr_Format(ts, ts.exc.ImportError, '__import__ not found')
  const own = Py_TYPE(ts, func) === ts.types.builtin_function_or_method && specOf(ts, func) === importFunction
  if (own && PyLong_AsNumber(ts, level) > 0 && !hasPackage(ts, m.field(InterpreterFrame.f_globals)))
    return PyErr_Format(ts, ts.exc.ImportError, 'attempted relative import with no known parent package')
  if (own) return importName(ts, name, level, fromlist)
  const locals = m.field(InterpreterFrame.f_locals)
  const args = [name, m.field(InterpreterFrame.f_globals), locals === 0 ? ts.none : locals, fromlist, level]
  return callOwned(ts, newref(ts, func), args)
}

/** Whether what has these globals is in a package (resolve_name in Python/import.c). */
function hasPackage(ts: ThreadState, globals: Borrowed): boolean {
  const own = getItemText(ts, globals, '__package__')
  if (own !== 0 && own !== ts.none) return !PyUnicode_Check(ts, own) || textOf(ts, own) !== ''
  const name = getItemText(ts, globals, '__name__')
  const isPlain = name !== 0 && PyUnicode_Check(ts, name) && !textOf(ts, name).includes('.')
  return !isPlain || getItemText(ts, globals, '__path__') !== 0
}

/** `__import__(name, fromlist, level)`: a module from `sys.modules`, made when first asked for. */
export function importName(ts: ThreadState, name: Borrowed, level: Borrowed, fromlist: Borrowed): Owned {
  if (PyLong_AsNumber(ts, level) !== 0) throw new Stop({ kind: 'unsupported', feature: 'relative imports' })
  const text = textOf(ts, name)
  const module = text.includes('.') ? importDotted(ts, text) : importOne(ts, name)
  const named = fromlist !== 0 && fromlist !== ts.none && PyTuple_Check(ts, fromlist)
  if (module === 0 || (named && handleFromlist(ts, module, text, fromlist) < 0)) {
    if (module !== 0) DECREF(ts, module)
    return 0
  }
  if (named || !text.includes('.')) return module
  DECREF(ts, module)
  const top = newStr(ts, text.slice(0, text.indexOf('.')))
  const first = importOne(ts, top)
  DECREF(ts, top)
  return first
}

/** The same for natives: a module by its full name. */
export function importText(ts: ThreadState, text: string): Owned {
  return importDotted(ts, text)
}

/** Each package on the way to `a.b.c`; the module itself, owned. A new one is bound as an attribute of its package. */
function importDotted(ts: ThreadState, text: string): Owned {
  let parent: Owned = 0
  for (let end = text.indexOf('.'); ; end = end < 0 ? -1 : text.indexOf('.', end + 1)) {
    const full = end < 0 ? text : text.slice(0, end)
    const name = internStr(ts, full)
    const isNew = PyDict_GetItem(ts, ts.mem.load(Roots.sys_modules), name) === 0
    const mark = holdMark(ts)
    hold(ts, name)
    if (parent !== 0) hold(ts, parent)
    const isModule = parent !== 0 && PyObject_TypeCheck(ts, parent, ts.types.module)
    const isInModule = parent !== 0 && !(isModule && getItemText(ts, PyModule_GetDict(ts, parent), '__path__') !== 0)
    const module = importOne(ts, name, isInModule)
    release(ts, mark)
    DECREF(ts, name)
    if (parent !== 0) {
      if (module !== 0 && isNew)
        setItemText(ts, PyModule_GetDict(ts, parent), full.slice(full.lastIndexOf('.') + 1), module)
      DECREF(ts, parent)
    }
    if (module === 0 || end < 0) return module
    parent = module
  }
}

/** _handle_fromlist: a package's modules that are asked for by name are imported. */
function handleFromlist(ts: ThreadState, module: Borrowed, text: string, fromlist: Borrowed): number {
  // Anything can stand in sys.modules.
  if (!PyObject_TypeCheck(ts, module, ts.types.module)) return 0
  const dict = PyModule_GetDict(ts, module)
  if (getItemText(ts, dict, '__path__') === 0) return 0
  for (let i = 0; i < PyTuple_GET_SIZE(ts, fromlist); i++) {
    const wanted = textOf(ts, PyTuple_GET_ITEM(ts, fromlist, i))
    const full = `${text}.${wanted}`
    if (getItemText(ts, dict, wanted) !== 0 || !findModule(full)) continue
    const imported = importDotted(ts, full)
    if (imported === 0) return -1
    DECREF(ts, imported)
  }
  return 0
}

function importOne(ts: ThreadState, name: Borrowed, isInModule = false): Owned {
  const existing = PyDict_GetItem(ts, ts.mem.load(Roots.sys_modules), name)
  if (existing === ts.none) return cannotImport(ts, name, `import of ${textOf(ts, name)} halted; None in sys.modules`)
  if (existing !== 0) return newref(ts, existing)
  const spec = moduleNamed(textOf(ts, name))
  if (!spec) return notFound(ts, name, isInModule)
  const module = 'file' in spec ? importPython(ts, spec) : addModule(ts, spec)
  // The import system is Python code: a collection that is due comes before it returns.
  if (module !== 0) ts.evalBreaker()
  return module
}

/** Makes a built-in module and enters it in `sys.modules`. Owned result, 0 on error. */
export function addModule(ts: ThreadState, spec: ModuleSpec): Owned {
  const module = PyModule_New(ts, spec.name)
  if (module === 0) return 0
  const dict = PyModule_GetDict(ts, module)
  if (spec.fileThere === undefined) setOrigin(ts, module, 'built-in')
  else {
    const file = newStr(ts, placeOf(ts.profile, spec.name, spec.fileThere))
    setItemText(ts, dict, '__file__', file)
    DECREF(ts, file)
  }
  const name = internStr(ts, spec.name)
  if (spec.state !== undefined && allocateState(ts, module, spec.state) < 0) return PyErr_NoMemory(ts)
  if (spec.doc) {
    const doc = newStr(ts, spec.doc)
    setItemText(ts, dict, '__doc__', doc)
    DECREF(ts, doc)
  }
  for (const method of spec.functions) {
    if (ts.profile.modules.missing.includes(`${spec.name}.${method.name}`)) continue
    const from = spec.functionsFrom ?? spec.name
    const origin = internStr(ts, typeof from === 'string' ? from : from(ts.profile, method))
    const func = PyCFunction_New(ts, method, module, origin)
    DECREF(ts, origin)
    if (func === 0 || setItemText(ts, dict, method.name, func) < 0) return 0
    DECREF(ts, func)
  }
  const status = PyDict_SetItem(ts, ts.mem.load(Roots.sys_modules), name, module)
  DECREF(ts, name)
  if (status < 0 || (spec.exec && spec.exec(ts, module) < 0)) return 0
  return module
}

/** Stops the program where CPython's module has a name and ours does not. */
export function refuseMissing(ts: ThreadState, module: string, name: string): void {
  if (findModule(module) && missingIn(ts.profile, module).has(name))
    throw new Stop({ kind: 'unsupported', feature: `\`${module}.${name}\`` })
}

/** `from module import name`. */
export function importFrom(ts: ThreadState, module: Borrowed, name: Borrowed): Owned {
  const value = PyObject_GetAttr(ts, module, name)
  if (value !== 0 || !PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) return value
  PyErr_Clear(ts)
  const moduleName = newStr(ts, '__name__')
  const own = PyObject_GetAttr(ts, module, moduleName)
  DECREF(ts, moduleName)
  const of = own === 0 ? '<unknown module name>' : textOf(ts, own)
  const text = textOf(ts, name)
  refuseMissing(ts, of, text)
  const file = newStr(ts, '__file__')
  const path = PyObject_GetAttr(ts, module, file)
  DECREF(ts, file)
  if (path === 0) PyErr_Clear(ts)
  const isKnown = path !== 0 && PyUnicode_Check(ts, path)
  const place = isKnown ? textOf(ts, path) : 'unknown location'
  const message = newStr(ts, `cannot import name '${text}' from '${of}' (${place})`)
  const exception = ts.newException(ts.exc.ImportError, message)
  DECREF(ts, message)
  if (exception !== 0) {
    setField(ts, exception, 'name', own === 0 ? ts.none : own)
    setField(ts, exception, 'path', isKnown ? path : ts.none)
    setField(ts, exception, 'name_from', name)
    PyErr_SetRaisedException(ts, exception)
  }
  for (const o of [own, path]) if (o !== 0) DECREF(ts, o)
  return 0
}

/** @param isInModule whether what should hold it is a module and no package */
function notFound(ts: ThreadState, name: Borrowed, isInModule: boolean): 0 {
  const text = textOf(ts, name)
  const [top] = text.split('.')
  if (!isInModule && ts.profile.names.standardModules().has(top) && !windowsModules.has(top)) refuseModule(text)
  const parent = text.slice(0, Math.max(0, text.lastIndexOf('.')))
  return cannotImport(ts, name, `No module named '${text}'${isInModule ? `; '${parent}' is not a package` : ''}`)
}

/** Raises ModuleNotFoundError. */
function cannotImport(ts: ThreadState, name: Borrowed, text: string): 0 {
  const message = newStr(ts, text)
  const exception = ts.newException(ts.exc.ModuleNotFoundError, message)
  DECREF(ts, message)
  if (exception === 0) return 0
  INCREF(ts, name)
  setField(ts, exception, 'name', name)
  DECREF(ts, name)
  PyErr_SetRaisedException(ts, exception)
  return 0
}
