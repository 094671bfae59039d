// Python/bytecodes.c: jumps, loops and returns.

import { closeCell, slotsOf, stealCell } from '../../heap/refcount.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from '../../objects/errors.ts'
import { PyObject_IsTrue } from '../../objects/object.ts'
import { ERROR, type Handler, type Machine, OK } from '../machine.ts'
import { evalBreaker } from '../periodic.ts'
import { warmUp } from '../specialize.ts'
import { itemAtIndex, nextIndex } from '../virtualiterator.ts'

function jump(m: Machine, target: number): number {
  m.pc = target
  return OK
}

function jumpBack(m: Machine, target: number): number {
  m.pc = target
  m.jumpedBack = true
  return evalBreaker(m)
}

/** JUMP_BACKWARD, which ends the rounds of a `for` loop. */
function loopBack(m: Machine, target: number): number {
  warmUp(m)
  return jumpBack(m, target)
}

/** Jumps where the popped value's truth is `wanted`; 3.13+ always finds a bool there. */
function popJumpIf(wanted: 0 | 1, go: typeof jump): Handler {
  return (m, target) => {
    const truth = PyObject_IsTrue(m.ts, m.top(1))
    closeCell(m.ts, m.pop())
    if (truth < 0) return ERROR
    return truth === wanted ? go(m, target) : OK
  }
}

function popJumpIfNone(wanted: boolean, go: typeof jump): Handler {
  return (m, target) => {
    const cell = m.pop()
    const isNone = (cell & ~1) === m.ts.none
    closeCell(m.ts, cell)
    return isNone === wanted ? go(m, target) : OK
  }
}

/** Keeps the value and jumps, or drops it and goes on (up to 3.11). */
function jumpIfOrPop(wanted: 0 | 1): Handler {
  return (m, target) => {
    const truth = PyObject_IsTrue(m.ts, m.top(1))
    if (truth < 0) return ERROR
    if (truth === wanted) return jump(m, target)
    closeCell(m.ts, m.pop())
    return OK
  }
}

/** Advances the iterator in the cell `depth` down: 1 an item was pushed, 0 exhausted, -1 error. */
function advance(m: Machine, depth: number): number {
  const ts = m.ts
  const iterator = m.top(depth)
  const next = slotsOf(ts, iterator).tp_iternext
  if (!next) {
    PyErr_Format(ts, ts.exc.TypeError, 'not an iterator')
    return -1
  }
  m.saveRegisters()
  const item = next(ts, iterator)
  if (item !== 0) {
    m.push(item)
    return 1
  }
  if (PyErr_Occurred(ts) === 0) return 0
  if (!PyErr_ExceptionMatches(ts, ts.exc.StopIteration)) return -1
  PyErr_Clear(ts)
  return 0
}

/** FOR_ITER where the exhausted iterator is popped; `skip` instructions at the target have nothing left to do. */
function forIterPopping(skip: number): Handler {
  return (m, target) => {
    const status = advance(m, 1)
    if (status !== 0) return status < 0 ? ERROR : OK
    closeCell(m.ts, m.pop())
    return jump(m, target + skip)
  }
}

export const controlHandlers: Record<string, Handler> = {
  JUMP_FORWARD: jump,
  JUMP_BACKWARD: loopBack,
  JUMP_BACKWARD_NO_INTERRUPT(m, target) {
    m.pc = target
    m.jumpedBack = true
    return OK
  },
  POP_JUMP_IF_FALSE: popJumpIf(0, jump),
  POP_JUMP_IF_TRUE: popJumpIf(1, jump),
  POP_JUMP_IF_NONE: popJumpIfNone(true, jump),
  POP_JUMP_IF_NOT_NONE: popJumpIfNone(false, jump),
  POP_JUMP_FORWARD_IF_FALSE: popJumpIf(0, jump),
  POP_JUMP_FORWARD_IF_TRUE: popJumpIf(1, jump),
  POP_JUMP_FORWARD_IF_NONE: popJumpIfNone(true, jump),
  POP_JUMP_FORWARD_IF_NOT_NONE: popJumpIfNone(false, jump),
  POP_JUMP_BACKWARD_IF_FALSE: popJumpIf(0, jumpBack),
  POP_JUMP_BACKWARD_IF_TRUE: popJumpIf(1, jumpBack),
  POP_JUMP_BACKWARD_IF_NONE: popJumpIfNone(true, jumpBack),
  POP_JUMP_BACKWARD_IF_NOT_NONE: popJumpIfNone(false, jumpBack),
  JUMP_IF_FALSE_OR_POP: jumpIfOrPop(0),
  JUMP_IF_TRUE_OR_POP: jumpIfOrPop(1),
  /** 3.11 */
  FOR_ITER_TO_TARGET: forIterPopping(0),
  /** 3.12: END_FOR at the target would pop what is gone. */
  FOR_ITER_PAST_END: forIterPopping(1),
  /** 3.13: END_FOR and POP_TOP. */
  FOR_ITER_PAST_END_AND_POP: forIterPopping(2),
  /** 3.14: POP_ITER behind END_FOR pops the iterator. */
  FOR_ITER_KEPT(m, target) {
    const status = advance(m, 1)
    if (status !== 0) return status < 0 ? ERROR : OK
    return jump(m, target + 1)
  },
  /** 3.15: a list or tuple with an index above it, or an iterator with NULL above it. */
  FOR_ITER_PAIR(m, target) {
    const ts = m.ts
    const index = m.peek(1)
    if (index === 0) {
      const status = advance(m, 2)
      if (status !== 0) return status < 0 ? ERROR : OK
      return jump(m, target + 1)
    }
    const item = itemAtIndex(ts, m.top(2), index)
    if (item === 0) return PyErr_Occurred(ts) !== 0 ? ERROR : jump(m, target + 1)
    m.poke(1, nextIndex(index))
    m.push(item)
    return OK
  },
  RETURN_VALUE(m) {
    return m.leaveFrame(stealCell(m.ts, m.pop()))
  },
  RETURN_CONST(m, i) {
    return m.leaveFrame(m.newConstant(i))
  },
}
