// Objects/descrobject.c: what stands in the dicts of native types, so that their methods, slots and fields have names.
// mappingproxy is in mappingproxy.ts, property in property.ts.

import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, INCREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { PyDescrObject as D, layout, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned, TypeSlots, Visit } from '../heap/typeslots.ts'
import { argAt } from './call.ts'
import { type DescrPayload, type MemberSpec, payloadOf, type SlotDef, type SlotFunction } from './descriptors.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'
import { callNative, newCFunction, registerNative } from './methodobject.ts'
import {
  type GetSetSpec,
  type MethodSpec,
  nameOfType,
  Py_EQ,
  Py_NE,
  PyObject_TypeCheck,
  PyType_IsSubtype,
  type TypeSpec,
  typeName,
} from './object.ts'
import { type PackedArguments, packArguments, unpackArguments, withoutFirst } from './packing.ts'
import { _Py_HashPointer, setBigHash, wholeHash } from './pyhash.ts'
import { refusedAttribute } from './refused.ts'
import { wrapperAccepts } from './slotwrappers.ts'
import { PyMember_GetOne, PyMember_SetOne } from './structmember.ts'
import { PyTuple_GET_SIZE } from './tupleobject.ts'
import { pointer, typeQualname } from './typenames.ts'
import { internStr, newStr, textOf } from './unicodeobject.ts'

/** `(1).__add__`: a wrapper_descriptor with its object. */
const WrapperObject = layout(PyObject.sizeof, [
  ['descr', 'ptr'],
  ['self', 'ptr'],
])

/** A method of a native type. */
export function PyDescr_NewMethod(ts: ThreadState, type: Borrowed, spec: MethodSpec): Owned {
  const payload: DescrPayload = { kind: 'method', spec, native: registerNative(ts, spec) }
  return newDescr(ts, ts.types.method_descriptor, type, spec.name, payload)
}

/** A class method of a native type. */
export function PyDescr_NewClassMethod(ts: ThreadState, type: Borrowed, spec: MethodSpec): Owned {
  const payload: DescrPayload = { kind: 'method', spec, native: registerNative(ts, spec) }
  return newDescr(ts, ts.types.classmethod_descriptor, type, spec.name, payload)
}

/** A slot of a native type under its special name. */
export function PyDescr_NewWrapper(ts: ThreadState, type: Borrowed, def: SlotDef, wrapped: SlotFunction): Owned {
  return newDescr(ts, ts.types.wrapper_descriptor, type, def.name, { kind: 'wrapper', def, wrapped })
}

/** A computed attribute. */
export function PyDescr_NewGetSet(ts: ThreadState, type: Borrowed, spec: GetSetSpec): Owned {
  return newDescr(ts, ts.types.getset_descriptor, type, spec.name, { kind: 'getset', spec })
}

/** A field, such as one of `__slots__`. */
export function PyDescr_NewMember(ts: ThreadState, type: Borrowed, spec: MemberSpec): Owned {
  return newDescr(ts, ts.types.member_descriptor, type, spec.name, { kind: 'member', spec })
}

/** `__name__` of a descriptor. */
export function descrName(ts: ThreadState, descr: Borrowed): string {
  return textOf(ts, ts.mem.load(descr + D.d_name))
}

function newDescr(ts: ThreadState, kind: Borrowed, type: Borrowed, name: string, payload: DescrPayload): Owned {
  const descr = allocate(ts, kind, ts.mem.load(kind + 32))
  if (descr === 0) return PyErr_NoMemory(ts)
  INCREF(ts, type)
  ts.mem.store(descr + D.d_type, type)
  ts.mem.store(descr + D.d_name, internStr(ts, name))
  ts.mem.store(descr + D.d_payload, ts.descriptors.push(payload) - 1)
  track(ts.mem, descr)
  return descr
}

function descr_dealloc(ts: ThreadState, self: number): void {
  untrack(ts.mem, self)
  CLEAR(ts, self + D.d_type)
  CLEAR(ts, self + D.d_name)
  CLEAR(ts, self + D.d_qualname)
  freeObject(ts, self)
}

function descr_traverse(ts: ThreadState, self: Borrowed, visit: Visit): void {
  const type = ts.mem.load(self + D.d_type)
  if (type !== 0) visit(type, { kind: 'field', name: '__objclass__' })
}

/** descr_check: the object must be an instance of the descriptor's type. */
function accepts(ts: ThreadState, descr: Borrowed, obj: Borrowed): boolean {
  const type = ts.mem.load(descr + D.d_type)
  if (PyObject_TypeCheck(ts, obj, type)) return true
  PyErr_Format(
    ts,
    ts.exc.TypeError,
    `descriptor '${descrName(ts, descr)}' for '${nameOfType(ts, type)}' objects doesn't apply to a '${typeName(ts, obj)}' object`,
  )
  return false
}

function repr(what: string) {
  return (ts: ThreadState, self: Borrowed): Owned => {
    const type = ts.mem.load(self + D.d_type)
    return newStr(ts, `<${what} '${descrName(ts, self)}' of '${nameOfType(ts, type)}' objects>`)
  }
}

const COMMON: readonly GetSetSpec[] = [
  { name: '__objclass__', get: (ts, self) => newref(ts, ts.mem.load(self + D.d_type)) },
  { name: '__name__', get: (ts, self) => newref(ts, ts.mem.load(self + D.d_name)) },
  {
    name: '__doc__',
    get(ts, self) {
      const payload = payloadOf(ts, self)
      const doc = payload.kind === 'method' ? payload.spec.doc : undefined
      return doc === undefined ? newref(ts, ts.none) : newStr(ts, doc)
    },
  },
  { name: '__qualname__', get: (ts, self) => newStr(ts, descrQualname(ts, self)) },
]

/** `list.append`. */
export function descrQualname(ts: ThreadState, descr: Borrowed): string {
  return `${typeQualname(ts, ts.mem.load(descr + D.d_type))}.${descrName(ts, descr)}`
}

function spec(name: TypeSpec['name'], basicsize: number, slots: TypeSlots, flags: TypeSpec['flags'] = []): TypeSpec {
  return {
    name,
    basicsize,
    flags: ['HAVE_GC', ...flags],
    slots: {
      tp_dealloc: descr_dealloc,
      tp_traverse: descr_traverse,
      ...slots,
    },
    getset: slots.tp_call ? [...COMMON, refusedAttribute(name, '__text_signature__')] : COMMON,
  }
}

function method_get(ts: ThreadState, self: Borrowed, obj: Borrowed): Owned {
  if (obj === 0) return newref(ts, self)
  if (!accepts(ts, self, obj)) return 0
  const payload = payloadOf(ts, self)
  return payload.kind === 'method' ? newCFunction(ts, payload.native, obj, 0) : 0
}

export const PyMethodDescr_Type: TypeSpec = spec(
  'method_descriptor',
  D.sizeof,
  {
    tp_repr: repr('method'),
    tp_descr_get: method_get,
    tp_call(ts, self, argv, nargs, kwnames) {
      const payload = payloadOf(ts, self)
      if (payload.kind !== 'method') return 0
      if (nargs < 1)
        return PyErr_Format(ts, ts.exc.TypeError, `unbound method ${descrQualname(ts, self)}() needs an argument`)
      const obj = argAt(ts, argv, 0)
      if (!accepts(ts, self, obj)) return 0
      return callNative(ts, payload.spec, obj, argv + 8, nargs - 1, kwnames, () => descrQualname(ts, self))
    },
  },
  ['METHOD_DESCRIPTOR', 'HAVE_VECTORCALL'],
)

export const PyClassMethodDescr_Type: TypeSpec = spec('classmethod_descriptor', D.sizeof, {
  tp_repr: repr('method'),
  tp_descr_get(ts, self, obj, type) {
    const owner = ts.mem.load(self + D.d_type)
    const cls = type === 0 ? (obj === 0 ? 0 : Py_TYPE(ts, obj)) : type
    if (cls === 0 || !PyType_IsSubtype(ts, cls, owner))
      return PyErr_Format(
        ts,
        ts.exc.TypeError,
        `descriptor '${descrName(ts, self)}' for type '${nameOfType(ts, owner)}' ${
          cls === 0 ? 'needs either an object or a type' : `doesn't apply to type '${nameOfType(ts, cls)}'`
        }`,
      )
    const payload = payloadOf(ts, self)
    return payload.kind === 'method' ? newCFunction(ts, payload.native, cls, 0) : 0
  },
  tp_call(ts, self, argv, nargs, kwnames) {
    const payload = payloadOf(ts, self)
    if (payload.kind !== 'method' || nargs < 1)
      return PyErr_Format(
        ts,
        ts.exc.TypeError,
        `descriptor '${descrName(ts, self)}' of '${nameOfType(ts, ts.mem.load(self + D.d_type))}' object needs an argument`,
      )
    const cls = argAt(ts, argv, 0)
    return callNative(ts, payload.spec, cls, argv + 8, nargs - 1, kwnames, () => descrQualname(ts, self))
  },
})

export const PyWrapperDescr_Type: TypeSpec = spec(
  'wrapper_descriptor',
  D.sizeof,
  {
    tp_repr: (ts, self) =>
      newStr(
        ts,
        `<slot wrapper '${descrName(ts, self)}' of '${nameOfType(ts, ts.mem.load(self + D.d_type))}' objects>`,
      ),
    tp_descr_get(ts, self, obj) {
      if (obj === 0) return newref(ts, self)
      if (!accepts(ts, self, obj)) return 0
      const wrapper = allocate(ts, ts.types.method_wrapper, WrapperObject.sizeof)
      if (wrapper === 0) return PyErr_NoMemory(ts)
      ts.mem.store(wrapper + WrapperObject.descr, newref(ts, self))
      ts.mem.store(wrapper + WrapperObject.self, newref(ts, obj))
      track(ts.mem, wrapper)
      return wrapper
    },
    tp_call(ts, self, argv, nargs, kwnames) {
      const type = ts.mem.load(self + D.d_type)
      const name = descrName(ts, self)
      if (nargs < 1)
        return PyErr_Format(
          ts,
          ts.exc.TypeError,
          `descriptor '${name}' of '${nameOfType(ts, type)}' object needs an argument`,
        )
      const obj = argAt(ts, argv, 0)
      if (!wrapperAccepts(ts, type, name, obj)) return 0
      // wrapperdescr_call: what follows the object is sliced off, which holds it once more.
      const all = packArguments(ts, argv, nargs, kwnames)
      if (all === null) return 0
      const result = callWrapper(ts, self, obj, withoutFirst(ts, all))
      unpackArguments(ts, all)
      return result
    },
  },
  ['METHOD_DESCRIPTOR'],
)

/** Calls what a wrapper stands for; what is called so gets its arguments in a tuple. */
function callWrapper(ts: ThreadState, descr: Borrowed, self: Borrowed, all: PackedArguments | null): Owned {
  if (all === null) return 0
  const { def, wrapped } = payloadOf(ts, descr) as Extract<DescrPayload, { kind: 'wrapper' }>
  const { argv, nargs, kwnames } = all
  let result: Owned = 0
  if (def.wrapper !== null && (def.keywords || kwnames === 0 || PyTuple_GET_SIZE(ts, kwnames) === 0))
    result = def.wrapper(ts, self, argv, nargs, kwnames, wrapped)
  else if (def.wrapper !== null) PyErr_Format(ts, ts.exc.TypeError, `wrapper ${def.name}() takes no keyword arguments`)
  unpackArguments(ts, all)
  return result
}

export const _PyMethodWrapper_Type: TypeSpec = {
  name: 'method_wrapper',
  tp_name: 'method-wrapper',
  basicsize: WrapperObject.sizeof,
  flags: ['HAVE_GC'],
  slots: {
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      CLEAR(ts, self + WrapperObject.descr)
      CLEAR(ts, self + WrapperObject.self)
      freeObject(ts, self)
    },
    tp_traverse(ts, self, visit) {
      visit(ts.mem.load(self + WrapperObject.descr), { kind: 'field', name: '__func__' })
      visit(ts.mem.load(self + WrapperObject.self), { kind: 'field', name: '__self__' })
    },
    tp_repr(ts, self) {
      const obj = ts.mem.load(self + WrapperObject.self)
      const name = descrName(ts, ts.mem.load(self + WrapperObject.descr))
      return newStr(ts, `<method-wrapper '${name}' of ${typeName(ts, obj)} object at ${pointer(obj)}>`)
    },
    tp_hash(ts, self) {
      const a = wholeHash(ts, _Py_HashPointer(ts, ts.mem.load(self + WrapperObject.self)))
      const b = wholeHash(ts, _Py_HashPointer(ts, ts.mem.load(self + WrapperObject.descr)))
      return setBigHash(ts, a ^ b)
    },
    tp_richcompare(ts, self, other, op) {
      if ((op !== Py_EQ && op !== Py_NE) || Py_TYPE(ts, other) !== Py_TYPE(ts, self))
        return newref(ts, ts.notImplemented)
      const same =
        ts.mem.load(self + WrapperObject.descr) === ts.mem.load(other + WrapperObject.descr) &&
        ts.mem.load(self + WrapperObject.self) === ts.mem.load(other + WrapperObject.self)
      return newref(ts, same === (op === Py_EQ) ? ts.true_ : ts.false_)
    },
    tp_call(ts, self, argv, nargs, kwnames) {
      const descr = ts.mem.load(self + WrapperObject.descr)
      const all = packArguments(ts, argv, nargs, kwnames)
      return callWrapper(ts, descr, ts.mem.load(self + WrapperObject.self), all)
    },
  },
  getset: [
    { name: '__self__', get: (ts, self) => newref(ts, ts.mem.load(self + WrapperObject.self)) },
    {
      name: '__objclass__',
      get: (ts, self) => newref(ts, ts.mem.load(ts.mem.load(self + WrapperObject.descr) + D.d_type)),
    },
    {
      name: '__name__',
      get: (ts, self) => newref(ts, ts.mem.load(ts.mem.load(self + WrapperObject.descr) + D.d_name)),
    },
    {
      name: '__qualname__',
      get: (ts, self) => newStr(ts, descrQualname(ts, ts.mem.load(self + WrapperObject.descr))),
    },
    { name: '__doc__', get: (ts) => newref(ts, ts.none) },
    refusedAttribute('method-wrapper', '__text_signature__'),
  ],
}

function notWritable(ts: ThreadState, self: Borrowed): number {
  const type = nameOfType(ts, ts.mem.load(self + D.d_type))
  PyErr_Format(ts, ts.exc.AttributeError, `attribute '${descrName(ts, self)}' of '${type}' objects is not writable`)
  return -1
}

export const PyGetSetDescr_Type: TypeSpec = spec('getset_descriptor', D.d_payload + 8, {
  tp_repr(ts, self) {
    // The descriptors that all classes share (3.15) belong to no class in particular.
    const payload = payloadOf(ts, self)
    if (payload.kind === 'getset' && payload.spec.shared) return newStr(ts, `<attribute '${payload.spec.name}'>`)
    return repr('attribute')(ts, self)
  },
  tp_descr_get(ts, self, obj) {
    if (obj === 0) return newref(ts, self)
    if (!accepts(ts, self, obj)) return 0
    const payload = payloadOf(ts, self)
    return payload.kind === 'getset' ? payload.spec.get(ts, obj) : 0
  },
  tp_descr_set(ts, self, obj, value) {
    if (!accepts(ts, self, obj)) return -1
    const payload = payloadOf(ts, self)
    if (payload.kind === 'getset' && payload.spec.set) return payload.spec.set(ts, obj, value)
    return notWritable(ts, self)
  },
})

export const PyMemberDescr_Type: TypeSpec = spec('member_descriptor', D.d_payload + 8, {
  tp_repr: repr('member'),
  tp_descr_get(ts, self, obj) {
    if (obj === 0) return newref(ts, self)
    if (!accepts(ts, self, obj)) return 0
    const payload = payloadOf(ts, self)
    return payload.kind === 'member' ? PyMember_GetOne(ts, obj, payload.spec) : 0
  },
  tp_descr_set(ts, self, obj, value) {
    if (!accepts(ts, self, obj)) return -1
    const payload = payloadOf(ts, self)
    return payload.kind === 'member' ? PyMember_SetOne(ts, obj, payload.spec, value) : -1
  },
})
