// Modules/_sre/sre.c, re.Pattern. The instructions lie in the object, 4 bytes each.

import { track, untrack } from '../../heap/gchead.ts'
import { allocateVar, freeObject } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { CLEAR, DECREF, newref, Py_TYPE } from '../../heap/refcount.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { newBool } from '../../objects/boolobject.ts'
import { PyDict_New, PyDict_SetItem } from '../../objects/dictobject.ts'
import { PyErr_NoMemory } from '../../objects/errors.ts'
import { classGetItemMethod } from '../../objects/genericaliasobject.ts'
import { newInt } from '../../objects/longobject.ts'
import { PyDictProxy_New } from '../../objects/mappingproxy.ts'
import { Py_EQ, Py_NE, PyObject_Hash, PyObject_RichCompareBool } from '../../objects/object.ts'
import { siphash13 } from '../../objects/pyhash.ts'
import { PyTuple_FromArray } from '../../objects/tupleobject.ts'
import { newStr, textOf } from '../../objects/unicodeobject.ts'
import { reprOfText } from '../../objects/unicoderepr.ts'
import { type ModuleType, moduleType, owning } from '../moduletype.ts'
import { numberMember } from './arguments.ts'
import {
  FLAG_ASCII,
  FLAG_DEBUG,
  FLAG_DOTALL,
  FLAG_IGNORECASE,
  FLAG_LOCALE,
  FLAG_MULTILINE,
  FLAG_TEMPLATE,
  FLAG_UNICODE,
  FLAG_VERBOSE,
  TYPE_FLAGS,
} from './constants.ts'
import { findMethods, prefixmatchMethod } from './finding.ts'
import { P } from './layouts.ts'
import { copyMethods } from './matchobject.ts'
import type { PatternState } from './node.ts'
import { substituteMethods } from './replacing.ts'
import { scanMethods } from './scanner.ts'

/** In the order in which repr() shows them. */
const FLAG_NAMES: readonly (readonly [name: string, flag: number])[] = [
  ['re.IGNORECASE', FLAG_IGNORECASE],
  ['re.LOCALE', FLAG_LOCALE],
  ['re.MULTILINE', FLAG_MULTILINE],
  ['re.DOTALL', FLAG_DOTALL],
  ['re.UNICODE', FLAG_UNICODE],
  ['re.VERBOSE', FLAG_VERBOSE],
  ['re.DEBUG', FLAG_DEBUG],
  ['re.ASCII', FLAG_ASCII],
]

/** A pattern of instructions; 0 with MemoryError. */
export function newPattern(
  ts: ThreadState,
  text: Borrowed,
  flags: number,
  code: readonly number[],
  state: PatternState,
): Owned {
  const { mem } = ts
  const o = allocateVar(ts, moduleType(ts, 're.Pattern'), code.length)
  if (o === 0) return PyErr_NoMemory(ts)
  mem.store(o + P.codesize, code.length)
  for (let i = 0; i < code.length; i++) mem.store(o + P.code + i * 4, code[i] | 0)
  mem.store(o + P.pattern, newref(ts, text))
  mem.store(o + P.flags, flags)
  mem.store(o + P.groups, state.groups - 1)
  track(mem, o)
  if (state.groupdict.size === 0 || nameGroups(ts, o, state) === 0) return o
  DECREF(ts, o)
  return 0
}

/** The groups' numbers by name, and their names by number. */
function nameGroups(ts: ThreadState, o: Borrowed, state: PatternState): number {
  const { mem } = ts
  const groupindex = PyDict_New(ts)
  if (groupindex === 0) return -1
  mem.store(o + P.groupindex, groupindex)
  const names: Owned[] = Array.from({ length: state.groups }, () => ts.none)
  for (const [name, group] of state.groupdict) {
    names[group] = newStr(ts, name)
    const number = newInt(ts, group)
    if (names[group] === 0 || number === 0) return -1
    PyDict_SetItem(ts, groupindex, names[group], number)
    DECREF(ts, number)
  }
  const indexgroup = PyTuple_FromArray(
    ts,
    names.map((name) => (name === ts.none ? newref(ts, name) : name)),
  )
  mem.store(o + P.indexgroup, indexgroup)
  return indexgroup === 0 ? -1 : 0
}

function pattern_repr(ts: ThreadState, self: Borrowed): Owned {
  let flags = ts.mem.load(self + P.flags)
  if ((flags & TYPE_FLAGS) === FLAG_UNICODE) flags &= ~FLAG_UNICODE
  const names: string[] = []
  // Up to 3.12 there was a flag without a meaning.
  if (flags & FLAG_TEMPLATE && ts.profile.modules.re.templateFlag) {
    names.push('re.TEMPLATE')
    flags &= ~FLAG_TEMPLATE
  }
  for (const [name, flag] of FLAG_NAMES) {
    if (!(flags & flag)) continue
    names.push(name)
    flags &= ~flag
  }
  if (flags) names.push(`0x${flags.toString(16)}`)
  const text = [...reprOfText(textOf(ts, ts.mem.load(self + P.pattern)))].slice(0, 200).join('')
  return newStr(ts, `re.compile(${[text, names.join('|')].filter((part) => part !== '').join(', ')})`)
}

function pattern_hash(ts: ThreadState, self: Borrowed): number {
  const { mem } = ts
  const low = PyObject_Hash(ts, mem.load(self + P.pattern))
  const high = ts.hashHigh
  const size = mem.load(self + P.codesize)
  const words = Int32Array.from({ length: size + 2 }, (_, i) => (i < size ? mem.load(self + P.code + i * 4) : 0))
  const hash = low ^ siphash13(ts, words, size * 4) ^ mem.load(self + P.flags) ^ size
  ts.hashHigh ^= high
  return hash === -1 && ts.hashHigh === -1 ? -2 : hash
}

function isSamePattern(ts: ThreadState, a: Borrowed, b: Borrowed): number {
  if (a === b) return 1
  const { mem } = ts
  for (const field of [P.flags, P.codesize]) if (mem.load(a + field) !== mem.load(b + field)) return 0
  for (let i = 0; i < mem.load(a + P.codesize); i++)
    if (mem.load(a + P.code + i * 4) !== mem.load(b + P.code + i * 4)) return 0
  return PyObject_RichCompareBool(ts, mem.load(a + P.pattern), mem.load(b + P.pattern), Py_EQ)
}

const base = owning([
  ['groupindex', P.groupindex],
  ['indexgroup', P.indexgroup],
  ['pattern', P.pattern],
])

export const patternType = (hasPrefixmatch: boolean): ModuleType => ({
  tp_name: 're.Pattern',
  doc: 'Compiled regular expression object.',
  basicsize: P.sizeof,
  itemsize: 4,
  flags: ['HAVE_GC', 'DISALLOW_INSTANTIATION'],
  weaklistoffset: P.weakreflist,
  slots: {
    ...base,
    tp_dealloc(ts, self) {
      untrack(ts.mem, self)
      if (ts.mem.load(self + P.weakreflist) !== 0) ts.clearWeakRefs(self)
      for (const offset of [P.groupindex, P.indexgroup, P.pattern]) CLEAR(ts, self + offset)
      freeObject(ts, self)
    },
    tp_repr: pattern_repr,
    tp_hash: pattern_hash,
    tp_richcompare(ts, self, other, op) {
      if ((op !== Py_EQ && op !== Py_NE) || Py_TYPE(ts, other) !== Py_TYPE(ts, self))
        return newref(ts, ts.notImplemented)
      const same = isSamePattern(ts, self, other)
      return same < 0 ? 0 : newBool(ts, (same === 1) === (op === Py_EQ))
    },
  },
  members: [['pattern', P.pattern]],
  getset: [
    numberMember('flags', P.flags),
    numberMember('groups', P.groups),
    {
      name: 'groupindex',
      get(ts, self) {
        const groupindex = ts.mem.load(self + P.groupindex)
        return groupindex === 0 ? PyDict_New(ts) : PyDictProxy_New(ts, groupindex)
      },
    },
  ],
  methods: [
    ...findMethods,
    ...(hasPrefixmatch ? [prefixmatchMethod] : []),
    ...substituteMethods,
    ...scanMethods,
    ...copyMethods,
    classGetItemMethod,
  ],
})
