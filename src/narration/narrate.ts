// What just happened, as message keys with their parameters; the sentences stand in content/messages. Told from the
// difference of two states: which objects came, went, or changed their count, and through which holder.

import type { DecodedState } from '../trace/decode.ts'
import { Happening } from '../trace/happenings.ts'
import { isScaffolding } from '../trace/object.ts'
import { diff, ledgersOf } from '../trace/query.ts'
import type { Holder, ObjectState } from '../trace/state.ts'
import { titleOf } from '../trace/title.ts'
import type { Trace } from '../trace/trace.ts'
import { narratePhase } from './collection.ts'
import type { Sentence } from './sentence.ts'

export type { Sentence }

/** Most sentences said about one step. */
const MOST = 4
/** Where there is more to say, the changes of a count that no name has to do with are left out first. */
const LESS_TELLING: ReadonlySet<string> = new Set(['say.more', 'say.less'])

/** A step to be told of. */
export interface Seen {
  readonly state: DecodedState
  /** Whether a learner has seen an object: of others nothing is told. */
  readonly hasSeen: (object: ObjectState) => boolean
}

/** What happened between two steps of a run. */
export function narrate(trace: Trace, from: Seen, to: Seen): Sentence[] {
  const [before, after] = [from.state, to.state]
  const sentences = narratePhase(trace, after)
  if (hasStopped(trace, before.step, after.step)) sentences.push({ key: 'say.breakpoint', params: {} })
  const { created, freed, changed } = diff(
    before,
    after,
    (now) => !now.immortal && (now.builtin ? isMade(to, now) : isTold(to, now)),
  )
  const deeper = after.frames.length - before.frames.length
  if (deeper > 0) sentences.push({ key: 'say.call', params: { name: after.frames.at(-1)?.name ?? '' } })
  if (deeper < 0 && after.frames.length > 0)
    sentences.push({ key: 'say.return', params: { name: before.frames.at(-1)?.name ?? '' } })
  for (const { address, before: count, after: now, gained, lost } of changed) {
    const object = after.objects.get(address)
    if (!object) continue
    const what = { type: titleOf(object), from: count, to: now }
    const name = nameIn(gained) ?? nameIn(lost)
    // What was there before the program began has no box; it is seen when a name leads to it.
    if (name === null && !to.hasSeen(object)) continue
    if (name === null) sentences.push({ key: now > count ? 'say.more' : 'say.less', params: what })
    else sentences.push({ key: nameIn(gained) === null ? 'say.nameLost' : 'say.nameGained', params: { ...what, name } })
  }
  const made = created.flatMap((address) => {
    const object = after.objects.get(address)
    return object && !object.builtin && isTold(to, object) ? [object] : []
  })
  const ledgers = ledgersOf(
    after,
    made.map(({ address }) => address),
  )
  for (const object of made) {
    const params = { type: titleOf(object), count: object.refcnt }
    const name = nameIn(ledgers.get(object.address) ?? [])
    sentences.push(
      name === null ? { key: 'say.created', params } : { key: 'say.createdNamed', params: { ...params, name } },
    )
  }
  for (const address of freed) {
    const object = before.objects.get(address)
    if (object && !object.builtin && isTold(from, object))
      sentences.push({ key: 'say.freed', params: { type: titleOf(object) } })
  }
  const printed = after.stdout.slice(before.stdout.length).trimEnd()
  if (printed !== '') sentences.push({ key: 'say.printed', params: { text: printed } })
  if (sentences.length === 0) sentences.push({ key: 'say.nothing', params: { line: trace.steps.line[before.step] } })
  if (sentences.length <= MOST) return sentences
  const telling = sentences.filter(({ key }) => !LESS_TELLING.has(key))
  const said = new Set([...telling, ...sentences.filter(({ key }) => LESS_TELLING.has(key))].slice(0, MOST))
  const left = sentences.length - said.size
  return [...sentences.filter((sentence) => said.has(sentence)), { key: 'say.andMore', params: { count: left } }]
}

/** Whether the program asked for a stop between two steps. */
function hasStopped({ happenings, steps }: Trace, from: number, to: number): boolean {
  for (let row = steps.happenings[from]; row < steps.happenings[to]; row++)
    if (happenings[row * 4 + 1] === Happening.breakpoint) return true
  return false
}

/** Told are the objects a learner has made and seen. */
function isTold(seen: Seen, object: ObjectState): boolean {
  return isMade(seen, object) && seen.hasSeen(object)
}

/** Made by a learner: no plain values, no modules, nothing the interpreter made to run them. */
function isMade({ state }: Seen, { address, kind, typeName }: ObjectState): boolean {
  return state.userObjects.has(address) && kind !== 'atom' && kind !== 'module' && !isScaffolding(typeName)
}

function nameIn(holders: readonly Holder[]): string | null {
  const holder = holders.find(({ kind }) => kind === 'name' || kind === 'local')
  return holder ? String(holder.label.at(-1)) : null
}
