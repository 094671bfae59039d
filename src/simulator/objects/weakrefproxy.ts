// Objects/weakrefobject.c, the second half: proxies, weak references that behave like their object in everything but
// hashing. Each operation holds the object for as long as it lasts.

import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject, hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, INCREF, newref, slotsOf } from '../heap/refcount.ts'
import type { BinaryFunc, Borrowed, Owned, TypeSlots, UnaryFunc, Vectorcall } from '../heap/typeslots.ts'
import { isProxy } from '../heap/weakreflist.ts'
import { fill } from '../profiles/index.ts'
import {
  OPERATORS,
  PyIter_Next,
  PyNumber_BinaryOp,
  PyNumber_Divmod,
  PyNumber_Index,
  PyNumber_Power,
  PyNumber_Unary,
  PyObject_GetItem,
  PyObject_GetIter,
  PyObject_SetItem,
  PyObject_Size,
  PySequence_Contains,
} from './abstract.ts'
import { PyObject_Vectorcall } from './call.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'
import { PyNumber_Float } from './floatobject.ts'
import { PyNumber_Long } from './longnumber.ts'
import {
  type MethodSpec,
  PyObject_GetAttr,
  PyObject_IsTrue,
  PyObject_RichCompare,
  PyObject_SetAttr,
  PyObject_Str,
  type TypeSpec,
  typeName,
} from './object.ts'
import { callAttribute } from './slotcalls.ts'
import { pointer } from './typenames.ts'
import { newStr } from './unicodeobject.ts'
import {
  clear_weakref,
  init_weakref,
  insert,
  listOrError,
  PyWeakref_GET_OBJECT,
  sharedProxy,
  WEAKREF_SIZE,
  weakref_traverse,
} from './weakrefobject.ts'

/** PyWeakref_NewProxy: without callback (0) the object's shared one. */
export function PyWeakref_NewProxy(ts: ThreadState, o: Borrowed, callback: Borrowed): Owned {
  const list = listOrError(ts, o)
  if (list === 0) return 0
  const shared = callback === 0 ? sharedProxy(ts, list) : 0
  if (shared !== 0) return newref(ts, shared)
  const type = slotsOf(ts, o).tp_call ? ts.types.weakcallableproxy : ts.types.weakproxy
  const proxy = allocate(ts, type, WEAKREF_SIZE)
  if (proxy === 0) return PyErr_NoMemory(ts)
  init_weakref(ts, proxy, o, callback)
  track(ts.mem, proxy)
  insert(ts, proxy, list)
  return proxy
}

/** The object behind a proxy, borrowed, or the argument itself; 0 with ReferenceError when it is gone. */
function unwrap(ts: ThreadState, o: Borrowed): Borrowed {
  if (!isProxy(ts, o)) return o
  const target = PyWeakref_GET_OBJECT(ts, o)
  if (target !== 0) return target
  return PyErr_Format(ts, ts.exc.ReferenceError, 'weakly-referenced object no longer exists')
}

/** Runs an operation on what stands behind each operand, all held meanwhile. `failure` where one is gone. */
function through<R>(ts: ThreadState, operands: readonly Borrowed[], failure: R, run: (targets: Borrowed[]) => R): R {
  const targets: Borrowed[] = []
  for (const operand of operands) {
    const target = operand === 0 ? 0 : unwrap(ts, operand)
    if (target === 0 && operand !== 0) return failure
    targets.push(target)
  }
  const mark = holdMark(ts)
  for (const target of targets) {
    if (target === 0) continue
    INCREF(ts, target)
    hold(ts, target)
  }
  const result = run(targets)
  release(ts, mark)
  for (const target of targets) if (target !== 0) DECREF(ts, target)
  return result
}

function unary(run: UnaryFunc): UnaryFunc {
  return (ts, proxy) => through(ts, [proxy], 0, ([o]) => run(ts, o))
}

function binary(run: BinaryFunc): BinaryFunc {
  return (ts, v, w) => through(ts, [v, w], 0, ([a, b]) => run(ts, a, b))
}

/** Calls a method that no slot stands for. */
function special(name: string): MethodSpec {
  return {
    name,
    kind: 'NOARGS',
    call: (ts, proxy) => through(ts, [proxy], 0, ([o]) => callAttribute(ts, name, o)),
  }
}

/** Every operator and its augmented form, by their place in the table. */
function operators(): TypeSlots {
  const slots: Record<string, BinaryFunc> = {}
  for (const [index, { slot, inplace }] of OPERATORS.entries()) {
    if (index === 8) continue
    slots[slot] = binary((ts, v, w) => PyNumber_BinaryOp(ts, v, w, index))
    slots[inplace] = binary((ts, v, w) => PyNumber_BinaryOp(ts, v, w, index + OPERATORS.length))
  }
  return slots
}

function proxy_repr(ts: ThreadState, proxy: Borrowed): Owned {
  const o = PyWeakref_GET_OBJECT(ts, proxy)
  const { proxyRepr, deadProxyRepr } = ts.profile.messages
  if (o === 0) return newStr(ts, fill(deadProxyRepr, pointer(proxy), pointer(ts.none)))
  return newStr(ts, fill(proxyRepr, pointer(proxy), typeName(ts, o), pointer(o)))
}

function proxy_setattr(ts: ThreadState, proxy: Borrowed, name: Borrowed, value: Borrowed): number {
  return through(ts, [proxy], -1, ([o]) => PyObject_SetAttr(ts, o, name, value))
}

function proxy_iternext(ts: ThreadState, proxy: Borrowed): Owned {
  return through(ts, [proxy], 0, ([o]) => {
    if (slotsOf(ts, o).tp_iternext) return PyIter_Next(ts, o)
    const message = `Weakref proxy referenced a non-iterator '${typeName(ts, o)}' object`
    return PyErr_Format(ts, ts.exc.TypeError, message)
  })
}

const proxy_call: Vectorcall = (ts, proxy, argv, nargs, kwnames) =>
  through(ts, [proxy], 0, ([o]) => PyObject_Vectorcall(ts, o, argv, nargs, kwnames))

const SLOTS: TypeSlots = {
  ...operators(),
  tp_dealloc(ts, proxy) {
    untrack(ts.mem, proxy)
    clear_weakref(ts, proxy)
    freeObject(ts, proxy)
  },
  tp_traverse: weakref_traverse,
  tp_clear: clear_weakref,
  tp_repr: proxy_repr,
  tp_str: unary(PyObject_Str),
  tp_hash: null,
  tp_getattro: binary(PyObject_GetAttr),
  tp_setattro: proxy_setattr,
  tp_richcompare(ts, v, w, op) {
    if (ts.profile.containers.proxyComparisonHolds)
      return through(ts, [v, w], 0, ([a, b]) => PyObject_RichCompare(ts, a, b, op))
    const a = unwrap(ts, v)
    const b = a === 0 ? 0 : unwrap(ts, w)
    return b === 0 ? 0 : PyObject_RichCompare(ts, a, b, op)
  },
  tp_iter: unary(PyObject_GetIter),
  tp_iternext: proxy_iternext,
  nb_divmod: binary(PyNumber_Divmod),
  nb_power: (ts, v, w, z) => through(ts, [v, w, z], 0, ([a, b, c]) => PyNumber_Power(ts, a, b, c)),
  nb_inplace_power: (ts, v, w) => through(ts, [v, w], 0, ([a, b]) => PyNumber_BinaryOp(ts, a, b, 21)),
  nb_negative: unary((ts, o) => PyNumber_Unary(ts, o, 'nb_negative', 'unary -')),
  nb_positive: unary((ts, o) => PyNumber_Unary(ts, o, 'nb_positive', 'unary +')),
  nb_absolute: unary((ts, o) => PyNumber_Unary(ts, o, 'nb_absolute', 'abs()')),
  nb_invert: unary((ts, o) => PyNumber_Unary(ts, o, 'nb_invert', 'unary ~')),
  nb_int: unary(PyNumber_Long),
  nb_float: unary(PyNumber_Float),
  nb_index: unary(PyNumber_Index),
  nb_bool: (ts, proxy) => through(ts, [proxy], -1, ([o]) => PyObject_IsTrue(ts, o)),
  sq_contains: (ts, proxy, value) => through(ts, [proxy], -1, ([o]) => PySequence_Contains(ts, o, value)),
  mp_length: (ts, proxy) => through(ts, [proxy], -1, ([o]) => PyObject_Size(ts, o)),
  mp_subscript: binary(PyObject_GetItem),
  mp_ass_subscript: (ts, proxy, key, value) => through(ts, [proxy], -1, ([o]) => PyObject_SetItem(ts, o, key, value)),
}

export const _PyWeakref_ProxyType: TypeSpec = {
  name: 'weakproxy',
  tp_name: 'weakref.ProxyType',
  basicsize: WEAKREF_SIZE,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  slots: SLOTS,
  methods: [special('__bytes__'), special('__reversed__')],
}

export const _PyWeakref_CallableProxyType: TypeSpec = {
  name: 'weakcallableproxy',
  tp_name: 'weakref.CallableProxyType',
  basicsize: WEAKREF_SIZE,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  // Without the methods: bytes() of it goes by __index__, and it cannot be reversed.
  slots: { ...SLOTS, tp_call: proxy_call },
}
