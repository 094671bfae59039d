// Python/gc.c of 3.14.0 to 3.14.4: two generations, the old one collected piece by piece. Old objects stand in one of two
// lists, visited in this round or not yet; a bit in the object's header says which.
// NOT CPYTHON: the bit stands in the upper half of `_gc_next` instead of its lowest bit, and how much is marked depends
// on the size of the interpreter's own heap, which is smaller here; so an automatic increment may find trash earlier.

import type { CollectionStats, collectRegion } from './gc.ts'
import { FROM_GC, isTracked, listInit, listIsEmpty, listMerge, listMove, listSize } from './gchead.ts'
import { PyObject_IS_GC, traverseUnnamed, untrack_tuples } from './gcrefs.ts'
import type { ThreadState } from './pystate.ts'
import { isImmortal } from './refcount.ts'
import { GcState, Roots, Tstate, threadsOf } from './runtime.ts'
import { CELL, untagged } from './stackref.ts'
import { InterpreterFrame as F, PyTypeObject } from './structs.ts'
import type { Borrowed, Visit } from './typeslots.ts'

type CollectRegion = typeof collectRegion

const PHASE_MARK = 0
const PHASE_COLLECT = 1
/** An increment of the default threshold of 10 scans 1% of the heap. */
const SCAN_RATE_DIVISOR = 10

/** The old generation's list of what this round has visited (or, `other`, has not). */
function oldHead(ts: ThreadState, which: 'visited' | 'other'): number {
  const visited = ts.mem.load(GcState.visited_space)
  return (which === 'visited') === (visited === 0) ? GcState.generation1 : GcState.generation2
}

function spaceOf(ts: ThreadState, head: number): number {
  return ts.mem.load(head + 4)
}

/** Writes into every header of a list in which of the two lists of the old generation it belongs. */
export function setSpace(ts: ThreadState, list: number, space: number): void {
  const { mem } = ts
  for (let head = mem.load(list); head !== list; head = mem.load(head)) mem.store(head + 4, space)
}

/** gc_collect_young: survivors become old, visited ones. */
export function collectYoung(ts: ThreadState, stats: CollectionStats, region: CollectRegion): void {
  const { mem } = ts
  untrack_tuples(ts, GcState.generation0)
  setSpace(ts, GcState.generation0, mem.load(GcState.visited_space))
  const visited = oldHead(ts, 'visited')
  region(ts, GcState.generation0, visited, stats)
  mem.store(GcState.generation0_count, 0)
  const count = visited + (GcState.generation1_count - GcState.generation1)
  mem.store(count, mem.load(count) + 1)
}

/** gc_collect_full: everything. */
export function collectFull(ts: ThreadState, stats: CollectionStats, region: CollectRegion): void {
  const { mem } = ts
  const visited = oldHead(ts, 'visited')
  const pending = oldHead(ts, 'other')
  untrack_tuples(ts, GcState.generation0)
  listMerge(mem, GcState.generation0, pending)
  setSpace(ts, pending, mem.load(GcState.visited_space))
  mem.store(GcState.generation0_count, 0)
  listMerge(mem, pending, visited)
  region(ts, visited, visited, stats)
  for (const count of [GcState.generation0_count, GcState.generation1_count, GcState.generation2_count]) {
    mem.store(count, 0)
  }
  completed_scavenge(ts)
}

/** gc_collect_increment: some work in proportion to what was made since the last. */
export function collectIncrement(ts: ThreadState, stats: CollectionStats, region: CollectRegion): void {
  const { mem } = ts
  addWork(ts, assess_work_to_do(ts))
  if (mem.load(GcState.work_to_do) < 0) return
  untrack_tuples(ts, GcState.generation0)
  const space = mem.load(GcState.visited_space)
  setSpace(ts, GcState.generation0, space ^ 1)
  if (mem.load(GcState.phase) === PHASE_MARK) {
    const marked = mark_at_start(ts)
    addWork(ts, -marked)
    stats.candidates += marked
    return
  }
  const visited = oldHead(ts, 'visited')
  const other = oldHead(ts, 'other')
  const increment = GcState.young
  listInit(mem, increment)
  addWork(ts, -mark(ts, visited, stackRoots(ts)))
  setSpace(ts, GcState.generation0, space)
  listMerge(mem, GcState.generation0, increment)
  let size = listSize(mem, increment)
  while (size < mem.load(GcState.work_to_do) && !listIsEmpty(mem, other)) {
    const head = mem.load(other)
    listMove(mem, head, increment)
    mem.store(head + 4, space)
    size += 1 + expand(ts, increment, head)
  }
  region(ts, increment, visited, stats)
  addWork(ts, -size)
  if (listIsEmpty(mem, other)) completed_scavenge(ts)
}

function addWork(ts: ThreadState, work: number): void {
  ts.mem.store(GcState.work_to_do, ts.mem.load(GcState.work_to_do) + work)
}

function assess_work_to_do(ts: ThreadState): number {
  const { mem } = ts
  const scale = Math.max(2, mem.load(GcState.generation1_threshold))
  const created = mem.load(GcState.generation0_count)
  const fraction = Math.trunc(mem.load(GcState.heap_size) / SCAN_RATE_DIVISOR / scale)
  mem.store(GcState.generation0_count, 0)
  return created + Math.min(fraction, created * 2)
}

/** A round is over: what was visited waits to be visited in the next. */
function completed_scavenge(ts: ThreadState): void {
  const { mem } = ts
  const space = mem.load(GcState.visited_space)
  if (listIsEmpty(mem, GcState.permanent)) mem.store(GcState.visited_space, space ^ 1)
  else {
    const other = oldHead(ts, 'other')
    listMerge(mem, oldHead(ts, 'visited'), other)
    setSpace(ts, other, space ^ 1)
  }
  mem.store(GcState.work_to_do, 0)
  mem.store(GcState.phase, PHASE_MARK)
}

function mark_at_start(ts: ThreadState): number {
  const visited = oldHead(ts, 'visited')
  const marked =
    mark(ts, visited, globalRoots(ts)) + mark(ts, visited, stackRoots(ts)) + ts.mem.load(GcState.unmodelled)
  addWork(ts, -marked)
  ts.mem.store(GcState.phase, PHASE_COLLECT)
  return marked
}

/** Everything the roots lead to and that was not visited yet becomes visited. @returns how many objects */
function mark(ts: ThreadState, visited: number, roots: readonly Borrowed[]): number {
  const { mem } = ts
  const space = mem.load(GcState.visited_space)
  const reachable = GcState.seen
  listInit(mem, reachable)
  let marked = 0
  const visit: Visit = (o) => {
    if (!movable(ts, o, space)) return
    mem.store(o - 16 + 4, space)
    listMove(mem, o - 16, reachable)
    marked++
  }
  for (const root of roots) if (root !== 0) visit(root, { kind: 'field', name: '' })
  while (!listIsEmpty(mem, reachable)) {
    const head = mem.load(reachable)
    listMove(mem, head, visited)
    traverseUnnamed(ts, FROM_GC(head), visit)
  }
  return marked
}

/** Brings into the increment everything one object leads to. @returns how many objects came */
function expand(ts: ThreadState, increment: number, first: number): number {
  const { mem } = ts
  const space = mem.load(GcState.visited_space)
  let size = 0
  const visit: Visit = (o) => {
    if (!movable(ts, o, space)) return
    mem.store(o - 16 + 4, space)
    listMove(mem, o - 16, increment)
    size++
  }
  for (let head = first; head !== increment; head = mem.load(head)) traverseUnnamed(ts, FROM_GC(head), visit)
  return size
}

function movable(ts: ThreadState, o: Borrowed, space: number): boolean {
  return !isImmortal(ts, o) && PyObject_IS_GC(ts, o) && isTracked(ts.mem, o) && spaceOf(ts, o - 16) !== space
}

function globalRoots(ts: ThreadState): Borrowed[] {
  const { mem } = ts
  const roots = [mem.load(Roots.sys_modules), mem.load(Roots.builtins_dict)]
  for (const type of [...Object.values(ts.types), ...Object.values(ts.exc)] as number[]) {
    if (type !== 0) roots.push(mem.load(type + PyTypeObject.tp_dict), mem.load(type + PyTypeObject.tp_subclasses))
  }
  return roots
}

function stackRoots(ts: ThreadState): Borrowed[] {
  const { mem } = ts
  const roots: Borrowed[] = []
  for (const thread of threadsOf((address) => mem.load(address))) {
    for (let frame = mem.load(thread + Tstate.current_frame); frame !== 0; frame = mem.load(frame + F.previous)) {
      roots.push(mem.load(frame + F.f_locals), untagged(mem.load(frame + F.f_funcobj)))
      for (let cell = mem.load(frame + F.stackpointer) - CELL; cell >= frame + F.sizeof; cell -= CELL) {
        roots.push(untagged(mem.load(cell)))
      }
    }
  }
  return roots
}
