// The registers of the evaluation loop and the shape of an instruction's handler. Everything else a frame has lies in the
// image; the registers are written back whenever somebody may look (saveRegisters).

import type { Code } from '../compiler/code.ts'
import { put } from '../heap/memory.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { closeCell, newref } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import { CELL } from '../heap/stackref.ts'
import { InterpreterFrame as F, PyCodeObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import type { Plain } from './evalcases.ts'

/** In words: where a frame has them. */
const STACKPOINTER = F.stackpointer >> 2
const INSTR_PTR = F.instr_ptr >> 2

/** What a handler answers: go on, an exception is set, or the loop has to be left with `machine.result`. */
export const OK = 0
export const ERROR = 1
export const EXIT = 2

/** One instruction. `arg` is its oparg, or for a jump the index of the instruction jumped to. */
export type Handler = (m: Machine, arg: number) => number

/** A code object made ready to run; built once from the immutable `Code`. */
export interface Prepared {
  readonly code: Code
  readonly handlers: readonly Handler[]
  readonly args: Int32Array
  /** Bytes from the code object to each instruction. */
  readonly offsets: Int32Array
  /** For each instruction the line it begins, or 0 where it does not begin one. */
  readonly lineStart: Int32Array
  /** What the loop that runs instructions itself needs besides (evalcases.ts), made when it first comes here. */
  plain: Plain | null
  /** For each instruction the row of the exception table that covers it, or -1. */
  readonly covered: Int16Array
}

/** The evaluation loop's state between two instructions. */
export class Machine {
  readonly ts: ThreadState
  /** The current frame's address. */
  frame = 0
  /** First cell of its locals. */
  locals = 0
  /** Address of the next free cell of its value stack. */
  sp = 0
  /** Index of the next instruction. */
  pc = 0
  prepared!: Prepared
  /** Address of the first item of co_consts, of co_names. */
  consts = 0
  names = 0
  /** Keyword names for the next CALL (KW_NAMES up to 3.12), borrowed from the constants. */
  kwnames = 0
  /** The last jump went back, so that the same line may begin anew. */
  jumpedBack = false
  /** What the frame that left the loop returned; 0 after an exception. */
  result: Owned = 0

  /** Where a tuple's items start. */
  readonly #items: number

  constructor(ts: ThreadState) {
    this.ts = ts
    this.#items = ts.profile.layout.tupleItems
  }

  /** Nothing runs. */
  restart(): void {
    this.frame = 0
    this.locals = 0
    this.sp = 0
    this.pc = 0
    this.kwnames = 0
    this.jumpedBack = false
    this.result = 0
    this.reraised = false
    this.reraisedFrom = -1
  }

  /** Makes a frame the current one and takes up where it stands. */
  enter(frame: number, prepared: Prepared): void {
    const mem = this.ts.mem
    mem.store(Tstate.current_frame, frame)
    this.take(frame, prepared, mem.load(frame + F.instr_ptr), mem.load(frame + F.stackpointer))
  }

  /** Takes up the registers of a frame that is the current one already. */
  take(frame: number, prepared: Prepared, pc: number, sp: number): void {
    const { words } = this.ts.mem
    this.frame = frame
    this.prepared = prepared
    this.locals = frame + F.sizeof
    this.sp = sp
    this.pc = pc
    const code = words[(frame + F.f_executable) >> 2]
    this.consts = words[(code + PyCodeObject.co_consts) >> 2] + this.#items
    this.names = words[(code + PyCodeObject.co_names) >> 2] + this.#items
  }

  /** Writes the registers into the frame. */
  saveRegisters(): void {
    const { mem } = this.ts
    const { words } = mem
    const frame = this.frame >> 2
    // From line to line the stack is mostly empty.
    if (words[frame + STACKPOINTER] !== this.sp) put(mem, words, frame + STACKPOINTER, this.sp)
    put(mem, words, frame + INSTR_PTR, this.pc)
  }

  /** Enters a Python function in this loop. Set by ceval.ts. @see initializeLocals for what is stolen */
  enterFunction: (funcCell: number, args: readonly number[], nargs: number, kwnames: number) => number = () => ERROR

  /**
   * As `enterFunction`, with something to give up between the binding of the arguments and the first instruction.
   * `flags` are added to the frame's. Set by ceval.ts.
   */
  enterFunctionThen: (
    funcCell: number,
    args: readonly number[],
    nargs: number,
    kwnames: number,
    then: () => void,
    flags?: number,
  ) => number = () => ERROR
  /** Returns a value from the current frame. Set by ceval.ts. */
  leaveFrame: (value: Owned) => number = () => ERROR
  /** Suspends the generator that runs, with a value for whoever resumed it. Set by ceval.ts. */
  yieldValue: (value: Owned) => number = () => ERROR
  /** Makes a generator of the current frame and returns it. Set by ceval.ts. */
  returnGenerator: () => number = () => ERROR
  /** The tables of a frame's code. Set by ceval.ts. */
  prepare: (frame: number) => Prepared = () => this.prepared
  /** The exception being raised was raised before: its traceback does not grow here. */
  reraised = false
  /** The instruction a re-raised exception comes from, or -1. */
  reraisedFrom = -1

  /** RERAISE with an argument: the traceback belongs to the instruction at `index`. */
  reraiseAt(index: number): void {
    this.reraisedFrom = index
  }

  /** Pushes a cell: an owned reference, a tagged borrowed one, or 0. */
  push(cell: number): void {
    this.ts.mem.store(this.sp, cell)
    this.sp += CELL
  }

  /** Pops a cell. */
  pop(): number {
    this.sp -= CELL
    return this.ts.mem.words[this.sp >> 2]
  }

  /** The cell `depth` places down; 1 is the top. */
  peek(depth: number): number {
    return this.ts.mem.words[(this.sp - depth * CELL) >> 2]
  }

  /** The object in the cell `depth` places down. */
  top(depth: number): Borrowed {
    return this.ts.mem.words[(this.sp - depth * CELL) >> 2] & ~1
  }

  /** Overwrites the cell `depth` places down. */
  poke(depth: number, cell: number): void {
    this.ts.mem.store(this.sp - depth * CELL, cell)
  }

  /** Pushes an owned result, or reports the error where it is 0. */
  pushResult(result: Owned): number {
    if (result === 0) return ERROR
    this.push(result)
    return OK
  }

  /**
   * Gives up the top `n` cells and leaves an owned result in their place, or reports the error where it is 0. A finalizer
   * that runs meanwhile finds on the stack what is not given up yet, and the result.
   */
  replace(n: number, result: Owned, order: 'top-first' | 'bottom-first' = 'top-first'): number {
    const { ts } = this
    const { mem } = ts
    const base = this.sp - n * CELL
    let at = 0
    for (let i = 0; i < n; i++) {
      if (at !== 0) mem.store(at, 0)
      at = base + (order === 'top-first' ? n - 1 - i : i) * CELL
      const cell = mem.load(at)
      mem.store(at, result)
      closeCell(ts, cell)
    }
    this.sp = base
    return this.pushResult(result)
  }

  /** Gives up the top `n` cells. */
  drop(n: number, order: 'top-first' | 'bottom-first' = 'top-first'): void {
    this.replace(n, 0, order)
  }

  /** Name number `i` of the code object. */
  name(i: number): Borrowed {
    return this.ts.mem.words[(this.names + i * 8) >> 2]
  }

  /** Constant number `i` of the code object. */
  constant(i: number): Borrowed {
    return this.ts.mem.words[(this.consts + i * 8) >> 2]
  }

  /** A new reference to a constant. */
  newConstant(i: number): Owned {
    return newref(this.ts, this.constant(i))
  }

  field(offset: number): number {
    return this.ts.mem.words[(this.frame + offset) >> 2]
  }
}
