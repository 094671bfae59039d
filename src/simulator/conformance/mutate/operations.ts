// What changes a count, with the number of the site that asks for it: each does what its namesake does (heap/refcount.ts), notes
// that the site met a mortal object, and leaves the change out where the site is the mutant's. sites.ts puts these in the place
// of the others.

import { isImmortalCount } from '../../../trace/object.ts'
import type { Memory } from '../../heap/memory.ts'
import { giveUpBeside as realGiveUpBeside } from '../../heap/objimpl.ts'
import type { ThreadState } from '../../heap/pystate.ts'
import * as real from '../../heap/refcount.ts'
import { untagged } from '../../heap/stackref.ts'
import type { Owned } from '../../heap/typeslots.ts'
import { type PlainInts, closeInt as realCloseInt } from '../../vm/plainints.ts'
import type { Operation } from './sites.ts'

let left = -1
let reached: Uint8Array = new Uint8Array(0)
let done = 0
let most = 0

/** Begins a run: the site that is left out (-1: none), one byte for each site, and how many changes a run may make. */
export function begin(site: number, sites: Uint8Array, limit: number): void {
  left = site
  reached = sites
  done = 0
  most = limit
}

/** How many changes of a mortal object's count there were since `begin`. */
export function changes(): number {
  return done
}

/** Whether the change is to be made. */
function meets(site: number, { mem }: Pick<ThreadState, 'mem'>, o: number): boolean {
  return meetsIn(site, mem.words, o)
}

function meetsIn(site: number, words: Int32Array, o: number): boolean {
  if (isImmortalCount(words[o >> 2] >>> 0)) return true
  if (++done > most) throw new Error('it goes round and round')
  reached[site] = 1
  return site !== left
}

export function INCREF(site: number, ts: ThreadState, o: number): void {
  if (meets(site, ts, o)) real.INCREF(ts, o)
}

export function newref(site: number, ts: ThreadState, o: number): Owned {
  return meets(site, ts, o) ? real.newref(ts, o) : o
}

export function DECREF(site: number, ts: ThreadState, o: number): void {
  if (meets(site, ts, o)) real.DECREF(ts, o)
}

export function XDECREF(site: number, ts: ThreadState, o: number): void {
  if (o !== 0 && meets(site, ts, o)) real.DECREF(ts, o)
}

export function CLEAR(site: number, ts: ThreadState, address: number): void {
  const o = ts.mem.words[address >> 2]
  if (o === 0 || meets(site, ts, o)) real.CLEAR(ts, address)
  else ts.mem.store(address, 0)
}

export function SETREF(site: number, ts: ThreadState, address: number, value: Owned): void {
  const old = ts.mem.words[address >> 2]
  if (old === 0 || meets(site, ts, old)) real.SETREF(ts, address, value)
  else ts.mem.store(address, value)
}

export function closeCell(site: number, ts: ThreadState, cell: number): void {
  if (cell !== 0 && (cell & 1) === 0 && meets(site, ts, cell)) real.DECREF(ts, cell)
}

export function closeInt(site: number, ints: PlainInts, cell: number): void {
  if ((cell & 1) === 0 && meetsIn(site, ints.words, cell)) realCloseInt(ints, cell)
}

export function countUp(site: number, mem: Memory, words: Int32Array, o: number): void {
  if (meetsIn(site, words, o)) real.countUp(mem, words, o)
}

export function countDown(site: number, mem: Memory, words: Int32Array, o: number): void {
  if (meetsIn(site, words, o)) real.countDown(mem, words, o)
}

export function stealCell(site: number, ts: ThreadState, cell: number): Owned {
  if ((cell & 1) === 0) return cell
  const o = untagged(cell)
  return meets(site, ts, o) ? real.newref(ts, o) : o
}

export function giveUpBeside(site: number, ts: ThreadState, o: Owned, kept: number): void {
  if (meets(site, ts, o)) realGiveUpBeside(ts, o, kept)
}

/** An operation that is no call but a value, a slot of a type perhaps. */
export function at(site: number, operation: Operation): (ts: ThreadState, o: number) => unknown {
  return (ts, o) => (operation === 'newref' ? newref(site, ts, o) : DECREF(site, ts, o))
}
