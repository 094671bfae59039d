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
  readonly #doubles: Float64Array
  readonly #pages: (Int32Array | undefined)[]

  /**
   * @param base memory that does not change, in a buffer of its own
   * @param now the memory to copy, of the same length
   * @param written by page: 0 where the two are known to agree
   */
  constructor(base: Int32Array<ArrayBuffer>, now: Int32Array, written: Uint8Array) {
    this.#base = base
    this.#doubles = new Float64Array(base.buffer)
    // Filled: an array with holes would be looked up as a table is, and every word is read through it.
    this.#pages = new Array<Int32Array | undefined>(pageOf(now.length) + 1).fill(undefined)
    for (let start = 0; start < now.length; start += WORDS) {
      if (written[start >> SHIFT] === 0) continue
      const end = Math.min(start + WORDS, now.length)
      let at = start
      while (at < end && base[at] === now[at]) at++
      if (at < end) this.#pages[start >> SHIFT] = now.slice(start, start + WORDS)
    }
  }

  /** The pages in which it differs from its base. */
  changedPages(): number[] {
    return [...this.#pages.keys()].filter((page) => this.#pages[page] !== undefined)
  }

  word(index: number): number {
    const page = this.#pages[index >> SHIFT]
    return page === undefined ? this.#base[index] : page[index & (WORDS - 1)]
  }

  double(index: number): number {
    const page = this.#pages[index >> (SHIFT - 1)]
    if (page === undefined) return this.#doubles[index]
    const at = (index & (WORDS / 2 - 1)) * 2
    return new Float64Array(page.buffer.slice(page.byteOffset + at * 4, page.byteOffset + at * 4 + 8))[0]
  }
}
