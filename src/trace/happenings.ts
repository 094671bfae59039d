// What happens while a program runs, as the machine reports it: numbers, never sentences.

/** The kinds of happening, by number. `a` and `b` are what each line says. */
export const Happening = {
  /** A line is about to run. a: line, b: frame address. */
  line: 1,
  /** A Python function was entered. a: frame address, b: function or 0. */
  call: 2,
  /** A frame was left by return. a: frame address, b: value. */
  return: 3,
  /** Text was written. a: 1 stdout, 2 stderr; b: number of the text. */
  output: 4,
  /** An exception was raised or passed on into a frame. a: exception, b: frame. */
  raise: 5,
  /** An exception was caught. a: exception, b: frame. */
  catch: 6,
  /** An object's count reached zero. a: object, b: type. */
  dealloc: 7,
  /** A finalizer (`__del__`) is about to be called. a: object, b: type. */
  finalize: 8,
  /** A weak reference was cleared. a: weak reference, b: the object that dies. */
  weakrefCleared: 9,
  /** A collection begins. a: generation, b: 1 asked for by the program, 0 automatic. */
  gcStart: 10,
  /** A phase of the collection has just been done. a: phase (see GcPhase), b: a number that belongs to it. */
  gcPhase: 11,
  /** A collection has ended. a: collected, b: uncollectable. */
  gcStop: 12,
  /** The module body has ended; what follows is the interpreter's exit. */
  exit: 13,
  /** A generator yielded. a: frame address, b: value. */
  yield: 14,
  /** A generator's frame runs again. a: frame address, b: function. */
  resume: 15,
  /** A finalizer has made its object live on: its count reached zero and it does not die. a: object, b: type. */
  resurrect: 16,
  /** A stop that the program asks for. a: frame address. */
  breakpoint: 17,
} as const

/** The phases of a collection, in order. */
export const GcPhase = {
  merge: 1,
  update_refs: 2,
  subtract_refs: 3,
  move_unreachable: 4,
  legacy_finalizers: 5,
  handle_weakrefs: 6,
  finalize_garbage: 7,
  handle_resurrected: 8,
  delete_garbage: 9,
} as const

/** One happening, decoded. `step` counts from 0: the step during which it happened. */
export interface HappeningRow {
  readonly step: number
  readonly kind: number
  readonly a: number
  readonly b: number
}

/** Rows of a piece; pieces that are kept for the next run. */
const PIECE = 1 << 12
const PIECES_KEPT = 64

/** An append-only list of happenings, four numbers each. */
export class Happenings {
  /** Rows of [step, kind, a, b], so many in each piece. */
  readonly #pieces: Int32Array[] = [new Int32Array(4 * PIECE)]
  /** The piece that is being filled. */
  #rows = this.#pieces[0]
  count = 0
  /** Which of them are output: of many, those are few. */
  readonly outputs: number[] = []
  /** The step now being made; set by the recorder. */
  step = 0
  /** Whether somebody will ask for everything; else only output and the beginning of the exit are kept. */
  watched = true

  add(kind: number, a: number, b: number): void {
    if (kind === Happening.output) this.outputs.push(this.count)
    else if (!this.watched && kind !== Happening.exit) return
    const at = (this.count % PIECE) * 4
    if (at === 0) this.#rows = this.#piece(this.count / PIECE)
    const rows = this.#rows
    rows[at] = this.step
    rows[at + 1] = kind
    rows[at + 2] = a
    rows[at + 3] = b
    this.count++
  }

  /** Forgets all but the first `count`, and begins with step 0. */
  restart(count: number): void {
    if (this.#pieces.length > PIECES_KEPT) this.#pieces.length = Math.max(PIECES_KEPT, Math.ceil(count / PIECE))
    this.#rows = this.#piece(Math.floor(count / PIECE))
    this.count = count
    this.outputs.length = 0
    for (let i = 0; i < count; i++) if (this.row(i).kind === Happening.output) this.outputs.push(i)
    this.step = 0
    this.watched = true
  }

  /** A copy of all of them, as rows behind each other. */
  taken(): Int32Array<ArrayBuffer> {
    const rows = new Int32Array(4 * this.count)
    for (let first = 0; first < this.count; first += PIECE) {
      const piece = this.#pieces[first / PIECE]
      rows.set(piece.subarray(0, 4 * Math.min(PIECE, this.count - first)), 4 * first)
    }
    return rows
  }

  row(index: number): HappeningRow {
    const rows = this.#pieces[Math.floor(index / PIECE)]
    const at = (index % PIECE) * 4
    return { step: rows[at], kind: rows[at + 1], a: rows[at + 2], b: rows[at + 3] }
  }

  #piece(number: number): Int32Array {
    this.#pieces[number] ??= new Int32Array(4 * PIECE)
    return this.#pieces[number]
  }
}
