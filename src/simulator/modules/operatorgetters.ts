// Modules/_operator.c: itemgetter, attrgetter, methodcaller.

import { during, release, whileOwning } from '../heap/objimpl.ts'
import { Stop, type ThreadState } from '../heap/pystate.ts'
import { DECREF, INCREF, newref, Py_TYPE, XDECREF } from '../heap/refcount.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyObject_GetItem } from '../objects/abstract.ts'
import { _PyArg_NoKeywords, argAt, PyObject_Vectorcall, pushArgs } from '../objects/call.ts'
import { forEachItem, PyDict_GET_SIZE, PyDict_New, PyDict_SetItem } from '../objects/dictobject.ts'
import { PyErr_Format } from '../objects/errors.ts'
import { getMethod } from '../objects/genericattr.ts'
import { safeValue } from '../objects/longintrepr.ts'
import { PyLong_Check } from '../objects/longobject.ts'
import { type MethodSpec, PyObject_GetAttr, PyObject_Repr, PyUnicode_Check } from '../objects/object.ts'
import { PyObject_Call } from '../objects/objectcall.ts'
import { Py_ReprEnter, Py_ReprLeave } from '../objects/reprenter.ts'
import {
  newTuple,
  PyTuple_FromArray,
  PyTuple_GET_ITEM,
  PyTuple_GET_SIZE,
  PyTuple_SET_ITEM,
  trackTupleAlways,
} from '../objects/tupleobject.ts'
import { lookupAttribute } from '../objects/typelookup.ts'
import { PyType_GenericAlloc } from '../objects/typeobject.ts'
import { internStr, newStr, PyUnicode_InternInPlace, textOf } from '../objects/unicodeobject.ts'
import { type ModuleType, owning } from './moduletype.ts'

const IG = layout(PyObject.sizeof, [
  ['nitems', 'ssize'],
  ['item', 'ptr'],
  ['index', 'ssize'],
  ['vectorcall', 'ssize'],
])

/** Exactly one argument, by position. */
function oneArgument(ts: ThreadState, name: string, nargs: number, kwnames: Borrowed): boolean {
  if (!_PyArg_NoKeywords(ts, name, kwnames)) return false
  if (nargs === 1) return true
  PyErr_Format(ts, ts.exc.TypeError, `${name} expected 1 argument, got ${nargs}`)
  return false
}

function argumentsTuple(ts: ThreadState, argv: number, from: number, nargs: number): Owned {
  const items = Array.from({ length: nargs - from }, (_, i) => newref(ts, argAt(ts, argv, from + i)))
  return PyTuple_FromArray(ts, items)
}

/** A tuple of what `get` gives for each item of another; 0 with an exception. */
function mapTuple(ts: ThreadState, tuple: Borrowed, get: (item: Borrowed) => Owned): Owned {
  const n = PyTuple_GET_SIZE(ts, tuple)
  const result = newTuple(ts, n)
  if (result === 0) return 0
  const done = during(ts, [result], () => {
    for (let i = 0; i < n; i++) {
      const value = get(PyTuple_GET_ITEM(ts, tuple, i))
      if (value === 0) return false
      PyTuple_SET_ITEM(ts, result, i, value)
    }
    return true
  })
  if (done) {
    trackTupleAlways(ts, result)
    return result
  }
  DECREF(ts, result)
  return 0
}

function reprGuarded(ts: ThreadState, self: Borrowed, name: string, inner: () => string | null): Owned {
  const entered = Py_ReprEnter(ts, self)
  if (entered !== 0) return entered < 0 ? 0 : newStr(ts, `${name}(...)`)
  const text = inner()
  Py_ReprLeave(ts, self)
  return text === null ? 0 : newStr(ts, `${name}${text}`)
}

function textOfRepr(ts: ThreadState, o: Borrowed): string | null {
  const repr = PyObject_Repr(ts, o)
  if (repr === 0) return null
  const text = textOf(ts, repr)
  DECREF(ts, repr)
  return text
}

const itemgetter: ModuleType = {
  tp_name: 'operator.itemgetter',
  basicsize: IG.sizeof,
  flags: ['HAVE_GC', 'HAVE_VECTORCALL'],
  slots: {
    ...owning([['item', IG.item]]),
    tp_new(ts, type, argv, nargs, kwnames) {
      if (!_PyArg_NoKeywords(ts, 'itemgetter', kwnames)) return 0
      if (nargs === 0) return PyErr_Format(ts, ts.exc.TypeError, 'itemgetter expected 1 argument, got 0')
      const item = nargs === 1 ? newref(ts, argAt(ts, argv, 0)) : argumentsTuple(ts, argv, 0, nargs)
      const o = item === 0 ? 0 : PyType_GenericAlloc(ts, type)
      if (o === 0) return 0
      ts.mem.store(o + IG.item, item)
      ts.mem.store(o + IG.nitems, nargs)
      return o
    },
    tp_call(ts, self, argv, nargs, kwnames) {
      if (!oneArgument(ts, 'itemgetter', nargs, kwnames)) return 0
      const obj = argAt(ts, argv, 0)
      const item = ts.mem.load(self + IG.item)
      if (ts.mem.load(self + IG.nitems) > 1) return mapTuple(ts, item, (key) => PyObject_GetItem(ts, obj, key))
      if (Py_TYPE(ts, item) === ts.types.int && PyLong_Check(ts, item) && Py_TYPE(ts, obj) === ts.types.tuple) {
        const index = safeValue(ts, item)
        if (index >= 0 && index < PyTuple_GET_SIZE(ts, obj)) return newref(ts, PyTuple_GET_ITEM(ts, obj, index))
      }
      return PyObject_GetItem(ts, obj, item)
    },
    tp_repr: (ts, self) =>
      reprGuarded(ts, self, 'operator.itemgetter', () => {
        const text = textOfRepr(ts, ts.mem.load(self + IG.item))
        return text === null || ts.mem.load(self + IG.nitems) > 1 ? text : `(${text})`
      }),
  },
  methods: [
    reducing((ts, self) => {
      const item = ts.mem.load(self + IG.item)
      return ts.mem.load(self + IG.nitems) > 1 ? newref(ts, item) : PyTuple_FromArray(ts, [newref(ts, item)])
    }),
  ],
}

function reducing(args: (ts: ThreadState, self: Borrowed) => Owned): MethodSpec {
  return {
    name: '__reduce__',
    kind: 'NOARGS',
    call: (ts, self) => PyTuple_FromArray(ts, [newref(ts, Py_TYPE(ts, self)), args(ts, self)]),
  }
}

const AG = layout(PyObject.sizeof, [
  ['nattrs', 'ssize'],
  ['attr', 'ptr'],
  ['vectorcall', 'ssize'],
])

/** A name as an interned str, or a tuple of the parts of a dotted one. */
function splitName(ts: ThreadState, name: Borrowed): Owned {
  const text = textOf(ts, name)
  if (!text.includes('.')) return PyUnicode_InternInPlace(ts, newref(ts, name))
  return PyTuple_FromArray(
    ts,
    text.split('.').map((part) => internStr(ts, part)),
  )
}

function dottedGet(ts: ThreadState, obj: Borrowed, attr: Borrowed): Owned {
  if (PyUnicode_Check(ts, attr)) return PyObject_GetAttr(ts, obj, attr)
  let value = newref(ts, obj)
  for (let i = 0; i < PyTuple_GET_SIZE(ts, attr); i++) {
    const holder = value
    value = during(ts, [holder], () => PyObject_GetAttr(ts, holder, PyTuple_GET_ITEM(ts, attr, i)))
    DECREF(ts, holder)
    if (value === 0) return 0
  }
  return value
}

/** The parts of a dotted name, joined again. */
function dottedName(ts: ThreadState, attr: Borrowed): string {
  const parts = Array.from({ length: PyTuple_GET_SIZE(ts, attr) }, (_, i) => textOf(ts, PyTuple_GET_ITEM(ts, attr, i)))
  return parts.join('.')
}

function shownName(ts: ThreadState, attr: Borrowed): string | null {
  if (PyUnicode_Check(ts, attr)) return textOfRepr(ts, attr)
  const text = newStr(ts, dottedName(ts, attr))
  const repr = textOfRepr(ts, text)
  DECREF(ts, text)
  return repr
}

const attrgetter: ModuleType = {
  tp_name: 'operator.attrgetter',
  basicsize: AG.sizeof,
  flags: ['HAVE_GC', 'HAVE_VECTORCALL'],
  slots: {
    ...owning([['attr', AG.attr]]),
    tp_new(ts, type, argv, nargs, kwnames) {
      if (!_PyArg_NoKeywords(ts, 'attrgetter', kwnames)) return 0
      if (nargs === 0) return PyErr_Format(ts, ts.exc.TypeError, 'attrgetter expected 1 argument, got 0')
      for (let i = 0; i < nargs; i++)
        if (!PyUnicode_Check(ts, argAt(ts, argv, i)))
          return PyErr_Format(ts, ts.exc.TypeError, 'attribute name must be a string')
      const attr = PyTuple_FromArray(
        ts,
        Array.from({ length: nargs }, (_, i) => splitName(ts, argAt(ts, argv, i))),
      )
      const o = attr === 0 ? 0 : PyType_GenericAlloc(ts, type)
      if (o === 0) return 0
      ts.mem.store(o + AG.attr, attr)
      ts.mem.store(o + AG.nattrs, nargs)
      return o
    },
    tp_call(ts, self, argv, nargs, kwnames) {
      if (!oneArgument(ts, 'attrgetter', nargs, kwnames)) return 0
      const obj = argAt(ts, argv, 0)
      const attr = ts.mem.load(self + AG.attr)
      if (ts.mem.load(self + AG.nattrs) === 1) return dottedGet(ts, obj, PyTuple_GET_ITEM(ts, attr, 0))
      return mapTuple(ts, attr, (name) => dottedGet(ts, obj, name))
    },
    tp_repr: (ts, self) =>
      reprGuarded(ts, self, 'operator.attrgetter', () => {
        const attr = ts.mem.load(self + AG.attr)
        const n = PyTuple_GET_SIZE(ts, attr)
        return `(${Array.from({ length: n }, (_, i) => shownName(ts, PyTuple_GET_ITEM(ts, attr, i))).join(', ')})`
      }),
  },
  methods: [
    reducing((ts, self) =>
      mapTuple(ts, ts.mem.load(self + AG.attr), (attr) =>
        PyUnicode_Check(ts, attr) ? newref(ts, attr) : newStr(ts, dottedName(ts, attr)),
      ),
    ),
  ],
}

const MC = layout(PyObject.sizeof, [
  ['name', 'ptr'],
  ['args', 'ptr'],
  ['kwds', 'ptr'],
])

/**
 * The arguments by position. NOT CPYTHON: where they are laid out with keywords for a vectorcall from the start, that tuple and
 * this one lie in a third.
 */
function argsOfCaller(ts: ThreadState, self: Borrowed): Borrowed {
  const args = ts.mem.load(self + MC.args)
  const pair = ts.profile.modules.methodcallerReadyAtOnce && ts.mem.load(self + MC.kwds) !== 0
  return pair ? PyTuple_GET_ITEM(ts, args, 0) : args
}

/** methodcaller_reduce: what makes another like it; with keywords a `functools.partial`. */
function reduceCaller(ts: ThreadState, self: Borrowed): Owned {
  const [name, kwds] = [ts.mem.load(self + MC.name), ts.mem.load(self + MC.kwds)]
  const [type, args] = [Py_TYPE(ts, self), argsOfCaller(ts, self)]
  if (kwds === 0) {
    const all = [name, ...Array.from({ length: PyTuple_GET_SIZE(ts, args) }, (_, i) => PyTuple_GET_ITEM(ts, args, i))]
    const given = PyTuple_FromArray(
      ts,
      all.map((each) => newref(ts, each)),
    )
    return given === 0 ? 0 : PyTuple_FromArray(ts, [newref(ts, type), given])
  }
  const { methodcallerVectorcall, methodcallerReadyAtOnce } = ts.profile.modules
  if (methodcallerVectorcall && !methodcallerReadyAtOnce)
    throw new Stop({
      kind: 'unsupported',
      feature: '`__reduce__` of a `methodcaller` with keywords, which leaks in 3.13',
    })
  const module = ts.importModule('functools')
  if (module === 0) return 0
  const partial = whileOwning(ts, module, () => lookupAttribute(ts, module, 'partial'))
  if (partial === 0) return 0
  const first = PyTuple_FromArray(ts, [newref(ts, type), newref(ts, name)])
  const made = first === 0 ? 0 : whileOwning(ts, first, () => PyObject_Call(ts, partial, first, kwds))
  DECREF(ts, partial)
  return made === 0 ? 0 : PyTuple_FromArray(ts, [made, newref(ts, args)])
}

const methodcaller: ModuleType = {
  tp_name: 'operator.methodcaller',
  basicsize: (profile) => MC.sizeof + (profile.modules.methodcallerVectorcall ? 24 : 0),
  flags: ['HAVE_GC'],
  slots: {
    ...owning([
      ['name', MC.name],
      ['args', MC.args],
      ['kwds', MC.kwds],
    ]),
    tp_new(ts, type, argv, nargs, kwnames) {
      if (nargs === 0)
        return PyErr_Format(ts, ts.exc.TypeError, 'methodcaller needs at least one argument, the method name')
      if (!PyUnicode_Check(ts, argAt(ts, argv, 0)))
        return PyErr_Format(ts, ts.exc.TypeError, 'method name must be a string')
      const o = PyType_GenericAlloc(ts, type)
      if (o === 0) return 0
      const nkw = kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames)
      ts.mem.store(o + MC.name, PyUnicode_InternInPlace(ts, newref(ts, argAt(ts, argv, 0))))
      ts.mem.store(o + MC.args, argumentsTuple(ts, argv, 1, nargs))
      if (nkw > 0) {
        const kwds = PyDict_New(ts)
        for (let i = 0; i < nkw; i++)
          PyDict_SetItem(ts, kwds, PyTuple_GET_ITEM(ts, kwnames, i), argAt(ts, argv, nargs + i))
        ts.mem.store(o + MC.kwds, kwds)
      }
      if (nkw > 0 && ts.profile.modules.methodcallerReadyAtOnce) {
        const both = [ts.mem.load(o + MC.args), argumentsTuple(ts, argv, 1, nargs + nkw)]
        ts.mem.store(o + MC.args, PyTuple_FromArray(ts, both))
      }
      return o
    },
    tp_call(ts, self, argv, nargs, kwnames) {
      if (!oneArgument(ts, 'methodcaller', nargs, kwnames)) return 0
      const { mem } = ts
      const o = argAt(ts, argv, 0)
      // Since 3.13 the method is called without being bound (PyObject_VectorcallMethod); before, the object came in a tuple.
      const vectorcall = ts.profile.modules.methodcallerVectorcall
      const name = mem.load(self + MC.name)
      const method = vectorcall ? getMethod(ts, o, name) : PyObject_GetAttr(ts, o, name)
      if (method === 0) return 0
      const own = vectorcall && ts.methodIsUnbound ? [o] : []
      const packed = vectorcall ? 0 : PyTuple_FromArray(ts, [newref(ts, o)])
      const args = argsOfCaller(ts, self)
      const kwds = mem.load(self + MC.kwds)
      const items = Array.from({ length: PyTuple_GET_SIZE(ts, args) }, (_, i) => PyTuple_GET_ITEM(ts, args, i))
      const values = [...own, ...items]
      const positional = values.length
      const names: Owned[] = []
      if (kwds !== 0)
        forEachItem(ts, kwds, (key, value) => {
          names.push(newref(ts, key))
          values.push(value)
        })
      const keys = names.length === 0 ? 0 : PyTuple_FromArray(ts, names)
      // Before 3.13 PyObject_Call unpacked the keywords, which holds the arguments once more (_PyStack_UnpackDict).
      const again = vectorcall || kwds === 0 ? [] : ts.profile.frames.unpackHoldsAll ? values : values.slice(positional)
      for (const value of again) INCREF(ts, value)
      const result = during(ts, [method, keys, packed, ...again], () => {
        const mark = pushArgs(ts, values)
        if (mark < 0) return 0
        const value = PyObject_Vectorcall(ts, method, mark, positional, keys)
        release(ts, mark)
        return value
      })
      for (const value of again) DECREF(ts, value)
      XDECREF(ts, keys)
      XDECREF(ts, packed)
      DECREF(ts, method)
      return result
    },
    tp_repr: (ts, self) =>
      reprGuarded(ts, self, 'operator.methodcaller', () => {
        const { mem } = ts
        const parts = [textOfRepr(ts, mem.load(self + MC.name))]
        const args = argsOfCaller(ts, self)
        for (let i = 0; i < PyTuple_GET_SIZE(ts, args); i++) parts.push(textOfRepr(ts, PyTuple_GET_ITEM(ts, args, i)))
        const kwds = mem.load(self + MC.kwds)
        if (kwds !== 0 && PyDict_GET_SIZE(ts, kwds) > 0)
          forEachItem(ts, kwds, (key, value) => {
            parts.push(`${textOf(ts, key)}=${textOfRepr(ts, value)}`)
          })
        return parts.includes(null) ? null : `(${parts.join(', ')})`
      }),
  },
  methods: [{ name: '__reduce__', kind: 'NOARGS', call: reduceCaller }],
}

export const getterTypes: readonly ModuleType[] = [itemgetter, attrgetter, methodcaller]
