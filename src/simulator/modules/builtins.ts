// Python/bltinmodule.c: the built-in functions, and the built-in types under their names.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, INCREF, newref, Py_REFCNT, slotsOf } from '../heap/refcount.ts'
import { BASE_ADDRESS, KeywordTuples } from '../heap/runtime.ts'
import type { StaticExceptions, StaticTypes } from '../heap/statictypes.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import {
  PyNumber_Divmod,
  PyNumber_Index,
  PyNumber_Power,
  PyNumber_Unary,
  PyObject_GetIter,
  PyObject_Size,
  PySequence_List,
} from '../objects/abstract.ts'
import { newBool } from '../objects/boolobject.ts'
import { bytesText } from '../objects/byteslike.ts'
import { _PyArg_BadArgument, argAt, parseKeywords } from '../objects/call.ts'
import { tooLargeForInt } from '../objects/cint.ts'
import { setItemText } from '../objects/dictobject.ts'
import { PyObject_Dir } from '../objects/dirobject.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from '../objects/errors.ts'
import { PyObject_Format } from '../objects/format.ts'
import { PyObject_GetOptionalAttr } from '../objects/genericattr.ts'
import { PyObject_IsInstance, PyObject_IsSubclass } from '../objects/isinstance.ts'
import { newCallIter } from '../objects/iterobject.ts'
import { PyList_Sort } from '../objects/listobject.ts'
import { newInt, newIntFromBigInt, PyLong_AsBigInt } from '../objects/longobject.ts'
import { PyModule_GetDict } from '../objects/moduleobject.ts'
import {
  hashFailed,
  type MethodSpec,
  PyObject_ASCII,
  PyObject_GetAttr,
  PyObject_Hash,
  PyObject_IsTrue,
  PyObject_Repr,
  PyObject_SetAttr,
  PyUnicode_Check,
  typeName,
} from '../objects/object.ts'
import { withPackedArgs } from '../objects/packargs.ts'
import { callRounding } from '../objects/slotcalls.ts'
import { flushFile, PyFile_WriteObject, PyFile_WriteString, sys_stdout } from '../objects/textio.ts'
import { PyTuple_FromArray } from '../objects/tupleobject.ts'
import { internStr, newStr, PyUnicode_GetLength, textOf } from '../objects/unicodeobject.ts'
import { asyncFunctions } from './asyncfunctions.ts'
import { breakpointFunction } from './breakpoint.ts'
import { buildClass } from './buildclass.ts'
import { currentGlobals, currentLocals } from './currentframe.ts'
import { execFunctions } from './execfunctions.ts'
import { importFunction } from './importfunction.ts'
import { inputFunction } from './inputfunction.ts'
import { extreme, next, quantifier, sorted, sum } from './iterating.ts'
import type { ModuleSpec } from './module.ts'

/** The types that builtins shows, by the name it shows them under. */
const TYPES: readonly (keyof StaticTypes)[] = [
  'object',
  'type',
  'int',
  'bool',
  'float',
  'complex',
  'str',
  'bytes',
  'bytearray',
  'memoryview',
  'tuple',
  'list',
  'dict',
  'set',
  'frozenset',
  'range',
  'slice',
  'property',
  'staticmethod',
  'classmethod',
  'super',
  'enumerate',
  'zip',
  'map',
  'filter',
  'reversed',
]

/** A one-argument built-in. */
function one(name: string, call: (ts: ThreadState, o: Borrowed) => Owned): MethodSpec {
  return { name, kind: 'O', call: (ts, _self, argv) => call(ts, argAt(ts, argv, 0)) }
}

/** Digits in a base with CPython's prefix. */
function inBase(base: number, prefix: string): (ts: ThreadState, o: Borrowed) => Owned {
  return (ts, o) => {
    const index = PyNumber_Index(ts, o)
    if (index === 0) return 0
    const value = PyLong_AsBigInt(ts, index)
    DECREF(ts, index)
    return newStr(ts, value < 0n ? `-${prefix}${(-value).toString(base)}` : prefix + value.toString(base))
  }
}

const PRINT_KEYWORDS = ['sep', 'end', 'file', 'flush']

function print(ts: ThreadState, argv: number, nargs: number, kwnames: Borrowed): Owned {
  if (ts.profile.containers.printKeywordsAtFirstCall && ts.mem.load(KeywordTuples.print) === 0)
    ts.mem.store(
      KeywordTuples.print,
      PyTuple_FromArray(
        ts,
        PRINT_KEYWORDS.map((name) => internStr(ts, name)),
      ),
    )
  const keywords = parseKeywords(ts, 'print', argv + nargs * 8, 0, kwnames, PRINT_KEYWORDS, 0)
  if (!keywords) return 0
  const [sep, end, given, flush] = keywords.map((o) => (o === ts.none ? 0 : o))
  for (const [name, o] of [
    ['sep', sep],
    ['end', end],
  ] as const)
    if (o !== 0 && !PyUnicode_Check(ts, o))
      return PyErr_Format(ts, ts.exc.TypeError, `${name} must be None or a string, not ${typeName(ts, o)}`)
  const file = given || sys_stdout(ts)
  if (file === 0) return PyErr_Format(ts, ts.exc.RuntimeError, 'lost sys.stdout')
  if (file === ts.none) return newref(ts, ts.none)
  const put = (o: Borrowed, otherwise: string) =>
    o === 0 ? PyFile_WriteString(ts, otherwise, file) : PyFile_WriteObject(ts, o, file)
  const show = () => {
    for (let i = 0; i < nargs; i++) {
      if (i > 0 && put(sep, ' ') < 0) return 0
      if (PyFile_WriteObject(ts, argAt(ts, argv, i), file) < 0) return 0
    }
    if (put(end, '\n') < 0) return 0
    const flushes = flush === 0 ? 0 : PyObject_IsTrue(ts, flush)
    return flushes < 0 || (flushes > 0 && flushFile(ts, file) < 0) ? 0 : newref(ts, ts.none)
  }
  // NOT CPYTHON: up to 3.13 nobody holds a sys.stdout that its own `write` may replace; here one that would die then is held.
  const held = ts.profile.containers.printHoldsFile || (given === 0 && Py_REFCNT(ts, file) === 1)
  if (held) INCREF(ts, file)
  const mark = holdMark(ts)
  if (held) hold(ts, file)
  const result = ts.profile.containers.printPacksArguments ? withPackedArgs(ts, argv, nargs, 0, show) : show()
  release(ts, mark)
  if (held) DECREF(ts, file)
  return result
}

function getattr(ts: ThreadState, argv: number, nargs: number): Owned {
  const name = argAt(ts, argv, 1)
  if (!PyUnicode_Check(ts, name))
    return PyErr_Format(ts, ts.exc.TypeError, `attribute name must be string, not '${typeName(ts, name)}'`)
  if (nargs < 3) return PyObject_GetAttr(ts, argAt(ts, argv, 0), name)
  const value = PyObject_GetOptionalAttr(ts, argAt(ts, argv, 0), name)
  return value !== 0 || PyErr_Occurred(ts) !== 0 ? value : newref(ts, argAt(ts, argv, 2))
}

function setattr(ts: ThreadState, o: Borrowed, name: Borrowed, value: Borrowed): Owned {
  if (!PyUnicode_Check(ts, name))
    return PyErr_Format(ts, ts.exc.TypeError, `attribute name must be string, not '${typeName(ts, name)}'`)
  return PyObject_SetAttr(ts, o, name, value) < 0 ? 0 : newref(ts, ts.none)
}

function round(ts: ThreadState, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const values = parseKeywords(ts, 'round', argv, nargs, kwnames, ['number', 'ndigits'], 1)
  if (!values) return 0
  const [number, ndigits] = values
  const digits = ndigits === 0 || ndigits === ts.none ? [] : [ndigits]
  const result = callRounding(ts, '__round__', number, ...digits)
  if (result !== 0 || PyErr_Occurred(ts) !== 0) return result
  return PyErr_Format(ts, ts.exc.TypeError, `type ${typeName(ts, number)} doesn't define __round__ method`)
}

function ord(ts: ThreadState, o: Borrowed): Owned {
  const text = PyUnicode_Check(ts, o) ? textOf(ts, o) : bytesText(ts, o)
  if (text === null)
    return PyErr_Format(ts, ts.exc.TypeError, `ord() expected string of length 1, but ${typeName(ts, o)} found`)
  const length = PyUnicode_Check(ts, o) ? PyUnicode_GetLength(ts, o) : text.length
  if (length !== 1)
    return PyErr_Format(ts, ts.exc.TypeError, `ord() expected a character, but string of length ${length} found`)
  return newInt(ts, text.codePointAt(0) ?? 0)
}

function chr(ts: ThreadState, o: Borrowed): Owned {
  const index = PyNumber_Index(ts, o)
  if (index === 0) return 0
  const value = PyLong_AsBigInt(ts, index)
  DECREF(ts, index)
  if (!ts.profile.containers.chrTakesAny && value !== BigInt.asIntN(32, value)) return tooLargeForInt(ts)
  if (value < 0n || value > 0x10ffffn) return PyErr_Format(ts, ts.exc.ValueError, 'chr() arg not in range(0x110000)')
  return newStr(ts, String.fromCodePoint(Number(value)))
}

function vars(ts: ThreadState, argv: number, nargs: number): Owned {
  if (nargs === 0) return currentLocals(ts)
  const o = argAt(ts, argv, 0)
  const name = newStr(ts, '__dict__')
  const dict = PyObject_GetAttr(ts, o, name)
  DECREF(ts, name)
  if (dict !== 0 || !PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) return dict
  PyErr_Clear(ts)
  return PyErr_Format(ts, ts.exc.TypeError, 'vars() argument must have __dict__ attribute')
}

function dir(ts: ThreadState, argv: number, nargs: number): Owned {
  if (nargs === 1) return PyObject_Dir(ts, argAt(ts, argv, 0))
  const locals = currentLocals(ts)
  const names = locals === 0 ? 0 : PySequence_List(ts, locals)
  if (locals !== 0) DECREF(ts, locals)
  if (names !== 0) PyList_Sort(ts, names, 0, false)
  return names
}

const FUNCTIONS: readonly MethodSpec[] = [
  {
    name: '__build_class__',
    kind: 'KEYWORDS',
    call: (ts, _s, argv, nargs, kwnames) => buildClass(ts, argv, nargs, kwnames),
  },
  { name: 'print', kind: 'KEYWORDS', call: (ts, _s, argv, nargs, kwnames) => print(ts, argv, nargs, kwnames) },
  one('abs', (ts, o) => PyNumber_Unary(ts, o, 'nb_absolute', 'abs()')),
  one('all', quantifier(0)),
  one('any', quantifier(1)),
  one('ascii', PyObject_ASCII),
  one('bin', inBase(2, '0b')),
  one('callable', (ts, o) => newBool(ts, slotsOf(ts, o).tp_call !== undefined)),
  one('chr', chr),
  {
    name: 'delattr',
    kind: 'FASTCALL',
    min: 2,
    max: 2,
    call: (ts, _s, argv) => setattr(ts, argAt(ts, argv, 0), argAt(ts, argv, 1), 0),
  },
  {
    name: 'dir',
    kind: 'FASTCALL',
    max: 1,
    varargs: ({ containers }) => containers.dirPacksArguments,
    call: (ts, _s, argv, nargs) => dir(ts, argv, nargs),
  },
  {
    name: 'divmod',
    kind: 'FASTCALL',
    min: 2,
    max: 2,
    call: (ts, _s, argv) => PyNumber_Divmod(ts, argAt(ts, argv, 0), argAt(ts, argv, 1)),
  },
  {
    name: 'format',
    kind: 'FASTCALL',
    min: 1,
    max: 2,
    call: (ts, _s, argv, nargs) => {
      const spec = nargs > 1 ? argAt(ts, argv, 1) : 0
      if (spec !== 0 && !PyUnicode_Check(ts, spec)) return _PyArg_BadArgument(ts, 'format', 'argument 2', 'str', spec)
      return PyObject_Format(ts, argAt(ts, argv, 0), spec)
    },
  },
  { name: 'getattr', kind: 'FASTCALL', min: 2, max: 3, call: (ts, _s, argv, nargs) => getattr(ts, argv, nargs) },
  { name: 'globals', kind: 'NOARGS', call: (ts) => newref(ts, currentGlobals(ts)) },
  {
    name: 'hasattr',
    kind: 'FASTCALL',
    min: 2,
    max: 2,
    call(ts, _s, argv) {
      const name = argAt(ts, argv, 1)
      if (!PyUnicode_Check(ts, name)) return getattr(ts, argv, 2)
      const value = PyObject_GetOptionalAttr(ts, argAt(ts, argv, 0), name)
      if (value !== 0) DECREF(ts, value)
      return value === 0 && PyErr_Occurred(ts) !== 0 ? 0 : newBool(ts, value !== 0)
    },
  },
  one('hash', (ts, o) => {
    const low = PyObject_Hash(ts, o)
    if (hashFailed(ts, low)) return 0
    return newIntFromBigInt(ts, (BigInt(ts.hashHigh) << 32n) | BigInt(low >>> 0))
  }),
  one('hex', inBase(16, '0x')),
  one('id', (ts, o) => newInt(ts, BASE_ADDRESS + o)),
  breakpointFunction,
  inputFunction,
  {
    name: 'isinstance',
    kind: 'FASTCALL',
    min: 2,
    max: 2,
    ownCall: 2,
    call(ts, _s, argv) {
      const is = PyObject_IsInstance(ts, argAt(ts, argv, 0), argAt(ts, argv, 1))
      return is < 0 ? 0 : newBool(ts, is === 1)
    },
  },
  {
    name: 'issubclass',
    kind: 'FASTCALL',
    min: 2,
    max: 2,
    call(ts, _s, argv) {
      const is = PyObject_IsSubclass(ts, argAt(ts, argv, 0), argAt(ts, argv, 1))
      return is < 0 ? 0 : newBool(ts, is === 1)
    },
  },
  {
    name: 'iter',
    kind: 'FASTCALL',
    min: 1,
    max: 2,
    call(ts, _s, argv, nargs) {
      const o = argAt(ts, argv, 0)
      if (nargs === 1) return PyObject_GetIter(ts, o)
      if (slotsOf(ts, o).tp_call === undefined)
        return PyErr_Format(ts, ts.exc.TypeError, ts.profile.messages.iterCallable)
      return newCallIter(ts, o, argAt(ts, argv, 1))
    },
  },
  {
    ...one('len', (ts, o) => {
      const n = PyObject_Size(ts, o)
      return n < 0 ? 0 : newInt(ts, n)
    }),
    ownCall: 1,
  },
  { name: 'locals', kind: 'NOARGS', call: (ts) => currentLocals(ts) },
  extreme('max'),
  extreme('min'),
  { name: 'next', kind: 'FASTCALL', min: 1, max: 2, call: (ts, _s, argv, nargs) => next(ts, argv, nargs) },
  one('oct', inBase(8, '0o')),
  one('ord', ord),
  {
    name: 'pow',
    kind: 'KEYWORDS',
    call(ts, _s, argv, nargs, kwnames) {
      const values = parseKeywords(ts, 'pow', argv, nargs, kwnames, ['base', 'exp', 'mod'], 2)
      return values ? PyNumber_Power(ts, values[0], values[1], values[2] === 0 ? ts.none : values[2]) : 0
    },
  },
  one('repr', PyObject_Repr),
  { name: 'round', kind: 'KEYWORDS', call: (ts, _s, argv, nargs, kwnames) => round(ts, argv, nargs, kwnames) },
  {
    name: 'setattr',
    kind: 'FASTCALL',
    min: 3,
    max: 3,
    call: (ts, _s, argv) => setattr(ts, argAt(ts, argv, 0), argAt(ts, argv, 1), argAt(ts, argv, 2)),
  },
  { name: 'sorted', kind: 'KEYWORDS', call: (ts, _s, argv, nargs, kwnames) => sorted(ts, argv, nargs, kwnames) },
  { name: 'sum', kind: 'KEYWORDS', call: (ts, _s, argv, nargs, kwnames) => sum(ts, argv, nargs, kwnames) },
  { name: 'vars', kind: 'FASTCALL', max: 1, call: (ts, _s, argv, nargs) => vars(ts, argv, nargs) },
]

function addConstants(ts: ThreadState, module: Borrowed): number {
  const dict = PyModule_GetDict(ts, module)
  const add = (name: string, o: Borrowed) => setItemText(ts, dict, name, o)
  for (const name of TYPES) if (ts.types[name] !== 0 && add(name, ts.types[name]) < 0) return -1
  for (const name of Object.keys(ts.exc) as (keyof StaticExceptions)[])
    if (ts.exc[name] !== 0 && add(name, ts.exc[name]) < 0) return -1
  if (add('EnvironmentError', ts.exc.OSError) < 0 || add('IOError', ts.exc.OSError) < 0) return -1
  if (add('None', ts.none) < 0 || add('True', ts.true_) < 0 || add('False', ts.false_) < 0) return -1
  if (add('Ellipsis', ts.ellipsis) < 0 || add('NotImplemented', ts.notImplemented) < 0) return -1
  return add('__debug__', ts.true_)
}

export const builtinsModule: ModuleSpec = {
  name: 'builtins',
  functions: [...FUNCTIONS, ...execFunctions, ...asyncFunctions, importFunction],
  exec: addConstants,
}
