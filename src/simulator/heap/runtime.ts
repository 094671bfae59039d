// Include/internal/pycore_runtime.h: where the interpreter's own variables stand in the image, below the first object.

import { ARENA_SIZE, layout } from './structs.ts'

/** Where the state of the thread that runs stands. */
export const TSTATE = 64

/**
 * The thread state. Frames are addresses on the data stack; exceptions are owned. That of a thread that waits is a block of
 * the same layout elsewhere (`Interpreter.threads`).
 */
export const Tstate = layout(TSTATE, [
  ['current_frame', 'ptr'],
  ['current_exception', 'ptr'],
  ['exc_value', 'ptr'],
  ['previous_item', 'ptr'],
  ['exc_info', 'ptr'], // where the exception being handled is kept: here, or in the generator that is running
  ['datastack_top', 'ptr'],
  ['cstack_top', 'ptr'],
  ['delete_later', 'ptr'],
  ['dealloc_nesting', 'ssize'],
  ['py_recursion_remaining', 'ssize'],
  ['c_recursion', 'ssize'],
  ['thread_dict', 'ptr'], // PyThreadState_GetDict: what C code keeps for the thread; 0 while there is nothing
  ['async_gen_firstiter', 'ptr'], // the hooks of asynchronous generators, owned, or 0
  ['async_gen_finalizer', 'ptr'],
  ['on_delete_data', 'ptr'], // a weak reference to the lock that is released when the thread has ended, or 0
  ['datastack', 'ptr'],
  ['datastack_limit', 'ptr'],
  ['cstack', 'ptr'],
  ['cstack_limit', 'ptr'],
  ['next', 'ptr'], // of a thread that waits: the state of the next one
  ['id', 'ssize'], // 1 for the main thread, then in the order in which they were started
  ['clearing_frame', 'ptr'], // NOT CPYTHON: the frame that gives up what it owns, so that what is left is still seen
])

/** PyInterpreterState: the last version given to a class, and more that there is once. */
export const Interpreter = layout(920, [
  ['type_version', 'ptr'],
  ['sysdict_copy', 'ptr'], // the functions of sys as they were made, for an interpreter that is started again
  ['abc_invalidation_counter', 'ssize'], // how many classes were registered with abstract ones
  ['after_forkers_child', 'ptr'], // what os.register_at_fork was given, which outlives the modules; 0 for nothing
  ['threads', 'ptr'], // the states of the threads that wait, the first of them
  ['unmade', 'ptr'], // NOT CPYTHON: a list of exceptions that CPython has not made yet, as nobody has caught them (up to 3.11)
])

/**
 * What to add to an offset in Tstate for each thread: 0 for the one that runs, then those that wait.
 * @param load reads the word at an address
 */
export function threadsOf(load: (address: number) => number): number[] {
  const threads = [0]
  for (let state = load(Interpreter.threads); state !== 0; state = load(state - TSTATE + Tstate.next))
    threads.push(state - TSTATE)
  return threads
}

/** The collector: three generation heads (each a PyGC_Head) with count and threshold, then its switches. */
export const GcState = layout(256, [
  ['generation0', 'ptr'],
  ['generation0_prev', 'ptr'],
  ['generation0_count', 'int'],
  ['generation0_threshold', 'int'],
  ['generation1', 'ptr'],
  ['generation1_prev', 'ptr'],
  ['generation1_count', 'int'],
  ['generation1_threshold', 'int'],
  ['generation2', 'ptr'],
  ['generation2_prev', 'ptr'],
  ['generation2_count', 'int'],
  ['generation2_threshold', 'int'],
  ['permanent', 'ptr'],
  ['permanent_prev', 'ptr'],
  ['permanent_count', 'int'],
  ['permanent_threshold', 'int'],
  ['enabled', 'int'],
  ['collecting', 'int'],
  ['debug', 'int'],
  ['long_lived_total', 'int'],
  ['long_lived_pending', 'int'],
  ['gc_scheduled', 'int'],
  ['garbage', 'ptr'],
  ['callbacks', 'ptr'],
  ['collections0', 'int'],
  ['collected0', 'int'],
  ['uncollectable0', 'int'],
  ['collections1', 'int'],
  ['collected1', 'int'],
  ['uncollectable1', 'int'],
  ['collections2', 'int'],
  ['collected2', 'int'],
  ['uncollectable2', 'int'],
  ['working', 'int'], // NOT CPYTHON: how many collections use the lists below: those between their callbacks
  // While a collection runs: heads of the lists it works on, so that they are part of the image too.
  ['unreachable', 'ptr'],
  ['unreachable_prev', 'ptr'],
  ['finalizers', 'ptr'],
  ['finalizers_prev', 'ptr'],
  ['still_unreachable', 'ptr'],
  ['still_unreachable_prev', 'ptr'],
  ['young', 'ptr'],
  ['young_prev', 'ptr'],
  ['seen', 'ptr'],
  ['seen_prev', 'ptr'],
  ['wrcb_to_call', 'ptr'],
  ['wrcb_to_call_prev', 'ptr'],
  // Those of the collection inside of which it runs.
  ['outer_unreachable', 'ptr'],
  ['outer_unreachable_prev', 'ptr'],
  ['outer_still_unreachable', 'ptr'],
  ['outer_still_unreachable_prev', 'ptr'],
  ['outer_seen', 'ptr'],
  ['outer_seen_prev', 'ptr'],
  ['outer_wrcb_to_call', 'ptr'],
  ['outer_wrcb_to_call_prev', 'ptr'],
  ['candidates0', 'int'],
  ['candidates1', 'int'],
  ['candidates2', 'int'],
  // The incremental collector: whether `generation0_count` counts tracked objects, and how far it has come.
  ['counts_tracked', 'int'],
  ['heap_size', 'int'],
  ['work_to_do', 'int'],
  ['visited_space', 'int'],
  ['phase', 'int'],
  // Objects a real interpreter has at its start beyond the model's: they weigh in the ratios, and are nowhere else.
  ['unmodelled', 'int'],
  ['unmodelled_permanent', 'int'], // those of them that were frozen
])

/** Bytes from one generation's head to the next. */
export const GENERATION_STRIDE = GcState.generation1 - GcState.generation0

/** Objects the interpreter itself holds, each owning one reference. */
export const Roots = layout(640, [
  ['sys_modules', 'ptr'],
  ['builtins_dict', 'ptr'],
  ['main_module', 'ptr'],
  ['arena', 'ptr'], // the parser's arena: a malloc'ed block [count, object, object, ...], 0 when freed
  ['builtins_copy', 'ptr'], // the builtins as they were before the program
  ['atexit', 'ptr'], // what atexit is to call, in a list; 0 while there is nothing
  ['sys_dict', 'ptr'], // the dict of sys: print finds stdout here even when sys.modules is gone
])

/** pymalloc: its lists of arenas and the counters of `sys._debugmallocstats`. */
export const Obmalloc = layout(704, [
  ['arenas', 'ptr'],
  ['maxarenas', 'int'],
  ['narenas_currently_allocated', 'int'],
  ['unused_arena_objects', 'ptr'],
  ['usable_arenas', 'ptr'],
  ['ntimes_arena_allocated', 'int'],
  ['narenas_highwater', 'int'],
  ['raw_allocated_blocks', 'int'],
  ['blocks_in_use', 'int'],
  ['malloc_free', 'ptr'], // raw malloc: first free chunk, by address
  ['malloc_bytes', 'ssize'],
  ['free_lists', 'ptr'],
])

/** What the interpreter itself takes: its program and what it read at its start. NOT CPYTHON: a fixed number. */
export const INTERPRETER_SIZE = 9 << 20

/**
 * Bytes the process has of the machine's memory: the interpreter, its arenas, and what malloc has given out.
 * @param load reads the word at an address
 */
export function residentBytes(load: (address: number) => number): number {
  const rounded = Math.ceil(load(Obmalloc.malloc_bytes) / 4096) * 4096
  return INTERPRETER_SIZE + load(Obmalloc.narenas_currently_allocated) * ARENA_SIZE + rounded
}

/** tracemalloc: whether and how deep it looks, its table of blocks, and what they add up to. */
export const Tracemalloc = layout(832, [
  ['tracing', 'int'],
  ['max_nframe', 'int'],
  ['table', 'ptr'],
  ['capacity', 'int'],
  ['filled', 'int'], // rows in use or emptied
  ['number', 'int'],
  ['traced_memory', 'int'],
  ['peak', 'int'],
])

/** The simulated clock: the seconds a program has slept. */
export const Clock = layout(896, [['slept', 'double']])

/** How long a thread runs while others want to, in seconds (`sys.setswitchinterval`). */
export const Gil = layout(912, [['interval', 'double']])

/** Names of keyword arguments, where they are made at the first call: a tuple, which is never freed. */
export const KeywordTuples = layout(904, [['print', 'ptr']])

/** 32 size classes, each a pretend pool header of 32 bytes whose nextpool and prevpool are used. */
export const USEDPOOLS = 1024
/** nfp2lasa[0..64]: the last arena with so many free pools. */
export const NFP2LASA = USEDPOOLS + 32 * 32
/** Free lists: one pair (first object, how many) per row of heap/freelist.ts. */
export const FREELISTS = NFP2LASA + 65 * 8
export const FREELISTS_END = FREELISTS + 64 * 16

/** The C stack of the main thread: cells in which native code records what it holds and passes. */
export const CSTACK = 0x2000
export const CSTACK_END = CSTACK + (16 << 13)
/**
 * On the C stack: the cell holds the address of a block whose references native code owns, and the word behind it how many
 * they are (times 256) and how many bytes apart they lie.
 */
export const BLOCK_TAG = 2

/** One word per MiB of address space: 1 + the row of the arena there, 0 for none (CPython: a radix tree). */
export const ARENA_MAP = CSTACK_END
/** The data stack on which the main thread's Python frames stand. */
export const DATASTACK = ARENA_MAP + (2048 << 2)
export const DATASTACK_END = DATASTACK + (1 << 20)
/** What `id()` adds to an address, so that it looks like one of a 64-bit process. */
export const BASE_ADDRESS = 0x7f38_0000_0000
