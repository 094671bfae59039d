// The machine's files know each other, as CPython's do, and load in the order its own entry asks for them.
import '../simulate.ts'

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Happenings } from '../../trace/happenings.ts'
import { ThreadState } from '../heap/pystate.ts'
import { DECREF, newref, slotsOf, TPFLAGS } from '../heap/refcount.ts'
import { PyTypeObject as T } from '../heap/structs.ts'
import { profiles } from '../profiles/index.ts'
import { callArgs, callNoArgs } from './call.ts'
import { forEachItem, PyDict_New, setItemText } from './dictobject.ts'
import { initExceptions } from './exceptions.ts'
import { initTypes } from './init.ts'
import { PyObject_GetAttr, PyObject_Repr, PyObject_SetAttr } from './object.ts'
import { PyTuple_FromArray } from './tupleobject.ts'
import { newStr, textOf } from './unicodeobject.ts'

/** One type as observed/statictypes.py prints it. */
interface Observed {
  repr: string
  basicsize: number
  itemsize: number
  flags: number
  dictoffset: number
  weakrefoffset: number
  mro: string[]
  keys: string[]
  size: number
}
type Recording = { static: Record<string, Observed>; heap: Record<string, Observed> }

const recordings: Record<string, Recording> = JSON.parse(
  readFileSync(new URL('./observed/types.json', import.meta.url), 'utf8'),
)
/** Flags that stand for something the model does not keep. */
const COMPARED =
  TPFLAGS.INLINE_VALUES |
  TPFLAGS.MANAGED_WEAKREF |
  TPFLAGS.MANAGED_DICT |
  TPFLAGS.HEAPTYPE |
  TPFLAGS.BASETYPE |
  TPFLAGS.HAVE_GC |
  TPFLAGS.METHOD_DESCRIPTOR |
  TPFLAGS.DISALLOW_INSTANTIATION |
  TPFLAGS.LONG_SUBCLASS |
  TPFLAGS.LIST_SUBCLASS |
  TPFLAGS.TUPLE_SUBCLASS |
  TPFLAGS.DICT_SUBCLASS |
  TPFLAGS.BASE_EXC_SUBCLASS |
  TPFLAGS.TYPE_SUBCLASS

function boot(profile: (typeof profiles)[number]): ThreadState {
  const budgets = { instructions: 1e7, memory: 64 << 20, output: 1e5, payload: 1e8 }
  const ts = new ThreadState(profile, budgets, new Happenings())
  initTypes(ts)
  initExceptions(ts)
  return ts
}

function keysOf(ts: ThreadState, type: number): string[] {
  const keys: string[] = []
  forEachItem(ts, ts.mem.load(type + T.tp_dict), (key) => keys.push(textOf(ts, key)))
  return keys
}

function about(ts: ThreadState, type: number) {
  return {
    repr: textOf(ts, PyObject_Repr(ts, type)),
    basicsize: ts.mem.load(type + T.tp_basicsize),
    itemsize: ts.mem.load(type + T.tp_itemsize),
    flags: ts.mem.load(type + T.tp_flags) & COMPARED,
    dictoffset: ts.mem.load(type + T.tp_dictoffset),
    weakrefoffset: ts.mem.load(type + T.tp_weaklistoffset),
  }
}

function expected(o: Observed) {
  const { repr, basicsize, itemsize, dictoffset, weakrefoffset } = o
  return { repr, basicsize, itemsize, flags: (o.flags | 0) & COMPARED, dictoffset, weakrefoffset }
}

function makeClass(ts: ThreadState, name: string, bases: readonly number[], slots?: readonly string[]): number {
  const dict = PyDict_New(ts)
  const set = (key: string, value: number) => {
    setItemText(ts, dict, key, value)
    DECREF(ts, value)
  }
  set('__module__', newStr(ts, '__main__'))
  if (slots)
    set(
      '__slots__',
      PyTuple_FromArray(
        ts,
        slots.map((slot) => newStr(ts, slot)),
      ),
    )
  const tuple = PyTuple_FromArray(
    ts,
    bases.map((base) => newref(ts, base)),
  )
  const text = newStr(ts, name)
  const cls = callArgs(ts, ts.types.type, [text, tuple, dict])
  for (const o of [text, tuple, dict]) DECREF(ts, o)
  return cls
}

/** Types this room answers for. */
const OWN = [
  'object',
  'type',
  'function',
  'method',
  'builtin_function_or_method',
  'method_descriptor',
  'classmethod_descriptor',
  'wrapper_descriptor',
  'method_wrapper',
  'getset_descriptor',
  'member_descriptor',
  'mappingproxy',
  'property',
  'staticmethod',
  'classmethod',
  'super',
  'cell',
] as const

describe.each(profiles.map((profile) => [profile.name, profile] as const))('%s', (name, profile) => {
  const recording = recordings[name === '3.14.0' ? '3.14' : name]
  const ts = boot(profile)

  test.each(OWN)('%s is laid out as in CPython and has nothing CPython has not', (type) => {
    const address = ts.types[type]
    expect(about(ts, address)).toEqual(expected(recording.static[type]))
    expect(keysOf(ts, address).filter((key) => !recording.static[type].keys.includes(key))).toEqual([])
  })

  test('classes are laid out as in CPython, with the same names in the same order', () => {
    const { list, dict, int, tuple, float, type } = ts.types
    const C = makeClass(ts, 'C', [])
    const S = makeClass(ts, 'S', [], ['b', 'a'])
    const SubC = makeClass(ts, 'SubC', [C])
    const made: Record<string, number> = {
      C,
      S,
      SubC,
      SubS: makeClass(ts, 'SubS', [S]),
      SWithDict: makeClass(ts, 'SWithDict', [S], ['__dict__']),
      SWithWeakref: makeClass(ts, 'SWithWeakref', [S], ['__weakref__', 'b2']),
      SubList: makeClass(ts, 'SubList', [list]),
      SubDict: makeClass(ts, 'SubDict', [dict]),
      SubInt: makeClass(ts, 'SubInt', [int]),
      SubTuple: makeClass(ts, 'SubTuple', [tuple]),
      SubFloat: makeClass(ts, 'SubFloat', [float]),
      SubError: makeClass(ts, 'SubError', [ts.exc.Exception]),
      Meta: makeClass(ts, 'Meta', [type]),
      Diamond: makeClass(ts, 'Diamond', [SubC, C]),
    }
    for (const [className, cls] of Object.entries(made)) {
      const observed = recording.heap[className]
      expect(about(ts, cls), className).toEqual(expected(observed))
      // The compiler adds these two since 3.13.
      const compiled = ['__firstlineno__', '__static_attributes__']
      expect(keysOf(ts, cls), className).toEqual(observed.keys.filter((key) => !compiled.includes(key)))
      expect((slotsOf(ts, cls).sizeof?.(ts, cls) ?? 0) + 16, className).toBe(observed.size)
    }
  })

  test('an instance holds its class, and both die', () => {
    const C = makeClass(ts, 'C', [])
    const alone = ts.mem.load(C)
    const o = callNoArgs(ts, C)
    expect(ts.mem.load(C)).toBe(alone + 1)
    const text = newStr(ts, 'attribute')
    const value = newStr(ts, 'value')
    expect(PyObject_SetAttr(ts, o, text, value)).toBe(0)
    const found = PyObject_GetAttr(ts, o, text)
    expect(found).toBe(value)
    expect(ts.mem.load(value)).toBe(3)
    DECREF(ts, found)
    DECREF(ts, o)
    expect(ts.mem.load(C)).toBe(alone)
    expect(ts.mem.load(value)).toBe(1)
  })
})
