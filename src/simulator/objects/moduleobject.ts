// Objects/moduleobject.c: the module object.

import { track, untrack } from '../heap/gchead.ts'
import { freeObject } from '../heap/objimpl.ts'
import { PyObject_Free, PyObject_Malloc } from '../heap/obmalloc.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE, slotsOf, XDECREF } from '../heap/refcount.ts'
import { Roots } from '../heap/runtime.ts'
import { PyModuleObject as M } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PySequence_List } from './abstract.ts'
import { _PyArg_BadArgument, callOneArg, parseKeywords } from './call.ts'
import { getItemText, PyDict_New, setItemText } from './dictobject.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format } from './errors.ts'
import { PyObject_GenericGetAttr } from './genericattr.ts'
import { PyObject_Repr, PyUnicode_Check, type TypeSpec } from './object.ts'
import { _PyType_AllocNoTrack } from './typeobject.ts'
import { newStr, textOf } from './unicodeobject.ts'

/** What repr says of a module without a file, by `md_def`: nothing of one that a program made. */
const ORIGINS = ['', ' (built-in)', ' (frozen)']

/** Remembers where a module comes from. */
export function setOrigin(ts: ThreadState, module: Borrowed, origin: 'built-in' | 'frozen'): void {
  ts.mem.store(module + M.md_def, origin === 'frozen' ? 2 : 1)
}

/** A new module with an empty dict but for `__name__`, `__doc__`, `__package__`, `__loader__` and `__spec__`. */
export function PyModule_New(ts: ThreadState, name: string): Owned {
  const text = newStr(ts, name)
  if (text === 0) return 0
  const module = PyModule_NewObject(ts, text)
  DECREF(ts, text)
  return module
}

/** The same with the name as a str object. */
export function PyModule_NewObject(ts: ThreadState, name: Borrowed): Owned {
  const module = newModule(ts, ts.types.module)
  if (module === 0) return 0
  fillDict(ts, module, name, 0)
  track(ts.mem, module)
  return module
}

/** new_module_notrack: a module with a dict of nothing. The dict comes into the collector's list first. */
function newModule(ts: ThreadState, type: Borrowed): Owned {
  const module = _PyType_AllocNoTrack(ts, type)
  if (module === 0) return 0
  const dict = PyDict_New(ts)
  if (dict === 0) {
    DECREF(ts, module)
    return 0
  }
  ts.mem.store(module + M.md_dict, dict)
  return module
}

/** The dict of a module, borrowed. */
export function PyModule_GetDict(ts: ThreadState, module: Borrowed): Borrowed {
  return ts.mem.load(module + M.md_dict)
}

/** `__name__` of a module as text; `null` where it has none. */
export function moduleName(ts: ThreadState, module: Borrowed): string | null {
  const dict = ts.mem.load(module + M.md_dict)
  const name = dict === 0 ? 0 : getItemText(ts, dict, '__name__')
  return name !== 0 && PyUnicode_Check(ts, name) ? textOf(ts, name) : null
}

function fillDict(ts: ThreadState, module: Borrowed, name: Borrowed, doc: Borrowed): void {
  const dict = ts.mem.load(module + M.md_dict)
  setItemText(ts, dict, '__name__', name)
  setItemText(ts, dict, '__doc__', doc === 0 ? ts.none : doc)
  for (const key of ['__package__', '__loader__', '__spec__']) setItemText(ts, dict, key, ts.none)
  const old = ts.mem.load(module + M.md_name)
  ts.mem.store(module + M.md_name, newref(ts, name))
  XDECREF(ts, old)
}

export const PyModule_Type = {
  name: 'module',
  basicsize: (profile) => profile.layout.module,
  flags: ['HAVE_GC', 'BASETYPE'],
  dictoffset: M.md_dict,
  weaklistoffset: M.md_weaklist,
  slots: {
    tp_new(ts, type) {
      const module = newModule(ts, type)
      if (module !== 0) track(ts.mem, module)
      return module
    },
    tp_init(ts, self, argv, nargs, kwnames) {
      const args = parseKeywords(ts, 'module', argv, nargs, kwnames, ['name', 'doc'], 1)
      if (args === null) return -1
      const [name, doc] = args
      if (!PyUnicode_Check(ts, name)) {
        _PyArg_BadArgument(ts, 'module', "argument 'name'", 'str', name)
        return -1
      }
      fillDict(ts, self, name, doc)
      return 0
    },
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      if (ts.mem.load(self + M.md_weaklist) !== 0) ts.clearWeakRefs(self)
      clearState(ts, self)
      CLEAR(ts, self + M.md_dict)
      CLEAR(ts, self + M.md_name)
      PyObject_Free(ts.mem, ts.mem.load(self + M.md_state))
      freeObject(ts, self)
    },
    tp_traverse(ts, self, visit) {
      for (const place of stateOf(ts, self)) {
        const o = ts.mem.load(place)
        if (o !== 0) visit(o, { kind: 'field', name: 'state' })
      }
      const dict = ts.mem.load(self + M.md_dict)
      if (dict !== 0) visit(dict, { kind: 'field', name: '__dict__' })
    },
    tp_clear(ts, self) {
      clearState(ts, self)
      CLEAR(ts, self + M.md_dict)
    },
    tp_repr(ts, self) {
      const dict = ts.mem.load(self + M.md_dict)
      const name = moduleName(ts, self) ?? '?'
      const file = dict === 0 ? 0 : getItemText(ts, dict, '__file__')
      const origin = ORIGINS[ts.mem.load(self + M.md_def)]
      if (origin !== '' || file === 0) return newStr(ts, `<module '${name}'${origin}>`)
      const inner = PyObject_Repr(ts, file)
      if (inner === 0) return 0
      const result = newStr(ts, `<module '${name}' from ${textOf(ts, inner)}>`)
      DECREF(ts, inner)
      return result
    },
    /** What a module does not have, its own `__getattr__` is asked for. */
    tp_getattro(ts, self, name) {
      const found = PyObject_GenericGetAttr(ts, self, name)
      if (found !== 0 || !PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) return found
      PyErr_Clear(ts)
      const dict = ts.mem.load(self + M.md_dict)
      const getattr = dict === 0 ? 0 : getItemText(ts, dict, '__getattr__')
      if (getattr !== 0) return callOneArg(ts, getattr, name)
      const own = moduleName(ts, self)
      const whose = own === null ? 'module' : `module '${own}'`
      return PyErr_Format(ts, ts.exc.AttributeError, `${whose} has no attribute '${textOf(ts, name)}'`)
    },
  },
  methods: [
    {
      name: '__dir__',
      kind: 'NOARGS',
      call(ts, self) {
        const dict = ts.mem.load(self + M.md_dict)
        const dir = getItemText(ts, dict, '__dir__')
        if (dir !== 0) return slotsOf(ts, dir).tp_call?.(ts, dir, 0, 0, 0) ?? 0
        return PySequence_List(ts, dict)
      },
    },
  ],
  getset: [
    { name: '__dict__', get: (ts, self) => newref(ts, ts.mem.load(self + M.md_dict) || ts.none) },
    {
      name: '__annotations__',
      get(ts, self) {
        const dict = ts.mem.load(self + M.md_dict)
        const found = getItemText(ts, dict, '__annotations__')
        if (found !== 0) return newref(ts, found)
        const made = PyDict_New(ts)
        if (made !== 0) setItemText(ts, dict, '__annotations__', made)
        return made
      },
      set(ts, self, value) {
        const dict = ts.mem.load(self + M.md_dict)
        if (value === 0) {
          PyErr_Format(ts, ts.exc.AttributeError, '__annotations__')
          return -1
        }
        return setItemText(ts, dict, '__annotations__', value)
      },
    },
  ],
} satisfies TypeSpec

/** Gives a module room for `n` references of its own, the state of a C module (PyModuleDef.m_size). -1: no memory. */
export function allocateState(ts: ThreadState, module: Borrowed, n: number): number {
  const state = PyObject_Malloc(ts.mem, 8 + n * 8)
  if (state === 0) return -1
  ts.mem.clear(state, 8 + n * 8)
  ts.mem.store(module + M.md_state, state)
  return 0
}

/** Puts a reference into the module's state, which keeps it. */
export function addToState(ts: ThreadState, module: Borrowed, o: Owned): void {
  const state = ts.mem.load(module + M.md_state)
  const n = ts.mem.load(state)
  ts.mem.store(state + 8 + n * 8, o)
  ts.mem.store(state, n + 1)
}

/** The places of a module's state that are in use. */
function stateOf(ts: ThreadState, module: Borrowed): number[] {
  const state = ts.mem.load(module + M.md_state)
  return state === 0 ? [] : Array.from({ length: ts.mem.load(state) }, (_, i) => state + 8 + i * 8)
}

function clearState(ts: ThreadState, module: Borrowed): void {
  for (const place of stateOf(ts, module)) CLEAR(ts, place)
}

/** Whether `o` is a module. */
export function PyModule_Check(ts: ThreadState, o: Borrowed): boolean {
  const type = Py_TYPE(ts, o)
  return type === ts.types.module || slotsOf(ts, o).tp_init === PyModule_Type.slots.tp_init
}

/** Once the modules are taken down at exit, no file can be opened any more to show its lines. */
export function modulesAreGone(ts: ThreadState): boolean {
  const modules = ts.mem.load(Roots.sys_modules)
  const main = modules === 0 ? 0 : getItemText(ts, modules, '__main__')
  return main === 0 || main === ts.none
}
