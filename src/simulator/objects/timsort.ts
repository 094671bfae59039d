// The sorting algorithm of Objects/listobject.c (listsort.txt): runs (sortruns.ts) merged in the order of their powers
// with galloping. Which comparisons are made, and in which order, is CPython's.

import { gallopLeft, gallopRight, type LessThan } from './gallop.ts'
import { minrunsOf, powerOf, Runs } from './sortruns.ts'

export type { LessThan }

/** Consecutive wins of one run before merging gallops. */
const MIN_GALLOP = 7

/** In what the versions differ: see ContainerFacts. */
export interface SortFacts {
  readonly equalItemsInDescendingRuns: boolean
  readonly averagedMinruns: boolean
}

interface Run {
  readonly base: number
  readonly length: number
  power: number
}

/** Sorts `keys` in place and moves `values` (when given) along. */
export class Timsort {
  readonly #keys: number[]
  readonly #values: number[] | null
  readonly #less: LessThan
  readonly #facts: SortFacts
  readonly #found: Runs
  #runs: Run[] = []
  #minGallop = MIN_GALLOP

  constructor(keys: number[], values: number[] | null, less: LessThan, facts: SortFacts) {
    this.#keys = keys
    this.#values = values
    this.#less = less
    this.#facts = facts
    this.#found = new Runs(keys, values, less)
  }

  /** @returns false when a comparison failed: the items are all there, in some order */
  sort(): boolean {
    const total = this.#keys.length
    if (total < 2) return true
    const nextMinrun = minrunsOf(total, this.#facts.averagedMinruns)
    for (let low = 0; low < total; ) {
      const remaining = total - low
      let n = this.#facts.equalItemsInDescendingRuns
        ? this.#found.countRun(low, remaining)
        : this.#found.countStrictRun(low, remaining)
      if (n < 0) return false
      const minrun = nextMinrun()
      if (n < minrun) {
        const force = Math.min(remaining, minrun)
        if (!this.#found.binarySort(low, low + force, low + n)) return false
        n = force
      }
      if (!this.#foundNewRun(low, n, total)) return false
      low += n
    }
    return this.#collapse()
  }

  #foundNewRun(base: number, length: number, total: number): boolean {
    const runs = this.#runs
    if (runs.length > 0) {
      const last = runs[runs.length - 1]
      const power = powerOf(last.base, last.length, length, total)
      while (runs.length > 1 && runs[runs.length - 2].power > power) if (!this.#mergeAt(runs.length - 2)) return false
      runs[runs.length - 1].power = power
    }
    runs.push({ base, length, power: 0 })
    return true
  }

  #collapse(): boolean {
    const runs = this.#runs
    while (runs.length > 1) {
      let n = runs.length - 2
      if (n > 0 && runs[n - 1].length < runs[n + 1].length) n--
      if (!this.#mergeAt(n)) return false
    }
    return true
  }

  #mergeAt(i: number): boolean {
    const keys = this.#keys
    const [a, b] = [this.#runs[i], this.#runs[i + 1]]
    this.#runs.splice(i, 2, { base: a.base, length: a.length + b.length, power: a.power })
    // What is smaller than the second run's first, or larger than the first run's last, is in place already.
    const k = gallopRight(this.#less, keys[b.base], keys, a.base, a.length, 0)
    if (k < 0) return false
    const lowA = a.base + k
    const na = a.length - k
    if (na === 0) return true
    const nb = gallopLeft(this.#less, keys[lowA + na - 1], keys, b.base, b.length, b.length - 1)
    if (nb <= 0) return nb === 0
    return na <= nb ? this.#mergeLow(lowA, na, b.base, nb) : this.#mergeHigh(lowA, na, b.base, nb)
  }

  /** Merges two neighbouring runs, the first being the shorter: it is set aside, the merge goes left to right. */
  #mergeLow(lowA: number, lengthA: number, lowB: number, lengthB: number): boolean {
    const keys = this.#keys
    const aside = keys.slice(lowA, lowA + lengthA)
    const asideValues = this.#values?.slice(lowA, lowA + lengthA) ?? null
    let to = lowA
    let a = 0
    let na = lengthA
    let b = lowB
    let nb = lengthB
    const fromA = (n: number) => {
      this.#put(to, aside, asideValues, a, n)
      to += n
      a += n
      na -= n
    }
    const fromB = (n: number) => {
      this.#move(to, b, n)
      to += n
      b += n
      nb -= n
    }
    const end = (ok: boolean) => {
      if (na > 0) this.#put(to, aside, asideValues, a, na)
      return ok
    }
    // The last of the first run belongs behind what is left of the second.
    const copyB = () => {
      this.#move(to, b, nb)
      this.#put(to + nb, aside, asideValues, a, 1)
      return true
    }
    fromB(1)
    if (nb === 0) return end(true)
    if (na === 1) return copyB()
    let minGallop = this.#minGallop
    for (;;) {
      let winsA = 0
      let winsB = 0
      for (;;) {
        const smaller = this.#less(keys[b], aside[a])
        if (smaller < 0) return end(false)
        if (smaller) {
          fromB(1)
          winsB++
          winsA = 0
          if (nb === 0) return end(true)
          if (winsB >= minGallop) break
        } else {
          fromA(1)
          winsA++
          winsB = 0
          if (na === 1) return copyB()
          if (winsA >= minGallop) break
        }
      }
      minGallop++
      do {
        minGallop -= minGallop > 1 ? 1 : 0
        this.#minGallop = minGallop
        winsA = gallopRight(this.#less, keys[b], aside, a, na, 0)
        if (winsA < 0) return end(false)
        if (winsA > 0) {
          fromA(winsA)
          if (na === 1) return copyB()
          // Only with an inconsistent comparison.
          if (na === 0) return end(true)
        }
        fromB(1)
        if (nb === 0) return end(true)
        winsB = gallopLeft(this.#less, aside[a], keys, b, nb, 0)
        if (winsB < 0) return end(false)
        if (winsB > 0) {
          fromB(winsB)
          if (nb === 0) return end(true)
        }
        fromA(1)
        if (na === 1) return copyB()
      } while (winsA >= MIN_GALLOP || winsB >= MIN_GALLOP)
      minGallop++
      this.#minGallop = minGallop
    }
  }

  /** The same with the second run being the shorter: it is set aside, the merge goes right to left. */
  #mergeHigh(lowA: number, lengthA: number, lowB: number, lengthB: number): boolean {
    const keys = this.#keys
    const aside = keys.slice(lowB, lowB + lengthB)
    const asideValues = this.#values?.slice(lowB, lowB + lengthB) ?? null
    let to = lowB + lengthB
    let na = lengthA
    let nb = lengthB
    const fromA = (n: number) => {
      to -= n
      na -= n
      this.#move(to, lowA + na, n)
    }
    const fromB = (n: number) => {
      to -= n
      nb -= n
      this.#put(to, aside, asideValues, nb, n)
    }
    const end = (ok: boolean) => {
      if (nb > 0) this.#put(to - nb, aside, asideValues, 0, nb)
      return ok
    }
    // The first of the second run belongs in front of what is left of the first.
    const copyA = () => {
      this.#move(to - na, lowA, na)
      this.#put(to - na - 1, aside, asideValues, 0, 1)
      return true
    }
    fromA(1)
    if (na === 0) return end(true)
    if (nb === 1) return copyA()
    let minGallop = this.#minGallop
    for (;;) {
      let winsA = 0
      let winsB = 0
      for (;;) {
        const smaller = this.#less(aside[nb - 1], keys[lowA + na - 1])
        if (smaller < 0) return end(false)
        if (smaller) {
          fromA(1)
          winsA++
          winsB = 0
          if (na === 0) return end(true)
          if (winsA >= minGallop) break
        } else {
          fromB(1)
          winsB++
          winsA = 0
          if (nb === 1) return copyA()
          if (winsB >= minGallop) break
        }
      }
      minGallop++
      do {
        minGallop -= minGallop > 1 ? 1 : 0
        this.#minGallop = minGallop
        const k = gallopRight(this.#less, aside[nb - 1], keys, lowA, na, na - 1)
        if (k < 0) return end(false)
        winsA = na - k
        if (winsA > 0) {
          fromA(winsA)
          if (na === 0) return end(true)
        }
        fromB(1)
        if (nb === 1) return copyA()
        const j = gallopLeft(this.#less, keys[lowA + na - 1], aside, 0, nb, nb - 1)
        if (j < 0) return end(false)
        winsB = nb - j
        if (winsB > 0) {
          fromB(winsB)
          if (nb === 1) return copyA()
          if (nb === 0) return end(true)
        }
        fromA(1)
        if (na === 0) return end(true)
      } while (winsA >= MIN_GALLOP || winsB >= MIN_GALLOP)
      minGallop++
      this.#minGallop = minGallop
    }
  }

  #move(to: number, from: number, n: number): void {
    this.#keys.copyWithin(to, from, from + n)
    this.#values?.copyWithin(to, from, from + n)
  }

  #put(to: number, keys: number[], values: number[] | null, from: number, n: number): void {
    for (let i = 0; i < n; i++) {
      this.#keys[to + i] = keys[from + i]
      if (this.#values && values) this.#values[to + i] = values[from + i]
    }
  }
}
