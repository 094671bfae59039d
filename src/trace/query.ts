// Questions to a state or a trace: who holds an object, what is its count, when has a line run, what changed.

import type { DecodedState, Glimpse } from './decode.ts'
import type { Image } from './image.ts'
import { forEachRoot } from './roots.ts'
import { classesFirst, mainDict } from './startup.ts'
import {
  type ChangedObject,
  type Difference,
  type FrameState,
  type Holder,
  type HolderKind,
  type ObjectState,
  runningFrame,
} from './state.ts'
import { StepKind, type Trace } from './trace.ts'
import { type Edge, traverse } from './traverse.ts'

/** The holders of objects, by address. */
export type Ledger = ReadonlyMap<number, readonly Holder[]>

/** The ledgers of a state: of what came since the program began, and of everything. Each is made when it is asked for. */
const ownLedgers = new WeakMap<DecodedState, Ledger>()
const wholeLedgers = new WeakMap<DecodedState, Ledger>()

/**
 * Every holder of an object: those that own their reference add up to its `ob_refcnt`, unless it is immortal.
 * Borrowed ones follow the owned.
 */
export function ledger(state: DecodedState, address: number): readonly Holder[] {
  const own = state.own.has(address)
  const known = own ? ownLedgers : wholeLedgers
  let found = known.get(state)
  if (!found) {
    found = own
      ? holdersOfOwn(state, (target) => state.own.has(target))
      : wholeLedger(state.image, state.objects.keys())
    known.set(state, found)
  }
  return found.get(address) ?? []
}

/** The ledgers of a few objects. Where those of all are not known, only these are made. */
export function ledgersOf(state: DecodedState, addresses: readonly number[]): Ledger {
  const { own } = state
  const wanted = new Set(addresses.filter((address) => own.has(address)))
  const isKnown = wanted.size === 0 || ownLedgers.has(state)
  const some = isKnown ? null : holdersOfOwn(state, (target) => wanted.has(target))
  return new Map(
    addresses.map((address) => [
      address,
      some && wanted.has(address) ? (some.get(address) ?? []) : ledger(state, address),
    ]),
  )
}

/** The ledger over all that is alive in an image. */
export function wholeLedger(image: Image, alive: Iterable<number>): Ledger {
  return noteHolders(image, alive, new Set(), () => true)
}

/** What came since the program began is held by what came since, and by what the doors among the rest lead to. */
function holdersOfOwn({ image, own, doors }: DecodedState, isWanted: (target: number) => boolean): Ledger {
  return noteHolders(image, [...doors.objects, ...own], new Set(doors.claimed), isWanted)
}

function noteHolders(
  image: Image,
  objects: Iterable<number>,
  shared: Set<number>,
  isWanted: (target: number) => boolean,
): Ledger {
  const all = new Map<number, Holder[]>()
  const note = (target: number, holder: Holder) => {
    const holders = all.get(target)
    if (holders) holders.push(holder)
    else all.set(target, [holder])
  }
  forEachRoot(image, (target, holder) => {
    if (isWanted(target)) note(target, holder)
  })
  const main = mainDict(image)
  for (const o of classesFirst(image, objects)) {
    traverse(image, o, shared, (target, edge) => {
      if (isWanted(target)) note(target, holderOf(image, o, edge, main))
    })
  }
  // Few objects are borrowed by anyone.
  for (const holders of all.values())
    if (holders.some(isBorrowed)) holders.sort((a, b) => Number(b.owned) - Number(a.owned))
  return all
}

function isBorrowed({ owned }: Holder): boolean {
  return !owned
}

function holderOf(image: Image, o: number, edge: Edge, main: number): Holder {
  const name = edge.kind === 'value' && edge.key !== 0 && image.kindOf(edge.key) === 'str' ? image.text(edge.key) : null
  const label = name ?? edge.label
  if (o === main && edge.kind === 'value') return { kind: 'name', label: [label], from: o, owned: true }
  const isConstants = image.kindOf(o) === 'code'
  const kind: HolderKind = isConstants ? 'constant' : edge.kind
  return { kind, label: [image.nameOfType(image.typeOf(o)), label], from: o, owned: true }
}

/** How many references somebody owns. */
export function ownedCount(holders: readonly Holder[]): number {
  return holders.reduce((n, { owned }) => n + Number(owned), 0)
}

/**
 * The object an expression means in a state: a name, then `.attribute`, `[index]` or `['key']` any number of times.
 * Names are looked up in the running frame, then among the globals. 0 where it means nothing.
 */
export function resolve(state: Glimpse, expression: string): number {
  const parts = /^\s*([\p{L}_][\p{L}\p{N}_]*)((?:\.[\p{L}_][\p{L}\p{N}_]*|\[(?:-?\d+|'[^']*'|"[^"]*")\])*)\s*$/u.exec(
    expression,
  )
  if (!parts) return 0
  const frame = runningFrame(state)
  const named = [...(frame?.locals ?? []), ...state.globals].find(({ name, value }) => name === parts[1] && value !== 0)
  let o = named?.value ?? 0
  for (const [part] of parts[2].matchAll(/\.[\p{L}_][\p{L}\p{N}_]*|\[[^\]]*\]/gu)) {
    if (o === 0) return 0
    o = part.startsWith('.') ? attribute(state, o, part.slice(1)) : item(state, o, part.slice(1, -1))
  }
  return o
}

function attribute(state: Glimpse, o: number, name: string): number {
  const slots = state.objects.get(o)?.items ?? []
  return slots.find((slot) => (slot.kind === 'attribute' || slot.kind === 'field') && slot.label === name)?.target ?? 0
}

function item(state: Glimpse, o: number, index: string): number {
  const slots = state.objects.get(o)?.items ?? []
  const values = slots.filter(({ kind }) => kind === 'value')
  if (values.length > 0) {
    const wanted = /^['"]/.test(index) ? index.slice(1, -1) : BigInt(index)
    return values.find(({ key }) => state.objects.get(key)?.value === wanted)?.target ?? 0
  }
  if (/^['"]/.test(index)) return 0
  const items = slots.filter(({ kind }) => kind === 'item')
  return items.at(Number(index))?.target ?? 0
}

/** The count of what an expression means: what is stored, without the reference asking would make. `null`: means nothing. */
export function refcount(state: DecodedState, expression: string): number | null {
  const o = resolve(state, expression)
  return o === 0 ? null : (state.objects.get(o)?.refcnt ?? null)
}

/**
 * The moment just after a line has run: the first later step at which its frame is about to go on elsewhere, or is gone.
 * A comprehension compiled into the line has steps of its own; they belong to the line.
 * @returns the step, or -1 where the line does not run
 */
export function whenLine(trace: Trace, line: number): number {
  const { kind, line: lines, depth, frame, instruction, count } = trace.steps
  for (let i = 0; i < count; i++) {
    if (kind[i] !== StepKind.line || lines[i] !== line) continue
    for (let after = i + 1; after < count; after++) {
      if (kind[after] !== StepKind.line && kind[after] !== StepKind.exit) continue
      if (depth[after] > depth[i]) continue
      // Called again, the line would begin at its first instruction.
      const isSameRun = lines[after] === line && frame[after] === frame[i] && instruction[after] > instruction[i]
      if (!isSameRun) return after
    }
    return count - 1
  }
  return -1
}

/**
 * What differs between two states among the objects of the program.
 * @param counts whether the change of an object's count is asked for: its holders are looked up in both states
 */
export function diff(
  before: DecodedState,
  after: DecodedState,
  counts: (now: ObjectState) => boolean = () => true,
): Difference {
  const created: number[] = []
  const freed: number[] = []
  const counted: Omit<ChangedObject, 'gained' | 'lost'>[] = []
  for (const address of after.userObjects) {
    if (!before.objects.has(address)) {
      created.push(address)
      continue
    }
    if (before.image.typeOf(address) !== after.image.typeOf(address)) {
      freed.push(address)
      created.push(address)
      continue
    }
    const [from, to] = [before.image.refcnt(address), after.image.refcnt(address)]
    // Most have not changed, and nothing else needs to be known of them.
    const now = from === to ? undefined : after.objects.get(address)
    if (now && counts(now)) counted.push({ address, before: from, after: to })
  }
  for (const address of before.userObjects) if (!after.objects.has(address)) freed.push(address)
  const exchanges = exchanged(
    before,
    after,
    counted.map(({ address }) => address),
  )
  return { created, freed, changed: counted.map((change, i) => ({ ...change, ...exchanges[i] })) }
}

/** For each of these objects, who took up a reference to it between two states, and who gave one up. */
export function exchanged(
  before: DecodedState,
  after: DecodedState,
  addresses: readonly number[],
): Pick<ChangedObject, 'gained' | 'lost'>[] {
  if (addresses.length === 0) return []
  const [then, now] = [ledgersOf(before, addresses), ledgersOf(after, addresses)]
  return addresses.map((address) => {
    const [others, holders] = [then.get(address) ?? [], now.get(address) ?? []]
    return { gained: missing(holders, others), lost: missing(others, holders) }
  })
}

/** The holders in the first list that the second has not. */
function missing(holders: readonly Holder[], others: readonly Holder[]): Holder[] {
  const key = ({ kind, label, from, owned }: Holder) => JSON.stringify([kind, label, from, owned])
  const counts = new Map<string, number>()
  for (const holder of others) counts.set(key(holder), (counts.get(key(holder)) ?? 0) + 1)
  return holders.filter((holder) => {
    const left = counts.get(key(holder)) ?? 0
    counts.set(key(holder), left - 1)
    return left <= 0
  })
}

/** The variables of a frame by name, for tests and quizzes. */
export function variables(frame: FrameState): Map<string, number> {
  return new Map(frame.locals.map(({ name, value }) => [name, value]))
}
