// One object and what threads do with it, step by step: Python/brc.c for the queue of its owner,
// Python/gc_free_threading.c for an object whose references are not all counted.

import {
  type Changed,
  decref,
  disableDeferred,
  explicitMergeRefcount,
  type Header,
  incref,
  newReference,
  REF_DEFERRED,
  refcnt,
  setDeferred,
} from './object.ts'

/** What a thread does. The first event makes the object. */
export type Event = { readonly thread: number } & (
  | { readonly makes: string; readonly deferred?: boolean }
  | { readonly takes: string }
  | { readonly drops: string }
  /** It uses an object with deferred counting from its value stack, and is done with it. */
  | { readonly borrows: true }
  /** It looks at its queue (`_Py_brc_merge_refcounts`). */
  | { readonly merges: true }
  /** It ends; what is in its queue is merged, and no thread has its number any more. */
  | { readonly exits: true }
  | { readonly collects: true }
)

/** Which rule has been applied. */
export type Rule =
  | 'made'
  | 'madeDeferred'
  | 'takenByOwner'
  | 'takenByOther'
  | 'droppedByOwner'
  | 'droppedByOther'
  | 'queued'
  /** Queued for a thread that has ended: merged at once. */
  | 'mergedForEnded'
  /** The owner's last reference: its local count is zero. */
  | 'mergedAtZero'
  | 'mergedByOwner'
  | 'mergedByCollector'
  | 'borrowed'
  | 'collected'
  | 'nothing'

/** The object after an event. */
export interface Step {
  readonly event: Event
  readonly rule: Rule
  readonly header: Header
  /** Who holds the object and is counted, in the order in which they came. */
  readonly holders: readonly string[]
  /** The thread in whose queue the object is; the queue holds the reference that was given up. 0: in none. */
  readonly queueOf: number
  readonly alive: boolean
}

/**
 * What becomes of an object.
 * @throws Error where the events make no sense: two makers, a holder that does not hold, an object that is gone
 */
export function play(events: readonly Event[]): Step[] {
  const steps: Step[] = []
  const ended = new Set<number>()
  for (const event of events) {
    const before = steps.at(-1)
    if (ended.has(event.thread)) throw new Error(`thread ${event.thread} has ended`)
    if (before && !before.alive) throw new Error('the object is gone')
    steps.push(before ? next(before, event, ended) : first(event))
    if ('exits' in event) ended.add(event.thread)
  }
  return steps
}

function first(event: Event): Step {
  if (!('makes' in event)) throw new Error('nothing is made')
  const made = newReference(event.thread)
  const header = event.deferred ? setDeferred(made) : made
  const rule = event.deferred ? 'madeDeferred' : 'made'
  return { event, rule, header, holders: [event.makes], queueOf: 0, alive: true }
}

function next(before: Step, event: Event, ended: ReadonlySet<number>): Step {
  const { header, holders, queueOf } = before
  const { thread } = event
  const step = (rule: Rule, changed: Partial<Step> = {}): Step => ({ ...before, event, rule, ...changed })
  if ('makes' in event) throw new Error('one object is enough')
  if ('takes' in event) {
    const rule = header.ob_tid === thread ? 'takenByOwner' : 'takenByOther'
    return step(rule, { header: incref(header, thread), holders: [...holders, event.takes] })
  }
  if ('drops' in event) {
    const left = without(holders, event.drops)
    const changed = decref(header, thread)
    if (changed.outcome !== 'queue')
      return step(dropRule(before, changed, thread), { ...after(changed), holders: left })
    if (!ended.has(header.ob_tid))
      return step('queued', { header: changed.header, holders: left, queueOf: header.ob_tid })
    return step('mergedForEnded', { ...after(explicitMergeRefcount(changed.header, -1)), holders: left })
  }
  if ('borrows' in event) {
    if (!header.deferred) throw new Error('what is on a value stack is counted')
    return step('borrowed')
  }
  if ('collects' in event) return collect(before, step)
  if (queueOf !== thread) return step('nothing')
  return step('mergedByOwner', { ...after(explicitMergeRefcount(header, -1)), queueOf: 0 })
}

/** With all threads stopped, every queue is emptied; then the references from outside are what is counted, less `REF_DEFERRED`. */
function collect({ header, queueOf }: Step, step: (rule: Rule, changed?: Partial<Step>) => Step): Step {
  if (queueOf !== 0) return step('mergedByCollector', { ...after(explicitMergeRefcount(header, -1)), queueOf: 0 })
  const outside = refcnt(header) - (header.deferred ? REF_DEFERRED : 0n)
  return outside > 0n ? step('nothing') : step('collected', { header: disableDeferred(header), alive: false })
}

function dropRule({ header }: Step, changed: Changed, thread: number): Rule {
  if (header.ob_tid !== thread) return 'droppedByOther'
  return changed.header.ob_tid === 0 ? 'mergedAtZero' : 'droppedByOwner'
}

function after({ header, outcome }: Changed): Pick<Step, 'header' | 'alive'> {
  return { header, alive: outcome !== 'dead' }
}

function without(holders: readonly string[], holder: string): string[] {
  const at = holders.lastIndexOf(holder)
  if (at < 0) throw new Error(`"${holder}" does not hold the object`)
  return holders.filter((_, index) => index !== at)
}
