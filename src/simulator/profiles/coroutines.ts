// The facts by which coroutines and asynchronous generators differ between versions.

/** How coroutines behave, and what their errors say. */
export interface CoroutineFacts {
  /** {0}: type of what cannot be awaited. */
  readonly notAwaitable: string
  /** `__await__` returned no iterator. {0}: what it returned, {1}: whose `__await__` it is. */
  readonly awaitReturned: string
  /** The same for a coroutine. */
  readonly awaitReturnedCoroutine: string
  /** What `asend()` and its kin give warns when it dies without having been awaited. */
  readonly methodsWarn: boolean
  /** `throw()` on what `asend()` gives counts as its start, and `close()` throws. */
  readonly asendStrict: boolean
  /** `with` and `async with` tell each other apart. */
  readonly contextHints: boolean
  /** `throw()` with more than one argument warns. */
  readonly throwWarns: boolean
}
