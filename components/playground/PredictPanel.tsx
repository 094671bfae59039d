// Under the program: commit, the reasons for what was missed, and the way to the moment where prediction and run part.

import { useEffect, useRef } from 'preact/hooks'
import { type Reason, reasonsOf } from '../../src/quiz/reason.ts'
import type { HolderRow } from '../../src/scene/scene.ts'
import { Sureness } from '../quiz/Sureness.tsx'
import { Marked } from './Figure.tsx'
import { holderText } from './Ledger.tsx'
import type { Prediction } from './prediction.ts'
import type { Session } from './session.ts'
import type { Say } from './words.ts'

interface Props {
  prediction: Prediction
  session: Session
  say: Say
  /** Called when a commit or "show me" opened the program. */
  onOpened: () => void
  /** The way to the next question, where there is one; else this one can be asked again, if it is not a second program. */
  onNext?: (() => void) | undefined
}

export function PredictPanel({ prediction, session, say, onOpened, onNext }: Props) {
  const next = useRef<HTMLButtonElement>(null)
  const state = prediction.state.value
  const isTwin = prediction.place === 'second'
  const tries = prediction.tries.value
  // What was pressed is gone; in practice the next thing to press takes its place under the finger.
  useEffect(() => next.current?.focus({ preventScroll: true }), [state])
  return (
    <div class="predict-panel">
      {state === 'open' && tries === 0 && !isTwin && (
        <Sureness id={prediction.question.id} sure={prediction.sure} say={say} />
      )}
      {state === 'open' && (
        <div class="play-bar">
          <button
            type="button"
            class="primary"
            onClick={() => {
              if (prediction.commit()) onOpened()
            }}
          >
            {say(tries === 0 ? 'predict.commit' : 'predict.commitAgain')}
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              prediction.show()
              onOpened()
            }}
          >
            {say(tries === 0 ? 'predict.showAnyway' : 'predict.show')}
          </button>
        </div>
      )}
      <div role="status">
        {prediction.incomplete.value && <p class="predict-note">{say('predict.incomplete')}</p>}
        {state === 'right' && (
          <p class="predict-note right">
            {say(tries > 1 || isTwin ? 'predict.rightNow' : `predict.right.${prediction.sure.value ?? 'unsaid'}`)}
          </p>
        )}
        {state === 'open' && tries > 0 && <p class="predict-note">{say('predict.onceMore')}</p>}
        {prediction.goesOn.value && <p class="predict-note">{say('predict.goesOn')}</p>}
        {state !== 'right' && <Reasons prediction={prediction} session={session} say={say} />}
      </div>
      {state !== 'open' && (
        <div class="play-bar">
          {onNext ? (
            <button type="button" class="primary" ref={next} onClick={onNext}>
              {say('practice.next')}
            </button>
          ) : (
            !isTwin && (
              <button type="button" class="quiet" onClick={() => prediction.again()}>
                {say('predict.again')}
              </button>
            )
          )}
        </div>
      )}
    </div>
  )
}

/** For each number that was missed: what a learner who writes it has usually overlooked. */
function Reasons({ prediction, session, say }: Pick<Props, 'prediction' | 'session' | 'say'>) {
  const { question, answers } = prediction
  const over = prediction.state.value === 'shown'
  // After two tries at one program the numbers that stand here are not those the learner was sure of.
  const sure = prediction.tries.value === 1 ? prediction.sure.value : undefined
  const missed = prediction.verdicts.value.flatMap((verdict, i) => {
    if (verdict.kind !== 'wrong') return []
    const given = prediction.given.value[i]
    return [{ line: question.lines[i], given, i, reasons: reasonsOf(given, answers[i], question.of) }]
  })
  if (missed.length === 0) return null
  return (
    <ul class="reasons">
      {missed.map(({ line, given, i, reasons }) => (
        <li key={line}>
          <p>
            <span class="reason-line">{say('predict.line', { line })}</span>{' '}
            {over && sure && (
              <>
                <Marked text={say(`predict.missed.${sure}`, { given, printed: answers[i].printed ?? '' })} />{' '}
              </>
            )}
            <Why reasons={reasons} say={say} />
          </p>
          {over && reasons[0].list.length === 0 && answers[i].holders.length > 0 && (
            <Holders holders={answers[i].holders} say={say} />
          )}
          {over && (
            <button type="button" class="link" onClick={() => void session.goToLine(line)}>
              {say('predict.showMe')}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

/** One reason, or each of several that fit: which it was, the learner knows. */
function Why({ reasons, say }: { reasons: readonly Reason[]; say: Say }) {
  if (reasons.length === 1) return <Marked text={textOf(reasons[0], say)} />
  return (
    <>
      {say('reason.several')}
      {reasons.map((each, i) => (
        <span class="reason-one" key={each.said.key}>
          {say(i === 0 ? 'reason.either' : 'reason.or')} <Marked text={textOf(each, say)} />
        </span>
      ))}
    </>
  )
}

function textOf({ said: { key, values }, list }: Reason, say: Say): string {
  const named = list.map((each) => (each.kind === 'message' ? say(each.key, each.values) : ''))
  return say(key, { ...values, list: named.join(say('reason.join')) })
}

/** Who held the object while it was counted. */
function Holders({ holders, say }: { holders: readonly HolderRow[]; say: Say }) {
  return (
    <ul class="holders" aria-label={say('predict.holders')}>
      {holders.map((holder, i) => (
        <li key={i} class={holder.owned ? undefined : 'borrowed'}>
          {holderText(holder, say)}
          <span class="ledger-one">{holder.owned ? 1 : 0}</span>
        </li>
      ))}
    </ul>
  )
}
