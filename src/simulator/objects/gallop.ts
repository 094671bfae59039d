// Galloping (gallop_left and gallop_right in Objects/listobject.c): where a key belongs in a sorted run, looked for from
// a hint in steps that double, then by halving.

/** Compares two keys: 1 less, 0 not less, -1 an exception is set and the sort ends. */
export type LessThan = (a: number, b: number) => number

/** Where `key` belongs before anything equal among the `n` from `base`: k with a[k-1] < key <= a[k]; -1 on an error. */
export function gallopLeft(less: LessThan, key: number, a: number[], base: number, n: number, hint: number): number {
  let last = 0
  let offset = 1
  const first = less(a[base + hint], key)
  if (first < 0) return -1
  if (first) {
    const most = n - hint
    while (offset < most) {
      const smaller = less(a[base + hint + offset], key)
      if (smaller < 0) return -1
      if (!smaller) break
      last = offset
      offset = offset * 2 + 1
    }
    offset = Math.min(offset, most)
    last += hint
    offset += hint
  } else {
    const most = hint + 1
    while (offset < most) {
      const smaller = less(a[base + hint - offset], key)
      if (smaller < 0) return -1
      if (smaller) break
      last = offset
      offset = offset * 2 + 1
    }
    offset = Math.min(offset, most)
    ;[last, offset] = [hint - offset, hint - last]
  }
  last++
  while (last < offset) {
    const middle = last + ((offset - last) >> 1)
    const smaller = less(a[base + middle], key)
    if (smaller < 0) return -1
    if (smaller) last = middle + 1
    else offset = middle
  }
  return offset
}

/** Where `key` belongs after anything equal: k with a[k-1] <= key < a[k]; -1 on an error. */
export function gallopRight(less: LessThan, key: number, a: number[], base: number, n: number, hint: number): number {
  let last = 0
  let offset = 1
  const first = less(key, a[base + hint])
  if (first < 0) return -1
  if (first) {
    const most = hint + 1
    while (offset < most) {
      const smaller = less(key, a[base + hint - offset])
      if (smaller < 0) return -1
      if (!smaller) break
      last = offset
      offset = offset * 2 + 1
    }
    offset = Math.min(offset, most)
    ;[last, offset] = [hint - offset, hint - last]
  } else {
    const most = n - hint
    while (offset < most) {
      const smaller = less(key, a[base + hint + offset])
      if (smaller < 0) return -1
      if (smaller) break
      last = offset
      offset = offset * 2 + 1
    }
    offset = Math.min(offset, most)
    last += hint
    offset += hint
  }
  last++
  while (last < offset) {
    const middle = last + ((offset - last) >> 1)
    const smaller = less(key, a[base + middle])
    if (smaller < 0) return -1
    if (smaller) offset = middle
    else last = middle + 1
  }
  return offset
}
