// Objects/genobject.c: the generator: what it is made of, how it dies, and its methods and attributes. What it shares with
// coroutines and asynchronous generators is exported; running it is in gensend.ts, closing it in genclose.ts.

import { CO_ASYNC_GENERATOR, CO_COROUTINE } from '../compiler/code.ts'
import { track, untrack } from '../heap/gchead.ts'
import { allocate, freeObject } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { CLEAR, INCREF, newref, SETREF } from '../heap/refcount.ts'
import { CELL } from '../heap/stackref.ts'
import { InterpreterFrame as F, PyGenObject as G, PyFunctionObject } from '../heap/structs.ts'
import type { Borrowed, Owned, TypeSlots } from '../heap/typeslots.ts'
import { newBool } from './boolobject.ts'
import { argAt } from './call.ts'
import { codeOf } from './codeobject.ts'
import { PyErr_Format, PyErr_NoMemory } from './errors.ts'
import { visitFrame } from './frameobject.ts'
import { _gen_throw, _PyGen_Finalize, _PyGen_yf, gen_clear_frame, gen_close } from './genclose.ts'
import { PyObject_GenericGetAttr } from './genericattr.ts'
import {
  FRAME_CLEARED,
  FRAME_COMPLETED,
  FRAME_CREATED,
  FRAME_EXECUTING,
  FRAME_SUSPENDED,
  frameOf,
  frameState,
  gen_iternext,
  gen_send_ex,
  generatorCode,
  setFrameState,
} from './gensend.ts'
import { type GetSetSpec, type MethodSpec, PyUnicode_Check, type TypeSpec } from './object.ts'
import { PyObject_CallFinalizerFromDealloc } from './subtype.ts'
import { pointer } from './typenames.ts'
import { newStr, textOf } from './unicodeobject.ts'
import { internStr } from './unicodestorage.ts'
import { warn } from './warnings.ts'

/**
 * _Py_MakeCoro: the generator, coroutine or asynchronous generator a function's code asks for, without its frame, which
 * the caller moves to `frameOf`. 0 with MemoryError.
 */
export function _Py_MakeCoro(ts: ThreadState, func: Borrowed): Owned {
  const { mem } = ts
  const code = codeOf(ts, mem.load(func + PyFunctionObject.func_code))
  let type = ts.types.generator
  if (code.co_flags & CO_COROUTINE) type = ts.types.coroutine
  else if (code.co_flags & CO_ASYNC_GENERATOR) type = ts.types.async_generator
  const cells = code.co_localsplusnames.length + code.co_stacksize
  const gen = allocate(ts, type, ts.profile.layout.generator + cells * CELL)
  if (gen === 0) return PyErr_NoMemory(ts)
  mem.store(gen + G.gi_name, newref(ts, mem.load(func + PyFunctionObject.func_name)))
  mem.store(gen + G.gi_qualname, newref(ts, mem.load(func + PyFunctionObject.func_qualname)))
  if (ts.profile.generators.holdsCode)
    mem.store(gen + G.gi_code, newref(ts, mem.load(func + PyFunctionObject.func_code)))
  setFrameState(ts, gen, FRAME_CLEARED)
  track(mem, gen)
  return gen
}

/** What all three kinds do alike. `field` is how the collector's edges name the parts. */
export const generatorSlots: TypeSlots = {
  tp_dealloc(ts, self) {
    const { mem } = ts
    untrack(mem, self)
    if (mem.load(self + G.gi_weakreflist) !== 0) ts.clearWeakRefs(self)
    track(mem, self)
    if (PyObject_CallFinalizerFromDealloc(ts, self) < 0) return
    untrack(mem, self)
    CLEAR(ts, self + G.gi_origin_or_finalizer)
    gen_clear_frame(ts, self)
    CLEAR(ts, self + G.exc_value)
    CLEAR(ts, frameOf(self) + F.f_executable)
    CLEAR(ts, self + G.gi_name)
    CLEAR(ts, self + G.gi_qualname)
    freeObject(ts, self)
  },
  tp_traverse(ts, self, visit) {
    const field = (offset: number, name: string) => {
      const o = ts.mem.load(self + offset)
      if (o !== 0) visit(o, { kind: 'field', name })
    }
    field(G.gi_code, 'gi_code')
    const { holdsCode, codeLeftIsVisited } = ts.profile.generators
    const codeIsLeft = codeLeftIsVisited && frameState(ts, self) === FRAME_CLEARED
    if (codeIsLeft && holdsCode) field(G.sizeof + F.f_executable, 'gi_code')
    field(G.gi_name, '__name__')
    field(G.gi_qualname, '__qualname__')
    field(G.gi_origin_or_finalizer, 'origin')
    const state = frameState(ts, self)
    const seen = state !== FRAME_EXECUTING || ts.profile.generators.traversedWhileRunning
    if (state < FRAME_CLEARED && seen) visitFrame(ts, frameOf(self), visit)
    if (codeIsLeft && !holdsCode) field(G.sizeof + F.f_executable, 'gi_code')
    field(G.exc_value, 'exc_value')
  },
  tp_finalize: _PyGen_Finalize,
  tp_repr: (ts, self) =>
    newStr(ts, `<${reprName(ts, self)} object ${textOf(ts, ts.mem.load(self + G.gi_qualname))} at ${pointer(self)}>`),
  tp_getattro: PyObject_GenericGetAttr,
  sizeof(ts, self) {
    const code = generatorCode(ts, self)
    return ts.profile.layout.generator + (code.co_localsplusnames.length + code.co_stacksize) * CELL
  },
}

function reprName(ts: ThreadState, self: Borrowed): string {
  const type = ts.mem.load(self + 8)
  if (type === ts.types.coroutine) return 'coroutine'
  return type === ts.types.async_generator ? 'async_generator' : 'generator'
}

/** `send`, `throw` and `close`. */
export const generatorMethods: readonly MethodSpec[] = [
  { name: 'send', kind: 'O', call: (ts, self, argv) => gen_send_ex(ts, self, argAt(ts, argv, 0), false, false) },
  {
    name: 'throw',
    kind: 'FASTCALL',
    min: 1,
    max: 3,
    call: (ts, self, argv, nargs) => {
      const [type, value, tb] = [0, 1, 2].map((i) => (i < nargs ? argAt(ts, argv, i) : 0))
      if (nargs > 1 && ts.profile.coroutines.throwWarns)
        warn(
          ts,
          ts.exc.DeprecationWarning,
          'the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.',
        )
      return _gen_throw(ts, self, true, type, value, tb)
    },
  },
  { name: 'close', kind: 'NOARGS', call: gen_close },
]

function nameAttribute(name: string, offset: number): GetSetSpec {
  return {
    name,
    get: (ts, self) => newref(ts, ts.mem.load(self + offset)),
    set(ts, self, value) {
      if (value === 0 || !PyUnicode_Check(ts, value)) {
        PyErr_Format(ts, ts.exc.TypeError, `${name} must be set to a string object`)
        return -1
      }
      INCREF(ts, value)
      SETREF(ts, self + offset, value)
      return 0
    },
  }
}

/** `__name__`, `__qualname__` and the attributes that begin with `gi_`, `cr_` or `ag_`; `waiting` names what it waits for. */
export function generatorAttributes(prefix: 'gi' | 'cr' | 'ag', waiting: string): GetSetSpec[] {
  return [
    nameAttribute('__name__', G.gi_name),
    nameAttribute('__qualname__', G.gi_qualname),
    { name: waiting, get: (ts, self) => newref(ts, _PyGen_yf(ts, self) || ts.none) },
    { name: `${prefix}_running`, get: (ts, self) => newBool(ts, frameState(ts, self) === FRAME_EXECUTING) },
    { name: `${prefix}_suspended`, get: (ts, self) => newBool(ts, frameState(ts, self) === FRAME_SUSPENDED) },
    { name: `${prefix}_frame`, get: getFrame },
    { name: `${prefix}_code`, get: (ts, self) => newref(ts, ts.mem.load(frameOf(self) + F.f_executable)) },
    { name: `${prefix}_state`, get: (ts, self) => internStr(ts, `${STATES[prefix]}_${stateName(ts, self)}`) },
  ]
}

const STATES = { gi: 'GEN', cr: 'CORO', ag: 'AGEN' } as const

function stateName(ts: ThreadState, gen: Borrowed): string {
  const now = frameState(ts, gen)
  if (now >= FRAME_COMPLETED) return 'CLOSED'
  return now === FRAME_CREATED ? 'CREATED' : now === FRAME_SUSPENDED ? 'SUSPENDED' : 'RUNNING'
}

function getFrame(ts: ThreadState, self: Borrowed): Owned {
  if (frameState(ts, self) >= FRAME_COMPLETED) return newref(ts, ts.none)
  const frame = ts.getFrameObject(frameOf(self))
  return frame === 0 ? 0 : newref(ts, frame)
}

/** Whether a generator has not been started. */
export function isUnstarted(ts: ThreadState, gen: Borrowed): boolean {
  return frameState(ts, gen) === FRAME_CREATED
}

export const PyGen_Type: TypeSpec = {
  name: 'generator',
  basicsize: (profile) => profile.layout.generator,
  itemsize: CELL,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  weaklistoffset: G.gi_weakreflist,
  slots: { ...generatorSlots, tp_iter: newref, tp_iternext: gen_iternext },
  methods: generatorMethods,
  getset: generatorAttributes('gi', 'gi_yieldfrom'),
}
