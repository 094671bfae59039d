// The facts by which generators and coroutines differ between versions.

/** How generators are closed, and what waits on the stack of one that is suspended. */
export interface GeneratorFacts {
  /** Who turns a StopIteration that leaves the body into RuntimeError: `send()` and its kin, or the body's own handler. */
  readonly stopIterationError: 'by-send' | 'by-body'
  /** `close()` before the first `next()`: throws as ever, only marks it as ended, or also gives up its locals. */
  readonly closeUnstarted: 'throws' | 'keeps' | 'clears'
  /** The collector looks into the frame of a generator that runs (3.14). */
  readonly traversedWhileRunning: boolean
  /** A generator holds its code beside its frame, which does too (3.11). */
  readonly holdsCode: boolean
  /** The frame of a generator that has ended forgets who called it, and what it was handling, before it is cleared (3.11). */
  readonly forgetsCallerFirst: boolean
  /** What handled an exception and handles none any more holds None in its place, which the collector sees (3.11, 3.12). */
  readonly handledBecomesNone: boolean
  /** The exception it was handling is given up before its variables. */
  readonly exceptionClearedFirst: boolean
  /** Where no `try` of the program's own is around a `yield`, which its RESUME says, `close()` does not throw (3.13). */
  readonly closeShortcut: boolean
  /** What `close()` then gives up at once: the frame, which a frame object may take over, or only the variables in it. */
  readonly shortcutClears: 'frame' | 'locals'
  /** The collector sees the code that is left when the frame is gone. */
  readonly codeLeftIsVisited: boolean
  /** What `frame.clear()` does to a generator that waits. */
  readonly clearSuspended: 'closes' | 'refused'
  /** `close()` returns what the generator returned. */
  readonly closeReturnsValue: boolean
  /** After `throw()` ended the iterator of a `yield from`, the generator is moved past it here, not by its own handler. */
  readonly throwSkipsSend: boolean
  /** How deep on the stack the iterator of a `yield from` lies while it waits. */
  readonly iteratorDepth: number
  /** The StopIteration that carries a returned value has the exception being handled as its `__context__`. */
  readonly stopIterationChained: boolean
  /** When a generator that is sent to by `yield from` or `await` gets the value itself, not another reference to it. */
  readonly sendMoves: 'never' | 'when-warm' | 'always'
}
