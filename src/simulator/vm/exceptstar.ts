// Python/ceval.c, exception_group_match and _PyExc_PrepReraiseStar: what `except*` handles, and what is raised after it.

import { during } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref } from '../heap/refcount.ts'
import { PyBaseExceptionObject as E } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { callOwned } from '../objects/call.ts'
import { PyErr_Format } from '../objects/errors.ts'
import { isGroup, newGroup } from '../objects/exceptiongroup.ts'
import { PyErr_GivenExceptionMatches } from '../objects/exceptionmatch.ts'
import { projection } from '../objects/exceptionsplit.ts'
import { getAttributeText } from '../objects/genericattr.ts'
import { newList, PyList_Append, PyList_GET_ITEM, PyList_GET_SIZE } from '../objects/listobject.ts'
import { PyType_IsSubtype, typeName } from '../objects/object.ts'
import { PyTuple_Check, PyTuple_FromArray, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from '../objects/tupleobject.ts'

/** What an `except*` clause takes of an exception, and what is left of it. Both owned; None for nothing. */
export interface StarMatch {
  readonly match: Owned
  readonly rest: Owned
}

/** exception_group_match; `null` with an exception. */
export function exception_group_match(ts: ThreadState, exception: Borrowed, type: Borrowed): StarMatch | null {
  if (exception === ts.none) return { match: newref(ts, ts.none), rest: newref(ts, ts.none) }
  const is = PyErr_GivenExceptionMatches(ts, exception, type)
  if (is < 0 || catchesGroups(ts, type)) return null
  if (is > 0) {
    if (isGroup(ts, exception)) return { match: newref(ts, exception), rest: newref(ts, ts.none) }
    const items = PyTuple_FromArray(ts, [newref(ts, exception)])
    const group = newGroup(ts, '', items)
    DECREF(ts, items)
    if (group === 0) return null
    return { match: group, rest: newref(ts, ts.none) }
  }
  if (!isGroup(ts, exception)) return { match: newref(ts, ts.none), rest: newref(ts, exception) }
  return callSplit(ts, exception, type)
}

/** TypeError where a clause names a class of groups. */
function catchesGroups(ts: ThreadState, type: Borrowed): boolean {
  const types = PyTuple_Check(ts, type)
    ? Array.from({ length: PyTuple_GET_SIZE(ts, type) }, (_, i) => PyTuple_GET_ITEM(ts, type, i))
    : [type]
  if (!types.some((t) => PyType_IsSubtype(ts, t, ts.exc.BaseExceptionGroup))) return false
  PyErr_Format(ts, ts.exc.TypeError, 'catching ExceptionGroup with except* is not allowed. Use except instead.')
  return true
}

function callSplit(ts: ThreadState, group: Borrowed, type: Borrowed): StarMatch | null {
  const split = getAttributeText(ts, group, 'split')
  if (split === 0) return null
  const pair = callOwned(ts, split, [type])
  if (pair === 0) return null
  const n = PyTuple_Check(ts, pair) ? PyTuple_GET_SIZE(ts, pair) : -1
  if (n < 2) {
    const method = `${typeName(ts, group)}.split`
    const message =
      n < 0
        ? `${method} must return a tuple, not ${typeName(ts, pair)}`
        : `${method} must return a 2-tuple, got tuple of size ${n}`
    PyErr_Format(ts, ts.exc.TypeError, message)
    DECREF(ts, pair)
    return null
  }
  const parts = { match: newref(ts, PyTuple_GET_ITEM(ts, pair, 0)), rest: newref(ts, PyTuple_GET_ITEM(ts, pair, 1)) }
  DECREF(ts, pair)
  return parts
}

/** _PyExc_PrepReraiseStar: the exception to raise after all clauses ran, from the list of what they left; or None. */
export function prepReraiseStar(ts: ThreadState, original: Borrowed, list: Borrowed): Owned {
  const left: Borrowed[] = []
  for (let i = 0; i < PyList_GET_SIZE(ts, list); i++) left.push(PyList_GET_ITEM(ts, list, i))
  if (left.length === 0) return newref(ts, ts.none)
  if (!isGroup(ts, original)) return newref(ts, left.find((o) => o !== ts.none) ?? ts.none)
  const some = left.filter((o) => o !== ts.none)
  const reraised = some.filter((o) => sameMetadata(ts, o, original))
  const raised = newList(ts, 0)
  for (const o of some) if (!reraised.includes(o)) PyList_Append(ts, raised, o)
  const rest = during(ts, [raised], () => projection(ts, original, reraised))
  if (rest === 0 || PyList_GET_SIZE(ts, raised) === 0) {
    DECREF(ts, raised)
    return rest
  }
  if (rest !== ts.none) PyList_Append(ts, raised, rest)
  DECREF(ts, rest)
  const result = PyList_GET_SIZE(ts, raised) > 1 ? newGroup(ts, '', raised) : newref(ts, PyList_GET_ITEM(ts, raised, 0))
  DECREF(ts, raised)
  return result
}

/** is_same_exception_metadata: it was not raised anew. */
function sameMetadata(ts: ThreadState, a: Borrowed, b: Borrowed): boolean {
  if (!isGroup(ts, a)) return false
  return [E.notes, E.traceback, E.cause, E.context].every((field) => ts.mem.load(a + field) === ts.mem.load(b + field))
}
