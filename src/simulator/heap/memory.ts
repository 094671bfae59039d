// The simulated memory: one growing Int32Array that holds everything Python can observe and change.
// Every store goes through this file, so the log of writes is complete by construction: going back in time is XOR. Only the
// evaluation loop writes to the stack of frames by itself, and says so before anybody looks (noteStack in vm/evalcases.ts).

/** Where the write log goes at the end of a step. Implemented by trace/log.ts. */
export interface WriteLog {
  /**
   * Takes the net changes of one step.
   * @param words the memory after the step
   * @param known the memory as the log has it so far, to be brought to what `words` are
   * @param journal the index of each word written during the step, in order of the writes: some stand there more than once
   * @param length how many entries of the journal are valid
   * @param dead first of the words that hold nothing after the step: of them the log need not know
   * @param deadEnd the first behind them
   */
  endStep(
    words: Int32Array,
    known: Int32Array,
    journal: Int32Array,
    length: number,
    dead: number,
    deadEnd: number,
  ): void
}

/** Told of the blocks that the allocators give out and take back, while tracemalloc is on. */
export interface Tracer {
  allocated(address: number, bytes: number): void
  freed(address: number): void
  /** A block kept in a free list serves a new object. */
  renewed(address: number): void
}

/** Bytes of memory before the first growth; up to which it is kept for the next run; up to which it grows fast. */
const FIRST_SIZE = 4 << 20
const KEPT = 16 << 20
const SMALL = 64 << 20

/** A memory at a moment: its words up to the first byte that no one had asked for. */
export interface MemoryAtStart {
  readonly words: Int32Array
  readonly top: number
}

/** Writes of one step there is room for at first; from how many on those that stand there twice are looked for. */
const FIRST_JOURNAL = 1 << 12
const LONG_JOURNAL = 1 << 21

/**
 * The image. Addresses are byte offsets into it and fit in 31 bits; a pointer field occupies 8 bytes, as on a 64-bit
 * machine, of which the low word carries the address and the high word stays zero.
 */
export class Memory {
  /** The image as signed 32-bit words: word `i` holds bytes `4*i` to `4*i+3`. Read freely, write only through `store`. */
  words: Int32Array
  /** The same bytes as doubles, for reading `ob_fval`. */
  doubles: Float64Array
  /** First byte no one has asked for yet. */
  top: number
  /** Most bytes the image may grow to. */
  readonly limit: number
  /** Takes the changes of each step, or `null` when nobody is recording. Set by `record`. */
  log: WriteLog | null = null
  /** Who is told of allocations; it follows from the image (heap/tracemalloc.ts). */
  tracer: Tracer | null = null

  /** While there is a log: the words as it has them. It differs from `words` only where this step has written, or nothing lives. */
  known = new Int32Array(0)
  #journal = new Int32Array(FIRST_JOURNAL)
  #length = 0

  /**
   * @param start first usable address, in bytes; what lies below is never handed out (so that 0 is NULL)
   * @param limit most bytes the image may grow to
   */
  constructor(start: number, limit: number) {
    const buffer = new ArrayBuffer(FIRST_SIZE)
    this.words = new Int32Array(buffer)
    this.doubles = new Float64Array(buffer)
    this.top = start
    this.limit = limit
  }

  /** The signed 32-bit word at a byte address (a multiple of 4). */
  load(address: number): number {
    return this.words[address >> 2]
  }

  /** Writes a signed 32-bit word and notes where. */
  store(address: number, value: number): void {
    const index = address >> 2
    if (this.log !== null) this.touch(index)
    this.words[index] = value
  }

  /** Writes a word, never 0, that only the machine itself reads: nobody who goes back in time will ask for it. */
  storeUnseen(address: number, value: number): void {
    this.words[address >> 2] = value
  }

  /** Says that word `index` is about to be written to `words` directly. Only needed, and only allowed, while there is a log. */
  touch(index: number): void {
    if (this.#length === this.#journal.length) this.#makeRoom()
    this.#journal[this.#length++] = index
  }

  /** The same for several words. */
  touchEach(first: number, offsets: readonly number[]): void {
    const length = this.#length
    if (length + offsets.length > this.#journal.length) this.#makeRoom()
    const journal = this.#journal
    let at = this.#length
    for (let i = 0; i < offsets.length; i++) journal[at++] = first + offsets[i]
    this.#length = at
  }

  /** Writes a whole number of up to 53 bits as a signed 64-bit field. */
  storeWide(address: number, value: number): void {
    this.store(address, value | 0)
    this.store(address + 4, Math.floor(value / 0x1_0000_0000) | 0)
  }

  /** Reads a signed 64-bit field as a number (exact up to 53 bits). */
  loadWide(address: number): number {
    return this.words[(address >> 2) + 1] * 0x1_0000_0000 + (this.words[address >> 2] >>> 0)
  }

  /** The unsigned byte at an address. */
  loadByte(address: number): number {
    return (this.words[address >> 2] >> ((address & 3) << 3)) & 0xff
  }

  /** Writes one byte. */
  storeByte(address: number, value: number): void {
    const shift = (address & 3) << 3
    const word = this.words[address >> 2]
    this.store(address & ~3, (word & ~(0xff << shift)) | ((value & 0xff) << shift))
  }

  /** The unsigned 16-bit number at an even address. */
  loadShort(address: number): number {
    return (this.words[address >> 2] >> ((address & 2) << 3)) & 0xffff
  }

  /** Writes 16 bits at an even address. */
  storeShort(address: number, value: number): void {
    const shift = (address & 2) << 3
    const word = this.words[address >> 2]
    this.store(address & ~3, (word & ~(0xffff << shift)) | ((value & 0xffff) << shift))
  }

  /** Writes a double at an address that is a multiple of 8. */
  storeDouble(address: number, value: number): void {
    scratchDouble[0] = value
    this.store(address, scratchWords[0])
    this.store(address + 4, scratchWords[1])
  }

  /** Reads a double at an address that is a multiple of 8. */
  loadDouble(address: number): number {
    return this.doubles[address >> 3]
  }

  /** Sets `bytes` bytes (a multiple of 4) to zero. */
  clear(address: number, bytes: number): void {
    const { words } = this
    const end = (address + bytes) >> 2
    if (this.log === null) for (let i = address >> 2; i < end; i++) words[i] = 0
    else for (let a = address; a < address + bytes; a += 4) if (words[a >> 2] !== 0) this.store(a, 0)
  }

  /** Copies `bytes` bytes (a multiple of 4) between places; overlapping is allowed. */
  copy(to: number, from: number, bytes: number): void {
    if (this.log === null) this.words.copyWithin(to >> 2, from >> 2, (from + bytes) >> 2)
    else if (to <= from) for (let i = 0; i < bytes; i += 4) this.store(to + i, this.words[(from + i) >> 2])
    else for (let i = bytes - 4; i >= 0; i -= 4) this.store(to + i, this.words[(from + i) >> 2])
  }

  /**
   * More memory from the simulated operating system.
   * @returns the address of `bytes` zeroed bytes aligned to `alignment` (a power of two), or 0 past the limit
   */
  sbrk(bytes: number, alignment: number): number {
    const address = Math.ceil(this.top / alignment) * alignment
    const top = address + bytes
    if (top > this.limit) return 0
    if (top > this.words.byteLength) this.#grow(top)
    this.top = top
    return address
  }

  /** Gives the changes from here on to a log, or to nobody any more. */
  record(log: WriteLog | null): void {
    this.log = log
    this.#length = 0
    const { words } = this
    this.known = log === null ? new Int32Array(0) : copied(words.subarray(0, (this.top + 3) >> 2), words.length)
  }

  /**
   * Ends a step: hands its net changes to the log and starts the next one.
   * @param dead first byte of a region that holds nothing (a stack above its top)
   * @param deadEnd first byte after it
   */
  endStep(dead: number, deadEnd: number): void {
    if (this.log) this.log.endStep(this.words, this.known, this.#journal, this.#length, dead >> 2, deadEnd >> 2)
    this.#length = 0
  }

  /** What has to be known to begin again from here. */
  atStart(): MemoryAtStart {
    return { words: this.words.slice(0, (this.top + 3) >> 2), top: this.top }
  }

  /** Everything is again as it was then. */
  restart({ words, top }: MemoryAtStart): void {
    if (this.words.byteLength <= KEPT) this.words.fill(0, words.length, (this.top + 3) >> 2)
    else {
      // A fresh array costs more than a short run (each page is to be got and cleared), but a large one would be kept for ever.
      const buffer = new ArrayBuffer(FIRST_SIZE)
      this.words = new Int32Array(buffer)
      this.doubles = new Float64Array(buffer)
    }
    this.words.set(words)
    this.top = top
    this.tracer = null
    this.log = null
    this.#length = 0
  }

  /** The journal is full. Where one step writes that much, the same words come again and again: each stays in it once. */
  #makeRoom(): void {
    const journal = this.#journal
    if (journal.length >= LONG_JOURNAL) {
      const met = new Uint8Array(this.words.length)
      this.#length = 0
      for (const index of journal) {
        if (met[index] === 1) continue
        met[index] = 1
        journal[this.#length++] = index
      }
    }
    if (this.#length > journal.length / 2) this.#journal = copied(journal, journal.length * 2)
  }

  #grow(needed: number): void {
    let bytes = this.words.byteLength
    // What is not used yet costs nothing; what is has to be copied.
    while (bytes < needed) bytes *= bytes < SMALL ? 4 : 2
    const buffer = new ArrayBuffer(bytes)
    const words = new Int32Array(buffer)
    words.set(this.words)
    this.words = words
    this.doubles = new Float64Array(buffer)
    if (this.log !== null) this.known = copied(this.known, words.length)
  }
}

/** `store` for the evaluation loop, which has the words at hand, by their number. */
export function put(mem: Memory, words: Int32Array, index: number, value: number): void {
  if (mem.log !== null) mem.touch(index)
  words[index] = value
}

const scratchDouble = new Float64Array(1)
const scratchWords = new Int32Array(scratchDouble.buffer)

function copied(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const wide = new Int32Array(length)
  wide.set(array)
  return wide
}
