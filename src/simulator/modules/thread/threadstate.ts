// Python/pystate.c: the state of a thread, and the memory its stacks are in.

import { hold } from '../../heap/objimpl.ts'
import type { LoopPlace, ThreadState } from '../../heap/pystate.ts'
import { closeCell, newref, Py_TYPE } from '../../heap/refcount.ts'
import { Interpreter, TSTATE, Tstate } from '../../heap/runtime.ts'
import { CELL } from '../../heap/stackref.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'

/** Bytes of a thread's state, C stack and data stack. */
const STATE_SIZE = 256
const CSTACK_SIZE = 16 << 10
const DATASTACK_SIZE = 240 << 10

/** What a thread waits for. */
export interface Wait {
  /** Whether it has come. */
  readonly until: () => boolean
  /** When it stops waiting, in seconds of the simulated clock. */
  readonly deadline: number
}

/** One thread of the program. */
export interface Thread {
  readonly ident: number
  /** Where its state is kept while it waits. */
  state: number
  /** What it runs, held on its C stack; 0 for the main thread. */
  readonly func: Borrowed
  readonly args: Borrowed
  readonly kwargs: Borrowed
  readonly daemon: boolean
  /** Whether it can leave our stack: a Python function is at its bottom. */
  leavable: boolean
  begun: boolean
  /** It stands on our stack, below others. */
  onStack: boolean
  place: LoopPlace
  wait: Wait | null
  /** It has just waited, and this is what came of it. */
  waited: boolean | null
  /** What goes on its value stack when it goes on: the result of what it waited in. */
  result: (() => Owned) | null
}

const AT_START: LoopPlace = { frame: 0, jumpedBack: false, loops: 0, loopMark: 0 }

/** A thread that has not begun; `func` 0 for the main one, which has. */
export function newThread(
  ts: ThreadState,
  ident: number,
  state: number,
  func: Borrowed,
  args: Borrowed,
  kwargs: Borrowed,
  daemon: boolean,
): Thread {
  const type = func === 0 ? 0 : Py_TYPE(ts, func)
  const leavable = func === 0 || type === ts.types.function || type === ts.types.method
  const standing = { begun: func === 0, onStack: false, place: AT_START, wait: null, waited: null, result: null }
  return { ident, state, func, args, kwargs, daemon, leavable, ...standing }
}

/** Memory for a state with its stacks behind it; 0 where there is none. */
export function newState(ts: ThreadState): number {
  return ts.mem.sbrk(STATE_SIZE + CSTACK_SIZE + DATASTACK_SIZE, 4096)
}

/** Memory for the state of the main thread, which has its stacks already; 0 where there is none. */
export function mainState(ts: ThreadState): number {
  return ts.mem.sbrk(STATE_SIZE, 16)
}

/**
 * The state of a new thread, among those that wait; what it is to call lies on its C stack, and is its own.
 * @param id number of the thread, from 2 on
 */
export function layOut(ts: ThreadState, { state, func, args, kwargs }: Thread, id: number): void {
  const { mem, recursionLimit } = ts
  const to = state - TSTATE
  mem.clear(state, Tstate.sizeof - TSTATE)
  const cstack = state + STATE_SIZE
  const datastack = cstack + CSTACK_SIZE
  mem.store(to + Tstate.id, id)
  mem.store(to + Tstate.exc_info, Tstate.exc_value)
  mem.store(to + Tstate.cstack, cstack)
  mem.store(to + Tstate.cstack_limit, datastack - 64 * CELL)
  mem.store(to + Tstate.datastack, datastack)
  mem.store(to + Tstate.datastack_top, datastack)
  mem.store(to + Tstate.datastack_limit, datastack + DATASTACK_SIZE)
  mem.store(to + Tstate.py_recursion_remaining, recursionLimit)
  const mine = mem.load(Tstate.cstack_top)
  mem.store(Tstate.cstack_top, cstack)
  for (const o of [func, args, kwargs]) if (o !== 0) hold(ts, newref(ts, o))
  mem.store(to + Tstate.cstack_top, mem.load(Tstate.cstack_top))
  mem.store(Tstate.cstack_top, mine)
  mem.store(to + Tstate.next, mem.load(Interpreter.threads))
  mem.store(Interpreter.threads, state)
}

/** A thread that runs and has ended gives up what it called and with what; what the call itself still held goes first. */
export function giveUpHeld(ts: ThreadState, { kwargs }: Thread): void {
  const { mem } = ts
  const cells: number[] = []
  for (let at = mem.load(Tstate.cstack); at < mem.load(Tstate.cstack_top); at += CELL) cells.push(at)
  const given = kwargs === 0 ? 2 : 3
  for (const at of [...cells.slice(given), ...cells.slice(0, given)]) {
    const cell = mem.load(at)
    mem.store(at, 0)
    if (cell !== 0) closeCell(ts, cell)
  }
  mem.store(Tstate.cstack_top, mem.load(Tstate.cstack))
}
