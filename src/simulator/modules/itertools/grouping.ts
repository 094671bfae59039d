// Modules/itertoolsmodule.c: groupby and the iterator over one group.

import { during } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { CLEAR, DECREF, newref, SETREF, XDECREF } from '../../heap/refcount.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyIter_Next, PyObject_GetIter } from '../../objects/abstract.ts'
import { callOneArg, parseKeywords } from '../../objects/call.ts'
import { chargeWork } from '../../objects/longintrepr.ts'
import { Py_EQ, PyObject_RichCompareBool } from '../../objects/object.ts'
import { PyTuple_FromArray } from '../../objects/tupleobject.ts'
import { PyType_GenericAlloc } from '../../objects/typeobject.ts'
import { moduleType } from '../moduletype.ts'
import { fieldsOf, iteratorType } from './iterator.ts'

const GROUPBY = [
  ['it', 'ptr'],
  ['keyfunc', 'ptr'],
  ['tgtkey', 'ptr'],
  ['currkey', 'ptr'],
  ['currvalue', 'ptr'],
  ['currgrouper', 'ssize'],
] as const
const groupby = fieldsOf(GROUPBY)

const GROUPER = [
  ['parent', 'ptr'],
  ['tgtkey', 'ptr'],
] as const
const grouper = fieldsOf(GROUPER)

/** The next item and its key become the current ones. -1 at the end or on failure. */
function groupby_step(ts: ThreadState, self: Borrowed): number {
  chargeWork(ts, 1)
  const value = PyIter_Next(ts, ts.mem.load(self + groupby.it))
  if (value === 0) return -1
  const keyfunc = ts.mem.load(self + groupby.keyfunc)
  const key = keyfunc === ts.none ? newref(ts, value) : during(ts, [value], () => callOneArg(ts, keyfunc, value))
  if (key === 0) {
    DECREF(ts, value)
    return -1
  }
  const old = ts.mem.load(self + groupby.currvalue)
  ts.mem.store(self + groupby.currvalue, value)
  SETREF(ts, self + groupby.currkey, key)
  XDECREF(ts, old)
  return 0
}

/** Two keys compared, which are held meanwhile since 3.14. */
function sameKey(ts: ThreadState, a: Borrowed, b: Borrowed): number {
  if (!ts.profile.modules.groupbyHoldsKeys) return PyObject_RichCompareBool(ts, a, b, Py_EQ)
  newref(ts, a)
  newref(ts, b)
  const same = during(ts, [a, b], () => PyObject_RichCompareBool(ts, a, b, Py_EQ))
  DECREF(ts, b)
  DECREF(ts, a)
  return same
}

function groupby_next(ts: ThreadState, self: Borrowed): Owned {
  const { mem } = ts
  mem.store(self + groupby.currgrouper, 0)
  for (;;) {
    const currkey = mem.load(self + groupby.currkey)
    const tgtkey = mem.load(self + groupby.tgtkey)
    if (currkey !== 0) {
      if (tgtkey === 0) break
      const same = sameKey(ts, tgtkey, currkey)
      if (same < 0) return 0
      if (same === 0) break
    }
    if (groupby_step(ts, self) < 0) return 0
  }
  const key = mem.load(self + groupby.currkey)
  SETREF(ts, self + groupby.tgtkey, newref(ts, key))
  const group = PyType_GenericAlloc(ts, moduleType(ts, 'itertools._grouper'))
  if (group === 0) return 0
  mem.store(group + grouper.parent, newref(ts, self))
  mem.store(self + groupby.currgrouper, group)
  mem.store(group + grouper.tgtkey, newref(ts, mem.load(self + groupby.tgtkey)))
  return PyTuple_FromArray(ts, [newref(ts, mem.load(self + groupby.currkey)), group])
}

export const groupbyType = iteratorType({
  name: 'groupby',
  fields: GROUPBY,
  owns: ['it', 'keyfunc', 'tgtkey', 'currkey', 'currvalue'],
  // On the heap it also remembers its module's state.
  basicsize: (profile) => groupby.sizeof + (profile.modules.heapTypes.includes('itertools') ? 8 : 0),
  tp_new(ts, type, argv, nargs, kwnames) {
    const values = parseKeywords(ts, 'groupby', argv, nargs, kwnames, ['iterable', 'key'], 1)
    if (!values) return 0
    const o = PyType_GenericAlloc(ts, type)
    if (o === 0) return 0
    ts.mem.store(o + groupby.keyfunc, newref(ts, values[1] === 0 ? ts.none : values[1]))
    const iterator = during(ts, [o], () => PyObject_GetIter(ts, values[0]))
    if (iterator === 0) {
      DECREF(ts, o)
      return 0
    }
    ts.mem.store(o + groupby.it, iterator)
    return o
  },
  next: groupby_next,
})

export const grouperType = iteratorType({
  name: '_grouper',
  fields: GROUPER,
  owns: ['parent', 'tgtkey'],
  final: true,
  next(ts, self) {
    const { mem } = ts
    const parent = mem.load(self + grouper.parent)
    if (mem.load(parent + groupby.currgrouper) !== self) return 0
    if (mem.load(parent + groupby.currvalue) === 0 && groupby_step(ts, parent) < 0) return 0
    if (sameKey(ts, mem.load(self + grouper.tgtkey), mem.load(parent + groupby.currkey)) <= 0) return 0
    const value = mem.load(parent + groupby.currvalue)
    mem.store(parent + groupby.currvalue, 0)
    CLEAR(ts, parent + groupby.currkey)
    return value
  },
})
