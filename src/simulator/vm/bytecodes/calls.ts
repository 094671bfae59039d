// Python/bytecodes.c: calls, functions, and attributes (a method call is an attribute and a call).

import { hold, holdMark, release } from '../../heap/objimpl.ts'
import { Stop, type ThreadState } from '../../heap/pystate.ts'
import { closeCell, DECREF, newref, Py_TYPE, slotsOf, stealCell, TPFLAGS, typeFlags } from '../../heap/refcount.ts'
import { CELL, Py_INT_TAG } from '../../heap/stackref.ts'
import { InterpreterFrame as F, PyFunctionObject, PyMethodObject } from '../../heap/structs.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyObject_GetIter } from '../../objects/abstract.ts'
import { callArgs, PyObject_Vectorcall } from '../../objects/call.ts'
import { PyDict_Check, PyDict_New, PyDict_Update } from '../../objects/dictobject.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from '../../objects/errors.ts'
import { FUNC_ANNOTATE, PyFunction_New } from '../../objects/funcobject.ts'
import { genericMethod, getMethod, PyObject_GenericGetAttr } from '../../objects/genericattr.ts'
import { functionText, PyObject_GetAttr, PyObject_SetAttr, PyObject_Str, typeName } from '../../objects/object.ts'
import { PySequence_Tuple } from '../../objects/sequencetuple.ts'
import { _PySuper_Lookup } from '../../objects/superobject.ts'
import { boundTo, lookupText } from '../../objects/typelookup.ts'
import { fill } from '../../profiles/index.ts'
import { callTuple } from '../calltuple.ts'
import { contextManagerError } from '../contextmanager.ts'
import { ERROR, type Handler, type Machine, OK } from '../machine.ts'
import { CHECK_PERIODIC } from '../periodic.ts'
import {
  AS_METHOD,
  isSpecialisedStr,
  isUnasked,
  isWarm,
  noteCallee,
  specialisedAttribute,
  specialisedInit,
} from '../specialize.ts'
import { hasIndex } from '../virtualiterator.ts'
import { generatorHandlers } from './generators.ts'

/** Argument of GET_ITER: for `yield from`. */
const GET_ITER_YIELD_FROM = 3

/** Which of the two cells below the arguments holds the callable: the version's calling convention. */
type Convention = 'null-first' | 'null-second'

/**
 * CALL: `n` arguments lie on the stack above the callable and self-or-NULL. A Python function becomes a frame of this
 * loop and takes the cells over; anything else is called and the cells are given up afterwards.
 */
function call(m: Machine, n: number, convention: Convention, kwnames: number): number {
  const ts = m.ts
  const mem = ts.mem
  const base = m.sp - (n + 2) * CELL
  let callableAt = convention === 'null-first' && mem.load(base) === 0 ? base + CELL : base
  const selfAt = base + CELL
  let hasSelf = convention === 'null-first' ? mem.load(base) !== 0 : mem.load(selfAt) !== 0
  const callable = mem.load(callableAt) & ~1
  if (!hasSelf && Py_TYPE(ts, callable) === ts.types.method) {
    // A bound method is taken apart: its self becomes the first argument.
    const held = mem.load(callableAt)
    const self = newref(ts, mem.load(callable + PyMethodObject.im_self))
    const func = newref(ts, mem.load(callable + PyMethodObject.im_func))
    mem.store(base, func)
    mem.store(selfAt, self)
    callableAt = base
    hasSelf = true
    closeCell(ts, held)
  }
  const argsAt = hasSelf ? selfAt : base + 2 * CELL
  const total = hasSelf ? n + 1 : n
  const nkw = kwnames === 0 ? 0 : mem.load(kwnames + 16)
  const target = mem.load(callableAt)
  if (Py_TYPE(ts, target & ~1) === ts.types.function) {
    if (kwnames === 0) noteCallee(m, target & ~1, total)
    const args: number[] = []
    for (let i = 0; i < total; i++) args.push(mem.load(argsAt + i * CELL))
    m.sp = base
    return m.enterFunction(target, args, total - nkw, kwnames)
  }
  const init = specialisedInit(m, target & ~1, base, argsAt, total, kwnames)
  if (init >= 0) return init
  const asks = isAsked(m, target & ~1, kwnames)
  m.saveRegisters()
  const result = isSpecialisedStr(m, target & ~1, total, nkw)
    ? PyObject_Str(ts, mem.load(argsAt) & ~1)
    : PyObject_Vectorcall(ts, target & ~1, argsAt, total - nkw, kwnames)
  const mark = holdMark(ts)
  if (result !== 0) hold(ts, result)
  closeCall(m, base, callableAt, argsAt, total)
  release(ts, mark)
  const status = m.pushResult(result)
  return asks ? CHECK_PERIODIC(m, status) : status
}

/** Whether a collection that came due in a call of native code runs right after it. */
function isAsked(m: Machine, callable: Borrowed, kwnames: Borrowed): boolean {
  if (kwnames === 0) return !isUnasked(m, callable)
  return m.ts.profile.frames.keywordCallsAsk === 'always' || isWarm(m)
}

/** Gives up callable and arguments: from the top of the stack down, or in the order of older versions. */
function closeCall(m: Machine, base: number, callableAt: number, argsAt: number, total: number): void {
  const ts = m.ts
  if (ts.profile.frames.callInputsClosed === 'callable-first') {
    takeAndClose(ts, callableAt)
    for (let i = 0; i < total; i++) takeAndClose(ts, argsAt + i * CELL)
  } else {
    for (let i = total - 1; i >= 0; i--) takeAndClose(ts, argsAt + i * CELL)
    takeAndClose(ts, callableAt)
  }
  m.sp = base
}

/** The cell leaves the stack before its object may die. */
function takeAndClose(ts: ThreadState, at: number): void {
  const { mem } = ts
  const cell = mem.words[at >> 2]
  mem.store(at, 0)
  closeCell(ts, cell)
}

function callKw(m: Machine, n: number): number {
  const kwnames = m.pop()
  // The names leave the stack before the call; until it is over this reference is native code's.
  const mark = holdMark(m.ts)
  hold(m.ts, kwnames)
  const status = call(m, n, 'null-second', kwnames & ~1)
  release(m.ts, mark)
  closeCell(m.ts, kwnames)
  return status
}

/** CALL_FUNCTION_EX: one tuple of positional arguments, perhaps one dict of keywords. */
function callEx(m: Machine, hasKeywords: boolean, convention: 'null-first' | 'null-second'): number {
  const ts = m.ts
  const kwargsCell = hasKeywords ? m.pop() : 0
  let kwargs = stealCell(ts, kwargsCell)
  const argsCell = m.pop()
  let args = stealCell(ts, argsCell)
  const upper = m.pop()
  const lower = m.pop()
  const funcCell = convention === 'null-first' ? upper : lower
  const func = funcCell & ~1
  const fail = () => {
    if (kwargs !== 0) DECREF(ts, kwargs)
    DECREF(ts, args)
    closeCell(ts, funcCell)
    return ERROR
  }
  if (kwargs !== 0 && !PyDict_Check(ts, kwargs)) {
    const dict = PyDict_New(ts)
    if (dict === 0) return fail()
    if (PyDict_Update(ts, dict, kwargs) < 0) {
      DECREF(ts, dict)
      if (PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) {
        PyErr_Clear(ts)
        const type = typeName(ts, kwargs)
        PyErr_Format(ts, ts.exc.TypeError, fill(ts.profile.messages.doubleStarArgument, functionText(ts, func), type))
      }
      return fail()
    }
    DECREF(ts, kwargs)
    kwargs = dict
  }
  if (Py_TYPE(ts, args) !== ts.types.tuple) {
    if (slotsOf(ts, args).tp_iter === undefined && slotsOf(ts, args).sq_item === undefined) {
      const type = typeName(ts, args)
      PyErr_Format(ts, ts.exc.TypeError, fill(ts.profile.messages.starArgument, functionText(ts, func), type))
      return fail()
    }
    const mark = holdMark(ts)
    for (const cell of [funcCell, args, kwargs]) if (cell !== 0) hold(ts, cell)
    const tuple = PySequence_Tuple(ts, args)
    release(ts, mark)
    if (tuple === 0) return fail()
    DECREF(ts, args)
    args = tuple
  }
  return callTuple(m, funcCell, args, kwargs)
}

function makeFunction(m: Machine): number {
  const func = PyFunction_New(m.ts, m.top(1), m.field(F.f_globals))
  closeCell(m.ts, m.pop())
  return func
}

/** The parts a function may be given, by the bits of MAKE_FUNCTION and SET_FUNCTION_ATTRIBUTE, in stack order. */
const FUNCTION_PARTS: readonly (readonly [bit: number, offset: number])[] = [
  [8, PyFunctionObject.func_closure],
  [4, PyFunctionObject.func_annotations],
  [2, PyFunctionObject.func_kwdefaults],
  [1, PyFunctionObject.func_defaults],
]

function loadMethod(m: Machine, i: number, convention: Convention): number {
  const ts = m.ts
  const special = specialisedAttribute(m, m.name(i), true)
  if (special >= 0) return special
  m.saveRegisters()
  const owner = m.peek(1)
  const get = special === AS_METHOD ? genericMethod : getMethod
  const method = get(ts, owner & ~1, m.name(i))
  if (method === 0) {
    closeCell(ts, m.pop())
    return ERROR
  }
  const unbound = ts.methodIsUnbound
  m.pop()
  if (convention === 'null-first') {
    m.push(unbound ? method : 0)
    m.push(unbound ? owner : method)
  } else {
    m.push(method)
    m.push(unbound ? owner : 0)
  }
  if (!unbound) closeCell(ts, owner)
  return OK
}

function loadAttr(m: Machine, i: number): number {
  const special = specialisedAttribute(m, m.name(i), false)
  if (special >= 0) return special
  m.saveRegisters()
  return m.replace(1, PyObject_GetAttr(m.ts, m.top(1), m.name(i)))
}

/** LOAD_SUPER_ATTR: `super().name` without making the super object. */
function loadSuperAttr(m: Machine, arg: number, convention: Convention): number {
  const ts = m.ts
  const self = m.top(1)
  const type = m.top(2)
  const asMethod = (arg & 1) !== 0
  m.saveRegisters()
  if (!isWarm(m)) return loadSuperAttrPlain(m, arg, convention)
  // What has a way of its own to look up attributes gets a bound method.
  const mayStayUnbound = asMethod && slotsOf(ts, self).tp_getattro === PyObject_GenericGetAttr
  const value = superLookup(m, type, self, m.name(arg >> 2), mayStayUnbound)
  const selfCell = m.pop()
  const typeCell = m.pop()
  const superCell = m.pop()
  closeCell(ts, superCell)
  closeCell(ts, typeCell)
  if (value === 0) {
    closeCell(ts, selfCell)
    return ERROR
  }
  if (!asMethod) {
    closeCell(ts, selfCell)
    m.push(value)
    return OK
  }
  const unbound = mayStayUnbound && ts.methodIsUnbound
  if (convention === 'null-first') {
    m.push(unbound ? value : 0)
    m.push(unbound ? selfCell : value)
  } else {
    m.push(value)
    m.push(unbound ? selfCell : 0)
  }
  if (!unbound) closeCell(ts, selfCell)
  return OK
}

/** LOAD_SUPER_ATTR before it is specialised: the super object is made, and what it gives is bound. */
function loadSuperAttrPlain(m: Machine, arg: number, convention: Convention): number {
  const ts = m.ts
  if (m.replace(3, callArgs(ts, m.top(3), [m.top(2), m.top(1)])) === ERROR) return ERROR
  if (m.replace(1, PyObject_GetAttr(ts, m.top(1), m.name(arg >> 2))) === ERROR) return ERROR
  const value = m.pop()
  if ((arg & 1) === 0) m.push(value)
  else {
    m.push(convention === 'null-first' ? 0 : value)
    m.push(convention === 'null-first' ? value : 0)
  }
  return OK
}

/** A method found on the type: unbound, with `ts.methodIsUnbound` set, where it is a function; else bound. */
function specialMethod(ts: ThreadState, o: Borrowed, name: string): Owned {
  const type = Py_TYPE(ts, o)
  const found = lookupText(ts, type, name)
  ts.methodIsUnbound = found !== 0 && (typeFlags(ts, Py_TYPE(ts, found)) & TPFLAGS.METHOD_DESCRIPTOR) !== 0
  if (found === 0) return 0
  return ts.methodIsUnbound ? newref(ts, found) : boundTo(ts, found, o, type)
}

/** `super().name`: without the super object where `super` is the built-in one, which is the only one that is simulated. */
function superLookup(m: Machine, type: Borrowed, self: Borrowed, name: Borrowed, asMethod: boolean): Owned {
  if (m.top(3) !== m.ts.types.super) throw new Stop({ kind: 'unsupported', feature: 'a `super` of your own' })
  return _PySuper_Lookup(m.ts, type, self, name, asMethod)
}

/** LOAD_SPECIAL: a method looked up on the type, and its self. */
function loadSpecial(m: Machine, name: string): number {
  const ts = m.ts
  const owner = m.top(1)
  const method = specialMethod(ts, owner, name)
  if (method === 0) {
    if (PyErr_Occurred(ts) === 0) PyErr_Format(ts, ts.exc.TypeError, contextManagerError(ts, owner, name))
    return ERROR
  }
  const cell = m.pop()
  m.push(method)
  m.push(ts.methodIsUnbound ? cell : 0)
  if (!ts.methodIsUnbound) closeCell(ts, cell)
  return OK
}

export const callHandlers: Record<string, Handler> = {
  KW_NAMES(m, i) {
    m.kwnames = m.constant(i)
    return OK
  },
  CALL_NULL_FIRST(m, n) {
    const kwnames = m.kwnames
    m.kwnames = 0
    return call(m, n, 'null-first', kwnames)
  },
  CALL_NULL_SECOND: (m, n) => call(m, n, 'null-second', 0),
  CALL_KW: callKw,
  /** 3.11, 3.12: NULL, callable, args, (kwargs). */
  CALL_FUNCTION_EX_NULL_FIRST: (m, flags) => callEx(m, (flags & 1) !== 0, 'null-first'),
  /** 3.13: callable, NULL, args, (kwargs). */
  CALL_FUNCTION_EX_NULL_SECOND: (m, flags) => callEx(m, (flags & 1) !== 0, 'null-second'),
  /** 3.14+: the keywords' cell is always there. */
  CALL_FUNCTION_EX_ALWAYS_KWARGS: (m) => callEx(m, true, 'null-second'),
  /** Up to 3.12: the flags say which parts lie below the code object. */
  MAKE_FUNCTION_FLAGS(m, flags) {
    const func = makeFunction(m)
    if (func === 0) return ERROR
    for (const [bit, offset] of FUNCTION_PARTS) if (flags & bit) m.ts.mem.store(func + offset, stealCell(m.ts, m.pop()))
    m.push(func)
    return OK
  },
  MAKE_FUNCTION: (m) => m.pushResult(makeFunction(m)),
  SET_FUNCTION_ATTRIBUTE(m, flag) {
    const func = m.pop()
    const value = stealCell(m.ts, m.pop())
    const part = FUNCTION_PARTS.find(([bit]) => bit === flag)
    const offset = part ? part[1] : FUNC_ANNOTATE
    m.ts.mem.store((func & ~1) + offset, value)
    m.push(func)
    return OK
  },
  LOAD_METHOD: (m, i) => loadMethod(m, i, 'null-first'),
  LOAD_ATTR: loadAttr,
  LOAD_ATTR_NULL_FIRST: (m, arg) => (arg & 1 ? loadMethod(m, arg >> 1, 'null-first') : loadAttr(m, arg >> 1)),
  LOAD_ATTR_NULL_SECOND: (m, arg) => (arg & 1 ? loadMethod(m, arg >> 1, 'null-second') : loadAttr(m, arg >> 1)),
  LOAD_SUPER_ATTR_NULL_FIRST: (m, arg) => loadSuperAttr(m, arg, 'null-first'),
  LOAD_SUPER_ATTR_NULL_SECOND: (m, arg) => loadSuperAttr(m, arg, 'null-second'),
  STORE_ATTR(m, i) {
    m.saveRegisters()
    const status = PyObject_SetAttr(m.ts, m.top(1), m.name(i), m.top(2))
    m.drop(2, m.ts.profile.frames.subscrClosed === 'from-the-top' ? 'top-first' : 'bottom-first')
    return status < 0 ? ERROR : OK
  },
  DELETE_ATTR(m, i) {
    const status = PyObject_SetAttr(m.ts, m.top(1), m.name(i), 0)
    closeCell(m.ts, m.pop())
    return status < 0 ? ERROR : OK
  },
  LOAD_SPECIAL: (m, which) => loadSpecial(m, ['__enter__', '__exit__', '__aenter__', '__aexit__'][which]),
  GET_ITER(m) {
    return m.replace(1, PyObject_GetIter(m.ts, m.top(1)))
  },
  /** 3.15: a list or tuple is iterated by an index beside it on the stack; no iterator is made. */
  GET_ITER_PAIR(m, how) {
    const ts = m.ts
    if (how === GET_ITER_YIELD_FROM) return generatorHandlers.GET_YIELD_FROM_ITER_PAIR(m, 0)
    if (hasIndex(ts, m.top(1))) {
      m.push(Py_INT_TAG)
      return OK
    }
    if (m.replace(1, PyObject_GetIter(ts, m.top(1))) === ERROR) return ERROR
    m.push(0)
    return OK
  },
}
