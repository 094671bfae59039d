// The facts by which the collectors of the versions differ.

/** When the collector runs, and how it goes about it. */
export interface CollectorFacts {
  /** `gc.get_threshold()` at the start. */
  readonly thresholds: readonly [number, number, number]
  /** What `gc.get_count()[0]` counts: objects allocated less objects freed, or objects tracked less objects untracked. */
  readonly counts: 'allocated' | 'tracked'
  /** A collection that is due runs inside the allocation, or at the next check of the evaluation loop. */
  readonly runs: 'in-allocation' | 'at-eval-breaker'
  /** One that is due runs even if, since, another has begun or the collector was switched off (3.12, _Py_RunGC). */
  readonly runsRegardless: boolean
  /** Two generations, the old one collected piece by piece (3.14.0 to 3.14.4). */
  readonly incremental: boolean
  /** What becomes of an immortal object the collector meets. */
  readonly immortals: 'kept' | 'frozen' | 'untracked'
  /** Weak references without callback are cleared only after the finalizers have run. */
  readonly weakrefsOutliveFinalizers: boolean
  /** Even a single callback is called from a tuple that holds it and its reference. */
  readonly weakrefCallbacksInTuple: boolean
  /** `gc.get_referrers(*t)` takes the tuple itself for its arguments, and leaves it out. */
  readonly takesArgsTuple: boolean
  /** `gc.get_stats()` and the callbacks also tell how many objects were looked at, and how long it took. */
  readonly countsCandidates: boolean
  /** What the functions of `gc.callbacks` are given is held for the call (PyObject_CallFunction). */
  readonly callbacksHoldArguments: boolean
  /** How `gc.set_threshold` words a wrong number of arguments: by both bounds, or by each. */
  readonly thresholdArguments: 'requires' | 'takes'
}
