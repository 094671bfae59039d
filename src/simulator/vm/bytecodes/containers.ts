// Python/bytecodes.c: building and unpacking containers and texts. A display steals its items from the stack.

import { during, hold, holdMark, release } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { closeCell, DECREF, newref, Py_TYPE, stealCell, XDECREF } from '../../heap/refcount.ts'
import { PyBaseExceptionObject } from '../../heap/structs.ts'
import type { Borrowed } from '../../heap/typeslots.ts'
import { PyIter_Next, PyObject_GetIter, PyObject_Size, PySequence_List } from '../../objects/abstract.ts'
import { dict_merge } from '../../objects/dictmerge.ts'
import {
  _PyDict_FromItems,
  _PyDict_SetItem_Take2,
  forEachItem,
  PyDict_Check,
  PyDict_Contains,
  PyDict_SetItem,
} from '../../objects/dictobject.ts'
import {
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_Format,
  PyErr_GetRaisedException,
  PyErr_Occurred,
  restore,
} from '../../objects/errors.ts'
import { getAttributeText } from '../../objects/genericattr.ts'
import {
  _PyList_AppendTakeRef,
  _PyList_Extend,
  _PyList_FromStackSteal,
  newList,
  PyList_AsTuple,
  PyList_GET_ITEM,
  PyList_GET_SIZE,
  truncateList,
} from '../../objects/listobject.ts'
import { functionText, PyObject_Str, PyUnicode_Check, typeName } from '../../objects/object.ts'
import { _PySet_AddTakeRef, _PySet_Update, newSet, PySet_Add } from '../../objects/setobject.ts'
import { newSlice } from '../../objects/sliceobject.ts'
import {
  newTuple,
  PyTuple_GET_ITEM,
  PyTuple_GET_SIZE,
  PyTuple_SET_ITEM,
  trackTuple,
} from '../../objects/tupleobject.ts'
import { newOwnStr, textOf } from '../../objects/unicodeobject.ts'
import { fill } from '../../profiles/index.ts'
import { ERROR, type Handler, type Machine, OK } from '../machine.ts'
import { isSpecialisedUnpack } from '../specialize.ts'

function buildTuple(m: Machine, n: number): number {
  const ts = m.ts
  if (n === 0) {
    m.push(newref(ts, ts.emptyTuple))
    return OK
  }
  const tuple = newTuple(ts, n)
  if (tuple === 0) return ERROR
  for (let i = n - 1; i >= 0; i--) PyTuple_SET_ITEM(ts, tuple, i, stealCell(ts, m.pop()))
  trackTuple(ts, tuple)
  m.push(tuple)
  return OK
}

function buildSet(m: Machine, n: number): number {
  const ts = m.ts
  const set = newSet(ts)
  if (set === 0) return ERROR
  let status = 0
  const mark = holdMark(ts)
  hold(ts, set)
  for (let i = n; i >= 1; i--) if (status === 0) status = addFromStack(m, set, i)
  if (status < 0) m.drop(n)
  release(ts, mark)
  if (status === 0) return m.replace(n, set)
  DECREF(ts, set)
  return ERROR
}

/** Adds what lies at `depth`, whose place on the stack is given up then; since 3.14 (_PySet_AddTakeRef) before. */
function addFromStack(m: Machine, set: Borrowed, depth: number): number {
  const ts = m.ts
  const cell = m.peek(depth)
  if (!ts.profile.containers.setAddTakes) {
    const status = PySet_Add(ts, set, m.top(depth))
    m.poke(depth, 0)
    closeCell(ts, cell)
    return status
  }
  m.poke(depth, 0)
  return _PySet_AddTakeRef(ts, set, stealCell(ts, cell))
}

function buildMap(m: Machine, n: number): number {
  const ts = m.ts
  const dict = _PyDict_FromItems(
    ts,
    n,
    (i) => m.top(2 * (n - i)),
    (i) => m.top(2 * (n - i) - 1),
  )
  return m.replace(2 * n, dict)
}

/** UNPACK_SEQUENCE and UNPACK_EX: `after` < 0 means no star. Pushes so that the first item ends on top. */
function unpack(m: Machine, before: number, after: number): number {
  const ts = m.ts
  // Also one that was borrowed is owned while its items are fetched.
  const sequence = stealCell(ts, m.pop())
  const mark = holdMark(ts)
  hold(ts, sequence)
  const iterator = PyObject_GetIter(ts, sequence, 'cannot unpack non-iterable {0} object')
  let status = ERROR
  if (iterator !== 0) {
    hold(ts, iterator)
    status = unpackIterator(m, sequence, iterator, before, after)
  }
  release(ts, mark)
  if (iterator !== 0) DECREF(ts, iterator)
  DECREF(ts, sequence)
  return status
}

function unpackIterator(m: Machine, sequence: Borrowed, iterator: Borrowed, before: number, after: number): number {
  const ts = m.ts
  const base = m.sp
  const star = after >= 0
  const total = before + (star ? 1 + after : 0)
  // Cells are filled from the far end, as CPython fills its stack downwards.
  for (let i = 0; i < total; i++) m.push(0)
  const put = (i: number, o: number) => ts.mem.store(base + (total - 1 - i) * 8, o)
  let got = 0
  while (got < before) {
    const item = PyIter_Next(ts, iterator)
    if (item === 0) break
    put(got++, item)
  }
  if (got < before) {
    if (PyErr_Occurred(ts) === 0) {
      const wanted = star ? `at least ${before + after}` : `${before}`
      PyErr_Format(ts, ts.exc.ValueError, `not enough values to unpack (expected ${wanted}, got ${got})`)
    }
    return failUnpack(m, total)
  }
  if (!star) {
    const extra = PyIter_Next(ts, iterator)
    if (extra === 0) {
      return PyErr_Occurred(ts) === 0 ? OK : failUnpack(m, total)
    }
    DECREF(ts, extra)
    PyErr_Format(ts, ts.exc.ValueError, tooMany(m, sequence, before))
    return failUnpack(m, total)
  }
  const list = PySequence_List(ts, iterator)
  if (list === 0) return failUnpack(m, total)
  const have = PyList_GET_SIZE(ts, list)
  if (have < after) {
    put(before, list)
    PyErr_Format(
      ts,
      ts.exc.ValueError,
      `not enough values to unpack (expected at least ${before + after}, got ${before + have})`,
    )
    return failUnpack(m, total)
  }
  put(before, list)
  for (let i = 0; i < after; i++) put(before + 1 + i, newref(ts, PyList_GET_ITEM(ts, list, have - after + i)))
  truncateList(ts, list, have - after)
  return OK
}

function tooMany(m: Machine, sequence: Borrowed, expected: number): string {
  const ts = m.ts
  const sized = [ts.types.list, ts.types.tuple, ts.types.dict].includes(Py_TYPE(ts, sequence))
  const got = sized && ts.profile.messages.unpackSaysGot ? `, got ${PyObject_Size(ts, sequence)}` : ''
  return `too many values to unpack (expected ${expected}${got})`
}

function failUnpack(m: Machine, total: number): number {
  m.drop(total)
  return ERROR
}

function givenTwice(ts: ThreadState, func: Borrowed, name: string): void {
  PyErr_Format(ts, ts.exc.TypeError, `${functionText(ts, func)} got multiple values for keyword argument '${name}'`)
}

/** Whether a mapping has `keys` after all; the exception that is set stays. */
function hasKeys(ts: ThreadState, mapping: Borrowed): boolean {
  const raised = PyErr_GetRaisedException(ts)
  const method = during(ts, [raised], () => getAttributeText(ts, mapping, 'keys'))
  XDECREF(ts, method)
  restore(ts, raised)
  return method !== 0
}

/** _PyEval_FormatKwargsError, and what DICT_UPDATE says: what could not be merged, for the call of `once` or (0) for a display. */
function explainMerge(ts: ThreadState, dict: Borrowed, update: Borrowed, once: Borrowed): void {
  if (PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) {
    if (ts.profile.frames.mergeAsksForKeys && hasKeys(ts, update)) return
    PyErr_Clear(ts)
    const type = typeName(ts, update)
    const message =
      once === 0
        ? `'${type}' object is not a mapping`
        : fill(ts.profile.messages.doubleStarArgument, functionText(ts, once), type)
    PyErr_Format(ts, ts.exc.TypeError, message)
  } else if (once !== 0 && PyErr_ExceptionMatches(ts, ts.exc.KeyError)) {
    const error = PyErr_GetRaisedException(ts)
    const mark = holdMark(ts)
    hold(ts, error)
    const args = ts.mem.load(error + PyBaseExceptionObject.args)
    const only = PyTuple_GET_SIZE(ts, args) === 1 ? PyTuple_GET_ITEM(ts, args, 0) : 0
    // A mapping may raise KeyError itself, of a key that is not there; 3.12 to 3.14 take that for one given twice, too.
    const twice = only !== 0 && (ts.profile.frames.mergeTakesAnyKeyError || PyDict_Contains(ts, dict, only) === 1)
    PyErr_Clear(ts)
    const key = twice ? PyObject_Str(ts, only) : 0
    release(ts, mark)
    if (key === 0) restore(ts, error)
    else {
      givenTwice(ts, once, textOf(ts, key))
      DECREF(ts, key)
      DECREF(ts, error)
    }
  }
}

/** Adds a mapping's items (`{**m}`); `once` refuses duplicates, as for keyword arguments. */
function merge(m: Machine, depth: number, once: Borrowed): number {
  const ts = m.ts
  const update = m.pop()
  const dict = m.top(depth)
  const mark = holdMark(ts)
  hold(ts, update)
  let status = 0
  if (once !== 0 && PyDict_Check(ts, update & ~1)) {
    forEachItem(ts, update & ~1, (key, value) => {
      if (status < 0) return
      if (!PyUnicode_Check(ts, key)) {
        PyErr_Format(ts, ts.exc.TypeError, 'keywords must be strings')
        status = -1
      } else if (PyDict_Contains(ts, dict, key) === 1) {
        givenTwice(ts, once, textOf(ts, key))
        status = -1
      } else status = PyDict_SetItem(ts, dict, key, value)
    })
  } else {
    status = dict_merge(ts, dict, update & ~1, once === 0 ? 1 : 2)
    if (status < 0) explainMerge(ts, dict, update & ~1, once)
  }
  release(ts, mark)
  closeCell(ts, update)
  return status < 0 ? ERROR : OK
}

export const containerHandlers: Record<string, Handler> = {
  BUILD_TUPLE: buildTuple,
  BUILD_LIST(m, n) {
    const from = m.sp - n * 8
    const list = n === 0 ? newList(m.ts, 0) : _PyList_FromStackSteal(m.ts, from, n)
    if (list === 0) return ERROR
    m.sp = from
    m.push(list)
    return OK
  },
  BUILD_SET: buildSet,
  BUILD_MAP: buildMap,
  BUILD_CONST_KEY_MAP(m, n) {
    const ts = m.ts
    const keys = m.top(1)
    const dict = _PyDict_FromItems(
      ts,
      n,
      (i) => PyTuple_GET_ITEM(ts, keys, i),
      (i) => m.top(n - i + 1),
    )
    return m.replace(n + 1, dict)
  },
  BUILD_STRING(m, n) {
    const parts: number[] = []
    for (let i = n; i >= 1; i--) parts.push(m.top(i))
    const text = newOwnStr(m.ts, parts.map((part) => textOf(m.ts, part)).join(''))
    return m.replace(n, text)
  },
  BUILD_SLICE(m, n) {
    const ts = m.ts
    const slice = newSlice(ts, m.top(n), m.top(n - 1), n === 3 ? m.top(1) : ts.none)
    return m.replace(n, slice, 'bottom-first')
  },
  LIST_APPEND(m, depth) {
    const item = stealCell(m.ts, m.pop())
    return _PyList_AppendTakeRef(m.ts, m.top(depth), item) < 0 ? ERROR : OK
  },
  SET_ADD(m, depth) {
    const status = addFromStack(m, m.top(depth + 1), 1)
    m.pop()
    return status < 0 ? ERROR : OK
  },
  MAP_ADD(m, depth) {
    const value = m.pop()
    const key = m.pop()
    return _PyDict_SetItem_Take2(m.ts, m.top(depth), stealCell(m.ts, key), stealCell(m.ts, value)) < 0 ? ERROR : OK
  },
  LIST_EXTEND(m, depth) {
    const ts = m.ts
    const iterable = m.pop()
    const mark = holdMark(ts)
    hold(ts, iterable)
    const status = _PyList_Extend(ts, m.top(depth), iterable & ~1)
    release(ts, mark)
    if (status < 0 && PyErr_ExceptionMatches(ts, ts.exc.TypeError) && !isIterable(m, iterable & ~1)) {
      PyErr_Clear(ts)
      PyErr_Format(ts, ts.exc.TypeError, `Value after * must be an iterable, not ${typeName(ts, iterable & ~1)}`)
    }
    closeCell(ts, iterable)
    return status < 0 ? ERROR : OK
  },
  SET_UPDATE(m, depth) {
    const iterable = m.pop()
    const mark = holdMark(m.ts)
    hold(m.ts, iterable)
    const status = _PySet_Update(m.ts, m.top(depth), iterable & ~1)
    release(m.ts, mark)
    closeCell(m.ts, iterable)
    return status < 0 ? ERROR : OK
  },
  DICT_UPDATE: (m, depth) => merge(m, depth, 0),
  DICT_MERGE: (m, depth) => merge(m, depth, m.top(1 + m.ts.profile.frames.dictMergeCallable + depth)),
  LIST_TO_TUPLE(m) {
    return m.replace(1, PyList_AsTuple(m.ts, m.top(1)))
  },
  UNPACK_SEQUENCE(m, n) {
    const ts = m.ts
    const o = m.top(1)
    if (!isSpecialisedUnpack(m, n)) return unpack(m, n, -1)
    const item = Py_TYPE(ts, o) === ts.types.tuple ? PyTuple_GET_ITEM : PyList_GET_ITEM
    const cell = m.pop()
    for (let i = n - 1; i >= 0; i--) m.push(newref(ts, item(ts, o, i)))
    closeCell(ts, cell)
    return OK
  },
  UNPACK_EX: (m, arg) => unpack(m, arg & 0xff, arg >> 8),
}

function isIterable(m: Machine, o: Borrowed): boolean {
  const slots = m.ts.slots[m.ts.mem.load(Py_TYPE(m.ts, o) + 48)]
  return slots.tp_iter !== undefined || slots.sq_item !== undefined
}
