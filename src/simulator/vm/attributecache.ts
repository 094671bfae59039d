// Python/specialize.c: LOAD_ATTR_INSTANCE_VALUE, LOAD_ATTR_METHOD_WITH_VALUES and _NO_DICT, STORE_ATTR_INSTANCE_VALUE. What an
// instruction learned of a class is good for as long as the class keeps its version; what is loaded and stored is the same as
// on the general way.
// NOT CPYTHON: what was learned stands outside the image: no program can observe it. Whether CPython has the instruction
// specialised stands in the image (vm/adaptive.ts), and is asked first.

import { type Memory, put } from '../heap/memory.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { countDown, countUp, slotsOfType, TPFLAGS, typeFlags } from '../heap/refcount.ts'
import {
  MANAGED_DICT_OFFSET,
  MANAGED_VALUES_OFFSET,
  PyDictKeysObject,
  PyDictValues,
  PyObject,
  PyTypeObject,
} from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { DKIX_EMPTY, hashKey, isHashed, keysEntries, lookupUnicode } from '../objects/dictkeys.ts'
import { addToOrder } from '../objects/dictvalues.ts'
import { PyObject_GenericGetAttr, PyObject_GenericSetAttr } from '../objects/genericattr.ts'
import { _PyType_Lookup, PyType_Check } from '../objects/typelookup.ts'
import { isInterned } from '../objects/unicodeobject.ts'
import { isSettledFor, OTHER_FORM } from './adaptive.ts'
import { LEARNED, plainOf } from './evalcases.ts'
import type { Machine } from './machine.ts'
import { closeInt, type PlainInts } from './plainints.ts'

// What an instruction learned: the class's version, then the following.
/** Which entry of the shared keys, or for a method how many of them there were, none of which was it. */
const INDEX = 1
/** Bytes from an object to its values where they lie inside. */
const VALUES = 2
/** The function that a class has for it; of a method only. */
const METHOD = 3

const TYPE = PyObject.ob_type >> 2
const VERSION = PyTypeObject.tp_version_tag >> 2
const NENTRIES = PyDictKeysObject.dk_nentries >> 2
const CACHED_KEYS = PyTypeObject.ht_cached_keys >> 2

/** How often an instruction learns: one that meets ever new classes is left to its handler. */
const MOST_LESSONS = 32

export class AttributeCache {
  readonly #ts: ThreadState
  readonly #mem: Memory
  /** Whether CPython specialises LOAD_ATTR in a way that matters. */
  readonly #adapts: boolean
  readonly #embedded: boolean
  readonly #int: number
  readonly #oneWord: boolean

  constructor(ts: ThreadState) {
    const { frames, instances } = ts.profile
    this.#ts = ts
    this.#mem = ts.mem
    this.#adapts = frames.specialised.includes('property')
    this.#int = ts.types.int
    this.#embedded = instances.inlineValues !== 'separate'
    this.#oneWord = instances.managedWeakref
  }

  /** `o.name` where it is a value of the instance, borrowed; 0 where the handler has to find it. `pc` is the instruction. */
  value(m: Machine, pc: number, o: Borrowed, name: number): Borrowed {
    const { words } = this.#mem
    const place = this.#place(m, pc, o, name, true)
    if (place === 0) return 0
    const version = plainOf(m).learned[pc * LEARNED]
    return this.#adapts && !isSettledFor(m, words, pc, OTHER_FORM, version) ? 0 : words[place >> 2]
  }

  /** The function that `o.name(...)` calls with `o`, borrowed; 0 where the handler has to find it. */
  method(m: Machine, pc: number, o: Borrowed, name: number): Borrowed {
    const { words } = this.#mem
    const { learned } = plainOf(m)
    const at = pc * LEARNED
    const type = words[(o >> 2) + TYPE]
    const version = words[(type >> 2) + VERSION]
    if (version === 0 || learned[at] !== version) {
      this.#learnMethod(m, pc, o, name)
      return 0
    }
    if (this.#adapts && !isSettledFor(m, words, pc, OTHER_FORM, version)) return 0
    if (learned[at + INDEX] >= 0) {
      // The instance has it not: no key was added since, and its values are not in a dict.
      const keys = words[(type >> 2) + CACHED_KEYS]
      if (words[(keys >> 2) + NENTRIES] !== learned[at + INDEX]) {
        learned[at] = 0
        return 0
      }
      if (this.#firstValue(words, o, learned[at + VALUES]) === 0) return 0
    }
    return learned[at + METHOD]
  }

  /**
   * The address of the instance's value for `name`; 0 where the handler has to find it.
   * @param loads whether it is to be loaded, or stored to
   */
  #place(m: Machine, pc: number, o: Borrowed, name: number, loads: boolean): number {
    const { words } = this.#mem
    const { learned } = plainOf(m)
    const at = pc * LEARNED
    const version = words[(words[(o >> 2) + TYPE] >> 2) + VERSION]
    if (version === 0 || learned[at] !== version) {
      this.#learnPlace(m, pc, o, name, loads)
      return 0
    }
    const first = this.#firstValue(words, o, learned[at + VALUES])
    return first === 0 ? 0 : first + learned[at + INDEX] * 8
  }

  /**
   * `o.name = value`, which lie below word `s`, and gives up both; false where the handler has to do it.
   * @param ints those of the interpreter
   */
  store(m: Machine, pc: number, s: number, name: Borrowed, ints: PlainInts): boolean {
    const mem = this.#mem
    const { words } = mem
    const owner = words[s - 2]
    const value = words[s - 4]
    const o = owner & ~1
    if (owner === o && words[o >> 2] === 1) return false
    const place = this.#place(m, pc, o, name, false)
    if (place === 0) return false
    const old = words[place >> 2]
    // The owner's last references may be its own and this one.
    if (old === o) return false
    const isInt = old !== 0 && words[(old >> 2) + TYPE] === this.#int
    if (old === 0 ? !this.#embedded || words[(o + MANAGED_DICT_OFFSET) >> 2] !== 0 : !isInt && words[old >> 2] === 1)
      return false
    if (value & 1) countUp(mem, words, value & ~1)
    mem.store(place, value & ~1)
    if (isInt) closeInt(ints, old)
    else if (old !== 0) countDown(mem, words, old)
    else {
      const { learned } = plainOf(m)
      addToOrder(this.#ts, o + learned[pc * LEARNED + VALUES], learned[pc * LEARNED + INDEX])
    }
    if (owner === o) countDown(mem, words, o)
    put(mem, words, s - 2, 0)
    put(mem, words, s - 4, 0)
    return true
  }

  /** Where the values of an instance begin; 0 where they are in a dict, or there are none. */
  #firstValue(words: Int32Array, o: Borrowed, offset: number): number {
    if (this.#embedded) {
      const values = o + offset
      // `valid`, the highest byte
      return words[values >> 2] >>> 24 === 0 ? 0 : values + PyDictValues.values
    }
    if (!this.#oneWord) return words[(o + MANAGED_VALUES_OFFSET) >> 2]
    const word = words[(o + MANAGED_DICT_OFFSET) >> 2]
    return word & 1 ? word + 1 : 0
  }

  #learnPlace(m: Machine, pc: number, o: Borrowed, name: number, loads: boolean): void {
    const { type, descriptor } = this.#lesson(m, pc, o, name)
    if (type === 0) return
    const { tp_getattro, tp_setattro } = slotsOfType(this.#ts, type)
    const isGeneric = loads ? tp_getattro === PyObject_GenericGetAttr : tp_setattro === PyObject_GenericSetAttr
    if (isGeneric && this.#isPlain(descriptor)) this.#learnIndex(m, pc, type, name)
  }

  #learnMethod(m: Machine, pc: number, o: Borrowed, name: number): void {
    const ts = this.#ts
    const { type, descriptor } = this.#lesson(m, pc, o, name)
    if (type === 0 || descriptor === 0) return
    if (slotsOfType(ts, type).tp_getattro !== PyObject_GenericGetAttr) return
    const flags = typeFlags(ts, ts.mem.words[(descriptor >> 2) + TYPE])
    if ((flags & TPFLAGS.METHOD_DESCRIPTOR) === 0 || (flags & TPFLAGS.HEAPTYPE) !== 0) return
    const { learned } = plainOf(m)
    const at = pc * LEARNED
    if (this.#hasValues(type)) {
      const keys = ts.mem.words[(type >> 2) + CACHED_KEYS]
      if (this.#indexOf(keys, name) !== DKIX_EMPTY) return
      learned[at + INDEX] = keysEntries(ts, keys)
      learned[at + VALUES] = ts.mem.load(type + PyTypeObject.tp_basicsize)
    } else {
      if (typeFlags(ts, type) & TPFLAGS.MANAGED_DICT || ts.mem.load(type + PyTypeObject.tp_dictoffset) !== 0) return
      learned[at + INDEX] = -1
    }
    learned[at + METHOD] = descriptor
    learned[at] = ts.mem.words[(type >> 2) + VERSION]
  }

  /** The class of `o` and what it has by the name (0: nothing); class 0 where there is nothing to learn. */
  #lesson(m: Machine, pc: number, o: Borrowed, name: number): { type: Borrowed; descriptor: Borrowed } {
    const ts = this.#ts
    const { learned } = plainOf(m)
    const type = ts.mem.words[(o >> 2) + TYPE]
    const at = pc * LEARNED
    learned[at] = 0
    if (ts.mem.words[(type >> 2) + VERSION] === 0 || PyType_Check(ts, o)) return NOTHING
    if (!isInterned(ts, name) || !isHashed(ts.mem.words, name) || plainOf(m).lessons[pc]++ >= MOST_LESSONS)
      return NOTHING
    return { type, descriptor: _PyType_Lookup(ts, type, name) }
  }

  #learnIndex(m: Machine, pc: number, type: Borrowed, name: number): void {
    const ts = this.#ts
    if (!this.#hasValues(type)) return
    const index = this.#indexOf(ts.mem.words[(type >> 2) + CACHED_KEYS], name)
    if (index === DKIX_EMPTY) return
    const { learned } = plainOf(m)
    const at = pc * LEARNED
    learned[at] = ts.mem.words[(type >> 2) + VERSION]
    learned[at + INDEX] = index
    learned[at + VALUES] = ts.mem.load(type + PyTypeObject.tp_basicsize)
  }

  /** Whether instances keep their values by the shared keys of their class, at least at first. */
  #hasValues(type: Borrowed): boolean {
    const flags = typeFlags(this.#ts, type)
    return (flags & (this.#embedded ? TPFLAGS.INLINE_VALUES : TPFLAGS.MANAGED_DICT)) !== 0
  }

  #indexOf(keys: number, name: number): number {
    if (keys === 0) return DKIX_EMPTY
    const low = hashKey(this.#ts, name)
    return lookupUnicode(this.#ts, keys, name, low, this.#ts.hashHigh)
  }

  /** What a class has by a name (0: nothing) is no descriptor, and never one: its own class does not change. */
  #isPlain(o: Borrowed): boolean {
    const ts = this.#ts
    if (o === 0) return true
    const type = ts.mem.words[(o >> 2) + TYPE]
    return (typeFlags(ts, type) & TPFLAGS.HEAPTYPE) === 0 && slotsOfType(ts, type).tp_descr_set === undefined
  }
}

const NOTHING = { type: 0, descriptor: 0 }
