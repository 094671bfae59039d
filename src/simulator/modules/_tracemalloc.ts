// Modules/_tracemalloc.c: the switch of tracemalloc and its raw notes. What makes tables of them is lib/tracemalloc.py.

import { FreeList, freelistLimit } from '../heap/freelist.ts'
import { preheaderSize } from '../heap/objimpl.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, Py_TYPE } from '../heap/refcount.ts'
import { Tracemalloc as T } from '../heap/runtime.ts'
import {
  allTraces,
  clearTraces,
  startTracing,
  stopTracing,
  type TracedPlace,
  tracemallocMemory,
  traceOf,
} from '../heap/tracemalloc.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { newBool } from '../objects/boolobject.ts'
import { argAt } from '../objects/call.ts'
import { asInt } from '../objects/cint.ts'
import { PyErr_Format, PyErr_Occurred } from '../objects/errors.ts'
import { newList, PyList_Append } from '../objects/listobject.ts'
import { newInt, PyLong_AsNumber } from '../objects/longobject.ts'
import type { MethodSpec } from '../objects/object.ts'
import { PyTuple_FromArray } from '../objects/tupleobject.ts'
import { internStr, newStr, textOf } from '../objects/unicodeobject.ts'
import type { ModuleSpec } from './module.ts'

const MAX_NFRAME = 65535

const none = (ts: ThreadState): Owned => newref(ts, ts.none)

function start(ts: ThreadState, _module: Borrowed, argv: number, nargs: number): Owned {
  const depth = nargs === 0 ? 1 : asInt(ts, argAt(ts, argv, 0))
  if (depth === -1 && PyErr_Occurred(ts)) return 0
  if (depth < 1 || depth > MAX_NFRAME) {
    return PyErr_Format(ts, ts.exc.ValueError, `the number of frames must be in range [1; ${MAX_NFRAME}]`)
  }
  startTracing(ts, depth)
  return none(ts)
}

function getTracedMemory(ts: ThreadState): Owned {
  // Both numbers are read before there are objects to hold them.
  const [current, peak] = [ts.mem.load(T.traced_memory), ts.mem.load(T.peak)]
  return PyTuple_FromArray(ts, [newInt(ts, current), newInt(ts, peak)])
}

/** A place as a tuple of (file name, line), the innermost first. */
function placeObject(ts: ThreadState, place: TracedPlace): Owned {
  const frames = place.frames.map(({ filename, lineno }) =>
    PyTuple_FromArray(ts, [internStr(ts, filename), newInt(ts, lineno)]),
  )
  return PyTuple_FromArray(ts, frames)
}

/** All notes as (domain, size, place, number of frames). Places are shared. Nothing made here is noted. */
function getTraces(ts: ThreadState): Owned {
  const { tracer } = ts.mem
  ts.mem.tracer = null
  const result = newList(ts, 0)
  if (result === 0 || tracer === null) return result
  const places = new Map<TracedPlace, Owned>()
  for (const { size, place } of allTraces(ts)) {
    let object = places.get(place)
    if (object === undefined) {
      object = placeObject(ts, place)
      places.set(place, object)
    }
    const row = PyTuple_FromArray(ts, [newInt(ts, 0), newInt(ts, size), newref(ts, object), newInt(ts, place.total)])
    PyList_Append(ts, result, row)
    DECREF(ts, row)
  }
  for (const object of places.values()) DECREF(ts, object)
  ts.mem.tracer = tracer
  return result
}

function getObjectTraceback(ts: ThreadState, _module: Borrowed, argv: number): Owned {
  const o = argAt(ts, argv, 0)
  if (ts.mem.load(T.tracing) === 0) return none(ts)
  const trace = traceOf(ts, o - preheaderSize(ts, Py_TYPE(ts, o)))
  return trace === null ? none(ts) : placeObject(ts, trace.place)
}

/** A line of a file that was run, for `Traceback.format`; CPython has it from linecache. */
function sourceLine(ts: ThreadState, _module: Borrowed, argv: number): Owned {
  const lines = ts.sources.get(textOf(ts, argAt(ts, argv, 0)))
  return newStr(ts, lines?.[PyLong_AsNumber(ts, argAt(ts, argv, 1)) - 1] ?? '')
}

function doing(action: (ts: ThreadState) => void): MethodSpec['call'] {
  return (ts) => {
    action(ts)
    return none(ts)
  }
}

const FUNCTIONS: readonly MethodSpec[] = [
  { name: 'is_tracing', kind: 'NOARGS', call: (ts) => newBool(ts, ts.mem.load(T.tracing) !== 0) },
  { name: 'clear_traces', kind: 'NOARGS', call: doing(clearTraces) },
  { name: '_get_traces', kind: 'NOARGS', call: getTraces },
  { name: '_get_object_traceback', kind: 'O', call: getObjectTraceback },
  { name: '_source_line', kind: 'FASTCALL', min: 2, max: 2, call: sourceLine },
  { name: 'start', kind: 'FASTCALL', max: 1, call: start },
  { name: 'stop', kind: 'NOARGS', call: doing(stopTracing) },
  {
    name: 'get_traceback_limit',
    kind: 'NOARGS',
    call: (ts) => newInt(ts, ts.mem.load(T.max_nframe) || 1),
  },
  { name: 'get_tracemalloc_memory', kind: 'NOARGS', call: (ts) => newInt(ts, tracemallocMemory(ts)) },
  { name: 'get_traced_memory', kind: 'NOARGS', call: getTracedMemory },
  {
    name: 'reset_peak',
    kind: 'NOARGS',
    call: doing((ts) => ts.mem.store(T.peak, ts.mem.load(T.traced_memory))),
  },
]

export const tracemallocCModule: ModuleSpec = {
  name: '_tracemalloc',
  doc: 'Debug module to trace memory blocks allocated by Python.',
  functions: FUNCTIONS,
  exec(ts) {
    // Importing tracemalloc, which this is part of, runs so much code that the free list of ints is full afterwards.
    const limit = freelistLimit(ts, FreeList.ints)
    const made = Array.from({ length: limit }, () => newInt(ts, 1 << 20))
    for (const o of made) if (o !== 0) DECREF(ts, o)
    return 0
  },
}
