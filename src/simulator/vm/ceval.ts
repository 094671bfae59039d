// Python/ceval.c: the evaluation loop. Python calls become frames of the same loop; native code that calls Python runs a
// nested loop (PEP 523's eval_frame). Between two instructions everything is in the image, so the recorder and the laws
// may look.

import { Happening } from '../../trace/happenings.ts'
import { countUnmade, holdMark } from '../heap/objimpl.ts'
import { Stop, type ThreadState } from '../heap/pystate.ts'
import { closeCell, DECREF, newref } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import { CELL } from '../heap/stackref.ts'
import { InterpreterFrame as F, PyCodeObject, PyGenObject } from '../heap/structs.ts'
import type { Borrowed, Owned } from '../heap/typeslots.ts'
import { argAt } from '../objects/call.ts'
import { PyErr_Format, PyErr_GetRaisedException, PyErr_Occurred } from '../objects/errors.ts'
import { FRAME_OWNED_BY_GENERATOR } from '../objects/frameobject.ts'
import { _Py_MakeCoro } from '../objects/genobject.ts'
import { FRAME_SUSPENDED, generatorOf, setFrameState } from '../objects/gensend.ts'
import { typeName } from '../objects/object.ts'
import { PyTraceBack_Here } from '../objects/traceback.ts'
import { initializeLocals } from './bindargs.ts'
import { giveUpInputs } from './calltuple.ts'
import { evalLoop } from './evalloop.ts'
import {
  clearAndPopFrame,
  FRAME_ENTRY,
  FRAME_INIT_SHIM,
  FRAME_STAR_CALL,
  localsplus,
  moveToGenerator,
  pushFrame,
} from './frame.ts'
import { standsForC } from './importpython.ts'
import { ERROR, EXIT, Machine, OK, type Prepared } from './machine.ts'
import type { PlainWays } from './plainways.ts'
import { prepare } from './prepare.ts'

/** Told before each line runs, and before each instruction where it wants to be. */
export interface Observer {
  line(m: Machine, line: number): void
  readonly everyInstruction: boolean
  instruction(m: Machine): void
}

/** A way to do what `Ceval.loop` does. */
export type Loop = (ceval: Ceval) => Owned

/** The loop that runs most instructions itself, once it is here. */
let plainLoop: Loop | null = null

/** From now on that loop is taken (evalframe.ts): with it everything is as without it, and faster. */
export function bringLoop(loop: Loop): void {
  plainLoop = loop
}

/** The interpreter loop of one thread. */
export class Ceval {
  readonly ts: ThreadState
  readonly machine: Machine
  observer: Observer | null = null
  /** Every instruction is run by its handler. To be set before anything has run. */
  handlersOnly = false
  /** Code made ready, by number. */
  readonly prepared: Prepared[] = []
  /** What the loop that runs instructions itself has made for this interpreter. */
  plainWays: PlainWays | null = null

  constructor(ts: ThreadState) {
    this.ts = ts
    this.machine = new Machine(ts)
    this.machine.enterFunction = (func, args, nargs, kwnames) => this.enterFunction(func, args, nargs, kwnames)
    this.machine.enterFunctionThen = (func, args, nargs, kwnames, then, flags = 0) => {
      this.machine.saveRegisters()
      const frame = this.makeFrame(func, args, nargs, kwnames, 0)
      then()
      if (frame === 0) return ERROR
      ts.mem.store(frame + F.flags, flags)
      return this.enterFrame(frame)
    }
    this.machine.leaveFrame = (value) => this.leaveFrame(value)
    this.machine.yieldValue = (value) => this.yieldValue(value)
    this.machine.returnGenerator = () => this.returnGenerator()
    this.machine.prepare = (frame) => this.preparedOf(frame)
    ts.saveInstruction = () => {
      if (this.machine.frame !== 0) ts.mem.store(this.machine.frame + F.instr_ptr, this.machine.pc)
    }
    ts.evalLoop = evalLoop(this)
    ts.evalFrame = (frame) => this.run(frame, false)
    ts.resumeFrame = (frame, throwing) => this.resumeFrame(frame, throwing)
  }

  /** As it was when the interpreter had started: nothing has run. */
  restart(): void {
    this.observer = null
    this.prepared.length = 0
    this.machine.restart()
  }

  /** The tables of a frame's code, made when it first runs. */
  preparedOf(frame: number): Prepared {
    const ts = this.ts
    const number = ts.mem.load(ts.mem.load(frame + F.f_executable) + PyCodeObject.code_number)
    let prepared = this.prepared[number]
    if (!prepared) {
      prepared = prepare(ts, ts.codes[number])
      this.prepared[number] = prepared
    }
    return prepared
  }

  /**
   * _PyEval_Vector: calls a Python function from native code. The arguments stay the caller's.
   * @param locals namespace of a module or class body, 0 for a function
   */
  callFunction(func: Borrowed, argv: number, nargs: number, kwnames: Borrowed, locals: Borrowed = 0): Owned {
    const ts = this.ts
    const nkw = kwnames === 0 ? 0 : ts.mem.load(kwnames + 16)
    const args: number[] = []
    for (let i = 0; i < nargs + nkw; i++) args.push(newref(ts, argAt(ts, argv, i)))
    return this.callOwned(newref(ts, func), args, nargs, kwnames, locals)
  }

  /** As `callFunction`, for a function and arguments that are given away. */
  callOwned(func: Owned, args: readonly number[], nargs: number, kwnames: Borrowed, locals: Borrowed = 0): Owned {
    const frame = this.makeFrame(func, args, nargs, kwnames, locals)
    return frame === 0 ? 0 : this.ts.evalFrame(frame)
  }

  /** A frame with its arguments bound, not yet entered; 0 with an exception. */
  makeFrame(func: number, args: readonly number[], nargs: number, kwnames: Borrowed, locals: Borrowed): number {
    const ts = this.ts
    const frame = pushFrame(ts, func, locals)
    if (frame === 0) {
      for (const cell of args) closeCell(ts, cell)
      closeCell(ts, func)
      return 0
    }
    if (initializeLocals(ts, func & ~1, localsplus(frame), args, nargs, kwnames) < 0) {
      clearAndPopFrame(ts, frame)
      return 0
    }
    return frame
  }

  /** CALL of a Python function: its frame becomes the current one. */
  enterFunction(func: number, args: readonly number[], nargs: number, kwnames: Borrowed): number {
    this.machine.saveRegisters()
    const frame = this.makeFrame(func, args, nargs, kwnames, 0)
    return frame === 0 ? ERROR : this.enterFrame(frame)
  }

  /** Makes a frame current; RecursionError when too many are. */
  enterFrame(frame: number): number {
    const { ts, machine } = this
    const remaining = ts.mem.load(Tstate.py_recursion_remaining)
    if (remaining <= 0) {
      clearAndPopFrame(ts, frame)
      ts.recursionError('')
      return ERROR
    }
    ts.mem.store(Tstate.py_recursion_remaining, remaining - 1)
    machine.enter(frame, this.preparedOf(frame))
    const resumed = ts.mem.load(frame + F.owner) === FRAME_OWNED_BY_GENERATOR
    ts.happenings.add(resumed ? Happening.resume : Happening.call, frame, ts.mem.load(frame + F.f_funcobj) & ~1)
    return OK
  }

  /** Returns `value` from the current frame to the one below, or out of this loop. */
  leaveFrame(value: Owned): number {
    const { ts, machine } = this
    const frame = machine.frame
    machine.saveRegisters()
    ts.happenings.add(Happening.return, frame, value)
    const caller = this.pop(frame, value)
    return this.enterCaller(caller, ts.mem.load(frame + F.flags), value)
  }

  /** Goes on in the frame below with what the frame just left gave; `flags` are those of the frame left. */
  enterCaller(caller: number, flags: number, value: Owned): number {
    const { machine } = this
    if (flags & FRAME_ENTRY) {
      machine.result = value
      return EXIT
    }
    machine.enter(caller, this.preparedOf(caller))
    if (flags & FRAME_INIT_SHIM) return this.finishInit(value)
    if (flags & FRAME_STAR_CALL) return giveUpInputs(machine, value)
    machine.push(value)
    return OK
  }

  /** RETURN_GENERATOR: the frame moves into a new generator, which is what the call returns. */
  returnGenerator(): number {
    const { ts, machine } = this
    const { frame } = machine
    machine.saveRegisters()
    const gen = _Py_MakeCoro(ts, ts.mem.load(frame + F.f_funcobj) & ~1)
    if (gen === 0) return ERROR
    const flags = ts.mem.load(frame + F.flags)
    const caller = this.unlink(frame)
    moveToGenerator(ts, frame, gen)
    ts.happenings.add(Happening.return, frame, gen)
    return this.enterCaller(caller, flags, gen)
  }

  /** YIELD_VALUE: leaves the loop that resumed the generator; its frame waits where it is. */
  yieldValue(value: Owned): number {
    const { ts, machine } = this
    const { frame } = machine
    machine.saveRegisters()
    const gen = generatorOf(frame)
    setFrameState(ts, gen, FRAME_SUSPENDED)
    ts.mem.store(Tstate.exc_info, ts.mem.load(gen + PyGenObject.previous_item))
    ts.mem.store(gen + PyGenObject.previous_item, 0)
    this.unlink(frame)
    ts.mem.store(frame + F.previous, 0)
    ts.happenings.add(Happening.yield, frame, value)
    machine.result = value
    return EXIT
  }

  /** Takes a frame off the stack; what it owns stays. @returns the frame below */
  unlink(frame: number): number {
    const { ts } = this
    const caller = ts.mem.load(frame + F.previous)
    ts.mem.store(Tstate.current_frame, caller)
    ts.mem.store(Tstate.py_recursion_remaining, ts.mem.load(Tstate.py_recursion_remaining) + 1)
    return caller
  }

  /** What a specialised `__init__` must return; the new object lies on the caller's stack already. */
  finishInit(value: Owned): number {
    const { ts } = this
    if (value === ts.none) {
      DECREF(ts, value)
      return OK
    }
    PyErr_Format(ts, ts.exc.TypeError, `__init__() should return None, not '${typeName(ts, value)}'`)
    DECREF(ts, value)
    return ERROR
  }

  /** Takes a frame off the stack and gives up what it owns, while `value`, which it returns, is still on its way. */
  pop(frame: number, value: Owned | 0 = 0): number {
    const caller = this.unlink(frame)
    this.ts.mem.store(frame + F.return_value, value)
    clearAndPopFrame(this.ts, frame)
    return caller
  }

  /** Runs a generator's frame, called by whoever resumes it. `throwing`: the exception being raised is raised there. */
  resumeFrame(frame: number, throwing: boolean): Owned {
    this.ts.mem.store(frame + F.previous, this.ts.mem.load(Tstate.current_frame))
    return this.run(frame, throwing)
  }

  /** Runs a frame, and those it calls, until it returns, yields, or an exception leaves it. */
  run(entry: number, throwing: boolean): Owned {
    const { ts, machine: m } = this
    const outer = m.frame
    // Not always the outer frame: one that has ended and is being cleared is no longer the current one.
    const current = ts.mem.load(Tstate.current_frame)
    if (outer !== 0) m.saveRegisters()
    ts.loops++
    ts.mem.store(entry + F.flags, ts.mem.load(entry + F.flags) | FRAME_ENTRY)
    let result = 0
    if (ts.enterRecursiveCall('') < 0) clearAndPopFrame(ts, entry)
    else {
      let status = this.enterFrame(entry)
      if (status === OK || m.frame === entry) {
        if (status === ERROR || throwing) status = this.handleError()
        result = status === EXIT ? m.result : ts.loops === 1 ? this.outermost() : this.loop()
      }
      ts.leaveRecursiveCall()
    }
    ts.loops--
    if (outer !== 0) m.enter(outer, this.preparedOf(outer))
    else m.frame = 0
    ts.mem.store(Tstate.current_frame, current)
    return result
  }

  /** The outermost loop of a thread, which it can leave where others are to run. */
  outermost(): Owned {
    const { ts } = this
    ts.loopMark = holdMark(ts)
    try {
      return this.loop()
    } catch (error) {
      if (ts.threads === null) throw error
      return ts.threads.takeTurns(error)
    }
  }

  /** Runs instructions until a frame marked as entry is left. */
  loop(): Owned {
    return plainLoop === null || this.handlersOnly ? this.#handlersLoop() : plainLoop(this)
  }

  #handlersLoop(): Owned {
    const { ts, machine: m } = this
    for (;;) {
      const { pc } = m
      const { lineStart, handlers, args } = m.prepared
      if (--ts.fuel < 0) {
        m.saveRegisters()
        throw new Stop({ kind: 'budget', which: 'instructions' })
      }
      if (this.observer !== null) this.observe(lineStart[pc])
      m.pc = pc + 1
      let status = handlers[pc](m, args[pc])
      if (status === OK) continue
      if (status === ERROR) status = this.handleError()
      if (status === EXIT) return m.result
    }
  }

  /** A new line begins where the line differs from the last one of this frame, or was jumped back to. */
  observe(line: number): void {
    const { ts, machine: m, observer } = this
    if (line > 0 && (m.jumpedBack || ts.mem.words[(m.frame + F.prev_line) >> 2] !== line)) {
      ts.mem.storeUnseen(m.frame + F.prev_line, line)
      m.saveRegisters()
      observer?.line(m, line)
    }
    if (line > 0) m.jumpedBack = false
    if (observer?.everyInstruction) {
      m.saveRegisters()
      observer.instruction(m)
    }
  }

  /** exception_unwind: finds the handler in this frame or the ones below. EXIT with result 0 when the loop ends. */
  handleError(): number {
    const { ts, machine: m } = this
    for (;;) {
      if (PyErr_Occurred(ts) === 0) throw new Error(`an instruction failed without an exception at ${m.pc - 1}`)
      const failing = m.reraisedFrom >= 0 ? m.reraisedFrom : m.pc - 1
      m.saveRegisters()
      ts.mem.store(m.frame + F.instr_ptr, failing + 1)
      if (!m.reraised) {
        ts.happenings.add(Happening.raise, ts.mem.load(Tstate.current_exception), m.frame)
        const { code } = m.prepared
        if (!standsForC(code))
          PyTraceBack_Here(ts, m.frame, failing, code.instructions[failing]?.lineno ?? code.co_firstlineno)
      }
      const row = m.prepared.covered[m.pc - 1]
      m.reraised = false
      m.reraisedFrom = -1
      if (row >= 0) {
        const entry = m.prepared.code.co_exceptiontable[row]
        const base = m.locals + (m.prepared.code.co_localsplusnames.length + entry.depth) * CELL
        while (m.sp > base) closeCell(ts, m.pop())
        if (entry.lasti) m.push((failing << 2) | 3)
        m.saveRegisters()
        const exception = PyErr_GetRaisedException(ts)
        countUnmade(ts, exception)
        m.push(exception)
        m.pc = entry.target
        return OK
      }
      const base = m.locals + m.prepared.code.co_localsplusnames.length * CELL
      while (m.sp > base) closeCell(ts, m.pop())
      m.saveRegisters()
      ts.mem.store(m.frame + F.instr_ptr, failing + 1)
      const frame = m.frame
      const caller = this.pop(frame)
      const flags = ts.mem.load(frame + F.flags)
      if (flags & FRAME_ENTRY) {
        m.result = 0
        return EXIT
      }
      m.enter(caller, this.preparedOf(caller))
      if (flags & FRAME_STAR_CALL) giveUpInputs(m, 0)
    }
  }
}
