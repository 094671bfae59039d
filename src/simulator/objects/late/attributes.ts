// Methods and attributes of built-in types that few programs use.

import { Stop, type ThreadState } from '../../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, SETREF, TPFLAGS, typeFlags } from '../../heap/refcount.ts'
import { InterpreterFrame as F, PyFrameObject } from '../../heap/structs.ts'
import type { Borrowed, Owned, Vectorcall } from '../../heap/typeslots.ts'
import { PySequence_Contains, PySequence_List } from '../abstract.ts'
import { newBool } from '../boolobject.ts'
import { _PyArg_BadArgument, argAt, callNoArgs, callOneArg } from '../call.ts'
import { newComplex, PyComplex_AsCComplex } from '../complexobject.ts'
import { PyDict_SetItem, PyDict_Update } from '../dictobject.ts'
import { PyObject_Dir } from '../dirobject.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from '../errors.ts'
import { newFloat, PyFloat_AsDouble } from '../floatstorage.ts'
import { FRAME_OWNED_BY_GENERATOR } from '../frameobject.ts'
import { PyObject_GenericGetDict } from '../genericattr.ts'
import { FRAME_COMPLETED, FRAME_CREATED, FRAME_SUSPENDED, frameState, generatorOf } from '../gensend.ts'
import { PyList_Append } from '../listobject.ts'
import { mapobject } from '../mapobject.ts'
import { type GetSetSpec, PyObject_GetAttr, PyObject_IsTrue, PyObject_Repr, PyUnicode_Check } from '../object.ts'
import { PropertyObject as P } from '../property.ts'
import { PyTuple_FromArray, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from '../tupleobject.ts'
import { internStr, newStr, textOf } from '../unicodeobject.ts'
import { code_replace } from './codereplace.ts'
import { BaseException___reduce__, BaseException___setstate__ } from './exceptionreduce.ts'

function refused(name: string): never {
  throw new Stop({ kind: 'unsupported', feature: `\`${name}\`` })
}

/** A number made for a class: as it is, or by calling the subclass. */
function ofClass(ts: ThreadState, type: Borrowed, base: Borrowed, number: Owned): Owned {
  if (type === base || number === 0) return number
  const result = callOneArg(ts, type, number)
  DECREF(ts, number)
  return result
}

const float_from_number: Vectorcall = (ts, type, argv) => {
  const number = argAt(ts, argv, 0)
  const { float } = ts.types
  if (Py_TYPE(ts, number) === float && type === float) return newref(ts, number)
  const x = PyFloat_AsDouble(ts, number)
  return Number.isNaN(x) && PyErr_Occurred(ts) !== 0 ? 0 : ofClass(ts, type, float, newFloat(ts, x))
}

const complex_from_number: Vectorcall = (ts, type, argv) => {
  const number = argAt(ts, argv, 0)
  const { complex } = ts.types
  if (Py_TYPE(ts, number) === complex && type === complex) return newref(ts, number)
  const value = PyComplex_AsCComplex(ts, number)
  return value === null ? 0 : ofClass(ts, type, complex, newComplex(ts, value.real, value.imag))
}

const float_getformat: Vectorcall = (ts, _type, argv) => {
  const which = argAt(ts, argv, 0)
  if (!PyUnicode_Check(ts, which)) return _PyArg_BadArgument(ts, '__getformat__', 'argument', 'str', which)
  if (textOf(ts, which) === 'double' || textOf(ts, which) === 'float') return newStr(ts, 'IEEE, little-endian')
  return PyErr_Format(ts, ts.exc.ValueError, "__getformat__() argument 1 must be 'double' or 'float'")
}

const map_setstate: Vectorcall = (ts, m, argv) => {
  const strict = PyObject_IsTrue(ts, argAt(ts, argv, 0))
  if (strict < 0) return 0
  ts.mem.store(m + mapobject.strict, strict)
  return newref(ts, ts.none)
}

const namespace_replace: Vectorcall = (ts, self, argv, nargs, kwnames) => {
  if (nargs > 0) return PyErr_Format(ts, ts.exc.TypeError, '__replace__() takes no positional arguments')
  const result = callNoArgs(ts, Py_TYPE(ts, self))
  if (result === 0) return 0
  const [from, dict] = [self, result].map((o) => PyObject_GenericGetDict(ts, o))
  let status = from === 0 || dict === 0 ? -1 : PyDict_Update(ts, dict, from)
  const n = kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames)
  for (let i = 0; i < n && status === 0; i++)
    status = PyDict_SetItem(ts, dict, PyTuple_GET_ITEM(ts, kwnames, i), argAt(ts, argv, i))
  for (const o of [from, dict]) if (o !== 0) DECREF(ts, o)
  if (status === 0) return result
  DECREF(ts, result)
  return 0
}

/** Names of an alias that are not its origin's. */
const ALIAS_NAMES = [
  '__origin__',
  '__args__',
  '__unpacked__',
  '__parameters__',
  '__typing_unpacked_tuple_args__',
  '__mro_entries__',
  '__reduce_ex__',
  '__reduce__',
]

const alias_dir: Vectorcall = (ts, self) => {
  const name = newStr(ts, '__origin__')
  const origin = PyObject_GetAttr(ts, self, name)
  DECREF(ts, name)
  const dir = origin === 0 ? 0 : PyObject_Dir(ts, origin)
  if (origin !== 0) DECREF(ts, origin)
  if (dir === 0) return 0
  for (const text of [...ALIAS_NAMES, ...ts.profile.modules.aliasNames]) {
    const each = internStr(ts, text)
    if (PySequence_Contains(ts, dir, each) === 0) PyList_Append(ts, dir, each)
    DECREF(ts, each)
  }
  return dir
}

function listOf(ts: ThreadState, names: readonly string[]): Owned {
  const tuple = PyTuple_FromArray(
    ts,
    names.map((name) => internStr(ts, name)),
  )
  const list = tuple === 0 ? 0 : PySequence_List(ts, tuple)
  if (tuple !== 0) DECREF(ts, tuple)
  return list
}

const property_name: Vectorcall = (ts, self) => {
  const own = ts.mem.load(self + P.prop_name)
  if (own !== 0) return newref(ts, own)
  const getter = ts.mem.load(self + P.prop_get)
  const name = internStr(ts, '__name__')
  const found = getter === 0 ? 0 : PyObject_GetAttr(ts, getter, name)
  DECREF(ts, name)
  if (found !== 0) return found
  if (PyErr_Occurred(ts) !== 0) {
    if (!PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) return 0
    PyErr_Clear(ts)
  }
  return PyErr_Format(ts, ts.exc.AttributeError, "'property' object has no attribute '__name__'")
}

const frame_generator: Vectorcall = (ts, self) => {
  const frame = ts.mem.load(self + PyFrameObject.f_frame)
  const owned = ts.mem.load(frame + F.owner) === FRAME_OWNED_BY_GENERATOR
  return newref(ts, owned ? generatorOf(frame) : ts.none)
}

function state(prefix: string): Vectorcall {
  return (ts, gen) => {
    const now = frameState(ts, gen)
    const ended = now >= FRAME_COMPLETED ? 'CLOSED' : 'RUNNING'
    return internStr(
      ts,
      `${prefix}_${now === FRAME_CREATED ? 'CREATED' : now === FRAME_SUSPENDED ? 'SUSPENDED' : ended}`,
    )
  }
}

const NATIVES: Readonly<Record<string, Vectorcall>> = {
  'code.replace': code_replace,
  'BaseException.__reduce__': BaseException___reduce__,
  'BaseException.__setstate__': BaseException___setstate__,
  'float.from_number': float_from_number,
  'float.__getformat__': float_getformat,
  'complex.from_number': complex_from_number,
  'map.__setstate__': map_setstate,
  'types.SimpleNamespace.__replace__': namespace_replace,
  'types.GenericAlias.__dir__': alias_dir,
  'types.GenericAlias.__unpacked__': (ts) => newBool(ts, false),
  'types.GenericAlias.__typing_unpacked_tuple_args__': (ts) => newref(ts, ts.none),
  'typing.Union.__mro_entries__'(ts, self) {
    const repr = PyObject_Repr(ts, self)
    if (repr === 0) return 0
    PyErr_Format(ts, ts.exc.TypeError, `Cannot subclass ${textOf(ts, repr)}`)
    DECREF(ts, repr)
    return 0
  },
  'traceback.__dir__': (ts) => listOf(ts, ['tb_frame', 'tb_next', 'tb_lasti', 'tb_lineno']),
  'property.__name__': property_name,
  'frame.f_generator': frame_generator,
  'frame.f_trace_lines': (ts) => newBool(ts, true),
  'frame.f_trace_opcodes': (ts) => newBool(ts, false),
  'generator.gi_state': state('GEN'),
  'coroutine.cr_state': state('CORO'),
  'async_generator.ag_state': state('AGEN'),
  'type.__text_signature__': (ts, type) =>
    typeFlags(ts, type) & TPFLAGS.HEAPTYPE ? newref(ts, ts.none) : refused('__text_signature__'),
}

const SETTERS: Readonly<Record<string, NonNullable<GetSetSpec['set']>>> = {
  'property.__name__'(ts, self, value) {
    SETREF(ts, self + P.prop_name, value === 0 ? 0 : newref(ts, value))
    return 0
  },
}

/** A method, or what reads an attribute, by `type.name`. */
export function native(name: string): Vectorcall {
  return NATIVES[name] ?? refused(name)
}

/** What writes an attribute. */
export function setter(name: string): NonNullable<GetSetSpec['set']> {
  return SETTERS[name] ?? refused(name)
}
