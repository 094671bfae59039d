// Objects/descrobject.c, mappingproxy: the read-only view of a class's dict.

import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject, whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, INCREF, newref, XDECREF } from '../heap/refcount.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import {
  PyNumber_BinaryOp,
  PyObject_GetItem,
  PyObject_GetIter,
  PyObject_Size,
  PySequence_Contains,
} from './abstract.ts'
import { PyObject_Vectorcall, parseKeywords } from './call.ts'
import { PyDict_Check } from './dictobject.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'
import { getAttributeText } from './genericattr.ts'
import {
  type MethodSpec,
  Py_EQ,
  Py_NE,
  PyObject_Hash,
  PyObject_Repr,
  PyObject_RichCompare,
  PyObject_Str,
  PyObject_TypeCheck,
  type TypeSpec,
  typeName,
} from './object.ts'
import { newStr, textOf } from './unicodeobject.ts'

const P = layout(PyObject.sizeof, [['mapping', 'ptr']])

/** PyDictProxy_New: a view of a mapping (borrowed; the view holds it). */
export function PyDictProxy_New(ts: ThreadState, mapping: Borrowed): Owned {
  const o = allocate(ts, ts.types.mappingproxy, P.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  INCREF(ts, mapping)
  ts.mem.store(o + P.mapping, mapping)
  track(ts.mem, o)
  return o
}

function mappingOf(ts: ThreadState, self: Borrowed): Borrowed {
  return ts.mem.load(self + P.mapping)
}

/** A method that asks the mapping. */
function forward(name: string, kind: MethodSpec['kind'], min?: number, max?: number): MethodSpec {
  return {
    name,
    kind,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    call(ts, self, argv, nargs, kwnames) {
      const method = getAttributeText(ts, mappingOf(ts, self), name)
      if (method === 0) return 0
      return whileOwning(ts, method, () => PyObject_Vectorcall(ts, method, argv, nargs, kwnames))
    },
  }
}

const OR = 7
function underlying(ts: ThreadState, o: Borrowed): Borrowed {
  return PyObject_TypeCheck(ts, o, ts.types.mappingproxy) ? mappingOf(ts, o) : o
}

export const PyDictProxy_Type = {
  name: 'mappingproxy',
  basicsize: P.sizeof,
  flags: ['HAVE_GC', 'MAPPING'],
  slots: {
    tp_new(ts, _type, argv, nargs, kwnames) {
      const args = parseKeywords(ts, 'mappingproxy', argv, nargs, kwnames, ['mapping'], 1)
      if (args === null) return 0
      if (!PyDict_Check(ts, args[0]))
        return PyErr_Format(
          ts,
          ts.exc.TypeError,
          `mappingproxy() argument must be a mapping, not ${typeName(ts, args[0])}`,
        )
      return PyDictProxy_New(ts, args[0])
    },
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      XDECREF(ts, mappingOf(ts, self))
      freeObject(ts, self)
    },
    tp_traverse(ts, self, visit) {
      visit(mappingOf(ts, self), { kind: 'field', name: 'mapping' })
    },
    tp_repr(ts, self) {
      const inner = PyObject_Repr(ts, mappingOf(ts, self))
      if (inner === 0) return 0
      const result = newStr(ts, `mappingproxy(${textOf(ts, inner)})`)
      DECREF(ts, inner)
      return result
    },
    tp_str: (ts, self) => PyObject_Str(ts, mappingOf(ts, self)),
    tp_hash: (ts, self) => PyObject_Hash(ts, mappingOf(ts, self)),
    tp_richcompare(ts, self, other, op) {
      const compares = op === Py_EQ || op === Py_NE || ts.profile.containers.mappingproxyOrders
      return compares ? PyObject_RichCompare(ts, mappingOf(ts, self), other, op) : newref(ts, ts.notImplemented)
    },
    tp_iter: (ts, self) => PyObject_GetIter(ts, mappingOf(ts, self)),
    nb_or: (ts, left, right) => PyNumber_BinaryOp(ts, underlying(ts, left), underlying(ts, right), OR),
    nb_inplace_or: (ts, self) =>
      PyErr_Format(ts, ts.exc.TypeError, `'|=' is not supported by ${typeName(ts, self)}; use '|' instead`),
    mp_length: (ts, self) => PyObject_Size(ts, mappingOf(ts, self)),
    mp_subscript: (ts, self, key) => PyObject_GetItem(ts, mappingOf(ts, self), key),
    sq_contains: (ts, self, key) => PySequence_Contains(ts, mappingOf(ts, self), key),
  },
  methods: [
    forward('get', 'FASTCALL', 1, 2),
    forward('keys', 'NOARGS'),
    forward('values', 'NOARGS'),
    forward('items', 'NOARGS'),
    forward('copy', 'NOARGS'),
    forward('__reversed__', 'NOARGS'),
  ],
} satisfies TypeSpec
