// Answers read from a run, and what the slips would give.

import { holderRows } from '../scene/holders.ts'
import type { Viewer } from '../scene/view.ts'
import { ledger } from '../trace/query.ts'
import { accountOfCollection, accountOfCount } from './account.ts'
import { beforeLine, countedBy, countingStep, meant, printedAt } from './moments.ts'
import type { Answer, Question } from './question.ts'
import { slipsOf } from './slips.ts'

/** What a run says to a question, line by line. */
export function answers(viewer: Viewer, question: Question): Answer[] {
  return question.lines.map((line) => answerAt(viewer, question, line))
}

function answerAt(viewer: Viewer, question: Question, line: number): Answer {
  const before = beforeLine(viewer, line)
  const printed = before < 0 ? null : printedAt(viewer, line)
  if (printed === null)
    return { line, printed: null, form: 'text', step: -1, slips: {}, holders: [], account: { kind: 'other' } }
  const form = /^-?\d+$/.test(printed) ? 'number' : /^(True|False)$/.test(printed) ? 'truth' : 'text'
  const object = objectOf(viewer, question, before, printed)
  const slips: Record<string, string> = {}
  const add = (slip: string, text: string | null) => {
    if (text !== null && text !== printed && !(slip in slips)) slips[slip] = text
  }
  for (const [slip, prints] of Object.entries(question.misread ?? {})) add(slip, prints[line] ?? null)
  const counted = object === 0 ? before : countingStep(viewer, before, object)
  // A line that prints another number than the object's count has no holders to show for it.
  const isCount = form === 'number' && counted !== before
  if (isCount) for (const [slip, count] of slipsOf(viewer, before, object, Number(printed))) add(slip, String(count))
  const holders = isCount ? holderRows(viewer.state(counted), object) : []
  const account =
    form !== 'number'
      ? ({ kind: 'other' } as const)
      : isCount
        ? accountOfCount(viewer, counted, object)
        : accountOfCollection(viewer, before, line, printed)
  return { line, printed, form, step: viewer.momentAfter(line), slips, holders, account }
}

/** What a line counts: the object the question is about, or another one whose count is what it prints. */
function objectOf(viewer: Viewer, { of }: Question, before: number, printed: string): number {
  const asked = of === '' ? 0 : meant(viewer, before, of)
  if (asked !== 0 && countingStep(viewer, before, asked) !== before) return asked
  const counted = countedBy(viewer, before)
  if (counted === 0) return asked
  const owners = ledger(viewer.state(countingStep(viewer, before, counted)), counted).filter(({ owned }) => owned)
  return String(owners.length) === printed ? counted : asked
}
