// "Who still holds it?": the rows of an object's ledger, of its whole life, to pick from. Those that hold it at the moment
// asked about are right; the others once did, or will.

import type { Viewer } from '../scene/view.ts'
import { ledger } from '../trace/query.ts'
import type { HolderKind } from '../trace/state.ts'
import type { Choice, ChoiceQuestion } from './choice.ts'
import { expressionOf } from './holders.ts'
import { afterLine, bornAfter, freedDuring, meant } from './moments.ts'
import { said } from './said.ts'

/** A row of the ledger, and the lines after which it was there. */
interface Row {
  readonly kind: HolderKind
  readonly expression: string
  readonly owned: boolean
  /** Steps at which it was there. */
  readonly steps: readonly number[]
}

/** Kinds of holders that are there while an instruction runs: only what lasts from line to line is asked for. */
const passing: ReadonlySet<HolderKind> = new Set(['stack', 'cstack', 'frame', 'arena', 'interpreter'])

/**
 * The choices, judged by a run.
 * @throws Error where the object is not there
 */
export function ledgerChoices(viewer: Viewer, { id: question, line, of }: ChoiceQuestion): Choice[] {
  const step = afterLine(viewer, line)
  const object = meant(viewer, step, of)
  if (object === 0) throw new Error(`${question}: "${of}" means nothing after line ${line}`)
  return rowsOf(viewer, object, step).map(({ kind, expression, owned, steps }) => {
    const right = owned && steps.includes(step)
    const last = steps.findLast((s) => s < step) ?? -1
    const gone = viewer.trace.steps.line[last]
    const until = last < 0 ? step : (viewer.moments.find((moment) => moment > last) ?? step)
    const key = right ? 'ledger.holds' : steps.includes(step) ? 'ledger.borrows' : last < 0 ? 'ledger.later' : 'ledger.until'
    const from = viewer.trace.steps.line[Math.max(0, viewer.moments.findIndex((moment) => moment === steps[0]) - 1)]
    return {
      id: `${kind} ${expression}`,
      right,
      label: said(`ledger.${kind}`, { holder: expression }),
      reason: said(key, { holder: expression, line: key === 'ledger.later' ? from : gone }),
      line: right || last < 0 ? line : lineBefore(viewer, until),
    }
  })
}
