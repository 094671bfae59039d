// Python/bytecodes.c: BINARY_OP_SUBSCR_LIST_INT, STORE_SUBSCR_LIST_INT, FOR_ITER_LIST.

import { type Memory, put } from '../heap/memory.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { countDown, countUp } from '../heap/refcount.ts'
import { PyListObject, PyObject, PyVarObject, seqiterobject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { hasForm } from './adaptive.ts'
import type { Machine } from './machine.ts'
import { closeInt, type PlainInts } from './plainints.ts'
import { LIST_INT_FORM } from './specialize.ts'

/** In words: from one cell to the next, and where fields stand. */
const CELL = 2
const TYPE = PyObject.ob_type >> 2
const SIZE = PyVarObject.ob_size >> 2
const ITEMS = PyListObject.ob_item >> 2
const IT_INDEX = seqiterobject.it_index >> 2
const IT_SEQ = seqiterobject.it_seq >> 2

export class PlainLists {
  readonly #mem: Memory
  readonly #list: number
  readonly #int: number

  constructor(ts: ThreadState) {
    this.#mem = ts.mem
    this.#list = ts.types.list
    this.#int = ts.types.int
  }

  /** The item a list has at an index, borrowed; 0 where the handler of `pc` has to find it. */
  item(m: Machine, pc: number, container: number, index: number): Borrowed {
    const { words } = this.#mem
    const at = container >> 2
    if (words[at + TYPE] !== this.#list || ((container & 1) === 0 && words[at] === 1)) return 0
    if (!(index >= 0 && index < words[at + SIZE]) || !hasForm(m, words, pc, LIST_INT_FORM)) return 0
    return words[(words[at + ITEMS] >> 2) + index * CELL]
  }

  /**
   * `list[int] = value`, which lie below word `s`, and gives up all three; false where the handler has to do it.
   * @param ints those of the interpreter
   */
  store(s: number, ints: PlainInts): boolean {
    const mem = this.#mem
    const { words } = mem
    const key = words[s - CELL]
    const container = words[s - 2 * CELL]
    const value = words[s - 3 * CELL]
    const at = container >> 2
    if (words[at + TYPE] !== this.#list || ((container & 1) === 0 && words[at] === 1)) return false
    const index = ints.value(key)
    if (!(index >= 0 && index < words[at + SIZE])) return false
    const place = (words[at + ITEMS] >> 2) + index * CELL
    const old = words[place]
    const isInt = words[(old >> 2) + TYPE] === this.#int
    // The list's last references may be its own and this one.
    if ((!isInt && words[old >> 2] === 1) || old >> 2 === at) return false
    if (value & 1) countUp(mem, words, value & ~1)
    if (mem.log !== null) mem.touch(place)
    words[place] = value & ~1
    if (isInt) closeInt(ints, old)
    else countDown(mem, words, old)
    closeInt(ints, key)
    if ((container & 1) === 0) countDown(mem, words, container)
    for (let i = 1; i <= 3; i++) put(mem, words, s - i * CELL, 0)
    return true
  }

  /** The next item of the list iterator at word `it`, owned; 0 where the handler has to find it. */
  next(it: number): Owned {
    const mem = this.#mem
    const { words } = mem
    const list = words[it + IT_SEQ] >> 2
    const index = words[it + IT_INDEX]
    if (list === 0 || index >= words[list + SIZE]) return 0
    if (mem.log !== null) mem.touch(it + IT_INDEX)
    words[it + IT_INDEX] = index + 1
    const item = words[(words[list + ITEMS] >> 2) + index * CELL]
    countUp(mem, words, item)
    return item
  }
}
