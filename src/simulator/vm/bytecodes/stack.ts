// Python/bytecodes.c: instructions that only move cells and load what is at hand: constants, locals, cells.

import { closeCell, DECREF, INCREF, newref, SETREF, stealCell } from '../../heap/refcount.ts'
import { Py_TAG_REFCNT } from '../../heap/stackref.ts'
import { InterpreterFrame as F, PyCellObject, PyFunctionObject } from '../../heap/structs.ts'
import { PyCell_New } from '../../objects/cellobject.ts'
import { PyErr_Format } from '../../objects/errors.ts'
import { newInt } from '../../objects/longobject.ts'
import { PyTuple_GET_ITEM } from '../../objects/tupleobject.ts'
import { ERROR, type Handler, type Machine, OK } from '../machine.ts'
import { evalBreaker } from '../periodic.ts'
import { warmUp } from '../specialize.ts'

function local(m: Machine, i: number): number {
  return m.locals + i * 8
}

/** LOAD_FAST (PyStackRef_DUP): a new reference; of what the slot only borrows, the same borrowed one. */
export function loadFast(m: Machine, i: number): number {
  const cell = m.ts.mem.words[local(m, i) >> 2]
  if ((cell & Py_TAG_REFCNT) === 0) INCREF(m.ts, cell)
  m.push(cell)
  return OK
}

/** LOAD_FAST_BORROW: the same object, not counted. */
export function loadFastBorrow(m: Machine, i: number): number {
  m.push(m.ts.mem.words[local(m, i) >> 2] | Py_TAG_REFCNT)
  return OK
}

function storeFast(m: Machine, i: number): number {
  const at = local(m, i)
  const old = m.ts.mem.words[at >> 2]
  m.ts.mem.store(at, m.pop())
  closeCell(m.ts, old)
  return OK
}

function unbound(m: Machine, i: number): number {
  const name = m.prepared.code.co_localsplusnames[i]
  const ts = m.ts
  PyErr_Format(
    ts,
    ts.exc.UnboundLocalError,
    `cannot access local variable '${name}' where it is not associated with a value`,
  )
  return ERROR
}

function loadFastCheck(m: Machine, i: number): number {
  return m.ts.mem.words[local(m, i) >> 2] === 0 ? unbound(m, i) : loadFast(m, i)
}

/** Raises NameError (free variable) or UnboundLocalError (own cell) for an empty cell. */
function unboundCell(m: Machine, i: number): number {
  const ts = m.ts
  const { co_localsplusnames, co_localspluskinds } = m.prepared.code
  const name = co_localsplusnames[i]
  if ((co_localspluskinds[i] & 0x80) === 0) return unbound(m, i)
  PyErr_Format(
    ts,
    ts.exc.NameError,
    `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
  )
  return ERROR
}

function cellAt(m: Machine, i: number): number {
  return m.ts.mem.words[local(m, i) >> 2] & ~1
}

function two(arg: number): [number, number] {
  return [arg >> 4, arg & 15]
}

export const stackHandlers: Record<string, Handler> = {
  NOP: () => OK,
  RESUME(m, where) {
    warmUp(m)
    // After `yield from` and `await` nothing is asked: what is resumed there has just asked itself. Nor is where a generator
    // expression is only made (3.15).
    if ((where & (m.ts.profile.compiler.resumeDepth1 - 1)) > 1) return OK
    return evalBreaker(m)
  },
  NOT_TAKEN: () => OK,
  PRECALL: () => OK,
  EXTENDED_ARG: () => OK,
  POP_TOP(m) {
    closeCell(m.ts, m.pop())
    return OK
  },
  END_FOR(m) {
    closeCell(m.ts, m.pop())
    return OK
  },
  POP_ITER(m) {
    closeCell(m.ts, m.pop())
    return OK
  },
  /** 3.15: below the index lies the iterator. */
  POP_ITER_PAIR(m) {
    m.pop()
    closeCell(m.ts, m.pop())
    return OK
  },
  PUSH_NULL(m) {
    m.push(0)
    return OK
  },
  COPY(m, depth) {
    const cell = m.peek(depth)
    m.push(cell & 1 ? cell : newref(m.ts, cell))
    return OK
  },
  SWAP(m, depth) {
    const top = m.peek(1)
    m.poke(1, m.peek(depth))
    m.poke(depth, top)
    return OK
  },
  LOAD_CONST(m, i) {
    m.push(m.newConstant(i))
    return OK
  },
  LOAD_CONST_BORROW(m, i) {
    m.push(m.constant(i) | Py_TAG_REFCNT)
    return OK
  },
  LOAD_SMALL_INT(m, value) {
    return m.pushResult(newInt(m.ts, value))
  },
  LOAD_FAST: loadFast,
  /** Up to 3.11 every load checks; later the compiler knows. */
  LOAD_FAST_CHECK: loadFastCheck,
  LOAD_FAST_BORROW: loadFastBorrow,
  LOAD_FAST_LOAD_FAST(m, arg) {
    const [a, b] = two(arg)
    loadFast(m, a)
    return loadFast(m, b)
  },
  LOAD_FAST_BORROW_LOAD_FAST_BORROW(m, arg) {
    const [a, b] = two(arg)
    loadFastBorrow(m, a)
    return loadFastBorrow(m, b)
  },
  LOAD_FAST_AND_CLEAR(m, i) {
    m.push(m.ts.mem.words[local(m, i) >> 2])
    m.ts.mem.store(local(m, i), 0)
    return OK
  },
  STORE_FAST: storeFast,
  STORE_FAST_LOAD_FAST(m, arg) {
    const [a, b] = two(arg)
    storeFast(m, a)
    return loadFast(m, b)
  },
  STORE_FAST_STORE_FAST(m, arg) {
    const [a, b] = two(arg)
    storeFast(m, a)
    return storeFast(m, b)
  },
  DELETE_FAST(m, i) {
    const cell = m.ts.mem.words[local(m, i) >> 2]
    if (cell === 0) return unbound(m, i)
    m.ts.mem.store(local(m, i), 0)
    closeCell(m.ts, cell)
    return OK
  },
  MAKE_CELL(m, i) {
    const initial = m.ts.mem.words[local(m, i) >> 2]
    const cell = PyCell_New(m.ts, initial & ~1)
    if (cell === 0) return ERROR
    m.ts.mem.store(local(m, i), cell)
    closeCell(m.ts, initial)
    return OK
  },
  COPY_FREE_VARS(m, n) {
    const ts = m.ts
    const closure = ts.mem.load((m.field(F.f_funcobj) & ~1) + PyFunctionObject.func_closure)
    const first = m.prepared.code.co_localsplusnames.length - n
    for (let i = 0; i < n; i++) ts.mem.store(local(m, first + i), newref(ts, PyTuple_GET_ITEM(ts, closure, i)))
    return OK
  },
  LOAD_CLOSURE: loadFast,
  LOAD_DEREF(m, i) {
    const value = m.ts.mem.load(cellAt(m, i) + PyCellObject.ob_ref)
    if (value === 0) return unboundCell(m, i)
    m.push(newref(m.ts, value))
    return OK
  },
  STORE_DEREF(m, i) {
    SETREF(m.ts, cellAt(m, i) + PyCellObject.ob_ref, stealCell(m.ts, m.pop()))
    return OK
  },
  DELETE_DEREF(m, i) {
    const at = cellAt(m, i) + PyCellObject.ob_ref
    const old = m.ts.mem.load(at)
    if (old === 0) return unboundCell(m, i)
    m.ts.mem.store(at, 0)
    DECREF(m.ts, old)
    return OK
  },
}
