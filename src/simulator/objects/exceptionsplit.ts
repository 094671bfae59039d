// Objects/exceptions.c, exceptiongroup_split_recursive and what `except*` builds on it.

import { during, hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, SETREF, slotsOf, XDECREF } from '../heap/refcount.ts'
import { PyBaseExceptionObject as E } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PySequence_Check, PySequence_List } from './abstract.ts'
import { PyExceptionClass_Check } from './baseexception.ts'
import { callOneArg, callOwned } from './call.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format } from './errors.ts'
import { getField } from './exceptionfields.ts'
import { PyErr_GivenExceptionMatches } from './exceptionmatch.ts'
import { getAttributeText, PyObject_GenericGetAttr, PyObject_GenericSetAttr } from './genericattr.ts'
import { newList, PyList_Append, PyList_GET_SIZE } from './listobject.ts'
import { PyObject_TypeCheck, truthOf } from './object.ts'
import { PyTuple_Check, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'
import { newStr } from './unicodeobject.ts'

/** Whether an exception belongs to the part looked for: 1, 0, or -1 with an exception. */
export type Matcher = (exception: Borrowed) => number

/** Two groups, 0 where one would be empty. `rest` is 0 where it was not asked for. */
export interface Parts {
  readonly match: Owned
  readonly rest: Owned
}

/** What `split()` and `subgroup()` were given, as a matcher; `null` with TypeError. */
export function matcherOf(ts: ThreadState, value: Borrowed): Matcher | null {
  const { predicates } = ts.profile.groups
  const isType = PyObject_TypeCheck(ts, value, ts.types.type)
  const callable =
    predicates === 'callables' ? slotsOf(ts, value).tp_call !== undefined : Py_TYPE(ts, value) === ts.types.function
  if (callable && !isType) return (exception) => truthOf(ts, callOneArg(ts, value, exception))
  const types = PyTuple_Check(ts, value)
    ? Array.from({ length: PyTuple_GET_SIZE(ts, value) }, (_, i) => PyTuple_GET_ITEM(ts, value, i))
    : [value]
  if (types.every((type) => PyExceptionClass_Check(ts, type)))
    return (exception) => PyErr_GivenExceptionMatches(ts, exception, value)
  PyErr_Format(
    ts,
    ts.exc.TypeError,
    predicates === 'callables'
      ? 'expected an exception type, a tuple of exception types, or a callable (other than a class)'
      : 'expected a function, exception type or tuple of exception types',
  )
  return null
}

/** exceptiongroup_split_recursive: the exceptions that match, and the others, each in groups nested as the original's. */
export function splitRecursive(
  ts: ThreadState,
  exception: Borrowed,
  matcher: Matcher,
  withRest: boolean,
): Parts | null {
  const is = matcher(exception)
  if (is < 0) return null
  if (is > 0) return { match: newref(ts, exception), rest: 0 }
  if (!PyObject_TypeCheck(ts, exception, ts.exc.BaseExceptionGroup))
    return { match: 0, rest: withRest ? newref(ts, exception) : 0 }
  const matches = newList(ts, 0)
  const others = newList(ts, 0)
  const mark = holdMark(ts)
  hold(ts, matches)
  hold(ts, others)
  const parts = splitEach(ts, exception, matcher, withRest, matches, others)
  release(ts, mark)
  DECREF(ts, matches)
  DECREF(ts, others)
  return parts
}

function splitEach(
  ts: ThreadState,
  group: Borrowed,
  matcher: Matcher,
  withRest: boolean,
  matches: Borrowed,
  others: Borrowed,
): Parts | null {
  const exceptions = getField(ts, group, 'exceptions')
  if (ts.enterRecursiveCall(' in exceptiongroup_split_recursive') < 0) return null
  for (let i = 0; i < PyTuple_GET_SIZE(ts, exceptions); i++) {
    const parts = splitRecursive(ts, PyTuple_GET_ITEM(ts, exceptions, i), matcher, withRest)
    if (parts === null) {
      ts.leaveRecursiveCall()
      return null
    }
    if (parts.match !== 0) PyList_Append(ts, matches, parts.match)
    if (parts.rest !== 0) PyList_Append(ts, others, parts.rest)
    XDECREF(ts, parts.match)
    XDECREF(ts, parts.rest)
  }
  ts.leaveRecursiveCall()
  const match = subset(ts, group, matches)
  if (match < 0) return null
  const rest = withRest ? during(ts, [match], () => subset(ts, group, others)) : 0
  if (rest >= 0) return { match, rest }
  XDECREF(ts, match)
  return null
}

/** exceptiongroup_subset: a group like the original of some of its exceptions; 0 where there are none, -1 on error. */
function subset(ts: ThreadState, original: Borrowed, exceptions: Borrowed): number {
  if (PyList_GET_SIZE(ts, exceptions) === 0) return 0
  const derive = getAttributeText(ts, original, 'derive')
  if (derive === 0) return -1
  const group = callOwned(ts, derive, [exceptions])
  if (group === 0) return -1
  if (!PyObject_TypeCheck(ts, group, ts.exc.BaseExceptionGroup)) {
    PyErr_Format(ts, ts.exc.TypeError, 'derive must return an instance of BaseExceptionGroup')
    DECREF(ts, group)
    return -1
  }
  for (const field of [E.traceback, E.context, E.cause]) {
    const value = ts.mem.load(original + field)
    if (value !== 0) SETREF(ts, group + field, newref(ts, value))
  }
  if (ts.mem.load(original + E.cause) !== 0 || ts.mem.load(original + E.suppress_context) !== 0)
    ts.mem.store(group + E.suppress_context, 1)
  if (copyNotes(ts, original, group) === 0) return group
  DECREF(ts, group)
  return -1
}

function copyNotes(ts: ThreadState, from: Borrowed, to: Borrowed): number {
  const name = newStr(ts, '__notes__')
  const notes = PyObject_GenericGetAttr(ts, from, name)
  let status = 0
  if (notes === 0) {
    if (PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) PyErr_Clear(ts)
    else status = -1
  } else if (PySequence_Check(ts, notes)) {
    const copy = PySequence_List(ts, notes)
    status = copy === 0 ? -1 : PyObject_GenericSetAttr(ts, to, name, copy)
    if (copy !== 0) DECREF(ts, copy)
  }
  XDECREF(ts, notes)
  DECREF(ts, name)
  return status
}

/** exception_group_projection: the part of a group whose leaves are those of the groups in a list. None for nothing. */
export function projection(ts: ThreadState, group: Borrowed, kept: readonly Borrowed[]): Owned {
  const leaves = new Set<number>()
  for (const part of kept) collectLeaves(ts, part, leaves)
  const isLeaf = (o: Borrowed) => (PyObject_TypeCheck(ts, o, ts.exc.BaseExceptionGroup) ? 0 : leaves.has(o) ? 1 : 0)
  const parts = splitRecursive(ts, group, isLeaf, false)
  return parts === null ? 0 : parts.match || newref(ts, ts.none)
}

function collectLeaves(ts: ThreadState, exception: Borrowed, leaves: Set<number>): void {
  if (exception === ts.none) return
  if (!PyObject_TypeCheck(ts, exception, ts.exc.BaseExceptionGroup)) {
    leaves.add(exception)
    return
  }
  const exceptions = getField(ts, exception, 'exceptions')
  for (let i = 0; i < PyTuple_GET_SIZE(ts, exceptions); i++)
    collectLeaves(ts, PyTuple_GET_ITEM(ts, exceptions, i), leaves)
}
