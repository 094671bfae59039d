// Objects/object.c: how a type is described, and the protocols every object answers (repr, str, hash, comparison, truth,
// attributes), each a dispatch through the type's table of functions.

import { hold, holdMark, release, whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, slotsOf, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import type { StaticExceptions, StaticTypes } from '../heap/statictypes.ts'
import { PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, Owned, TypeSlots, Vectorcall } from '../heap/typeslots.ts'
import type { Profile } from '../profiles/index.ts'
import { PyErr_Clear, PyErr_Format, PyErr_Occurred } from './errors.ts'
import { pointer, wrongReturn } from './typenames.ts'
import { isInterned, newStr, PyUnicode_InternInPlace, textOf } from './unicodeobject.ts'

/**
 * A method written natively. `kind` is CPython's calling convention and decides how the number of arguments is checked:
 * NOARGS (none), O (exactly one), FASTCALL (positional only, `min`..`max`), KEYWORDS (the function parses itself).
 * `self` is the first parameter of `call` in every kind.
 */
export interface MethodSpec {
  readonly name: string
  readonly kind: 'NOARGS' | 'O' | 'FASTCALL' | 'KEYWORDS'
  readonly min?: number
  readonly max?: number
  readonly binding?: 'instance' | 'class' | 'static'
  readonly doc?: string
  /** Whether the version has it; absent: all have. */
  readonly when?: (profile: Profile) => boolean
  /**
   * METH_VARARGS: in which versions the arguments come in a tuple, and those by keyword in a dict; absent: in none.
   * 'clinic': the function is called without one, and what Argument Clinic wrote makes it.
   */
  readonly varargs?: (profile: Profile) => boolean | 'clinic'
  /** With so many arguments, self among them, CALL has a form for it alone (vm/specialize.ts). */
  readonly ownCall?: number
  readonly call: Vectorcall
}

/** A computed attribute. */
export interface GetSetSpec {
  readonly name: string
  readonly get: (ts: ThreadState, self: Borrowed) => Owned
  /** `value` 0 deletes. */
  readonly set?: (ts: ThreadState, self: Borrowed, value: Borrowed) => number
  /** Belongs to no class in particular, and its repr says so. */
  readonly shared?: boolean
  /** Whether the version has it; absent: all have. */
  readonly when?: (profile: Profile) => boolean
}

/** The name under which a static type is found: in `ts.exc` for exceptions, in `ts.types` for the rest. */
export type StaticTypeName = keyof StaticTypes | keyof StaticExceptions

/** A built-in type, as CPython's PyTypeObject initialiser. Readied by typeobject.ts. */
export interface TypeSpec {
  readonly name: StaticTypeName
  /** `tp_name` where it differs from `name` (`'weakref.ReferenceType'`). */
  readonly tp_name?: string | ((profile: Profile) => string)
  /** Bytes of an instance, without what stands before it. */
  readonly basicsize: number | ((profile: Profile) => number)
  readonly itemsize?: number
  readonly base?: StaticTypeName
  /** Names from TPFLAGS. */
  readonly flags: readonly (keyof typeof TPFLAGS)[]
  /** Byte offset of the weak reference list in an instance; 0 or absent: none. */
  readonly weaklistoffset?: number
  readonly dictoffset?: number
  readonly slots: TypeSlots
  readonly methods?: readonly MethodSpec[]
  readonly getset?: readonly GetSetSpec[]
  /** Owned fields shown by name, read-only unless it says otherwise, and numbers that can be written. */
  readonly members?: readonly (readonly [name: string, offset: number, kind?: 'writable' | 'ssize' | 'bool'])[]
  readonly doc?: string
}

/** Comparison operators as object.h numbers them. */
export const Py_LT = 0
export const Py_LE = 1
export const Py_EQ = 2
export const Py_NE = 3
export const Py_GT = 4
export const Py_GE = 5
const OPERATORS = ['<', '<=', '==', '!=', '>', '>=']
const SWAPPED = [Py_GT, Py_GE, Py_EQ, Py_NE, Py_LT, Py_LE]

/** `tp_name` of an object's type. */
export function typeName(ts: ThreadState, o: Borrowed): string {
  return nameOfType(ts, Py_TYPE(ts, o))
}

/** `tp_name` of a type. */
export function nameOfType(ts: ThreadState, type: Borrowed): string {
  return ts.texts[ts.mem.load(type + PyTypeObject.tp_name)]
}

/** Whether `type` is `base` or derived from it: along tp_mro once it exists, along tp_base before. */
export function PyType_IsSubtype(ts: ThreadState, type: Borrowed, base: Borrowed): boolean {
  const mem = ts.mem
  const mro = mem.load(type + PyTypeObject.tp_mro)
  if (mro !== 0) {
    const items = mro + ts.profile.layout.tupleItems
    const n = mem.load(mro + 16)
    for (let i = 0; i < n; i++) if (mem.load(items + i * 8) === base) return true
    return false
  }
  for (let t = type; t !== 0; t = mem.load(t + PyTypeObject.tp_base)) if (t === base) return true
  return base === ts.types.object
}

/** Whether an object's type is `type` or derived from it. */
export function PyObject_TypeCheck(ts: ThreadState, o: Borrowed, type: Borrowed): boolean {
  const own = Py_TYPE(ts, o)
  return own === type || PyType_IsSubtype(ts, own, type)
}

/** Whether the object is a str (or a subclass of it). */
export function PyUnicode_Check(ts: ThreadState, o: Borrowed): boolean {
  return (typeFlags(ts, Py_TYPE(ts, o)) & TPFLAGS.UNICODE_SUBCLASS) !== 0
}

/** repr(o): a str, or 0. */
export function PyObject_Repr(ts: ThreadState, o: Borrowed): Owned {
  PyErr_CheckSignals(ts)
  const tp_repr = slotsOf(ts, o).tp_repr
  if (!tp_repr) return newStr(ts, `<${typeName(ts, o)} object at ${pointer(o)}>`)
  if (ts.enterRecursiveCall(' while getting the repr of an object') < 0) return 0
  const result = tp_repr(ts, o)
  ts.leaveRecursiveCall()
  if (result !== 0 && !PyUnicode_Check(ts, result)) {
    return wrongReturn(ts, o, '__repr__', result)
  }
  return result
}

/** Long native work looks for signals now and then, and lets the collector run that is due (3.12). */
function PyErr_CheckSignals(ts: ThreadState): void {
  ts.evalBreaker()
}

/** str(o): a str, or 0. */
export function PyObject_Str(ts: ThreadState, o: Borrowed): Owned {
  PyErr_CheckSignals(ts)
  if (Py_TYPE(ts, o) === ts.types.str) return newref(ts, o)
  const tp_str = slotsOf(ts, o).tp_str
  if (!tp_str) return PyObject_Repr(ts, o)
  if (ts.enterRecursiveCall(' while getting the str of an object') < 0) return 0
  const result = tp_str(ts, o)
  ts.leaveRecursiveCall()
  if (result !== 0 && !PyUnicode_Check(ts, result)) {
    return wrongReturn(ts, o, '__str__', result)
  }
  return result
}

/** hash(o): low word; `ts.hashHigh` has the high one. Both -1: error. */
export function PyObject_Hash(ts: ThreadState, o: Borrowed): number {
  const tp_hash = slotsOf(ts, o).tp_hash
  if (tp_hash) return tp_hash(ts, o)
  PyErr_Format(ts, ts.exc.TypeError, `unhashable type: '${typeName(ts, o)}'`)
  ts.hashHigh = -1
  return -1
}

/** Whether the last hash was an error. */
export function hashFailed(ts: ThreadState, low: number): boolean {
  return low === -1 && ts.hashHigh === -1
}

/** A rich comparison: any object, or 0. */
export function PyObject_RichCompare(ts: ThreadState, v: Borrowed, w: Borrowed, op: number): Owned {
  if (ts.enterRecursiveCall(' in comparison') < 0) return 0
  const result = richCompare(ts, v, w, op)
  ts.leaveRecursiveCall()
  return result
}

function richCompare(ts: ThreadState, v: Borrowed, w: Borrowed, op: number): Owned {
  const vType = Py_TYPE(ts, v)
  const wType = Py_TYPE(ts, w)
  const vCompare = slotsOf(ts, v).tp_richcompare
  const wCompare = slotsOf(ts, w).tp_richcompare
  let checkedReverse = false
  if (vType !== wType && wCompare && PyType_IsSubtype(ts, wType, vType)) {
    checkedReverse = true
    const result = wCompare(ts, w, v, SWAPPED[op])
    if (result !== ts.notImplemented) return result
    DECREF(ts, result)
  }
  if (vCompare) {
    const result = vCompare(ts, v, w, op)
    if (result !== ts.notImplemented) return result
    DECREF(ts, result)
  }
  if (!checkedReverse && wCompare) {
    const result = wCompare(ts, w, v, SWAPPED[op])
    if (result !== ts.notImplemented) return result
    DECREF(ts, result)
  }
  if (op === Py_EQ) return newref(ts, v === w ? ts.true_ : ts.false_)
  if (op === Py_NE) return newref(ts, v !== w ? ts.true_ : ts.false_)
  PyErr_Format(
    ts,
    ts.exc.TypeError,
    `'${OPERATORS[op]}' not supported between instances of '${typeName(ts, v)}' and '${typeName(ts, w)}'`,
  )
  return 0
}

/** A comparison's truth: 1, 0, or -1. Identity implies equality, as inside containers. */
export function PyObject_RichCompareBool(ts: ThreadState, v: Borrowed, w: Borrowed, op: number): number {
  if (v === w) {
    if (op === Py_EQ) return 1
    if (op === Py_NE) return 0
  }
  return truthOf(ts, PyObject_RichCompare(ts, v, w, op))
}

/** bool(o) of what is given up: 1, 0, or -1, also for 0. */
export function truthOf(ts: ThreadState, o: Owned): number {
  if (o === 0) return -1
  const mark = holdMark(ts)
  hold(ts, o)
  const truth = PyObject_IsTrue(ts, o)
  release(ts, mark)
  DECREF(ts, o)
  return truth
}

/** bool(o): 1, 0, or -1. */
export function PyObject_IsTrue(ts: ThreadState, o: Borrowed): number {
  if (o === ts.true_) return 1
  if (o === ts.false_ || o === ts.none) return 0
  const slots = slotsOf(ts, o)
  if (slots.nb_bool) return slots.nb_bool(ts, o)
  const length = slots.mp_length ?? slots.sq_length
  if (!length) return 1
  const n = length(ts, o)
  return n > 0 ? 1 : n
}

/** getattr(o, name), `name` a str. */
export function PyObject_GetAttr(ts: ThreadState, o: Borrowed, name: Borrowed): Owned {
  const tp_getattro = slotsOf(ts, o).tp_getattro
  const result = tp_getattro
    ? tp_getattro(ts, o, name)
    : PyErr_Format(ts, ts.exc.AttributeError, `'${typeName(ts, o)}' object has no attribute '${textOf(ts, name)}'`)
  if (result === 0) ts.setAttributeErrorContext(o, name)
  return result
}

/** setattr / delattr (`value` 0). 0 ok, -1 error. */
export function PyObject_SetAttr(ts: ThreadState, o: Borrowed, name: Borrowed, value: Borrowed): number {
  const tp_setattro = slotsOf(ts, o).tp_setattro
  if (!tp_setattro) return nothingToSet(ts, o, name, value)
  if (isInterned(ts, name) || Py_TYPE(ts, name) !== ts.types.str) return tp_setattro(ts, o, name, value)
  const interned = PyUnicode_InternInPlace(ts, newref(ts, name))
  return whileOwning(ts, interned, () => tp_setattro(ts, o, interned, value))
}

/** A class may leave `object` out of its `__mro__`, and has no functions of its then. */
function nothingToSet(ts: ThreadState, o: Borrowed, name: Borrowed, value: Borrowed): -1 {
  const has = slotsOf(ts, o).tp_getattro ? 'only read-only' : 'no'
  const what = `${value === 0 ? 'del' : 'assign to'} .${textOf(ts, name)}`
  PyErr_Format(ts, ts.exc.TypeError, `'${typeName(ts, o)}' object has ${has} attributes (${what})`)
  return -1
}

/** Whether an error is set although a function says 0 or nothing; for asserting in natives. */
export function failed(ts: ThreadState): boolean {
  return PyErr_Occurred(ts) !== 0
}

/** repr(o) as text for a message; empty when it fails (the error is dropped). */
export function reprText(ts: ThreadState, o: Borrowed): string {
  const repr = PyObject_Repr(ts, o)
  if (repr === 0) {
    PyErr_Clear(ts)
    return ''
  }
  const text = textOf(ts, repr)
  DECREF(ts, repr)
  return text
}

/** _PyObject_FunctionStr: `module.qualname()` of a callable, without the module for `__main__` and built-ins. */
export function functionText(ts: ThreadState, func: Borrowed): string {
  const qualname = attributeText(ts, func, '__qualname__')
  if (qualname === null) return reprText(ts, func)
  const module = attributeText(ts, func, '__module__')
  return module === null || module === 'builtins' ? `${qualname}()` : `${module}.${qualname}()`
}

function attributeText(ts: ThreadState, o: Borrowed, name: string): string | null {
  const key = ts.newStr(name)
  const value = PyObject_GetAttr(ts, o, key)
  DECREF(ts, key)
  if (value === 0) {
    PyErr_Clear(ts)
    return null
  }
  const text = PyUnicode_Check(ts, value) ? textOf(ts, value) : null
  DECREF(ts, value)
  return text
}

/** ascii(o): repr(o) with everything beyond ASCII escaped. */
export function PyObject_ASCII(ts: ThreadState, o: Borrowed): Owned {
  const repr = PyObject_Repr(ts, o)
  if (repr === 0) return 0
  const text = textOf(ts, repr)
  const ascii = text.replace(/[\u{80}-\u{10ffff}]/gu, escaped)
  if (ascii === text) return repr
  DECREF(ts, repr)
  return ts.newStr(ascii)
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const hex = code.toString(16)
  if (code < 0x100) return `\\x${hex.padStart(2, '0')}`
  return code < 0x10000 ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`
}
