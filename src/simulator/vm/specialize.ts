// Python/specialize.c: the specialised instructions that change who owns what during a call. An instruction is specialised
// once it is warm, for what it met then; what it meets later is held against that (vm/adaptive.ts). The rest of CPython's
// forms change no count: here they are one, `OTHER`, so that an instruction is taken where CPython has it taken.

import { CO_VARARGS, CO_VARKEYWORDS } from '../compiler/code.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { closeCell, DECREF, INCREF, newref, Py_TYPE, slotsOfType, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { CELL } from '../heap/stackref.ts'
import { InterpreterFrame as F, PyFunctionObject, PyVarObject, PyTypeObject as T } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { countExecution } from '../objects/codeobject.ts'
import { payloadOf } from '../objects/descriptors.ts'
import { PyErr_NoMemory } from '../objects/errors.ts'
import { PyObject_GenericGetAttr } from '../objects/genericattr.ts'
import { specOf } from '../objects/methodobject.ts'
import { hasVectorcall, typeHasVectorcall } from '../objects/objectcall.ts'
import { PropertyObject } from '../objects/property.ts'
import { isGeneric, slot_tp_getattr_hook } from '../objects/slotattributes.ts'
import { lookupText } from '../objects/typelookup.ts'
import { _PyType_Lookup, PyType_Check, PyType_GenericAlloc } from '../objects/typeobject.ts'
import { typeVersion } from '../objects/typeversion.ts'
import { internStr } from '../objects/unicodeobject.ts'
import {
  cache,
  cachedAt,
  formAt,
  guardAt,
  INIT_FORM as INIT,
  isDue,
  miss,
  OTHER_FORM as OTHER,
  quicken,
  setGuard,
  settle,
  site,
  triggers,
  UNASKED_FORM as UNASKED,
} from './adaptive.ts'
import { codeOfFunction, FRAME_INIT_SHIM } from './frame.ts'
import { ERROR, type Machine } from './machine.ts'
import { methodGuard } from './methodguard.ts'

/** Answer of a function here when the plain instruction should run. */
const NOT_SPECIALISED = -1
/** A method, which is not bound although the class has a `__getattr__`. */
export const AS_METHOD = -2

/** The forms of an instruction, beside those of adaptive.ts; 0 is none. */
const PROPERTY = 2
const GETATTRIBUTE = 3
const GETITEM = 5
const METHOD = 13
const STR = 6
/** CALL_NON_PY_GENERAL: of whatever is no Python function. */
const GENERAL = 8
const UNPACK_LIST = 9
const UNPACK_TUPLE = 10
const UNPACK_TWO_TUPLE = 11
/** LOAD_SUPER_ATTR and SEND have one form that matters. */
const ONLY = 7
/** What stands for the version where CALL meets no class that has one; for a function its code does. */
const NATIVE = 0x7fffffff
const BUILTIN_CLASS = 0x7ffffffe

/**
 * The form an instruction that remembers one version runs in now: the one it has, where it met that version before, or the
 * one it is given, where it is due.
 * @param fits whether what else the form asks for is so
 */
function versioned(
  m: Machine,
  version: number,
  specialise: () => number,
  fits: (form: number) => boolean = () => true,
): number {
  const at = site(m)
  const form = formAt(m, at)
  if (form !== 0 && cachedAt(m, at) === version && fits(form)) return form
  if (!triggers(m, at)) return 0
  const made = specialise()
  if (made !== 0) cache(m, at, version)
  settle(m, at, made)
  return made
}

/** CALL of a function, a method or anything else but a class: it is specialised too, for that. */
export function noteCallee(m: Machine, callable: Borrowed, total: number): void {
  const ts = m.ts
  if (ts.profile.frames.warmUp.counts === 'code') return
  const type = Py_TYPE(ts, callable)
  if (type === ts.types.function) {
    versioned(m, ~ts.mem.load(callable + PyFunctionObject.func_code), () => OTHER)
    return
  }
  const native = type === ts.types.builtin_function_or_method || type === ts.types.method_descriptor
  if (native && isSettledNative(m, callable)) return
  if (native && hasVectorcall(ts, callable))
    noteOwnForm(m, callable, NATIVE, () => (hasOwnForm(m, callable, total) ? UNASKED : OTHER))
  else calleeForm(m, GENERAL, () => GENERAL)
}

/** Whether CALL of this native changes nothing any more of how the instruction is specialised. */
function isSettledNative(m: Machine, callable: Borrowed): boolean {
  const at = site(m)
  const form = formAt(m, at)
  if (form === GENERAL) return true
  return (form === OTHER || form === UNASKED) && cachedAt(m, at) === (form === OTHER ? NATIVE : callable)
}

/** CALL of what may have a form of its own, which takes nothing else. */
function noteOwnForm(m: Machine, callable: Borrowed, version: number, specialise: () => number): number {
  if (isUnasked(m, callable)) return UNASKED
  const form = calleeForm(m, version, specialise)
  if (form === UNASKED) cache(m, site(m), callable)
  return form
}

/** specialize_c_call, specialize_method_descriptor: the natives that are told from all others. */
function hasOwnForm({ ts, prepared, pc }: Machine, callable: Borrowed, total: number): boolean {
  const isMethod = Py_TYPE(ts, callable) === ts.types.method_descriptor
  const payload = isMethod ? payloadOf(ts, callable) : null
  const spec = payload?.kind === 'method' ? payload.spec : specOf(ts, callable)
  if (spec.ownCall !== total) return false
  // What `append` returns is not even made.
  return !isMethod || !ts.profile.frames.appendNeedsDrop || prepared.code.instructions[pc].opname === 'POP_TOP'
}

/** Whether this CALL now runs in the form that is the callable's own. */
export function isUnasked(m: Machine, callable: Borrowed): boolean {
  const at = site(m)
  return formAt(m, at) === UNASKED && cachedAt(m, at) === callable
}

/** CALL of something that is no function: the form for all of these, once an instruction has it, takes any of them. */
function calleeForm(m: Machine, version: number, specialise: () => number): number {
  const form = formAt(m, site(m))
  return form === GENERAL ? form : versioned(m, version, specialise)
}

/** `C(...)` where `__init__` is a plain Python function: its frame gets the arguments themselves. 3.13+. */
export function specialisedInit(
  m: Machine,
  type: Borrowed,
  base: number,
  argsAt: number,
  total: number,
  kwnames: Borrowed,
): number {
  const ts = m.ts
  if (kwnames !== 0 || ts.profile.frames.warmUp.counts === 'code') return NOT_SPECIALISED
  if (!PyType_Check(ts, type)) {
    noteCallee(m, type, total)
    return NOT_SPECIALISED
  }
  if (type === ts.types.type && total === 1) {
    noteOwnForm(m, type, BUILTIN_CLASS, () => UNASKED)
    return NOT_SPECIALISED
  }
  if (!ts.profile.frames.specialised.includes('init')) return NOT_SPECIALISED
  const version = takesVectorcall(ts, type, total) ? BUILTIN_CLASS : typeVersion(ts, type)
  if (calleeForm(m, version, () => specializeClassCall(m, type, total)) !== INIT) return NOT_SPECIALISED
  const init = simpleFunction(m, type, '__init__')
  if (init === 0) return NOT_SPECIALISED
  const self = PyType_GenericAlloc(ts, type)
  if (self === 0) {
    PyErr_NoMemory(ts)
    return ERROR
  }
  const args = [newref(ts, self)]
  for (let i = 0; i < total; i++) args.push(ts.mem.load(argsAt + i * CELL))
  const callable = ts.mem.load(argsAt - 2 * CELL)
  m.sp = base
  // The new object waits on the caller's stack, where CPython has a shim frame that holds it.
  m.push(self)
  INCREF(ts, init)
  const status = m.enterFunctionThen(init, args, args.length, 0, () => closeCell(ts, callable), FRAME_INIT_SHIM)
  return status
}

/** Whether CALL_BUILTIN_CLASS takes it, which any class with a vectorcall fits; `tuple(x)` and `type(x)` have forms of their own. */
function takesVectorcall(ts: ThreadState, type: Borrowed, total: number): boolean {
  return typeHasVectorcall(ts, type) && !(total === 1 && (type === ts.types.str || type === ts.types.tuple))
}

/** specialize_class_call, get_init_for_simple_managed_python_class. */
function specializeClassCall(m: Machine, type: Borrowed, total: number): number {
  const ts = m.ts
  const { initNeedsArgcount, initNeedsInlineValues } = ts.profile.frames
  const flags = typeFlags(ts, type)
  if ((flags & TPFLAGS.HEAPTYPE) === 0) return typeHasVectorcall(ts, type) ? OTHER : 0
  if (Py_TYPE(ts, type) !== ts.types.type) return GENERAL
  if (slotsOfType(ts, type).tp_new !== slotsOfType(ts, ts.types.object).tp_new) return GENERAL
  if (initNeedsInlineValues && (flags & TPFLAGS.INLINE_VALUES) === 0) return GENERAL
  const init = simpleFunction(m, type, '__init__')
  if (init === 0) return GENERAL
  return initNeedsArgcount && codeOfFunction(ts, init).co_argcount !== total + 1 ? 0 : INIT
}

/** `o[key]` where `__getitem__` is a plain Python function. */
export function specialisedGetItem(m: Machine): number {
  const ts = m.ts
  if (!ts.profile.frames.specialised.includes('getitem')) return NOT_SPECIALISED
  const type = Py_TYPE(ts, m.top(2))
  const heap = (typeFlags(ts, type) & TPFLAGS.HEAPTYPE) !== 0
  if (ts.profile.frames.warmUp.counts === 'code') {
    if (!subscriptIsQuickened(m, type, heap)) return NOT_SPECIALISED
  } else if (!subscriptIsSpecialised(m, type, heap)) return NOT_SPECIALISED
  const getitem = plainFunction(m, type, '__getitem__', 2)
  const key = m.pop()
  const container = m.pop()
  return m.enterFunction(newref(ts, getitem), [container, key], 2, 0)
}

/** _Py_Specialize_BinarySubscr: the function is remembered in the class, so any class that has one will do. */
function subscriptIsSpecialised(m: Machine, type: Borrowed, heap: boolean): boolean {
  const { mem } = m.ts
  const at = site(m)
  const form = formAt(m, at)
  if (form === GETITEM && heap && mem.load(type + T.spec_getitem) !== 0) return true
  const builtin = heap ? 0 : builtinSubscript(m, type)
  if (form !== 0 && form === builtin) return false
  if (!triggers(m, at)) return false
  const getitem = heap ? plainFunction(m, type, '__getitem__', 2) : 0
  if (getitem !== 0) {
    typeVersion(m.ts, type)
    mem.store(type + T.spec_getitem, getitem)
  }
  settle(m, at, getitem === 0 ? builtin : GETITEM)
  return getitem !== 0
}

/** The same up to 3.11: the function warms up as a whole, and what is specialised fits one class. */
function subscriptIsQuickened(m: Machine, type: Borrowed, heap: boolean): boolean {
  if (!isWarm(m)) return false
  const at = site(m)
  const version = typeVersion(m.ts, type)
  const builtin = heap ? 0 : builtinSubscript(m, type)
  const form = formAt(m, at)
  if (form === GETITEM && cachedAt(m, at) === version) return true
  if (form !== 0) {
    if (form !== builtin) miss(m, at)
    return false
  }
  if (!isDue(m, at)) return false
  const getitem = heap && plainFunction(m, type, '__getitem__', 2) !== 0
  if (getitem) cache(m, at, version)
  quicken(m, at, getitem ? GETITEM : builtin)
  return getitem
}

/** BINARY_OP_SUBSCR_LIST_INT; those of tuple and str follow. */
export const LIST_INT_FORM = 17

/** The form for a built-in container: list, tuple and str by a small int, dict by anything. */
function builtinSubscript(m: Machine, type: Borrowed): number {
  const { types } = m.ts
  if (type === types.dict) return 16
  const kind = [types.list, types.tuple, types.str].indexOf(type)
  return kind >= 0 && Py_TYPE(m.ts, m.top(1)) === types.int ? LIST_INT_FORM + kind : 0
}

/**
 * `o.name` where it is a property, or where the class has its own `__getattribute__`.
 * @param forCall the value will be called (LOAD_ATTR with its low bit set)
 */
export function specialisedAttribute(m: Machine, name: Borrowed, forCall: boolean): number {
  const ts = m.ts
  const { specialised } = ts.profile.frames
  if (!specialised.includes('property')) return NOT_SPECIALISED
  const o = m.top(1)
  // A class is met as itself, an object by its class.
  const itself = PyType_Check(ts, o)
  const version = itself ? -typeVersion(ts, o) : typeVersion(ts, Py_TYPE(ts, o))
  const form = versioned(
    m,
    version,
    () => (itself ? OTHER : attributeForm(m, o, name, forCall)),
    (form) => form !== METHOD || guardAt(m) === methodGuard(ts, o, name),
  )
  if (form === METHOD) return AS_METHOD
  if (form !== PROPERTY && form !== GETATTRIBUTE) return NOT_SPECIALISED
  const type = Py_TYPE(ts, o)
  const owner = m.pop()
  // Below the value that will be called lies NULL.
  if (forCall) m.push(0)
  if (form === GETATTRIBUTE) {
    const getattribute = plainFunction(m, type, '__getattribute__', 2)
    return m.enterFunction(newref(ts, getattribute), [owner, newref(ts, name)], 2, 0)
  }
  const fget = ts.mem.load(_PyType_Lookup(ts, type, name) + PropertyObject.prop_get)
  return m.enterFunction(newref(ts, fget), [owner], 1, 0)
}

/** _Py_Specialize_LoadAttr: the form for an instance, by what analyze_descriptor finds. */
function attributeForm(m: Machine, o: Borrowed, name: Borrowed, forCall: boolean): number {
  const ts = m.ts
  const type = Py_TYPE(ts, o)
  const heap = (typeFlags(ts, type) & TPFLAGS.HEAPTYPE) !== 0
  const refused = forCall && !ts.profile.frames.specialised.includes('called-property')
  const { tp_getattro } = slotsOfType(ts, type)
  const hooked = heap && tp_getattro !== PyObject_GenericGetAttr
  if (hooked && (tp_getattro !== slot_tp_getattr_hook || !isGeneric(ts, lookupText(ts, type, '__getattribute__')))) {
    if (refused || plainFunction(m, type, '__getattr__', 2) !== 0) return 0
    return plainFunction(m, type, '__getattribute__', 2) === 0 ? 0 : GETATTRIBUTE
  }
  const descriptor = _PyType_Lookup(ts, type, name)
  if (descriptor === 0) return OTHER
  const kind = Py_TYPE(ts, descriptor)
  if (hooked && typeFlags(ts, kind) & TPFLAGS.METHOD_DESCRIPTOR) {
    const guard = forCall ? methodGuard(ts, o, name) : 0
    setGuard(m, guard)
    return guard === 0 ? 0 : METHOD
  }
  if (kind === ts.types.property) {
    if (hooked) return 0
    const fget = ts.mem.load(descriptor + PropertyObject.prop_get)
    return !refused && heap && fget !== 0 && isPlain(m, fget, 1) ? PROPERTY : 0
  }
  if (typeFlags(ts, kind) & TPFLAGS.METHOD_DESCRIPTOR) return forCall ? OTHER : 0
  if (kind === ts.types.member_descriptor) return OTHER
  return slotsOfType(ts, kind).tp_descr_get === undefined && heap ? OTHER : 0
}

/** `str(o)` (CALL_STR_1): without a tuple for the argument. */
export function isSpecialisedStr(m: Machine, callable: Borrowed, total: number, nkw: number): boolean {
  const wanted = callable === m.ts.types.str && total === 1 && nkw === 0
  return wanted && m.ts.profile.frames.specialised.includes('str') && isWarm(m, STR)
}

/** UNPACK_SEQUENCE of an exact tuple or list of the right length: without an iterator, once it is warm. */
export function isSpecialisedUnpack(m: Machine, n: number): boolean {
  const { types } = m.ts
  const o = m.top(1)
  const type = Py_TYPE(m.ts, o)
  if ((type === types.tuple || type === types.list) && m.ts.mem.load(o + PyVarObject.ob_size) === n)
    return isWarm(m, type === types.list ? UNPACK_LIST : n === 2 ? UNPACK_TWO_TUPLE : UNPACK_TUPLE)
  const at = site(m)
  if (m.ts.profile.frames.warmUp.counts === 'instruction' && triggers(m, at)) settle(m, at, 0)
  return false
}

/** Counts this execution; whether the instruction runs in its only form that matters. */
export function isWarm(m: Machine, form = ONLY): boolean {
  const ts = m.ts
  const { counts, executions } = ts.profile.frames.warmUp
  if (counts === 'code') return ts.mem.loadShort(m.field(F.f_executable) + ts.profile.layout.code) >= executions
  const at = site(m)
  if (formAt(m, at) === form) return true
  if (!triggers(m, at)) return false
  settle(m, at, form)
  return true
}

/** A method of a class that is a simple function; 0: it is not. */
function simpleFunction(m: Machine, type: Borrowed, name: string): Borrowed {
  const key = internStr(m.ts, name)
  const found = _PyType_Lookup(m.ts, type, key)
  DECREF(m.ts, key)
  return found !== 0 && isSimple(m, found) ? found : 0
}

function plainFunction(m: Machine, type: Borrowed, name: string, argcount: number): Borrowed {
  const found = simpleFunction(m, type, name)
  return found !== 0 && codeOfFunction(m.ts, found).co_argcount === argcount ? found : 0
}

/** SIMPLE_FUNCTION: a Python function whose parameters are all positional. */
function isSimple(m: Machine, func: Borrowed): boolean {
  if (Py_TYPE(m.ts, func) !== m.ts.types.function) return false
  const code = codeOfFunction(m.ts, func)
  return (code.co_flags & (CO_VARARGS | CO_VARKEYWORDS)) === 0 && code.co_kwonlyargcount === 0
}

/** One that takes exactly `argcount` arguments. */
function isPlain(m: Machine, func: Borrowed, argcount: number): boolean {
  return isSimple(m, func) && codeOfFunction(m.ts, func).co_argcount === argcount
}

/** _PyCode_Warmup: up to 3.11 code warms up as a whole; RESUME and JUMP_BACKWARD, no other jump, count. */
export function warmUp(m: Machine): void {
  if (m.ts.profile.frames.warmUp.counts === 'code') countExecution(m.ts, m.field(F.f_executable), 0)
}
