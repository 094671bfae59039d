// Python/ceval.c, _PyEval_EvalFrameDefault: the loop over a frame's instructions. Most of what runs most often is done right
// here, where registers are variables. As CPython's specialised instructions do, each case first looks whether it is the
// plain one (nothing dies but an int, nothing is called, nothing fails) and leaves all others to the instruction's handler
// before it has changed anything. What a case does to the image is what the handler would have done. Only what it puts on the
// value stack is not noted for the log at once: most of it is gone before anybody looks (noteStack).

import { put } from '../heap/memory.ts'
import { Stop } from '../heap/pystate.ts'
import { countDown, countUp } from '../heap/refcount.ts'
import { GcState } from '../heap/runtime.ts'
import { PyLongObject, PyObject, PyVarObject } from '../heap/structs.ts'
import type { Owned } from '../heap/typeslots.ts'
import { SMALL_INT_SIZE, SMALL_INTS_START } from '../objects/longintrepr.ts'
import type { Ceval } from './ceval.ts'
import { CASE_BITS, CASE_MASK, makePlain, noteStack } from './evalcases.ts'
import { ERROR, EXIT } from './machine.ts'
import { NOT_PLAIN } from './plaincalls.ts'
import { closeInt, compared } from './plainints.ts'
import { makePlainWays } from './plainways.ts'

/** How far above the lowest bit COMPARE_OP's operator stands, by its handler. */
const COMPARE_SHIFTS: Readonly<Record<string, number>> = { COMPARE_OP_SHIFT_4: 4, COMPARE_OP_SHIFT_5: 5 }

/** In words: from one cell to the next, and where fields stand. */
const CELL = 2
const TYPE = PyObject.ob_type >> 2
const SIZE = PyVarObject.ob_size >> 2
const DIGIT = PyLongObject.ob_digit >> 2
/** By BINARY_OP's argument: 1 for `+` and `+=`, -1 for `-` and `-=`. */
const SIGNS = Int8Array.from({ length: 27 }, (_, arg) => (arg % 13 === 0 && arg < 26 ? 1 : arg % 13 === 10 ? -1 : 0))
const GC_SCHEDULED = GcState.gc_scheduled >> 2

/** Runs instructions until a frame marked as entry is left. */
export function _PyEval_EvalFrameDefault(ceval: Ceval): Owned {
  const { ts, machine: m } = ceval
  ceval.plainWays ??= makePlainWays(ceval)
  const { ints, lists, attributes, names, calls } = ceval.plainWays
  const { mem, none, true_, false_, smallInts } = ts
  const { int, list, range_iterator, list_iterator } = ts.types
  const { frames, handlers: meanings } = ts.profile
  const { two } = ints
  const rightFirst = frames.operandsClosed === 'right-first'
  const comparedRightFirst = frames.comparedClosed === 'right-first'
  const compareShift = COMPARE_SHIFTS[meanings.COMPARE_OP] ?? 0
  const globalNullFirst = meanings.LOAD_GLOBAL === 'LOAD_GLOBAL_NULL_FIRST'
  const countsRounds = frames.warmUp.counts === 'code'
  taken: for (;;) {
    const { handlers, args, lineStart } = m.prepared
    m.prepared.plain ??= makePlain(m.prepared, ts.profile)
    const { packed } = m.prepared.plain
    const { words } = mem
    const { observer } = ceval
    const locals = m.locals >> 2
    let { fuel } = ts
    let pc = m.pc
    // The word of the next free cell of the value stack.
    let s = m.sp >> 2
    plain: for (;;) {
      if (--fuel < 0) {
        ts.fuel = fuel
        m.pc = pc
        m.sp = s << 2
        noteStack(m)
        m.saveRegisters()
        throw new Stop({ kind: 'budget', which: 'instructions' })
      }
      if (observer !== null && (lineStart[pc] > 0 || observer.everyInstruction)) {
        m.pc = pc
        m.sp = s << 2
        ts.fuel = fuel
        noteStack(m)
        ceval.observe(lineStart[pc])
      }
      const instruction = packed[pc]
      const arg = instruction >> CASE_BITS
      switch (instruction & CASE_MASK) {
        case 1: {
          // LOAD_FAST
          const cell = words[locals + arg * CELL]
          if (cell === 0) break plain
          if ((cell & 1) === 0) countUp(mem, words, cell)
          words[s] = cell
          s += CELL
          break
        }
        case 2: // LOAD_FAST_BORROW
          words[s] = words[locals + arg * CELL] | 1
          s += CELL
          break
        case 3: {
          // LOAD_FAST_LOAD_FAST
          const first = words[locals + (arg >> 4) * CELL]
          const second = words[locals + (arg & 15) * CELL]
          if ((first & 1) === 0) countUp(mem, words, first)
          if ((second & 1) === 0) countUp(mem, words, second)
          words[s] = first
          words[s + CELL] = second
          s += 2 * CELL
          break
        }
        case 4: // LOAD_FAST_BORROW_LOAD_FAST_BORROW
          words[s] = words[locals + (arg >> 4) * CELL] | 1
          words[s + CELL] = words[locals + (arg & 15) * CELL] | 1
          s += 2 * CELL
          break
        case 5: {
          // STORE_FAST
          const at = locals + arg * CELL
          const old = words[at]
          const owned = old !== 0 && (old & 1) === 0
          const isInt = owned && words[(old >> 2) + TYPE] === int
          if (owned && !isInt && words[old >> 2] === 1) break plain
          s -= CELL
          put(mem, words, at, words[s])
          if (isInt) closeInt(ints, old)
          else if (owned) countDown(mem, words, old)
          break
        }
        case 6: {
          // LOAD_CONST
          const o = words[(m.consts >> 2) + arg * CELL]
          countUp(mem, words, o)
          words[s] = o
          s += CELL
          break
        }
        case 7: // LOAD_CONST_BORROW
          words[s] = words[(m.consts >> 2) + arg * CELL] | 1
          s += CELL
          break
        case 8: // LOAD_SMALL_INT: all of them are immortal
          words[s] = smallInts + (arg - SMALL_INTS_START) * SMALL_INT_SIZE
          s += CELL
          break
        case 9: {
          // POP_TOP
          const cell = words[s - CELL]
          const owned = cell !== 0 && (cell & 1) === 0
          if (owned && words[cell >> 2] === 1) break plain
          if (owned) countDown(mem, words, cell)
          s -= CELL
          break
        }
        case 10: // PUSH_NULL
          words[s] = 0
          s += CELL
          break
        case 11: {
          // COPY
          const cell = words[s - arg * CELL]
          if ((cell & 1) === 0) countUp(mem, words, cell)
          words[s] = cell
          s += CELL
          break
        }
        case 12: {
          // SWAP
          const top = words[s - CELL]
          const other = s - arg * CELL
          words[s - CELL] = words[other]
          words[other] = top
          break
        }
        case 13: // NOT_TAKEN, and others that do nothing
          break
        case 14:
        case 15: {
          // POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE: of a bool
          const cell = words[s - CELL]
          const o = cell & ~1
          if (o !== true_ && o !== false_) break plain
          if (o === cell) countDown(mem, words, o)
          s -= CELL
          pc = (o === true_) === ((instruction & CASE_MASK) === 15) ? arg : pc + 1
          continue
        }
        case 16:
        case 17: {
          // POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE
          const cell = words[s - CELL]
          const o = cell & ~1
          if (o === cell && words[o >> 2] === 1) break plain
          if (o === cell) countDown(mem, words, o)
          s -= CELL
          pc = (o === none) === ((instruction & CASE_MASK) === 16) ? arg : pc + 1
          continue
        }
        case 18: // JUMP_FORWARD
          pc = arg
          continue
        case 19: // JUMP_BACKWARD: where nothing waits for its turn
          if (countsRounds || words[GC_SCHEDULED] !== 0 || fuel < ts.sliceEnd) break plain
          m.jumpedBack = true
          pc = arg
          continue
        case 20: {
          // BINARY_OP: of ints
          const right = words[s - CELL]
          const left = words[s - 2 * CELL]
          const l = left >> 2
          const r = right >> 2
          let result = 0
          if (words[l + TYPE] !== int || words[r + TYPE] !== int) break plain
          const m1 = words[l + SIZE]
          const n1 = words[r + SIZE]
          const sign = SIGNS[arg]
          if (m1 < two && m1 > -2 && n1 < two && n1 > -2 && sign !== 0) {
            const x = m1 & 2 ? -words[l + DIGIT] : words[l + DIGIT]
            const y = n1 & 2 ? -words[r + DIGIT] : words[r + DIGIT]
            result = ints.make32(sign === 1 ? x + y : x - y)
          } else result = ints.combine(left, right, arg)
          if (result === 0) break plain
          words[s - 2 * CELL] = result
          words[s - CELL] = rightFirst ? 0 : result
          closeInt(ints, rightFirst ? right : left)
          closeInt(ints, rightFirst ? left : right)
          s -= CELL
          break
        }
        case 21: {
          // COMPARE_OP: of ints
          const right = words[s - CELL]
          const left = words[s - 2 * CELL]
          const l = left >> 2
          const r = right >> 2
          if (words[l + TYPE] !== int || words[r + TYPE] !== int) break plain
          const m1 = words[l + SIZE]
          const n1 = words[r + SIZE]
          let truth = 0
          if (m1 < two && m1 > -2 && n1 < two && n1 > -2) {
            const x = m1 & 2 ? -words[l + DIGIT] : words[l + DIGIT]
            const y = n1 & 2 ? -words[r + DIGIT] : words[r + DIGIT]
            truth = compared(x, y, arg >> compareShift) ? true_ : false_
          } else {
            const x = ints.value(left)
            const y = ints.value(right)
            if (Number.isNaN(x) || Number.isNaN(y)) break plain
            truth = compared(x, y, arg >> compareShift) ? true_ : false_
          }
          countUp(mem, words, truth)
          words[s - 2 * CELL] = truth
          words[s - CELL] = comparedRightFirst ? 0 : truth
          closeInt(ints, comparedRightFirst ? right : left)
          closeInt(ints, comparedRightFirst ? left : right)
          s -= CELL
          break
        }
        case 22: {
          // FOR_ITER: over a range or a list
          const it = words[s - CELL] >> 2
          const type = words[it + TYPE]
          const value = type === range_iterator ? ints.next(it) : type === list_iterator ? lists.next(it) : 0
          if (value === 0) break plain
          words[s] = value
          s += CELL
          break
        }
        case 23: // RESUME: where nothing waits for its turn
          if (countsRounds || words[GC_SCHEDULED] !== 0 || fuel < ts.sliceEnd) break plain
          break
        case 24: {
          // LOAD_ATTR: of a value of the instance
          const owner = words[s - CELL]
          const o = owner & ~1
          if (owner === o && words[o >> 2] === 1) break plain
          const value = attributes.value(m, pc, o, words[(m.names >> 2) + arg * CELL])
          if (value === 0) break plain
          countUp(mem, words, value)
          words[s - CELL] = value
          if (owner === o) countDown(mem, words, o)
          break
        }
        case 25: {
          // LOAD_METHOD: of a function of the class
          const owner = words[s - CELL]
          const method = attributes.method(m, pc, owner & ~1, words[(m.names >> 2) + arg * CELL])
          if (method === 0) break plain
          countUp(mem, words, method)
          words[s - CELL] = method
          words[s] = owner
          s += CELL
          break
        }
        case 26: // STORE_ATTR: of a value of the instance
          if (!attributes.store(m, pc, s, words[(m.names >> 2) + arg * CELL], ints)) break plain
          s -= 2 * CELL
          break
        case 27: {
          // LOAD_GLOBAL
          const name = words[(m.names >> 2) + (arg >> 1) * CELL]
          const value = names.global(m, pc, name)
          if (value === 0) break plain
          countUp(mem, words, value)
          words[s] = (arg & 1) !== 0 && globalNullFirst ? 0 : value
          s += CELL
          if ((arg & 1) === 0) break
          words[s] = globalNullFirst ? value : 0
          s += CELL
          break
        }
        case 28: {
          // LOAD_NAME
          const value = names.name(m, pc, words[(m.names >> 2) + arg * CELL])
          if (value === 0) break plain
          countUp(mem, words, value)
          words[s] = value
          s += CELL
          break
        }
        case 29: // STORE_NAME: of a name that is there
          if (!names.store(m, pc, s, words[(m.names >> 2) + arg * CELL], ints)) break plain
          s -= CELL
          break
        case 30: {
          // CALL: of a Python function, or of a class
          ts.fuel = fuel
          const status = calls.enter(m, pc, s - (arg + 2) * CELL, arg)
          if (status === NOT_PLAIN) break plain
          if (status === ERROR) {
            m.pc = pc + 1
            m.sp = s << 2
            if (ceval.handleError() === EXIT) return m.result
          }
          continue taken
        }
        case 31: {
          // BINARY_SUBSCR: of a list by an int
          const key = words[s - CELL]
          const container = words[s - 2 * CELL]
          const item = lists.item(m, pc, container, ints.value(key))
          if (item === 0) break plain
          countUp(mem, words, item)
          words[s - 2 * CELL] = item
          words[s - CELL] = rightFirst ? 0 : item
          closeInt(ints, key)
          if ((container & 1) === 0) countDown(mem, words, container)
          s -= CELL
          break
        }
        case 32: // STORE_SUBSCR: of a list by an int
          if (!lists.store(s, ints)) break plain
          s -= 3 * CELL
          break
        case 35: // RETURN_VALUE
          ts.fuel = fuel
          if (!calls.leave(m, pc, s - CELL, words[s - CELL])) break plain
          continue taken
        case 33: {
          // IS_OP
          const right = words[s - CELL]
          const left = words[s - 2 * CELL]
          // Two cells may hold the last two references to one object.
          if (dies(words, right) || dies(words, left) || right === left) break plain
          const truth = ((right & ~1) === (left & ~1)) === (arg === 0) ? true_ : false_
          countUp(mem, words, truth)
          words[s - 2 * CELL] = truth
          words[s - CELL] = comparedRightFirst ? 0 : truth
          if ((right & 1) === 0) countDown(mem, words, right)
          if ((left & 1) === 0) countDown(mem, words, left)
          s -= CELL
          break
        }
        case 34: {
          // TO_BOOL: of a list
          const cell = words[s - CELL]
          if (words[(cell >> 2) + TYPE] !== list || dies(words, cell)) break plain
          const truth = words[(cell >> 2) + SIZE] > 0 ? true_ : false_
          countUp(mem, words, truth)
          words[s - CELL] = truth
          if ((cell & 1) === 0) countDown(mem, words, cell)
          break
        }
        default:
          break plain
      }
      pc++
    }
    ts.fuel = fuel
    m.pc = pc + 1
    m.sp = s << 2
    if (mem.log !== null) noteStack(m)
    let status = handlers[pc](m, args[pc])
    if (status === ERROR) status = ceval.handleError()
    if (status === EXIT) return m.result
  }
}

/** Whether a cell holds the last reference to an object. */
function dies(words: Int32Array, cell: number): boolean {
  return (cell & 1) === 0 && words[cell >> 2] === 1
}
