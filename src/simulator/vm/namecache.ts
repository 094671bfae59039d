// Python/specialize.c: LOAD_GLOBAL_MODULE, LOAD_GLOBAL_BUILTIN. An instruction remembers at which entry of the dict its name
// stood; a key stands in a table once, so that where it still stands there nothing has to be looked for.
// NOT CPYTHON: what is remembered stands outside the image: no program can observe it.

import { isTracked } from '../heap/gchead.ts'
import type { Memory } from '../heap/memory.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { countDown, countUp } from '../heap/refcount.ts'
import { InterpreterFrame as F, PyDictKeysObject, PyDictObject, PyObject } from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { DICT_KEYS_UNICODE, hashKey, isHashed, lookupUnicode } from '../objects/dictkeys.ts'
import { LEARNED, plainOf } from './evalcases.ts'
import type { Machine } from './machine.ts'
import { closeInt, type PlainInts } from './plainints.ts'

const TYPE = PyObject.ob_type >> 2
const F_LOCALS = F.f_locals >> 2
const F_GLOBALS = F.f_globals >> 2
const F_BUILTINS = F.f_builtins >> 2
const KEYS = PyDictObject.ma_keys >> 2
const SPLIT_VALUES = PyDictObject.ma_values >> 2
const SIZES = PyDictKeysObject.dk_sizes >> 2
const NENTRIES = PyDictKeysObject.dk_nentries >> 2

/** Which of the dicts an instruction asks: each has a place of its own for what is remembered. */
const LOCALS = 0
const GLOBALS = 1
const BUILTINS = 2

const ABSENT = 0
const OTHERWISE = -1

export class NameCache {
  readonly #ts: ThreadState
  readonly #mem: Memory
  readonly #dict: number
  readonly #int: number

  constructor(ts: ThreadState) {
    this.#ts = ts
    this.#mem = ts.mem
    this.#dict = ts.types.dict
    this.#int = ts.types.int
  }

  /** LOAD_GLOBAL: the value of a name, borrowed; 0 where the handler has to find it. */
  global(m: Machine, pc: number, name: Borrowed): Borrowed {
    const { words } = this.#mem
    const frame = m.frame >> 2
    let place = this.#place(m, pc, words[frame + F_GLOBALS], name, GLOBALS)
    if (place === ABSENT) place = this.#place(m, pc, words[frame + F_BUILTINS], name, BUILTINS)
    return place > 0 ? words[place] : 0
  }

  /** LOAD_NAME: the same, of a module's body or of one with a namespace of its own. */
  name(m: Machine, pc: number, name: Borrowed): Borrowed {
    const { words } = this.#mem
    const frame = m.frame >> 2
    const locals = words[frame + F_LOCALS]
    if (locals !== words[frame + F_GLOBALS]) {
      if (words[(locals >> 2) + TYPE] !== this.#dict) return 0
      const place = this.#place(m, pc, locals, name, LOCALS)
      if (place !== ABSENT) return place > 0 ? words[place] : 0
    }
    return this.global(m, pc, name)
  }

  /**
   * STORE_NAME of the value below word `s`, which is given up, to a name that has one; false where the handler has to do it.
   * @param ints those of the interpreter
   */
  store(m: Machine, pc: number, s: number, name: Borrowed, ints: PlainInts): boolean {
    const mem = this.#mem
    const { words } = mem
    const locals = words[(m.frame >> 2) + F_LOCALS]
    // A dict that the collector does not know yet may have to be shown to it.
    if (words[(locals >> 2) + TYPE] !== this.#dict || !isTracked(mem, locals)) return false
    const place = this.#place(m, pc, locals, name, LOCALS)
    if (place <= 0) return false
    const old = words[place]
    const isInt = words[(old >> 2) + TYPE] === this.#int
    if (!isInt && words[old >> 2] === 1) return false
    const value = words[s - 2]
    if (value & 1) countUp(mem, words, value & ~1)
    if (mem.log !== null) mem.touch(place)
    words[place] = value & ~1
    if (isInt) closeInt(ints, old)
    else countDown(mem, words, old)
    return true
  }

  /** The word of the value a dict has for a name; ABSENT where it has none, OTHERWISE where it is no table of only str keys. */
  #place(m: Machine, pc: number, dict: Borrowed, name: Borrowed, which: number): number {
    const { words } = this.#mem
    const keys = words[(dict >> 2) + KEYS]
    const sizes = words[(keys >> 2) + SIZES]
    if (((sizes >> 16) & 0xff) !== DICT_KEYS_UNICODE || words[(dict >> 2) + SPLIT_VALUES] !== 0) return OTHERWISE
    const entries = (keys + PyDictKeysObject.sizeof + (1 << ((sizes >> 8) & 0xff))) >> 2
    const { learned } = plainOf(m)
    const at = pc * LEARNED + which
    const known = entries + learned[at] * 4
    if (words[known] === name && learned[at] < words[(keys >> 2) + NENTRIES]) return known + 2
    if (!isHashed(words, name)) return OTHERWISE
    const low = hashKey(this.#ts, name)
    const index = lookupUnicode(this.#ts, keys, name, low, this.#ts.hashHigh)
    if (index < 0) return ABSENT
    learned[at] = index
    return entries + index * 4 + 2
  }
}
