// Objects/namespaceobject.c: types.SimpleNamespace, an object that is only its attributes.

import { untrack } from '../heap/gchead.ts'
import { during, freeObject, whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { argAt, callNoArgs, callOneArg } from './call.ts'
import { forEachItem, PyDict_GetItem, PyDict_New, PyDict_SetItem, PyDict_Update } from './dictobject.ts'
import { dict_update_arg } from './dictupdate.ts'
import { PyErr_Format, PyErr_Occurred } from './errors.ts'
import { PyObject_GenericGetDict } from './genericattr.ts'
import {
  nameOfType,
  PyObject_Repr,
  PyObject_RichCompare,
  PyObject_TypeCheck,
  PyUnicode_Check,
  type TypeSpec,
} from './object.ts'
import { Py_ReprEnter, Py_ReprLeave } from './reprenter.ts'
import { PyTuple_FromArray, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'
import { PyType_GenericAlloc } from './typeobject.ts'
import { newStr, textOf } from './unicodeobject.ts'

const N = layout(PyObject.sizeof, [['ns_dict', 'ptr']])

/** _PyNamespace_New: with the attributes of a dict. */
export function _PyNamespace_New(ts: ThreadState, attributes: Borrowed): Owned {
  const o = newNamespace(ts, ts.types.SimpleNamespace)
  if (o !== 0 && attributes !== 0) dict_update_arg(ts, ts.mem.load(o + N.ns_dict), attributes)
  return o
}

function newNamespace(ts: ThreadState, type: Borrowed): Owned {
  const o = PyType_GenericAlloc(ts, type)
  if (o !== 0) ts.mem.store(o + N.ns_dict, PyDict_New(ts))
  return o
}

/** Takes the attributes from a mapping or pairs, whose keys must be strings. -1 with an exception. */
function takeMapping(ts: ThreadState, attributes: Borrowed, arg: Borrowed): number {
  const dict = Py_TYPE(ts, arg) === ts.types.dict ? newref(ts, arg) : callOneArg(ts, ts.types.dict, arg)
  if (dict === 0) return -1
  let named = true
  forEachItem(ts, dict, (key) => {
    named &&= PyUnicode_Check(ts, key)
  })
  if (!named) PyErr_Format(ts, ts.exc.TypeError, 'keywords must be strings')
  return whileOwning(ts, dict, () => (named ? PyDict_Update(ts, attributes, dict) : -1))
}

function init(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): number {
  const dict = ts.mem.load(self + N.ns_dict)
  if (nargs > (ts.profile.modules.namespaceTakesMapping ? 1 : 0)) {
    const takes = ts.profile.modules.namespaceTakesMapping
      ? `SimpleNamespace expected at most 1 argument, got ${nargs}`
      : 'no positional arguments expected'
    PyErr_Format(ts, ts.exc.TypeError, takes)
    return -1
  }
  if (nargs === 1 && takeMapping(ts, dict, argAt(ts, argv, 0)) < 0) return -1
  const n = kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames)
  for (let i = 0; i < n; i++)
    if (PyDict_SetItem(ts, dict, PyTuple_GET_ITEM(ts, kwnames, i), argAt(ts, argv, nargs + i)) < 0) return -1
  return 0
}

function repr(ts: ThreadState, self: Borrowed): Owned {
  const type = Py_TYPE(ts, self)
  const name = type === ts.types.SimpleNamespace ? 'namespace' : nameOfType(ts, type)
  const entered = Py_ReprEnter(ts, self)
  if (entered !== 0) return entered > 0 ? newStr(ts, `${name}(...)`) : 0
  const keys: Owned[] = []
  forEachItem(ts, ts.mem.load(self + N.ns_dict), (key) => keys.push(newref(ts, key)))
  const parts: string[] = []
  const failed = during(ts, keys, () => keys.some((key) => !addAttribute(ts, self, key, parts)))
  for (const key of keys) DECREF(ts, key)
  Py_ReprLeave(ts, self)
  return failed ? 0 : newStr(ts, `${name}(${parts.join(', ')})`)
}

/** Adds `name=value` to the parts of a repr, if there still is a value. False with an exception. */
function addAttribute(ts: ThreadState, self: Borrowed, key: Borrowed, parts: string[]): boolean {
  if (!PyUnicode_Check(ts, key) || key === ts.emptyStr) return true
  const value = PyDict_GetItem(ts, ts.mem.load(self + N.ns_dict), key)
  if (value === 0) return PyErr_Occurred(ts) === 0
  const shown = () => PyObject_Repr(ts, value)
  const text = ts.profile.modules.namespaceReprHolds ? whileOwning(ts, newref(ts, value), shown) : shown()
  if (text === 0) return false
  parts.push(`${textOf(ts, key)}=${textOf(ts, text)}`)
  DECREF(ts, text)
  return true
}

export const _PyNamespace_Type: TypeSpec = {
  name: 'SimpleNamespace',
  tp_name: 'types.SimpleNamespace',
  basicsize: N.sizeof,
  flags: ['HAVE_GC', 'BASETYPE'],
  dictoffset: N.ns_dict,
  doc: 'A simple attribute-based namespace.',
  slots: {
    tp_new: newNamespace,
    tp_init: init,
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      CLEAR(ts, self + N.ns_dict)
      freeObject(ts, self)
    },
    tp_traverse(ts, self, visit) {
      const dict = ts.mem.load(self + N.ns_dict)
      if (dict !== 0) visit(dict, { kind: 'field', name: '__dict__' })
    },
    tp_clear: (ts, self) => CLEAR(ts, self + N.ns_dict),
    tp_repr: repr,
    tp_hash: null,
    tp_richcompare(ts, self, other, op) {
      const type = ts.types.SimpleNamespace
      if (!PyObject_TypeCheck(ts, self, type) || !PyObject_TypeCheck(ts, other, type))
        return newref(ts, ts.notImplemented)
      return PyObject_RichCompare(ts, ts.mem.load(self + N.ns_dict), ts.mem.load(other + N.ns_dict), op)
    },
  },
  getset: [{ name: '__dict__', get: PyObject_GenericGetDict }],
  methods: [
    {
      name: '__reduce__',
      kind: 'NOARGS',
      call: (ts, self) =>
        PyTuple_FromArray(ts, [
          newref(ts, Py_TYPE(ts, self)),
          newref(ts, ts.emptyTuple),
          newref(ts, ts.mem.load(self + N.ns_dict)),
        ]),
    },
    { name: '__replace__', kind: 'KEYWORDS', call: namespace_replace },
  ],
}

function namespace_replace(ts: ThreadState, self: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  if (nargs > 0) return PyErr_Format(ts, ts.exc.TypeError, '__replace__() takes no positional arguments')
  const result = callNoArgs(ts, Py_TYPE(ts, self))
  if (result === 0) return 0
  const [from, dict] = [self, result].map((o) => PyObject_GenericGetDict(ts, o))
  let status = from === 0 || dict === 0 ? -1 : PyDict_Update(ts, dict, from)
  const n = kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames)
  for (let i = 0; i < n && status === 0; i++)
    status = PyDict_SetItem(ts, dict, PyTuple_GET_ITEM(ts, kwnames, i), argAt(ts, argv, i))
  for (const o of [from, dict]) if (o !== 0) DECREF(ts, o)
  if (status === 0) return result
  DECREF(ts, result)
  return 0
}
