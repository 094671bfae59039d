// Modules/_sre/sre.c, re.Match. A match owns the text it is of, and its pattern.

import { track } from '../../heap/gchead.ts'
import { allocateVar, during } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../../heap/refcount.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyIndex_Check, PyNumber_AsSsize_t } from '../../objects/abstract.ts'
import { argAt, parseKeywords } from '../../objects/call.ts'
import { forEachItem, PyDict_GetItem, PyDict_New, PyDict_SetItem } from '../../objects/dictobject.ts'
import { PyErr_Format, PyErr_NoMemory, PyErr_Occurred } from '../../objects/errors.ts'
import { classGetItemMethod } from '../../objects/genericaliasobject.ts'
import { newInt, PyLong_AsNumber, PyLong_Check } from '../../objects/longobject.ts'
import { type MethodSpec, nameOfType } from '../../objects/object.ts'
import {
  newPair,
  newTuple,
  PyTuple_GET_ITEM,
  PyTuple_GET_SIZE,
  PyTuple_SET_ITEM,
  trackTupleAlways,
} from '../../objects/tupleobject.ts'
import { newStr, textOf } from '../../objects/unicodeobject.ts'
import { reprOfText } from '../../objects/unicoderepr.ts'
import { type ModuleType, moduleType, owning } from '../moduletype.ts'
import { numberMember } from './arguments.ts'
import { groupsOf, groupText, markAt } from './grouptext.ts'
import { M, P } from './layouts.ts'
import type { MatchState } from './state.ts'
import { expand } from './templates.ts'

/** pattern_new_match: what a search found; None where it found nothing. */
export function newMatch(ts: ThreadState, pattern: Borrowed, string: Borrowed, state: MatchState | null): Owned {
  if (state === null) return newref(ts, ts.none)
  const { mem } = ts
  const groups = mem.load(pattern + P.groups)
  const o = allocateVar(ts, moduleType(ts, 're.Match'), 2 * (groups + 1))
  if (o === 0) return PyErr_NoMemory(ts)
  mem.store(o + M.pattern, newref(ts, pattern))
  mem.store(o + M.string, newref(ts, string))
  mem.store(o + M.groups, groups + 1)
  const setMark = (i: number, place: number) => mem.storeWide(o + M.mark + i * 8, place)
  setMark(0, state.start)
  setMark(1, state.ptr)
  for (let i = 0; i < groups; i++) {
    const span = state.span(i) ?? [-1, -1]
    setMark(2 * i + 2, span[0])
    setMark(2 * i + 3, span[1])
  }
  mem.store(o + M.pos, state.pos)
  mem.store(o + M.endpos, state.end)
  mem.storeWide(o + M.lastindex, state.lastindex)
  track(mem, o)
  return o
}

/** match_getindex: the number of a group given by number or name; -1 with an exception. */
function groupIndex(ts: ThreadState, self: Borrowed, index: Borrowed): number {
  if (index === 0) return 0
  let i = -1
  if (PyIndex_Check(ts, index)) i = PyNumber_AsSsize_t(ts, index, 0)
  else {
    const groupindex = ts.mem.load(ts.mem.load(self + M.pattern) + P.groupindex)
    const found = groupindex === 0 ? 0 : PyDict_GetItem(ts, groupindex, index)
    if (found !== 0 && PyLong_Check(ts, found)) i = PyLong_AsNumber(ts, found)
  }
  if (i >= 0 && i < groupsOf(ts, self)) return i
  if (PyErr_Occurred(ts) === 0) PyErr_Format(ts, ts.exc.IndexError, 'no such group')
  return -1
}

function getSlice(ts: ThreadState, self: Borrowed, index: Borrowed, absent: Borrowed): Owned {
  const i = groupIndex(ts, self, index)
  return i < 0 ? 0 : groupText(ts, self, i, absent)
}

/** A tuple of `n` items, which are asked for one by one while it is there; 0 with an exception where one cannot be made. */
function tupleOf(ts: ThreadState, n: number, item: (i: number) => Owned): Owned {
  const result = newTuple(ts, n)
  if (result === 0) return 0
  trackTupleAlways(ts, result)
  const done = during(ts, [result], () => {
    for (let i = 0; i < n; i++) {
      const made = item(i)
      if (made === 0) return false
      PyTuple_SET_ITEM(ts, result, i, made)
    }
    return true
  })
  if (done) return result
  DECREF(ts, result)
  return 0
}

function spanOf(ts: ThreadState, self: Borrowed, group: number): Owned {
  return newPair(ts, newInt(ts, markAt(ts, self, group * 2)), newInt(ts, markAt(ts, self, group * 2 + 1)))
}

/** `start`, `end` and `span`: of a group, of all where none is named. */
function ofGroup(name: string, get: (ts: ThreadState, self: Borrowed, group: number) => Owned): MethodSpec {
  return {
    name,
    kind: 'FASTCALL',
    max: 1,
    call(ts, self, argv, nargs) {
      const i = groupIndex(ts, self, nargs === 0 ? 0 : argAt(ts, argv, 0))
      return i < 0 ? 0 : get(ts, self, i)
    },
  }
}

function group(ts: ThreadState, self: Borrowed, argv: number, nargs: number): Owned {
  if (nargs === 0) return groupText(ts, self, 0, ts.none)
  if (nargs === 1) return getSlice(ts, self, argAt(ts, argv, 0), ts.none)
  return tupleOf(ts, nargs, (i) => getSlice(ts, self, argAt(ts, argv, i), ts.none))
}

function groups(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const values = parseKeywords(ts, 'groups', argv, nargs, kwnames, ['default'], 0)
  if (values === null) return 0
  return tupleOf(ts, groupsOf(ts, self) - 1, (i) => groupText(ts, self, i + 1, values[0] || ts.none))
}

function groupdict(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const values = parseKeywords(ts, 'groupdict', argv, nargs, kwnames, ['default'], 0)
  if (values === null) return 0
  const result = PyDict_New(ts)
  const groupindex = ts.mem.load(ts.mem.load(self + M.pattern) + P.groupindex)
  if (result === 0 || groupindex === 0) return result
  forEachItem(ts, groupindex, (key, number) => {
    const value = groupText(ts, self, PyLong_AsNumber(ts, number), values[0] || ts.none)
    if (value === 0) return
    PyDict_SetItem(ts, result, key, value)
    DECREF(ts, value)
  })
  if (PyErr_Occurred(ts) === 0) return result
  DECREF(ts, result)
  return 0
}

function match_repr(ts: ThreadState, self: Borrowed): Owned {
  const whole = groupText(ts, self, 0, ts.none)
  if (whole === 0) return 0
  const shown = [...reprOfText(textOf(ts, whole))].slice(0, 50).join('')
  DECREF(ts, whole)
  const [start, end] = [markAt(ts, self, 0), markAt(ts, self, 1)]
  return newStr(ts, `<${nameOfType(ts, Py_TYPE(ts, self))} object; span=(${start}, ${end}), match=${shown}>`)
}

const itself: MethodSpec['call'] = newref
/** A match and a pattern cannot change: a copy is the same object. */
export const copyMethods: readonly MethodSpec[] = [
  { name: '__copy__', kind: 'NOARGS', call: itself },
  { name: '__deepcopy__', kind: 'O', call: itself },
]

export const matchType: ModuleType = {
  tp_name: 're.Match',
  basicsize: M.sizeof,
  itemsize: 8,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  slots: {
    ...owning([
      ['string', M.string],
      ['regs', M.regs],
      ['re', M.pattern],
    ]),
    tp_repr: match_repr,
    mp_subscript: (ts, self, key) => getSlice(ts, self, key, ts.none),
  },
  members: [
    ['string', M.string],
    ['re', M.pattern],
  ],
  getset: [
    numberMember('pos', M.pos),
    numberMember('endpos', M.endpos),
    {
      name: 'lastindex',
      get(ts, self) {
        const i = ts.mem.load(self + M.lastindex)
        return i < 0 ? newref(ts, ts.none) : newInt(ts, i)
      },
    },
    {
      name: 'lastgroup',
      get(ts, self) {
        const names = ts.mem.load(ts.mem.load(self + M.pattern) + P.indexgroup)
        const i = ts.mem.load(self + M.lastindex)
        const known = names !== 0 && i >= 0 && i < PyTuple_GET_SIZE(ts, names)
        return newref(ts, known ? PyTuple_GET_ITEM(ts, names, i) : ts.none)
      },
    },
    {
      name: 'regs',
      get(ts, self) {
        const known = ts.mem.load(self + M.regs)
        if (known !== 0) return newref(ts, known)
        const regs = tupleOf(ts, groupsOf(ts, self), (i) => spanOf(ts, self, i))
        if (regs !== 0) ts.mem.store(self + M.regs, newref(ts, regs))
        return regs
      },
    },
  ],
  methods: [
    { name: 'group', kind: 'FASTCALL', varargs: () => true, call: group },
    ofGroup('start', (ts, self, i) => newInt(ts, markAt(ts, self, i * 2))),
    ofGroup('end', (ts, self, i) => newInt(ts, markAt(ts, self, i * 2 + 1))),
    ofGroup('span', spanOf),
    { name: 'groups', kind: 'KEYWORDS', call: groups },
    { name: 'groupdict', kind: 'KEYWORDS', call: groupdict },
    {
      name: 'expand',
      kind: 'KEYWORDS',
      call(ts, self, argv, nargs, kwnames) {
        const values = parseKeywords(ts, 'expand', argv, nargs, kwnames, ['template'], 1)
        return values === null ? 0 : expand(ts, self, values[0])
      },
    },
    ...copyMethods,
    classGetItemMethod,
  ],
}
