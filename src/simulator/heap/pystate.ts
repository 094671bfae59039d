// Python/pystate.c: the thread state, passed to everything and never global. What Python can observe and change lies in
// the image (runtime.ts); here are the image itself, the append-only side tables and the hooks.

import type { Happenings } from '../../trace/happenings.ts'
import type { Code } from '../compiler/code.ts'
import type { Profile } from '../profiles/index.ts'
import { listInit } from './gchead.ts'
import { Memory } from './memory.ts'
import { initObmalloc } from './obmalloc.ts'
import { CSTACK, CSTACK_END, DATASTACK, DATASTACK_END, GcState, GENERATION_STRIDE, Gil, Tstate } from './runtime.ts'
import { CELL } from './stackref.ts'
import { StaticExceptions, StaticTypes } from './statictypes.ts'
import type { TracedPlace } from './tracemalloc.ts'
import type { Owns, TypeSlots, Vectorcall } from './typeslots.ts'

/** Limits of the simulated machine. Reaching one ends the run with the outcome `budget(which)`. */
export interface Budgets {
  /** Bytecode instructions. */
  readonly instructions: number
  /** Bytes of memory; requests beyond it raise MemoryError. */
  readonly memory: number
  /** Characters written to stdout and stderr together. */
  readonly output: number
  /** Bytes of text, big numbers and log kept outside the image. */
  readonly payload: number
}

/** A native function with its name, as PyMethodDef. */
export interface NativeFunction {
  readonly name: string
  readonly call: Vectorcall
  readonly doc?: string
}

/** Rows of the method cache: a power of two. */
export const METHOD_CACHE_ROWS = 1024

/** Where `input()` reads. */
export interface Stdin {
  /**
   * The next line, without its newline; null at the end.
   * @throws Stop of kind `input` where somebody has to be asked for it first
   */
  readonly readLine: () => string | null
  /** Whether what is read shows among what is printed, as on a terminal. */
  readonly echoes: boolean
}

/**
 * Thrown (the only exception our code throws for a learner's program) when a budget is used up, a feature is refused, or
 * a line is wanted that nobody has typed yet.
 */
export class Stop extends Error {
  readonly outcome:
    | { kind: 'budget'; which: keyof Budgets | 'waiting' }
    | { kind: 'unsupported'; feature: string }
    | { kind: 'input' }

  constructor(outcome: Stop['outcome']) {
    super(Object.values(outcome).join(': '))
    this.outcome = outcome
  }
}

/** The parts of a printed exception, as lines that end in a newline. */
export interface ExceptionPrinting {
  /** The entries of a traceback, each with its source and marks. */
  readonly entries: (traceback: number) => string[]
  /** What the exception says, and its notes. */
  readonly last: (exception: number) => string[]
}

/** What is known of an exception that nobody can catch: addresses of objects, 0 where there is none. */
export interface Unraisable {
  readonly exc_type: number
  readonly exc_value: number
  readonly exc_traceback: number
  /** A str: what was being done. */
  readonly err_msg: number
  /** What it came from. */
  readonly object: number
}

/** Where the evaluation loop of a thread stands while others run, as far as the image does not say it. */
export interface LoopPlace {
  readonly frame: number
  readonly jumpedBack: boolean
  readonly loops: number
  readonly loopMark: number
}

/** What the scheduler of threads needs of the evaluation loop. */
export interface EvalLoop {
  /** The instruction that is being run, by name, with its argument. */
  running(): { readonly opname: string; readonly oparg: number }
  /** The cell of the value stack `depth` places down. */
  peek(depth: number): number
  /** The instruction that is being run shall be run again. */
  rewind(): void
  /** Puts the registers aside: another thread is going to run. */
  putAside(): LoopPlace
  takeUp(place: LoopPlace): void
  /** Runs on where the thread stands, with a value on its stack where one is given (0: none), until its outermost frame is left. */
  goOn(value: number): number
}

/** The threads of a program that has more than one; made by the module `_thread` (modules/thread/scheduler.ts). */
export interface Threads {
  /** The time of the thread that runs is over: it gives way where it stands, unless native code has called Python. */
  endSlice(): void
  /**
   * In the outermost evaluation loop of the main thread: others run until this one has come to its end.
   * @param error what the loop was left with; thrown on where it does not mean that others are to run
   * @returns what the outermost frame returned
   */
  takeTurns(error: unknown): number
  /** The call that runs has waited, and is run again for its result: its arguments have been asked already. */
  readonly resumes: boolean
  /** `time.sleep`: waits so many seconds while others run. Called by it first of all. */
  sleep(seconds: number): void
  /** The main thread has ended: waits for all that are no daemons. */
  shutdown(): void
}

/** One interpreter with the thread that runs. */
export class ThreadState {
  readonly mem: Memory
  readonly profile: Profile
  budgets: Budgets

  /** Empty where a run is not given another. */
  stdin: Stdin = { readLine: () => null, echoes: false }

  /** Lines of the files that are run, by file name: what linecache would read for a traceback. */
  readonly sources = new Map<string, readonly string[]>()

  /** Texts of str and bytes objects and messages, by number. Only ever grows. */
  readonly texts: string[] = ['']
  /** Code by number: the immutable part of code objects. Only ever grows. */
  readonly codes: Code[] = []
  /** Places of the program that allocated, by number, and their numbers (heap/tracemalloc.ts). Only ever grow. */
  readonly places: TracedPlace[] = []
  readonly placeNumbers = new Map<string, number>()
  /** The functions of each type, by `slots_number`. */
  readonly slots: TypeSlots[] = []
  /** Native functions by number, for builtin functions and descriptors. Only ever grows. */
  readonly natives: NativeFunction[] = []
  /** Native getters, setters, members and slot wrappers of descriptors, by `d_payload`. Only ever grows. */
  readonly descriptors: unknown[] = []

  /** Addresses of the static types. */
  readonly types = new StaticTypes()
  /** Addresses of the native types of imported modules, by `tp_name` (what CPython keeps in a module's state). */
  readonly moduleTypes = new Map<string, number>()
  /** What their instances own, by address of the type. */
  readonly moduleOwns = new Map<number, Owns>()
  /** Addresses of the built-in exception classes, by name. */
  readonly exc = new StaticExceptions()
  /** The singletons. Filled in when objects are initialised. */
  none = 0
  true_ = 0
  false_ = 0
  notImplemented = 0
  ellipsis = 0
  emptyTuple = 0
  emptyStr = 0
  /** What LOAD_COMMON_CONSTANT loads, in the order of its argument; borrowed. Filled in when there are builtins. */
  commonConstants: readonly number[] = []
  /** Address of the first of the small ints, which lie side by side. */
  smallInts = 0
  /** Address of the first of the 256 one-character strings. */
  latin1 = 0
  /** Address of the key table all empty dicts share (Py_EMPTY_KEYS). */
  emptyKeys = 0
  /** The names that are immortal when they are interned, as the interpreter had them before the program began. */
  startupNames: ReadonlySet<string> = new Set()
  /** Interned strings by text. The table owns no reference. */
  readonly interned = new Map<string, number>()

  /** Objects each row of the free lists keeps at most (heap/freelist.ts), laid out when first asked for. */
  freelistLimits: Int32Array | null = null

  /**
   * What names mean on classes that have a version (objects/typelookup.ts): follows from the image. A row is a version, the
   * number of a name's text, and the value found (borrowed, 0 for none).
   */
  readonly methodCache = new Int32Array(3 * METHOD_CACHE_ROWS)

  /** Whether those who visit what objects hold want to know how; the collector does not. */
  edgesWanted = true
  /** High half of the hash just computed (see TypeSlots.tp_hash). */
  hashHigh = 0
  /** Python recursion left, mirrored from `sys.getrecursionlimit()`. */
  recursionLimit = 1000
  /** Instructions left. */
  fuel: number
  /** Null while there is one thread. */
  threads: Threads | null = null
  /** Where `fuel` falls below it the thread that runs gives way to another one, at the next instruction that asks. */
  sliceEnd = -1
  /** How many evaluation loops of the thread that runs are nested, and where the C stack stood in the outermost. */
  loops = 0
  loopMark = 0
  /** Characters that may still be written. */
  outputLeft: number
  /** Bytes left for side tables. */
  payloadLeft: number

  /** What happened, in order; the recorder reads it. */
  readonly happenings: Happenings

  /** PEP 523: runs the frame at an address to its end. Set by the VM. */
  evalFrame: (frame: number) => number = unattached
  /** The evaluation loop, for those that let threads take turns. Set by the VM. */
  evalLoop!: EvalLoop
  /** Runs a generator's frame until it yields or ends; `throwing`: with the exception being raised. Set by the VM. */
  resumeFrame: (frame: number, throwing: boolean) => number = unattached
  /** Writes into the running frame which instruction it is at. Set by the VM. */
  saveInstruction: () => void = () => {}
  /** The code of a text: a code object, or 0 with SyntaxError. Set by the VM. */
  compileText: (text: string, filename: string, mode: 'exec' | 'eval') => number = unattached
  /** Runs a code object in two namespaces. Set by the VM. */
  evalCode: (code: number, globals: number, locals: number) => number = unattached
  /** Compiles a text and runs it in two namespaces. Set by the VM. */
  runText: (text: string, mode: 'exec' | 'eval', globals: number, locals: number) => number = unattached
  /** The frame object of a frame, borrowed; 0 with MemoryError. Set by the VM. */
  getFrameObject: (frame: number) => number = unattached
  /** `import name` for natives: the module, owned; 0 with an exception. Set by the VM. */
  importModule: (name: string) => number = unattached
  /** `__import__(name, fromlist, level)`; `fromlist` is a tuple that is not empty, or 0. Set by the VM. */
  importName: (name: number, fromlist: number, level: number) => number = unattached
  /** A new str with that text. Set by unicodeobject.ts. */
  newStr: (text: string) => number = unattached
  /** A new exception of a class, from one argument or none (0). Set by exceptions.ts. */
  newException: (type: number, value: number) => number = unattached
  /** Notes on an AttributeError being raised which object and name it is about. Set by exceptions.ts. */
  setAttributeErrorContext: (o: number, name: number) => void = unattached
  /** Empties a frame that a frame object or a generator owns. Set by the VM. */
  clearFrame: (storage: number) => void = unattached
  /** Gives up only the variables of a generator's frame, and what lies on its stack. */
  clearLocals: (frame: number) => void = unattached
  /** `o[key]` for classes and generic aliases; -1 where that does not apply. Set by typeobject.ts. */
  classGetItem: (o: number, key: number) => number = () => -1
  /** Calls a Python function (PyFunction_Type's tp_call). Set by the VM. */
  callFunction: Vectorcall = unattached
  /** PyObject_ClearWeakRefs: clears the weak references to a dying object and calls their callbacks. Set by weakrefobject.ts. */
  clearWeakRefs: (o: number) => void = () => {}
  /** Clears references made while the finalizer ran, without calling their callbacks. Set by weakrefobject.ts. */
  clearWeakRefsNoCallbacks: (o: number) => void = () => {}
  /** A weak reference to an object, without callback. Set by weakrefobject.ts. */
  newWeakRef: (o: number) => number = unattached
  /**
   * PyErr_FormatUnraisable: prints and forgets the exception being raised; `o` is the function it came from, `doing` what
   * was done with it ("calling deallocator" if nothing is said). Set by the VM.
   */
  writeUnraisable: (o: number, doing?: string) => void = unattached
  /** What `sys.unraisablehook` does where a program has not replaced it. Set by the VM. */
  printUnraisable: (unraisable: Unraisable) => void = unattached
  /** Whether the value `_PyObject_GetMethod` found is a function still to be given `self`. */
  methodIsUnbound = false
  /** At a function's entry and at backward jumps: collects if a collection is due (3.12+). Set by gc.ts. */
  evalBreaker: () => void = () => {}
  /** Runs a class body with its namespace; what it returns (the `__class__` cell or None). Set by the VM. */
  evalClassBody: (func: number, namespace: number) => number = unattached
  /** How exceptions are printed, in parts, for `traceback`. Set by the VM. */
  printing: ExceptionPrinting = { entries: unattached, last: unattached }
  /** Where the program is, `max` frames deep. Set by the VM. */
  whereNow: (max: number) => TracedPlace = unattached
  /** Calls the callback of a weak reference with it. Set by weakrefobject.ts. */
  callWeakrefCallback: (ref: number, callback: number) => void = unattached
  /** Calls what `gc.callbacks` lists. Set by gcmodule.ts. */
  gcCallbacks: (
    phase: 'start' | 'stop',
    generation: number,
    collected: number,
    uncollectable: number,
    candidates: number,
  ) => void = () => {}
  /** Writes a line of the collector's debugging output. Set by gcmodule.ts. */
  gcReport: (line: string) => void = () => {}
  /** Appends an object to `gc.garbage`. Set by gcmodule.ts. */
  gcGarbage: (o: number) => void = () => {}
  /** Called when the youngest generation is over its threshold: collects, or notes that a collection is due. Set by gc.ts. */
  gcDue: () => void = () => {}
  /** Called after each change the views should be able to stop at (a phase of a collection). Set by the recorder. */
  pause: () => void = () => {}

  constructor(profile: Profile, budgets: Budgets, happenings: Happenings) {
    this.profile = profile
    this.budgets = budgets
    this.happenings = happenings
    this.fuel = budgets.instructions
    this.outputLeft = budgets.output
    this.payloadLeft = budgets.payload
    this.mem = new Memory(DATASTACK_END, budgets.memory)
    initObmalloc(this.mem)
    for (let g = 0; g < 4; g++) listInit(this.mem, GcState.generation0 + g * GENERATION_STRIDE)
    this.mem.storeDouble(Gil.interval, 0.005)
    this.mem.store(Tstate.exc_info, Tstate.exc_value)
    this.mem.store(Tstate.id, 1)
    this.mem.store(Tstate.datastack, DATASTACK)
    this.mem.store(Tstate.datastack_top, DATASTACK)
    this.mem.store(Tstate.datastack_limit, DATASTACK_END)
    this.mem.store(Tstate.cstack, CSTACK)
    this.mem.store(Tstate.cstack_top, CSTACK)
    this.mem.store(Tstate.cstack_limit, CSTACK_END - 64 * CELL)
    this.mem.store(Tstate.py_recursion_remaining, this.recursionLimit)
  }

  /** Py_EnterRecursiveCall: -1 with RecursionError (`message` says where) when native calls nest too deep. */
  enterRecursiveCall(message: string): number {
    const depth = this.mem.load(Tstate.c_recursion) + 1
    if (depth > this.profile.cRecursionLimit) return this.recursionError(message)
    this.mem.store(Tstate.c_recursion, depth)
    return 0
  }

  leaveRecursiveCall(): void {
    this.mem.store(Tstate.c_recursion, this.mem.load(Tstate.c_recursion) - 1)
  }

  /** Raises RecursionError. Set by exceptions.ts. */
  recursionError: (where: string) => -1 = unattached

  /** Numbers a text for a string object, charging the payload budget. */
  addText(text: string): number {
    this.chargePayload(2 * text.length + 16)
    return this.texts.push(text) - 1
  }

  /** Takes bytes from the budget for what is kept outside the image. */
  chargePayload(bytes: number): void {
    this.payloadLeft -= bytes
    if (this.payloadLeft < 0) throw new Stop({ kind: 'budget', which: 'payload' })
  }
}

function unattached(): never {
  throw new Error('the interpreter is not initialised')
}
