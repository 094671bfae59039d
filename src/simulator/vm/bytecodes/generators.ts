// Python/bytecodes.c: generators and coroutines, `yield from` and `await`.

import { CO_COROUTINE, CO_ITERABLE_COROUTINE } from '../../compiler/code.ts'
import { closeCell, newref, Py_TYPE, slotsOf, stealCell } from '../../heap/refcount.ts'
import { CELL, Py_INT_TAG } from '../../heap/stackref.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyObject_GetIter } from '../../objects/abstract.ts'
import { PyErr_Format, PyErr_Occurred, restore } from '../../objects/errors.ts'
import { getField } from '../../objects/exceptionfields.ts'
import { isGenerator } from '../../objects/genclose.ts'
import {
  _PyGen_FetchStopIterationValue,
  FRAME_EXECUTING,
  frameState,
  PYGEN_ERROR,
  PYGEN_NEXT,
  PYGEN_RETURN,
  PyGen_am_send,
  type SendResult,
  sendOwned,
} from '../../objects/gensend.ts'
import { PyType_IsSubtype } from '../../objects/object.ts'
import { callAttribute } from '../../objects/slotcalls.ts'
import { ERROR, type Handler, type Machine, OK } from '../machine.ts'
import { isWarm } from '../specialize.ts'
import { hasIndex, itemAtIndex, nextIndex } from '../virtualiterator.ts'

/** Sends the value on top of the stack to `receiver`; the value is gone afterwards. */
function send(m: Machine, receiver: Borrowed): SendResult {
  const ts = m.ts
  if (isGenerator(ts, receiver) && frameState(ts, receiver) < FRAME_EXECUTING && moves(m)) {
    const value = stealCell(ts, m.pop())
    m.saveRegisters()
    return sendOwned(ts, receiver, value)
  }
  m.saveRegisters()
  const value = m.top(1)
  const result = isGenerator(ts, receiver) ? PyGen_am_send(ts, receiver, value) : sendToIterator(m, receiver, value)
  closeCell(ts, m.pop())
  return result
}

function moves(m: Machine): boolean {
  const { sendMoves } = m.ts.profile.generators
  return sendMoves === 'always' || (sendMoves === 'when-warm' && isWarm(m))
}

/** An iterator that is no generator: `next()` for None, its `send` method for anything else. */
function sendToIterator(m: Machine, receiver: Borrowed, value: Borrowed): SendResult {
  const ts = m.ts
  let result: Owned
  const next = slotsOf(ts, receiver).tp_iternext
  if (value === ts.none && next) result = next(ts, receiver)
  else result = callAttribute(ts, 'send', receiver, value)
  if (result !== 0) return { status: PYGEN_NEXT, value: result }
  const returned = _PyGen_FetchStopIterationValue(ts)
  return returned === 0 ? { status: PYGEN_ERROR, value: 0 } : { status: PYGEN_RETURN, value: returned }
}

/** What `yield from` takes its values from; a coroutine only inside a coroutine. 0 with TypeError. */
function yieldFromIter(m: Machine, iterable: Borrowed): Owned {
  const ts = m.ts
  if (Py_TYPE(ts, iterable) === ts.types.coroutine) {
    if (m.prepared.code.co_flags & (CO_COROUTINE | CO_ITERABLE_COROUTINE)) return newref(ts, iterable)
    const message = "cannot 'yield from' a coroutine object in a non-coroutine generator"
    return PyErr_Format(ts, ts.exc.TypeError, message)
  }
  if (Py_TYPE(ts, iterable) === ts.types.generator) return newref(ts, iterable)
  return PyObject_GetIter(ts, iterable)
}

/** CLEANUP_THROW: the value of a StopIteration that ended a `throw()`; anything else is raised again. */
function cleanupThrow(m: Machine, dropped: number): number {
  const ts = m.ts
  const exception = m.top(1)
  if (!PyType_IsSubtype(ts, Py_TYPE(ts, exception), ts.exc.StopIteration)) {
    restore(ts, newref(ts, exception))
    m.reraised = true
    return ERROR
  }
  const value = newref(ts, getField(ts, exception, 'value') || ts.none)
  for (let i = 0; i < dropped; i++) {
    const cell = m.pop()
    if ((cell & 3) !== Py_INT_TAG) closeCell(ts, cell)
  }
  return pushEnded(m, dropped, value)
}

/** What END_SEND finds: something to drop for each place below the value. */
function pushEnded(m: Machine, dropped: number, value: Owned): number {
  m.push(newref(m.ts, m.ts.none))
  if (dropped === 4) m.push(0)
  m.push(value)
  return OK
}

export const generatorHandlers: Record<string, Handler> = {
  RETURN_GENERATOR: (m) => m.returnGenerator(),
  YIELD_VALUE: (m) => m.yieldValue(stealCell(m.ts, m.pop())),
  GET_YIELD_FROM_ITER(m) {
    const iterator = yieldFromIter(m, m.top(1))
    if (iterator === 0) return ERROR
    closeCell(m.ts, m.pop())
    m.push(iterator)
    return OK
  },
  /** 3.15: as GET_ITER, for `yield from`; sequences are iterated by an index above them. */
  GET_YIELD_FROM_ITER_PAIR(m) {
    if (hasIndex(m.ts, m.top(1))) {
      m.push(Py_INT_TAG)
      return OK
    }
    const iterator = yieldFromIter(m, m.top(1))
    if (iterator === 0) return ERROR
    closeCell(m.ts, m.pop())
    m.push(iterator)
    m.push(0)
    return OK
  },
  /** 3.11: the receiver leaves the stack when it ends. */
  SEND_POPS(m, target) {
    const { status, value } = send(m, m.top(2))
    if (status === PYGEN_ERROR) return ERROR
    if (status === PYGEN_RETURN) {
      closeCell(m.ts, m.pop())
      m.pc = target
    }
    m.push(value)
    return OK
  },
  SEND(m, target) {
    const { status, value } = send(m, m.top(2))
    if (status === PYGEN_ERROR) return ERROR
    m.push(value)
    if (status === PYGEN_RETURN) m.pc = target
    return OK
  },
  SEND_PAIR(m, target) {
    const ts = m.ts
    const index = m.peek(2)
    if (index !== 0 && m.top(1) === ts.none) {
      closeCell(ts, m.pop())
      const item = itemAtIndex(ts, m.top(2), index)
      if (item === 0 && PyErr_Occurred(ts) !== 0) return ERROR
      if (item === 0) m.pc = target
      else m.poke(1, nextIndex(index))
      m.push(item === 0 ? newref(ts, ts.none) : item)
      return OK
    }
    const { status, value } = send(m, m.top(3))
    if (status === PYGEN_ERROR) return ERROR
    m.push(value)
    if (status === PYGEN_RETURN) m.pc = target
    return OK
  },
  END_SEND(m) {
    const value = m.pop()
    closeCell(m.ts, m.pop())
    m.push(value)
    return OK
  },
  END_SEND_PAIR(m) {
    const value = m.pop()
    m.sp -= CELL
    closeCell(m.ts, m.pop())
    m.push(value)
    return OK
  },
  CLEANUP_THROW: (m) => cleanupThrow(m, 3),
  CLEANUP_THROW_PAIR: (m) => cleanupThrow(m, 4),
}
