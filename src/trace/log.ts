// The log of writes: for each step the words that differ afterwards, as (which word, old XOR new), packed as varints.
// XOR undoes itself, so the same bytes lead forward and back. A word that ends a step as it began it costs nothing.
//
// One change is two varints (7 bits a byte, lowest first, high bit: more follow): the zigzag-coded distance from the
// word changed before it in the same step (the first counts from word 0), then the XOR as an unsigned 32-bit number.

import { firstPast } from './ascending.ts'
import { pageOf } from './memory.ts'
import type { Log, LogChunk } from './trace.ts'

const FIRST_CHUNK = 1 << 16
const LARGEST_CHUNK = 1 << 22
/** Most bytes one change can take. */
const WORST_CASE = 10

/** Takes the changes of each step from the memory (heap/memory.ts, WriteLog) and packs them. */
export class LogWriter {
  readonly #chunks: LogChunk[] = []
  #bytes = new Uint8Array(FIRST_CHUNK)
  /** Where the open chunk starts in the whole log, and how much of it is filled. */
  #start = 0
  #at = 0
  #starts = new Uint32Array(1024)
  #steps = 0
  /** By page of memory.ts: 1 where a word has been changed. */
  written = new Uint8Array(0)

  /** Bytes packed so far. */
  get size(): number {
    return this.#start + this.#at
  }

  /** Takes the net changes of one step: see WriteLog in heap/memory.ts. */
  endStep(words: Int32Array, journal: Int32Array, length: number): void {
    const room = length * (WORST_CASE / 2)
    if (this.#at + room > this.#bytes.length) this.#nextChunk(room)
    if (pageOf(words.length) > this.written.length) this.#widen(pageOf(words.length))
    const { written } = this
    const bytes = this.#bytes
    let at = this.#at
    let previous = 0
    for (let i = 0; i < length; i += 2) {
      const index = journal[i]
      let change = (journal[i + 1] ^ words[index]) >>> 0
      if (change === 0) continue
      written[pageOf(index)] = 1
      const distance = index - previous
      previous = index
      let code = ((distance << 1) ^ (distance >> 31)) >>> 0
      while (code > 127) {
        bytes[at++] = (code & 127) | 128
        code >>>= 7
      }
      bytes[at++] = code
      while (change > 127) {
        bytes[at++] = (change & 127) | 128
        change >>>= 7
      }
      bytes[at++] = change
    }
    this.#at = at
    if (++this.#steps === this.#starts.length) {
      const wide = new Uint32Array(this.#starts.length * 2)
      wide.set(this.#starts)
      this.#starts = wide
    }
    this.#starts[this.#steps] = this.#start + at
  }

  /** The log so far, in arrays of its own. */
  finish(): Log {
    const open: LogChunk = { start: this.#start, bytes: this.#bytes.slice(0, this.#at) }
    return { chunks: [...this.#chunks, open], starts: this.#starts.slice(0, this.#steps + 1) }
  }

  #widen(pages: number): void {
    const { written } = this
    this.written = new Uint8Array(pages)
    this.written.set(written)
  }

  #nextChunk(needed: number): void {
    // As good as full: not worth a copy.
    this.#chunks.push({ start: this.#start, bytes: this.#bytes.subarray(0, this.#at) })
    this.#start += this.#at
    this.#at = 0
    this.#bytes = new Uint8Array(Math.max(needed, Math.min(this.#bytes.length * 2, LARGEST_CHUNK)))
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
    const { start, bytes } = chunks[chunk]
    const end = start + bytes.length
    // Steps do not straddle chunks.
    for (; step < to && starts[step + 1] <= end; step++) {
      let at = starts[step] - start
      const stop = starts[step + 1] - start
      let index = 0
      while (at < stop) {
        let byte = bytes[at++]
        let code = byte & 127
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[at++]
          code |= (byte & 127) << shift
        }
        index += (code >>> 1) ^ -(code & 1)
        byte = bytes[at++]
        let change = byte & 127
        for (let shift = 7; byte > 127; shift += 7) {
          byte = bytes[at++]
          change |= (byte & 127) << shift
        }
        visit(index, change, step)
      }
    }
    chunk++
  }
}

/** The chunk in which a step beginning at `position` lies: the last one that starts at or before it. */
function chunkOf(chunks: readonly LogChunk[], position: number): number {
  return firstPast(chunks, ({ start }) => start > position) - 1
}
