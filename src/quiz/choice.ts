// Questions with choices: which line frees an object, who holds it, which objects die here, where it is kept, and why. What is
// offered is content; which of it is right, and the reasons, are read from the run.

import type { Viewer } from '../scene/view.ts'
import { ledger, resolve } from '../trace/query.ts'
import { type Claim, holds } from './claims.ts'
import { holdersOf } from './holders.ts'
import { generationChoice, sizeChoice } from './lands.ts'
import { ledgerChoices } from './ledger.ts'
import { afterLine, beforeLine, freedDuring, isCollected, meant, stepsBefore } from './moments.ts'
import type { Words } from './question.ts'
import { codes, type Said, said } from './said.ts'

/** Offered by `frees` beside the lines: the object outlives the program's last line. */
export const NEVER = 'never'

/** A question with choices, as content states it. */
export interface ChoiceQuestion {
  readonly id: string
  readonly kind: 'frees' | 'holds' | 'ledger' | 'dies' | 'generation' | 'size' | 'why'
  readonly example: string
  readonly ask: Words
  /** The moment: just after this line has run. For `frees` the line at which `of` is known. */
  readonly line: number
  /** The object; '' for `dies` and `why`, which are about several. */
  readonly of: string
  /**
   * What is offered: lines for `frees`, expressions for `holds` and `dies`, generations, sizes, names of explanations for
   * `why`. Empty for `ledger`: its rows are offered.
   */
  readonly offered: readonly string[]
  /** The explanations offered by `why`. */
  readonly explanations: Readonly<Record<string, Explanation>>
}

/** Something that may be so, with what is said to who chooses it. */
export interface Explanation {
  readonly claim: Claim
  readonly says: Words
  readonly because: Words
}

/** One choice, judged by the run. */
export interface Choice {
  readonly id: string
  readonly right: boolean
  /** The line, expression, or words offered. */
  readonly label: Said
  /** What is said to who chooses it, or should have. */
  readonly reason: Said
  /** The line to look at, 0 for none. */
  readonly line: number
}

/** Whether more than one choice may be right, so that all are asked for. */
export function takesSeveral(question: ChoiceQuestion): boolean {
  return question.kind === 'holds' || question.kind === 'ledger' || question.kind === 'dies'
}

/**
 * The choices of a question, judged by a run.
 * @throws Error where the question cannot be answered by it
 */
export function choicesOf(viewer: Viewer, question: ChoiceQuestion): Choice[] {
  const { kind } = question
  const choices =
    kind === 'ledger'
      ? ledgerChoices(viewer, question)
      : question.offered.map((id) => judge[kind](viewer, question, id))
  const right = choices.filter((choice) => choice.right).length
  if (right === 0 || right === choices.length || (right > 1 && !takesSeveral(question)))
    throw new Error(`${question.id}: ${right} of ${choices.length} choices are right`)
  return choices
}

const judge: Record<
  Exclude<ChoiceQuestion['kind'], 'ledger'>,
  (viewer: Viewer, question: ChoiceQuestion, id: string) => Choice
> = {
  frees(viewer, { id: question, line, of }, id) {
    const start = afterLine(viewer, line)
    const object = meant(viewer, start, of)
    if (object === 0) throw new Error(`${question}: "${of}" means nothing after line ${line}`)
    const freed = freedDuring(viewer, object, start)
    const during = freed < 0 || freed >= viewer.exit ? 0 : viewer.trace.steps.line[freed]
    const collected = during !== 0 && isCollected(viewer, object, freed)
    const label = id === NEVER ? said('choice.never') : said('choice.line', { line: id })
    if (id === NEVER) {
      const key = during === 0 ? 'choice.outlives' : collected ? 'choice.collects' : 'choice.freedAt'
      const reason = said(key, { name: of, line: during })
      return { id, right: during === 0, label, reason, line: during }
    }
    const here = Number(id)
    if (here === during) {
      if (collected)
        return { id, right: true, label, reason: said('choice.collects', { name: of, line: here }), line: here }
      const last = holdersOf(viewer.state(stepsBefore(viewer, freed + 1)[0]), object)
      return { id, right: true, label, reason: said('choice.frees', { line: here, holders: codes(last) }), line: here }
    }
    const after = afterLine(viewer, here)
    if (during !== 0 && after > freed)
      return { id, right: false, label, reason: said('choice.goneBefore', { name: of, line: during }), line: during }
    const holders = holdersOf(viewer.state(after), object)
    const values = { name: of, line: here, count: holders.length, holders: codes(holders) }
    return { id, right: false, label, reason: said('choice.stillHeld', values), line: here }
  },
  holds(viewer, { id: question, line, of }, id) {
    const step = afterLine(viewer, line)
    const object = meant(viewer, step, of)
    if (object === 0) throw new Error(`${question}: "${of}" means nothing after line ${line}`)
    const right = holdersOf(viewer.state(step), object).includes(id)
    const until = lastHeld(viewer, step, object, id)
    // Who chooses a container has seen the way to the object, and taken its first step for all of it.
    const leadsThere = ledger(viewer.state(step), object).some(({ from }) => from === meant(viewer, step, id))
    const reason = right
      ? said('choice.holds', { holder: id })
      : until !== 0
        ? said('choice.heldUntil', { holder: id, line: until })
        : said(leadsThere ? 'choice.leadsToHolder' : 'choice.neverHeld', { holder: id })
    return { id, right, label: { kind: 'code', code: id }, reason, line: right ? line : until }
  },
  dies(viewer, { id: question, line }, id) {
    const start = beforeLine(viewer, line)
    const object = meant(viewer, start, id)
    if (object === 0) throw new Error(`${question}: "${id}" means nothing before line ${line}`)
    const after = afterLine(viewer, line)
    const freed = freedDuring(viewer, object, start)
    const right = freed >= 0 && freed < after
    const holders = right ? [] : holdersOf(viewer.state(after), object)
    const values = { name: id, count: holders.length, holders: codes(holders) }
    return {
      id,
      right,
      label: { kind: 'code', code: id },
      reason: said(
        !right ? 'choice.survives' : isCollected(viewer, object, freed) ? 'choice.diesCollected' : 'choice.dies',
        values,
      ),
      line,
    }
  },
  generation: generationChoice,
  size: sizeChoice,
  why(viewer, { line, explanations }, id) {
    const { claim, says, because } = explanations[id]
    return {
      id,
      right: holds(viewer, line, claim),
      label: { kind: 'words', words: says },
      reason: { kind: 'words', words: because },
      line,
    }
  },
}

/**
 * What `dies` shows: the picture just before the line, the address of each object offered, and what those were once called
 * whose name is gone. What the picture says of a way that is lost would be the answer, so it is left out.
 * @throws Error where one of them means nothing there
 */
export function pictured(viewer: Viewer, { id: question, line, offered }: ChoiceQuestion) {
  const start = beforeLine(viewer, line)
  const objects = offered.map((expression) => {
    const object = meant(viewer, start, expression)
    if (object === 0) throw new Error(`${question}: "${expression}" means nothing before line ${line}`)
    return [object, expression] as const
  })
  const { scene } = viewer.at(viewer.stepAt(start, 'line'))
  const boxes = scene.objects.map((box) => ({
    ...box,
    delta: 0,
    state: box.state === 'unreachable' ? ('alive' as const) : box.state,
  }))
  const isGone = ([object, expression]: (typeof objects)[number]) =>
    resolve(viewer.glimpse(start), expression) !== object
  return { scene: { ...scene, objects: boxes }, objects, once: Object.fromEntries(objects.filter(isGone)) }
}

/** The line whose running took an object away from a holder that had it before `step`; 0 where it never had it. */
function lastHeld(viewer: Viewer, step: number, object: number, holder: string): number {
  for (const s of stepsBefore(viewer, step)) {
    const state = viewer.state(s)
    if (!state.objects.has(object)) return 0
    if (holdersOf(state, object).includes(holder)) return viewer.trace.steps.line[s]
  }
  return 0
}
