// Python/intrinsics.c: what is too rare for an instruction of its own. Up to 3.11 some were instructions.

import { CO_ASYNC_GENERATOR, CO_COROUTINE } from '../../compiler/code.ts'
import { findOpcodes } from '../../compiler/opcodes/index.ts'
import { Stop, type ThreadState } from '../../heap/pystate.ts'
import { closeCell, DECREF, newref, Py_TYPE, SETREF } from '../../heap/refcount.ts'
import { InterpreterFrame as F, PyBaseExceptionObject } from '../../heap/structs.ts'
import type { Owned } from '../../heap/typeslots.ts'
import { PyNumber_Unary } from '../../objects/abstract.ts'
import { newWrappedValue } from '../../objects/asyncgenobject.ts'
import { FUNC_TYPEPARAMS } from '../../objects/funcobject.ts'
import { PyList_AsTuple } from '../../objects/listobject.ts'
import { PyType_IsSubtype } from '../../objects/object.ts'
import { PyTuple_GET_ITEM } from '../../objects/tupleobject.ts'
import {
  newTypeAlias,
  newTypeParameter,
  type ParameterKind,
  setTypeParameterDefault,
  subscriptGeneric,
} from '../../objects/typevarobject.ts'
import { newStr } from '../../objects/unicodeobject.ts'
import { importStar } from '../importstar.ts'
import { ERROR, type Handler, type Machine, OK } from '../machine.ts'
import { reraiseStar } from './exceptions.ts'

/** Replaces the top of the stack by what `make` gives for it. */
function replaceTop(m: Machine, make: (ts: ThreadState, o: number) => Owned): number {
  m.saveRegisters()
  return m.replace(1, make(m.ts, m.top(1)))
}

/** What leaves a generator's body: a StopIteration becomes RuntimeError, for it would look like the end. */
function stopIterationError(m: Machine): number {
  const ts = m.ts
  const exception = m.top(1)
  const { co_flags } = m.prepared.code
  const is = (type: number) => PyType_IsSubtype(ts, Py_TYPE(ts, exception), type)
  let message = ''
  if (is(ts.exc.StopIteration)) {
    const kind = co_flags & CO_ASYNC_GENERATOR ? 'async generator' : co_flags & CO_COROUTINE ? 'coroutine' : 'generator'
    message = `${kind} raised StopIteration`
  } else if (co_flags & CO_ASYNC_GENERATOR && is(ts.exc.StopAsyncIteration))
    message = 'async generator raised StopAsyncIteration'
  if (message === '') return OK
  const text = newStr(ts, message)
  const error = ts.newException(ts.exc.RuntimeError, text)
  DECREF(ts, text)
  if (error === 0) return ERROR
  ts.mem.store(error + PyBaseExceptionObject.suppress_context, 1)
  ts.mem.store(error + PyBaseExceptionObject.cause, newref(ts, exception))
  ts.mem.store(error + PyBaseExceptionObject.context, newref(ts, exception))
  return m.replace(1, error)
}

function import_star(m: Machine): number {
  m.saveRegisters()
  const status = importStar(m.ts, m.top(1), m.field(F.f_locals))
  closeCell(m.ts, m.pop())
  return status < 0 ? ERROR : OK
}

/** A type parameter from its name on top; with a bound or constraints, the name below their evaluator. */
function typeParameter(kind: ParameterKind, evaluated: 'no' | 'bound' | 'constraints'): (m: Machine) => number {
  return (m) => {
    const ts = m.ts
    if (evaluated === 'no') return m.replace(1, newTypeParameter(ts, kind, m.top(1), 0, false))
    const made = newTypeParameter(ts, kind, m.top(2), m.top(1), evaluated === 'constraints')
    return m.replace(2, made, 'bottom-first')
  }
}

/** Gives the object below the top something that lies on top, and leaves it there. */
function give(set: (ts: ThreadState, o: number, value: number) => void): (m: Machine) => number {
  return (m) => {
    const value = m.pop()
    set(m.ts, m.top(1), value & ~1)
    closeCell(m.ts, value)
    return OK
  }
}

const ONE: Readonly<Record<string, (m: Machine) => number>> = {
  INTRINSIC_IMPORT_STAR(m) {
    if (import_star(m) === ERROR) return ERROR
    m.push(newref(m.ts, m.ts.none))
    return OK
  },
  INTRINSIC_STOPITERATION_ERROR: stopIterationError,
  INTRINSIC_ASYNC_GEN_WRAP: (m) => replaceTop(m, newWrappedValue),
  INTRINSIC_UNARY_POSITIVE: (m) => replaceTop(m, (ts, o) => PyNumber_Unary(ts, o, 'nb_positive', 'unary +')),
  INTRINSIC_TYPEVAR: typeParameter('TypeVar', 'no'),
  INTRINSIC_PARAMSPEC: typeParameter('ParamSpec', 'no'),
  INTRINSIC_TYPEVARTUPLE: typeParameter('TypeVarTuple', 'no'),
  INTRINSIC_SUBSCRIPT_GENERIC: (m) => replaceTop(m, subscriptGeneric),
  INTRINSIC_TYPEALIAS: (m) =>
    replaceTop(m, (ts, parts) => {
      const [name, params, evaluate] = [0, 1, 2].map((i) => PyTuple_GET_ITEM(ts, parts, i))
      return newTypeAlias(ts, name, params, evaluate)
    }),
  INTRINSIC_LIST_TO_TUPLE: (m) => replaceTop(m, PyList_AsTuple),
}

const TWO: Readonly<Record<string, (m: Machine) => number>> = {
  INTRINSIC_PREP_RERAISE_STAR: reraiseStar,
  INTRINSIC_TYPEVAR_WITH_BOUND: typeParameter('TypeVar', 'bound'),
  INTRINSIC_TYPEVAR_WITH_CONSTRAINTS: typeParameter('TypeVar', 'constraints'),
  INTRINSIC_SET_FUNCTION_TYPE_PARAMS: give((ts, func, params) =>
    SETREF(ts, func + FUNC_TYPEPARAMS, newref(ts, params)),
  ),
  INTRINSIC_SET_TYPEPARAM_DEFAULT: give(setTypeParameterDefault),
}

function named(m: Machine, kind: 'intrinsic1' | 'intrinsic2', which: number): (m: Machine) => number {
  const name = findOpcodes(m.ts.profile.compiler.opcodes).table[kind][which]
  const intrinsic = (kind === 'intrinsic1' ? ONE : TWO)[name]
  if (!intrinsic) throw new Stop({ kind: 'unsupported', feature: name })
  return intrinsic
}

export const intrinsicHandlers: Record<string, Handler> = {
  IMPORT_STAR: import_star,
  CALL_INTRINSIC_1: (m, which) => named(m, 'intrinsic1', which)(m),
  CALL_INTRINSIC_2: (m, which) => named(m, 'intrinsic2', which)(m),
}
