// "Who still holds it?": the rows of an object's ledger, of its whole life, to pick from. Those that hold it at the moment
// asked about are right; the others once did, or will, or only borrow it.

import type { Viewer } from '../scene/view.ts'
import { ledger } from '../trace/query.ts'
import type { HolderKind } from '../trace/state.ts'
import type { Choice, ChoiceQuestion } from './choice.ts'
import { expressionOf } from './holders.ts'
import { afterLine, bornAfter, freedDuring, meant } from './moments.ts'
import { said } from './said.ts'

/** A row of the ledger. */
interface Row {
  readonly kind: HolderKind
  /** How the program would write it, as it was when it was last there up to the moment asked about. */
  expression: string
  /** The function of a local name, the type of the object a field belongs to. */
  readonly where: string
  owned: boolean
  /** The moments at which it was there. */
  readonly moments: number[]
}

/** Kinds of holders that come and go within a line: only what lasts from line to line is asked for. */
const passing: ReadonlySet<HolderKind> = new Set(['stack', 'cstack', 'frame', 'arena', 'interpreter'])

/** Kinds whose holder is told by the expression that leads there. */
const written: ReadonlySet<HolderKind> = new Set(['name', 'item', 'value', 'attribute'])

/**
 * The choices, judged by a run.
 * @throws Error where the object is not there
 */
export function ledgerChoices(viewer: Viewer, { id: question, line, of }: ChoiceQuestion): Choice[] {
  const moment = afterLine(viewer, line)
  const object = meant(viewer, moment, of)
  if (object === 0) throw new Error(`${question}: "${of}" means nothing after line ${line}`)
  const frames = new Set(viewer.state(moment).frames.map(({ name }) => name))
  const rows = rowsOf(viewer, object, moment)
  const past = rows.filter(({ moments }) => moments[0] <= moment)
  // Those that come later are there to be wrong where nothing else is.
  const isOneWrong = past.some(({ owned, moments }) => !owned || !moments.includes(moment))
  return (isOneWrong ? past : rows).map(({ kind, expression: holder, where, owned, moments }) => {
    const isThere = moments.includes(moment)
    const last = moments.findLast((each) => each < moment)
    const label = said(messageOf(kind, where), { holder, where })
    const choice = (right: boolean, key: string, line: number) => ({
      id: [kind, where, holder].join(' '),
      right,
      label,
      reason: said(key, { line, where }),
      line,
    })
    if (isThere) return choice(owned, owned ? 'ledger.holds' : 'ledger.borrows', line)
    if (last !== undefined && kind === 'local' && !frames.has(where)) return choice(false, 'ledger.untilReturn', line)
    // The line that was about to run when the row was there last has taken it away.
    if (last !== undefined) return choice(false, 'ledger.until', viewer.trace.steps.line[last])
    return choice(false, 'ledger.later', lineBefore(viewer, moments[0]))
  })
}

function rowsOf(viewer: Viewer, object: number, asked: number): Row[] {
  const born = bornAfter(viewer, object, asked)
  const freed = freedDuring(viewer, object, asked)
  const rows = new Map<string, Row>()
  for (const moment of viewer.moments) {
    if (moment <= born || (freed >= 0 && moment > freed)) continue
    const state = viewer.state(moment)
    for (const holder of ledger(state, object)) {
      if (passing.has(holder.kind)) continue
      const key = `${holder.kind} ${holder.from} ${holder.label.at(-1)}`
      const expression = written.has(holder.kind) ? expressionOf(state, holder) : String(holder.label.at(-1) ?? '')
      const where = String(holder.label[0] ?? '')
      const row = rows.get(key) ?? { kind: holder.kind, expression, where, owned: holder.owned, moments: [] }
      rows.set(key, row)
      row.moments.push(moment)
      if (moment > asked) continue
      row.expression = expression
      row.owned = holder.owned
    }
  }
  return [...rows.values()]
}

/** The message that names a row: the frame of a generator that waits has no name of its own. */
export function messageOf(kind: HolderKind, where: string): string {
  return kind === 'local' && where === 'generator' ? 'ledger.waiting' : `ledger.${kind}`
}

/** The line that has just run at a moment. */
function lineBefore(viewer: Viewer, moment: number): number {
  const before = viewer.moments.findLast((each) => each < moment)
  return before === undefined ? 0 : viewer.trace.steps.line[before]
}
