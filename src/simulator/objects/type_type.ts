// Objects/typeobject.c, PyType_Type: `type` itself, what classes can do and how they are called.

import { untrack } from '../heap/gchead.ts'
import { freeObject, hold, holdMark, release } from '../heap/objimpl.ts'
import { PyObject_Free } from '../heap/obmalloc.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE, slotsOf, slotsOfType, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import { PyTypeObject as T } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PySequence_List } from './abstract.ts'
import { _PyArg_BadArgument, _PyArg_NoKeywords, argAt, callOwned } from './call.ts'
import { dictkeys_decref, keysSize } from './dictkeys.ts'
import { PyDict_Check, PyDict_Clear, PyDict_New } from './dictobject.ts'
import { mergeClassDict } from './dirobject.ts'
import { PyErr_Format, PyErr_GetRaisedException, PyErr_Occurred, restore } from './errors.ts'
import { Py_GenericAlias } from './genericaliasobject.ts'
import { PyObject_GenericSetAttr } from './genericattr.ts'
import { recursiveIsInstance, recursiveIsSubclass } from './isinstance.ts'
import { _PyList_AppendTakeRef, newList } from './listobject.ts'
import { newInt } from './longobject.ts'
import { mroOf } from './mro.ts'
import { nameOfType, PyObject_TypeCheck, PyUnicode_Check, type TypeSpec, typeName } from './object.ts'
import { typeHasVectorcall } from './objectcall.ts'
import { packArguments, unpackArguments } from './packing.ts'
import { removeAllSubclasses, subclassesOf } from './subclasses.ts'
import { PyTuple_Check } from './tupleobject.ts'
import { typeGetSet } from './typegetset.ts'
import { _PyType_Lookup, lookupAttribute } from './typelookup.ts'
import { typeModule, typeQualname } from './typenames.ts'
import { type_new } from './typenew.ts'
import { PyType_Modified } from './typeversion.ts'
import { newStr, textOf } from './unicodeobject.ts'
import { unionOf } from './unionobject.ts'
import { updateSlot } from './updateslots.ts'

/** C(...): `__new__`, then `__init__` of what it made. The arguments go through a tuple unless the type has a vectorcall. */
export function type_call(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  if (type === ts.types.type) {
    if (nargs === 1) return _PyArg_NoKeywords(ts, 'type', kwnames) ? newref(ts, Py_TYPE(ts, argAt(ts, argv, 0))) : 0
    if (nargs !== 3) return PyErr_Format(ts, ts.exc.TypeError, 'type() takes 1 or 3 arguments')
  }
  const slots = slotsOfType(ts, type)
  if (!slots.tp_new || typeFlags(ts, type) & TPFLAGS.DISALLOW_INSTANTIATION)
    return PyErr_Format(ts, ts.exc.TypeError, `cannot create '${nameOfType(ts, type)}' instances`)
  if (typeHasVectorcall(ts, type)) return create(ts, type, argv, nargs, kwnames)
  const packed = packArguments(ts, argv, nargs, kwnames)
  if (packed === null) return 0
  const o = create(ts, type, packed.argv, nargs, kwnames)
  unpackArguments(ts, packed)
  return o
}

function create(ts: ThreadState, type: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const o = slotsOfType(ts, type).tp_new?.(ts, type, argv, nargs, kwnames) ?? 0
  if (o === 0 || !PyObject_TypeCheck(ts, o, type)) return o
  const init = slotsOf(ts, o).tp_init
  if (!init) return o
  const mark = holdMark(ts)
  hold(ts, o)
  const status = init(ts, o, argv, nargs, kwnames)
  release(ts, mark)
  if (status === 0) return o
  DECREF(ts, o)
  return 0
}

/** tp_new of type: checks the three arguments. */
function typeNew(ts: ThreadState, metatype: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  if (nargs !== 3)
    return PyErr_Format(ts, ts.exc.TypeError, `type.__new__() takes exactly 3 arguments (${nargs} given)`)
  const args = [0, 1, 2].map((i) => argAt(ts, argv, i))
  const wrong = (i: number, what: string) => _PyArg_BadArgument(ts, 'type.__new__', `argument ${i + 1}`, what, args[i])
  if (!PyUnicode_Check(ts, args[0])) return wrong(0, 'str')
  if (!PyTuple_Check(ts, args[1])) return wrong(1, 'tuple')
  if (!PyDict_Check(ts, args[2])) return wrong(2, ts.profile.messages.typeDict)
  return type_new(ts, metatype, argv, nargs, kwnames, args)
}

function typeInit(ts: ThreadState, _self: Borrowed, _argv: number, nargs: number, kwnames: Borrowed): number {
  if (nargs === 1 && !_PyArg_NoKeywords(ts, 'type.__init__', kwnames)) return -1
  if (nargs === 1 || nargs === 3) return 0
  PyErr_Format(ts, ts.exc.TypeError, 'type.__init__() takes 1 or 3 arguments')
  return -1
}

/** type_getattro: data descriptors of the metaclass, then the class and its bases, then the metaclass. */
export function type_getattro(ts: ThreadState, type: Borrowed, name: Borrowed): Owned {
  if (!PyUnicode_Check(ts, name))
    return PyErr_Format(ts, ts.exc.TypeError, `attribute name must be string, not '${typeName(ts, name)}'`)
  const metatype = Py_TYPE(ts, type)
  const meta = _PyType_Lookup(ts, metatype, name)
  const metaSlots = meta === 0 ? undefined : slotsOf(ts, meta)
  const metaGet = metaSlots?.tp_descr_get
  if (meta !== 0 && metaGet && metaSlots.tp_descr_set) return bind(ts, metaGet, meta, type, metatype)
  const attribute = _PyType_Lookup(ts, type, name)
  if (attribute !== 0) {
    const get = slotsOf(ts, attribute).tp_descr_get
    return get ? bind(ts, get, attribute, 0, type) : newref(ts, attribute)
  }
  if (meta !== 0) return metaGet ? bind(ts, metaGet, meta, type, metatype) : newref(ts, meta)
  return PyErr_Format(
    ts,
    ts.exc.AttributeError,
    `type object '${nameOfType(ts, type)}' has no attribute '${textOf(ts, name)}'`,
  )
}

function bind(
  ts: ThreadState,
  get: (ts: ThreadState, self: Borrowed, obj: Borrowed, type: Borrowed) => Owned,
  descr: Borrowed,
  obj: Borrowed,
  type: Borrowed,
): Owned {
  newref(ts, descr)
  const mark = holdMark(ts)
  hold(ts, descr)
  const value = get(ts, descr, obj, type)
  release(ts, mark)
  DECREF(ts, descr)
  return value
}

/** type_setattro: afterwards the slots follow. */
export function type_setattro(ts: ThreadState, type: Borrowed, name: Borrowed, value: Borrowed): number {
  if (typeFlags(ts, type) & TPFLAGS.IMMUTABLETYPE) {
    PyErr_Format(
      ts,
      ts.exc.TypeError,
      `cannot set '${textOf(ts, name)}' attribute of immutable type '${nameOfType(ts, type)}'`,
    )
    return -1
  }
  const status = storeOnClass(ts, type, name, value)
  if (status === 0) PyType_Modified(ts, type)
  const text = textOf(ts, name)
  if (status === 0 && text.startsWith('__') && text.endsWith('__')) updateSlot(ts, type, text)
  return status
}

function storeOnClass(ts: ThreadState, type: Borrowed, name: Borrowed, value: Borrowed): number {
  const status = PyObject_GenericSetAttr(ts, type, name, value)
  if (status === 0 || value !== 0 || PyErr_Occurred(ts) !== ts.exc.AttributeError) return status
  if (_PyType_Lookup(ts, Py_TYPE(ts, type), name) !== 0) return status
  const shown = `type object '${nameOfType(ts, type)}' has no attribute '${textOf(ts, name)}'`
  PyErr_Format(ts, ts.exc.AttributeError, shown)
  if (ts.profile.suggestions.notedOnSet !== 'never') ts.setAttributeErrorContext(type, name)
  return status
}

function type_dealloc(ts: ThreadState, type: number): void {
  const mem = ts.mem
  untrack(mem, type)
  const raised = PyErr_GetRaisedException(ts)
  removeAllSubclasses(ts, type)
  restore(ts, raised)
  ts.clearWeakRefs(type)
  for (const field of [T.tp_base, T.tp_dict, T.tp_bases, T.tp_mro, T.tp_cache, T.tp_subclasses]) CLEAR(ts, type + field)
  PyObject_Free(mem, mem.load(type + T.tp_doc))
  for (const field of [T.ht_name, T.ht_qualname, T.ht_slots]) CLEAR(ts, type + field)
  const keys = mem.load(type + T.ht_cached_keys)
  if (keys !== 0) dictkeys_decref(ts, keys)
  CLEAR(ts, type + T.ht_module)
  freeObject(ts, type)
}

const VISITED = [
  [T.tp_dict, '__dict__'],
  [T.tp_cache, 'tp_cache'],
  [T.tp_mro, '__mro__'],
  [T.tp_bases, '__bases__'],
  [T.tp_base, '__base__'],
  [T.ht_module, 'ht_module'],
] as const

export const PyType_Type = {
  name: 'type',
  basicsize: (profile) => profile.layout.heapType,
  itemsize: 40,
  flags: ['HAVE_GC', 'BASETYPE', 'TYPE_SUBCLASS', 'HAVE_VECTORCALL', 'ITEMS_AT_END'],
  dictoffset: T.tp_dict,
  weaklistoffset: T.tp_weaklist,
  doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
  slots: {
    tp_dealloc: type_dealloc,
    tp_traverse(ts, type, visit) {
      if ((typeFlags(ts, type) & TPFLAGS.HEAPTYPE) === 0) return
      for (const [field, name] of VISITED) {
        const o = ts.mem.load(type + field)
        if (o !== 0) visit(o, { kind: 'field', name })
      }
    },
    tp_clear(ts, type) {
      const dict = ts.mem.load(type + T.tp_dict)
      if (dict !== 0) PyDict_Clear(ts, dict)
      CLEAR(ts, type + T.ht_module)
      CLEAR(ts, type + T.tp_mro)
    },
    tp_repr(ts, type) {
      const module = typeModule(ts, type)
      const name = typeQualname(ts, type)
      if (module === null || module === 'builtins') return newStr(ts, `<class '${nameOfBuiltin(ts, type)}'>`)
      return newStr(ts, `<class '${module}.${name}'>`)
    },
    tp_call: type_call,
    tp_getattro: type_getattro,
    tp_setattro: type_setattro,
    tp_init: typeInit,
    tp_new: typeNew,
    nb_or: unionOf,
    sizeof(ts, type) {
      const base = ts.profile.layout
      if ((typeFlags(ts, type) & TPFLAGS.HEAPTYPE) === 0) return base.type
      const keys = ts.mem.load(type + T.ht_cached_keys)
      return base.heapType + (keys === 0 ? 0 : keysSize(ts, keys))
    },
  },
  methods: [
    { name: 'mro', kind: 'NOARGS', call: mroList },
    {
      name: '__subclasses__',
      kind: 'NOARGS',
      call(ts, type) {
        const list = newList(ts, 0)
        if (list === 0) return 0
        for (const subclass of subclassesOf(ts, type)) _PyList_AppendTakeRef(ts, list, newref(ts, subclass))
        return list
      },
    },
    { name: '__prepare__', kind: 'KEYWORDS', binding: 'class', call: (ts) => PyDict_New(ts) },
    {
      name: '__instancecheck__',
      kind: 'O',
      call(ts, type, argv) {
        const answer = recursiveIsInstance(ts, argAt(ts, argv, 0), type)
        return answer < 0 ? 0 : newref(ts, answer ? ts.true_ : ts.false_)
      },
    },
    {
      name: '__subclasscheck__',
      kind: 'O',
      call(ts, type, argv) {
        const answer = recursiveIsSubclass(ts, argAt(ts, argv, 0), type)
        return answer < 0 ? 0 : newref(ts, answer ? ts.true_ : ts.false_)
      },
    },
    {
      name: '__dir__',
      kind: 'NOARGS',
      call(ts, type) {
        const dict = PyDict_New(ts)
        if (dict === 0) return 0
        const names = mergeClassDict(ts, dict, type) < 0 ? 0 : PySequence_List(ts, dict)
        DECREF(ts, dict)
        return names
      },
    },
    {
      name: '__sizeof__',
      kind: 'NOARGS',
      call: (ts, type) => newInt(ts, slotsOf(ts, type).sizeof?.(ts, type) ?? 0),
    },
  ],
  getset: typeGetSet,
} satisfies TypeSpec

function nameOfBuiltin(ts: ThreadState, type: Borrowed): string {
  return typeFlags(ts, type) & TPFLAGS.HEAPTYPE ? typeQualname(ts, type) : nameOfType(ts, type)
}

function mroList(ts: ThreadState, type: Borrowed): Owned {
  const mro = mroOf(ts, type)
  if (mro === 0) return 0
  const list = PySequence_List(ts, mro)
  DECREF(ts, mro)
  return list
}

/** `C[key]`: `__class_getitem__` of a class; -1 where that does not apply. */
export function classGetItem(ts: ThreadState, o: Borrowed, key: Borrowed): Owned | -1 {
  if ((typeFlags(ts, Py_TYPE(ts, o)) & TPFLAGS.TYPE_SUBCLASS) === 0) return -1
  if (o === ts.types.type) return Py_GenericAlias(ts, o, key)
  const method = lookupAttribute(ts, o, '__class_getitem__')
  if (method !== 0 && method !== ts.none) return callOwned(ts, method, [key])
  if (PyErr_Occurred(ts) !== 0) return 0
  return PyErr_Format(ts, ts.exc.TypeError, `type '${nameOfType(ts, o)}' is not subscriptable`)
}
