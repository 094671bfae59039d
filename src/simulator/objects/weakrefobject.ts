// Objects/weakrefobject.c: references that do not keep their object alive. Each object that can be referred to so heads
// a list of its weak references: first the shared one without callback, then the others, newest first.
// Proxies are in weakrefproxy.ts.

import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject, hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, INCREF, newref, Py_REFCNT, Py_TYPE, XDECREF } from '../heap/refcount.ts'
import { PyWeakReference as W } from '../heap/structs.ts'
import type { Borrowed, Owned, Visit } from '../heap/typeslots.ts'
import {
  _PyObject_GET_WEAKREFS_LISTPTR,
  _PyWeakref_ClearRef,
  isCleared,
  isProxy,
  PyWeakref_Check,
  unlink,
  weakrefsOf,
} from '../heap/weakreflist.ts'
import { newBool } from './boolobject.ts'
import { _PyArg_NoKeywords, argAt, callOneArg, checkPositional } from './call.ts'
import { PyErr_Format, PyErr_GetRaisedException, PyErr_NoMemory, PyErr_Occurred, restore } from './errors.ts'
import { PyObject_GenericGetAttr, PyObject_GenericSetAttr } from './genericattr.ts'
import {
  hashFailed,
  nameOfType,
  Py_EQ,
  Py_NE,
  PyObject_Hash,
  PyObject_RichCompare,
  PyUnicode_Check,
  type TypeSpec,
  typeName,
} from './object.ts'
import { newTuple, PyTuple_SET_ITEM } from './tupleobject.ts'
import { lookupSpecial } from './typelookup.ts'
import { pointer } from './typenames.ts'
import { PyType_GenericAlloc } from './typeobject.ts'
import { newStr, textOf } from './unicodeobject.ts'

/** sizeof(PyWeakReference): the fields, and the pointer by which it is called. */
export const WEAKREF_SIZE = W.sizeof + 8

/** The object a weak reference is to, borrowed; 0 when it is dead or dying. */
export function PyWeakref_GET_OBJECT(ts: ThreadState, ref: Borrowed): Borrowed {
  const o = ts.mem.load(ref + W.wr_object)
  return o === ts.none || o === 0 || Py_REFCNT(ts, o) === 0 ? 0 : o
}

/** How many weak references an object has. */
export function _PyWeakref_GetWeakrefCount(ts: ThreadState, o: Borrowed): number {
  return weakrefsOf(ts, o).length
}

/** PyWeakref_NewRef: without callback (0) the object's shared one. */
export function PyWeakref_NewRef(ts: ThreadState, o: Borrowed, callback: Borrowed): Owned {
  const list = listOrError(ts, o)
  if (list === 0) return 0
  const basic = basicRef(ts, list)
  if (callback === 0 && basic !== 0) return newref(ts, basic)
  const ref = allocate(ts, ts.types.weakref, WEAKREF_SIZE)
  if (ref === 0) return PyErr_NoMemory(ts)
  init_weakref(ts, ref, o, callback)
  track(ts.mem, ref)
  insert(ts, ref, list)
  return ref
}

/** PyObject_ClearWeakRefs: at an object's death. Its references are cleared, then their callbacks called, newest first. */
export function PyObject_ClearWeakRefs(ts: ThreadState, o: number): void {
  const mem = ts.mem
  const list = _PyObject_GET_WEAKREFS_LISTPTR(ts, o)
  if (list === 0 || mem.load(list) === 0) return
  for (const shared of [basicRef(ts, list), sharedProxy(ts, list)]) if (shared !== 0) _PyWeakref_ClearRef(ts, shared)
  if (mem.load(list) === 0) return
  const raised = PyErr_GetRaisedException(ts)
  const mark = holdMark(ts)
  hold(ts, raised)
  const refs = weakrefsOf(ts, o)
  if (refs.length === 1 && !ts.profile.gc.weakrefCallbacksInTuple) clearOnly(ts, refs[0])
  else clearAll(ts, refs)
  release(ts, mark)
  restore(ts, raised)
}

/** One reference: its callback is taken out and called. */
function clearOnly(ts: ThreadState, ref: number): void {
  const callback = ts.mem.load(ref + W.wr_callback)
  ts.mem.store(ref + W.wr_callback, 0)
  _PyWeakref_ClearRef(ts, ref)
  if (callback === 0) return
  if (Py_REFCNT(ts, ref) > 0) {
    const mark = holdMark(ts)
    hold(ts, callback)
    handle_callback(ts, ref, callback)
    release(ts, mark)
  }
  DECREF(ts, callback)
}

/** Several: a tuple keeps references and callbacks while they are called. */
function clearAll(ts: ThreadState, refs: readonly number[]): void {
  const { mem } = ts
  const tuple = newTuple(ts, refs.length * 2)
  if (tuple === 0) {
    ts.writeUnraisable(0)
    return
  }
  refs.forEach((ref, i) => {
    const callback = mem.load(ref + W.wr_callback)
    mem.store(ref + W.wr_callback, 0)
    _PyWeakref_ClearRef(ts, ref)
    if (Py_REFCNT(ts, ref) > 0) {
      PyTuple_SET_ITEM(ts, tuple, i * 2, newref(ts, ref))
      PyTuple_SET_ITEM(ts, tuple, i * 2 + 1, callback)
    } else XDECREF(ts, callback)
  })
  const mark = holdMark(ts)
  hold(ts, tuple)
  const items = tuple + ts.profile.layout.tupleItems
  for (let i = 0; i < refs.length; i++) {
    const callback = mem.load(items + i * 16 + 8)
    if (callback !== 0) handle_callback(ts, mem.load(items + i * 16), callback)
  }
  release(ts, mark)
  DECREF(ts, tuple)
}

/** Calls a callback with its reference; what it raises is reported and forgotten. */
export function handle_callback(ts: ThreadState, ref: Borrowed, callback: Borrowed): void {
  const result = callOneArg(ts, callback, ref)
  if (result === 0) ts.writeUnraisable(callback, 'calling weakref callback')
  else DECREF(ts, result)
}

/** References made while the finalizer ran: cleared, their callbacks not called. */
function clearWithoutCallbacks(ts: ThreadState, o: number): void {
  for (const ref of weakrefsOf(ts, o)) _PyWeakref_ClearRef(ts, ref)
}

/** Installs what the deallocators call. */
export function initWeakrefs(ts: ThreadState): void {
  ts.clearWeakRefs = (o) => PyObject_ClearWeakRefs(ts, o)
  ts.clearWeakRefsNoCallbacks = (o) => clearWithoutCallbacks(ts, o)
  ts.newWeakRef = (o) => PyWeakref_NewRef(ts, o, 0)
  ts.callWeakrefCallback = (ref, callback) => handle_callback(ts, ref, callback)
}

/** Where an object's list begins; 0 with TypeError where its type has none. */
export function listOrError(ts: ThreadState, o: Borrowed): number {
  const list = _PyObject_GET_WEAKREFS_LISTPTR(ts, o)
  if (list === 0) PyErr_Format(ts, ts.exc.TypeError, `cannot create weak reference to '${typeName(ts, o)}' object`)
  return list
}

/** get_basic_refs: the shared reference without callback, or 0. */
function basicRef(ts: ThreadState, list: number): Borrowed {
  const first = ts.mem.load(list)
  if (first === 0 || ts.mem.load(first + W.wr_callback) !== 0 || Py_TYPE(ts, first) !== ts.types.weakref) return 0
  return first
}

/** new_weakref: fills in a reference that is in no list yet. */
export function init_weakref(ts: ThreadState, ref: number, o: Borrowed, callback: Borrowed): void {
  const { mem } = ts
  mem.store(ref + W.wr_object, o)
  mem.store(ref + W.hash, -1)
  mem.store(ref + W.hash + 4, -1)
  mem.store(ref + W.wr_callback, callback)
  if (callback !== 0) INCREF(ts, callback)
}

/** The proxy without callback all share, or 0: it stands first, or behind the shared reference. */
export function sharedProxy(ts: ThreadState, list: number): Borrowed {
  const { mem } = ts
  const basic = basicRef(ts, list)
  const o = mem.load(basic === 0 ? list : basic + W.wr_next)
  return o !== 0 && isProxy(ts, o) && mem.load(o + W.wr_callback) === 0 ? o : 0
}

/** First the shared reference, then the shared proxy, then every other. */
export function insert(ts: ThreadState, ref: number, list: number): void {
  const { mem } = ts
  const plain = mem.load(ref + W.wr_callback) === 0
  const basic = basicRef(ts, list)
  let previous = basic
  if (plain && Py_TYPE(ts, ref) === ts.types.weakref) previous = 0
  else if (!plain || !isProxy(ts, ref)) previous = sharedProxy(ts, list) || basic
  const place = previous === 0 ? list : previous + W.wr_next
  const next = mem.load(place)
  mem.store(ref + W.wr_prev, previous)
  mem.store(ref + W.wr_next, next)
  if (next !== 0) mem.store(next + W.wr_prev, ref)
  mem.store(place, ref)
}

/** clear_weakref: the reference itself goes, and its callback with it. */
export function clear_weakref(ts: ThreadState, ref: number): void {
  const { mem } = ts
  if (!isCleared(ts, ref)) unlink(ts, ref)
  const callback = mem.load(ref + W.wr_callback)
  if (callback === 0) return
  mem.store(ref + W.wr_callback, 0)
  DECREF(ts, callback)
}

/** `weakref.ref(o[, callback])`. */
function weakref_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number): Owned {
  if (checkPositional(ts, '__new__', nargs, 1, 2) < 0) return 0
  const o = argAt(ts, argv, 0)
  const given = nargs > 1 ? argAt(ts, argv, 1) : 0
  const callback = given === ts.none ? 0 : given
  const list = listOrError(ts, o)
  if (list === 0) return 0
  const basic = basicRef(ts, list)
  if (callback === 0 && type === ts.types.weakref && basic !== 0) return newref(ts, basic)
  const ref = PyType_GenericAlloc(ts, type)
  if (ref === 0) return 0
  init_weakref(ts, ref, o, callback)
  insert(ts, ref, list)
  return ref
}

function weakref_init(ts: ThreadState, _ref: Borrowed, _argv: number, nargs: number, kwnames: Borrowed): number {
  return !_PyArg_NoKeywords(ts, 'ref', kwnames) ? -1 : checkPositional(ts, '__init__', nargs, 1, 2)
}

function weakref_call(ts: ThreadState, ref: Borrowed, _argv: number, nargs: number, kwnames: Borrowed): Owned {
  if (!_PyArg_NoKeywords(ts, 'weakref', kwnames) || checkPositional(ts, 'weakref', nargs, 0, 0) < 0) return 0
  return newref(ts, PyWeakref_GET_OBJECT(ts, ref) || ts.none)
}

function weakref_hash(ts: ThreadState, ref: Borrowed): number {
  const { mem } = ts
  const known = mem.load(ref + W.hash)
  const knownHigh = mem.load(ref + W.hash + 4)
  if (known !== -1 || knownHigh !== -1) {
    ts.hashHigh = knownHigh
    return known
  }
  const o = PyWeakref_GET_OBJECT(ts, ref)
  if (o === 0) {
    PyErr_Format(ts, ts.exc.TypeError, 'weak object has gone away')
    ts.hashHigh = -1
    return -1
  }
  INCREF(ts, o)
  const mark = holdMark(ts)
  hold(ts, o)
  const hash = PyObject_Hash(ts, o)
  const high = ts.hashHigh
  release(ts, mark)
  if (!hashFailed(ts, hash)) {
    mem.store(ref + W.hash, hash)
    mem.store(ref + W.hash + 4, high)
  }
  DECREF(ts, o)
  ts.hashHigh = high
  return hash
}

function weakref_repr(ts: ThreadState, ref: Borrowed): Owned {
  const o = PyWeakref_GET_OBJECT(ts, ref)
  if (o === 0) return newStr(ts, `<weakref at ${pointer(ref)}; dead>`)
  INCREF(ts, o)
  const mark = holdMark(ts)
  hold(ts, o)
  const name = lookupSpecial(ts, o, '__name__')
  release(ts, mark)
  const shown = name !== 0 && PyUnicode_Check(ts, name) ? ` (${textOf(ts, name)})` : ''
  if (name !== 0) DECREF(ts, name)
  const type = nameOfType(ts, Py_TYPE(ts, o))
  const result = PyErr_Occurred(ts)
    ? 0
    : newStr(ts, `<weakref at ${pointer(ref)}; to '${type}' at ${pointer(o)}${shown}>`)
  DECREF(ts, o)
  return result
}

/** Both alive: their objects are compared. One dead: identity. */
function weakref_richcompare(ts: ThreadState, self: Borrowed, other: Borrowed, op: number): Owned {
  if ((op !== Py_EQ && op !== Py_NE) || !PyWeakref_Check(ts, self) || !PyWeakref_Check(ts, other))
    return newref(ts, ts.notImplemented)
  const a = PyWeakref_GET_OBJECT(ts, self)
  const b = PyWeakref_GET_OBJECT(ts, other)
  if (a === 0 || b === 0) return newBool(ts, (self === other) === (op === Py_EQ))
  INCREF(ts, a)
  INCREF(ts, b)
  const mark = holdMark(ts)
  hold(ts, a)
  hold(ts, b)
  const result = PyObject_RichCompare(ts, a, b, op)
  release(ts, mark)
  DECREF(ts, a)
  DECREF(ts, b)
  return result
}

export function weakref_traverse(ts: ThreadState, ref: Borrowed, visit: Visit): void {
  const callback = ts.mem.load(ref + W.wr_callback)
  if (callback !== 0) visit(callback, { kind: 'field', name: '__callback__' })
}

export const PyWeakref_RefType: TypeSpec = {
  name: 'weakref',
  tp_name: 'weakref.ReferenceType',
  basicsize: WEAKREF_SIZE,
  flags: ['HAVE_GC', 'BASETYPE', 'HAVE_VECTORCALL'],
  slots: {
    tp_dealloc(ts, ref) {
      untrack(ts.mem, ref)
      clear_weakref(ts, ref)
      freeObject(ts, ref)
    },
    tp_traverse: weakref_traverse,
    tp_clear: clear_weakref,
    tp_new: weakref_new,
    tp_init: weakref_init,
    tp_call: weakref_call,
    tp_hash: weakref_hash,
    tp_repr: weakref_repr,
    tp_richcompare: weakref_richcompare,
    tp_getattro: PyObject_GenericGetAttr,
    tp_setattro: PyObject_GenericSetAttr,
  },
  members: [['__callback__', W.wr_callback]],
}
