// Where the learner types what `input()` waits for.

import { useEffect, useRef } from 'preact/hooks'
import type { Session } from './session.ts'
import type { Say } from './words.ts'

interface Props {
  session: Session
  say: Say
}

export function InputLine({ session, say }: Props) {
  const field = useRef<HTMLInputElement>(null)
  // The learner has just run the program, and it asks: the answer can be typed at once.
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
  return (
    <form
      class="input-line"
      onSubmit={(event) => {
        event.preventDefault()
        const line = field.current?.value ?? ''
        if (field.current) field.current.value = ''
        void session.type(line)
      }}
    >
      <label>
        {say('play.input')} <input ref={field} type="text" autocomplete="off" spellcheck={false} autocapitalize="off" />
      </label>
      <button type="submit" aria-busy={session.running.value}>
        {say('play.enter')}
      </button>
    </form>
  )
}
