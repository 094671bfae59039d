// Claims about a moment of a run. An explanation offered to a learner carries one, and the run says whether it is so: which
// explanation is the right one is never written down.

import type { Viewer } from '../scene/view.ts'
import { ledger, resolve } from '../trace/query.ts'
import type { HolderKind } from '../trace/state.ts'
import { holdersOf } from './holders.ts'
import { afterLine, beforeLine, freedDuring, meant, printedAt } from './moments.ts'

/** A claim about the moment just after a line has run. Expressions are those of `resolve`: `a`, `box[0]`, `p.x`. */
export type Claim =
  /** Both mean one object, or two different ones. */
  | { readonly same: readonly [string, string] }
  | { readonly different: readonly [string, string] }
  /** The expression means the object it meant before the line, or another one. */
  | { readonly kept: string }
  | { readonly replaced: string }
  /** What the expression meant before the line is still there, or is gone. */
  | { readonly alive: string }
  | { readonly freed: string }
  /** The object is held by what the second expression names. */
  | { readonly held: readonly [of: string, by: string] }
  | { readonly notHeld: readonly [of: string, by: string] }
  /** A reference of this kind leads to the object. */
  | { readonly heldFrom: readonly [of: string, kind: HolderKind] }
  /** The line printed more than the object's count before it: looking at it added a reference. Or it did not. */
  | { readonly askingAdds: string }
  | { readonly askingAddsNothing: string }

const forms: Readonly<Record<string, (viewer: Viewer, line: number, a: string, b: string) => boolean>> = {
  same: (viewer, line, a, b) => at(viewer, line, a) !== 0 && at(viewer, line, a) === at(viewer, line, b),
  different: (viewer, line, a, b) => at(viewer, line, a) !== at(viewer, line, b),
  kept: (viewer, line, a) => at(viewer, line, a) !== 0 && at(viewer, line, a) === before(viewer, line, a),
  replaced: (viewer, line, a) => at(viewer, line, a) !== before(viewer, line, a),
  alive: (viewer, line, a) => isAlive(viewer, line, a),
  freed: (viewer, line, a) => !isAlive(viewer, line, a),
  held: (viewer, line, a, b) => holders(viewer, line, a).includes(b),
  notHeld: (viewer, line, a, b) => !holders(viewer, line, a).includes(b),
  heldFrom: (viewer, line, a, kind) => {
    const state = viewer.state(afterLine(viewer, line))
    return ledger(state, meant(viewer, state.step, a)).some((holder) => holder.kind === kind)
  },
  askingAdds: (viewer, line, a) => asking(viewer, line, a) > 0,
  askingAddsNothing: (viewer, line, a) => asking(viewer, line, a) === 0,
}

/** The names of the forms a claim can take. */
export const claimForms: readonly string[] = Object.keys(forms)

/**
 * Whether a claim is true of a run.
 * @throws Error where the line does not run: a question about a moment that never comes must not build
 */
export function holds(viewer: Viewer, line: number, claim: Claim): boolean {
  if (beforeLine(viewer, line) < 0) throw new Error(`line ${line} does not run`)
  return Object.entries(claim).every(([form, value]: [string, string | readonly string[]]) => {
    const [a = '', b = ''] = typeof value === 'string' ? [value] : value
    const judge = forms[form]
    if (!judge) throw new Error(`"${form}" is not a claim (there are: ${claimForms.join(', ')})`)
    return judge(viewer, line, a, b)
  })
}

function at(viewer: Viewer, line: number, expression: string): number {
  return resolve(viewer.glimpse(afterLine(viewer, line)), expression)
}

function before(viewer: Viewer, line: number, expression: string): number {
  return resolve(viewer.glimpse(beforeLine(viewer, line)), expression)
}

function holders(viewer: Viewer, line: number, expression: string): string[] {
  const step = afterLine(viewer, line)
  return holdersOf(viewer.state(step), meant(viewer, step, expression))
}

function isAlive(viewer: Viewer, line: number, expression: string): boolean {
  const start = beforeLine(viewer, line)
  const object = meant(viewer, start, expression)
  if (object === 0) throw new Error(`"${expression}" means nothing before line ${line}`)
  const freed = freedDuring(viewer, object, start)
  return freed < 0 || freed >= afterLine(viewer, line)
}

function asking(viewer: Viewer, line: number, expression: string): number {
  const start = beforeLine(viewer, line)
  const stored = viewer.state(start).objects.get(meant(viewer, start, expression))?.refcnt
  const printed = printedAt(viewer, line)
  if (stored === undefined || printed === null || !/^\d+$/.test(printed))
    throw new Error(`line ${line} prints no count of "${expression}"`)
  return Number(printed) - stored
}
