// The field beside a line, where its number is predicted; afterwards tick, cross or eye with the true number.

import type { Prediction } from './prediction.ts'
import { Sign } from './Sign.tsx'
import type { Say } from './words.ts'

interface Props {
  prediction: Prediction
  index: number
  say: Say
}

export function PredictField({ prediction, index, say }: Props) {
  const { question, answers } = prediction
  const line = question.lines[index]
  const given = prediction.given.value[index]
  const verdict = prediction.verdicts.value[index]
  const state = prediction.state.value
  const { form } = answers[index]
  const printed = answers[index].printed ?? say('predict.notRun')
  if (state !== 'open') {
    const right = verdict?.kind === 'right'
    return (
      <span class={`field done ${right ? 'right' : 'wrong'}`} data-line={line}>
        <Sign name={right ? 'tick' : given === '' ? 'eye' : 'cross'} />
        {!right && given !== '' && (
          <s>
            <span class="visually-hidden">{say('predict.yours')} </span>
            {given}
          </s>
        )}
        <strong>
          <span class="visually-hidden">{say(right ? 'predict.right' : 'predict.printed')} </span>
          {printed}
        </strong>
      </span>
    )
  }
  const missing = prediction.incomplete.value && given.trim() === ''
  const wrong = verdict?.kind === 'wrong'
  return (
    <span class={`field ${wrong ? 'wrong' : ''} ${verdict?.kind === 'right' ? 'right' : ''}`}>
      {verdict?.kind === 'right' && <Sign name="tick" />}
      {wrong && <Sign name="cross" />}
      <input
        type="text"
        inputMode={form === 'number' ? 'numeric' : 'text'}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        size={form === 'number' ? 4 : form === 'truth' ? 6 : 16}
        data-line={line}
        aria-label={say('predict.field', { line })}
        aria-invalid={missing || wrong}
        value={given}
        onInput={(event) => prediction.write(index, event.currentTarget.value)}
      />
    </span>
  )
}
