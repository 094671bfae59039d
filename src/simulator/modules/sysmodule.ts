// Python/sysmodule.c: the parts of `sys` that tell about objects and the interpreter.

import { PyObject_IS_GC } from '../heap/gcrefs.ts'
import { debugMallocStats } from '../heap/mallocstats.ts'
import { preheaderSize } from '../heap/objimpl.ts'
import { allocatedBlocks } from '../heap/obmalloc.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_REFCNT, Py_TYPE, slotsOf, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { Gil, Roots, Tstate } from '../heap/runtime.ts'
import { PyBaseExceptionObject, PyTypeObject, PyVarObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyNumber_AsSsize_t } from '../objects/abstract.ts'
import { _PyArg_BadArgument, argAt, callOwned, parseKeywords } from '../objects/call.ts'
import { asInt } from '../objects/cint.ts'
import { getItemText, PyDict_New, setItemText } from '../objects/dictobject.ts'
import {
  handledException,
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_Format,
  PyErr_Occurred,
  PyErr_SetObject,
} from '../objects/errors.ts'
import { newFloat, PyFloat_AsDouble } from '../objects/floatobject.ts'
import { newList } from '../objects/listobject.ts'
import { newInt, newIntFromBigInt } from '../objects/longobject.ts'
import { PyModule_GetDict } from '../objects/moduleobject.ts'
import { _PyNamespace_New } from '../objects/namespaceobject.ts'
import type { MethodSpec } from '../objects/object.ts'
import { PyUnicode_Check, typeName } from '../objects/object.ts'
import { newTextIO, write } from '../objects/textio.ts'
import { newTuple, PyTuple_SET_ITEM, trackTupleAlways } from '../objects/tupleobject.ts'
import { lookupSpecial } from '../objects/typeobject.ts'
import { internStr, newStr, PyUnicode_InternInPlace } from '../objects/unicodeobject.ts'
import { breakpointHook } from './breakpoint.ts'
import type { ModuleSpec } from './module.ts'
import { sysFrameFunctions } from './sysframes.ts'
import { addUnraisableHook, unraisableHook } from './unraisablehook.ts'

/** `sys.getrefcount`: the count as the version shows it; since 3.12 immortals show their unsigned 32 bits. */
function getrefcount(ts: ThreadState, o: Borrowed): Owned {
  return newInt(ts, Py_REFCNT(ts, o) >>> 0)
}

/** `sys.getsizeof`: what `__sizeof__` says plus what stands before the object and the version counts (sysmodule.c). */
export function getsizeof(ts: ThreadState, o: Borrowed): Owned {
  const type = Py_TYPE(ts, o)
  let size: number
  if (typeFlags(ts, type) & TPFLAGS.HEAPTYPE) {
    const special = lookupSpecial(ts, o, '__sizeof__')
    if (special === 0) {
      if (PyErr_Occurred(ts) !== 0) return 0
      return PyErr_Format(ts, ts.exc.TypeError, `Type ${typeName(ts, o)} doesn't define __sizeof__`)
    }
    const result = callOwned(ts, special)
    if (result === 0) return 0
    size = PyNumber_AsSsize_t(ts, result, ts.exc.OverflowError)
    DECREF(ts, result)
    if (size === -1 && PyErr_Occurred(ts) !== 0) return 0
  } else size = basicSizeof(ts, o)
  if (size < 0) return PyErr_Format(ts, ts.exc.ValueError, '__sizeof__() should return >= 0')
  const counts =
    ts.profile.layout.countsAbsentHeaders || PyObject_IS_GC(ts, o) || (typeFlags(ts, type) & TPFLAGS.HAVE_GC) === 0
  return newInt(ts, size + (counts ? preheaderSize(ts, type) : 0))
}

function basicSizeof(ts: ThreadState, o: Borrowed): number {
  const sizeof = slotsOf(ts, o).sizeof
  if (sizeof) return sizeof(ts, o)
  const type = Py_TYPE(ts, o)
  const itemsize = ts.mem.load(type + PyTypeObject.tp_itemsize)
  const items = itemsize === 0 ? 0 : itemsize * Math.abs(ts.mem.load(o + PyVarObject.ob_size))
  return ts.mem.load(type + PyTypeObject.tp_basicsize) + items
}

const FUNCTIONS: readonly MethodSpec[] = [
  { name: 'getrefcount', kind: 'O', call: (ts, _s, argv) => getrefcount(ts, argAt(ts, argv, 0)) },
  {
    name: 'getsizeof',
    kind: 'KEYWORDS',
    varargs: () => true,
    call(ts, _s, argv, nargs, kwnames) {
      const values = parseKeywords(ts, 'getsizeof', argv, nargs, kwnames, ['object', 'default'], 1)
      if (!values) return 0
      const size = getsizeof(ts, values[0])
      if (size !== 0 || values[1] === 0 || !PyErr_ExceptionMatches(ts, ts.exc.TypeError)) return size
      PyErr_Clear(ts)
      return newref(ts, values[1])
    },
  },
  {
    name: '_debugmallocstats',
    kind: 'NOARGS',
    call(ts) {
      write(ts, 2, debugMallocStats(ts))
      return newref(ts, ts.none)
    },
  },
  { name: '_is_gil_enabled', kind: 'NOARGS', call: (ts) => newref(ts, ts.true_) },
  { name: 'getallocatedblocks', kind: 'NOARGS', call: (ts) => newInt(ts, allocatedBlocks(ts.mem)) },
  { name: 'getswitchinterval', kind: 'NOARGS', call: (ts) => newFloat(ts, ts.mem.loadDouble(Gil.interval)) },
  {
    name: 'setswitchinterval',
    kind: 'O',
    call(ts, _s, argv) {
      const seconds = PyFloat_AsDouble(ts, argAt(ts, argv, 0))
      if (seconds === -1 && PyErr_Occurred(ts) !== 0) return 0
      if (!(seconds > 0)) return PyErr_Format(ts, ts.exc.ValueError, 'switch interval must be strictly positive')
      ts.mem.storeDouble(Gil.interval, Math.max(1, Math.floor(seconds * 1e6)) * 1e-6)
      return newref(ts, ts.none)
    },
  },
  { name: 'getrecursionlimit', kind: 'NOARGS', call: (ts) => newInt(ts, ts.recursionLimit) },
  {
    name: 'setrecursionlimit',
    kind: 'O',
    call(ts, _s, argv) {
      const limit = asInt(ts, argAt(ts, argv, 0))
      if (limit === -1 && PyErr_Occurred(ts) !== 0) return 0
      if (limit < 1) return PyErr_Format(ts, ts.exc.ValueError, 'recursion limit must be greater or equal than 1')
      const used = ts.recursionLimit - ts.mem.load(Tstate.py_recursion_remaining)
      if (used >= limit) {
        const message = `cannot set the recursion limit to ${limit} at the recursion depth ${used}: the limit is too low`
        return PyErr_Format(ts, ts.exc.RecursionError, message)
      }
      ts.recursionLimit = limit
      ts.mem.store(Tstate.py_recursion_remaining, limit - used)
      return newref(ts, ts.none)
    },
  },
  {
    name: 'exit',
    kind: 'FASTCALL',
    max: 1,
    call(ts, _s, argv, nargs) {
      PyErr_SetObject(ts, ts.exc.SystemExit, nargs === 0 ? ts.none : argAt(ts, argv, 0))
      return 0
    },
  },
  {
    name: 'intern',
    kind: 'O',
    call(ts, _s, argv) {
      const text = argAt(ts, argv, 0)
      if (!PyUnicode_Check(ts, text)) return _PyArg_BadArgument(ts, 'intern', 'argument', 'str', text)
      return PyUnicode_InternInPlace(ts, newref(ts, text))
    },
  },
  { name: 'exception', kind: 'NOARGS', call: (ts) => newref(ts, handledException(ts) || ts.none) },
  {
    name: 'exc_info',
    kind: 'NOARGS',
    call(ts) {
      const exception = handledException(ts)
      const tuple = newTuple(ts, 3)
      if (tuple === 0) return 0
      const traceback = exception === 0 ? ts.none : ts.mem.load(exception + PyBaseExceptionObject.traceback) || ts.none
      const items = exception === 0 ? [ts.none, ts.none, ts.none] : [Py_TYPE(ts, exception), exception, traceback]
      for (const [i, o] of items.entries()) PyTuple_SET_ITEM(ts, tuple, i, newref(ts, o))
      trackTupleAlways(ts, tuple)
      return tuple
    },
  },
]

function addOwned(ts: ThreadState, dict: Borrowed, name: string, value: Owned): number {
  if (value === 0) return -1
  const status = setItemText(ts, dict, name, value)
  DECREF(ts, value)
  return status
}

function implementation(ts: ThreadState, version: Borrowed): Owned {
  const dict = PyDict_New(ts)
  const [major, minor] = ts.profile.version
  addOwned(ts, dict, 'name', newStr(ts, 'cpython'))
  addOwned(ts, dict, 'cache_tag', newStr(ts, `cpython-${major}${minor}`))
  setItemText(ts, dict, 'version', version)
  const namespace = _PyNamespace_New(ts, dict)
  DECREF(ts, dict)
  return namespace
}

function exec(ts: ThreadState, module: Borrowed): number {
  const dict = PyModule_GetDict(ts, module)
  const { version } = ts.profile
  const info = newTuple(ts, 5)
  for (const [i, n] of version.entries()) PyTuple_SET_ITEM(ts, info, i, newInt(ts, n))
  PyTuple_SET_ITEM(ts, info, 3, internStr(ts, 'final'))
  PyTuple_SET_ITEM(ts, info, 4, newInt(ts, 0))
  const argv = newList(ts, 0)
  const modules = newref(ts, ts.mem.load(Roots.sys_modules))
  const status =
    addOwned(ts, dict, 'version_info', info) |
    addOwned(ts, dict, 'version', newStr(ts, `${version.join('.')} (Heapwise)`)) |
    addOwned(ts, dict, 'implementation', implementation(ts, info)) |
    addOwned(ts, dict, 'platform', newStr(ts, 'linux')) |
    addOwned(ts, dict, 'byteorder', newStr(ts, 'little')) |
    addOwned(ts, dict, 'maxsize', newIntFromBigInt(ts, (1n << 63n) - 1n)) |
    addOwned(ts, dict, 'argv', argv) |
    addOwned(ts, dict, 'modules', modules) |
    addOwned(ts, dict, 'stdout', newTextIO(ts, 1)) |
    addOwned(ts, dict, 'stderr', newTextIO(ts, 2)) |
    setItemText(ts, dict, '__breakpointhook__', getItemText(ts, dict, 'breakpointhook')) |
    addUnraisableHook(ts, module)
  return status < 0 ? -1 : 0
}

export const sysModule: ModuleSpec = {
  name: 'sys',
  functions: [...FUNCTIONS, breakpointHook, unraisableHook, ...sysFrameFunctions],
  exec,
}
