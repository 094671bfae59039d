// The facts by which versions differ about exceptions and their groups.

/** How exception groups behave. */
export interface GroupFacts {
  /** What `split()` takes besides classes: functions, or anything that can be called. */
  readonly predicates: 'functions' | 'callables'
  /** The repr shows the exceptions the group was made with, whatever became of the list. */
  readonly reprKeeps: boolean
  /** A group that `except*` puts around a single exception gets a traceback. */
  readonly wrappedTraceback: boolean
  /** The state of an AttributeError has its `name` and `args`. */
  readonly attributeErrorState: boolean
  /** The repr of an ImportError names the module and its path (3.15+). */
  readonly importErrorShowsNames: boolean
  /** TypeError of `add_note` for something else than text, or null where Argument Clinic says it. {0}: its type. */
  readonly noteMustBeText: string | null
}
