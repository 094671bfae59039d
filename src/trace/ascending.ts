// Finding a place among things in ascending order. There may be a hundred thousand, and every picture asks.

/**
 * Index of the first of which `isPast` says yes; their number where of none.
 * @param isPast once it has said yes it does so of all that come after
 */
export function firstPast<T>(things: ArrayLike<T>, isPast: (thing: T) => boolean): number {
  let low = 0
  let high = things.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isPast(things[middle])) high = middle
    else low = middle + 1
  }
  return low
}
