// Python/ceval_gil.c, Python/pystate.c: threads that take turns. One runs; the others wait, each with a thread state, a data
// stack and a C stack of its own in the image.
// Where a thread gives way: where it must wait (a lock that is held, sleep), where it has ended, and where its time is over
// (sys.setswitchinterval; an instruction counts as in time.py), at the next instruction that looks at the eval breaker. These
// are places at which CPython may do so too.
// Our own stack is one for all. A thread leaves it by throwing Turn, which it can only while no native code between its
// function and here has called Python; where some has, it stays where it is and the others run above it, until it may go on.

import { Stop, type ThreadState, type Threads } from '../../heap/pystate.ts'
import { CLEAR, DECREF, newref } from '../../heap/refcount.ts'
import { Clock, Gil, Interpreter, TSTATE, Tstate } from '../../heap/runtime.ts'
import { CELL, Py_TAG_REFCNT, untagged } from '../../heap/stackref.ts'
import { PyWeakReference } from '../../heap/structs.ts'
import type { Borrowed, Owned } from '../../heap/typeslots.ts'
import { PyErr_Clear, PyErr_ExceptionMatches } from '../../objects/errors.ts'
import { PyObject_Call } from '../../objects/objectcall.ts'
import { elapsed, PER_INSTRUCTION } from '../_time.ts'
import { LOCKED } from './locklayout.ts'
import { isNativeNamed } from './native.ts'
import { giveUpHeld, layOut, mainState, newState, newThread, type Thread, type Wait } from './threadstate.ts'

/** Thrown by a thread that leaves our stack to others. */
class Turn {}

/** Thrown where the main thread has ended and only daemons are left, one of them on our stack: they never run again. */
class Over {}

/** The ident of the main thread, and how far the next one is from it: as addresses of stacks look. */
const FIRST_IDENT = 139637976000000
const STACK_STEP = 8392704
const FIRST_NATIVE_ID = 4711

/** The scheduler of a program, made when it is first asked for. */
export function scheduler(ts: ThreadState): Scheduler {
  return ts.threads instanceof Scheduler ? ts.threads : new Scheduler(ts)
}

export class Scheduler implements Threads {
  readonly #ts: ThreadState
  readonly #main: Thread
  #current: Thread
  #started = 0
  /** Those that may run, in the order in which they became so, and those that wait for something. */
  #ready: Thread[] = []
  #waiting: Thread[] = []
  /** Stacks of threads that have ended. */
  readonly #free: number[] = []
  #mainResult: Owned | null = null

  constructor(ts: ThreadState) {
    this.#ts = ts
    this.#main = newThread(ts, FIRST_IDENT, 0, 0, 0, 0, false)
    this.#current = this.#main
    ts.threads = this
  }

  /** The ident of the thread that runs. */
  get ident(): number {
    return this.#current.ident
  }

  /** The number the system gives it: that of the process for the main thread. */
  get nativeId(): number {
    return FIRST_NATIVE_ID + (FIRST_IDENT - this.#current.ident) / STACK_STEP
  }

  /** How many threads there are beside the main one. */
  get count(): number {
    return [this.#current, ...this.#ready, ...this.#waiting].filter((thread) => thread !== this.#main).length
  }

  /**
   * Starts a thread that calls a function; it runs when its turn comes. All three are borrowed.
   * @param kwargs 0 for none
   * @returns its ident, or 0 where there is no memory for its stack
   */
  start(func: Borrowed, args: Borrowed, kwargs: Borrowed, daemon: boolean): number {
    const ts = this.#ts
    const state = this.#free.pop() ?? newState(ts)
    if (state === 0 || !this.#canWait()) return 0
    const thread = newThread(ts, FIRST_IDENT - ++this.#started * STACK_STEP, state, func, args, kwargs, daemon)
    layOut(ts, thread, this.#started + 1)
    if (this.#ready.length === 0) this.#beginSlice()
    this.#ready.push(thread)
    return thread.ident
  }

  /** Alone, the main thread never waits for its turn: only now its state gets a place. */
  #canWait(): boolean {
    if (this.#main.state === 0) this.#main.state = mainState(this.#ts)
    return this.#main.state !== 0
  }

  #beginSlice(): void {
    const { mem, fuel } = this.#ts
    this.#ts.sliceEnd = Math.max(0, fuel - Math.ceil(mem.loadDouble(Gil.interval) / PER_INSTRUCTION))
  }

  endSlice(): void {
    const thread = this.#current
    if (this.#isOver()) throw new Over()
    if (this.#ts.loops !== 1 || !thread.leavable) {
      // It cannot leave; where it takes very long the others have a turn above it.
      if (this.#ts.fuel < this.#ts.sliceEnd - PATIENCE) this.#stay(NOTHING)
      return
    }
    this.#wake()
    if (this.#ready.length === 0) return this.#beginSlice()
    this.#ready.push(thread)
    throw new Turn()
  }

  /**
   * Waits, while others run. Called by native code first of all: it may be called again for the same instruction.
   * @param natives the names of the native function that waits
   * @param seconds the longest time, -1 for ever
   * @param result what that function returns, where the instruction that called it is not run again
   * @returns whether `until` holds
   */
  wait(natives: readonly string[], until: () => boolean, seconds: number, result: () => Owned): boolean {
    const ts = this.#ts
    const thread = this.#current
    const { waited } = thread
    thread.waited = null
    if (waited !== null) return waited
    if (until()) return true
    if (!this.#canWait()) throw new Stop({ kind: 'budget', which: 'memory' })
    const wait = { until, deadline: seconds < 0 ? Number.POSITIVE_INFINITY : elapsed(ts) + seconds }
    const way = this.#wayOut(natives)
    if (way === 'none') return this.#stay(wait)
    thread.wait = wait
    this.#waiting.push(thread)
    if (way === 'again') ts.evalLoop.rewind()
    else thread.result = result
    throw new Turn()
  }

  /** How the thread that runs may leave our stack: its instruction is run again, or has but its result to come. */
  #wayOut(natives: readonly string[]): 'again' | 'result' | 'none' {
    const ts = this.#ts
    if (ts.loops !== 1 || !this.#current.leavable) return 'none'
    const { opname, oparg } = ts.evalLoop.running()
    if (opname === 'BEFORE_WITH') return natives.includes('__enter__') ? 'result' : 'none'
    if (opname !== 'CALL' || this.#owned().length > 0) return 'none'
    // The callable is in one of the two cells below the arguments.
    const below = [oparg + 1, oparg + 2].map((depth) => untagged(ts.evalLoop.peek(depth)))
    return below.some((o) => o !== 0 && isNativeNamed(ts, o, natives)) ? 'again' : 'none'
  }

  /** What native code holds since the outermost loop began. */
  #owned(): Owned[] {
    const { mem, loopMark } = this.#ts
    const held: Owned[] = []
    for (let at = loopMark; at < mem.load(Tstate.cstack_top); at += CELL) {
      const cell = mem.load(at)
      if (cell !== 0 && (cell & Py_TAG_REFCNT) === 0) held.push(cell)
    }
    return held
  }

  takeTurns(error: unknown): Owned {
    if (!(error instanceof Turn) || this.#current !== this.#main) throw error
    this.#mainResult = null
    this.#putAside()
    try {
      while (this.#mainResult === null) this.#turn(this.#next(null))
    } catch (over) {
      if (!(over instanceof Over)) throw over
    }
    this.#takeUp(this.#main)
    return this.#mainResult ?? 0
  }

  /** Whether the main thread has ended, and every other one that waits for it. */
  #isOver(): boolean {
    if (this.#mainResult === null) return false
    return [this.#current, ...this.#ready, ...this.#waiting].every((thread) => thread === this.#main || thread.daemon)
  }

  get resumes(): boolean {
    return this.#current.waited !== null
  }

  sleep(seconds: number): void {
    const { none } = this.#ts
    const never = () => false
    this.wait(['sleep'], never, seconds, () => newref(this.#ts, none))
  }

  shutdown(): void {
    const others = () => [...this.#ready, ...this.#waiting].some((thread) => thread !== this.#main && !thread.daemon)
    if (others()) this.#stay({ until: () => !others(), deadline: Number.POSITIVE_INFINITY })
    // Daemons never run again.
    this.#ready = []
    this.#waiting = []
    this.#ts.sliceEnd = -1
  }

  /** Waits where it stands on our stack. @returns whether what it waited for has come */
  #stay(wait: Wait): boolean {
    const thread = this.#current
    thread.wait = wait
    this.#waiting.push(thread)
    thread.onStack = true
    this.#putAside()
    for (let next = this.#next(thread); next !== thread; next = this.#next(thread)) this.#turn(next)
    thread.onStack = false
    this.#takeUp(thread)
    this.#beginSlice()
    const { waited } = thread
    thread.waited = null
    return waited === true
  }

  /** The thread whose turn it is, off its queue. @param top the one that stands on top of our stack, 0 where none does */
  #next(top: Thread | null): Thread {
    for (;;) {
      if (this.#isOver()) throw new Over()
      this.#wake()
      for (const [i, thread] of this.#ready.entries()) {
        if (thread.onStack && thread !== top) continue
        this.#ready.splice(i, 1)
        if (this.#hasCome(thread)) return thread
        // Another one was faster.
        this.#waiting.unshift(thread)
        return this.#next(top)
      }
      if (this.#ready.length > 0) throw new Stop({ kind: 'unsupported', feature: WITHIN_NATIVE_CODE })
      this.#sleep()
    }
  }

  /** Whether a thread need not wait (any more); notes what came of its waiting. */
  #hasCome(thread: Thread): boolean {
    const { wait } = thread
    if (wait === null) return true
    const came = wait.until()
    if (!came && wait.deadline > elapsed(this.#ts) + A_MOMENT) return false
    thread.wait = null
    thread.waited = came
    return true
  }

  /** Those who need not wait any more are ready, behind the others. */
  #wake(): void {
    const now = elapsed(this.#ts)
    const isDue = ({ wait }: Thread) => wait === null || wait.until() || wait.deadline <= now + A_MOMENT
    this.#ready.push(...this.#waiting.filter(isDue))
    this.#waiting = this.#waiting.filter((thread) => !this.#ready.includes(thread))
  }

  /** Nobody can run: the clock goes on to where somebody can. */
  #sleep(): void {
    const ts = this.#ts
    const next = Math.min(...this.#waiting.map(({ wait }) => wait?.deadline ?? 0))
    if (next === Number.POSITIVE_INFINITY) throw new Stop({ kind: 'budget', which: 'waiting' })
    ts.mem.storeDouble(Clock.slept, ts.mem.loadDouble(Clock.slept) + next - elapsed(ts))
  }

  /** Lets a thread run until it gives way or has ended. */
  #turn(thread: Thread): void {
    const ts = this.#ts
    this.#takeUp(thread)
    this.#beginSlice()
    let result: Owned
    try {
      if (thread.begun) result = ts.evalLoop.goOn(this.#resultOf(thread))
      else {
        thread.begun = true
        result = PyObject_Call(ts, thread.func, thread.args, thread.kwargs)
      }
    } catch (error) {
      if (!(error instanceof Turn)) throw error
      this.#putAside()
      return
    }
    if (thread === this.#main) {
      this.#mainResult = result
      this.#putAside()
    } else this.#end(thread, result)
  }

  /** What the instruction gives in which a thread has waited, 0 where it is run again; what that held is given up. */
  #resultOf(thread: Thread): Owned {
    const { result } = thread
    if (result === null) return 0
    const ts = this.#ts
    thread.result = null
    thread.waited = null
    const value = result()
    const owned = this.#owned()
    ts.mem.store(Tstate.cstack_top, ts.loopMark)
    for (const o of owned) DECREF(ts, o)
    return value
  }

  /** The thread that runs has ended (Modules/_threadmodule.c, thread_run; PyThreadState_Clear). */
  #end(thread: Thread, result: Owned): void {
    const ts = this.#ts
    thread.leavable = false
    if (result !== 0) DECREF(ts, result)
    else if (PyErr_ExceptionMatches(ts, ts.exc.SystemExit)) PyErr_Clear(ts)
    else ts.writeUnraisable(thread.func, 'in thread started by')
    giveUpHeld(ts, thread)
    CLEAR(ts, Tstate.thread_dict)
    CLEAR(ts, Tstate.exc_value)
    this.#releaseSentinel()
    this.#free.push(thread.state)
  }

  /** release_sentinel: the lock that others wait for, as far as it is there. */
  #releaseSentinel(): void {
    const ts = this.#ts
    const ref = ts.mem.load(Tstate.on_delete_data)
    if (ref === 0) return
    const lock = ts.mem.load(ref + PyWeakReference.wr_object)
    if (lock !== 0 && lock !== ts.none) ts.mem.store(lock + LOCKED, 0)
    CLEAR(ts, Tstate.on_delete_data)
  }

  /** The state of the thread that runs is kept; nobody runs. */
  #putAside(): void {
    const { mem, evalLoop } = this.#ts
    const { state } = this.#current
    this.#current.place = evalLoop.putAside()
    mem.copy(state, TSTATE, Tstate.sizeof - TSTATE)
    mem.store(state - TSTATE + Tstate.next, mem.load(Interpreter.threads))
    mem.store(Interpreter.threads, state)
  }

  /** A thread that waits becomes the one that runs. */
  #takeUp(thread: Thread): void {
    const { mem, evalLoop } = this.#ts
    const { state } = thread
    let at: number = Interpreter.threads
    while (mem.load(at) !== state) at = mem.load(at) - TSTATE + Tstate.next
    mem.store(at, mem.load(state - TSTATE + Tstate.next))
    this.#current = thread
    evalLoop.takeUp(thread.place)
    mem.copy(TSTATE, state, Tstate.sizeof - TSTATE)
  }
}

/** What a program does that cannot be simulated: all could go on, but none stands on top of our stack. */
const WITHIN_NATIVE_CODE = 'threads that wait for one another inside of built-in functions'

/** Instructions (20 ms) that a thread may run beyond its time where it cannot leave our stack. */
const PATIENCE = 400_000

/** What one waits for that only lets others run. */
const NOTHING: Wait = { until: () => true, deadline: 0 }

/** Clocks are compared as exactly as that, in seconds. */
const A_MOMENT = 1e-9
