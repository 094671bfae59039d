// Objects/methodobject.c: builtin_function_or_method, a native function with the object it belongs to.

import { FreeList, freelistPop, freelistPush } from '../heap/freelist.ts'
import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, INCREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { PyCFunctionObject as F } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { checkArgs } from './call.ts'
import { PyErr_NoMemory } from './errors.ts'
import { type MethodSpec, Py_EQ, Py_NE, type TypeSpec, typeName } from './object.ts'
import { type PackedArguments, packArguments, unpackArguments } from './packing.ts'
import { _Py_HashPointer, setBigHash, wholeHash } from './pyhash.ts'
import { refusedAttribute } from './refused.ts'
import { PyTuple_GET_SIZE } from './tupleobject.ts'
import { PyType_Check } from './typelookup.ts'
import { pointer, typeQualname } from './typenames.ts'
import { newStr, textOf } from './unicodeobject.ts'

/** Numbers a native function (`m_ml`). */
export function registerNative(ts: ThreadState, spec: MethodSpec): number {
  return ts.natives.push(spec) - 1
}

/** A builtin function. `self` is what the native gets as its first parameter; `module` names where it lives. */
export function PyCFunction_New(ts: ThreadState, spec: MethodSpec, self: Borrowed, module: Borrowed): Owned {
  return newCFunction(ts, registerNative(ts, spec), self, module)
}

/** The same for a function that has its number. */
export function newCFunction(ts: ThreadState, native: number, self: Borrowed, module: Borrowed): Owned {
  let o = freelistPop(ts, FreeList.pycfunctionobject)
  if (o === 0) o = allocate(ts, ts.types.builtin_function_or_method, F.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  const mem = ts.mem
  mem.store(o + F.m_weakreflist, 0)
  mem.store(o + F.m_ml, native)
  if (self !== 0) INCREF(ts, self)
  mem.store(o + F.m_self, self)
  if (module !== 0) INCREF(ts, module)
  mem.store(o + F.m_module, module)
  track(mem, o)
  return o
}

/** The native behind a builtin function. */
export function specOf(ts: ThreadState, o: Borrowed): MethodSpec {
  return ts.natives[ts.mem.load(o + F.m_ml)] as MethodSpec
}

/** Calls a native after checking the number of arguments; `shown` names it in messages. */
export function callNative(
  ts: ThreadState,
  spec: MethodSpec,
  self: Borrowed,
  argv: number,
  nargs: number,
  kwnames: Borrowed,
  shown: () => string,
): Owned {
  const { kind } = spec
  if (kind !== 'KEYWORDS') {
    const fits =
      kind === 'NOARGS'
        ? nargs === 0
        : kind === 'O'
          ? nargs === 1
          : nargs >= (spec.min ?? 0) && nargs <= (spec.max ?? Number.POSITIVE_INFINITY)
    const named = kwnames !== 0 && PyTuple_GET_SIZE(ts, kwnames) > 0
    if ((!fits || named) && checkArgs(ts, spec, shown(), nargs, kwnames) < 0) return 0
  }
  if (ts.enterRecursiveCall(' while calling a Python object') < 0) return 0
  const result =
    spec.varargs === undefined || !spec.varargs(ts.profile)
      ? spec.call(ts, self, argv, nargs, kwnames)
      : callPacked(ts, spec, self, packArguments(ts, argv, nargs, kwnames, spec.varargs(ts.profile) === 'clinic'))
  ts.leaveRecursiveCall()
  return result
}

function callPacked(ts: ThreadState, spec: MethodSpec, self: Borrowed, packed: PackedArguments | null): Owned {
  if (packed === null) return 0
  const result = spec.call(ts, self, packed.argv, packed.nargs, packed.kwnames)
  unpackArguments(ts, packed)
  return result
}

/** `__qualname__`: with the class for methods. */
function qualname(ts: ThreadState, o: Borrowed): string {
  const self = ts.mem.load(o + F.m_self)
  const { name } = specOf(ts, o)
  if (self === 0 || Py_TYPE(ts, self) === ts.types.module) return name
  return `${typeQualname(ts, PyType_Check(ts, self) ? self : Py_TYPE(ts, self))}.${name}`
}

/**
 * _PyObject_FunctionStr: what messages call a function, with its module unless that is builtins. One that takes a tuple is
 * called by cfunction_call, which says only its name.
 */
function shownName(ts: ThreadState, o: Borrowed): string {
  const spec = specOf(ts, o)
  if (spec.varargs?.(ts.profile) === true) return spec.name
  const module = ts.mem.load(o + F.m_module)
  const name = qualname(ts, o)
  if (module === 0) return name
  const text = textOf(ts, module)
  return text === 'builtins' ? name : `${text}.${name}`
}

export const PyCFunction_Type = {
  name: 'builtin_function_or_method',
  basicsize: F.sizeof,
  flags: ['HAVE_GC', 'HAVE_VECTORCALL'],
  weaklistoffset: F.m_weakreflist,
  slots: {
    tp_dealloc(ts, self) {
      const mem = ts.mem
      untrack(mem, self)
      if (mem.load(self + F.m_weakreflist) !== 0) ts.clearWeakRefs(self)
      CLEAR(ts, self + F.m_self)
      CLEAR(ts, self + F.m_module)
      if (!freelistPush(ts, FreeList.pycfunctionobject, self)) freeObject(ts, self)
    },
    tp_traverse(ts, self, visit) {
      const own = ts.mem.load(self + F.m_self)
      if (own !== 0) visit(own, { kind: 'field', name: '__self__' })
      const module = ts.mem.load(self + F.m_module)
      if (module !== 0) visit(module, { kind: 'field', name: '__module__' })
    },
    tp_call: (ts, self, argv, nargs, kwnames) =>
      callNative(ts, specOf(ts, self), ts.mem.load(self + F.m_self), argv, nargs, kwnames, () => shownName(ts, self)),
    tp_repr(ts, self) {
      const own = ts.mem.load(self + F.m_self)
      const { name } = specOf(ts, self)
      if (own === 0 || Py_TYPE(ts, own) === ts.types.module) return newStr(ts, `<built-in function ${name}>`)
      return newStr(ts, `<built-in method ${name} of ${typeName(ts, own)} object at ${pointer(own)}>`)
    },
    tp_hash(ts, self) {
      const own = wholeHash(ts, _Py_HashPointer(ts, ts.mem.load(self + F.m_self)))
      return setBigHash(ts, own ^ BigInt(ts.mem.load(self + F.m_ml)))
    },
    tp_richcompare(ts, self, other, op) {
      if ((op !== Py_EQ && op !== Py_NE) || Py_TYPE(ts, other) !== ts.types.builtin_function_or_method)
        return newref(ts, ts.notImplemented)
      const same =
        ts.mem.load(self + F.m_self) === ts.mem.load(other + F.m_self) && specOf(ts, self) === specOf(ts, other)
      return newref(ts, same === (op === Py_EQ) ? ts.true_ : ts.false_)
    },
  },
  members: [['__module__', F.m_module]],
  getset: [
    {
      name: '__doc__',
      get(ts, self) {
        const { doc } = specOf(ts, self)
        return doc === undefined ? newref(ts, ts.none) : newStr(ts, doc)
      },
    },
    { name: '__name__', get: (ts, self) => newStr(ts, specOf(ts, self).name) },
    { name: '__qualname__', get: (ts, self) => newStr(ts, qualname(ts, self)) },
    { name: '__self__', get: (ts, self) => newref(ts, ts.mem.load(self + F.m_self) || ts.none) },
    refusedAttribute('builtin_function_or_method', '__text_signature__'),
  ],
} satisfies TypeSpec
