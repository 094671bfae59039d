// Importing a module of the library that is written in Python: its source is compiled once and run as the module's body.

import { type Code, compileText } from '../compiler/index.ts'
import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { Stop } from '../heap/pystate.ts'
import { DECREF } from '../heap/refcount.ts'
import { Roots } from '../heap/runtime.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { libraryText } from '../modules/loaded.ts'
import type { PythonModule } from '../modules/module.ts'
import { PyDict_DelItem, PyDict_SetItem, setItemText } from '../objects/dictobject.ts'
import { PyErr_GetRaisedException, restore } from '../objects/errors.ts'
import { _PyFunction_FromConstructor } from '../objects/funcobject.ts'
import { newList } from '../objects/listobject.ts'
import { PyModule_GetDict, PyModule_New, setOrigin } from '../objects/moduleobject.ts'
import { internStr, newStr } from '../objects/unicodeobject.ts'
import type { Profile } from '../profiles/index.ts'
import { Unmarshal } from './unmarshal.ts'

/** Code is immutable: once compiled for a version it serves every run. */
const compiled = new Map<string, Code>()

/** Where the file of a module would lie. NOT CPYTHON: no such file exists. */
export function placeOf(profile: Profile, module: string, file: string): string {
  const [major, minor] = profile.version
  const inside = profile.modules.packages.includes(module) ? `${module}/__init__.py` : file
  return `/usr/lib/python${major}.${minor}/${inside}`
}

/** Whether a code object belongs to the library, by its `co_filename`. */
export function isLibrary(filename: string): boolean {
  return filename.startsWith('/usr/lib/python')
}

/** Methods that CPython has in C, by the end of their file's name: the beginning of their qualified name. */
const IN_C = [
  ['/asyncio/futures.py', 'Future.'],
  ['/asyncio/tasks.py', 'Task.'],
] as const

/** Whether a code object stands for a function of C, whose frame no traceback of CPython's has. */
export function standsForC({ co_filename, co_qualname }: Code): boolean {
  if (!isLibrary(co_filename)) return false
  return IN_C.some(([file, start]) => co_filename.endsWith(file) && co_qualname.startsWith(start))
}

function codeOf(ts: ThreadState, { name: module, file }: PythonModule): Code {
  const key = `${ts.profile.name} ${file}`
  const known = compiled.get(key)
  if (known) return known
  const source = libraryText(file)
  const name = placeOf(ts.profile, module, file)
  const result = compileText(source, name, ts.profile)
  if (result.kind !== 'code') throw new Error(`the library's ${file} does not compile`)
  compiled.set(key, result.code)
  return result.code
}

/** Makes the module, enters it in `sys.modules` and runs its body. Owned result; 0 with an exception. */
export function importPython(ts: ThreadState, spec: PythonModule): Owned {
  const code = codeOf(ts, spec)
  const { co_filename } = code
  if (!ts.sources.has(co_filename)) ts.sources.set(co_filename, libraryText(spec.file).split('\n'))
  const module = PyModule_New(ts, spec.name)
  if (module === 0) return 0
  if (spec.origin) setOrigin(ts, module, spec.origin)
  const dict = PyModule_GetDict(ts, module)
  const name = internStr(ts, spec.name)
  describe(ts, dict, spec, co_filename)
  const modules = ts.mem.load(Roots.sys_modules)
  const mark = holdMark(ts)
  hold(ts, module)
  hold(ts, name)
  let status = PyDict_SetItem(ts, modules, name, module)
  if (status === 0 && !runBody(ts, code, dict)) {
    status = -1
    const raised = PyErr_GetRaisedException(ts)
    PyDict_DelItem(ts, modules, name)
    restore(ts, raised)
  }
  release(ts, mark)
  DECREF(ts, name)
  if (status === 0) return module
  DECREF(ts, module)
  return 0
}

function describe(ts: ThreadState, dict: Borrowed, spec: PythonModule, co_filename: string): void {
  const set = (key: string, value: Owned) => {
    setItemText(ts, dict, key, value)
    DECREF(ts, value)
  }
  const isPackage = spec.isPackage || ts.profile.modules.packages.includes(spec.name)
  set('__package__', newStr(ts, isPackage ? spec.name : spec.name.slice(0, Math.max(0, spec.name.lastIndexOf('.')))))
  if (isPackage) set('__path__', newList(ts, 0))
  if (spec.origin !== 'built-in') set('__file__', newStr(ts, co_filename))
  setItemText(ts, dict, '__builtins__', ts.mem.load(Roots.builtins_dict))
}

function runBody(ts: ThreadState, code: Code, dict: Borrowed): boolean {
  const unmarshal = new Unmarshal(ts)
  const object = unmarshal.code(code)
  unmarshal.finish(false)
  if (object === 0) return false
  const func = _PyFunction_FromConstructor(ts, object, dict)
  if (func === 0) return false
  const mark = holdMark(ts)
  hold(ts, object)
  hold(ts, func)
  const result = ts.evalClassBody(func, dict)
  release(ts, mark)
  DECREF(ts, func)
  DECREF(ts, object)
  if (result === 0) return false
  DECREF(ts, result)
  return true
}

/** Stops where a name is imported that CPython has and the model does not. */
export function refuseModule(name: string): never {
  throw new Stop({ kind: 'unsupported', feature: `the module \`${name}\`` })
}
