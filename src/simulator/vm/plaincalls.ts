// Python/bytecodes.c: CALL_PY_EXACT_ARGS, CALL_ALLOC_AND_ENTER_INIT, RETURN_VALUE. A Python function is given as many
// positional arguments as it has parameters, and takes no others: its frame gets the cells as they lie on the stack.

import { Happening } from '../../trace/happenings.ts'
import { type Memory, put } from '../heap/memory.ts'
import type { ThreadState } from '../heap/pystate.ts'
import { countDown, countUp, DECREF } from '../heap/refcount.ts'
import { Tstate } from '../heap/runtime.ts'
import {
  InterpreterFrame as F,
  PyCodeObject,
  PyFunctionObject,
  PyListObject,
  PyObject,
  PyTypeObject,
  PyVarObject,
} from '../heap/structs.ts'
import type { Borrowed } from '../heap/typeslots.ts'
import { PyErr_NoMemory } from '../objects/errors.ts'
import { FRAME_OWNED_BY_THREAD } from '../objects/frameobject.ts'
import { lookupText, PyType_GenericAlloc } from '../objects/typeobject.ts'
import { INIT_FORM, isSettledFor, OTHER_FORM, UNASKED_FORM } from './adaptive.ts'
import { LEARNED, noteStack, type Plain, plainOf } from './evalcases.ts'
import { FRAME_INIT_SHIM } from './frame.ts'
import { ERROR, type Machine, OK, type Prepared } from './machine.ts'
import { closeInt, type PlainInts } from './plainints.ts'

/** Answer where the handler has to do it; nothing has been done then. */
export const NOT_PLAIN = -1

/** In words: where fields of objects, of frames and of the thread's state stand. */
const TYPE = PyObject.ob_type >> 2
const FUNC_CODE = PyFunctionObject.func_code >> 2
const CODE_NUMBER = PyCodeObject.code_number >> 2
/** Whose highest bit, the sign, is TYPE_SUBCLASS. */
const TP_FLAGS = PyTypeObject.tp_flags >> 2
const VERSION = PyTypeObject.tp_version_tag >> 2
const OB_SIZE = PyVarObject.ob_size >> 2
const OB_ITEM = PyListObject.ob_item >> 2
const ALLOCATED = PyListObject.allocated >> 2
const C_RECURSION = Tstate.c_recursion >> 2
const CURRENT_FRAME = Tstate.current_frame >> 2
const CLEARING_FRAME = Tstate.clearing_frame >> 2
const REMAINING = Tstate.py_recursion_remaining >> 2
const DATASTACK_TOP = Tstate.datastack_top >> 2
const DATASTACK_LIMIT = Tstate.datastack_limit >> 2
const HEADER = F.sizeof >> 2
const EXECUTABLE = F.f_executable >> 2
const PREVIOUS = F.previous >> 2
const FUNCOBJ = F.f_funcobj >> 2
const GLOBALS = F.f_globals >> 2
const BUILTINS = F.f_builtins >> 2
const LOCALS = F.f_locals >> 2
const FRAME_OBJ = F.frame_obj >> 2
const INSTR_PTR = F.instr_ptr >> 2
const STACKPOINTER = F.stackpointer >> 2
const OWNER = F.owner >> 2
const PREV_LINE = F.prev_line >> 2
const FLAGS = F.flags >> 2
const RETURN_VALUE = F.return_value >> 2
/** The words of a frame's header that a call fills; the others are halves of pointers, and zero. */
const FILLED = [
  EXECUTABLE,
  PREVIOUS,
  FUNCOBJ,
  GLOBALS,
  BUILTINS,
  LOCALS,
  FRAME_OBJ,
  INSTR_PTR,
  STACKPOINTER,
  OWNER,
  FLAGS,
  RETURN_VALUE,
]
/** From one cell to the next. */
const CELL = 2

export class PlainCalls {
  readonly #ts: ThreadState
  readonly #mem: Memory
  readonly #ints: PlainInts
  readonly #prepared: readonly (Prepared | undefined)[]
  readonly #function: number
  readonly #list: number
  readonly #listAppend: number
  readonly #cRecursionLimit: number
  readonly #int: number
  readonly #nullFirst: boolean
  readonly #adapts: boolean
  readonly #descending: boolean
  readonly #inits: boolean

  /** @param prepared code made ready, by number; it grows */
  constructor(ts: ThreadState, ints: PlainInts, prepared: readonly (Prepared | undefined)[]) {
    const { frames, handlers } = ts.profile
    this.#ts = ts
    this.#mem = ts.mem
    this.#ints = ints
    this.#prepared = prepared
    this.#function = ts.types.function
    this.#int = ts.types.int
    this.#list = ts.types.list
    this.#listAppend = lookupText(ts, ts.types.list, 'append')
    this.#cRecursionLimit = ts.profile.cRecursionLimit
    this.#nullFirst = handlers.CALL === 'CALL_NULL_FIRST'
    this.#adapts = frames.warmUp.counts === 'instruction'
    this.#inits = frames.specialised.includes('init')
    this.#descending = frames.clearOrder === 'descending'
  }

  /**
   * CALL with `n` arguments on the stack.
   * @param base word of the lowest cell of the call
   * @returns OK, ERROR with an exception, or NOT_PLAIN
   */
  enter(m: Machine, pc: number, base: number, n: number): number {
    const { words } = this.#mem
    const lower = words[base]
    const upper = words[base + CELL]
    const bare = this.#nullFirst ? lower === 0 : upper === 0
    const callable = bare && this.#nullFirst ? upper : lower
    if (m.kwnames !== 0) return NOT_PLAIN
    if (words[(callable >> 2) + TYPE] !== this.#function)
      return this.#adapts && !bare
        ? this.#append(m, pc, base, n)
        : this.#inits
          ? this.#construct(m, pc, base, n)
          : NOT_PLAIN
    const func = callable & ~1
    const code = words[(func >> 2) + FUNC_CODE]
    const callee = this.#prepared[words[(code >> 2) + CODE_NUMBER]]
    const plain = callee?.plain
    const total = bare ? n : n + 1
    if (!callee || !plain || plain.exactArguments !== total || !this.#hasRoom(words, plain)) return NOT_PLAIN
    if (this.#adapts && !isSettledFor(m, words, pc, OTHER_FORM, ~code)) return NOT_PLAIN
    this.#saveCaller(m, words, base, pc)
    this.#push(m, words, callee, callable, code, base + (bare ? 2 * CELL : CELL), 0)
    return OK
  }

  /** CALL_LIST_APPEND, where the list has room. */
  #append(m: Machine, pc: number, base: number, n: number): number {
    const mem = this.#mem
    const { words } = mem
    const callable = words[base]
    const list = words[base + CELL]
    const item = words[base + 2 * CELL]
    if (n !== 1 || callable !== this.#listAppend || words[(list >> 2) + TYPE] !== this.#list) return NOT_PLAIN
    if (words[callable >> 2] === 1 || (words[list >> 2] === 1 && (list & 1) === 0)) return NOT_PLAIN
    if (!isSettledFor(m, words, pc, UNASKED_FORM, callable) || words[C_RECURSION] >= this.#cRecursionLimit)
      return NOT_PLAIN
    const size = words[(list >> 2) + OB_SIZE]
    if (size >= words[(list >> 2) + ALLOCATED]) return NOT_PLAIN
    const place = (words[(list >> 2) + OB_ITEM] >> 2) + size * 2
    this.#saveCaller(m, words, base + 3 * CELL, pc)
    if (mem.log !== null) {
      mem.touch((list >> 2) + OB_SIZE)
      mem.touch(place)
    }
    words[(list >> 2) + OB_SIZE] = size + 1
    words[place] = item & ~1
    if (item & 1) countUp(mem, words, item & ~1)
    if ((list & 1) === 0) countDown(mem, words, list)
    countDown(mem, words, callable)
    countUp(mem, words, this.#ts.none)
    put(mem, words, base, this.#ts.none)
    put(mem, words, base + CELL, 0)
    put(mem, words, base + 2 * CELL, 0)
    m.pc = pc + 1
    m.sp = (base + CELL) << 2
    return OK
  }

  /** Whether a call of a class is one of those that `construct` knows, by the class's version. */
  #learn(m: Machine, pc: number, type: Borrowed): number {
    const ts = this.#ts
    const { words } = this.#mem
    const version = words[(type >> 2) + VERSION]
    if (version === 0 || !isSettledFor(m, words, pc, INIT_FORM, version)) return NOT_PLAIN
    const { learned } = plainOf(m)
    learned[pc * LEARNED + 1] = lookupText(ts, type, '__init__')
    learned[pc * LEARNED] = version
    return NOT_PLAIN
  }

  /** `C(...)`, where `__init__` is a Python function: as `specialisedInit`. */
  #construct(m: Machine, pc: number, base: number, n: number): number {
    const ts = this.#ts
    const { learned } = plainOf(m)
    let { words } = this.#mem
    const callable = words[base]
    const type = callable & ~1
    if (words[(words[(type >> 2) + TYPE] >> 2) + TP_FLAGS] >= 0) return NOT_PLAIN
    const version = words[(type >> 2) + VERSION]
    if (version === 0 || learned[pc * LEARNED] !== version) return this.#learn(m, pc, type)
    if (!isSettledFor(m, words, pc, INIT_FORM, version)) return NOT_PLAIN
    const init = learned[pc * LEARNED + 1]
    const code = words[(init >> 2) + FUNC_CODE]
    const callee = this.#prepared[words[(code >> 2) + CODE_NUMBER]]
    const plain = callee?.plain
    if (!callee || !plain || plain.exactArguments !== n + 1 || !this.#hasRoom(words, plain)) return NOT_PLAIN
    if (callable === type && words[type >> 2] === 1) return NOT_PLAIN
    // Whoever watches allocations asks where the program is.
    m.pc = pc + 1
    m.sp = (base + (n + 2) * CELL) << 2
    noteStack(m)
    const self = PyType_GenericAlloc(ts, type)
    if (self === 0) {
      PyErr_NoMemory(ts)
      return ERROR
    }
    words = this.#mem.words
    if (this.#mem.log !== null) this.#mem.touch(base)
    words[base] = self
    if (this.#mem.log !== null) this.#mem.touch(base + CELL)
    words[base + CELL] = self
    countUp(this.#mem, words, self)
    countUp(this.#mem, words, init)
    this.#saveCaller(m, words, base + CELL, pc)
    this.#push(m, words, callee, init, code, base + CELL, FRAME_INIT_SHIM)
    words[base + CELL] = 0
    if (callable === type) countDown(this.#mem, words, type)
    return OK
  }

  #hasRoom(words: Int32Array, { locals, stack }: Plain): boolean {
    const top = words[DATASTACK_TOP] + F.sizeof + (locals + stack) * 8
    return words[REMAINING] > 0 && top <= words[DATASTACK_LIMIT]
  }

  /** The caller goes on behind the call, with the stack up to word `s`. */
  #saveCaller(m: Machine, words: Int32Array, s: number, pc: number): void {
    const caller = m.frame >> 2
    m.sp = s << 2
    if (this.#mem.log !== null) {
      noteStack(m)
      this.#mem.touch(caller + STACKPOINTER)
      this.#mem.touch(caller + INSTR_PTR)
    }
    words[caller + STACKPOINTER] = s << 2
    words[caller + INSTR_PTR] = pc + 1
  }

  /** Makes a frame and enters it. `args`: word of the first argument; the cells are taken over. */
  #push(
    m: Machine,
    words: Int32Array,
    callee: Prepared,
    funcCell: number,
    code: number,
    args: number,
    flags: number,
  ): void {
    const mem = this.#mem
    const { locals, stack, exactArguments } = callee.plain as Plain
    const address = words[DATASTACK_TOP]
    const frame = address >> 2
    const func = (funcCell & ~1) >> 2
    const cells = frame + HEADER
    if (mem.log !== null) {
      mem.touch(DATASTACK_TOP)
      mem.touch(REMAINING)
      mem.touch(CURRENT_FRAME)
      this.#noteFrame(frame, cells + locals * CELL)
    }
    countUp(mem, words, code)
    words[DATASTACK_TOP] = address + F.sizeof + (locals + stack) * 8
    words[REMAINING]--
    words[CURRENT_FRAME] = address
    words[frame + EXECUTABLE] = code
    words[frame + PREVIOUS] = m.frame
    words[frame + FUNCOBJ] = funcCell
    words[frame + GLOBALS] = words[func + (PyFunctionObject.func_globals >> 2)]
    words[frame + BUILTINS] = words[func + (PyFunctionObject.func_builtins >> 2)]
    words[frame + LOCALS] = 0
    words[frame + FRAME_OBJ] = 0
    words[frame + INSTR_PTR] = 0
    words[frame + STACKPOINTER] = (cells + locals * CELL) << 2
    words[frame + OWNER] = FRAME_OWNED_BY_THREAD
    words[frame + PREV_LINE] = -1
    words[frame + FLAGS] = flags
    words[frame + RETURN_VALUE] = 0
    for (let i = 0; i < exactArguments; i++) words[cells + i * CELL] = words[args + i * CELL]
    for (let i = exactArguments; i < locals; i++) words[cells + i * CELL] = 0
    m.take(address, callee, 0, (cells + locals * CELL) << 2)
    const { happenings } = this.#ts
    if (happenings.watched) happenings.add(Happening.call, address, funcCell & ~1)
  }

  /**
   * Returns a value from the frame that runs to the one below, on whose stack it is put.
   * @param s word of the next free cell, without the value
   * @param cell the value
   * @returns false where the handler has to do it: somebody else has to do with the frame
   */
  leave(m: Machine, pc: number, s: number, cell: number): boolean {
    const mem = this.#mem
    const value = cell & ~1
    let { words } = mem
    const address = m.frame
    const frame = address >> 2
    const isInit = words[frame + FLAGS] === FRAME_INIT_SHIM
    if (isInit ? value !== this.#ts.none : words[frame + FLAGS] !== 0) return false
    if (words[frame + OWNER] !== FRAME_OWNED_BY_THREAD) return false
    if (words[frame + FRAME_OBJ] !== 0 || words[frame + LOCALS] !== 0) return false
    if (value !== cell) countUp(mem, words, value)
    const { happenings } = this.#ts
    const caller = words[frame + PREVIOUS]
    m.pc = pc + 1
    m.sp = s << 2
    // What is written to the frame itself is noted where something dies of it (close): else the frame is gone before anybody looks.
    words[frame + INSTR_PTR] = pc + 1
    words[frame + STACKPOINTER] = s << 2
    if (happenings.watched) happenings.add(Happening.return, address, value)
    put(mem, words, CURRENT_FRAME, caller)
    put(mem, words, REMAINING, words[REMAINING] + 1)
    words[frame + RETURN_VALUE] = value
    const first = frame + HEADER
    let announced = false
    for (let i = 0; i < s - first; i += CELL) {
      const at = this.#descending ? s - CELL - i : first + i
      const held = words[at]
      if (held === 0) continue
      words[at] = 0
      if ((held & 1) !== 0) continue
      announced ||= this.#announces(words, address, held)
      words = this.#close(words, held, frame, s)
    }
    words[frame + STACKPOINTER] = first << 2
    const func = words[frame + FUNCOBJ]
    words[frame + FUNCOBJ] = 0
    if ((func & 1) === 0) {
      announced ||= this.#announces(words, address, func)
      words = this.#close(words, func, frame, s)
    }
    if (announced) put(mem, words, CLEARING_FRAME, words[frame + PREVIOUS])
    words[frame + PREVIOUS] = 0
    const code = words[frame + EXECUTABLE]
    words[frame + EXECUTABLE] = 0
    words = this.#close(words, code, frame, s)
    put(mem, words, DATASTACK_TOP, address)
    put(mem, words, CURRENT_FRAME, caller)
    const executable = words[(caller >> 2) + EXECUTABLE]
    const below = this.#prepared[words[(executable >> 2) + CODE_NUMBER]] ?? m.prepare(caller)
    const top = words[(caller >> 2) + STACKPOINTER]
    m.take(caller, below, words[(caller >> 2) + INSTR_PTR], isInit ? top : top + CELL * 4)
    if (isInit) countDown(mem, words, value)
    else words[top >> 2] = value
    return true
  }

  /** A frame that gives up an object which dies of it is still found while a finalizer runs (asCleared). */
  #announces(words: Int32Array, frame: number, o: Borrowed): boolean {
    if (words[o >> 2] !== 1 || words[(o >> 2) + TYPE] === this.#int) return false
    put(this.#mem, words, (frame >> 2) + PREVIOUS, words[CLEARING_FRAME])
    put(this.#mem, words, CLEARING_FRAME, frame)
    return true
  }

  /** Says that a frame has been written to: its header and its cells up to word `end`. */
  #noteFrame(frame: number, end: number): void {
    const mem = this.#mem
    mem.touchEach(frame, FILLED)
    for (let at = frame + HEADER; at < end; at += CELL) mem.touch(at)
  }

  /** Gives up an owned reference of a frame whose cells end before word `end`. @returns the words of the memory, which may have grown */
  #close(words: Int32Array, o: Borrowed, frame: number, end: number): Int32Array {
    if (words[(o >> 2) + TYPE] === this.#int) closeInt(this.#ints, o)
    else if (words[o >> 2] !== 1) countDown(this.#mem, words, o)
    else {
      if (this.#mem.log !== null) this.#noteFrame(frame, end)
      DECREF(this.#ts, o)
      return this.#mem.words
    }
    return words
  }
}
