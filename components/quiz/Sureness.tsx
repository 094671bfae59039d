// One tap beside an answer: how sure the learner is. Nobody has to say so.

import type { Signal } from '@preact/signals'
import { type Sureness as Said, surenesses } from '../../src/course/progress-file.ts'
import type { Say } from '../playground/words.ts'

interface Props {
  /** The question's id: names the group of buttons. */
  id: string
  sure: Signal<Said | undefined>
  say: Say
}

export function Sureness({ id, sure, say }: Props) {
  return (
    <fieldset class="sureness">
      <legend>{say('sure.ask')}</legend>
      {surenesses.map((name) => (
        <label key={name}>
          <input
            type="radio"
            name={`${id} sureness`}
            value={name}
            checked={sure.value === name}
            onChange={() => {
              sure.value = name
            }}
          />
          <span>{say(`sure.${name}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
