// Iterators over dicts (dictiter in Objects/dictobject.c): keys, values and items, forwards and backwards. They notice
// when the dict changes its size, and give it up when they are used up.

import { isTracked, track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_REFCNT } from '../heap/refcount.ts'
import type { StaticTypes } from '../heap/statictypes.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { keysEntries } from './dictkeys.ts'
import { dictKeys, dictValues, keyAt, PyDict_GET_SIZE, PyDict_Next, valueAt } from './dictobject.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'
import { reducingRest } from './iterreduce.ts'
import { newInt } from './longobject.ts'
import type { TypeSpec } from './object.ts'
import { newTuple, PyTuple_GET_ITEM, PyTuple_SET_ITEM, trackTuple } from './tupleobject.ts'

/** `di_used` is -1 once the dict was seen to change; `di_result` is the pair items() reuses while nobody else has it. */
export const dictiterobject = layout(PyObject.sizeof, [
  ['di_dict', 'ptr'],
  ['di_used', 'ssize'],
  ['di_pos', 'ssize'],
  ['di_result', 'ptr'],
  ['len', 'ssize'],
])

/** iter(d). */
export function dict_iter(ts: ThreadState, d: Borrowed): Owned {
  return dictiter_new(ts, d, 'dict_keyiterator')
}

/** A new iterator of one of the six types. */
export function dictiter_new(ts: ThreadState, d: Borrowed, type: keyof StaticTypes): Owned {
  const mem = ts.mem
  const o = allocate(ts, ts.types[type], dictiterobject.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  const used = PyDict_GET_SIZE(ts, d)
  mem.store(o + dictiterobject.di_dict, newref(ts, d))
  mem.storeWide(o + dictiterobject.di_used, used)
  mem.storeWide(o + dictiterobject.len, used)
  const last = dictValues(ts, d) !== 0 ? used - 1 : keysEntries(ts, dictKeys(ts, d)) - 1
  mem.storeWide(o + dictiterobject.di_pos, type.startsWith('dict_reverse') ? last : 0)
  if (type === 'dict_itemiterator' || type === 'dict_reverseitemiterator') {
    const pair = newTuple(ts, 2)
    if (pair === 0) {
      DECREF(ts, o)
      return 0
    }
    PyTuple_SET_ITEM(ts, pair, 0, newref(ts, ts.none))
    PyTuple_SET_ITEM(ts, pair, 1, newref(ts, ts.none))
    trackTuple(ts, pair)
    mem.store(o + dictiterobject.di_result, pair)
  }
  track(mem, o)
  return o
}

/** The dict if there may be more, after checking that its size is the same; 0 when exhausted or with RuntimeError. */
function checkedDict(ts: ThreadState, it: Borrowed): Borrowed {
  const d = ts.mem.load(it + dictiterobject.di_dict)
  if (d === 0) return 0
  if (ts.mem.load(it + dictiterobject.di_used) === PyDict_GET_SIZE(ts, d)) return d
  ts.mem.storeWide(it + dictiterobject.di_used, -1)
  return PyErr_Format(ts, ts.exc.RuntimeError, 'dictionary changed size during iteration')
}

function exhausted(ts: ThreadState, it: Borrowed, d: Borrowed): -1 {
  ts.mem.store(it + dictiterobject.di_dict, 0)
  DECREF(ts, d)
  return -1
}

/** The position of the next item, or -1 when there is none (or with an error). */
function advance(ts: ThreadState, it: Borrowed, d: Borrowed): number {
  const mem = ts.mem
  const position = mem.load(it + dictiterobject.di_pos)
  const at = PyDict_Next(ts, d, position)
  if (at < 0) return exhausted(ts, it, d)
  const left = mem.load(it + dictiterobject.len)
  if (left === 0) {
    // As many as there were have been given, and the dict has as many as before: keys have come and gone.
    PyErr_Format(ts, ts.exc.RuntimeError, 'dictionary keys changed during iteration')
    return exhausted(ts, it, d)
  }
  mem.storeWide(it + dictiterobject.di_pos, at + 1)
  mem.storeWide(it + dictiterobject.len, left - 1)
  return at
}

function retreat(ts: ThreadState, it: Borrowed, d: Borrowed): number {
  const mem = ts.mem
  let at = mem.load(it + dictiterobject.di_pos)
  if (dictValues(ts, d) === 0) while (at >= 0 && valueAt(ts, d, at) === 0) at--
  if (at < 0) return exhausted(ts, it, d)
  mem.storeWide(it + dictiterobject.di_pos, at - 1)
  mem.storeWide(it + dictiterobject.len, mem.load(it + dictiterobject.len) - 1)
  return at
}

function nextWith(step: typeof advance, read: (ts: ThreadState, d: Borrowed, at: number, it: Borrowed) => Owned) {
  return (ts: ThreadState, it: Borrowed): Owned => {
    const d = checkedDict(ts, it)
    if (d === 0) return 0
    const at = step(ts, it, d)
    return at < 0 ? 0 : read(ts, d, at, it)
  }
}

function readKey(ts: ThreadState, d: Borrowed, at: number): Owned {
  return newref(ts, keyAt(ts, d, at))
}

function readValue(ts: ThreadState, d: Borrowed, at: number): Owned {
  return newref(ts, valueAt(ts, d, at))
}

function readItem(ts: ThreadState, d: Borrowed, at: number, it: Borrowed): Owned {
  const key = newref(ts, keyAt(ts, d, at))
  const value = newref(ts, valueAt(ts, d, at))
  return pairToGive(ts, ts.mem.load(it + dictiterobject.di_result), key, value)
}

/** A pair of key and value, whose references it takes: the one the iterator has, `kept`, again if only the iterator has it. */
export function pairToGive(ts: ThreadState, kept: Borrowed, key: Owned, value: Owned): Owned {
  const mem = ts.mem
  if (Py_REFCNT(ts, kept) !== 1) {
    const pair = newTuple(ts, 2)
    if (pair === 0) {
      DECREF(ts, key)
      DECREF(ts, value)
      return 0
    }
    PyTuple_SET_ITEM(ts, pair, 0, key)
    PyTuple_SET_ITEM(ts, pair, 1, value)
    trackTuple(ts, pair)
    return pair
  }
  const oldKey = PyTuple_GET_ITEM(ts, kept, 0)
  const oldValue = PyTuple_GET_ITEM(ts, kept, 1)
  PyTuple_SET_ITEM(ts, kept, 0, key)
  PyTuple_SET_ITEM(ts, kept, 1, value)
  newref(ts, kept)
  DECREF(ts, oldKey)
  DECREF(ts, oldValue)
  // The collector may have stopped watching it while it held nothing of interest.
  if (!isTracked(mem, kept)) track(mem, kept)
  return kept
}

function dictiter_len(ts: ThreadState, it: Borrowed): Owned {
  const d = ts.mem.load(it + dictiterobject.di_dict)
  const same = d !== 0 && ts.mem.load(it + dictiterobject.di_used) === PyDict_GET_SIZE(ts, d)
  return newInt(ts, same ? ts.mem.load(it + dictiterobject.len) : 0)
}

function dictiter_dealloc(ts: ThreadState, it: number): void {
  untrack(ts.mem, it)
  CLEAR(ts, it + dictiterobject.di_dict)
  CLEAR(ts, it + dictiterobject.di_result)
  freeObject(ts, it)
}

function dictiter_traverse(
  ts: ThreadState,
  it: Borrowed,
  visit: (ref: number, edge: { kind: 'field'; name: string }) => void,
): void {
  for (const name of ['di_dict', 'di_result'] as const) {
    const ref = ts.mem.load(it + dictiterobject[name])
    if (ref !== 0) visit(ref, { kind: 'field', name })
  }
}

function iteratorType(name: keyof StaticTypes, tp_iternext: (ts: ThreadState, it: Borrowed) => Owned): TypeSpec {
  return {
    name,
    basicsize: dictiterobject.sizeof,
    flags: ['HAVE_GC'],
    slots: { tp_dealloc: dictiter_dealloc, tp_traverse: dictiter_traverse, tp_iter: newref, tp_iternext },
    methods: [
      { name: '__length_hint__', kind: 'NOARGS', call: dictiter_len },
      reducingRest([dictiterobject.di_dict], dictiterobject.di_result),
    ],
  }
}

export const PyDictIterKey_Type = iteratorType('dict_keyiterator', nextWith(advance, readKey))
export const PyDictIterValue_Type = iteratorType('dict_valueiterator', nextWith(advance, readValue))
export const PyDictIterItem_Type = iteratorType('dict_itemiterator', nextWith(advance, readItem))
export const PyDictRevIterKey_Type = iteratorType('dict_reversekeyiterator', nextWith(retreat, readKey))
export const PyDictRevIterValue_Type = iteratorType('dict_reversevalueiterator', nextWith(retreat, readValue))
export const PyDictRevIterItem_Type = iteratorType('dict_reverseitemiterator', nextWith(retreat, readItem))
