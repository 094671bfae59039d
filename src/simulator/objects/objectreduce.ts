// Objects/typeobject.c, object___reduce_ex__ and object___getstate__: what copy and pickle ask an object for: how another
// like it is made, and with what it is filled.

import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE, slotsOfType, TPFLAGS, typeFlags, XDECREF } from '../heap/refcount.ts'
import { PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyNumber_AsSsize_t, PyObject_GetIter } from './abstract.ts'
import { argAt, callOwned } from './call.ts'
import { PyDict_Check, PyDict_GET_SIZE, PyDict_New, PyDict_SetItem } from './dictobject.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format, PyErr_Occurred } from './errors.ts'
import { PyList_Check, PyList_GET_ITEM, PyList_GET_SIZE } from './listobject.ts'
import { type MethodSpec, nameOfType, PyObject_GetAttr, typeName } from './object.ts'
import { PyTuple_Check, PyTuple_FromArray, PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'
import { lookupAttribute, lookupSpecial, lookupText } from './typelookup.ts'

/** A function of the module copyreg. */
function copyregFunction(ts: ThreadState, name: string): Owned {
  const module = ts.importModule('copyreg')
  if (module === 0) return 0
  const func = lookupAttribute(ts, module, name)
  DECREF(ts, module)
  return func
}

/** `__getnewargs_ex__` or `__getnewargs__`: a tuple of arguments for `__new__`; 0 for none or with an exception. */
function newArguments(ts: ThreadState, self: Borrowed): { args: Owned; kwargs: Owned } | null {
  const extended = lookupSpecial(ts, self, '__getnewargs_ex__')
  if (extended !== 0) {
    const both = callOwned(ts, extended)
    if (both === 0) return null
    const result = checkExtended(ts, both)
      ? { args: newref(ts, PyTuple_GET_ITEM(ts, both, 0)), kwargs: newref(ts, PyTuple_GET_ITEM(ts, both, 1)) }
      : null
    DECREF(ts, both)
    return result
  }
  const plain = PyErr_Occurred(ts) !== 0 ? 0 : lookupSpecial(ts, self, '__getnewargs__')
  if (plain === 0) return PyErr_Occurred(ts) !== 0 ? null : { args: 0, kwargs: 0 }
  const args = callOwned(ts, plain)
  if (args === 0) return null
  if (PyTuple_Check(ts, args)) return { args, kwargs: 0 }
  PyErr_Format(ts, ts.exc.TypeError, `__getnewargs__ should return a tuple, not '${typeName(ts, args)}'`)
  DECREF(ts, args)
  return null
}

/** Whether `__getnewargs_ex__` returned a tuple of a tuple and a dict; with an exception where it did not. */
function checkExtended(ts: ThreadState, both: Borrowed): boolean {
  const wrong = (type: Borrowed, message: string) => PyErr_Format(ts, type, message) !== 0
  const { exc } = ts
  const name = '__getnewargs_ex__'
  if (!PyTuple_Check(ts, both))
    return wrong(exc.TypeError, `${name} should return a tuple, not '${typeName(ts, both)}'`)
  const n = PyTuple_GET_SIZE(ts, both)
  if (n !== 2) return wrong(exc.ValueError, `${name} should return a tuple of length 2, not ${n}`)
  const [args, kwargs] = [0, 1].map((i) => PyTuple_GET_ITEM(ts, both, i))
  const of = (which: string, kind: string, o: Borrowed) =>
    `${which} item of the tuple returned by ${name} must be a ${kind}, not '${typeName(ts, o)}'`
  if (!PyTuple_Check(ts, args)) return wrong(exc.TypeError, of('first', 'tuple', args))
  return PyDict_Check(ts, kwargs) || wrong(exc.TypeError, of('second', 'dict', kwargs))
}

/** Whether an instance has nothing beyond `__dict__`, weak references and slots that Python knows of. */
function copyable(ts: ThreadState, type: Borrowed, slots: number): boolean {
  const { mem } = ts
  const ownDict = mem.load(type + PyTypeObject.tp_dictoffset) !== 0 && !(typeFlags(ts, type) & TPFLAGS.MANAGED_DICT)
  const weak = mem.load(type + PyTypeObject.tp_weaklistoffset) > 0
  const known = mem.load(ts.types.object + PyTypeObject.tp_basicsize) + (Number(ownDict) + Number(weak) + slots) * 8
  return mem.load(type + PyTypeObject.tp_basicsize) <= known
}

/** object_getstate_default: the `__dict__`, with the slots beside it where there are any; None for nothing. */
function defaultState(ts: ThreadState, self: Borrowed, required: boolean): Owned {
  const type = Py_TYPE(ts, self)
  if (required && (typeFlags(ts, type) & TPFLAGS.HEAPTYPE) === 0 && ts.mem.load(type + 40) !== 0)
    return PyErr_Format(ts, ts.exc.TypeError, `cannot pickle ${nameOfType(ts, type)} objects`)
  let state = lookupAttribute(ts, self, '__dict__')
  if (state === 0 && PyErr_Occurred(ts) !== 0) return 0
  if (state !== 0 && PyDict_Check(ts, state) && PyDict_GET_SIZE(ts, state) === 0) {
    DECREF(ts, state)
    state = 0
  }
  if (state === 0) state = newref(ts, ts.none)
  const mark = holdMark(ts)
  hold(ts, state)
  const slotnames = copyregFunction(ts, '_slotnames')
  const names = slotnames === 0 ? 0 : callOwned(ts, slotnames, [type])
  release(ts, mark)
  if (names === 0) {
    DECREF(ts, state)
    return 0
  }
  if (required && !copyable(ts, type, PyList_Check(ts, names) ? PyList_GET_SIZE(ts, names) : 0)) {
    DECREF(ts, names)
    DECREF(ts, state)
    return PyErr_Format(ts, ts.exc.TypeError, `cannot pickle '${nameOfType(ts, type)}' object`)
  }
  const slots = PyList_Check(ts, names) && PyList_GET_SIZE(ts, names) > 0 ? slotValues(ts, self, names) : 0
  DECREF(ts, names)
  if (PyErr_Occurred(ts) !== 0) {
    XDECREF(ts, slots)
    DECREF(ts, state)
    return 0
  }
  return slots === 0 ? state : PyTuple_FromArray(ts, [state, slots])
}

/** The slots that have a value, as a dict; 0 for none. */
function slotValues(ts: ThreadState, self: Borrowed, names: Borrowed): Owned {
  const dict = PyDict_New(ts)
  for (let i = 0; i < PyList_GET_SIZE(ts, names); i++) {
    const name = PyList_GET_ITEM(ts, names, i)
    const value = PyObject_GetAttr(ts, self, name)
    if (value === 0) {
      if (!PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) break
      PyErr_Clear(ts)
      continue
    }
    PyDict_SetItem(ts, dict, name, value)
    DECREF(ts, value)
  }
  if (PyDict_GET_SIZE(ts, dict) > 0) return dict
  DECREF(ts, dict)
  return 0
}

/** _PyObject_GetState: what `__getstate__` says. */
export function objectState(ts: ThreadState, self: Borrowed): Owned {
  return stateOf(ts, self, false)
}

function stateOf(ts: ThreadState, self: Borrowed, required: boolean): Owned {
  const own = lookupText(ts, Py_TYPE(ts, self), '__getstate__')
  if (own === lookupText(ts, ts.types.object, '__getstate__')) return defaultState(ts, self, required)
  const method = lookupAttribute(ts, self, '__getstate__')
  return method === 0 ? 0 : callOwned(ts, method)
}

/** reduce_newobj: `(copyreg.__newobj__, (cls, ...), state, items of a list, items of a dict)`. */
function reduceNewobj(ts: ThreadState, self: Borrowed): Owned {
  const type = Py_TYPE(ts, self)
  if (!slotsOfType(ts, type).tp_new || typeFlags(ts, type) & TPFLAGS.DISALLOW_INSTANTIATION)
    return PyErr_Format(ts, ts.exc.TypeError, `cannot pickle '${nameOfType(ts, type)}' object`)
  const given = newArguments(ts, self)
  if (given === null) return 0
  const { args, kwargs } = given
  const keywords = kwargs !== 0 && PyDict_Check(ts, kwargs) && PyDict_GET_SIZE(ts, kwargs) > 0
  const func = copyregFunction(ts, keywords ? '__newobj_ex__' : '__newobj__')
  if (func === 0) return 0
  const items =
    args === 0 ? [] : Array.from({ length: PyTuple_GET_SIZE(ts, args) }, (_, i) => PyTuple_GET_ITEM(ts, args, i))
  const newargs = keywords
    ? PyTuple_FromArray(ts, [newref(ts, type), newref(ts, args), newref(ts, kwargs)])
    : PyTuple_FromArray(
        ts,
        [type, ...items].map((o) => newref(ts, o)),
      )
  const mark = holdMark(ts)
  for (const o of [func, newargs, args, kwargs]) if (o !== 0) hold(ts, o)
  const isList = PyList_Check(ts, self)
  const isDict = PyDict_Check(ts, self)
  const state = stateOf(ts, self, args === 0 && !isList && !isDict)
  let listitems = 0
  let dictitems = 0
  if (state !== 0) {
    hold(ts, state)
    listitems = isList ? PyObject_GetIter(ts, self) : newref(ts, ts.none)
    dictitems = isDict ? dictItems(ts, self) : newref(ts, ts.none)
  }
  release(ts, mark)
  XDECREF(ts, args)
  XDECREF(ts, kwargs)
  if (state !== 0 && listitems !== 0 && dictitems !== 0)
    return PyTuple_FromArray(ts, [func, newargs, state, listitems, dictitems])
  for (const o of [func, newargs, state, listitems, dictitems]) XDECREF(ts, o)
  return 0
}

function dictItems(ts: ThreadState, self: Borrowed): Owned {
  const method = lookupAttribute(ts, self, 'items')
  const items = method === 0 ? 0 : callOwned(ts, method)
  const iterator = items === 0 ? 0 : PyObject_GetIter(ts, items)
  XDECREF(ts, items)
  return iterator
}

function reduce(ts: ThreadState, self: Borrowed, protocol: number): Owned {
  if (protocol >= 2) return reduceNewobj(ts, self)
  return PyErr_Format(ts, ts.exc.TypeError, `cannot pickle '${typeName(ts, self)}' object`)
}

/** The methods of `object` that copy and pickle call. */
export const reduceMethods: readonly MethodSpec[] = [
  { name: '__getstate__', kind: 'NOARGS', call: (ts, self) => defaultState(ts, self, false) },
  { name: '__reduce__', kind: 'NOARGS', call: (ts, self) => reduce(ts, self, 0) },
  {
    name: '__reduce_ex__',
    kind: 'O',
    call(ts, self, argv) {
      const protocol = PyNumber_AsSsize_t(ts, argAt(ts, argv, 0), ts.exc.OverflowError)
      if (protocol === -1 && PyErr_Occurred(ts) !== 0) return 0
      const own = lookupText(ts, Py_TYPE(ts, self), '__reduce__')
      if (own === lookupText(ts, ts.types.object, '__reduce__')) return reduce(ts, self, protocol)
      const method = lookupAttribute(ts, self, '__reduce__')
      return method === 0 ? 0 : callOwned(ts, method)
    },
  },
]
