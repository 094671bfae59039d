// Objects/typevarobject.c: type parameters and type aliases (3.12+): TypeVar, ParamSpec, TypeVarTuple, TypeAliasType, and
// the base Generic of classes that have type parameters.
// Left out: making them by calling their types, variance, `*Ts`, `P.args`, and what typing does with them.

import { CO_VARARGS } from '../compiler/code.ts'
import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject, hold, holdMark, release, whileOwning } from '../heap/objimpl.ts'
import { Stop, type ThreadState } from '../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE, SETREF } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import type { StaticTypes } from '../heap/statictypes.ts'
import { InterpreterFrame as F, layout, PyFunctionObject, PyObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyObject_GetItem } from './abstract.ts'
import { argAt, callNoArgs, callOneArg, PyObject_Vectorcall, pushArgs } from './call.ts'
import { codeOf } from './codeobject.ts'
import { getItemText } from './dictobject.ts'
import { PyErr_NoMemory } from './errors.ts'
import { classGetItemMethod, Py_GenericAlias } from './genericaliasobject.ts'
import { getAttributeText, PyObject_GenericGetAttr, PyObject_GenericSetAttr } from './genericattr.ts'
import { newInt } from './longobject.ts'
import { tupleArray } from './mro.ts'
import type { GetSetSpec, MethodSpec, TypeSpec } from './object.ts'
import { object_new } from './object_type.ts'
import { PyTuple_Check, PyTuple_FromArray, PyTuple_GET_SIZE } from './tupleobject.ts'
import { unionOf } from './unionobject.ts'

/** One shape for all: `evaluate` is the function that gives `value` when it is first asked for. */
const P = layout(PyObject.sizeof, [
  ['name', 'ptr'],
  ['value', 'ptr'],
  ['evaluate', 'ptr'],
  ['default_value', 'ptr'],
  ['evaluate_default', 'ptr'],
  ['type_params', 'ptr'],
  ['module', 'ptr'],
  ['constrained', 'ssize'],
])
const OWNED = ['name', 'value', 'evaluate', 'default_value', 'evaluate_default', 'type_params', 'module'] as const

/** The kinds of type parameter. */
export type ParameterKind = 'TypeVar' | 'ParamSpec' | 'TypeVarTuple'

/** A type parameter. `evaluate` (0 for none) gives its bound, or the tuple of its constraints. */
export function newTypeParameter(
  ts: ThreadState,
  kind: ParameterKind,
  name: Borrowed,
  evaluate: Borrowed,
  constrained: boolean,
): Owned {
  const o = newObject(ts, kind, name, evaluate)
  if (o !== 0) ts.mem.store(o + P.constrained, constrained ? 1 : 0)
  return o
}

/** `type Name[params] = value`. `params` may be None. */
export function newTypeAlias(ts: ThreadState, name: Borrowed, params: Borrowed, evaluate: Borrowed): Owned {
  const o = newObject(ts, 'TypeAliasType', name, evaluate)
  if (o !== 0 && PyTuple_Check(ts, params)) ts.mem.store(o + P.type_params, newref(ts, params))
  return o
}

/** INTRINSIC_SET_TYPEPARAM_DEFAULT. */
export function setTypeParameterDefault(ts: ThreadState, parameter: Borrowed, evaluate: Borrowed): void {
  SETREF(ts, parameter + P.evaluate_default, newref(ts, evaluate))
}

function newObject(ts: ThreadState, type: keyof StaticTypes, name: Borrowed, evaluate: Borrowed): Owned {
  const { mem } = ts
  const o = allocate(ts, ts.types[type], P.sizeof)
  if (o === 0) return PyErr_NoMemory(ts)
  mem.store(o + P.name, newref(ts, name))
  if (evaluate !== 0) mem.store(o + P.evaluate, newref(ts, evaluate))
  const module = getItemText(ts, mem.load(mem.load(Tstate.current_frame) + F.f_globals), '__name__')
  if (module !== 0) mem.store(o + P.module, newref(ts, module))
  track(mem, o)
  return o
}

/** The value of a lazy field, made when first asked for; `fallback` where there is nothing to make. */
function lazily(ts: ThreadState, at: number, evaluator: Borrowed, fallback: Borrowed): Owned {
  const known = ts.mem.load(at)
  if (known !== 0) return newref(ts, known)
  if (evaluator === 0) return newref(ts, fallback)
  const { co_argcount, co_flags } = codeOf(ts, ts.mem.load(evaluator + PyFunctionObject.func_code))
  let made: Owned
  if (co_argcount > 0 || co_flags & CO_VARARGS) {
    const format = newInt(ts, 1)
    made = callOneArg(ts, evaluator, format)
    DECREF(ts, format)
  } else made = callNoArgs(ts, evaluator)
  if (made !== 0) SETREF(ts, at, newref(ts, made))
  return made
}

function value(ts: ThreadState, self: Borrowed, fallback: Borrowed): Owned {
  return lazily(ts, self + P.value, ts.mem.load(self + P.evaluate), fallback)
}

function isConstrained(ts: ThreadState, self: Borrowed): boolean {
  return ts.mem.load(self + P.constrained) !== 0
}

function flag(name: string, of: (ts: ThreadState) => Borrowed): GetSetSpec {
  return { name, get: (ts) => newref(ts, of(ts)) }
}

const defaultGetSet: GetSetSpec = {
  name: '__default__',
  when: (profile) => profile.parser.typeParameterDefaults,
  get(ts, self) {
    const evaluate = ts.mem.load(self + P.evaluate_default)
    if (evaluate === 0)
      throw new Stop({ kind: 'unsupported', feature: '`__default__` of a type parameter without one' })
    return lazily(ts, self + P.default_value, evaluate, 0)
  },
}

function spec(name: keyof StaticTypes, getset: readonly GetSetSpec[], more: Partial<TypeSpec> = {}): TypeSpec {
  return {
    name,
    tp_name: `typing.${name}`,
    basicsize: P.sizeof,
    flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
    members: [
      ['__name__', P.name],
      ['__module__', P.module],
    ],
    getset,
    ...more,
    slots: {
      tp_dealloc(ts, self) {
        untrack(ts.mem, self)
        for (const field of OWNED) CLEAR(ts, self + P[field])
        freeObject(ts, self)
      },
      tp_traverse(ts, self, visit) {
        for (const field of OWNED) {
          const o = ts.mem.load(self + P[field])
          if (o !== 0) visit(o, { kind: 'field', name: field })
        }
      },
      tp_clear(ts, self) {
        for (const field of OWNED.slice(1)) CLEAR(ts, self + P[field])
      },
      tp_repr: (ts, self) => newref(ts, ts.mem.load(self + P.name)),
      tp_getattro: PyObject_GenericGetAttr,
      tp_setattro: PyObject_GenericSetAttr,
      nb_or: unionOf,
      ...more.slots,
    },
  }
}

export const typeParameterTypes: readonly TypeSpec[] = [
  spec('TypeVar', [
    {
      name: '__bound__',
      get: (ts, self) => (isConstrained(ts, self) ? newref(ts, ts.none) : value(ts, self, ts.none)),
    },
    {
      name: '__constraints__',
      get: (ts, self) => (isConstrained(ts, self) ? value(ts, self, ts.emptyTuple) : newref(ts, ts.emptyTuple)),
    },
    defaultGetSet,
    flag('__covariant__', (ts) => ts.false_),
    flag('__contravariant__', (ts) => ts.false_),
    flag('__infer_variance__', (ts) => ts.true_),
  ]),
  spec('ParamSpec', [defaultGetSet]),
  spec('TypeVarTuple', [defaultGetSet], {
    slots: {
      tp_iter() {
        throw new Stop({ kind: 'unsupported', feature: '`*Ts` of a TypeVarTuple' })
      },
    },
  }),
  spec(
    'TypeAliasType',
    [
      { name: '__value__', get: (ts, self) => value(ts, self, ts.none) },
      { name: '__type_params__', get: typeParams },
      { name: '__parameters__', get: typeParams },
    ],
    { slots: { mp_subscript: (ts, self, key) => Py_GenericAlias(ts, self, key) } },
  ),
  {
    name: 'Generic',
    tp_name: 'typing.Generic',
    basicsize: PyObject.sizeof,
    flags: ['BASETYPE'],
    slots: { tp_new: object_new },
    methods: [
      {
        ...classGetItemMethod,
        call: callsTyping('_generic_class_getitem'),
      },
      {
        name: '__init_subclass__',
        kind: 'KEYWORDS',
        binding: 'class',
        call: callsTyping('_generic_init_subclass'),
      },
    ],
  },
]

/** Something of the module typing, which is imported for that. */
function ofTyping(ts: ThreadState, name: string): Owned {
  const module = ts.importModule('typing')
  const found = module === 0 ? 0 : getAttributeText(ts, module, name)
  if (module !== 0) DECREF(ts, module)
  return found
}

/** call_typing_func_object: what a function of typing makes of these arguments. */
function callTyping(ts: ThreadState, name: string, args: readonly Borrowed[], kwnames: Borrowed = 0): Owned {
  const func = ofTyping(ts, name)
  if (func === 0) return 0
  const mark = holdMark(ts)
  hold(ts, func)
  const argv = pushArgs(ts, args)
  const positional = args.length - (kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames))
  const result = argv < 0 ? 0 : PyObject_Vectorcall(ts, func, argv, positional, kwnames)
  release(ts, mark)
  DECREF(ts, func)
  return result
}

/** A method of Generic: typing's function of that name, with the class before the arguments. */
function callsTyping(name: string): MethodSpec['call'] {
  return (ts, type, argv, nargs, kwnames) => {
    const n = nargs + (kwnames === 0 ? 0 : PyTuple_GET_SIZE(ts, kwnames))
    return callTyping(ts, name, [type, ...Array.from({ length: n }, (_, i) => argAt(ts, argv, i))], kwnames)
  }
}

function typeParams(ts: ThreadState, self: Borrowed): Owned {
  return newref(ts, ts.mem.load(self + P.type_params) || ts.emptyTuple)
}

/** INTRINSIC_SUBSCRIPT_GENERIC: `Generic[T, ...]`, the base that a class with type parameters gets. */
export function subscriptGeneric(ts: ThreadState, params: Borrowed): Owned {
  const unpacked = unpackTypeVarTuples(ts, params)
  if (unpacked === 0) return 0
  const result = whileOwning(ts, unpacked, () => callTyping(ts, '_GenericAlias', [ts.types.Generic, unpacked]))
  return result
}

/** unpack_typevartuples: `*Ts` stands among the parameters as `Unpack[Ts]`. A new reference to the tuple where there is none. */
function unpackTypeVarTuples(ts: ThreadState, params: Borrowed): Owned {
  const items = tupleArray(ts, params)
  if (!items.some((item) => Py_TYPE(ts, item) === ts.types.TypeVarTuple)) return newref(ts, params)
  const made: Owned[] = []
  const mark = holdMark(ts)
  for (const item of items) {
    const unpacked = Py_TYPE(ts, item) === ts.types.TypeVarTuple ? unpack(ts, item) : newref(ts, item)
    if (unpacked === 0) break
    hold(ts, unpacked)
    made.push(unpacked)
  }
  release(ts, mark)
  if (made.length === items.length) return PyTuple_FromArray(ts, made)
  for (const o of made) DECREF(ts, o)
  return 0
}

/** `typing.Unpack[self]`. */
function unpack(ts: ThreadState, self: Borrowed): Owned {
  const form = ofTyping(ts, 'Unpack')
  if (form === 0) return 0
  const result = whileOwning(ts, form, () => PyObject_GetItem(ts, form, self))
  return result
}
