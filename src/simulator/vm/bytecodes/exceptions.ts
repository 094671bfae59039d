// Python/bytecodes.c: raising, catching, cleaning up, and `with`.

import { Happening } from '../../../trace/happenings.ts'
import { giveUpBeside, hold, holdMark, release } from '../../heap/objimpl.ts'
import { closeCell, DECREF, newref, Py_TYPE, SETREF, stealCell } from '../../heap/refcount.ts'
import { Tstate } from '../../heap/runtime.ts'
import { PyBaseExceptionObject as E } from '../../heap/structs.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyException_SetCause, PyExceptionClass_Check, PyExceptionInstance_Check } from '../../objects/baseexception.ts'
import { callNoArgs, callOwned, PyObject_Vectorcall, pushArgs } from '../../objects/call.ts'
import { handledException, PyErr_Format, PyErr_SetRaisedException, restore } from '../../objects/errors.ts'
import { isGroup } from '../../objects/exceptiongroup.ts'
import { PyErr_GivenExceptionMatches } from '../../objects/exceptionmatch.ts'
import { reprText, typeName } from '../../objects/object.ts'
import { newTraceback } from '../../objects/traceback.ts'
import { lookupSpecial } from '../../objects/typeobject.ts'
import { contextManagerError } from '../contextmanager.ts'
import { exception_group_match, prepReraiseStar } from '../exceptstar.ts'
import { getFrameObject } from '../frame.ts'
import { ERROR, type Handler, type Machine, OK } from '../machine.ts'

/** An exception instance from what `raise` was given (stolen); 0 with TypeError. */
function instanceOf(m: Machine, given: Owned, what: string): Owned {
  const ts = m.ts
  if (PyExceptionInstance_Check(ts, given)) return given
  if (!PyExceptionClass_Check(ts, given)) {
    PyErr_Format(ts, ts.exc.TypeError, what)
    DECREF(ts, given)
    return 0
  }
  const mark = holdMark(ts)
  hold(ts, given)
  const instance = callNoArgs(ts, given)
  release(ts, mark)
  if (instance !== 0 && !PyExceptionInstance_Check(ts, instance)) {
    const type = typeName(ts, instance)
    PyErr_Format(
      ts,
      ts.exc.TypeError,
      `calling ${reprText(ts, given)} should have returned an instance of BaseException, not <class '${type}'>`,
    )
    giveUpBeside(ts, instance, given)
    DECREF(ts, given)
    return 0
  }
  DECREF(ts, given)
  return instance
}

/** RAISE_VARARGS: always ends in ERROR. */
function raise(m: Machine, n: number): number {
  const ts = m.ts
  if (n === 0) {
    const handled = handledException(ts)
    if (handled === 0) {
      PyErr_Format(ts, ts.exc.RuntimeError, 'No active exception to reraise')
      return ERROR
    }
    restore(ts, newref(ts, handled))
    m.reraised = true
    return ERROR
  }
  const causeCell = n === 2 ? m.pop() : 0
  const given = stealCell(ts, m.pop())
  const mark = holdMark(ts)
  if (causeCell !== 0) hold(ts, causeCell)
  const exception = instanceOf(m, given, 'exceptions must derive from BaseException')
  release(ts, mark)
  if (exception === 0) {
    closeCell(ts, causeCell)
    return ERROR
  }
  if (causeCell !== 0) {
    let cause = stealCell(ts, causeCell)
    if (cause === ts.none) {
      DECREF(ts, cause)
      cause = 0
    } else {
      hold(ts, exception)
      cause = instanceOf(m, cause, 'exception causes must derive from BaseException')
      release(ts, mark)
      if (cause === 0) {
        DECREF(ts, exception)
        return ERROR
      }
    }
    PyException_SetCause(ts, exception, cause)
  }
  PyErr_SetRaisedException(ts, exception)
  return ERROR
}

/** A group put around a single exception has been here, since 3.14. */
function giveTraceback(m: Machine, group: Borrowed): void {
  const ts = m.ts
  const frame = ts.profile.groups.wrappedTraceback ? getFrameObject(ts, m.frame) : 0
  if (frame === 0) return
  const { code } = m.prepared
  const traceback = newTraceback(ts, 0, frame, m.pc - 1, code.instructions[m.pc - 1].lineno ?? code.co_firstlineno)
  if (traceback !== 0) SETREF(ts, group + E.traceback, traceback)
}

/** After all `except*` clauses: what is to be raised, or None. */
export function reraiseStar(m: Machine): number {
  const ts = m.ts
  m.saveRegisters()
  return m.replace(2, prepReraiseStar(ts, m.top(2), m.top(1)))
}

export const exceptionHandlers: Record<string, Handler> = {
  RAISE_VARARGS: raise,
  /** `oparg` says where the index of the failing instruction lies, so that the traceback is not extended twice. */
  RERAISE(m, arg) {
    const ts = m.ts
    const exception = stealCell(ts, m.pop())
    if (arg > 0) m.reraiseAt(m.peek(arg) >> 2)
    restore(ts, exception)
    m.reraised = true
    return ERROR
  },
  /** What was being handled goes under the new exception, which becomes the handled one. */
  PUSH_EXC_INFO(m) {
    const ts = m.ts
    const exception = m.pop()
    const item = ts.mem.load(Tstate.exc_info)
    const handled = ts.mem.load(item)
    m.push(handled === 0 ? newref(ts, ts.none) : handled)
    m.push(exception)
    ts.mem.store(item, newref(ts, exception & ~1))
    ts.happenings.add(Happening.catch, exception & ~1, m.frame)
    return OK
  },
  POP_EXCEPT(m) {
    const ts = m.ts
    const previous = stealCell(ts, m.pop())
    const item = ts.mem.load(Tstate.exc_info)
    const handled = ts.mem.load(item)
    const forgotten = previous === ts.none && !ts.profile.generators.handledBecomesNone
    ts.mem.store(item, forgotten ? 0 : previous)
    if (forgotten) DECREF(ts, previous)
    if (handled !== 0) DECREF(ts, handled)
    return OK
  },
  CHECK_EXC_MATCH(m) {
    const ts = m.ts
    const match = PyErr_GivenExceptionMatches(ts, m.top(2), m.top(1))
    return m.replace(1, match < 0 ? 0 : newref(ts, match ? ts.true_ : ts.false_))
  },
  CHECK_EG_MATCH(m) {
    const ts = m.ts
    m.saveRegisters()
    const single = m.top(2)
    const parts = exception_group_match(ts, single, m.top(1))
    if (parts !== null && parts.match !== ts.none && parts.match !== single && !isGroup(ts, single))
      giveTraceback(m, parts.match)
    const mark = holdMark(ts)
    if (parts !== null) for (const part of [parts.rest, parts.match]) hold(ts, part)
    m.drop(2)
    release(ts, mark)
    if (parts === null) return ERROR
    m.push(parts.rest)
    m.push(parts.match)
    if (parts.match !== ts.none) SETREF(ts, ts.mem.load(Tstate.exc_info), newref(ts, parts.match))
    return OK
  },
  /** 3.11; later an intrinsic. */
  PREP_RERAISE_STAR: reraiseStar,
  LOAD_ASSERTION_ERROR(m) {
    m.push(newref(m.ts, m.ts.exc.AssertionError))
    return OK
  },
  /** Up to 3.13: `__exit__` goes under the result of `__enter__`. */
  BEFORE_WITH(m) {
    const ts = m.ts
    const manager = m.top(1)
    const enter = lookupSpecial(ts, manager, '__enter__')
    if (enter === 0) {
      PyErr_Format(ts, ts.exc.TypeError, contextManagerError(ts, manager, '__enter__'))
      return ERROR
    }
    const exit = lookupSpecial(ts, manager, '__exit__')
    if (exit === 0) {
      PyErr_Format(ts, ts.exc.TypeError, contextManagerError(ts, manager, '__exit__'))
      DECREF(ts, enter)
      return ERROR
    }
    const mark = holdMark(ts)
    hold(ts, enter)
    m.replace(1, exit)
    release(ts, mark)
    m.saveRegisters()
    return m.pushResult(callOwned(ts, enter))
  },
  WITH_EXCEPT_START: (m) => exitWithException(m, 4, 0),
  /** 3.14+: `__exit__` and its self are two cells. */
  WITH_EXCEPT_START_SELF: (m) => exitWithException(m, 5, 4),
}

/** Calls `__exit__(type, value, traceback)` for the exception on top and pushes what it answers. */
function exitWithException(m: Machine, exitDepth: number, selfDepth: number): number {
  const ts = m.ts
  const exception = m.top(1)
  // Since 3.14 the traceback is held for the call (PyException_GetTraceback).
  const own = selfDepth === 0 ? 0 : ts.mem.load(exception + E.traceback)
  const traceback = ts.mem.load(exception + E.traceback) || ts.none
  const exit = m.top(exitDepth)
  const self = selfDepth === 0 ? 0 : m.top(selfDepth)
  m.saveRegisters()
  const mark = pushArgs(
    ts,
    self === 0 ? [Py_TYPE(ts, exception), exception, traceback] : [self, Py_TYPE(ts, exception), exception, traceback],
  )
  if (mark < 0) return ERROR
  if (own !== 0) hold(ts, newref(ts, own))
  const result = PyObject_Vectorcall(ts, exit, mark, self === 0 ? 3 : 4, 0)
  release(ts, mark)
  if (own !== 0) giveUpBeside(ts, own, result)
  return m.pushResult(result)
}
