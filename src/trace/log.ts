// The log of writes: for each step the words that differ afterwards, as (which word, old XOR new): two numbers a change.
// XOR undoes itself, so the same numbers lead forward and back. A word that ends a step as it began it costs nothing. Packed
// more tightly it took a quarter less room, and the writing of it a quarter of the time of a recorded run.

import { firstPast } from './ascending.ts'
import { pageOf } from './memory.ts'
import type { Log, LogChunk } from './trace.ts'

/** Numbers a chunk has room for. */
const FIRST_CHUNK = 1 << 14
const LARGEST_CHUNK = 1 << 20
/** Steps whose beginnings a piece has room for. */
const PIECE = 1 << 12

/** Takes the changes of each step from the memory (heap/memory.ts, WriteLog) and packs them. */
export class LogWriter {
  readonly #chunks: LogChunk[] = []
  #changes = new Int32Array(FIRST_CHUNK)
  /** Changes in the chunks before the open one, and numbers in that. */
  #start = 0
  #at = 0
  /** How many changes come before each step, in pieces of so many steps; the last piece is being filled. */
  readonly #starts: Uint32Array[] = [new Uint32Array(PIECE)]
  #last = this.#starts[0]
  #steps = 0
  /** By page of memory.ts: 1 where a word has been changed. */
  written = new Uint8Array(0)

  /** Bytes so far. */
  get size(): number {
    return this.#start * 8 + this.#at * 4
  }

  /** Takes the net changes of one step: see WriteLog in heap/memory.ts. */
  endStep(
    words: Int32Array,
    known: Int32Array,
    journal: Int32Array,
    length: number,
    dead: number,
    deadEnd: number,
  ): void {
    if (this.#at + 2 * length > this.#changes.length) this.#nextChunk(2 * length)
    if (pageOf(words.length) > this.written.length) this.#widen(pageOf(words.length))
    const { written } = this
    const changes = this.#changes
    let at = this.#at
    for (let i = 0; i < length; i++) {
      const index = journal[i]
      const word = words[index]
      const change = known[index] ^ word
      if (change === 0 || (index >= dead && index < deadEnd)) continue
      known[index] = word
      written[pageOf(index)] = 1
      changes[at] = index
      changes[at + 1] = change
      at += 2
    }
    this.#at = at
    const step = ++this.#steps % PIECE
    if (step === 0) {
      this.#last = new Uint32Array(PIECE)
      this.#starts.push(this.#last)
    }
    this.#last[step] = this.#start + (at >> 1)
  }

  /** The log so far, in arrays of its own. */
  finish(): Log {
    const open: LogChunk = { start: this.#start, changes: this.#changes.slice(0, this.#at) }
    const starts = new Uint32Array(this.#steps + 1)
    this.#starts.forEach((piece, i) => {
      starts.set(piece.subarray(0, starts.length - i * PIECE), i * PIECE)
    })
    return { chunks: [...this.#chunks, open], starts }
  }

  #widen(pages: number): void {
    const { written } = this
    this.written = new Uint8Array(pages)
    this.written.set(written)
  }

  #nextChunk(needed: number): void {
    // What is as good as full is not worth a copy.
    const full = this.#at > this.#changes.length / 2
    const changes = full ? this.#changes.subarray(0, this.#at) : this.#changes.slice(0, this.#at)
    this.#chunks.push({ start: this.#start, changes })
    this.#start += this.#at >> 1
    this.#at = 0
    this.#changes = new Int32Array(Math.max(needed, Math.min(this.#changes.length * 2, LARGEST_CHUNK)))
  }
}

/**
 * Applies the changes of steps `from` to `to` (not included) to an image. The same call undoes them.
 * @param words the memory as it was before `from`, or as it was after the last of them
 * @param written by page of memory.ts: set to 1 where a word is changed
 */
export function applyChanges(log: Log, words: Int32Array, from: number, to: number, written: Uint8Array): void {
  walkChanges(log, from, to, (index, change) => {
    words[index] ^= change
    written[pageOf(index)] = 1
  })
}

/**
 * Reads the changes of steps `from` to `to` (not included), in order.
 * @param visit told the number of a word, its old value XOR its new one, and the step
 */
export function walkChanges(
  log: Log,
  from: number,
  to: number,
  visit: (index: number, change: number, step: number) => void,
): void {
  const { chunks, starts } = log
  let step = from
  let chunk = chunkOf(chunks, starts[from])
  while (step < to) {
    const { start, changes } = chunks[chunk]
    const end = start + changes.length / 2
    // Steps do not straddle chunks.
    for (; step < to && starts[step + 1] <= end; step++) {
      const stop = 2 * (starts[step + 1] - start)
      for (let at = 2 * (starts[step] - start); at < stop; at += 2) visit(changes[at], changes[at + 1], step)
    }
    chunk++
  }
}

/** The chunk in which a step beginning at `position` lies: the last one that starts at or before it. */
function chunkOf(chunks: readonly LogChunk[], position: number): number {
  return firstPast(chunks, ({ start }) => start > position) - 1
}
