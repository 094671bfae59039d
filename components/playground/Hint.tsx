// Beside the line that has just run: the counts of the objects its names lead to now.

import { namesIn } from '../../src/scene/line-names.ts'
import type { Session } from './session.ts'
import type { Say } from './words.ts'

/** Most names a hint tells of. */
const MOST = 4

/** The names of a line that has just run and the counts of their objects; none for what is never counted. */
export function hintOf(session: Session, line: number, text: string): { name: string; refcnt: number }[] {
  const view = session.view.value
  if (!view || !session.ran.value || !session.hints.value || view.ran !== line || !view.stayed) return []
  return namesIn(text)
    .flatMap((name) => {
      const named = Object.hasOwn(view.names, name) ? view.names[name] : undefined
      return named && !named.immortal && named.type !== 'module' ? [{ name, refcnt: named.refcnt }] : []
    })
    .slice(0, MOST)
}

interface Props {
  session: Session
  say: Say
  /** From 1. */
  line: number
  text: string
}

export function Hint({ session, say, line, text }: Props) {
  const hint = hintOf(session, line, text)
  if (hint.length === 0) return null
  return (
    <span class="hint">
      <span class="visually-hidden">{say('play.hint')} </span>
      {hint.map(({ name, refcnt }) => (
        <span key={name}>
          {name} <b>{refcnt}</b>
        </span>
      ))}
    </span>
  )
}
