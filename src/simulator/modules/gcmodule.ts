// Modules/gcmodule.c: what Python can ask of the collector and tell it.
// NOT CPYTHON: `duration` (3.15) is always 0: the simulator has no clock.

import { collect, GEN_HEAD, NUM_GENERATIONS } from '../heap/gc.ts'
import { DEBUG_COLLECTABLE, DEBUG_SAVEALL, DEBUG_STATS } from '../heap/gcdebug.ts'
import { FROM_GC, isTracked, listMerge, listSize, PREV_MASK_FINALIZED } from '../heap/gchead.ts'
import { setSpace } from '../heap/gcincremental.ts'
import { PyObject_IS_GC, traverse } from '../heap/gcrefs.ts'
import { hold, holdMark, release } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, INCREF, newref } from '../heap/refcount.ts'
import { GcState } from '../heap/runtime.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { PyNumber_Index } from '../objects/abstract.ts'
import { newBool } from '../objects/boolobject.ts'
import { argAt, callArgs, parseKeywords } from '../objects/call.ts'
import { asInt } from '../objects/cint.ts'
import { PyDict_New, setItemText } from '../objects/dictobject.ts'
import { PyErr_Clear, PyErr_Format, PyErr_Occurred } from '../objects/errors.ts'
import { newFloat } from '../objects/floatobject.ts'
import { newList, PyList_Append, PyList_GET_ITEM, PyList_GET_SIZE } from '../objects/listobject.ts'
import { newInt } from '../objects/longobject.ts'
import { PyModule_GetDict } from '../objects/moduleobject.ts'
import { type MethodSpec, typeName } from '../objects/object.ts'
import { withPackedArgs } from '../objects/packargs.ts'
import { packedTuple } from '../objects/packing.ts'
import { write } from '../objects/textio.ts'
import { Py_BuildTuple } from '../objects/tupleobject.ts'
import { newStr } from '../objects/unicodeobject.ts'
import type { ModuleSpec } from './module.ts'

const DEBUG = { DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE: 4, DEBUG_SAVEALL, DEBUG_LEAK: 38 } as const

const none = (ts: ThreadState): Owned => newref(ts, ts.none)

function ints(ts: ThreadState, values: readonly number[]): Owned {
  const items = values.map((value) => newInt(ts, value))
  return items.includes(0) ? 0 : Py_BuildTuple(ts, items)
}

function perGeneration(ts: ThreadState, field: number): number[] {
  return [0, 1, 2].map((generation) => ts.mem.load(GEN_HEAD(generation) + field - GcState.generation0))
}

/** The incremental collector has a young and an old generation, which lies in two lists. */
function gc_get_count(ts: ThreadState): Owned {
  const [young, first, second] = perGeneration(ts, GcState.generation0_count)
  if (!ts.profile.gc.incremental) return ints(ts, [young, first, second])
  return ints(ts, [young, ts.mem.load(GcState.visited_space) === 0 ? first : second, 0])
}

function gc_get_threshold(ts: ThreadState): Owned {
  const [first, second, third] = perGeneration(ts, GcState.generation0_threshold)
  return ints(ts, [first, second, ts.profile.gc.incremental ? 0 : third])
}

function gc_set_threshold(ts: ThreadState, _module: Borrowed, argv: number, nargs: number): Owned {
  if (nargs < 1 || nargs > 3) {
    const bound = nargs < 1 ? 'at least 1 argument' : 'at most 3 arguments'
    return PyErr_Format(
      ts,
      ts.exc.TypeError,
      ts.profile.gc.thresholdArguments === 'requires'
        ? 'gc.set_threshold requires 1 to 3 arguments'
        : `set_threshold() takes ${bound} (${nargs} given)`,
    )
  }
  const values: number[] = []
  for (let i = 0; i < nargs; i++) {
    const value = asInt(ts, argAt(ts, argv, i))
    if (value === -1 && PyErr_Occurred(ts)) return 0
    values.push(value)
  }
  values.forEach((value, generation) => {
    ts.mem.store(GEN_HEAD(generation) + GcState.generation0_threshold - GcState.generation0, value)
  })
  return none(ts)
}

function gc_collect(ts: ThreadState, _module: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const args = parseKeywords(ts, 'collect', argv, nargs, kwnames, ['generation'], 0)
  if (!args) return 0
  const generation = args[0] === 0 ? NUM_GENERATIONS - 1 : asInt(ts, args[0])
  if (generation === -1 && PyErr_Occurred(ts)) return 0
  if (generation < 0 || generation >= NUM_GENERATIONS) return PyErr_Format(ts, ts.exc.ValueError, 'invalid generation')
  return newInt(ts, collect(ts, generation, 'manual'))
}

/** Addresses of the lists of a generation as Python counts them; -1: all. */
function listsOf(ts: ThreadState, generation: number): number[] {
  const all = [0, 1, 2]
  if (generation < 0) return all.map(GEN_HEAD)
  if (!ts.profile.gc.incremental) return [GEN_HEAD(generation)]
  return generation === 0 ? [GEN_HEAD(0)] : generation === 1 ? [] : [GEN_HEAD(1), GEN_HEAD(2)]
}

function eachObject(ts: ThreadState, list: number, each: (o: Borrowed) => void): void {
  for (let head = ts.mem.load(list); head !== list; head = ts.mem.load(head)) each(FROM_GC(head))
}

/** A list of the objects that `pick` gives; `pick` must not call Python. */
function listOf(ts: ThreadState, pick: (add: (o: Borrowed) => void, result: Borrowed) => void): Owned {
  const result = newList(ts, 0)
  if (result === 0) return 0
  const found: Borrowed[] = []
  pick((o) => found.push(o), result)
  for (const o of found) {
    if (PyList_Append(ts, result, o) === 0) continue
    DECREF(ts, result)
    return 0
  }
  return result
}

function gc_get_objects(ts: ThreadState, _module: Borrowed, argv: number, nargs: number, kwnames: Borrowed): Owned {
  const args = parseKeywords(ts, 'get_objects', argv, nargs, kwnames, ['generation'], 0)
  if (!args) return 0
  let generation = -1
  if (args[0] !== 0 && args[0] !== ts.none) {
    const index = PyNumber_Index(ts, args[0])
    if (index === 0) {
      PyErr_Clear(ts)
      const type = typeName(ts, args[0])
      return PyErr_Format(ts, ts.exc.TypeError, `argument should be integer or None, not '${type}'`)
    }
    // What came of it is asked no second time.
    generation = asInt(ts, index)
    DECREF(ts, index)
    if (generation === -1 && PyErr_Occurred(ts)) return 0
  }
  if (generation >= NUM_GENERATIONS) {
    const message = `generation parameter must be less than the number of available generations (${NUM_GENERATIONS})`
    return PyErr_Format(ts, ts.exc.ValueError, message)
  }
  if (generation < -1) return PyErr_Format(ts, ts.exc.ValueError, 'generation parameter cannot be negative')
  return listOf(ts, (add, result) => {
    for (const list of listsOf(ts, generation)) eachObject(ts, list, (o) => o !== result && add(o))
  })
}

function arguments_(ts: ThreadState, argv: number, nargs: number): Borrowed[] {
  return Array.from({ length: nargs }, (_, i) => argAt(ts, argv, i))
}

function gc_get_referrers(ts: ThreadState, _module: Borrowed, argv: number, nargs: number): Owned {
  const wanted = arguments_(ts, argv, nargs)
  const find = (args: Borrowed) =>
    listOf(ts, (add, result) => {
      for (const list of listsOf(ts, -1)) {
        eachObject(ts, list, (o) => {
          if (o === result || o === args) return
          let refers = false
          traverse(ts, o, (target) => {
            refers ||= wanted.includes(target)
          })
          if (refers) add(o)
        })
      }
    })
  // The tuple of `get_referrers(*t)` is not among those it finds where it is the call's own.
  const given = ts.profile.gc.takesArgsTuple ? packedTuple(ts, argv, nargs, 0) : 0
  return given !== 0 ? find(given) : withPackedArgs(ts, argv, nargs, 0, find)
}

function gc_get_referents(ts: ThreadState, _module: Borrowed, argv: number, nargs: number): Owned {
  const find = () =>
    listOf(ts, (add) => {
      for (const o of arguments_(ts, argv, nargs)) if (PyObject_IS_GC(ts, o)) traverse(ts, o, add)
    })
  return withPackedArgs(ts, argv, nargs, 0, find)
}

/** Everything becomes permanent: the collector leaves it alone. The incremental one finds it visited. */
function gc_freeze(ts: ThreadState): Owned {
  const visited = ts.mem.load(GcState.visited_space)
  for (let generation = 0; generation < NUM_GENERATIONS; generation++) {
    if (ts.profile.gc.incremental) setSpace(ts, GEN_HEAD(generation), visited)
    listMerge(ts.mem, GEN_HEAD(generation), GcState.permanent)
    ts.mem.store(GEN_HEAD(generation) + GcState.generation0_count - GcState.generation0, 0)
  }
  moveCount(ts, GcState.unmodelled, GcState.unmodelled_permanent)
  return none(ts)
}

function moveCount({ mem }: ThreadState, from: number, to: number): void {
  mem.store(to, mem.load(to) + mem.load(from))
  mem.store(from, 0)
}

function gc_unfreeze(ts: ThreadState): Owned {
  const visited = ts.mem.load(GcState.visited_space) === 0 ? GcState.generation1 : GcState.generation2
  listMerge(ts.mem, GcState.permanent, ts.profile.gc.incremental ? visited : GcState.generation2)
  moveCount(ts, GcState.unmodelled_permanent, GcState.unmodelled)
  return none(ts)
}

/** Keys and numbers of a dict; 0 with MemoryError. */
function dictOf(ts: ThreadState, entries: readonly (readonly [name: string, value: Owned])[]): Owned {
  const dict = PyDict_New(ts)
  for (const [name, value] of entries) {
    if (dict !== 0 && value !== 0) setItemText(ts, dict, name, value)
    if (value !== 0) DECREF(ts, value)
  }
  return dict
}

function gc_get_stats(ts: ThreadState): Owned {
  const result = newList(ts, 0)
  for (let generation = 0; result !== 0 && generation < NUM_GENERATIONS; generation++) {
    const row = GcState.collections0 + generation * (GcState.collections1 - GcState.collections0)
    const dict = dictOf(ts, [
      ['collections', newInt(ts, ts.mem.load(row))],
      ['collected', newInt(ts, ts.mem.load(row + 4))],
      ['uncollectable', newInt(ts, ts.mem.load(row + 8))],
      ...candidatesEntries(ts, ts.mem.load(GcState.candidates0 + generation * 4)),
    ])
    if (dict === 0 || PyList_Append(ts, result, dict) < 0) return 0
    DECREF(ts, dict)
  }
  return result
}

function candidatesEntries(ts: ThreadState, candidates: number): [string, Owned][] {
  if (!ts.profile.gc.countsCandidates) return []
  return [
    ['candidates', newInt(ts, candidates)],
    ['duration', newFloat(ts, 0)],
  ]
}

function gc_set_debug(ts: ThreadState, _module: Borrowed, argv: number): Owned {
  const flags = asInt(ts, argAt(ts, argv, 0))
  if (flags === -1 && PyErr_Occurred(ts)) return 0
  ts.mem.store(GcState.debug, flags)
  return none(ts)
}

function setEnabled(enabled: 0 | 1): MethodSpec['call'] {
  return (ts) => {
    ts.mem.store(GcState.enabled, enabled)
    return none(ts)
  }
}

const FUNCTIONS: readonly MethodSpec[] = [
  { name: 'enable', kind: 'NOARGS', call: setEnabled(1) },
  { name: 'disable', kind: 'NOARGS', call: setEnabled(0) },
  { name: 'isenabled', kind: 'NOARGS', call: (ts) => newBool(ts, ts.mem.load(GcState.enabled) !== 0) },
  { name: 'set_debug', kind: 'O', call: gc_set_debug },
  { name: 'get_debug', kind: 'NOARGS', call: (ts) => newInt(ts, ts.mem.load(GcState.debug)) },
  { name: 'get_count', kind: 'NOARGS', call: gc_get_count },
  { name: 'set_threshold', kind: 'FASTCALL', varargs: () => true, call: gc_set_threshold },
  { name: 'get_threshold', kind: 'NOARGS', call: gc_get_threshold },
  { name: 'collect', kind: 'KEYWORDS', call: gc_collect },
  { name: 'get_objects', kind: 'KEYWORDS', call: gc_get_objects },
  { name: 'get_stats', kind: 'NOARGS', call: gc_get_stats },
  {
    name: 'is_tracked',
    kind: 'O',
    call: (ts, _module, argv) => {
      const o = argAt(ts, argv, 0)
      return newBool(ts, PyObject_IS_GC(ts, o) && isTracked(ts.mem, o))
    },
  },
  {
    name: 'is_finalized',
    kind: 'O',
    call: (ts, _module, argv) => {
      const o = argAt(ts, argv, 0)
      return newBool(ts, PyObject_IS_GC(ts, o) && (ts.mem.load(o - 8) & PREV_MASK_FINALIZED) !== 0)
    },
  },
  { name: 'get_referrers', kind: 'FASTCALL', call: gc_get_referrers },
  { name: 'get_referents', kind: 'FASTCALL', call: gc_get_referents },
  { name: 'freeze', kind: 'NOARGS', call: gc_freeze },
  { name: 'unfreeze', kind: 'NOARGS', call: gc_unfreeze },
  {
    name: 'get_freeze_count',
    kind: 'NOARGS',
    call: (ts) => newInt(ts, listSize(ts.mem, GcState.permanent)),
  },
]

/** invoke_gc_callback: each function of `gc.callbacks` with the phase and a dict of numbers. */
function invokeCallbacks(ts: ThreadState, phase: string, numbers: readonly number[]): void {
  const callbacks = ts.mem.load(GcState.callbacks)
  if (callbacks === 0 || PyList_GET_SIZE(ts, callbacks) === 0) return
  const [generation, collected, uncollectable, candidates] = numbers
  const info = dictOf(ts, [
    ['generation', newInt(ts, generation)],
    ['collected', newInt(ts, collected)],
    ['uncollectable', newInt(ts, uncollectable)],
    ...candidatesEntries(ts, candidates),
  ])
  const name = newStr(ts, phase)
  const mark = holdMark(ts)
  hold(ts, info)
  hold(ts, name)
  for (let i = 0; info !== 0 && name !== 0 && i < PyList_GET_SIZE(ts, callbacks); i++) {
    const callback = PyList_GET_ITEM(ts, callbacks, i)
    INCREF(ts, callback)
    const inner = holdMark(ts)
    hold(ts, callback)
    const again = ts.profile.gc.callbacksHoldArguments ? [newref(ts, info)] : []
    for (const o of again) hold(ts, o)
    const result = callArgs(ts, callback, [name, info])
    release(ts, inner)
    if (result === 0) ts.writeUnraisable(callback, 'calling GC callback')
    else DECREF(ts, result)
    for (const o of [...again, callback]) DECREF(ts, o)
  }
  release(ts, mark)
  if (name !== 0) DECREF(ts, name)
  if (info !== 0) DECREF(ts, info)
}

export const gcModule: ModuleSpec = {
  name: 'gc',
  doc: 'This module provides access to the garbage collector for reference cycles.',
  functions: FUNCTIONS,
  exec(ts, module) {
    const dict = PyModule_GetDict(ts, module)
    for (const [name, field] of [
      ['garbage', GcState.garbage],
      ['callbacks', GcState.callbacks],
    ] as const) {
      const list = newList(ts, 0)
      if (list === 0 || setItemText(ts, dict, name, list) < 0) return -1
      ts.mem.store(field, list)
    }
    for (const [name, value] of Object.entries(DEBUG)) {
      const o = newInt(ts, value)
      if (o === 0 || setItemText(ts, dict, name, o) < 0) return -1
      DECREF(ts, o)
    }
    ts.gcCallbacks = (phase, ...numbers) => invokeCallbacks(ts, phase, numbers)
    ts.gcReport = (line) => write(ts, 2, `${line}\n`)
    ts.gcGarbage = (o) => {
      if (PyList_Append(ts, ts.mem.load(GcState.garbage), o) < 0) PyErr_Clear(ts)
    }
    return 0
  },
}
