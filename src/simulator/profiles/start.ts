// The facts about an interpreter that has just started: what a program finds before its first line runs.

/**
 * What start-up leaves behind. It depends a little on what is installed beside Python; these are the numbers of the
 * interpreters that the profiles were held against.
 */
export interface StartFacts {
  /** The generation `__main__` is in: 0 where no collection has come between it and the program. */
  readonly generation: 0 | 1 | 2
  /** How many objects the collector watches, and its counts. */
  readonly objects: number
  readonly counts: readonly [young: number, first: number, second: number]
  /** How many of the objects that compiling a function or class allocates stay in free lists, about. */
  readonly leftByScope: number
  /** What lies in the free lists (`sys._debugmallocstats()`); tuples by size, from 1. */
  readonly kept: {
    readonly dicts: number
    readonly dictkeys: number
    readonly floats: number
    readonly lists: number
    readonly ints: number
    readonly slices: number
    readonly ranges: number
    readonly list_iters: number
    readonly tuple_iters: number
    readonly methods: number
    readonly tuples: readonly number[]
  }
  /** `__main__` has an empty `__annotations__` before anything is annotated. */
  readonly mainAnnotations: boolean
  /** `__main__` has `__cached__`. */
  readonly mainCached: boolean
}
