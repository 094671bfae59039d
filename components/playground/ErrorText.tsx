// What was written to stderr; a line of a traceback that names a line of the program leads to the step it tells of.

import type { Session } from './session.ts'
import type { Say } from './words.ts'

interface Props {
  text: string
  /** Number of its first line among those of stderr, from 0. */
  line: number
  session: Session
  say: Say
}

export function ErrorText({ text, line: first, session, say }: Props) {
  const entries = session.landmarks.entries.value
  if (entries.length === 0) return <span class="output-error">{text}</span>
  const lines = text.split('\n')
  return (
    <span class="output-error">
      {lines.map((line, at) => {
        const end = at < lines.length - 1 ? '\n' : ''
        const entry = entries.find((known) => known.at === first + at)
        if (!entry || entry.step < 0) return line + end
        const [, indent, words] = /^(\s*)(.*)$/.exec(line) ?? ['', '', line]
        return (
          <span key={at}>
            {indent}
            <button type="button" class="link" onClick={() => void session.goToMoment(entry.step)}>
              {words}
              <span class="visually-hidden"> ({say('play.toMoment')})</span>
            </button>
            {end}
          </span>
        )
      })}
    </span>
  )
}
