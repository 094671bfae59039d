// Python/bytecodes.c: names of a module, a class body and the built-ins, each an entry of a dict.

import { whileOwning } from '../../heap/objimpl.ts'
import { closeCell, DECREF, newref, Py_TYPE } from '../../heap/refcount.ts'
import { Tstate } from '../../heap/runtime.ts'
import { InterpreterFrame as F, PyCellObject } from '../../heap/structs.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { lateBuiltin, refuseBuiltin } from '../../modules/builtins_table.ts'
import { PyObject_GetItem, PyObject_SetItem } from '../../objects/abstract.ts'
import { PyDict_DelItem, PyDict_GetItem, PyDict_New, PyDict_SetItem } from '../../objects/dictobject.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from '../../objects/errors.ts'
import { setField } from '../../objects/exceptionfields.ts'
import { internStr, textOf } from '../../objects/unicodeobject.ts'
import { ERROR, type Handler, type Machine, OK } from '../machine.ts'

/** Raises `NameError: name 'x' is not defined` with its name, which "Did you mean" needs. */
function undefinedName(m: Machine, name: Borrowed): number {
  const ts = m.ts
  const text = textOf(ts, name)
  refuseBuiltin(text)
  PyErr_Format(ts, ts.exc.NameError, `name '${text}' is not defined`)
  const exception = ts.mem.load(Tstate.current_exception)
  setField(ts, exception, 'name', name)
  return ERROR
}

function globalOrBuiltin(m: Machine, name: Borrowed): Borrowed {
  const value = PyDict_GetItem(m.ts, m.field(F.f_globals), name)
  if (value !== 0) return value
  const builtins = m.field(F.f_builtins)
  return PyDict_GetItem(m.ts, builtins, name) || lateBuiltin(m.ts, builtins, textOf(m.ts, name))
}

/** Looks a name up in a class body's or module's namespace: owned, 0 when absent or failed. */
function inLocals(m: Machine, locals: Borrowed, name: Borrowed): Owned {
  const ts = m.ts
  if (Py_TYPE(ts, locals) === ts.types.dict) {
    const value = PyDict_GetItem(ts, locals, name)
    return value === 0 ? 0 : newref(ts, value)
  }
  const value = PyObject_GetItem(ts, locals, name)
  if (value === 0 && PyErr_ExceptionMatches(ts, ts.exc.KeyError)) PyErr_Clear(ts)
  return value
}

function loadName(m: Machine, i: number): number {
  const name = m.name(i)
  const own = inLocals(m, m.field(F.f_locals), name)
  if (own !== 0) {
    m.push(own)
    return OK
  }
  if (PyErr_Occurred(m.ts) !== 0) return ERROR
  const value = globalOrBuiltin(m, name)
  if (value === 0) return undefinedName(m, name)
  m.push(newref(m.ts, value))
  return OK
}

function loadGlobal(m: Machine, i: number): number {
  const value = globalOrBuiltin(m, m.name(i))
  if (value === 0) return undefinedName(m, m.name(i))
  m.push(newref(m.ts, value))
  return OK
}

export const nameHandlers: Record<string, Handler> = {
  LOAD_NAME: loadName,
  STORE_NAME(m, i) {
    const ts = m.ts
    // The value stays on the stack meanwhile: what it replaces may have a finalizer.
    const value = m.top(1)
    const locals = m.field(F.f_locals)
    const status =
      Py_TYPE(ts, locals) === ts.types.dict
        ? PyDict_SetItem(ts, locals, m.name(i), value)
        : PyObject_SetItem(ts, locals, m.name(i), value)
    closeCell(ts, m.pop())
    return status < 0 ? ERROR : OK
  },
  DELETE_NAME(m, i) {
    const ts = m.ts
    const locals = m.field(F.f_locals)
    if (PyObject_SetItem(ts, locals, m.name(i), 0) === 0) return OK
    if (!PyErr_ExceptionMatches(ts, ts.exc.KeyError)) return ERROR
    PyErr_Clear(ts)
    return undefinedName(m, m.name(i))
  },
  /** 3.11+: the lowest bit asks for a NULL, below the value (up to 3.12). */
  LOAD_GLOBAL_NULL_FIRST(m, arg) {
    if (arg & 1) m.push(0)
    return loadGlobal(m, arg >> 1)
  },
  /** 3.13+: the NULL comes above the value. */
  LOAD_GLOBAL_NULL_SECOND(m, arg) {
    if (loadGlobal(m, arg >> 1) === ERROR) return ERROR
    if (arg & 1) m.push(0)
    return OK
  },
  STORE_GLOBAL(m, i) {
    const status = PyDict_SetItem(m.ts, m.field(F.f_globals), m.name(i), m.top(1))
    closeCell(m.ts, m.pop())
    return status < 0 ? ERROR : OK
  },
  DELETE_GLOBAL(m, i) {
    const ts = m.ts
    if (PyDict_DelItem(ts, m.field(F.f_globals), m.name(i)) === 0) return OK
    if (!PyErr_ExceptionMatches(ts, ts.exc.KeyError)) return ERROR
    PyErr_Clear(ts)
    return undefinedName(m, m.name(i))
  },
  LOAD_LOCALS(m) {
    m.push(newref(m.ts, m.field(F.f_locals)))
    return OK
  },
  /** The namespace on the stack first, then the cell (class bodies; up to 3.11 the frame's own namespace). */
  LOAD_CLASSDEREF(m, i) {
    return classDeref(m, i, m.field(F.f_locals))
  },
  LOAD_FROM_DICT_OR_DEREF(m, i) {
    const namespace = m.pop()
    const status = classDeref(m, i, namespace & ~1)
    closeCell(m.ts, namespace)
    return status
  },
  LOAD_FROM_DICT_OR_GLOBALS(m, i) {
    const namespace = m.pop()
    const own = inLocals(m, namespace & ~1, m.name(i))
    closeCell(m.ts, namespace)
    if (own !== 0) {
      m.push(own)
      return OK
    }
    return PyErr_Occurred(m.ts) !== 0 ? ERROR : loadGlobal(m, i)
  },
  SETUP_ANNOTATIONS(m) {
    const ts = m.ts
    const locals = m.field(F.f_locals)
    const name = internStr(ts, '__annotations__')
    let status = 0
    if (PyDict_GetItem(ts, locals, name) === 0) {
      const dict = PyDict_New(ts)
      status = dict === 0 ? -1 : PyDict_SetItem(ts, locals, name, dict)
      if (dict !== 0) DECREF(ts, dict)
    }
    DECREF(ts, name)
    return status < 0 ? ERROR : OK
  },
  LOAD_BUILD_CLASS(m) {
    const ts = m.ts
    const name = internStr(ts, '__build_class__')
    const value = PyDict_GetItem(ts, m.field(F.f_builtins), name)
    DECREF(ts, name)
    if (value === 0) {
      PyErr_Format(ts, ts.exc.NameError, '__build_class__ not found')
      return ERROR
    }
    m.push(newref(ts, value))
    return OK
  },
}

function classDeref(m: Machine, i: number, namespace: Borrowed): number {
  const ts = m.ts
  const text = m.prepared.code.co_localsplusnames[i]
  const own = whileOwning(ts, internStr(ts, text), (name) => inLocals(m, namespace, name))
  if (own !== 0) {
    m.push(own)
    return OK
  }
  if (PyErr_Occurred(ts) !== 0) return ERROR
  const cell = ts.mem.words[(m.locals + i * 8) >> 2] & ~1
  const value = ts.mem.load(cell + PyCellObject.ob_ref)
  if (value === 0) {
    PyErr_Format(
      ts,
      ts.exc.NameError,
      `cannot access free variable '${text}' where it is not associated with a value in enclosing scope`,
    )
    return ERROR
  }
  m.push(newref(ts, value))
  return OK
}
