// Objects/odictobject.c: the iterator of OrderedDict, which goes along the order by keys, and its three views.

import { track, untrack } from '../../heap/gchead.ts'
import { allocate, during, freeObject } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { CLEAR, DECREF, newref } from '../../heap/refcount.ts'
import { layout, PyObject } from '../../heap/structs.ts'
import type { Borrowed, Owned, OwnedField } from '../../heap/typeslots.ts'
import { pairToGive } from '../../objects/dictiter.ts'
import { PyDict_GET_SIZE, PyDict_GetItem } from '../../objects/dictobject.ts'
import { dictOfView, dictview_new, dictviewobject } from '../../objects/dictviews.ts'
import { PyErr_Clear, PyErr_Format, PyErr_NoMemory, PyErr_Occurred, PyErr_SetObject } from '../../objects/errors.ts'
import { reducingRest } from '../../objects/iterreduce.ts'
import type { MethodSpec } from '../../objects/object.ts'
import { PyTuple_FromArray } from '../../objects/tupleobject.ts'
import { type ModuleType, moduleType } from '../moduletype.ts'
import { endNode, findNode, keyOfNode, nodeBeside, odictobject as O } from './odictobject.ts'

/** What an iterator gives, and whether it goes backwards (`kind`). */
const REVERSED = 1
const KEYS = 2
const VALUES = 4
const ITEMS = KEYS | VALUES

const I = layout(PyObject.sizeof, [
  ['kind', 'ssize'],
  ['di_odict', 'ptr'],
  ['di_size', 'ssize'],
  ['di_state', 'ssize'],
  ['di_current', 'ptr'],
  ['di_result', 'ptr'],
])
const FIELDS: readonly OwnedField[] = [
  ['di_odict', I.di_odict],
  ['di_current', I.di_current],
  ['di_result', I.di_result],
]

function newIterator(ts: ThreadState, od: Borrowed, kind: number): Owned {
  const { mem } = ts
  const o = allocate(ts, moduleType(ts, 'odict_iterator'), I.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  if ((kind & ITEMS) === ITEMS) {
    const pair = PyTuple_FromArray(ts, [newref(ts, ts.none), newref(ts, ts.none)])
    mem.store(o + I.di_result, pair)
    if (pair === 0) {
      DECREF(ts, o)
      return 0
    }
  }
  const node = endNode(ts, od, (kind & REVERSED) !== 0)
  mem.store(o + I.kind, kind)
  mem.store(o + I.di_current, node === 0 ? 0 : newref(ts, keyOfNode(ts, node)))
  mem.store(o + I.di_size, PyDict_GET_SIZE(ts, od))
  mem.store(o + I.di_state, mem.load(od + O.od_state))
  mem.store(o + I.di_odict, newref(ts, od))
  track(mem, o)
  return o
}

/** iter(od). */
export function odict_iter(ts: ThreadState, od: Borrowed): Owned {
  return newIterator(ts, od, KEYS)
}

/** reversed(od). */
export function odict_reversed(ts: ThreadState, od: Borrowed): Owned {
  return newIterator(ts, od, KEYS | REVERSED)
}

/** The next key; what was changed since is noticed. */
function nextKey(ts: ThreadState, di: Borrowed): Owned {
  const { mem } = ts
  const od = mem.load(di + I.di_odict)
  if (od === 0) return 0
  const key = mem.load(di + I.di_current)
  const moved = key !== 0 && mem.load(od + O.od_state) !== mem.load(di + I.di_state)
  if (moved) PyErr_Format(ts, ts.exc.RuntimeError, 'OrderedDict mutated during iteration')
  if (key === 0 || moved) {
    CLEAR(ts, di + I.di_odict)
    return 0
  }
  if (mem.load(di + I.di_size) !== PyDict_GET_SIZE(ts, od)) {
    mem.storeWide(di + I.di_size, -1)
    return PyErr_Format(ts, ts.exc.RuntimeError, 'OrderedDict changed size during iteration')
  }
  const node = findNode(ts, od, key)
  if (node === 0) {
    if (PyErr_Occurred(ts) === 0) PyErr_SetObject(ts, ts.exc.KeyError, key)
    CLEAR(ts, di + I.di_current)
    return 0
  }
  const beside = nodeBeside(ts, node, (mem.load(di + I.kind) & REVERSED) !== 0)
  mem.store(di + I.di_current, beside === 0 ? 0 : newref(ts, keyOfNode(ts, beside)))
  return key
}

function next(ts: ThreadState, di: Borrowed): Owned {
  const kind = ts.mem.load(di + I.kind)
  const key = nextKey(ts, di)
  if (key === 0 || (kind & VALUES) === 0) return key
  const od = ts.mem.load(di + I.di_odict)
  const value = during(ts, [key], () => PyDict_GetItem(ts, od, key))
  if (value === 0) {
    PyErr_Clear(ts)
    PyErr_SetObject(ts, ts.exc.KeyError, key)
    DECREF(ts, key)
    CLEAR(ts, di + I.di_current)
    CLEAR(ts, di + I.di_odict)
    return 0
  }
  newref(ts, value)
  if (kind & KEYS) return pairToGive(ts, ts.mem.load(di + I.di_result), key, value)
  DECREF(ts, key)
  return value
}

const iteratorType: ModuleType = {
  tp_name: 'odict_iterator',
  alwaysStatic: true,
  basicsize: I.sizeof,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  // Not `owning(FIELDS)`: the collector cannot clear it, as CPython gives it no tp_clear.
  slots: {
    owns: { fields: FIELDS },
    tp_dealloc(ts, di) {
      untrack(ts.mem, di)
      for (const [, offset] of FIELDS) CLEAR(ts, di + offset)
      freeObject(ts, di)
    },
    tp_traverse(ts, di, visit) {
      for (const [name, offset] of FIELDS) {
        const o = ts.mem.load(di + offset)
        if (o !== 0) visit(o, { kind: 'field', name })
      }
    },
    tp_iter: newref,
    tp_iternext: next,
  },
  methods: [reducingRest([I.di_odict, I.di_current], I.di_result)],
}

function view(name: 'keys' | 'values' | 'items', kind: number): { type: ModuleType; method: MethodSpec } {
  const tp_name = `odict_${name}`
  return {
    type: {
      tp_name,
      alwaysStatic: true,
      base: (ts) => ts.types[`dict_${name}`],
      basicsize: dictviewobject.sizeof,
      flags: ['DISALLOW_INSTANTIATION'],
      slots: { tp_iter: (ts, dv) => newIterator(ts, dictOfView(ts, dv), kind) },
      methods: [
        {
          name: '__reversed__',
          kind: 'NOARGS',
          call: (ts, dv) => newIterator(ts, dictOfView(ts, dv), kind | REVERSED),
        },
      ],
    },
    method: { name, kind: 'NOARGS', call: (ts, od) => dictview_new(ts, od, moduleType(ts, tp_name)) },
  }
}

const views = [view('keys', KEYS), view('values', VALUES), view('items', ITEMS)]

/** The types a program meets without a name for them. */
export const odictHelperTypes: readonly ModuleType[] = [iteratorType, ...views.map(({ type }) => type)]

/** `keys`, `values` and `items`. */
export const odictViewMethods: readonly MethodSpec[] = views.map(({ method }) => method)
