// Modules/_functoolsmodule.c: the function made by lru_cache. A dict finds the entry of a call, a ring of entries keeps them
// in the order of use; the ring's head is inside the object. Both own a reference to each entry.

import { untrack } from '../../heap/gchead.ts'
import { during, freeObject, holdEach, holdMark, release, unhold } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE, slotsOf } from '../../heap/refcount.ts'
import { Py_TAG_REFCNT } from '../../heap/stackref.ts'
import { layout, PyObject } from '../../heap/structs.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyIndex_Check, PyNumber_AsSsize_t } from '../../objects/abstract.ts'
import { callArgs, parseKeywords } from '../../objects/call.ts'
import { PyMethod_New } from '../../objects/classobject.ts'
import { insertdict } from '../../objects/dictinsert.ts'
import { DKIX_ERROR, lookupKey } from '../../objects/dictkeys.ts'
import { PyDict_Clear, PyDict_GET_SIZE, PyDict_New, takeEntry, valueAddress } from '../../objects/dictobject.ts'
import { PyErr_Format, PyErr_Occurred } from '../../objects/errors.ts'
import { PyObject_GenericGetDict, PyObject_GenericSetDict } from '../../objects/genericattr.ts'
import { newInt } from '../../objects/longobject.ts'
import { hashFailed, PyObject_Hash, PyObject_IsTrue } from '../../objects/object.ts'
import { PyObject_Call } from '../../objects/objectcall.ts'
import { packArguments, unpackArguments } from '../../objects/packing.ts'
import { PyTuple_FromArray, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from '../../objects/tupleobject.ts'
import { PyType_GenericAlloc } from '../../objects/typeobject.ts'
import { type ModuleType, moduleType } from '../moduletype.ts'

/** An entry; the ring's head has the same shape. */
const LINK = layout(PyObject.sizeof, [
  ['prev', 'ssize'],
  ['next', 'ssize'],
  ['hash', 'hash'],
  ['key', 'ptr'],
  ['result', 'ptr'],
])

const L = layout(LINK.sizeof, [
  ['wrapper', 'ssize'],
  ['typed', 'ssize'],
  ['cache', 'ptr'],
  ['hits', 'ssize'],
  ['func', 'ptr'],
  ['maxsize', 'ssize'],
  ['misses', 'ssize'],
  ['kwd_mark', 'ptr'],
  ['lru_list_elem_type', 'ptr'],
  ['cache_info_type', 'ptr'],
  ['dict', 'ptr'],
  ['weakreflist', 'ptr'],
])

const FIELDS = [
  ['cache', L.cache],
  ['__wrapped__', L.func],
  ['kwd_mark', L.kwd_mark],
  ['lru_list_elem_type', L.lru_list_elem_type],
  ['cache_info_type', L.cache_info_type],
  ['__dict__', L.dict],
] as const

export const lruListElemType: ModuleType = {
  tp_name: 'functools._lru_list_elem',
  basicsize: LINK.sizeof,
  flags: ['DISALLOW_INSTANTIATION'],
  slots: {
    owns: {
      fields: [
        ['key', LINK.key],
        ['result', LINK.result],
      ],
    },
    tp_dealloc(ts, self) {
      during(ts, [self | Py_TAG_REFCNT], () => {
        CLEAR(ts, self + LINK.key)
        CLEAR(ts, self + LINK.result)
      })
      freeObject(ts, self)
    },
  },
}

function lru_cache_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const names = ['user_function', 'maxsize', 'typed', 'cache_info_type']
  const values = parseKeywords(ts, 'lru_cache', argv, nargs, kwnames, names, 4)
  if (!values) return 0
  const [func, maxsizeObject, typedObject, info] = values
  if (!slotsOf(ts, func).tp_call) return PyErr_Format(ts, ts.exc.TypeError, 'the first argument must be callable')
  let maxsize = -1
  if (maxsizeObject !== ts.none) {
    if (!PyIndex_Check(ts, maxsizeObject))
      return PyErr_Format(ts, ts.exc.TypeError, 'maxsize should be integer or None')
    maxsize = PyNumber_AsSsize_t(ts, maxsizeObject, ts.exc.OverflowError)
    if (maxsize === -1 && PyErr_Occurred(ts) !== 0) return 0
    maxsize = Math.max(0, maxsize)
  }
  const typed = PyObject_IsTrue(ts, typedObject)
  const cache = typed < 0 ? 0 : PyDict_New(ts)
  const o = cache === 0 ? 0 : PyType_GenericAlloc(ts, type)
  if (o === 0) return 0
  const { mem } = ts
  mem.store(o + LINK.prev, o)
  mem.store(o + LINK.next, o)
  mem.store(o + L.typed, typed)
  mem.store(o + L.cache, cache)
  mem.store(o + L.func, newref(ts, func))
  mem.storeWide(o + L.maxsize, maxsize)
  mem.store(o + L.kwd_mark, newref(ts, kwdMark(ts)))
  mem.store(o + L.lru_list_elem_type, newref(ts, moduleType(ts, 'functools._lru_list_elem')))
  mem.store(o + L.cache_info_type, newref(ts, info))
  return o
}

/** What stands between positional and keyword arguments in a key: one object of the module's state. */
function kwdMark(ts: ThreadState): Borrowed {
  return ts.moduleTypes.get('functools._kwd_mark') ?? ts.none
}

/** The key of a call: its only argument if that is exactly a str or an int, else the arguments in a tuple. */
function make_key(ts: ThreadState, self: Borrowed, args: Borrowed, argv: number, kwnames: Borrowed): Owned {
  const typed = ts.mem.load(self + L.typed) !== 0
  const n = PyTuple_GET_SIZE(ts, args)
  const nkw = kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames)
  if (!typed && nkw === 0) {
    if (n === 1) {
      const only = PyTuple_GET_ITEM(ts, args, 0)
      const type = Py_TYPE(ts, only)
      if (type === ts.types.str || type === ts.types.int) return newref(ts, only)
    }
    return newref(ts, args)
  }
  const parts: Borrowed[] = Array.from({ length: n }, (_, i) => PyTuple_GET_ITEM(ts, args, i))
  const values = Array.from({ length: nkw }, (_, i) => ts.mem.words[(argv + (n + i) * 8) >> 2] & ~1)
  if (nkw > 0) parts.push(ts.mem.load(self + L.kwd_mark))
  for (const [i, value] of values.entries()) parts.push(PyTuple_GET_ITEM(ts, kwnames, i), value)
  if (typed) {
    for (let i = 0; i < n; i++) parts.push(Py_TYPE(ts, PyTuple_GET_ITEM(ts, args, i)))
    for (const value of values) parts.push(Py_TYPE(ts, value))
  }
  return PyTuple_FromArray(
    ts,
    parts.map((part) => newref(ts, part)),
  )
}

/** The value of a key whose hash is known, borrowed; 0 absent, -1 error. */
function find(ts: ThreadState, self: Borrowed, key: Borrowed, low: number, high: number): number {
  const cache = ts.mem.load(self + L.cache)
  const ix = lookupKey(ts, cache, key, low, high)
  return ix === DKIX_ERROR ? -1 : ix < 0 ? 0 : ts.mem.load(valueAddress(ts, cache, ix))
}

function extract(ts: ThreadState, link: number): void {
  const { mem } = ts
  const prev = mem.load(link + LINK.prev)
  const next = mem.load(link + LINK.next)
  mem.store(prev + LINK.next, next)
  mem.store(next + LINK.prev, prev)
}

/** Puts an entry before the head: it was used last. */
function append(ts: ThreadState, self: Borrowed, link: number): void {
  const { mem } = ts
  const last = mem.load(self + LINK.prev)
  mem.store(last + LINK.next, link)
  mem.store(self + LINK.prev, link)
  mem.store(link + LINK.prev, last)
  mem.store(link + LINK.next, self)
}

function count(ts: ThreadState, self: Borrowed, field: number): void {
  ts.mem.store(self + field, ts.mem.load(self + field) + 1)
}

function lru_cache_call(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const packed = packArguments(ts, argv, nargs, kwnames)
  if (packed === null) return 0
  const call = () => PyObject_Call(ts, ts.mem.load(self + L.func), packed.tuple, packed.dict)
  const maxsize = ts.mem.loadWide(self + L.maxsize)
  let result = 0
  if (maxsize === 0) {
    count(ts, self, L.misses)
    result = call()
  } else {
    const key = make_key(ts, self, packed.tuple, packed.argv, kwnames)
    if (key !== 0) result = cached(ts, self, key, maxsize, call)
  }
  unpackArguments(ts, packed)
  return result
}

/** The result for a key, which is taken: known, or computed and kept. */
function cached(ts: ThreadState, self: Borrowed, key: Owned, maxsize: number, call: () => Owned): Owned {
  const { mem } = ts
  const low = during(ts, [key], () => PyObject_Hash(ts, key))
  const high = ts.hashHigh
  const found = hashFailed(ts, low) ? -1 : during(ts, [key], () => find(ts, self, key, low, high))
  if (found > 0) {
    const result = newref(ts, maxsize < 0 ? found : mem.load(found + LINK.result))
    if (maxsize > 0) {
      extract(ts, found)
      append(ts, self, found)
    }
    count(ts, self, L.hits)
    DECREF(ts, key)
    return result
  }
  if (found < 0) {
    DECREF(ts, key)
    return 0
  }
  count(ts, self, L.misses)
  const result = during(ts, [key], call)
  if (result === 0) {
    DECREF(ts, key)
    return 0
  }
  if (maxsize < 0) {
    const cache = mem.load(self + L.cache)
    const status = during(ts, [result], () => insertdict(ts, cache, newref(ts, key), low, high, newref(ts, result)))
    DECREF(ts, key)
    if (status === 0) return result
    DECREF(ts, result)
    return 0
  }
  return remember(ts, self, key, low, high, result, maxsize)
}

/** Enters a result into the ring; where it is full, the entry used longest ago is taken for it. */
function remember(
  ts: ThreadState,
  self: Borrowed,
  key: Owned,
  low: number,
  high: number,
  result: Owned,
  maxsize: number,
): Owned {
  const { mem } = ts
  const cache = mem.load(self + L.cache)
  const again = during(ts, [key, result], () => find(ts, self, key, low, high))
  if (again !== 0) {
    // The call itself has entered it meanwhile.
    DECREF(ts, key)
    if (again > 0) return result
    DECREF(ts, result)
    return 0
  }
  if (PyDict_GET_SIZE(ts, cache) < maxsize || mem.load(self + LINK.next) === self) {
    const link = PyType_GenericAlloc(ts, mem.load(self + L.lru_list_elem_type))
    if (link === 0) {
      DECREF(ts, key)
      DECREF(ts, result)
      return 0
    }
    mem.store(link + LINK.hash, low)
    mem.store(link + LINK.hash + 4, high)
    mem.store(link + LINK.key, key)
    mem.store(link + LINK.result, result)
    if (during(ts, [link], () => insertdict(ts, cache, newref(ts, key), low, high, newref(ts, link))) < 0) {
      DECREF(ts, link)
      return 0
    }
    append(ts, self, link)
    return newref(ts, result)
  }
  const oldest = mem.load(self + LINK.next)
  extract(ts, oldest)
  const oldKey = mem.load(oldest + LINK.key)
  const oldResult = mem.load(oldest + LINK.result)
  const oldLow = mem.load(oldest + LINK.hash)
  const oldHigh = mem.load(oldest + LINK.hash + 4)
  const ix = during(ts, [key, result, oldest], () => lookupKey(ts, cache, oldKey, oldLow, oldHigh))
  if (ix < 0) {
    // Somebody has emptied the cache meanwhile: nothing to keep this in.
    DECREF(ts, oldest)
    DECREF(ts, key)
    return result
  }
  const popped = during(ts, [key, result, oldest], () => takeEntry(ts, cache, ix, oldLow, oldHigh))
  mem.store(oldest + LINK.hash, low)
  mem.store(oldest + LINK.hash + 4, high)
  mem.store(oldest + LINK.key, key)
  mem.store(oldest + LINK.result, result)
  const status = during(ts, [popped, oldest, oldKey, oldResult], () =>
    insertdict(ts, cache, newref(ts, key), low, high, newref(ts, oldest)),
  )
  if (status === 0) {
    append(ts, self, oldest)
    newref(ts, result)
  }
  during(ts, [result, oldKey, oldResult], () => DECREF(ts, popped))
  during(ts, [result, oldResult], () => DECREF(ts, oldKey))
  during(ts, [result], () => DECREF(ts, oldResult))
  if (status === 0) return result
  DECREF(ts, oldest)
  return 0
}

/** Takes the ring apart: its entries, each with the reference it owned. */
function unlinkList(ts: ThreadState, self: Borrowed): Owned[] {
  const { mem } = ts
  const links: Owned[] = []
  for (let link = mem.load(self + LINK.next); link !== self && link !== 0; link = mem.load(link + LINK.next))
    links.push(link)
  mem.store(self + LINK.prev, self)
  mem.store(self + LINK.next, self)
  return links
}

/** Gives up entries that are in no ring any more, after `work`. */
function dropLinks(ts: ThreadState, links: readonly Owned[], work: () => void): void {
  const mark = holdMark(ts)
  holdEach(ts, links)
  work()
  for (const [i, link] of links.entries()) {
    unhold(ts, mark, i)
    DECREF(ts, link)
  }
  release(ts, mark)
}

function clear(ts: ThreadState, self: Borrowed): void {
  dropLinks(ts, unlinkList(ts, self), () => {
    for (const offset of [L.cache, L.func, L.kwd_mark, L.lru_list_elem_type, L.cache_info_type, L.dict])
      CLEAR(ts, self + offset)
  })
}

export const lruCacheType: ModuleType = {
  tp_name: 'functools._lru_cache_wrapper',
  basicsize: L.sizeof,
  flags: ['HAVE_GC', 'BASETYPE', 'METHOD_DESCRIPTOR'],
  dictoffset: L.dict,
  weaklistoffset: L.weakreflist,
  slots: {
    owns: { fields: FIELDS, ring: { next: LINK.next } },
    tp_new: lru_cache_new,
    tp_call: lru_cache_call,
    tp_descr_get: (ts, self, obj) => (obj === 0 || obj === ts.none ? newref(ts, self) : PyMethod_New(ts, self, obj)),
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      if (ts.mem.load(self + L.weakreflist) !== 0) ts.clearWeakRefs(self)
      clear(ts, self)
      freeObject(ts, self)
    },
    tp_traverse(ts, self, visit) {
      const { mem } = ts
      for (let link = mem.load(self + LINK.next); link !== self; link = mem.load(link + LINK.next)) {
        visit(mem.load(link + LINK.key), { kind: 'field', name: 'key' })
        visit(mem.load(link + LINK.result), { kind: 'field', name: 'result' })
      }
      for (const [name, offset] of FIELDS)
        if (mem.load(self + offset) !== 0) visit(mem.load(self + offset), { kind: 'field', name })
    },
    tp_clear: clear,
  },
  getset: [{ name: '__dict__', get: PyObject_GenericGetDict, set: PyObject_GenericSetDict }],
  methods: [
    {
      name: 'cache_info',
      kind: 'NOARGS',
      call(ts, self) {
        const { mem } = ts
        const maxsize = mem.loadWide(self + L.maxsize)
        const args = [
          newInt(ts, mem.load(self + L.hits)),
          newInt(ts, mem.load(self + L.misses)),
          maxsize < 0 ? newref(ts, ts.none) : newInt(ts, maxsize),
          newInt(ts, PyDict_GET_SIZE(ts, mem.load(self + L.cache))),
        ]
        const result = during(ts, args, () => callArgs(ts, mem.load(self + L.cache_info_type), args))
        for (const arg of args) DECREF(ts, arg)
        return result
      },
    },
    {
      name: 'cache_clear',
      kind: 'NOARGS',
      call(ts, self) {
        const links = unlinkList(ts, self)
        ts.mem.store(self + L.hits, 0)
        ts.mem.store(self + L.misses, 0)
        dropLinks(ts, links, () => PyDict_Clear(ts, ts.mem.load(self + L.cache)))
        return newref(ts, ts.none)
      },
    },
    { name: '__copy__', kind: 'NOARGS', call: newref },
    { name: '__deepcopy__', kind: 'O', call: newref },
  ],
}
