// The law of conservation, checked again and again while a program runs: every mortal object's `ob_refcnt` is the number
// of references somebody owns. Most objects do not change between two checks, so what an object owns is read once and
// kept until a word it was read from is written (it is `settled`); the rest is walked at each check. Where the two sides
// differ, everything is read anew before anything is said to be wrong.

import { collectorLists } from './collector.ts'
import { type Background, Image } from './image.ts'
import { FlatMemory, WatchedMemory } from './memory.ts'
import { isImmortalCount } from './object.ts'
import { ownedCount, wholeLedger } from './query.ts'
import { type Recorded, staticsOf } from './recorder.ts'
import { shortRepr } from './repr.ts'
import { aliveIn, forEachRoot } from './roots.ts'
import { traverse } from './traverse.ts'

/** What a ThreadState has of an image (heap/pystate.ts). */
export interface Running extends Recorded {
  readonly mem: Recorded['mem'] & { readonly doubles: Float64Array }
}

/** The image of a running interpreter as it is now. It is not copied: use it before anything else runs. */
export function imageOf(ts: Running): Image {
  return new Image(new FlatMemory(ts.mem.words, ts.mem.doubles), backgroundOf(ts))
}

function backgroundOf(ts: Running): Background {
  return { profile: ts.profile.name, texts: ts.texts, codes: ts.codes, statics: staticsOf(ts) }
}

/** Objects walked at one check from which on it pays to settle them. */
const MANY = 400

/** What is known of an object, by address / 8. */
const NEW = 0
const SETTLED = 1
const MET = 2

/** In `#readers`: several objects are read from this word. */
const SEVERAL = -1

/** Checks one run. It takes the place of a recorder in the memory's write log. */
export class Conservation {
  readonly #machine: Running
  #background: Background
  /** How many types of modules the background knows: an import may bring more. */
  #types = 0
  /** Everything is to be read anew: nothing is settled. */
  #stale = true
  /** References owned by settled objects; during a check also those found by it. By address / 8. */
  #tally = new Int32Array(1 << 20)
  #state = new Uint8Array(1 << 20)
  /** The settled object that is read from a word, by number of the word; `SEVERAL` for more than one, 0 for none. */
  #readers = new Int32Array(1 << 20)
  /** What each settled object owns. */
  #owned = new Map<number, number[]>()
  /** The tables of keys whose keys each settled object owns; more than one may use a table. */
  #claims = new Map<number, number[]>()
  #claimed = new Set<number>()
  /** Written to since they were settled: walked as long as a settled object holds them. */
  #loose = new Set<number>()

  constructor(machine: Running) {
    this.#machine = machine
    this.#background = backgroundOf(machine)
    machine.mem.record({ endStep: (_words, _known, journal, length) => this.#written(journal, length) })
  }

  /** What breaks the law now, between two instructions, with the running frame's registers written back. */
  check(): string[] {
    this.#machine.mem.endStep(0, 0)
    const types = this.#machine.moduleTypes.size
    if (types !== this.#types) {
      this.#types = types
      this.#background = backgroundOf(this.#machine)
    }
    if (!this.#stale && this.#agrees(false)) return []
    this.#unsettle()
    return this.#agrees(true) ? [] : conservationProblems(imageOf(this.#machine))
  }

  #written(journal: Int32Array, length: number): void {
    const { words } = this.#machine.mem
    for (let i = 0; i < length && !this.#stale; i++) {
      const index = journal[i]
      const reader = this.#readers[index]
      if (reader === SEVERAL) this.#stale = true
      else if (reader !== undefined && reader !== 0) this.#loosen(reader)
      // An object's first word is its count.
      if ((index & 1) === 0 && words[index] === 0 && this.#state[index >> 1] === SETTLED) this.#loosen(index << 2)
    }
  }

  #loosen(o: number): void {
    if (this.#state[o >> 3] !== SETTLED) return
    this.#state[o >> 3] = NEW
    for (const target of this.#owned.get(o) ?? []) this.#tally[target >> 3]--
    for (const keys of this.#claims.get(o) ?? []) this.#claimed.delete(keys)
    this.#owned.delete(o)
    this.#claims.delete(o)
    this.#loose.add(o)
  }

  #unsettle(): void {
    this.#stale = false
    this.#tally.fill(0)
    this.#state.fill(NEW)
    this.#readers.fill(0)
    this.#owned.clear()
    this.#claims.clear()
    this.#claimed.clear()
    this.#loose.clear()
  }

  /**
   * Whether the counts are what the references add up to.
   * @param settle keep what is read, for the next checks
   */
  #agrees(settle: boolean): boolean {
    const { mem } = this.#machine
    this.#makeRoom(mem.words.length)
    // Whom a word is read for: 0 for the roots, which are read anew each time.
    let reader = 0
    const note = (index: number) => {
      const before = this.#readers[index]
      if (reader !== 0 && before !== reader) this.#readers[index] = before === 0 ? reader : SEVERAL
    }
    const memory = new FlatMemory(mem.words, mem.doubles)
    const image = new Image(settle ? new WatchedMemory(memory, note) : memory, this.#background)
    const met: number[] = []
    const found: number[] = []
    const meet = (o: number, references: number) => {
      const cell = o >> 3
      if (this.#state[cell] === NEW) {
        this.#state[cell] = MET
        met.push(o)
      }
      if (references === 0) return
      this.#tally[cell]++
      found.push(cell)
    }
    for (const o of this.#loose) if (this.#tally[o >> 3] > 0) meet(o, 0)
    for (const list of collectorLists(image)) for (const o of list) meet(o, 0)
    forEachRoot(image, (target, holder) => meet(target, Number(holder.owned)))
    const roots = found.length
    const claimed = settle ? this.#claimed : new Set(this.#claimed)
    let own: number[] = []
    const visit = (target: number) => {
      meet(target, 1)
      own.push(target)
    }
    // The list grows while it is walked.
    for (let i = 0; i < met.length; i++) {
      const o = met[i]
      own = []
      const before = claimed.size
      reader = o
      traverse(image, o, claimed, visit)
      if (!settle) continue
      this.#owned.set(o, own)
      if (claimed.size > before) this.#claims.set(o, [...claimed].slice(before))
    }
    const agree = this.#compare(met) && (settle || this.#compare(this.#owned.keys()))
    // What a settled object owns stays counted; what the roots own is found again at each check.
    for (let i = settle ? roots - 1 : found.length - 1; i >= 0; i--) this.#tally[found[i]]--
    for (const o of met) this.#state[o >> 3] = settle ? SETTLED : NEW
    if (met.length > MANY && !settle) this.#stale = true
    return agree
  }

  #compare(objects: Iterable<number>): boolean {
    const { words } = this.#machine.mem
    for (const o of objects) {
      const refcnt = words[o >> 2] >>> 0
      if (refcnt !== this.#tally[o >> 3] && !isImmortalCount(refcnt)) return false
    }
    return true
  }

  #makeRoom(words: number): void {
    if (this.#readers.length >= words) return
    const wide = <T extends Int32Array | Uint8Array>(old: T, length: number): T => {
      const array = new (old.constructor as new (length: number) => T)(length)
      array.set(old)
      return array
    }
    this.#readers = wide(this.#readers, words)
    this.#tally = wide(this.#tally, words >> 1)
    this.#state = wide(this.#state, words >> 1)
  }
}

/** The same law object by object, with the names of the holders. */
function conservationProblems(image: Image): string[] {
  const problems: string[] = []
  const alive = aliveIn(image)
  const ledger = wholeLedger(image, alive)
  for (const o of alive) {
    const refcnt = image.refcnt(o)
    if (isImmortalCount(refcnt)) continue
    const holders = ledger.get(o) ?? []
    const owned = ownedCount(holders)
    if (owned === refcnt) continue
    const list = holders.map(({ kind, label, owned: own }) => `${own ? '' : '(borrowed) '}${kind} ${label.join(' ')}`)
    problems.push(`${shortRepr(image, o)} at ${o}: count ${refcnt}, owned by ${owned}: ${list.join(' | ')}`)
  }
  return problems.length > 0
    ? problems
    : ['the references do not add up to the counts, and the ledger does not say where']
}
