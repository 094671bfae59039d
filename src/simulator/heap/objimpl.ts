// Include/objimpl.h: objects are born and their memory returned here. What stands before the object depends on its type:
// 16 bytes for the collector, and from the profile's layout 16 more for a managed dict and weak references.

import { GC_HEAD_SIZE, untrack } from './gchead.ts'
import { put } from './memory.ts'
import { PyObject_Free, PyObject_Malloc } from './obmalloc.ts'
import type { ThreadState } from './pystate.ts'
import { DECREF, INCREF, TPFLAGS, typeFlags } from './refcount.ts'
import { BLOCK_TAG, GcState, Interpreter, Tstate } from './runtime.ts'
import { PyBaseExceptionObject, PyObject, PyTypeObject, PyVarObject } from './structs.ts'
import type { Borrowed, Owned } from './typeslots.ts'

/** Bytes before an object of this type. */
export function preheaderSize(ts: ThreadState, type: number): number {
  return preheader(typeFlags(ts, type))
}

function preheader(flags: number): number {
  const gc = flags & TPFLAGS.HAVE_GC ? GC_HEAD_SIZE : 0
  return gc + (flags & (TPFLAGS.MANAGED_DICT | TPFLAGS.MANAGED_WEAKREF) ? 16 : 0)
}

/**
 * _PyObject_New / _PyObject_GC_New / PyVarObject: a new object with count 1 whose body is cleared; not yet tracked.
 * @param bytes size of the object itself, without what stands before it
 * @returns 0 when memory is exhausted (no exception is set: call PyErr_NoMemory)
 */
export function allocate(ts: ThreadState, type: number, bytes: number): Owned {
  const mem = ts.mem
  const flags = typeFlags(ts, type)
  const before = preheader(flags)
  const base = PyObject_Malloc(mem, before + bytes)
  if (base === 0) return 0
  mem.clear(base, (before + bytes + 3) & ~3)
  const o = base + before
  // Before there is an object: a collection here does not see it.
  if (flags & TPFLAGS.HAVE_GC && ts.profile.gc.counts === 'allocated') countAllocation(ts)
  mem.store(o, 1)
  mem.store(o + PyObject.ob_type, type)
  if (flags & TPFLAGS.HEAPTYPE) INCREF(ts, type)
  return o
}

/** `allocate` for objects with `n` items of the type's item size. */
export function allocateVar(ts: ThreadState, type: number, n: number): Owned {
  const basic = ts.mem.load(type + PyTypeObject.tp_basicsize)
  const o = allocate(ts, type, basic + n * ts.mem.load(type + PyTypeObject.tp_itemsize))
  if (o !== 0) ts.mem.store(o + PyVarObject.ob_size, n)
  return o
}

/** Returns the memory of a dead object (tp_free). Does not touch the count of its type. */
export function freeObject(ts: ThreadState, o: number): void {
  const { mem } = ts
  const { words } = mem
  const flags = words[(words[(o + PyObject.ob_type) >> 2] + PyTypeObject.tp_flags) >> 2]
  if (flags & TPFLAGS.HAVE_GC) {
    untrack(mem, o)
    const dying = (words[Tstate.cstack_top >> 2] - 8) >> 2
    if (words[dying] === (o | 1)) put(mem, words, dying, 0)
    const isUnmade = words[Interpreter.unmade >> 2] !== 0 && forgetUnmade(ts, o)
    const count = words[GcState.generation0_count >> 2]
    if (!isUnmade && count > 0 && ts.profile.gc.counts === 'allocated')
      put(mem, words, GcState.generation0_count >> 2, count - 1)
  }
  PyObject_Free(mem, o - preheader(flags))
}

/** Makes an exception that CPython makes only when it is caught (`countUnmade`): until then the collector does not count it. */
export function makeUncounted(ts: ThreadState, make: () => Owned): Owned {
  const { mem } = ts
  const [count, collecting] = [mem.load(GcState.generation0_count), mem.load(GcState.collecting)]
  mem.store(GcState.collecting, 1)
  const exception = make()
  mem.store(GcState.collecting, collecting)
  mem.store(GcState.generation0_count, count)
  if (exception !== 0) {
    mem.store(exception + PyBaseExceptionObject.unmade_next, mem.load(Interpreter.unmade))
    mem.store(Interpreter.unmade, exception)
  }
  return exception
}

/** An exception is caught, and so is made now where it was not yet: it is counted. */
export function countUnmade(ts: ThreadState, exception: Borrowed): void {
  if (forgetUnmade(ts, exception)) during(ts, [exception], () => countAllocation(ts))
}

function forgetUnmade({ mem }: ThreadState, o: number): boolean {
  let link: number = Interpreter.unmade
  for (let exception = mem.load(link); exception !== 0; exception = mem.load(link)) {
    const next = exception + PyBaseExceptionObject.unmade_next
    if (exception === o) {
      mem.store(link, mem.load(next))
      return true
    }
    link = next
  }
  return false
}

/** Runs the collector where the version runs it. Set by gc.ts through the thread state. */
function countAllocation(ts: ThreadState): void {
  ts.mem.store(GcState.generation0_count, ts.mem.load(GcState.generation0_count) + 1)
  const threshold = ts.mem.load(GcState.generation0_threshold)
  if (
    threshold !== 0 &&
    ts.mem.load(GcState.generation0_count) > threshold &&
    ts.mem.load(GcState.enabled) !== 0 &&
    ts.mem.load(GcState.collecting) === 0 &&
    ts.mem.load(Tstate.current_exception) === 0
  )
    ts.gcDue()
}

/** Records on the C stack that native code owns `o`, saying what it is for; it stays until `release`. */
export function hold(ts: ThreadState, o: number): void {
  const top = ts.mem.load(Tstate.cstack_top)
  ts.mem.store(top, o)
  ts.mem.store(Tstate.cstack_top, top + 8)
}

/**
 * Records on the C stack that native code owns the references in a block; one that is given up is set to 0 first.
 * @param first address of the first of them, `n` how many, `stride` how many bytes apart
 */
export function holdBlock(ts: ThreadState, first: number, n: number, stride = 8): void {
  const top = ts.mem.load(Tstate.cstack_top)
  ts.mem.store(top, first | BLOCK_TAG)
  ts.mem.store(top + 4, (n << 8) | stride)
  ts.mem.store(Tstate.cstack_top, top + 8)
}

/** The C stack has room for so many of what may be many; the others are not on record meanwhile. */
const MOST_HELD = 256

/** `hold` for each of the cells, as far as there is room. */
export function holdEach(ts: ThreadState, cells: readonly number[]): void {
  for (const cell of cells.slice(0, MOST_HELD)) hold(ts, cell)
}

/** Takes number `i` of what `holdEach` recorded from `mark` on off the record, before it is given up. */
export function unhold(ts: ThreadState, mark: number, i: number): void {
  if (i < MOST_HELD) ts.mem.store(mark + i * 8, 0)
}

/** Gives up `o` while native code owns `kept` (0: nothing) too. */
export function giveUpBeside(ts: ThreadState, o: Owned, kept: number): void {
  const mark = holdMark(ts)
  if (kept !== 0) hold(ts, kept)
  DECREF(ts, o)
  release(ts, mark)
}

/** Does something while native code owns some references (0: none), and says so; they stay the caller's. */
export function during<T>(ts: ThreadState, owned: readonly Borrowed[], work: () => T): T {
  const mark = holdMark(ts)
  for (const o of owned) if (o !== 0) hold(ts, o)
  const result = work()
  release(ts, mark)
  return result
}

/** Does something while native code owns `o`, and gives that up. */
export function whileOwning<T>(ts: ThreadState, o: Owned, use: (o: Borrowed) => T): T {
  const result = during(ts, [o], () => use(o))
  DECREF(ts, o)
  return result
}

/** Where the C stack stands; give it to `release`. */
export function holdMark(ts: ThreadState): number {
  return ts.mem.load(Tstate.cstack_top)
}

/** Forgets what was recorded since `mark` (the references themselves are the caller's business). */
export function release(ts: ThreadState, mark: number): void {
  ts.mem.store(Tstate.cstack_top, mark)
}
