// Modules/_collectionsmodule.c: how a deque lies in memory. Items stand in blocks of 64 that are linked both ways; up to 16
// blocks that became free are kept for the next time.

import { PyObject_Free, PyObject_Malloc } from '../../heap/obmalloc.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import { Py_TYPE } from '../../heap/refcount.ts'
import { layout, PyTypeObject, PyVarObject } from '../../heap/structs.ts'
import type { Borrowed, Owned, Owns } from '../../heap/typeslots.ts'
import { PyErr_NoMemory } from '../../objects/errors.ts'

export const BLOCKLEN = 64
const CENTER = 31
const MAXFREEBLOCKS = 16

export const dequeobject = layout(PyVarObject.sizeof, [
  ['leftblock', 'ssize'],
  ['rightblock', 'ssize'],
  ['leftindex', 'ssize'],
  ['rightindex', 'ssize'],
  ['state', 'ssize'],
  ['maxlen', 'ssize'],
  ['numfreeblocks', 'ssize'],
])
const FREEBLOCKS = dequeobject.sizeof
export const WEAKREFLIST = FREEBLOCKS + MAXFREEBLOCKS * 8
export const DEQUE_SIZE = WEAKREFLIST + 8

const D = dequeobject
/** In a block: the left neighbour, the items, the right neighbour. */
const LEFTLINK = 0
const DATA = 8
const RIGHTLINK = DATA + BLOCKLEN * 8
const BLOCK_SIZE = RIGHTLINK + 8

/** Where a deque keeps its items. */
export const DEQUE_OWNS: Owns = {
  blocks: { first: D.leftblock, index: D.leftindex, items: DATA, next: RIGHTLINK, length: BLOCKLEN },
}

/** Number of items. */
export function size(ts: ThreadState, d: Borrowed): number {
  return ts.mem.load(d + PyVarObject.ob_size)
}

/** Most items it may have; -1: any number. */
export function maxlenOf(ts: ThreadState, d: Borrowed): number {
  return ts.mem.loadWide(d + D.maxlen)
}

/** Where the item `index` of a block stands. */
export function cell(block: number, index: number): number {
  return block + DATA + index * 8
}

export function rightOf(ts: ThreadState, block: number): number {
  return ts.mem.load(block + RIGHTLINK)
}

export function leftOf(ts: ThreadState, block: number): number {
  return ts.mem.load(block + LEFTLINK)
}

function newblock(ts: ThreadState, d: Borrowed): number {
  const { mem } = ts
  const free = mem.load(d + D.numfreeblocks)
  if (free > 0) {
    mem.store(d + D.numfreeblocks, free - 1)
    return mem.load(d + FREEBLOCKS + (free - 1) * 8)
  }
  const block = PyObject_Malloc(mem, BLOCK_SIZE)
  if (block === 0) return PyErr_NoMemory(ts)
  mem.clear(block, BLOCK_SIZE)
  return block
}

function freeblock(ts: ThreadState, d: Borrowed, block: number): void {
  const { mem } = ts
  const free = mem.load(d + D.numfreeblocks)
  if (free < MAXFREEBLOCKS) {
    mem.store(d + FREEBLOCKS + free * 8, block)
    mem.store(d + D.numfreeblocks, free + 1)
  } else PyObject_Free(mem, block)
}

function recenter(ts: ThreadState, d: Borrowed): void {
  ts.mem.storeWide(d + D.leftindex, CENTER + 1)
  ts.mem.storeWide(d + D.rightindex, CENTER)
}

/** The first block of a new deque. -1 with MemoryError. */
export function initBlocks(ts: ThreadState, d: Borrowed): number {
  const block = newblock(ts, d)
  if (block === 0) return -1
  ts.mem.store(d + D.leftblock, block)
  ts.mem.store(d + D.rightblock, block)
  recenter(ts, d)
  ts.mem.storeWide(d + D.maxlen, -1)
  return 0
}

/** An empty deque is filled from the end of its block that leaves most room. */
export function fillFrom(ts: ThreadState, d: Borrowed, side: 'left' | 'right'): void {
  ts.mem.storeWide(d + D.leftindex, side === 'left' ? 1 : BLOCKLEN - 1)
  ts.mem.storeWide(d + D.rightindex, side === 'left' ? 0 : BLOCKLEN - 2)
}

/** Something changed: iterators will notice. */
export function touch(ts: ThreadState, d: Borrowed): void {
  ts.mem.store(d + D.state, ts.mem.load(d + D.state) + 1)
}

function resized(ts: ThreadState, d: Borrowed, by: 1 | -1): void {
  ts.mem.store(d + PyVarObject.ob_size, size(ts, d) + by)
}

/** Puts an item at the right end, without regard to maxlen. -1 with MemoryError (the item is still the caller's). */
export function pushRight(ts: ThreadState, d: Borrowed, item: Owned): number {
  const { mem } = ts
  if (mem.load(d + D.rightindex) === BLOCKLEN - 1) {
    const block = newblock(ts, d)
    if (block === 0) return -1
    mem.store(block + LEFTLINK, mem.load(d + D.rightblock))
    mem.store(mem.load(d + D.rightblock) + RIGHTLINK, block)
    mem.store(d + D.rightblock, block)
    mem.storeWide(d + D.rightindex, -1)
  }
  resized(ts, d, 1)
  const index = mem.load(d + D.rightindex) + 1
  mem.storeWide(d + D.rightindex, index)
  mem.store(cell(mem.load(d + D.rightblock), index), item)
  return 0
}

/** Puts an item at the left end. */
export function pushLeft(ts: ThreadState, d: Borrowed, item: Owned): number {
  const { mem } = ts
  if (mem.load(d + D.leftindex) === 0) {
    const block = newblock(ts, d)
    if (block === 0) return -1
    mem.store(block + RIGHTLINK, mem.load(d + D.leftblock))
    mem.store(mem.load(d + D.leftblock) + LEFTLINK, block)
    mem.store(d + D.leftblock, block)
    mem.storeWide(d + D.leftindex, BLOCKLEN)
  }
  resized(ts, d, 1)
  const index = mem.load(d + D.leftindex) - 1
  mem.storeWide(d + D.leftindex, index)
  mem.store(cell(mem.load(d + D.leftblock), index), item)
  return 0
}

/** Takes the last item of a deque that is not empty. */
export function takeRight(ts: ThreadState, d: Borrowed): Owned {
  const { mem } = ts
  const block = mem.load(d + D.rightblock)
  const index = mem.load(d + D.rightindex)
  const place = cell(block, index)
  const item = mem.load(place)
  mem.store(place, 0)
  mem.storeWide(d + D.rightindex, index - 1)
  resized(ts, d, -1)
  touch(ts, d)
  if (index > 0) return item
  if (size(ts, d) === 0) recenter(ts, d)
  else {
    const previous = mem.load(block + LEFTLINK)
    freeblock(ts, d, block)
    mem.store(previous + RIGHTLINK, 0)
    mem.store(d + D.rightblock, previous)
    mem.storeWide(d + D.rightindex, BLOCKLEN - 1)
  }
  return item
}

/** Takes the first item of a deque that is not empty. */
export function takeLeft(ts: ThreadState, d: Borrowed): Owned {
  const { mem } = ts
  const block = mem.load(d + D.leftblock)
  const index = mem.load(d + D.leftindex)
  const place = cell(block, index)
  const item = mem.load(place)
  mem.store(place, 0)
  mem.storeWide(d + D.leftindex, index + 1)
  resized(ts, d, -1)
  touch(ts, d)
  if (index + 1 < BLOCKLEN) return item
  if (size(ts, d) === 0) recenter(ts, d)
  else {
    const next = mem.load(block + RIGHTLINK)
    freeblock(ts, d, block)
    mem.store(next + LEFTLINK, 0)
    mem.store(d + D.leftblock, next)
    mem.storeWide(d + D.leftindex, 0)
  }
  return item
}

/** Where item `i` stands, reached from the nearer end. */
export function placeOf(ts: ThreadState, d: Borrowed, i: number): number {
  const { mem } = ts
  const n = size(ts, d)
  const position = mem.load(d + D.leftindex) + i
  const steps = Math.trunc(position / BLOCKLEN)
  const index = position % BLOCKLEN
  if (i < n >> 1) {
    let block = mem.load(d + D.leftblock)
    for (let k = 0; k < steps; k++) block = mem.load(block + RIGHTLINK)
    return cell(block, index)
  }
  const last = Math.trunc((mem.load(d + D.leftindex) + n - 1) / BLOCKLEN)
  let block = mem.load(d + D.rightblock)
  for (let k = last; k > steps; k--) block = mem.load(block + LEFTLINK)
  return cell(block, index)
}

/** Turns the deque `n` places to the right. -1 with MemoryError. */
export function rotate(ts: ThreadState, d: Borrowed, by: number): number {
  const len = size(ts, d)
  if (len <= 1) return 0
  const half = len >> 1
  let n = by
  if (n > half || n < -half) {
    n %= len
    if (n > half) n -= len
    else if (n < -half) n += len
  }
  touch(ts, d)
  while (n > 0) {
    const moved = moveRun(ts, d, n, 'right')
    if (moved < 0) return -1
    n -= moved
  }
  while (n < 0) {
    const moved = moveRun(ts, d, -n, 'left')
    if (moved < 0) return -1
    n += moved
  }
  return 0
}

/** Moves a run of items from one end to the other, as many as the two blocks allow. */
function moveRun(ts: ThreadState, d: Borrowed, wanted: number, to: 'left' | 'right'): number {
  const { mem } = ts
  const right = to === 'right'
  const full = right ? mem.load(d + D.leftindex) === 0 : mem.load(d + D.rightindex) === BLOCKLEN - 1
  if (full) {
    const block = newblock(ts, d)
    if (block === 0) return -1
    const end = mem.load(d + (right ? D.leftblock : D.rightblock))
    mem.store(block + (right ? RIGHTLINK : LEFTLINK), end)
    mem.store(end + (right ? LEFTLINK : RIGHTLINK), block)
    mem.store(d + (right ? D.leftblock : D.rightblock), block)
    mem.storeWide(d + (right ? D.leftindex : D.rightindex), right ? BLOCKLEN : -1)
  }
  const left = mem.load(d + D.leftindex)
  const rightIndex = mem.load(d + D.rightindex)
  const leftblock = mem.load(d + D.leftblock)
  const rightblock = mem.load(d + D.rightblock)
  const m = right
    ? Math.min(wanted, rightIndex + 1, left)
    : Math.min(wanted, BLOCKLEN - left, BLOCKLEN - 1 - rightIndex)
  const sign = right ? -1 : 1
  const from = right ? cell(rightblock, rightIndex - m + 1) : cell(leftblock, left)
  const onto = right ? cell(leftblock, left - m) : cell(rightblock, rightIndex + 1)
  for (let k = 0; k < m; k++) {
    mem.store(onto + k * 8, mem.load(from + k * 8))
    mem.store(from + k * 8, 0)
  }
  mem.storeWide(d + D.leftindex, left + sign * m)
  mem.storeWide(d + D.rightindex, rightIndex + sign * m)
  if (right && mem.load(d + D.rightindex) < 0) {
    mem.store(d + D.rightblock, mem.load(rightblock + LEFTLINK))
    mem.store(mem.load(d + D.rightblock) + RIGHTLINK, 0)
    mem.storeWide(d + D.rightindex, BLOCKLEN - 1)
    freeblock(ts, d, rightblock)
  } else if (!right && mem.load(d + D.leftindex) === BLOCKLEN) {
    mem.store(d + D.leftblock, mem.load(leftblock + RIGHTLINK))
    mem.store(mem.load(d + D.leftblock) + LEFTLINK, 0)
    mem.storeWide(d + D.leftindex, 0)
    freeblock(ts, d, leftblock)
  }
  return m
}

/** Addresses of all items, left to right. */
export function places(ts: ThreadState, d: Borrowed): number[] {
  const { mem } = ts
  const result: number[] = []
  let block = mem.load(d + D.leftblock)
  let index = mem.load(d + D.leftindex)
  for (let n = size(ts, d); n > 0; n--) {
    result.push(cell(block, index))
    if (++index < BLOCKLEN) continue
    block = mem.load(block + RIGHTLINK)
    index = 0
  }
  return result
}

/** Frees the memory of an empty deque's blocks. */
export function freeBlocks(ts: ThreadState, d: Borrowed): void {
  const { mem } = ts
  PyObject_Free(mem, mem.load(d + D.leftblock))
  for (let i = 0; i < mem.load(d + D.numfreeblocks); i++) PyObject_Free(mem, mem.load(d + FREEBLOCKS + i * 8))
}

/** `__sizeof__`: the object and the blocks in use. */
export function deque_sizeof(ts: ThreadState, d: Borrowed): number {
  const blocks = Math.trunc((ts.mem.load(d + D.leftindex) + size(ts, d) + BLOCKLEN - 1) / BLOCKLEN)
  return ts.mem.load(Py_TYPE(ts, d) + PyTypeObject.tp_basicsize) + blocks * BLOCK_SIZE
}
