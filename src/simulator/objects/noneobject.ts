// Objects/object.c and sliceobject.c: None, NotImplemented and Ellipsis, each the only instance of its type.

import type { ThreadState } from '../heap/pystate.ts'
import { newref } from '../heap/refcount.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyErr_Format } from './errors.ts'
import { staticRefcount } from './longintrepr.ts'
import type { TypeSpec } from './object.ts'
import { _Py_HashPointer, setHash } from './pyhash.ts'
import { PyTuple_GET_SIZE } from './tupleobject.ts'
import { newStr } from './unicodestorage.ts'

/** Makes the three. Their types must have their addresses. */
export function initSingletons(ts: ThreadState): void {
  ts.none = makeSingleton(ts, ts.types.NoneType)
  ts.notImplemented = makeSingleton(ts, ts.types.NotImplementedType)
  ts.ellipsis = makeSingleton(ts, ts.types.ellipsis)
}

function makeSingleton(ts: ThreadState, type: number): number {
  const o = ts.mem.sbrk(16, 16)
  ts.mem.store(o, ts.profile.refcount.immortalStatic === null ? 1 : staticRefcount(ts))
  ts.mem.store(o + 8, type)
  return o
}

/** `type(None)()` gives the singleton again. */
function newSingleton(which: (ts: ThreadState) => Borrowed, name: string) {
  return (ts: ThreadState, _type: Borrowed, _argv: number, nargs: number, kwnames: Borrowed): Owned => {
    if (nargs > 0 || (kwnames !== 0 && PyTuple_GET_SIZE(ts, kwnames) > 0))
      return PyErr_Format(ts, ts.exc.TypeError, `${name} takes no arguments`)
    return newref(ts, which(ts))
  }
}

/** A singleton is never deallocated; up to 3.11 its count could still be driven to zero by a bug, which would be fatal. */
function none_dealloc(): void {
  throw new Error('deallocating a singleton')
}

export const _PyNone_Type = {
  name: 'NoneType',
  basicsize: 16,
  flags: [],
  slots: {
    tp_dealloc: none_dealloc,
    tp_repr: (ts) => newStr(ts, 'None'),
    tp_hash: (ts, o) => (ts.profile.numbers.noneHash ? setHash(ts, 0xfca86420 | 0, 0) : _Py_HashPointer(ts, o)),
    tp_new: newSingleton((ts) => ts.none, 'NoneType'),
    nb_bool: () => 0,
  },
} satisfies TypeSpec

export const _PyNotImplemented_Type = {
  name: 'NotImplementedType',
  basicsize: 16,
  flags: [],
  slots: {
    tp_dealloc: none_dealloc,
    tp_repr: (ts) => newStr(ts, 'NotImplemented'),
    tp_new: newSingleton((ts) => ts.notImplemented, 'NotImplementedType'),
    nb_bool: (ts) => {
      // From 3.14 on its truth is an error; before, a warning that goes nowhere here.
      if (ts.profile.numbers.notImplementedTruth) return 1
      PyErr_Format(ts, ts.exc.TypeError, 'NotImplemented should not be used in a boolean context')
      return -1
    },
  },
} satisfies TypeSpec

export const PyEllipsis_Type = {
  name: 'ellipsis',
  basicsize: 16,
  flags: [],
  slots: {
    tp_dealloc: none_dealloc,
    tp_repr: (ts) => newStr(ts, 'Ellipsis'),
    tp_new: newSingleton((ts) => ts.ellipsis, 'EllipsisType'),
  },
} satisfies TypeSpec
