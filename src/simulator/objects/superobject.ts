// Objects/typeobject.c, super.

import { CO_FAST_CELL, CO_FAST_FREE } from '../compiler/code.ts'
import { untrack } from '../heap/gchead.ts'
import { freeObject, whileOwning } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, INCREF, newref, Py_TYPE, SETREF, slotsOf, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import { untagged } from '../heap/stackref.ts'
import { InterpreterFrame, layout, PyCodeObject, PyObject, PyTypeObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { fill } from '../profiles/index.ts'
import { _PyArg_NoKeywords, argAt, checkPositional } from './call.ts'
import { PyCell_GET } from './cellobject.ts'
import { PyDict_GetItem } from './dictobject.ts'
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Format } from './errors.ts'
import { getAttributeText, PyObject_GenericGetAttr } from './genericattr.ts'
import { nameOfType, PyType_IsSubtype, type TypeSpec, typeName } from './object.ts'
import { PyTuple_GET_ITEM, PyTuple_GET_SIZE } from './tupleobject.ts'
import { PyType_Check } from './typelookup.ts'
import { PyType_GenericAlloc } from './typeobject.ts'
import { newStr, textOf } from './unicodeobject.ts'

/** `type`: where the search starts behind; `obj`: bound to; `obj_type`: whose mro is searched. */
export const SuperObject = layout(PyObject.sizeof, [
  ['type', 'ptr'],
  ['obj', 'ptr'],
  ['obj_type', 'ptr'],
])
const S = SuperObject
const OWNED = [
  [S.obj, '__self__'],
  [S.type, '__thisclass__'],
  [S.obj_type, '__self_class__'],
] as const

/**
 * _PySuper_Lookup: `super(type, obj).name` without making the super object.
 * @param wantMethod functions come unbound, with `ts.methodIsUnbound` set
 */
export function _PySuper_Lookup(
  ts: ThreadState,
  type: Borrowed,
  obj: Borrowed,
  name: Borrowed,
  wantMethod: boolean,
): Owned {
  ts.methodIsUnbound = false
  const objType = supercheck(ts, type, obj)
  if (objType === 0) return 0
  let result = whileOwning(ts, objType, () => lookup(ts, type, obj, objType, name, wantMethod))
  if (result === 0 && ts.mem.load(Tstate.current_exception) === 0) result = noAttribute(ts, name)
  return result
}

function noAttribute(ts: ThreadState, name: Borrowed): 0 {
  return PyErr_Format(ts, ts.exc.AttributeError, `'super' object has no attribute '${textOf(ts, name)}'`)
}

/** do_super_lookup: what stands in the mro of `objType` behind `type`; 0 without an exception where nothing is found. */
function lookup(
  ts: ThreadState,
  type: Borrowed,
  obj: Borrowed,
  objType: Borrowed,
  name: Borrowed,
  wantMethod: boolean,
): Owned {
  const mem = ts.mem
  const mro = mem.load(objType + PyTypeObject.tp_mro)
  if (mro === 0) return 0
  const n = PyTuple_GET_SIZE(ts, mro)
  let i = 0
  while (i < n && PyTuple_GET_ITEM(ts, mro, i) !== type) i++
  for (i++; i < n; i++) {
    const found = PyDict_GetItem(ts, mem.load(PyTuple_GET_ITEM(ts, mro, i) + PyTypeObject.tp_dict), name)
    if (found === 0) continue
    if (wantMethod && typeFlags(ts, Py_TYPE(ts, found)) & TPFLAGS.METHOD_DESCRIPTOR) {
      ts.methodIsUnbound = true
      return newref(ts, found)
    }
    const get = slotsOf(ts, found).tp_descr_get
    if (!get) return newref(ts, found)
    // A class method sees no instance: `super(C, C).m`.
    const value = whileOwning(ts, newref(ts, found), () => get(ts, found, obj === objType ? 0 : obj, objType))
    ts.methodIsUnbound = false
    return value
  }
  return 0
}

/** supercheck: the class whose mro is to be searched; 0 with TypeError. */
function supercheck(ts: ThreadState, type: Borrowed, obj: Borrowed): Owned {
  if (PyType_Check(ts, obj) && PyType_IsSubtype(ts, obj, type)) return newref(ts, obj)
  const own = Py_TYPE(ts, obj)
  if (PyType_IsSubtype(ts, own, type)) return newref(ts, own)
  const cls = getAttributeText(ts, obj, '__class__')
  if (cls === 0) {
    if (!PyErr_ExceptionMatches(ts, ts.exc.AttributeError)) return 0
    PyErr_Clear(ts)
  } else {
    if (PyType_Check(ts, cls) && cls !== own && PyType_IsSubtype(ts, cls, type)) return cls
    DECREF(ts, cls)
  }
  const isType = PyType_Check(ts, obj)
  const what = isType ? 'type' : 'instance of'
  const name1 = isType ? nameOfType(ts, obj) : typeName(ts, obj)
  return PyErr_Format(ts, ts.exc.TypeError, fill(ts.profile.messages.superCheck, what, name1, nameOfType(ts, type)))
}

/** super_init_without_args: the class from the `__class__` cell, the object from the first argument of the frame. */
function fromFrame(ts: ThreadState): readonly [type: Borrowed, obj: Borrowed] | null {
  const mem = ts.mem
  const frame = mem.load(Tstate.current_frame)
  const fail = (message: string) => {
    PyErr_Format(ts, ts.exc.RuntimeError, message)
    return null
  }
  if (frame === 0) return fail('super(): no current frame')
  const code = untagged(mem.load(frame + InterpreterFrame.f_executable))
  const compiled = ts.codes[mem.load(code + PyCodeObject.code_number)]
  if (compiled.co_argcount === 0) return fail('super(): no arguments')
  const cells = frame + InterpreterFrame.sizeof
  const first = untagged(mem.load(cells))
  if (first === 0) return fail('super(): arg[0] deleted')
  const isCell = (compiled.co_localspluskinds[0] & CO_FAST_CELL) !== 0 && Py_TYPE(ts, first) === ts.types.cell
  const obj = isCell ? PyCell_GET(ts, first) : first
  if (obj === 0) return fail('super(): arg[0] deleted')
  for (const [i, name] of compiled.co_localsplusnames.entries()) {
    if (name !== '__class__' || (compiled.co_localspluskinds[i] & CO_FAST_FREE) === 0) continue
    const cell = untagged(mem.load(cells + i * 8))
    if (cell === 0) return fail('super(): bad __class__ cell')
    const type = PyCell_GET(ts, cell)
    if (type === 0) return fail('super(): empty __class__ cell')
    if (!PyType_Check(ts, type)) return fail(`super(): __class__ is not a type (${typeName(ts, type)})`)
    return [type, obj]
  }
  return fail('super(): __class__ cell not found')
}

export const PySuper_Type = {
  name: 'super',
  basicsize: S.sizeof,
  flags: ['HAVE_GC', 'BASETYPE'],
  slots: {
    tp_new: (ts, type) => PyType_GenericAlloc(ts, type),
    tp_init(ts, self, argv, nargs, kwnames) {
      if (!_PyArg_NoKeywords(ts, 'super', kwnames) || checkPositional(ts, 'super()', nargs, 0, 2) < 0) return -1
      let type = nargs > 0 ? argAt(ts, argv, 0) : 0
      let obj = nargs > 1 ? argAt(ts, argv, 1) : 0
      if (nargs === 0) {
        const found = fromFrame(ts)
        if (found === null) return -1
        ;[type, obj] = found
      } else if (!PyType_Check(ts, type)) {
        PyErr_Format(ts, ts.exc.TypeError, `super() argument 1 must be a type, not ${typeName(ts, type)}`)
        return -1
      }
      if (obj === ts.none) obj = 0
      const objType = obj === 0 ? 0 : supercheck(ts, type, obj)
      if (obj !== 0 && objType === 0) return -1
      if (obj !== 0) INCREF(ts, obj)
      SETREF(ts, self + S.type, newref(ts, type))
      SETREF(ts, self + S.obj, obj)
      SETREF(ts, self + S.obj_type, objType)
      return 0
    },
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      for (const [offset] of OWNED) CLEAR(ts, self + offset)
      freeObject(ts, self)
    },
    tp_traverse(ts, self, visit) {
      for (const [offset, name] of OWNED) {
        const o = ts.mem.load(self + offset)
        if (o !== 0) visit(o, { kind: 'field', name })
      }
    },
    tp_repr(ts, self) {
      const type = ts.mem.load(self + S.type)
      const objType = ts.mem.load(self + S.obj_type)
      const name = type === 0 ? 'NULL' : nameOfType(ts, type)
      const bound = objType === 0 ? 'NULL' : `<${nameOfType(ts, objType)} object>`
      return newStr(ts, `<super: <class '${name}'>, ${bound}>`)
    },
    tp_getattro(ts, self, name): Owned {
      const [type, obj, objType] = [S.type, S.obj, S.obj_type].map((offset) => ts.mem.load(self + offset))
      // `__class__` is the super object's own.
      if (objType === 0 || textOf(ts, name) === '__class__') return PyObject_GenericGetAttr(ts, self, name)
      const found = lookup(ts, type, obj, objType, name, false)
      if (found !== 0 || ts.mem.load(Tstate.current_exception) !== 0) return found
      return PyObject_GenericGetAttr(ts, self, name)
    },
    tp_descr_get(ts, self, obj) {
      const own = ts.mem.load(self + S.obj)
      if (obj === 0 || obj === ts.none || own !== 0) return newref(ts, self)
      const type = ts.mem.load(self + S.type)
      const objType = supercheck(ts, type, obj)
      if (objType === 0) return 0
      const bound = PyType_GenericAlloc(ts, Py_TYPE(ts, self))
      if (bound === 0) return 0
      ts.mem.store(bound + S.type, newref(ts, type))
      ts.mem.store(bound + S.obj, newref(ts, obj))
      ts.mem.store(bound + S.obj_type, objType)
      return bound
    },
  },
  members: [
    ['__thisclass__', S.type],
    ['__self__', S.obj],
    ['__self_class__', S.obj_type],
  ],
} satisfies TypeSpec
