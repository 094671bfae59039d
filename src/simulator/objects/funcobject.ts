// Objects/funcobject.c: the Python function. staticmethod and classmethod are in methodwrappers.ts.

import { CO_HAS_DOCSTRING } from '../compiler/code.ts'
import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, INCREF, newref, Py_TYPE, SETREF, slotsOf } from '../heap/refcount.ts'
import { Roots } from '../heap/runtime.ts'
import { PyFunctionObject as F, PyCodeObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { _PyArg_BadArgument, callOneArg, parseKeywords } from './call.ts'
import { PyMethod_New } from './classobject.ts'
import { getItemText, PyDict_Check, PyDict_New, PyDict_SetItem } from './dictobject.ts'
import { PyErr_Clear, PyErr_Format, PyErr_NoMemory } from './errors.ts'
import { PyObject_GenericGetDict, PyObject_GenericSetDict } from './genericattr.ts'
import { newList } from './listobject.ts'
import { newInt } from './longobject.ts'
import { PyModule_GetDict } from './moduleobject.ts'
import { type GetSetSpec, PyUnicode_Check, type TypeSpec } from './object.ts'
import { PyTuple_Check, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'
import { pointer } from './typenames.ts'
import { newStr, textOf } from './unicodeobject.ts'

/** `__type_params__` (3.12) and `__annotate__` (3.14) stand behind the fields all versions have, where there is room. */
export const FUNC_TYPEPARAMS = F.sizeof
export const FUNC_ANNOTATE = F.sizeof + 8

/** A function over a code object, as MAKE_FUNCTION makes it. */
export function PyFunction_New(ts: ThreadState, code: Borrowed, globals: Borrowed): Owned {
  const o = _PyFunction_FromConstructor(ts, code, globals)
  if (o === 0) return 0
  const module = getItemText(ts, globals, '__name__')
  SETREF(ts, o + F.func_doc, newref(ts, docstring(ts, code)))
  if (module !== 0) ts.mem.store(o + F.func_module, newref(ts, module))
  return o
}

/** The function that a module's body, or a text given to `exec`, runs as: without docstring and module. 0 with MemoryError. */
export function _PyFunction_FromConstructor(ts: ThreadState, code: Borrowed, globals: Borrowed): Owned {
  const mem = ts.mem
  const o = allocate(ts, ts.types.function, ts.profile.layout.function)
  if (o === 0) return PyErr_NoMemory(ts)
  const builtins = builtinsOf(ts, globals)
  mem.store(o + F.func_globals, newref(ts, globals))
  mem.store(o + F.func_builtins, newref(ts, builtins))
  mem.store(o + F.func_name, newref(ts, mem.load(code + PyCodeObject.co_name)))
  mem.store(o + F.func_qualname, newref(ts, mem.load(code + PyCodeObject.co_qualname)))
  mem.store(o + F.func_code, newref(ts, code))
  mem.store(o + F.func_doc, newref(ts, ts.none))
  track(mem, o)
  return o
}

/** _PyEval_BuiltinsFromGlobals, borrowed. */
function builtinsOf(ts: ThreadState, globals: Borrowed): Borrowed {
  const builtins = getItemText(ts, globals, '__builtins__')
  if (builtins === 0) return ts.mem.load(Roots.builtins_dict)
  return Py_TYPE(ts, builtins) === ts.types.module ? PyModule_GetDict(ts, builtins) : builtins
}

function docstring(ts: ThreadState, code: Borrowed): Borrowed {
  const consts = ts.mem.load(code + PyCodeObject.co_consts)
  if (PyTuple_GET_SIZE(ts, consts) === 0) return ts.none
  const first = PyTuple_GET_ITEM(ts, consts, 0)
  if (!PyUnicode_Check(ts, first)) return ts.none
  const { co_flags } = ts.codes[ts.mem.load(code + PyCodeObject.code_number)]
  return ts.profile.compiler.docstringFlag && !(co_flags & CO_HAS_DOCSTRING) ? ts.none : first
}

function clear(ts: ThreadState, self: Borrowed): void {
  for (const field of [
    F.func_globals,
    F.func_builtins,
    F.func_module,
    F.func_defaults,
    F.func_kwdefaults,
    F.func_doc,
    F.func_dict,
    F.func_closure,
    F.func_annotations,
  ])
    CLEAR(ts, self + field)
  if (ts.profile.layout.function > FUNC_ANNOTATE) CLEAR(ts, self + FUNC_ANNOTATE)
  if (ts.profile.layout.function > FUNC_TYPEPARAMS) CLEAR(ts, self + FUNC_TYPEPARAMS)
  for (const field of [F.func_name, F.func_qualname]) SETREF(ts, self + field, newref(ts, ts.emptyStr))
}

/** Fields in the order the collector visits them, with the names Python gives them. */
const VISITED = [
  [F.func_code, '__code__'],
  [F.func_globals, '__globals__'],
  [F.func_builtins, '__builtins__'],
  [F.func_module, '__module__'],
  [F.func_defaults, '__defaults__'],
  [F.func_kwdefaults, '__kwdefaults__'],
  [F.func_doc, '__doc__'],
  [F.func_name, '__name__'],
  [F.func_dict, '__dict__'],
  [F.func_closure, '__closure__'],
  [F.func_annotations, '__annotations__'],
  [FUNC_ANNOTATE, '__annotate__'],
  [FUNC_TYPEPARAMS, '__type_params__'],
  [F.func_qualname, '__qualname__'],
] as const

/** How a field is set. */
interface FieldTraits {
  /** None turns into nothing. */
  readonly orNone?: boolean
  /** Calls that were prepared for the function as it was are no longer right. */
  readonly calledBy?: boolean
}

/** A field of its own type: `what` as the error names it. */
function field(
  name: string,
  offset: number,
  check: ((ts: ThreadState, value: Borrowed) => boolean) | null,
  what: string,
  { orNone = false, calledBy = false }: FieldTraits = {},
): GetSetSpec {
  return {
    name,
    get: (ts, self) => newref(ts, ts.mem.load(self + offset) || ts.none),
    set(ts, self, given) {
      const value = orNone && given === ts.none ? 0 : given
      if (check && !(value === 0 && orNone) && (value === 0 || !check(ts, value))) {
        PyErr_Format(ts, ts.exc.TypeError, `${name} must be set to a ${what} object`)
        return -1
      }
      if (calledBy && ts.profile.frames.functionChangeListsTraces) listTraces(ts)
      if (value !== 0) INCREF(ts, value)
      SETREF(ts, self + offset, value)
      return 0
    },
  }
}

/** _Py_Executors_InvalidateDependency: the machine code made of a function, of which there is none. */
function listTraces(ts: ThreadState): void {
  const found = newList(ts, 0)
  if (found !== 0) DECREF(ts, found)
  else PyErr_Clear(ts)
}

function isCode(ts: ThreadState, o: Borrowed): boolean {
  return Py_TYPE(ts, o) === ts.types.code
}

/** `__annotations__`: a dict, from the tuple of names and values the compiler left (up to 3.13), or from `__annotate__`. */
function annotations(ts: ThreadState, self: Borrowed): Owned {
  const at = self + F.func_annotations
  const found = ts.mem.load(at)
  if (found !== 0 && PyDict_Check(ts, found)) return newref(ts, found)
  const annotate = ts.profile.layout.function > FUNC_ANNOTATE ? ts.mem.load(self + FUNC_ANNOTATE) : 0
  if (found === 0 && annotate !== 0 && annotate !== ts.none) {
    const format = newInt(ts, 1)
    const made = callOneArg(ts, annotate, format)
    DECREF(ts, format)
    if (made === 0) return 0
    SETREF(ts, at, made)
    return newref(ts, made)
  }
  const dict = PyDict_New(ts)
  if (dict === 0) return 0
  if (found !== 0)
    for (let i = 0; i < PyTuple_GET_SIZE(ts, found); i += 2)
      PyDict_SetItem(ts, dict, PyTuple_GET_ITEM(ts, found, i), PyTuple_GET_ITEM(ts, found, i + 1))
  SETREF(ts, at, dict)
  return newref(ts, dict)
}

function readonly(name: string, offset: number): GetSetSpec {
  return {
    name,
    get: (ts, self) => newref(ts, ts.mem.load(self + offset) || ts.none),
    set(ts) {
      PyErr_Format(ts, ts.exc.AttributeError, 'readonly attribute')
      return -1
    },
  }
}

export const PyFunction_Type = {
  name: 'function',
  basicsize: (profile) => profile.layout.function,
  flags: ['HAVE_GC', 'HAVE_VECTORCALL', 'METHOD_DESCRIPTOR'],
  dictoffset: F.func_dict,
  weaklistoffset: F.func_weakreflist,
  slots: {
    tp_new(ts, _type, argv, nargs, kwnames) {
      const names = ['code', 'globals', 'name', 'argdefs', 'closure']
      const args = parseKeywords(ts, 'function', argv, nargs, kwnames, names, 2)
      if (args === null) return 0
      const [code, globals, name, defaults, closure] = args
      if (!isCode(ts, code)) return _PyArg_BadArgument(ts, 'function', "argument 'code'", 'code', code)
      if (!PyDict_Check(ts, globals)) return _PyArg_BadArgument(ts, 'function', "argument 'globals'", 'dict', globals)
      const o = PyFunction_New(ts, code, globals)
      if (o === 0) return 0
      if (name !== 0 && name !== ts.none) SETREF(ts, o + F.func_name, newref(ts, name))
      if (defaults !== 0 && defaults !== ts.none) ts.mem.store(o + F.func_defaults, newref(ts, defaults))
      if (closure !== 0 && closure !== ts.none) ts.mem.store(o + F.func_closure, newref(ts, closure))
      return o
    },
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      if (ts.mem.load(self + F.func_weakreflist) !== 0) ts.clearWeakRefs(self)
      clear(ts, self)
      for (const offset of [F.func_code, F.func_name, F.func_qualname]) CLEAR(ts, self + offset)
      freeObject(ts, self)
    },
    tp_traverse(ts, self, visit) {
      for (const [offset, name] of VISITED) {
        if (offset >= ts.profile.layout.function) continue
        const o = ts.mem.load(self + offset)
        if (o !== 0) visit(o, { kind: 'field', name })
      }
    },
    tp_clear: clear,
    tp_repr: (ts, self) =>
      newStr(ts, `<function ${textOf(ts, ts.mem.load(self + F.func_qualname))} at ${pointer(self)}>`),
    tp_call: (ts, self, argv, nargs, kwnames) => ts.callFunction(ts, self, argv, nargs, kwnames),
    tp_descr_get: (ts, self, obj) => (obj === 0 || obj === ts.none ? newref(ts, self) : PyMethod_New(ts, self, obj)),
  },
  getset: [
    readonly('__closure__', F.func_closure),
    readonly('__globals__', F.func_globals),
    readonly('__builtins__', F.func_builtins),
    field('__code__', F.func_code, isCode, 'code', { calledBy: true }),
    field('__defaults__', F.func_defaults, PyTuple_Check, 'tuple', { orNone: true, calledBy: true }),
    field('__kwdefaults__', F.func_kwdefaults, PyDict_Check, 'dict', { orNone: true, calledBy: true }),
    {
      name: '__annotations__',
      get: annotations,
      set(ts, self, given) {
        const value = given === ts.none ? 0 : given
        if (value !== 0 && !PyDict_Check(ts, value)) {
          PyErr_Format(ts, ts.exc.TypeError, '__annotations__ must be set to a dict object')
          return -1
        }
        if (value !== 0) INCREF(ts, value)
        SETREF(ts, self + F.func_annotations, value)
        // Nobody computes them any more.
        if (ts.profile.layout.function > FUNC_ANNOTATE) SETREF(ts, self + FUNC_ANNOTATE, 0)
        return 0
      },
    },
    {
      name: '__annotate__',
      when: (profile) => profile.compiler.deferredAnnotations,
      get: (ts, self) => newref(ts, ts.mem.load(self + FUNC_ANNOTATE) || ts.none),
      set(ts, self, value) {
        if (value === 0 || (value !== ts.none && slotsOf(ts, value).tp_call === undefined)) {
          const message = value === 0 ? '__annotate__ cannot be deleted' : '__annotate__ must be callable or None'
          PyErr_Format(ts, ts.exc.TypeError, message)
          return -1
        }
        SETREF(ts, self + FUNC_ANNOTATE, newref(ts, value))
        if (value !== ts.none) SETREF(ts, self + F.func_annotations, 0)
        return 0
      },
    },
    {
      name: '__type_params__',
      when: (profile) => profile.parser.typeParameters,
      get: (ts, self) => newref(ts, ts.mem.load(self + FUNC_TYPEPARAMS) || ts.emptyTuple),
      set(ts, self, value) {
        if (value === 0 || !PyTuple_Check(ts, value)) {
          PyErr_Format(ts, ts.exc.TypeError, '__type_params__ must be set to a tuple')
          return -1
        }
        SETREF(ts, self + FUNC_TYPEPARAMS, newref(ts, value))
        return 0
      },
    },
    { name: '__dict__', get: PyObject_GenericGetDict, set: PyObject_GenericSetDict },
    field('__doc__', F.func_doc, null, ''),
    field('__module__', F.func_module, null, ''),
    field('__name__', F.func_name, PyUnicode_Check, 'string'),
    field('__qualname__', F.func_qualname, PyUnicode_Check, 'string', { calledBy: true }),
  ],
} satisfies TypeSpec
