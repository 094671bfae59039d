// The memory of a step, read by CPython's struct layouts. Everything that looks into an image does it through this.

import type { Code } from '../simulator/compiler/code.ts'
import { BASE_ADDRESS } from '../simulator/heap/runtime.ts'
import {
  PyCodeObject,
  PyLongObject,
  PyObject,
  PyTypeObject,
  PyUnicodeObject,
  PyVarObject,
} from '../simulator/heap/structs.ts'
import type { Owns } from '../simulator/heap/typeslots.ts'
import { findProfile, type Profile } from '../simulator/profiles/index.ts'
import type { ImageMemory } from './memory.ts'
import type { Statics, Trace } from './trace.ts'

/** Bits of `tp_flags` that a reader needs (Include/object.h). */
export const FLAG = {
  INLINE_VALUES: 1 << 2,
  MANAGED_WEAKREF: 1 << 3,
  MANAGED_DICT: 1 << 4,
  HEAPTYPE: 1 << 9,
  HAVE_GC: 1 << 14,
  TYPE_SUBCLASS: 1 << 31,
} as const

/** What an image needs to know besides its words: the parts of a trace that do not change from step to step. */
export type Background = Pick<Trace, 'profile' | 'texts' | 'codes' | 'statics'>

/** The memory at one step. */
export class Image {
  readonly profile: Profile
  readonly texts: readonly string[]
  readonly codes: readonly Code[]
  readonly statics: Statics
  /** The built-in types by address. */
  readonly #names: ReadonlyMap<number, string>
  /** Name of the nearest built-in base, by type. */
  readonly #structs = new Map<number, string>()
  readonly #owns = new Map<number, Owns | null>()

  readonly #memory: ImageMemory

  constructor(memory: ImageMemory, background: Background) {
    const profile = findProfile(background.profile)
    if (!profile) throw new Error(`unknown profile ${background.profile}`)
    this.#memory = memory
    this.profile = profile
    this.texts = background.texts
    this.codes = background.codes
    this.statics = background.statics
    this.#names = namesOf(background.statics)
  }

  /** The signed 32-bit word at a byte address. */
  load(address: number): number {
    return this.#memory.word(address >> 2)
  }

  byte(address: number): number {
    return (this.#memory.word(address >> 2) >> ((address & 3) << 3)) & 0xff
  }

  double(address: number): number {
    return this.#memory.double(address >> 3)
  }

  /** What `id()` gives for an object. */
  id(o: number): number {
    return BASE_ADDRESS + o
  }

  /** `ob_refcnt` as an unsigned number. */
  refcnt(o: number): number {
    return this.#memory.word(o >> 2) >>> 0
  }

  typeOf(o: number): number {
    return this.#memory.word((o + PyObject.ob_type) >> 2)
  }

  flags(type: number): number {
    return this.#memory.word((type + PyTypeObject.tp_flags) >> 2)
  }

  /** `ob_size`. */
  size(o: number): number {
    return this.#memory.word((o + PyVarObject.ob_size) >> 2)
  }

  /** Whether an object is a class. */
  isType(o: number): boolean {
    return (this.flags(this.typeOf(o)) & FLAG.TYPE_SUBCLASS) !== 0
  }

  /** `__name__` of a type. */
  nameOfType(type: number): string {
    const name = this.texts[this.load(type + PyTypeObject.tp_name)] ?? '?'
    return this.flags(type) & FLAG.HEAPTYPE ? name : name.slice(name.lastIndexOf('.') + 1)
  }

  /** Name in the tables of the nearest built-in type among a type and its bases: it says how instances are laid out. */
  structOf(type: number): string {
    const known = this.#structs.get(type)
    if (known !== undefined) return known
    let t = type
    for (let i = 0; t !== 0 && i < 1000; i++, t = this.load(t + PyTypeObject.tp_base)) {
      const name = this.#names.get(t)
      if (name === undefined) continue
      this.#structs.set(type, name)
      return name
    }
    return 'object'
  }

  /** What a module's type says its instances own; a class in Python has it from its base. */
  ownsOf(type: number): Owns | null {
    let owns = this.#owns.get(type)
    if (owns === undefined) {
      const base = this.load(type + PyTypeObject.tp_base)
      owns = this.statics.moduleOwns[type] ?? (base === 0 ? null : this.ownsOf(base))
      this.#owns.set(type, owns)
    }
    return owns
  }

  /** `structOf` the type of an object. */
  kindOf(o: number): string {
    return this.structOf(this.typeOf(o))
  }

  /** Names of a type and its bases, along tp_base, as far as they are built in. */
  isInstance(o: number, name: string): boolean {
    const wanted = this.statics.types[name] ?? this.statics.exceptions[name] ?? 0
    for (let t = this.typeOf(o), i = 0; t !== 0 && i < 1000; t = this.load(t + PyTypeObject.tp_base), i++) {
      if (t === wanted) return true
    }
    return false
  }

  /** Bytes before an object of this type (objimpl.ts, preheaderSize). */
  preheader(type: number): number {
    const flags = this.flags(type)
    return (flags & FLAG.HAVE_GC ? 16 : 0) + (flags & (FLAG.MANAGED_DICT | FLAG.MANAGED_WEAKREF) ? 16 : 0)
  }

  /** Whether the collector may have the object in a list. */
  isGc(o: number): boolean {
    const flags = this.flags(this.typeOf(o))
    if ((flags & FLAG.HAVE_GC) === 0) return false
    return (flags & FLAG.TYPE_SUBCLASS) === 0 || (this.flags(o) & FLAG.HEAPTYPE) !== 0
  }

  /** The text of a str. */
  text(o: number): string {
    const state = this.load(o + PyUnicodeObject.state)
    const { asciiHeader, compactHeader } = this.profile.layout
    const compact = (state & (1 << 5)) !== 0
    const ascii = (state & (1 << 6)) !== 0
    const at = compact ? o + (ascii ? asciiHeader : compactHeader) : this.load(o + compactHeader)
    return this.texts[this.load(at)] ?? ''
  }

  /** Number of 30-bit digits of an int, and its sign. */
  digits(o: number): { readonly count: number; readonly sign: number } {
    const word = this.load(o + PyLongObject.lv_tag)
    if (!this.profile.numbers.lvTag) return { count: Math.abs(word), sign: Math.sign(word) }
    return { count: word >> 3, sign: 1 - (word & 3) }
  }

  /** The value of an int. */
  int(o: number): bigint {
    const { count, sign } = this.digits(o)
    let value = 0n
    for (let i = count - 1; i >= 0; i--) value = (value << 30n) | BigInt(this.load(o + PyLongObject.ob_digit + i * 4))
    return BigInt(sign) * value
  }

  /** The items of a tuple. */
  tupleItems(o: number): number[] {
    const items: number[] = []
    const first = o + this.profile.layout.tupleItems
    const n = this.size(o)
    for (let i = 0; i < n; i++) items.push(this.load(first + i * 8))
    return items
  }

  /** The code of a code object. */
  codeOf(o: number): Code {
    return this.codes[this.load(o + PyCodeObject.code_number)]
  }
}

const names = new WeakMap<Statics, ReadonlyMap<number, string>>()

/** Every image of a run has the same. */
function namesOf(statics: Statics): ReadonlyMap<number, string> {
  let known = names.get(statics)
  if (!known) {
    const all = { ...statics.types, ...statics.exceptions }
    known = new Map(Object.entries(all).flatMap(([name, address]) => (address === 0 ? [] : [[address, name] as const])))
    names.set(statics, known)
  }
  return known
}
