// Python/specialize.c: the specialised instructions that change who owns what during a call. An instruction is
// specialised once it is warm (profile.frames.warmUp); the rest of CPython's specialisations change no count.

import { CO_VARARGS, CO_VARKEYWORDS } from '../compiler/code.ts'
import { closeCell, DECREF, INCREF, newref, Py_TYPE, slotsOfType, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { CELL } from '../heap/stackref.ts'
import { InterpreterFrame as F } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { countExecution } from '../objects/codeobject.ts'
import { PyErr_NoMemory } from '../objects/errors.ts'
import { PyObject_GenericGetAttr } from '../objects/genericattr.ts'
import { PropertyObject } from '../objects/property.ts'
import { _PyType_Lookup, PyType_GenericAlloc } from '../objects/typeobject.ts'
import { internStr } from '../objects/unicodeobject.ts'
import { codeOfFunction, FRAME_INIT_SHIM } from './frame.ts'
import { ERROR, type Machine } from './machine.ts'

/** Answer of a function here when the plain instruction should run. */
const NOT_SPECIALISED = -1

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
  if (kwnames !== 0 || !ts.profile.frames.specialised.includes('init')) return NOT_SPECIALISED
  if (Py_TYPE(ts, type) !== ts.types.type || (typeFlags(ts, type) & TPFLAGS.HEAPTYPE) === 0) return NOT_SPECIALISED
  if (slotsOfType(ts, type).tp_new !== slotsOfType(ts, ts.types.object).tp_new) return NOT_SPECIALISED
  const init = plainFunction(m, type, '__init__', total + 1)
  if (init === 0 || !isWarm(m)) return NOT_SPECIALISED
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

/** `o[key]` where `__getitem__` is a plain Python function. */
export function specialisedGetItem(m: Machine): number {
  const ts = m.ts
  if (!ts.profile.frames.specialised.includes('getitem')) return NOT_SPECIALISED
  const type = Py_TYPE(ts, m.top(2))
  if ((typeFlags(ts, type) & TPFLAGS.HEAPTYPE) === 0) return NOT_SPECIALISED
  const getitem = plainFunction(m, type, '__getitem__', 2)
  if (getitem === 0 || !isWarm(m)) return NOT_SPECIALISED
  const key = m.pop()
  const container = m.pop()
  return m.enterFunction(newref(ts, getitem), [container, key], 2, 0)
}

/** `o.name` where it is a property, or where the class has its own `__getattribute__`. */
export function specialisedAttribute(m: Machine, name: Borrowed): number {
  const ts = m.ts
  const { specialised } = ts.profile.frames
  if (!specialised.includes('property')) return NOT_SPECIALISED
  const type = Py_TYPE(ts, m.top(1))
  if ((typeFlags(ts, type) & TPFLAGS.HEAPTYPE) === 0) return NOT_SPECIALISED
  // A class with a `__getattribute__` or `__getattr__` in Python has a slot of its own: no need to look.
  const usual = slotsOfType(ts, type).tp_getattro === PyObject_GenericGetAttr
  const getattribute = usual ? 0 : plainFunction(m, type, '__getattribute__', 2)
  if (getattribute !== 0) {
    if (plainFunction(m, type, '__getattr__', 2) !== 0 || !isWarm(m)) return NOT_SPECIALISED
    const owner = m.pop()
    return m.enterFunction(newref(ts, getattribute), [owner, newref(ts, name)], 2, 0)
  }
  const descriptor = _PyType_Lookup(ts, type, name)
  if (descriptor === 0 || Py_TYPE(ts, descriptor) !== ts.types.property) return NOT_SPECIALISED
  const fget = ts.mem.load(descriptor + PropertyObject.prop_get)
  if (fget === 0 || !isPlain(m, fget, 1) || !isWarm(m)) return NOT_SPECIALISED
  const owner = m.pop()
  return m.enterFunction(newref(ts, fget), [owner], 1, 0)
}

/** `str(o)` (CALL_STR_1): without a tuple for the argument. */
export function isSpecialisedStr(m: Machine, callable: Borrowed, total: number, nkw: number): boolean {
  const wanted = callable === m.ts.types.str && total === 1 && nkw === 0
  return wanted && m.ts.profile.frames.specialised.includes('str') && isWarm(m)
}

/** Counts this execution; whether the instruction was executed often enough before. */
export function isWarm(m: Machine): boolean {
  const ts = m.ts
  const { counts, executions } = ts.profile.frames.warmUp
  const code = m.field(F.f_executable)
  if (counts === 'code') return ts.mem.loadShort(code + ts.profile.layout.code) >= executions
  const instruction = m.prepared.code.instructions[m.pc - 1]
  return countExecution(ts, code, instruction.offset) >= executions
}

function plainFunction(m: Machine, type: Borrowed, name: string, argcount: number): Borrowed {
  const key = internStr(m.ts, name)
  const found = _PyType_Lookup(m.ts, type, key)
  DECREF(m.ts, key)
  return found !== 0 && isPlain(m, found, argcount) ? found : 0
}

/** A Python function that takes exactly `argcount` positional arguments. */
function isPlain(m: Machine, func: Borrowed, argcount: number): boolean {
  if (Py_TYPE(m.ts, func) !== m.ts.types.function) return false
  const code = codeOfFunction(m.ts, func)
  const simple = (code.co_flags & (CO_VARARGS | CO_VARKEYWORDS)) === 0 && code.co_kwonlyargcount === 0
  return simple && code.co_argcount === argcount
}

/** Up to 3.11 a function warms up as a whole: RESUME counts its calls. */
export function countCall(m: Machine): void {
  if (m.ts.profile.frames.warmUp.counts === 'code') countExecution(m.ts, m.field(F.f_executable), 0)
}
