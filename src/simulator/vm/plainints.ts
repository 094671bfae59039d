// Python/bytecodes.c: BINARY_OP_ADD_INT, COMPARE_OP_INT and their kin. Ints of at most one digit need no tables; what is
// allocated, counted and freed is the same as on the general way.

import { Happening } from '../../trace/happenings.ts'
import { FreeList, freelistHead, freelistLimit } from '../heap/freelist.ts'
import { type Memory, put } from '../heap/memory.ts'
import { PyObject_Free, readyBlock } from '../heap/obmalloc.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { PyLongObject, PyObject } from '../heap/structs.ts'
import type { Owned } from '../heap/typeslots.ts'
import { PyLong_MASK, PyLong_SHIFT, SMALL_INT_SIZE, SMALL_INTS_START } from '../objects/longintrepr.ts'
import { rangeiterobject } from '../objects/rangeiter.ts'

/** BINARY_OP's arguments, those that make an int of two ints. */
const [ADD, AND, FLOOR_DIVIDE, MULTIPLY, REMAINDER, OR, SUBTRACT, XOR] = [0, 1, 2, 5, 6, 7, 10, 12]
/** From this argument on an operator is the augmented one, which is the same for ints. */
const NB_INPLACE = 13

const BASE = 2 ** PyLong_SHIFT

/** Words from the start of an int to its type, its size and its digits. */
const TYPE = PyObject.ob_type >> 2
const SIZE = PyLongObject.lv_tag >> 2
const DIGIT = PyLongObject.ob_digit >> 2
/** The same in a range iterator. */
const START = rangeiterobject.start >> 2
const STEP = rangeiterobject.step >> 2
const LEFT = rangeiterobject.len >> 2
/** From this high digit on, a number of two digits has more than 53 bits. */
const UNSAFE = 1 << 23

/** Bytes of an int of up to two digits, and of three, which CPython asks for where a sum may need one more. */
const ROOM_FOR_TWO = PyLongObject.ob_digit + 8
const ROOM_FOR_THREE = PyLongObject.ob_digit + 12

/** The ints of up to 53 bits of an interpreter, without the general ways. */
export class PlainInts {
  readonly #ts: ThreadState
  readonly #mem: Memory
  readonly #type: number
  readonly #small: number
  readonly #smallEnd: number
  readonly #lvTag: boolean
  /** The size field of two digits, and that of three. */
  readonly two: number
  readonly #three: number
  /** Where the free list of ints begins, and how many it keeps. */
  readonly #head = freelistHead(FreeList.ints)
  readonly #limit: number

  constructor(ts: ThreadState) {
    this.#ts = ts
    this.#mem = ts.mem
    this.#type = ts.types.int
    this.#small = ts.smallInts
    this.#smallEnd = ts.profile.numbers.smallIntsEnd
    this.#lvTag = ts.profile.numbers.lvTag
    this.two = this.#lvTag ? 16 : 2
    this.#three = this.#lvTag ? 24 : 3
    this.#limit = freelistLimit(ts, FreeList.ints)
  }

  /** The image. */
  get words(): Int32Array {
    return this.#mem.words
  }

  /** The value of what a cell holds; NaN where it is no int, or has more than 53 bits. */
  value(cell: number): number {
    const { words } = this.#mem
    const at = cell >> 2
    const size = words[at + SIZE]
    if (words[at + TYPE] !== this.#type || size >= this.#three || size < -2) return Number.NaN
    let magnitude = words[at + DIGIT]
    if (size >= this.two || size === -2) {
      const high = words[at + DIGIT + 1]
      if (high >= UNSAFE) return Number.NaN
      magnitude += high * BASE
    }
    return this.#isNegative(size) ? -magnitude : magnitude
  }

  #isNegative(size: number): boolean {
    return this.#lvTag ? (size & 2) !== 0 : size < 0
  }

  /**
   * What the operator that BINARY_OP numbers `arg` makes of what two cells hold, as a new int.
   * @returns 0 where that is not done here; nothing has been done then
   */
  combine(left: number, right: number, arg: number): Owned {
    const operator = arg < NB_INPLACE ? arg : arg - NB_INPLACE
    if (operator === ADD || operator === SUBTRACT) {
      const made = this.#inDigits(left >> 2, right >> 2, operator)
      if (made !== 0) return made
    }
    const x = this.value(left)
    const y = this.value(right)
    if (Number.isNaN(x) || Number.isNaN(y)) return 0
    const compact = x < BASE && x > -BASE && y < BASE && y > -BASE
    if (operator === ADD) return this.make(x + y, !compact && x < 0 === y < 0)
    if (operator === SUBTRACT) return this.make(x - y, !compact && x < 0 !== y < 0)
    if (operator === REMAINDER && y !== 0) {
      const rest = x % y
      return this.make(rest !== 0 && rest < 0 !== y < 0 ? rest + y : rest)
    }
    if (!compact) return 0
    const result = combined(x, y, operator)
    return Number.isNaN(result) ? 0 : this.make(result)
  }

  /** The sum or difference of numbers that are not negative, nor is it; 0 where one is, or where it is not done here. */
  #inDigits(l: number, r: number, operator: number): Owned {
    const { words } = this.#mem
    const m = words[l + SIZE]
    const n = words[r + SIZE]
    if (words[l + TYPE] !== this.#type || words[r + TYPE] !== this.#type) return 0
    if (m >= this.#three || n >= this.#three || this.#isNegative(m) || this.#isNegative(n)) return 0
    const m1 = m >= this.two ? words[l + DIGIT + 1] : 0
    const n1 = n >= this.two ? words[r + DIGIT + 1] : 0
    let low: number
    let high: number
    if (operator === ADD) {
      low = words[l + DIGIT] + words[r + DIGIT]
      high = m1 + n1 + (low >>> PyLong_SHIFT)
      low &= PyLong_MASK
    } else {
      low = words[l + DIGIT] - words[r + DIGIT]
      high = m1 - n1 - (low >>> 31)
      low &= PyLong_MASK
    }
    if (high === 0) return this.make32(low)
    if (high < 0 || high >= UNSAFE) return 0
    return this.#pair(low, high, false, operator === ADD && (m1 !== 0 || n1 !== 0))
  }

  /**
   * A new int where that takes no more than a block that lies ready.
   * @param value a whole number
   * @param roomy CPython asks for room for three digits before it knows how many there are
   * @returns 0 where it takes more; nothing has been done then
   */
  make(value: number, roomy = false): Owned {
    const mem = this.#mem
    const { words } = mem
    if (value >= SMALL_INTS_START && value < this.#smallEnd) {
      const small = this.#small + (value - SMALL_INTS_START) * SMALL_INT_SIZE
      const n = words[small >> 2]
      if (n >= 0) mem.store(small, n + 1)
      return small
    }
    if (value < BASE && value > -BASE) return this.#one(value | 0)
    if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER) return 0
    const magnitude = Math.abs(value)
    return this.#pair(magnitude % BASE, Math.floor(magnitude / BASE), value < 0, roomy)
  }

  /** An int of two digits. */
  #pair(low: number, high: number, negative: boolean, roomy: boolean): Owned {
    const mem = this.#mem
    if (mem.tracer !== null) return 0
    const o = this.#block(roomy ? ROOM_FOR_THREE : ROOM_FOR_TWO)
    if (o === 0) return 0
    mem.store(o, 1)
    this.#setSize(o, 2, negative)
    mem.store(o + PyLongObject.ob_digit, low)
    mem.store(o + PyLongObject.ob_digit + 4, high)
    return o
  }

  /** `make` for a number of 32 bits. */
  make32(value: number): Owned {
    if (value >= BASE || value <= -BASE || (value >= SMALL_INTS_START && value < this.#smallEnd))
      return this.make(value)
    return this.#one(value)
  }

  /** An int of one digit that is none of the small ones: the one kept last, else a block. */
  #one(value: number): Owned {
    const mem = this.#mem
    const { words } = mem
    if (mem.tracer !== null) return 0
    const head = this.#head >> 2
    const kept = words[head]
    if (kept === 0) {
      const block = this.#block(ROOM_FOR_TWO)
      if (block === 0) return 0
      mem.store(block, 1)
      this.#setSize(block, 1, value < 0)
      mem.store(block + PyLongObject.ob_digit, value < 0 ? -value : value)
      return block
    }
    const at = kept >> 2
    const size = this.#lvTag ? (value < 0 ? 10 : 8) : value < 0 ? -1 : 1
    if (mem.log !== null) {
      mem.touch(head)
      mem.touch(head + 2)
      mem.touch(at)
      mem.touch(at + DIGIT)
    }
    words[head] = words[at]
    words[head + 2]--
    words[at] = 1
    // It is mostly as the number before left it.
    if (words[at + SIZE] !== size) this.#setSize(kept, 1, value < 0)
    words[at + DIGIT] = value < 0 ? -value : value
    return kept
  }

  /** The next number of the range iterator at word `it`, where it counts in 32 bits; 0 where the handler has to find it. */
  next(it: number): Owned {
    const mem = this.#mem
    const { words } = mem
    const start = words[it + START]
    const step = words[it + STEP]
    const left = words[it + LEFT]
    const next = start + step
    if (left <= 0 || words[it + LEFT + 1] !== 0 || next !== (next | 0)) return 0
    if (words[it + START + 1] !== start >> 31 || words[it + STEP + 1] !== step >> 31) return 0
    const value = this.make32(start)
    if (value === 0) return 0
    if (mem.log !== null) {
      mem.touch(it + START)
      mem.touch(it + LEFT)
    }
    words[it + START] = next
    if (words[it + START + 1] !== next >> 31) put(mem, words, it + START + 1, next >> 31)
    words[it + LEFT] = left - 1
    return value
  }

  #setSize(o: number, digits: number, negative: boolean): void {
    const mem = this.#mem
    if (this.#lvTag) mem.store(o + PyLongObject.lv_tag, (digits << 3) | (negative ? 2 : 0))
    else {
      mem.store(o + PyLongObject.lv_tag, negative ? -digits : digits)
      mem.store(o + PyLongObject.lv_tag + 4, negative ? -1 : 0)
    }
  }

  /** The next free block of a pool, as an object without count and value; 0 where none lies ready. */
  #block(bytes: number): number {
    const mem = this.#mem
    const block = readyBlock(mem, bytes)
    if (block === 0) return 0
    mem.clear(block, bytes)
    mem.store(block + PyObject.ob_type, this.#type)
    return block
  }

  /** Use `closeInt`. */
  close(cell: number): void {
    if ((cell & 1) !== 0) return
    const mem = this.#mem
    const { words } = mem
    const at = cell >> 2
    const count = words[at]
    if (count < 0) return
    if (mem.log !== null) mem.touch(at)
    words[at] = count - 1
    if (count > 1) return
    const { happenings } = this.#ts
    if (happenings.watched) happenings.add(Happening.dealloc, cell, this.#type)
    const size = words[at + SIZE]
    const head = this.#head >> 2
    const kept = words[head + 2]
    if (size >= this.two || size < -1 || kept >= this.#limit) {
      PyObject_Free(mem, cell)
      return
    }
    if (mem.log !== null) {
      mem.touch(head)
      mem.touch(head + 2)
    }
    words[at] = words[head]
    words[head] = cell
    words[head + 2] = kept + 1
  }
}

/** PyStackRef_CLOSE_SPECIALIZED: gives up what a cell owns, an int of no subclass. `ints` are those of the interpreter. */
export function closeInt(ints: PlainInts, cell: number): void {
  ints.close(cell)
}

/** What an operator makes of two values of one digit; NaN for other operators and a division by zero. */
function combined(x: number, y: number, operator: number): number {
  switch (operator) {
    case MULTIPLY:
      return x * y
    case FLOOR_DIVIDE:
      return y === 0 ? Number.NaN : Math.floor(x / y)
    case AND:
      return x & y
    case OR:
      return x | y
    case XOR:
      return x ^ y
    default:
      return Number.NaN
  }
}

/** Whether a comparison (object.h's numbers: `<`, `<=`, `==`, `!=`, `>`, `>=`) of two values holds. */
export function compared(x: number, y: number, op: number): boolean {
  if (op < 2) return op === 0 ? x < y : x <= y
  if (op < 4) return (x === y) === (op === 2)
  return op === 4 ? x > y : x >= y
}
