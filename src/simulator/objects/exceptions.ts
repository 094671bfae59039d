// Objects/exceptions.c: the exception classes and how each differs from BaseException.

import { untrack } from '../heap/gchead.ts'
import { freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, INCREF, newref, Py_TYPE, SETREF } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import type { StaticExceptions } from '../heap/statictypes.ts'
import { PyBaseExceptionObject as E } from '../heap/structs.ts'
import { FIELDS, FIRST_FIELD, NUMBERS } from '../heap/structsofexceptions.ts'
import type { Borrowed, Owned, TypeSlots } from '../heap/typeslots.ts'
import { BASE_GETSET, BASE_METHODS, BASE_SLOTS, setArgs } from './baseexception.ts'
import { argAt, callNoArgs, callOneArg, parseKeywords } from './call.ts'
import { PyErr_ExceptionMatches, PyErr_Format } from './errors.ts'
import { getField, setField } from './exceptionfields.ts'
import { BASE_GROUP_METHODS, BASE_GROUP_SLOTS, newExceptionGroupClass } from './exceptiongroup.ts'
import { fieldsOf, hasField, TREE } from './exceptiontree.ts'
import { PyObject_Repr, PyUnicode_Check, type TypeSpec } from './object.ts'
import { OS_ERROR_GETSET, OS_ERROR_SLOTS } from './oserror.ts'
import { SYNTAX_ERROR_SLOTS } from './syntaxerror.ts'
import { PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'
import { UnicodeError_init, UnicodeError_str } from './unicodeerrors.ts'
import { newStr, textOf } from './unicodeobject.ts'

function spec(name: keyof StaticExceptions, base: keyof StaticExceptions | 'object'): TypeSpec {
  const fields = fieldsOf(name)
  const group = name === 'BaseExceptionGroup'
  const root = name === 'BaseException'
  return {
    name,
    basicsize: (profile) => FIRST_FIELD + fields.filter((field) => hasField(profile, field)).length * 8,
    base: base as TypeSpec['base'] & string,
    flags: ['HAVE_GC', 'BASETYPE', 'BASE_EXC_SUBCLASS'],
    dictoffset: E.dict,
    slots: { ...slotsFor(fields), ...(root ? BASE_SLOTS : {}), ...OVERRIDES[name] },
    methods: root ? BASE_METHODS : group ? BASE_GROUP_METHODS : [],
    members: root ? [['__suppress_context__', E.suppress_context, 'bool']] : membersOf(FIELDS[name] ?? [], group),
    getset: root ? BASE_GETSET : name === 'OSError' ? OS_ERROR_GETSET : [],
  }
}

function membersOf(fields: readonly string[], readonly: boolean): NonNullable<TypeSpec['members']> {
  const shown = fields.filter((name) => name !== 'written' && name !== 'exceptions_str')
  return shown.map((name, i) => {
    const offset = FIRST_FIELD + i * 8
    return readonly ? [name, offset] : [name, offset, NUMBERS.has(name) ? 'ssize' : 'writable']
  })
}

/** The references an exception owns, by name. */
const BASE_FIELDS = [
  ['__dict__', E.dict],
  ['args', E.args],
  ['__notes__', E.notes],
  ['__traceback__', E.traceback],
  ['__cause__', E.cause],
  ['__context__', E.context],
] as const

function slotsFor(fields: readonly string[]): TypeSlots {
  const own = fields.map((name, i) => [name, FIRST_FIELD + i * 8] as const).filter(([name]) => !NUMBERS.has(name))
  const clear = (ts: ThreadState, self: Borrowed) => {
    for (const [name, offset] of own) if (hasField(ts.profile, name)) CLEAR(ts, self + offset)
    for (const [, offset] of BASE_FIELDS) CLEAR(ts, self + offset)
  }
  return {
    tp_traverse(ts, self, visit) {
      for (const [name, offset] of [...own, ...BASE_FIELDS]) {
        const o = hasField(ts.profile, name) ? ts.mem.load(self + offset) : 0
        if (o !== 0) visit(o, { kind: 'field', name })
      }
    },
    tp_clear: clear,
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      clear(ts, self)
      freeObject(ts, self)
    },
  }
}

const UNICODE_SLOTS: TypeSlots = { tp_init: UnicodeError_init, tp_str: UnicodeError_str }

const OVERRIDES: Partial<Record<keyof StaticExceptions, TypeSlots>> = {
  BaseExceptionGroup: BASE_GROUP_SLOTS,
  KeyError: {
    tp_str(ts, self) {
      const args = ts.mem.load(self + E.args)
      if (PyTuple_GET_SIZE(ts, args) === 1) return PyObject_Repr(ts, PyTuple_GET_ITEM(ts, args, 0))
      return (BASE_SLOTS.tp_str as NonNullable<TypeSlots['tp_str']>)(ts, self)
    },
  },
  StopIteration: { tp_init: initFirstField },
  SystemExit: { tp_init: initFirstField },
  NameError: { tp_init: initNamed('NameError', ['name']) },
  AttributeError: { tp_init: initNamed('AttributeError', ['name', 'obj']) },
  ImportError: {
    tp_init(ts, self, argv, nargs, kwnames) {
      if (
        initNamed(
          'ImportError',
          ['name', 'path', 'name_from'].filter((name) => hasField(ts.profile, name)),
        )(ts, self, argv, nargs, kwnames) < 0
      )
        return -1
      if (nargs === 1) setField(ts, self, 'msg', argAt(ts, argv, 0))
      return 0
    },
    tp_repr: ImportError_repr,
    tp_str(ts, self) {
      const msg = getField(ts, self, 'msg')
      if (msg !== 0 && PyUnicode_Check(ts, msg)) return newref(ts, msg)
      return (BASE_SLOTS.tp_str as NonNullable<TypeSlots['tp_str']>)(ts, self)
    },
  },
  OSError: OS_ERROR_SLOTS,
  SyntaxError: SYNTAX_ERROR_SLOTS,
  UnicodeEncodeError: UNICODE_SLOTS,
  UnicodeDecodeError: UNICODE_SLOTS,
  UnicodeTranslateError: UNICODE_SLOTS,
}

/** With the name and the path, where they are given (3.15). */
function ImportError_repr(ts: ThreadState, self: Borrowed): Owned {
  const plain = (BASE_SLOTS.tp_repr as NonNullable<TypeSlots['tp_repr']>)(ts, self)
  if (plain === 0 || !ts.profile.groups.importErrorShowsNames) return plain
  const start = textOf(ts, plain).slice(0, -1)
  DECREF(ts, plain)
  const shown: string[] = []
  for (const field of ['name', 'path']) {
    const value = getField(ts, self, field)
    const repr = value === 0 ? 0 : PyObject_Repr(ts, value)
    if (value !== 0 && repr === 0) return 0
    if (repr === 0) continue
    shown.push(`${field}=${textOf(ts, repr)}`)
    DECREF(ts, repr)
  }
  const follows = shown.length > 0 && PyTuple_GET_SIZE(ts, ts.mem.load(self + E.args)) > 0
  return newStr(ts, `${start}${follows ? ', ' : ''}${shown.join(', ')})`)
}

/** Installs the hooks by which the rest of the machine raises. */
export function initExceptions(ts: ThreadState): void {
  ts.exc.ExceptionGroup = newExceptionGroupClass(ts)
  ts.newException = (type, value) => (value === 0 ? callNoArgs(ts, type) : callOneArg(ts, type, value))
  ts.setAttributeErrorContext = (o, name) => {
    if (!PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) return
    const exception = ts.mem.load(Tstate.current_exception)
    if (getField(ts, exception, 'name') !== 0 || getField(ts, exception, 'obj') !== 0) return
    setField(ts, exception, 'name', name)
    setField(ts, exception, 'obj', o)
  }
  ts.recursionError = (where) => {
    PyErr_Format(ts, ts.exc.RecursionError, `maximum recursion depth exceeded${where}`)
    return -1
  }
}

function initFirstField(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): number {
  if ((BASE_SLOTS.tp_init as NonNullable<TypeSlots['tp_init']>)(ts, self, argv, nargs, kwnames) < 0) return -1
  let value = ts.none
  if (nargs === 1) value = argAt(ts, argv, 0)
  else if (nargs > 1) value = ts.mem.load(self + E.args)
  if (nargs > 0 || Py_TYPE(ts, self) === ts.exc.StopIteration) {
    INCREF(ts, value)
    SETREF(ts, self + FIRST_FIELD, value)
  }
  return 0
}

function initNamed(fname: string, keywords: readonly string[]): NonNullable<TypeSlots['tp_init']> {
  return (ts, self, argv, nargs, kwnames) => {
    if (setArgs(ts, self, argv, nargs, kwnames) < 0) return -1
    if (kwnames === 0) return 0
    const values = parseKeywords(ts, fname, argv + nargs * 8, 0, kwnames, keywords, 0)
    if (!values) return -1
    for (const [i, value] of values.entries()) if (value !== 0) setField(ts, self, keywords[i], value)
    return 0
  }
}

/** The exception classes in the order they are readied. */
export const exceptionSpecs: readonly TypeSpec[] = TREE.map(([name, base = 'Exception']) => spec(name, base))
