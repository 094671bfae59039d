// Who holds an object, told in the program's own words: the expression a learner would write to get there.

import type { DecodedState } from '../trace/decode.ts'
import { ledger } from '../trace/query.ts'
import { type Holder, runningFrame } from '../trace/state.ts'

/** The owning holders of an object as expressions (`a`, `box[0]`, `point.x`); `<kind>` where the program has no word for it. */
export function holdersOf(state: DecodedState, object: number): string[] {
  return ledger(state, object)
    .filter(({ owned }) => owned)
    .map((holder) => expressionOf(state, holder))
}

/** A holder as a learner would write it; `<kind>` where there is no such expression. */
export function expressionOf(state: DecodedState, holder: Holder): string {
  const last = holder.label.at(-1) ?? ''
  switch (holder.kind) {
    case 'name':
      return String(last)
    case 'local':
      return holder.from === runningFrame(state)?.address ? String(last) : `${holder.label[0]}() ${last}`
    case 'item':
    case 'value':
    case 'attribute':
    case 'field':
      return wayThrough(state, holder) ?? `${holder.label[0]}${place(holder)}`
    default:
      return `<${holder.kind}>`
  }
}

/** A place in a container, as it is written behind what leads to the container. */
function place({ kind, label }: Holder): string {
  const last = label.at(-1) ?? ''
  if (kind === 'attribute' || kind === 'field') return `.${last}`
  return kind === 'value' && typeof last !== 'number' ? `['${last}']` : `[${last}]`
}

/** What a learner would write to get to a container: a name, or places from a name on. `null` where no name leads to it. */
function wayTo(state: DecodedState, container: number, deep = 0): string | null {
  const names = [...(runningFrame(state)?.locals ?? []), ...state.globals]
  const name = names.find(({ value }) => value === container)?.name
  if (name !== undefined || deep === DEEPEST) return name ?? null
  for (const outer of ledger(state, container)) {
    if (!outer.owned || !places.has(outer.kind)) continue
    const way = wayThrough(state, outer, deep + 1)
    if (way !== null) return way
  }
  return null
}

/** What leads to an object through one of its holders; an entry of an object's `__dict__` is an attribute of the object. */
function wayThrough(state: DecodedState, holder: Holder, deep = 0): string | null {
  const owner = holder.kind === 'value' ? ledger(state, holder.from).find(isNamespace) : undefined
  const way = wayTo(state, owner?.from ?? holder.from, deep)
  return way === null ? null : owner ? `${way}.${holder.label.at(-1)}` : `${way}${place(holder)}`
}

function isNamespace({ label }: Holder): boolean {
  return label.at(-1) === '__dict__'
}

/** Most places on the way from a name to a container; farther ones are called by their type, and so are forgotten rings. */
const DEEPEST = 4

const places: ReadonlySet<Holder['kind']> = new Set(['item', 'value', 'attribute'])
