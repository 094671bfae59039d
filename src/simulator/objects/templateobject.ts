// Objects/templateobject.c and interpolationobject.c: what a t-string makes (3.14+): the texts and the values between them.
// Left out: making them by calling their types (string.templatelib).

import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE, XDECREF } from '../heap/refcount.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned, TypeSlots } from '../heap/typeslots.ts'
import { PyIter_Next, PyObject_GetIter } from './abstract.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'
import { PyObject_GenericGetAttr } from './genericattr.ts'
import { PyObject_Repr, type TypeSpec, typeName } from './object.ts'
import { newTuple, PyTuple_GET_ITEM, PyTuple_GET_SIZE, PyTuple_SET_ITEM, trackTuple } from './tupleobject.ts'
import { newStr, PyUnicode_GetLength, textOf } from './unicodeobject.ts'

const T = layout(PyObject.sizeof, [
  ['strings', 'ptr'],
  ['interpolations', 'ptr'],
])
const I = layout(PyObject.sizeof, [
  ['value', 'ptr'],
  ['expression', 'ptr'],
  ['conversion', 'ptr'],
  ['format_spec', 'ptr'],
])
/** Two iterators over tuples, and whether the first is the next to be asked. */
const It = layout(PyObject.sizeof, [
  ['stringsiter', 'ptr'],
  ['interpolationsiter', 'ptr'],
  ['from_strings', 'int'],
])

/** What dies, is visited and is found by name alike in all three. */
function owning(fields: readonly (readonly [name: string, offset: number])[]): TypeSlots {
  return {
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      for (const [, offset] of fields) CLEAR(ts, self + offset)
      freeObject(ts, self)
    },
    tp_traverse(ts, self, visit) {
      for (const [name, offset] of fields) {
        const o = ts.mem.load(self + offset)
        if (o !== 0) visit(o, { kind: 'field', name })
      }
    },
    tp_getattro: PyObject_GenericGetAttr,
  }
}

/** An object of owned fields in a row. */
function make(ts: ThreadState, type: Borrowed, fields: readonly Owned[]): Owned {
  const o = allocate(ts, type, PyObject.sizeof + fields.length * 8)
  if (o === 0) {
    for (const field of fields) XDECREF(ts, field)
    return PyErr_NoMemory(ts)
  }
  for (const [i, field] of fields.entries()) ts.mem.store(o + PyObject.sizeof + i * 8, field)
  track(ts.mem, o)
  return o
}

/** _PyTemplate_Build: of two tuples, borrowed. */
export function _PyTemplate_Build(ts: ThreadState, strings: Borrowed, interpolations: Borrowed): Owned {
  return make(ts, ts.types.Template, [newref(ts, strings), newref(ts, interpolations)])
}

/** What `!s`, `!r` and `!a` are called; the number is CONVERT_VALUE's. */
const CONVERSIONS = ['', 's', 'r', 'a']

/** _PyInterpolation_Build. `spec` is 0 where there is none. */
export function _PyInterpolation_Build(
  ts: ThreadState,
  value: Borrowed,
  expression: Borrowed,
  conversion: number,
  spec: Borrowed,
): Owned {
  return make(ts, ts.types.Interpolation, [
    newref(ts, value),
    newref(ts, expression),
    conversion === 0 ? newref(ts, ts.none) : newStr(ts, CONVERSIONS[conversion]),
    newref(ts, spec || ts.emptyStr),
  ])
}

function stringsOf(ts: ThreadState, self: Borrowed): Borrowed {
  return ts.mem.load(self + T.strings)
}

function interpolationsOf(ts: ThreadState, self: Borrowed): Borrowed {
  return ts.mem.load(self + T.interpolations)
}

function newIterator(ts: ThreadState, self: Borrowed): Owned {
  const texts = PyObject_GetIter(ts, stringsOf(ts, self))
  if (texts === 0) return 0
  const interpolations = PyObject_GetIter(ts, interpolationsOf(ts, self))
  if (interpolations !== 0) return make(ts, ts.types.TemplateIter, [texts, interpolations, 1])
  DECREF(ts, texts)
  return 0
}

/** The values of all interpolations. */
function values(ts: ThreadState, self: Borrowed): Owned {
  const interpolations = interpolationsOf(ts, self)
  const n = PyTuple_GET_SIZE(ts, interpolations)
  const tuple = newTuple(ts, n)
  for (let i = 0; i < n; i++)
    PyTuple_SET_ITEM(ts, tuple, i, newref(ts, ts.mem.load(PyTuple_GET_ITEM(ts, interpolations, i) + I.value)))
  if (n > 0) trackTuple(ts, tuple)
  return tuple
}

/** Two templates: the last text of the one and the first of the other become one. */
function concat(ts: ThreadState, left: Borrowed, right: Borrowed): Owned {
  if (Py_TYPE(ts, left) !== ts.types.Template || Py_TYPE(ts, right) !== ts.types.Template) {
    const other = Py_TYPE(ts, left) === ts.types.Template ? right : left
    const name = 'string.templatelib.Template'
    const message = `can only concatenate ${name} (not "${typeName(ts, other)}") to ${name}`
    return PyErr_Format(ts, ts.exc.TypeError, message)
  }
  const [a, b] = [stringsOf(ts, left), stringsOf(ts, right)]
  const [n, m] = [PyTuple_GET_SIZE(ts, a), PyTuple_GET_SIZE(ts, b)]
  const strings = newTuple(ts, n + m - 1)
  const joined = newStr(ts, textOf(ts, PyTuple_GET_ITEM(ts, a, n - 1)) + textOf(ts, PyTuple_GET_ITEM(ts, b, 0)))
  for (let i = 0; i < n - 1; i++) PyTuple_SET_ITEM(ts, strings, i, newref(ts, PyTuple_GET_ITEM(ts, a, i)))
  PyTuple_SET_ITEM(ts, strings, n - 1, joined)
  for (let i = 1; i < m; i++) PyTuple_SET_ITEM(ts, strings, n - 1 + i, newref(ts, PyTuple_GET_ITEM(ts, b, i)))
  trackTuple(ts, strings)
  const interpolations = bothOf(ts, interpolationsOf(ts, left), interpolationsOf(ts, right))
  return make(ts, ts.types.Template, [strings, interpolations])
}

function bothOf(ts: ThreadState, a: Borrowed, b: Borrowed): Owned {
  const [n, m] = [PyTuple_GET_SIZE(ts, a), PyTuple_GET_SIZE(ts, b)]
  const tuple = newTuple(ts, n + m)
  for (let i = 0; i < n; i++) PyTuple_SET_ITEM(ts, tuple, i, newref(ts, PyTuple_GET_ITEM(ts, a, i)))
  for (let i = 0; i < m; i++) PyTuple_SET_ITEM(ts, tuple, n + i, newref(ts, PyTuple_GET_ITEM(ts, b, i)))
  if (n + m > 0) trackTuple(ts, tuple)
  return tuple
}

/** `name(part, part)` of the reprs of some fields; `label` puts their names before them. */
function reprOf(ts: ThreadState, name: string, parts: readonly (readonly [label: string, o: Borrowed])[]): Owned {
  const shown: string[] = []
  for (const [label, o] of parts) {
    const repr = PyObject_Repr(ts, o)
    if (repr === 0) return 0
    shown.push(label + textOf(ts, repr))
    DECREF(ts, repr)
  }
  return newStr(ts, `${name}(${shown.join(', ')})`)
}

export const _PyTemplate_Type: TypeSpec = {
  name: 'Template',
  tp_name: 'string.templatelib.Template',
  basicsize: T.sizeof,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  slots: {
    ...owning([
      ['strings', T.strings],
      ['interpolations', T.interpolations],
    ]),
    tp_iter: newIterator,
    tp_repr: (ts, self) =>
      reprOf(ts, 'Template', [
        ['strings=', stringsOf(ts, self)],
        ['interpolations=', interpolationsOf(ts, self)],
      ]),
    sq_concat: concat,
  },
  members: [
    ['strings', T.strings],
    ['interpolations', T.interpolations],
  ],
  getset: [{ name: 'values', get: values }],
}

export const _PyInterpolation_Type: TypeSpec = {
  name: 'Interpolation',
  tp_name: 'string.templatelib.Interpolation',
  basicsize: I.sizeof,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  slots: {
    ...owning([
      ['value', I.value],
      ['expression', I.expression],
      ['conversion', I.conversion],
      ['format_spec', I.format_spec],
    ]),
    tp_repr(ts, self) {
      const fields = [I.value, I.expression, I.conversion, I.format_spec]
      return reprOf(
        ts,
        'Interpolation',
        fields.map((offset) => ['', ts.mem.load(self + offset)]),
      )
    },
  },
  members: [
    ['value', I.value],
    ['expression', I.expression],
    ['conversion', I.conversion],
    ['format_spec', I.format_spec],
  ],
}

export const _PyTemplateIter_Type: TypeSpec = {
  name: 'TemplateIter',
  tp_name: 'string.templatelib.TemplateIter',
  basicsize: It.sizeof,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  slots: {
    ...owning([
      ['stringsiter', It.stringsiter],
      ['interpolationsiter', It.interpolationsiter],
    ]),
    tp_iter: newref,
    tp_iternext(ts, self) {
      const text = ts.mem.load(self + It.from_strings) === 1
      ts.mem.store(self + It.from_strings, text ? 0 : 1)
      if (!text) return PyIter_Next(ts, ts.mem.load(self + It.interpolationsiter))
      const part = PyIter_Next(ts, ts.mem.load(self + It.stringsiter))
      if (part === 0 || PyUnicode_GetLength(ts, part) > 0) return part
      // Empty texts are left out.
      DECREF(ts, part)
      ts.mem.store(self + It.from_strings, 1)
      return PyIter_Next(ts, ts.mem.load(self + It.interpolationsiter))
    },
  },
}
