// The runs of Objects/listobject.c's sort (listsort.txt): where the items are in order already, how short runs are
// extended by binary insertion, and how long they should be.

import type { LessThan } from './gallop.ts'

/** Finds and makes runs in `keys`; `values` (when given) move along. */
export class Runs {
  readonly #keys: number[]
  readonly #values: number[] | null
  readonly #less: LessThan

  constructor(keys: number[], values: number[] | null, less: LessThan) {
    this.#keys = keys
    this.#values = values
    this.#less = less
  }

  /** Up to 3.12: a run is not descending, or strictly descending (and is turned around). */
  countStrictRun(low: number, remaining: number): number {
    if (remaining === 1) return 1
    const keys = this.#keys
    const descending = this.#less(keys[low + 1], keys[low])
    if (descending < 0) return -1
    let n = 2
    for (; n < remaining; n++) {
      const smaller = this.#less(keys[low + n], keys[low + n - 1])
      if (smaller < 0) return -1
      if (smaller !== descending) break
    }
    if (descending) this.#reverse(low, low + n)
    return n
  }

  /** Since 3.13: equal items may stand in a descending run; each group of them is turned around on its own. */
  countRun(low: number, remaining: number): number {
    const smallerAt = (i: number) => this.#less(this.#keys[low + i], this.#keys[low + i - 1])
    let n = 1
    for (; n < remaining; n++) {
      const smaller = smallerAt(n)
      if (smaller < 0) return -1
      if (smaller) break
    }
    if (n === remaining) return n
    if (n > 1) {
      const ascending = this.#less(this.#keys[low], this.#keys[low + n - 1])
      if (ascending < 0) return -1
      if (ascending) return n
      this.#reverse(low, low + n)
    }
    n++
    let equal = 0
    const endGroup = () => {
      if (equal > 0) this.#reverse(low + n - equal - 1, low + n)
      equal = 0
    }
    for (; n < remaining; n++) {
      const smaller = smallerAt(n)
      if (smaller < 0) return -1
      if (smaller) endGroup()
      else {
        const larger = this.#less(this.#keys[low + n - 1], this.#keys[low + n])
        if (larger < 0) return -1
        if (larger) break
        equal++
      }
    }
    endGroup()
    this.#reverse(low, low + n)
    for (; n < remaining; n++) {
      const smaller = smallerAt(n)
      if (smaller < 0) return -1
      if (smaller) break
    }
    return n
  }

  #reverse(low: number, high: number): void {
    for (let i = low, j = high - 1; i < j; i++, j--) this.#swap(i, j)
  }

  #swap(i: number, j: number): void {
    const keys = this.#keys
    ;[keys[i], keys[j]] = [keys[j], keys[i]]
    const values = this.#values
    if (values) [values[i], values[j]] = [values[j], values[i]]
  }

  /** Sorts items `low` to `high`, those before `start` being in order. @returns false when a comparison failed */
  binarySort(low: number, high: number, start: number): boolean {
    const keys = this.#keys
    const values = this.#values
    for (let next = start === low ? start + 1 : start; next < high; next++) {
      const pivot = keys[next]
      let left = low
      let right = next
      while (left < right) {
        const middle = (left + right) >> 1
        const smaller = this.#less(pivot, keys[middle])
        if (smaller < 0) return false
        if (smaller) right = middle
        else left = middle + 1
      }
      keys.copyWithin(left + 1, left, next)
      keys[left] = pivot
      if (values) {
        const value = values[next]
        values.copyWithin(left + 1, left, next)
        values[left] = value
      }
    }
    return true
  }
}

/**
 * The lengths to which short runs are extended: 32 to 64, so that the number of runs is near a power of two. The same for
 * every run (rounded up), or since 3.15 in turn so that they are right on average.
 */
export function minrunsOf(total: number, averaged: boolean): () => number {
  let shift = 0
  while (total >> shift >= 64) shift++
  const unit = 2 ** shift
  if (!averaged) return () => Math.ceil(total / unit)
  let rest = 0
  return () => {
    rest += total
    const minrun = Math.floor(rest / unit)
    rest %= unit
    return minrun
  }
}

/** How deep the boundary between two neighbouring runs lies in a balanced tree over the list (powerloop). */
export function powerOf(s1: number, n1: number, n2: number, total: number): number {
  let power = 0
  let a = 2 * s1 + n1
  let b = a + n1 + n2
  for (;;) {
    power++
    if (a >= total) {
      a -= total
      b -= total
    } else if (b >= total) return power
    a *= 2
    b *= 2
  }
}
