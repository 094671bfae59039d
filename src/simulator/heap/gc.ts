// Python/gc.c (Modules/gcmodule.c up to 3.12): the collector of cyclic trash. Everything it knows lies in the image; it
// finds its way by tp_traverse. After each phase it reports a happening and pauses, so that a view can stop there.
// Left out: objects with tp_del (no type of the model has it).

import { GcPhase, Happening } from '../../trace/happenings.ts'
import { clearFreeLists } from './freelist.ts'
import {
  DEBUG_COLLECTABLE,
  DEBUG_SAVEALL,
  DEBUG_STATS,
  isDebugging,
  reportCollectable,
  reportEnd,
  reportStart,
} from './gcdebug.ts'
import {
  AS_GC,
  FROM_GC,
  isTracked,
  listInit,
  listIsEmpty,
  listMerge,
  listMove,
  listSize,
  PREV_MASK_FINALIZED,
} from './gchead.ts'
import { collectFull, collectIncrement, collectYoung } from './gcincremental.ts'
import { beginWork, endWork } from './gcnested.ts'
import {
  clear_unreachable_mask,
  clearCollecting,
  isCollecting,
  move_unreachable,
  subtract_refs,
  untrack_dicts,
  untrack_tuples,
  update_refs,
} from './gcrefs.ts'
import { hold, holdMark, release } from './objimpl.ts'
import { Stop, type ThreadState } from './pystate.ts'
import { DECREF, INCREF, Py_TYPE, slotsOf } from './refcount.ts'
import { GcState, GENERATION_STRIDE, Tstate } from './runtime.ts'
import { PyWeakReference } from './structs.ts'
import { _PyWeakref_ClearRef, PyWeakref_Check, weakrefsOf } from './weakreflist.ts'

/** How many generations there are besides the frozen one. */
export const NUM_GENERATIONS = 3

/** Why a collection is made: the program asked, the threshold was passed, the interpreter exits. */
export type Reason = 'manual' | 'heap' | 'shutdown'

/** What a collection found. */
export interface CollectionStats {
  candidates: number
  collected: number
  uncollectable: number
}

/** Address of a generation's list. */
export function GEN_HEAD(generation: number): number {
  return GcState.generation0 + generation * GENERATION_STRIDE
}

function countOf(generation: number): number {
  return GEN_HEAD(generation) + (GcState.generation0_count - GcState.generation0)
}

function thresholdOf(generation: number): number {
  return GEN_HEAD(generation) + (GcState.generation0_threshold - GcState.generation0)
}

/** _PyGC_InitState: thresholds of the version, collector enabled, and the thread state's hooks. */
export function initGc(ts: ThreadState): void {
  const { mem, profile } = ts
  profile.gc.thresholds.forEach((threshold, generation) => {
    mem.store(thresholdOf(generation), threshold)
  })
  mem.store(GcState.enabled, 1)
  if (profile.gc.counts === 'tracked') mem.store(GcState.counts_tracked, 1)
  const run = () => {
    if (ts.mem.load(GcState.enabled) === 0 && !profile.gc.runsRegardless) return
    // Each phase is shown, and where the program is.
    ts.saveInstruction()
    collectAutomatically(ts)
  }
  ts.gcDue =
    profile.gc.runs === 'in-allocation'
      ? run
      : () => {
          mem.store(GcState.gc_scheduled, 1)
        }
  ts.evalBreaker = () => {
    if (mem.load(GcState.gc_scheduled) === 0) return
    mem.store(GcState.gc_scheduled, 0)
    run()
  }
}

/**
 * The interpreter has started: what it is made of is older than anything the program makes.
 * @param main the dict of `__main__`
 */
export function settleStart(ts: ThreadState, main: number): void {
  const { mem, profile } = ts
  const { generation, objects, counts } = profile.start
  const older = GEN_HEAD(Math.max(1, generation))
  const young = GEN_HEAD(0)
  // What the model's own start left there says nothing about CPython's: what is allocated from here on counts.
  clearFreeLists(ts)
  let alive = 0
  for (let g = 0; g < NUM_GENERATIONS; g++) alive += listSize(mem, GEN_HEAD(g))
  if (generation > 0) {
    listMerge(mem, young, older)
    // The collection that made it older came upon it from its module.
    if (isTracked(mem, main)) listMove(mem, AS_GC(main), older)
  } else {
    for (let head = mem.load(young); FROM_GC(head) !== main; head = mem.load(young)) listMove(mem, head, older)
  }
  mem.store(GcState.unmodelled, Math.max(0, objects - alive))
  counts.forEach((count, g) => {
    mem.store(countOf(g), count)
  })
}

/**
 * What compiling the program allocated and left in free lists is counted: for each tuple, two that looked it up among the
 * constants; for each function and class, what its scopes were made of. If that is enough, a collection is due.
 * @param made how many code objects and tuples the program has
 */
export function countCompiled(ts: ThreadState, made: { readonly codes: number; readonly tuples: number }): void {
  const { mem, profile } = ts
  if (profile.gc.counts === 'tracked') return
  const count = mem.load(countOf(0)) + 2 * made.tuples + profile.start.leftByScope * (made.codes - 1)
  mem.store(countOf(0), count)
  if (count > mem.load(thresholdOf(0))) ts.gcDue()
}

function collectAutomatically(ts: ThreadState): void {
  const generation = ts.profile.gc.incremental ? 1 : gc_select_generation(ts)
  if (generation >= 0) collect(ts, generation, 'heap')
}

/** The oldest generation over its threshold; the oldest of all only if enough objects wait in it. -1: none. */
function gc_select_generation(ts: ThreadState): number {
  const { mem } = ts
  for (let generation = NUM_GENERATIONS - 1; generation >= 0; generation--) {
    if (mem.load(countOf(generation)) <= mem.load(thresholdOf(generation))) continue
    const waiting = mem.load(GcState.long_lived_pending)
    if (generation === 2 && waiting < Math.trunc(mem.load(GcState.long_lived_total) / 4)) continue
    return generation
  }
  return -1
}

/** PyGC_Collect: all generations, unless the collector is switched off. @returns unreachable objects found */
export function PyGC_Collect(ts: ThreadState): number {
  return ts.mem.load(GcState.enabled) === 0 ? 0 : collect(ts, NUM_GENERATIONS - 1, 'manual')
}

/** _PyGC_CollectNoFail: at the interpreter's end, switched off or not. `gc.callbacks` are not told. */
export function _PyGC_CollectNoFail(ts: ThreadState): void {
  collect(ts, NUM_GENERATIONS - 1, 'shutdown')
}

/**
 * One collection.
 * @param generation 0 to 2; up to this one, the younger ones are looked at too
 * @returns unreachable objects found, collected or not; 0 when a collection is under way already
 */
export function collect(ts: ThreadState, generation: number, reason: Reason): number {
  const { mem } = ts
  const mayNest = ts.profile.gc.runsRegardless && reason === 'heap'
  if (mem.load(GcState.collecting) !== 0 && !mayNest) return 0
  mem.store(GcState.collecting, 1)
  const stats: CollectionStats = { candidates: 0, collected: 0, uncollectable: 0 }
  if (reason !== 'shutdown') ts.gcCallbacks('start', generation, 0, 0, 0)
  const raised = mem.load(Tstate.current_exception)
  mem.store(Tstate.current_exception, 0)
  const mark = holdMark(ts)
  hold(ts, raised)
  beginWork(ts)
  ts.happenings.add(Happening.gcStart, generation, reason === 'manual' ? 1 : 0)
  if (isDebugging(ts, DEBUG_STATS)) reportStart(ts, generation)
  if (!ts.profile.gc.incremental) collectGeneration(ts, generation, stats)
  else if (generation === 0) collectYoung(ts, stats, collectRegion)
  else if (generation === 1) collectIncrement(ts, stats, collectRegion)
  else collectFull(ts, stats, collectRegion)
  if (generation === NUM_GENERATIONS - 1) clearFreeLists(ts)
  addStats(ts, generation, stats)
  if (isDebugging(ts, DEBUG_STATS)) reportEnd(ts, stats.collected, stats.uncollectable)
  ts.happenings.add(Happening.gcStop, stats.collected, stats.uncollectable)
  release(ts, mark)
  endWork(ts)
  mem.store(Tstate.current_exception, raised)
  if (reason !== 'shutdown') {
    ts.gcCallbacks('stop', generation, stats.collected, stats.uncollectable, stats.candidates)
  }
  mem.store(GcState.collecting, 0)
  // Looking at an object costs about as much as an instruction: a program may ask for any number of collections.
  ts.fuel -= stats.candidates
  if (ts.fuel < 0) throw new Stop({ kind: 'budget', which: 'instructions' })
  return stats.collected + stats.uncollectable
}

function addStats(ts: ThreadState, generation: number, stats: CollectionStats): void {
  const { mem } = ts
  const row = GcState.collections0 + generation * (GcState.collections1 - GcState.collections0)
  mem.store(row, mem.load(row) + 1)
  mem.store(row + 4, mem.load(row + 4) + stats.collected)
  mem.store(row + 8, mem.load(row + 8) + stats.uncollectable)
  const candidates = GcState.candidates0 + generation * 4
  mem.store(candidates, mem.load(candidates) + stats.candidates)
}

/** gc_collect_main: a generation and the younger ones. Survivors move to the next. */
function collectGeneration(ts: ThreadState, generation: number, stats: CollectionStats): void {
  const { mem } = ts
  if (generation + 1 < NUM_GENERATIONS) {
    mem.store(countOf(generation + 1), mem.load(countOf(generation + 1)) + 1)
  }
  for (let g = 0; g <= generation; g++) mem.store(countOf(g), 0)
  const young = GEN_HEAD(generation)
  for (let g = 0; g < generation; g++) listMerge(mem, GEN_HEAD(g), young)
  const old = generation < NUM_GENERATIONS - 1 ? GEN_HEAD(generation + 1) : young
  phase(ts, GcPhase.merge, listSize(mem, young))
  collectRegion(ts, young, old, stats, () => {
    if (young !== old) {
      if (generation === NUM_GENERATIONS - 2) {
        mem.store(GcState.long_lived_pending, mem.load(GcState.long_lived_pending) + listSize(mem, young))
      }
      return
    }
    if (!ts.profile.containers.dictsAlwaysTracked) untrack_dicts(ts, young)
    mem.store(GcState.long_lived_pending, 0)
    mem.store(GcState.long_lived_total, listSize(mem, young) + mem.load(GcState.unmodelled))
  })
}

/**
 * gc_collect_region: finds the trash in a list and gets rid of it; the rest moves to `to`.
 * @param survivorsKnown called when `from` holds only what is reachable
 */
export function collectRegion(
  ts: ThreadState,
  from: number,
  to: number,
  stats: CollectionStats,
  survivorsKnown: () => void = () => {},
): void {
  const { mem } = ts
  const { unreachable, still_unreachable } = GcState
  stats.candidates += deduce_unreachable(ts, from, unreachable)
  untrack_tuples(ts, from)
  survivorsKnown()
  if (from !== to) listMerge(mem, from, to)
  clear_unreachable_mask(ts, unreachable)
  phase(ts, GcPhase.move_unreachable, listSize(mem, unreachable))
  // move_legacy_finalizers: nothing here has tp_del.
  listInit(mem, GcState.finalizers)
  phase(ts, GcPhase.legacy_finalizers, 0)
  if (isDebugging(ts, DEBUG_COLLECTABLE)) reportCollectable(ts, unreachable)
  stats.collected += handle_weakrefs(ts, unreachable, to)
  phase(ts, GcPhase.handle_weakrefs, listSize(mem, unreachable))
  finalize_garbage(ts, unreachable)
  phase(ts, GcPhase.finalize_garbage, listSize(mem, unreachable))
  handle_resurrected_objects(ts, unreachable, still_unreachable, to)
  if (ts.profile.gc.weakrefsOutliveFinalizers) clear_weakrefs(ts, still_unreachable)
  const trash = listSize(mem, still_unreachable)
  phase(ts, GcPhase.handle_resurrected, trash)
  stats.collected += trash
  delete_garbage(ts, still_unreachable, to)
  phase(ts, GcPhase.delete_garbage, trash)
}

function deduce_unreachable(ts: ThreadState, base: number, unreachable: number): number {
  listInit(ts.mem, unreachable)
  const candidates = update_refs(ts, base)
  phase(ts, GcPhase.update_refs, candidates)
  subtract_refs(ts, base)
  phase(ts, GcPhase.subtract_refs, candidates)
  move_unreachable(ts, base, unreachable)
  return candidates
}

/** Reports that a phase is done and lets a view stop here. */
function phase(ts: ThreadState, which: number, number: number): void {
  ts.happenings.add(Happening.gcPhase, which, number)
  ts.pause()
}

/**
 * Weak references to trash are cleared, and those with callbacks that are not trash themselves called.
 * @returns how many of these weak references died in it
 */
function handle_weakrefs(ts: ThreadState, unreachable: number, old: number): number {
  const { mem } = ts
  const { wrcb_to_call } = GcState
  const onlyWithCallback = ts.profile.gc.weakrefsOutliveFinalizers
  listInit(mem, wrcb_to_call)
  for (let head = mem.load(unreachable); head !== unreachable; head = mem.load(head)) {
    const o = FROM_GC(head)
    if (!onlyWithCallback && PyWeakref_Check(ts, o)) _PyWeakref_ClearRef(ts, o)
    for (const ref of weakrefsOf(ts, o)) {
      const hasCallback = mem.load(ref + PyWeakReference.wr_callback) !== 0
      if (onlyWithCallback && !hasCallback) continue
      _PyWeakref_ClearRef(ts, ref)
      if (!hasCallback || isCollecting(ts, ref - 16)) continue
      INCREF(ts, ref)
      listMove(mem, ref - 16, wrcb_to_call)
    }
  }
  let freed = 0
  while (!listIsEmpty(mem, wrcb_to_call)) {
    const head = mem.load(wrcb_to_call)
    const ref = FROM_GC(head)
    ts.callWeakrefCallback(ref, mem.load(ref + PyWeakReference.wr_callback))
    DECREF(ts, ref)
    if (mem.load(wrcb_to_call) === head) {
      // Of use to the incremental collector only: elsewhere both words are 0.
      mem.store(head + 4, mem.load(GcState.visited_space))
      listMove(mem, head, old)
    } else freed++
  }
  return freed
}

/** What is left of weak references to trash after the finalizers (3.15). */
function clear_weakrefs(ts: ThreadState, unreachable: number): void {
  const { mem } = ts
  for (let head = mem.load(unreachable); head !== unreachable; head = mem.load(head)) {
    const o = FROM_GC(head)
    if (PyWeakref_Check(ts, o)) _PyWeakref_ClearRef(ts, o)
    for (const ref of weakrefsOf(ts, o)) _PyWeakref_ClearRef(ts, ref)
  }
}

/** Calls the finalizers, in list order. Objects may leave the list while they run. */
function finalize_garbage(ts: ThreadState, collectable: number): void {
  const { mem } = ts
  const { seen } = GcState
  listInit(mem, seen)
  while (!listIsEmpty(mem, collectable)) {
    const head = mem.load(collectable)
    const o = FROM_GC(head)
    listMove(mem, head, seen)
    const { tp_finalize } = slotsOf(ts, o)
    if (!tp_finalize || mem.load(head + 8) & PREV_MASK_FINALIZED) continue
    mem.store(head + 8, mem.load(head + 8) | PREV_MASK_FINALIZED)
    INCREF(ts, o)
    ts.happenings.add(Happening.finalize, o, Py_TYPE(ts, o))
    holding(ts, o, tp_finalize)
    DECREF(ts, o)
  }
  listMerge(mem, seen, collectable)
}

/** Calls a type's function on an object of which the collector has taken a reference. */
function holding(ts: ThreadState, o: number, call: (ts: ThreadState, o: number) => void): void {
  const mark = holdMark(ts)
  hold(ts, o)
  call(ts, o)
  release(ts, mark)
}

/** Looks again: what a finalizer has made reachable, and all it leads to, goes to the old generation. */
function handle_resurrected_objects(ts: ThreadState, unreachable: number, still: number, old: number): void {
  const { mem } = ts
  for (let head = mem.load(unreachable); head !== unreachable; head = mem.load(head)) clearCollecting(ts, head)
  listInit(mem, still)
  update_refs(ts, unreachable)
  subtract_refs(ts, unreachable)
  move_unreachable(ts, unreachable, still)
  clear_unreachable_mask(ts, still)
  listMerge(mem, unreachable, old)
}

/** Breaks the cycles by clearing one object after the other; counts do the rest. */
function delete_garbage(ts: ThreadState, collectable: number, old: number): void {
  const { mem } = ts
  while (!listIsEmpty(mem, collectable)) {
    const head = mem.load(collectable)
    const o = FROM_GC(head)
    if (isDebugging(ts, DEBUG_SAVEALL)) ts.gcGarbage(o)
    else {
      const { tp_clear } = slotsOf(ts, o)
      if (tp_clear) {
        INCREF(ts, o)
        holding(ts, o, tp_clear)
        if (mem.load(Tstate.current_exception) !== 0) ts.writeUnraisable(0)
        DECREF(ts, o)
      }
    }
    if (mem.load(collectable) === head) {
      clearCollecting(ts, head)
      listMove(mem, head, old)
    }
  }
}
