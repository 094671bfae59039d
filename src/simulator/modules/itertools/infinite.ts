// Modules/itertoolsmodule.c: count, cycle, repeat.

import type { ThreadState } from '../../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE, slotsOf } from '../../heap/refcount.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyIter_Next, PyNumber_Add, PyNumber_AsSsize_t, PyObject_GetIter } from '../../objects/abstract.ts'
import { argAt, checkPositional, parsed, parseKeywords } from '../../objects/call.ts'
import { PyErr_Clear, PyErr_Format, PyErr_Occurred } from '../../objects/errors.ts'
import { newList, PyList_Append, PyList_GET_ITEM, PyList_GET_SIZE } from '../../objects/listobject.ts'
import { chargeWork, safeValue } from '../../objects/longintrepr.ts'
import { newInt, PyLong_AsBigInt, PyLong_Check } from '../../objects/longobject.ts'
import { PyObject_Repr } from '../../objects/object.ts'
import { PyType_GenericAlloc, shortTypeName } from '../../objects/typeobject.ts'
import { newStr, textOf } from '../../objects/unicodeobject.ts'
import { moduleType } from '../moduletype.ts'
import { fieldsOf, iteratorType, noKeywords } from './iterator.ts'

const COUNT = [
  ['cnt', 'ssize'],
  ['long_cnt', 'ptr'],
  ['long_step', 'ptr'],
] as const
const countobject = fieldsOf(COUNT)
/** Beyond this the fast counter, a C number, gives way to an int object. NOT CPYTHON: there at 2**63 - 1. */
const FAST_END = Number.MAX_SAFE_INTEGER

function isNumber(ts: ThreadState, o: Borrowed): boolean {
  const slots = slotsOf(ts, o)
  return Boolean(slots.nb_index || slots.nb_int || slots.nb_float) || Py_TYPE(ts, o) === ts.types.complex
}

function count_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const values = parseKeywords(ts, 'count', argv, nargs, kwnames, ['start', 'step'], 0)
  if (!values) return 0
  const [start, step] = values
  if ((start !== 0 && !isNumber(ts, start)) || (step !== 0 && !isNumber(ts, step)))
    return PyErr_Format(ts, ts.exc.TypeError, 'a number is required')
  const fits = (o: Borrowed) => PyLong_Check(ts, o) && !Number.isNaN(safeValue(ts, o))
  const fast = (start === 0 || fits(start)) && (step === 0 || (PyLong_Check(ts, step) && safeValue(ts, step) === 1))
  const o = PyType_GenericAlloc(ts, type)
  if (o === 0) return 0
  ts.mem.storeWide(o + countobject.cnt, fast ? (start === 0 ? 0 : safeValue(ts, start)) : FAST_END)
  ts.mem.store(o + countobject.long_cnt, fast ? 0 : start === 0 ? newInt(ts, 0) : newref(ts, start))
  ts.mem.store(o + countobject.long_step, step === 0 ? newInt(ts, 1) : newref(ts, step))
  return o
}

function count_next(ts: ThreadState, self: Borrowed): Owned {
  const { mem } = ts
  const cnt = mem.loadWide(self + countobject.cnt)
  if (cnt !== FAST_END) {
    mem.storeWide(self + countobject.cnt, cnt + 1)
    return newInt(ts, cnt)
  }
  const current = mem.load(self + countobject.long_cnt) || newInt(ts, FAST_END)
  if (current === 0) return 0
  const next = PyNumber_Add(ts, current, mem.load(self + countobject.long_step))
  if (next === 0) return 0
  mem.store(self + countobject.long_cnt, next)
  return current
}

/** `count(3)`, `count(3, 2)`: as the class is called. */
function reprOf(ts: ThreadState, self: Borrowed, parts: readonly Borrowed[], last = ''): Owned {
  const texts: string[] = []
  for (const part of parts) {
    const repr = PyObject_Repr(ts, part)
    if (repr === 0) return 0
    texts.push(textOf(ts, repr))
    DECREF(ts, repr)
  }
  if (last !== '') texts.push(last)
  return newStr(ts, `${shortTypeName(ts, Py_TYPE(ts, self))}(${texts.join(', ')})`)
}

function count_repr(ts: ThreadState, self: Borrowed): Owned {
  const { mem } = ts
  const long_cnt = mem.load(self + countobject.long_cnt)
  if (long_cnt === 0) return reprOf(ts, self, [], String(mem.loadWide(self + countobject.cnt)))
  const step = mem.load(self + countobject.long_step)
  const one = PyLong_Check(ts, step) && PyLong_AsBigInt(ts, step) === 1n
  return reprOf(ts, self, one ? [long_cnt] : [long_cnt, step])
}

export const countType = iteratorType({
  name: 'count',
  fields: COUNT,
  owns: ['long_cnt', 'long_step'],
  tp_new: count_new,
  next: count_next,
  slots: { tp_repr: count_repr },
})

const CYCLE = [
  ['it', 'ptr'],
  ['saved', 'ptr'],
  ['index', 'ssize'],
] as const
const cycleobject = fieldsOf(CYCLE)

function cycle_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  if (noKeywords(ts, 'cycle', type, moduleType(ts, 'itertools.cycle'), kwnames) < 0) return 0
  if (checkPositional(ts, 'cycle', nargs, 1, 1) < 0) return 0
  const iterator = PyObject_GetIter(ts, argAt(ts, argv, 0))
  if (iterator === 0) return 0
  const saved = newList(ts, 0)
  const o = saved === 0 ? 0 : PyType_GenericAlloc(ts, type)
  if (o === 0) {
    DECREF(ts, iterator)
    if (saved !== 0) DECREF(ts, saved)
    return 0
  }
  ts.mem.store(o + cycleobject.it, iterator)
  ts.mem.store(o + cycleobject.saved, saved)
  return o
}

function cycle_next(ts: ThreadState, self: Borrowed): Owned {
  const { mem } = ts
  const iterator = mem.load(self + cycleobject.it)
  const saved = mem.load(self + cycleobject.saved)
  if (iterator !== 0) {
    const item = PyIter_Next(ts, iterator)
    if (item !== 0) {
      if (PyList_Append(ts, saved, item) === 0) return item
      DECREF(ts, item)
      return 0
    }
    if (PyErr_Occurred(ts) !== 0) return 0
    CLEAR(ts, self + cycleobject.it)
  }
  const n = PyList_GET_SIZE(ts, saved)
  if (n === 0) return 0
  const index = mem.load(self + cycleobject.index)
  mem.store(self + cycleobject.index, index + 1 >= n ? 0 : index + 1)
  return newref(ts, PyList_GET_ITEM(ts, saved, index))
}

export const cycleType = iteratorType({
  name: 'cycle',
  fields: CYCLE,
  owns: ['saved', 'it'],
  tp_new: cycle_new,
  next: cycle_next,
  // Up to 3.13 it also notes whether it is in its first round.
  basicsize: (profile) => (profile.modules.cycleNotesFirstPass ? cycleobject.sizeof + 8 : cycleobject.sizeof),
})

const REPEAT = [
  ['element', 'ptr'],
  ['cnt', 'ssize'],
] as const
const repeatobject = fieldsOf(REPEAT)

function repeat_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const values = parseKeywords(ts, 'repeat', argv, nargs, kwnames, ['object', 'times'], 1)
  if (!values) return 0
  const [element, times] = values
  let cnt = -1
  if (times !== 0) {
    cnt = parsed(ts, times, () => PyNumber_AsSsize_t(ts, times, ts.exc.OverflowError))
    if (cnt === -1 && PyErr_Occurred(ts) !== 0) return 0
    cnt = Math.max(0, cnt)
  }
  const o = PyType_GenericAlloc(ts, type)
  if (o === 0) return 0
  ts.mem.store(o + repeatobject.element, newref(ts, element))
  ts.mem.storeWide(o + repeatobject.cnt, cnt)
  return o
}

function repeat_next(ts: ThreadState, self: Borrowed): Owned {
  const cnt = ts.mem.loadWide(self + repeatobject.cnt)
  if (cnt === 0) return 0
  if (cnt > 0) ts.mem.storeWide(self + repeatobject.cnt, cnt - 1)
  else chargeWork(ts, 1)
  return newref(ts, ts.mem.load(self + repeatobject.element))
}

export const repeatType = iteratorType({
  name: 'repeat',
  fields: REPEAT,
  owns: ['element'],
  tp_new: repeat_new,
  next: repeat_next,
  slots: {
    tp_repr(ts, self) {
      const cnt = ts.mem.loadWide(self + repeatobject.cnt)
      const element = ts.mem.load(self + repeatobject.element)
      return reprOf(ts, self, [element], cnt === -1 ? '' : String(cnt))
    },
  },
  methods: [
    {
      name: '__length_hint__',
      kind: 'NOARGS',
      call(ts, self) {
        const cnt = ts.mem.loadWide(self + repeatobject.cnt)
        if (cnt !== -1) return newInt(ts, cnt)
        PyErr_Clear(ts)
        return PyErr_Format(ts, ts.exc.TypeError, 'len() of unsized object')
      },
    },
  ],
})
