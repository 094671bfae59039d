// Modules/_functoolsmodule.c: partial.
// Left out: Placeholder (3.14), refused by name.

import { untrack } from '../../heap/gchead.ts'
import { during, freeObject, release, whileOwning } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { CLEAR, DECREF, INCREF, newref, Py_REFCNT, Py_TYPE, SETREF, slotsOf, XDECREF } from '../../heap/refcount.ts'
import { layout, PyObject } from '../../heap/structs.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { argAt, PyObject_Vectorcall, pushArgs } from '../../objects/call.ts'
import { PyMethod_New } from '../../objects/classobject.ts'
import {
  forEachItem,
  PyDict_Check,
  PyDict_Copy,
  PyDict_GET_SIZE,
  PyDict_New,
  PyDict_SetItem,
} from '../../objects/dictobject.ts'
import { PyErr_Format } from '../../objects/errors.ts'
import { PyObject_GenericGetDict, PyObject_GenericSetDict } from '../../objects/genericattr.ts'
import { nameOfType, PyObject_Repr, PyObject_TypeCheck } from '../../objects/object.ts'
import { hasVectorcall, PyObject_Call } from '../../objects/objectcall.ts'
import { packedDict } from '../../objects/packing.ts'
import { Py_ReprEnter, Py_ReprLeave } from '../../objects/reprenter.ts'
import { PySequence_Tuple } from '../../objects/sequencetuple.ts'
import {
  PyTuple_Check,
  PyTuple_FromArray,
  PyTuple_GET_ITEM,
  PyTuple_GET_SIZE,
  tuple_concat,
} from '../../objects/tupleobject.ts'
import { fullTypeName } from '../../objects/typenames.ts'
import { PyType_GenericAlloc } from '../../objects/typeobject.ts'
import { newStr, textOf } from '../../objects/unicodeobject.ts'
import { type ModuleType, moduleType, owning } from '../moduletype.ts'

const P = layout(PyObject.sizeof, [
  ['fn', 'ptr'],
  ['args', 'ptr'],
  ['kw', 'ptr'],
  ['dict', 'ptr'],
  ['weakreflist', 'ptr'],
  ['vectorcall', 'ssize'],
])

function itemsOf(ts: ThreadState, tuple: Borrowed): Borrowed[] {
  return Array.from({ length: PyTuple_GET_SIZE(ts, tuple) }, (_, i) => PyTuple_GET_ITEM(ts, tuple, i))
}

/** Puts the keywords of a call into a dict. */
function addKeywords(ts: ThreadState, dict: Borrowed, argv: number, nargs: number, kwnames: Borrowed): void {
  const n = kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames)
  for (let i = 0; i < n; i++) PyDict_SetItem(ts, dict, PyTuple_GET_ITEM(ts, kwnames, i), argAt(ts, argv, nargs + i))
}

function partial_new(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  if (nargs < 1) return PyErr_Format(ts, ts.exc.TypeError, "type 'partial' takes at least one argument")
  let func = argAt(ts, argv, 0)
  if (!slotsOf(ts, func).tp_call) return PyErr_Format(ts, ts.exc.TypeError, 'the first argument must be callable')
  // A partial of a plain partial is made of its parts.
  const own = moduleType(ts, 'functools.partial')
  const inner = PyObject_TypeCheck(ts, func, own) && ts.mem.load(func + P.dict) === 0 ? func : 0
  if (inner !== 0) func = ts.mem.load(inner + P.fn)
  const o = PyType_GenericAlloc(ts, type)
  if (o === 0) return 0
  ts.mem.store(o + P.fn, newref(ts, func))
  const given = Array.from({ length: nargs - 1 }, (_, i) => argAt(ts, argv, i + 1))
  let args = tupleOf(ts, given)
  if (inner !== 0 && args !== 0) {
    const own = args
    args = tuple_concat(ts, ts.mem.load(inner + P.args), own)
    DECREF(ts, own)
  }
  ts.mem.store(o + P.args, args)
  const packed = inner === 0 ? packedDict(ts, argv, nargs, kwnames) : 0
  // A dict that nobody else has becomes the partial's own.
  const taken = packed !== 0 && Py_REFCNT(ts, packed) === 1
  // An empty one is not copied: on 3.15 the copy would be new memory, and there it is not.
  const others = inner === 0 ? 0 : ts.mem.load(inner + P.kw)
  const hasOthers = others !== 0 && PyDict_GET_SIZE(ts, others) > 0
  const kw = taken ? newref(ts, packed) : hasOthers ? PyDict_Copy(ts, others) : PyDict_New(ts)
  ts.mem.store(o + P.kw, kw)
  if (args === 0 || kw === 0) {
    DECREF(ts, o)
    return 0
  }
  if (!taken) addKeywords(ts, kw, argv, nargs, kwnames)
  return o
}

/** partial_vectorcall: where it has no keywords of its own, the arguments are passed on as they came. */
function partial_call(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const { mem } = ts
  const kw = mem.load(self + P.kw)
  if (!hasVectorcall(ts, mem.load(self + P.fn))) return partial_packed(ts, self, argv, nargs, kwnames)
  if (PyDict_GET_SIZE(ts, kw) > 0) {
    const call = ts.profile.modules.partialPacks ? partial_fallback : partial_merged
    return call(ts, self, argv, nargs, kwnames)
  }
  const own = itemsOf(ts, mem.load(self + P.args))
  const nkw = kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames)
  const given = Array.from({ length: nargs + nkw }, (_, i) => argAt(ts, argv, i))
  return callWith(ts, self, [...own, ...given], own.length + nargs, kwnames)
}

/** partial_vectorcall since 3.15: the keywords of both are laid side by side, held by those who held them before. */
function partial_merged(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const { mem } = ts
  const given = Array.from({ length: nargs }, (_, i) => argAt(ts, argv, i))
  const passed = [...itemsOf(ts, mem.load(self + P.args)), ...given]
  const positional = passed.length
  const named = new Map<string, Borrowed>()
  const keys: Borrowed[] = []
  const add = (key: Borrowed, value: Borrowed) => {
    const text = textOf(ts, key)
    if (!named.has(text)) keys.push(key)
    named.set(text, value)
  }
  forEachItem(ts, mem.load(self + P.kw), add)
  const nkw = kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames)
  for (let i = 0; i < nkw; i++) add(PyTuple_GET_ITEM(ts, kwnames, i), argAt(ts, argv, nargs + i))
  const names = keys.length === 0 ? 0 : tupleOf(ts, keys)
  if (keys.length > 0 && names === 0) return 0
  const values = keys.map((key) => named.get(textOf(ts, key)) as Borrowed)
  const result = during(ts, [names], () => callWith(ts, self, [...passed, ...values], positional, names))
  XDECREF(ts, names)
  return result
}

/** partial_call, where what is called takes no vectorcall: the arguments come in a tuple and a dict, and go on in such. */
function partial_packed(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const { mem } = ts
  const given = tupleOf(
    ts,
    Array.from({ length: nargs }, (_, i) => argAt(ts, argv, i)),
  )
  const named = kwnames === 0 || PyTuple_GET_SIZE(ts, kwnames) === 0 ? 0 : PyDict_New(ts)
  if (named !== 0) addKeywords(ts, named, argv, nargs, kwnames)
  const args = given === 0 ? 0 : joined(ts, mem.load(self + P.args), given)
  const kw = mem.load(self + P.kw)
  const own = PyDict_GET_SIZE(ts, kw) > 0
  const kwargs = own ? PyDict_Copy(ts, kw) : named === 0 ? 0 : newref(ts, named)
  if (own && kwargs !== 0) addKeywords(ts, kwargs, argv, nargs, kwnames)
  const owned = [given, named, args, kwargs]
  const failed = args === 0 || (own && kwargs === 0)
  const result = failed ? 0 : during(ts, owned, () => PyObject_Call(ts, mem.load(self + P.fn), args, kwargs))
  for (const o of owned) XDECREF(ts, o)
  return result
}

/** PySequence_Concat: an empty tuple adds nothing, and the other one serves. */
function joined(ts: ThreadState, own: Borrowed, given: Borrowed): Owned {
  if (PyTuple_GET_SIZE(ts, given) === 0) return newref(ts, own)
  if (PyTuple_GET_SIZE(ts, own) === 0) return newref(ts, given)
  return tupleOf(ts, [...itemsOf(ts, own), ...itemsOf(ts, given)])
}

function callWith(
  ts: ThreadState,
  self: Borrowed,
  passed: readonly Borrowed[],
  nargs: number,
  kwnames: Borrowed,
): Owned {
  const mark = pushArgs(ts, passed)
  if (mark < 0) return 0
  const result = PyObject_Vectorcall(ts, ts.mem.load(self + P.fn), mark, nargs, kwnames)
  release(ts, mark)
  return result
}

function tupleOf(ts: ThreadState, items: readonly Borrowed[]): Owned {
  return PyTuple_FromArray(
    ts,
    items.map((item) => newref(ts, item)),
  )
}

/**
 * partial_vectorcall_fallback and partial_call: what is given is packed into a tuple and a dict, joined with what the partial
 * has, and unpacked again for the call (_PyStack_UnpackDict), which holds it once more.
 */
function partial_fallback(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const { mem } = ts
  const own = mem.load(self + P.args)
  const given = tupleOf(
    ts,
    Array.from({ length: nargs }, (_, i) => argAt(ts, argv, i)),
  )
  const named = kwnames === 0 || PyTuple_GET_SIZE(ts, kwnames) === 0 ? 0 : PyDict_New(ts)
  if (named !== 0) addKeywords(ts, named, argv, nargs, kwnames)
  const args = given === 0 ? 0 : joined(ts, own, given)
  const kwargs = PyDict_Copy(ts, mem.load(self + P.kw))
  const owned = [given, named, args, kwargs]
  let result: Owned = 0
  if (given !== 0 && args !== 0 && kwargs !== 0) {
    addKeywords(ts, kwargs, argv, nargs, kwnames)
    const keys: Borrowed[] = []
    const passed = itemsOf(ts, args)
    forEachItem(ts, kwargs, (key, value) => {
      keys.push(key)
      passed.push(value)
    })
    const names = tupleOf(ts, keys)
    for (const o of passed) INCREF(ts, o)
    const positional = passed.length - keys.length
    if (names !== 0)
      result = during(ts, [...owned, names, ...passed], () => callWith(ts, self, passed, positional, names))
    for (const o of passed) DECREF(ts, o)
    XDECREF(ts, names)
  }
  for (const o of owned) XDECREF(ts, o)
  return result
}

function partial_repr(ts: ThreadState, self: Borrowed): Owned {
  const entered = Py_ReprEnter(ts, self)
  if (entered !== 0) return entered > 0 ? newStr(ts, '...') : 0
  const { mem } = ts
  const { partialReprHolds, partialReprQualified } = ts.profile.modules
  const shown = (o: Borrowed): string | null => {
    const repr = PyObject_Repr(ts, o)
    if (repr === 0) return null
    const text = textOf(ts, repr)
    DECREF(ts, repr)
    return text
  }
  const shownHeld = (o: Borrowed) => whileOwning(ts, newref(ts, o), () => shown(o))
  const parts = itemsOf(ts, mem.load(self + P.args)).map(shown)
  forEachItem(ts, mem.load(self + P.kw), (key, value) => {
    const text = shownHeld(value)
    parts.push(text === null ? null : `${textOf(ts, key)}=${text}`)
  })
  const func = mem.load(self + P.fn)
  parts.unshift(partialReprHolds ? shownHeld(func) : shown(func))
  Py_ReprLeave(ts, self)
  if (parts.includes(null)) return 0
  const type = Py_TYPE(ts, self)
  const name = partialReprQualified ? fullTypeName(ts, type) : nameOfType(ts, type)
  return newStr(ts, `${name}(${parts.join(', ')})`)
}

/** partial_setstate: (function, arguments, keywords or None, `__dict__` or None). */
function partial_setstate(ts: ThreadState, self: Borrowed, argv: number): Owned {
  const state = argAt(ts, argv, 0)
  const [fn, args, kw, dict] = PyTuple_Check(ts, state) && PyTuple_GET_SIZE(ts, state) === 4 ? itemsOf(ts, state) : []
  const fits = dict !== undefined && slotsOf(ts, fn).tp_call && PyTuple_Check(ts, args)
  if (!fits || (kw !== ts.none && !PyDict_Check(ts, kw)))
    return PyErr_Format(ts, ts.exc.TypeError, 'invalid partial state')
  const plainArgs = PySequence_Tuple(ts, args)
  if (plainArgs === 0) return 0
  const plainKw =
    kw === ts.none ? PyDict_New(ts) : Py_TYPE(ts, kw) === ts.types.dict ? newref(ts, kw) : PyDict_Copy(ts, kw)
  if (plainKw === 0) {
    DECREF(ts, plainArgs)
    return 0
  }
  SETREF(ts, self + P.fn, newref(ts, fn))
  SETREF(ts, self + P.args, plainArgs)
  SETREF(ts, self + P.kw, plainKw)
  SETREF(ts, self + P.dict, dict === ts.none ? 0 : newref(ts, dict))
  return newref(ts, ts.none)
}

const base = owning([
  ['func', P.fn],
  ['args', P.args],
  ['keywords', P.kw],
  ['__dict__', P.dict],
])

export const partialType: ModuleType = {
  tp_name: 'functools.partial',
  basicsize: (profile) => P.sizeof + (profile.modules.partialKnowsPlaceholders ? 16 : 0),
  flags: ['HAVE_GC', 'BASETYPE', 'HAVE_VECTORCALL'],
  dictoffset: P.dict,
  weaklistoffset: P.weakreflist,
  slots: {
    ...base,
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      if (ts.mem.load(self + P.weakreflist) !== 0) ts.clearWeakRefs(self)
      for (const offset of [P.fn, P.args, P.kw, P.dict]) CLEAR(ts, self + offset)
      freeObject(ts, self)
    },
    tp_new: partial_new,
    tp_call: partial_call,
    tp_repr: partial_repr,
  },
  members: [
    ['func', P.fn],
    ['args', P.args],
    ['keywords', P.kw],
  ],
  getset: [{ name: '__dict__', get: PyObject_GenericGetDict, set: PyObject_GenericSetDict }],
  methods: [
    {
      name: '__reduce__',
      kind: 'NOARGS',
      call(ts, self) {
        const field = (offset: number) => newref(ts, ts.mem.load(self + offset) || ts.none)
        return PyTuple_FromArray(ts, [
          newref(ts, Py_TYPE(ts, self)),
          PyTuple_FromArray(ts, [field(P.fn)]),
          PyTuple_FromArray(ts, [field(P.fn), field(P.args), field(P.kw), field(P.dict)]),
        ])
      },
    },
    { name: '__setstate__', kind: 'O', call: partial_setstate },
  ],
}

/** Since 3.14 a partial in a class is a method. */
export const bindingPartialType: ModuleType = {
  ...partialType,
  slots: {
    ...partialType.slots,
    tp_descr_get: (ts, self, obj) => (obj === 0 || obj === ts.none ? newref(ts, self) : PyMethod_New(ts, self, obj)),
  },
}
