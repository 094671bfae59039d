// The words of an image: as they stand in one piece of memory, or as the pages that differ from the start of the run. Most
// of an interpreter's memory never changes while a program runs, so a state that keeps only its own pages costs little.

/** Read access to the memory at one step. */
export interface ImageMemory {
  /** The signed 32-bit word with a number: bytes `4*i` to `4*i+3`. */
  word(index: number): number
  /** The double with a number: bytes `8*i` to `8*i+7`. */
  double(index: number): number
}

/** Memory as it stands; it changes when the words change. */
export class FlatMemory implements ImageMemory {
  readonly #words: Int32Array
  readonly #doubles: Float64Array

  constructor(words: Int32Array, doubles: Float64Array) {
    this.#words = words
    this.#doubles = doubles
  }

  word(index: number): number {
    return this.#words[index]
  }

  double(index: number): number {
    return this.#doubles[index]
  }
}

/** Memory that tells which words are read. */
export class WatchedMemory implements ImageMemory {
  readonly #memory: ImageMemory
  readonly #read: (index: number) => void

  /** @param read told the number of each word before it is read */
  constructor(memory: ImageMemory, read: (index: number) => void) {
    this.#memory = memory
    this.#read = read
  }

  word(index: number): number {
    this.#read(index)
    return this.#memory.word(index)
  }

  double(index: number): number {
    this.#read(index * 2)
    this.#read(index * 2 + 1)
    return this.#memory.double(index)
  }
}

/** Words in a page, as a power of two: 1 KiB. */
const SHIFT = 8
const WORDS = 1 << SHIFT

/** The page a word lies in. */
export function pageOf(index: number): number {
  return index >> SHIFT
}

/** A copy of the memory that shares with another one every page in which they agree. */
export class PagedMemory implements ImageMemory {
  readonly #base: Int32Array
  readonly #baseDoubles: Float64Array
  /** The pages in which it differs, one after the other: in a buffer each they would keep the garbage collector busy. */
  readonly #own: Int32Array
  readonly #ownDoubles: Float64Array
  /** By page, where its own words begin in `#own`; -1 where it has none. */
  readonly #places: Int32Array

  /**
   * @param base memory that does not change, in a buffer of its own
   * @param now the memory to copy, of the same length
   * @param written by page: 0 where the two are known to agree
   */
  constructor(base: Int32Array<ArrayBuffer>, now: Int32Array, written: Uint8Array) {
    const pages = changedPages(base, now, written)
    this.#base = base
    this.#baseDoubles = new Float64Array(base.buffer)
    this.#own = new Int32Array(pages.length * WORDS)
    this.#ownDoubles = new Float64Array(this.#own.buffer)
    this.#places = new Int32Array(pageOf(now.length) + 1).fill(-1)
    for (const [i, page] of pages.entries()) {
      this.#own.set(now.subarray(page * WORDS, (page + 1) * WORDS), i * WORDS)
      this.#places[page] = i * WORDS
    }
  }

  /** The pages in which it differs from its base. */
  changedPages(): number[] {
    return [...this.#places.keys()].filter((page) => this.#places[page] >= 0)
  }

  word(index: number): number {
    const place = this.#places[index >> SHIFT]
    return place < 0 ? this.#base[index] : this.#own[place + (index & (WORDS - 1))]
  }

  double(index: number): number {
    const place = this.#places[index >> (SHIFT - 1)]
    if (place < 0) return this.#baseDoubles[index]
    return this.#ownDoubles[(place >> 1) + (index & (WORDS / 2 - 1))]
  }
}

function changedPages(base: Int32Array, now: Int32Array, written: Uint8Array): number[] {
  const pages: number[] = []
  for (let start = 0; start < now.length; start += WORDS) {
    if (written[start >> SHIFT] === 0) continue
    const end = Math.min(start + WORDS, now.length)
    let at = start
    while (at < end && base[at] === now[at]) at++
    if (at < end) pages.push(start >> SHIFT)
  }
  return pages
}
